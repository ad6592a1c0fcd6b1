import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyCorrections,
  applyTermDecisions,
  caseRecordOf,
  eventsToReverse,
  findRedo,
  foldDecisions,
  judgeCase,
  listSteps,
  readyToHandOff,
} from "../../../../../src-main/pipeline/decide/index.ts";
import type { DecisionFold } from "../../../../../src-main/pipeline/decide/index.ts";
import type {
  BatchId,
  CheckedInvoice,
  DecisionAction,
  DecisionEvent,
  EventId,
  FindingId,
  InvoiceId,
  TermId,
} from "../../../../../src-shared/model/index.ts";
import { defaultPolicy } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { anAgreement, anInvoice } from "../../../../builders/billing-documents.ts";
import { checkCase } from "../../../../builders/billing-case.ts";

const invoiceIds = ["inv-a", "inv-b", "inv-c"] as InvoiceId[];
const termIds = ["trm-a", "trm-b"] as TermId[];

/** A log of one event for each action; the groups name the steps. */
const logOf = (steps: readonly (readonly DecisionAction[])[], actor = "Ada"): DecisionEvent[] => {
  const events: DecisionEvent[] = [];
  for (const [index, actions] of steps.entries())
    for (const action of actions) events.push(eventOf(action, events.length + 1, `step-${index}`, actor));
  return events;
};

const eventOf = (action: DecisionAction, sequence: number, group: string, actor = "Ada"): DecisionEvent => ({
  id: `evt-${sequence}` as EventId,
  sequence,
  at: `2026-11-21T09:00:${String(sequence % 60).padStart(2, "0")}Z`,
  actor,
  group,
  label: group,
  action,
});

const actions: fc.Arbitrary<DecisionAction> = fc.oneof(
  fc.record({
    type: fc.constant("term-confirmed" as const),
    termId: fc.constantFrom(...termIds),
    version: fc.constant(1),
  }),
  fc.record({
    type: fc.constant("term-rejected" as const),
    termId: fc.constantFrom(...termIds),
    reason: fc.constant(null),
  }),
  fc.record({
    type: fc.constant("invoice-approved" as const),
    invoiceId: fc.constantFrom(...invoiceIds),
    contentHash: fc.constantFrom("h1", "h2"),
    reason: fc.constant(null),
  }),
  fc.record({
    type: fc.constant("invoice-escalated" as const),
    invoiceId: fc.constantFrom(...invoiceIds),
    role: fc.constantFrom("Owner", "Legal"),
    note: fc.string({ maxLength: 5 }),
  }),
  fc.record({
    type: fc.constant("finding-dismissed" as const),
    invoiceId: fc.constantFrom(...invoiceIds),
    findingId: fc.constantFrom("fnd-1", "fnd-2").map((id) => id as FindingId),
    reason: fc.constant("known"),
  }),
  fc.record({
    type: fc.constant("value-corrected" as const),
    invoiceId: fc.constantFrom(...invoiceIds),
    correction: fc.record({
      field: fc.constantFrom("number", "payable"),
      value: fc.constantFrom("1", "2", null),
    }),
  }),
  fc.record({
    type: fc.constant("line-bound" as const),
    invoiceId: fc.constantFrom(...invoiceIds),
    line: fc.constantFrom("1", "2"),
    termId: fc.constantFrom(...termIds, null),
  }),
  fc.record({
    type: fc.constant("duplicate-judged" as const),
    invoiceId: fc.constantFrom(...invoiceIds),
    otherId: fc.constantFrom(...invoiceIds),
    verdict: fc.constantFrom("duplicate" as const, "distinct" as const),
  }),
);

const byKey = <V>(map: ReadonlyMap<string, V>): readonly (readonly [string, V])[] =>
  [...map].toSorted(([first], [second]) => (first < second ? -1 : 1));

/** A fold without what only history shows: which events there were. */
const stateOf = (fold: DecisionFold): unknown => ({
  terms: byKey(fold.terms),
  assignments: [byKey(fold.assignments.agreements), byKey(fold.assignments.lines)],
  corrections: byKey(fold.corrections),
  verdicts: fold.verdicts,
  batches: fold.batches,
  exports: fold.exports,
  cases: [...fold.cases]
    .map(([id, { last, approvals, dismissed, batchId, exportId }]) => ({
      id,
      last: last?.action ?? null,
      approvals: approvals.map(({ action }) => action),
      dismissed,
      batchId,
      exportId,
    }))
    .filter(
      ({ last, dismissed, batchId, exportId }) =>
        last !== null || dismissed.length > 0 || batchId !== null || exportId !== null,
    )
    .toSorted((first, second) => (first.id < second.id ? -1 : 1)),
});

const steps = fc.array(fc.array(actions, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

describe("undo appends, and nothing is lost", () => {
  test("decisions with some steps reversed fold like the decisions without them", () => {
    fc.assert(
      fc.property(steps, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (done, undone) => {
        const events = logOf(done);
        const reversals: DecisionEvent[] = [];
        for (const [index] of done.entries()) {
          if (undone[index] !== true) continue;
          const reverses = events.filter(({ group }) => group === `step-${index}`).map(({ id }) => id);
          reversals.push(
            eventOf(
              { type: "decision-reversed", reverses },
              events.length + reversals.length + 1,
              `undo-${index}`,
            ),
          );
        }
        const kept = events.filter(({ group }) => undone[Number(group.slice(5))] !== true);
        expect(stateOf(foldDecisions([...events, ...reversals]))).toEqual(stateOf(foldDecisions(kept)));
      }),
    );
  });

  test("undo and redo of any number of last steps leads back to the same state", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5 }), (done, count) => {
        const events = logOf(done);
        const before = stateOf(foldDecisions(events));
        let undone = 0;
        for (; undone < count; undone += 1) {
          const fold = foldDecisions(events);
          const step = listSteps(events, fold).findLast(({ state }) => state === "done");
          if (step === undefined) break;
          events.push(
            eventOf(
              { type: "decision-reversed", reverses: eventsToReverse(step, fold) },
              events.length + 1,
              `undo-${undone}`,
            ),
          );
        }
        for (; undone > 0; undone -= 1) {
          const undo = findRedo(events);
          expect(undo).not.toBeNull();
          if (undo !== null)
            events.push(
              eventOf(
                { type: "decision-reversed", reverses: [undo.id] },
                events.length + 1,
                `redo-${undone}`,
              ),
            );
        }
        expect(stateOf(foldDecisions(events))).toEqual(before);
        expect(findRedo(events)).toBeNull();
      }),
    );
  });

  test("history keeps what was reversed", () => {
    const events = logOf([
      [{ type: "invoice-approved", invoiceId: "inv-a" as InvoiceId, contentHash: "h", reason: null }],
      [{ type: "decision-reversed", reverses: ["evt-1" as EventId] }],
    ]);
    const record = caseRecordOf(foldDecisions(events), "inv-a" as InvoiceId);
    expect(record.approvals).toEqual([]);
    expect(record.history).toHaveLength(1);
  });
});

describe("what a person says goes before what was read", () => {
  test("a rejected term never binds, an edited one is confirmed in its new version", () => {
    const agreement = anAgreement({
      terms: [
        { type: "rate", value: { item: "Developer", unit: "hour", price: "150.00" }, status: "proposed" },
        { type: "cap", value: { amount: "1000.00", scope: "agreement" }, status: "proposed" },
      ],
    });
    const [first, second] = agreement.terms;
    const fold = foldDecisions(
      logOf([
        [{ type: "term-rejected", termId: first!.id, reason: null }],
        [
          {
            type: "term-edited",
            termId: second!.id,
            termType: "cap",
            value: { amount: decimalText("2000.00"), scope: "agreement" },
            from: null,
            to: null,
            reason: null,
          },
        ],
      ]),
    );
    const [decided] = applyTermDecisions([agreement], fold);
    expect(decided?.terms[0]?.status).toBe("rejected");
    expect(decided?.terms[1]).toMatchObject({
      status: "confirmed",
      basis: "person",
      version: 2,
      value: { amount: "2000.00" },
    });
  });

  test("a corrected value has a person as its basis, and no machine's rivals", () => {
    const invoice = anInvoice({
      lines: [{ description: "Developer", quantity: "1", unit: "hour", unitPrice: "150.00", net: "150.00" }],
    });
    const fold = foldDecisions(
      logOf([
        [{ type: "value-corrected", invoiceId: invoice.id, correction: { field: "number", value: "INV-7" } }],
        [
          {
            type: "value-corrected",
            invoiceId: invoice.id,
            correction: { field: "lines/1/quantity", value: "2" },
          },
        ],
      ]),
    );
    const [corrected] = applyCorrections([invoice], fold);
    expect(corrected?.number).toMatchObject({ value: "INV-7", basis: "person", confidence: 1 });
    expect(corrected?.lines[0]?.quantity).toMatchObject({ value: "2", basis: "person" });
  });
});

describe("the gate before an export", () => {
  const spec = {
    agreements: [
      { terms: [{ type: "rate" as const, value: { item: "Developer", unit: "hour", price: "150.00" } }] },
    ],
    invoices: [
      {
        lines: [
          { description: "Developer", quantity: "1", unit: "hour", unitPrice: "150.00", net: "150.00" },
        ],
      },
    ],
    deliveries: [{ quantity: "1" }],
  };
  const [checked] = checkCase(spec).invoices as [CheckedInvoice];
  const invoice = anInvoice(spec.invoices[0]);
  const approve = (hash: string): DecisionAction => ({
    type: "invoice-approved",
    invoiceId: invoice.id,
    contentHash: hash,
    reason: null,
  });
  const gate = (
    events: readonly DecisionEvent[],
    contentHash: string,
    fourEyesAbove: string | null = null,
  ): ReturnType<typeof readyToHandOff> => {
    const fold = foldDecisions(events);
    const decision = judgeCase(
      {
        invoice,
        checked,
        contentHash,
        asOf: localDate("2026-11-21"),
        policy: {
          ...defaultPolicy,
          fourEyesAbove: fourEyesAbove === null ? null : decimalText(fourEyesAbove),
        },
      },
      fold,
    );
    return readyToHandOff([{ invoiceId: invoice.id, invoice, decision }], fold);
  };

  test("what was approved as it is goes out", () => {
    expect(gate(logOf([[approve("h1")]]), "h1").ready).toEqual([invoice]);
  });

  test("what nobody approved does not", () => {
    expect(gate([], "h1").refusals.map(({ code }) => code)).toEqual(["decide/not-approved"]);
  });

  test("what has changed since it was approved does not", () => {
    expect(gate(logOf([[approve("h1")]]), "h2").refusals.map(({ code }) => code)).toEqual([
      "decide/changed-since-approval",
    ]);
  });

  test("above the limit two persons approve, and one of them twice is one", () => {
    expect(gate(logOf([[approve("h1")], [approve("h1")]]), "h1", "100.00").ready).toEqual([]);
    const both = [...logOf([[approve("h1")]]), eventOf(approve("h1"), 2, "step-1", "Grace")];
    expect(gate(both, "h1", "100.00").ready).toEqual([invoice]);
  });

  test("what was handed over does not go out again, unless the export was voided", () => {
    const batchId = "bat-1" as BatchId;
    const prepared: DecisionAction = {
      type: "export-prepared",
      batchId,
      target: "generic-csv",
      exportId: "exp-1",
      invoiceIds: [invoice.id],
    };
    const written: DecisionAction = { type: "export-written", exportId: "exp-1", files: [] };
    const events = logOf([[approve("h1")], [prepared], [written]]);
    expect(gate(events, "h1").refusals.map(({ code }) => code)).toEqual(["export/already-handed-over"]);
    const voided = [
      ...events,
      eventOf({ type: "export-voided", exportId: "exp-1", reason: "wrong file" }, 9, "void"),
    ];
    expect(gate(voided, "h1").ready).toEqual([invoice]);
  });
});
