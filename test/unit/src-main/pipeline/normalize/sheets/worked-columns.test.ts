import { describe, expect, it } from "vitest";
import { blankCell, type GridCell } from "../../../../../../src-main/pipeline/normalize/sheets/grid.ts";
import { workedColumns } from "../../../../../../src-main/pipeline/normalize/sheets/worked-columns.ts";

const rowsOf = (...rows: readonly (readonly string[])[]): readonly (readonly GridCell[])[] =>
  rows.map((row) => row.map((text) => ({ ...blankCell, text })));
const columnsOf = (...rows: readonly (readonly string[])[]): object | null => {
  const found = workedColumns(rowsOf(...rows));
  return found === null ? null : Object.fromEntries(found);
};

describe("columns that times prove", () => {
  it("tells start, end, break and hours by their arithmetic", () => {
    expect(
      columnsOf(
        ["Mo", "07.00", "15.30", "0.30", "8,0"],
        ["Di", "07.00", "16.00", "0.45", "8,25"],
        ["Mi", "–", "", "", ""],
      ),
    ).toEqual({ start: 1, end: 2, break: 3, hours: 4 });
  });

  it("goes over midnight and takes the longer of two lengths for the work", () => {
    expect(columnsOf(["22:00", "06:15", "00:45", "07:30"], ["21:30", "06:00", "00:30", "08:00"])).toEqual({
      start: 0,
      end: 1,
      break: 2,
      hours: 3,
    });
  });

  it("knows minutes from hours", () => {
    expect(columnsOf(["09:00", "10:15", "75"], ["11:00", "11:50", "50"])).toEqual({
      start: 0,
      end: 1,
      minutes: 2,
    });
  });

  it("proves nothing by one row, or where the figures are of something else", () => {
    expect(columnsOf(["09:00", "10:00", "1"])).toBeNull();
    expect(columnsOf(["09:00", "10:00", "4"], ["11:00", "13:30", "7"])).toBeNull();
  });
});
