import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { allowanceColumns, allowanceRow, type AllowanceColumns } from "./allowance-columns.ts";
import { contextText, priceOf } from "./cell-price.ts";
import { roleOfHead } from "./column-roles.ts";
import { cadenceIn } from "./column-words.ts";
import { findExtension, productOf } from "./derived-sums.ts";
import type { Extension } from "./derived-sums.ts";
import { isMoneyColumn, minimumCharge, minimumRow } from "./minimum-column.ts";
import { isPercentRow, isProgress, percentRow } from "./percent-rows.ts";
import { headText, unitOfCount } from "./price-columns.ts";
import type { RowFacts } from "./price-columns.ts";
import { priceCandidate } from "./price-row.ts";
import { includedCount, includedLabel, includedRow, overRow, pairedRow } from "./quantity-rows.ts";
import { attributeColumns, isHireTable } from "./row-attributes.ts";
import { addedUp, kindOfRow } from "./row-kind.ts";
import type { Cell, Column, TableRow, TableView } from "./table-view.ts";

type PlacedColumn = Column & { readonly index: number };

/** The terms of a table of prices, and its rows that are none: their words go to the frames. */
export interface PriceTable {
  readonly candidates: readonly Candidate[];
  readonly others: readonly TableRow[];
}

/** What the columns of a price table are for. */
interface Plan {
  readonly label: PlacedColumn;
  /** Columns of prices that bill; of an extended list only the price of one. */
  readonly used: readonly PlacedColumn[];
  readonly extension: Extension | null;
  readonly role: PlacedColumn | null;
  readonly quantity: PlacedColumn | null;
  readonly unit: PlacedColumn | null;
  readonly frequency: PlacedColumn | null;
  readonly minimum: PlacedColumn | null;
  /** Whether the column of least figures holds sums rather than counts. */
  readonly isMinimumMoney: boolean;
  /** Whether the shares among the rows say how far the work is. */
  readonly isProgress: boolean;
  /** Whether the prices are those of things that are hired. */
  readonly isHire: boolean;
  readonly attributes: readonly number[];
  /** What fees cover, and what more of it costs. */
  readonly allowance: AllowanceColumns | null;
}

/** Rows with prices as terms: what each row is, then what it costs of what; `null` for other tables. */
export function readPriceTable(view: TableView, style: NumberStyle, facts: DocumentFacts): PriceTable | null {
  const plan = planOf(view, style);
  if (plan === null) return null;
  const candidates: Candidate[] = [];
  const others: TableRow[] = [];
  const chain = plan.extension?.total ?? plan.used.at(-1)?.index ?? -1;
  const sumAt = (row: TableRow, index: number): DecimalText | null =>
    priceOf(row.cells[index] ?? null, { head: null, role: "amount" }, style)?.value ?? null;
  const totals = addedUp(view.rows, (row) => sumAt(row, chain));
  let isBelowTotal = false;
  for (const row of view.rows) {
    const label = row.cells[plan.label.index] ?? row.cells.find((cell) => cell !== null) ?? null;
    if (label === null || isStruck(label) || notOrdered.test(label.folded)) continue;
    const kind = kindOfRow(label, totals.has(row));
    const hasRate = plan.extension !== null && sumAt(row, plan.extension.rate) !== null;
    if (kind === "total") isBelowTotal = true;
    if (kind === "total" || (isBelowTotal && !hasRate)) {
      // A rate of tax or a discount stands among the totals.
      if (kind !== "total" || row.cells.some((cell) => cell?.text.includes("%"))) others.push(row);
      continue;
    }
    const made =
      kind === "other"
        ? []
        : kind === "minimum"
          ? minimumRow(row, label, plan.used, view, style)
          : candidatesOf(row, label, plan, view, style, facts);
    if (made.length > 0) candidates.push(...made);
    else others.push(row);
  }
  return candidates.length === 0 ? null : { candidates, others };
}

function planOf(view: TableView, style: NumberStyle): Plan | null {
  const columns = view.columns.map((column, index) => ({ ...column, index }));
  const priced = (column: PlacedColumn): number =>
    view.rows.filter((row) => priceOf(row.cells[column.index] ?? null, column, style) !== null).length;
  const prices = columns.filter(
    (column) =>
      (["rate", "amount", "unknown", "unit", "band", "date", "frequency"].includes(column.role) &&
        priced(column) >= Math.max(1, view.rows.length * (column.role === "amount" ? 0.2 : 0.4))) ||
      (["item", "role", "milestone", "quantity"].includes(column.role) &&
        column.index > 0 &&
        priced(column) >= Math.max(2, view.rows.length * 0.9)),
  );
  // "Order total: $4,100.00" is a pair for the frames; a lone row of a name and its price is a list.
  const isList =
    view.hasHead ||
    view.rows.length > 1 ||
    (prices.some(({ role }) => role === "amount") &&
      view.rows.every(({ cells }) => cells.every((cell) => cell === null || !cell.text.endsWith(":"))));
  if (prices.length === 0 || !isList) return null;
  const label = labelColumn(view, columns, prices);
  if (label === null) return null;
  const labels = columns.filter((column) => !prices.includes(column));
  const extension = findExtension(
    view,
    prices.filter(({ role }) => role !== "list").map(({ index }) => index),
    style,
  );
  const quantity =
    columns.find((column) => column.role === "quantity" && column !== label && !prices.includes(column)) ??
    null;
  const minimum = columns.find((column) => column.role === "minimum") ?? null;
  const used = usedColumns(prices, extension, quantity);
  return {
    label,
    used,
    extension,
    role: labels.find((column) => column.role === "role") ?? null,
    quantity:
      extension?.count === null || extension === null ? quantity : (columns[extension.count] ?? quantity),
    unit:
      columns.find((column) => column.role === "unit" && !prices.includes(column) && isWordy(column, view)) ??
      null,
    frequency: columns.find((column) => column.role === "frequency" && column !== label) ?? null,
    minimum,
    isMinimumMoney: minimum !== null && isMoneyColumn(minimum, view),
    isProgress: isProgress(view),
    isHire: isHireTable(used, view, style),
    attributes: attributeColumns(view, labels, label.index),
    allowance: allowanceColumns(view, style),
  };
}

/** A column of units holds words; one of figures under "Per" says for how many a price is. */
const isWordy = ({ index }: PlacedColumn, view: TableView): boolean =>
  view.rows.some(({ cells }) => /\p{L}/u.test(cells[index]?.text ?? ""));

/** The column that names the rows: by its head, else the first of words. */
function labelColumn(
  view: TableView,
  columns: readonly PlacedColumn[],
  prices: readonly PlacedColumn[],
): PlacedColumn | null {
  const labels = columns.filter(
    (column) =>
      !prices.includes(column) &&
      view.rows.some((row) => row.cells[column.index] !== null && row.cells[column.index] !== undefined),
  );
  // A letter alone names a row only where the head says of what: "Zone | A".
  const isWorded = ({ index, head }: PlacedColumn): boolean =>
    view.rows.filter((row) =>
      (head === null ? /\p{L}{2}/u : /^\p{L}$|\p{L}{2}/u).test(row.cells[index]?.text ?? ""),
    ).length >=
    view.rows.length * 0.5;
  const names = ({ role }: PlacedColumn): boolean =>
    !["number", "quantity", "unit", "percent"].includes(role);
  return (
    labels.find((column) => (column.role === "item" || column.role === "milestone") && isWorded(column)) ??
    labels.find((column) => column.role === "role" && isWorded(column)) ??
    labels.find((column) => names(column) && isWorded(column)) ??
    labels.find(names) ??
    null
  );
}

function usedColumns(
  prices: readonly PlacedColumn[],
  extension: Extension | null,
  quantity: PlacedColumn | null,
): readonly PlacedColumn[] {
  if (extension !== null)
    return prices
      .filter(({ index }) => index === extension.rate)
      .map((column) => ({ ...column, role: "rate" as const }));
  const rates = prices.filter(({ role }) => role === "rate");
  if (rates.length > 0 && quantity !== null)
    return prices
      .filter((column) => column.role === "rate" || roleOfHead(headText(column)) === "unknown")
      .map((column) => ({ ...column, role: "rate" as const }));
  const used = prices.filter(
    (column) =>
      column.role !== "list" &&
      !(
        rates.length > 0 &&
        column.role === "amount" &&
        /\b(?:total|extended|gesamt|amount|subtotal|extension)\b/.test(headText(column))
      ),
  );
  // Several columns of sums under names of their own: prices by zone, size or speed.
  const isMatrix =
    used.length > 1 &&
    used.every(
      (column) =>
        headText(column) !== "" &&
        roleOfHead(headText(column)) === "unknown" &&
        cadenceIn(headText(column)) === null,
    );
  return isMatrix ? used.map((column) => ({ ...column, role: "rate" as const })) : used;
}

function candidatesOf(
  row: TableRow,
  label: Cell,
  plan: Plan,
  view: TableView,
  style: NumberStyle,
  facts: DocumentFacts,
): readonly Candidate[] {
  if (isPercentRow(row)) {
    const extra = plan.isProgress ? null : percentRow(row, label, view);
    return extra === null ? [] : [extra];
  }
  const cellAt = (column: { readonly index: number } | null): Cell | null =>
    column === null ? null : (row.cells[column.index] ?? null);
  const counted =
    plan.unit === null
      ? null
      : (includedRow(row, view, plan.unit.index, label, style) ??
        overRow(row, view, plan.unit.index, label, style));
  const bundled = counted ?? includedLabel(row, view, label) ?? includedCount(row, view, label);
  if (bundled !== null) return [bundled];
  const paired = pairedRow(row, view, label, style);
  if (paired.length > 0) return paired;
  const table: RowFacts = {
    view,
    style,
    facts,
    context: contextText(view.placed),
    label,
    role: cellAt(plan.role),
    unit: cellAt(plan.unit),
    frequency: cellAt(plan.frequency),
    quantity: cellAt(plan.quantity),
    minimum: cellAt(plan.minimum),
    isMinimumMoney: plan.isMinimumMoney,
    attributes: plan.attributes.flatMap((index) => row.cells[index] ?? []),
    isHire: plan.isHire,
    hasQuantity: plan.quantity !== null,
    isOnly: plan.used.length === 1,
    counted: unitOfCount(cellAt(plan.quantity), plan.quantity, style),
    base: baseOfRow(row, plan.extension, style),
  };
  const allowed = plan.allowance === null ? [] : allowanceRow(row, label, plan.allowance, view, style);
  const made: Candidate[] = [...allowed];
  for (const column of plan.used) {
    if (allowed.length > 0 && column.index === plan.allowance?.beyond.index) continue;
    const candidate = priceCandidate(row, column, table);
    if (candidate !== null) made.push(candidate);
  }
  // A row of an extended list with its sum alone: a lump sum, or one of the thing.
  const total = plan.extension === null ? null : view.columns[plan.extension.total];
  if (made.length === 0 && plan.extension !== null && total !== null && total !== undefined) {
    const lump = priceCandidate(
      row,
      { ...total, role: "amount", index: plan.extension.total },
      { ...table, hasQuantity: false, quantity: null, counted: null, base: null, isOnly: true },
    );
    if (lump !== null) made.push(lump);
  }
  const least =
    plan.minimum === null ? null : minimumCharge(row, plan.minimum, label, plan.isMinimumMoney, view, style);
  if (least !== null) made.push(least);
  return made;
}

/** For how many of the thing its price is, where count times price shows it. */
function baseOfRow(row: TableRow, extension: Extension | null, style: NumberStyle): DecimalText | null {
  if (extension === null) return null;
  const [price, amount] = [extension.rate, extension.total].map(
    (index) => priceOf(row.cells[index] ?? null, { head: null, role: "amount" }, style)?.value ?? null,
  );
  if (price === null || price === undefined || amount === null || amount === undefined) return null;
  return (
    productOf(row, price, amount, [extension.rate, extension.total], style, extension.count)?.base ?? null
  );
}

/** A position that the total leaves out: offered, and not agreed until somebody orders it. */
const notOrdered =
  /^(?:eventual|alternativ|wahl)pos(?:ition|\.)|\b(?:nicht in (?:der )?(?:summe|gesamtsumme) enthalten|nicht in der summe|not (?:included )?in (?:the )?total|hors total|non compris dans le total|no incluid[oa] en el total|non inclus[oa] nel totale|niet in (?:het )?totaal)\b/;

export const isStruck = (cell: Cell): boolean => /^~~.*~~$/.test(cell.text);
