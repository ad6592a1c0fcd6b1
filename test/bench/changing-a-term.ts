import { createHash } from "node:crypto";
import { checkInvoices } from "../../src-main/pipeline/check/index.ts";
import { matchDocuments, noAssignments } from "../../src-main/pipeline/match/index.ts";
import { findBlastRadius } from "../../src-main/services/measure-term-change.ts";
import type { BlastOrder } from "../../src-main/services/measure-term-change.ts";
import { defaultPolicy } from "../../src-shared/model/index.ts";
import type { BlastRadius, Term } from "../../src-shared/model/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { createBilledBatch } from "./billed-batch.ts";
import { duel } from "./duel.ts";
import { inMs } from "./result.ts";
import type { BenchResult } from "./result.ts";

const invoiceCount = 1_000;
const linesPerInvoice = 10;

/** What a change of one rate does to a thousand invoices of its agreement, against judging them all anew. */
export async function benchChangingATerm(rounds: number): Promise<BenchResult> {
  const batch = createBilledBatch(invoiceCount, linesPerInvoice, 1);
  const { agreements, invoices } = batch;
  const ofText = (text: string): string => createHash("sha256").update(text).digest("hex");
  const shared = { agreements, invoices, deliveries: [], policy: defaultPolicy };
  const asOf = "2026-11-21" as LocalDate;
  const judgeAll = () => {
    const matching = matchDocuments({ ...shared, assignments: noAssignments });
    const checked = checkInvoices({
      ...shared,
      matching,
      documents: [],
      files: [],
      asOf,
      verdicts: [],
      approvals: new Map(),
      hash: ofText,
    });
    return { matching, checked };
  };
  const { matching, checked } = judgeAll();
  const order: BlastOrder = {
    review: {
      documents: [],
      nouns: { agreements, deliveries: [], invoices },
      matching,
      checkedById: new Map(checked.invoices.map((one) => [one.invoiceId, one])),
      matchById: new Map(matching.invoices.map((match) => [match.invoiceId, match])),
    },
    policy: defaultPolicy,
    asOf,
    assignments: noAssignments,
    verdicts: [],
    approvals: new Map(),
    digest: { ofText, ofBytes: () => "" },
    stateOf: () => "to-decide",
  };
  const [agreement] = agreements;
  const term = agreement?.terms[0];
  if (agreement === undefined || term?.type !== "rate") throw new Error("The batch has no rate to change");
  const changed: Term = { ...term, value: { ...term.value, price: "1.00" as never }, version: 2 };
  const ours = (): BlastRadius => findBlastRadius(order, agreement, changed);
  const touched = ours().invoices.length;
  if (touched < invoiceCount / 4)
    throw new Error(`Only ${touched} invoices feel a rate that half of them bill`);
  const measured = await duel(ours, judgeAll, rounds);
  return {
    id: "blast-radius",
    title: "blast radius of one term",
    work: `${invoiceCount.toLocaleString("en-US")} invoices of one agreement, ${touched} touched`,
    reference: "matching and checking all of them",
    ours: measured.ours,
    theirs: measured.reference,
    ratio: measured.ratio,
    shown: inMs(measured.ours),
    shownReference: inMs(measured.reference),
  };
}
