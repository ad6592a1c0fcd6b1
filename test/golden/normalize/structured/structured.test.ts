import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { normalizeDocument } from "../../../../src-main/pipeline/normalize/index.ts";
import {
  invoiceValuesOf,
  valueOf,
  type Agreement,
  type Delivery,
  type Invoice,
  type NormalizedDocument,
  type Party,
} from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  subtract,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { context, importedFile, readBytes } from "../../../builders/read-bytes.ts";

const root = import.meta.dirname;
const cases = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());

const read = async (name: string): Promise<NormalizedDocument> => {
  const bytes = new Uint8Array(readFileSync(join(root, name, "input.xml")));
  return normalizeDocument(await readBytes("input.xml", bytes), importedFile("input.xml", bytes), context);
};

const partyOf = (party: Party | null): string =>
  party === null ? "-" : [party.name, party.taxId, party.country, ...party.address].join(" | ");

const invoiceOf = (invoice: Invoice) => ({
  kind: invoice.kind,
  number: valueOf(invoice.number),
  issueDate: valueOf(invoice.issueDate),
  dueDate: valueOf(invoice.dueDate),
  taxPointDate: valueOf(invoice.taxPointDate),
  period: [valueOf(invoice.periodStart), valueOf(invoice.periodEnd)],
  currency: valueOf(invoice.currency),
  seller: partyOf(invoice.seller),
  buyer: partyOf(invoice.buyer),
  references: {
    order: valueOf(invoice.orderReference),
    agreement: valueOf(invoice.agreementReference),
    project: valueOf(invoice.projectReference),
    buyer: valueOf(invoice.buyerReference),
    preceding: valueOf(invoice.precedingInvoice),
  },
  bankAccount: valueOf(invoice.bankAccount),
  paymentTerms: valueOf(invoice.paymentTerms),
  lines: invoice.lines.map((line) =>
    [
      line.id,
      line.group ?? "-",
      line.itemCode ?? "-",
      line.description,
      valueOf(line.quantity),
      valueOf(line.unit),
      valueOf(line.unitPrice),
      `per ${valueOf(line.priceBase) ?? "1"}`,
      `less ${valueOf(line.discountAmount) ?? "0"}`,
      valueOf(line.net),
      `${valueOf(line.taxRate) ?? "?"} %`,
      valueOf(line.serviceDate) ?? `${valueOf(line.periodStart) ?? "-"} to ${valueOf(line.periodEnd) ?? "-"}`,
      line.orderReference ?? "-",
      line.sourceIds.join("+"),
    ].join(" | "),
  ),
  allowanceCharges: invoice.allowanceCharges.map(
    ({ kind, reason, amount }) => `${kind} | ${reason ?? "-"} | ${valueOf(amount)}`,
  ),
  taxes: invoice.taxes.map(
    ({ category, name, rate, base, amount }) =>
      `${category ?? "-"} | ${name ?? "-"} | ${valueOf(rate)} | ${valueOf(base)} | ${valueOf(amount)}`,
  ),
  totals: Object.fromEntries(invoiceValuesOf("amount").map((name) => [name, valueOf(invoice[name])])),
  notes: invoice.notes,
});

const agreementOf = (agreement: Agreement) => ({
  rank: agreement.rank,
  standing: agreement.standing,
  number: agreement.number,
  currency: agreement.currency,
  seller: partyOf(agreement.seller),
  buyer: partyOf(agreement.buyer),
  terms: agreement.terms.map(({ type, value }) => `${type} ${JSON.stringify(value)}`),
});

const deliveryOf = (delivery: Delivery) =>
  [
    delivery.kind,
    delivery.sourceId,
    delivery.date,
    delivery.customer,
    delivery.item,
    delivery.quantity,
    delivery.unit,
    delivery.reference,
    delivery.approved,
  ].join(" | ");

test.each(cases)("%s", async (name) => {
  const { kind, kindConfidence, invoices, agreements, deliveries } = await read(name);
  expect(kindConfidence).toBe(1);
  const rows = {
    kind,
    invoices: invoices.map(invoiceOf),
    agreements: agreements.map(agreementOf),
    deliveries: deliveries.map(deliveryOf),
  };
  await expect(`${JSON.stringify(rows, null, 2)}\n`).toMatchFileSnapshot(join(root, name, "expected.json"));
});

const sum = (amounts: readonly (DecimalText | null)[]): Decimal =>
  amounts.reduce<Decimal>((total, amount) => add(total, amount ?? ("0" as DecimalText)), {
    units: 0n,
    scale: 2,
  });

/** Every fixture is a correct invoice, so a value that was taken from the wrong element shows here. */
test.each(cases)("%s adds up, and is certain of what it says", async (name) => {
  const { invoices } = await read(name);
  for (const invoice of invoices) {
    const charges = invoice.allowanceCharges.map(({ kind, amount }) => ({ kind, value: valueOf(amount) }));
    const of = (kind: string) => sum(charges.filter((each) => each.kind === kind).map(({ value }) => value));
    const lines = sum(invoice.lines.map(({ net }) => valueOf(net)));
    const net = subtract(add(lines, of("charge")), of("allowance"));
    expect(decimalToText(net)).toBe(decimalToText(sum([valueOf(invoice.net)])));
    expect(decimalToText(sum([valueOf(invoice.net), valueOf(invoice.tax)]))).toBe(
      decimalToText(sum([valueOf(invoice.gross)])),
    );
    for (const field of [
      invoice.number,
      invoice.issueDate,
      invoice.currency,
      invoice.gross,
      invoice.payable,
    ]) {
      expect(field).toMatchObject({ basis: "structured", confidence: 1 });
      expect(field?.evidence[0]?.quote).not.toBe("");
    }
    expect([invoice.seller?.name, invoice.buyer?.name]).not.toContain(undefined);
  }
});

test("XML of another vocabulary is not taken for an invoice", async () => {
  for (const xml of [
    '<Invoice xmlns="urn:nobody"><ID>1</ID></Invoice>',
    "<FatturaElettronica/>",
    '<Comprobante xmlns="http://www.sat.gob.mx/cfd/4" TipoDeComprobante="N" Total="1"/>',
    "<Faktura><Naglowek><KodFormularza>JPK</KodFormularza></Naglowek></Faktura>",
    "<NFSe/>",
    "<nfeProc><NFe/></nfeProc>",
  ]) {
    const bytes = new TextEncoder().encode(xml);
    const read = normalizeDocument(await readBytes("x.xml", xml), importedFile("x.xml", bytes), context);
    expect([read.kind, read.invoices.length], xml).toEqual(["unknown", 0]);
  }
});
