import {
  add,
  decimalText,
  decimalToText,
  isDecimalText,
  subtract,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";
import { parseBand } from "./bands.ts";
import type { Band } from "./bands.ts";
import { headText } from "./price-columns.ts";
import type { Cell, TableRow, TableView } from "./table-view.ts";

/** Where a table says its bands, and how to read the one of a row. */
export interface BandColumns {
  /** The last column that the bands take. */
  readonly at: number;
  readonly bandOf: (row: TableRow) => { readonly band: Band; readonly cells: readonly Cell[] } | null;
}

const fromHead =
  /^(?:\p{L}+ )?(?:from|ab|von|de|du|desde|da|dal|a partir(?: de)?|a partire da|vanaf|van|mindestmenge|min\.?)(?: [\p{L} ²³.()]*)?$/u;
const toHead =
  /^(?:\p{L}+ )?(?:to|up to|through|bis|a|au|jusqu'a|hasta|fino a|al|ate|tot(?: en met)?|t\/m|max\.?)(?: [\p{L} ²³.()]*)?$/u;

/** One column of bands, two of their ends, or one of their beginnings or ends; `null` where there is none. */
export function bandColumns(view: TableView, style: NumberStyle): BandColumns | null {
  const least = Math.max(2, view.rows.length * 0.7);
  const worded = view.columns.findIndex(
    (_, index) => view.rows.filter((row) => bandIn(row.cells[index], style) !== null).length >= least,
  );
  if (worded >= 0)
    return {
      at: worded,
      bandOf: (row) => {
        const cell = row.cells[worded] ?? null;
        const band = bandIn(cell, style);
        return cell === null || band === null ? null : { band, cells: [cell] };
      },
    };
  const counted = (index: number): boolean =>
    view.rows.filter((row) => countOf(row.cells[index], style) !== null).length >=
    Math.max(2, view.rows.length - 1);
  const from = view.columns.findIndex((column, at) => fromHead.test(headText(column)) && counted(at));
  const to = view.columns.findIndex(
    (column, at) => at !== from && toHead.test(headText(column)) && counted(at),
  );
  if (from < 0 && to < 0) return null;
  return {
    at: Math.max(from, to),
    bandOf: (row) => {
      const above = countOf(row.cells[from], style);
      const upTo = countOf(row.cells[to], style);
      const cells = [row.cells[from], row.cells[to]].filter((cell) => cell !== null && cell !== undefined);
      return above === null && upTo === null ? null : { band: { above, upTo }, cells };
    },
  };
}

const bandIn = (cell: Cell | null | undefined, style: NumberStyle): Band | null =>
  cell === null || cell === undefined || cell.text.length >= 40 ? null : parseBand(cell.folded, style);

const countOf = (cell: Cell | null | undefined, style: NumberStyle): DecimalText | null => {
  const digits = /^(\d[\d.,' ]*)$/.exec(cell?.text ?? "")?.[1];
  const [count, ...more] = digits === undefined ? [] : readDigits(digits.trim(), style);
  return count === undefined || more.length > 0 ? null : count;
};

/** Bands that only say where they begin end where the next one begins; "next 40" counts on from the one before. */
export const withEnds = <T extends Band>(given: readonly T[]): readonly T[] => {
  const bands = countedOn(given);
  return bands.map((band, index) => {
    const next = bands[index + 1]?.above ?? null;
    return band.upTo === null && next !== null && isDecimalText(next) && !next.includes(".")
      ? { ...band, upTo: decimalToText(subtract(next, decimalText("1"))) }
      : band;
  });
};

function countedOn<T extends Band>(bands: readonly T[]): readonly T[] {
  const counted: T[] = [];
  for (const band of bands) {
    const last = counted.at(-1)?.upTo ?? null;
    counted.push(
      band.isNext === true && last !== null && band.upTo !== null
        ? {
            ...band,
            above: decimalToText(add(last, decimalText("1"))),
            upTo: decimalToText(add(last, band.upTo)),
          }
        : band,
    );
  }
  return counted;
}

/** Whether bands go up without a gap or an overlap beyond a shared end. */
export const isAscending = (bands: readonly Band[]): boolean =>
  bands.every((band, index) => {
    const before = bands[index - 1]?.upTo ?? null;
    if (index > 0 && before === null) return false;
    if (before === null || band.above === null) return true;
    const [start, end] = [Number(band.above), Number(before)];
    return start === end || start === Number(decimalToText(add(before, decimalText("1"))));
  });
