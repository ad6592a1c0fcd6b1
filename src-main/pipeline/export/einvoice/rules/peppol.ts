import type { EInvoice } from "../einvoice.ts";
import { peppolCodeRules } from "./codes.ts";
import { breakdownsOf, documentRule, isSaid, linesOf, partRule, type EInvoiceRule } from "./rule.ts";
import { peppolTotalRules } from "./totals.ts";

export const peppolSpecification =
  "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
export const peppolProcess = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

/** The check digit of GS1: from the right, digits count three and one in turn. */
const isLocationNumber = (id: string): boolean => {
  if (!/^\d{13}$/.test(id)) return false;
  const sum = Array.from(id.slice(0, 12), Number).reduce(
    (total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(id[12]);
};

const isGerman = ({ seller, buyer }: EInvoice): boolean => seller.country === "DE" && buyer.country === "DE";

/** Which category a code of exemption belongs to. */
const categoryOfCode: Readonly<Record<string, string>> = {
  "VATEX-EU-G": "G",
  "VATEX-EU-O": "O",
  "VATEX-EU-IC": "K",
  "VATEX-EU-AE": "AE",
};

/** Source: Peppol BIS Billing 3.0, release 3.0.19. */
export const peppolRules: readonly EInvoiceRule[] = [
  documentRule("PEPPOL-EN16931-R001", (invoice) => isSaid(invoice.process)),
  documentRule("PEPPOL-EN16931-R002", (invoice) => invoice.notes.length <= 1 || isGerman(invoice)),
  documentRule(
    "PEPPOL-EN16931-R003",
    (invoice) => isSaid(invoice.buyerReference) || isSaid(invoice.orderReference),
  ),
  documentRule("PEPPOL-EN16931-R004", (invoice) => invoice.specification === peppolSpecification),
  documentRule("PEPPOL-EN16931-R007", (invoice) =>
    /^urn:fdc:peppol\.eu:2017:poacc:billing:\d{2}:1\.0$/.test(invoice.process ?? ""),
  ),
  documentRule("PEPPOL-EN16931-R010", ({ buyer }) => isSaid(buyer.endpoint?.id ?? null)),
  documentRule("PEPPOL-EN16931-R020", ({ seller }) => isSaid(seller.endpoint?.id ?? null)),
  ...peppolTotalRules,
  ...peppolCodeRules,
  partRule(
    "PEPPOL-EN16931-R110",
    linesOf,
    ({ period }, invoice) =>
      (period?.start ?? null) === null ||
      (invoice.period?.start ?? null) === null ||
      (period?.start ?? "") >= (invoice.period?.start ?? ""),
  ),
  partRule(
    "PEPPOL-EN16931-R111",
    linesOf,
    ({ period }, invoice) =>
      (period?.end ?? null) === null ||
      (invoice.period?.end ?? null) === null ||
      (period?.end ?? "") <= (invoice.period?.end ?? ""),
  ),
  documentRule("PEPPOL-COMMON-R040", ({ seller, buyer }) =>
    [seller.endpoint, buyer.endpoint].every(
      (endpoint) => endpoint === null || endpoint.scheme !== "0088" || isLocationNumber(endpoint.id),
    ),
  ),
  partRule("PEPPOL-EN16931-P0104", breakdownsOf, (each) => {
    const wanted = categoryOfCode[each.reasonCode ?? ""];
    return wanted === undefined || wanted === each.category;
  }),
];
