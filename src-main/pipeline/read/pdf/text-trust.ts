import type { Word } from "../../../../src-shared/model/index.ts";

/** Share of glyphs without a trusted character above which a text layer is not believed. */
export const untrustedShare = 0.05;
/** Share of words that are none from which a text layer is not believed. */
const garbledFrom = 0.3;
/** Words that a page has at least before their shapes say anything. */
const leastWords = 25;

/**
 * Share of the Latin words of a page that no language writes: without a vowel, with signs or figures among small
 * letters, or with capitals behind small letters.
 *
 * Numbers, codes, addresses of mail and web, and words of other scripts are not counted; 0 where hardly a word is left.
 */
export function garbledShare(words: readonly Word[]): number {
  const telling = words
    .filter(({ visible }) => visible)
    .map(({ text }) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter(
      (text) => /\p{Script=Latin}{2}/u.test(text) && text.length > 3 && !/@|www\.|\/|\d{2}/iu.test(text),
    );
  if (telling.length < leastWords) return 0;
  return telling.filter(isGarbled).length / telling.length;
}

/** Share of words with dirt from which somebody else's recognition of a scan is not believed alone. */
const dirtyFrom = 0.02;
/** Signs that printers hardly set beside letters and figures, and that recognizers make of drawn lines and specks. */
const dirtBeside = /[\p{L}\p{N}][|\\{}[\]~^_¬¦<>]|[|\\{}[\]~^_¬¦<>][\p{L}\p{N}]/u;
const dirtAlone = /[|\\{}[\]~^_¬¦<>—*=][^\p{L}\p{N}.]*[|\\{}[\]~^_¬¦<>«»“”‘’'"!?]/u;
/** "a_b@c.test", "www.a.test/b_c", "[1]", "______" and "[ ]" of a form. */
const printedSigns = /@|www\.|:\/\/|^\[\d{1,3}\]|^(.)\1*$|^\[\s?[xX✓]?\s?\]$/u;

/** Share of words that hold what a recognizer makes of lines and specks: "7:30A|", "[tine[Channel", "_————~‘". */
export function dirtShare(words: readonly Word[]): number {
  const seen = words.filter(({ visible }) => visible);
  if (seen.length < leastWords) return 0;
  const dirty = seen.filter(
    ({ text }) => !printedSigns.test(text) && (dirtBeside.test(text) || dirtAlone.test(text)),
  );
  return dirty.length / seen.length;
}

/**
 * Whether the words of a page are an old recognition of its picture, and a bad one: the picture should be read again.
 *
 * Reading costs seconds: a layer is mistrusted by its signs, which are many where its figures are wrong, too.
 */
export function isDirtyLayer(words: readonly Word[]): boolean {
  const recognized = words.filter(({ source }) => source === "ocr");
  return recognized.length * 2 > words.length && dirtShare(recognized) >= dirtyFrom;
}

/** Whether the words of a page are so odd that its picture should be read instead. */
export const isGarbledPage = (words: readonly Word[]): boolean => garbledShare(words) >= garbledFrom;

function isGarbled(text: string): boolean {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  if (plain !== plain.toUpperCase() && !/[aeiouyæœøı]/iu.test(plain)) return true;
  if (/\p{Ll}[^\p{L}\p{N}'’.,&+\-–:;()]+\p{Ll}/u.test(plain) || /\p{Ll}\d\p{Ll}/u.test(plain)) return true;
  return /\p{Ll}{2}\p{Lu}{2}\p{Ll}|\p{Ll}\p{Lu}\p{Ll}\p{Lu}/u.test(plain);
}
