import { describe, expect, it } from "vitest";
import { thingOfSheet } from "../../../../../../src-main/pipeline/normalize/sheets/thing-of-sheet.ts";

describe("what the name of a sheet says its rows count", () => {
  it.each(["Storage", "Bulk storage", "Cold room"])("%s", (name) => {
    expect(thingOfSheet(name)).toBe(name);
  });

  it.each(["Sheet1", "Tabelle1", "April 2026", "Delivery log", "Week 14", "Data", "Anna Schmidt"])(
    "%s says nothing",
    (name) => {
      expect(thingOfSheet(name)).toBeNull();
    },
  );
});
