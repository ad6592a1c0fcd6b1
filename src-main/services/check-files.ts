import { defaultPolicy } from "../../src-shared/model/index.ts";
import type { Policy, Report, TableMapping } from "../../src-shared/model/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { err } from "../../src-shared/result/index.ts";
import type { StoredDocument } from "../ports/vault.ts";
import { noAssignments } from "../pipeline/match/index.ts";
import { buildReport } from "./build-report.ts";
import { checkDocuments, collectNouns, joinPapers, withAcceptedTerms } from "./check-documents.ts";
import { describeEngine } from "./describe-engine.ts";
import { readFiles } from "./read-files.ts";
import type { IncomingFile } from "./read-files.ts";
import type { ReportProgress, Tools } from "./tools.ts";

export interface CheckFilesOrder {
  readonly paths: readonly string[];
  /** `null` is the day of this machine. */
  readonly asOf: LocalDate | null;
  readonly since: LocalDate | null;
  readonly policy: Policy | null;
  /** Mappings of tables beside those of the policy; they come first. */
  readonly tableMappings: readonly TableMapping[];
  readonly acceptTerms: boolean;
}

export interface CheckFilesOutcome {
  readonly report: Report;
  readonly documents: readonly StoredDocument[];
}

/** The main job on files and folders, with nothing kept. */
export async function checkFiles(
  order: CheckFilesOrder,
  tools: Tools,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<CheckFilesOutcome> {
  const startedAt = tools.clock.monotonicMs();
  const asOf = order.asOf ?? tools.clock.today();
  const known = order.policy ?? defaultPolicy;
  const policy = { ...known, tableMappings: [...order.tableMappings, ...known.tableMappings] };
  const documents = await readPaths(order.paths, asOf, policy, tools, report, signal);
  const read = joinPapers(collectNouns(documents));
  const nouns = order.acceptTerms ? withAcceptedTerms(read) : read;
  report("check", formatMessage("progress/check", {}), 0, nouns.invoices.length);
  const { matching, checked } = checkDocuments(
    { documents, nouns, policy, asOf, assignments: noAssignments, verdicts: [], approvals: new Map() },
    tools.digest,
  );
  report("check", formatMessage("progress/check", {}), nouns.invoices.length, nouns.invoices.length);
  return {
    documents,
    report: buildReport({
      createdAt: tools.clock.now(),
      elapsedMs: Math.round(tools.clock.monotonicMs() - startedAt),
      asOf,
      engine: describeEngine(),
      acceptedTerms: order.acceptTerms,
      since: order.since,
      documents,
      ...nouns,
      matching,
      checked,
    }),
  };
}

/** Finds and reads everything under the paths; nothing is kept but what it means. */
export async function readPaths(
  paths: readonly string[],
  asOf: LocalDate,
  policy: Policy,
  tools: Tools,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<readonly StoredDocument[]> {
  const taken = await readFiles(
    {
      incoming: await findIncoming(paths, tools, report, signal),
      known: new Map(),
      context: { asOf, ownCompany: policy.ownCompany, tableMappings: policy.tableMappings },
      keep: "nouns",
    },
    tools,
    report,
    signal,
  );
  return taken.map(({ stored }) => stored);
}

/** What stands under the paths, as files that can be taken in. */
export async function findIncoming(
  paths: readonly string[],
  tools: Tools,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<readonly IncomingFile[]> {
  report("import", formatMessage("progress/import", {}), 0, null);
  const found = await tools.files.find(paths, signal);
  return found.map((file) => ({
    path: file.path,
    sizeBytes: file.sizeBytes,
    load: () => (file.problem === null ? tools.files.load(file) : Promise.resolve(err(file.problem))),
  }));
}
