import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (text: string): Promise<Awaited<ReturnType<typeof normalizeDocument>>> =>
  normalizeDocument(
    await readBytes("paper.txt", text),
    importedFile("paper.txt", new TextEncoder().encode(text)),
    context,
  );

const levy = `Heron Quay Moorings Ltd
2 Lock Lane, Goole DN14 5AB

BERTH LEVY

Levy number HQ-3107-B
Date: 4 May 2026

Winter berth, pontoon C                 640.00
Shore power                              85.00
Total due                              £725.00

Please pay by 31 May 2026 to 20-00-00, account 73310482.
`;

describe("papers that call themselves something unknown", () => {
  it("bills by its own number, its day and sums that prove each other", async () => {
    const { kind, invoices } = await read(levy);
    expect(kind).toBe("invoice");
    expect(invoices[0]?.number?.value).toBe("HQ-3107-B");
    expect(invoices[0]?.number?.confidence).toBeLessThan(0.95);
    expect(invoices[0]?.lines).toHaveLength(2);
  });

  it("takes the number of something else for none of its own", async () => {
    const { invoices, kind } = await read(levy.replace("Levy number", "Boat licence number"));
    expect([kind, invoices[0]?.number?.value ?? null]).not.toContain("HQ-3107-B");
  });

  it("tells a second reminder from the bill that it reminds of", async () => {
    const { kind } = await read(`Druckerei Halm GmbH
Weberstr. 4, 09111 Chemnitz

2. Mahnung

Rechnungsnr.     Datum          Fällig          Betrag
26-3310          12.08.2026     26.08.2026      714,00 €
Offener Betrag                                  714,00 €

Bitte überweisen Sie bis zum 10.10.2026.
`);
    expect(kind).toBe("statement");
  });
});
