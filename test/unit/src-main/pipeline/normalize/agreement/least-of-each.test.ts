import { expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

test.each([
  ["Haulage £11.40 per tonne.\n\nMinimum load charged 20 tonnes.", "20"],
  [
    "Haulage .............................................. £11.40 per tonne\n\nMinimum load charged .................................... 20 tonnes",
    "20",
  ],
  ["Base course $46.50 per tonne.\n\nSmall loads: anything under 6 tonne is charged as 6 tonne.", "6"],
  ["Kies 18,00 € je Tonne.\n\nLadungen unter 8 t werden als 8 t berechnet.", "8"],
  ["Gravier 22,00 € la tonne.\n\nChargement minimum facturé : 8 tonnes.", "8"],
  ["Gravier 22,00 € la tonne.\n\nToute livraison inférieure à 7 tonnes est facturée comme 7 tonnes.", "7"],
  ["Zand € 4,35 per ton.\n\nPer reis wordt ten minste 900 ton in rekening gebracht.", "900"],
  ["14 t excavator $172.00 per hour.\n\nMinimum hire 4 hours per machine per day.", "4"],
])("a least of each load or hire belongs to its price: %s", (text, least) => {
  expect(valuesOf("rate", text).map(({ minimumQuantity }) => minimumQuantity)).toEqual([least]);
});

test.each([
  "Haulage £11.40 per tonne.\n\nLoads under 6 tonnes are charged at £80.00.",
  "Haulage £11.40 per tonne.\n\nWe carry loads from 6 tonnes to 20 tonnes.",
])("no other figure is one: %s", (text) => {
  expect(valuesOf("rate", text).flatMap(({ minimumQuantity }) => minimumQuantity ?? [])).toEqual([]);
});
