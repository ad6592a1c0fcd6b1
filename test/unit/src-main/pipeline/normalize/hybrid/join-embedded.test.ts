import { describe, expect, test } from "vitest";
import { joinEmbedded } from "../../../../../../src-main/pipeline/normalize/hybrid/join-embedded.ts";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Invoice, NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";
import { ciiLineXml, ciiXml, normalizeXml } from "../structured/structured-xml.ts";

const pageText = (
  changes: Partial<Record<"number" | "date" | "total" | "seller" | "account", string>> = {},
): string =>
  [
    changes.seller ?? "Kestrel Digital GmbH",
    "Uferweg 3, 10115 Berlin",
    "",
    "INVOICE",
    "",
    "Bill to: Harbor Retail SE",
    `Invoice number: ${changes.number ?? "0042"}`,
    `Invoice date: ${changes.date ?? "2026-03-31"}`,
    "Due date: 2026-04-30",
    "",
    "Description          Qty    Unit price     Amount",
    "Senior engineer      10     150.00        1500.00",
    "Travel                1      50.00          50.00",
    "",
    "Subtotal                                  1550.00",
    "VAT 19 %                                   294.50",
    `Total EUR                                 ${changes.total ?? "1844.50"}`,
    "",
    `IBAN: ${changes.account ?? "DE02 1203 0000 0000 2020 51"}`,
    "",
  ].join("\n");

const page = async (text: string): Promise<NormalizedDocument> =>
  normalizeDocument(
    await readBytes("page.txt", text),
    importedFile("page.txt", new TextEncoder().encode(text)),
    context,
  );

const lines =
  ciiLineXml("1", "Senior engineer", "10", "150.00", "1500.00") +
  ciiLineXml("2", "Travel", "1", "50.00", "50.00");

const xml = (billed = lines): Promise<NormalizedDocument> =>
  normalizeXml(
    ciiXml({
      lines: billed,
      agreement:
        "<ram:SellerTradeParty><ram:Name>Kestrel Digital GmbH</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Harbor Retail SE</ram:Name></ram:BuyerTradeParty>",
      settlement:
        '<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE02 120300000000202051</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>1550.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">294.50</ram:TaxTotalAmount><ram:GrandTotalAmount>1844.50</ram:GrandTotalAmount><ram:DuePayableAmount>1844.50</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>',
    }),
  );

const joined = async (text: string, embedded = xml()): Promise<Invoice> => {
  const pair = joinEmbedded(await page(text), await embedded);
  const [invoice] = pair?.page.invoices ?? [];
  if (invoice === undefined) throw new Error("not joined");
  return invoice;
};

describe("a page and its embedded invoice", () => {
  test("are one invoice of the page's document with the values of the XML", async () => {
    const [printed, embedded] = [await page(pageText()), await xml()];
    const pair = joinEmbedded(printed, embedded);
    expect(pair?.embedded.invoices).toEqual([]);
    expect(pair?.embedded.kind).toBe("invoice");
    expect(pair?.page.invoices).toHaveLength(1);
    const [invoice] = pair?.page.invoices ?? [];
    expect(invoice?.documentId).toBe(printed.documentId);
    expect(invoice?.id).toBe(printed.invoices[0]?.id);
    expect(invoice?.gross).toMatchObject({ value: "1844.50", basis: "structured", confidence: 1 });
  });

  test("that agree give each value both places and no contradiction", async () => {
    const invoice = await joined(pageText());
    for (const field of [invoice.number, invoice.issueDate, invoice.gross, invoice.bankAccount]) {
      expect(field?.evidence.map(({ at }) => Object.keys(at)[0])).toEqual(["path", "start"]);
      expect(field?.contradictions).toBeUndefined();
    }
    expect(invoice.seller?.confidence).toBe(1);
  });

  test.each([
    ["number", { number: "0043" }],
    ["issueDate", { date: "2026-03-30" }],
    ["bankAccount", { account: "DE75 5121 0800 1245 1261 99" }],
  ] as const)("that print another %s contradict with the place on the page", async (name, change) => {
    const invoice = await joined(pageText(change));
    const field = invoice[name];
    expect(field?.contradictions).toMatchObject([{ code: "page-differs" }]);
    expect(field?.evidence[0]?.at).toHaveProperty("path");
    expect(field?.contradictions?.[0]?.evidence[0]?.at).toHaveProperty("start");
    const untouched = name === "number" ? invoice.issueDate : invoice.number;
    expect(untouched?.contradictions).toBeUndefined();
  });

  test("that name another seller lower what is known of it", async () => {
    const invoice = await joined(pageText({ seller: "Falcon Works Ltd" }));
    expect(invoice.seller).toMatchObject({ name: "Kestrel Digital GmbH", confidence: 0.7 });
  });

  test("take what the XML leaves out from the page, as the page's reading", async () => {
    const invoice = await joined(pageText(), xml(""));
    expect(invoice.dueDate).toMatchObject({ value: "2026-04-30" });
    expect(invoice.dueDate?.basis).not.toBe("structured");
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual(["1500.00", "50.00"]);
    expect(invoice.lines[0]?.net?.basis).not.toBe("structured");
  });
});

test("a page that could not be read as an invoice still carries the embedded one", async () => {
  const plain = await page("Please find our invoice attached to this file.\n");
  const pair = joinEmbedded(plain, await xml());
  expect(pair?.page.kind).toBe("invoice");
  expect(pair?.page.invoices[0]?.documentId).toBe(plain.documentId);
});

test("an attached document without an invoice changes nothing", async () => {
  expect(
    joinEmbedded(await page(pageText()), await normalizeXml("<Certificate><ID>1</ID></Certificate>")),
  ).toBeNull();
});
