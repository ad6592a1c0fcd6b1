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
