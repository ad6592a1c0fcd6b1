import type { Unit } from "../../../../../src-shared/model/index.ts";
import type { Reading } from "../engine/reading.ts";
import type { Span } from "../literals/literal.ts";

/** Behind "of" up to five words, before whatever is said next. */
const thing =
  /^ ?(?:of|de|d'|di|van|von|an) ?((?:\p{L}[\p{L}'-]*)(?: \p{L}[\p{L}'-]*){0,4}?)(?= ?(?:$|[,.;:()])| (?:per|each|every|a|and|und|et|y|e|en|included|at|for|in|on|par|pro|je|por|al|is|are|costs?)(?!\p{L}))/u;
/** Words that point at something said elsewhere, or that go on about money. */
const notThing =
  /^(?:the|this|that|which|each|any|such|charges?|costs?|use|der|die|das|le|la|les|el|il)(?!\p{L})/u;

/** What is counted, by the words beside its number: "support hours", "hours of support"; its unit where nothing else says it. */
export function countedItem(
  reading: Reading,
  count: Span,
  { modifier, unit }: { readonly modifier: string; readonly unit: Unit },
): string {
  const isBare = modifier === "" || notOfItem.test(modifier);
  return isBare ? (countedOf(reading, count) ?? unit) : modifier;
}

/** "The first two free hours": words that say which, and not of what. */
const notOfItem =
  /^(?:first|free|included|additional|ersten?|freien?|premier[es]*|primer[oa]s?|prim[ei]|eerste|gratis|primeir[oa]s)(?: |$)/;

/** "20 hours of help desk support", "10 heures d'assistance": what a counted time or volume is of, as it is printed. */
function countedOf(reading: Reading, count: Span): string | null {
  const words = thing.exec(reading.after(count, 60))?.[1];
  if (words === undefined || notThing.test(words)) return null;
  const at = reading.folded.indexOf(words, count.end);
  return reading.text.slice(at, at + words.length);
}
