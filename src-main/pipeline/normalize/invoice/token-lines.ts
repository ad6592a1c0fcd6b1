import type { Word } from "../../../../src-shared/model/index.ts";
import { readingOf } from "./recognized-words.ts";
import { overlapInX, widthOf } from "./token.ts";
import type { Token } from "./token.ts";

/** "......", "· · ·" glued, "…": dots between a name and its figure; "-----", "=====": a rule of typed signs. */
export const isLeader = (text: string): boolean => /^(?:[.·•…]{3,}|…|[-_=─━–—]{5,})$/.test(text);

/** Where dots are glued to the name before or the figure behind them: "Disposal.....5.00". */
const leaders = /^(.*?[^.·•…])?([.·•…]{4,}|…{2,})([^.·•…].*)?$/u;

/** Where a word is a label and its value, or an amount with the sign of its tax: "Total:1.234,56", "#PFM-1", "VAT(20%)", "IVA22%", "448.00T", "24.31p", "(4", "/DATE". */
const glued: readonly RegExp[] = [
  /^(\p{L}[\p{L}.\-/]*:)(?=[^\s:/\\])/u,
  /^(\p{L}*#)(?=[\p{L}\d])/u,
  /^(\p{L}{2}[\p{L}.]*)(?=\(\d)/u,
  /^((?:v\.?\/?)?r[ée]f\.)(?=[A-Z\d])/i,
  /^(\()(?=\d+$)/,
  /^([/|])(?=\p{Lu}{3})/u,
  /^([$€£]?\d[\d.,]*[.,]\d{2})(?=[A-Z]\*?$)/,
  /^(\d{1,4}(?:[.,]\d{1,4})?)(?=(?:ct|p|¢)(?:\/|[,;.]?$))/,
  /^(\p{L}{2}[\p{L}.]*)(?=\d{1,2}(?:[.,]\d{1,3})?%[:)]?$)/u,
];

/** Parts a label that is glued to its value from it; the box is shared out by letters. */
export function wordToTokens(word: Word, aspect: number): readonly Token[] {
  const [x, y, width, height] = word.box;
  const { text, other, isMended } = readingOf(word);
  const token = (from: number, to: number): Token => ({
    text: text.slice(from, to),
    ...(other !== undefined && from === 0 && to === text.length ? { other } : {}),
    ...(isMended ? { isMended } : {}),
    word,
    left: (x + (width * from) / text.length) * aspect,
    right: (x + (width * to) / text.length) * aspect,
    top: y,
    bottom: y + height,
    bold: word.bold,
    size: word.size > 0 ? word.size : height,
  });
  const [, name, dots] = leaders.exec(text) ?? [];
  if (dots !== undefined) {
    const end = (name?.length ?? 0) + dots.length;
    return [
      ...(name === undefined ? [] : [token(0, name.length)]),
      ...(end < text.length ? [token(end, text.length)] : []),
    ];
  }
  for (const shape of glued) {
    const label = shape.exec(text)?.[1];
    if (label !== undefined) return [token(0, label.length), token(label.length, text.length)];
  }
  return text === "" ? [] : [token(0, text.length)];
}

/** Tokens by printed line, top to bottom, each from left to right. Tall letters attach last. */
export function tokensToLines(tokens: readonly Token[], height: number): readonly (readonly Token[])[] {
  const center = (token: Token): number => (token.top + token.bottom) / 2;
  const isTall = (token: Token): boolean => token.size > 1.8 * height;
  const lines: { tokens: Token[]; center: number; height: number }[] = [];
  const place = (token: Token): void => {
    const own = token.bottom - token.top;
    for (let index = lines.length - 1; index >= Math.max(0, lines.length - 4); index -= 1) {
      const line = lines[index];
      if (line !== undefined && Math.abs(line.center - center(token)) <= 0.5 * Math.min(line.height, own)) {
        line.tokens.push(token);
        line.center += (center(token) - line.center) / line.tokens.length;
        return;
      }
    }
    lines.push({ tokens: [token], center: center(token), height: own });
  };
  const ordered = tokens.toSorted(
    (first, second) => center(first) - center(second) || first.left - second.left,
  );
  for (const token of ordered) if (!isTall(token)) place(token);
  for (const token of ordered) {
    if (!isTall(token)) continue;
    const own = token.bottom - token.top;
    const line = lines.find(
      (other) =>
        Math.abs(other.center - center(token)) <= 0.3 * own &&
        other.tokens.some((one) => isTall(one) || one.left > token.right || one.right < token.left),
    );
    if (line === undefined) lines.push({ tokens: [token], center: center(token), height: own });
    else line.tokens.push(token);
  }
  return lines
    .sort(
      (first, second) =>
        first.center - second.center || (first.tokens[0]?.left ?? 0) - (second.tokens[0]?.left ?? 0),
    )
    .map((line) =>
      withoutOverprints(
        line.tokens.toSorted((first, second) => first.left - second.left || first.right - second.right),
      ),
    );
}

/** The same text printed twice on one place is one word. */
function withoutOverprints(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const twin = kept
      .slice(-3)
      .some((other) => other.text === token.text && overlapInX(other, token) > 0.7 * widthOf(token));
    if (!twin) kept.push(token);
  }
  return kept;
}
