import type {
  Clearable,
  HeldCustomer,
  PilotState,
  Prerequisite,
  SampledClearance,
} from "../../../src-shared/api/contract.ts";
import { baselineOf, holdingEvents, weekOf } from "../../../src-shared/measure/index.ts";
import type { Assessment, InvoiceId, PilotEntry, Problem } from "../../../src-shared/model/index.ts";
import { sampleSize } from "../../../src-shared/pilot/index.ts";
import { ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { numberOf } from "../show-cases.ts";
import { findHints } from "./assessment-hints.ts";
import { recommend, standingOf } from "./recommend.ts";
import { weeklyAgenda } from "./weekly-agenda.ts";

type EntryOf<T extends PilotEntry["type"]> = Extract<PilotEntry, { readonly type: T }>;

/** Entries of one type with their times, in order. */
function entriesOf<T extends PilotEntry["type"]>(
  workspace: OpenWorkspace,
  type: T,
): readonly (EntryOf<T> & { readonly at: string })[] {
  return workspace
    .events()
    .flatMap(({ at, action }) =>
      action.type === "pilot-recorded" && action.entry.type === type
        ? [{ ...(action.entry as EntryOf<T>), at }]
        : [],
    );
}

/** The assessment as it was last recorded. */
export const assessmentOf = (workspace: OpenWorkspace): Assessment | null =>
  entriesOf(workspace, "assessment").at(-1)?.assessment ?? null;

/** Everything that the pilot's page shows. */
export function readPilot(program: Program): Result<PilotState, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const standing = standingOf(workspace);
  const week = weekOf(workspace.today()) ?? "";
  const describe = (id: InvoiceId, unmet: Clearable["unmet"]): Clearable | null => {
    const invoice = workspace.review().invoicesById.get(id);
    return invoice === undefined
      ? null
      : { invoiceId: id, number: numberOf(invoice), customer: invoice.buyer?.name ?? null, unmet };
  };
  const answers = entriesOf(workspace, "drill-answered");
  return ok({
    standing,
    assessment: assessmentOf(workspace),
    baseline: baselineOf(workspace.events()),
    hints: findHints(workspace),
    prerequisites: prerequisitesOf(workspace),
    drills: entriesOf(workspace, "drill").map(({ at, seed, defects }) => ({ at, seed, defects })),
    reviewerDrill: {
      right: answers.filter(({ isFaulty, answer }) => isFaulty === (answer === "faulty")).length,
      missed: answers.filter(({ isFaulty, answer }) => isFaulty && answer === "clean").length,
      falseAlarms: answers.filter(({ isFaulty, answer }) => !isFaulty && answer === "faulty").length,
      seconds: answers.reduce((sum, { seconds }) => sum + seconds, 0),
    },
    week,
    agenda: weeklyAgenda(workspace),
    sample: drawSample(workspace, week),
    automatic: standing.automatic.flatMap(({ invoiceId }) => describe(invoiceId, []) ?? []),
    candidates: [...workspace.decisions()]
      .filter(([, { state }]) => state === "to-decide")
      .flatMap(([id]) => {
        const recommendation = recommend(workspace, id, null);
        return recommendation?.verdict === "clear" ? (describe(id, recommendation.unmet) ?? []) : [];
      }),
    held: heldCustomers(workspace),
    reviews: entriesOf(workspace, "weekly-review").map(({ at, week: held, decisions }) => ({
      at,
      week: held,
      decisions,
    })),
  });
}

/**
 * Customers who are known, and of whom an open case has a layout or a version of the terms that nobody approved yet.
 *
 * Their invoices go to a person from that moment on; the first approval of such a case takes them up again.
 */
function heldCustomers(workspace: OpenWorkspace): readonly HeldCustomer[] {
  const held = new Map<string, HeldCustomer>();
  for (const [invoiceId, { state }] of workspace.decisions()) {
    if (state !== "to-decide") continue;
    const { customer, unmet } = recommend(workspace, invoiceId, null) ?? { customer: null, unmet: [] };
    const invoice = workspace.review().invoicesById.get(invoiceId);
    if (customer === null || invoice === undefined || unmet.includes("known-customer")) continue;
    for (const because of ["known-layout", "known-terms"] as const)
      if (unmet.includes(because) && !held.has(`${because} ${customer}`))
        held.set(`${because} ${customer}`, { customer, invoiceId, number: numberOf(invoice), because });
  }
  return [...held.values()];
}

/**
 * The automatic clearances of a week that a person looks at again: a tenth, at least five, chosen by hash.
 *
 * The choice depends on week and invoice alone, so that nobody can choose what is looked at.
 */
function drawSample(workspace: OpenWorkspace, week: string): readonly SampledClearance[] {
  const judged = new Map(
    entriesOf(workspace, "sample-judged").map((entry) => [`${entry.week} ${entry.invoiceId}`, entry.verdict]),
  );
  const cleared = new Map(
    holdingEvents(workspace.events()).flatMap(({ at, action }) =>
      action.type === "invoice-approved" ? [[action.invoiceId, at] as const] : [],
    ),
  );
  const ofWeek = standingOf(workspace).rows.filter(
    ({ isAutomatic, at }) => isAutomatic && weekOf(at) === week,
  );
  return ofWeek
    .map(({ invoiceId, customer, at }) => ({
      invoiceId,
      customer,
      at,
      key: workspace.digest.ofText(`${week} ${invoiceId}`),
    }))
    .toSorted((left, right) => (left.key < right.key ? -1 : 1))
    .slice(0, sampleSize(ofWeek.length))
    .map(({ invoiceId, customer, at }): SampledClearance => {
      const invoice = workspace.review().invoicesById.get(invoiceId);
      return {
        invoiceId,
        number: invoice === undefined ? invoiceId : numberOf(invoice),
        customer,
        at: cleared.get(invoiceId) ?? at,
        verdict: judged.get(`${week} ${invoiceId}`) ?? null,
      };
    });
}

/** Baseline cases below which before and after should not be compared. */
const fewestBaselineCases = 10;

/** What a pilot needs, as far as the workspace itself can show it. */
function prerequisitesOf(workspace: OpenWorkspace): readonly Prerequisite[] {
  const { nouns, documents, matchById } = workspace.review();
  const terms = nouns.agreements.flatMap((agreement) =>
    agreement.terms.filter(({ status }) => status !== "rejected"),
  );
  const matched = nouns.invoices.filter(({ id }) => matchById.get(id)?.state === "matched").length;
  const assessment = assessmentOf(workspace);
  const baseline = baselineOf(workspace.events()).length;
  const own = workspace.policy().ownCompany;
  const need = (id: string, have: number, of: number, isMet = have >= of && of > 0): Prerequisite => ({
    id,
    isMet,
    have,
    of,
  });
  return [
    need("owner", (assessment?.owner ?? "").trim() === "" ? 0 : 1, 1),
    need("segment", (assessment?.segment ?? "").trim() === "" ? 0 : 1, 1),
    need("own-company", own.names.length > 0 ? 1 : 0, 1),
    need("agreements", Math.min(1, nouns.agreements.length), 1),
    need("terms-confirmed", terms.filter(({ status }) => status === "confirmed").length, terms.length),
    need("deliveries", Math.min(1, nouns.deliveries.length), 1),
    need("invoices-matched", matched, nouns.invoices.length),
    need("readable", documents.filter(({ status }) => status !== "unreadable").length, documents.length),
    need("baseline", baseline, fewestBaselineCases, baseline >= fewestBaselineCases),
    need("return-inputs", entriesOf(workspace, "return-inputs").length > 0 ? 1 : 0, 1),
  ];
}
