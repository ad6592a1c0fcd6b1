import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (text: string): Promise<Invoice> => {
  const file = importedFile("paper.txt", new TextEncoder().encode(text));
  const [invoice] = normalizeDocument(await readBytes("paper.txt", text), file, context).invoices;
  if (invoice === undefined) throw new Error("No invoice was read");
  return invoice;
};

const sumsOf = ({ net, tax, gross, payable }: Invoice): readonly (string | null | undefined)[] => [
  net?.value,
  tax?.value,
  gross?.value ?? payable?.value,
];

const paper = (title: string, table: readonly string[], told: readonly string[]): string =>
  [
    "Halm & Söhne",
    "Hafenweg 3, 24103 Kiel",
    "",
    "Bakkerij Van Dalen",
    "Dorpsstraat 1, 3511 AB Utrecht",
    "",
    title,
    "",
    ...table,
    "",
    ...told,
    "",
  ].join("\n");

const german = [
  "Leistung                      Menge   Einzelpreis      Betrag",
  "Montage vor Ort                  10         60,00      600,00",
  "Anfahrt                           2         45,00       90,00",
];

describe("sums that a sentence tells", () => {
  test.each([
    [
      "what is asked to be paid",
      paper("Rechnung R-118 vom 02.10.2026", german, [
        "Zwischensumme 690,00 EUR",
        "Umsatzsteuer 19 % 131,10 EUR",
        "Bitte zahlen Sie 821,10 EUR binnen 30 Tagen nach Erhalt.",
      ]),
      ["690.00", "131.10", "821.10"],
    ],
    [
      "all of them in one sentence",
      paper(
        "FACTUUR 26041, datum 30-04-2026",
        [
          "Wat                           Aantal   Per stuk €    Bedrag €",
          "Arbeid                            10        60,00      600,00",
          "Voorrijden                         2        45,00       90,00",
        ],
        ["Samen € 690,00, daarover 21% btw € 144,90, dus te betalen € 834,90."],
      ),
      ["690.00", "144.90", "834.90"],
    ],
    [
      "a total that follows its tax",
      paper(
        "Invoice 2044, date 20 August 2026",
        [
          "Description                   Quantity   Unit price      Amount",
          "Fitting on site                     10        60.00      600.00",
          "Call-out                             2        45.00       90.00",
        ],
        ["That is £690.00 plus VAT at 20% of £138.00, which makes £828.00 altogether to pay."],
      ),
      ["690.00", "138.00", "828.00"],
    ],
    [
      "a request that runs over two lines",
      paper(
        "Facture F-77 du 3 mars 2026",
        [
          "Désignation                   Quantité        PU HT    Montant HT",
          "Pose sur site                       10        60,00        600,00",
          "Déplacement                          2        45,00         90,00",
        ],
        [
          "Total HT 690,00 €",
          "TVA 20 % 138,00 €",
          "Nous vous remercions de bien vouloir nous régler",
          "la somme de 828,00 € par virement.",
        ],
      ),
      ["690.00", "138.00", "828.00"],
    ],
    [
      "a tax that is named behind its amount",
      paper(
        "Facture F-78 du 3 mars 2026",
        [
          "Désignation                   Quantité        PU HT    Montant HT",
          "Pose sur site                       10        60,00        600,00",
          "Déplacement                          2        45,00         90,00",
        ],
        [
          "Soit 690,00 € hors taxes, plus 138,00 € de TVA à 20 %, ce qui fait 828,00 € toutes taxes comprises.",
        ],
      ),
      ["690.00", "138.00", "828.00"],
    ],
    [
      "an Italian sum with its tax",
      paper(
        "Fattura n. 12/2026 del 03/03/2026",
        [
          "Descrizione                   Quantità       Prezzo       Importo",
          "Montaggio                           10        60,00        600,00",
          "Trasferta                            2        45,00         90,00",
        ],
        ["Imponibile 690,00 €, IVA 22% 151,80 €, da saldare quindi 841,80 € tramite bonifico."],
      ),
      ["690.00", "151.80", "841.80"],
    ],
  ])("are read: %s", async (_, text, expected) => {
    expect(sumsOf(await read(text))).toEqual(expected);
  });

  test.each([
    ["a cash discount", "Bei Zahlung binnen 7 Tagen abzüglich 2 % Skonto: 676,20 EUR."],
    ["a late fee", "If you pay late, a charge of EUR 40.00 is due."],
    ["a price", "Further hours are billed at 72.00 EUR per hour."],
    ["what was paid before", "Ihre Anzahlung von 200,00 EUR haben wir erhalten, danke."],
    ["the capital of the company", "SARL au capital de 50.000,00 EUR"],
  ])("are not %s", async (_, sentence) => {
    const { gross, payable } = await read(paper("Rechnung R-118 vom 02.10.2026", german, [sentence]));
    expect([gross?.value ?? null, payable?.value ?? null]).toEqual([null, null]);
  });

  test("say nothing where a total has its name", async () => {
    const invoice = await read(
      paper("Rechnung R-118 vom 02.10.2026", german, [
        "Nettobetrag 690,00 EUR",
        "USt 19 % 131,10 EUR",
        "Rechnungsbetrag 821,10 EUR",
        "Bitte überweisen Sie 500,00 EUR vorab.",
      ]),
    );
    expect(sumsOf(invoice)).toEqual(["690.00", "131.10", "821.10"]);
  });
});
