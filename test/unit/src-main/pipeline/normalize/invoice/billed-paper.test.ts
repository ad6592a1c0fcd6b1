import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const kindOf = async (text: string): Promise<string> => {
  const document = await readBytes("paper.txt", text);
  return normalizeDocument(document, importedFile("paper.txt", new TextEncoder().encode(text)), context).kind;
};

const figures = `
Descripción                                      Importe
Memoria de cálculo                                380,00
Visita de obra                                    120,00

Base imponible                                    500,00
IVA 21%                                           105,00
Total                                             605,00
`;

describe("a paper that no title names", () => {
  it("is an invoice where its number, its day, sums that prove each other and its payment say so", async () => {
    expect(
      await kindOf(`Marta Solà Prats
arquitecta técnica
c/ Girona 14, 08010 Barcelona

minuta 22/26
01.09.2026

Comunidad de Vecinos Aribau 77
${figures}
Vencimiento: 1 de octubre de 2026
`),
    ).toBe("invoice");
  });

  it("is none without a number of its own", async () => {
    expect(
      await kindOf(`Marta Solà Prats
arquitecta técnica
01.09.2026
${figures}
`),
    ).not.toBe("invoice");
  });

  it("is a credit note where what it corrects is only named behind its own title", async () => {
    expect(
      await kindOf(`Labor Nord GmbH
Buchholzer Str. 12
21244 Buchholz

Rechnungskorrektur RK-26-040 zu Rechnung 26-2207 vom 25.06.2026
Datum: 07.07.2026

Wartung, doppelt berechnet            1 Stck       415,00 €       415,00 €
Anfahrt                               1 Stck        89,00 €        89,00 €
Nettobetrag                                                       504,00 €
19 % USt                                                           95,76 €
Gutschrift                                                        599,76 €
`),
    ).toBe("credit-note");
  });

  it("dates itself, and not by the day of the paper that it corrects", async () => {
    const text = `Labor Nord GmbH
Buchholzer Str. 12
21244 Buchholz

Buchholz, den 07.07.2026

Rechnungskorrektur RK-26-040 zu Rechnung 26-2207 vom 25.06.2026

Wartung, doppelt berechnet            1 Stck       415,00 €       415,00 €
Anfahrt                               1 Stck        89,00 €        89,00 €
Nettobetrag                                                       504,00 €
19 % USt                                                           95,76 €
Gutschrift                                                        599,76 €
`;
    const document = await readBytes("paper.txt", text);
    const file = importedFile("paper.txt", new TextEncoder().encode(text));
    const [invoice] = normalizeDocument(document, file, context).invoices;
    expect(invoice?.issueDate?.value).toBe("2026-07-07");
  });
});
