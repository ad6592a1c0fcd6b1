import {
  blankInvoice,
  blankLine,
  mapField,
  valueOf,
  type Evidence,
  type Field,
  type Invoice,
  type InvoiceId,
  type InvoiceKind,
  type InvoiceLine,
  type Party,
  type Problem,
  type ReadDocument,
} from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import { withSettledSigns } from "../structured/signs.ts";
import type { LabelField } from "../labels/index.ts";
import { foldText } from "../values/fold.ts";
import { unitOf } from "../values/unit.ts";
import type { ColumnRole } from "./column-roles.ts";
import { constantAmount, constantDay, constantPeriod, taxOfWhole } from "./constant-values.ts";
import { groupRows } from "./invoice-groups.ts";
import type { RecordRow, RecordTable } from "./record-table.ts";
import { createRecordValues, type RecordValues } from "./record-values.ts";
import { netByTotal, summedTotals } from "./summed-totals.ts";
import { partTotals } from "./total-rows.ts";

const firstOf = <T>(
  rows: readonly RecordRow[],
  read: (row: RecordRow) => Field<T> | null,
): Field<T> | null => {
  let found: Field<T> | null = null;
  for (const row of rows) {
    const field = read(row);
    if (field === null) continue;
    if (found === null) {
      found = field;
      continue;
    }
    if (
      field.value !== found.value &&
      !(found.contradictions ?? []).some((each) => each.code === "occurrence-differs")
    ) {
      found = {
        ...found,
        confidence: Math.min(found.confidence, 0.6),
        contradictions: [
          ...(found.contradictions ?? []),
          { code: "occurrence-differs", evidence: field.evidence },
        ],
      };
    }
  }
  return found;
};

const partyOf = (name: Field<string> | null, taxId: Field<string> | null): Party | null => {
  const printed = valueOf(name);
  if (name === null || printed === null) return null;
  return {
    name: printed,
    taxId: valueOf(taxId),
    registration: null,
    address: [],
    country: null,
    email: null,
    aliases: [],
    evidence: [...name.evidence, ...(taxId?.evidence ?? [])],
    confidence: name.confidence,
  };
};

const joinTexts = (fields: readonly (Field<string> | null)[]): string =>
  [...new Set(fields.map((field) => field?.value?.trim() ?? "").filter((text) => text !== ""))].join(" – ");

const lastDay = (field: Field<LocalDate> | null): Field<LocalDate> | null =>
  field === null ? null : mapField(field, (day) => addDays(day, 1));

const rowEvidence = (row: RecordRow): readonly Evidence[] =>
  row.all
    .filter((cell) => cell.text !== "")
    .map((cell) => cell.prove("invoice"))
    .filter((evidence) => evidence !== null);

const percentText = (
  field: Field<DecimalText> | null,
  row: RecordRow,
  role: ColumnRole,
): Field<DecimalText> | null => {
  const text = row.cells.get(role)?.text ?? "";
  return field === null || field.value !== null || /\d/.test(text) ? field : null;
};

const lineOf = (
  row: RecordRow,
  position: number,
  values: RecordValues,
  role: (wanted: ColumnRole) => ColumnRole,
  told: readonly ColumnRole[],
): InvoiceLine => {
  const unit = values.text(row, "unit");
  const hours = values.amount(row, "hours");
  const counted = values.amount(row, "quantity");
  const quantity = counted ?? hours;
  const evidence = rowEvidence(row);
  return {
    ...blankLine(String(position)),
    description: joinTexts(told.map((each) => values.text(row, each))),
    itemCode: values.text(row, "item-code")?.value ?? null,
    person: values.text(row, "person")?.value ?? null,
    role: values.text(row, "role")?.value ?? null,
    quantity,
    unit:
      unit !== null
        ? mapField(unit, unitOf)
        : hours !== null && quantity === hours
          ? { ...hours, value: "hour", alternatives: [] }
          : null,
    unitPrice: values.amount(row, "unit-price"),
    priceBase: values.amount(row, "price-base"),
    discountPercent: percentText(values.percent(row, "discount-percent"), row, "discount-percent"),
    discountAmount: values.amount(row, "discount-amount"),
    net: values.amount(row, role("line-amount")),
    printedAmount: values.amount(row, "line-gross"),
    taxRate: percentText(values.percent(row, "tax-rate"), row, "tax-rate"),
    taxAmount: values.amount(row, "tax-amount"),
    serviceDate: values.date(row, "date"),
    periodStart: values.date(row, "period-start"),
    periodEnd: lastDay(values.date(row, "period-end")),
    // A column that only counts the rows names no record.
    sourceIds: [values.text(row, "record-id")?.value].filter(
      (id): id is string => id !== undefined && id !== null && id !== String(position),
    ),
    evidence,
  };
};

/** Roles whose texts say what a line is for, in the order in which they are told. */
const tellingRoles: readonly ColumnRole[] = ["item", "description", "task", "notes"];

/**
 * The roles that tell the lines of one invoice apart.
 *
 * What stands alike in all of its rows is said of the invoice ("Thanks for your business.", "item_level"); taken into
 * each description it would make lines look like doubles.
 */
const tellingOf = (rows: readonly RecordRow[]): readonly ColumnRole[] => {
  const differing = tellingRoles.filter(
    (each) => new Set(rows.map((row) => foldText(row.cells.get(each)?.text ?? ""))).size > 1,
  );
  return differing.length === 0 ? tellingRoles : differing;
};

const kindOf = (rows: readonly RecordRow[]): InvoiceKind => {
  const text = foldText(rows[0]?.cells.get("document-kind")?.text ?? "").trim();
  // SC and PC are a sales and a purchase credit in audit trails.
  if (/^(?:sc|pc)$/.test(text)) return "credit-note";
  if (/credit|gutschrift|avoir|nota de credito|nota di credito|accreccredit/.test(text)) return "credit-note";
  if (/pro.?forma/.test(text)) return "proforma";
  return "invoice";
};

/**
 * Invoices out of a table of invoice lines or invoices, as accounting and billing tools export them.
 *
 * Totals of a document count only where they stand the same in all of its rows. Where an export has none, they are the
 * sums of its lines (see {@link summedTotals}).
 */
export const sheetInvoices = (
  document: ReadDocument,
  table: RecordTable,
  context: NormalizeContext,
  basis: Field<unknown>["basis"],
): { readonly invoices: readonly Invoice[]; readonly problems: readonly Problem[] } => {
  const values = createRecordValues(table, "invoice", context.asOf, basis);
  const problems: Problem[] = [];
  const groups = groupRows(table);
  // "Total" is a line's amount where it varies within an invoice and no other column could be it.
  const isTotalPerLine =
    !table.columns.has("line-amount") &&
    groups.some((group) => group.rows.length > 1 && constantAmount(group.rows, values, "total") === null);
  const role = (wanted: ColumnRole): ColumnRole =>
    wanted === "line-amount" && isTotalPerLine ? "total" : wanted;
  const invoices = groups.map((group, index): Invoice => {
    const { items: rows, totals } = partTotals(group.rows);
    const printed = (...fields: readonly LabelField[]): Field<DecimalText> | null => {
      const row = fields.map((field) => totals.get(field)).find((one) => one !== undefined);
      return row === undefined
        ? null
        : (values.amount(row, role("line-amount")) ??
            values.amount(row, "total") ??
            values.amount(row, "line-gross"));
    };
    const customers = new Set(
      rows.map((row) => foldText(row.cells.get("customer")?.text ?? "")).filter((text) => text !== ""),
    );
    if (customers.size > 1)
      problems.push({
        code: "normalize/two-customers-one-number",
        facts: { number: rows[0]?.cells.get("invoice-number")?.text ?? "" },
      });
    const told = tellingOf(rows);
    const lines = rows
      .filter((row) =>
        ["line-amount", "line-gross", "unit-price", "quantity", "hours", "description", "item"].some((each) =>
          row.cells.has(role(each as ColumnRole)),
        ),
      )
      .map((row, line) => lineOf(row, line + 1, values, role, told));
    const single =
      rows.length === 1 &&
      !["quantity", "unit-price", "item", "description"].some((each) =>
        rows[0]?.cells.has(each as ColumnRole),
      );
    const total =
      printed("gross", "payable") ?? (isTotalPerLine ? null : constantAmount(rows, values, "total"));
    const tax =
      printed("tax") ??
      constantAmount(rows, values, "total-tax") ??
      (rows.length === 1 ? constantAmount(rows, values, "tax-amount") : taxOfWhole(rows, values, total));
    const period = constantPeriod(rows, context.asOf);
    const subtotal = printed("net", "subtotal") ?? constantAmount(rows, values, "subtotal");
    const summed = single || totals.size > 0 ? null : summedTotals(table, rows, values);
    return withSettledSigns({
      ...blankInvoice(
        `inv-${context.hash(`${document.documentId}|${table.name}|${group.key}|${index}`).slice(0, 12)}` as InvoiceId,
        document.documentId,
      ),
      kind: kindOf(rows),
      number: firstOf(rows, (row) => values.text(row, "invoice-number")),
      issueDate:
        firstOf(rows, (row) => values.date(row, "issue-date")) ??
        (table.columns.has("issue-date")
          ? null
          : firstOf(rows.slice(0, 1), (row) => values.date(row, "date"))),
      dueDate: firstOf(rows, (row) => values.date(row, "due-date")),
      periodStart: constantDay(rows, values, "period-start") ?? period.start,
      periodEnd: lastDay(constantDay(rows, values, "period-end")) ?? period.end,
      currency: currencyOf(rows, values),
      seller: partyOf(
        firstOf(rows, (row) => values.text(row, "seller")),
        firstOf(rows, (row) => values.text(row, "seller-tax-id")),
      ),
      buyer: partyOf(
        firstOf(rows, (row) => values.text(row, "customer")),
        firstOf(rows, (row) => values.text(row, "customer-tax-id")),
      ),
      orderReference: firstOf(rows, (row) => values.text(row, "order-reference")),
      agreementReference: firstOf(rows, (row) => values.text(row, "agreement-reference")),
      projectReference: firstOf(rows, (row) => values.text(row, "project")),
      precedingInvoice: firstOf(rows, (row) => values.text(row, "preceding-invoice")),
      paymentTerms: firstOf(rows, (row) => values.text(row, "payment-terms")),
      bankAccount: firstOf(rows, (row) => values.text(row, "bank-account")),
      lines: single ? [] : lines,
      subtotal,
      net:
        subtotal ??
        (single ? constantAmount(rows, values, "line-amount") : netByTotal(rows, values, total, tax)) ??
        summed?.net ??
        null,
      tax: tax ?? summed?.tax ?? null,
      gross: total ?? summed?.gross ?? null,
      // An export with no column for what was paid before has the whole total to pay.
      payable: constantAmount(rows, values, "balance") ?? (table.header.some(saysWhatIsPaid) ? null : total),
    });
  });
  return { invoices, problems };
};

/** A column beside the total that tells what of it is still to be paid. */
const saysWhatIsPaid = (title: string): boolean =>
  /paid|payment|balance|saldo|solde|restant|openstaand|outstanding|credit|prepa|deposit|bezahlt|zahlung|offen|pay[eé]|acompte|pagad|pagat|acconto|anticip|betaald|voorschot|pago/i.test(
    title,
  );

const currencyOf = (rows: readonly RecordRow[], values: RecordValues): Field<string> | null => {
  const stated = firstOf(rows, (row) => values.text(row, "currency"));
  if (stated !== null) return mapField(stated, (code) => code.toUpperCase());
  for (const row of rows) {
    for (const cell of row.cells.values()) {
      const evidence = cell.prove("invoice");
      if (cell.currency !== null && evidence !== null)
        return { value: cell.currency, evidence: [evidence], basis: "structured", confidence: 0.95 };
    }
  }
  return null;
};
