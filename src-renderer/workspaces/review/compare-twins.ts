import type { Field, Invoice } from "../../../src-shared/model/index.ts";
import { formatAmount, formatDate, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";

export interface TwinRow {
  readonly label: string;
  readonly own: string | null;
  readonly other: string | null;
  readonly isSame: boolean;
}

/** Two invoices field by field, then line by line: what is the same, and what differs. */
export function compareTwins(own: Invoice, other: Invoice): readonly TwinRow[] {
  const row = (label: string, mine: string | null, theirs: string | null): readonly TwinRow[] =>
    mine === null && theirs === null ? [] : [{ label, own: mine, other: theirs, isSame: mine === theirs }];
  const money = (invoice: Invoice, field: Field<string> | null): string | null => {
    const value = field?.value ?? null;
    return value === null ? null : formatAmount(value as never, invoice.currency?.value ?? null);
  };
  const day = (field: Field<string> | null): string | null => {
    const value = field?.value ?? null;
    return value === null ? null : formatDate(value);
  };
  const lines = Math.max(own.lines.length, other.lines.length);
  return [
    ...row(say("field.number"), own.number?.value ?? null, other.number?.value ?? null),
    ...row(say("twin.seller"), own.seller?.name ?? null, other.seller?.name ?? null),
    ...row(say("twin.customer"), own.buyer?.name ?? null, other.buyer?.name ?? null),
    ...row(say("field.issueDate"), day(own.issueDate), day(other.issueDate)),
    ...row(say("field.periodStart"), day(own.periodStart), day(other.periodStart)),
    ...row(say("field.periodEnd"), day(own.periodEnd), day(other.periodEnd)),
    ...row(
      say("field.orderReference"),
      own.orderReference?.value ?? null,
      other.orderReference?.value ?? null,
    ),
    ...row(say("field.net"), money(own, own.net), money(other, other.net)),
    ...row(say("field.tax"), money(own, own.tax), money(other, other.tax)),
    ...row(say("field.payable"), money(own, own.payable), money(other, other.payable)),
    ...Array.from({ length: lines }, (_, at) =>
      row(say("finding.line", { line: at + 1 }), describeLine(own, at), describeLine(other, at)),
    ).flat(),
  ];
}

function describeLine(invoice: Invoice, at: number): string | null {
  const line = invoice.lines[at];
  if (line === undefined) return null;
  const quantity = line.quantity?.value ?? null;
  const amount = line.net?.value ?? line.printedAmount?.value ?? null;
  return [
    quantity === null ? null : formatQuantity(quantity),
    line.description,
    amount === null ? null : formatAmount(amount, invoice.currency?.value ?? null),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
