import { describe, expect, it } from "vitest";
import { agreementOf } from "./agreement-of.ts";

type Day = string | null;

const paperWith = (line: string): string =>
  `Service agreement\n\nClient: Alder Foods Ltd\nProvider: Birch Cleaning Ltd\n\n${line}\n\nRate: 45.00 EUR per hour. Payment within 30 days.`;

const printed: readonly (readonly [string, Day, Day])[] = [
  [
    "Los datos: Hostal Brisa como cliente; del 1 de junio al 30 de septiembre de 2026.",
    "2026-06-01",
    "2026-10-01",
  ],
  [
    "I lavori avranno inizio il 4 maggio 2026 e dovranno essere ultimati entro il 31 luglio 2026.",
    "2026-05-04",
    "2026-08-01",
  ],
  [
    'This Agreement starts on 1 March 2026 (the "Start Date").\n\nTerm. It commences on the Start Date and continues for a period of twelve (12) months, expiring at midnight on 28 February 2027.',
    "2026-03-01",
    "2027-03-01",
  ],
  ["Work starts on 7 September 2026 and we plan to be finished by 18 December 2026.", "2026-09-07", null],
  ["Start / end: 7 September 2026 / 18 December 2026", "2026-09-07", "2026-12-19"],
  ["Beginn – Ende: 01.03.2026 – 31.08.2026", "2026-03-01", "2026-09-01"],
  ["Valable du 1er février 2026 au 31 janvier 2027.", "2026-02-01", "2027-02-01"],
  [
    "Cláusula 6ª - Da vigência. 12 meses, de 1º de maio de 2026 a 30 de abril de 2027. Rescisão mediante aviso de 30 dias.",
    "2026-05-01",
    "2027-05-01",
  ],
  ["Start 01.03.2026 Mindestdauer 24 Monate", "2026-03-01", "2028-03-01"],
  ["Auftrag erteilt ab 01.02.2026: S. Strothmann", "2026-02-01", null],
  [
    "La présente convention prend effet à sa signature et s'achève au 31 décembre 2026.\n\nLyon, le 25 juin 2026",
    "2026-06-25",
    "2027-01-01",
  ],
  ["QUINTA. Vigencia del 1 de enero al 31 de diciembre de 2026.", "2026-01-01", "2027-01-01"],
  [
    "I. Vigencia. Del 1 de febrero de 2026 al 31 de enero de 2027. Cualquiera de las partes puede darla por terminada avisando con 60 días naturales.",
    "2026-02-01",
    "2027-02-01",
  ],
  [
    "6. Prazo: de 2 de março a 30 de setembro de 2026. Multa de 1‰ do valor do contrato por dia de atraso.",
    "2026-03-02",
    "2026-10-01",
  ],
  ["Dates: Monday 6 July 2026 to Sunday 2 August 2026", "2026-07-06", "2026-08-03"],
  [
    "This agreement is valid from 1st January 2026 to 31st December 2026 and may be extended in writing.",
    "2026-01-01",
    "2027-01-01",
  ],
  ["Validity: 01.04.2026 to 30.09.2026", "2026-04-01", "2026-10-01"],
  ["valido dal 01/01/2026 al 31/12/2026", "2026-01-01", "2027-01-01"],
  [
    "Artikel 1. Uitlener stelt de heer Jelle Postma (elektromonteur) ter beschikking van 2 maart 2026 tot en met 28 augustus 2026.",
    "2026-03-02",
    "2026-08-29",
  ],
  ["We will keep the lot clear of snow from November 1, 2025 to April 15, 2026.", "2025-11-01", "2026-04-16"],
  [
    "Pour l'entretien de votre site, du 1er février 2026 au 31 janvier 2027, nous vous proposons une banque de 20 heures.",
    "2026-02-01",
    "2027-02-01",
  ],
  ["Agreement GL-CC-25, 1 July 2025 to 30 June 2026", "2025-07-01", "2026-07-01"],
  [
    "We are pleased to look after the two units on a call-as-needed basis from April 13, 2026 through December 31, 2026.",
    "2026-04-13",
    "2027-01-01",
  ],
  [
    "This arrangement applies from 1 July 2026 for twelve months and can be ended by either side with one month's notice.",
    "2026-07-01",
    "2027-07-01",
  ],
  ["Season: April to November 2026.", "2026-04-01", "2026-12-01"],
  ["Standzeit ab 1. September bis 30. September 2026.", "2026-09-01", "2026-10-01"],
  [
    "é celebrado o presente contrato, com início em 1 de março de 2026 e termo em 28 de fevereiro de 2027.",
    "2026-03-01",
    "2027-03-01",
  ],
  [
    "Tercera. El contrato rige desde el 1 de mayo de 2026 por un plazo de dieciocho meses.",
    "2026-05-01",
    "2027-11-01",
  ],
  ["Vertragsbeginn ist der 1. Juni 2026, die Laufzeit beträgt zwei Jahre.", "2026-06-01", "2028-06-01"],
  ["Der Auftrag läuft ab dem 15.03.2026 auf unbestimmte Zeit.", "2026-03-15", null],
  ["La mission débute le 4 mai 2026 et se termine le 30 octobre 2026.", "2026-05-04", "2026-10-31"],
  ["Le contrat est conclu pour une durée d'un an à compter du 1er mars 2026.", "2026-03-01", "2027-03-01"],
  ["Duración: un año a partir del 15 de marzo de 2026.", "2026-03-15", "2027-03-15"],
  ["Il presente accordo ha durata annuale con decorrenza 1 marzo 2026.", "2026-03-01", "2027-03-01"],
  ["Decorrenza: 01/06/2026 - Scadenza: 31/05/2027", "2026-06-01", "2027-06-01"],
  ["Durata del contratto: dal 1° gennaio 2026 al 31 dicembre 2026.", "2026-01-01", "2027-01-01"],
  ["Looptijd: 1 januari 2026 t/m 31 december 2026", "2026-01-01", "2027-01-01"],
  [
    "Deze overeenkomst gaat in op 1 april 2026 en eindigt van rechtswege op 31 maart 2027.",
    "2026-04-01",
    "2027-04-01",
  ],
  ["De opdracht start op 6 april 2026 voor de duur van zes maanden.", "2026-04-06", "2026-10-06"],
  ["O contrato vigora por 12 meses a contar de 1 de junho de 2026.", "2026-06-01", "2027-06-01"],
  ["Início: 01/02/2026. Prazo: 24 meses.", "2026-02-01", "2028-02-01"],
  ["Commencing on 3 August 2026 for a period of six (6) months.", "2026-08-03", "2027-02-03"],
  ["Term: 1 Oct 2026 - 30 Sep 2027", "2026-10-01", "2027-10-01"],
  ["The hire starts on 4 May 2026 and ends on 29 May 2026.", "2026-05-04", "2026-05-30"],
  ["These prices hold for all work between 1 March 2026 and 28 February 2027.", "2026-03-01", "2027-03-01"],
  ["Contract period 01/04/2026 – 31/03/2028", "2026-04-01", "2028-04-01"],
  [
    "Vom 1. Januar 2026 bis einschließlich 31. Dezember 2026 gelten folgende Preise.",
    "2026-01-01",
    "2027-01-01",
  ],
  ["Die Vereinbarung gilt für das Kalenderjahr 2026.", "2026-01-01", "2027-01-01"],
  ["Preise für 2026 (1.1.–31.12.2026)", "2026-01-01", "2027-01-01"],
  [
    "The agreement runs from the date of signature for 12 months.\n\nSigned: A. Bell, 4 May 2026",
    "2026-05-04",
    "2027-05-05",
  ],
];

describe("the life of an agreement as papers print it", () => {
  it.each(printed)("%s", (line, from, to) => {
    const agreement = agreementOf(paperWith(line));
    expect([agreement.from, agreement.to]).toEqual([from, to]);
  });

  it.each([
    [
      "Tariff 2026\n\nClient: Alder Foods Ltd\nProvider: Birch Ltd\n\n| Valid | 1 March 2026 | to | 28 February 2027 |\n|---|---|---|---|\n| Mowing | visit | EUR | 45.00 |",
      "2026-03-01",
      "2027-03-01",
    ],
    [
      "Order form\n\nClient: Alder Foods Ltd\nProvider: Birch Ltd\n\n| SUBSCRIPTION TERM | BILLING |\n|---|---|\n| 12 months, 1 Feb 2026 - 31 Jan 2027 | Monthly in arrears |\n\nFee: 45.00 EUR per month.",
      "2026-02-01",
      "2027-02-01",
    ],
  ])("is found in the cells of a form: %#", (text, from, to) => {
    const agreement = agreementOf(text);
    expect([agreement.from, agreement.to]).toEqual([from, to]);
  });

  it.each([
    ["This quotation is valid until 30 June 2026.", "agreement"],
    ["Die ersten sechs Monate (Februar bis Juli 2026) erhalten 10 % Rabatt.", "agreement"],
    ["Angebot gültig vom 1.3.2026 bis 31.3.2026.", "estimate"],
    ["20 % discount on all visits from 1 March 2026 to 31 May 2026.", "agreement"],
    ["Cette offre est valable du 1er mars 2026 au 31 mars 2026.", "estimate"],
  ] as const)("is none in: %s", (line, kind) => {
    const agreement = agreementOf(paperWith(line), kind);
    expect([agreement.from, agreement.to]).toEqual([null, null]);
  });

  it.each([
    [
      "Angebot Nr. 12 vom 02.03.2026\n\nWir bieten an: 45,00 EUR je Stunde.\n\nMit freundlichen Grüßen\n\nA. Holm\n\nAuftrag erteilt: 05.03.2026 gez. B. Kern",
      "2026-03-05",
    ],
    [
      "DEVIS 44 du 12/05/2026\n\nTarif : 45,00 € de l'heure.\n\nConditions : 30 jours.\n\nBon pour accord, le 18 mai 2026 L. Morin",
      "2026-05-18",
    ],
    [
      "Preventivo 9 del 02/03/2026\n\nTariffa: 45,00 € all'ora.\n\nPagamento a 30 giorni.\n\nPer accettazione: M. Riva, 6 marzo 2026",
      "2026-03-06",
    ],
  ])("has no first day where an offer prints none, whenever somebody said yes: %#", (text, day) => {
    const { from, signedOn } = agreementOf(text, "estimate");
    expect([from, signedOn]).toEqual([null, day]);
  });
});
