import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

const fieldsOf = (clause: string): readonly string[] =>
  valuesOf("required", clause, "5. General").flatMap(({ fields }) => fields);

describe("the payer's number on every invoice", () => {
  test.each([
    "Please quote our order number on all invoices.",
    "Auf die Rechnung gehört unsere Objektnummer 7714.",
    "Monatliche Sammelrechnung mit Angabe der Objektnummern.",
    "Merci de rappeler le numéro de bon de commande sur votre facture.",
    "Veuillez indiquer notre réf. GLY-26-17 sur la facture.",
    "En cada factura constará el número de pedido.",
    "Favor de facturar contra nuestra orden OC-3381, que debe constar en la factura.",
    "Vi chiediamo di riportare in fattura il nostro ordine OA-26/0077.",
    "Na fatura deve constar o número de encomenda.",
    "Une facture sans numéro de commande est rejetée.",
    "No se pagarán facturas que no lleven el número de pedido.",
    "Non saranno liquidate fatture senza numero d'ordine.",
    "Le fatture indicano il numero d'ordine.",
    "Elke factuur draagt het inkoopnummer.",
    "Ohne Angabe der Bestellnummer wird keine Rechnung bezahlt.",
    "Every application shall bear the order number.",
    "Die Rechnungen kommen monatlich. Sie müssen die Bestellnummer enthalten.",
    "We send our bills each month. They must show the order reference.",
    "Op elke factuur staat het inkoopordernummer van de inlener.",
  ])("%s", (clause) => expect(fieldsOf(clause)).toContain("orderReference"));

  test.each([
    "Invoices are payable within 30 days of the order.",
    "Der Auftrag wird nach Aufwand abgerechnet.",
    "Les factures sont payables à 30 jours.",
    "The delivery note must state the order number; invoices follow monthly.",
  ])("is not asked for: %s", (clause) => expect(fieldsOf(clause)).toEqual([]));
});

test.each([
  "Our purchase order number 7714 is to be stated on all dockets and invoices.",
  "Unsere Bestellnummer 7714 ist auf jedem Lieferschein und der Rechnung anzugeben.",
  "Notre numéro de commande 7714 doit figurer sur les bons de livraison et sur la facture.",
])("a paper that it is to stand on is not asked for: %s", (clause) =>
  expect(fieldsOf(clause)).toEqual(["orderReference"]),
);

test("a paper that comes with the invoice is asked for", () =>
  expect(fieldsOf("Invoices must state our order number and come with the signed delivery notes.")).toEqual([
    "orderReference",
    "attachment.delivery",
  ]));

test("every share behind the name of a tax is a rate of it", () => {
  const rates = valuesOf("tax", "Prices do not include VAT: 13.5% on food, 23% on wine and staff.");
  expect(rates.map(({ rate }) => rate)).toEqual(["13.5", "23"]);
  expect(valuesOf("surcharge", "TVA : 10 % sur la restauration, 20 % sur les vins.")).toEqual([]);
});

test.each([
  ["Rates are held for the first year and rise by 3% on 1 April 2027.", "2027-04-01"],
  ["Die Wartungsgebühr steigt jeweils zum 1. April, erstmals am 1. April 2027, um 2 %.", "2027-04-01"],
  [
    "L'abonnement coûte 310,00 € par mois. Il est augmenté de 2 % au 1er mai de chaque année, la première fois le 1er mai 2027.",
    "2027-05-01",
  ],
  ["Les honoraires augmentent de 2 %, la première fois le 1er janvier 2027.", "2027-01-01"],
])("the first day of a rise: %s", (clause, first) =>
  expect(valuesOf("escalator", clause)).toEqual([expect.objectContaining({ first })]),
);

test("hours above a number of them with a share on top are overtime", () => {
  expect(valuesOf("time-rules", "Over uren boven de 40 per week geldt een toeslag van 35%.")).toEqual([
    { overtimeMultiplier: "1.35" },
  ]);
});

test.each([
  "Part months: days on hire over the calendar days of that month.",
  "Angefangene Monate: Miettage geteilt durch die Tage des Monats.",
  "Mois incomplet : jours de location divisés par le nombre de jours du mois.",
])("days over the days of the month: %s", (clause) =>
  expect(valuesOf("proration", clause)).toEqual([{ basis: "actual/actual" }]),
);
