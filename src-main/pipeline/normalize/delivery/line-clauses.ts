import { nameShape } from "../values/person-name.ts";
import { figuresOf } from "./line-figures.ts";
import { chunksOf, personIn } from "./line-persons.ts";
import type { PrintedRow } from "./printed-rows.ts";
import type { LineContext } from "./read-line.ts";

/** A line, or a part of one that is a person's own. */
export interface Clause extends PrintedRow {
  readonly person?: string;
}

/** "Rémi 6 h, Fanny 5,5 h": a line in parts where each has a name and hours of its own. */
export function clausesOf(row: PrintedRow, context: LineContext): readonly Clause[] {
  if (context.kind !== "time" && context.kind !== "work" && context.kind !== "goods") return [row];
  const label = /^[^:\d]{3,40}:\s*/.exec(row.text)?.[0] ?? "";
  const parts = row.text
    .slice(label.length)
    .split(/[,;]\s+(?=\p{Lu})|\s(?:und|and|et|en|y|e|\+)\s(?=\p{Lu})/u);
  const bare = parts.map((part) => part.replace(/\s\([^()\d]*\)/g, ""));
  const read = bare.map((part) => figuresOf(part, context.numbers));
  const isTimed = read.every(({ quantities }) => quantities.some(({ unit }) => unit === "hour"));
  const known = read.map(({ words }) => personIn(words, context.persons));
  const named = read.map(
    ({ words }, index) => known[index] ?? chunksOf(words).find((chunk) => nameShape.test(chunk)),
  );
  // Of several with hours of their own one is known for a person; then the others are, too.
  if (
    parts.length > 1 &&
    isTimed &&
    known.some((name) => name !== null) &&
    named.every((name) => name !== undefined)
  )
    return bare.map((text, index) => ({
      ...row,
      text,
      ...(named[index] !== undefined && { person: named[index] }),
    }));
  return context.kind === "goods" ? thingsOf(row) : [row];
}

const severalThings = /^(.{3,40}?:\s)\s*(\d{1,5}\s+\p{L}{3}[^,;]*(?:[,;]\s\d{1,5}\s+\p{L}{3}[^,;]*)+)$/u;

/** "Monday 25 May: 40 loaves, 12 rolls": a day with several things, each with its count. */
function thingsOf(row: PrintedRow): readonly PrintedRow[] {
  const [, day = "", things = ""] = severalThings.exec(row.text.trim()) ?? [];
  return day === "" ? [row] : things.split(/[,;]\s/).map((thing) => ({ ...row, text: `${day} ${thing}` }));
}
