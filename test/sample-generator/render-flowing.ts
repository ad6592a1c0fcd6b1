import { decimalText, decimalToText, subtract } from "../../src-shared/money/index.ts";
import { escapeXml } from "./ooxml.ts";
import { paragraph, renderDocx, table, title, type TextBlock } from "./render-docx.ts";
import { renderXlsx, type Cell } from "./render-xlsx.ts";
import { currencySign, type InvoiceSpec, type Wording } from "./invoice-spec.ts";

const totalsOf = (spec: InvoiceSpec, words: Wording): readonly (readonly [string, string])[] => [
  ...(spec.subtotal === undefined ? [] : [[words.subtotal, spec.subtotal] as const]),
  ...(spec.discount === undefined ? [] : [[spec.discount.label, `-${spec.discount.amount}`] as const]),
  ...(spec.tax === undefined ? [] : [[`${spec.tax.label} ${spec.tax.rate}%`, spec.tax.amount] as const]),
  [words.total, spec.total],
];

const metaOf = (spec: InvoiceSpec, words: Wording): readonly (readonly [string, string])[] => [
  [words.number, spec.number],
  [words.date, words.formatDate(spec.issueDate)],
  ...(spec.dueDate === undefined ? [] : [[words.due, words.formatDate(spec.dueDate)] as const]),
  ...(spec.period === undefined
    ? []
    : [[words.period, `${words.formatDate(spec.period[0])} – ${words.formatDate(spec.period[1])}`] as const]),
  ...(spec.order === undefined ? [] : [[words.order, spec.order] as const]),
  ...(spec.agreement === undefined ? [] : [[words.agreement, spec.agreement] as const]),
  ...(spec.preceding === undefined ? [] : [[words.preceding, spec.preceding] as const]),
];

const titleOf = (spec: InvoiceSpec, words: Wording): string =>
  spec.kind === "credit-note" ? words.creditNote : words.invoice;

/** An invoice as plain text with aligned columns. */
export const renderInvoiceText = (spec: InvoiceSpec, words: Wording): string => {
  const out: string[] = [spec.seller.name, ...spec.seller.address, "", titleOf(spec, words), ""];
  for (const [label, value] of metaOf(spec, words)) out.push(`${`${label}:`.padEnd(18)}${value}`);
  out.push("", `${words.billTo}:`, spec.buyer.name, ...spec.buyer.address, "");
  const row = (cells: readonly string[]): string =>
    `${(cells[0] ?? "").padEnd(52)}${(cells[1] ?? "").padStart(8)}  ${(cells[2] ?? "").padEnd(8)}${(cells[3] ?? "").padStart(11)}${(cells[4] ?? "").padStart(13)}`.trimEnd();
  out.push(row(words.columns), "-".repeat(94));
  for (const line of spec.lines) {
    out.push(
      row([
        line.description,
        words.formatAmount(line.quantity),
        line.unit,
        words.formatAmount(line.price),
        words.formatAmount(line.amount),
      ]),
    );
    if (line.detail !== undefined) out.push(`  ${line.detail}`);
  }
  out.push("-".repeat(94));
  for (const [label, value] of totalsOf(spec, words))
    out.push(`${label.padStart(78)}  ${words.formatAmount(value).padStart(14)}`);
  out.push("", `All amounts in ${spec.currency}.`);
  if (spec.terms !== undefined) out.push(`${words.terms}: ${spec.terms}`);
  if (spec.note !== undefined) out.push(spec.note);
  if (spec.seller.taxId !== undefined) out.push(`${spec.seller.taxLabel ?? "Tax ID"} ${spec.seller.taxId}`);
  if (spec.seller.bank !== undefined) out.push(spec.seller.bank);
  return `${out.join("\n")}\n`;
};

/** An invoice as a Word document with tables. */
export const renderInvoiceDocx = (spec: InvoiceSpec, words: Wording): Uint8Array => {
  const sign = currencySign[spec.currency];
  const blocks: TextBlock[] = [
    paragraph(spec.seller.name),
    ...spec.seller.address.map(paragraph),
    title(titleOf(spec, words)),
    ...metaOf(spec, words).map(([label, value]) => paragraph(`${label}: ${value}`)),
    paragraph(`${words.billTo}:`),
    paragraph(spec.buyer.name),
    ...spec.buyer.address.map(paragraph),
    table(
      [...words.columns],
      ...spec.lines.map((line) => [
        line.description,
        words.formatAmount(line.quantity),
        line.unit,
        words.formatAmount(line.price),
        words.formatAmount(line.amount),
      ]),
    ),
    table(
      ...totalsOf(spec, words).map(([label, value]) => [
        label,
        `${value.startsWith("-") ? "-" : ""}${sign}${words.formatAmount(value.replace("-", ""))}`,
      ]),
    ),
    ...(spec.terms === undefined ? [] : [paragraph(`${words.terms}: ${spec.terms}`)]),
    ...(spec.note === undefined ? [] : [paragraph(spec.note)]),
    ...(spec.seller.bank === undefined ? [] : [paragraph(spec.seller.bank)]),
  ];
  return renderDocx(blocks);
};

/** An invoice typed into a workbook, laid out like a page. */
export const renderInvoiceXlsx = (spec: InvoiceSpec, words: Wording): Uint8Array => {
  const rows: (readonly Cell[])[] = [
    [spec.seller.name],
    ...spec.seller.address.map((line) => [line]),
    [],
    [titleOf(spec, words)],
    ...metaOf(spec, words).map(([label, value]) => [`${label}:`, value]),
    [],
    [`${words.billTo}:`],
    [spec.buyer.name],
    ...spec.buyer.address.map((line) => [line]),
    [],
    [...words.columns],
    ...spec.lines.map((line): readonly Cell[] => [
      line.description,
      { number: line.quantity },
      line.unit,
      { money: line.price },
      { money: line.amount },
    ]),
    [],
    ...totalsOf(spec, words).map(([label, value]): readonly Cell[] => [
      null,
      null,
      null,
      label,
      { money: value },
    ]),
    [],
    [`Currency: ${spec.currency}`],
    ...(spec.terms === undefined ? [] : [[`${words.terms}: ${spec.terms}`]]),
  ];
  return renderXlsx([{ name: "Invoice", rows }]);
};

const unitCodes: Readonly<Record<string, string>> = {
  hour: "HUR",
  day: "DAY",
  month: "MON",
  visit: "E48",
  each: "EA",
  week: "WEE",
  box: "XBX",
  seat: "C62",
};

/** An invoice or credit note as UBL 2.1. */
export const renderInvoiceUbl = (spec: InvoiceSpec): string => {
  const isCredit = spec.kind === "credit-note";
  const root = isCredit ? "CreditNote" : "Invoice";
  const text = escapeXml;
  const amount = (name: string, value: string): string =>
    `<cbc:${name} currencyID="${spec.currency}">${value}</cbc:${name}>`;
  const party = (role: string, each: InvoiceSpec["seller"]): string =>
    `  <cac:${role}><cac:Party><cac:PartyName><cbc:Name>${text(each.name)}</cbc:Name></cac:PartyName><cac:PostalAddress><cbc:StreetName>${text(each.address[0] ?? "")}</cbc:StreetName><cbc:CityName>${text(each.address[1] ?? "")}</cbc:CityName></cac:PostalAddress>${each.taxId === undefined ? "" : `<cac:PartyTaxScheme><cbc:CompanyID>${text(each.taxId)}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`}<cac:PartyLegalEntity><cbc:RegistrationName>${text(each.name)}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:${role}>`;
  const rate = spec.tax?.rate ?? "0";
  const category = `<cbc:ID>${spec.tax === undefined ? "Z" : "S"}</cbc:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`;
  const net =
    spec.discount === undefined
      ? (spec.subtotal ?? spec.total)
      : decimalToText(subtract(decimalText(spec.subtotal ?? "0"), decimalText(spec.discount.amount)));
  const lines = spec.lines.map(
    (line, index) =>
      `  <cac:${root}Line><cbc:ID>${index + 1}</cbc:ID><cbc:${isCredit ? "Credited" : "Invoiced"}Quantity unitCode="${unitCodes[line.unit] ?? "C62"}">${line.quantity}</cbc:${isCredit ? "Credited" : "Invoiced"}Quantity>${amount("LineExtensionAmount", line.amount)}<cac:Item><cbc:Name>${text(line.description)}</cbc:Name><cac:ClassifiedTaxCategory>${category}</cac:ClassifiedTaxCategory></cac:Item><cac:Price>${amount("PriceAmount", line.price)}</cac:Price></cac:${root}Line>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">`,
    `  <cbc:ID>${text(spec.number)}</cbc:ID>`,
    `  <cbc:IssueDate>${spec.issueDate}</cbc:IssueDate>`,
    ...(spec.dueDate === undefined || isCredit ? [] : [`  <cbc:DueDate>${spec.dueDate}</cbc:DueDate>`]),
    `  <cbc:${isCredit ? "CreditNoteTypeCode" : "InvoiceTypeCode"}>${isCredit ? "381" : "380"}</cbc:${isCredit ? "CreditNoteTypeCode" : "InvoiceTypeCode"}>`,
    `  <cbc:DocumentCurrencyCode>${spec.currency}</cbc:DocumentCurrencyCode>`,
    ...(spec.period === undefined
      ? []
      : [
          `  <cac:InvoicePeriod><cbc:StartDate>${spec.period[0]}</cbc:StartDate><cbc:EndDate>${spec.period[1]}</cbc:EndDate></cac:InvoicePeriod>`,
        ]),
    ...(spec.order === undefined
      ? []
      : [`  <cac:OrderReference><cbc:ID>${text(spec.order)}</cbc:ID></cac:OrderReference>`]),
    ...(spec.preceding === undefined
      ? []
      : [
          `  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${text(spec.preceding)}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`,
        ]),
    ...(spec.agreement === undefined
      ? []
      : [
          `  <cac:ContractDocumentReference><cbc:ID>${text(spec.agreement)}</cbc:ID></cac:ContractDocumentReference>`,
        ]),
    party("AccountingSupplierParty", spec.seller),
    party("AccountingCustomerParty", spec.buyer),
    ...(spec.terms === undefined
      ? []
      : [`  <cac:PaymentTerms><cbc:Note>${text(spec.terms)}</cbc:Note></cac:PaymentTerms>`]),
    ...(spec.discount === undefined
      ? []
      : [
          `  <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>${text(spec.discount.label)}</cbc:AllowanceChargeReason>${amount("Amount", spec.discount.amount)}<cac:TaxCategory>${category}</cac:TaxCategory></cac:AllowanceCharge>`,
        ]),
    `  <cac:TaxTotal>${amount("TaxAmount", spec.tax?.amount ?? "0.00")}<cac:TaxSubtotal>${amount("TaxableAmount", net)}${amount("TaxAmount", spec.tax?.amount ?? "0.00")}<cac:TaxCategory>${category}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>`,
    `  <cac:LegalMonetaryTotal>${amount("LineExtensionAmount", spec.subtotal ?? spec.total)}${amount("TaxExclusiveAmount", net)}${amount("TaxInclusiveAmount", spec.total)}${spec.discount === undefined ? "" : amount("AllowanceTotalAmount", spec.discount.amount)}${amount("PayableAmount", spec.total)}</cac:LegalMonetaryTotal>`,
    ...lines,
    `</${root}>`,
    "",
  ].join("\n");
};
