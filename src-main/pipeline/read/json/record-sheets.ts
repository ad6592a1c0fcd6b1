import type { Element, Sheet, SheetCell } from "../../../../src-shared/model/index.ts";
import { maximumCells } from "../limits.ts";

const isList = (element: Element): boolean => element.attributes["type"] === "list";
const isObject = (element: Element): boolean => element.attributes["type"] === "object";
const isRecordList = (element: Element): boolean =>
  isList(element) && element.children.length > 0 && element.children.every(isObject);

/** Values of a record by column, nested objects joined by a space ("customer name"). */
function scalarsOf(record: Element, prefix = ""): Map<string, Element> {
  const scalars = new Map<string, Element>();
  for (const child of record.children) {
    const name = `${prefix}${wordsOf(child.name)}`;
    if (isObject(child)) for (const [key, value] of scalarsOf(child, `${name} `)) scalars.set(key, value);
    else if (!isList(child)) scalars.set(name, child);
    else if (child.children.every((item) => !isObject(item) && !isList(item)) && child.children.length === 1)
      scalars.set(name, child.children[0] ?? child);
  }
  return scalars;
}

/** "unitPrice" and "unit_price" as "unit price": column titles that people would write. */
const wordsOf = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[_-]+/gu, " ")
    .toLowerCase()
    .trim();

/** Sums of a record that has lines: without its name they would pass for sums of each line. */
const ofWhole =
  /^(?:(?:vat|tax|gst|sales tax|ust|mwst|umsatzsteuer|tva|btw|iva)(?: (?:amount|total|betrag))?|net|gross|netto|brutto)(?: (?:amount|total|betrag))?$/u;

interface RecordRow {
  readonly values: ReadonlyMap<string, Element>;
}

/** Lists of records as rows; a record with a list of its own gives a row for each of its items, with its values before. */
function rowsOf(list: Element): readonly RecordRow[] {
  return list.children.flatMap((record): RecordRow[] => {
    const own = scalarsOf(record);
    const inner = findRecordLists(record)[0];
    if (inner === undefined) return [{ values: own }];
    return rowsOf(inner).map(({ values }) => {
      const joined = new Map(
        [...own].map(([key, value]) => [ofWhole.test(key) ? `invoice ${key}` : key, value]),
      );
      for (const [key, value] of values)
        joined.set(joined.has(key) ? `${wordsOf(inner.name)} ${key}` : key, value);
      return { values: joined };
    });
  });
}

function findRecordLists(element: Element): readonly Element[] {
  if (isRecordList(element)) return [element];
  return element.children.flatMap((child) =>
    isList(child) || isObject(child) ? findRecordLists(child) : [],
  );
}

/** Lists of records in a JSON tree as sheets, so that one reading of tables serves all exports. Cells keep their paths. */
export function recordSheets(root: Element): readonly Sheet[] {
  const lists =
    isObject(root) && findRecordLists(root).length === 1 ? [wrapped(root)] : findRecordLists(root);
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
    return [{ name: wordsOf(list.name), hidden: false, rows: [header, ...body] }];
  });
}

/** One record with one list ("an invoice and its lines") is a list of one record. */
const wrapped = (root: Element): Element => ({ ...root, attributes: { type: "list" }, children: [root] });

function cellOf(element: Element | undefined, path: string): SheetCell {
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
