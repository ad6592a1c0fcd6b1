import type { Message, MessageCode } from "../../src-shared/text/index.ts";
import type { problemMessages } from "../../src-shared/text/problem-messages.ts";
import type { readingMessages } from "../../src-shared/text/reading-messages.ts";

/** Labels of steps in another language; complete by its type. */
export type StepWords = Readonly<Record<Extract<MessageCode, `step/${string}`>, Message>>;

/** Sentences of what could not be done or read, in another language; complete by its type. */
export type ProblemWords = Readonly<
  Record<keyof typeof problemMessages | keyof typeof readingMessages, string>
>;
