import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

async function standingWith(last: string): Promise<string | undefined> {
  const text = `RIVERSIDE GLAZING LTD\n9 Wharf Road, York YO1 7AB\n\nQUOTATION Q-31\nFor: Ashdown School\nDate: 20 February 2026\n\nItem        Qty   Price     Total\nWindows      4    420.00    1,680.00\n\nTotal excluding VAT £1,680.00\nPayment within 30 days of invoice.\n\n${last}\n`;
  const file = importedFile("quote.txt", new TextEncoder().encode(text));
  const { agreements } = normalizeDocument(await readBytes("quote.txt", text), file, context);
  return agreements[0]?.standing;
}

describe("a yes written on an offer", () => {
  test.each([
    "Accepted for Ashdown School: Helen Broad, Bursar, 26 May 2026",
    "Accepted for Ashdown School:\nHelen Broad, Bursar   26 May 2026",
    "Approved: Board of Governors, May 4, 2026 (M. Stone)",
    "Customer's signature: K. Oduya      Date: 14 May 2026",
    "Accepted on behalf of Ashdown School\nName: Helen Broad   Date: 26 May 2026   Order no: AS-31",
    "Accepted for and on behalf of Ashdown School\nSigned: H. Broad\nDate: 26 May 2026",
    "Accepted for the school:\n\nAshdown School\n\nHelen Broad, Bursar\n\nYork, 26 May 2026",
    "Einverstanden\n\nYork, den 26.05.2026\n\nHelen Broad, Ashdown School",
    "Per accettazione\n\nYork, 26/05/2026\n\nHelen Broad",
    "Hiermit nehmen wir Ihr Angebot an.\n\nYork, 26.05.2026\n\nHelen Broad",
  ])("binds: %s", async (last) => {
    expect(await standingWith(last)).toBe("in-force");
  });

  test.each([
    "Accepted by: ____________________  Date: __________",
    "This offer may be accepted until 30 May 2026.",
    "Accepted on behalf of Ashdown School\nName: ______________   Date: ____________",
    "Customer's signature: ______________   Date: ________",
    "Accepted for the school:\n\nName:\n\nDate:",
    "Bon pour accord\n\nDate et signature\n\nYork, 20/02/2026",
  ])("is not there where only its place is: %s", async (last) => {
    expect(await standingWith(last)).toBe("offer");
  });
});
