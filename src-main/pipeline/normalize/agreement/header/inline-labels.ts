import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import type { Line } from "../structure/outline.ts";
import { prepareText, sourceRange } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { cutName } from "./cut-name.ts";
import { looksLikeCompany, roleOf as roleOfWord } from "./party-words.ts";

/** A word for a side within a line, with what stands behind it up to the next one. */
export interface InlineLabel {
  readonly role: "buyer" | "seller";
  readonly piece: PreparedText;
  /** The word as it is printed, folded. */
  readonly alias: string;
  readonly at: number;
}

/** "SUPPLIER: X, 1 Mill Road BUYER: Y, 2 High Street": several labels that share a line. */
export function inlineLabels(line: Line): readonly InlineLabel[] {
  if (line.cells !== null) return [];
  const { prepared } = line;
  const labels = [
    ...prepared.folded.matchAll(/(?<![a-z])([a-z]{4,16})(?: (?:no\.? ?)?\d{2,10})? ?: /g),
  ].flatMap((match) => {
    const role = roleOfWord(match[1] ?? "");
    return role === null
      ? []
      : [{ role, alias: match[1] ?? "", at: match.index, end: match.index + match[0].length }];
  });
  return labels.map(({ role, alias, at, end }, index) => {
    const [from, to] = sourceRange(prepared, end, labels[index + 1]?.at ?? prepared.text.length);
    return { role, alias, at, piece: prepareText(sliceSourcedText(prepared.source, from, to)) };
  });
}

/** "Agreement no. PM-26 Customer: Alder Foods Ltd": one label behind other words, with a firm behind it. */
export const innerLabels = ({ prepared, cells }: Line): readonly InlineLabel[] =>
  (cells ?? [prepared]).flatMap((part) =>
    inlineLabels({ prepared: part, cells: null, table: null }).filter(
      ({ at, piece }) => at > 0 && looksLikeCompany((cutName(piece.text, piece.folded) ?? "").toLowerCase()),
    ),
  );
