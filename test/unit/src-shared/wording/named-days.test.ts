import { describe, expect, test } from "vitest";
import { localDate } from "../../../../src-shared/time/index.ts";
import { namesDay } from "../../../../src-shared/wording/index.ts";

describe("the day that words name", () => {
  test.each([
    ["After-hours call 22/10/2026, docket 904", "2026-10-22"],
    ["Labor Sat 8/22, chiller", "2026-08-22"],
    ["Hedge cutting 9 and 10 September", "2026-09-09"],
    ["Hedge cutting 9 and 10 September", "2026-09-10"],
    ["Desplazamiento, 13 de octubre", "2026-10-13"],
    ["Repair October 4, pump", "2026-10-04"],
    ["Einsatz 7.10.", "2026-10-07"],
  ])("%s: %s", (text, day) => {
    expect(namesDay(text, localDate(day))).toBe(true);
  });

  test.each([
    ["After-hours call 22/10/2026", "2026-10-12"],
    ["Hire 6-31 Oct", "2026-10-06"],
    ["Part 14.10.88", "2026-10-14"],
    ["Pipe 3/4, 10 m", "2026-10-04"],
    ["2 seats more from 16 October", "2026-10-01"],
  ])("%s: not %s", (text, day) => {
    expect(namesDay(text, localDate(day))).toBe(false);
  });
});
