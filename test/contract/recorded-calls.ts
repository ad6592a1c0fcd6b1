import type { CallResult } from "../../src-shared/api/contract.ts";

/** One call of the recording. A function makes the input from the answers so far. */
export interface RecordedCall {
  readonly name: string;
  readonly input: object | ((answers: readonly Answer[]) => object);
}
export interface Answer {
  readonly name: string;
  readonly result: CallResult<unknown>;
}
export type Send = (name: string, input: unknown) => Promise<CallResult<unknown>>;

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64");
const valueOf = (answers: readonly Answer[], name: string): Record<string, unknown> => {
  const answer = answers.findLast((candidate) => candidate.name === name);
  if (answer?.result.ok !== true) throw new Error(`${name} was not answered.`);
  return answer.result.value as Record<string, unknown>;
};
const invoiceIds = (answers: readonly Answer[]): readonly string[] =>
  (valueOf(answers, "review.queue")["rows"] as readonly { invoiceId: string }[]).map(
    ({ invoiceId }) => invoiceId,
  );
const batchId = (answers: readonly Answer[]): unknown => valueOf(answers, "batches.approve")["batchId"];

const sale = (number: string, customer: string, net: string) => ({
  number,
  customer,
  net,
  gross: net,
  lines: [{ description: "Work", net }],
});

/** The main job and its refusals, as a window makes them. */
export const recordedCalls: readonly RecordedCall[] = [
  { name: "app.status", input: {} },
  { name: "app.set-actor", input: { actor: "Grace" } },
  { name: "documents.list", input: {} },
  {
    name: "documents.import-files",
    input: {
      files: [
        { path: "in/a.json", base64: base64(sale("A-1", "Acme", "100.00")) },
        { path: "in/b.json", base64: base64(sale("B-2", "Beta", "40.00")) },
        { path: "in/broken.json", base64: Buffer.from("garbage").toString("base64") },
        { path: "in/empty.json", base64: "" },
      ],
    },
  },
  { name: "documents.list", input: {} },
  { name: "agreements.list", input: {} },
  { name: "deliveries.list", input: {} },
  { name: "review.queue", input: {} },
  { name: "review.case", input: (answers) => ({ invoiceId: invoiceIds(answers)[0] }) },
  { name: "review.case", input: { invoiceId: "inv-none" } },
  { name: "review.case", input: { invoice: 1 } },
  { name: "no.such-method", input: {} },
  {
    name: "review.decide",
    input: (answers) => ({ invoiceIds: invoiceIds(answers), decision: { type: "approve", reason: null } }),
  },
  { name: "history.undo", input: { group: null } },
  { name: "history.redo", input: {} },
  { name: "history.redo", input: {} },
  {
    name: "review.correct-value",
    input: (answers) => ({
      invoiceId: invoiceIds(answers)[0],
      field: "issueDate",
      value: "some day in December",
    }),
  },
  { name: "batches.approve", input: (answers) => ({ invoiceIds: invoiceIds(answers) }) },
  { name: "batches.list", input: {} },
  { name: "exports.targets", input: {} },
  {
    name: "exports.plan",
    input: (answers) => ({ batchId: batchId(answers), target: "generic-csv", options: {} }),
  },
  {
    name: "exports.write",
    input: (answers) => ({ batchId: batchId(answers), target: "generic-csv", options: {}, directory: null }),
  },
  {
    name: "exports.write",
    input: (answers) => ({ batchId: batchId(answers), target: "generic-csv", options: {}, directory: null }),
  },
  { name: "history.undo", input: { group: null } },
  { name: "history.list", input: {} },
  { name: "rules.try", input: { tolerances: [], without: ["rate.over"] } },
  { name: "decisions.replay", input: {} },
  { name: "policy.read", input: {} },
  { name: "policy.write", input: { policy: { fiscalYearStart: 0 } } },
  { name: "audit.verify", input: {} },
  { name: "report.build", input: {} },
  { name: "workspace.lock", input: {} },
  { name: "review.queue", input: {} },
];

/** Plays the recording through a shell and writes down every answer. */
export async function replay(send: Send): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const { name, input } of recordedCalls) {
    const made =
      typeof input === "function" ? (input as (answers: readonly Answer[]) => object)(answers) : input;
    answers.push({ name, result: await send(name, made) });
  }
  return answers;
}
