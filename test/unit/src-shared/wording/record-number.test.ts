import { describe, expect, test } from "vitest";
import {
  asksForRecordNumber,
  recordNumberIn,
  recordNumbersNamedIn,
} from "../../../../src-shared/wording/index.ts";

describe("the number in the title of a record", () => {
  test.each([
    ["WORK ORDER WO-7715", "WO-7715"],
    ["Lieferschein Nr. 90233 vom 03.02.2026", "90233"],
    ["Bon de livraison n° 6120", "6120"],
    ["Albarán 914/26", "914/26"],
    ["Daily work docket No: 3307", "3307"],
  ])("%s: %s", (title, number) => {
    expect(recordNumberIn(title)).toBe(number);
  });

  test.each(["TIMESHEET 2026-05", "Timesheet May 2026", "Job sheet 12/05/2026", "Delivery note"])(
    "%s: none",
    (title) => {
      expect(recordNumberIn(title)).toBeNull();
    },
  );

  test("a clause may ask for it", () => {
    expect(asksForRecordNumber("Each bill quotes the docket number it is for.")).toBe(true);
    expect(asksForRecordNumber("Each bill quotes our purchase order number.")).toBe(false);
  });
});

describe("numbers of records that a line names", () => {
  test.each([
    ["Nettoyage du 14/04 (bon 38), heures", "38"],
    ["Arbeitsschein Nr. 77, 3 Std.", "77"],
    ["Sand, docket no. 904", "904"],
    ["Reparación según parte n.º 61", "61"],
  ])("%s: %s", (line, number) => {
    expect(recordNumbersNamedIn(line)).toEqual([number]);
  });

  test.each(["As per timesheet 12/05/2026", "Work of 14 May", "Timesheet 2026"])("%s: none", (line) => {
    expect(recordNumbersNamedIn(line)).toEqual([]);
  });
});
