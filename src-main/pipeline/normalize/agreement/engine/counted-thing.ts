import { afterUnits } from "../literals/literal.ts";
import type { Literal } from "../literals/literal.ts";
import { isUseful, trimPhrase } from "./phrase.ts";

/** Where a phrase of what is priced ends. */
export const phraseStop =
  /[;:|(]|, (?:and|plus|with|payable|billed|invoiced|exclusive|inclusive|excluding|including|not|due|in|which|but|for|a|an|the|per|at|subject|less|billable|to be|effective|until|through|from|if|except|unless|rounded|minimum|limited|capped|restricted|up to|no more|never)\b|\. |\b(?:shall|will|is|are|plus|due|payable|billed|invoiced|effective|during|through|until|if|unless|provided|rounded|commencing|beginning|starting|which|that|and (?:shall|will|is|are)|subject|exclusive|excluding|inclusive|including|not to exceed|in advance|in arrears|per (?:month|hour|year|annum|quarter|week)|without|absent|each (?:month|year|quarter)|as (?:described|set|specified|defined|detailed|stated)|with a|from the|within|upon)\b/;

/** "$6.40 per square foot of vinyl plank installed", "38 € le m² de parquet posé": what its unit counts. */
export function ofPhrase(text: string, folded: string, anchor: Literal, right: number): string | null {
  const units = "per" in anchor ? anchor.per.filter(({ span }) => span.start >= anchor.end) : [];
  const [unit] = units;
  if (unit === undefined || unit.cadence !== null) return null;
  const from = afterUnits(anchor);
  const head =
    beside(text.slice(from, right), unit) ??
    /^ (?:of|von|an|de|d'|di|du|des|del|della|van|do|da)(?: ?(?:the|l'|la|le|het|de|der|den))? ?(?=\p{L})(?!(?:time|work(?:ed)?|services?|travail|arbeit|trabajo|lavoro|trabalho|werk|each|the|this|these)(?![\p{L}]))/u.exec(
      folded.slice(from, right),
    );
  if (head === null) return null;
  const start = from + head[0].length;
  const tail = folded.slice(start, right);
  const stop = phraseStop.exec(tail);
  const end =
    start + Math.min(stop?.index ?? tail.length, /[,.]| en (?=€|\d)/.exec(tail)?.index ?? tail.length);
  const phrase = trimPhrase(text.slice(start, end), folded.slice(start, end));
  return isUseful(phrase) && phrase.split(" ").length <= 7 ? phrase : null;
}

/** "38 EUR je Tonne Schotter", "€ 38 per vierkante meter parket": German and Dutch put what is measured right behind. */
const beside = (rest: string, { unit }: { readonly unit: string }): RegExpExecArray | null =>
  measured.test(unit)
    ? /^ (?=\p{Lu}\p{Ll}{2}|(?!ge\p{Ll}+|\p{Ll}+(?:ed|ing)(?!\p{L}))[\p{Ll}-]{4,}(?: en (?:€|\d)|[.,]|$))/u.exec(
        rest,
      )
    : null;
const measured =
  /^(?:tonne|kilogram|litre|metre|(?:square|cubic)-metre|kilowatt-hour|pallet|bag|box|bottle|load)$/;
