import { describe, expect, it } from "vitest";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";

async function itemsOf(head: string): Promise<readonly (string | null)[]> {
  const text = `Ticket,Date,Technician,${head},Hours,Notes\n811,2026-04-02,M. Oyelaran,Remote,3.5,printer\n814,2026-04-09,K. Pratt,On-site,4,switch\n`;
  const bytes = new TextEncoder().encode(text);
  const file = importedFile("hours.csv", bytes);
  return normalizeDocument(await readBytes("hours.csv", bytes), file, context).deliveries.map(
    ({ item }) => item,
  );
}

describe("a column of kinds beside hours", () => {
  it.each(["Type", "Category", "Work type"])("says what was done, before the notes: %s", async (head) => {
    expect(await itemsOf(head)).toEqual(["Remote – printer", "On-site – switch"]);
  });
});
