import { programActor } from "../model/index.ts";
import type {
  CheckId,
  ClearingLimits,
  DecisionEvent,
  InvoiceId,
  InvoiceKind,
  PilotPhase,
  Recommendation,
} from "../model/index.ts";
import { holdingEvents } from "../measure/log.ts";
import { upperBound } from "./bound.ts";

/** What the program recommended for one case beside what a person did with it. */
export interface LedgerRow {
  readonly invoiceId: InvoiceId;
  readonly at: string;
  readonly actor: string;
  readonly recommended: Recommendation["verdict"];
  readonly decided: "approved" | "not-approved";
  readonly isAutomatic: boolean;
  /** `wrong` is the grave one: the program would have cleared what a person did not. */
  readonly agreement: "agreed" | "overcautious" | "wrong";
  readonly customer: string | null;
  readonly kind: InvoiceKind;
  readonly layout: string;
  readonly terms: string;
  readonly checks: readonly CheckId[];
  readonly unmet: Recommendation["unmet"];
  readonly secondsOpen: number | null;
}

/** Why autonomy was taken away, and when. */
export interface Demotion {
  readonly at: string;
  readonly because: "wrong-clearance" | "overrides";
  readonly invoiceId: InvoiceId | null;
}

export interface Signature {
  readonly at: string;
  readonly signedBy: string;
  readonly phase: PilotPhase;
  readonly limits: ClearingLimits | null;
}

/** Agreement in one class of cases. */
export interface AgreementShare {
  readonly name: string;
  readonly agreed: number;
  readonly overcautious: number;
  readonly wrong: number;
}

/** Where the pilot stands, by its events alone. */
export interface PilotStanding {
  readonly phase: PilotPhase;
  readonly limits: ClearingLimits | null;
  readonly rows: readonly LedgerRow[];
  /** Clearances that were recommended, by a person's verdict. */
  readonly clearances: { readonly count: number; readonly wrong: number; readonly bound: number | null };
  readonly signatures: readonly Signature[];
  readonly demotions: readonly Demotion[];
  /** Cases that the program approved and nobody has undone. */
  readonly automatic: readonly { readonly invoiceId: InvoiceId; readonly at: string }[];
  readonly byCheck: readonly AgreementShare[];
  readonly byCustomer: readonly AgreementShare[];
  readonly byKind: readonly AgreementShare[];
}

/** Decisions that are looked at for overrides, and how many of them are too many: more than 5 % of 50. */
const overrideWindow = 50;
const mostOverrides = 2;

const decisions: ReadonlyMap<string, LedgerRow["decided"]> = new Map([
  ["invoice-approved", "approved"],
  ["invoice-sent-back", "not-approved"],
  ["invoice-escalated", "not-approved"],
  ["question-asked", "not-approved"],
]);

/**
 * Folds the log into the standing of the pilot.
 *
 * The first decision with a recommendation beside it makes a row; a later one on the same case corrects it. What was
 * approved automatically and is sent back, undone in a sample, or voided counts as a wrong clearance and ends autonomy
 * at that moment; so do more than 5 % overrides in 50 decisions. Only a new signature of the owner brings it back.
 */
export function foldPilot(log: readonly DecisionEvent[]): PilotStanding {
  const events = holdingEvents(log);
  const held = new Set(events);
  const byId = new Map(log.map((event) => [event.id, event]));
  const recommended = new Map<string, { readonly group: string; readonly recommendation: Recommendation }>();
  const rows = new Map<InvoiceId, LedgerRow>();
  const automatic = new Map<InvoiceId, string>();
  const signatures: Signature[] = [];
  const demotions: Demotion[] = [];
  const recent: boolean[] = [];
  const exports = new Map<string, readonly InvoiceId[]>();
  let phase: PilotPhase = "off";
  let limits: ClearingLimits | null = null;

  const demote = (at: string, because: Demotion["because"], invoiceId: InvoiceId | null): void => {
    if (phase !== "automatic" && phase !== "one-key") return;
    phase = "advise";
    recent.length = 0;
    demotions.push({ at, because, invoiceId });
  };
  const foundWrong = (id: InvoiceId, at: string): void => {
    const row = rows.get(id);
    if (row === undefined || row.recommended !== "clear") return;
    rows.set(id, { ...row, decided: "not-approved", agreement: "wrong" });
    demote(at, "wrong-clearance", id);
  };

  // A recommendation stands in the same step as its decision; the order inside the step does not matter.
  for (const { action, group } of log)
    if (action.type === "recommendation-recorded")
      recommended.set(`${group} ${action.invoiceId}`, { group, recommendation: action.recommendation });

  for (const event of log) {
    const { action, at, actor, group } = event;
    if (action.type === "decision-reversed") {
      // Whoever undoes what the program approved says that it was wrong; a redo takes that back.
      for (const id of action.reverses) {
        const undone = byId.get(id);
        if (undone?.action.type !== "invoice-approved" || undone.actor !== programActor) continue;
        const beside = recommended.get(`${undone.group} ${undone.action.invoiceId}`)?.recommendation;
        if (beside === undefined || held.has(undone)) continue;
        const row = toRow(undone.action.invoiceId, undone.at, undone.actor, beside, "not-approved");
        rows.set(row.invoiceId, row);
        demote(at, "wrong-clearance", row.invoiceId);
      }
      continue;
    }
    if (!held.has(event)) continue;
    if (action.type === "pilot-recorded") {
      const { entry } = action;
      if (entry.type === "phase-signed") {
        phase = entry.phase;
        limits = entry.limits;
        recent.length = 0;
        signatures.push({ at, signedBy: entry.signedBy, phase: entry.phase, limits: entry.limits });
      }
      if (entry.type === "sample-judged" && entry.verdict === "wrong") foundWrong(entry.invoiceId, at);
      continue;
    }
    if (action.type === "export-prepared") exports.set(action.exportId, action.invoiceIds);
    if (action.type === "export-voided")
      for (const id of exports.get(action.exportId) ?? []) if (automatic.has(id)) foundWrong(id, at);
    const decided = decisions.get(action.type);
    if (decided === undefined || !("invoiceId" in action)) continue;
    const id = action.invoiceId;
    const before = rows.get(id);
    if (before !== undefined && before.recommended === "clear" && decided === "not-approved") {
      foundWrong(id, at);
      continue;
    }
    const beside = recommended.get(`${group} ${id}`)?.recommendation;
    if (beside === undefined) continue;
    const row = toRow(id, at, actor, beside, decided);
    const { agreement } = row;
    const isAutomatic = actor === programActor;
    if (isAutomatic) automatic.set(id, at);
    rows.set(id, row);
    if (agreement === "wrong") demote(at, "wrong-clearance", id);
    if (isAutomatic) continue;
    // “Look at it” makes no statement that could be overridden.
    recent.push(agreement === "wrong" || (agreement === "overcautious" && beside.verdict === "hold"));
    if (recent.length > overrideWindow) recent.shift();
    if (recent.filter(Boolean).length > mostOverrides && recent.length >= overrideWindow)
      demote(at, "overrides", null);
  }
  const list = [...rows.values()];
  const clearances = list.filter(
    ({ recommended: verdict, isAutomatic }) => verdict === "clear" && !isAutomatic,
  );
  const wrong = list.filter(({ agreement }) => agreement === "wrong").length;
  const isHeld = new Set(
    events.flatMap(({ action }) => (action.type === "invoice-approved" ? [action.invoiceId] : [])),
  );
  return {
    phase,
    limits,
    rows: list,
    clearances: { count: clearances.length, wrong, bound: upperBound(clearances.length, wrong) },
    signatures,
    demotions,
    automatic: [...automatic].flatMap(([invoiceId, at]) =>
      isHeld.has(invoiceId) ? [{ invoiceId, at }] : [],
    ),
    byCheck: sharesOf(list, ({ checks }) => checks),
    byCustomer: sharesOf(list, ({ customer }) => (customer === null ? [] : [customer])),
    byKind: sharesOf(list, ({ kind }) => [kind]),
  };
}

function toRow(
  invoiceId: InvoiceId,
  at: string,
  actor: string,
  beside: Recommendation,
  decided: LedgerRow["decided"],
): LedgerRow {
  const { verdict, customer, kind, layout, terms, checks, unmet, secondsOpen } = beside;
  return {
    invoiceId,
    at,
    actor,
    recommended: verdict,
    decided,
    isAutomatic: actor === programActor,
    agreement: compareVerdict(verdict, decided),
    customer,
    kind,
    layout,
    terms,
    checks,
    unmet,
    secondsOpen,
  };
}

function compareVerdict(
  recommended: Recommendation["verdict"],
  decided: LedgerRow["decided"],
): LedgerRow["agreement"] {
  if (recommended === "clear") return decided === "approved" ? "agreed" : "wrong";
  return decided === "approved" ? "overcautious" : "agreed";
}

function sharesOf(
  rows: readonly LedgerRow[],
  namesOf: (row: LedgerRow) => readonly string[],
): readonly AgreementShare[] {
  const shares = new Map<string, { agreed: number; overcautious: number; wrong: number }>();
  for (const row of rows)
    for (const name of namesOf(row)) {
      const share = shares.get(name) ?? { agreed: 0, overcautious: 0, wrong: 0 };
      share[row.agreement] += 1;
      shares.set(name, share);
    }
  return [...shares]
    .map(([name, share]) => ({ name, ...share }))
    .toSorted(
      (left, right) =>
        right.agreed + right.overcautious + right.wrong - (left.agreed + left.overcautious + left.wrong) ||
        (left.name < right.name ? -1 : 1),
    );
}
