import { foldText } from "../values/fold.ts";
import type { PageLine } from "./page-line.ts";

/** A label with the words that stand right of it, on one printed line or in the next segment of its row. */
export interface LabeledLine {
  /** Folded, without its colon. */
  readonly label: string;
  readonly value: string;
  readonly line: PageLine;
}

const bare = (text: string): string => text.replace(/^[\s:.–-]+|[\s:_.]+$/g, "").trim();

/** All "label: value" and "label .... value" pairs of the lines, in reading order. A value of blanks or underscores is none. */
export const labeledLines = (lines: readonly PageLine[]): readonly LabeledLine[] => {
  const pairs: LabeledLine[] = [];
  for (const [index, line] of lines.entries()) {
    const inside = /^([^:.…]{2,48}?)\s?(?:\.{3,}|…+):?\s*([^\s.…].*)$|^([^:]{2,48}):\s*(\S.*)$/.exec(
      line.text,
    );
    const [label, said] = [inside?.[1] ?? inside?.[3], inside?.[2] ?? inside?.[4]];
    if (label !== undefined && said !== undefined) {
      const value = bare(said);
      if (value !== "") pairs.push({ label: foldText(bare(label)), value, line });
      continue;
    }
    if (!/:\s*$/.test(line.text) && line.text.length > 40) continue;
    const next = lines[index + 1];
    if (next === undefined || next.page !== line.page || Math.abs(next.top - line.top) > line.size) continue;
    if (/:\s*$/.test(next.text)) continue;
    const value = bare(next.text);
    if (value !== "")
      pairs.push({
        label: foldText(bare(line.text)),
        value,
        line: { ...next, words: [...line.words, ...next.words] },
      });
  }
  return pairs;
};
