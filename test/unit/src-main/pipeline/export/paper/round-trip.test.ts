import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { writePaper } from "../../../../../../src-main/pipeline/export/index.ts";
import type { PaperLanguage } from "../../../../../../src-main/pipeline/export/index.ts";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { draftFindings } from "../../../../../../src-main/pipeline/draft/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import type { Draft, Finding, Invoice } from "../../../../../../src-shared/model/index.ts";
import { isEqual } from "../../../../../../src-shared/money/index.ts";
import { draftCase } from "../../../../../builders/draft-case.ts";
import { paperFonts } from "../../../../../builders/paper-fonts.ts";
import { context, hash, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const seller = {
  name: "Nordwind Technik GmbH",
  address: ["Ringstraße 1", "1010 Wien", "Österreich"],
  taxId: "ATU12345678",
};
const buyer = { name: "Société Dupré & Fils SARL", address: ["12, rue de l’Église", "69002 Lyon", "France"] };

/** A draft with lines of every kind, on as many pages as it is told lines of work. */
function draftOf(language: PaperLanguage, people: number): Draft {
  const names = Array.from(
    { length: people },
    (_, index) =>
      `Person ${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))} Okafor`,
  );
  return draftCase({
    from: "2026-10-01",
    to: "2026-11-01",
    language,
    answers: { number: "RE-2026-0417", buyerReference: "ACME-AP" },
    policy: { approvedBankAccounts: ["AT611904300234573201"] },
    agreements: [
      {
        number: "MSA-2026-014",
        from: "2026-01-01" as never,
        to: "2027-01-01" as never,
        currency: "EUR",
        seller,
        buyer,
        terms: [
          {
            type: "fixed-fee",
            value: { item: "Managed hosting", amount: "1240.00", per: "month", timing: "arrears" },
          },
          { type: "rate", value: { item: "Engineer", role: "Engineer", unit: "hour", price: "118.50" } },
          { type: "roster", value: { people: names.map((name) => ({ name, role: "Engineer" })) } },
          { type: "expenses", value: { markupPercent: "5" } },
          { type: "discount", value: { percent: "3", scope: "agreement" } },
          {
            type: "tax",
            value: {
              category: "S",
              rate: "20",
              name: language === "fr" ? "TVA" : language === "de" ? "USt" : "VAT",
            },
          },
          { type: "payment-terms", value: { days: 30, from: "invoice-date" } },
          { type: "purchase-order", value: { number: "PO-77812" } },
        ],
      },
    ],
    deliveries: [
      ...names.map((person, index) => ({
        kind: "time" as const,
        date: `2026-10-${String(5 + (index % 20)).padStart(2, "0")}`,
        person,
        role: "Engineer",
        item: "Migration",
        quantity: `${6 + (index % 3)}.5`,
        unit: "hour",
        approved: true,
        customer: buyer.name,
      })),
      {
        kind: "expense" as const,
        date: "2026-10-14",
        item: "Train fare",
        amount: "84.00",
        approved: true,
        customer: buyer.name,
      },
    ] as never,
  }).draft;
}

async function readBack(draft: Draft, language: PaperLanguage): Promise<Invoice> {
  const bytes = writePaper({ invoice: draft.invoice, language, provisionalId: draft.id }, paperFonts, hash);
  const folder = process.env["COUNTERSIGN_PAPER_OUT"];
  if (folder !== undefined) writeFileSync(`${folder}/${language}-${draft.invoice.lines.length}.pdf`, bytes);
  const normalized = normalizeDocument(
    await readBytes("draft.pdf", bytes),
    importedFile("draft.pdf", bytes),
    context,
  );
  const [invoice] = normalized.invoices;
  if (invoice === undefined) throw new Error(`Read as ${normalized.kind}`);
  return invoice;
}

/** What has to come back. */
const shape = (invoice: Invoice, lines: "with-lines" | "without"): unknown => ({
  kind: invoice.kind,
  number: invoice.number?.value,
  issueDate: invoice.issueDate?.value,
  dueDate: invoice.dueDate?.value,
  period: [invoice.periodStart?.value, invoice.periodEnd?.value],
  currency: invoice.currency?.value,
  seller: invoice.seller?.name,
  sellerTaxId: invoice.seller?.taxId,
  buyer: invoice.buyer?.name,
  order: invoice.orderReference?.value,
  agreement: invoice.agreementReference?.value,
  account: invoice.bankAccount?.value?.replaceAll(" ", ""),
  net: invoice.net?.value,
  tax: invoice.tax?.value ?? invoice.taxes[0]?.amount?.value,
  payable: invoice.payable?.value ?? invoice.gross?.value,
  lines:
    lines === "without"
      ? invoice.lines.length
      : invoice.lines.map(({ description, quantity, unit, unitPrice, net }) => [
          description,
          plain(quantity?.value),
          unit?.value,
          unitPrice?.value,
          net?.value,
        ]),
});

const plain = (text: string | null | undefined): string | null =>
  text === null || text === undefined
    ? null
    : isEqual(text as never, "0" as never)
      ? "0"
      : text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

describe("the paper of a draft", () => {
  test.each(["en", "de", "fr"] as const)("in %s is read back as the same invoice", async (language) => {
    const draft = draftOf(language, 3);
    const back = await readBack(draft, language);
    expect(shape(back, "with-lines")).toEqual(
      shape(
        {
          ...draft.invoice,
          lines: draft.invoice.lines.map((line) => ({ ...line, quantity: line.quantity, unit: line.unit })),
        },
        "with-lines",
      ),
    );
  });

  test("over several pages carries its sum, which is read as no line", async () => {
    const draft = draftOf("en", 60);
    const back = await readBack(draft, "en");
    expect(shape(back, "without")).toEqual(shape(draft.invoice, "without"));
  });

  test.each(["fr"] as const)(
    "of a credit note and of a supplement in %s names the invoice that it follows",
    async (language) => {
      const { invoice } = draftOf(language, 2);
      const price = (line: string, value: string, expected: string, direction: "over" | "under"): Finding =>
        ({
          id: `fnd-${line}`,
          check: direction === "over" ? "rate.over" : "rate.under",
          severity: "warn",
          direction,
          line,
          message: "",
          expected,
          found: value,
          impact: "1.00",
          formula: null,
          proposal: { action: "correct", text: "" },
          evidence: [],
        }) as unknown as Finding;
      const drafts = draftFindings({
        invoice,
        agreementId: null,
        findings: [price("2", "118.50", "110.00", "over"), price("3", "118.50", "120.00", "under")],
        hasGoneOut: true,
        issueDate: localDate("2026-11-15"),
        answers: { number: "RE-2026-0500" },
        hash,
      });
      expect(drafts.map(({ source }) => source)).toEqual(["supplement", "credit-note"]);
      for (const draft of drafts) {
        const back = await readBack(draft, language);
        expect([
          back.kind,
          back.precedingInvoice?.value,
          back.net?.value,
          back.payable?.value ?? back.gross?.value,
        ]).toEqual([
          draft.invoice.kind,
          "RE-2026-0417",
          draft.invoice.net?.value,
          draft.invoice.payable?.value,
        ]);
      }
    },
  );

  test("gives the same bytes again", () => {
    const order = { invoice: draftOf("de", 2).invoice, language: "de" as const, provisionalId: null };
    expect(writePaper(order, paperFonts, hash)).toEqual(writePaper(order, paperFonts, hash));
  });
});
