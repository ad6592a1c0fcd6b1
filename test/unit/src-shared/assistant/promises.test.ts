import { describe, expect, test } from "vitest";
import { findUnbackedPromises, noBacking } from "../../../../src-shared/assistant/index.ts";
import type { PromiseKind } from "../../../../src-shared/assistant/index.ts";
import { localDate } from "../../../../src-shared/time/index.ts";

const kindsIn = (text: string): readonly PromiseKind[] =>
  [...new Set(findUnbackedPromises(text, noBacking).map(({ kind }) => kind))].toSorted();

const promising: readonly (readonly [string, PromiseKind])[] = [
  ["We will credit the difference on your next invoice.", "credit"],
  ["You will receive a refund of the amount billed twice.", "credit"],
  ["Happy to knock 10 % off the total.", "discount"],
  ["As a gesture we reduce the rate for October with a small discount.", "discount"],
  ["We'll waive the late fee this time.", "waiver"],
  ["The second visit is on the house.", "waiver"],
  ["We won't charge the travel time.", "waiver"],
  ["You will have the corrected invoice by Friday.", "date"],
  ["We extend the due date to 15 January 2027.", "date"],
  ["Payment can wait until 3/4/2027.", "date"],
  ["Not this month, but you get a discount on the next one.", "discount"],
  ["May we offer you a credit for the trouble?", "credit"],
  ["Wir schreiben Ihnen den Betrag gut und senden eine Gutschrift.", "credit"],
  ["Sie erhalten eine Erstattung der zu viel berechneten Stunden.", "credit"],
  ["Gern gewähren wir Ihnen einen Nachlass auf die Rechnung.", "discount"],
  ["Auf die Mahngebühr verzichten wir aus Kulanz.", "waiver"],
  ["Die korrigierte Rechnung erhalten Sie bis zum 15. März.", "date"],
  ["Wir liefern die Nachweise innerhalb von zwei Wochen.", "date"],
  ["Nous vous ferons parvenir un avoir du montant facturé en trop.", "credit"],
  ["Nous procéderons au remboursement.", "credit"],
  ["Nous vous accordons une remise exceptionnelle.", "discount"],
  ["Les frais de retard sont annulés à titre de geste commercial.", "waiver"],
  ["Vous recevrez la facture corrigée d'ici le 12 février 2027.", "date"],
  ["U ontvangt een creditnota voor het verschil.", "credit"],
  ["Wij geven u een korting op deze factuur.", "discount"],
  ["De rente wordt kwijtgescholden, wij zien af van de boete.", "waiver"],
  ["Wij sturen u de nieuwe factuur volgende week.", "date"],
  ["Le haremos el reembolso del importe cobrado de más.", "credit"],
  ["Le ofrecemos un descuento por las molestias.", "discount"],
  ["Renunciamos a los intereses de demora.", "waiver"],
  ["Le enviaremos la factura corregida el próximo lunes.", "date"],
  ["Emetteremo una nota di credito per la differenza.", "credit"],
  ["Le concediamo uno sconto sulla fattura.", "discount"],
  ["Rinunciamo agli interessi di mora.", "waiver"],
  ["Riceverà la fattura corretta entro il 20 marzo 2027.", "date"],
  ["Faremos o reembolso do valor cobrado a mais.", "credit"],
  ["Oferecemos um desconto nesta fatura.", "discount"],
  ["Ficam isentos da multa, sem custo para si.", "waiver"],
  ["Enviaremos a fatura corrigida na próxima semana.", "date"],
  ["We will cre\u200Bdit the difference.", "credit"],
];

const harmless: readonly string[] = [
  "Could you confirm the number of hours that were approved?",
  "The invoice bills more than the agreement allows.",
  "Please send us the signed work order for this visit.",
  "We cannot grant a discount on this invoice.",
  "Did the customer agree to a discount?",
  "Please use the bank transfer details on the invoice, not a credit card.",
  "Welche Stunden wurden freigegeben?",
  "Wir können keinen Nachlass gewähren.",
  "Bitte senden Sie uns den unterschriebenen Arbeitsschein.",
  "Nous n'accordons pas de remise.",
  "Pouvez-vous confirmer le nombre d'heures validées ?",
  "Kunt u het aantal uren bevestigen?",
  "Wij geven geen korting op deze factuur.",
  "¿Puede confirmar las horas aprobadas?",
  "No podemos ofrecer ningún descuento.",
  "Può confermare le ore approvate?",
  "Non possiamo concedere sconti.",
  "Pode confirmar as horas aprovadas?",
  "Não oferecemos desconto.",
  "The rate on line two differs from the rate in the statement of work.",
];

describe("a promise that no record backs", () => {
  test.each(promising)("is seen: %s", (text, kind) => {
    expect(kindsIn(text)).toContain(kind);
  });

  test.each(harmless)("is not seen in: %s", (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  test("is said with its sentence and its place", () => {
    const draft = "Thank you for your call. We will credit the difference. Kind regards";
    const [promise] = findUnbackedPromises(draft, noBacking);
    expect(promise).toMatchObject({ kind: "credit", sentence: "We will credit the difference." });
    expect(draft.slice(promise?.start)).toMatch(/^We will credit/);
  });
});

describe("an approved record backs", () => {
  const dates = [localDate("2027-01-15")];

  test.each([
    "Payment is due on 15 January 2027.",
    "Fällig am 15.01.2027.",
    "Échéance : 15 janvier 2027.",
    "Due on 2027-01-15.",
  ])("its day in any writing: %s", (text) => {
    expect(findUnbackedPromises(text, { dates, granted: [] })).toEqual([]);
    expect(findUnbackedPromises(text, { dates: [localDate("2027-01-16")], granted: [] })).toHaveLength(1);
  });

  test("what it grants, and nothing else", () => {
    const text = "We will credit the difference and waive the late fee.";
    expect(findUnbackedPromises(text, { dates: [], granted: ["credit"] }).map(({ kind }) => kind)).toEqual([
      "waiver",
    ]);
  });
});
