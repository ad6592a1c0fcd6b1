import { parseTermValue } from "../../src-shared/api/index.ts";
import type { InputOf } from "../../src-shared/api/contract.ts";
import type {
  Agreement,
  ApprovalRecord,
  Assignments,
  BlastRadius,
  CaseState,
  CheckedBatch,
  InvoiceId,
  InvoiceMatch,
  Matching,
  Policy,
  Problem,
  Term,
  TermType,
} from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { parseLocalDate } from "../../src-shared/time/index.ts";
import { termKey } from "../../src-shared/wording/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { checkInvoicesAlone } from "../pipeline/check/index.ts";
import type { CheckBatchInput } from "../pipeline/check/index.ts";
import { compareBlast, isBeyondTerms } from "../pipeline/decide/index.ts";
import type { BlastSide, DuplicateVerdict } from "../pipeline/decide/index.ts";
import { matchDocuments, rebindLines } from "../pipeline/match/index.ts";
import type { Digest } from "../ports/digest.ts";
import { collectApprovals } from "./compute-review.ts";
import type { CheckedWorkspace } from "./compute-review.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";

/**
 * Which past and present invoices a change of a term touches, by how much and in which direction.
 *
 * Nothing is kept: the invoices that the term can reach are matched and checked again as if it were so.
 */
export function measureTermChange(
  program: Program,
  { termId, change }: InputOf<"terms.blast-radius">,
): Result<BlastRadius, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const review = workspace.review();
  const owner = review.nouns.agreements.find(({ terms }) => terms.some(({ id }) => id === termId));
  const term = owner?.terms.find(({ id }) => id === termId);
  if (owner === undefined || term === undefined)
    return err({ code: "decide/unknown-term", facts: { id: termId } });
  const changed = changeTerm(term, change);
  if (!changed.ok) return changed;
  const { assignments, verdicts } = workspace.fold();
  const decisions = workspace.decisions();
  return ok(
    findBlastRadius(
      {
        review,
        policy: workspace.policy(),
        asOf: workspace.asOf(),
        assignments,
        verdicts,
        approvals: collectApprovals(workspace.fold()),
        digest: workspace.digest,
        stateOf: (id) => decisions.get(id)?.state ?? "to-decide",
      },
      owner,
      changed.value,
    ),
  );
}

type Change = InputOf<"terms.blast-radius">["change"];

/** The term as it would be: what a person sets is theirs, and confirmed by that. */
function changeTerm(term: Term, change: Change): Result<Term, Problem> {
  if (change.kind === "confirm") return ok({ ...term, status: "confirmed" });
  if (change.kind === "reject") return ok({ ...term, status: "rejected" });
  const parsed = parseTermValue(change.termType, change.value);
  if (!parsed.ok) return parsed;
  for (const day of [change.from, change.to])
    if (day !== null && !parseLocalDate(day).ok)
      return err({
        code: "decide/invalid-term",
        facts: { type: change.termType, reason: `${day} is not a day` },
      });
  const { remainder: _remainder, absent: _absent, questions: _questions, ...kept } = term;
  return ok({
    ...kept,
    ...parsed.value,
    from: change.from as LocalDate | null,
    to: change.to as LocalDate | null,
    status: "confirmed",
    basis: "person",
    confidence: 1,
    version: term.version + 1,
  } as Term);
}

/** What judging again needs besides the term. */
export interface BlastOrder {
  readonly review: Pick<CheckedWorkspace, "documents" | "nouns" | "matching" | "checkedById" | "matchById">;
  readonly policy: Policy;
  readonly asOf: LocalDate;
  readonly assignments: Assignments;
  readonly verdicts: readonly DuplicateVerdict[];
  readonly approvals: ReadonlyMap<InvoiceId, readonly ApprovalRecord[]>;
  readonly digest: Digest;
  readonly stateOf: (id: InvoiceId) => CaseState;
}

/** Compares the invoices of a family as they are judged with how they would be under another version of a term. */
export function findBlastRadius(order: BlastOrder, owner: Agreement, term: Term): BlastRadius {
  const { review } = order;
  const family = review.matching.families.find(({ memberIds }) => memberIds.includes(owner.id));
  const members = new Set<string>(family?.memberIds ?? [owner.id]);
  const agreements = review.nouns.agreements
    .filter(({ id }) => members.has(id))
    .map((agreement) => (agreement.id === owner.id ? withTerm(agreement, term) : agreement));
  const invoices = review.nouns.invoices.filter(
    ({ id }) => review.matchById.get(id)?.agreementId === (family?.id ?? owner.id),
  );
  const known = owner.terms.find(({ id }) => id === term.id);
  const checked = judgeAgain(order, { agreements, invoices, known, term });
  const afterById = new Map(checked.map((one) => [one.invoiceId, one]));
  const sides = invoices.flatMap((invoice): readonly BlastSide[] => {
    const [before, after] = [review.checkedById.get(invoice.id), afterById.get(invoice.id)];
    return before === undefined || after === undefined
      ? []
      : [{ invoice, before, after, state: order.stateOf(invoice.id) }];
  });
  return compareBlast(term.id, invoices.length, sides);
}

/** Types that price single lines: an invoice without a line near the term cannot change by it. */
const linePriced: ReadonlySet<TermType> = new Set(["rate", "overage", "milestone", "deposit", "surcharge"]);

/**
 * Whether a change of the term can change the invoice.
 *
 * Where only the figure changes, lines that other terms govern stay as they are; a term for something else, or for
 * other days, may also take over what it only came near to.
 */
function canReach(known: Term | undefined, term: Term, match: InvoiceMatch | undefined): boolean {
  if (match === undefined || known === undefined || !linePriced.has(term.type)) return true;
  const isSameSubject =
    known.type === term.type &&
    termKey(known) === termKey(term) &&
    known.from === term.from &&
    known.to === term.to;
  return match.lines.some(({ state, bindings, candidates }) => {
    const isOpen = state === "unbound" || state === "ambiguous";
    if (isOpen && !isSameSubject) return true;
    const near = isOpen || !isSameSubject ? [...bindings, ...candidates] : bindings;
    return near.some(({ termId }) => termId === term.id);
  });
}

interface Batch {
  readonly agreements: readonly Agreement[];
  readonly invoices: CheckedWorkspace["nouns"]["invoices"];
  readonly known: Term | undefined;
  readonly term: Term;
}

/** Judges what the change can reach: single lines where only a price is another, else whole invoices. */
function judgeAgain(order: BlastOrder, batch: Batch): CheckedBatch["invoices"] {
  const { known } = batch;
  const { review, policy, assignments } = order;
  const rebound =
    known === undefined
      ? null
      : rebindLines({
          ...batch,
          former: known,
          matching: review.matching,
          matchById: review.matchById,
          policy,
          assignments,
        });
  if (rebound === null) return judgeInvoices(order, batch);
  const { matching, nearLines } = rebound;
  return check(order, batch, {
    matching,
    subjects: new Set(nearLines.keys()),
    beforeChange: { checkedById: review.checkedById, nearLines, isSetAside: isBeyondTerms },
  });
}

function judgeInvoices(order: BlastOrder, batch: Batch): CheckedBatch["invoices"] {
  const { review, policy, assignments } = order;
  const { agreements, invoices, known, term } = batch;
  const { deliveries } = review.nouns;
  const subjects = new Set(
    invoices.flatMap(({ id }) => (canReach(known, term, review.matchById.get(id)) ? [id] : [])),
  );
  const fresh = matchDocuments({
    agreements,
    invoices: invoices.filter(({ id }) => subjects.has(id)),
    deliveries,
    policy,
    assignments,
  });
  // What the change cannot reach stays matched as it is; it is the history of the rest.
  const others = invoices.flatMap(({ id }) => (subjects.has(id) ? [] : (review.matchById.get(id) ?? [])));
  const matching: Matching = { ...fresh, invoices: [...fresh.invoices, ...others] };
  return check(order, batch, { matching, subjects });
}

const check = (
  { review, policy, asOf, verdicts, approvals, digest }: BlastOrder,
  { agreements, invoices }: Batch,
  reach: Pick<CheckBatchInput, "matching" | "subjects" | "beforeChange">,
): CheckedBatch["invoices"] =>
  checkInvoicesAlone({
    ...reach,
    invoices,
    agreements,
    deliveries: review.nouns.deliveries,
    documents: review.documents.flatMap(({ normalized }) => normalized ?? []),
    files: review.documents.map(({ file }) => file),
    policy,
    asOf,
    verdicts,
    approvals,
    hash: digest.ofText,
  });

const withTerm = (agreement: Agreement, term: Term): Agreement => ({
  ...agreement,
  terms: agreement.terms.map((known) => (known.id === term.id ? term : known)),
});
