import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { valuesOf } from "./agreement-of.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

/** Kind and terms of a delimited file, one line a term. */
async function readSheet(
  content: string,
): Promise<{ readonly kind: string; readonly terms: readonly string[] }> {
  const file = importedFile("list.csv", new TextEncoder().encode(content));
  const { kind, agreements } = normalizeDocument(await readBytes("list.csv", content), file, context);
  const terms = (agreements[0]?.terms ?? []).map(({ type, value }) => {
    const slots = value as unknown as Readonly<Record<string, unknown>>;
    const of = (slot: string): string => (typeof slots[slot] === "string" ? ` ${slots[slot]}` : "");
    const tiers = Array.isArray(slots["tiers"])
      ? ` ${slots["tiers"].map(({ upTo, price }: { upTo: string | null; price: string }) => `${upTo ?? "*"}:${price}`).join(" ")}`
      : "";
    return `${type}${of("item")}${of("on")}${of("price")}${of("amount")}${of("percent")}${of("unit")}${of("minimumQuantity")}${tiers}`;
  });
  return { kind, terms };
}

describe("a sheet that lists prices is an agreement", () => {
  test.each([
    [
      "Tarif 2026;;;\nPrestation;Unité;Prix unitaire;Remarque\nPose de carrelage;m²;38,00;\nDépose;m²;12,50;\nMain d'ouvrage;heure;46,00;minimum 2 heures\nMajoration urgence;%;30;\n",
      [
        "rate Pose de carrelage 38.00 square-metre",
        "rate Dépose 12.50 square-metre",
        "rate Main d'ouvrage 46.00 hour 2",
        "surcharge Majoration urgence 30",
      ],
    ],
    [
      "Item,Unit,Rate\nForklift driver,hour,31.50\nPallet storage,pallet,2.10\nFuel levy,%,4\n",
      ["rate Forklift driver 31.50 hour", "rate Pallet storage 2.10 pallet", "surcharge Fuel levy 4"],
    ],
    [
      "Attrezzatura;Giorno;Settimana\nTrabattello;22,00;88,00\nBetoniera;18,00;70,00\n",
      [
        "rate Trabattello 22.00 day",
        "rate Trabattello 88.00 week",
        "rate Betoniera 18.00 day",
        "rate Betoniera 70.00 week",
      ],
    ],
  ])("%#", async (content, terms) => {
    const read = await readSheet(content);
    expect(read.kind).toBe("agreement");
    expect(read.terms).toEqual(terms);
  });

  test.each([
    "Datum;Mitarbeiter;Stunden;Satz\n01.03.2026;A. Vogt;7,5;48,00\n02.03.2026;A. Vogt;8;48,00\n",
    "Description,Quantity,Unit price,Amount\nBolts,100,0.12,12.00\nNuts,100,0.08,8.00\nTotal,,,20.00\n",
    "Stundennachweis KW 10;;;;;\nBestellung 4711;;;;;\nMitarbeiter;Rolle;02.03.;03.03.;04.03.;Summe\nA. Vogt;Monteur;8;7,5;8;23,5\nB. Kern;Helfer;8;8;0;16\nStatus: freigegeben – C. Rau, 06.03.2026;;;;;\n",
    "Worker,Mon,Tue,Wed,Sum\nA. Reid,8,8,7.5,23.5\nB. Cole,6,8,8,22\n",
    "Factura 2026-18;;\nConcepto;Precio\nRevisión;80,00\nTotal;80,00\n",
  ])("but what was done or billed is none: %#", async (content) => {
    expect((await readSheet(content)).kind).not.toBe("agreement");
  });
});

describe("bands of quantity", () => {
  test.each([
    [
      "as columns",
      "Strecke;1-5 Paletten;6-10 Paletten;ab 11 Paletten\nKiel;58,00;52,00;47,00\nBonn;71,00;65,00;60,00\n",
      ["tiers Kiel pallet 5:58.00 10:52.00 *:47.00", "tiers Bonn pallet 5:71.00 10:65.00 *:60.00"],
    ],
    [
      "by where they begin",
      "Vanaf;Prijs per stuk\n1;4,20\n50;3,90\n200;3,50\n",
      ["tiers Prijs per stuk piece 49:4.20 199:3.90 *:3.50"],
    ],
    [
      "under each thing",
      "Producto;Cantidad;Precio\nCaja;hasta 10 cajas;6,00\nCaja;más de 10 cajas;5,40\nBolsa;hasta 100;0,30\nBolsa;más de 100;0,25\n",
      ["tiers Caja box 10:6.00 *:5.40", "tiers Bolsa bag 100:0.30 *:0.25"],
    ],
  ])("%s", async (_, content, terms) => {
    expect((await readSheet(content)).terms).toEqual(terms);
  });
});

describe("heads that say what is counted", () => {
  test.each([
    [
      "Zona;Province;€ a bancale;minimo a consegna €\nA;FC, RA;38,00;76,00\nB;BO, MO;52,00;104,00\n",
      ["rate Zona A 38.00 pallet", "minimum 76.00", "rate Zona B 52.00 pallet", "minimum 104.00"],
    ],
    [
      "Análisis;Precio por muestra\nDBO5;410,00\nColiformes;365,00\n",
      ["rate DBO5 410.00 sample", "rate Coliformes 365.00 sample"],
    ],
  ])("%#", async (content, terms) => expect((await readSheet(content)).terms).toEqual(terms));
});

test.each([
  [
    "| Combinaison | au mot source, HTVA |\n|---|---|\n| anglais → français | 0,13 € |\n| néerlandais → français | 0,115 € |",
    ["0.13/word", "0.115/word"],
  ],
  [
    "| Resource | Ordinary | After hours * |\n|---|---|---|\n| Controller | $64.50 per hour | $92.00 per hour |\n| Leader | $71.00 per hour | $101.00 per hour |",
    ["64.50/hour", "92.00/hour", "71.00/hour", "101.00/hour"],
  ],
])("every column of prices counts: %#", (table, prices) => {
  expect(valuesOf("rate", table, "2. Prices").map(({ price, unit }) => `${price}/${unit}`)).toEqual(prices);
});

test("a price per m² in a column of prices is not one per metre", async () => {
  const { terms } = await readSheet(
    "Price list 2026;;\nService;Frequency;Price (GBP)\nWindow round;monthly;145.00 per visit\nCarpet clean;on request;3.20 per m²\nKerb clean;on request;1.10 per m\n",
  );
  expect(terms).toEqual(
    expect.arrayContaining(["rate Carpet clean 3.20 square-metre", "rate Kerb clean 1.10 metre"]),
  );
});
