import type {
  AppEvent,
  AppStatus,
  BatchRow,
  CallResult,
  DecisionReceipt,
  HistoryStep,
  MethodName,
  OutputOf,
  Transport,
} from "../../../src-shared/api/contract.ts";
import { defaultPolicy } from "../../../src-shared/model/index.ts";
import type { CaseState, QueueRow, Term } from "../../../src-shared/model/index.ts";
import type { DrawnLine } from "./draw-page.ts";
import {
  as,
  createAgreements,
  createCase,
  createDeliveries,
  createDocumentRows,
  createReadings,
  createRows,
  documentIds,
} from "./workspace-fixture.ts";

export interface FakeOptions {
  readonly rowCount?: number;
  readonly startsOpen?: boolean;
  readonly drawnAgreement?: readonly DrawnLine[];
  readonly drawnInvoice?: readonly DrawnLine[];
  readonly originals?: Readonly<Record<string, Uint8Array>>;
  /** Calls that fail with this sentence. */
  readonly failing?: Partial<Record<MethodName, string>>;
}

export interface FakeHost extends Transport {
  readonly calls: { readonly name: MethodName; readonly input: unknown }[];
  readonly emit: (event: AppEvent) => void;
}

interface Snapshot {
  readonly rows: readonly QueueRow[];
  readonly statuses: Readonly<Record<string, Term["status"]>>;
  readonly dismissed: readonly string[];
  readonly batches: readonly BatchRow[];
}

/** The program in memory: keeps the promises of the contract that the window relies on, with undo by snapshots. */
export function createFakeHost(options: FakeOptions = {}): FakeHost {
  const listeners = new Set<(event: AppEvent) => void>();
  const calls: { name: MethodName; input: unknown }[] = [];
  const noLines: readonly DrawnLine[] = [];
  const drawn = { agreement: options.drawnAgreement ?? noLines, invoice: options.drawnInvoice ?? noLines };
  let now: Snapshot = { rows: createRows(options.rowCount ?? 60), statuses: {}, dismissed: [], batches: [] };
  let done: { step: HistoryStep; before: Snapshot; after: Snapshot }[] = [];
  let undone: typeof done = [];
  let groups = 0;
  let open = options.startsOpen ?? true;

  const status = (): AppStatus => ({
    version: "0.1.0",
    shell: "local-web",
    workspace: {
      state: open ? "open" : "none",
      name: open ? "Northwind sample" : null,
      location: open ? "/sample" : null,
      isSample: true,
    },
    recent: [{ name: "Acme books", location: "/books/acme" }],
    keyStore: false,
    actor: "Bookkeeper",
    bytesSent: 0,
    asOf: "2026-04-02",
  });
  const emit = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const apply = (
    label: string,
    ids: readonly string[],
    change: (snapshot: Snapshot) => Snapshot,
  ): DecisionReceipt => {
    groups += 1;
    const group = `group-${groups}`;
    const before = now;
    now = change(now);
    const step: HistoryStep = {
      group,
      label,
      at: "2026-04-02T09:00:00Z",
      actor: "Bookkeeper",
      state: "done",
      canUndo: true,
      events: [],
    };
    done = [...done, { step, before, after: now }];
    undone = [];
    emit({ type: "workspace-changed", topics: ["queue", "agreements", "history", "batches"] });
    return { applied: ids, refused: [], group };
  };
  const withState =
    (ids: readonly string[], state: CaseState, until: string | null = null) =>
    (snapshot: Snapshot): Snapshot => ({
      ...snapshot,
      rows: snapshot.rows.map((row) =>
        ids.includes(row.invoiceId)
          ? { ...row, state, waitingUntil: until === null ? null : as(until) }
          : row,
      ),
    });
  const agreements = () =>
    drawn.agreement.length === 0
      ? []
      : createAgreements(drawn.agreement).map((agreement) => ({
          ...agreement,
          terms: agreement.terms.map((term) => ({ ...term, status: now.statuses[term.id] ?? term.status })),
        }));

  const answer = (name: MethodName, given: unknown): unknown => {
    const input = given as Record<string, never>;
    switch (name) {
      case "app.status":
        return status();
      case "workspace.open-sample":
      case "workspace.open":
        open = true;
        return status();
      case "workspace.create":
        open = true;
        return { status: status(), recoveryKey: "7K2Q-9XVD-41MB-ZT8R-PW3C-55JH" };
      case "workspace.lock":
        open = false;
        return status();
      case "documents.list":
        return createDocumentRows();
      case "documents.original": {
        const bytes = options.originals?.[input["documentId"] ?? ""];
        const binary = [...(bytes ?? [])].map((byte) => String.fromCharCode(byte)).join("");
        return { mediaType: bytes === undefined ? "text/plain" : "application/pdf", base64: btoa(binary) };
      }
      case "documents.read":
        return createReadings()[input["documentId"] ?? ""];
      case "documents.import-files":
        return { documents: createDocumentRows().slice(0, 2), unreadable: 0, alreadyKnown: 0 };
      case "agreements.list":
        return agreements();
      case "deliveries.list":
        return createDeliveries();
      case "terms.confirm":
      case "terms.reject": {
        const ids = input["termIds"] as never as string[];
        const next = name === "terms.confirm" ? "confirmed" : "rejected";
        return apply(`${next} terms`, ids, (snapshot) => ({
          ...snapshot,
          statuses: {
            ...snapshot.statuses,
            ...Object.fromEntries(ids.map((id) => [id, next as Term["status"]])),
          },
        }));
      }
      case "terms.edit":
        return apply("Edit a term", [input["termId"] ?? ""], (snapshot) => snapshot);
      case "review.queue":
        return { rows: now.rows, missing: [], findings: [], causes: [], counts: {}, offered: [] };
      case "terms.versions":
        return { termId: input["termId"], versions: [], related: [] };
      case "terms.examples":
      case "agreements.readiness":
        return [];
      case "policy.read":
        return defaultPolicy;
      case "policy.write":
        return input["policy"];
      case "rules.try": {
        const tally = { caught: 2, falseAlarms: 5, unjudged: 12, clear: 20, money: { USD: "1200.00" } };
        return { invoices: 60, now: tally, tried: { ...tally, falseAlarms: 1 }, differences: [] };
      }
      case "views.list":
        return [];
      case "views.write":
        return input["views"];
      case "review.case": {
        const row = now.rows.find((each) => each.invoiceId === input["invoiceId"]);
        if (row === undefined) throw new Error("unknown invoice");
        const review = createCase(drawn.agreement, drawn.invoice, row);
        return {
          ...review,
          agreements: agreements(),
          decision: {
            ...review.decision,
            dismissed: now.dismissed.map((findingId) => ({ findingId, reason: "Known" })),
          },
        };
      }
      case "review.decide": {
        const ids = input["invoiceIds"] as never as string[];
        const decision = input["decision"] as never as { type: string; until?: string; findingId?: string };
        if (decision.type === "dismiss-finding") {
          return apply("Dismiss a finding", ids, (snapshot) => ({
            ...snapshot,
            dismissed: [...snapshot.dismissed, decision.findingId ?? ""],
          }));
        }
        const states: Record<string, CaseState> = {
          approve: "approved",
          correct: "sent-back",
          ask: "waiting",
          escalate: "waiting",
          postpone: "waiting",
        };
        return apply(
          `${decision.type} ${ids.length}`,
          ids,
          withState(ids, states[decision.type] ?? "to-decide", decision.until ?? null),
        );
      }
      case "history.list":
        return [
          ...undone.map(({ step }) => ({ ...step, state: "undone" })),
          ...done.map(({ step }) => step).reverse(),
        ];
      case "history.undo": {
        const last = done.at(-1);
        if (last === undefined) return { applied: [], refused: [], group: null, label: null };
        done = done.slice(0, -1);
        undone = [last, ...undone];
        now = last.before;
        emit({ type: "workspace-changed", topics: ["queue", "agreements", "history", "batches"] });
        return { applied: [last.step.group], refused: [], group: last.step.group, label: last.step.label };
      }
      case "history.redo": {
        const [next] = undone;
        if (next === undefined) return { applied: [], refused: [], group: null, label: null };
        undone = undone.slice(1);
        done = [...done, next];
        now = next.after;
        emit({ type: "workspace-changed", topics: ["queue", "history", "batches"] });
        return { applied: [next.step.group], refused: [], group: next.step.group, label: next.step.label };
      }
      case "batches.list":
        return now.batches;
      case "batches.approve": {
        const ids = input["invoiceIds"] as never as string[];
        const batchId = `bat-${now.batches.length + 1}`;
        const batch: BatchRow = {
          batchId,
          at: "2026-04-02T09:30:00Z",
          actor: "Bookkeeper",
          invoiceIds: ids,
          totals: { USD: "18420.50", EUR: "2310.00" },
          exports: [],
        };
        return {
          ...apply("Approve a batch", ids, (snapshot) => ({
            ...snapshot,
            batches: [batch, ...snapshot.batches],
          })),
          batchId,
        };
      }
      case "exports.targets":
        return [
          {
            id: "xero-csv",
            title: "Xero sales invoices (CSV)",
            options: [
              {
                name: "accountCode",
                title: "Account code",
                help: "Sales account of the lines.",
                kind: "text",
                choices: [],
                value: "200",
              },
              {
                name: "dateFormat",
                title: "Date format",
                help: "As Xero expects it for your region.",
                kind: "choice",
                choices: ["DD/MM/YYYY", "MM/DD/YYYY"],
                value: "DD/MM/YYYY",
              },
            ],
          },
          { id: "quickbooks-csv", title: "QuickBooks Online invoices (CSV)", options: [] },
          { id: "json", title: "Generic JSON", options: [] },
        ];
      case "exports.plan": {
        const batch = now.batches.find((each) => each.batchId === input["batchId"]);
        return {
          target: input["target"],
          batchId: input["batchId"],
          files: [
            { name: "xero-sales-invoices.csv", invoiceIds: batch?.invoiceIds ?? [], rows: 41 },
            { name: "manifest.json", invoiceIds: [], rows: 1 },
          ],
          invoiceIds: batch?.invoiceIds ?? [],
          refusals: [],
          notes: [],
          totals: batch?.totals ?? {},
        };
      }
      case "exports.write": {
        const content = {
          name: "xero-sales-invoices.csv",
          mediaType: "text/csv",
          base64: btoa("a,b\n"),
          sha256: "ab".repeat(32),
        };
        const record = {
          exportId: "exp-1",
          batchId: input["batchId"],
          target: input["target"],
          state: "written",
          invoiceIds: [],
          files: [content],
          at: "2026-04-02T09:31:00Z",
        } as never;
        now = {
          ...now,
          batches: now.batches.map((batch) =>
            batch.batchId === input["batchId"] ? { ...batch, exports: [record] } : batch,
          ),
        };
        return { record, directory: null, files: [content] };
      }
      case "exports.profiles":
        return [];
      case "audit.verify":
        return { state: "intact", entries: 42, head: "9f".repeat(32), firstBadSequence: null, because: null };
      default:
        throw new Error(`The fake does not answer ${name}`);
    }
  };

  return {
    calls,
    emit,
    call: async <M extends MethodName>(name: M, input: unknown): Promise<CallResult<OutputOf<M>>> => {
      calls.push({ name, input });
      const sentence = options.failing?.[name];
      if (sentence !== undefined) return { ok: false, error: { code: "fake/failing", message: sentence } };
      return { ok: true, value: structuredClone(answer(name, input)) as OutputOf<M> };
    },
    cancel: () => undefined,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pick: null,
    pathOf: null,
  };
}

export { documentIds };
