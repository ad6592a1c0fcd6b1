import { parseArgs } from "node:util";
import { differenceUses, valueOf } from "../../../../src-shared/model/index.ts";
import { isDecimalText } from "../../../../src-shared/money/index.ts";
import {
  listPayments,
  reconcileMonths,
  releasePayments,
  settlePayment,
  settleSurePayments,
} from "../../../services/money/settle-payments.ts";
import type { Program } from "../../../services/program.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import { formatTable } from "../summary-table.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...workspaceOptions,
  "settle-sure": { type: "boolean" },
  months: { type: "boolean" },
  settle: { type: "string" },
  with: { type: "string", multiple: true },
  rest: { type: "string" },
  release: { type: "string", multiple: true },
  json: { type: "boolean" },
} as const;

/**
 * `payments`: what movements pay; settles what is sure when told to, or prints the months and whether they add up.
 *
 * `--settle ID --with NUMBER=AMOUNT …` splits a payment by hand; `--rest` says what becomes of what is left;
 * `--release ID` takes a settlement back.
 */
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
    if (values.settle !== undefined)
      await settleByHand(program, values.settle, values.with ?? [], values.rest, terminal);
    if (values.release !== undefined) {
      const released = await releasePayments(program, { paymentIds: values.release });
      if (!released.ok) throw refuse(released.error);
      terminal.note(`${released.value.applied.length} taken back`);
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
            ["id", "date", "from", "amount", "state", "level", "pays"],
            rows.map(({ payment, state, settled, proposals }) => {
              const best = settled ?? proposals[0] ?? null;
              return [
                payment.id,
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

/** A payment settled with shares that are given as NUMBER=AMOUNT; a number that two items bear is refused. */
async function settleByHand(
  program: Program,
  paymentId: string,
  shares: readonly string[],
  rest: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const use = differenceUses.find((each) => each === (rest ?? "none"));
  if (use === undefined) throw new UsageError(`--rest is one of: ${differenceUses.join(", ")}.`);
  if (shares.length === 0)
    throw new UsageError("--settle needs --with NUMBER=AMOUNT, once for each invoice.");
  const listed = listPayments(program);
  if (!listed.ok) throw refuse(listed.error);
  const allocations = shares.map((share) => {
    const at = share.lastIndexOf("=");
    const [number, amount] = [share.slice(0, at), share.slice(at + 1)];
    const items = listed.value.items.filter((item) => item.number === number || item.invoiceId === number);
    const [item] = items;
    if (at <= 0 || item === undefined || items.length > 1 || !isDecimalText(amount))
      throw new UsageError(
        items.length > 1
          ? `${number} is the number of ${items.length} invoices; give an id.`
          : `“${share}” names no open invoice and amount.`,
      );
    return { invoiceId: item.invoiceId, amount };
  });
  const settled = await settlePayment(program, { paymentId, level: "by-hand", allocations, use });
  if (!settled.ok) throw refuse(settled.error);
  terminal.note("1 settled");
}
