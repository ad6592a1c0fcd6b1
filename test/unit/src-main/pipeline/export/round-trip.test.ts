import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../src-main/pipeline/normalize/index.ts";
import { findTarget } from "../../../../../src-main/pipeline/export/index.ts";
import { saleDocumentOf } from "../../../../../src-main/pipeline/export/sale-document.ts";
import { valueOf, type BatchId, type Invoice } from "../../../../../src-shared/model/index.ts";
import { decimalToText, withoutTrailingZeros } from "../../../../../src-shared/money/index.ts";
import { context, importedFile, readBytes } from "../../../../builders/read-bytes.ts";
import { saleInvoice, type SaleSpec } from "../../../../builders/sale-invoice.ts";

const goldens = join(import.meta.dirname, "../../../../golden/exports");

const plain = (value: Parameters<typeof withoutTrailingZeros>[0] | null): string | null =>
  value === null ? null : decimalToText(withoutTrailingZeros(value));

/** What must survive the way out and back in. */
const essence = (invoice: Invoice): object => ({
  kind: invoice.kind,
  number: valueOf(invoice.number),
  issueDate: valueOf(invoice.issueDate),
  dueDate: valueOf(invoice.dueDate),
  currency: valueOf(invoice.currency),
  seller: invoice.seller?.name,
  sellerTaxId: invoice.seller?.taxId,
  buyer: invoice.buyer?.name,
  country: invoice.buyer?.country,
  order: valueOf(invoice.orderReference),
  preceding: valueOf(invoice.precedingInvoice),
  period: [valueOf(invoice.periodStart), valueOf(invoice.periodEnd)],
  net: plain(valueOf(invoice.net)),
  tax: plain(valueOf(invoice.tax)),
  gross: plain(valueOf(invoice.gross)),
  allowances: invoice.allowanceCharges.map((each) => [each.kind, each.reason, plain(valueOf(each.amount))]),
  lines: invoice.lines.map((line) => [
    line.description,
    plain(valueOf(line.quantity)),
    plain(valueOf(line.unitPrice)),
    plain(valueOf(line.priceBase)),
    plain(valueOf(line.net)),
    plain(valueOf(line.taxRate)),
  ]),
});

interface RoundTrip {
  readonly before: readonly Invoice[];
  readonly after: readonly Invoice[];
}

const roundTrip = async (target: string, name: string): Promise<RoundTrip> => {
  const given = JSON.parse(readFileSync(join(goldens, target, name, "input.json"), "utf8")) as {
    readonly sales: readonly SaleSpec[];
    readonly options?: Readonly<Record<string, string>>;
  };
  const input = {
    batchId: "bat-7f3a91" as BatchId,
    invoices: given.sales.map((sale, index) => saleInvoice(sale, index + 1)),
    options: given.options ?? {},
  };
  const found = findTarget(target);
  if (found === undefined) throw new Error(`No target ${target}`);
  const plan = found.plan(input);
  const after: Invoice[] = [];
  for (const file of found.write(plan, input)) {
    const document = await readBytes(file.name, file.bytes);
    after.push(...normalizeDocument(document, importedFile(file.name, file.bytes), context).invoices);
  }
  const before = plan.invoiceIds.flatMap((id) => input.invoices.filter((invoice) => invoice.id === id));
  return { before, after };
};

describe("e-invoices come back as the invoices that went out", () => {
  test.each([
    ["ubl-xml", "writes-peppol-invoices-credit-notes-and-discounts"],
    ["ubl-xml", "writes-xrechnung"],
    ["cii-xml", "writes-invoices-credit-notes-and-discounts"],
  ])("%s %s", async (target, name) => {
    const { before, after } = await roundTrip(target, name);
    expect(before.length).toBeGreaterThan(0);
    const adapt = (invoice: Invoice): object => {
      const essential = essence(invoice) as { readonly lines: readonly (readonly (string | null)[])[] };
      // A price is never negative in an e-invoice: the quantity takes the sign.
      const lines = essential.lines.map(([text, quantity, price, ...rest]) =>
        price?.startsWith("-") === true
          ? [text, `-${quantity ?? ""}`, price.slice(1), ...rest]
          : [text, quantity, price, ...rest],
      );
      return { ...essential, lines };
    };
    expect(after.map(adapt)).toEqual(before.map(adapt));
  });
});

describe("files of accounting systems come back with the same numbers, dates, parties and lines", () => {
  test.each([
    ["xero-sales-csv", "writes-a-uk-batch"],
    ["quickbooks-online-csv", "writes-a-us-batch-without-credit-notes"],
    ["netsuite-csv", "writes-invoices-with-stable-ids"],
    ["zoho-invoices-csv", "writes-tax-names-and-discounts"],
    ["generic-csv", "writes-lines-allowances-and-credits"],
    ["generic-xlsx", "writes-invoices-and-lines"],
  ])("%s %s", async (target, name) => {
    const { before, after } = await roundTrip(target, name);
    const head = (invoice: Invoice): readonly unknown[] => [
      valueOf(invoice.number),
      valueOf(invoice.issueDate),
      invoice.buyer?.name,
    ];
    expect(after.map(head)).toEqual(before.map(head));
    const lines = before.map((invoice) => {
      const result = saleDocumentOf(invoice);
      return "refusal" in result
        ? []
        : result.sale.lines.map((line) => line.description.replaceAll(/\s+/g, " "));
    });
    // Readers put the item before the wording of the line, and the memo after it.
    const read = after.map((invoice, at) =>
      invoice.lines.map((line, index) => {
        const wording = lines[at]?.[index];
        return wording !== undefined && line.description.includes(wording) ? wording : line.description;
      }),
    );
    expect(read).toEqual(lines);
  });
});
