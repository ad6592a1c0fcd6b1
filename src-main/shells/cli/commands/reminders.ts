import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { outgoingLanguages } from "../../../../src-shared/model/index.ts";
import type { ShownReminder } from "../../../../src-shared/api/contract.ts";
import type { OutgoingLanguage } from "../../../../src-shared/model/index.ts";
import { listFollowUp } from "../../../services/money/follow-up.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import { formatTable } from "../summary-table.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...workspaceOptions,
  out: { type: "string" },
  calls: { type: "boolean" },
  fees: { type: "boolean" },
  retries: { type: "boolean" },
  language: { type: "string" },
  json: { type: "boolean" },
} as const;

/** `reminders`: what is late, and the reminders that are due; writes them as mail drafts when told where. */
export async function reminders(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  if (values.workspace === undefined) throw new UsageError("reminders needs --workspace DIR.");
  const language = outgoingLanguages.find((each) => each === (values.language ?? "en"));
  if (language === undefined)
    throw new UsageError(`Reminders are written in ${outgoingLanguages.join(", ")}.`);
  return withWorkspace(values, "refuse", terminal, signal, async (program) => {
    const listed = listFollowUp(program);
    if (!listed.ok) throw refuse(listed.error);
    const { reminders: due, calls, failedPayments, retrySchedule } = listed.value;
    if (values.out !== undefined) {
      const directory = resolve(values.out);
      await mkdir(directory, { recursive: true });
      const files =
        values.retries === true
          ? scheduleFile(retrySchedule)
          : due.map((each, index) => draftFile(each, index, language));
      for (const { name, text } of files) {
        await writeFile(join(directory, name), text, { flag: "wx" });
        terminal.note(name);
      }
    }
    if (values.json === true) await terminal.print(`${JSON.stringify(listed.value, null, 2)}\n`);
    else if (values.fees === true)
      await terminal.print(
        formatTable(
          ["invoice", "customer", "days late", "reading", "fee", "how"],
          listed.value.lateFees.flatMap((each) =>
            each.readings.map(({ method, amount, formula }) => [
              each.number,
              each.customer,
              String(each.daysLate),
              method,
              `${each.currency} ${amount}`,
              formula,
            ]),
          ),
        ),
      );
    else if (values.retries === true)
      await terminal.print(
        formatTable(
          ["payer", "amount", "first failed", "failures", "try again on"],
          failedPayments.map(({ payment, firstFailedOn, failures, steps }) => [
            payment.counterparty?.value ?? payment.references[0]?.value ?? payment.sourceId ?? "",
            `${payment.currency?.value ?? ""} ${payment.amount?.value ?? ""}`.trim(),
            firstFailedOn,
            String(failures),
            steps.length === 0 ? "no more: ask the payer" : steps.map(({ on }) => on).join(", "),
          ]),
        ),
      );
    else if (values.calls === true)
      await terminal.print(
        formatTable(
          ["customer", "days late", "open", "at stake"],
          calls.map((row) => [
            row.customer,
            String(row.oldestDaysLate),
            `${row.currency} ${row.open}`,
            `${row.currency} ${row.atStake}`,
          ]),
        ),
      );
    else
      await terminal.print(
        formatTable(
          ["customer", "step", "tone", "open", "invoices"],
          due.map((each) => [
            each.customer,
            String(each.step),
            each.tone,
            `${each.currency} ${each.total}`,
            each.items.map(({ number }) => number).join(", "),
          ]),
        ),
      );
    return due.length > 0 ? exitStatus.needsReview : exitStatus.allClear;
  });
}

interface TextFile {
  readonly name: string;
  readonly text: string;
}

const draftFile = (
  { customer, drafts }: ShownReminder,
  index: number,
  language: OutgoingLanguage,
): TextFile => ({
  name: `${String(index + 1).padStart(3, "0")}-${customer.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.eml`,
  text: drafts[language].eml,
});

const scheduleFile = (schedule: string | null): readonly TextFile[] =>
  schedule === null ? [] : [{ name: "retries.csv", text: schedule }];
