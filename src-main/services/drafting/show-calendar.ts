import type { InputOf, OutputOf } from "../../../src-shared/api/contract.ts";
import type { ExpectedBill, Problem } from "../../../src-shared/model/index.ts";
import { ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { periodName } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { calendarDays, calendarFile, expectBills } from "../../pipeline/draft/index.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { groundOf } from "./drafting-ground.ts";
import { graceDays } from "./list-drafts.ts";

/** Bills that the agreements let expect, beside what has arrived. */
export function showCalendar(
  program: Program,
  { from, to }: InputOf<"drafts.calendar">,
): Result<OutputOf<"drafts.calendar">, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const asOf = open.value.asOf();
  const days = calendarDays(asOf);
  const bills = expectBills(
    { asOf, from: (from ?? days.from) as LocalDate, to: (to ?? days.to) as LocalDate, graceDays },
    groundOf(open.value),
  );
  return ok({ asOf, bills });
}

/** The bills that have not arrived as a file that calendar programs take in. */
export function writeCalendarFile(program: Program): Result<OutputOf<"drafts.calendar-file">, Problem> {
  const shown = showCalendar(program, {});
  if (!shown.ok) return shown;
  const { asOf, bills } = shown.value;
  return ok({ name: "billing-calendar.ics", text: calendarFile(bills, asOf as LocalDate, titleOf) });
}

function titleOf({ customer, agreement, periodStart, periodEnd, amount, currency }: ExpectedBill): string {
  const facts = {
    customer: customer ?? "?",
    agreement,
    period: periodName({ start: periodStart, end: periodEnd }),
  };
  return amount === null
    ? formatMessage("drafting/bill-title", facts)
    : formatMessage("drafting/bill-title-amount", { ...facts, amount: `${currency ?? ""} ${amount}`.trim() });
}
