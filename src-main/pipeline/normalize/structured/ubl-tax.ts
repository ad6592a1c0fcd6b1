import type { Element, TaxBreakdown } from "../../../../src-shared/model/index.ts";
import { childNamed, childrenNamed, descend, textOf } from "./element-path.ts";
import { sumOf, type Amount } from "./field-arithmetic.ts";
import type { FieldMaker } from "./structured-field.ts";

/**
 * The tax totals that are in the invoice's own currency. BT-111 repeats the total in another one, or, where the tax
 * currency is the same, once more without subtotals; several with subtotals are several taxes.
 */
export const ownTaxTotals = (root: Element, currency: string | null): readonly Element[] => {
  const totals = childrenNamed(root, "TaxTotal");
  const own = totals.filter((total) => {
    const stated = childNamed(total, "TaxAmount")?.attributes["currencyID"] ?? null;
    return stated === null || currency === null || stated === currency;
  });
  const known = own.length === 0 ? totals.slice(0, 1) : own;
  const divided = known.filter((total) => childNamed(total, "TaxSubtotal") !== null);
  return divided.length > 0 ? divided : known.slice(0, 1);
};

/** BG-23 of those totals. */
export const taxBreakdowns = (totals: readonly Element[], make: FieldMaker): readonly TaxBreakdown[] =>
  totals.flatMap((total) =>
    childrenNamed(total, "TaxSubtotal").map((subtotal): TaxBreakdown => {
      const category = childNamed(subtotal, "TaxCategory");
      return {
        category: textOf(childNamed(category, "ID")),
        name: textOf(descend(category, "TaxScheme", "ID")),
        rate: make.amount(childNamed(category, "Percent")) ?? make.amount(childNamed(subtotal, "Percent")),
        base: make.amount(childNamed(subtotal, "TaxableAmount")),
        amount: make.amount(childNamed(subtotal, "TaxAmount")),
        exemptionReason: textOf(childNamed(category, "TaxExemptionReason")),
      };
    }),
  );

/** BT-110: one tax total, or the sum of several taxes. */
export const taxAmount = (totals: readonly Element[], make: FieldMaker): Amount =>
  sumOf(totals.map((total) => make.amount(childNamed(total, "TaxAmount"))));
