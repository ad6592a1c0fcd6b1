import type { DrillDefect, Invoice, InvoiceId, Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import type { DrillCase, InputOf, OutputOf } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { checkDocuments } from "../check-documents.ts";
import { collectApprovals } from "../compute-review.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";
import { defects } from "./plant-defects.ts";

/** Numbers from a seed: the same seed gives the same drill. Source: mulberry32. */
function createDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One planted defect: the invoice as it is, and its faulty copy. */
interface Planted {
  readonly kind: string;
  readonly original: Invoice;
  readonly faulty: Invoice;
}

/** Each kind of defect in one invoice of the workspace, chosen by the seed among the cleanest that can bear it. */
function plantAll(workspace: OpenWorkspace, seed: number): readonly Planted[] {
  const dice = createDice(seed);
  const { nouns, checkedById } = workspace.review();
  const findings = (invoice: Invoice): number => checkedById.get(invoice.id)?.findings.length ?? 0;
  const least = Math.min(...nouns.invoices.map(findings));
  const clean = nouns.invoices.filter((invoice) => findings(invoice) <= least + 1);
  return defects.flatMap(({ kind, plant }) => {
    const able = clean.flatMap((original) => {
      const faulty = plant(original);
      return faulty === null ? [] : [{ kind, original, faulty }];
    });
    const chosen = able[Math.floor(dice() * able.length)];
    return chosen === undefined ? [] : [chosen];
  });
}

/**
 * Plants defects into copies of real invoices and lets the checks look at them.
 *
 * Nothing of it enters the workspace but the result: which kinds were caught, and by which checks.
 */
export async function runDrill(
  program: Program,
  { seed }: InputOf<"pilot.drill">,
  call: CallContext,
): Promise<Result<OutputOf<"pilot.drill">, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const planted = plantAll(workspace, seed);
  if (planted.length === 0) return err({ code: "pilot/no-invoices" });
  const results: DrillDefect[] = [];
  for (const [index, { kind, original, faulty }] of planted.entries()) {
    call.signal.throwIfAborted();
    call.report("check", kind, index, planted.length);
    const before = new Set(
      workspace
        .review()
        .checkedById.get(original.id)
        ?.findings.map(({ check, message }) => `${check} ${message}`),
    );
    const after = checkWith(program, workspace, faulty).filter(
      ({ check, message }) => !before.has(`${check} ${message}`),
    );
    const by = [...new Set(after.filter(({ severity }) => severity !== "info").map(({ check }) => check))];
    results.push({ kind, invoiceId: original.id, caught: by.length > 0, by });
  }
  const kept = await workspace.inTurn(() =>
    workspace.keep({
      label: formatMessage("step/drill", {}),
      actor: program.person,
      actions: [{ type: "pilot-recorded", entry: { type: "drill", seed, defects: results } }],
    }),
  );
  if (!kept.ok) return kept;
  program.emit({ type: "workspace-changed", topics: ["pilot"] });
  return ok({ seed, defects: results });
}

function checkWith(program: Program, workspace: OpenWorkspace, faulty: Invoice) {
  const { documents, nouns } = workspace.review();
  const invoices = nouns.invoices.map((invoice) => (invoice.id === faulty.id ? faulty : invoice));
  const fold = workspace.fold();
  const { assignments, verdicts } = fold;
  const { checked } = checkDocuments(
    {
      documents,
      nouns: { ...nouns, invoices },
      policy: workspace.policy(),
      asOf: workspace.asOf(),
      assignments,
      verdicts,
      // An approval that lapses because the copy differs says nothing about the checks.
      approvals: new Map([...collectApprovals(fold)].filter(([id]) => id !== faulty.id)),
    },
    program.tools.digest,
  );
  return checked.invoices.find(({ invoiceId }) => invoiceId === faulty.id)?.findings ?? [];
}

/** Cases for a reviewer, some of them with a planted defect, without saying which. */
export function dealDrill(
  program: Program,
  { seed }: InputOf<"pilot.deal">,
): Result<readonly DrillCase[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const dice = createDice(seed + 1);
  const dealt = plantAll(workspace, seed).map(({ kind, original, faulty }): DrillCase => {
    const isFaulty = dice() < 0.6;
    return { kind, isFaulty, ...showInvoice(workspace, isFaulty ? faulty : original) };
  });
  return dealt.length === 0 ? err({ code: "pilot/no-invoices" }) : ok(dealt);
}

function showInvoice(workspace: OpenWorkspace, invoice: Invoice): Omit<DrillCase, "kind" | "isFaulty"> {
  const terms = workspace
    .review()
    .agreementsOf(invoice.id as InvoiceId)
    .flatMap((agreement) => agreement.terms.flatMap(({ evidence }) => evidence[0]?.quote ?? []));
  return {
    invoiceId: invoice.id,
    head: Object.fromEntries(
      (
        ["number", "issueDate", "dueDate", "currency", "subtotal", "net", "tax", "gross", "payable"] as const
      ).flatMap((name) => {
        const value = valueOf(invoice[name]);
        return value === null ? [] : [[name, value] as const];
      }),
    ),
    customer: invoice.buyer?.name ?? null,
    lines: invoice.lines.map((line) => ({
      description: line.description,
      quantity: valueOf(line.quantity),
      price: valueOf(line.unitPrice),
      net: valueOf(line.net),
    })),
    clauses: [...new Set(terms)].slice(0, 12),
  };
}
