import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import {
  absolute,
  add,
  compare,
  decimalText,
  isEqual,
  isZero,
  multiply,
  subtract,
  sum,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import type { RecordTree } from "../../../../src-shared/records/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { conventionOfCells, numberOfCell } from "../sheets/exact-cells.ts";
import { blankCell, type GridCell } from "../sheets/grid.ts";
import { isPlainCurrencyCode } from "../values/currency.ts";
import { parseDateText } from "../values/date.ts";
import { foldText } from "../values/fold.ts";
import { parseUnit } from "../values/unit.ts";
import type { SheetTree } from "./sheet-tree.ts";
import { taggedRows, type TaggedRow } from "./tagged-lines.ts";
import { treeElement } from "./tree-element.ts";

type Numbers = readonly (DecimalText | null)[];

/** Columns of a kind of row of which two multiply out to the third. */
interface PricedColumns {
  readonly quantity: number;
  readonly price: number;
  readonly net: number;
}

/** No line of a bill has more fields. */
const mostColumns = 40;
const one = decimalText("1");
const cent = decimalText("0.01");
const highestRate = decimalText("30");
const hundred = decimalText("100");

/**
 * A bill in rows without titles that begin with what they are ("H", "L", "T"), as a tree that its bill is read from.
 *
 * What a field holds, arithmetic and its form tell: a row whose fields multiply out is a line, one that adds up the lines
 * holds the sums. Who sells and who buys is told by the tag of a row only. `null` where no such row closes.
 */
export function taggedTree(document: ReadDocument, asOf: LocalDate): SheetTree | null {
  const rows = taggedRows(document);
  if (rows === null) return null;
  const convention = conventionOfCells(rows.flatMap(({ fields }) => fields));
  const numbers = new Map(
    rows.map((row) => [row, row.fields.map((cell) => numberOfCell(cell, convention))] as const),
  );
  const numbersOf = (row: TaggedRow): Numbers => numbers.get(row) ?? [];
  const tags = [...new Set(rows.map(({ tag }) => tag))];
  const priced = tags.flatMap((tag) => {
    const own = rows.filter((row) => row.tag === tag);
    const columns = pricedColumns(own.map(numbersOf));
    return columns === null ? [] : [{ tag, own, columns }];
  });
  const [lines] = priced;
  if (lines === undefined || priced.length > 1) return null;
  const nets = lines.own.flatMap((row) => numbersOf(row)[lines.columns.net] ?? []);
  const total = sum(nets);
  const others = rows.filter(({ tag }) => tag !== lines.tag);
  const closing = others.find((row) => sumsIn(numbersOf(row), total) !== null);
  const sums = closing === undefined ? null : sumsIn(numbersOf(closing), total);
  if (closing === undefined || sums === null) return null;
  const cells = new Map<string, GridCell>();
  const leaf = (name: string, cell: GridCell): RecordTree => {
    const path = `/${cells.size + 1}`;
    cells.set(path, cell);
    return treeElement(name, path, "text", cell.text, []);
  };
  const at = (row: TaggedRow, column: number): GridCell => row.fields[column] ?? blankCell;
  const head = [
    ...headOf(
      others.filter((row) => row !== closing),
      asOf,
    ).map(([name, cell]) => leaf(name, cell)),
    leaf("net total", at(closing, sums.net)),
    leaf("total tax", at(closing, sums.tax)),
    leaf("grand total", at(closing, sums.gross)),
  ];
  const rate = rateColumn(lines.own.map(numbersOf), lines.columns, numbersOf(closing)[sums.tax] ?? null);
  const told = [...columnsOfWords(lines.own), ...(rate < 0 ? [] : [["tax rate", rate] as const])];
  const items = lines.own.map((row, index) =>
    treeElement(
      "line",
      `/line${index}`,
      "object",
      "",
      [
        ...told.map(([name, column]) => leaf(name, at(row, column))),
        leaf("quantity", at(row, lines.columns.quantity)),
        leaf("unit price", at(row, lines.columns.price)),
        leaf("net amount", at(row, lines.columns.net)),
      ].filter(({ text }) => text !== ""),
    ),
  );
  return {
    tree: treeElement("invoice", "/", "object", "", [
      ...head,
      treeElement("lines", "/lines", "list", "", items),
    ]),
    leaves: ({ path }) => cells.get(path) ?? blankCell,
  };
}

/** The first columns whose product is a later one on all rows, on one of them with no factor of one. */
function pricedColumns(rows: readonly Numbers[]): PricedColumns | null {
  const width = Math.min(mostColumns, Math.max(0, ...rows.map((row) => row.length)));
  for (let net = 2; net < width; net += 1)
    for (let quantity = 0; quantity < net; quantity += 1)
      for (let price = quantity + 1; price < net; price += 1)
        if (multipliesOut(rows, quantity, price, net)) return { quantity, price, net };
  return null;
}

function multipliesOut(rows: readonly Numbers[], quantity: number, price: number, net: number): boolean {
  let isProven = false;
  for (const row of rows) {
    const [first, second, made] = [row[quantity] ?? null, row[price] ?? null, row[net] ?? null];
    if (first === null || second === null || made === null) return false;
    if (compare(absolute(subtract(multiply(first, second), made)), cent) >= 0) return false;
    isProven ||= ![first, second].some((factor) => isEqual(factor, one) || isZero(factor));
  }
  return isProven;
}

interface Sums {
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

/** Three numbers of a row of which the first is the sum of the lines, and with the second comes to the third. */
function sumsIn(numbers: Numbers, total: Parameters<typeof isEqual>[0]): Sums | null {
  for (const [net, first] of numbers.entries()) {
    const [second, third] = [numbers[net + 1] ?? null, numbers[net + 2] ?? null];
    if (first === null || second === null || third === null || !isEqual(first, total)) continue;
    if (isEqual(add(first, second), third)) return { net, tax: net + 1, gross: net + 2 };
  }
  return null;
}

/** The column of rates of tax: with the nets of the lines they make the tax of the whole. */
function rateColumn(rows: readonly Numbers[], { net }: PricedColumns, tax: DecimalText | null): number {
  if (tax === null) return -1;
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let column = net + 1; column < width; column += 1) {
    const parts = rows.flatMap((row) => {
      const [base, rate] = [row[net] ?? null, row[column] ?? null];
      return base === null || rate === null || compare(rate, highestRate) > 0 ? [] : [multiply(base, rate)];
    });
    const off = subtract(sum(parts), multiply(tax, hundred));
    if (parts.length === rows.length && compare(absolute(off), decimalText(String(rows.length))) <= 0)
      return column;
  }
  return -1;
}

/** The column of descriptions, which has most letters, and that of units. */
function columnsOfWords(rows: readonly TaggedRow[]): readonly (readonly [string, number])[] {
  const width = Math.max(0, ...rows.map(({ fields }) => fields.length));
  const texts = (column: number): readonly string[] => rows.map(({ fields }) => fields[column]?.text ?? "");
  const letters = (column: number): number =>
    texts(column)
      .join("")
      .replace(/[^\p{L}]/gu, "").length;
  const columns = Array.from({ length: width }, (_, column) => column);
  const units = columns.filter((column) => texts(column).every((text) => /^\p{L}{1,5}[²³23]?$/u.test(text)));
  const unit = units.find((column) => texts(column).some((text) => parseUnit(text) !== null));
  const [described] = columns.filter((column) => column !== unit).toSorted((a, b) => letters(b) - letters(a));
  return [
    ...(described === undefined || letters(described) === 0 ? [] : [["description", described] as const]),
    ...(unit === undefined ? [] : [["unit", unit] as const]),
  ];
}

const sellerTag = /^(?:sup|sel|ven|frm|lie|fou|pro|for|em)/;
/** "DES" heads a description as well, and "BIL" the bill itself. */
const buyerTag = /^(?:cus|buy|cli|kun|rec|dest|klt|adq|bilt)/;
const kindText =
  /^(?:inv|invoice|rechnung|re|facture|fac|factura|fattura|ft|fatura|factuur|crn|cn|credit|credit note|gs|avoir|nc)$/;
const orderText = /^(?:po|order|bestell\w*|commande|pedido|ordine)[ :#-]*(?=.*\d)/;

/** What rows beside the lines say: days in their order, the currency, the number, an order; a party by its tag. */
function headOf(rows: readonly TaggedRow[], asOf: LocalDate): readonly (readonly [string, GridCell])[] {
  const found = new Map<string, GridCell>();
  const put = (name: string, cell: GridCell): void => {
    if (!found.has(name)) found.set(name, cell);
  };
  for (const { tag, fields } of rows) {
    const side = sellerTag.test(tag) ? "seller" : buyerTag.test(tag) ? "customer" : null;
    for (const cell of fields) {
      const folded = foldText(cell.text).trim();
      const day = /\d{2}.*\d{2}/.test(folded) ? parseDateText(cell.text, { order: null, asOf }) : null;
      if (folded === "") continue;
      if (side !== null) {
        if (/\p{L}{2}.*\p{L}/u.test(cell.text) && !/^[A-Z]{2}[\dA-Z]*\d{5}/.test(cell.text)) put(side, cell);
        else if (/\d{6}/.test(folded)) put(`${side} tax id`, cell);
      } else if (kindText.test(folded)) put("document type", cell);
      else if (isPlainCurrencyCode(cell.text.trim())) put("currency", cell);
      else if (day !== null && /\d{4}/.test(folded))
        put(found.has("issue date") ? "due date" : "issue date", cell);
      else if (orderText.test(folded)) put("order number", cell);
      else if (/\d/.test(folded) && !/\s/.test(folded) && !/^[a-z]{2}\d{7,}[a-z]{0,2}$/.test(folded))
        put("invoice number", cell);
    }
  }
  return [...found];
}
