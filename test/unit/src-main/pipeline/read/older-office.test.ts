import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBytes } from "../../../../builders/read-bytes.ts";

const root = join(import.meta.dirname, "../../../../golden/formats");
const load = (path: string): Uint8Array => new Uint8Array(readFileSync(join(root, path)));

const written = "reads-clauses-tables-notes-and-changes";
const calculated = "keeps-values-exact-and-marks-what-is-hidden";
const inputs = [
  ["doc", load(`doc/${written}/input.doc`)],
  ["rtf", load(`rtf/${written}/input.rtf`)],
  ["xls", load(`xls/${calculated}/input.xls`)],
] as const;

describe.each(inputs)("a damaged %s", (extension, whole) => {
  // A reader that stops with an error of its own is said to have failed: that is a defect, not a verdict.
  const verdictOf = async (bytes: Uint8Array): Promise<string> => {
    const { status, problem } = await readBytes(`paper.${extension}`, bytes);
    return problem?.code ?? status;
  };

  test("is read or refused wherever it is cut", async () => {
    for (let share = 1; share < 40; share += 1) {
      const verdict = await verdictOf(whole.slice(0, Math.floor((whole.length * share) / 40)));
      expect(verdict).not.toBe("read/reader-failed");
    }
  });

  test("is read or refused whatever bytes are changed", async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(await verdictOf(bytes)).not.toBe("read/reader-failed");
      }),
      { numRuns: 150, seed: 20261129 },
    );
  });
});

describe("what every program writes alike", () => {
  test("the same paper says the same in all word processors' formats", async () => {
    const bodies = await Promise.all(
      ["odt", "rtf", "doc"].map(async (extension) => {
        const { blocks } = await readBytes(
          `paper.${extension}`,
          load(`${extension}/${written}/input.${extension}`),
        );
        return blocks
          .filter(({ zone }) => zone === "body")
          .map((block) =>
            block.type === "table"
              ? block.rows.map((row) => row.map((cell) => cell?.text ?? null))
              : // Footnote marks are fields of the program in one format, characters in another; white space is free.
                block.text.replace(/ \[\d+\]$/u, "").replaceAll(/\s+/gu, " "),
          )
          .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
      }),
    );
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  test("the same sheet holds the same values in both formats", async () => {
    const [one, other] = await Promise.all(
      ["ods", "xls"].map(async (extension) => {
        const { sheets } = await readBytes(
          `sheet.${extension}`,
          load(`${extension}/${calculated}/input.${extension}`),
        );
        return sheets;
      }),
    );
    expect(other).toEqual(one);
  });

  test("groups nested without end and data of any promised length are left at that", async () => {
    const deep = await readBytes("deep.rtf", `{\\rtf1 ${"{".repeat(200_000)}x`);
    expect(deep.status).toBe("unreadable");
    const promised = await readBytes("long.rtf", "{\\rtf1 before\\par \\bin999999999999 after}");
    expect(promised.text).toBe("before\n");
  });
});
