import { isZero, type DecimalText } from "../../../../src-shared/money/index.ts";
import { splitCurrency } from "../values/currency.ts";
import { isCents } from "./content-columns.ts";
import type { RecordValues } from "./record-values.ts";
import type { RecordRow, RecordTable } from "./table-shape.ts";
import { namesSum } from "./sum-words.ts";

/** A column of what was spent beside what the rows count: "Parking" beside miles. */
export interface SpentColumn {
  readonly column: number;
  /** Its title without the currency. */
  readonly title: string;
  /** ISO code, where the title names one. */
  readonly currency: string | null;
}

const sign = /[([]?(?:[€$£]|\b(?:EUR|USD|GBP|CHF|CAD|AUD)\b)[)\]]?/u;
const priced = /rate|tarif|satz|price|preis|prix|prijs|precio|prezzo|pre[cç]o|[/]\s?(?:km|mile|mi)/i;

/** Columns without a role that hold sums of money: by the currency in their titles, or by two decimals in each cell. */
export function spentColumns({ header, columns, measures, rows }: RecordTable): readonly SpentColumn[] {
  const known = new Set([...columns.values(), ...measures.map(({ column }) => column)]);
  return header.flatMap((text, column): readonly SpentColumn[] => {
    const cells = rows.flatMap(({ all }) => all[column] ?? []).filter((cell) => cell.text !== "");
    const isPlain = /\p{L}{3}/u.test(text) && !known.has(column) && !namesSum(text) && !priced.test(text);
    const isMoney = cells.length > 0 && cells.every(isCents);
    const isSaid = sign.test(text) || cells.every(({ valueType }) => valueType === "text");
    if (!isPlain || !isMoney || !isSaid) return [];
    const title = text.replace(sign, " ").replace(/\s+/g, " ").trim();
    return [
      { column, title, currency: splitCurrency(`1 ${sign.exec(text)?.[0] ?? ""}`).currency?.code ?? null },
    ];
  });
}

/** A sum that stands in a column of what was spent; `amount` is `null` where it cannot be decided. */
export interface Spent {
  readonly column: SpentColumn;
  readonly amount: DecimalText | null;
}

/** What a row says was spent, without zeros. */
export const spentIn = (
  row: RecordRow,
  columns: readonly SpentColumn[],
  values: RecordValues,
): readonly Spent[] =>
  columns.flatMap((column): readonly Spent[] => {
    const cell = row.all[column.column];
    const spent = cell === undefined ? null : values.amountOfCell(cell);
    const isNothing = spent === null || (spent.value !== null && isZero(spent.value));
    return isNothing ? [] : [{ column, amount: spent.value }];
  });
