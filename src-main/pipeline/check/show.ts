import { formatAmount } from "../../../src-shared/money/index.ts";
import type { DecimalText, Numeric } from "../../../src-shared/money/index.ts";
import { decimalToText } from "../../../src-shared/money/index.ts";
import type { Unit, Finding, MissingCharge } from "../../../src-shared/model/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { FindingDraft } from "./check.ts";
import type { InvoiceContext } from "./context.ts";
import { sentence, fillSentence } from "../../../src-shared/text/index.ts";
import type { Sentence, SentenceFact } from "../../../src-shared/text/index.ts";

/** An amount in a sentence: at least the digits of the invoice's currency, without its code. */
export function show(amount: Numeric, { currency }: Pick<InvoiceContext, "currency">): DecimalText {
  return currency === null ? decimalToText(amount) : formatAmount(amount, currency);
}

/** "1200.00 USD"; without the code where it could not be read. */
export function showMoney(amount: Numeric, invoice: Pick<InvoiceContext, "currency">): string {
  const shown = show(amount, invoice);
  return invoice.currency === null ? shown : `${shown} ${invoice.currency}`;
}

/** "per hour", or nothing. */
export const perUnit = (unit: Unit | null): string =>
  unit === null ? "" : unit === "each" ? " each" : ` per ${unit.replaceAll("-", " ")}`;

/** The same as words of a sentence. */
export function perWords(unit: Unit | null): SentenceFact {
  if (unit === null) return "";
  return unit === "each" ? sentence("words/each", {}) : sentence("words/per", { unit });
}

/** Wording of a line in a sentence, cut where it is long. */
export const quoteWords = (text: string): string => `“${shortWords(text)}”`;

/** The same without its marks, for sentences that quote it as their language does. */
export function shortWords(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= 60 ? plain : `${plain.slice(0, 57).trimEnd()}…`;
}

/** The days of a half-open interval as people write them: both days shown belong to it. */
export function showDays(start: LocalDate, end: LocalDate): string {
  const last = addDays(end, -1);
  return last === start ? start : `${start} to ${last}`;
}

/** The same as words of a sentence. */
export function daysWords(start: LocalDate, end: LocalDate): Sentence {
  const last = addDays(end, -1);
  return last === start
    ? sentence("words/day", { day: start })
    : sentence("words/days", { from: start, to: last });
}

/** A finding's own words: the text of the report, and what it says in any language. */
export function worded({
  message,
  proposal: { action, text },
  alternative = null,
}: Pick<FindingDraft, "message" | "proposal" | "alternative">): Pick<
  Finding,
  "message" | "said" | "proposal" | "alternative"
> {
  return {
    message: fillSentence(message),
    said: { message, proposal: text, alternative },
    proposal: { action, text: fillSentence(text) },
    alternative: alternative === null ? null : fillSentence(alternative),
  };
}

/** The same of a charge that nobody billed. */
export const missed = (said: Sentence): Pick<MissingCharge, "message" | "said"> => ({
  message: fillSentence(said),
  said,
});

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
