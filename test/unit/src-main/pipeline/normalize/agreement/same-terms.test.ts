import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";
import { agreementOf } from "./agreement-of.ts";

const clauses = [
  "Fees. Support is charged at $145.00 per hour. The platform fee is $2,400.00 per month, invoiced monthly in advance.",
  "Payment. Invoices are due within thirty (30) days of the invoice date.",
  "Expenses. Materials are billed at cost plus 12%.",
  "Limit. Total fees will not exceed $90,000.00 without written approval.",
  "Term. This Agreement starts on March 1, 2026 and runs for twelve months.",
];
const preamble =
  'SERVICES AGREEMENT\n\nThis Agreement is made between Alder Point LLC ("Provider") and Quill Foods Inc. ("Client").';

/** What terms say, without where they stand and in which order. */
const sense = (terms: readonly { readonly type: string; readonly value: object }[]): readonly string[] =>
  terms.map(({ type, value }) => `${type} ${JSON.stringify(value)}`).toSorted();

const asText = (list: readonly string[], label: (index: number) => string): string =>
  `${preamble}\n\n${list.map((clause, index) => `${label(index)} ${clause}`).join("\n\n")}\n`;
const numbered = (index: number): string => `${index + 1}.`;

describe("what does not change what is agreed does not change the terms", () => {
  const plain = sense(agreementOf(asText(clauses, numbered)).terms);

  test("the clauses are read at all", () => {
    expect(plain.map((line) => line.split(" ")[0])).toEqual([
      "billing",
      "cap",
      "duration",
      "expenses",
      "fixed-fee",
      "payment-terms",
      "rate",
    ]);
  });

  test("clauses in another order", () => {
    expect(sense(agreementOf(asText([...clauses].reverse(), numbered)).terms)).toEqual(plain);
    const rotated = [...clauses.slice(2), ...clauses.slice(0, 2)];
    expect(sense(agreementOf(asText(rotated, numbered)).terms)).toEqual(plain);
  });

  test("clauses with other numbers", () => {
    expect(sense(agreementOf(asText(clauses, (index) => `${index + 11}.`)).terms)).toEqual(plain);
    expect(sense(agreementOf(asText(clauses, (index) => `Section ${index + 4}.`)).terms)).toEqual(plain);
    expect(sense(agreementOf(asText(clauses, (index) => `(${"abcde"[index] ?? ""})`)).terms)).toEqual(plain);
  });

  test("a clause that stands in the agreement twice", () => {
    expect(sense(agreementOf(asText([...clauses, ...clauses.slice(1, 2)], numbered)).terms)).toEqual(plain);
  });

  test("the same agreement as a text file and as a Word file", async () => {
    const paragraphs = asText(clauses, numbered)
      .split("\n\n")
      .map((text) => new Paragraph(text.trim()));
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));
    const read = async (name: string, content: string | Uint8Array): Promise<readonly string[]> => {
      const raw = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const document = await readBytes(name, content);
      const { agreements } = normalizeDocument(document, importedFile(name, raw), context);
      return sense(agreements.flatMap(({ terms }) => terms));
    };
    expect(await read("a.docx", new Uint8Array(bytes))).toEqual(
      await read("a.txt", asText(clauses, numbered)),
    );
  });

  test("a rate card as a table of a Word file and as rows with bars in a text", async () => {
    const rows = [
      ["Role", "Rate per hour"],
      ["Lead engineer", "$185.00"],
      ["Engineer", "$140.00"],
    ];
    const table = new Table({
      rows: rows.map(
        (cells) =>
          new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
      ),
    });
    const head = preamble.split("\n\n").map((text) => new Paragraph(text));
    const bytes = await Packer.toBuffer(
      new Document({ sections: [{ children: [...head, new Paragraph("Rates"), table] }] }),
    );
    const ratesOf = async (name: string, content: string | Uint8Array): Promise<readonly string[]> => {
      const raw = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const { agreements } = normalizeDocument(
        await readBytes(name, content),
        importedFile(name, raw),
        context,
      );
      return sense(agreements.flatMap(({ terms }) => terms)).filter((line) => line.startsWith("rate"));
    };
    const barred = `${preamble}\n\nRates\n\n${rows.map((cells) => cells.join(" | ")).join("\n")}\n`;
    const fromWord = await ratesOf("a.docx", new Uint8Array(bytes));
    expect(fromWord).toHaveLength(2);
    expect(await ratesOf("a.txt", barred)).toEqual(fromWord);
  });
});
