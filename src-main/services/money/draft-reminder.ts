import type { MessageDraft } from "../../../src-shared/api/contract.ts";
import { outgoingLanguages } from "../../../src-shared/model/index.ts";
import { findUnbackedPromises } from "../../../src-shared/assistant/index.ts";
import type {
  DueReminder,
  LateFeeProposal,
  OpenItem,
  OutgoingLanguage,
} from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { daysBetween } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { paperWords, showAmount, showDay } from "../../pipeline/export/index.ts";
import { encodeMail } from "./encode-mail.ts";
import { reminderWords } from "./reminder-words.ts";

/** What a reminder is written from, besides what is due. */
export interface ReminderFacts {
  /** Who writes; `null` where that is not known. */
  readonly seller: string | null;
  readonly asOf: LocalDate;
  /** Fees that a confirmed clause gives; only what has one reading gets into a text. */
  readonly lateFees: readonly LateFeeProposal[];
}

/** A reminder in every language that drafts are written in. */
export const draftReminders = (
  reminder: DueReminder,
  facts: ReminderFacts,
): Readonly<Record<OutgoingLanguage, MessageDraft>> =>
  Object.fromEntries(
    outgoingLanguages.map((language) => [language, draftReminder(reminder, facts, language)]),
  ) as Readonly<Record<OutgoingLanguage, MessageDraft>>;

/**
 * The text of a reminder, from records alone: numbers, dates and amounts of what is open.
 *
 * It threatens nothing and promises nothing; a sentence that no record backs is a defect of the template.
 */
function draftReminder(
  { items, tone, total, currency, customer }: DueReminder,
  { seller, asOf, lateFees }: ReminderFacts,
  language: OutgoingLanguage,
): MessageDraft {
  const words = reminderWords[language];
  const day = (date: LocalDate): string => showDay(date, paperWords[language], language);
  const money = (amount: DecimalText, of: string): string => moneyIn(language, amount, of);
  const list = items.map((item) =>
    words.line({
      number: item.number,
      issued: day(item.issueDate),
      due: item.dueDate === null ? "" : day(item.dueDate),
      days: item.dueDate === null ? 0 : daysBetween(item.dueDate, asOf),
      open: money(item.open, item.currency),
    }),
  );
  const subject = words.subject[tone](items.map((item) => item.number).join(", "));
  const fees = items.flatMap((item) => {
    const fee = soleFeeOf(item, lateFees);
    return fee === null
      ? []
      : [words.lateFee(item.number, fee.clause, fee.formula, money(fee.amount, item.currency))];
  });
  const [one, several] = words.opening[tone];
  const body = [
    words.greeting(customer),
    items.length === 1 ? one : several,
    list.join("\n"),
    words.total(money(total, currency)),
    ...fees,
    words.closing[tone],
    `${words.signature}\n${seller ?? ""}`,
  ].join("\n\n");
  const dates = items.flatMap((item) => [item.issueDate, ...(item.dueDate === null ? [] : [item.dueDate])]);
  const unbacked = findUnbackedPromises(body, { dates, granted: [] });
  return {
    to: null,
    subject,
    body,
    eml: encodeMail({ to: null, subject, body }),
    unbacked: unbacked.map(({ sentence }) => sentence),
  };
}

/** "EUR 1,234.50" in English, "1.234,50 EUR" elsewhere: the code of a currency is the same for every reader. */
function moneyIn(language: OutgoingLanguage, amount: DecimalText, currency: string): string {
  const shown = showAmount(amount, currency, paperWords[language]);
  return language === "en" ? `${currency} ${shown}` : `${shown} ${currency}`;
}

function soleFeeOf(
  { invoiceId }: OpenItem,
  lateFees: readonly LateFeeProposal[],
): { readonly clause: string; readonly formula: string; readonly amount: DecimalText } | null {
  const found = lateFees.find((each) => each.invoiceId === invoiceId);
  const [only, second] = found?.readings ?? [];
  return found === undefined || only === undefined || second !== undefined
    ? null
    : { clause: found.clause, formula: only.formula, amount: only.amount };
}
