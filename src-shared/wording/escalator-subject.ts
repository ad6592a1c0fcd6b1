import type { Agreement, Term } from "../model/index.ts";
import { addMonths } from "../time/index.ts";
import type { LocalDate } from "../time/index.ts";
import { foldWording } from "./fold.ts";
import type { GoverningTerm } from "./governing-terms.ts";
import { isCalendarUnit, isCountUnit, isTimeUnit } from "./units.ts";
import { wordingOf } from "./words.ts";

/** Words for prices of any kind: a clause that has them raises all there are. */
const anyPrice =
  /(?<!\b(?:piece|unit|item|hourly|daily|day|labou?r|monthly|stuck|einheits|stunden) ?)\b(prices|rates|charges|fees|tarif[fs]?e?s?|preise|satze|entgelte|verguetung(?:en)?|vergutung(?:en)?|gebuhren|prix|taux|precios|tarifas|prezzi|tariffe|prijzen|tarieven|precos|remuneration|corrispettiv[oi]|compensi|honorarios|honoraires)\b/;
const perPiece =
  /\b(piece (?:price|rate)s?|unit (?:price|rate)s?|prices? per (?:piece|item|unit)|stuckpreise?|einheitspreise?|prix unitaires?|precios? unitarios?|prezz[oi] unitari[oi]?|stuksprij(?:s|zen)|precos? unitarios?)\b/;
const perTime =
  /\b((?:hourly|daily|day|labou?r) rates?|rates? per (?:hour|day)|stundens(?:atz|atze)|tagess(?:atz|atze)|taux (?:horaire|journalier)s?|tarifas? (?:horaria|diaria)s?|tariff[ae] orari[ae]|uurtari(?:ef|even)|taxas? horarias?)\b/;
const recurring =
  /\b((?:(?:monthly|annual|yearly|quarterly|weekly|base|service|management|subscription|maintenance|platform|licen[cs]e) )+(?:fee|charge|retainer|rent|rental|subscription|price)|the fee|retainer|rent|miete|(?:\w*pauschale|monatspreis|grundgebuhr|monatsgebuhr|jahresgebuhr)|forfait|redevance|loyer|abonnement|cuota|canone|mensualidad|mensualite|mensalidade|avenca|maandbedrag|huur(?:prijs)?|abonnementsprijs)\b/;

/** How a price is reckoned, as far as clauses on increases tell prices apart by it. */
type Reckoning = "recurring" | "time" | "piece" | "other";

function reckoningOf(term: Term): Reckoning {
  if (term.type === "fixed-fee") return term.value.per === "once" ? "other" : "recurring";
  if (term.type !== "rate" && term.type !== "overage") return "other";
  const { unit } = term.value;
  // "165.00 a month for each lift" is a fee, times how many there are.
  if (term.type === "rate" && term.value.per !== undefined) return "recurring";
  if (isTimeUnit(unit)) return "time";
  if (isCalendarUnit(unit)) return "recurring";
  return isCountUnit(unit) ? "piece" : "other";
}

const itemOf = (term: Term): string => {
  const { item, role } = term.value as { readonly item?: string; readonly role?: string };
  return `${role ?? ""} ${item ?? ""}`;
};

const isNamed = (term: Term, clause: ReadonlySet<string>): boolean => {
  const { content } = wordingOf(itemOf(term));
  return content.length > 0 && content.every((word) => clause.has(word));
};

/** "All bean prices", "freight charges", "prices of spare parts": the word that tells some prices from the others. */
const toldBy = [
  /(?<![\p{L}-])([\p{L}-]{3,}) (?:prices|rates|charges|fees)\b/gu,
  /\b(?:prices|rates|charges|fees|preise|prix|precios|prezzi|prijzen|precos) (?:of|for|fur|de|des|del|della|dei|voor|dos?|das?) (?:the |all |alle |les? |las? |los |gli |i )?([\p{L}-]{3,})/gu,
];

/** Words before "prices" that tell none apart, or that say how a price is reckoned. */
const ofAnyPrice =
  /^(?:contract|agreed|agreement|services?|units?|pieces?|items?|hourly|daily|weekly|monthly|quarterly|annual|yearly|labou?r|list|base|basic|current|fixed|other|these|those|such|said|above|applicable|and|all|the|our|your|customer|client)$/;

/** The prices whose names hold the word before or behind "prices" in a clause; `null` where it tells none apart. */
function toldApart(clause: string, prices: readonly Term[]): ReadonlySet<string> | null {
  const words = toldBy.flatMap((pattern) =>
    [...clause.matchAll(pattern)].flatMap(({ 1: word }) => word ?? []),
  );
  const named = new Set<string>();
  for (const word of words) {
    if (ofAnyPrice.test(word)) continue;
    const { content } = wordingOf(word);
    for (const price of prices) {
      const own = wordingOf(itemOf(price)).all;
      if (content.length > 0 && content.every((part) => own.has(part))) named.add(price.id);
    }
  }
  return named.size === 0 ? null : named;
}

/**
 * Whether a yearly increase is on a price, by what its clause says it raises: a price by its name, or prices of a kind.
 *
 * A clause that names nothing, or prices in general, raises all of them. `others` are all priced terms beside it.
 */
export function isRaisedBy(price: Term, escalator: Term, others: readonly Term[]): boolean {
  const clause = escalator.evidence.map(({ quote }) => quote).join(" ");
  const { all } = wordingOf(clause);
  if (isNamed(price, all)) return true;
  const whole = foldWording(clause);
  const told = toldApart(whole, [price, ...others]);
  if (told !== null) return told.has(price.id);
  if (anyPrice.test(whole)) return true;
  const named = others.filter((other) => other.id !== price.id && isNamed(other, all));
  // "The maintenance fee rises": the name of one price says nothing of the other fees.
  const folded = named.reduce((text, other) => text.replaceAll(nameOf(other), " "), whole);
  const kinds: Reckoning[] = [
    ...(perPiece.test(folded) ? (["piece"] as const) : []),
    ...(perTime.test(folded) ? (["time"] as const) : []),
    ...(recurring.test(folded) ? (["recurring"] as const) : []),
  ];
  // A kind that the agreement has no price of is none that the clause tells apart.
  const known = kinds.filter((kind) => [price, ...others].some((term) => reckoningOf(term) === kind));
  if (known.length > 0) return known.includes(reckoningOf(price));
  return named.length === 0;
}

const nameOf = (term: Term): string =>
  foldWording((term.value as { readonly item?: string }).item ?? "").trim() || "\n";

/**
 * Until when the increases are in a price as it is written: a price that was set anew has those before it in it, and one
 * that a later document agreed rises for the first time when it has stood for a year.
 */
export function settledUntil(
  { term, agreement }: Pick<GoverningTerm, "term" | "agreement">,
  raisedIn: Agreement,
): LocalDate | null {
  const isLater =
    agreement.id !== raisedIn.id &&
    agreement.from !== null &&
    (raisedIn.from === null || agreement.from > raisedIn.from);
  return isLater ? addMonths(term.from ?? agreement.from, 12) : term.from;
}
