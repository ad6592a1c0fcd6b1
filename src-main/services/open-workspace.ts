import { parsePolicy } from "../../src-shared/api/index.ts";
import type { AppEvent } from "../../src-shared/api/contract.ts";
import { defaultPolicy, isMoneyAction } from "../../src-shared/model/index.ts";
import type {
  CaseDecision,
  DecisionAction,
  DecisionEvent,
  EventId,
  InvoiceId,
  Policy,
  Problem,
} from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { parseLocalDate } from "../../src-shared/time/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { appendEntries } from "../audit/index.ts";
import { foldDecisions } from "../pipeline/decide/index.ts";
import type { DecisionFold } from "../pipeline/decide/index.ts";
import type { Digest } from "../ports/digest.ts";
import type { AuditRow, StoredDocument, Vault } from "../ports/vault.ts";
import { Cancelled } from "./cancelled.ts";
import { computeReview, judgeCases } from "./compute-review.ts";
import type { CheckedWorkspace } from "./compute-review.ts";
import { draftEntries } from "./draft-entries.ts";
import { engineVersion } from "./engine-version.ts";
import type { Step } from "./step.ts";
import type { Tools } from "./tools.ts";

export type Topic = Extract<AppEvent, { readonly type: "workspace-changed" }>["topics"][number];

/** An open workspace: the vault and what it holds, in memory. Every change goes through `keep`. */
export interface OpenWorkspace {
  readonly name: string;
  readonly location: string;
  readonly isSample: boolean;
  readonly vault: Vault;
  readonly documents: () => readonly StoredDocument[];
  readonly events: () => readonly DecisionEvent[];
  readonly policy: () => Policy;
  /** The day that was set as today; `null` where the clock says it. */
  readonly fixedDay: () => LocalDate | null;
  readonly asOf: () => LocalDate;
  /** The day of the clock, on which events happen; what was done is measured by it, whatever day was set. */
  readonly today: () => LocalDate;
  readonly auditHead: () => AuditRow | null;
  readonly digest: Digest;
  /** A setting that the workspace keeps besides policy and day, as text. */
  readonly setting: (name: string) => string | undefined;
  readonly fold: () => DecisionFold;
  readonly review: () => CheckedWorkspace;
  readonly decisions: () => ReadonlyMap<InvoiceId, CaseDecision>;
  /** Keeps a step wholly or not at all; answers its events. */
  readonly keep: (step: Step) => Promise<Result<readonly DecisionEvent[], Problem>>;
  /** Runs one piece of work after the other, so that what was looked at still holds when it is kept. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs one import after the other, beside the steps that are in turn. Closing the workspace cancels them. */
  readonly importInTurn: <T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Decisions that leave readings, terms and matches as they are: the checks need not run again. */
const decidesCasesOnly = new Set<DecisionAction["type"]>([
  "finding-dismissed",
  "invoice-approved",
  "invoice-sent-back",
  "question-asked",
  "question-sealed",
  "answer-received",
  "comment-added",
  "invoice-escalated",
  "invoice-postponed",
  "batch-approved",
  "export-prepared",
  "export-written",
  "export-handed-over",
  "export-confirmed",
  "export-rejected",
  "export-voided",
  "recommendation-recorded",
  "pilot-recorded",
  "assistant-set",
  "model-asked",
  "proposal-judged",
]);

/** Loads a vault into an open workspace. */
export async function openWorkspace(
  vault: Vault,
  place: { readonly name: string; readonly isSample: boolean },
  tools: Tools,
  shell: string,
): Promise<Result<OpenWorkspace, Problem>> {
  const loaded = await vault.load();
  if (!loaded.ok) return loaded;
  const settings = new Map(Object.entries(loaded.value.settings));
  const documents = [...loaded.value.documents];
  const positions = new Map(documents.map(({ file }, position) => [file.id, position]));
  const events = [...loaded.value.events];
  let head = loaded.value.auditHead;
  let anchored = head?.sequence ?? 0;
  let policy = readPolicySetting(settings.get("policy"));
  let fixedDay = readDaySetting(settings.get("as-of"));
  let checkRevision = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let imports: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const asOf = (): LocalDate => fixedDay ?? tools.clock.today();
  const fold = remember(
    () => `${events.length}`,
    () => foldDecisions(events),
  );
  const review = remember(
    () => `${checkRevision} ${asOf()}`,
    () => computeReview({ documents, fold: fold(), policy, asOf: asOf(), terms: "as-decided" }, tools.digest),
  );
  const decisions = remember(
    () => `${checkRevision} ${events.length} ${asOf()}`,
    () => judgeCases(review(), fold(), policy, asOf()),
  );

  const keep = async (step: Step): Promise<Result<readonly DecisionEvent[], Problem>> => {
    const at = tools.clock.now();
    const group = step.group ?? tools.ids.next("stp");
    const fresh = step.actions.map((action, index): DecisionEvent => ({
      id: tools.ids.next("evt") as EventId,
      sequence: events.length + 1 + index,
      at,
      actor: step.actor,
      group,
      label: step.label,
      action,
    }));
    const audit = appendEntries(
      head,
      draftEntries(step, fresh, tools.digest),
      { at, actor: step.actor, shell, app: engineVersion },
      tools.digest.ofText,
    );
    const { staged, ...change } = step;
    const takesIn = staged === undefined ? {} : { staged: "taken-in" as const };
    const kept = await vault.commit({ ...change, ...takesIn, events: fresh, audit });
    if (!kept.ok) return kept;
    head = audit.at(-1) ?? head;
    events.push(...fresh);
    for (const { stored } of staged ?? []) {
      positions.set(stored.file.id, documents.length);
      documents.push(stored);
    }
    for (const stored of step.normalized ?? []) {
      const position = positions.get(stored.file.id);
      if (position !== undefined) documents[position] = stored;
    }
    for (const [name, value] of Object.entries(step.settings ?? {})) settings.set(name, value);
    if (step.settings?.["policy"] !== undefined) policy = readPolicySetting(step.settings["policy"]);
    if (step.settings?.["as-of"] !== undefined) fixedDay = readDaySetting(step.settings["as-of"]);
    const isAboutCases =
      step.settings?.["policy"] === undefined &&
      step.settings?.["as-of"] === undefined &&
      staged === undefined &&
      step.normalized === undefined &&
      fresh.every(concernsCasesOnly);
    if (!isAboutCases) checkRevision += 1;
    return ok(fresh);
  };

  const concernsCasesOnly = ({ action }: DecisionEvent): boolean =>
    action.type === "decision-reversed"
      ? events.filter(({ id }) => action.reverses.includes(id)).every(concernsCasesOnly)
      : (decidesCasesOnly.has(action.type) || isMoneyAction(action)) &&
        !(action.type === "invoice-approved" && hasLapsed(action.invoiceId));

  /** A new approval answers the finding that an earlier one has lapsed. */
  const hasLapsed = (id: InvoiceId): boolean =>
    review()
      .checkedById.get(id)
      ?.findings.some(({ check }) => check === "evidence.drift") ?? false;

  return ok({
    ...place,
    location: vault.location,
    vault,
    documents: () => documents,
    events: () => events,
    policy: () => policy,
    asOf,
    today: () => tools.clock.today(),
    fixedDay: () => fixedDay,
    auditHead: () => head,
    digest: tools.digest,
    setting: (name) => settings.get(name),
    fold,
    review,
    decisions,
    keep,
    inTurn: (work) => {
      const turn = queue.then(work);
      queue = turn.catch(() => undefined);
      return turn;
    },
    importInTurn: async (given, work) => {
      const before = imports;
      const signal = AbortSignal.any([given, closing.signal]);
      const turn = before.then(() => {
        signal.throwIfAborted();
        return work(signal);
      });
      imports = turn.catch(() => undefined);
      await Promise.race([before, rejectionBy(signal)]);
      return turn;
    },
    close: async () => {
      closing.abort(new Cancelled());
      await imports;
      await queue;
      if (head !== null && head.sequence > anchored) {
        await vault.anchor(head);
        anchored = head.sequence;
      }
      await vault.close();
    },
  });
}

/** Rejects when a signal is given, also in the middle of waiting for something else. */
const rejectionBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const rejectWithReason = (): void => reject(signal.reason as Error);
    if (signal.aborted) rejectWithReason();
    else signal.addEventListener("abort", rejectWithReason, { once: true });
  });

/** A value that is computed again only when its key has changed. */
function remember<T>(keyOf: () => string, compute: () => T): () => T {
  let kept: { readonly key: string; readonly value: T } | null = null;
  return () => {
    const key = keyOf();
    if (kept?.key !== key) kept = { key, value: compute() };
    return kept.value;
  };
}

function readPolicySetting(text: string | undefined): Policy {
  if (text === undefined) return defaultPolicy;
  const parsed = parsePolicy(JSON.parse(text));
  if (!parsed.ok) throw new Error("The policy was checked before it was kept.");
  return parsed.value;
}

function readDaySetting(text: string | undefined): LocalDate | null {
  const parsed = text === undefined || text === "" ? null : parseLocalDate(text);
  return parsed?.ok === true ? parsed.value : null;
}
