import type {
  Evidence,
  Field,
  Invoice,
  InvoiceLine,
  ValueCorrection,
} from "../../../src-shared/model/index.ts";
import { isCurrencyCode, isDecimalText } from "../../../src-shared/money/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { parseLocalDate } from "../../../src-shared/time/index.ts";

type Shape = "text" | "date" | "amount" | "currency";

/** Fields of an invoice that a person may set, and what they hold. */
const invoiceFields: Readonly<Partial<Record<keyof Invoice, Shape>>> = {
  number: "text",
  issueDate: "date",
  dueDate: "date",
  taxPointDate: "date",
  periodStart: "date",
  periodEnd: "date",
  currency: "currency",
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
  taxNote: "text",
};

const lineFields: Readonly<Partial<Record<keyof InvoiceLine, Shape>>> = {
  quantity: "amount",
  unit: "text",
  unitPrice: "amount",
  priceBase: "amount",
  discountPercent: "amount",
  discountAmount: "amount",
  net: "amount",
  printedAmount: "amount",
  taxRate: "amount",
  taxAmount: "amount",
  serviceDate: "date",
  periodStart: "date",
  periodEnd: "date",
};

export type CorrectionError =
  | { readonly code: "decide/unknown-field"; readonly facts: { readonly field: string } }
  | { readonly code: "decide/unknown-line"; readonly facts: { readonly id: string; readonly line: string } }
  | {
      readonly code: "decide/invalid-value";
      readonly facts: { readonly field: string; readonly value: string; readonly reason: string };
    };

const reasons: Readonly<Record<Shape, string>> = {
  text: "it is empty",
  date: "write a day as 2026-11-30",
  amount: "write a number as 1234.50",
  currency: "write a currency as USD",
};

/** Whether a correction names a field that is there and a value that fits it. */
export function checkCorrection(
  invoice: Invoice,
  { field, value }: ValueCorrection,
): Result<undefined, CorrectionError> {
  const place = placeOf(field);
  const shape = place === null ? undefined : place.shape;
  if (place === null || shape === undefined) return err({ code: "decide/unknown-field", facts: { field } });
  if (place.line !== null && !invoice.lines.some(({ id }) => id === place.line))
    return err({ code: "decide/unknown-line", facts: { id: invoice.id, line: place.line } });
  if (value === null || fits(shape, value)) return ok();
  return err({ code: "decide/invalid-value", facts: { field, value, reason: reasons[shape] } });
}

/** What a field of an invoice holds; `null` for one that nobody can correct. */
export const shapeOfField = (field: string): Shape | null => placeOf(field)?.shape ?? null;

function placeOf(
  field: string,
): { readonly line: string | null; readonly name: string; readonly shape: Shape | undefined } | null {
  const parts = /^lines\/(.+)\/([a-zA-Z]+)$/.exec(field);
  if (parts === null) return { line: null, name: field, shape: shapeIn(invoiceFields, field) };
  const [, line = "", name = ""] = parts;
  return { line, name, shape: shapeIn(lineFields, name) };
}

const shapeIn = (fields: Readonly<Record<string, Shape>>, name: string): Shape | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

function fits(shape: Shape, value: string): boolean {
  switch (shape) {
    case "text":
      return value.trim() !== "";
    case "date":
      return parseLocalDate(value).ok;
    case "amount":
      return isDecimalText(value);
    case "currency":
      return isCurrencyCode(value);
  }
}

/** The invoice with a person's values in place of the readings; the printed words stay as their evidence. */
export function correctInvoice(invoice: Invoice, corrections: readonly ValueCorrection[]): Invoice {
  let corrected = invoice;
  for (const { field, value, evidence } of corrections) {
    const place = placeOf(field);
    if (place === null) continue;
    const { line, name } = place;
    corrected =
      line === null
        ? withField(corrected, name, value, evidence)
        : {
            ...corrected,
            lines: corrected.lines.map((each) =>
              each.id === line ? withField(each, name, value, evidence) : each,
            ),
          };
  }
  return corrected;
}

function withField<T extends object>(
  owner: T,
  name: string,
  value: string | null,
  pointedAt: readonly Evidence[] | undefined,
): T {
  const before = (owner as Readonly<Record<string, unknown>>)[name] as Field<string> | null | undefined;
  const field: Field<string> | null =
    value === null
      ? null
      : { value, evidence: pointedAt ?? before?.evidence ?? [], basis: "person", confidence: 1 };
  return { ...owner, [name]: field };
}
