import { matchFieldLabels } from "../labels/index.ts";
import type { LabelField } from "../labels/index.ts";
import type { Row } from "./layout.ts";

const metaFields: ReadonlySet<LabelField> = new Set([
  "invoice-number",
  "credit-note-number",
  "issue-date",
  "due-date",
  "customer-number",
  "order-number",
  "terms",
  "buyer",
  "payable",
]);

const totalFields: ReadonlySet<LabelField> = new Set([
  "subtotal",
  "net",
  "tax",
  "gross",
  "payable",
  "prepaid",
  "discount",
  "charge",
]);

/** Names of sums that fill their segments. */
export function countTotals(rows: readonly Row[]): number {
  return rows
    .flatMap((row) => row.segments)
    .filter((segment) =>
      matchFieldLabels(segment.tokens.map((token) => token.text)).some(
        ({ start, meanings }) =>
          start <= 1 &&
          meanings[0] !== undefined &&
          meanings[0].weight >= 0.5 &&
          totalFields.has(meanings[0].field),
      ),
    ).length;
}

/** Plain labels of the document's head in a row: names over its number and dates are no table of items. */
export function countMeta(rows: readonly Row[]): number {
  const hits = rows.flatMap((row) =>
    row.segments.flatMap((segment) => matchFieldLabels(segment.tokens.map((token) => token.text))),
  );
  return hits.filter(
    ({ meanings }) =>
      meanings[0] !== undefined && meanings[0].weight >= 1 && metaFields.has(meanings[0].field),
  ).length;
}
