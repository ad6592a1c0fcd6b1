import type { Message, MessageCode } from "../../src-shared/text/index.ts";
import type { exportMessages } from "../../src-shared/text/export-messages.ts";
import type { moneyMessages } from "../../src-shared/text/money-messages.ts";
import type { problemMessages } from "../../src-shared/text/problem-messages.ts";
import type { readinessMessages } from "../../src-shared/text/readiness-messages.ts";
import type { readingMessages } from "../../src-shared/text/reading-messages.ts";

/** Labels of steps in another language; complete by its type. */
export type StepWords = Readonly<Record<Extract<MessageCode, `step/${string}`>, Message>>;

/** Sentences of what could not be done or read, in another language; complete by its type. */
export type ProblemWords = Readonly<
  Record<keyof typeof problemMessages | keyof typeof readingMessages, string>
>;

/** Questions that agreements leave open, in another language; complete by its type. */
export type ReadinessWords = Readonly<Record<keyof typeof readinessMessages, string>>;

/** Why an invoice stays out of a file, and what to know about one that goes; complete by its type. */
export type HandoffWords = Readonly<Record<keyof typeof exportMessages, string>>;

/** Reasons for what a payment may be for, in another language; complete by its type. */
export type MoneyWords = Readonly<Record<Extract<keyof typeof moneyMessages, ReasonToSettle>, Message>>;

type ReasonToSettle =
  `settle/${"amount" | "number" | "payer" | "account" | "others" | "too-much" | "agreed" | "within" | "part" | "other-currency"}${string}`;
