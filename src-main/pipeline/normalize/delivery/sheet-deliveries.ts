import type {
  Delivery,
  DeliveryKind,
  DocumentKind,
  Field,
  ReadDocument,
} from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { isZero, type DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { joinItem } from "../../../../src-shared/wording/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { spentColumns, spentIn, type Spent } from "../sheets/spent-columns.ts";
import { createRecordValues, type RecordValues } from "../sheets/record-values.ts";
import { thingOfSheet } from "../sheets/thing-of-sheet.ts";
import type { DateConvention } from "../values/date.ts";
import { approvalOf, approvalOfState, billableOf, byAnother, unsaid, type Approval } from "./approval.ts";
import type { CountedQuantity } from "./counted-quantity.ts";
import { lacksReceipt } from "./lacking-receipt.ts";
import type { PaperDays } from "./paper-days.ts";
import { isPersonText } from "../values/person-name.ts";
import { asPrinted } from "./printed-count.ts";
import { daysOf, lastDayCounted, type RecordDays } from "./record-days.ts";
import { quantitiesOf, unitCellOf } from "./record-quantities.ts";
import { recordRows } from "./record-rows.ts";
import { createRowHeads, type RowHeads } from "./row-heads.ts";
import type { Surroundings } from "./record-surroundings.ts";
import { marksOf, orderOfDays } from "./table-conventions.ts";
import { deliveryIdAt } from "./unsaid-delivery.ts";

/** What the records of a kind of paper prove. */
export const kindByDocument: Partial<Record<DocumentKind, DeliveryKind>> = {
  timesheet: "time",
  usage: "usage",
  delivery: "goods",
  "work-order": "work",
  acceptance: "acceptance",
  expense: "expense",
};

const personOf = (row: RecordRow, values: RecordValues): string | null => {
  const whole = values.text(row, "person")?.value ?? null;
  if (whole !== null) return whole;
  const parts = [values.text(row, "first-name")?.value, values.text(row, "last-name")?.value].filter(
    (part) => part !== undefined && part !== null,
  );
  return parts.length === 0 ? null : parts.join(" ");
};

/** What a row says of its approval, and of who gave it; a name in the column is a signature. */
const rowApproval = ({ cells }: RecordRow): Approval => {
  const stated = approvalOf(cells.get("approved")?.text ?? null, "a state");
  const named = approvalOf(cells.get("approved-by")?.text ?? null);
  const approved = [stated.approved, approvalOfState(cells.get("status")?.text ?? null), named.approved];
  return {
    approved: approved.includes(false) ? false : (approved.find((each) => each !== null) ?? null),
    by: named.by ?? stated.by,
  };
};

const stampOf = (text: string): string | null =>
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
    ? text.replace(" ", "T")
    : null;

const instantOf = (row: RecordRow): string | null => {
  for (const role of ["timestamp", "date", "start"] as const) {
    const instant = stampOf(row.cells.get(role)?.text ?? "");
    if (instant !== null) return instant;
  }
  return null;
};

const thingOf = (row: RecordRow, values: RecordValues): Field<string> | null =>
  values.text(row, "description") ?? values.text(row, "item") ?? values.text(row, "item-code");

/** What a row is about: what it names as such, else a code, a role, a job or place; remarks come last. */
function itemOf(row: RecordRow, { values, isNarrated, kind, table }: Sheet): string | null {
  const unit = unitCellOf(row)?.cell.text;
  const textsOf = (...roles: readonly ColumnRole[]): readonly string[] =>
    roles.map((role) => values.text(row, role)?.value ?? "").filter((text) => text !== "" && text !== unit);
  // Use is priced by its code, not by the resource; words for one ("Art: vor Ort") are the kind of the work.
  const isKind = kind === "time" && /^\D{4,}$/u.test(values.text(row, "item-code")?.value ?? "");
  const coded = kind === "usage" || isKind ? (["item-code"] as const) : [];
  const named = textsOf("item", "meter", ...coded, "task", "description");
  // Nothing where others say what was done is nothing said: who did it, and for what, is no work.
  const [other] = isNarrated ? [] : textsOf("item-code", "role", "project");
  const remarks = textsOf("notes");
  // "Kleinbagger 2.5 t | Std." under names and tasks: the thing stands where others have their person.
  if (unit !== undefined && named.length === 0)
    return textsOf("person").find((text) => !isPersonText(text)) ?? other ?? null;
  const said = joinItem([...(named.length === 0 && other !== undefined ? [other] : named), ...remarks]);
  return said ?? (kind === "goods" ? thingOfSheet(table.name) : null);
}

/** A table of records with what is known of it before its rows are read. */
interface Sheet {
  readonly document: ReadDocument;
  readonly table: RecordTable;
  readonly kind: DeliveryKind;
  readonly context: NormalizeContext;
  readonly basis: Field<unknown>["basis"];
  readonly around: Surroundings;
  readonly values: RecordValues;
  readonly days: PaperDays;
  readonly heads: RowHeads;
  /** Whether a column tells days, so that the paper's own day is no row's. */
  readonly hasDays: boolean;
  readonly hasApproval: boolean;
  /** Whether a log of time has a column for what was done. */
  readonly isNarrated: boolean;
}

/**
 * Delivery records out of a table: for each row one for each thing that it counts, or one for an amount or milestone.
 *
 * `approved` comes from a column, a status or an approval line, and is never assumed. A figure that has two readings
 * stays `null` with a low confidence, so that no check takes it for zero; where nothing was counted there is no record.
 */
export const sheetDeliveries = (
  document: ReadDocument,
  table: RecordTable,
  kind: DocumentKind,
  context: NormalizeContext,
  basis: Field<unknown>["basis"],
  around: Surroundings,
): readonly Delivery[] => {
  const deliveryKind = kindByDocument[kind];
  if (deliveryKind === undefined) return [];
  const convention: DateConvention = { order: orderOfDays(table, context.asOf), asOf: context.asOf };
  const days: PaperDays = { ...around.days, ...convention };
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((role) => table.columns.has(role));
  const sheet: Sheet = {
    document,
    table,
    kind: deliveryKind,
    context,
    basis,
    around,
    values: createRecordValues(
      table,
      "delivery",
      context.asOf,
      basis,
      convention.order,
      marksOf(document, table),
    ),
    days,
    heads: createRowHeads(days),
    hasDays: has("date", "accepted-on", "timestamp", "issue-date", "week", "period", "period-start"),
    hasApproval: has("approved", "approved-by"),
    isNarrated: deliveryKind === "time" && has("task", "description"),
  };
  const recorded = new Set(recordRows(table));
  const spent = deliveryKind === "expense" && table.mapping === null ? spentColumns(table) : [];
  const deliveries: Delivery[] = [];
  let lastDate: LocalDate | null = null;
  for (const [index, row] of table.rows.entries()) {
    sheet.heads.pass(row);
    if (!recorded.has(row)) continue;
    const told = tellRow(row, sheet);
    const besides = spentIn(row, spent, sheet.values);
    if (!told.isRecord && besides.length === 0) continue;
    if (told.days.date !== undefined) lastDate = told.days.date;
    const own = deliveriesOf(row, index, told, lastDate, sheet);
    deliveries.push(...(told.isRecord ? own : []), ...spentBeside(besides, index, own, sheet));
  }
  return deliveries;
};

/** What was spent beside a way that a row counts, or on a day without one: parking, a night's lodging. */
function spentBeside(
  spent: readonly Spent[],
  index: number,
  [own]: readonly Delivery[],
  { document, context, table }: Sheet,
): readonly Delivery[] {
  if (own === undefined || own.amount !== null) return [];
  return spent.map(({ column: { column, title, currency }, amount }): Delivery => ({
    ...own,
    id: deliveryIdAt(document, context, `${table.name}|${index}|spent|${column}`),
    kind: "expense",
    item: title,
    quantity: null,
    unit: null,
    amount,
    currency: currency ?? own.currency,
    confidence: amount === null ? 0.2 : own.confidence,
  }));
}

/** What a row tells before its records are made. */
interface ToldRow {
  /** Whether the row counts, costs or settles anything. */
  readonly isRecord: boolean;
  readonly counted: readonly CountedQuantity[];
  /** What the row cost; `null` where it says nothing, or zero. */
  readonly amount: Field<DecimalText> | null;
  /** What a protocol is about in this row. */
  readonly milestone: Field<string> | null;
  readonly approval: Approval;
  readonly days: RecordDays;
}

/** Reads a row; one that is no record may still hold what was spent. */
function tellRow(row: RecordRow, { table, kind, values, days }: Sheet): ToldRow {
  const counted = quantitiesOf(row, table, values, kind);
  const stated =
    values.amount(row, "line-amount") ?? values.amount(row, "line-gross") ?? values.amount(row, "total");
  const amount = stated !== null && stated.value !== null && isZero(stated.value) ? null : stated;
  const said = rowApproval(row);
  // A thing beside "Accepted" or "Rejected" is what a protocol is about.
  const isSaid = kind === "acceptance" && said.approved !== null;
  const milestone = values.text(row, "milestone") ?? (isSaid ? thingOf(row, values) : null);
  const isSpent = kind === "expense" || kind === "acceptance" || table.mapping !== null;
  const isRecord = counted.length > 0 || (amount !== null && isSpent) || milestone !== null;
  const isDated = kind === "acceptance" && valueOf(values.date(row, "accepted-on")) !== null;
  const approval = said.approved === null && isDated ? { ...said, approved: true } : said;
  return { isRecord, counted, amount, milestone, approval, days: daysOf(row, values, table, days) };
}

function deliveriesOf(
  row: RecordRow,
  index: number,
  { counted, amount, milestone, approval: said, days }: ToldRow,
  lastDate: LocalDate | null,
  sheet: Sheet,
): readonly Delivery[] {
  const { document, table, kind, context, basis, around, values, heads, hasDays, hasApproval } = sheet;
  const text = (role: ColumnRole): string | null => values.text(row, role)?.value ?? null;
  // A thing among persons was brought by none of them.
  const person =
    unitCellOf(row) === null
      ? (heads.inherit("person", personOf(row, values)) ?? around.text("person"))
      : null;
  const approval = byAnother(said.approved !== null ? said : hasApproval ? unsaid : around.approval, person);
  const inherited = heads.day() ?? (kind === "time" && hasDays ? lastDate : hasDays ? null : around.date);
  const item = itemOf(row, sheet);
  const shared = {
    documentId: document.documentId,
    sourceId: text("record-id") ?? text("delivery-number") ?? around.text("record-id"),
    // A day that cannot be read is not the one above.
    date: days.date === null ? null : (days.date ?? inherited),
    instant: instantOf(row),
    periodStart: days.start ?? (hasDays ? null : (around.period?.start ?? null)),
    periodEnd: days.end ?? (hasDays ? null : (around.period?.end ?? null)),
    person,
    role: text("role") ?? around.text("role"),
    customer: heads.inherit("customer", text("customer")) ?? around.text("customer"),
    project: heads.inherit("project", text("project")) ?? around.text("project"),
    currency:
      text("currency")?.toUpperCase() ??
      (row.cells.get("line-amount") ?? row.cells.get("line-gross"))?.currency ??
      null,
    billable: billableOf(text("billable")),
    approved: approval.approved,
    approvedBy: approval.by,
    ...(kind === "expense" && lacksReceipt(row, table) && { lacksReceipt: true as const }),
    reference: text("agreement-reference") ?? text("order-reference") ?? around.text("reference"),
    basis,
    evidence: [
      ...row.all.flatMap((cell) => (cell.text === "" ? [] : (cell.prove("delivery") ?? []))),
      ...(approval === around.approval ? around.approvalEvidence : []),
    ],
  };
  const sure = basis === "structured" ? 0.98 : 0.88;
  const idOf = (part: number): Delivery["id"] =>
    deliveryIdAt(document, context, `${table.name}|${index}${part === 0 ? "" : `|${part}`}`);
  if (counted.length === 0)
    return [
      {
        ...shared,
        id: idOf(0),
        kind,
        item: milestone?.value ?? item,
        quantity: null,
        unit: null,
        amount: amount?.value ?? null,
        confidence: sure,
      },
    ];
  return counted.map((count, part): Delivery => {
    const { quantity, unit, of, kind: countedKind } = asPrinted(count, item, days);
    return {
      ...shared,
      date: count.isUpToDay === true ? lastDayCounted(shared.date) : shared.date,
      id: idOf(part),
      // A certificate that counts what was done measures the work; it accepts no stage of it.
      kind: kind === "acceptance" && table.progress?.holds === "counts" ? "work" : countedKind,
      item: milestone?.value ?? joinItem([item, of]),
      quantity: quantity.value,
      unit,
      // What the whole row cost stands with its first count only.
      amount: part === 0 ? (amount?.value ?? null) : null,
      confidence: quantity.value === null ? 0.2 : sure,
    };
  });
}
