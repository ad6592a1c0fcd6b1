import { parseArgs } from "node:util";
import { valueOf } from "../../../../src-shared/model/index.ts";
import {
  listPayments,
  reconcileMonths,
  settleSurePayments,
} from "../../../services/money/settle-payments.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import { formatTable } from "../summary-table.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...workspaceOptions,
  "settle-sure": { type: "boolean" },
  months: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** `payments`: what movements pay; settles what is sure when told to, or prints the months and whether they add up. */
export async function payments(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  if (values.workspace === undefined) throw new UsageError("payments needs --workspace DIR.");
  return withWorkspace(values, "refuse", terminal, signal, async (program) => {
    if (values["settle-sure"] === true) {
      const settled = await settleSurePayments(program);
      if (!settled.ok) throw refuse(settled.error);
      terminal.note(`${settled.value.applied.length} settled`);
    }
    if (values.months === true) {
      const months = reconcileMonths(program);
      if (!months.ok) throw refuse(months.error);
      await terminal.print(
        values.json === true
          ? `${JSON.stringify(months.value, null, 2)}\n`
          : formatTable(
              ["month", "account", "movements", "not matched", "gap", "closed"],
              months.value.map((each) => [
                each.month,
                each.account,
                `${each.currency} ${each.movements}`,
                each.parts.unmatched,
                each.gap ?? "unknown",
                each.isClosed ? "yes" : "no",
              ]),
            ),
      );
      return months.value.every(({ unmatched }) => unmatched.length === 0)
        ? exitStatus.allClear
        : exitStatus.needsReview;
    }
    const listed = listPayments(program);
    if (!listed.ok) throw refuse(listed.error);
    const { rows, items } = listed.value;
    const numberOf = (id: string): string => items.find(({ invoiceId }) => invoiceId === id)?.number ?? id;
    await terminal.print(
      values.json === true
        ? `${JSON.stringify(listed.value, null, 2)}\n`
        : formatTable(
            ["date", "from", "amount", "state", "level", "pays"],
            rows.map(({ payment, state, settled, proposals }) => {
              const best = settled ?? proposals[0] ?? null;
              return [
                valueOf(payment.bookingDate) ?? valueOf(payment.valueDate) ?? "",
                valueOf(payment.counterparty) ?? "",
                `${valueOf(payment.currency) ?? ""} ${valueOf(payment.amount) ?? ""}`,
                state,
                best?.level ?? "",
                (best?.allocations ?? []).map(({ invoiceId }) => numberOf(invoiceId)).join(", "),
              ];
            }),
          ),
    );
    return rows.some(({ state }) => state === "unmatched" || state === "proposed")
      ? exitStatus.needsReview
      : exitStatus.allClear;
  });
}
