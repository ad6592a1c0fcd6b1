import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { DraftRequest, ShownDraft } from "../../../../src-shared/api/contract.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import type { Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { addDays, isLocalDate, periodName } from "../../../../src-shared/time/index.ts";
import { keepDraft, writeDraftPage } from "../../../services/drafting/keep-draft.ts";
import { listDrafts } from "../../../services/drafting/list-drafts.ts";
import { showCalendar, writeCalendarFile } from "../../../services/drafting/show-calendar.ts";
import { showDrafts } from "../../../services/drafting/show-drafts.ts";
import type { CallContext, Program } from "../../../services/program.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import { formatTable } from "../summary-table.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...workspaceOptions,
  agreement: { type: "string" },
  invoice: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  number: { type: "string" },
  issued: { type: "string" },
  order: { type: "string" },
  tax: { type: "string" },
  language: { type: "string" },
  progress: { type: "string", multiple: true },
  quantity: { type: "string", multiple: true },
  done: { type: "string", multiple: true },
  ics: { type: "string" },
  out: { type: "string" },
  draft: { type: "string" },
  "despite-gaps": { type: "boolean" },
  json: { type: "boolean" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** `draft`: lists the drafts that are worth a look, shows one with its proofs and gaps, or the calendar of bills. */
export async function draft(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const [verb = "list"] = positionals;
  if (values.workspace === undefined) throw new UsageError("draft needs --workspace DIR.");
  if (!["list", "show", "page", "keep", "calendar"].includes(verb))
    throw new UsageError(`There is no “draft ${verb}”. There are list, show, page, keep and calendar.`);
  return withWorkspace(values, "refuse", terminal, signal, async (program, _, call) => {
    if (verb === "page") return writePage(program, values, terminal);
    if (verb === "keep") return keep(program, values, terminal, call);
    if (verb === "calendar") return printCalendar(program, values, terminal);
    if (verb === "show") return printDrafts(program, values, terminal);
    return printList(program, values, terminal);
  });
}

function must<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw refuse(result.error);
  return result.value;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function printList(program: Program, values: Values, terminal: Terminal): Promise<ExitStatus> {
  const { rows } = must(listDrafts(program));
  await terminal.print(
    values.json === true
      ? json(rows)
      : formatTable(
          ["draft", "made from", "customer", "days", "lines", "net", "open questions"],
          rows.map((row) => [
            row.key,
            row.source,
            row.customer ?? "?",
            row.periodStart === null || row.periodEnd === null
              ? ""
              : periodName({ start: row.periodStart as never, end: row.periodEnd as never }),
            String(row.lines),
            row.net === null ? "" : `${row.currency ?? ""} ${row.net}`.trim(),
            String(row.openGaps),
          ]),
        ),
  );
  return rows.length > 0 ? exitStatus.needsReview : exitStatus.allClear;
}

async function printCalendar(program: Program, values: Values, terminal: Terminal): Promise<ExitStatus> {
  if (values.ics !== undefined) {
    await writeFile(values.ics, must(writeCalendarFile(program)).text, { flag: "wx" });
    terminal.note(values.ics);
  }
  const { bills } = must(
    showCalendar(program, {
      ...(values.from !== undefined && { from: day(values.from, "--from") }),
      ...(values.to !== undefined && { to: day(values.to, "--to") }),
    }),
  );
  await terminal.print(
    values.json === true
      ? json(bills)
      : formatTable(
          ["due on", "customer", "agreement", "days", "amount", "state", "missing"],
          bills.map((bill) => [
            bill.dueOn,
            bill.customer ?? "?",
            bill.agreement,
            periodName({ start: bill.periodStart, end: bill.periodEnd }),
            bill.amount === null
              ? bill.isMetered
                ? "by use"
                : "?"
              : `${bill.currency ?? ""} ${bill.amount}`.trim(),
            bill.state,
            bill.state === "arrived" ? "" : bill.missing.join(", "),
          ]),
        ),
  );
  return bills.some(({ state }) => state === "late" || state === "partly-arrived")
    ? exitStatus.needsReview
    : exitStatus.allClear;
}

async function printDrafts(program: Program, values: Values, terminal: Terminal): Promise<ExitStatus> {
  const { drafts } = must(showDrafts(program, { order: requestOf(program, values) }));
  await terminal.print(values.json === true ? json(drafts) : drafts.map(formatDraft).join("\n"));
  return drafts.every(({ gaps, objections }) => objections.length === 0 && !gaps.some(({ isOpen }) => isOpen))
    ? exitStatus.allClear
    : exitStatus.needsReview;
}

async function writePage(program: Program, values: Values, terminal: Terminal): Promise<ExitStatus> {
  if (values.out === undefined) throw new UsageError("draft page needs --out FILE.");
  const page = must(await writeDraftPage(program, { order: requestOf(program, values), ...draftOf(values) }));
  await writeFile(values.out, Buffer.from(page.base64, "base64"), { flag: "wx" });
  terminal.note(values.out);
  return exitStatus.allClear;
}

async function keep(
  program: Program,
  values: Values,
  terminal: Terminal,
  call: CallContext,
): Promise<ExitStatus> {
  const kept = must(
    await keepDraft(
      program,
      { order: requestOf(program, values), ...draftOf(values), despiteGaps: values["despite-gaps"] === true },
      call,
    ),
  );
  await terminal.print(values.json === true ? json(kept) : `${kept.number} is kept as ${kept.documentId}\n`);
  return exitStatus.allClear;
}

/** Which of several drafts of one order is meant. */
const draftOf = ({ draft: draftId }: Values): { readonly draftId?: string } =>
  draftId === undefined ? {} : { draftId };

/** What the options ask for: an agreement by number or id with its days, an invoice by number or id, or a listed draft. */
export function requestOf(program: Program, values: Values): DraftRequest {
  const answers = {
    ...(values.number !== undefined && { number: values.number }),
    ...(values.issued !== undefined && { issueDate: day(values.issued, "--issued") }),
    ...(values.order !== undefined && { orderReference: values.order }),
    ...(values.tax !== undefined && { taxRate: values.tax }),
    ...(values.progress !== undefined && { progress: pairs(values.progress, "--progress") }),
    ...(values.quantity !== undefined && { quantities: pairs(values.quantity, "--quantity") }),
    ...(values.done !== undefined && { completed: values.done }),
  };
  const more = { answers, ...languageOf(values.language) };
  const review = program.workspace?.review();
  if (values.invoice !== undefined) {
    const found = review?.nouns.invoices.find(
      ({ id, number }) => id === values.invoice || valueOf(number) === values.invoice,
    );
    if (found === undefined)
      throw new UsageError(`There is no invoice “${values.invoice}” in this workspace.`);
    return { invoiceId: found.id, ...more };
  }
  if (values.agreement === undefined || values.from === undefined || values.to === undefined)
    throw new UsageError(
      "draft show needs --invoice NUMBER, or --agreement NUMBER with --from and --to (the last day).",
    );
  const agreement = review?.nouns.agreements.find(
    ({ id, number }) => id === values.agreement || number === values.agreement,
  );
  if (agreement === undefined)
    throw new UsageError(`There is no agreement “${values.agreement}” in this workspace.`);
  return {
    agreementId: agreement.id,
    from: day(values.from, "--from"),
    // People name the last day; inside, the end is the day after it.
    to: addDays(day(values.to, "--to"), 1),
    ...more,
  };
}

function languageOf(text: string | undefined): Pick<DraftRequest, "language"> {
  if (text === undefined) return {};
  if (text !== "en" && text !== "de" && text !== "fr") throw new UsageError("--language is en, de or fr.");
  return { language: text };
}

function day(text: string, option: string): ReturnType<typeof addDays> {
  if (!isLocalDate(text)) throw new UsageError(`${option} is a day such as 2026-11-30.`);
  return text;
}

function pairs(texts: readonly string[], option: string): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.lastIndexOf("=");
      if (at < 1) throw new UsageError(`${option} is ITEM=NUMBER.`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function formatDraft({
  delivery,
  id,
  source,
  customer,
  agreement,
  invoice,
  gaps,
  proofs,
  objections,
  nextNumber,
}: ShownDraft): string {
  const currency = valueOf(invoice.currency) ?? "";
  const rows = invoice.lines.map((line) => [
    line.id,
    line.description,
    [valueOf(line.quantity), valueOf(line.unit)].filter((part) => part !== null).join(" "),
    valueOf(line.unitPrice) ?? "",
    valueOf(line.net) ?? "?",
    proofs.find(({ lineId }) => lineId === line.id)?.formula ?? "",
  ]);
  const total = (name: string, value: string | null): readonly string[] =>
    value === null ? [] : [`  ${name}: ${currency} ${value}`];
  return [
    `${id} (${source}), ${customer ?? "?"}, ${agreement ?? "no agreement"}`,
    `  number: ${valueOf(invoice.number) ?? (nextNumber === null ? "none yet" : `${nextNumber} is next`)}, issued ${valueOf(invoice.issueDate) ?? "?"}, due ${valueOf(invoice.dueDate) ?? "?"}`,
    ...(rows.length === 0
      ? ["  nothing to bill"]
      : [formatTable(["line", "description", "quantity", "price", "net", "how"], rows).trimEnd()]),
    ...invoice.allowanceCharges.map(
      ({ kind, reason, amount }) =>
        `  ${kind === "allowance" ? "less" : "plus"} ${reason ?? kind}: ${currency} ${amount.value ?? "?"}`,
    ),
    ...total("net", valueOf(invoice.net)),
    ...total("tax", valueOf(invoice.tax)),
    ...total("gross", valueOf(invoice.gross)),
    ...total("kept back", valueOf(invoice.retention)),
    ...total("payable", valueOf(invoice.payable)),
    ...(delivery.length === 0 ? [] : [`  what changed: ${delivery.map(({ message }) => message).join(" ")}`]),
    ...gaps.map(({ isOpen, message }) => `  ${isOpen ? "open" : "note"}: ${message}`),
    ...objections.map(({ message }) => `  check: ${message}`),
    "",
  ].join("\n");
}
