import type { HtmlToken } from "./tokens.ts";

type Opening = Extract<HtmlToken, { type: "open" }>;

/** A closed element of the markup, with its place among the tokens. */
interface Node {
  readonly opening: Opening;
  readonly from: number;
  to: number;
  readonly children: Node[];
  /** Words of its own and of all within it. */
  text: string;
  hasOwnText: boolean;
}

const rowNames: ReadonlySet<string> = new Set("div section article li p dl".split(" "));
const inlineNames: ReadonlySet<string> = new Set("span b strong em i small label time data".split(" "));
const blockCells: ReadonlySet<string> = new Set("div p dt dd".split(" "));
const empties: ReadonlySet<string> = new Set("br hr img input meta link wbr col".split(" "));
const longestCell = 120;
const mostCells = 20;
/** Elements within one another at most: deeper ones are no rows of a page that somebody reads. */
const maximumDepth = 512;
const figure =
  /^[-(]?\s?(?:[€$£]|eur|usd|gbp|chf|cad|aud)?\s?\d[\d.,' \u00a0/-]*\)?\s?(?:%|[€$£]|eur|usd|gbp|chf|cad|aud|h|hrs?|kg|g|t|l|km|m[²³23]?|pcs?|stk|x)?\.?$/iu;

/**
 * The tokens of a page whose elements of no meaning ("div", "span") draw rows of cells, with those as a table.
 *
 * At least two rows next to one another, of as many cells each: with figures below one another, or labels before their
 * values. Each keeps the style that it is seen or hidden by.
 *
 * @param isHidden whether an element is out of a reader's sight: one around rows that is stays
 */
export function withDivGrids(
  tokens: readonly HtmlToken[],
  isHidden: (opening: Opening) => boolean,
): readonly HtmlToken[] {
  const changed = new Map<number, readonly HtmlToken[]>();
  const visit = (node: Node): void => {
    const runs = runsOf(node.children.map((child) => (isRow(child) ? child : null)));
    if (runs.length > 0) {
      for (const run of runs) draw(run, [], changed);
      const drawn = new Set(runs.flat());
      for (const child of node.children) if (!drawn.has(child)) visit(child);
      return;
    }
    const wrapped = rowsWithin(node, isHidden);
    const [whole] = wrapped === null ? [] : runsOf(wrapped.rows);
    if (wrapped !== null && whole !== undefined && whole.length === wrapped.rows.length)
      draw(whole, wrapped.wrappers, changed);
    else for (const child of node.children) visit(child);
  };
  for (const root of treeOf(tokens)) visit(root);
  return changed.size === 0 ? tokens : tokens.flatMap((token, index) => changed.get(index) ?? [token]);
}

/** The closed elements of the markup; what is not nested well is left out. */
function treeOf(tokens: readonly HtmlToken[]): readonly Node[] {
  const roots: Node[] = [];
  const stack: Node[] = [];
  for (const [index, token] of tokens.entries()) {
    const above = stack.at(-1);
    if (token.type === "text") {
      if (token.text.trim() === "") continue;
      if (above !== undefined) above.hasOwnText = true;
      for (const node of stack.slice(-2)) if (node.text.length <= longestCell) node.text += token.text;
    } else if (token.type === "open" && !empties.has(token.name) && stack.length < maximumDepth)
      stack.push({ opening: token, from: index, to: -1, children: [], text: "", hasOwnText: false });
    else if (token.type === "close") {
      const at = stack.findLastIndex(({ opening }) => opening.name === token.name);
      if (at < 0) continue;
      const node = stack[at];
      const isNested = at === stack.length - 1;
      stack.length = at;
      if (node === undefined || !isNested) continue;
      node.to = index;
      (stack.at(-1)?.children ?? roots).push(node);
    }
  }
  // Elements that stay open, such as a body without its end, hold closed ones all the same.
  return [...roots, ...stack];
}

const isInline = ({ opening, children }: Node): boolean =>
  inlineNames.has(opening.name) && children.every(isInline);

const isCell = (node: Node): boolean =>
  (isInline(node) || (blockCells.has(node.opening.name) && node.children.every(isInline))) &&
  node.text.trim().length <= longestCell;

const isRow = (node: Node): boolean =>
  rowNames.has(node.opening.name) &&
  !node.hasOwnText &&
  node.children.length > 1 &&
  node.children.length <= mostCells &&
  node.children.every(isCell);

/** Rows within plain elements around them, such as a head and a body; `null` where there is anything else. */
function rowsWithin(
  node: Node,
  isHidden: (opening: Opening) => boolean,
): { readonly rows: readonly Node[]; readonly wrappers: readonly Node[] } | null {
  const rows: Node[] = [];
  const wrappers: Node[] = [];
  if (node.hasOwnText || node.children.length === 0) return null;
  for (const child of node.children) {
    if (isRow(child)) {
      rows.push(child);
      continue;
    }
    const isPlain = rowNames.has(child.opening.name) && !child.hasOwnText && !isHidden(child.opening);
    if (!isPlain || child.children.length === 0 || !child.children.every(isRow)) return null;
    rows.push(...child.children);
    wrappers.push(child);
  }
  return { rows, wrappers };
}

/** Neighbours of as many cells that are rows of one table. */
function runsOf(candidates: readonly (Node | null)[]): readonly (readonly Node[])[] {
  const runs: Node[][] = [];
  let run: Node[] = [];
  for (const row of [...candidates, null]) {
    const isNext = row !== null && run[0]?.children.length === row.children.length;
    if (isNext) run.push(row);
    else {
      if (isTable(run)) runs.push(run);
      run = row === null ? [] : [row];
    }
  }
  return runs;
}

/** Figures below one another, or labels in elements for words before their values: addresses side by side are none. */
function isTable(rows: readonly Node[]): boolean {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return false;
  if (first.children.length === 2 && rows.every(({ children }) => children.every(isInline))) return true;
  return first.children.some(
    (_, column) =>
      column > 0 &&
      rows.filter(({ children }) => figure.test(children[column]?.text.trim() ?? "")).length * 2 >=
        rows.length,
  );
}

/** Puts a table, its rows and cells in the place of the elements that drew them. */
function draw(
  rows: readonly Node[],
  wrappers: readonly Node[],
  changed: Map<number, readonly HtmlToken[]>,
): void {
  const as = (name: string, { opening, from, to }: Node): void => {
    changed.set(from, [{ ...opening, name, styledAs: opening.name }]);
    changed.set(to, [{ type: "close", name }]);
  };
  for (const { from, to } of wrappers) {
    changed.set(from, []);
    changed.set(to, []);
  }
  for (const row of rows) {
    as("tr", row);
    for (const cell of row.children) as("td", cell);
  }
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const table: HtmlToken = { type: "open", name: "table", attributes: new Map() };
  changed.set(first.from, [table, ...(changed.get(first.from) ?? [])]);
  changed.set(last.to, [...(changed.get(last.to) ?? []), { type: "close", name: "table" }]);
}
