import {
  decimalText,
  decimalToText,
  fraction,
  fractionToDecimal,
  isEqual,
  multiply,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { digitRun } from "./digit-run.ts";
import type { NumberStyle, Span } from "./literal.ts";
import { isNumberWord, parseFractionName, parseGuardedNumber, parseWordNumber } from "./number-words.ts";

/** A number as it stands, before anybody knows what it counts. */
export interface NumberAtom extends Span {
  readonly value: DecimalText;
  readonly rivals: readonly DecimalText[];
  readonly wording: "digits" | "words" | "agree" | "differ";
  /** Numerator and denominator where it is a fraction without exact decimals: "one third". */
  readonly ratio: readonly [number, number] | null;
}

const words = /[\p{L}]+/gu;

/** Whether a number is a piece of a longer name: "v2.1", "A4", "ISO-27001" are names, "$5k" and "8h" are not. */
const magnitudes: Readonly<Record<string, string>> = {
  k: "1000",
  K: "1000",
  m: "1000000",
  M: "1000000",
  mm: "1000000",
  MM: "1000000",
  thousand: "1000",
  tsd: "1000",
  million: "1000000",
  millions: "1000000",
  mio: "1000000",
  mn: "1000000",
  bn: "1000000000",
  billion: "1000000000",
  hundred: "100",
};

/** All readings of digits with separators, the likeliest first; empty where it is no number (a date, a clause). */
export function readDigits(print: string, style: NumberStyle): readonly DecimalText[] {
  const bare = print.replace(/[ '’]/g, "");
  const marks = bare.replace(/\d/g, "");
  if (marks === "") return [decimalText(bare)];
  if (marks.length === 1) return readOneMark(bare, marks, style);
  const last = marks.at(-1) ?? "";
  const others = marks.slice(0, -1);
  if (others.includes(last))
    return [...marks].every((mark) => mark === last) && isGrouped(bare, last) ? [plain(bare)] : [];
  const group = others[0] ?? "";
  if ([...others].some((mark) => mark !== group)) return [];
  const [whole, part] = [bare.slice(0, bare.lastIndexOf(last)), bare.slice(bare.lastIndexOf(last) + 1)];
  if (!isGrouped(whole, group)) return [];
  return [plainDecimal(plain(whole), part)];
}

const plain = (text: string): DecimalText => decimalText(text.replace(/[.,]/g, ""));
const plainDecimal = (whole: string, part: string): DecimalText =>
  decimalText(`${whole === "" ? "0" : whole}.${part}`);

/** 1,234,567 and the Indian 12,34,567. */
function isGrouped(text: string, mark: string): boolean {
  const groups = text.split(mark);
  const [first = "", ...rest] = groups;
  if (first.length === 0 || first.length > 3 || rest.at(-1)?.length !== 3) return false;
  return rest.every((group) => group.length === 3) || rest.slice(0, -1).every((group) => group.length === 2);
}

function readOneMark(bare: string, mark: string, style: NumberStyle): readonly DecimalText[] {
  const [whole = "", part = ""] = bare.split(mark);
  const asDecimal = plainDecimal(whole, part);
  const canGroup = part.length === 3 && whole.length >= 1 && whole.length <= 3 && !whole.startsWith("0");
  if (!canGroup) return [asDecimal];
  const asGroup = plain(bare);
  if (style.decimalMark !== null) return style.decimalMark === mark ? [asDecimal] : [asGroup];
  // Nobody writes three decimals after a comma but many group by it; a point says neither.
  return mark === "," ? [asGroup] : [asDecimal, asGroup];
}

/** Every number of a text in order, digits and words; "thirty (30)" is one atom. */
export function findNumberAtoms(text: string, folded: string, style: NumberStyle): readonly NumberAtom[] {
  const digits = findDigitAtoms(text, style);
  const spelled = findWordAtoms(folded);
  const all = [...digits, ...spelled].sort((one, other) => one.start - other.start || one.end - other.end);
  return mergeWordsWithDigits(all, folded);
}

function findDigitAtoms(text: string, style: NumberStyle): readonly NumberAtom[] {
  const found: NumberAtom[] = [];
  for (const match of text.matchAll(digitRun)) {
    const start = match.index;
    let print = match[0];
    // "1, 2 and 3" and "Net 30 100 units": a space groups only where the group before it has one to three digits.
    if (print.includes(" ") && !/^\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?$/.test(print))
      print = print.slice(0, print.indexOf(" "));
    const readings = readDigits(print.startsWith(".") ? `0${print}` : print, style);
    const [value, ...rivals] = readings;
    if (value === undefined) continue;
    found.push(
      withFractionOrScale(text, {
        start,
        end: start + print.length,
        value,
        rivals,
        wording: "digits",
        ratio: null,
      }),
    );
  }
  return dropConsumed(found);
}

/** Atoms that lie inside the one before them (the 2 of 1/2) go. */
function dropConsumed(atoms: readonly NumberAtom[]): readonly NumberAtom[] {
  const kept: NumberAtom[] = [];
  for (const atom of atoms) {
    const before = kept.at(-1);
    if (before !== undefined && atom.start < before.end) continue;
    const isMixed =
      before !== undefined && atom.ratio !== null && atom.start === before.end + 1 && before.ratio === null;
    if (isMixed && atom.ratio[0] < atom.ratio[1] && !before.value.includes(".")) {
      kept[kept.length - 1] = {
        ...atom,
        start: before.start,
        value: addRatio(before.value, atom.ratio),
        ratio: null,
      };
      continue;
    }
    kept.push(atom);
  }
  return kept;
}

const addRatio = (whole: string, [numerator, denominator]: readonly [number, number]): DecimalText =>
  ratioToDecimal(Number(whole) * denominator + numerator, denominator);

/** Exact where it ends; else to six places. */
export function ratioToDecimal(numerator: number, denominator: number): DecimalText {
  const exact = fractionToDecimal(fraction(numerator, denominator), 6);
  return decimalToText(exact).replace(/0+$/, "").replace(/\.$/, "") as DecimalText;
}

function withFractionOrScale(text: string, atom: NumberAtom): NumberAtom {
  const rest = text.slice(atom.end, atom.end + 12);
  const slash = /^\/(\d{1,3})(?![\d/.,]\d|\d)/.exec(rest);
  if (
    slash !== null &&
    !atom.value.includes(".") &&
    !/[/\d]$/.test(text.slice(0, atom.start)) &&
    Number(slash[1]) > Number(atom.value) &&
    Number(atom.value) > 0
  ) {
    const ratio = [Number(atom.value), Number(slash[1])] as const;
    return { ...atom, end: atom.end + slash[0].length, ratio, value: ratioToDecimal(ratio[0], ratio[1]) };
  }
  const scale =
    /^(?: ?(thousand|million|millions|billion|hundred|Mio|mio|Tsd|tsd|mn|bn)\b\.?|(k|K|MM|mm|m|M)(?![\p{L}\d²³/.]))/u.exec(
      rest,
    );
  const name = scale?.[1] ?? scale?.[2];
  const factor = name === undefined ? undefined : magnitudes[name];
  if (scale === null || factor === undefined) return atom;
  // "5 m" and "30 mm" are lengths: a bare letter scales only money, so the currency must stand before.
  if (
    scale[2] !== undefined &&
    !/(?:[$€£¥]|\b[A-Z]{3}) ?$/.test(text.slice(Math.max(0, atom.start - 5), atom.start))
  )
    return atom;
  const scaled = (value: DecimalText): DecimalText =>
    trimScaled(decimalToText(multiply(value, decimalText(factor))));
  return {
    ...atom,
    end: atom.end + scale[0].length,
    value: scaled(atom.value),
    rivals: atom.rivals.map(scaled),
  };
}

/** 1.2 million is 1200000.0 by multiplication; the zeros after the point were never printed. */
const trimScaled = (text: string): DecimalText =>
  decimalText(text.includes(".") ? text.replace(/\.?0+$/, "") : text);

function findWordAtoms(folded: string): readonly NumberAtom[] {
  const list = [...folded.matchAll(words)];
  const found: NumberAtom[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const first = list[index];
    if (first === undefined) break;
    const started = spelledAt(list, index, folded);
    if (started === null) continue;
    found.push(started.atom);
    index += started.length - 1;
  }
  return found;
}

function spelledAt(
  list: readonly RegExpMatchArray[],
  index: number,
  folded: string,
): { readonly atom: NumberAtom; readonly length: number } | null {
  const first = list[index]?.[0] ?? "";
  // A third party is nobody's third.
  if (
    (first === "third" || first === "a") &&
    /^(?:a )?third[- ]part/.test(folded.slice(list[index]?.index ?? 0, (list[index]?.index ?? 0) + 14))
  )
    return null;
  const guarded = parseGuardedNumber(first, list[index + 1]?.[0] ?? "");
  if (guarded !== null) {
    const start = list[index]?.index ?? 0;
    const value = decimalText(String(guarded));
    return {
      atom: { start, end: start + first.length, value, rivals: [], wording: "words", ratio: null },
      length: 1,
    };
  }
  const isStart = // "1,000 a quarter" says how often.
    isNumberWord(first) ||
    (first === "a" &&
      /^(?:hundred|thousand|tenth|third|quarter|fifth)$/.test(list[index + 1]?.[0] ?? "") &&
      !/\d $/.test(folded.slice(0, list[index]?.index ?? 0)));
  if (!isStart && parseFractionName(first) === null) return null;
  const connected: string[] = [];
  for (let at = index; at < Math.min(list.length, index + 14); at += 1) {
    const word = list[at];
    const before = list[at - 1];
    if (word === undefined) break;
    const gap =
      at === index ? "" : folded.slice((before?.index ?? 0) + (before?.[0].length ?? 0), word.index);
    if (at > index && gap !== " " && gap !== "-") break;
    connected.push(word[0]);
  }
  const whole = connected[0] === "a" ? { value: 1, length: 1 } : parseWordNumber(connected);
  let length = whole?.length ?? 0;
  let ratio: readonly [number, number] | null = null;
  let value = decimalText(String(whole?.value ?? 0));
  const joined = length > 0 && /^(?:and|et|und)$/.test(connected[length] ?? "") ? 1 : 0;
  const article = joined === 1 && /^(?:a|one|un|une|ein)$/.test(connected[length + 1] ?? "") ? 1 : 0;
  const name = connected[length + joined + article] ?? "";
  const part = parseFractionName(name);
  const isOrdinal = part !== null && length === 0 && !/^(?:half|halbe[rsn]?|halfte|demi|moitie)$/.test(name);
  if (
    part !== null &&
    !isOrdinal &&
    !(joined === 0 && length > 0 && whole !== null && whole.value > part[1])
  ) {
    if (joined === 1) {
      const extra = [(whole?.value ?? 0) * part[1] + part[0], part[1]] as const;
      value = ratioToDecimal(extra[0], extra[1]);
    } else {
      ratio = [(whole?.value ?? 1) * part[0], part[1]];
      value = ratioToDecimal(ratio[0], ratio[1]);
    }
    length += joined + article + 1;
  }
  if (length === 0) return null;
  if (connected[0] === "a" && ratio === null && length === 1) {
    const scaled = parseWordNumber(["one", ...connected.slice(1)]);
    if (scaled === null || scaled.length < 2) return null;
    value = decimalText(String(scaled.value));
    length = scaled.length;
  }
  const start = list[index]?.index ?? 0;
  const last = list[index + length - 1];
  const end = (last?.index ?? start) + (last?.[0].length ?? 0);
  return { atom: { start, end, value, rivals: [], wording: "words", ratio }, length };
}

/** "ninety-five (95)" is one number; where words and digits differ both readings stay. */
function mergeWordsWithDigits(atoms: readonly NumberAtom[], folded: string): readonly NumberAtom[] {
  const merged: NumberAtom[] = [];
  for (const atom of atoms) {
    const before = merged.at(-1);
    if (before !== undefined && before.wording === "words" && atom.wording === "digits") {
      const gap = folded.slice(before.end, atom.start);
      const closes = /^ ?\)/.exec(folded.slice(atom.end, atom.end + 2));
      if (/^ ?\( ?$/.test(gap) && closes !== null) {
        const agrees = isEqual(before.value, atom.value);
        merged[merged.length - 1] = {
          start: before.start,
          end: atom.end + closes[0].length,
          value: atom.value,
          rivals: agrees ? [] : [before.value],
          wording: agrees ? "agree" : "differ",
          ratio: atom.ratio ?? before.ratio,
        };
        continue;
      }
    }
    if (before !== undefined && atom.start < before.end) continue;
    merged.push(atom);
  }
  return merged;
}
