import type { LabelField } from "../labels/index.ts";
import type { IdentifierReading } from "./identifiers.ts";
import type { Site } from "./pairing.ts";
import { weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";
import type { Found } from "./spans.ts";

/** Numbers that an issuer gives its own paper. */
export const ownNumbers: ReadonlySet<LabelField> = new Set(["invoice-number", "credit-note-number"]);

/** "Fattura n. 31", "Invoice no. 118": behind a name that says "number" a short one is a number as well. */
export function fitOf(field: LabelField, { label, relation }: Site, found: Found<IdentifierReading>): number {
  const isNamed =
    ownNumbers.has(field) &&
    relation === "same-segment" &&
    found.start === 0 &&
    label.start === 0 &&
    label.segment.top < 0.5 &&
    weightOf(label, field) >= 1;
  return isNamed && /^\d{2,3}$/.test(found.reading.text)
    ? Math.max(0.75, found.reading.fit)
    : found.reading.fit;
}

const referenceFields: ReadonlySet<LabelField> = new Set(["contract-number", "quote-number", "order-number"]);

/**
 * "gemäß unserem Angebot AG-26-0417 vom 14.08.": in a sentence too a number right behind its name is that of the thing,
 * and where it opens the sentence that of the paper ("Facture 26-0187 du 30 avril, payable au plus tard le 30 mai").
 *
 * Surer where two things agree: its name, and letters or parts that a count or an amount has not. 0 for other numbers.
 */
export function referring(field: LabelField, { label, relation }: Site, start: number, text: string): number {
  const isOwn =
    ownNumbers.has(field) && label.segment.top < 0.5 && (label.start === 0 || weightOf(label, field) >= 1);
  const isMeant =
    (referenceFields.has(field) || isOwn) &&
    label.meanings[0]?.field === field &&
    relation === "same-segment" &&
    start === 0 &&
    text.length >= 4 &&
    !/^(?:19|20)\d\d$/.test(text);
  // "INV-1147" says itself what it is, wherever its name stands.
  if (
    ownNumbers.has(field) &&
    label.segment.top < 0.5 &&
    start === 0 &&
    /^(?:s?inv|invoice)[-/. ]?\d{2}/i.test(text)
  )
    return 0.75;
  if (!isMeant) return 0;
  return text.length >= 5 &&
    /\d{2}/.test(text) &&
    /^[\p{L}\d]+(?:[-/ .]?[\p{L}\d]+)+$/u.test(text) &&
    isApart(text)
    ? 0.75
    : 0.5;
}

/** Letters beside digits, parts of digits that make no date, or a leading zero: no plain figure. */
const isApart = (text: string): boolean =>
  /\p{L}.*\d|\d.*\p{L}/u.test(text) || /^\d+[-/]\d+$/.test(text) || /^0\d{3}/.test(text);

/**
 * "Issued July 1, 2026": a weak word means what it says where the value is all that follows it, at the beginning of its
 * line or in a run of names and values ("Our number 17  Dated 31 January  Please pay by 21 February").
 */
export function wholeness(site: Site, start: number, end: number, labels: LabelIndex): number {
  const { label, relation, tokens, score } = site;
  const isWhole =
    relation === "same-segment" &&
    (label.start === 0 || isInRun(label, labels)) &&
    start === 0 &&
    end === tokens.length;
  return isWhole && !label.isPlain && score < 0.8 ? Math.min(1.6 / label.place, 0.8 / score) : 1;
}

const othersPapers: ReadonlySet<LabelField> = new Set([
  "contract-number",
  "quote-number",
  "order-number",
  "preceding-invoice",
  "delivery-note",
  "work-order",
]);

/** Whether a label follows the value of another label of the issuer's own: a number, a date, no reference to a paper of somebody. */
function isInRun(label: PrintedLabel, labels: LabelIndex): boolean {
  const before = (labels.get(label.segment) ?? []).filter((other) => other.end < label.start);
  const last = before.at(-1);
  const field = last?.meanings[0]?.field;
  if (last === undefined || field === undefined || othersPapers.has(field) || before[0]?.start !== 0)
    return false;
  const value = label.segment.tokens.slice(last.end, label.start);
  return value.length <= 5 && /\d/.test(value.at(-1)?.text ?? "");
}
