import { describe, expect, test } from "vitest";
import { ciiLineXml, ciiXml, invoiceOf, normalizeXml } from "./structured-xml.ts";

const party = (name: string, vat: string): string =>
  `<ram:Name>${name}</ram:Name><ram:SpecifiedLegalOrganization><ram:ID>HRB 7</ram:ID><ram:TradingBusinessName>Kestrel</ram:TradingBusinessName></ram:SpecifiedLegalOrganization><ram:DefinedTradeContact><ram:EmailURIUniversalCommunication><ram:URIID>pay@kestrel.example</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact><ram:PostalTradeAddress><ram:PostcodeCode>10115</ram:PostcodeCode><ram:LineOne>Uferweg 3</ram:LineOne><ram:CityName>Berlin</ram:CityName><ram:CountryID>de</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">30/123</ram:ID></ram:SpecifiedTaxRegistration><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${vat}</ram:ID></ram:SpecifiedTaxRegistration>`;

const date = (name: string, day: string): string =>
  `<ram:${name}><udt:DateTimeString format="102">${day}</udt:DateTimeString></ram:${name}>`;

const whole = ciiXml({
  lines:
    ciiLineXml(
      "1",
      "Senior engineer",
      "10.50",
      "150.00",
      "1550.00",
      `<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax><ram:BillingSpecifiedPeriod>${date("StartDateTime", "20260301")}${date("EndDateTime", "20260331")}</ram:BillingSpecifiedPeriod><ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>30.00</ram:ActualAmount></ram:SpecifiedTradeAllowanceCharge><ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>true</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>5.00</ram:ActualAmount></ram:SpecifiedTradeAllowanceCharge>`,
    ) + ciiLineXml("2", "Travel", "1", "50.00", "50.00"),
  agreement: `<ram:BuyerReference>04011-X</ram:BuyerReference><ram:SellerTradeParty>${party("Kestrel Digital\nGmbH", "DE123456789")}</ram:SellerTradeParty><ram:BuyerTradeParty>${party("Harbor Retail SE", "DE987654321")}</ram:BuyerTradeParty><ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>PO-7</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument><ram:ContractReferencedDocument><ram:IssuerAssignedID>MSA-014</ram:IssuerAssignedID></ram:ContractReferencedDocument><ram:SpecifiedProcuringProject><ram:ID>PRJ-1</ram:ID><ram:Name>x</ram:Name></ram:SpecifiedProcuringProject>`,
  delivery: `<ram:ActualDeliverySupplyChainEvent>${date("OccurrenceDateTime", "20260330")}</ram:ActualDeliverySupplyChainEvent>`,
  settlement: `<ram:TaxCurrencyCode>GBP</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>48</ram:TypeCode></ram:SpecifiedTradeSettlementPaymentMeans><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE02120300000000202051</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans><ram:ApplicableTradeTax><ram:CalculatedAmount>294.50</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>1550.00</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax><ram:ApplicableTradeTax><ram:CalculatedAmount>0</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:ExemptionReason>Reverse charge</ram:ExemptionReason><ram:BasisAmount>45.00</ram:BasisAmount><ram:CategoryCode>AE</ram:CategoryCode><ram:RateApplicablePercent>0</ram:RateApplicablePercent></ram:ApplicableTradeTax><ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator><ram:CalculationPercent>1</ram:CalculationPercent><ram:BasisAmount>500.00</ram:BasisAmount><ram:ActualAmount>5.00</ram:ActualAmount><ram:Reason>Loyalty</ram:Reason><ram:CategoryTradeTax><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:CategoryTradeTax></ram:SpecifiedTradeAllowanceCharge><ram:SpecifiedTradePaymentTerms><ram:Description>Net 30</ram:Description>${date("DueDateDateTime", "20260430")}</ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>1600.00</ram:LineTotalAmount><ram:ChargeTotalAmount>0.00</ram:ChargeTotalAmount><ram:AllowanceTotalAmount>5.00</ram:AllowanceTotalAmount><ram:TaxBasisTotalAmount>1595.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="GBP">250.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">294.50</ram:TaxTotalAmount><ram:RoundingAmount>0.50</ram:RoundingAmount><ram:GrandTotalAmount>1889.50</ram:GrandTotalAmount><ram:TotalPrepaidAmount>90.00</ram:TotalPrepaidAmount><ram:DuePayableAmount>1800.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:InvoiceReferencedDocument><ram:IssuerAssignedID>0041</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>`,
});

describe("a D16B invoice", () => {
  test("gives its head as written, with the path of each value", async () => {
    const invoice = await invoiceOf(whole);
    expect(invoice.number).toMatchObject({ value: "0042", basis: "structured", confidence: 1 });
    expect(invoice.number?.evidence[0]?.at).toEqual({
      path: "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID",
    });
    expect([invoice.issueDate?.value, invoice.dueDate?.value, invoice.taxPointDate?.value]).toEqual([
      "2026-03-31",
      "2026-04-30",
      "2026-03-30",
    ]);
    expect(invoice.currency?.value).toBe("EUR");
    expect([
      invoice.orderReference?.value,
      invoice.agreementReference?.value,
      invoice.projectReference?.value,
      invoice.buyerReference?.value,
      invoice.precedingInvoice?.value,
    ]).toEqual(["PO-7", "MSA-014", "PRJ-1", "04011-X", "0041"]);
    expect(invoice.paymentTerms?.value).toBe("Net 30");
    expect(invoice.bankAccount?.value).toBe("DE02120300000000202051");
    expect(invoice.notes).toEqual(["Thank you"]);
  });

  test("gives parties with the VAT id before other registrations", async () => {
    const { seller } = await invoiceOf(whole);
    expect(seller).toMatchObject({
      name: "Kestrel Digital GmbH",
      taxId: "DE123456789",
      registration: "HRB 7",
      address: ["Uferweg 3", "10115 Berlin"],
      country: "DE",
      email: "pay@kestrel.example",
      aliases: ["Kestrel"],
    });
  });

  test("gives lines with discount, period and tax", async () => {
    const { lines } = await invoiceOf(whole);
    expect(lines).toHaveLength(2);
    const [first] = lines;
    expect(first).toMatchObject({ id: "1", description: "Senior engineer", taxCategory: "S" });
    expect(first?.quantity?.value).toBe("10.50");
    expect(first?.unit?.value).toBe("hour");
    expect(first?.unitPrice?.value).toBe("150.00");
    expect(first?.discountAmount?.value).toBe("25.00");
    expect(first?.net?.value).toBe("1550.00");
    expect([first?.periodStart?.value, first?.periodEnd?.value]).toEqual(["2026-03-01", "2026-04-01"]);
    expect(lines[1]?.discountAmount).toBeNull();
  });

  test("gives totals in the invoice's own currency, taxes by category and the exemption", async () => {
    const invoice = await invoiceOf(whole);
    const values = [
      invoice.subtotal,
      invoice.allowances,
      invoice.net,
      invoice.tax,
      invoice.gross,
      invoice.prepaid,
      invoice.rounding,
      invoice.payable,
    ].map((field) => field?.value);
    expect(values).toEqual(["1600.00", "5.00", "1595.00", "294.50", "1889.50", "90.00", "0.50", "1800.00"]);
    expect(invoice.taxes.map(({ category, base, amount }) => [category, base?.value, amount?.value])).toEqual(
      [
        ["S", "1550.00", "294.50"],
        ["AE", "45.00", "0"],
      ],
    );
    expect(invoice.taxNote?.value).toBe("Reverse charge");
    expect(invoice.allowanceCharges).toMatchObject([
      { kind: "allowance", reason: "Loyalty", percent: "1", baseAmount: "500.00", taxRate: "19" },
    ]);
  });

  test("leaves an unreadable amount undecided, not zero", async () => {
    const invoice = await invoiceOf(
      ciiXml({
        settlement:
          "<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:DuePayableAmount>1.234,50</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>",
      }),
    );
    expect(invoice.payable).toMatchObject({ value: null, evidence: [{ quote: "1.234,50" }] });
    expect(invoice.gross).toBeNull();
  });
});

test("lines that only group or inform are not billed again", async () => {
  const head = (text: string): string => text;
  const { lines } = await invoiceOf(
    ciiXml({
      lines:
        ciiLineXml(
          "1",
          "March",
          "1",
          "300",
          "300",
          "",
          head("<ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>"),
        ) +
        ciiLineXml("1.1", "Cleaning", "2", "100", "200", "", head("<ram:ParentLineID>1</ram:ParentLineID>")) +
        ciiLineXml("1.2", "Windows", "1", "100", "100", "", head("<ram:ParentLineID>1</ram:ParentLineID>")) +
        ciiLineXml(
          "2",
          "Free",
          "1",
          "0",
          "0",
          "",
          head("<ram:LineStatusReasonCode>INFORMATION</ram:LineStatusReasonCode>"),
        ),
    }),
  );
  expect(lines.map(({ id, group }) => [id, group])).toEqual([
    ["1.1", "March"],
    ["1.2", "March"],
  ]);
});

test.each([
  ["380", "invoice", "invoice"],
  ["381", "credit-note", "credit-note"],
  ["384", "invoice", "invoice"],
  ["261", "credit-note", "credit-note"],
  ["389", "self-billed", "invoice"],
  ["383", "debit-note", "invoice"],
])("type code %s is a %s", async (typeCode, invoiceKind, documentKind) => {
  const { kind, invoices } = await normalizeXml(ciiXml({ typeCode }));
  expect([invoices[0]?.kind, kind]).toEqual([invoiceKind, documentKind]);
});

test("ZUGFeRD 1.0 is read under its own names, without lines that are only a note", async () => {
  const invoice =
    await invoiceOf(`<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="urn:ram" xmlns:udt="urn:udt">
<rsm:HeaderExchangedDocument><ram:ID>R-7</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20140703</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
<rsm:SpecifiedSupplyChainTradeTransaction><ram:ApplicableSupplyChainTradeAgreement><ram:SellerTradeParty><ram:Name>Bei Spiel</ram:Name></ram:SellerTradeParty><ram:BuyerOrderReferencedDocument><ram:ID>B-1</ram:ID></ram:BuyerOrderReferencedDocument></ram:ApplicableSupplyChainTradeAgreement>
<ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:ApplicableTradeTax><ram:CalculatedAmount currencyID="EUR">1.90</ram:CalculatedAmount><ram:ApplicablePercent>19.00</ram:ApplicablePercent></ram:ApplicableTradeTax><ram:SpecifiedLogisticsServiceCharge><ram:Description>Freight</ram:Description><ram:AppliedAmount>5.00</ram:AppliedAmount></ram:SpecifiedLogisticsServiceCharge><ram:SpecifiedTradeSettlementMonetarySummation><ram:GrandTotalAmount currencyID="EUR">11.90</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:ApplicableSupplyChainTradeSettlement>
<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:IncludedNote><ram:Content>Our delivery of May</ram:Content></ram:IncludedNote></ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedSupplyChainTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>5.00</ram:ChargeAmount><ram:BasisQuantity unitCode="C62">10</ram:BasisQuantity></ram:NetPriceProductTradePrice></ram:SpecifiedSupplyChainTradeAgreement><ram:SpecifiedSupplyChainTradeDelivery><ram:BilledQuantity unitCode="C62">10</ram:BilledQuantity></ram:SpecifiedSupplyChainTradeDelivery><ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount>5.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeProduct><ram:Name>Foil</ram:Name></ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
</rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`);
  expect(invoice.number?.value).toBe("R-7");
  expect(invoice.issueDate?.value).toBe("2014-07-03");
  expect(invoice.orderReference?.value).toBe("B-1");
  expect(invoice.taxes[0]?.rate?.value).toBe("19.00");
  expect(invoice.gross?.value).toBe("11.90");
  expect(invoice.allowanceCharges).toMatchObject([{ kind: "charge", reason: "Freight" }]);
  expect(invoice.lines).toMatchObject([{ id: "1", description: "Foil" }]);
  expect(invoice.lines[0]?.priceBase?.value).toBe("10");
});
