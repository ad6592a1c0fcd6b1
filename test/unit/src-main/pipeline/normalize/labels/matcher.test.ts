import { describe, expect, it } from "vitest";
import {
  matchColumnLabels,
  matchFieldLabels,
} from "../../../../../../src-main/pipeline/normalize/labels/index.ts";

const fieldsOf = (text: string): readonly string[] =>
  matchFieldLabels(text.split(" ")).map((hit) => hit.meanings[0]?.field ?? "");
const strongest = (text: string): readonly [string, number] => {
  const [hit] = matchFieldLabels(text.split(" "));
  return [hit?.meanings[0]?.field ?? "", hit?.meanings[0]?.weight ?? 0];
};
const rolesOf = (text: string): readonly string[] =>
  matchColumnLabels(text.split(" ")).map((hit) => hit.meanings[0]?.field ?? "");

describe("labels of fields", () => {
  it.each([
    ["Invoice No.", "invoice-number"],
    ["Rechnungs-Nr.", "invoice-number"],
    ["Rechnungsnummer", "invoice-number"],
    ["N° de facture", "invoice-number"],
    ["Factuurnr.", "invoice-number"],
    ["Nº factura", "invoice-number"],
    ["Numero fattura", "invoice-number"],
    ["Fatura n.º", "invoice-number"],
    ["Rechnungsdatum", "issue-date"],
    ["Fecha de emisión", "issue-date"],
    ["Data di scadenza", "due-date"],
    ["Zahlbar bis", "due-date"],
    ["Te betalen vóór", "due-date"],
    ["Votre commande", "order-number"],
    ["Total TTC", "gross"],
    ["Base imponible", "net"],
    ["Net à payer", "payable"],
    ["Abzgl. Anzahlung", "prepaid"],
    ["Sicherheitseinbehalt", "retention"],
    ["Ritenuta d'acconto", "withholding"],
    ["Suma y sigue", "carry-forward"],
    ["Inversión del sujeto pasivo", "exemption"],
  ])("knows %s", (text, field) => {
    expect(fieldsOf(text)).toContain(field);
  });

  it("lets the longest phrase win, so that a due date is no date", () => {
    expect(fieldsOf("Due Date")).toEqual(["due-date"]);
    expect(fieldsOf("Order date")).toEqual(["none"]);
    expect(fieldsOf("Tax ID")).not.toContain("tax");
    expect(fieldsOf("Tax Invoice No")).toEqual(["invoice-number"]);
  });

  it("matches spaced, glued, hyphened and letter-spaced spellings alike", () => {
    for (const text of ["Rechnungs Nr", "RechnungsNr", "Rechnungs-Nr.:", "R E C H N U N G S N R"]) {
      expect(strongest(text)).toEqual(["invoice-number", 1]);
    }
  });

  it("does not find short labels glued from pieces, or inside identifiers and addresses", () => {
    expect(fieldsOf("no te")).not.toContain("invoice-number");
    expect(fieldsOf("RE-2026/17")).toEqual([]);
    expect(fieldsOf("info@total.test")).toEqual([]);
  });

  it("halves weak words and the bare names of things", () => {
    expect(strongest("Total")[1]).toBe(0.5);
    expect(strongest("Invoice")[1]).toBe(0.5);
    expect(strongest("Grand Total")[1]).toBe(1);
  });

  it("says where in the words a label stands", () => {
    const [hit] = matchFieldLabels(["Please", "pay", "by", "3", "May"]);
    expect([hit?.start, hit?.end]).toEqual([0, 3]);
  });
});

describe("names of columns", () => {
  it.each([
    [
      "Pos Bezeichnung Menge Einheit Einzelpreis Gesamtpreis",
      ["position", "description", "quantity", "unit", "price", "amount"],
    ],
    ["Qty Description Rate Amount", ["quantity", "description", "price", "amount"]],
    ["Désignation Qté PU Montant", ["description", "quantity", "price", "amount"]],
    ["Omschrijving Aantal Stuksprijs Bedrag", ["description", "quantity", "price", "amount"]],
    ["Concepto Cant. Precio Importe", ["description", "quantity", "price", "amount"]],
    ["Descrizione Q.tà Prezzo Importo", ["description", "quantity", "price", "amount"]],
    ["Designação Qtd. Preço Valor", ["description", "quantity", "price", "amount"]],
  ])("reads %s", (text, roles) => {
    expect(rolesOf(text)).toEqual(roles);
  });

  it("reads compounds by their last word", () => {
    expect(rolesOf("Abrechnungsmenge")).toEqual(["quantity"]);
    expect(rolesOf("Grundstückspreis")).toEqual(["price"]);
  });
});
