import { words } from "../lexicon/invoice-words.ts";

/** What binds somebody: a sentence that has it before the words of leaving out says those of another thing. */
const binding =
  /(?<!\p{L})(?:shall|must|may|will|would|agrees?|acknowledges?|undertakes?|covenants?|has been|have been|had been|was|were)(?!\p{L})/u;
/** Relative words: what is left out stands in a clause about something else. */
const relative = /(?<!\p{L})(?:that|which|who|whose|whom|und die|und der|qui|que|che)$/u;
/** Work, its price, and who does it or sells it. */
const ofWork = words(
  "services?|works?|scope|prices?|pricing|fees?|charges?|quotes?|quotation|offer|estimate|package|plan|agreement|contract|order|support|maintenance|cleaning|training|rent|rental|hire|licen[cs]e|subscription|installation|delivery|retainer|we|contractor|subcontractor|provider|supplier|consultant|agency|firm|vendor|deliverables?|project|assignment|engagement|it|this",
);
/** Of the words of an agreement, of law and of what is kept secret, none is work. */
const noWork = words(
  "informations?|captions?|headings?|titles?|titres?|intitules?|uberschriften|interpret\\w*|conflicts? of laws?|choice of law|(?:laws|law|statutes?) of|(?:such|any|no|these) rights|affiliates?|subsidiar\\w*|proprietary|licen[cs]e granted|territor(?:y|ies)|business days?|working days?|persons?|kaufrecht\\w*|gewinns?|gains?|signature\\w*",
);
/** "Done by others", "owned by others": whoever acts, the work is not left to them. */
const doneByOthers = /(?<!\p{L})(?:done|performed|owned|made|held|used) by others/u;
/** "We shall not be carrying out an audit, and payroll is not included": the seller's own list of what he leaves. */
const speakers = /^\W*(?:we|i)\b/;
/** "… excluding X": only words behind it can be what is left out. */
export const participle = /^(?:excluding|not includ(?:ed|ing)|without)\b/;
const bindsToo = /(?<!\p{L})(?:shall|will|must|may)(?: not)? (?:include|comprise|cover|exclude)/u;

/** Whether words can leave something out of the work: not of a name, a text, a law, or a thing that others deal in. */
export function speaksOfWork(folded: string, cue: { readonly start: number; readonly end: number }): boolean {
  if (noWork.test(folded) || doneByOthers.test(folded)) return false;
  const before = folded.slice(0, cue.start).trimEnd();
  const hit = folded.slice(cue.start, cue.end).trim();
  if (/(?<!\p{L})(?:not|never|nor)(?: be)?$/u.test(before) || relative.test(before)) return false;
  const own = before.replace(/ (?:shall|will|must) be$/, "");
  if (participle.test(hit)) return !binding.test(own) || ofWork.test(own.split(binding)[0] ?? "");
  if (bindsToo.test(` ${hit}`)) return ofWork.test(before);
  return !binding.test(own) || speakers.test(own);
}

/** Where a bracket closes that a place stands in: what is left out ends with it. */
export function endOfBracket(text: string, at: number): number {
  const open = text.lastIndexOf("(", at);
  if (open === -1 || text.lastIndexOf(")", at) > open) return text.length;
  const close = text.indexOf(")", at);
  return close === -1 ? text.length : close;
}

/** Taxes behind a word that says which; "taxes, permits" are all of them, and permits are none. */
const kindOfTax =
  /(?<!\p{L})(?!(?:and|or|any|all|und|oder|alle|et|ou|y|o|e|of|en|of) )\p{L}+ (?:tax(?:es)?|duties|levies|steuern|impuestos|imposte|impostos)(?!\p{L})/iu;

/** "Sales, use, excise or similar taxes": where taxes stand with a word of which, single words name kinds of them. */
export const withoutKindsOfTax = (items: readonly string[], rest: string): readonly string[] =>
  kindOfTax.test(rest) ? items.filter((item) => item.includes(" ")) : items;
