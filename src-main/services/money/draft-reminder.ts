import type { MessageDraft } from "../../../src-shared/api/contract.ts";
import { findUnbackedPromises } from "../../../src-shared/assistant/index.ts";
import type { DueReminder } from "../../../src-shared/model/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { daysBetween } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { encodeMail } from "./encode-mail.ts";

/**
 * The text of a reminder, from records alone: numbers, dates and amounts of what is open.
 *
 * It threatens nothing and promises nothing; a sentence that no record backs is a defect of the template.
 */
export function draftReminder(reminder: DueReminder, seller: string | null, asOf: LocalDate): MessageDraft {
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
