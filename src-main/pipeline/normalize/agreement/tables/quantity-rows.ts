import type { Candidate } from "../engine/frame.ts";
import { foldText } from "../../values/fold.ts";
import { includedName, includedWord } from "../lexicon/included-names.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { isCount } from "../literals/literal.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { priceOf } from "./cell-price.ts";
import { cadenceIn } from "./column-words.ts";
import { whole } from "./price-columns.ts";
import type { Cell, TableRow, TableView } from "./table-view.ts";
import { parseBand } from "./bands.ts";

const isFree = (cell: Cell | null | undefined): boolean =>
  /^(?:included|incl\.?|inklusive|inkl\.?|enthalten|inclus|incluid[oa]|inclus[oa]|inbegrepen|free|no charge|n\/c)$/.test(
    cell?.folded ?? "",
  );

const baseOf = (row: TableRow, view: TableView, cells: readonly Cell[]) => ({
  from: null,
  to: null,
  confidence: 0.85,
  parts: cells.map(whole),
  order: view.placed.order - 1 + (row.index * 2 + 1) / 10_000,
  clause: view.placed.clause,
  outranks: null,
});

/** What the things of a label are counted in: "API calls" in calls. */
export const unitOfLabel = (label: Cell): string => {
  const word = label.folded.split(/[^\p{L}-]+/u).findLast((part) => part.length > 2) ?? "unit";
  return unitOfWord(word) ?? word.replace(/s$/u, "");
};

/** "API calls | 0 - 20,000 per month | included": a quantity that the fee covers. */
export function includedRow(
  row: TableRow,
  view: TableView,
  unitAt: number,
  label: Cell,
  style: NumberStyle,
): Candidate | null {
  const cell = row.cells[unitAt] ?? null;
  const free = row.cells.find(isFree) ?? null;
  const band = cell === null ? null : parseBand(cell.folded, style);
  if (cell === null || free === null || band?.upTo === null || band === null) return null;
  const unit = unitOfLabel(label);
  const cadence = cadenceIn(cell.folded);
  return {
    type: "included",
    key: `included|${unit}|`,
    ...baseOf(row, view, [label, cell, free]),
    value: { item: label.text, quantity: band.upTo, unit, per: cadence === "once" ? null : cadence },
  };
}

/** "API calls, 500,000 per month | Included": the quantity stands in the label. */
export function includedLabel(row: TableRow, view: TableView, label: Cell): Candidate | null {
  const free = row.cells.find((cell) => cell !== label && isFree(cell)) ?? null;
  const counts = label.literals.filter(isCount);
  const [count, ...more] = counts;
  if (free === null || count === undefined || more.length > 0) return null;
  const unit = count.type === "quantity" ? count.unit : unitOfLabel(label);
  const cadence = cadenceIn(label.folded);
  return {
    type: "included",
    key: `included|${unit}|`,
    ...baseOf(row, view, [label, free]),
    value: {
      item: label.text,
      quantity: count.value,
      unit,
      per: cadence === "once" ? null : cadence,
    },
  };
}

/** "API calls | above 20,000 per month | $0.035": the price of each one above, where what is below is included. */
export function overRow(
  row: TableRow,
  view: TableView,
  unitAt: number,
  label: Cell,
  style: NumberStyle,
): Candidate | null {
  const cell = row.cells[unitAt] ?? null;
  const band = cell === null ? null : parseBand(cell.folded, style);
  const isBelowIncluded = view.rows.some(
    (other) =>
      other.cells.some(isFree) && other.cells.some((same) => same?.folded === label.folded) && other !== row,
  );
  if (cell === null || band === null || band.upTo !== null || !isBelowIncluded) return null;
  const found = row.cells.flatMap((candidate, index) => {
    const column = view.columns[index];
    const price = column === undefined || index === unitAt ? null : priceOf(candidate, column, style);
    return price?.money === null || price === null || candidate === null ? [] : [{ price, cell: candidate }];
  });
  const [only] = found;
  if (only === undefined || found.length !== 1) return null;
  const unit = unitOfLabel(label);
  return {
    type: "overage",
    key: `overage|${unit}`,
    ...baseOf(row, view, [label, cell, only.cell]),
    value: { item: label.text, unit, price: only.price.value },
  };
}

/** "Included events | 2,000,000 per month": the label says that a count is covered, the cell how many. */
export function includedCount(row: TableRow, view: TableView, label: Cell): Candidate | null {
  const name = includedName.exec(label.folded);
  const cells = row.cells.filter((cell): cell is Cell => cell !== null && cell !== label);
  const [cell, ...more] = cells;
  if (name === null || cell === undefined || more.length > 0) return null;
  const counts = cell.literals.filter(isCount);
  const [count] = counts;
  if (count === undefined || cell.literals.length > 1) return null;
  if (!/^\W*\d/.test(cell.folded)) return null;
  const cadence = cadenceIn(cell.folded);
  const item = (name.index === 0 ? label.text.slice(name[0].length) : label.text.slice(0, name.index)).trim();
  const unit = count.type === "quantity" ? count.unit : unitOfLabel({ ...label, folded: foldText(item) });
  return {
    type: "included",
    key: `included|${unit}|`,
    ...baseOf(row, view, [label, cell]),
    value: {
      item,
      quantity: count.value,
      unit,
      per: cadence === "once" ? null : cadence,
    },
  };
}

const pastIncluded =
  /(?<!\p{L})(?:above|over|beyond|past|in excess of|exceeding|uber|oberhalb|au-dela d\p{L}*|por encima d\p{L}*|oltre|boven|acima d\p{L}*) (?:(?:the|der|das|den|die|le|la|el|il|lo|het|de|o|a) |l')*(?:included?|inclusive|allowance|bundled?|contained|free|quota|plan|inkludiert\p{L}*|enthalten\p{L}*|inklusiv\p{L}*|freimenge|forfait|inclus\p{L}*|compris\p{L}*|incluid\p{L}*|inbegrepen)/u;

/**
 * "Statements | 5,000 per month included | 0.06 per statement above the included volume": a count that a fee covers and
 * the price of each one above, in two cells of a row.
 */
export function pairedRow(
  row: TableRow,
  view: TableView,
  label: Cell,
  style: NumberStyle,
): readonly Candidate[] {
  const isCell = (cell: Cell | null): cell is Cell => cell !== null && cell !== label;
  const beyond = row.cells.filter(isCell).filter(({ folded }) => pastIncluded.test(folded));
  const [above] = beyond;
  if (above === undefined || beyond.length !== 1) return [];
  const column = view.columns[row.cells.indexOf(above)];
  const price = column === undefined ? null : priceOf(above, column, style);
  if (price === null || price.money === null) return [];
  const covered = row.cells.filter(isCell).flatMap((cell) => {
    const counts = cell.literals.filter(isCount);
    const [count] = counts;
    return cell !== above && includedWord.test(cell.folded) && counts.length === 1 && count !== undefined
      ? [{ cell, count }]
      : [];
  });
  const said = /(?<!\p{L})(?:per|pro|je|par|por|al|ogni) (\p{L}{3,})/u.exec(above.folded)?.[1];
  const unit =
    price.money.per[0]?.unit ?? (said === undefined ? unitOfLabel(label) : (unitOfWord(said) ?? said));
  const overage: Candidate = {
    type: "overage",
    key: `overage|${unit}`,
    ...baseOf(row, view, [label, above]),
    value: { item: label.text, unit, price: price.value },
  };
  const [{ cell, count } = { cell: null, count: null }] = covered;
  if (cell === null || count === null || covered.length !== 1) return [overage];
  const cadence = cadenceIn(cell.folded);
  return [
    {
      type: "included",
      key: `included|${unit}|`,
      ...baseOf(row, view, [label, cell]),
      value: {
        item: label.text,
        quantity: count.value,
        unit,
        per: cadence === "once" ? null : cadence,
      },
    },
    overage,
  ];
}
