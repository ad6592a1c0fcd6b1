import type { TotalCandidate } from "./total-candidate.ts";

/**
 * The sum of an invoice for a deposit, which is named by what it asks for: "Anzahlung 12.542,40", "Acompte TTC".
 *
 * Only where no other name says what the whole comes to; the arithmetic of net total and tax decides as everywhere.
 */
export function depositSum(found: readonly TotalCandidate[]): readonly TotalCandidate[] {
  if (found.some(({ field, score }) => (field === "gross" || field === "payable") && score >= 0.4)) return [];
  const taxes = found.filter(({ field, score }) => field === "tax" && score >= 0.4);
  const last = found.findLast(({ field, score }) => field === "prepaid" && score >= 0.5);
  const isBelowTaxes = last !== undefined && taxes.every(({ row }) => row.index < last.row.index);
  return last === undefined || taxes.length === 0 || !isBelowTaxes
    ? []
    : [{ ...last, field: "gross", score: 0.6 }];
}
