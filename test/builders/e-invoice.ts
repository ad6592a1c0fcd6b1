import type { EInvoice, ELine } from "../../src-main/pipeline/export/einvoice/einvoice.ts";
import { decimalText, type DecimalText } from "../../src-shared/money/index.ts";
import { localDate } from "../../src-shared/time/index.ts";

const money = (text: string): DecimalText => decimalText(text);

const lineOf = (category: string, rate: string | null, net: string): ELine => ({
  id: "1",
  note: null,
  quantity: money("10"),
  unitCode: "HUR",
  netAmount: money(net),
  orderLine: null,
  period: { start: localDate("2026-09-02"), end: localDate("2026-09-03") },
  allowances: [
    {
      kind: "allowance",
      amount: money("10.00"),
      baseAmount: money("100.00"),
      percent: money("10"),
      reason: "Discount",
      reasonCode: null,
      category: null,
      rate: null,
    },
    {
      kind: "charge",
      amount: money("5.00"),
      baseAmount: null,
      percent: null,
      reason: "Small order",
      reasonCode: null,
      category: null,
      rate: null,
    },
  ],
  netPrice: money("10.00"),
  grossPrice: money("10.00"),
  priceBase: money("1"),
  name: "Service",
  sellerItemId: "S-1",
  category,
  rate: rate === null ? null : money(rate),
});

/** Rate and tax ids as a category of VAT wants them. */
const ratesByCategory: Readonly<Record<string, string | null>> = { S: "20", L: "7", M: "4", O: null };
const isExempt = (category: string): boolean => ["E", "AE", "K", "G", "O"].includes(category);

/** An invoice of one VAT category that breaks no rule of any profile: 95 for work, less 20, plus 5. */
export const soundEInvoice = (category = "S"): EInvoice => {
  const rate = Object.hasOwn(ratesByCategory, category) ? (ratesByCategory[category] ?? null) : "0";
  const tax = { S: "16.00", L: "5.60", M: "3.20" }[category] ?? "0.00";
  const total = { S: "96.00", L: "85.60", M: "83.20" }[category] ?? "80.00";
  const isOutside = category === "O";
  const documentPart = (kind: "allowance" | "charge", amount: string): EInvoice["allowances"][number] => ({
    kind,
    amount: money(amount),
    baseAmount: null,
    percent: null,
    reason: kind === "allowance" ? "Loyalty" : "Freight",
    reasonCode: null,
    category,
    rate: rate === null ? null : money(rate),
  });
  return {
    specification: "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
    process: "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
    number: "R-1",
    issueDate: localDate("2026-09-30"),
    typeCode: "380",
    currency: "EUR",
    dueDate: localDate("2026-10-30"),
    notes: ["Thank you"],
    buyerReference: "04011000-12345-34",
    projectReference: null,
    contractReference: null,
    orderReference: "PO-1",
    precedingInvoices: [],
    period: { start: localDate("2026-09-01"), end: localDate("2026-09-30") },
    seller: {
      name: "Nordwind GmbH",
      vatId: isOutside ? null : "DE123456789",
      taxRegistration: null,
      legalId: "HRB 1",
      endpoint: { scheme: "0088", id: "9482348239846" },
      street: ["Ringstr. 1"],
      city: "Berlin",
      postCode: "10115",
      subdivision: null,
      country: "DE",
      contact: { name: "Erika", phone: "+49 30 1", email: "e@nordwind.example" },
    },
    buyer: {
      name: "Acme GmbH",
      vatId: isOutside ? null : "DE987654321",
      taxRegistration: null,
      legalId: null,
      endpoint: { scheme: "0088", id: "9482348239853" },
      street: ["Platz 5"],
      city: "Mainz",
      postCode: "55116",
      subdivision: null,
      country: "DE",
      contact: null,
    },
    delivery: { date: localDate("2026-09-30"), country: "DE" },
    payment: { code: "58", remittance: "R-1", account: "DE89370400440532013000" },
    paymentTerms: "30 days",
    allowances: [documentPart("allowance", "20.00"), documentPart("charge", "5.00")],
    lines: [lineOf(category, rate, "95.00")],
    breakdowns: [
      {
        taxable: money("80.00"),
        tax: money(tax),
        category,
        rate: rate === null ? null : money(rate),
        reason: isExempt(category) ? "Exempt" : null,
        reasonCode: null,
      },
    ],
    sumOfLines: money("95.00"),
    allowanceTotal: money("20.00"),
    chargeTotal: money("5.00"),
    withoutVat: money("80.00"),
    vat: money(tax),
    withVat: money(total),
    prepaid: null,
    rounding: null,
    due: money(total),
  };
};
