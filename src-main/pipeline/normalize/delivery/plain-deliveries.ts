import type { Delivery, DeliveryId, DeliveryKind, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { byAnother } from "./approval.ts";
import { formCounts, type FormCount } from "./record-form.ts";
import type { LabeledText } from "./record-labels.ts";
import { recordLines, type LineContext, type LineRecord } from "./record-lines.ts";
import type { PrintedRow } from "./printed-rows.ts";
import type { Surroundings } from "./record-surroundings.ts";

/** A paper without a table of records, as far as it is read. */
export interface PlainPaper {
  readonly document: ReadDocument;
  readonly context: NormalizeContext;
  readonly around: Surroundings;
  readonly kind: DeliveryKind;
}

type Counted = Pick<
  Delivery,
  "kind" | "date" | "person" | "item" | "quantity" | "unit" | "amount" | "currency" | "evidence"
>;

/** A record of a line or form with what the paper says once for all. */
function deliveryOf(counted: Counted, place: string, { document, context, around }: PlainPaper): Delivery {
  const person = counted.person ?? around.text("person");
  const approval = byAnother(around.approval, person);
  return {
    ...counted,
    id: `dlv-${context.hash(`${document.documentId}|${place}`).slice(0, 12)}` as DeliveryId,
    documentId: document.documentId,
    sourceId: around.text("record-id"),
    instant: null,
    periodStart: counted.date === null ? (around.period?.start ?? null) : null,
    periodEnd: counted.date === null ? (around.period?.end ?? null) : null,
    person,
    role: around.text("role"),
    customer: around.text("customer"),
    project: around.text("project"),
    billable: null,
    approved: approval.approved,
    approvedBy: approval.by,
    reference: around.text("reference"),
    basis: "rule",
    confidence: counted.quantity === null && counted.amount === null ? 0.2 : 0.82,
    evidence: [...counted.evidence, ...(approval === around.approval ? around.approvalEvidence : [])],
  };
}

/** Records of the lines of a list, a note or running text. */
export function lineDeliveries(
  paper: PlainPaper,
  rows: readonly PrintedRow[],
  lines: LineContext,
): readonly Delivery[] {
  return recordLines(rows, lines).map((record: LineRecord, index) =>
    deliveryOf({ ...record, kind: lines.kind }, `line|${index}`, paper),
  );
}

/** Records of a form that says once when, who and how much. */
export function formDeliveries(
  paper: PlainPaper,
  labels: readonly LabeledText[],
  lines: LineContext,
): readonly Delivery[] {
  const { around, kind } = paper;
  return formCounts(labels, lines.numbers, kind).map((count: FormCount, index) =>
    deliveryOf(
      {
        kind: count.kind,
        date: around.date,
        person: null,
        item: [count.of, around.text("item")].filter((text) => text !== null).join(" – ") || null,
        quantity: count.quantity,
        unit: count.unit,
        amount: null,
        currency: null,
        evidence: count.evidence,
      },
      `form|${index}`,
      paper,
    ),
  );
}
