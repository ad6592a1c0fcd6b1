import { describe, expect, it } from "vitest";
import {
  dateOrderOf,
  findDates,
  parseDateText,
  parsePeriod,
} from "../../../../../../src-main/pipeline/normalize/values/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";

const asOf = localDate("2026-11-21");
const open = { order: null, asOf };

describe("printed dates", () => {
  it.each([
    ["2026-03-31", "2026-03-31"],
    ["31.03.2026", "2026-03-31"],
    ["3.4.2026", "2026-04-03"],
    ["31/03/2026", "2026-03-31"],
    ["03/31/2026", "2026-03-31"],
    ["31-03-26", "2026-03-31"],
    ["31.03.26", "2026-03-31"],
    ["3. März 2026", "2026-03-03"],
    ["3 mars 2026", "2026-03-03"],
    ["1er août 2026", "2026-08-01"],
    ["3 de marzo de 2026", "2026-03-03"],
    ["3 março 2026", "2026-03-03"],
    ["3 maart 2026", "2026-03-03"],
    ["3 gennaio 2026", "2026-01-03"],
    ["March 3, 2026", "2026-03-03"],
    ["Mar 3rd 2026", "2026-03-03"],
    ["03-Mar-26", "2026-03-03"],
    ["3rd of March 2026", "2026-03-03"],
    ["5. Jänner 2026", "2026-01-05"],
    ["12. Mrz. 2026", "2026-03-12"],
    ["20260331", "2026-03-31"],
    ["Tue 03/31/2026", "2026-03-31"],
    ["2026/03/31", "2026-03-31"],
    ["29.02.2024", "2024-02-29"],
  ])("reads %s", (text, value) => {
    expect(parseDateText(text, open)?.value).toBe(value);
  });

  it.each([
    "31.02.2026",
    "29.02.2025",
    "13/13/2026",
    "1.234",
    "MAYBE 2026",
    "Mars GmbH 12",
    "12 May Street",
    "10.10",
    "12-2026-1",
  ])("refuses %s", (text) => {
    expect(parseDateText(text, open)).toBeNull();
  });

  it("leaves 03/04/2026 open without evidence and follows the order with it", () => {
    expect(parseDateText("03/04/2026", open)).toMatchObject({ value: null, doubt: "ambiguous-date-order" });
    expect(parseDateText("03/04/2026", open)?.readings).toEqual(["2026-04-03", "2026-03-04"]);
    expect(parseDateText("03/04/2026", { order: "month-first", asOf })?.value).toBe("2026-03-04");
    expect(dateOrderOf(["03/04/2026", "due 03/31/2026"], asOf)).toBe("month-first");
    expect(dateOrderOf(["13/04/2026", "03/31/2026"], asOf)).toBeNull();
  });

  it("lets a printed weekday decide the order", () => {
    // 3 April 2026 is a Friday, 4 March 2026 a Wednesday.
    expect(findDates("Friday 03/04/2026", open)[0]?.value).toBe("2026-04-03");
    expect(findDates("Wednesday, 03/04/2026", open)[0]?.value).toBe("2026-03-04");
  });

  it("asks about years that cannot be", () => {
    expect(parseDateText("31.03.1997", open)).toMatchObject({ value: null, doubt: "implausible-year" });
  });

  it("finds dates inside sentences with their place", () => {
    const text = "Berlin, den 3. März 2026, zahlbar bis 17.03.2026.";
    expect(findDates(text, open).map((match) => text.slice(match.start, match.end))).toEqual([
      "3. März 2026",
      "17.03.2026",
    ]);
  });
});

describe("printed periods", () => {
  it.each([
    ["March 2026", "2026-03-01", "2026-04-01"],
    ["März 2026", "2026-03-01", "2026-04-01"],
    ["03/2026", "2026-03-01", "2026-04-01"],
    ["Q1 2026", "2026-01-01", "2026-04-01"],
    ["4. Quartal 2026", "2026-10-01", "2027-01-01"],
    ["T2 2026", "2026-04-01", "2026-07-01"],
    ["01.03.–31.03.2026", "2026-03-01", "2026-04-01"],
    ["01.03.2026 - 31.03.2026", "2026-03-01", "2026-04-01"],
    ["vom 01.03.2026 bis 31.03.2026", "2026-03-01", "2026-04-01"],
    ["du 01/03/2026 au 31/03/2026", "2026-03-01", "2026-04-01"],
    ["March 1 - 31, 2026", "2026-03-01", "2026-04-01"],
    ["March 1 – April 15, 2026", "2026-03-01", "2026-04-16"],
    ["1-31 March 2026", "2026-03-01", "2026-04-01"],
    ["Mar 1, 2026 to Mar 31, 2026", "2026-03-01", "2026-04-01"],
    ["January - March 2026", "2026-01-01", "2026-04-01"],
    ["KW 12/2026", "2026-03-16", "2026-03-23"],
    ["dal 01/03/2026 al 31/03/2026", "2026-03-01", "2026-04-01"],
    ["1 t/m 31 maart 2026", "2026-03-01", "2026-04-01"],
  ])("reads %s", (text, start, end) => {
    expect(parsePeriod(text, open)?.value).toEqual({ start, end });
  });
  it("does not take a single day for a month", () => {
    expect(parsePeriod("3 March 2026", open)).toBeNull();
  });
  it("keeps both readings of an open range", () => {
    expect(parsePeriod("01/03/2026 - 02/03/2026", open)).toMatchObject({ value: null });
  });
});
