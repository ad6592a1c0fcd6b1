import { expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (name: string, text: string): Promise<NormalizedDocument> => {
  const file = importedFile(name, new TextEncoder().encode(text));
  return normalizeDocument(await readBytes(name, text), file, context);
};

it("takes a receipt for what was paid on the spot, and no bill for one", async () => {
  const receipt =
    "TANKSTELLE AM SEE\n12.05.2026 08:14\nDiesel  42,10 L x 1,719   72,37\nSUMME EUR  72,37\nEC-Karte  72,37\n";
  const { kind, deliveries } = await read("beleg.txt", receipt);
  expect([kind, deliveries.map(({ kind: what, date, amount }) => [what, date, amount])]).toEqual([
    "expense",
    [["expense", "2026-05-12", "72.37"]],
  ]);
  const bill = await read("b.txt", `Rechnungsnummer 12\n${receipt}Zahlbar bis 30.05.2026\n`);
  expect(bill.deliveries).toEqual([]);
});

it("takes a letter that accepts things for an acceptance", async () => {
  const letter =
    "Date: 12 May 2026\nTo: Harlow Roofing\n\nWe confirm that the following have been accepted by the Client:\n- Roof membrane, Block A\n- Parapet, Block B\n\nSigned for the Client: Joan Mercer, Estates\n";
  const { kind, deliveries } = await read("letter.txt", letter);
  expect([kind, deliveries.map(({ item, approved }) => [item, approved])]).toEqual([
    "acceptance",
    [
      ["Roof membrane, Block A", true],
      ["Parapet, Block B", true],
    ],
  ]);
});

it("counts what a list under a heading for material names, beside the hours of a table", async () => {
  const paper = [
    "# Werkrapport 118",
    "",
    "Datum: 17 april 2026",
    "",
    "| Monteur | Uren |",
    "|---|---|",
    "| J. de Wit | 3,5 |",
    "",
    "Materiaal:",
    '- kogelkraan 1/2" : 2',
    "- 3 m koperbuis 15 mm",
    "- 1 x pomp",
    "- niet geleverd: filter",
  ].join("\n");
  const { deliveries } = await read("rapport.md", paper);
  expect(deliveries.map(({ quantity, unit, item }) => [quantity, unit, item])).toEqual([
    ["3.5", "hour", null],
    ["2", "piece", 'kogelkraan 1/2"'],
    ["3", "metre", "koperbuis 15 mm"],
    ["1", "piece", "pomp"],
  ]);
});

it("takes lines under their days apart, and the last line for their sum", async () => {
  const list =
    "Liste des livraisons - semaine 22 (25 au 29 mai 2026)\n\nlundi 25 mai : 40 baguettes, 12 pains\nmardi 26 mai : 38 baguettes\n";
  expect((await read("pain.txt", list)).deliveries.map(({ date, quantity }) => [date, quantity])).toEqual([
    ["2026-05-25", "40"],
    ["2026-05-25", "12"],
    ["2026-05-26", "38"],
  ]);
  const log =
    "CHARGING LOG  Site: Elm Park\n\n2026-08-03 06:41   bay 4   dur 0:38   22.6 kWh\n2026-08-07 18:10   bay 1   dur 0:51   31.0 kWh\n2 sessions               53.6 kWh\n";
  const { kind, deliveries } = await read("log.txt", log);
  expect([kind, deliveries.map(({ quantity, unit }) => [quantity, unit])]).toEqual([
    "usage",
    [
      ["22.6", "kilowatt-hour"],
      ["31.0", "kilowatt-hour"],
    ],
  ]);
});

it("takes what a table decides of each thing, whatever the column is called", async () => {
  const text =
    "# User acceptance sign-off\n\nDate: 4 May 2026\n\n| # | Part | Tests run | Decision |\n|---|---|---|---|\n| 1 | Dock screen | 41 | Accepted |\n| 2 | Label print | 12 | Rejected - see defect 8 |\n";
  const { deliveries } = await read("uat.md", text);
  expect(deliveries.map(({ kind, item, quantity, approved }) => [kind, item, quantity, approved])).toEqual([
    ["acceptance", "Dock screen", null, true],
    ["acceptance", "Label print", null, false],
  ]);
});

it("reads a week whose days are single letters, and no sum of it as money", async () => {
  const text =
    "FICHE DE PRESENCE          Chantier : Rue Haute\nSemaine du 04/05/2026 au 08/05/2026\n                 L    M    M    J    V    Total\nDUPONT Jean      8    8    8    7    -    31\n";
  const { deliveries } = await read("semaine.txt", text);
  expect(deliveries.map(({ date, person, quantity, amount }) => [date, person, quantity, amount])).toEqual([
    ["2026-05-04", "DUPONT Jean", "8", null],
    ["2026-05-05", "DUPONT Jean", "8", null],
    ["2026-05-06", "DUPONT Jean", "8", null],
    ["2026-05-07", "DUPONT Jean", "7", null],
  ]);
});

it("takes no count for a title, and the head of a line before the size of a thing", async () => {
  const miles =
    "Mileage Log - Priya Nair - April 2026\n\n04/02  Office to Dayton      62 mi   client meeting\n04/19  Office to Airport     18 mi   trip to NYC\n";
  expect((await read("miles.txt", miles)).deliveries.map(({ quantity, unit }) => [quantity, unit])).toEqual([
    ["62", "mile"],
    ["18", "mile"],
  ]);
  const drinks =
    "Lieferschein 88      Datum: 14.04.2026\nAn: Gasthof Sonne\n\n2 Fass Helles 30 l\n10 Kasten Wasser\n\nErhalten: M. Huber\n";
  expect((await read("ls.txt", drinks)).deliveries.map(({ quantity, unit }) => [quantity, unit])).toEqual([
    ["2", "keg"],
    ["10", "crate"],
  ]);
});

it("takes blocks of labels that repeat for a table", async () => {
  const text = [13, 14, 16]
    .map((day, index) => `Job: 44${index}1\nDate: ${day}/03/2026\nEngineer: Alan Webb\nHours: ${index + 1}\n`)
    .join("\n");
  const { deliveries } = await read("jobs.txt", text);
  expect(deliveries.map(({ date, person, quantity, unit }) => [date, person, quantity, unit])).toEqual([
    ["2026-03-13", "Alan Webb", "1", "hour"],
    ["2026-03-14", "Alan Webb", "2", "hour"],
    ["2026-03-16", "Alan Webb", "3", "hour"],
  ]);
  expect(deliveries[2]?.evidence.map(({ quote }) => quote)).toContain("16/03/2026");
});

it("takes the day of the work, not that of the call or the print", async () => {
  const card =
    "JOB CARD R22        Tech: Colin B.\nCalled in 23/8/2026 - attended 24/8/2026\n\nWork done: valve replaced\nLabour      arrive 7.40am   depart 10.10am     2.5 hrs\nMaterials   1   valve 20mm\n            3 m copper pipe\nCustomer sign: K. Oduya\n";
  const { deliveries } = await read("card.txt", card);
  expect(deliveries.map(({ date, quantity, unit }) => [date, quantity, unit])).toEqual([
    ["2026-08-24", "2.5", "hour"],
    ["2026-08-24", "1", "piece"],
    ["2026-08-24", "3", "metre"],
  ]);
});

it("keeps a last line with a day of its own, though it is as much as the others", async () => {
  const text =
    "Zeitnachweis Mai 2026 - Lea Kunz\n\n04.05.26  09:00-12:30  Konzept\n05.05.26  13:00-17:00  Workshop\n07.05.26  08:30-16:30 (Pause 30 min)  Umsetzung\nGesamt: 15,0 h\n";
  expect((await read("zeit.txt", text)).deliveries.map(({ quantity }) => quantity)).toEqual([
    "3.5",
    "4",
    "7.5",
  ]);
});

it("counts in the only column of numbers beside the units, and in one line with the next label apart", async () => {
  const stock =
    "STOCK OUT   Store 3     09-Jun-2026\n\nSKU        Name               Out   UoM\nA-100      Cable tie 200mm    500   pcs\nA-220      Duct tape            6   rolls\n";
  expect((await read("stock.txt", stock)).deliveries.map(({ item, quantity }) => [item, quantity])).toEqual([
    ["Cable tie 200mm", "500"],
    ["Duct tape", "6"],
  ]);
  const report =
    "Tagesbericht              12.05.2026\nMonteur: S. Lang\nAnkunft 08:15   Abfahrt 11:45\nMaterial: 1 Verdichter ZR34, 2,5 kg R449A, 3 m Kupferrohr\nkm: 48\n";
  expect(
    (await read("bericht.txt", report)).deliveries.map(({ quantity, unit }) => [quantity, unit]),
  ).toEqual([
    ["3.5", "hour"],
    ["48", "kilometre"],
    ["1", "piece"],
    ["2.5", "kilogram"],
    ["3", "metre"],
  ]);
});
