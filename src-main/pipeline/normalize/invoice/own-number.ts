import type { Field } from "../../../../src-shared/model/index.ts";
import { isTitleOfBill } from "../kind/title-lines.ts";
import type { LabelField } from "../labels/index.ts";
import { foldText } from "../values/index.ts";
import { fieldOfNumber } from "./head-values.ts";
import { identifierAt, ownNumberFit } from "./identifiers.ts";
import { leastOf } from "./layout.ts";
import type { Row, Segment, Token } from "./layout.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { Survey } from "./survey.ts";
import { overlapInX } from "./token.ts";

/** A word for "number", alone or behind the name of a paper. */
const numberWord = /^(?:n|no|nr|num|nbr|number|nummer|numero|n[°ºo]|#)[.:°º]*$/;
/** Words of a name before it at most. */
const mostWords = 3;
/** How far down a page its own number stands. */
const headEnd = 0.6;
/** Points of a number behind a word for "number", and of one that closes a title. */
const numbered = 0.5;
const titled = 0.4;

/** Things and people that have numbers of their own, and are no papers. */
const ofOther =
  /\b(?:account|acct|customer|client|member|guest|patient|tenant|vendor|supplier|employee|order|contract|lease|policy|claim|case|file|project|job|work|ticket|delivery|waybill|shipment|container|truck|vehicle|room|table|unit|suite|floor|flat|lot|plot|meter|licen[cs]e|reg|registration|register|company|companies|charity|tel|phone|fax|mobile|vat|gst|tax|abn|ein|bank|sort|routing|check|cheque|card|page|part|item|line|article|serial|model|kunde[n]?|vertrag[s]?|auftrag[s]?|konto|steuer|zahler|zimmer|lieferant(?:en)?|client|compte|contrat|commande|dossier|compteur|klant|rekening|order|opdracht|cliente|cuenta|pedido|contrato|expediente|contador|conto|ordine|contratto|pratica|conta|encomenda|processo)\b/;

/**
 * The number of a paper that calls itself something unknown: "Notice no. RN-210", "No: 10422", "Request for payment HB-7".
 * Only where one such number stands in the head of the first page; `null` otherwise.
 */
export function ownNumber(survey: Survey): Field<string> | null {
  const [page] = survey.layout.pages;
  const firstItem = leastOf([...survey.itemRows]);
  const head = (page?.rows ?? []).filter(({ top, index }) => top < headEnd && index < firstItem);
  const behindWord = head.flatMap(({ segments }) => segments.flatMap((one) => numberBehindWord(one, survey)));
  const found =
    behindWord.length > 0
      ? behindWord
      : head.flatMap(({ segments }) => segments.flatMap((one) => numberOfTitle(one, survey)));
  const references = found.length > 0 ? found : bareReferences(survey);
  const [only, ...more] = references.length > 0 ? references : loneNumbers(head, survey);
  if (only === undefined || more.some(({ text }) => text !== only.text)) return null;
  return fieldOfNumber(survey.document, only.text, only.tokens, behindWord.length > 0 ? numbered : titled);
}

/** What "Reference" and no more announces on a paper without another number is the paper's own, or the writer's own sign. */
function bareReferences({ head: { numbers } }: Survey): readonly OwnNumber[] {
  const under = (field: LabelField, isOwn: (phrase: string) => boolean): readonly OwnNumber[] =>
    (numbers.get(field) ?? [])
      .filter(
        ({ site, reading, score }) =>
          score >= 0.4 && isOwn(site?.label.phrase ?? "") && /\d{2}/.test(reading),
      )
      .map(({ reading, tokens }) => ({ text: reading, tokens }));
  const bare = under("buyer-reference", (phrase) => bareReference.test(phrase));
  const ofCase = bare.length > 0 ? bare : under("seller-order", (phrase) => phrase.startsWith("vorgang"));
  return ofCase.length > 0 ? ofCase : under("contact", isOwnReference);
}

const bareReference =
  /^(?:reference|ref|referenz|referentie|referencia|riferimento|rif)(?: (?:no|nr|number|id))?$/;

/** Whether a label announces the sign that the writer knows the matter by: "Our reference", "Unser Zeichen". */
export const isOwnReference = (phrase: string): boolean =>
  /^(?:our ref|our reference|unser zeichen|unsere referenz|notre reference|nos references|n ref|n reference|ons kenmerk|onze referentie|nuestra referencia|ns rif|ns riferimento|nostro riferimento|n referencia)$/.test(
    phrase,
  );

/** Letters and digits in parts, three digits or more in one of them: no postcode and no word of a product. */
const partedNumber = /^(?=.*\d{3})(?=.*[A-Z])[A-Z\d]+(?:[-/][A-Z\d]+)+$/;

/** A number that stands by itself right above or below a day of the paper or its title, in the same block. */
function loneNumbers(
  head: readonly Row[],
  { head: { numbers }, labels, signs }: Survey,
): readonly OwnNumber[] {
  const claimed = new Set(
    [...numbers.values()].flatMap((all) =>
      all.filter(({ score }) => score >= 0.25).flatMap((one) => one.tokens),
    ),
  );
  const isHeadOfPaper = (segment: Segment): boolean =>
    isTitleOfBill(foldText(segment.text)) ||
    (labels.get(segment) ?? []).some(
      ({ start, meanings }) => start === 0 && /^(?:issue|due)-date$/.test(meanings[0]?.field ?? ""),
    );
  return head.flatMap(({ segments }, at) =>
    segments.flatMap((segment) => {
      const [token, ...others] = segment.tokens;
      if (token === undefined || others.length > 0 || !partedNumber.test(token.text) || claimed.has(token))
        return [];
      const beside = [head[at - 1], head[at + 1]].flatMap((row) => row?.segments ?? []);
      const isInBlock = beside.some((other) => overlapInX(other, segment) > 0 && isHeadOfPaper(other));
      return isInBlock ? readAt([token], signs) : [];
    }),
  );
}

interface OwnNumber {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Whether a label of the segment begins it: what that announces is known to be something else. */
const opensWithLabel = (segment: Segment, labels: LabelIndex, end: number): boolean =>
  (labels.get(segment) ?? []).some(({ start, meanings }) => start < end && meanings[0]?.field !== "buyer");

function numberBehindWord(segment: Segment, { labels, signs }: Survey): readonly OwnNumber[] {
  const at = segment.tokens.findIndex(({ text }) => numberWord.test(foldText(text)));
  if (at < 0 || at > mostWords) return [];
  const name = segment.tokens.slice(0, at);
  const isName = name.every(({ text }) => /^\p{L}[\p{L}'’-]*$/u.test(text));
  if (!isName || ofOther.test(foldText(name.map(({ text }) => text).join(" ")))) return [];
  if (name.length > 0 && opensWithLabel(segment, labels, at + 1)) return [];
  const rest = segment.tokens.slice(at + 1);
  return readAt(/^[:.]$/.test(rest[0]?.text ?? "") ? rest.slice(1) : rest, signs);
}

/** A line in the head with nothing but words that begin large and a number at its end, with letters or a mark in it. */
function numberOfTitle(segment: Segment, { labels, signs }: Survey): readonly OwnNumber[] {
  const last = segment.tokens.at(-1);
  const words = segment.tokens.slice(0, -1);
  const isTitle =
    last !== undefined &&
    words.length > 0 &&
    words.length <= mostWords + 1 &&
    words.every(({ text }) => /^\p{L}+$/u.test(text)) &&
    /^\p{Lu}/u.test(segment.text) &&
    /^(?=.*\d)[A-Z\d]+[-/][A-Z\d/-]+$/.test(last.text);
  if (!isTitle || ofOther.test(foldText(segment.text)) || opensWithLabel(segment, labels, 1)) return [];
  return readAt([last], signs);
}

function readAt(tokens: readonly Token[], { conventions }: Survey["signs"]): readonly OwnNumber[] {
  const found = identifierAt(tokens, conventions);
  if (found === null || found.reading.fit < 0.7 || ownNumberFit(found.reading.text) < 1) return [];
  return [{ text: found.reading.text, tokens: found.tokens }];
}
