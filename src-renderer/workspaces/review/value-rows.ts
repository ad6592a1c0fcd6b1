import { invoiceValueShapes, lineValueShapes } from "../../../src-shared/model/index.ts";
import type { Evidence, Field, Invoice, InvoiceLine, ValueShape } from "../../../src-shared/model/index.ts";
import { formatDate, formatPlainAmount, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import type { MessageId } from "../../locale/say.ts";
import { wordsOfCode } from "../../locale/code-words.ts";

/** One value of an invoice that a person can look at and correct. */
export interface ValueRow {
  /** As corrections name it: `net`, `lines/2/quantity`. */
  readonly field: string;
  readonly label: string;
  readonly shape: ValueShape;
  readonly printed: Field<string> | null;
  /** For people; `null` where nothing is printed. */
  readonly text: string | null;
}

export interface ValueGroup {
  readonly title: string;
  readonly rows: readonly ValueRow[];
}

/** Always offered, also where nothing is printed: the checks lean on them. */
const needed: ReadonlySet<string> = new Set([
  "number",
  "issueDate",
  "dueDate",
  "currency",
  "net",
  "payable",
  "quantity",
  "unit",
  "unitPrice",
]);

/** The values of an invoice: its head, then line by line. What is neither printed nor needed is left out. */
export function valueGroups(invoice: Invoice): readonly ValueGroup[] {
  const currency = invoice.currency?.value ?? null;
  return [
    { title: say("value.header"), rows: rowsOf(invoice, invoiceValueShapes, "", currency) },
    ...invoice.lines.map((each) => ({
      title: say("value.line", { line: each.id, text: each.description }),
      rows: rowsOf(each, lineValueShapes, `lines/${each.id}/`, currency),
    })),
  ];
}

function rowsOf(
  owner: Invoice | InvoiceLine,
  shapes: Readonly<Record<string, ValueShape>>,
  prefix: string,
  currency: string | null,
): readonly ValueRow[] {
  return Object.entries(shapes).flatMap(([name, shape]) => {
    const printed = (owner as unknown as Readonly<Record<string, Field<string> | null>>)[name] ?? null;
    if (printed === null && !needed.has(name)) return [];
    return [
      {
        field: `${prefix}${name}`,
        label: say(`field.${name}` as MessageId),
        shape,
        printed,
        text: textOf(printed, shape, currency),
      },
    ];
  });
}

function textOf(printed: Field<string> | null, shape: ValueShape, currency: string | null): string | null {
  if (printed === null) return null;
  const write = (value: string): string => {
    if (shape === "date") return formatDate(value);
    if (shape === "amount") return formatPlainAmount(value as never, currency);
    if (shape === "quantity") return formatQuantity(value as never);
    return value;
  };
  if (printed.value !== null) return write(printed.value);
  const readings = printed.alternatives?.map(({ value }) => write(value)) ?? [];
  return say("value.undecided", { readings: readings.join(" / ") });
}

/** Where a value of the invoice stands. */
export function evidenceOfValue(invoice: Invoice, field: string): readonly Evidence[] {
  for (const { rows } of valueGroups(invoice))
    for (const row of rows) if (row.field === field) return row.printed?.evidence ?? [];
  return [];
}

/** A code of a contradiction as words. */
export const wordsOfContradiction = wordsOfCode;
