import type { Term, TermOf } from "../model/index.ts";
import { isCalendarUnit } from "./units.ts";
import { foldWording } from "./fold.ts";
import { wordingOf } from "./words.ts";

/** Words of an item or scope as one key: content words in alphabetical order, with their sizes. */
export function wordKey(text: string): string {
  const { content, sizes } = wordingOf(text);
  return [...content, ...sizes.map(({ number, of }) => `${number}${of}`)].toSorted().join(" ");
}

/**
 * What two terms must share for the later or stronger one to replace the other: type, item or scope, and conditions.
 *
 * Amounts are no part of it; the unit of a rate is.
 */
export function termKey(term: Term): string {
  const conditions = (term.conditions ?? [])
    .filter((words) => !reservesChange.test(foldWording(words)))
    .map(wordKey)
    .toSorted()
    .join("; ");
  return `${term.type}|${subjectOf(term)}|${conditions}`;
}

/**
 * "Unless amended in writing", "sauf avenant signé": that a term may be changed sets it apart from no other. "For change
 * orders" and "with written approval" do.
 */
const reservesChange =
  /(?<!\p{L})(?:unless|except|save|without|until|absent|other than|subject to (?=amend|change orders?|variation)|sauf|sans|hors|a moins|ohne|ausser|(?:sofern|soweit|wenn) (?:\p{L}+ )?nicht|vorbehaltlich|salvo|sin|excepto|a menos|senza|tranne|a meno|fatt[oi] salv[oi]|behoudens|zonder|tenzij|sem|exceto)(?!\p{L}).*(?<!\p{L})(?:amend\p{L}*|change orders?|variation orders?|addend(?:um|a)|\p{L}*nachtrag\p{L}*|avenants?|adendas?|aditamentos?|(?:prior |previous )?written (?:approval|consent|agreement|authori[sz]ation)|schriftlich\p{L}* (?:zustimmung|freigabe|genehmigung|vereinbarung)|accord (?:prealable|ecrit)|acuerdo (?:previo|escrito)|accordo (?:previo|scritto)|schriftelijk\p{L}* (?:toestemming|akkoord|goedkeuring)|acordo (?:previo|escrito))(?!\p{L})/u;

function subjectOf(term: Term): string {
  switch (term.type) {
    case "rate":
      return `${wordKey(`${term.value.role ?? ""} ${term.value.item}`)}|${periodOf(term.value)}`;
    case "fixed-fee":
      return `${wordKey(term.value.item)}|${term.value.per}`;
    case "tiers":
    case "included":
    case "overage":
      return `${wordKey(term.value.item)}|${term.value.unit}`;
    case "minimum":
      return `${wordKey(term.value.scope)}|${term.value.per ?? ""}|${term.value.quantity === undefined ? "amount" : "quantity"}`;
    case "cap":
      return `${term.value.scope}|${wordKey(term.value.item ?? "")}|${capMeasure(term.value)}`;
    case "discount":
      return `${wordKey(term.value.scope)}|${wordKey(term.value.condition ?? "")}|${term.value.threshold ?? ""}|${term.value.order ?? ""}`;
    case "milestone":
      return wordKey(term.value.name);
    case "expenses":
      return (term.value.types ?? []).map(wordKey).toSorted().join(", ");
    case "tax":
      return `${wordKey(term.value.scope ?? "")}|${wordKey(term.value.name ?? "")}`;
    case "surcharge":
      return `${wordKey(term.value.on)}|${wordKey(term.value.condition ?? "")}`;
    case "service-credit":
      return `${wordKey(term.value.measure)}|${term.value.threshold}`;
    case "purchase-order":
      return term.value.number;
    case "required":
      return `${[...term.value.fields].toSorted().join(",")}|${term.value.above ?? ""}`;
    case "scope":
      return [...term.value.included, "/", ...term.value.excluded].map(wordKey).join(",");
    case "bank-account":
      return term.value.iban ?? term.value.account ?? "";
    case "deposit":
    case "retention":
    case "escalator":
    case "time-rules":
    case "proration":
    case "payment-terms":
    case "late-fee":
    case "billing":
    case "duration":
    case "roster":
    case "schedule-of-values":
    case "acceptance":
    case "charge-age":
    case "rounding":
    case "price-basis":
      return "";
  }
}

/** A week and four weeks are two prices of one machine; a price per 1,000 is another way to say the price of one. */
const periodOf = ({ unit, priceBase }: TermOf<"rate">["value"]): string =>
  priceBase !== undefined && isCalendarUnit(unit) ? `${priceBase} ${unit}` : unit;

const capMeasure = (value: { readonly quantity?: unknown; readonly unit?: string }): string =>
  value.quantity === undefined ? "amount" : `quantity ${value.unit ?? ""}`;
