import type { GlyphWord } from "./glyph-words.ts";

/** Currency codes that are seen glued to amounts. */
const gluedCode =
  /^(EUR|USD|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|JPY|CNY|BRL|MXN|ZAR|SGD|HKD)([-+(]?\d[\d.,'’]*\)?)$/u;
const amountBeforeCode =
  /^([-+(]?\d[\d.,'’]*[.,]\d{2}\)?)(EUR|USD|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|JPY|CNY|BRL|MXN|ZAR|SGD|HKD|€|£|zł|Kč)$/u;
const quantityWithUnit =
  /^(\d{1,6}(?:[.,]\d{1,3})?)(h|hr|hrs|hour|hours|Std|Std\.|day|days|kg|km|pcs|Stk|Stk\.|kWh|MWh|GB|m²|m2|m³)$/u;
const labelAndValue = /^(\p{L}[\p{L}\p{M}.'’/&()°º-]*\p{L}[.°º)]?:)(?!\/\/)([^\s:][^:]*:?)$/u;
const numberSign = /^(\p{L}[\p{L}.-]*#:?|#)((?=[\w/.-]*\d)[\w/.-]+)$/u;
const leaders = /[.…_·]{4,}/u;

/**
 * Repairs words that the page's producer drew in pieces or in one piece too many: overprints merged, fragments and
 * letter-spaced runs glued, glued labels and values parted. Content order stays.
 */
export function repairWords(words: readonly GlyphWord[]): GlyphWord[] {
  return glueLetterSpacing(glueFragments(mergeOverprints(words))).flatMap(splitGlued);
}

/** The same text drawn again in the same place makes bold, not two words. */
export function mergeOverprints(words: readonly GlyphWord[]): GlyphWord[] {
  const kept: GlyphWord[] = [];
  const byText = new Map<string, GlyphWord[]>();
  for (const word of words) {
    const twin = byText.get(word.text)?.find((other) => overlapShare(other, word) > 0.7);
    if (twin !== undefined && (twin.style.renderMode === 3) === (word.style.renderMode === 3)) {
      if (Math.abs(twin.left - word.left) + Math.abs(twin.baseline - word.baseline) > 0.01) twin.bold = true;
      continue;
    }
    kept.push(word);
    const same = byText.get(word.text);
    if (same === undefined) byText.set(word.text, [word]);
    else same.push(word);
  }
  return kept;
}

/** Intersection over union. */
function overlapShare(one: GlyphWord, other: GlyphWord): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  const area = (word: GlyphWord): number => (word.right - word.left) * (word.bottom - word.top);
  return shared / (area(one) + area(other) - shared);
}

/** Pieces of one word that were drawn apart, wherever they stand in the content: they touch on the page. */
function glueFragments(words: readonly GlyphWord[]): GlyphWord[] {
  const byLine = new Map<number, GlyphWord[]>();
  const lineOf = (word: GlyphWord): number => Math.round(word.baseline / 2);
  for (const word of words) {
    if (word.style.oblique) continue;
    const line = byLine.get(lineOf(word));
    if (line === undefined) byLine.set(lineOf(word), [word]);
    else line.push(word);
  }
  const gone = new Set<GlyphWord>();
  for (const word of words) {
    if (gone.has(word) || word.style.oblique) continue;
    for (;;) {
      const next = findNext(word, byLine, lineOf(word), gone);
      if (next === null) break;
      joinInto(word, next);
      gone.add(next);
    }
  }
  return words.filter((word) => !gone.has(word));
}

function findNext(
  word: GlyphWord,
  byLine: ReadonlyMap<number, readonly GlyphWord[]>,
  line: number,
  gone: ReadonlySet<GlyphWord>,
): GlyphWord | null {
  const { size } = word.style;
  for (const near of [line - 1, line, line + 1])
    for (const other of byLine.get(near) ?? []) {
      if (other === word || gone.has(other) || other.style.turns !== word.style.turns) continue;
      if (Math.abs(other.baseline - word.baseline) > 0.1 * size) continue;
      if (Math.abs(other.style.size - size) > 0.15 * size) continue;
      if ((other.style.renderMode === 3) !== (word.style.renderMode === 3)) continue;
      const gap = (other.left - word.right) / size;
      if (gap > -0.1 && gap < touchLimit(word, other)) return other;
    }
  return null;
}

/** Sizes: pieces that touch are one word; a decimal tail may stand a little further off. */
function touchLimit(word: GlyphWord, next: GlyphWord): number {
  if (next.spaceBefore) return -1;
  if (/\d$/u.test(word.text) && /^[.,]\d/u.test(next.text)) return 0.3;
  // Two columns may touch: a number and the amount behind it, a closed bracket and the next word.
  if (/[\d)*]$/u.test(word.text) && /^[\p{Sc}(\p{L}]/u.test(next.text)) return -1;
  return 0.08;
}

function joinInto(word: GlyphWord, next: GlyphWord): void {
  word.text += next.text;
  word.edges = [...word.edges, ...next.edges];
  word.right = Math.max(word.right, next.right);
  word.top = Math.min(word.top, next.top);
  word.bottom = Math.max(word.bottom, next.bottom);
}

/** "I N V O I C E" written with real spaces: four or more single characters at even distances. */
function glueLetterSpacing(words: readonly GlyphWord[]): GlyphWord[] {
  const spaced = words.filter((word) => word.tracking > 0 && word.text.length >= 4);
  const long = glueRuns(words, (from) => {
    const run = letterRun(words, from);
    const [first] = run;
    if (first === undefined || run.length < 4) return 1;
    spaced.push(first);
    return run.length;
  });
  if (spaced.length === 0) return long;
  // On a line that is spaced so, shorter words are as well: "N o t a  d i  c r e d i t o".
  const isSpaced = (word: GlyphWord): boolean =>
    spaced.some(
      (other) =>
        Math.abs(other.baseline - word.baseline) <= 0.1 * word.style.size &&
        Math.abs(other.style.size - word.style.size) <= 0.1 * word.style.size,
    );
  return glueRuns(long, (from) => {
    const run = letterRun(long, from);
    const [first] = run;
    return first !== undefined && run.length > 1 && isSpaced(first) ? run.length : 1;
  });
}

function glueRuns(words: readonly GlyphWord[], lengthOf: (from: number) => number): GlyphWord[] {
  const glued: GlyphWord[] = [];
  for (let index = 0; index < words.length;) {
    const length = lengthOf(index);
    const first = words[index];
    if (first === undefined) break;
    for (const next of words.slice(index + 1, index + length)) joinInto(first, next);
    glued.push(first);
    index += length;
  }
  return glued;
}

function letterRun(words: readonly GlyphWord[], from: number): GlyphWord[] {
  const first = words[from];
  if (first === undefined) return [];
  if (!isLetter(first)) return [first];
  const run = [first];
  let narrowest = Infinity;
  let widest = 0;
  for (let index = from + 1; index < words.length; index += 1) {
    const last = run.at(-1);
    const next = words[index];
    if (last === undefined || next === undefined || !isLetter(next)) break;
    const { size } = first.style;
    if (
      Math.abs(next.baseline - first.baseline) > 0.1 * size ||
      Math.abs(next.style.size - size) > 0.1 * size
    )
      break;
    // Measured between centers, so that narrow and wide letters count alike.
    const gap = (next.left - last.right) / size;
    if (gap < 0 || gap > 1) break;
    if (Math.max(widest, gap) > 1.35 * Math.min(narrowest, gap) + 0.05) break;
    narrowest = Math.min(narrowest, gap);
    widest = Math.max(widest, gap);
    run.push(next);
  }
  return run;
}

const isLetter = (word: GlyphWord): boolean => /^[\p{L}\p{N}.:&-]$/u.test(word.text) && !word.style.oblique;

/** One token that holds two: label and value, number sign and number, code and amount, quantity and unit, leaders. */
export function splitGlued(word: GlyphWord): GlyphWord[] {
  const dots = leaders.exec(word.text);
  if (dots !== null && dots[0].length < word.text.length) {
    const end = dots.index + dots[0].length;
    return [
      ...(dots.index > 0 ? splitGlued(partOf(word, 0, dots.index)) : []),
      partOf(word, dots.index, end),
      ...(end < word.text.length ? splitGlued(partOf(word, end, word.text.length)) : []),
    ];
  }
  const cut = cutOf(word.text);
  if (cut === null) return [word];
  return [partOf(word, 0, cut), ...splitGlued(partOf(word, cut, word.text.length))];
}

/** Where a token parts in two; `null` for one that is whole. */
export function cutOf(text: string): number | null {
  for (const pattern of [labelAndValue, numberSign, gluedCode, amountBeforeCode, quantityWithUnit]) {
    const head = pattern.exec(text)?.[1];
    if (head !== undefined) return head.length;
  }
  return null;
}

function partOf(word: GlyphWord, from: number, to: number): GlyphWord {
  return {
    ...word,
    text: word.text.slice(from, to),
    edges: word.edges.slice(from, to),
    left: from === 0 ? word.left : (word.edges[from] ?? word.left),
    right: to >= word.text.length ? word.right : (word.edges[to] ?? word.right),
    spaceBefore: from === 0 && word.spaceBefore,
  };
}
