import { roleOfJoining } from "../lexicon/joining-words.ts";
import { partyWords } from "../lexicon/roles.ts";
import type { Literal } from "../literals/literal.ts";
import { isUseful } from "./phrase.ts";

/** Before a price these name who works by the hour; a party of that name is told apart by the document's own names. */
export const workingParty = /^(?:consultant|contractor|subcontractor)s?$/i;

/** "52,50 EUR je Monteurstunde", "for each hour of a Principal Architect": whose hour the unit says it is. */
export function workerOfHour(text: string, anchor: Literal): string | null {
  if (!("per" in anchor)) return null;
  const per = anchor.per.find(({ unit, span }) => unit === "hour" && span.start >= anchor.end);
  if (per === undefined) return null;
  const printed = text.slice(per.span.start, per.span.end);
  const compound = /([\p{Lu}][\p{L}-]{2,})stunden?$/u.exec(printed)?.[1];
  if (
    compound !== undefined &&
    !/^(?:Arbeits|Mann|Personen|Über|Mehr|Zusatz|Maschinen|Werk|Normal|Support)$/u.test(compound)
  )
    return compound;
  // "£64.00 for every excavator hour": the words before the unit say whose, or which, hour it is.
  const qualified = /(?:^|[ /])(?:each|every|per|an?) ((?:[\p{L}-]+ ){0,2}[\p{L}-]{3,}) hours?$/iu.exec(
    printed,
  )?.[1];
  if (
    qualified !== undefined &&
    !/^(?:full|whole|half|quarter|working|work|worked|further|additional|extra|started|part|billable|chargeable|man|clock|engine|such|started|single|standard|normal)\b|(?:ing|ed|able)$/i.test(
      qualified,
    )
  )
    return qualified;
  const of =
    /^ (?:of|by|from) (?:an? |the |our )?((?:[\p{Lu}][\p{L}-]+ ?){1,4})/u.exec(text.slice(per.span.end)) ??
    /^ (?:de |d'|di |van (?:een |de )?|eines? |einer )([\p{L}-]{4,24})(?=[ ,.;]|$)/u.exec(
      text.slice(per.span.end),
    );
  const named = of?.[1]?.trim();
  return named !== undefined && isUseful(named) ? named : null;
}

/** "The services of a Consultant are charged at …", "Ann Moss joins the team as Analyst at …": with an article before it, a name is no party. */
export function workerOfServices(ahead: string): string | null {
  const joined = roleOfJoining(ahead);
  if (joined !== null && isUseful(joined)) return joined;
  const named = /\b(?:services|work|time) of (?:an?|each|any|every) ((?:\p{Lu}[\p{L}-]+ ?){1,4})/u
    .exec(ahead)?.[1]
    ?.trim();
  return named !== undefined && (isUseful(named) || workingParty.test(named)) ? named : null;
}

/** "For each hour of a Lead Engineer Client pays $190": whose hour the unit ahead of the price says it is. */
export function workerOfHourAhead(
  text: string,
  anchor: Literal,
  partyNames: readonly string[],
): string | null {
  if (!("per" in anchor)) return null;
  const per = anchor.per.find(
    ({ unit, span }) => (unit === "hour" || unit === "day") && span.end <= anchor.start,
  );
  if (per === undefined) return null;
  const between = text.slice(per.span.end, anchor.start);
  const named =
    /^ (?:of|by|from|worked by|spent by) (?:an? |the |our |its )?((?:[\p{Lu}][\p{L}-]+ ?){1,5})/u.exec(
      between,
    )?.[1];
  if (named === undefined) return null;
  const words = named.trim().split(" ");
  const isPayer = (word: string): boolean => partyWords.test(word.toLowerCase()) && !workingParty.test(word);
  const end = words.findIndex(
    (word, index) =>
      index > 0 &&
      (isPayer(word) || partyNames.some((name) => words.slice(index).join(" ").startsWith(name))),
  );
  const worker = words.slice(0, end < 0 ? words.length : end).join(" ");
  return isUseful(worker) || workingParty.test(worker) ? worker : null;
}
