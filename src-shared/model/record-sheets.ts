import type { Sheet, SheetCell } from "./read-document.ts";
import { isRecord, isRecordList, keyWords, type RecordTree } from "./record-tree.ts";

const isListOfRecords = (element: RecordTree): boolean =>
  isRecordList(element) && element.children.length > 0 && element.children.every(isRecord);

/** Values of a record by column, nested objects joined by a space ("customer name"). */
function scalarsOf(record: RecordTree, prefix = ""): Map<string, RecordTree> {
  const scalars = new Map<string, RecordTree>();
  for (const child of record.children) {
    const name = `${prefix}${keyWords(child.name)}`;
    if (isRecord(child)) for (const [key, value] of scalarsOf(child, `${name} `)) scalars.set(key, value);
    else if (!isRecordList(child)) scalars.set(name, child);
    else if (
      child.children.every((item) => !isRecord(item) && !isRecordList(item)) &&
      child.children.length === 1
    )
      scalars.set(name, child.children[0] ?? child);
  }
  return scalars;
}

/** Sums of a record that has lines: without its name they would pass for sums of each line. */
const ofWhole =
  /^(?:(?:vat|tax|gst|sales tax|ust|mwst|umsatzsteuer|tva|btw|iva)(?: (?:amount|total|betrag))?|net|gross|netto|brutto)(?: (?:amount|total|betrag))?$/u;

interface RecordRow {
  readonly values: ReadonlyMap<string, RecordTree>;
}

/** Lists of records as rows; a record with a list of its own gives a row for each of its items, with its values before. */
function rowsOf(list: RecordTree): readonly RecordRow[] {
  return list.children.flatMap((record): RecordRow[] => {
    const own = scalarsOf(record);
    const inner = findRecordLists(record)[0];
    if (inner === undefined) return [{ values: own }];
    return rowsOf(inner).map(({ values }) => {
      const joined = new Map(
        [...own].map(([key, value]) => [ofWhole.test(key) ? `invoice ${key}` : key, value]),
      );
      for (const [key, value] of values)
        joined.set(joined.has(key) ? `${keyWords(inner.name)} ${key}` : key, value);
      return { values: joined };
    });
  });
}

function findRecordLists(element: RecordTree): readonly RecordTree[] {
  if (isListOfRecords(element)) return [element];
  return element.children.flatMap((child) =>
    isRecordList(child) || isRecord(child) ? findRecordLists(child) : [],
  );
}

/** Lists of records in a tree as sheets, so that one reading of tables serves all exports. Cells keep their paths. */
export function recordSheets(root: RecordTree, maximumCells: number): readonly Sheet[] {
  const lists =
    isRecord(root) && findRecordLists(root).length === 1 ? [wrapped(root)] : findRecordLists(root);
  let left = maximumCells;
  return lists.flatMap((list): Sheet[] => {
    const rows = rowsOf(list);
    const columns = [...new Set(rows.flatMap(({ values }) => [...values.keys()]))];
    left -= rows.length * columns.length;
    if (columns.length < 2 || left < 0) return [];
    const header = columns.map((text): SheetCell => ({
      text,
      value: null,
      valueType: "text",
      at: { path: list.path },
      hidden: false,
    }));
    const body = rows.map(({ values }) => columns.map((column) => cellOf(values.get(column), list.path)));
    return [{ name: keyWords(list.name), hidden: false, rows: [header, ...body] }];
  });
}

/** One record with one list ("an invoice and its lines") is a list of one record. */
const wrapped = (root: RecordTree): RecordTree => ({
  ...root,
  attributes: { type: "list" },
  children: [root],
});

function cellOf(element: RecordTree | undefined, path: string): SheetCell {
  const type = element?.attributes["type"] ?? "null";
  const isNumber = type === "number" && !/[eE]/u.test(element?.text ?? "");
  return {
    text: element?.text ?? "",
    value: isNumber || type === "boolean" ? (element?.text ?? null) : null,
    valueType:
      element === undefined || type === "null"
        ? "blank"
        : isNumber
          ? "number"
          : type === "boolean"
            ? "boolean"
            : "text",
    at: { path: element?.path ?? path },
    hidden: false,
  };
}
