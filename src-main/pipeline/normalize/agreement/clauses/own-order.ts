import type { PurchaseOrderValue } from "../../../../../src-shared/model/index.ts";
import { totalRow } from "../tables/cell-price.ts";
import type { Candidate } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { parseLiterals } from "../literals/compose.ts";
import type { Outline } from "../structure/outline.ts";

const payersOrder =
  /\b(?:purchase order|p\.?o\b|(?:your|our|ihre|unsere|votre|notre|nuestro|vostro|nostro) [a-z]*|pedido|bestell\w*|commande|orden de compra|oda|inkooporder)/;

/** The number of the agreement itself, printed as "order number" by a seller's form, is no order of the payer. */
export const withoutOwnNumber = (
  candidates: readonly Candidate[],
  number: string | null,
): readonly Candidate[] =>
  candidates.filter(
    ({ type, value, parts }) =>
      type !== "purchase-order" ||
      (value as PurchaseOrderValue).number !== number ||
      parts.some(({ prepared }) => payersOrder.test(prepared.folded)),
  );

/** A purchase order's own number with its total, where a row says it. */
export function withOrderTotal(
  candidates: readonly Candidate[],
  outline: Outline,
  number: string | null,
  style: NumberStyle,
): readonly Candidate[] {
  const totals = outline.lines.filter(
    (line) =>
      totalRow.test(line.prepared.folded) &&
      !/^(?:sub|zwischen|sales tax|tax|vat|mwst|tva|shipping)/.test(line.prepared.folded),
  );
  const last = totals.at(-1);
  const money =
    last === undefined
      ? []
      : parseLiterals(last.prepared.text, last.prepared.folded, style).filter(
          (literal) => literal.type === "money",
        );
  const [amount] = money;
  const total = money.length === 1 && amount !== undefined ? amount.value : null;
  const at = candidates.findIndex(
    (candidate) =>
      candidate.type === "purchase-order" &&
      (number === null || (candidate.value as PurchaseOrderValue).number === number),
  );
  const known = candidates[at];
  if (known === undefined || total === null || last === undefined) return candidates;
  const value = known.value as PurchaseOrderValue;
  if (value.amount !== undefined) return candidates;
  const joined: Candidate = {
    ...known,
    value: { ...value, amount: total },
    parts: [...known.parts, { prepared: last.prepared, start: 0, end: last.prepared.text.length }],
  };
  return candidates.map((candidate, index) => (index === at ? joined : candidate));
}
