import type { Cadence, FrameMatch } from "../engine/frame.ts";

/** Labels of sums that are no price of anything: totals, earlier states of a contract, what is not billed. */
const noPriceLabel =
  /\b(?:option(?:al)?|not included|alternative|sub-?total|total|totals?|net change|previous|original|new contract|revised|contract sum (?:before|prior)|before this|balance|credit|deduct\w*|insurance|liabilit\w*|limit|deposit|retainer|budget|estimate[ds]?|guarantee|bond|tax|vat|gst|iva|tva|btw|mwst|ust|umsatzsteuer|netto\w*|nettosumme|gesamt\w*|\w*summe|zwischensumme|total h\.?t|ttc|importe total|neto|brutto\w*|montant total|totaal|totale|importe total|valor total|minimum|mindest\w*|excess|penalt\w*|savings?|discount|rabatt|remise|pay rate|wage|salary)\b/;

/** "Spring cleanup ....... $2,900.00", "Concept phase, three directions: $2,400": a label and one price, no sentence. */
export function isPricedRow({ reading, anchor, unit, facts }: FrameMatch): boolean {
  if (unit.zone === "boilerplate" || unit.zone === "signature" || unit.zone === "definitions") return false;
  if (reading.literals.filter(({ type }) => type === "money" || type === "percent").length !== 1)
    return false;
  const label = reading.folded.slice(0, anchor.start);
  const rest = reading.folded.slice(anchor.end);
  if (
    !/^[^.;?!]{3,90}(?::|\.{3,}|\s-|\||\s)\s*(?:usd|eur|gbp)?\s*$/.test(
      label.replace(/ \.(?= )|\b(?:incl|inkl|excl|approx|max|min|ca|no|nr|st|zzgl)\./g, ""),
    )
  )
    return false;
  if (
    !/^[\s.]*(?:\(?(?:flat|fixed|net|netto|each way|one[- ]time|once|once only|lump sum|pauschal|excl\.? vat|ht|h\.t\.|\+ vat|plus vat|zzgl\.? [a-z.]+|[a-z ,]{0,30}on signature|invoiced on [a-z ]{3,20})\)?[,. ]*)*$/.test(
      rest,
    )
  )
    return false;
  if (noPriceLabel.test(label)) return false;
  const hasMark = /(?::|\.{3,}|\|)\s*(?:usd|eur|gbp)?\s*$/.test(label);
  const isVerbal = / (?:shall|will|must|is|are|pays?|wird|werden|est|sont|es|son|sono|is|zijn) /.test(
    ` ${label} `,
  );
  return !isVerbal && (hasMark || ["estimate", "purchase-order", "message"].includes(facts.kind));
}

/** "for each calendar month", "per month", "monthly": how often a defined fee is payable where it is used. */
export const periodOfUse = (words: string): Cadence | null =>
  periods.find(([pattern]) => pattern.test(words))?.[1] ?? null;
const periods: readonly (readonly [RegExp, Cadence])[] = [
  [
    /\b(?:(?:each|every|per|any) (?:calendar )?month|monthly|monatlich\w*|(?:je|pro) (?:kalender)?monat|chaque mois|par mois|mensuel\w*|cada mes|mensual\w*|ogni mese|mensil\w*|cada mes|mensal\w*|(?:elke|per) maand|maandelijks\w*)\b/,
    "month",
  ],
  [
    /\b(?:(?:each|every|per) (?:calendar )?quarter|quarterly|vierteljahrlich\w*|(?:je|pro) quartal|trimestriel\w*|trimestral\w*|per kwartaal)\b/,
    "quarter",
  ],
  [
    /\b(?:(?:each|every|per) (?:contract |calendar )?year|annual\w*|yearly|jahrlich\w*|(?:je|pro) jahr|par an|annuel\w*|al ano|anual\w*|annu[oa]\w*|per jaar|jaarlijks\w*)\b/,
    "year",
  ],
];

/** "Monatshonorar", "jaartarief": the noun of the fee says its period. */
const periodCompound =
  /\b(monats|jahres|quartals|wochen|maand|jaar|kwartaal|week)(?:honorar|pauschal|gebuhr|betrag|betrage|preis|miete|entgelt|satz|beitrag|rate|tarief|bedrag|prijs|vergoeding|abonnement|huur|premie)\w*/;
const periodOfCompound: Readonly<Record<string, Cadence>> = {
  monats: "month",
  maand: "month",
  quartals: "quarter",
  kwartaal: "quarter",
  jahres: "year",
  jaar: "year",
  wochen: "week",
  week: "week",
};

/** The period that the noun of a fee says in words; `null` without one. */
export const periodInCompound = (words: string): Cadence | null =>
  periodOfCompound[periodCompound.exec(words)?.[1] ?? ""] ??
  periodNouns.find(([pattern]) => pattern.test(words))?.[1] ??
  null;
/** "A mensalidade", "la mensualité": what is paid each month is named by it. */
const periodNouns: readonly (readonly [RegExp, Cadence])[] = [
  [/\b(?:mensalidades?|mensualidad(?:es)?|mensualites?|mensilita)\b/, "month"],
  [/\b(?:anuidades?|anualidad(?:es)?|annualita)\b/, "year"],
];
