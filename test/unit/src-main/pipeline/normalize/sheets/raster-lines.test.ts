import { describe, expect, it } from "vitest";
import { rasterLines } from "../../../../../../src-main/pipeline/normalize/sheets/raster-lines.ts";
import type { ReadDocument, Word } from "../../../../../../src-shared/model/index.ts";

const width = 0.01;
const rows = [
  "Datum        Leistung            Menge",
  "04.05.2026   Grundreinigung      6,0 Std",
  "05.05.2026   Fenster innen EG    186 m2",
  "",
  "Abgenommen:  R. Brandt   05.05.2026",
];
const wordsOf = (letter: number): readonly Word[] =>
  rows.flatMap((row, line) =>
    [...row.matchAll(/\S+/gu)].map(
      ([text, ...rest]): Word =>
        ({
          text,
          box: [0.1 + width * row.indexOf(text, rest.length), 0.1 + 0.02 * line, letter * text.length, 0.014],
          visible: true,
          page: 1,
        }) as unknown as Word,
    ),
  );
const paper = (words: readonly Word[]): ReadDocument =>
  ({ reader: "pdf-text", text: null, pages: [{ number: 1, words }] }) as unknown as ReadDocument;

describe("lines of pages in letters of one width", () => {
  it("parts them at two blanks and keeps where each piece stands", () => {
    const lines = rasterLines(paper(wordsOf(width)));
    expect(lines.map(({ pieces }) => pieces.map(({ text }) => text))).toEqual([
      ["Datum", "Leistung", "Menge"],
      ["04.05.2026", "Grundreinigung", "6,0 Std"],
      ["05.05.2026", "Fenster innen EG", "186 m2"],
      [],
      ["Abgenommen:", "R. Brandt", "05.05.2026"],
    ]);
    const [, , menge] = lines[2]?.pieces ?? [];
    expect(menge?.at?.page).toBe(1);
    expect(menge?.at?.box[0]).toBeCloseTo(0.43, 5);
  });

  it("knows letters of different widths", () => {
    const uneven = wordsOf(width).map((word, index): Word => {
      const [x, y, w, h] = word.box;
      return { ...word, box: [x, y, w * (1 + 0.2 * (index % 3)), h] };
    });
    expect(rasterLines(paper(uneven))).toEqual([]);
  });
});
