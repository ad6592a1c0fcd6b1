import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

const basisOf = (clause: string): readonly boolean[] =>
  valuesOf("price-basis", clause).map(({ includesTax }) => includesTax);

describe("prices without tax", () => {
  test.each([
    "GST 5% extra.",
    "MWST 8.1 % kommt dazu.",
    "Alle Ansätze exkl. MwSt.",
    "Preise nebst 7,7 % Mehrwertsteuer.",
    "Ces prix sont nets de TVA (21 %).",
    "La TVA s'ajoute à tous les prix.",
    "Le forfait est de 900 € HTVA par mois.",
    "A todos los importes se les añadirá el IVA vigente (21 %).",
    "Factura a 60 días, IVA 21 % aparte.",
    "Prezzi IVA esclusa.",
    "Al canone si aggiunge l'IVA.",
    "Aos valores acresce IVA à taxa legal.",
    "Valores sem IVA.",
    "Het uurtarief is exclusief btw.",
    "De prijzen worden verhoogd met 21% btw.",
  ])("%s", (clause) => expect(basisOf(clause)).toEqual([false]));
});

describe("prices with tax", () => {
  test.each([
    "Alle Preise inkl. 19 % MwSt.",
    "Les prix s'entendent TVA comprise.",
    "Precios con IVA incluido.",
    "I prezzi sono IVA inclusa.",
    "Nos preços estão incluídos todos os impostos.",
    "Prijzen zijn btw inbegrepen.",
  ])("%s", (clause) => expect(basisOf(clause)).toEqual([true]));
});

test.each([
  "The VAT number of the Supplier is stated on every invoice.",
  "Each party bears its own income tax.",
  "The Contractor advises on VAT returns before filing.",
])("says nothing of prices: %s", (clause) => expect(basisOf(clause)).toEqual([]));
