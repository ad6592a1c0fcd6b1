import type { LocalDate } from "../time/index.ts";
import { findNamedDays, isOneOf } from "./find-dates.ts";
import { withoutUnseen } from "./plain-text.ts";
import {
  commitmentWords,
  creditWords,
  denialWords,
  discountWords,
  paymentWords,
  relativeTimes,
  waiverWords,
} from "./promise-words.ts";

export type PromiseKind = "date" | "credit" | "discount" | "waiver";

/** What an approved record allows to be said. Whatever is not here must not be promised. */
export interface PromiseBacking {
  /** Days that records name: issue, due, delivery, an approved plan. */
  readonly dates: readonly LocalDate[];
  /** Kinds that an approved record grants, such as a credit note that was approved. */
  readonly granted: readonly Exclude<PromiseKind, "date">[];
}

export const noBacking: PromiseBacking = { dates: [], granted: [] };

/** A sentence that a customer would read as a promise, and that no record backs. */
export interface UnbackedPromise {
  readonly kind: PromiseKind;
  /** The sentence as it stands in the draft. */
  readonly sentence: string;
  /** The words that give it away. */
  readonly words: string;
  /** Offset of the sentence in the draft. */
  readonly start: number;
}

/**
 * Sentences of a draft that promise a date, a credit, a discount or a waiver without an approved record.
 *
 * English, German, French, Dutch, Spanish, Italian and Portuguese, all at once: nobody has to say which. It rather
 * asks once too often: a plain mention counts as well. A question and a plain denial do not; a denial beside a second
 * statement ("not this month, but you get a discount") does.
 */
export function findUnbackedPromises(draft: string, backing: PromiseBacking): readonly UnbackedPromise[] {
  const found: UnbackedPromise[] = [];
  for (const { text, start } of sentencesOf(draft)) {
    const plain = withoutUnseen(text).normalize("NFC");
    for (const [kind, words] of valueKinds) {
      if (backing.granted.includes(kind)) continue;
      const word = findStatement(plain, words);
      if (word !== null) found.push({ kind, sentence: text, words: word, start });
    }
    const day = findNamedDays(plain).find((named) => !isOneOf(named, backing.dates));
    const relative = relativeTimes.exec(plain)?.[0];
    if (day !== undefined) found.push({ kind: "date", sentence: text, words: day.text, start });
    else if (relative !== undefined && bindsInTime(plain))
      found.push({ kind: "date", sentence: text, words: relative.trim(), start });
  }
  return found;
}

const valueKinds: readonly (readonly [Exclude<PromiseKind, "date">, RegExp])[] = [
  ["credit", creditWords],
  ["discount", discountWords],
  ["waiver", waiverWords],
];

/** Waivers are often denials themselves ("we will not charge"): a denial word inside the match does not count. */
function findStatement(sentence: string, words: RegExp): string | null {
  for (const clause of clausesOf(sentence)) {
    const match = words.exec(clause);
    if (match === null) continue;
    const rest =
      clause.slice(0, match.index) +
      " ".repeat(match[0].length) +
      clause.slice(match.index + match[0].length);
    if (isQuestion(sentence)) continue;
    if (
      denialWords.test(rest) &&
      !/(?:^|\s)(?:no|not|kein\w*|nicht|sans|sin|sem|senza|zonder) (?:problem|doubt|zweifel|doute|duda)/iu.test(
        rest,
      )
    )
      continue;
    return match[0].trim();
  }
  return null;
}

/** A polite offer can be asked ("may we offer you a credit?"): such questions still promise. */
const isQuestion = (sentence: string): boolean =>
  /[?？]\s*$/.test(sentence) &&
  !/(?:may|can|could|shall|would you like|how about|dürfen|können|sollen|wäre|puis|pouvons|souhaitez|mogen|zullen|podemos|quiere|le gustaría|possiamo|vuole|gostaria).{0,40}(?:offer|give|grant|anbieten|geben|gewähren|offrir|accorder|aanbieden|ofrecer|offrire|oferecer)/iu.test(
    sentence,
  );

const bindsInTime = (sentence: string): boolean =>
  !isQuestion(sentence) && (commitmentWords.test(sentence) || paymentWords.test(sentence));

/** Parts of a sentence that can be true without one another. */
const clausesOf = (sentence: string): readonly string[] =>
  sentence.split(
    /[;:–—]|,\s+(?=\p{L}+ )|\b(?:but|however|instead|aber|sondern|jedoch|dafür|mais|cependant|maar|echter|pero|sino|ma|però|mas|porém)\b/iu,
  );

/** Sentences with their offsets. A dot after a short form or a figure does not end one. */
function sentencesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  const sentences: { text: string; start: number }[] = [];
  const ends = /(?:[.!?？。]+["'”’)]*(?=\s+\p{Lu}|\s*$)|\n+)/gu;
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== "") sentences.push({ text: raw.trim(), start: start + lead });
    start = end;
  };
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    const before = text.slice(start, end);
    if (/(?:^|\s)(?:\d{1,2}|Mr|Mrs|Ms|Dr|No|Nr|St|ca|z|B|art|Inc|Ltd|Co)\.$/u.test(before)) continue;
    push(end);
  }
  push(text.length);
  return sentences;
}
