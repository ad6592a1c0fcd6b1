import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
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

/** Labels of sides in a line or a cell: "SUPPLIER: X, 1 Mill Road BUYER: Y, 2 High Street". */
export function inlineLabels(prepared: PreparedText): readonly InlineLabel[] {
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

/** Whether a label stands behind other words and before a firm: "Agreement no. PM-26 Customer: Alder Foods Ltd". */
export const isInnerLabel = ({ at, piece }: InlineLabel): boolean =>
  at > 0 && looksLikeCompany((cutName(piece.text, piece.folded) ?? "").toLowerCase());
