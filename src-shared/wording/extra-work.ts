import { foldWording } from "./fold.ts";

const extra =
  /\b(?:change ?orders?|variation(?: orders?)?|additional (?:work|works|services?)|extra (?:work|works|services?)|extras|out[- ]of[- ]scope|beyond (?:the )?scope|\w*nachtrag|\w*nachtrage|mehraufwand|mehrleistung(?:en)?|zusatzleistung(?:en)?|zusatzarbeit(?:en)?|zusatzauftrag|avenants?|travaux (?:supplementaires|modificatifs)|prestations? supplementaires?|obras? adicional(?:es)?|trabajos? (?:adicional(?:es)?|extra)|ampliacion de obra|lavori (?:extra|aggiuntivi|supplementari)|opere aggiuntive|varianti?(?: in corso d'opera)?|trabalhos (?:a mais|adicionais)|obras? (?:a mais|adicionais)|meerwerk(?:en)?|bijkomende werken|extra werkzaamheden|(?:co|vo)[- ]\d+)\b/;

const known = new Map<string, boolean>();
const mostKept = 50_000;

/** Whether the words of a line are those of work that was added to what was agreed; kept, since batches repeat them. */
export function readsLikeExtraWork(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKept) known.clear();
  const isExtra = extra.test(foldWording(text));
  known.set(text, isExtra);
  return isExtra;
}
