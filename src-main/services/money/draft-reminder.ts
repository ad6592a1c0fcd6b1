import type { MessageDraft } from "../../../src-shared/api/contract.ts";
import { findUnbackedPromises } from "../../../src-shared/assistant/index.ts";
import type { DueReminder, LateFeeProposal, OpenItem } from "../../../src-shared/model/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { daysBetween } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { encodeMail } from "./encode-mail.ts";

/**
 * The text of a reminder, from records alone: numbers, dates and amounts of what is open.
 *
 * It threatens nothing and promises nothing; a sentence that no record backs is a defect of the template.
 */
export function draftReminder(
  reminder: DueReminder,
  seller: string | null,
  asOf: LocalDate,
  /** Fees that a confirmed clause gives; only what has one reading gets into a text. */
  lateFees: readonly LateFeeProposal[] = [],
): MessageDraft {
  const { items, tone, total, currency, customer } = reminder;
  const list = items.map((item) =>
    formatMessage("reminder/line", {
      number: item.number,
      issued: item.issueDate,
      due: item.dueDate ?? "",
      late: item.dueDate === null ? 0 : daysBetween(item.dueDate, asOf),
      open: `${item.currency} ${item.open}`,
    }),
  );
  const subject = formatMessage(`reminder/subject-${tone}`, {
    numbers: items.map((item) => item.number).join(", "),
  });
  const body = [
    formatMessage("reminder/greeting", { customer }),
    formatMessage(`reminder/opening-${tone}`, { count: items.length }),
    list.join("\n"),
    formatMessage("reminder/total", { total: `${currency} ${total}` }),
    ...feeLines(items, lateFees),
    formatMessage(`reminder/closing-${tone}`, {}),
    formatMessage("reminder/signature", { seller: seller ?? "" }),
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

const feeLines = (items: readonly OpenItem[], lateFees: readonly LateFeeProposal[]): readonly string[] =>
  items.flatMap(({ invoiceId, number, currency }) => {
    const found = lateFees.find((each) => each.invoiceId === invoiceId);
    const [only, second] = found?.readings ?? [];
    return found === undefined || only === undefined || second !== undefined
      ? []
      : [
          formatMessage("reminder/late-fee", {
            number,
            fee: `${currency} ${only.amount}`,
            formula: only.formula,
            clause: found.clause,
          }),
        ];
  });
