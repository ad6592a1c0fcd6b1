import { describe, expect, it } from "vitest";
import type { Invoice, ReadDocument } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { composeInvoice } from "../../../../../builders/composed-invoice.ts";
import type { ComposedTruth, Language, Variation } from "../../../../../builders/composed-invoice.ts";

const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text: string): string =>
    [...text]
      .map((letter) => letter.charCodeAt(0).toString(16))
      .join("")
      .split("")
      .reverse()
      .join("")
      .padEnd(64, "0"),
};

function readOne(document: ReadDocument): Invoice {
  const invoices = readInvoices(document, "invoice", context);
  expect(invoices).toHaveLength(1);
  return invoices[0]!;
}

/** The decided values, in the shape of the truth. */
function summaryOf(invoice: Invoice): unknown {
  return {
    number: invoice.number?.value,
    issueDate: invoice.issueDate?.value,
    dueDate: invoice.dueDate?.value ?? null,
    orderReference: invoice.orderReference?.value ?? null,
    currency: invoice.currency?.value ?? null,
    seller: invoice.seller?.name,
    buyer: invoice.buyer?.name,
    net: invoice.net?.value,
    tax: invoice.tax?.value,
    gross: invoice.gross?.value,
    iban: invoice.bankAccount?.value ?? null,
    lines: invoice.lines.map((line) => ({
      description: line.description,
      quantity: line.quantity?.value,
      unit: line.unit?.value ?? null,
      price: line.unitPrice?.value,
      amount: line.net?.value,
    })),
  };
}

function truthOf(truth: ComposedTruth): unknown {
  const { language: _language, lines, ...head } = truth;
  return {
    ...head,
    lines: lines.map((line) => ({
      description: line.wrapped === null ? line.description : `${line.description} ${line.wrapped}`,
      quantity: line.quantity,
      unit: line.unitName,
      price: line.price,
      amount: line.amount,
    })),
  };
}

const languages: readonly Language[] = ["en", "us", "de", "fr", "nl", "es", "it", "pt"];
const cases = languages.flatMap((language, at) =>
  Array.from({ length: 12 }, (_, index) => ({ language, seed: at * 100 + index })),
);

describe("composed invoices", () => {
  it.each(cases)("reads seed $seed in $language as printed", ({ language, seed }) => {
    const { document, truth, plan } = composeInvoice(seed, language);
    expect(summaryOf(readOne(document)), plan).toEqual(truthOf(truth));
  });

  it("quotes every value from where it stands", () => {
    for (const { language, seed } of cases.filter((_, index) => index % 5 === 0)) {
      const { document } = composeInvoice(seed, language);
      const invoice = readOne(document);
      const fields = [
        invoice.number,
        invoice.issueDate,
        invoice.dueDate,
        invoice.net,
        invoice.tax,
        invoice.gross,
        invoice.currency,
        invoice.bankAccount,
      ];
      const evidence = [
        ...fields,
        ...invoice.lines.flatMap((line) => [line.quantity, line.unitPrice, line.net]),
      ].flatMap((field) => field?.evidence ?? []);
      expect(evidence.length).toBeGreaterThan(6);
      for (const { quote, at, role } of [...evidence, ...invoice.lines.flatMap((line) => line.evidence)]) {
        expect(role).toBe("invoice");
        if (!("page" in at)) throw new Error("A page has pages");
        const boxes = at.boxes ?? (at.box === undefined ? [] : [at.box]);
        const words = boxes.flatMap(([x, y, width, height]) =>
          document.pages[at.page - 1]!.words.filter(({ box }) => {
            const [centerX, centerY] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
            return centerX >= x && centerX <= x + width && centerY >= y && centerY <= y + height;
          }),
        );
        expect(words.map((word) => word.text).join(" ")).toBe(quote);
      }
    }
  });
});

describe("the same content in another shape", () => {
  const variations: readonly (readonly [string, Variation])[] = [
    ["moved by 20 points", { shift: 20 }],
    ["with other words for the labels", { synonym: 1 }],
    ["with yet other words", { synonym: 2 }],
    ["with its head as a grid", { meta: 2 }],
    ["with the quantity first", { table: 1 }],
    ["with rules between rows", { table: 2 }],
    ["with sums on the left", { totals: 2 }],
    ["with sums in a row", { totals: 3 }],
    ["as a letter with a window", { letterhead: 1 }],
  ];
  it.each(variations)("reads alike %s", (_, variation) => {
    for (const { language, seed } of cases.filter((_, index) => index % 9 === 0)) {
      const { document, truth, plan } = composeInvoice(seed, language, variation);
      expect(summaryOf(readOne(document)), `${seed} ${plan}`).toEqual(truthOf(truth));
    }
  });

  it("does not depend on the order in which words were drawn", () => {
    for (const { language, seed } of cases.filter((_, index) => index % 12 === 0)) {
      const { document } = composeInvoice(seed, language);
      const turned = {
        ...document,
        pages: document.pages.map((page) => ({ ...page, words: page.words.toReversed() })),
      };
      expect(readOne(turned)).toEqual(readOne(document));
    }
  });

  it("gives the same bytes for the same input", () => {
    const { document } = composeInvoice(7, "de");
    expect(JSON.stringify(readOne(document))).toBe(JSON.stringify(readOne(document)));
  });
});
