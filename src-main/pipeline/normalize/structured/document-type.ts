import type { InvoiceKind } from "../../../../src-shared/model/index.ts";

/** UNCL 1001 codes that are credits; every other code of an invoice document is an invoice kind. */
const creditCodes = new Set(["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"]);
const debitCodes = new Set(["80", "82", "84", "383"]);
const selfBilledCodes = new Set(["389", "500", "501", "502", "527"]);

/** BT-3 in words. */
export const kindOfTypeCode = (code: string): InvoiceKind => {
  if (creditCodes.has(code)) return "credit-note";
  if (debitCodes.has(code)) return "debit-note";
  if (code === "325") return "proforma";
  return selfBilledCodes.has(code) ? "self-billed" : "invoice";
};
