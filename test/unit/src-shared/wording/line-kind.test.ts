import { describe, expect, test } from "vitest";
import { lineKindOf } from "../../../../src-shared/wording/index.ts";
import { anInvoice } from "../../../builders/billing-documents.ts";

const kindOf = (description: string, net: string): string => {
  const [line] = anInvoice({ lines: [{ description, net }] }).lines;
  if (line === undefined) throw new Error("no line");
  return lineKindOf(line);
};

describe("what a row bills, by its words and its sign", () => {
  test.each([
    ["Deposit already invoiced, TK-118", "-900.00", "deposit-applied"],
    ["Bereits gezahlte Abschläge", "-4200.00", "deposit-applied"],
    ["Acompte déjà réglé (F-0021)", "-1800.00", "deposit-applied"],
    ["Anticipo facturado en abril", "-650.00", "deposit-applied"],
    ["Reeds gefactureerd: aanbetaling", "-750.00", "deposit-applied"],
    ["Acconto versato il 3 maggio", "-300.00", "deposit-applied"],
    ["Descuento del anticipo cobrado en mayo", "-650.00", "deposit-applied"],
    ["Descuento por volumen", "-65.00", "discount"],
    ["Treuerabatt 5 %", "-31.00", "discount"],
    ["Preisnachlass Regen", "-120.00", "discount"],
    ["Rabais exceptionnel", "-80.00", "discount"],
    ["Retencao de garantia 5%", "-410.00", "retention"],
    ["Less: retention at 5%", "-410.00", "retention"],
    ["19 % MwSt.", "57.00", "tax"],
    ["GST (10%) on goods", "12.00", "tax"],
    ["Ergänzung auf Mindestabnahme", "38.40", "true-up"],
    ["Aufzahlung auf den vereinbarten Mindestbetrag", "38.40", "true-up"],
    ["Complément au minimum de facturation", "38.40", "true-up"],
    ["Ajuste al mínimo mensual", "38.40", "true-up"],
    ["Conguaglio al minimo contrattuale", "38.40", "true-up"],
    ["Acerto ao mínimo mensal", "38.40", "true-up"],
    ["Aanvulling tot het minimumbedrag", "38.40", "true-up"],
    ["Rundungsdifferenz", "-0.02", "rounding"],
    ["Arrondi aux 5 centimes", "0.02", "rounding"],
    ["Diferencia de redondeo", "0.01", "rounding"],
    ["Afrondingsverschil", "0.01", "rounding"],
    ["Interessi di mora", "12.00", "late-fee"],
    ["Juros de mora", "12.00", "late-fee"],
    ["Intereses de demora", "12.00", "late-fee"],
    ["Mahnkosten", "5.00", "late-fee"],
    ["Bonificación 5 % por disponibilidad", "-84.00", "service-credit"],
  ])("%s %s: %s", (description, net, kind) => {
    expect(kindOf(description, net)).toBe(kind);
  });

  test.each([
    ["Deposit, 30 % of the order", "900.00"],
    ["Acompte à la commande", "1800.00"],
    ["Tax return 2025, partnership", "450.00"],
    ["VAT registration abroad", "300.00"],
    ["Remise en état des sols", "1250.00"],
    ["Reduction of hedge height", "340.00"],
    ["Data retention storage, 2 TB", "58.00"],
    ["Water retention basin, excavation", "7800.00"],
    ["Minimum 4 heures de nettoyage", "140.00"],
    ["Mindestmenge 10 Paletten", "190.00"],
    ["Rounding of table edges", "80.00"],
    ["Arrondi de marche en chêne", "80.00"],
  ])("%s is billed and needs a price", (description, net) => {
    expect(kindOf(description, net)).toBe("fee");
  });
});
