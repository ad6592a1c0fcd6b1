import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

async function kindOf(text: string): Promise<DocumentKind> {
  const document = await readBytes("paper.txt", text);
  return normalizeDocument(document, importedFile("paper.txt", new TextEncoder().encode(text)), context).kind;
}

describe("papers without a title", () => {
  test.each([
    "This letter confirms what we arranged: Harbour Physio attends each home match for £180 and treats players at £45.",
    "It is hereby agreed that Redwood Hauling shall haul gravel for the County Roads Department at $7.25 per ton.",
    "We, Sable Estate, hereby instruct Mokoena Attorneys to act for us. Fees: R2 850 per hour, R950 per hour for clerks.",
    "Par la présente, Bois SA charge Maître Vuilleumier de la représenter. Honoraires : CHF 320.00 par heure.",
    "Il sottoscritto conferisce allo Studio Grassi l'incarico di tenere la contabilità. Compenso: 200,00 € al mese.",
  ])("that bind somebody are agreements: %s", async (text) => {
    expect(await kindOf(text)).toBe("agreement");
  });

  test("that only tell of money are none", async () => {
    expect(await kindOf("Our lunch was $14.00 and the taxi $22.00. See you on Monday.")).toBe("unknown");
  });
});
