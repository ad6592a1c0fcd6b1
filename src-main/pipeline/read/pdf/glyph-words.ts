import type { Glyph, GlyphStyle } from "./page-glyphs.ts";

/** A word in the frame in which it reads upright, in points. */
export interface GlyphWord {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  baseline: number;
  bold: boolean;
  readonly style: GlyphStyle;
  /** Left edge of each UTF-16 unit of the text, for splitting and joining. */
  edges: number[];
  /** Even space between its letters, in sizes; zero for a word that is set solid. */
  readonly tracking: number;
  /** White space was written before it; false where only a gap parts it from the word before. */
  spaceBefore: boolean;
}

/** Smallest gap between words, in sizes, above what the run's tracking already takes. */
const wordGap = 0.1;
/** By how much the gap may be smaller where the engine saw one too. */
const hintedGap = 0.05;
/** Largest tracking that still makes one word of its glyphs, in sizes. */
const widestTracking = 0.9;

/**
 * Glyphs in content order as words: parted where white space, a jump or a gap stands between.
 *
 * Evenly spaced-out letters are tracking, not gaps: the gap that parts words is measured above it.
 */
export function glyphsToWords(glyphs: readonly Glyph[]): GlyphWord[] {
  const words: GlyphWord[] = [];
  const trustsHints = areHintsSane(glyphs);
  let run: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = run.at(-1);
    if (last !== undefined && (glyph.startsWord || !followsOn(last, glyph))) {
      partRun(run, words, trustsHints);
      run = [];
    }
    run.push(glyph);
  }
  if (run.length > 0) partRun(run, words, trustsHints);
  return words;
}

/** Same line, same kind of text, going on to the right and not across half the page. */
function followsOn(last: Glyph, next: Glyph): boolean {
  const size = Math.max(last.style.size, next.style.size);
  if (last.style.turns !== next.style.turns || last.style.oblique !== next.style.oblique) return false;
  if (last.style.oblique) return distanceBetween(last, next) < 1.2 * size;
  if (isVisibleMode(last) !== isVisibleMode(next)) return false;
  const rise = Math.abs(next.baseline - last.baseline);
  const ratio = Math.min(last.style.size, next.style.size) / size;
  if (rise > (ratio < 0.8 ? 0.6 : 0.3) * size) return false;
  if (ratio < 0.8 && rise > 0.12 * size && !joinsRaised(last.text, next.text)) return false;
  const gap = next.left - last.right;
  if (isLigaturePart(last, next, size)) return true;
  return gap > -0.6 * size && gap < (widestTracking + 0.2) * size;
}

/** The letters of a ligature ("fi", "ft") all have the box of the one glyph that draws them. */
function isLigaturePart(last: Glyph, next: Glyph, size: number): boolean {
  return (
    /[ftT]$/u.test(last.text) &&
    /^[fijlthb]/u.test(next.text) &&
    next.style.object === last.style.object &&
    next.left >= last.left - 0.02 * size &&
    next.right <= last.right + 0.1 * size
  );
}

/** Between the left ends of two glyphs set at an angle. */
const distanceBetween = (last: Glyph, next: Glyph): number =>
  Math.hypot(next.left - last.left, next.baseline - last.baseline);

/** Raised cents and footnote marks stay apart from the number before them; ordinals, m² and letters join. */
const joinsRaised = (last: string, next: string): boolean =>
  !/\d/u.test(next) ? !/\d/u.test(last) || /\p{L}/u.test(next) : /m/u.test(last) && /[23]/u.test(next);

const isVisibleMode = (glyph: Glyph): boolean => glyph.style.renderMode !== 3;

function partRun(run: readonly Glyph[], words: GlyphWord[], isPageSane: boolean): void {
  const first = run[0];
  if (first === undefined) return;
  if (first.style.oblique) {
    words.push(wordOf(run, first.startsWord, 0));
    return;
  }
  const size = first.style.size;
  const tracking = trackingOf(run, size);
  const limit = (tracking + wordGap) * size;
  const trustsHints = isPageSane && areHintsSane(run);
  let from = 0;
  let isHinted = false;
  for (let index = 1; index < run.length; index += 1) {
    const last = run[index - 1];
    const next = run[index];
    if (last === undefined || next === undefined) continue;
    const isBetweenLetters =
      trustsHints && tracking === 0 && next.followsGap && isLetter(last) && isLetter(next);
    if (!isBetweenLetters && next.left - last.right <= (next.followsGap ? limit - hintedGap * size : limit))
      continue;
    words.push(wordOf(run.slice(from, index), from === 0 ? first.startsWord : isHinted, tracking));
    from = index;
    isHinted = isBetweenLetters;
  }
  words.push(wordOf(run.slice(from), from === 0 ? first.startsWord : isHinted, tracking));
}

/** Gaps that the engine sees at every third letter are an artefact of the font's widths: no language has such words. */
function areHintsSane(run: readonly Glyph[]): boolean {
  let pairs = 0;
  let hinted = 0;
  for (let index = 1; index < run.length; index += 1) {
    const [last, next] = [run[index - 1], run[index]];
    if (last === undefined || next === undefined || !isLetter(last) || !isLetter(next)) continue;
    pairs += 1;
    if (next.followsGap) hinted += 1;
  }
  return hinted < 2 || hinted * 3 < pairs;
}

const isLetter = (glyph: Glyph): boolean => /^\p{L}/u.test(glyph.text);

/** Even gap between the glyphs of a run, in sizes; zero for a run that is set solid. */
function trackingOf(run: readonly Glyph[], size: number): number {
  if (run.length < 4) return 0;
  const gaps: number[] = [];
  for (let index = 1; index < run.length; index += 1)
    gaps.push(((run[index]?.left ?? 0) - (run[index - 1]?.right ?? 0)) / size);
  gaps.sort((one, other) => one - other);
  const low = gaps[Math.floor(gaps.length * 0.2)] ?? 0;
  const middle = gaps[Math.floor(gaps.length * 0.5)] ?? 0;
  if (low < 0.03 || low > widestTracking) return 0;
  return middle - low <= Math.max(0.05, middle * 0.25) ? middle : 0;
}

function wordOf(glyphs: readonly Glyph[], spaceBefore: boolean, tracking: number): GlyphWord {
  const first = glyphs[0];
  if (first === undefined) throw new Error("A word has glyphs");
  const word: GlyphWord = {
    text: "",
    left: Infinity,
    right: -Infinity,
    top: Infinity,
    bottom: -Infinity,
    baseline: first.baseline,
    bold: first.style.bold,
    style: largestStyle(glyphs),
    edges: [],
    tracking,
    spaceBefore,
  };
  for (const glyph of glyphs) {
    const width = (glyph.right - glyph.left) / Math.max(1, glyph.text.length);
    for (let unit = 0; unit < glyph.text.length; unit += 1) word.edges.push(glyph.left + unit * width);
    word.text += glyph.text;
    word.left = Math.min(word.left, glyph.left);
    word.right = Math.max(word.right, glyph.right);
    word.top = Math.min(word.top, glyph.top);
    word.bottom = Math.max(word.bottom, glyph.bottom);
  }
  return word;
}

/** Raised cents and footnote marks do not decide the size of a word. */
function largestStyle(glyphs: readonly Glyph[]): GlyphStyle {
  let style = glyphs[0]?.style;
  for (const glyph of glyphs) if (style === undefined || glyph.style.size > style.size) style = glyph.style;
  if (style === undefined) throw new Error("A word has glyphs");
  return style;
}
