import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { hasLexeme } from "../engine/reading.ts";
import { includedWord } from "../lexicon/included-names.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { isCount, isMoney } from "../literals/literal.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { priceOf } from "./cell-price.ts";
import { cadenceIn } from "./column-words.ts";
import { whole } from "./price-columns.ts";
import { unitOfLabel } from "./quantity-rows.ts";
import type { Cell, Column, TableRow, TableView } from "./table-view.ts";

type Placed = Column & { readonly index: number };

/** The column of what a fee covers, and that of the price of each one past it. */
export interface AllowanceColumns {
  readonly covered: Placed;
  readonly beyond: Placed;
}

/** "for each further copy", "je weitere Seite": what one of them is. */
const eachFurther =
  /(?<!\p{L})(?:each|every|per|an?|pro|je|jede\p{L}*|par|chaque|por|cada|al|ogni|elke?|iedere?) (?:(?:further|additional|extra|excess|weitere\p{L}*|zusatzliche\p{L}*|mehr|supplementaire|adicional|ulteriore|aggiuntiv\p{L}|volgende?) )?(\p{L}{3,})/u;

/** "Type | Included per month | Charge for each further copy": heads that say what is covered and what more of it costs. */
export function allowanceColumns(view: TableView, style: NumberStyle): AllowanceColumns | null {
  const columns = view.columns.map((column, index) => ({ ...column, index }));
  const filled = (column: Placed): readonly Cell[] =>
    view.rows.flatMap(({ cells }) => cells[column.index] ?? []);
  const isPriced = (column: Placed): boolean =>
    filled(column).some((cell) => (priceOf(cell, column, style)?.money ?? null) !== null);
  const covered = columns.filter(
    (column) =>
      column.index > 0 &&
      includedWord.test(column.head?.folded ?? "") &&
      filled(column).some((cell) => countIn(cell) !== null) &&
      !isPriced(column),
  );
  const beyond = columns.filter(
    (column) => hasLexeme(column.head?.folded ?? "", "excess") && isPriced(column),
  );
  const [one, other] = [covered[0], beyond[0]];
  return one === undefined || other === undefined || covered.length + beyond.length > 2
    ? null
    : { covered: one, beyond: other };
}

/** What a row covers and what each one past it costs. */
export function allowanceRow(
  row: TableRow,
  label: Cell,
  { covered, beyond }: AllowanceColumns,
  view: TableView,
  style: NumberStyle,
): readonly Candidate[] {
  const inside = row.cells[covered.index] ?? null;
  const past = row.cells[beyond.index] ?? null;
  const price = past === null ? null : priceOf(past, beyond, style);
  if (past === null || price === null) return [];
  const count = inside === null ? null : countIn(inside);
  const heads = [beyond, covered].map(({ head }) => head?.folded ?? "");
  const said = eachFurther.exec(past.folded)?.[1] ?? eachFurther.exec(heads[0] ?? "")?.[1];
  const unit =
    price.money?.per[0]?.unit ??
    count?.unit ??
    (said === undefined ? null : (unitOfWord(said) ?? said)) ??
    nounIn(heads[1] ?? "") ??
    unitOfLabel(label);
  const item = label.text.replace(/[.: ]+$/, "");
  const base = {
    from: null,
    to: null,
    confidence: 0.85,
    order: view.placed.order - 1 + (row.index * 2 + 1) / 10_000,
    clause: view.placed.clause,
    outranks: null,
  };
  const partsOf = (cell: Cell, { head }: Placed): Candidate["parts"] => [
    whole(label),
    whole(cell),
    ...(head === null ? [] : [{ prepared: head, start: 0, end: head.text.length }]),
  ];
  const overage: Candidate = {
    ...base,
    type: "overage",
    key: `overage|${unit}|${item.toLowerCase()}`,
    parts: partsOf(past, beyond),
    value: { item, unit, price: price.value },
  };
  if (count === null || inside === null) return [overage];
  // A fee of the month covers so many a month.
  const told = cadenceIn(`${inside.folded} ${heads[1] ?? ""}`);
  const cadence = told ?? cadenceIn(view.columns.map(({ head }) => head?.folded ?? "").join(" "));
  return [
    {
      ...base,
      type: "included",
      key: `included|${unit}|${item.toLowerCase()}`,
      parts: partsOf(inside, covered),
      value: { item, quantity: count.value, unit, per: cadence === "once" ? null : cadence },
    },
    overage,
  ];
}

/** The one count of a cell that says no money. */
function countIn({ literals }: Cell): { readonly value: DecimalText; readonly unit: string | null } | null {
  const [count, ...more] = literals.filter(isCount);
  if (count === undefined || more.length > 0 || literals.some(isMoney)) return null;
  return { value: count.value, unit: count.type === "quantity" ? count.unit : null };
}

/** "Included minutes per month": the first noun of a head that is a unit of use. */
const nounIn = (head: string): string | null => {
  const words = head.replace(/(?<!\p{L})(?:per|pro|je|par|por|al) \p{L}+/gu, " ").split(/[^\p{L}]+/u);
  return words.flatMap((word) => (word.length > 2 ? (unitOfWord(word) ?? []) : []))[0] ?? null;
};
