import { einvoiceMessages } from "./einvoice-messages.ts";
import { draftMessages } from "./draft-messages.ts";
import { draftingMessages } from "./drafting-messages.ts";
import { exportMessages } from "./export-messages.ts";
import { interfaceMessages } from "./interface-messages.ts";
import { choosePluralInEnglish, fillMessage } from "./message-format.ts";
import type { Facts, FactsOf } from "./message-format.ts";
import { modelMessages } from "./model-messages.ts";
import { pilotMessages } from "./pilot-messages.ts";
import { moneyMessages } from "./money-messages.ts";
import { problemMessages } from "./problem-messages.ts";
import { readinessMessages } from "./readiness-messages.ts";
import { readingMessages } from "./reading-messages.ts";

export {
  fillReason,
  fillSentence,
  isSameSentence,
  sentence,
  sentenceMessages,
  withoutRepeats,
} from "./sentence.ts";
export type { ReadingName, Sentence, SentenceCode, SentenceFact, SentenceLanguage } from "./sentence.ts";
export { choosePluralInEnglish, fillMessage } from "./message-format.ts";
export { unitMultiple } from "./unit-multiple.ts";
export type {
  Facts,
  FactsOf,
  Message,
  PlaceholderOf,
  PluralChoice,
  PluralMessage,
} from "./message-format.ts";

/** All messages in English, by code. Other languages are tables of the same codes. */
export const english = {
  ...problemMessages,
  ...readingMessages,
  ...einvoiceMessages,
  ...exportMessages,
  ...interfaceMessages,
  ...readinessMessages,
  ...moneyMessages,
  ...modelMessages,
  ...draftMessages,
  ...draftingMessages,
  ...pilotMessages,
} as const;

export type MessageCode = keyof typeof english;

/** The message of a code, filled; which facts it needs is part of its type. */
export function formatMessage<Code extends MessageCode>(
  code: Code,
  facts: FactsOf<(typeof english)[Code]>,
): string {
  return fillMessage(english[code], facts as Facts, choosePluralInEnglish);
}

/** Whether the catalogue knows a code. */
export const isMessageCode = (code: string): code is MessageCode => Object.hasOwn(english, code);

/** A foreseen failure: a code and its facts. */
export interface ProblemLike {
  readonly code: string;
  readonly facts?: Facts;
}

/**
 * The sentence for a foreseen failure: what happened, where, and what to do.
 *
 * `file` is the path of the document that it concerns. A code without a sentence names itself, so that
 * nothing is ever swallowed.
 */
export function sentenceFor(problem: ProblemLike, file?: string): string {
  const facts: Facts = { ...(file === undefined ? {} : { file }), ...problem.facts };
  const rule = einvoiceMessages[problem.code as `einvoice/${string}`];
  if (rule !== undefined) return fillMessage(rule, facts, choosePluralInEnglish);
  if (isMessageCode(problem.code)) return fillMessage(english[problem.code], facts, choosePluralInEnglish);
  const about = file === undefined ? "" : `“${file}”: `;
  return `${about}this did not work (${problem.code}). Save the file anew, and give it again.`;
}
