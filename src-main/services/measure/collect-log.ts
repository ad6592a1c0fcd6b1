import { valueOf } from "../../../src-shared/model/index.ts";
import type { Invoice, OpenItem } from "../../../src-shared/model/index.ts";
import type { MeasureLog, MeasuredCase } from "../../../src-shared/measure/index.ts";
import { decimalToText, isZero, subtract } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { daysBetween } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { computeReceivables } from "../money/open-items.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { numberOf } from "../show-cases.ts";

/** Everything that measures rest on: the events as they are kept, and facts about each case. */
export function collectMeasureLog(workspace: OpenWorkspace): MeasureLog {
  const { nouns, checkedById, matchById } = workspace.review();
  const days = new Map(nouns.deliveries.map(({ id, date, periodEnd }) => [id, date ?? periodEnd]));
  const deliveredOn = (invoice: Invoice): LocalDate | null => {
    const used = matchById.get(invoice.id)?.lines.flatMap(({ deliveries }) => deliveries) ?? [];
    const found = used.flatMap(({ deliveryId }) => days.get(deliveryId) ?? []);
    const printed = invoice.lines.flatMap((line) => valueOf(line.serviceDate) ?? []);
    return [...found, ...(found.length === 0 ? printed : [])].toSorted().at(-1) ?? valueOf(invoice.periodEnd);
  };
  const { itemsById, lastPayments } = computeReceivables(workspace);
  const cases = nouns.invoices.map((invoice): MeasuredCase => {
    const required = workspace.policy().requiredFields;
    const readable = required.filter((name) => isRead(invoice, name));
    const item = itemsById.get(invoice.id);
    // Paid means paid in full: a part of the money says nothing about how long the rest takes.
    const paid = item !== undefined && isZero(item.open) ? lastPayments.get(invoice.id) : undefined;
    return {
      invoiceId: invoice.id,
      documentId: invoice.documentId,
      number: numberOf(invoice),
      customer: invoice.buyer?.name ?? null,
      kind: invoice.kind,
      currency: valueOf(invoice.currency),
      amount: valueOf(invoice.payable) ?? valueOf(invoice.gross),
      deliveredOn: deliveredOn(invoice),
      issuedOn: valueOf(invoice.issueDate),
      dueOn: valueOf(invoice.dueDate) ?? item?.dueDate ?? null,
      paidOn: paid?.paidOn ?? null,
      collected: item === undefined || !lastPayments.has(invoice.id) ? null : collectedOf(item),
      matchedAfterDays: paid === undefined ? null : daysBetween(paid.paidOn, paid.matchedOn),
      findings: (checkedById.get(invoice.id)?.findings ?? []).map(
        ({ check, direction, severity, impact }) => ({
          check,
          direction,
          severity,
          impact,
        }),
      ),
      requiredFields: required.length,
      presentFields: readable.length,
    };
  });
  return { schema: "countersign.measures/1", asOf: workspace.today(), cases, events: workspace.events() };
}

/** What payments were settled against an item: the whole less what is open. */
const collectedOf = ({ amount, open }: OpenItem): DecimalText => decimalToText(subtract(amount, open));

/** Whether a required field stands in the invoice with a value. */
function isRead(invoice: Invoice, name: string): boolean {
  const part = (invoice as unknown as Readonly<Record<string, unknown>>)[name];
  if (typeof part !== "object" || part === null) return false;
  return "value" in part ? part.value !== null : "name" in part;
}
