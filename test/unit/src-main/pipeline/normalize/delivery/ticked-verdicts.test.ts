import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const acceptances = async (text: string): Promise<readonly unknown[]> => {
  const file = importedFile("paper.txt", new TextEncoder().encode(text));
  const { deliveries } = normalizeDocument(await readBytes("paper.txt", text), file, context);
  return deliveries.map(({ kind, date, item, approved }) => [kind, date, item, approved]);
};

const protocol = (boxes: string): string =>
  `ABNAHMEPROTOKOLL\n\nBauvorhaben: Turnhalle Birkenweg\nLeistung:    Los 7 Fenster\nAbnahme am:  12.05.2026\n\n${boxes}\n\nAuftraggeber: Gemeinde Lohfeld\n`;

describe("verdicts of which a form has one ticked", () => {
  it.each([
    ["refused", "( ) Die Leistung wird abgenommen.\n(X) Die Abnahme wird verweigert.", false],
    ["accepted", "[x] Abnahme ohne Mängel\n[ ] Abnahme unter Vorbehalt\n[ ] Abnahme verweigert", true],
    ["accepted with reservations", "☐ Abnahme ohne Mängel\n☒ Abnahme unter Vorbehalt der Mängel", null],
  ])("is %s by the tick alone", async (_, boxes, approved) => {
    expect(await acceptances(protocol(boxes))).toEqual([
      ["acceptance", "2026-05-12", "Los 7 Fenster", approved],
    ]);
  });

  it("keeps a list of things that are ticked off", async () => {
    const found = await acceptances(
      "ACCEPTANCE CERTIFICATE\nDate: 14 May 2026\n[x] Pump house\n[x] Control panel\nAccepted by: Mary Holt\n",
    );
    expect(found).toEqual([
      ["acceptance", "2026-05-14", "Pump house", true],
      ["acceptance", "2026-05-14", "Control panel", true],
    ]);
  });
});
