import { describe, expect, it, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Delivery } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const told = async (
  name: string,
  lines: readonly string[],
  ...keys: readonly (keyof Delivery)[]
): Promise<readonly (readonly unknown[])[]> => {
  const text = lines.join("\n");
  const file = importedFile(name, new TextEncoder().encode(text));
  const { deliveries } = normalizeDocument(await readBytes(name, text), file, context);
  return deliveries.map((record) => keys.map((key) => record[key]));
};

describe("a slip that counts nothing and that the customer signed", () => {
  const slip = (work: string): readonly string[] => [
    "NORDBY COOLING SERVICE            WORK ORDER 10461",
    "Date: 08/26/2026 (Wed)                 Tech: D. Alvarado",
    "Customer: Hollow Creek Brewing, 611 SE Alder St",
    "",
    work,
    "",
    "Customer signature:  P. Hollins  8/26/26",
  ];

  it("says that its work was accepted", async () => {
    const work = "RTU-1 to RTU-6 and chiller serviced, Q3 visit complete";
    expect(await told("wo.txt", slip(work), "kind", "date", "approved", "approvedBy")).toEqual([
      ["acceptance", "2026-08-26", true, "P. Hollins"],
    ]);
  });

  it.each(["Skips exchanged: see list, 2 small ones and 40 bags", "Waited for access 45", "Pumps 3 / 4 run"])(
    "is not understood while a figure of it is not: %s",
    async (work) => {
      expect((await told("wo.txt", slip(work), "kind")).flat()).not.toContain("acceptance");
    },
  );

  it.each([
    ["Filters changed (12), belts checked, coils rinsed", "Filters changed", "12"],
    ["Filter gewechselt (8), Riemen geprüft", "Filter gewechselt", "8"],
    ["Filtres remplacés (6), courroies contrôlées", "Filtres remplacés", "6"],
    ["Filtri sostituiti (4), cinghie controllate", "Filtri sostituiti", "4"],
  ])("counts what stands in brackets behind what was done: %s", async (work, item, quantity) => {
    expect(await told("wo.txt", slip(work), "item", "quantity", "unit")).toEqual([[item, quantity, "piece"]]);
  });
});

test("what is handed over is counted, and no discount of the same name", async () => {
  const note = (line: string): readonly string[] => [
    "BON DE LIVRAISON 4471",
    "Date : 06/10/2026",
    "",
    "Réf     Désignation          Qté",
    "A-10    Serrure 3 points       2",
    "A-22    Poignée inox           5",
    "",
    line,
    "Reçu par : L. Perrin",
  ];
  const items = async (line: string): Promise<readonly unknown[]> =>
    (await told("bl.txt", note(line), "item")).flat();
  expect(await items("Clefs remises : 3")).toContain("Clefs remises");
  expect(await items("Remise : 10")).not.toContain("Remise");
});

test("things that arrived are counted, and no time at which somebody did", async () => {
  const lines = [
    "DELIVERY NOTE 5512",
    "Customer: Alder Foods Ltd",
    "Date: 06/10/2026",
    "",
    "Pallets arrived ........ 12",
    "Crates arrived ......... 30",
    "Arrived ................ 9",
    "",
    "Received by: D. Pallant",
  ];
  expect(await told("grn.txt", lines, "item", "quantity")).toEqual([
    ["Pallets arrived", "12"],
    ["Crates arrived", "30"],
  ]);
});

describe("things with their counts before them", () => {
  it("are read where the thing begins with its size, on the day beside its weekday", async () => {
    const lines = [
      "FENWAY WELFARE HIRE - DELIVERY NOTE 20771",
      "Contract HC/5561   Tues 6/10/26 07.55   Driver: Baz",
      "",
      "3      site toilet hot wash",
      "1      12ft welfare unit",
      "",
      "Received in good order: D. Pallant",
    ];
    expect(await told("dn.txt", lines, "date", "item", "quantity", "unit", "approved")).toEqual([
      ["2026-10-06", "site toilet hot wash", "3", "piece", true],
      ["2026-10-06", "welfare unit", "1", "piece", true],
    ]);
  });

  it("are no numbers of lines", async () => {
    const lines = [
      "LIEFERSCHEIN 812",
      "Datum: 06.10.2026",
      "",
      "1      Tauchpumpe klein",
      "2      Schlauch lang",
      "",
      "erhalten: K. Rahn 06.10.2026",
    ];
    expect((await told("ls.txt", lines, "quantity")).flat()).not.toContain("2");
  });
});

describe("a list of what was there, one row for each", () => {
  const rows = (state: string): readonly string[] => [
    "type,name,status,snapshot_date,client",
    "user,A. Whit,active,2026-05-31,Barrow Clinic",
    "user,J. Pren,active,2026-05-31,Barrow Clinic",
    `user,R. Osei,${state},2026-05-31,Barrow Clinic`,
    "server,BCP-DC01,active,2026-05-31,Barrow Clinic",
  ];
  const keys = ["kind", "date", "item", "quantity", "unit"] as const;

  it("counts each kind where all are of one day and one state", async () => {
    expect(await told("rmm.csv", rows("active"), ...keys)).toEqual([
      ["usage", "2026-05-31", "user", "3", "user"],
      ["usage", "2026-05-31", "server", "1", "server"],
    ]);
    const german = [
      "Benutzername;Stichtag;Abteilung",
      "a.wolf;31.05.2026;Lager",
      "b.kern;31.05.2026;Büro",
      "c.lenz;31.05.2026;Büro",
    ];
    expect(await told("liste.csv", german, "date", "quantity", "unit")).toEqual([
      ["2026-05-31", "3", "user"],
    ]);
  });

  it.each(["désactivée", "disattivata", "gesperrt", "expired"])(
    "counts none that are all gone: %s",
    async (state) => {
      const gone = rows(state).map((row) => row.replace(",active,", `,${state},`));
      expect(await told("rmm.csv", gone, ...keys)).toEqual([]);
    },
  );

  it("leaves open which of several states are billed", async () => {
    expect(await told("rmm.csv", rows("disabled"), ...keys)).toEqual([]);
  });
});
