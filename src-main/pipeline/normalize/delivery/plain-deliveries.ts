import type { Delivery, DeliveryKind, ReadDocument } from "../../../../src-shared/model/index.ts";
import { isTimeUnit, joinItem } from "../../../../src-shared/wording/index.ts";
import type { NormalizeContext } from "../context.ts";
import { byAnother } from "./approval.ts";
import { foldText } from "../values/fold.ts";
import { countedRows } from "./counted-rows.ts";
import { doneCounts, labeledCounts, type LabeledCount } from "./labeled-counts.ts";
import { headingIn, listedThings } from "./listed-things.ts";
import { formCounts, type FormCount } from "./record-form.ts";
import type { LabeledText } from "./record-labels.ts";
import type { LineContext } from "./read-line.ts";
import { recordLines, type LineRecord } from "./record-lines.ts";
import { measuredLabels } from "./measured-labels.ts";
import type { ToldRecord } from "./told-records.ts";
import type { PrintedRow } from "./printed-rows.ts";
import type { Surroundings } from "./record-surroundings.ts";
import { deliveryIdAt, unsaidDelivery } from "./unsaid-delivery.ts";

/** A paper without a table of records, as far as it is read. */
export interface PlainPaper {
  readonly document: ReadDocument;
  readonly context: NormalizeContext;
  readonly around: Surroundings;
  readonly kind: DeliveryKind;
  /** Which slip of several in one paper. */
  readonly place: string;
}

type Counted = Pick<
  Delivery,
  "kind" | "date" | "person" | "role" | "item" | "quantity" | "unit" | "amount" | "currency" | "evidence"
>;

/** "S-40871 Hebetechnik Saale GmbH", "Rücknahme 3107": the number of a slip without what stands beside it. */
const numberIn = (text: string | null): string | null =>
  text?.split(/\s+/).find((word) => /\d/.test(word)) ?? text;

/** A record of a line or form with what the paper says once for all. */
function deliveryOf(counted: Counted, place: string, { document, context, around }: PlainPaper): Delivery {
  const person = counted.person ?? around.text("person");
  const approval = byAnother(around.approval, person);
  return {
    ...unsaidDelivery,
    ...counted,
    id: deliveryIdAt(document, context, place),
    documentId: document.documentId,
    sourceId: numberIn(around.text("record-id")),
    periodStart: counted.date === null ? (around.period?.start ?? null) : null,
    periodEnd: counted.date === null ? (around.period?.end ?? null) : null,
    person,
    role: counted.role ?? around.text("role"),
    customer: around.text("customer"),
    project: around.text("project"),
    approved: approval.approved,
    approvedBy: approval.by,
    reference: around.text("reference"),
    basis: "rule",
    confidence: counted.quantity === null && counted.amount === null ? 0.2 : 0.82,
    evidence: [...counted.evidence, ...(approval === around.approval ? around.approvalEvidence : [])],
  };
}

/** What a list of times counts in other units is work: 310 m². Hours on a slip for goods are time. */
const kindOf = ({ unit }: LineRecord, kind: DeliveryKind): DeliveryKind =>
  kind === "time" && unit !== null && !isTimeUnit(unit)
    ? "work"
    : kind === "goods" && unit === "hour"
      ? "time"
      : kind;

/** Records of the lines of a list, a note or running text. */
export function lineDeliveries(
  paper: PlainPaper,
  rows: readonly PrintedRow[],
  lines: LineContext,
): readonly Delivery[] {
  return recordLines(rows, lines).map((record: LineRecord, index) =>
    deliveryOf({ ...record, kind: kindOf(record, lines.kind) }, `${paper.place}line|${index}`, paper),
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
        role: null,
        item: joinItem([count.of, around.text("item")]),
        quantity: count.quantity,
        unit: count.unit,
        amount: null,
        currency: null,
        evidence: count.evidence,
      },
      `${paper.place}form|${index}`,
      paper,
    ),
  );
}

/** What else a paper has: beside a table, or without a day, only lists under headings for material are counted. */
type Beside = "a table" | "no table";

/** Whether one was read from a line that holds what the other was read from. */
const isSameLine = (one: LabeledCount, other: LabeledCount): boolean =>
  one.evidence.some(({ quote }) => other.evidence.some((each) => quote.includes(each.quote)));

const sameThing = (one: LabeledCount, other: LabeledCount): boolean =>
  (one.quantity === other.quantity && foldText(one.item).includes(foldText(other.item).slice(0, 8))) ||
  isSameLine(one, other);

/** What a list under a heading for material counts, then, beside no table, what labels count; each once. */
function thingsOf(
  paper: PlainPaper,
  rows: readonly PrintedRow[],
  lines: LineContext,
  beside: Beside,
): readonly LabeledCount[] {
  const isWorked = paper.kind === "work" || paper.kind === "time";
  const isOnePaper = paper.place === "" && isWorked;
  const listed = isOnePaper ? listedThings(paper.document, lines.numbers) : [];
  const labeled =
    beside === "no table"
      ? labeledCounts(rows, lines.numbers, paper.kind)
      : [
          ...(isWorked ? [...measuredLabels(rows, lines.numbers), ...countedRows(rows, lines.numbers)] : []),
          ...doneCounts(rows, lines.numbers),
        ];
  const counted = labeled.filter((count) => !headingIn(count.item));
  // Of two readings of one line the one that finds more things in it counts.
  const isFuller = (line: LabeledCount): boolean =>
    counted.filter((other) => isSameLine(other, line)).length >
    listed.filter((other) => isSameLine(line, other)).length;
  const own = listed.filter((thing) => !counted.some((line) => isSameLine(line, thing) && isFuller(line)));
  return [...own, ...counted.filter((count) => !own.some((other) => sameThing(count, other)))];
}

/** Things that a form counts by their own names. */
export function countDeliveries(
  paper: PlainPaper,
  rows: readonly PrintedRow[],
  lines: LineContext,
  beside: Beside,
): readonly Delivery[] {
  const { around, kind } = paper;
  return thingsOf(paper, rows, lines, beside).map(({ cost, ...count }, index) =>
    deliveryOf(
      {
        ...count,
        kind: count.unit === "hour" ? "time" : kind === "work" || kind === "usage" ? kind : "goods",
        date: around.date,
        person: null,
        role: null,
        amount: cost?.amount ?? null,
        currency: cost?.currency ?? null,
      },
      `${paper.place}count|${index}`,
      paper,
    ),
  );
}

/** Records that running text reports, accepts or refuses; each says itself whether it is approved. */
export function toldDeliveries(paper: PlainPaper, told: readonly ToldRecord[]): readonly Delivery[] {
  return told.map(({ approved, approvedBy, ...record }, index) => ({
    ...deliveryOf(record, `${paper.place}told|${index}`, paper),
    person: record.person,
    approved,
    approvedBy,
    confidence: 0.75,
    evidence: record.evidence,
  }));
}
