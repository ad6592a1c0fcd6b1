import type { Field, Invoice, InvoiceLine, NormalizedDocument } from "../../../src-shared/model/index.ts";
import { decimalText, isEqual } from "../../../src-shared/money/index.ts";
import { dayAfter, isoOf, type Sale, type SaleLine } from "./compose-sale.ts";

export type Verdict = "right" | "wrong" | "asked" | "missing" | "extra" | "silent";

/** One value of one paper: what was read against what is printed. */
export interface Mark {
  readonly field: string;
  readonly verdict: Verdict;
  readonly confidence: number | null;
  readonly printed: string | null;
  readonly read: string | null;
}

export interface PaperScore {
  readonly seed: number;
  readonly marks: readonly Mark[];
  /** Every line there, and every value of it as printed. */
  readonly areLinesExact: boolean;
  readonly areLinesComplete: boolean;
}

type Same = (printed: string, read: string) => boolean;

const exact: Same = (printed, read) => printed === read;
const sameFigure: Same = (printed, read) => isEqual(decimalText(printed), decimalText(read));
const folded = (text: string): string => text.replace(/\s+/g, " ").trim();
const sameText: Same = (printed, read) => folded(printed) === folded(read);

function mark(
  field: string,
  printed: string | null,
  read: Field<string> | null | undefined,
  same: Same = exact,
): Mark {
  const value = read?.value ?? null;
  const verdict: Verdict =
    printed === null
      ? value === null
        ? "silent"
        : "extra"
      : read === null || read === undefined
        ? "missing"
        : value === null
          ? "asked"
          : same(printed, value)
            ? "right"
            : "wrong";
  return {
    field,
    verdict,
    confidence: value === null ? null : (read?.confidence ?? null),
    printed,
    read: value,
  };
}

const named = (value: string | null | undefined, confidence: number): Field<string> | null =>
  value === null || value === undefined ? null : { value, evidence: [], basis: "rule", confidence };

/** Words that count the same thing: "ud" is a unit as well as a piece, and a lump sum is a lot of one. */
const sameUnits: Readonly<Record<string, readonly string[]>> = {
  piece: ["piece", "unit", "each"],
  each: ["each", "piece", "unit"],
  "lump sum": ["lump sum", "lot"],
};

/** Compares what was made of a paper with the sale it was drawn from. */
export function scoreSale(sale: Sale, read: NormalizedDocument): PaperScore {
  const [invoice] = read.invoices;
  const marks: Mark[] = [
    mark("kind", sale.kind, named(read.kind, read.kindConfidence)),
    ...(invoice === undefined ? [] : headMarks(sale, invoice)),
  ];
  if (invoice === undefined) {
    for (const field of ["number", "issueDate", "seller", "buyer", "gross"])
      marks.push({ field, verdict: "missing", confidence: null, printed: "…", read: null });
    return { seed: sale.seed, marks, areLinesExact: false, areLinesComplete: false };
  }
  const areComplete = invoice.lines.length === sale.lines.length;
  const lineMarks = areComplete
    ? sale.lines.flatMap((line, index) => linesMarks(sale, line, invoice.lines[index]))
    : [];
  marks.push(...lineMarks);
  const areExact =
    areComplete && lineMarks.every(({ verdict }) => verdict === "right" || verdict === "silent");
  if (!areComplete)
    marks.push({
      field: "lines",
      verdict: "wrong",
      confidence: null,
      printed: `${sale.lines.length} lines`,
      read: `${invoice.lines.length}: ${invoice.lines
        .map((line) => line.description)
        .join(" / ")
        .slice(0, 300)}`,
    });
  return { seed: sale.seed, marks, areLinesExact: areExact, areLinesComplete: areComplete };
}

function headMarks(sale: Sale, invoice: Invoice): readonly Mark[] {
  const isTaxed = sale.taxes.length > 0;
  const [period] = [sale.period];
  const marks = [
    mark("number", sale.number, invoice.number),
    mark("issueDate", isoOf(sale.issued), invoice.issueDate),
    mark("dueDate", sale.due === null ? null : isoOf(sale.due), invoice.dueDate),
    mark("seller", sale.seller[0], named(invoice.seller?.name, invoice.seller?.confidence ?? 0), sameText),
    mark("buyer", sale.buyer[0], named(invoice.buyer?.name, invoice.buyer?.confidence ?? 0), sameText),
    mark("orderReference", sale.order, invoice.orderReference),
    mark("agreementReference", sale.contract, invoice.agreementReference),
    mark("precedingInvoice", sale.original, invoice.precedingInvoice),
    mark("gross", sale.gross, invoice.gross, sameFigure),
    mark("payable", sale.payable, invoice.payable, sameFigure),
    mark("prepaid", sale.prepaid, invoice.prepaid, sameFigure),
    mark("allowances", sale.allowance, invoice.allowances, sameFigure),
    mark("charges", sale.charge, invoice.charges, sameFigure),
  ];
  const taxIds = [sale.seller[3], sale.seller[3].replace(/[\s.-]/g, "")];
  const taxId = invoice.seller?.taxId ?? null;
  if (taxId !== null)
    marks.push(
      mark(
        "sellerTaxId",
        "same",
        named(taxIds.some((id) => id.endsWith(taxId.replace(/[\s.-]/g, ""))) ? "same" : taxId, 0),
      ),
    );
  if (invoice.bankAccount !== null)
    marks.push(mark("bankAccount", sale.country.account, invoice.bankAccount));
  if (invoice.currency !== null) marks.push(mark("currency", sale.country.currency, invoice.currency));
  // A service date is the whole period where no other one is printed.
  if (period !== null || sale.service === null) {
    marks.push(mark("periodStart", period === null ? null : isoOf(period[0]), invoice.periodStart));
    marks.push(mark("periodEnd", period === null ? null : dayAfter(period[1]), invoice.periodEnd));
  }
  if (isTaxed && !sale.isInclusive) {
    marks.push(mark("net", sale.net, invoice.net, sameFigure));
  }
  if (isTaxed) marks.push(mark("tax", sale.tax, invoice.tax, sameFigure));
  return marks;
}

function linesMarks(sale: Sale, line: SaleLine, read: InvoiceLine | undefined): readonly Mark[] {
  if (read === undefined) return [];
  const description = [line.description, ...line.details].join(" ");
  const amount = sale.isInclusive ? read.printedAmount : read.net;
  return [
    mark("line.description", description, named(read.description, 0), sameText),
    mark("line.quantity", line.quantity, read.quantity, sameFigure),
    mark(
      "line.unit",
      line.unit?.[1] ?? null,
      read.unit === null
        ? null
        : {
            ...read.unit,
            value: read.unit.value === null ? null : read.unit.value,
            alternatives: [],
          },
      (printed, name) => (sameUnits[printed] ?? [printed]).includes(name),
    ),
    mark("line.unitPrice", line.unitPrice, read.unitPrice, sameFigure),
    mark("line.priceBase", line.priceBase, read.priceBase, sameFigure),
    mark("line.discount", line.discountPercent, read.discountPercent, sameFigure),
    mark("line.amount", line.amount, amount, sameFigure),
    mark("line.date", line.date === null ? null : isoOf(line.date), read.serviceDate),
  ];
}
