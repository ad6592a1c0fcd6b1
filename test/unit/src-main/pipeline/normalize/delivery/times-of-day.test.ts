import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

describe("a column of times of day", () => {
  test("counts no hours", async () => {
    const bytes = new TextEncoder().encode(
      "Datum;Uhrzeit;Mitarbeiter;Tätigkeit;Splitt kg\n03.01.2026;05:10;Ole;Streuen;25\n08.01.2026;04:50;Ole;Streuen;30\n",
    );
    const read = normalizeDocument(
      await readBytes("winter.csv", bytes),
      importedFile("winter.csv", bytes),
      context,
    );
    expect(read.deliveries.map(({ quantity, unit }) => [quantity, unit])).toEqual([
      ["25", "kilogram"],
      ["30", "kilogram"],
    ]);
  });
});
