import type { LabelField, LabelHit } from "../labels/index.ts";
import type { Token } from "./layout.ts";

/** Names of numbers, dates and terms that stand in the head of a paper. */
export const headFields: ReadonlySet<LabelField> = new Set([
  "invoice-number",
  "credit-note-number",
  "preceding-invoice",
  "order-number",
  "seller-order",
  "contract-number",
  "project",
  "customer-number",
  "supplier-number",
  "buyer-reference",
  "delivery-note",
  "quote-number",
  "work-order",
  "issue-date",
  "due-date",
  "tax-point",
  "period",
  "terms",
  "page",
]);

/** "Factuurnummer Factuurdatum Vervaldatum Uw kenmerk": names of numbers and dates and nothing else head their columns. */
export function isRowOfHeads(hits: readonly LabelHit<LabelField>[], tokens: readonly Token[]): boolean {
  const heads = hits.filter(({ meanings }) => meanings.some(({ field }) => headFields.has(field)));
  if (heads.length < 2 || heads.length < hits.length) return false;
  return tokens.every(
    ({ text }, index) =>
      !/[\p{L}\d]/u.test(text) || heads.some(({ start, end }) => index >= start && index < end),
  );
}
