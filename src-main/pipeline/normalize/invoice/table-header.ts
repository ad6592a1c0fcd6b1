import { parseCurrency } from "../values/index.ts";
import { matchColumnLabels } from "../labels/index.ts";
import type { ColumnRole } from "../labels/index.ts";
import { joinCells, segmentToCells, unlistedName } from "./header-cells.ts";
import type { HeaderCell } from "./header-cells.ts";
import { countMeta, countTotals } from "./header-labels.ts";
import { overlapInX } from "./layout.ts";
import type { LaidPage, Row } from "./layout.ts";
import { hasMoney, tokensOf } from "./printed-row.ts";

export interface TableHeader {
  readonly page: number;
  /** Indices of its first and last row in the document. */
  readonly first: number;
  readonly last: number;
  readonly cells: readonly HeaderCell[];
  readonly score: number;
  /** A table of taxes by rate: it ends the items and holds none. */
  readonly isTaxTable: boolean;
  /** "Item | Amount": the first name may number the rows; below a table with a header of its own it names what they are. */
  readonly isDoubtful: boolean;
}

const valueRoles: ReadonlySet<ColumnRole> = new Set(["amount", "gross", "price", "quantity"]);
const itemRoles: ReadonlySet<ColumnRole> = new Set([
  "description",
  "code",
  "quantity",
  "price",
  "position",
  "person",
]);

/** Headers of tables of items on a page, top to bottom. */
export function findHeaders(page: LaidPage): readonly TableHeader[] {
  const named = page.rows.map((row) => (isNumeric(row) ? 0 : countNames(row)));
  const headers: TableHeader[] = [];
  for (const [index, row] of page.rows.entries()) {
    if (headers.some((other) => row.index <= other.last)) continue;
    // Two half headers make a whole one: a row is judged together with its neighbors.
    const near = (named[index] ?? 0) + (named[index + 1] ?? 0) + (named[index + 2] ?? 0);
    if (near < 2 || isNumeric(row)) continue;
    if (isAboveHeader(page, index, named)) continue;
    const grown = growHeader(page, index, rowsToHeader([row], page));
    if (grown !== null && (!grown.isDoubtful || headers.length > 0)) headers.push(grown);
  }
  return headers;
}

/** A line right above a header that makes it no better is a title or a sentence and none of it. */
function isAboveHeader(page: LaidPage, index: number, named: readonly number[]): boolean {
  const [row, next] = [page.rows[index], page.rows[index + 1]];
  if (row === undefined || next === undefined || (named[index + 1] ?? 0) < 2) return false;
  if (rowsToHeader([row], page) !== null) return false;
  const alone = growHeader(page, index + 1, rowsToHeader([next], page));
  const joined = rowsToHeader([row, next], page);
  if (alone === null) return false;
  const third = page.rows[index + 2];
  const names3 = third === undefined ? null : rowsToHeader([row, next, third], page);
  if (
    names3 !== null &&
    isHeaderLine(row) &&
    isHeaderLine(next) &&
    third !== undefined &&
    isHeaderLine(third)
  ) {
    const count = ({ cells }: TableHeader): number => cells.filter((cell) => cell.meanings.length > 0).length;
    if (count(names3) > count(alone)) return false;
  }
  if (joined === null || (named[index] ?? 0) === 0) return true;
  const names = (header: TableHeader): number =>
    header.cells.filter((cell) => cell.meanings.length > 0).length;
  return names(joined) <= names(alone) && shareOfNames(joined) < shareOfNames(alone);
}

/** The share of the words of a header that belong to names. */
function shareOfNames({ cells }: TableHeader): number {
  const words = cells.reduce((sum, cell) => sum + cell.tokens.length, 0);
  return cells.reduce((sum, cell) => sum + cell.covered, 0) / Math.max(words, 1);
}

function countNames(row: Row): number {
  return row.segments.reduce((sum, { tokens }) => {
    const named = matchColumnLabels(tokens.map((token) => token.text)).length;
    return sum + (named === 0 && unlistedName(tokens) !== null ? 1 : named);
  }, 0);
}

function growHeader(page: LaidPage, index: number, single: TableHeader | null): TableHeader | null {
  const row = page.rows[index];
  if (row === undefined || isNumeric(row)) return null;
  const [next, afterNext] = [page.rows[index + 1], page.rows[index + 2]];
  let best = single;
  const consider = (rows: readonly Row[]): void => {
    const joined = rowsToHeader(rows, page);
    // A group's heading right below the names ("Mano de obra") only dilutes them.
    if (joined !== null && best !== null && shareOfNames(joined) < shareOfNames(best) - 0.12) return;
    if (joined !== null && (best === null || joined.score > best.score + 0.4 || refines(joined, best)))
      best = joined;
  };
  if (next !== undefined && isHeaderLine(row) && isNear(row, next, page) && isHeaderLine(next)) {
    consider([row, next]);
    if (afterNext !== undefined && isNear(next, afterNext, page) && isHeaderLine(afterNext))
      consider([row, next, afterNext]);
  }
  // A remark in brackets under the names ("(EUR)") belongs to the header too.
  const found = best as TableHeader | null;
  if (found !== null && found.last === row.index && next !== undefined && isNear(row, next, page)) {
    if (next.segments.every((segment) => /^[([].*[)\]]$/.test(segment.text)))
      return { ...found, last: next.index };
  }
  return found;
}

/** Whether a further line makes names longer ("Prix" over "unitaire") and hides none. */
function refines(joined: TableHeader, known: TableHeader): boolean {
  const names = (header: TableHeader): number =>
    header.cells.filter((cell) => cell.meanings.length > 0).length;
  const covered = (header: TableHeader): number => header.cells.reduce((sum, cell) => sum + cell.covered, 0);
  return (
    joined.cells.length === known.cells.length &&
    names(joined) >= names(known) &&
    covered(joined) > covered(known)
  );
}

function isNear(above: Row, below: Row, page: LaidPage): boolean {
  return below.top - above.bottom < 1.1 * Math.max(page.height, above.bottom - above.top);
}

function isNumeric(row: Row): boolean {
  const tokens = tokensOf(row);
  const numeric = tokens.filter(
    (token) => /\d/.test(token.text) && !/^100%?$/.test(token.text) && !isBase(token.text),
  ).length;
  return tokens.some(({ text }) => hasMoney(text)) || numeric * 3 > tokens.length;
}

function isHeaderLine(row: Row): boolean {
  return (
    !row.segments.some((segment) =>
      segment.tokens.some((token) => /\d/.test(token.text) && !isBase(token.text)),
    ) && row.segments.every((segment) => segment.tokens.length <= 5)
  );
}

/** "Price per 100", "Preis je 1.000": how many a price is for. */
const isBase = (text: string): boolean => /^1(?:00|[.,'’]?000)$/.test(text);

/** "(hours)", "€": the end of a cell above, which its narrow column broke off, and the name of no column. */
const isTail = (text: string): boolean => /^\([^()]*\)$/.test(text) || parseCurrency(text) !== null;

function rowsToHeader(rows: readonly Row[], page: LaidPage): TableHeader | null {
  const [firstRow] = rows;
  const lastRow = rows.at(-1);
  if (firstRow === undefined || lastRow === undefined || firstRow.segments.length === 0) return null;
  const cells = withLastAmount(joinCells(rows.flatMap((row) => row.segments.flatMap(segmentToCells))));
  const named = cells.flatMap((cell) =>
    cell.meanings[0] === undefined ? [] : [{ cell, meaning: cell.meanings[0] }],
  );
  const roles = new Set(named.map(({ meaning }) => meaning.field));
  const hasValue = [...roles].some((role) => valueRoles.has(role));
  const hasItem = [...roles].some((role) => itemRoles.has(role));
  const words = cells.reduce((sum, cell) => sum + cell.tokens.length, 0);
  const namedWords = named.reduce((sum, { cell }) => sum + Math.min(cell.tokens.length, 4), 0);
  if (!hasValue || !hasItem || roles.size < 2 || cells.length < 2) return null;
  if (rows.every(({ segments }) => segments.every(({ text }) => isTail(text)))) return null;
  // Names of sums over their amounts end a table and begin none; counts and prices stand over items alone.
  const isCounted =
    roles.has("description") || roles.has("position") || (roles.has("quantity") && roles.has("price"));
  if (countTotals(rows) >= 2 && !isCounted) return null;
  const isOfItems = roles.has("description") && (roles.has("quantity") || roles.has("progress"));
  if (countMeta(rows) >= 2 && !isOfItems) return null;
  const isSmall = roles.size === 2;
  const mayDescribe = cells[0]?.meanings.some(({ field }) => field === "description") === true;
  const isPlain = roles.has("description") || roles.has("quantity") || roles.has("code");
  if (isSmall && (named.length < cells.length || !(isPlain || mayDescribe))) return null;
  if (isSmall && words > 8) return null;
  if (words > 40 || namedWords * 2 < words) return null;
  // "Please transfer the total within 30 days": words in one run are a header only if they are names all through.
  const covered = named.reduce((sum, { cell }) => sum + cell.covered, 0);
  if (rows.every((row) => row.segments.length === 1) && (covered * 3 < words * 2 || cells.length < 3))
    return null;
  if (
    rows.some((row) =>
      row.segments.some((segment) => segment.tokens.some((token) => /\w:$/.test(token.text))),
    ) &&
    roles.size < 4
  )
    return null;
  const weights = named.reduce((sum, { meaning }) => sum + meaning.weight, 0);
  const isMarked = firstRow.segments.every((segment) => segment.bold) || hasRuleNear(page, firstRow, lastRow);
  const tokens = cells.flatMap((cell) => cell.tokens);
  const numeric = tokens.filter((token) => /\d/.test(token.text)).length / Math.max(tokens.length, 1);
  const score =
    weights + (isMarked ? 1 : 0) - 2 * numeric + 0.5 * roles.size - 0.3 * (cells.length - named.length);
  // Allowances and charges with what they are on: "Type, %, base amount, base quantity, tax, amount".
  const isOfBases = roles.has("tax-base") && !roles.has("description") && !roles.has("position");
  const isTaxTable =
    isOfBases ||
    (!roles.has("quantity") &&
      !roles.has("price") &&
      !roles.has("description") &&
      (roles.has("tax-amount") || (roles.has("tax-base") && roles.has("tax-rate"))));
  const isDoubtful = isSmall && !isPlain;
  return {
    page: page.number,
    first: firstRow.index,
    last: lastRow.index,
    cells,
    score,
    isTaxTable,
    isDoubtful,
  };
}

/** Where no name says "amount", a last one that may mean it ("Charge", "Cost", "Frete") does: sums stand on the right. */
function withLastAmount(cells: readonly HeaderCell[]): readonly HeaderCell[] {
  const last = cells.at(-1);
  const amount = last?.meanings.find(({ field }) => field === "amount" || field === "gross");
  const isKnown = cells.some(({ meanings }) => ["amount", "gross"].includes(meanings[0]?.field ?? ""));
  if (last === undefined || amount === undefined || isKnown || cells.length < 3) return cells;
  const meanings = [amount, ...last.meanings.filter((meaning) => meaning !== amount)];
  return [...cells.slice(0, -1), { ...last, meanings }];
}

function hasRuleNear(page: LaidPage, first: Row, last: Row): boolean {
  const near = page.height * 1.2;
  return page.horizontals.some(
    (rule) =>
      (Math.abs(rule.top - last.bottom) < near || Math.abs(rule.top - first.top) < near) &&
      overlapInX(rule, last) > 0,
  );
}
