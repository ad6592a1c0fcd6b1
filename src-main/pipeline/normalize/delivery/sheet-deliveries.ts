import {
  mapField,
  valueOf,
  type Delivery,
  type DeliveryId,
  type DeliveryKind,
  type DocumentKind,
  type Evidence,
  type Field,
  type ReadDocument,
} from "../../../../src-shared/model/index.ts";
import {
  decimalText,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  isNegative,
  subtract,
  withoutTrailingZeros,
  add,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import { labeledCells, type LabeledCell } from "../sheets/record-text.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { createRecordValues, type RecordValues } from "../sheets/record-values.ts";
import { parseClock, unitOf } from "../values/unit.ts";

const kindByDocument: Partial<Record<DocumentKind, DeliveryKind>> = {
  timesheet: "time",
  usage: "usage",
  delivery: "goods",
  "work-order": "work",
  acceptance: "acceptance",
  expense: "expense",
};

const yes =
  /^(?:y|yes|true|1|x|✓|✔|ja|oui|si|sí|sim|approved|accepted|signed|signed off|freigegeben|genehmigt|valide|validé|goedgekeurd|aprobado|approvato|aprovado|billable|ok)$/i;
const no =
  /^(?:n|no|false|0|nein|non|nee|nao|não|rejected|declined|not approved|unapproved|pending|open|draft|submitted|awaiting approval|waiting|offen|abgelehnt|en attente|pendiente|non-billable|nonbillable)$/i;

/** Yes or no where the cell says so in words; anything else stays unknown. */
const verdictOf = (text: string | null): boolean | null =>
  text === null ? null : yes.test(text.trim()) ? true : no.test(text.trim()) ? false : null;

const minutesToHours = (minutes: DecimalText): DecimalText =>
  decimalToText(withoutTrailingZeros(fractionToDecimal(divideFractions(minutes, fraction(60)), 6)));

const clockOf = (text: string): DecimalText | null => {
  const match = /^(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap])?\.?m?\.?$/i.exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const hour = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (hour > 23 || Number(match[2]) > 59 || (half !== undefined && hour > 12)) return null;
  const shifted = half === "p" && hour < 12 ? hour + 12 : half === "a" && hour === 12 ? 0 : hour;
  return parseClock(`${shifted}:${match[2]}`);
};

/** Hours of a row: the printed number, h:mm, or end minus start minus break (over midnight plus a day). */
const hoursOf = (row: RecordRow, values: RecordValues): Field<DecimalText> | null => {
  const cell = row.cells.get("hours");
  if (cell !== undefined) {
    const clock =
      cell.valueType === "text" || cell.value === null
        ? parseClock(cell.text.replace(/^(\d+:\d{2}):\d{2}$/, "$1"))
        : null;
    const printed = values.amount(row, "hours");
    if (clock !== null && printed !== null) return { ...printed, value: clock, contradictions: [] };
    if (clock !== null)
      return { value: clock, evidence: prove(row, "hours"), basis: "rule", confidence: 0.95 };
    const stripped = /^([\d.,]+)\s*(?:h|hrs?|hours?|std|stunden|uren|horas|ore|heures)\.?$/i.exec(
      cell.text,
    )?.[1];
    return stripped === undefined ? printed : values.amountOfCell({ ...cell, text: stripped });
  }
  const minutes = values.amount(row, "minutes");
  if (minutes !== null)
    return minutes.value === null ? minutes : { ...minutes, value: minutesToHours(minutes.value) };
  const start = clockOf(row.cells.get("start")?.text ?? "");
  const end = clockOf(row.cells.get("end")?.text ?? "");
  if (start === null || end === null) return null;
  let worked = subtract(end, start);
  if (isNegative(worked)) worked = add(worked, decimalText("24"));
  const pause = row.cells.get("break");
  if (pause !== undefined && pause.text !== "") {
    const clock = clockOf(pause.text) ?? values.amountOfCell(pause)?.value ?? null;
    if (clock === null) return null;
    // A break above 10 without a clock is minutes; nobody pauses ten hours.
    const isMinutes = clockOf(pause.text) === null && !isNegative(subtract(clock, decimalText("10")));
    worked = subtract(worked, isMinutes ? minutesToHours(clock) : clock);
  }
  return {
    value: decimalToText(withoutTrailingZeros(worked)),
    evidence: [...prove(row, "start"), ...prove(row, "end")],
    basis: "rule",
    confidence: 0.9,
  };
};

const prove = (row: RecordRow, role: ColumnRole): readonly Evidence[] => {
  const evidence = row.cells.get(role)?.prove("delivery") ?? null;
  return evidence === null ? [] : [evidence];
};

const personOf = (row: RecordRow, values: RecordValues): string | null => {
  const whole = values.text(row, "person")?.value ?? null;
  if (whole !== null) return whole;
  const parts = [values.text(row, "first-name")?.value, values.text(row, "last-name")?.value].filter(
    (part) => part !== undefined && part !== null,
  );
  return parts.length === 0 ? null : parts.join(" ");
};

const labels: Partial<
  Record<"person" | "role" | "customer" | "project" | "approvedBy" | "approved" | "reference", RegExp>
> = {
  person:
    /^(?:employee|employee name|consultant|name|person|resource|technician|worker|contractor|mitarbeiter|intervenant|medewerker|empleado|dipendente|colaborador)$/,
  role: /^(?:role|title|grade|position|rolle|fonction|functie)$/,
  customer: /^(?:client|customer|client name|customer name|for|kunde|klant|cliente|site)$/,
  project: /^(?:project|job|matter|engagement|project name|projekt|projet|proyecto|progetto|projeto)$/,
  approvedBy:
    /^(?:approved by|client approval|approver|supervisor signature|customer signature|signed by|accepted by|genehmigt von|freigegeben von|valide par|goedgekeurd door)$/,
  approved: /^(?:status|approval|approval status|approved|approved on|date approved|freigabe)$/,
  reference:
    /^(?:contract|agreement|sow|po|po number|purchase order|order|contract no|agreement no|contract number|agreement number|work order|reference|ref|vertrag|auftrag|bestellnummer)$/,
};

const labeled = (cells: readonly LabeledCell[], name: keyof typeof labels): LabeledCell | null => {
  const pattern = labels[name];
  return pattern === undefined
    ? null
    : (cells.find((cell) => pattern.test(cell.label) && !/^[_\s.-]*$/.test(cell.text)) ?? null);
};

/** Signature lines below a table count like labels above it. */
const allLabels = (table: RecordTable): readonly LabeledCell[] => {
  const below = table.rows.filter((row) => row.cells.size <= 2).map((row) => row.all);
  return [
    ...labeledCells(table),
    ...labeledCells({ ...table, above: [...table.totals.map((row) => row.all), ...below] }),
  ];
};

/**
 * Delivery records out of a table: one per row that has a quantity, hours, amount or milestone.
 *
 * `approved` comes from a column, a status or an approval line, and is never assumed. Rows whose quantity cannot be
 * read keep it `null` and a low confidence, so that no check takes them for zero.
 */
export const sheetDeliveries = (
  document: ReadDocument,
  table: RecordTable,
  kind: DocumentKind,
  context: NormalizeContext,
  basis: Field<unknown>["basis"],
  printed: readonly LabeledCell[] = [],
): readonly Delivery[] => {
  const deliveryKind = kindByDocument[kind];
  if (deliveryKind === undefined) return [];
  const values = createRecordValues(table, "delivery", context.asOf, basis);
  const above = [...allLabels(table), ...printed];
  const approver = labeled(above, "approvedBy");
  const statedApproval = labeled(above, "approved");
  const tableApproval = verdictOf(statedApproval?.text ?? null) ?? (approver === null ? null : true);
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
  for (const [index, row] of table.rows.entries()) {
    const date =
      values.date(row, "date") ??
      values.date(row, "accepted-on") ??
      values.date(row, "timestamp") ??
      values.date(row, "issue-date") ??
      values.date(row, "week");
    const hours = deliveryKind === "time" || deliveryKind === "work" ? hoursOf(row, values) : null;
    const quantity = hours ?? values.amount(row, "quantity");
    const amount = values.amount(row, "line-amount") ?? values.amount(row, "total");
    const milestone = values.text(row, "milestone");
    if (quantity === null && amount === null && milestone === null) continue;
    if (date !== null) lastDate = date.value;
    const status = row.cells.get("approved")?.text ?? row.cells.get("status")?.text ?? null;
    const rowApprover = values.text(row, "approved-by")?.value ?? null;
    const acceptedOn = values.date(row, "accepted-on");
    const statedUnit = values.text(row, "unit")?.value ?? null;
    const approved =
      verdictOf(status) ??
      (rowApprover !== null ? true : null) ??
      (deliveryKind === "acceptance" && valueOf(acceptedOn) !== null ? true : null) ??
      (status === null ? tableApproval : null);
    const timestamp = row.cells.get("timestamp")?.text ?? "";
    const periodEnd = values.date(row, "period-end");
    deliveries.push({
      id: `dlv-${context.hash(`${document.documentId}|${table.name}|${index}`).slice(0, 12)}` as DeliveryId,
      documentId: document.documentId,
      kind: deliveryKind,
      sourceId: values.text(row, "record-id")?.value ?? values.text(row, "delivery-number")?.value ?? null,
      date: date === null ? (deliveryKind === "time" ? lastDate : null) : date.value,
      instant: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(timestamp)
        ? timestamp.replace(" ", "T")
        : null,
      periodStart: values.date(row, "period-start")?.value ?? null,
      periodEnd: periodEnd === null ? null : valueOf(mapField(periodEnd, (day) => addDays(day, 1))),
      person: inherit("person", personOf(row, values)) ?? labeled(above, "person")?.text ?? null,
      role: values.text(row, "role")?.value ?? labeled(above, "role")?.text ?? null,
      item:
        milestone?.value ??
        ([
          values.text(row, "item"),
          values.text(row, "meter"),
          values.text(row, "task"),
          values.text(row, "description"),
          values.text(row, "notes"),
        ]
          .map((field) => field?.value ?? "")
          .filter((text) => text !== "")
          .join(" – ") ||
          null),
      customer:
        inherit("customer", values.text(row, "customer")?.value ?? null) ??
        labeled(above, "customer")?.text ??
        null,
      project:
        inherit("project", values.text(row, "project")?.value ?? null) ??
        labeled(above, "project")?.text ??
        null,
      quantity: quantity?.value ?? null,
      unit: hours === null ? (statedUnit === null ? null : unitOf(statedUnit)) : "hour",
      amount: amount?.value ?? null,
      currency:
        values.text(row, "currency")?.value?.toUpperCase() ?? row.cells.get("line-amount")?.currency ?? null,
      billable: verdictOf(values.text(row, "billable")?.value ?? null),
      approved,
      approvedBy: rowApprover ?? approver?.text ?? null,
      reference:
        values.text(row, "agreement-reference")?.value ??
        values.text(row, "order-reference")?.value ??
        labeled(above, "reference")?.text ??
        null,
      basis,
      confidence: quantity !== null && quantity.value === null ? 0.2 : basis === "structured" ? 0.98 : 0.88,
      evidence: row.all
        .filter((cell) => cell.text !== "")
        .map((cell) => cell.prove("delivery"))
        .filter((evidence): evidence is Evidence => evidence !== null),
    });
  }
  return deliveries;
};
