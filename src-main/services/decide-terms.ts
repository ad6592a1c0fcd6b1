import { parseTermValue } from "../../src-shared/api/index.ts";
import type { DecisionReceipt, InputOf } from "../../src-shared/api/contract.ts";
import type { DecisionAction, Problem, Term, TermId } from "../../src-shared/model/index.ts";
import { err } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { parseLocalDate } from "../../src-shared/time/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import type { OpenWorkspace, Topic } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { keepStep } from "./receipts.ts";
import type { Refusal } from "./receipts.ts";

const topics: readonly Topic[] = ["agreements", "queue", "history"];

/** A person vouches for terms as they were read. */
export function confirmTerms(
  program: Program,
  { termIds }: InputOf<"terms.confirm">,
): Promise<Result<DecisionReceipt, Problem>> {
  return decideTerms(
    program,
    termIds,
    (term) => ({ type: "term-confirmed", termId: term.id, version: term.version }),
    (count) => formatMessage("step/confirm-terms", { count }),
  );
}

/** A person says that terms were read wrongly; they never judge again. */
export function rejectTerms(
  program: Program,
  { termIds, reason }: InputOf<"terms.reject">,
): Promise<Result<DecisionReceipt, Problem>> {
  return decideTerms(
    program,
    termIds,
    (term) => ({ type: "term-rejected", termId: term.id, reason }),
    (count) => formatMessage("step/reject-terms", { count }),
  );
}

/** A person sets what a term says; that confirms it. */
export async function editTerm(
  program: Program,
  input: InputOf<"terms.edit">,
): Promise<Result<DecisionReceipt, Problem>> {
  const parsed = parseTermValue(input.termType, input.value);
  if (!parsed.ok) return parsed;
  for (const day of [input.from, input.to])
    if (day !== null && !parseLocalDate(day).ok)
      return err({
        code: "decide/invalid-term",
        facts: { type: input.termType, reason: `${day} is not a day` },
      });
  const { type: termType, value } = parsed.value;
  return decideTerms(
    program,
    [input.termId],
    (term) => ({
      type: "term-edited",
      termId: term.id,
      termType,
      value,
      from: input.from as LocalDate | null,
      to: input.to as LocalDate | null,
      reason: input.reason,
    }),
    () => formatMessage("step/edit-term", { type: termType }),
  );
}

async function decideTerms(
  program: Program,
  termIds: readonly string[],
  toAction: (term: Term) => DecisionAction,
  toLabel: (count: number) => string,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const terms = termsById(workspace);
    const found: Term[] = [];
    const refusals: Refusal[] = [];
    for (const id of new Set(termIds)) {
      const term = terms.get(id as TermId);
      if (term === undefined) refusals.push({ id, problem: { code: "decide/unknown-term", facts: { id } } });
      else found.push(term);
    }
    const step = { label: toLabel(found.length), actions: found.map(toAction) };
    const applied = found.map(({ id }) => id);
    return keepStep(program, workspace, step, applied, refusals, topics);
  });
}

export const termsById = (workspace: OpenWorkspace): ReadonlyMap<TermId, Term> =>
  new Map(
    workspace.review().nouns.agreements.flatMap(({ terms }) => terms.map((term) => [term.id, term] as const)),
  );
