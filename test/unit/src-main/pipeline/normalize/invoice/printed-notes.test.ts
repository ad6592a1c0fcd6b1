import { expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const notesOf = async (title: string, told: string): Promise<readonly string[]> => {
  const text = `Orme Masonry Ltd
3 Quarry Road, Ludlow SY8 1AA

Bill to: Fell & Sons Ltd
9 Abbey Walk, Ludlow SY8 2BB

${title}
Date: 4 September 2026

Description                 Quantity   Price     Amount
Repointing of the gable           12   65.00     780.00

                                       Total     780.00

${told}
`;
  const file = importedFile("paper.txt", new TextEncoder().encode(text));
  return normalizeDocument(await readBytes("paper.txt", text), file, context).invoices[0]?.notes ?? [];
};

test("a paper says in its title and its sentences what no field holds", async () => {
  const notes = await notesOf(
    "Invoice 3017 - valuation no. 3",
    "Invoices 2988 and 3002 were sent for the work before.",
  );
  expect(notes).toContain("Invoices 2988 and 3002 were sent for the work before.");
  expect(notes.some((note) => note.includes("valuation no. 3"))).toBe(true);
});

test("rows of items and of totals are no notes", async () => {
  const notes = await notesOf("Invoice 3017", "Thank you.");
  expect(notes).toContain("Invoice 3017");
  expect(notes.some((note) => /Repointing|Total/.test(note))).toBe(false);
});
