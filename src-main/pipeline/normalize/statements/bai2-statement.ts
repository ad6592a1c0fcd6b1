import type {
  Evidence,
  Field,
  Payment,
  Problem,
  ReadDocument,
  SheetCell,
  Statement,
  StatementBalance,
} from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  isEqual,
  minorDigits,
  negate,
  zero,
  isCurrencyCode,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { addDays, parseLocalDate, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import { checkBalance } from "./balance.ts";
import { blankPayment, blankStatement } from "./blank-payment.ts";

/** A logical record: its fields in order, continuations joined on, the closing slash taken off. */
interface Bai2Record {
  readonly code: string;
  readonly fields: readonly SheetCell[];
  readonly lines: number;
}

const continuation = "88";

/** Whether a sheet is a BAI2 file. */
export const isBai2 = (document: ReadDocument): boolean => document.reader === "bai2";

const withoutSlash = (cells: readonly SheetCell[]): readonly SheetCell[] => {
  const last = cells.at(-1);
  if (last === undefined || !last.text.endsWith("/")) return cells;
  return [...cells.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
};

const recordsOf = (rows: readonly (readonly SheetCell[])[]): readonly Bai2Record[] => {
  const records: { code: string; fields: SheetCell[]; lines: number }[] = [];
  for (const row of rows) {
    const code = row[0]?.text.trim() ?? "";
    if (!/^\d{2}$/u.test(code)) continue;
    const fields = withoutSlash(row.slice(1));
    const last = records.at(-1);
    if (code === continuation && last !== undefined) {
      last.fields.push(...fields);
      last.lines += 1;
    } else records.push({ code, fields: [...fields], lines: 1 });
  }
  return records;
};

/** Digits with the decimals of the currency implied; US dollars, and two decimals, where none is stated. */
const impliedAmount = (text: string, currency: string | null): DecimalText | null => {
  const match = /^([+-]?)(\d{1,30})$/u.exec(text.trim());
  if (match === null) return null;
  const scale = currency !== null && isCurrencyCode(currency) ? minorDigits(currency) : 2;
  const value: Decimal = { units: BigInt(match[2] ?? "0"), scale };
  return decimalToText(match[1] === "-" ? negate(value) : value);
};

const dayOf = (text: string | undefined): LocalDate | null => {
  const match = /^(\d{2})(\d{2})(\d{2})$/u.exec(text?.trim() ?? "");
  const date = match === null ? null : parseLocalDate(`20${match[1]}-${match[2]}-${match[3]}`);
  return date?.ok === true ? date.value : null;
};

/** Fields that a funds type takes behind itself. */
const fundsFields = (fields: readonly SheetCell[], at: number): number => {
  switch (fields[at]?.text.trim().toUpperCase()) {
    case "V":
      return 3;
    case "S":
      return 4;
    case "D": {
      const pairs = /^\d{1,3}$/u.exec(fields[at + 1]?.text.trim() ?? "");
      return pairs === null ? 2 : 2 + 2 * Number(pairs[0]);
    }
    default:
      return 1;
  }
};

type Direction = "in" | "out" | "unknown" | "none";

const directionOf = (type: number): Direction => {
  if ((type >= 100 && type <= 399) || (type >= 920 && type <= 959)) return "in";
  if ((type >= 400 && type <= 699) || (type >= 960 && type <= 999)) return "out";
  return type === 890 ? "none" : "unknown";
};

interface Reading {
  readonly prove: (cells: readonly (SheetCell | undefined)[]) => readonly Evidence[];
  readonly field: <T>(value: T | null, cell: SheetCell | undefined) => Field<T> | null;
}

const reading = (document: ReadDocument): Reading => {
  const prove = (cells: readonly (SheetCell | undefined)[]): readonly Evidence[] =>
    cells.flatMap((cell) =>
      cell === undefined || cell.text.trim() === ""
        ? []
        : [{ documentId: document.documentId, role: "history", quote: cell.text, at: cell.at }],
    );
  return {
    prove,
    field: (value, cell) => {
      const evidence = prove([cell]);
      return evidence.length === 0
        ? null
        : { value, evidence, basis: "structured", confidence: value === null ? 0 : 1 };
    },
  };
};

const textField = (cell: SheetCell | undefined, { field }: Reading): Field<string> | null =>
  field(cell?.text.trim() ?? null, cell);

const paymentOf = (
  { fields }: Bai2Record,
  draft: Payment,
  day: LocalDate | null,
  dayCell: SheetCell | undefined,
  currency: Field<string> | null,
  read: Reading,
): Payment | null => {
  const [typeCell, amountCell] = fields;
  const direction = directionOf(Number(typeCell?.text.trim() ?? ""));
  if (direction === "none") return null;
  const unsigned = impliedAmount(amountCell?.text ?? "", currency?.value ?? null);
  const signed =
    unsigned === null || direction === "unknown"
      ? null
      : direction === "out"
        ? decimalToText(negate(unsigned))
        : unsigned;
  const at = 2 + fundsFields(fields, 2);
  const [bank, customer] = [fields[at], fields[at + 1]];
  // Text may hold commas: whatever stands behind the references belongs to it.
  const textCells = fields.slice(at + 2).filter(({ text }) => text.trim() !== "");
  const valueDate = fields[2]?.text.trim().toUpperCase() === "V" ? fields[3] : undefined;
  const text = textCells.map((cell) => cell.text.trim()).join(", ");
  const proof = read.prove(textCells);
  return {
    ...draft,
    sourceId: bank?.text.trim() === "" ? null : (bank?.text.trim() ?? null),
    bookingDate: day === null ? null : read.field(day, dayCell),
    valueDate: read.field(dayOf(valueDate?.text), valueDate),
    amount: read.field(signed, amountCell),
    currency,
    remittance: text === "" ? null : { value: text, evidence: proof, basis: "structured", confidence: 1 },
    references: [textField(customer, read)].filter((field) => field !== null),
    evidence: read.prove(fields),
  };
};

const summaryBalance = (
  fields: readonly SheetCell[],
  type: string,
  currency: string | null,
  date: LocalDate | null,
  { field }: Reading,
): StatementBalance | null => {
  const at = fields.findIndex((cell, index) => index >= 2 && cell.text.trim() === type);
  const cell = at === -1 ? undefined : fields[at + 1];
  const amount = field(impliedAmount(cell?.text ?? "", currency), cell);
  return amount === null ? null : { amount, date };
};

/** Every amount of a record as written; summaries of 03 stand at every place behind a type code. */
const amountsOf = ({ code, fields }: Bai2Record, currency: string | null): readonly DecimalText[] => {
  if (code === "16")
    return [impliedAmount(fields[1]?.text ?? "", currency)].filter((value) => value !== null);
  const found: DecimalText[] = [];
  let at = 2;
  while (at < fields.length) {
    const amount = impliedAmount(fields[at + 1]?.text ?? "", currency);
    if (amount !== null) found.push(amount);
    at += 3 + fundsFields(fields, at + 3);
  }
  return found;
};

/**
 * Accounts of a BAI2 file as statements, and what of its control totals does not hold.
 *
 * A control total is the sum of all amounts as written: credits and debits add up, they are not netted.
 */
export const bai2Statements = (
  document: ReadDocument,
  context: NormalizeContext,
): { readonly statements: readonly Statement[]; readonly problems: readonly Problem[] } => {
  const read = reading(document);
  const records = recordsOf(document.sheets.flatMap((sheet) => sheet.rows));
  const statements: Statement[] = [];
  const problems: Problem[] = [];
  let group: Bai2Record | null = null;
  let account: Bai2Record | null = null;
  let payments: Payment[] = [];
  let written: Decimal = zero;
  const currencyNow = (): Field<string> | null =>
    textField(account?.fields[1], read) ?? textField(group?.fields[5], read);
  const finish = (): void => {
    if (account === null) return;
    const index = statements.length;
    const currency = currencyNow();
    const day = dayOf(group?.fields[3]?.text);
    const balance = (type: string): StatementBalance | null =>
      summaryBalance(account?.fields ?? [], type, currency?.value ?? null, day, read);
    const [openingBalance, closingBalance] = [balance("010"), balance("015")];
    statements.push({
      ...blankStatement(document.documentId, index, context.hash),
      account: textField(account.fields[0], read),
      institution: textField(group?.fields[1], read),
      currency,
      from: day,
      to: day === null ? null : addDays(day, 1),
      openingBalance,
      closingBalance,
      balanceCheck: checkBalance(openingBalance, closingBalance, payments),
      payments,
    });
    account = null;
    payments = [];
  };
  for (const record of records) {
    if (record.code === "02") group = record;
    if (record.code === "03") {
      finish();
      account = record;
      written = zero;
    }
    if (record.code === "03" || record.code === "16")
      for (const amount of amountsOf(record, currencyNow()?.value ?? null)) written = add(written, amount);
    if (record.code === "16" && account !== null) {
      const draft = blankPayment(document.documentId, statements.length, payments.length, context.hash);
      const payment = paymentOf(
        record,
        draft,
        dayOf(group?.fields[3]?.text),
        group?.fields[3],
        currencyNow(),
        read,
      );
      if (payment !== null) payments.push(payment);
    }
    if (record.code === "49") {
      const stated = impliedAmount(record.fields[0]?.text ?? "", currencyNow()?.value ?? null);
      if (stated !== null && !isEqual(stated, written))
        problems.push({
          code: "normalize/control-total-differs",
          facts: { stated, computed: decimalToText(written) },
        });
      finish();
    }
  }
  finish();
  return { statements, problems };
};
