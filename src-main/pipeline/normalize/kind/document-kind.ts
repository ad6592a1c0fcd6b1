import type { DocumentKind, Evidence, ReadDocument } from "../../../../src-shared/model/index.ts";
import { agreedKinds, pooled, recordKinds, workKinds } from "./alike-kinds.ts";
import { amountsBeside, hasAmount } from "./amounts-beside.ts";
import { statesOwnSum } from "./own-sum.ts";
import { lineEvidence, pageLines, type PageLine } from "./page-line.ts";
import { untitledRecordKind } from "./record-kind.ts";
import {
  bodyText,
  isNumberedAsBill,
  statesMoney,
  statesPrices,
  structureScores,
} from "./structure-scores.ts";
import { saysCopy } from "./copy-title.ts";
import { reminds } from "./reminder.ts";
import { stackedTitles } from "./stacked-title.ts";
import { lineKinds, subjectLabel } from "./title-lines.ts";

/** What a document is, how sure, and the words that say so. */
export interface KindReading {
  readonly kind: DocumentKind;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

interface TitleHit {
  readonly kind: DocumentKind;
  readonly line: PageLine;
  /** Which line of the page it is. */
  readonly index: number;
  readonly score: number;
}

/** Lines at the top of a paper where a record names its subject beside its title: "Aftekenlijst dagelijks onderhoud". */
const topLines = 3;
const subjectFit = 0.85;

/** "Schedule B: Charges", "Anlage 2 – Preise": the part of an agreement that holds its prices. */
const priceSchedule =
  /\b(?:schedule|exhibit|appendix|annex|attachment|anlage|anhang|annexe|anexo|allegato|bijlage) [a-z\d]{1,3}\b[^.]{0,12}\b(?:charges|fees|rates|prices|pricing|preise|vergutung|tarifs?|prix|precios|tarifas|prezzi|precos|tarieven|prijzen)\b/;

/** What the directive on value added tax lets a bill say that the customer writes, in each language. */
export const selfBilled =
  /selbst ausgestellt|self-?\s?bill|gutschriftsverfahren|abrechnung durch (?:den|die) leistungsempf|autofacturation|autofactura|facturacion por el destinatario|autofattura|autofatura|uitgereikt door (?:de )?afnemer/;
/** Kinds whose own number stands in the title ("Invoice No. 12"); elsewhere a number label is a reference. */
const numberedKinds: ReadonlySet<DocumentKind> = new Set(["invoice", "credit-note"]);
const numberWord =
  /(?:^|[^\p{L}])(?:no|nr|num|number|nummer|numero|id|code|ref|#|n°|nº)(?:$|[^\p{L}])|-nr\b/u;

/**
 * What the shape of a line leaves of its title: a label ("Contract:", "Estimate #") names something else.
 *
 * "CONTRACT # 4382934" in large type or as the first line is a title with its number.
 */
const labelShare = (line: PageLine, kind: DocumentKind, place: number): number => {
  const isSubject = subjectLabel.test(line.folded);
  if (isSubject) return 1;
  const isLabel =
    /[:#]\s*$/.test(line.text) || (/^[^:]{2,30}:\s+\S/.test(line.text) && !/^[^\p{Ll}:]+:/u.test(line.text));
  const isNumbered = numberWord.test(line.folded);
  if (numberedKinds.has(kind)) return isLabel && !isNumbered ? 0.5 : 1;
  if (isNumbered && !isLabel && /\d/.test(line.text) && place >= 2.2) return 0.9;
  return isLabel || isNumbered ? 0.25 : 1;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** "VARIATION No. 1 TO CONTRACT 24/07": capitals but for a small word. */
const isCapital = (text: string): boolean => {
  const letters = text.replace(/\P{L}/gu, "");
  const capitals = letters.replace(/\P{Lu}/gu, "");
  return letters.length > 0 && capitals.length >= 0.9 * letters.length;
};

/** Words to somebody by name: what stands right above them is what the letter is about. */
const salutation =
  /^(?:dear|hi|hello|sehr geehrte|guten tag|liebe[rs]?|hallo|madame|monsieur|bonjour|cher|chere|estimad[oa]s?|buenos dias|muy senor|gentile|egregio|spett|buongiorno|geachte|beste|exm[oa]s?|caro|prezad[oa]s?)\b[^.;]{0,60}$/;

/** How much a place on the page says "title": size, boldness and height. */
const placeScore = (line: PageLine, index: number, largeSize: number, usualSize: number): number => {
  const isLarge = line.size >= largeSize && line.size >= 1.12 * usualSize;
  const standsOut = line.bold || subjectLabel.test(line.folded) || isCapital(line.text) || index < 3;
  if (line.top < 0.34) return isLarge ? 3 : index === 0 && standsOut ? 2.6 : standsOut ? 2.2 : 1.5;
  // Letters with an address window have their title below it.
  if (line.top < 0.52) return isLarge ? 2.4 : standsOut ? 1.8 : 1.4;
  return 0.5;
};

/** Enough for a title that says of itself that it is a copy, wherever it stands in the upper half of the page. */
const copyScore = 2.6;

const titleHits = (document: ReadDocument): readonly TitleHit[] => {
  const lines = pageLines(document, 1);
  const sizes = [...new Set(lines.map((line) => Math.round(line.size * 1000)))].sort((a, b) => b - a);
  const largeSize = (sizes[Math.min(2, sizes.length - 1)] ?? 0) / 1000 - 0.0005;
  const usualSize = median(lines.flatMap((line) => line.words.map((word) => word.size)));
  const isBeside = amountsBeside(lines);
  const hits: TitleHit[] = [];
  for (const [index, line] of lines.entries()) {
    // A line with an amount, in it or in a cell beside it, or behind a bullet is a row of a list, not a title.
    const isRow = hasAmount(line) || /^[-–—•*·▪] ?\p{L}/u.test(line.text);
    if (line.folded.length > 120 || isRow || isBeside(line)) continue;
    const isSubject = line.folded.length < 90 && salutation.test(lines[index + 1]?.folded ?? "");
    const place = Math.max(placeScore(line, index, largeSize, usualSize), isSubject ? subjectPlace : 0);
    const found = selfBilled.test(line.folded)
      ? [{ kind: "invoice" as const, fit: 1 }]
      : priceSchedule.test(line.folded)
        ? [{ kind: "agreement" as const, fit: 1 }]
        : lineKinds(line.folded);
    for (const { kind, fit } of found) {
      const fitting = index < topLines && recordKinds.has(kind) ? Math.max(fit, subjectFit) : fit;
      const score = place * fitting * labelShare(line, kind, place);
      hits.push({
        kind,
        line,
        index,
        score:
          fit >= 0.6 && place >= 1.4 && numberedKinds.has(kind) && saysCopy(line)
            ? Math.max(score, copyScore)
            : score,
      });
    }
    for (const { kind, fit, whole } of stackedTitles(line, lines, usualSize))
      hits.push({ kind, line: whole, index, score: place * fit });
  }
  return hits;
};

/** Whether the strongest title of a bill on the page, however weak, is that of a credit note. */
export const callsItselfCredit = (document: ReadDocument): boolean => {
  const best = (kind: DocumentKind): number =>
    Math.max(0, ...titleHits(document).flatMap((hit) => (hit.kind === kind ? [hit.score] : [])));
  return best("credit-note") > best("invoice");
};

const withoutTitle = (
  document: ReadDocument,
  totals: ReadonlyMap<DocumentKind, number>,
): KindReading | null => {
  const found = untitledRecordKind(document, totals, bodyText(document));
  return found === null ? null : { ...found, evidence: [] };
};

const titleScore = 1.2;
/** What a line right above a salutation is worth as the place of a title. */
const subjectPlace = 2.2;
/** From here on a title is one that nothing on the page outweighs. */
const plainTitle = 1.8;
/** What a paper with a plain title of its own may have of a bill: it is told of bills to come. */
const mostOfABill = 0.5;
/** Longer papers may hold both: what was agreed, and a form to confirm it. */
const longestRecord = 900;

/**
 * Whether a paper that calls itself a record first only refers to an offer, an order or a contract: "Werkbon 0917 –
 * offerte 2026/044". Prices would make it more than that.
 */
function isRecordFirst(hits: ReadonlyMap<DocumentKind, TitleHit>, document: ReadDocument): boolean {
  const places = (wanted: ReadonlySet<DocumentKind>, least: number): readonly number[] =>
    [...hits.values()]
      .filter(({ kind, score }) => wanted.has(kind) && score >= least)
      .map(({ index }) => index);
  const record = Math.min(...places(recordKinds, titleScore));
  if (!Number.isFinite(record) || places(agreedKinds, 0).some((place) => place < record)) return false;
  const text = bodyText(document);
  return text.split(" ").length <= longestRecord && !statesPrices(text);
}

/** The kind of agreement or offer that a plain title says, where no other does for a bill: the better one, then the upper. */
function agreedTitle(hits: ReadonlyMap<DocumentKind, TitleHit>): DocumentKind | null {
  if (billKinds.some((kind) => (hits.get(kind)?.score ?? 0) >= plainTitle)) return null;
  const [best] = [...hits.values()]
    .filter(({ kind, score }) => agreedKinds.has(kind) && score >= plainTitle)
    .toSorted((one, other) => other.score - one.score || one.index - other.index);
  return best?.kind ?? null;
}

const billKinds = ["invoice", "credit-note"] as const;

/** Whether a paper calls itself a bill, or has a bill's number. */
const isBill = (hits: ReadonlyMap<DocumentKind, TitleHit>, document: ReadDocument): boolean =>
  billKinds.some((kind) => (hits.get(kind)?.score ?? 0) >= titleScore) || isNumberedAsBill(document);

const clamp = (value: number): number => Math.min(0.99, Math.max(0, value));

/**
 * The kind of a paged or flowing document, from its title, number labels and structure.
 *
 * Below a score of 2.5 (2 for an agreement without a rival), or close to the next kind, it is `unknown`.
 */
export const readPagedKind = (document: ReadDocument): KindReading => {
  const text = bodyText(document);
  const totals = new Map<DocumentKind, number>();
  const bestHit = new Map<DocumentKind, TitleHit>();
  for (const hit of titleHits(document)) {
    const known = bestHit.get(hit.kind);
    if (known === undefined || hit.score > known.score) bestHit.set(hit.kind, hit);
  }
  // A letter that sums itself up as a bill is none of what its subject names.
  if (statesOwnSum(text))
    for (const kind of agreedKinds)
      if (subjectLabel.test(bestHit.get(kind)?.line.folded ?? "")) bestHit.delete(kind);
  for (const [kind, hit] of bestHit) totals.set(kind, hit.score);
  const structure = structureScores(document);
  for (const [kind, score] of structure) totals.set(kind, (totals.get(kind) ?? 0) + score);
  // Words of payment on a slip do not bill: what states no sum of money is no invoice.
  if (!statesMoney(text))
    for (const kind of numberedKinds) {
      totals.delete(kind);
      bestHit.delete(kind);
    }
  // What the customer credits to who sold to it is the seller's invoice.
  if (selfBilled.test(text)) {
    totals.set("invoice", (totals.get("invoice") ?? 0) + Math.max(0, totals.get("credit-note") ?? 0));
    totals.delete("credit-note");
    bestHit.delete("credit-note");
  }
  // A credit note is built like an invoice and names one: where its title is the stronger, all that speaks for it.
  const credit = bestHit.get("credit-note")?.score ?? 0;
  if (credit >= 1.8 && credit > (bestHit.get("invoice")?.score ?? 0))
    totals.set("credit-note", (totals.get("credit-note") ?? 0) + (structure.get("invoice") ?? 0));
  const reminder = bestHit.get("statement");
  // A reminder is built like the bill that it reminds of.
  const isPlain = reminder !== undefined && reminder.score >= plainTitle;
  if (isPlain && reminds(reminder.line.folded) && reminder.score > (bestHit.get("invoice")?.score ?? 0)) {
    totals.set("statement", reminder.score + Math.max(0, structure.get("invoice") ?? 0));
    totals.set("invoice", 0);
  }
  // An amendment is written in an agreement's prose; that prose must not outvote its title.
  if ((bestHit.get("amendment")?.score ?? 0) >= 1.2)
    totals.set("agreement", (totals.get("agreement") ?? 0) - 2.5);
  // "Rates are good through June" in a document that calls itself an agreement offers nothing.
  const offered = structure.get("estimate") ?? 0;
  if ((bestHit.get("agreement")?.score ?? 0) >= 1.8 && !bestHit.has("estimate") && offered > 0) {
    totals.set("agreement", (totals.get("agreement") ?? 0) + offered);
    totals.delete("estimate");
  }
  // Rules in an offer that calls itself one are the offer's.
  if (
    (bestHit.get("estimate")?.score ?? 0) >= 1.8 &&
    (bestHit.get("agreement")?.score ?? 0) < (bestHit.get("estimate")?.score ?? 0)
  ) {
    totals.set("estimate", (totals.get("estimate") ?? 0) + Math.max(0, structure.get("agreement") ?? 0));
    totals.set("agreement", (totals.get("agreement") ?? 0) - Math.max(0, structure.get("agreement") ?? 0));
  }
  const titled = agreedTitle(bestHit);
  // Who calls a paper an order or a contract speaks of bills, taxes and accounts in it, and bills nothing by it.
  if (titled !== null && (totals.get("invoice") ?? 0) > mostOfABill && !isBill(bestHit, document))
    totals.set("invoice", mostOfABill);
  // Among all that agree or offer, a paper is what its title says, whatever else it refers to.
  if (titled !== null)
    for (const kind of agreedKinds) {
      const points = totals.get(kind) ?? 0;
      if (kind === titled || points <= 0) continue;
      totals.set(titled, (totals.get(titled) ?? 0) + points);
      totals.delete(kind);
    }
  const isRecord = isRecordFirst(bestHit, document);
  if (isRecord) for (const kind of agreedKinds) totals.delete(kind);
  const ranked = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  if (first === undefined)
    return withoutTitle(document, totals) ?? { kind: "unknown", confidence: 0.5, evidence: [] };
  const isAgreed = agreedKinds.has(first[0]);
  const alike = isAgreed ? agreedKinds : workKinds.has(first[0]) ? workKinds : null;
  const rival = alike === null ? second : ranked.find(([kind]) => !alike.has(kind));
  // A letter that quotes in an agreement's words is one of the two: what speaks for either speaks against all else.
  const strength = alike === null ? first[1] : pooled(ranked, alike);
  const margin = strength - (rival?.[1] ?? 0);
  // An agreement or a slip of a few lines has little but its title; it is told by the lack of anything else.
  const isAlone = (isAgreed || (isRecord && recordKinds.has(first[0]))) && margin >= 1;
  const floor = !isAlone ? 2.5 : isAgreed && (titled !== null || statesPrices(text)) ? 1.6 : 2;
  if (strength < floor || margin < 0.5)
    return withoutTitle(document, totals) ?? { kind: "unknown", confidence: 0.5, evidence: [] };
  const hit = bestHit.get(first[0]);
  const evidence = hit === undefined ? null : lineEvidence(document, hit.line, "invoice");
  return {
    kind: first[0],
    confidence: clamp(0.55 + 0.08 * Math.min(margin, 3) + 0.05 * Math.min(strength - 2.5, 4)),
    evidence: evidence === null ? [] : [evidence],
  };
};
