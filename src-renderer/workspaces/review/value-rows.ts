import type { Evidence, Field, Invoice, InvoiceLine } from "../../../src-shared/model/index.ts";
import { formatDate, formatPlainAmount, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import type { MessageId } from "../../locale/say.ts";
import { wordsOfCode } from "../../locale/term-words.ts";

type Shape = "text" | "date" | "amount" | "quantity";

/** One value of an invoice that a person can look at and correct. */
export interface ValueRow {
  /** As corrections name it: `net`, `lines/2/quantity`. */
  readonly field: string;
  readonly label: string;
  readonly shape: Shape;
  readonly printed: Field<string> | null;
  /** For people; `null` where nothing is printed. */
  readonly text: string | null;
}

export interface ValueGroup {
  readonly title: string;
  readonly rows: readonly ValueRow[];
}

const header = {
  number: "text",
  issueDate: "date",
  dueDate: "date",
  periodStart: "date",
  periodEnd: "date",
  currency: "text",
  orderReference: "text",
  agreementReference: "text",
  projectReference: "text",
  buyerReference: "text",
  precedingInvoice: "text",
  paymentTerms: "text",
  bankAccount: "text",
  subtotal: "amount",
  allowances: "amount",
  charges: "amount",
  net: "amount",
  tax: "amount",
  gross: "amount",
  prepaid: "amount",
  retention: "amount",
  withholding: "amount",
  rounding: "amount",
  payable: "amount",
} as const satisfies Partial<Record<keyof Invoice, Shape>>;

const line = {
  quantity: "quantity",
  unit: "text",
  unitPrice: "amount",
  priceBase: "quantity",
  discountPercent: "quantity",
  discountAmount: "amount",
  net: "amount",
  printedAmount: "amount",
  taxRate: "quantity",
  taxAmount: "amount",
  serviceDate: "date",
  periodStart: "date",
  periodEnd: "date",
} as const satisfies Partial<Record<keyof InvoiceLine, Shape>>;

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
    { title: say("value.header"), rows: rowsOf(invoice, header, "", currency) },
    ...invoice.lines.map((each) => ({
      title: say("value.line", { line: each.id, text: each.description }),
      rows: rowsOf(each, line, `lines/${each.id}/`, currency),
    })),
  ];
}

function rowsOf(
  owner: Invoice | InvoiceLine,
  shapes: Readonly<Record<string, Shape>>,
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

function textOf(printed: Field<string> | null, shape: Shape, currency: string | null): string | null {
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
