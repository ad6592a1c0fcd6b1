import { invoiceValuesOf, isUndecided } from "../../src-shared/model/index.ts";
import type {
  Field,
  Invoice,
  InvoiceLine,
  NormalizedDocument,
  Problem,
} from "../../src-shared/model/index.ts";

const lineAmounts = [
  "quantity",
  "unitPrice",
  "net",
  "printedAmount",
] as const satisfies readonly (keyof InvoiceLine)[];

/**
 * What a document prints and nobody could read with certainty: rows, and amounts with more than one reading.
 *
 * Such a document counts as partly read, so that whoever called does not take the result for whole.
 */
export function findUnreadValues(normalized: NormalizedDocument): readonly Problem[] {
  return [...normalized.problems, ...normalized.invoices.flatMap(findUndecidedAmounts)];
}

function findUndecidedAmounts(invoice: Invoice): readonly Problem[] {
  return [
    ...invoiceValuesOf("amount").flatMap((name) => describe(name, invoice[name])),
    ...invoice.lines.flatMap((line) =>
      lineAmounts.flatMap((name) => describe(`${name}, line ${line.id}`, line[name])),
    ),
  ];
}

function describe(field: string, value: Field<string> | null): readonly Problem[] {
  if (!isUndecided(value)) return [];
  const printed = value?.evidence.map(({ quote }) => quote).join(" ") ?? "";
  return [{ code: "normalize/undecided-amount", facts: { field, printed } }];
}
