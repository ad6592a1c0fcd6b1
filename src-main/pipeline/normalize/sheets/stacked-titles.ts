import { contentOf } from "./column-content.ts";
import { blankCell, type Grid, type GridCell } from "./grid.ts";

const lookedRows = 30;
const mostly = 0.9;
const longestTitle = 24;

/**
 * The titles of columns that run over two rows, joined: "Delivered" over "(m3)", nothing over "Arrived". `null` where the
 * row below the first is one of data.
 *
 * A row goes on with the titles above it where it has no figure of its own, but words over columns of nothing but figures.
 */
export function goesOn(rows: Grid["rows"], headerIndex: number): readonly GridCell[] | null {
  const upper = rows[headerIndex] ?? [];
  const lower = rows[headerIndex + 1] ?? [];
  const filled = lower.filter(({ text }) => text !== "");
  if (filled.length === 0 || !filled.every(isTitle)) return null;
  const end = rows.findIndex((row, at) => at > headerIndex + 1 && row.every(({ text }) => text === ""));
  const below = rows.slice(headerIndex + 2, end < 0 ? headerIndex + 2 + lookedRows : end);
  if (below.length < 2) return null;
  const width = Math.max(upper.length, lower.length);
  const contents = Array.from({ length: width }, (_, column) =>
    contentOf(below.flatMap((row) => row[column] ?? [])),
  );
  const isFigures = (column: number): boolean => {
    const { filled: count, number, date, clock } = contents[column] ?? contentOf([]);
    return count > 1 && number + date + clock >= mostly;
  };
  const columns = lower.flatMap(({ text }, column) => (text === "" ? [] : [column]));
  const proven = columns.filter(isFigures);
  // Words over words may be a row of its own, unless nothing stands over them or they only explain what does.
  const isOpen = (column: number): boolean =>
    isFigures(column) || (upper[column]?.text ?? "") === "" || explains.test(lower[column]?.text ?? "");
  if (proven.length === 0 || !columns.every(isOpen)) return null;
  return Array.from({ length: width }, (_, column) =>
    joined(upper[column] ?? blankCell, lower[column] ?? blankCell),
  );
}

const isTitle = ({ text, valueType }: GridCell): boolean =>
  (valueType === "text" || valueType === "blank") &&
  text.length <= longestTitle &&
  /\p{L}/u.test(text) &&
  !/\d{2}|\d[.,:]\d|^\d/.test(text);

/** "(m3)", "no.", "reg", "incl. VAT": what only goes on with a title. */
const explains = /^(?:\(.*\)|[\p{Ll}#/%€$£].*)$/u;

function joined(above: GridCell, below: GridCell): GridCell {
  if (below.text === "") return above;
  if (above.text === "") return below;
  return { ...above, text: `${above.text} ${below.text}` };
}

/**
 * Titles that repeat under names of their groups, with those before them: "Std | Litres | Std | Litres" under "Digger" and
 * "Roller". As they are where none repeats, or where figures stand above them.
 */
export function withGroups(rows: Grid["rows"], headerIndex: number): readonly GridCell[] {
  const titles = rows[headerIndex] ?? [];
  const above = rows[headerIndex - 1] ?? [];
  const named = titles.map(({ text }) => text).filter((text) => text !== "");
  const groups = above.filter(({ text }) => text !== "");
  const isGrouped =
    new Set(named).size < named.length &&
    new Set(groups.map(({ text }) => text)).size > 1 &&
    groups.every(({ text, valueType }) => valueType === "text" && /\p{L}{2}/u.test(text));
  if (!isGrouped) return titles;
  let group = blankCell;
  return Array.from({ length: Math.max(titles.length, above.length) }, (_, column) => {
    const [own, over] = [titles[column] ?? blankCell, above[column] ?? blankCell];
    if (over.text !== "") group = over;
    const isRepeated = named.filter((text) => text === own.text).length > 1;
    return own.text === "" ? over : isRepeated ? joined(group, own) : own;
  });
}
