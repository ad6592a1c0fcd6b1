import type { Unit } from "../structure/unit.ts";
import { afterUnits } from "../literals/literal.ts";
import type { Literal, Span } from "../literals/literal.ts";
import type { FrameMatch } from "./frame.ts";
import { labelBefore } from "./item-labels.ts";
import { isUseful, trimPhrase } from "./phrase.ts";

/** "€120 for delivery and €120 for collection": what each of several sums is for stands right behind it. */
export function eachFor({
  text,
  folded,
  literals,
}: FrameMatch["reading"]): readonly { readonly price: Literal; readonly name: string }[] | null {
  const prices = literals.filter(({ type }) => type === "money");
  if (prices.length < 2) return null;
  const named = prices.flatMap((price, index) => {
    const from = afterUnits(price);
    const tail = folded.slice(from, prices[index + 1]?.start);
    const found = forEach.exec(tail);
    const words = found?.[1];
    if (found === null || words === undefined) return [];
    const at = from + found[0].length - words.length;
    const name = trimPhrase(text.slice(at, at + words.length), words);
    return isUseful(name) ? [{ price, name }] : [];
  });
  return named.length === prices.length ? named : null;
}
const forEach =
  /^ ?(?:for|fur|pour|para|per|voor|por) (?:(?:the|an?|die|den|das|le|la|les|l'|el|il|lo|de|het|o) )?(?!each |every |any |jede|chaque |cada |ogni |elke? |per |\d)([\p{L}][\p{L} -]{2,40}?)(?= ?(?:,|;|\.|\(|$)|(?:,? (?:and|und|et|y|e|en|plus) (?:[\p{Sc}]|us|eur|chf|usd|gbp)? ?$))/u;

/** The name of one of such sums, behind the label of all of them: "Transport, delivery". */
export function nameOfEach(reading: FrameMatch["reading"], anchor: Literal, segment: Span): string | null {
  const told = eachFor(reading);
  const name = told?.find(({ price }) => price === anchor)?.name;
  if (told === null || name === undefined) return null;
  const end = told[0]?.price.start ?? anchor.start;
  const label = labelBefore(reading.text, reading.folded, { start: segment.start, end });
  return label !== null && isUseful(label) ? `${label}, ${name}` : name;
}

/** "- fire watch, on 15 August" above "- rate 44.00 an hour": the first item of a list names what the second prices. */
export function openingName(opening: Unit | undefined): string | null {
  const text = (opening?.text ?? "").replace(/^[\s•*>–-]+/u, "");
  if (text.length > 110 || /[$€£:]|\d[.,]\d\d(?!\d)/u.test(text)) return null;
  const name = (/^[^,;.(]{3,60}/u.exec(text)?.[0] ?? "").trim();
  return /^\p{L}/u.test(name) && isUseful(name) ? name : null;
}
