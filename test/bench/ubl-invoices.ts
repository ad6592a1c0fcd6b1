import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const linesPerInvoice = 12;

const space = "urn:oasis:names:specification:ubl:schema:xsd";
const line = (id: number): string =>
  `<cac:InvoiceLine><cbc:ID>${id}</cbc:ID><cbc:InvoicedQuantity unitCode="HUR">8</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">760.00</cbc:LineExtensionAmount><cac:Item><cbc:Description>Senior technician on site, north wing, visit ${id}</cbc:Description><cbc:Name>Labour</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">95.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`;

/** A UBL invoice of the usual size: a dozen lines, totals that add up. */
const invoice = (number: number): string => {
  const lines = Array.from({ length: linesPerInvoice }, (_, index) => line(index + 1)).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="${space}:Invoice-2" xmlns:cac="${space}:CommonAggregateComponents-2" xmlns:cbc="${space}:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>INV-${number}</cbc:ID><cbc:IssueDate>2026-03-03</cbc:IssueDate><cbc:DueDate>2026-04-02</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Orchard Data Ltd</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Customer ${number % 40}</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">1824.00</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">9120.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">9120.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">10944.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">10944.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
${lines}
</Invoice>`;
};

/** Writes invoices into a folder, the same ones for the same count; answers their paths. */
export const writeInvoices = (folder: string, count: number): readonly string[] => {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `invoice-${index}.xml`);
    writeFileSync(path, invoice(index));
    return path;
  });
};
