import type {
  Evidence,
  EvidenceRole,
  Field,
  ReadDocument,
  SheetCell,
} from "../../../../src-shared/model/index.ts";
import { parseDecimalText, type DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { parseDateText } from "../values/date.ts";

/** A data row of an IIF file, by the column names of its header row. */
export interface IifRecord {
  readonly keyword: string;
  readonly cells: ReadonlyMap<string, SheetCell>;
  readonly all: readonly SheetCell[];
}

/** A transaction: its head and its splits, in order. */
export interface IifTransaction {
  readonly head: IifRecord;
  readonly splits: readonly IifRecord[];
}

/** Other spellings of column names. */
const columnAliases: Readonly<Record<string, string>> = { TRANSTYPE: "TRNSTYPE", ACCOUNT: "ACCNT" };

/** Rows with the header that stands above them; values without a header are passed over. */
export const iifRecords = (document: ReadDocument): readonly IifRecord[] => {
  const headers = new Map<string, readonly string[]>();
  const records: IifRecord[] = [];
  for (const row of document.sheets.flatMap((sheet) => sheet.rows)) {
    const first = row[0]?.text.trim().toUpperCase() ?? "";
    if (first === "") continue;
    if (first.startsWith("!")) {
      headers.set(
        first.slice(1),
        row.map(({ text }) => {
          const name = text.trim().toUpperCase();
          return columnAliases[name] ?? name;
        }),
      );
      continue;
    }
    const header = headers.get(first) ?? [];
    const cells = new Map<string, SheetCell>();
    for (const [column, cell] of row.entries()) {
      const name = header[column];
      if (column > 0 && name !== undefined && name !== "" && cell.text.trim() !== "") cells.set(name, cell);
    }
    records.push({ keyword: first, cells, all: row });
  }
  return records;
};

/** Transactions begin at TRNS; a missing or repeated ENDTRNS changes nothing. */
export const iifTransactions = (records: readonly IifRecord[]): readonly IifTransaction[] => {
  const transactions: { head: IifRecord; splits: IifRecord[] }[] = [];
  let isOpen = false;
  for (const record of records) {
    if (record.keyword === "TRNS") {
      transactions.push({ head: record, splits: [] });
      isOpen = true;
    } else if (record.keyword === "SPL" && isOpen) transactions.at(-1)?.splits.push(record);
    else if (record.keyword === "ENDTRNS") isOpen = false;
  }
  return transactions;
};

/** Reads the cells of one IIF file for one kind of evidence. */
export interface IifValues {
  readonly prove: (record: IifRecord) => readonly Evidence[];
  readonly text: (record: IifRecord, column: string) => Field<string> | null;
  readonly amount: (record: IifRecord, column: string) => Field<DecimalText> | null;
  readonly date: (record: IifRecord, column: string) => Field<LocalDate> | null;
}

/** Plain decimals with a point; exports group with commas all the same, and some double the minus. */
const amountOf = (text: string): DecimalText | null => {
  const plain = text
    .trim()
    .replace(/^--?/u, "-")
    .replace(/^(-?)\$/u, "$1");
  if (plain.includes(",") && !/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain)) return null;
  const amount = parseDecimalText(
    plain
      .replaceAll(",", "")
      .replace(/^(-?)\./u, "$10.")
      .replace(/\.$/u, ""),
  );
  return amount.ok ? amount.value : null;
};

export const createIifValues = (document: ReadDocument, role: EvidenceRole, asOf: LocalDate): IifValues => {
  const proof = (cell: SheetCell): Evidence => ({
    documentId: document.documentId,
    role,
    quote: cell.text,
    at: cell.at,
  });
  const field = <T>(
    record: IifRecord,
    column: string,
    parse: (text: string) => T | null,
  ): Field<T> | null => {
    const cell = record.cells.get(column);
    if (cell === undefined) return null;
    const value = parse(cell.text.trim());
    return { value, evidence: [proof(cell)], basis: "structured", confidence: value === null ? 0 : 1 };
  };
  return {
    prove: ({ all }) => all.filter(({ text }) => text.trim() !== "").map(proof),
    text: (record, column) => field(record, column, (text) => text),
    amount: (record, column) => field(record, column, amountOf),
    date: (record, column) => {
      const text = record.cells.get(column)?.text.trim() ?? "";
      // "0/0/0" is how the format writes no date; the order is month first by definition.
      if (text === "" || /^0\/0\/0+$/u.test(text)) return null;
      return field(
        record,
        column,
        (each) => parseDateText(each, { order: "month-first", asOf })?.value ?? null,
      );
    },
  };
};
