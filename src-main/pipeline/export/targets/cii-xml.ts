import { einvoiceOptions, planEInvoices, plannedEInvoices } from "../einvoice/plan-einvoices.ts";
import { writeCii } from "../einvoice/write-cii.ts";
import type { ExportTarget } from "../export-target.ts";
import { choiceOption } from "../target-options.ts";
import { encodeUtf8 } from "../write-sales.ts";

/** Cross Industry Invoices: EN 16931 alone, or XRechnung. */
export const ciiXml: ExportTarget = {
  id: "cii-xml",
  title: "E-invoice – CII, XRechnung (XML)",
  options: [
    choiceOption("profile", "Profile", "EN 16931 alone, or XRechnung 3.0.", ["en16931", "xrechnung"]),
    ...einvoiceOptions,
  ],
  plan: (input) => planEInvoices(ciiXml, input, "xml"),
  write: (plan, input) =>
    plannedEInvoices(ciiXml, plan, input).map(({ name, einvoice }) => ({
      name,
      mediaType: "application/xml",
      bytes: encodeUtf8(writeCii(einvoice)),
    })),
};
