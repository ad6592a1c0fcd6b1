import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { joinEmbedded, normalizeDocument } from "../../../../../src-main/pipeline/normalize/index.ts";
import { findTarget } from "../../../../../src-main/pipeline/export/index.ts";
import { saleDocumentOf } from "../../../../../src-main/pipeline/export/sale-document.ts";
import {
  valueOf,
  type BatchId,
  type Invoice,
  type Member,
  type NormalizedDocument,
} from "../../../../../src-shared/model/index.ts";
import { decimalToText, withoutTrailingZeros } from "../../../../../src-shared/money/index.ts";
import { hashText } from "../../../../builders/billing-documents.ts";
import { paperFonts } from "../../../../builders/paper-fonts.ts";
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

/** A page with the e-invoice in its file is one invoice, as an import makes it. */
const withEmbedded = async (
  page: NormalizedDocument,
  members: readonly Member[],
): Promise<NormalizedDocument> => {
  const [xml] = members;
  if (xml === undefined) return page;
  const embedded = normalizeDocument(
    await readBytes(xml.name, xml.bytes),
    importedFile(xml.name, xml.bytes),
    context,
  );
  return joinEmbedded(page, embedded)?.page ?? page;
};

const roundTrip = async (target: string, name: string): Promise<RoundTrip> => {
  const given = JSON.parse(readFileSync(join(goldens, target, name, "input.json"), "utf8")) as {
    readonly sales: readonly SaleSpec[];
    readonly options?: Readonly<Record<string, string>>;
  };
  const input = {
    batchId: "bat-7f3a91" as BatchId,
    invoices: given.sales.map((sale, index) => saleInvoice(sale, index + 1)),
    options: given.options ?? {},
    fonts: paperFonts,
    hash: hashText,
  };
  const found = findTarget(target);
  if (found === undefined) throw new Error(`No target ${target}`);
  const plan = found.plan(input);
  const after: Invoice[] = [];
  for (const file of found.write(plan, input)) {
    const document = await readBytes(file.name, file.bytes);
    const page = normalizeDocument(document, importedFile(file.name, file.bytes), context);
    after.push(...(await withEmbedded(page, document.members)).invoices);
  }
  const before = plan.invoiceIds.flatMap((id) => input.invoices.filter((invoice) => invoice.id === id));
  return { before, after };
};

describe("e-invoices come back as the invoices that went out", () => {
  test.each([
    ["ubl-xml", "writes-peppol-invoices-credit-notes-and-discounts"],
    ["ubl-xml", "writes-xrechnung"],
    ["cii-xml", "writes-invoices-credit-notes-and-discounts"],
    ["factur-x", "writes-a-page-with-the-invoice-in-it"],
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
  // What a format cannot hold is left out on both sides, and said here.
  const everything = { date: true, party: true, kind: true, wording: true };
  const without = (...parts: readonly (keyof typeof everything)[]): typeof everything => ({
    ...everything,
    ...Object.fromEntries(parts.map((part) => [part, false])),
  });
  test.each([
    // Credits go to Xero, QuickBooks Online and NetSuite by negative totals or not at all.
    ["xero-sales-csv", "writes-a-uk-batch", without("kind")],
    ["xero-sales-csv", "writes-us-dates-and-currency", without("kind")],
    ["xero-bills-csv", "writes-bills-of-two-suppliers-with-one-number", without("kind")],
    ["quickbooks-online-csv", "writes-a-us-batch-without-credit-notes", everything],
    ["quickbooks-online-csv", "writes-tax-codes", everything],
    ["quickbooks-online-bills-csv", "parts-one-number-of-two-suppliers", everything],
    ["quickbooks-online-bills-csv", "writes-tax-columns", everything],
    // Splits of taxes and discounts are lines there.
    ["quickbooks-desktop-iif", "writes-tax-discounts-and-credits", without("wording")],
    ["quickbooks-desktop-bills-iif", "writes-bills-and-a-vendor-credit", without("wording")],
    ["netsuite-csv", "writes-invoices-with-stable-ids", everything],
    ["netsuite-csv", "writes-vendor-bills", everything],
    // Sage knows customers by their account, and joins the lines of one nominal code.
    ["sage50-uk-audit-trail", "nets-a-discount-into-its-nominal-code", without("party", "wording")],
    ["myob-service-sales", "parts-sales-by-a-blank-line", everything],
    // DATEV changes numbers to what it can hold, keeps days without years and customers as accounts.
    ["datev-extf", "writes-one-stack-a-month-and-turns-credits", without("date", "party", "kind", "wording")],
    ["datev-extf", "writes-incoming-invoices", without("date", "party", "kind", "wording")],
    ["zoho-invoices-csv", "writes-tax-names-and-discounts", everything],
    ["template-csv", "fills-the-columns-of-a-loaded-template", without("kind", "wording")],
    ["generic-csv", "writes-lines-allowances-and-credits", everything],
    ["generic-xlsx", "writes-invoices-and-lines", everything],
    ["generic-json", "writes-lines-allowances-and-credits", everything],
  ])("%s %s", async (target, name, holds) => {
    const { before, after } = await roundTrip(target, name);
    const isBill = /bill|vendor|incoming|purchases/.test(`${target} ${name}`);
    const numberOf = (invoice: Invoice): string =>
      (valueOf(invoice.number) ?? "").replaceAll(target === "datev-extf" ? /[^\w/]/g : /$^/g, "-");
    const head = (invoice: Invoice): readonly unknown[] => [
      numberOf(invoice),
      holds.date ? valueOf(invoice.issueDate) : null,
      holds.party ? (isBill ? invoice.seller?.name : invoice.buyer?.name) : null,
      holds.kind ? invoice.kind : null,
    ];
    const sorted = (invoices: readonly Invoice[]): readonly string[] =>
      invoices.map((invoice) => JSON.stringify(head(invoice))).toSorted();
    expect(before.length).toBeGreaterThan(0);
    expect(sorted(after)).toEqual(sorted(before));
    if (!holds.wording) return;
    const lines = before.map((invoice) => {
      const result = saleDocumentOf(invoice);
      return "refusal" in result
        ? []
        : result.sale.lines.map((line) => line.description.replaceAll(/\s+/g, " "));
    });
    // Readers put the item before the wording of the line, and the memo after it; files hold them in their own order.
    const words = after.map((invoice) => invoice.lines.map(({ description }) => description));
    for (const [at, wording] of lines.entries()) {
      const same = after.findIndex(
        (each) => JSON.stringify(head(each)) === JSON.stringify(head(before[at] as Invoice)),
      );
      expect(words[same]?.length).toBe(wording.length);
      wording.forEach((each, index) =>
        expect(words[same]?.[index]?.replaceAll(/\s+/g, " ")).toContain(each.trim()),
      );
    }
  });

  test.each(["generic-csv", "generic-json"])(
    "what %s says of the whole invoice comes back to the cent",
    async (target) => {
      const { before, after } = await roundTrip(target, "writes-lines-allowances-and-credits");
      const money = (invoice: Invoice): readonly unknown[] =>
        [invoice.net, invoice.tax, invoice.gross].map((field) => plain(valueOf(field)));
      expect(after.map(money)).toEqual(before.map(money));
    },
  );
});
