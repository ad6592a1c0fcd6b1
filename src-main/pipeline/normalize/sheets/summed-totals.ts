import { valueOf, type Field } from "../../../../src-shared/model/index.ts";
import {
  add,
  sum,
  decimalToText,
  isEqual,
  subtract,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { RecordRow, RecordTable } from "./record-table.ts";
import type { RecordValues } from "./record-values.ts";

/** What the lines of an invoice come to, where its export prints no total of its own. */
export interface SummedTotals {
  readonly net: Field<DecimalText> | null;
  readonly tax: Field<DecimalText> | null;
  readonly gross: Field<DecimalText> | null;
}

const nothing: SummedTotals = { net: null, tax: null, gross: null };
const printedTotals: readonly ColumnRole[] = ["subtotal", "total", "total-tax", "balance"];
/** A sum is as good as its parts, but nobody printed it. */
const mostConfidence = 0.95;

/**
 * Totals of an export of lines that has a column for what each line comes to with tax, and none for documents.
 *
 * The gross total is the sum of these. The net total needs the lines without tax, too; and where the export states tax
 * of lines, it must be the difference, else only the gross total is said: a second tax may have a column of its own, or a
 * discount stand between the two. A cell that is empty or cannot be read leaves its sum unknown.
 *
 * @param rows the rows of one invoice, one a line
 */
export function summedTotals(
  table: RecordTable,
  rows: readonly RecordRow[],
  values: RecordValues,
): SummedTotals {
  if (printedTotals.some((role) => table.columns.has(role)) || !table.columns.has("line-gross"))
    return nothing;
  const gross = sumOf(rows, values, "line-gross");
  const net = sumOf(rows, values, "line-amount");
  if (gross === null || net === null) return { ...nothing, gross };
  const [all, before] = [gross.value, net.value];
  if (all === null || before === null) return { ...nothing, gross };
  const difference = decimalToText(subtract(all, before));
  if (table.columns.has("tax-amount")) {
    const tax = valueOf(sumOf(rows, values, "tax-amount"));
    if (tax === null || !isEqual(tax, difference)) return { ...nothing, gross };
  }
  return { net, gross, tax: { ...gross, value: difference } };
}

/**
 * The net total that an export does not print beside its total and its tax: the sum of the lines, where the three close.
 *
 * Tax is that of the document, else the sum of the lines' own.
 */
export function netByTotal(
  rows: readonly RecordRow[],
  values: RecordValues,
  total: Field<DecimalText> | null,
  tax: Field<DecimalText> | null,
): Field<DecimalText> | null {
  const [all, net] = [valueOf(total), sumOf(rows, values, "line-amount")];
  const taxed = valueOf(tax) ?? valueOf(sumOf(rows, values, "tax-amount"));
  if (all === null || taxed === null || net?.value === null || net === null) return null;
  return isEqual(add(net.value, taxed), all) ? net : null;
}

function sumOf(
  rows: readonly RecordRow[],
  values: RecordValues,
  role: ColumnRole,
): Field<DecimalText> | null {
  const parts: Field<DecimalText>[] = [];
  const amounts: DecimalText[] = [];
  for (const row of rows) {
    const part = values.amount(row, role);
    const amount = valueOf(part);
    if (part === null || amount === null) return null;
    parts.push(part);
    amounts.push(amount);
  }
  const [first] = parts;
  if (first === undefined) return null;
  return {
    value: decimalToText(sum(amounts)),
    evidence: parts.flatMap(({ evidence }) => evidence),
    basis: first.basis,
    confidence: Math.min(mostConfidence, ...parts.map(({ confidence }) => confidence)),
  };
}
