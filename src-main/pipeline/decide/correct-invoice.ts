import { invoiceValueShapes, lineValueShapes } from "../../../src-shared/model/index.ts";
import type {
  Evidence,
  Field,
  Invoice,
  ValueCorrection,
  ValueShape,
} from "../../../src-shared/model/index.ts";
import { isCurrencyCode, isDecimalText } from "../../../src-shared/money/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { parseLocalDate } from "../../../src-shared/time/index.ts";

export type CorrectionError =
  | { readonly code: "decide/unknown-field"; readonly facts: { readonly field: string } }
  | { readonly code: "decide/unknown-line"; readonly facts: { readonly id: string; readonly line: string } }
  | {
      readonly code: "decide/invalid-value";
      readonly facts: { readonly field: string; readonly value: string; readonly reason: string };
    };

const reasons: Readonly<Record<ValueShape, string>> = {
  text: "it is empty",
  date: "write a day as 2026-11-30",
  amount: "write a number as 1234.50",
  quantity: "write a number as 1234.50",
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
export const shapeOfField = (field: string): ValueShape | null => placeOf(field)?.shape ?? null;

function placeOf(
  field: string,
): { readonly line: string | null; readonly name: string; readonly shape: ValueShape | undefined } | null {
  const parts = /^lines\/(.+)\/([a-zA-Z]+)$/.exec(field);
  if (parts === null) return { line: null, name: field, shape: shapeIn(invoiceValueShapes, field) };
  const [, line = "", name = ""] = parts;
  return { line, name, shape: shapeIn(lineValueShapes, name) };
}

const shapeIn = (fields: Readonly<Record<string, ValueShape>>, name: string): ValueShape | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

function fits(shape: ValueShape, value: string): boolean {
  switch (shape) {
    case "text":
      return value.trim() !== "";
    case "date":
      return parseLocalDate(value).ok;
    case "amount":
    case "quantity":
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
