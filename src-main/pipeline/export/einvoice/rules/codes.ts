import { isCurrencyCode } from "../../../../../src-shared/money/index.ts";
import {
  addressSchemes,
  countryCodes,
  documentTypeCodes,
  exemptionCodes,
  paymentMeansCodes,
  unitCodes,
} from "../code-lists.ts";
import { vatCategories, type EInvoice } from "../einvoice.ts";
import { breakdownsOf, documentRule, linesOf, partRule, type EInvoiceRule } from "./rule.ts";

const isIn = (codes: ReadonlySet<string>, code: string | null): boolean => code === null || codes.has(code);
// The standard's list knows e-mail and EDI addresses, which Peppol's does not.
const allSchemes: ReadonlySet<string> = new Set([...addressSchemes, "EM", "AN", "AQ", "AS", "AU"]);
const hasSchemesIn =
  (schemes: ReadonlySet<string>) =>
  ({ seller, buyer }: EInvoice): boolean =>
    [seller.endpoint, buyer.endpoint].every((endpoint) => isIn(schemes, endpoint?.scheme ?? null));
const categories: ReadonlySet<string> = new Set(vatCategories);

const documentParts = (invoice: EInvoice): readonly (readonly [string, EInvoice["allowances"][number]])[] =>
  invoice.allowances.map((each, index) => [`${each.kind} ${index + 1}`, each]);

/** Values that must come from a list. Source: EN 16931-1, BR-CL rules. */
export const codeRules: readonly EInvoiceRule[] = [
  documentRule("BR-CL-01", (invoice) => isIn(documentTypeCodes, invoice.typeCode)),
  documentRule("BR-CL-03", (invoice) => invoice.currency === null || isCurrencyCode(invoice.currency)),
  documentRule("BR-CL-14", ({ seller, buyer, delivery }) =>
    [seller.country, buyer.country, delivery?.country ?? null].every((code) => isIn(countryCodes, code)),
  ),
  documentRule("BR-CL-16", (invoice) => isIn(paymentMeansCodes, invoice.payment?.code ?? null)),
  partRule("BR-CL-17", breakdownsOf, (each) => isIn(categories, each.category)),
  partRule<{ readonly category: string | null }>(
    "BR-CL-18",
    (invoice) => [...linesOf(invoice), ...documentParts(invoice)],
    (each) => isIn(categories, each.category),
  ),
  partRule("BR-CL-22", breakdownsOf, (each) => isIn(exemptionCodes, each.reasonCode)),
  partRule("BR-CL-23", linesOf, (line) => isIn(unitCodes, line.unitCode)),
  documentRule("BR-CL-25", hasSchemesIn(allSchemes)),
];

export const peppolCodeRules: readonly EInvoiceRule[] = [
  documentRule("PEPPOL-EN16931-CL008", hasSchemesIn(addressSchemes)),
];
