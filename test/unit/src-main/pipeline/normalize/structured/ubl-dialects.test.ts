import { describe, expect, test } from "vitest";
import { invoiceOf, normalizeXml, ublXml } from "./structured-xml.ts";

const amount = (name: string, value: string, currency = "EUR"): string =>
  `<cbc:${name} currencyID="${currency}">${value}</cbc:${name}>`;
const subtotal = (taxable: string, tax: string, currency = "EUR"): string =>
  `<cac:TaxSubtotal>${amount("TaxableAmount", taxable, currency)}${amount("TaxAmount", tax, currency)}<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>10</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>`;

describe("tax totals", () => {
  test("the one in the invoice's currency counts, not its copy in the tax currency", async () => {
    const invoice = await invoiceOf(
      ublXml(
        "Invoice",
        `<cbc:ID>1</cbc:ID><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:TaxTotal>${amount("TaxAmount", "85.00", "SEK")}</cac:TaxTotal><cac:TaxTotal>${amount("TaxAmount", "10.00")}${subtotal("100.00", "10.00")}</cac:TaxTotal>`,
      ),
    );
    expect(invoice.tax?.value).toBe("10.00");
    expect(invoice.taxes).toHaveLength(1);
  });

  test("a second total in the same currency without subtotals is a copy", async () => {
    const invoice = await invoiceOf(
      ublXml(
        "Invoice",
        `<cbc:ID>1</cbc:ID><cbc:DocumentCurrencyCode>SAR</cbc:DocumentCurrencyCode><cac:TaxTotal>${amount("TaxAmount", "10.00", "SAR")}</cac:TaxTotal><cac:TaxTotal>${amount("TaxAmount", "10.00", "SAR")}${subtotal("100.00", "10.00", "SAR")}</cac:TaxTotal>`,
      ),
    );
    expect(invoice.tax?.value).toBe("10.00");
  });

  test("several with subtotals are several taxes and add up", async () => {
    const invoice = await invoiceOf(
      ublXml(
        "Invoice",
        `<cbc:ID>1</cbc:ID><cbc:DocumentCurrencyCode>CAD</cbc:DocumentCurrencyCode><cac:TaxTotal>${amount("TaxAmount", "5.00", "CAD")}${subtotal("100.00", "5.00", "CAD")}</cac:TaxTotal><cac:TaxTotal>${amount("TaxAmount", "9.98", "CAD")}${subtotal("100.00", "9.98", "CAD")}</cac:TaxTotal>`,
      ),
    );
    expect(invoice.tax).toMatchObject({ value: "14.98", evidence: [{ quote: "5.00" }, { quote: "9.98" }] });
    expect(invoice.taxes).toHaveLength(2);
  });
});

test("a Danish invoice's total of tax is not taken for its total without tax", async () => {
  const totals = `<cac:LegalMonetaryTotal>${amount("LineExtensionAmount", "100.00", "DKK")}${amount("TaxExclusiveAmount", "25.00", "DKK")}${amount("TaxInclusiveAmount", "125.00", "DKK")}${amount("PayableAmount", "125.00", "DKK")}</cac:LegalMonetaryTotal>`;
  const danish = await invoiceOf(
    ublXml("Invoice", `<cbc:CustomizationID>OIOUBL-2.02</cbc:CustomizationID><cbc:ID>1</cbc:ID>${totals}`),
  );
  expect([danish.net?.value, danish.gross?.value]).toEqual(["100.00", "125.00"]);
  const other = await invoiceOf(ublXml("Invoice", `<cbc:ID>1</cbc:ID>${totals}`));
  expect(other.net?.value).toBe("25.00");
});

const creditLine = (quantity: string, price: string, net: string): string =>
  `<cac:CreditNoteLine><cbc:ID>1</cbc:ID><cbc:CreditedQuantity unitCode="HUR">${quantity}</cbc:CreditedQuantity>${amount("LineExtensionAmount", net)}<cac:Item><cbc:Name>Hours</cbc:Name></cac:Item><cac:Price>${amount("PriceAmount", price)}</cac:Price></cac:CreditNoteLine>`;
const totals = (sign: string, allowances = ""): string =>
  `<cac:LegalMonetaryTotal>${amount("LineExtensionAmount", `${sign}100.00`)}${allowances}${amount("TaxExclusiveAmount", `${sign}100.00`)}${amount("TaxInclusiveAmount", `${sign}100.00`)}${amount("PayableAmount", `${sign}100.00`)}</cac:LegalMonetaryTotal>`;

describe("signs", () => {
  test("a credit note written with minus signs becomes positive, by the factor that carried the sign", async () => {
    const byQuantity = await invoiceOf(
      ublXml("CreditNote", `<cbc:ID>1</cbc:ID>${totals("-")}${creditLine("-2", "50.00", "-100.00")}`),
    );
    expect([byQuantity.gross?.value, byQuantity.payable?.value]).toEqual(["100.00", "100.00"]);
    expect([byQuantity.lines[0]?.quantity?.value, byQuantity.lines[0]?.unitPrice?.value]).toEqual([
      "2",
      "50.00",
    ]);
    expect(byQuantity.lines[0]?.net?.evidence[0]?.quote).toBe("-100.00");
    const byPrice = await invoiceOf(
      ublXml("CreditNote", `<cbc:ID>1</cbc:ID>${totals("-")}${creditLine("2", "-50.00", "-100.00")}`),
    );
    expect([byPrice.lines[0]?.quantity?.value, byPrice.lines[0]?.unitPrice?.value]).toEqual(["2", "50.00"]);
  });

  test("a positive credit note keeps a negative line", async () => {
    const invoice = await invoiceOf(
      ublXml(
        "CreditNote",
        `<cbc:ID>1</cbc:ID>${totals("")}${creditLine("3", "50.00", "150.00")}${creditLine("-1", "50.00", "-50.00")}`,
      ),
    );
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual(["150.00", "-50.00"]);
  });

  test("a correction keeps its sign, and its negative allowance is a charge", async () => {
    const invoice = await invoiceOf(
      ublXml(
        "Invoice",
        `<cbc:ID>1</cbc:ID><cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode><cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>${amount("Amount", "-0.23")}</cac:AllowanceCharge>${totals("-", amount("AllowanceTotalAmount", "-0.23"))}`,
      ),
    );
    expect(invoice.payable?.value).toBe("-100.00");
    expect(invoice.allowances).toBeNull();
    expect(invoice.charges?.value).toBe("0.23");
    expect(invoice.allowanceCharges).toMatchObject([{ kind: "charge", amount: { value: "0.23" } }]);
  });
});

test("an order is an agreement: its items are rates, its total a limit, its words terms", async () => {
  const order = ublXml(
    "Order",
    `<cbc:ID>PO-9</cbc:ID><cbc:IssueDate>2026-02-01</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:Contract><cbc:ID>MSA-1</cbc:ID></cac:Contract><cac:BuyerCustomerParty><cac:Party><cac:PartyName><cbc:Name>Harbor SE</cbc:Name></cac:PartyName></cac:Party></cac:BuyerCustomerParty><cac:SellerSupplierParty><cac:Party><cac:PartyName><cbc:Name>Kestrel GmbH</cbc:Name></cac:PartyName></cac:Party></cac:SellerSupplierParty><cac:PaymentTerms><cbc:Note>Payment within 30 days of the invoice date.</cbc:Note></cac:PaymentTerms><cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>${amount("Amount", "20.00")}</cac:AllowanceCharge><cac:TaxTotal>${amount("TaxAmount", "24.00")}</cac:TaxTotal><cac:AnticipatedMonetaryTotal>${amount("LineExtensionAmount", "100.00")}${amount("PayableAmount", "144.00")}</cac:AnticipatedMonetaryTotal><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="H87">200</cbc:Quantity>${amount("LineExtensionAmount", "100.00")}<cac:Price>${amount("PriceAmount", "50.00")}<cbc:BaseQuantity unitCode="H87">100</cbc:BaseQuantity></cac:Price><cac:Item><cbc:Name>Foil</cbc:Name></cac:Item></cac:LineItem></cac:OrderLine>`,
  );
  const { kind, agreements, invoices } = await normalizeXml(order);
  expect([kind, agreements.length, invoices.length]).toEqual(["purchase-order", 1, 0]);
  const [agreement] = agreements;
  expect(agreement).toMatchObject({
    rank: "purchase-order",
    number: "PO-9",
    dated: "2026-02-01",
    currency: "EUR",
    seller: { name: "Kestrel GmbH" },
    buyer: { name: "Harbor SE" },
    references: [{ number: "MSA-1", relation: "under" }],
  });
  const valueOf = (type: string): unknown => agreement?.terms.find((term) => term.type === type)?.value;
  expect(valueOf("purchase-order")).toEqual({ number: "PO-9", amount: "144.00" });
  expect(valueOf("cap")).toEqual({ amount: "144.00", scope: "agreement", includesTax: true });
  expect(valueOf("rate")).toEqual({ item: "Foil", unit: "piece", price: "50.00", priceBase: "100" });
  expect(agreement?.terms.find(({ type }) => type === "rate")?.conditions).toEqual(["Ordered: 200 piece"]);
  expect(valueOf("fixed-fee")).toMatchObject({ item: "Freight", amount: "20.00" });
  const payment = agreement?.terms.find(({ type }) => type === "payment-terms");
  expect(payment).toMatchObject({ agreementId: agreement?.id, value: { days: 30, from: "invoice-date" } });
  expect(payment?.evidence[0]?.at).toEqual({ path: "/Order/cac:PaymentTerms/cbc:Note" });
  expect(new Set(agreement?.terms.map(({ id }) => id)).size).toBe(agreement?.terms.length);
});
