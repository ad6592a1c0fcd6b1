import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import type { Line } from "../structure/outline.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { cutName } from "./cut-name.ts";
import { looksLikeCompany } from "./party-words.ts";

/** Lines of running text as one, with the places where each of them ended. */
export interface JoinedLines extends PreparedText {
  readonly lineEnds: readonly number[];
}

/** Lines of running text, one after the other. */
export function joinLines(lines: readonly Line[]): JoinedLines {
  const sources = lines.map((line) => line.prepared.source);
  const joined = prepareText(joinSourcedTexts(sources, " "));
  const lineEnds: number[] = [];
  let offset = 0;
  let at = 0;
  for (const { text } of sources) {
    offset += text.length + 1;
    while (at < joined.text.length && (joined.origin[at] ?? offset) < offset - 1) at += 1;
    lineEnds.push(at);
  }
  return { ...joined, lineEnds };
}

/** The name that a piece of the text begins with; one that fills a short line of its own ends with that line. */
export function nameAt(joined: JoinedLines, from: number, to: number): string | null {
  const whole = cutName(joined.text.slice(from, to), joined.folded.slice(from, to));
  if (whole === null) return null;
  const at = joined.text.indexOf(whole, from);
  const lineEnd = joined.lineEnds.find((end) => end > at + 3 && end < at + whole.length);
  if (lineEnd === undefined) return whole;
  const first = cutName(joined.text.slice(from, lineEnd), joined.folded.slice(from, lineEnd));
  // A name that wraps goes on in the next line: after a joint, a hyphen or a single word, or with its legal form.
  const rest = joined.text.slice(lineEnd, at + whole.length).trim();
  const wraps =
    first === null ||
    !first.includes(" ") ||
    /(?:[-&,]|\b(?:and|und|et|y|e|en|of|de|der|van|von|di|do|da))$/i.test(first) ||
    (looksLikeCompany(whole.toLowerCase()) && !looksLikeCompany(first.toLowerCase())) ||
    /^(?:&|and\b|und\b)/i.test(rest);
  return wraps ? whole : first;
}
