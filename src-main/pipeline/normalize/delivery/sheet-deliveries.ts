import type {
  Delivery,
  DeliveryKind,
  DocumentKind,
  Evidence,
  Field,
  ReadDocument,
} from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { isZero } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { createRecordValues, type RecordValues } from "../sheets/record-values.ts";
import type { DateConvention, DateOrder } from "../values/date.ts";
import { approvalOf, approvalOfState, billableOf, byAnother, unsaid, type Approval } from "./approval.ts";
import { dayOrderOf } from "./day-order.ts";
import { dayNamedBy } from "./paper-days.ts";
import { isPersonText } from "../values/person-name.ts";
import { asPrinted } from "./printed-count.ts";
import { daysOf } from "./record-days.ts";
import { quantitiesOf, unitCellOf } from "./record-quantities.ts";
import { recordRows } from "./record-rows.ts";
import type { Surroundings } from "./record-surroundings.ts";
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
const rowApproval = (row: RecordRow): Approval => {
  const stated = approvalOf(row.cells.get("approved")?.text ?? null, "a state");
  const named = approvalOf(row.cells.get("approved-by")?.text ?? null);
  const state = approvalOfState(row.cells.get("status")?.text ?? null);
  const approved = [stated.approved, state, named.approved];
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

/** The text of a row that holds nothing else: the day or the person of the rows below. */
function headingOf({ all }: RecordRow): string | null {
  const filled = all.filter(({ text }) => text !== "");
  const [first] = filled;
  return first === undefined || filled.length > 1 ? null : first.text.replace(/\s*:\s*$/, "");
}

const thingOf = (row: RecordRow, values: RecordValues): Field<string> | null =>
  values.text(row, "description") ?? values.text(row, "item") ?? values.text(row, "item-code");

/** What a row is about: what it names as such, else a code, a role, a job or place; remarks come last. */
function itemOf(row: RecordRow, values: RecordValues): string | null {
  const unit = unitCellOf(row)?.cell.text;
  const textsOf = (...roles: readonly ColumnRole[]): readonly string[] =>
    roles.map((role) => values.text(row, role)?.value ?? "").filter((text) => text !== "" && text !== unit);
  const named = textsOf("item", "meter", "task", "description");
  const [other] = textsOf("item-code", "role", "project");
  const remarks = textsOf("notes");
  // "Kleinbagger 2.5 t | Std." under names and tasks: the thing stands where others have their person.
  if (unit !== undefined && named.length === 0)
    return textsOf("person").find((text) => !isPersonText(text)) ?? other ?? null;
  return [...(named.length === 0 && other !== undefined ? [other] : named), ...remarks].join(" – ") || null;
}

const lookedRows = 500;

const dayOrder = ({ rows, above, header }: RecordTable, asOf: LocalDate): DateOrder =>
  dayOrderOf(
    [
      ...header,
      ...above.flatMap((row) => row.map((cell) => cell.text)),
      ...rows.slice(0, lookedRows).flatMap((row) => row.all.map((cell) => cell.text)),
    ],
    asOf,
  );

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
  const convention: DateConvention = { order: dayOrder(table, context.asOf), asOf: context.asOf };
  const values = createRecordValues(table, "delivery", context.asOf, basis, convention.order);
  const hasDays = (
    ["date", "accepted-on", "timestamp", "issue-date", "week", "period", "period-start"] as const
  ).some((role) => table.columns.has(role));
  const hasApproval = (["approved", "approved-by"] as const).some((role) => table.columns.has(role));
  const inherited = new Map<ColumnRole, string>();
  const inherit = (role: ColumnRole, own: string | null): string | null => {
    // Ditto marks and blanks in a log repeat the row above.
    if (own !== null && !/^(?:"|''|„|do\.?|dito|idem|-"-)$/i.test(own)) {
      inherited.set(role, own);
      return own;
    }
    return inherited.get(role) ?? null;
  };
  const deliveries: Delivery[] = [];
  let lastDate: LocalDate | null = null;
  const recorded = new Set(recordRows(table));
  let headed: LocalDate | null = null;
  for (const [index, row] of table.rows.entries()) {
    const heading = headingOf(row);
    const day = heading === null ? null : dayNamedBy(heading, { ...around.days, ...convention });
    headed = day ?? headed;
    if (heading !== null && day === null && isPersonText(heading)) inherit("person", heading);
    if (!recorded.has(row)) continue;
    const counted = quantitiesOf(row, table, values, deliveryKind);
    const stated = values.amount(row, "line-amount") ?? values.amount(row, "total");
    const amount = stated !== null && stated.value !== null && isZero(stated.value) ? null : stated;
    const said = rowApproval(row);
    // A thing beside "Accepted" or "Rejected" is what a protocol is about.
    const isSaid = deliveryKind === "acceptance" && said.approved !== null;
    const milestone = values.text(row, "milestone") ?? (isSaid ? thingOf(row, values) : null);
    const isSpent = deliveryKind === "expense" || deliveryKind === "acceptance" || table.mapping !== null;
    if (counted.length === 0 && (amount === null || !isSpent) && milestone === null) continue;
    const days = daysOf(row, values, table, { ...around.days, ...convention });
    if (days.date !== undefined) lastDate = days.date;
    const acceptedOn = values.date(row, "accepted-on");
    const stands =
      said.approved === null && deliveryKind === "acceptance" && valueOf(acceptedOn) !== null
        ? { ...said, approved: true }
        : said;
    // A thing among persons was brought by none of them.
    const person =
      unitCellOf(row) === null ? (inherit("person", personOf(row, values)) ?? around.text("person")) : null;
    const approval = byAnother(
      stands.approved !== null ? stands : hasApproval ? unsaid : around.approval,
      person,
    );
    const item = itemOf(row, values);
    const shared = {
      documentId: document.documentId,
      sourceId:
        values.text(row, "record-id")?.value ??
        values.text(row, "delivery-number")?.value ??
        around.text("record-id"),
      date:
        days.date ??
        (days.date === null
          ? null
          : (headed ?? (deliveryKind === "time" && hasDays ? lastDate : hasDays ? null : around.date))),
      instant: instantOf(row),
      periodStart: days.start ?? (hasDays ? null : (around.period?.start ?? null)),
      periodEnd: days.end ?? (hasDays ? null : (around.period?.end ?? null)),
      person,
      role: values.text(row, "role")?.value ?? around.text("role"),
      customer: inherit("customer", values.text(row, "customer")?.value ?? null) ?? around.text("customer"),
      project: inherit("project", values.text(row, "project")?.value ?? null) ?? around.text("project"),
      amount: amount?.value ?? null,
      currency:
        values.text(row, "currency")?.value?.toUpperCase() ?? row.cells.get("line-amount")?.currency ?? null,
      billable: billableOf(values.text(row, "billable")?.value ?? null),
      approved: approval.approved,
      approvedBy: approval.by,
      reference:
        values.text(row, "agreement-reference")?.value ??
        values.text(row, "order-reference")?.value ??
        around.text("reference"),
      basis,
      evidence: [
        ...row.all
          .filter((cell) => cell.text !== "")
          .map((cell) => cell.prove("delivery"))
          .filter((evidence): evidence is Evidence => evidence !== null),
        ...(approval === around.approval ? around.approvalEvidence : []),
      ],
    };
    const sure = basis === "structured" ? 0.98 : 0.88;
    const idOf = (part: number): Delivery["id"] =>
      deliveryIdAt(document, context, `${table.name}|${index}${part === 0 ? "" : `|${part}`}`);
    if (counted.length === 0)
      deliveries.push({
        ...shared,
        id: idOf(0),
        kind: deliveryKind,
        item: milestone?.value ?? item,
        quantity: null,
        unit: null,
        confidence: sure,
      });
    for (const [part, count] of counted.entries()) {
      const { quantity, unit, of, kind: countedKind } = asPrinted(count, item, days);
      deliveries.push({
        ...shared,
        id: idOf(part),
        kind: countedKind,
        item:
          milestone?.value ?? ([item, of].filter((text) => text !== null && text !== "").join(" – ") || null),
        quantity: quantity.value,
        unit,
        // What the whole row cost stands with its first count only.
        amount: part === 0 ? shared.amount : null,
        confidence: quantity.value === null ? 0.2 : sure,
      });
    }
  }
  return deliveries;
};
