import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

/** A sheet whose cells a rule fills, normalized. */
const normalized = async (
  rows: number,
  columns: number,
  cell: (row: number, column: number) => string,
): Promise<NormalizedDocument> => {
  const text = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cell(row, column)).join(","),
  ).join("\n");
  const file = importedFile("grid.csv", new TextEncoder().encode(text));
  return normalizeDocument(await readBytes("grid.csv", text), file, context);
};

const nothing = { kind: "unknown", agreements: [], deliveries: [], invoices: [], statements: [] };
/** Figures without an order, the same on each run. */
const figure = (row: number, column: number): number => (row * 7919 + column * 104_729 + 13) % 9_973;
/** A figure as hundredths, with two decimals. */
const cents = (row: number, column: number): string => {
  const digits = String(figure(row, column)).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const day = (place: number): string => new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 10);

// Work that grows with the square of the cells takes minutes in each of these, and passes the limit of a test.
describe("sheets of more cells than a document has words", () => {
  it("makes nothing of a square of numbers, with and without titles", async () => {
    expect(await normalized(250, 250, (row, column) => String(figure(row, column)))).toMatchObject(nothing);
    expect(
      await normalized(200, 200, (row, column) => (row === 0 ? `c${column}` : String(figure(row, column)))),
    ).toMatchObject(nothing);
    expect(await normalized(200, 200, cents)).toMatchObject(nothing);
  });

  it("makes nothing of a few endless rows of numbers or days", async () => {
    expect(await normalized(8, 8_000, (row, column) => String(figure(row, column)))).toMatchObject(nothing);
    expect(await normalized(8, 3_000, (row, column) => day((row + column) % 300))).toMatchObject(nothing);
  });

  it("looks for the head of a price list in rows that all name money", async () => {
    expect(
      await normalized(800, 150, (row, column) =>
        column === 0 ? `thing ${row}` : `€ ${cents(row, column)}`,
      ),
    ).toMatchObject({ kind: "unknown", agreements: [] });
  });

  it("looks for a price times a count only where a table may have both", async () => {
    const { kind } = await normalized(160, 41, (row, column) => {
      if (row === 0) return column === 0 ? "Price list 2026" : "";
      if (row === 1) return column === 0 ? "Item" : `${column % 2 === 0 ? "Price" : "Qty"} ${column}`;
      return column === 0 ? `Thing ${row}` : cents(row, column);
    });
    expect(kind).toBe("agreement");
  });

  it("keeps the records of a year of days beside names, with few cells to prove each", async () => {
    const [names, notes, days] = [["Iris Kahn", "Tom Weller"], 60, 365];
    const { kind, deliveries } = await normalized(3, 1 + notes + days, (row, column) => {
      if (column === 0) return row === 0 ? "Employee" : (names[row - 1] ?? "");
      if (column <= notes) return row === 0 ? `Remark ${column}` : "on site";
      return row === 0 ? day(column - notes - 1) : "8";
    });
    expect(kind).toBe("timesheet");
    expect(deliveries).toHaveLength(names.length * days);
    expect(new Set(deliveries.map(({ person }) => person))).toEqual(new Set(names));
    expect(Math.max(...deliveries.map(({ evidence }) => evidence.length))).toBeLessThan(notes);
  });
});
