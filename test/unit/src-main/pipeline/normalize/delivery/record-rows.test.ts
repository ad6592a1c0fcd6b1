import { expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const recordsOf = async (name: string, text: string): Promise<readonly (readonly unknown[])[]> => {
  const file = importedFile(name, new TextEncoder().encode(text));
  const { deliveries } = normalizeDocument(await readBytes(name, text), file, context);
  return deliveries.map(({ date, item, quantity, amount }) => [date, item, quantity, amount]);
};

it("takes no record from a row that counts nothing, was not done, or only names a figure", async () => {
  const text = [
    "Datum;Mitarbeiter;Tätigkeit;Stunden",
    "04.05.2026;Ida Blum;Montage;5,5",
    "05.05.2026;Ida Blum;Montage;0",
    "06.05.2026;Ida Blum;Montage;frei",
    "07.05.2026;Ida Blum;Storniert durch Kunden;3",
    ";;Guthaben alt;12,5",
  ].join("\n");
  expect(await recordsOf("stunden.csv", text)).toEqual([["2026-05-04", "Montage", "5.5", null]]);
});

it("reads days without a year by the month that stays", async () => {
  const text =
    "URENSTAAT   week 11 - 2026\nMedewerker: Ties Bron\n\ndag        datum    uren   werkzaamheden\nmaandag    9-3      7,5    schuren\ndinsdag    10-3     6      gronden\n";
  expect(await recordsOf("uren.txt", text)).toEqual([
    ["2026-03-09", "schuren", "7.5", null],
    ["2026-03-10", "gronden", "6", null],
  ]);
});

it("takes a mark between whole numbers of a column for thousands", async () => {
  const text =
    "GUIA DE REMESSA 12   Data: 2026-03-25\nCliente: Obra Nova, Lda\n\nArtigo   Descrição      Qtd\nT1       Tijolo 11      1.440\nT2       Tijolo 15        960\n";
  expect((await recordsOf("guia.txt", text)).map(([, , quantity]) => quantity)).toEqual(["1440", "960"]);
});

it("takes three figures behind a mark for thousands where whole things are counted", async () => {
  const text = [
    "Lieferschein;Datum;Artikel;Menge;ME",
    "31;14.10.2026;Dübel 8 mm;2.500;Stk",
    "31;14.10.2026;Dübel 10 mm;1.250;Stk",
    "31;14.10.2026;Draht;1.250;m",
  ].join("\n");
  expect((await recordsOf("lieferschein.csv", text)).map(([, , quantity]) => quantity)).toEqual([
    "2500",
    "1250",
    null,
  ]);
});

it("names what a title counts, where the rows only say where", async () => {
  const text = [
    "Kunde;Datum;Anlage;Riemen getauscht (Stück)",
    "Nordwerk;2026-10-06;Halle 1;8",
    "Nordwerk;2026-10-13;Halle 2;6",
  ].join("\n");
  expect(await recordsOf("nachweis.csv", text)).toEqual([
    ["2026-10-06", "Halle 1 – Riemen getauscht", "8", null],
    ["2026-10-13", "Halle 2 – Riemen getauscht", "6", null],
  ]);
});

it("counts what was found good, once, and by the unit that stands in the cell", async () => {
  const text = [
    "GOODS RECEIVED NOTE 77      Date rcvd: 20-Jan-2026",
    "",
    "Part    Description    P/O qty   Rcvd   Rej   Accepted",
    "A-1     Hinge             20      20      2        18",
    "A-2     Latch             10      10      0        10",
    "                          30      30      2        28",
  ].join("\n");
  expect((await recordsOf("grn.txt", text)).map(([, item, quantity]) => [item, quantity])).toEqual([
    ["Hinge", "18"],
    ["Latch", "10"],
  ]);
  const loads =
    "DELIVERY TICKET 8\nDate: 06/17/2026\n\nPRODUCT       ORDERED    THIS LOAD   CUM. TODAY\nGrout mix     30.0 CY    10.0 CY     20.0 CY\n";
  expect((await recordsOf("ticket.txt", loads)).map(([, item, quantity]) => [item, quantity])).toEqual([
    ["Grout mix", "10.0"],
  ]);
});

it("reads hours printed twice once, sums under a currency, and words under a title that nobody knows", async () => {
  const clock =
    "Project,User,Start Date,Duration (h),Duration (decimal)\nAudit,Ann Low,02/03/2026,01:20:00,1.33\nAudit,Ann Low,13/03/2026,02:15:00,2.25\n";
  expect((await recordsOf("time.csv", clock)).map(([, , quantity]) => quantity)).toEqual(["1.33", "2.25"]);
  const spent =
    "Expense report\nEmployee:,Ann Low\n\nDate,Category,Details,GBP\n2026-05-11,Rail,Leeds single,68.40\n2026-05-12,Meals,Lunch,23.15\n";
  expect((await recordsOf("spent.csv", spent)).map(([, item, , amount]) => [item, amount])).toEqual([
    ["Leeds single", "68.40"],
    ["Lunch", "23.15"],
  ]);
  const crane =
    "Fecha       Inicio   Fin      Hrs    Maniobra\n06-jul-26   08:00    13:30    5.5    izaje de vigas\n07-jul-26   08:00    12:00    4.0    montaje\n";
  expect((await recordsOf("grua.txt", crane)).map(([, item, quantity]) => [item, quantity])).toEqual([
    ["izaje de vigas", "5.5"],
    ["montaje", "4.0"],
  ]);
});
