import type { Box, Element, Evidence, ReadDocument, Report } from "../../src-shared/model/index.ts";

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** All evidence of a report, with the place in the report where it stands. */
export function* evidenceOf(
  report: Report,
): Generator<{ readonly where: string; readonly evidence: Evidence }> {
  const visit = function* (value: unknown, path: string): Generator<{ where: string; evidence: Evidence }> {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) yield* visit(item, `${path}[${index}]`);
    } else if (typeof value === "object" && value !== null) {
      if ("quote" in value && "at" in value) yield { where: path, evidence: value as Evidence };
      else for (const [name, inner] of Object.entries(value)) yield* visit(inner, `${path}.${name}`);
    }
  };
  yield* visit(report, "report");
}

/** What a document really holds at the place that a quote names; `null` when there is no such place. */
export function readAt(document: ReadDocument, { at }: Evidence): string | null {
  if ("page" in at) {
    const page = document.pages.find(({ number }) => number === at.page);
    const boxes = at.boxes ?? (at.box === undefined ? [] : [at.box]);
    if (page === undefined || boxes.length === 0) return null;
    // One box a line: words are taken line by line, each in its own box.
    return plain(
      boxes
        .flatMap((box) => page.words.filter((word) => isInside(word.box, box)).map(({ text }) => text))
        .join(" "),
    );
  }
  if ("sheet" in at) {
    const sheet = document.sheets.find(({ name }) => name === at.sheet);
    const cell = sheet?.rows.flat().find((each) => "cell" in each.at && each.at.cell === at.cell);
    return cell === undefined ? null : plain(cell.text);
  }
  if ("row" in at) {
    const cell = document.sheets
      .flatMap(({ rows }) => rows.flat())
      .find((each) => "row" in each.at && each.at.row === at.row && each.at.column === at.column);
    return cell === undefined ? null : plain(cell.text);
  }
  if ("path" in at) {
    const element = document.root === null ? null : findElement(document.root, at.path);
    return element === null ? null : plain(element);
  }
  return document.text === null ? null : plain(document.text.slice(at.start, at.end));
}

/** The middle of the word lies in the box. */
function isInside([x, y, width, height]: Box, [left, top, wide, high]: Box): boolean {
  const [middle, center] = [x + width / 2, y + height / 2];
  return middle >= left && middle <= left + wide && center >= top && center <= top + high;
}

function findElement(element: Element, path: string): string | null {
  if (element.path === path) return element.text;
  for (const [name, value] of Object.entries(element.attributes))
    if (path === `${element.path}/@${name}`) return value;
  for (const child of element.children) {
    if (path !== child.path && !path.startsWith(`${child.path}/`)) continue;
    const found = findElement(child, path);
    if (found !== null) return found;
  }
  return null;
}

/** Whether the words of a quote are what stands there; of a cell or an element a part will do. */
export function isStanding(evidence: Evidence, found: string | null): boolean {
  if (found === null) return false;
  const quote = plain(evidence.quote);
  const isWhole = "page" in evidence.at || "start" in evidence.at;
  return quote !== "" && (isWhole ? found === quote : found.includes(quote));
}
