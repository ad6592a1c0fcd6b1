import type { EInvoice } from "../einvoice.ts";
import { categoryRules } from "./categories.ts";
import { codeRules } from "./codes.ts";
import { decimalRules } from "./decimals.ts";
import { peppolRules } from "./peppol.ts";
import { presenceRules } from "./presence.ts";
import type { EInvoiceRule } from "./rule.ts";
import { totalRules } from "./totals.ts";
import { germanRules } from "./xrechnung.ts";

export { peppolProcess, peppolSpecification } from "./peppol.ts";
export { isIban, xrechnungSpecification } from "./xrechnung.ts";
export type { EInvoiceRule } from "./rule.ts";

/** What an e-invoice is held to: the standard, or a profile with rules of its own on top. */
export const einvoiceProfiles = ["en16931", "peppol", "xrechnung"] as const;
export type EInvoiceProfile = (typeof einvoiceProfiles)[number];

const standardRules: readonly EInvoiceRule[] = [
  ...presenceRules,
  ...totalRules,
  ...decimalRules,
  ...categoryRules,
  ...codeRules,
];

/** The rules of a profile. Peppol's rules for German sellers and buyers apply by country. */
export const rulesOfProfile = (
  profile: EInvoiceProfile,
  { seller, buyer }: Pick<EInvoice, "seller" | "buyer">,
): readonly EInvoiceRule[] => {
  if (profile === "en16931") return standardRules;
  if (profile === "xrechnung") return [...standardRules, ...germanRules];
  const isGerman = seller.country === "DE" && buyer.country === "DE";
  return [...standardRules, ...peppolRules, ...(isGerman ? germanRules : [])];
};

/** All rules that there are, for tests and documentation. */
export const allRules: readonly EInvoiceRule[] = [...standardRules, ...peppolRules, ...germanRules];

/** The rules that an invoice breaks, with the places. */
export const brokenRules = (
  invoice: EInvoice,
  profile: EInvoiceProfile,
): readonly { readonly rule: string; readonly places: readonly string[] }[] =>
  rulesOfProfile(profile, invoice).flatMap(({ id, broken }) => {
    const places = broken(invoice);
    return places.length === 0 ? [] : [{ rule: id, places }];
  });
