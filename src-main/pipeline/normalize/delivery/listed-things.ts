import type { Evidence, ReadDocument } from "../../../../src-shared/model/index.ts";
import { textLines, type TextPiece } from "../sheets/text-lines.ts";
import { foldText } from "../values/fold.ts";
import type { NumberConvention } from "../values/number.ts";
import { countedThing } from "./counted-thing.ts";
import type { LabeledCount } from "./labeled-counts.ts";
import { namesMaterial } from "./material-words.ts";
import { toldUnits } from "./told-units.ts";
import { saysUndone } from "./undone-words.ts";

const broughtHeading = /^(?:deliver(?:y|ies)|goods|lieferungen?|livraisons?|leveringen?|entregas?|consegne)$/;

/** Whether a text is nothing but a heading of a list of what was used or brought. */
export const headingIn = (text: string): boolean => {
  const label = text.replace(/\s*:\s*$/, "").trim();
  return namesMaterial(label) || broughtHeading.test(foldText(label));
};

/** Things with their counts in the list that a heading for material, parts or deliveries announces. */
export function listedThings(document: ReadDocument, numbers: NumberConvention): readonly LabeledCount[] {
  const written = document.reader === "text" ? besideHeading(document) : [];
  // "Parts: 1 pump; 2 m hose; 4 clips" goes on behind each semicolon, though each part is told by itself.
  let isOpen = false;
  const listed = toldUnits(document).flatMap(({ text, evidence, isItem, under }): readonly Clause[] => {
    const goesOn = isOpen;
    isOpen &&= text.endsWith(";");
    const isListed = isItem || /^\d/.test(text);
    if (goesOn || (isListed && under !== null && headingIn(under))) return [{ text, evidence }];
    const [, label = "", value = ""] = /^([^:]{3,40}?)\s?:\s+(.+)$/u.exec(text) ?? [];
    if (label === "" || !headingIn(label)) return [];
    isOpen = text.endsWith(";");
    return value.split(/;\s|\s[–—-]\s|,\s(?=\d|n\.)/u).map((clause) => ({ text: clause, evidence }));
  });
  return [...written, ...listed].flatMap(({ text, evidence }) => {
    const found = saysUndone(text) ? null : countedThing(text.replace(/\s*[.;]\s*$/u, ""), numbers);
    return found === null ? [] : [{ ...found, evidence: evidence === null ? [] : [evidence] }];
  });
}

interface Clause {
  readonly text: string;
  readonly evidence: Evidence | null;
}

const indent = 3;

/** "Materials   1   thermocouple" with further things under the first: a heading beside its list. */
function besideHeading({ documentId, text }: ReadDocument): readonly Clause[] {
  const clauses: Clause[] = [];
  let column: number | null = null;
  let isOpen = false;
  const clauseOf = (pieces: readonly TextPiece[]): Clause => {
    const [start = 0, end = 0] = [pieces[0]?.start, pieces.at(-1)?.end];
    const quote = (text ?? "").slice(start, end);
    return {
      text: quote.replace(/\s+/gu, " "),
      evidence: { documentId, role: "delivery", quote, at: { start, end } },
    };
  };
  for (const { pieces } of textLines(text ?? "")) {
    const [first, second] = pieces;
    // "PARTS" alone on its line: each line below that begins with a count is a thing.
    if (first !== undefined && second === undefined && headingIn(first.text) && !first.text.endsWith(":")) {
      [column, isOpen] = [null, true];
      continue;
    }
    isOpen &&= first !== undefined && /^\d/.test(first.text);
    if (isOpen) clauses.push(clauseOf(pieces));
    else if (first !== undefined && second !== undefined && headingIn(first.text)) {
      column = second.left;
      clauses.push(clauseOf(pieces.slice(1)));
    } else if (column !== null && first !== undefined && Math.abs(first.left - column) < indent)
      clauses.push(clauseOf(pieces));
    else column = null;
  }
  return clauses;
}
