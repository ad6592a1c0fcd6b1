import { extraWorkNumbersIn, readsLikeExtraWork } from "../../../../../src-shared/wording/index.ts";
import type { Agreement, FixedFeeValue } from "../../../../../src-shared/model/index.ts";
import { decimalToText, withoutTrailingZeros } from "../../../../../src-shared/money/index.ts";
import { foldText } from "../../values/fold.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { isSubjectLine, mailSubjectOf } from "../header/mail-subject.ts";
import { words } from "../lexicon/invoice-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal, MoneyLiteral } from "../literals/literal.ts";
import type { Line } from "../structure/outline.ts";

/** Terms that a sum of money can be read as. */
const priceTypes: ReadonlySet<string> = new Set([
  "fixed-fee",
  "surcharge",
  "included",
  "overage",
  "rate",
  "cap",
]);

/** What a change is called and counted by, without what it is for; folded. */
const label = words(
  "(?:site |variation |change |extra |additional )*(?:instructions?|orders?|requests?|variations?|changes?|quotes?|quotations?|work|works|extras?|extra|additional|nachtrag|avenant|contract|agreement|job)|no\\.?|nr\\.?|for|to|of|the|and|[\\p{L}]{0,4}[-./ ]?\\d[\\p{L}\\d./-]*",
  "gu",
);

/** Words that ask, answer and tie, and name no work; folded. */
const answering = words(
  "(?:hi|hello|dear|hey) \\p{L}+|thanks?(?: you)?|yes|ok(?:ay)?|fine|agreed|approved?|accept(?:ed|s)?|confirm(?:ed|s)?|we|i|you|is|are|was|has been|that|this|as (?:discussed|agreed|quoted|per \\p{L}+)(?: on site| \\p{L}+ \\p{L}+)?|please|go ahead|proceed|carry out|with|happy to|can you|do|the|for|at|of|in the (?:amount|sum) of|price|value|cost|total|lump sum|net|plus|ex|excl\\.?|excluding|inc\\.?|incl\\.?|including|vat|gst|hst|tax|add(?: to the contract)?|to proceed",
);
const filler = `${answering.source}|[\\s,;:.?()–—-]+`;
const leading = new RegExp(`^(?:${filler})`, "u");
const trailing = new RegExp(`(?:${filler})$`, "u");
/** Fillers in a row that are cut, at most. */
const mostFillers = 40;

/** A message that agrees an extra, as a change of the agreement. */
export interface AgreedExtra {
  readonly head: Pick<Agreement, "rank" | "title" | "number" | "references">;
  readonly candidates: readonly Candidate[];
  /** The sum, wherever it is said. */
  readonly consumed: readonly Literal[];
}

/**
 * A message that says yes to an extra: a change of the agreement under the number of the change, if it has one. What
 * stands beside it as the number of an agreement is what it changes.
 *
 * Its one price is whatever frames made of its sum ("Variation 1, extra sockets: fine, go ahead at $1,480"): agreed
 * once for what the subject and the sentence name. Several sums, or prices by a unit, stay what they were read as.
 *
 * @returns `null` where the message speaks of no extra
 */
export function agreedExtra(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
  lines: readonly Line[],
  header: Pick<Agreement, "title" | "number" | "references">,
): AgreedExtra | null {
  const subject = mailSubjectOf(lines) ?? header.title;
  const told = soleSum(readings);
  // An offer that is accepted by its number is a paper of its own, whatever it is for; a rule on extras in it is none.
  const isOffer = header.references.some(({ relation }) => relation === "accepts");
  if (isOffer || !(readsLikeExtraWork(subject ?? "") || readsLikeExtraWork(told?.reading.text ?? "")))
    return null;
  const [change] = extraWorkNumbersIn(subject ?? "");
  const references = header.references.filter(({ number }) => change === undefined || number !== change);
  const isAnothers = references.some(({ number }) => number === header.number);
  const head = {
    rank: "change-order",
    title: subject,
    number: change ?? (isAnothers ? null : header.number),
    references,
  } as const;
  const item = told === null ? null : itemOf(told.reading, told.sum, readings, subject);
  if (told === null || item === null) return { head, candidates, consumed: [] };
  const { unit } = told.reading;
  const value: FixedFeeValue = { item, amount: told.sum.value, per: "once", timing: null };
  const fee: Candidate<"fixed-fee"> = {
    type: "fixed-fee",
    key: `fee|${item.toLowerCase()}|once`,
    value,
    from: null,
    to: null,
    confidence: 0.8,
    parts: [{ prepared: unit.prepared, start: unit.start, end: unit.end }],
    order: unit.order,
    clause: unit.clause,
  };
  return {
    head,
    candidates: [...candidates.filter(({ type }) => !priceTypes.has(type)), fee],
    consumed: readings.flatMap(({ literals }) => literals.filter(isMoney)),
  };
}

/** The sum that is said, and the fullest sentence that says it; `null` where there are others, or prices by a unit. */
function soleSum(
  readings: readonly Reading[],
): { readonly reading: Reading; readonly sum: MoneyLiteral } | null {
  const said = readings.flatMap((reading) =>
    reading.literals.filter(isMoney).map((sum) => ({ reading, sum })),
  );
  const [first] = said;
  const isSole = said.every(
    ({ sum }) =>
      sum.per.length === 0 &&
      sum.bound === null &&
      sum.rangeWith === null &&
      keyOf(sum) === keyOf(first?.sum ?? sum),
  );
  return first === undefined || !isSole
    ? null
    : said.reduce((best, one) => (one.reading.text.length > best.reading.text.length ? one : best), first);
}

const keyOf = ({ value }: MoneyLiteral): string => decimalToText(withoutTrailingZeros(value));

/** What the subject names, and else, or where it is no more than a number, what the sentence does beside its sum. */
function itemOf(
  reading: Reading,
  sum: MoneyLiteral,
  readings: readonly Reading[],
  title: string | null,
): string | null {
  const subject = title ?? "";
  const { text, folded } = reading;
  const own = [
    trimmed(text.slice(0, sum.start), folded.slice(0, sum.start)),
    trimmed(text.slice(sum.end), folded.slice(sum.end)),
  ];
  // "Please do the skirting. £420 agreed.": the sentence before the sum says what it is for.
  const before = readings[readings.indexOf(reading) - 1];
  const parts =
    own.some((part) => /\p{L}{3}/u.test(part)) || before === undefined || isSubjectLine(before.text)
      ? own
      : [trimmed(before.text, before.folded)];
  const sentence = parts.filter((part) => /\p{L}{3}/u.test(part)).join(", ");
  // "Variation 4", "Change order no. 2": a number and no work; the sentence may say it again.
  const isTelling = readsLikeExtraWork(subject) && /\p{L}{3}/u.test(foldText(subject).replace(label, " "));
  const isRepeated = foldText(sentence).startsWith(foldText(subject));
  const item = isTelling
    ? subject
    : [isRepeated ? "" : subject, sentence].filter((part) => part !== "").join(" – ");
  return /\p{L}{3}/u.test(item) ? item.slice(0, 120) : null;
}

/** Folded and printed words run in parallel: what is trimmed of the one is cut from the other. */
function trimmed(text: string, folded: string): string {
  let [start, end] = [0, folded.length];
  for (let step = 0; step < mostFillers && start < end; step += 1) {
    const rest = folded.slice(start, end);
    const [head, tail] = [leading.exec(rest)?.[0].length ?? 0, trailing.exec(rest)?.[0].length ?? 0];
    if (head + tail === 0) break;
    start += head;
    if (head === 0) end -= tail;
  }
  return text.slice(start, end).trim();
}
