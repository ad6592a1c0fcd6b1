import { describe, expect, test } from "vitest";
import { firstTimeCovered, freeStartIn, thresholdIn } from "../../../../src-shared/wording/index.ts";

describe("time before a price begins", () => {
  test.each([
    ["55.00/h after 2 free hours at the gate", 2, "hour"],
    ["beyond the first two hours 40.00 an hour", 2, "hour"],
    ["nach der ersten Stunde 62 EUR", 1, "hour"],
    ["au-delà des deux premières heures : 48 €", 2, "hour"],
    ["na het eerste uur € 51", 1, "hour"],
    ["dopo la prima ora 38,00", 1, "hour"],
    ["waiting is charged after 30 minutes free", 30, "minute"],
    ["waiting: first hour free, thereafter 38.00 per hour", 1, "hour"],
    ["detention: 2 hours free, then 65.00 per hour", 2, "hour"],
    ["demurrage: five days free; thereafter 110.00 per day", 5, "day"],
    ["Wartezeit: erste Stunde frei, danach 45 EUR je Stunde", 1, "hour"],
  ])("is told by %j", (clause, count, unit) => {
    expect(freeStartIn(clause)).toEqual({ count, unit });
  });

  test.each(["time and a half over 40 hours per week", "after hours 90.00", "first class travel"])(
    "is not told by %j",
    (clause) => {
      expect(freeStartIn(clause)).toBeNull();
    },
  );

  test("is paid by the fee that covers it", () => {
    expect(firstTimeCovered("The visit is 90.00, which includes the first hour")).toEqual({
      count: 1,
      unit: "hour",
    });
    expect(firstTimeCovered("Anfahrt inkl. erster Arbeitsstunde")).toEqual({ count: 1, unit: "hour" });
    expect(firstTimeCovered("The first visit is free")).toBeNull();
  });
});

describe("a quantity before a price begins", () => {
  test.each([
    ["Rubble over 8 tonnes", "8", "tonnes"],
    ["Mehrgewicht über 2,5 t", "2.5", "t"],
    ["Gravats au-delà de 6 tonnes", "6", "tonnes"],
  ])("is told by %j", (item, quantity, unit) => {
    expect(thresholdIn(item)).toEqual({ quantity, unit });
  });

  test("is none of each delivery where it is one of a month", () => {
    expect(thresholdIn("Copies over 500 pages per month")).toBeNull();
  });
});
