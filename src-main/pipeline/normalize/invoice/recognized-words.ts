import type { Word } from "../../../../src-shared/model/index.ts";
import { parseTaxId } from "../values/index.ts";

/** How a recognized word is read: its text without what a recognizer makes of dirt, and what else it may say. */
export interface RecognizedReading {
  readonly text: string;
  /** A second reading of the same ink that is as well formed and says something else. */
  readonly other?: string;
  /** A letter was read as the figure that it looks like, or a mark as the one that grammar asks for. */
  readonly isMended: boolean;
}

/** Quotes, bars and waves around figures: drawn lines and dirt. */
const frameBefore = /^[“”„"'‘’`´«»<>|_~^¢°=]+(?=.*\d)/u;
const frameBehind = /(?<=\d.*)["“”„‘’`´«»<>|_~^=]+$/u;
/** Letters that are figures by their shape. Source: confusions of recognizers in print; each costs less than a digit. */
const figuresByLetter: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  D: "0",
  Q: "0",
  I: "1",
  l: "1",
  "|": "1",
  "!": "1",
  i: "1",
  Z: "2",
  z: "2",
  S: "5",
  s: "5",
  G: "6",
  b: "6",
  B: "8",
  g: "9",
  q: "9",
};

const grouped = /^[-–−+(]?[€$£¥₹]?\d{1,3}([.,' ’])\d{3}(?:\1\d{3})*(?!\1)[.,]\d{2}[)€$£¥₹-]?[.:;,]?$/u;
const ungrouped = /^[-–−+(]?[€$£¥₹]?\d+[.,]\d{2}[)€$£¥₹-]?[.:;,]?$/u;
const percentage = /^\(?\d{1,3}(?:[.,]\d{1,3})?%\)?[:;,]?$/u;
const day = /^\d{1,4}([./-])\d{1,2}\1\d{2,4}[,;]?$/u;
const typed = [grouped, ungrouped, percentage, day];
const isTyped = (text: string): boolean => typed.some((shape) => shape.test(text));

/**
 * The readings of a word. Printed text is taken as it is; only what was recognized may be mended, and only where the
 * mended word has the shape of an amount, a share or a date, which the other has not.
 */
export function readingOf({ text: raw, source, otherReading }: Word): RecognizedReading {
  const text = raw.trim();
  if (source !== "ocr") return { text, isMended: false };
  const own = mend(text);
  if (otherReading === undefined) return own;
  const other = mend(otherReading.trim());
  const [fit, otherFit] = [fitOf(own.text), fitOf(other.text)];
  if (otherFit > fit) return { text: other.text, isMended: true };
  return otherFit < fit || other.text === own.text || !/\d/.test(other.text)
    ? own
    : { ...own, other: other.text };
}

/** "n.º" and "n°" as recognition spoils them: no unit and no code has this form. */
const numberSign = /^n(?:\.[09%”"*]|[”"*%])(?=:?$)/iu;

/** "05.10.202614:22": a day and the time behind it, of which the space was lost. */
const dayAndTime = /^(\d{1,2}[./-]\d{1,2}[./-]\d{4})(\d{1,2}:\d{2})/u;

function mend(text: string): RecognizedReading {
  if (numberSign.test(text)) return { text: text.replace(numberSign, "n.º"), isMended: true };
  if (!/\d/.test(text)) return { text, isMended: false };
  if (dayAndTime.test(text)) return { text: text.replace(dayAndTime, "$1 $2"), isMended: false };
  // Which dash was printed is lost in recognition; figures have the short one between them.
  const bare = text.replace(frameBefore, "").replace(frameBehind, "").replaceAll("—", "–");
  if (isTyped(bare)) return { text: bare, isMended: false };
  const barred = text.replace(/^\|/, "I");
  const taxId = asTaxId(bare) ?? (barred !== text && hasForm(barred) ? barred : null);
  if (taxId !== null) return { text: taxId, isMended: true };
  const figures = withFigures(bare);
  if (figures !== null && isTyped(figures)) return { text: figures, isMended: true };
  const decimal = withDecimalMark(bare);
  return decimal === null ? { text: bare, isMended: false } : { text: decimal, isMended: true };
}

/** Figures that are letters by their shape, where a country's letters stand. */
const lettersByFigure: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B", l: "I" };

/** "1T…" and "NLOO…" as the tax id of a country; `null` where its check digits hold as it is, or neither they nor its form do then. */
function asTaxId(text: string): string | null {
  const [, prefix, body] = /^([A-Z0-9l]{2})([A-Z0-9ol]{8,12})$/u.exec(text) ?? [];
  if (prefix === undefined || body === undefined || parseTaxId(text)?.isValid === true) return null;
  const country = [...prefix].map((sign) => lettersByFigure[sign] ?? sign).join("");
  const figures = [...body].map((sign) => figuresByLetter[sign] ?? sign).join("");
  const valid = withOwnLetters(body, figures)
    .map((own) => country + own)
    .find((candidate) => parseTaxId(candidate)?.isValid === true);
  if (valid !== undefined) return valid;
  // A country's form has figures in places: a round letter that stands in one is a nought, whatever else was misread.
  if (country !== prefix || !/^[A-Z]{2}$/.test(prefix) || hasForm(text)) return null;
  const noughts = body.replace(/[Oo]/g, "0");
  return (
    withOwnLetters(body, noughts)
      .map((own) => prefix + own)
      .find(hasForm) ?? null
  );
}

/** Whether a word has the form of one country's tax id, with its letters in front. */
const hasForm = (text: string): boolean =>
  /^[A-Z]{2}/.test(text) && (parseTaxId(text)?.country ?? null) !== null;

/** A letter of the id itself stays: the first of an Austrian one, the tenth of a Dutch one, the last of an Irish one. */
const withOwnLetters = (body: string, figures: string): readonly string[] => [
  figures,
  ...[0, 9, body.length - 1].map(
    (at) => figures.slice(0, at) + body.slice(at, at + 1) + figures.slice(at + 1),
  ),
];

/** "1O0,00" with its letters as figures; `null` where letters are more than a few of its signs. */
function withFigures(text: string): string | null {
  const letters = [...text].filter((sign) => sign in figuresByLetter).length;
  const digits = [...text].filter((sign) => /\d/.test(sign)).length;
  if (letters === 0 || letters > digits) return null;
  return [...text].map((sign) => figuresByLetter[sign] ?? sign).join("");
}

/** "1.681.75" and "1,681,75": groups have three figures, so that the last mark can only be the decimal one. */
function withDecimalMark(text: string): string | null {
  const match = /^(\D?\d{1,3})((?:([.,])\d{3})(?:\3\d{3})*)\3(\d{2}\D?)$/u.exec(text);
  if (match === null) return null;
  return `${match[1]}${match[2]}${match[3] === "." ? "," : "."}${match[4]}`;
}

/** An amount with the letter of its tax behind it: such a letter is easily taken for one more figure. */
const lettered = /^[-–−+(]?[€$£]?(?:\d{1,3}(?:[.,]\d{3})*|\d+)[.,]\d{2}[A-Z*]$/u;

/** How well formed a word with figures is: an amount or a date, a plain number or code, or a heap of signs. */
function fitOf(text: string): number {
  if (isTyped(text)) return 3;
  if (/^\p{Lu}{2}/u.test(text) && parseTaxId(text)?.isValid === true) return 3;
  if (text.length > 8 && hasForm(text)) return 2.5;
  if (lettered.test(text)) return 2;
  if (/^\d+$/.test(text) || /^\p{Lu}{1,6}[-/.]?\d[\d\-/.]*$/u.test(text)) return 2;
  return /^[\p{L}\d][\p{L}\d.,:;/()+&'’€$£%#-]*$/u.test(text) ? 1 : 0;
}
