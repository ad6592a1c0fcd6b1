import type { Alignment } from "../flow/flow-item.ts";
import { placeDrafts, type Cell, type Draft, type HtmlFlow } from "./draft-flow.ts";
import { withDivGrids } from "./div-grids.ts";
import { groundOf, isHiddenElement } from "./hidden-style.ts";
import { readStyleSheet, type StyleSheet } from "./style-sheet.ts";
import { htmlTokens, type HtmlToken } from "./tokens.ts";

const maximumDepth = 256;
const maximumColumns = 200;

const blocks: ReadonlySet<string> = new Set(
  "p div section article main header footer aside nav address blockquote pre ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr form fieldset figure figcaption center body html table tbody thead tfoot tr td th caption".split(
    " ",
  ),
);
const empty: ReadonlySet<string> = new Set(
  "br hr img input meta link area base col embed source track wbr param".split(" "),
);

interface OpenElement {
  readonly name: string;
  readonly isHidden: boolean;
  readonly ground: "paper" | "colored";
  readonly isBold: boolean;
  readonly isQuote: boolean;
  readonly alignment: Alignment;
}

interface OpenTable {
  readonly rows: Cell[][];
  /** Depth of the element stack at which it was opened. */
  readonly depth: number;
  hasTable: boolean;
}

/**
 * The words of HTML in reading order: paragraphs, headings, list items and tables.
 *
 * Tables that only arrange a page (tables in tables, one column) are read as paragraphs. Nothing is loaded or run;
 * what a style hides is kept apart as hidden.
 */
export function htmlToFlow(html: string, offset = 0): HtmlFlow {
  const sheet = readStyleSheet(html);
  const writer = createWriter(sheet);
  const tokens = withDivGrids([...htmlTokens(html)], ({ name, attributes }) =>
    isHiddenElement(name, attributes, sheet, "paper"),
  );
  for (const token of tokens) writer.take(token);
  return placeDrafts(writer.finish(), offset);
}

function createWriter(sheet: StyleSheet) {
  const stack: OpenElement[] = [];
  const tables: OpenTable[] = [];
  const drafts: Draft[] = [];
  const lists: { ordered: boolean; next: number }[] = [];
  let text = "";
  let bold = 0;
  let letters = 0;
  let headingLevel: number | null = null;
  let label: string | null = null;

  const top = (): OpenElement | undefined => stack.at(-1);
  const target = (): Draft[] => {
    const cell = tables.at(-1)?.rows.at(-1)?.at(-1);
    return cell === undefined ? drafts : (cell.paragraphs as Draft[]);
  };
  const endParagraph = (): void => {
    const kept = text.replace(/[^\S\n\u00a0]*\n[^\S\n\u00a0]*/gu, "\n").trim();
    if (kept !== "") {
      const element = top();
      target().push({
        text: kept,
        headingLevel,
        label,
        indent: Math.max(0, lists.length - 1),
        bold: letters > 0 && bold >= letters,
        alignment: element?.alignment ?? "left",
        isHidden: element?.isHidden ?? false,
        isQuoted: element?.isQuote ?? false,
      });
      label = null;
    }
    text = "";
    bold = 0;
    letters = 0;
  };

  const addText = (piece: string): void => {
    const isPre = stack.some(({ name }) => name === "pre");
    const spaced = isPre ? piece : piece.replace(/[^\S\u00a0]+/gu, " ");
    const joined =
      text === "" || /\s/u.test(text.slice(-1)) ? (isPre ? spaced : spaced.replace(/^ /u, "")) : spaced;
    if (joined === "") return;
    text += joined;
    const count = joined.replace(/\s/gu, "").length;
    letters += count;
    if (top()?.isBold === true) bold += count;
  };

  const open = (token: Extract<HtmlToken, { type: "open" }>): void => {
    const { name, attributes } = token;
    if (name === "br") {
      text += "\n";
      return;
    }
    if (blocks.has(name)) endParagraph();
    if (empty.has(name)) return;
    if (name === "li" || name === "tr" || name === "td" || name === "th" || name === "p") closeOpen(name);
    const above = top();
    const styled = token.styledAs ?? name;
    const ground = groundOf(styled, attributes, sheet, above?.ground ?? "paper");
    const isHidden = (above?.isHidden ?? false) || isHiddenElement(styled, attributes, sheet, ground);
    // A change of visibility ends the paragraph: hidden words must not stand among seen ones.
    if (isHidden !== (above?.isHidden ?? false)) endParagraph();
    if (stack.length >= maximumDepth) return;
    const align = (
      attributes.get("align") ??
      /text-align:\s*(\w+)/u.exec(attributes.get("style") ?? "")?.[1] ??
      ""
    ).toLowerCase();
    stack.push({
      name,
      isHidden,
      ground,
      isBold:
        (above?.isBold ?? false) ||
        /^(?:b|strong|th|h[1-6])$/u.test(name) ||
        /font-weight:\s*(?:bold|[6-9]00)/u.test(attributes.get("style") ?? ""),
      isQuote:
        (above?.isQuote ?? false) ||
        name === "blockquote" ||
        /\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|OLK_SRC_BODY_SECTION|appendonsend)\b/u.test(
          `${attributes.get("class") ?? ""} ${attributes.get("id") ?? ""}`,
        ),
      alignment: align === "right" || align === "center" ? align : (above?.alignment ?? "left"),
    });
    if (/^h[1-6]$/u.test(name)) headingLevel = Number(name[1]);
    if (name === "ul" || name === "ol")
      lists.push({ ordered: name === "ol", next: Number.parseInt(attributes.get("start") ?? "1", 10) || 1 });
    if (name === "li") {
      const list = lists.at(-1);
      label = list?.ordered === true ? `${list.next}.` : "•";
      if (list !== undefined) list.next += 1;
    }
    if (name === "table") {
      for (const table of tables) table.hasTable = true;
      tables.push({ rows: [], depth: stack.length, hasTable: false });
    }
    const table = tables.at(-1);
    if (name === "tr") table?.rows.push([]);
    if (name === "td" || name === "th") {
      if (table !== undefined && table.rows.length === 0) table.rows.push([]);
      const row = table?.rows.at(-1);
      const span = Math.min(
        maximumColumns,
        Math.max(1, Number.parseInt(attributes.get("colspan") ?? "1", 10) || 1),
      );
      if (row !== undefined && row.length < maximumColumns) row.push({ paragraphs: [], span });
    }
  };

  /** Cells, rows, items and paragraphs end where the next one starts; their end tags may be left out. */
  const closeOpen = (name: string): void => {
    const ends =
      name === "tr" ? ["tr", "td", "th", "p"] : name === "td" || name === "th" ? ["td", "th", "p"] : [name];
    const fences = name === "p" ? ["table", "td", "th", "li", "div", "blockquote"] : ["table", "ul", "ol"];
    for (let at = stack.length - 1; at >= 0; at -= 1) {
      const open = stack[at]?.name ?? "";
      if (fences.includes(open) && !ends.includes(open)) return;
      if (ends.includes(open)) {
        stack.length = at;
        if (open !== "p") return closeOpen(name);
        return;
      }
    }
  };

  const close = (name: string): void => {
    if (blocks.has(name)) endParagraph();
    if (/^h[1-6]$/u.test(name)) headingLevel = null;
    if (name === "ul" || name === "ol") lists.pop();
    if (name === "li") label = null;
    const at = stack.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    const wasHidden = top()?.isHidden ?? false;
    if (wasHidden && stack[at - 1]?.isHidden !== true) endParagraph();
    if (name === "table") endTable();
    stack.length = at;
  };

  const endTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    const isQuoted = top()?.isQuote ?? false;
    const columns = Math.max(0, ...table.rows.map((row) => row.reduce((sum, { span }) => sum + span, 0)));
    const filled = table.rows.filter((row) => row.some(({ paragraphs }) => paragraphs.length > 0));
    const isGrid = !table.hasTable && columns >= 2 && columns <= maximumColumns && filled.length >= 1;
    if (!isGrid) {
      target().push(...(table.rows.flat().flatMap(({ paragraphs }) => paragraphs) as Draft[]));
      return;
    }
    const rows = filled.map((row) => {
      const cells: (Cell | null)[] = row.flatMap((cell): (Cell | null)[] => [
        cell,
        ...Array.from({ length: cell.span - 1 }, () => null),
      ]);
      while (cells.length < columns) cells.push(null);
      return cells;
    });
    target().push({ rows, isQuoted });
  };

  return {
    take: (token: HtmlToken): void => {
      if (token.type === "text") addText(token.text);
      else if (token.type === "open") open(token);
      else close(token.name);
    },
    finish: (): readonly Draft[] => {
      endParagraph();
      while (tables.length > 0) endTable();
      return drafts;
    },
  };
}
