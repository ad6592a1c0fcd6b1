import type { DocumentKind } from "../../../../src-shared/model/index.ts";
import { foldText } from "../values/fold.ts";
import { kindTitles, titleBreakers, titleCompanions } from "./kind-titles.ts";
import { pluralsOf } from "./title-plurals.ts";

/** Papers that prove what was done: several of them often stand in one file. */
const recordKinds: ReadonlySet<DocumentKind> = new Set(["timesheet", "work-order", "delivery", "acceptance"]);

const phrases: readonly (readonly [DocumentKind, string])[] = kindTitles.flatMap(([kind, titles]) =>
  titles
    .map((title) => foldText(title))
    .flatMap((title) => (recordKinds.has(kind) ? [title, ...pluralsOf(title)] : [title]))
    .map((title): readonly [DocumentKind, string] => [kind, title]),
);
// Compounds such as "Dienstleistungsvertrag" or "Rahmenvereinbarung" end in the noun.
const compoundEndings: readonly (readonly [string, DocumentKind])[] = [
  ["vertrag", "agreement"],
  ["vereinbarung", "agreement"],
  ["overeenkomst", "agreement"],
  ["contract", "agreement"],
  ["angebot", "estimate"],
  ["offerte", "estimate"],
  ["stundenzettel", "timesheet"],
  ["stundennachweis", "timesheet"],
  ["arbeitsbericht", "work-order"],
  ["rechnung", "invoice"],
  ["factuur", "invoice"],
  ["bestellung", "purchase-order"],
  ["lieferschein", "delivery"],
  ["wiegeschein", "delivery"],
  ["leverbon", "delivery"],
  ["stundenliste", "timesheet"],
  ["stundenbericht", "timesheet"],
  ["urenstaat", "timesheet"],
  ["arbeitsschein", "work-order"],
  ["serviceschein", "work-order"],
  ["einsatzbericht", "work-order"],
  ["werkbon", "work-order"],
  ["abnahmeprotokoll", "acceptance"],
  ["ubergabeprotokoll", "acceptance"],
  ["ablesung", "usage"],
];

const namesOfKind: ReadonlyMap<DocumentKind, ReadonlySet<string>> = new Map(
  kindTitles.map(([kind, titles]) => [kind, new Set(titles.map(foldText))]),
);

const wordsOf = (folded: string): readonly string[] =>
  folded.split(/[^\p{L}\p{N}#°'&.-]+/u).filter((word) => word !== "");
const isReference = (word: string): boolean => /\d/.test(word) || word.length === 1 || word === "#";

const referring =
  /(?:^|\s)(?:zu|zur|for|to|against|sur|pour|per|auf|op|voor|para|su|re|see|as per|with)(?: (?:the|our|your|der|die|la|le|el))?\s+$/;
/** A further paper that a title refers to by its name and number, up to the end of the line. */
const referredPaper =
  / (?:zu|zur|for|to|against|sur|pour|auf|op|voor|para|su|re|relatif a|relative a|betreffende)(?: (?:the|our|your|der|die|la|le|el|de|unserer|ihrer))? (?:rechnung|invoice|facture|factuur|factura|fattura|fatura)\b.*\d.*$/;
/** Kinds whose title names a subject: "Equipment Rental and Service Agreement", "Office cleaning proposal". */
const subjectKinds: ReadonlySet<DocumentKind> = new Set(["agreement", "amendment", "estimate"]);
/** How well a line is a title of that phrase: 1 for the phrase alone, less with company, 0 for a sentence. */
const titleFit = (folded: string, phrase: string, kind: DocumentKind): number => {
  const at = folded.indexOf(phrase);
  if (at < 0) return 0;
  const before = folded[at - 1];
  const after = folded[at + phrase.length];
  if (
    (before !== undefined && /[\p{L}\p{N}]/u.test(before)) ||
    (after !== undefined && /[\p{L}\p{N}]/u.test(after))
  )
    return 0;
  // "zu Rechnung R-99", "for invoice 12" refer to another document.
  if (referring.test(folded.slice(0, at))) return 0;
  // What it refers to behind its own name is no part of the title: "Rechnungskorrektur 33 zu Rechnung 26 vom 1. Mai".
  const behind = folded.slice(at + phrase.length).replace(referredPaper, "");
  const rest = wordsOf(`${folded.slice(0, at)} ${behind}`);
  if (rest.length > 9 || rest.some((word) => titleBreakers.has(word.replace(/[.:]$/, "")))) return 0;
  const twins = namesOfKind.get(kind);
  const strangers = rest.filter((word) => {
    const bare = word.replace(/[.:]$/, "");
    // "BON DE COMMANDE / BESTELBON": the same title in a second language.
    return !isReference(word) && !titleCompanions.has(bare) && twins?.has(bare) !== true;
  });
  if (strangers.length === 0) return 1;
  // "LODGEPOLE FLUID SERVICES FIELD TICKET 44187": the title stands last, with the paper's own number.
  const isNumbered = /^ ?(?:(?:no|nr|n°|nº|num|#)[.:]? ?)?#?(?=[a-z\d/.-]*\d)[a-z\d/.-]{2,20}$/.test(
    folded.slice(at + phrase.length),
  );
  if (isNumbered && at > 0 && strangers.length <= 5 && folded.length < 70) return 0.85;
  if (subjectKinds.has(kind)) return strangers.length <= 5 ? 0.95 : 0.5;
  return strangers.length <= 2 ? 0.6 : 0.35;
};

/** A kind that a line names, how well, and where. */
export interface PhraseHit {
  readonly kind: DocumentKind;
  readonly start: number;
  readonly end: number;
  readonly fit: number;
}

/** Kinds that a line names, nested phrases left out: "purchase order" is no "order", "credit note" no "note". */
const kindsOf = (folded: string): readonly PhraseHit[] => {
  // Every title has a word; most cells of a sheet have none.
  if (!/\p{L}/u.test(folded)) return [];
  const hits: PhraseHit[] = [];
  for (const [kind, phrase] of phrases) {
    const fit = titleFit(folded, phrase, kind);
    const start = folded.indexOf(phrase);
    if (fit > 0) hits.push({ kind, start, end: start + phrase.length, fit });
  }
  if (hits.length === 0) {
    // "Rechnungs-Korrektur", "Storno-Rechnung": a hyphen within a title is spelling.
    const closed = folded.replace(/(?<=\p{L})-(?=\p{L})/gu, "");
    return closed === folded ? compoundKinds(folded) : kindsOf(closed);
  }
  const outer = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other !== hit &&
          other.start <= hit.start &&
          other.end >= hit.end &&
          other.end - other.start > hit.end - hit.start,
      ),
  );
  // "Amendment No. 2 to the Master Services Agreement" alters; what it alters is only named.
  const altering = outer.filter((hit) => hit.kind === "amendment" || hit.kind === "acceptance");
  if (altering.length > 0) return altering.slice(0, 1);
  // "Offer & Contract", "Proposta e contratto": once signed it is what was agreed.
  const agreed = outer.find(({ kind }) => kind === "agreement");
  const offered = outer.find(({ kind }) => kind === "estimate");
  if (
    agreed !== undefined &&
    offered !== undefined &&
    agreed.start > offered.end &&
    joining.test(folded.slice(offered.end, agreed.start))
  )
    return [agreed];
  const [first, ...later] = outer.toSorted((one, other) => one.start - other.start);
  // "Broadcast order confirmation": of two names that share a word the later one says what the paper is.
  const last = later.reduce((known, hit) => (hit.start < (known?.end ?? 0) ? hit : known), first);
  return last === undefined ? [] : [last];
};

const joining = /^ ?(?:&|\+|\/|and|und|et|e|y|en|,) ?$/;

/** "Abrechnung je halbe Stunde", "Berechnung": accounting, and no paper with a sum. */
const deedOfCounting = /^(?:ab|be|ver|an|um|hoch|auf|er|ge)rechnung$/;

const compoundKinds = (folded: string): readonly PhraseHit[] => {
  const words = wordsOf(folded).filter((word) => !deedOfCounting.test(word));
  if (words.length > 6) return [];
  return compoundEndings
    .filter(([ending]) => words.some((word) => word.endsWith(ending) && word.length > ending.length))
    .slice(0, 1)
    .map(([ending, kind]) => ({ kind, start: 0, end: ending.length, fit: 0.9 }));
};

/** "RE: Proposal BCA-26", "Asunto: actualización de la cuota": what a letter says that it is about. */
export const subjectLabel =
  /^(?:re|subject|subj?|betreff|betrifft|betr\.?|objet|concerne|asunto|referencia|oggetto|onderwerp|betreft|assunto) ?: ?/;

/** Kinds that a line names: the best of its parts, since a company's name may stand beside the title. */
export const lineKinds = (folded: string): readonly PhraseHit[] => {
  // "LETTERA DI INCARICO N. 12/2026 (art. 7)": what stands in brackets behind a title is no part of it.
  // "2. Mahnung": which of several.
  const bare = folded
    .replace(subjectLabel, "")
    .replace(/^\d{1,2}(?:\.|st|nd|rd|th|e|er|eme|de) (?=\p{L}+$)/u, "")
    .replace(/(?<=.{6}) ?\([^)]*\)?$/, "");
  const parts = bare.split(/ [-–—|•·/] | {2,}/).filter((part) => part.trim() !== "");
  const [first, ...more] = [bare, ...(parts.length > 1 ? parts : [])].map((part) => kindsOf(part.trim()));
  return more.reduce((best, next) => ((next[0]?.fit ?? 0) > (best[0]?.fit ?? 0) ? next : best), first ?? []);
};

/** From here on a line is the word for a paper and nothing else. */
const plainTitle = 0.9;

/** Whether a folded line is the word for an invoice or a credit note and nothing else: "Tax Invoice", "Gutschrift". */
export const isTitleOfBill = (folded: string): boolean =>
  lineKinds(folded).some(
    ({ kind, fit }) => (kind === "invoice" || kind === "credit-note") && fit >= plainTitle,
  );
