import { contract } from "../../src-shared/api/contract.ts";
import type { CallResult, InputOf, MethodName, OutputOf } from "../../src-shared/api/contract.ts";
import type { Problem } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { sentenceFor } from "../../src-shared/text/index.ts";
import { approveBatch, listBatches } from "./approve-batch.ts";
import { receiveAnswer, sealQuestion } from "./ask-by-file.ts";
import { buildEvidencePack } from "./build-evidence-pack.ts";
import { Cancelled } from "./cancelled.ts";
import { clearCause } from "./clear-cause.ts";
import { commentCase } from "./comment-case.ts";
import { assistantHandlers } from "./assistant/handlers.ts";
import { assignAgreement, bindLine, correctValue, judgeDuplicate } from "./correct-readings.ts";
import { decideCases } from "./decide-cases.ts";
import { confirmTerms, editTerm, rejectTerms } from "./decide-terms.ts";
import { explainTerms, listReadiness } from "./explain-terms.ts";
import { listTermVersions } from "./list-term-versions.ts";
import { planExport, voidExport, writeExport } from "./export-batch.ts";
import { draftingHandlers } from "./drafting/handlers.ts";
import { importFiles, importPaths } from "./import-documents.ts";
import { listProfiles, listTargets } from "./money/export-profiles.ts";
import { moneyHandlers } from "./money/handlers.ts";
import { intakeHandlers } from "./intake/handlers.ts";
import { listViews, writeViews } from "./keep-views.ts";
import { measureTermChange } from "./measure-term-change.ts";
import { openSample } from "./open-sample.ts";
import { clearAutomatically } from "./pilot/clear-automatically.ts";
import { pilotHandlers } from "./pilot/handlers.ts";
import { describeProgram, requireWorkspace } from "./program.ts";
import type { CallContext, Program } from "./program.ts";
import { replayApprovals } from "./replay-approvals.ts";
import { tryRules } from "./try-rules.ts";
import { reportWorkspace } from "./report-workspace.ts";
import { listQueue, showCase } from "./show-cases.ts";
import {
  listAgreements,
  listDeliveries,
  listDocuments,
  removeDocument,
  showDocument,
  showInvoices,
  showOriginal,
} from "./show-documents.ts";
import { listHistory, redoStep, undoStep } from "./undo-steps.ts";
import { createWorkspace, lockWorkspace, unlockWorkspace } from "./unlock-workspace.ts";
import { verifyAudit } from "./verify-audit.ts";
import { readPolicy, writePolicy } from "./write-policy.ts";

type Answer<T> = Result<T, Problem> | Promise<Result<T, Problem>>;
type Handlers = {
  readonly [M in MethodName]: (program: Program, input: InputOf<M>, call: CallContext) => Answer<OutputOf<M>>;
};

/** Every method of the contract; one that is forgotten does not compile. */
const handlers: Handlers = {
  "app.status": async (program) => ok(await describeProgram(program)),
  "app.set-actor": async (program, { actor }) => {
    program.person = actor;
    return ok(await describeProgram(program));
  },
  "workspace.create": createWorkspace,
  "workspace.open": unlockWorkspace,
  "workspace.open-sample": (program, _, call) => openSample(program, call),
  "workspace.lock": lockWorkspace,
  "documents.import-paths": importPaths,
  "documents.import-files": importFiles,
  "documents.list": listDocuments,
  "documents.read": showDocument,
  "documents.invoices": showInvoices,
  "documents.original": showOriginal,
  "documents.remove": removeDocument,
  "agreements.list": listAgreements,
  "deliveries.list": listDeliveries,
  "terms.examples": explainTerms,
  "terms.versions": listTermVersions,
  "terms.blast-radius": measureTermChange,
  "agreements.readiness": listReadiness,
  "terms.confirm": confirmTerms,
  "terms.reject": rejectTerms,
  "terms.edit": editTerm,
  "review.queue": listQueue,
  "review.case": showCase,
  "review.decide": decideCases,
  "review.correct-value": correctValue,
  "review.assign-agreement": assignAgreement,
  "review.bind-line": bindLine,
  "review.judge-duplicate": judgeDuplicate,
  "review.clear-cause": clearCause,
  "review.comment": commentCase,
  "questions.seal": sealQuestion,
  "questions.answer": receiveAnswer,
  "evidence.pack": buildEvidencePack,
  "views.list": listViews,
  "views.write": writeViews,
  "history.list": listHistory,
  "history.undo": undoStep,
  "history.redo": redoStep,
  "batches.list": listBatches,
  "batches.approve": approveBatch,
  "exports.targets": listTargets,
  "exports.plan": planExport,
  "exports.write": writeExport,
  "exports.void": voidExport,
  "exports.profiles": listProfiles,
  "audit.verify": (program, _, call) => {
    const open = requireWorkspace(program);
    return open.ok ? verifyAudit(open.value, [], program.tools, call) : open;
  },
  "report.build": reportWorkspace,
  "rules.try": tryRules,
  "decisions.replay": replayApprovals,
  "policy.read": readPolicy,
  "policy.write": writePolicy,
  ...assistantHandlers,
  ...pilotHandlers,
  ...moneyHandlers,
  ...intakeHandlers,
  ...draftingHandlers,
};

/** One door for every shell: takes plain data of unknown origin, answers plain data, never throws. */
export interface Dispatcher {
  readonly call: (name: string, input: unknown, callId?: string) => Promise<CallResult<unknown>>;
  /** Stops a long call; what it had not finished leaves no trace. */
  readonly cancel: (callId: string) => void;
}

/** Keys that would reach into the prototype of an object. */
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

export function createDispatcher(
  program: Program,
  log: (incident: string, error: unknown) => void,
): Dispatcher {
  const running = new Map<string, AbortController>();

  const call = async (name: string, input: unknown, callId?: string): Promise<CallResult<unknown>> => {
    const controller = new AbortController();
    const isTracked = callId !== undefined && isLong(name) && !running.has(callId);
    if (isTracked) running.set(callId, controller);
    try {
      const result = await answer(program, name, input, {
        signal: controller.signal,
        report: (stage, label, done, total) => {
          if (callId !== undefined) program.emit({ type: "progress", callId, stage, label, done, total });
        },
      });
      return result.ok ? result : toCallError(result.error);
    } catch (error) {
      if (controller.signal.aborted || error instanceof Cancelled) return toCallError({ code: "cancelled" });
      const incident = program.tools.ids.next("inc");
      log(incident, error);
      return toCallError({ code: "call/defect", facts: { incident } });
    } finally {
      if (isTracked) running.delete(callId);
    }
  };
  return { call, cancel: (callId) => running.get(callId)?.abort(new Cancelled()) };
}

const isMethodName = (name: string): name is MethodName => Object.hasOwn(contract, name);
const isLong = (name: string): boolean => isMethodName(name) && contract[name].long;

async function answer(
  program: Program,
  name: string,
  input: unknown,
  call: CallContext,
): Promise<Result<unknown, Problem>> {
  if (!isMethodName(name)) return err({ code: "call/unknown-method", facts: { method: name.slice(0, 100) } });
  const invalid = (path: string, reason: string): Result<never, Problem> =>
    err({ code: "call/invalid-input", facts: { method: name, path, reason } });
  if (hasForbiddenKey(input, 0)) return invalid("input", "a name that is not allowed");
  const parsed = contract[name].input.safeParse(input ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid(issue?.path.join(".") || "input", issue?.message ?? "invalid");
  }
  const handler = handlers[name] as (program: Program, input: unknown, call: CallContext) => Answer<unknown>;
  const answered = await handler(program, parsed.data, call);
  if (answered.ok && changesCases.has(name) && program.workspace !== null)
    await clearAutomatically(program, program.workspace);
  return answered;
}

/** Calls after which a case may have come to be one that the program may clear, where the owner has signed for that. */
const changesCases = new Set<MethodName>([
  "documents.import-paths",
  "documents.import-files",
  "terms.confirm",
  "terms.edit",
  "review.clear-cause",
]);

const deepestInput = 64;

function hasForbiddenKey(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth > deepestInput) return true;
  return Object.entries(value).some(
    ([key, inner]) => forbiddenKeys.has(key) || hasForbiddenKey(inner, depth + 1),
  );
}

const toCallError = (problem: Problem): CallResult<never> => ({
  ok: false,
  error: {
    code: problem.code,
    message: sentenceFor(problem),
    ...(problem.facts === undefined ? {} : { facts: problem.facts }),
  },
});
