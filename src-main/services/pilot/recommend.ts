import { valueOf } from "../../../src-shared/model/index.ts";
import type {
  Advice,
  DocumentId,
  Field,
  Invoice,
  InvoiceId,
  ReaderId,
  Recommendation,
  Route,
} from "../../../src-shared/model/index.ts";
import {
  foldPilot,
  mayBeOffered,
  offersTogether,
  showsAdvice,
  unmetConditions,
} from "../../../src-shared/pilot/index.ts";
import type { PilotStanding } from "../../../src-shared/pilot/index.ts";
import { hasBankChange, openFindings, routeAfterDecisions } from "../../pipeline/decide/index.ts";
import type { CheckedWorkspace } from "../compute-review.ts";
import type { OpenWorkspace } from "../open-workspace.ts";

const verdicts: Readonly<Record<Route, Recommendation["verdict"]>> = {
  clear: "clear",
  review: "look",
  blocked: "hold",
};

/** When a person first looked at a case in this session, by the moving clock; gone when the workspace closes. */
const looks = new WeakMap<OpenWorkspace, Map<InvoiceId, number>>();

/** Notes that a case is being looked at, for the time that a decision takes. */
export function noteLook(workspace: OpenWorkspace, id: InvoiceId, nowMs: number): void {
  const known = looks.get(workspace) ?? new Map<InvoiceId, number>();
  if (!known.has(id)) known.set(id, nowMs);
  looks.set(workspace, known);
}

/** Where the pilot stands; kept until another event comes in. */
const standings = new WeakMap<OpenWorkspace, { readonly events: number; readonly standing: PilotStanding }>();
export function standingOf(workspace: OpenWorkspace): PilotStanding {
  const events = workspace.events();
  const kept = standings.get(workspace);
  if (kept?.events === events.length) return kept.standing;
  const standing = foldPilot(events);
  standings.set(workspace, { events: events.length, standing });
  return standing;
}

/** What the program would do with a case now, and which conditions for doing it alone do not hold. */
export function recommend(
  workspace: OpenWorkspace,
  id: InvoiceId,
  nowMs: number | null,
): Recommendation | null {
  const review = workspace.review();
  const invoice = review.invoicesById.get(id);
  const checked = review.checkedById.get(id);
  if (invoice === undefined || checked === undefined) return null;
  const standing = standingOf(workspace);
  const verdict = verdicts[routeAfterDecisions(checked, workspace.fold())];
  const agreements = review.agreementsOf(id);
  const boundIds = new Set(
    review.matchById.get(id)?.lines.flatMap(({ bindings }) => bindings.map(({ termId }) => termId)) ?? [],
  );
  const terms = agreements.flatMap((agreement) =>
    agreement.terms.filter(({ status }) => status !== "rejected"),
  );
  const governing = terms.filter((term) => boundIds.has(term.id) || term.type !== "rate");
  const layout = layoutOf(workspace, invoice);
  const termsPrint = workspace.digest.ofText(
    JSON.stringify(governing.map((term) => [term.id, term.version, term.status, term.value])),
  );
  const customer = invoice.buyer?.name ?? null;
  const day = workspace.today();
  const unmet = unmetConditions(
    {
      verdict,
      hasOpenOutcome: checked.outcomes.some(
        ({ outcome }) => outcome === "cannot-determine" || outcome === "not-run" || outcome === "fail",
      ),
      hasUnconfirmedTerm: governing.some(({ status }) => status !== "confirmed"),
      amount: valueOf(invoice.payable) ?? valueOf(invoice.gross),
      currency: valueOf(invoice.currency),
      customer,
      kind: invoice.kind,
      layout,
      terms: termsPrint,
      hasBankChange: hasBankChange(checked),
      hasModelValue:
        fieldsOf(invoice).some(({ basis }) => basis === "model") ||
        terms.some(({ basis }) => basis === "model"),
      isUntouched: workspace.decisions().get(id)?.state === "to-decide" && !workspace.fold().cases.has(id),
    },
    standing,
    standing.limits,
    standing.automatic.filter(({ at }) => at.slice(0, 10) === day).length,
  );
  const lookedAt = looks.get(workspace)?.get(id);
  return {
    verdict,
    contentHash: review.contentHashOf(id),
    unmet,
    customer,
    kind: invoice.kind,
    layout,
    terms: termsPrint,
    checks: [...new Set(openFindings(checked, workspace.fold()).map(({ check }) => check))],
    secondsOpen:
      lookedAt === undefined || nowMs === null ? null : Math.max(0, Math.trunc((nowMs - lookedAt) / 1000)),
  };
}

/** What is shown of it to a person: nothing, as long as the owner has not signed more than shadow. */
export function adviceFor(workspace: OpenWorkspace, id: InvoiceId): Advice | null {
  if (!showsAdvice(standingOf(workspace).phase)) return null;
  const recommendation = recommend(workspace, id, null);
  return recommendation === null ? null : { verdict: recommendation.verdict, unmet: recommendation.unmet };
}

const offers = new WeakMap<
  CheckedWorkspace,
  { readonly events: number; readonly ids: readonly InvoiceId[] }
>();

/**
 * Open cases that one key approves together; none before the owner has signed that phase.
 *
 * The list asks for them each time it is drawn anew: they are kept until something is decided or checked again.
 */
export function casesToOffer(workspace: OpenWorkspace): readonly InvoiceId[] {
  if (!offersTogether(standingOf(workspace).phase)) return [];
  const review = workspace.review();
  const events = workspace.events().length;
  const kept = offers.get(review);
  if (kept?.events === events) return kept.ids;
  const ids = [...workspace.decisions()].flatMap(([id, { state }]) => {
    const recommendation =
      state === "to-decide" && isClear(workspace, id) ? recommend(workspace, id, null) : null;
    return recommendation !== null && mayBeOffered(recommendation) ? [id] : [];
  });
  offers.set(review, { events, ids });
  return ids;
}

/** Known before the conditions are: nothing else is offered, and most cases of a list are something else. */
const isClear = (workspace: OpenWorkspace, id: InvoiceId): boolean => {
  const checked = workspace.review().checkedById.get(id);
  return checked !== undefined && routeAfterDecisions(checked, workspace.fold()) === "clear";
};

const fieldsOf = (invoice: Invoice): readonly Field<unknown>[] =>
  [invoice, ...invoice.lines].flatMap((part) =>
    Object.values(part).filter(
      (value): value is Field<unknown> =>
        typeof value === "object" && value !== null && "basis" in value && "confidence" in value,
    ),
  );

/**
 * Fingerprint of how a document is laid out: its reader, which fields it prints, and roughly where on which page.
 *
 * The same form filled in anew has the same one; another template, another export, another program has not.
 */
function layoutOf(workspace: OpenWorkspace, invoice: Invoice): string {
  const reader = readersOf(workspace.review()).get(invoice.documentId);
  const places = (
    ["number", "issueDate", "dueDate", "currency", "subtotal", "tax", "payable", "bankAccount"] as const
  ).map((name) => {
    const field = invoice[name];
    const at = field?.evidence[0]?.at;
    // Totals move down with the number of lines; where across the page they stand is the form's own.
    const box = at !== undefined && "page" in at ? (at.box ?? at.boxes?.[0]) : undefined;
    return [name, field !== null, box === undefined ? null : Math.round(box[0] * 20)];
  });
  const columns = (["quantity", "unit", "unitPrice", "net", "taxRate", "serviceDate"] as const).filter(
    (name) => invoice.lines.some((line) => line[name] !== null),
  );
  return workspace.digest.ofText(JSON.stringify([reader ?? null, places, columns])).slice(0, 16);
}

const readers = new WeakMap<CheckedWorkspace, ReadonlyMap<DocumentId, ReaderId | null>>();

/** Which reader read a document, for all of a review: a search for each case would cost the square of their number. */
function readersOf(review: CheckedWorkspace): ReadonlyMap<DocumentId, ReaderId | null> {
  const known = readers.get(review) ?? new Map(review.documents.map(({ file, reader }) => [file.id, reader]));
  readers.set(review, known);
  return known;
}
