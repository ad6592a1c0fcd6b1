import {
  einvoiceOptions,
  planEInvoices,
  plannedEInvoices,
  profileOption,
} from "../einvoice/plan-einvoices.ts";
import { writeUbl } from "../einvoice/write-ubl.ts";
import type { ExportTarget } from "../export-target.ts";
import { encodeUtf8 } from "../write-sales.ts";

/** UBL 2.1 e-invoices: Peppol BIS Billing 3.0, XRechnung, or EN 16931 alone. */
export const ublXml: ExportTarget = {
  id: "ubl-xml",
  title: "E-invoice – UBL, Peppol, XRechnung (XML)",
  options: [profileOption, ...einvoiceOptions],
  plan: (input) => planEInvoices(ublXml, input, "xml"),
  write: (plan, input) =>
    plannedEInvoices(ublXml, plan, input).map(({ name, einvoice }) => ({
      name,
      mediaType: "application/xml",
      bytes: encodeUtf8(writeUbl(einvoice)),
    })),
};
