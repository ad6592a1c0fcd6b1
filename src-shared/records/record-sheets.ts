import type { Sheet, SheetCell } from "../model/index.ts";
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

/** The values of a row by the title of their column. */
type Values = ReadonlyMap<string, RecordTree>;

/** The values that a record gives to the rows of a list in it. */
const joined = (own: Values, values: Values, list: string): Values => {
  const all = new Map([...own].map(([key, value]) => [ofWhole.test(key) ? `invoice ${key}` : key, value]));
  for (const [key, value] of values) all.set(all.has(key) ? `${list} ${key}` : key, value);
  return all;
};

/**
 * Lists of records as rows; a record with a list of its own gives a row for each of its items, with its values before.
 *
 * @param place which of several lists in one record: the first, or one behind it
 */
function rowsOf(list: RecordTree, place = 0): readonly Values[] {
  return list.children.flatMap((record): readonly Values[] => {
    const own = scalarsOf(record);
    const lists = findRecordLists(record);
    const inner = lists[place];
    if (inner === undefined) return lists.length === 0 && place === 0 ? [own] : [];
    return rowsOf(inner).map((values) => joined(own, values, keyWords(inner.name)));
  });
}

function findRecordLists(element: RecordTree): readonly RecordTree[] {
  if (isListOfRecords(element)) return [element];
  return element.children.flatMap((child) =>
    isRecordList(child) || isRecord(child) ? findRecordLists(child) : [],
  );
}

const dayName = /^\d{4}-\d{2}-\d{2}$/;
const namesDays = /^(?:days?|dates?|daily|by (?:day|date)|entries|log|calendar)$/;

/** An object whose members are named after days, as a list of records: `"days": { "2026-10-06": 7.5 }` counts hours. */
function withDayLists(element: RecordTree): RecordTree {
  const { children } = element;
  if (!isRecord(element) || children.length === 0 || !children.every(({ name }) => dayName.test(name)))
    return { ...element, children: children.map(withDayLists) };
  const words = keyWords(element.name);
  const counted = namesDays.test(words) ? "hours" : element.name;
  const items = children.map((day): RecordTree => {
    const date: RecordTree = {
      ...day,
      name: "date",
      text: day.name,
      attributes: { type: "text" },
      children: [],
    };
    const own = isRecord(day) ? day.children : [{ ...day, name: counted }];
    return { ...day, name: "item", text: "", attributes: { type: "object" }, children: [date, ...own] };
  });
  return { ...element, attributes: { type: "list" }, children: items };
}

/**
 * Lists of records in a tree as sheets, so that one reading of tables serves all exports. Cells keep their paths.
 *
 * @param isEachList whether a record with several lists gives rows for each of them ("labour", "materials"), not for
 *   its first alone
 */
export function recordSheets(root: RecordTree, maximumCells: number, isEachList = false): readonly Sheet[] {
  const tree = withDayLists(root);
  const found = findRecordLists(tree);
  const lists =
    isRecord(tree) && (found.length === 1 || (isEachList && found.length > 1)) ? [wrapped(tree)] : found;
  let left = maximumCells;
  return lists.flatMap((list): readonly Sheet[] => {
    const most = isEachList
      ? Math.max(1, ...list.children.map((record) => findRecordLists(record).length))
      : 1;
    return Array.from({ length: most }, (_, place) => rowsOf(list, place)).flatMap(
      (rows): readonly Sheet[] => {
        const columns = [...new Set(rows.flatMap((values) => [...values.keys()]))];
        left -= rows.length * columns.length;
        return columns.length < 2 || left < 0 ? [] : [sheetOf(list, columns, rows)];
      },
    );
  });
}

function sheetOf(list: RecordTree, columns: readonly string[], rows: readonly Values[]): Sheet {
  const header = columns.map((text): SheetCell => ({
    text,
    value: null,
    valueType: "text",
    at: { path: list.path },
    hidden: false,
  }));
  const body = rows.map((values) => columns.map((column) => cellOf(values.get(column), list.path)));
  return { name: keyWords(list.name), hidden: false, rows: [header, ...body] };
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
