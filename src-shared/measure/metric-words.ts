import { metrics } from "./metrics.ts";
import type { Metric } from "./metrics.ts";

/** Languages that measures are named in, besides English, which stands in their table. */
type MetricLanguage = "de" | "fr";

type Words = readonly [title: string, formula: string];

const words: Readonly<Record<MetricLanguage, Readonly<Record<string, Words>>>> = {
  de: {
    "customer-wait": ["Wartezeit des Kunden", "Median der Tage vom letzten Tag der Arbeit bis zur Übergabe"],
    "first-response": ["Erste Reaktion", "Median der Minuten vom Import bis zur ersten Handlung an dem Fall"],
    completion: ["Zeit bis zur Entscheidung", "Median der Minuten vom Import bis zur Freigabe"],
    "work-minutes": [
      "Arbeit an einem Fall",
      "Median der ganzen Minuten, die ein Fall vor seiner Entscheidung offen war",
    ],
    "follow-up-rate": ["Rückfragen", "Fälle mit einer Frage ÷ Fälle mit einer Entscheidung oder Frage"],
    completeness: ["Vollständigkeit der Daten", "gelesene Pflichtfelder ÷ Pflichtfelder, über alle Fälle"],
    rework: ["Nacharbeit", "Fälle mit mehr als einer Entscheidung ÷ Fälle mit einer Entscheidung"],
    corrections: ["Berichtigungen", "Fälle mit einem berichtigten Wert ÷ alle Fälle"],
    escalations: ["Weitergaben", "Fälle, die weitergegeben wurden ÷ Fälle mit einer Entscheidung"],
    "error-rate": [
      "Fehler, die hinausgingen",
      "Fälle, die nach dem Export aufgehoben oder nach der Freigabe zurückgegeben wurden ÷ freigegebene Fälle",
    ],
    cycle: ["Auslöser bis Zahlung", "Median der Tage vom letzten Tag der Arbeit bis zur Zahlung"],
    exceptions: ["Ausnahmen", "Fälle mit einem Befund über „Hinweis“ ÷ alle Fälle"],
    "without-person": ["Ohne Person erledigt", "Fälle, die das Programm freigab ÷ entschiedene Fälle"],
    "days-to-pay": [
      "Rechnung bis Zahlung",
      "Median der Tage vom Rechnungsdatum bis zu der Zahlung, die alles deckte",
    ],
    "late-payments": ["Zu spät bezahlt", "Fälle, die nach ihrer Fälligkeit bezahlt wurden ÷ bezahlte Fälle"],
    "days-late": ["Tage zu spät", "Median der Tage von der Fälligkeit bis zur Zahlung; früher ist negativ"],
    disputes: ["Bestritten", "Fälle mit einem Streit ÷ übergebene oder bestrittene Fälle"],
    collected: ["Eingegangenes Geld", "Summe der Zahlungen, die Fällen zugeordnet wurden, nach Währung"],
    reconciliation: ["Abgleich", "Median der Tage von der Zahlung bei der Bank bis zu ihrer Zuordnung"],
    throughput: ["Freigegebene Fälle", "Anzahl der Fälle mit einer Freigabe, die gilt"],
    "on-time": [
      "Pünktlich hinaus",
      "Fälle, die spätestens an ihrem Rechnungsdatum übergeben wurden ÷ übergebene Fälle mit Datum",
    ],
    "found-over": [
      "Gefunden: zu viel berechnet",
      "Summe der Wirkungen von Befunden der Richtung „zu viel“, nach Währung",
    ],
    "found-under": [
      "Gefunden: zu wenig berechnet",
      "Summe der Wirkungen von Befunden der Richtung „zu wenig“, nach Währung",
    ],
  },
  fr: {
    "customer-wait": ["Attente du client", "médiane des jours entre le dernier jour du travail et la remise"],
    "first-response": [
      "Première réaction",
      "médiane des minutes entre l'import et la première action sur le cas",
    ],
    completion: ["Délai de décision", "médiane des minutes entre l'import et la validation"],
    "work-minutes": [
      "Travail par cas",
      "médiane des minutes entières pendant lesquelles un cas était ouvert avant sa décision",
    ],
    "follow-up-rate": ["Questions", "cas avec une question ÷ cas décidés ou questionnés"],
    completeness: ["Données complètes", "champs obligatoires lus ÷ champs obligatoires, sur tous les cas"],
    rework: ["Reprises", "cas avec plus d'une décision ÷ cas avec une décision"],
    corrections: ["Corrections", "cas avec une valeur corrigée ÷ tous les cas"],
    escalations: ["Transmissions", "cas transmis ÷ cas avec une décision"],
    "error-rate": [
      "Erreurs sorties",
      "cas annulés après l'export ou renvoyés après la validation ÷ cas validés",
    ],
    cycle: [
      "Du déclencheur au paiement",
      "médiane des jours entre le dernier jour du travail et le paiement",
    ],
    exceptions: ["Exceptions", "cas avec un constat au-dessus de « information » ÷ tous les cas"],
    "without-person": ["Réglés sans personne", "cas validés par le programme ÷ cas décidés"],
    "days-to-pay": [
      "De la facture au paiement",
      "médiane des jours entre la date de la facture et le paiement qui l'a couverte",
    ],
    "late-payments": ["Payées en retard", "cas payés après leur échéance ÷ cas payés"],
    "days-late": [
      "Jours de retard",
      "médiane des jours entre l'échéance et le paiement ; une avance est négative",
    ],
    disputes: ["Contestées", "cas avec un litige ÷ cas remis ou contestés"],
    collected: ["Argent encaissé", "somme des paiements affectés aux cas, par devise"],
    reconciliation: ["Rapprochement", "médiane des jours entre le paiement à la banque et son affectation"],
    throughput: ["Cas validés", "nombre de cas dont la validation tient"],
    "on-time": [
      "Sorties à temps",
      "cas remis au plus tard à leur date de facture ÷ cas remis qui ont une date",
    ],
    "found-over": [
      "Trouvé : facturé en trop",
      "somme des effets des constats dans le sens « en trop », par devise",
    ],
    "found-under": [
      "Trouvé : pas assez facturé",
      "somme des effets des constats dans le sens « pas assez », par devise",
    ],
  },
};

const labels: Readonly<Record<MetricLanguage, Readonly<Record<string, string>>>> = {
  de: {
    "≤ 1 h": "≤ 1 Std.",
    "≤ 1 day": "≤ 1 Tag",
    "≤ 1 week": "≤ 1 Woche",
    longer: "länger",
    "0–2 days": "0–2 Tage",
    "3–7 days": "3–7 Tage",
    "8–14 days": "8–14 Tage",
    "15–30 days": "15–30 Tage",
    older: "älter",
  },
  fr: {
    "≤ 1 day": "≤ 1 jour",
    "≤ 1 week": "≤ 1 semaine",
    longer: "plus long",
    "0–2 days": "0–2 jours",
    "3–7 days": "3–7 jours",
    "8–14 days": "8–14 jours",
    "15–30 days": "15–30 jours",
    older: "plus ancien",
  },
};

const isNamed = (language: string): language is MetricLanguage => Object.hasOwn(words, language);

/** Title and formula of a measure in a language; English where it has no other words. */
export function wordsOfMetric(
  { id, title, formula }: Pick<Metric, "id" | "title" | "formula">,
  language: string,
): { readonly title: string; readonly formula: string } {
  const own = isNamed(language) ? words[language][id] : undefined;
  return own === undefined ? { title, formula } : { title: own[0], formula: own[1] };
}

/** Name of a span of time on a chart in a language. */
export const wordsOfBucket = (label: string, language: string): string =>
  (isNamed(language) ? labels[language][label] : undefined) ?? label;

/** Every measure with its words in a language, in the order of the table. */
export const metricsIn = (language: string): readonly Metric[] =>
  metrics.map((metric) => ({ ...metric, ...wordsOfMetric(metric, language) }));
