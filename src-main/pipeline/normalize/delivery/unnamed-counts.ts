import { decimalText, isNegative, subtract } from "../../../../src-shared/money/index.ts";
import { isTimeUnit } from "../../../../src-shared/wording/index.ts";
import { foldText } from "../values/fold.ts";
import { parseMonth } from "../values/month.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import type { LineQuantity } from "./line-figures.ts";
import type { PaperDays } from "./paper-days.ts";
import type { PrintedRow } from "./printed-rows.ts";
import type { LineContext, ReadLine } from "./read-line.ts";

const hoursSign = /(?<=\d[.,]\d{1,2} ?)u(?![\p{L}\d])/u;
const closingSign = /(?<![\d.,:/-])\d{1,2} ?u\.?\s*$/u;
const anySign = /(?<=\d ?)u(?![\p{L}\d.])/gu;

/** "1,25 u" is time, as no unit is parted so, and so is "8 u" at the end of Dutch lines: then "u" is hours on every line. */
export const withHourSigns = (rows: readonly PrintedRow[], { isDutch }: PaperDays): readonly PrintedRow[] =>
  rows.some(({ text }) => hoursSign.test(text)) ||
  (isDutch === true && rows.filter(({ text }) => closingSign.test(text)).length >= fewestLines)
    ? rows.map((row) => ({ ...row, text: row.text.replace(anySign, "h") }))
    : rows;

/** Numbers without a unit: hours of a list of times, things of a list of goods. */
export function withUnnamedCounts(lines: readonly ReadLine[], context: LineContext): readonly ReadLine[] {
  if (context.kind === "time" || context.kind === "work") return withBareHours(lines, context);
  return context.kind === "goods" ? withListedThings(lines, context) : lines;
}

const bareDecimal = /(?<![\d.,:/#€$£-])(\d{1,2}[.,]\d{1,2})(?![\d.,:/%€$£-]|\s?[€$£])/g;
const bareNumber = /(?<![\d.,:/#€$£\p{L}-])(\d{1,2}(?:[.,]\d{1,2})?)(?![\d.,:/%€$£\p{L}-]|\s?[€$£])/gu;
const hoursTitle = /(?:^|\s)(?:hours|hrs|time|std\.?|stunden|heures|duree|uren|horas|ore)(?:\s|$)/;
const hoursSaid =
  /(?:^|[^a-z])(?:hours?|hrs?|time|times?heets?|\w*stunden\w*|std|arbeitszeit|heures?|temps|duree|uren\w*|horas?|tiempo|ore|orari[oa]|tempo)(?![a-z])/;
const dayTitle = /(?:^|\s)(?:date|day|datum|tag|jour|dag|fecha|dia|data|giorno)(?:\s|$)/;
const hoursOfDay = decimalText("24");
const fewestLines = 2;
/** "Notices served: 2 (03/06/2026)" counts what its label says. */
const labeled = /^\s*\p{L}[^\d:]{2,}:/u;

/**
 * "19/02/2026  FN  1.2  Draft lease": dated lines that all hold one number with decimals and no unit, under a title for
 * hours any number.
 */
function withBareHours(lines: readonly ReadLine[], { numbers }: LineContext): readonly ReadLine[] {
  const open = lines.filter(
    ({ isDated, figures, words, row }) =>
      isDated &&
      !labeled.test(row.text) &&
      figures.money.length === 0 &&
      figures.quantities.length === 0 &&
      /\d/.test(words),
  );
  const isCounted = lines.some(
    ({ isDated, figures }) =>
      isDated &&
      (figures.shift !== null ||
        figures.clocks.length > 0 ||
        figures.quantities.some(({ unit }) => isTimeUnit(unit))),
  );
  const isTold = lines.some(({ row: { text } }) => hoursSaid.test(foldText(text)));
  if (isCounted || open.length < fewestLines || !isTold) return lines;
  const isTitled = lines.some(({ row: { text } }) => {
    const folded = foldText(text);
    return !/\d/.test(text) && hoursTitle.test(folded) && dayTitle.test(folded);
  });
  const found = new Map<ReadLine, LineQuantity>();
  for (const line of open) {
    const matches = [...line.words.matchAll(isTitled ? bareNumber : bareDecimal)];
    const match = isTitled ? matches.at(-1) : matches.length === 1 ? matches[0] : undefined;
    const value = match === undefined ? null : (parseAmount(match[1] ?? "", numbers)?.value ?? null);
    if (match === undefined || value === null || isNegative(subtract(hoursOfDay, value))) continue;
    found.set(line, { value, unit: "hour", start: match.index, end: match.index + match[0].length });
  }
  return found.size < fewestLines || found.size * 3 < open.length * 2
    ? lines
    : lines.map((line) => withQuantity(line, found.get(line)));
}

const leadingThing = /(?:^\s*|\s{2,}|:\s|,\s)(\d{1,4})\s?(?:[x×]\s?)?\s(\p{L}[\p{L}-]{2,})(?!\p{L})/u;
const place =
  /(?:^|[^a-z])(?:rd|road|st|street|ave|avenue|lane|drive|way|close|court|place|blvd|highway|hwy|\w*strasse|\w*str\.|\w*weg|\w*platz|rue|boulevard|chemin|calle|avenida|via|viale|piazza|rua|praca|\w*straat|\w*laan|\w*plein)(?![a-z])/;
const longestThing = 9;

/** "6 Funkstrecken Handmikro", "17/09/2026 52 fotos editadas": a count at the head of a line or part, and its thing. */
function withListedThings(lines: readonly ReadLine[], { numbers }: LineContext): readonly ReadLine[] {
  const found = new Map<ReadLine, LineQuantity>(apartCounts(lines, numbers));
  for (const line of lines) {
    if (found.has(line)) continue;
    // "2 Fass Helles 30 l": the count at the head goes before the size of the thing.
    const isSized =
      (line.figures.quantities[0]?.start ?? 0) > 3 && /^\s*\d{1,4}\s+\p{L}{3}/u.test(line.words);
    const match = line.figures.quantities.length > 0 && !isSized ? null : leadingThing.exec(line.words);
    if (match === null || line.figures.money.length > 0 || line.figures.clocks.length > 0) continue;
    const [whole, digits = "", thing = ""] = match;
    const isElsewhere =
      parseMonth(foldText(thing)) !== null ||
      place.test(foldText(line.row.text)) ||
      line.row.text.trim().split(/\s+/).length > longestThing;
    const value = isElsewhere ? null : (parseAmount(digits, numbers)?.value ?? null);
    if (value === null) continue;
    const start = match.index + whole.indexOf(digits);
    found.set(line, { value, unit: "piece", start, end: start + digits.length });
  }
  // One such line may be anything; a list is one of goods.
  return found.size < fewestLines ? lines : lines.map((line) => withQuantity(line, found.get(line)));
}

const apart = /^\s*(\d{1,4})\s{3,}(?=\S*\p{L}{2})/u;

/** "1      12ft welfare unit": counts in a column of their own before their things, unless they number the lines. */
function apartCounts(
  lines: readonly ReadLine[],
  numbers: NumberConvention,
): readonly (readonly [ReadLine, LineQuantity])[] {
  const led = lines.flatMap((line) => {
    const [whole = "", digits = ""] = apart.exec(line.words) ?? [];
    const isOther =
      line.figures.money.length > 0 ||
      line.figures.clocks.length > 0 ||
      place.test(foldText(line.row.text)) ||
      line.row.text.trim().split(/\s+/).length > longestThing;
    const value = digits === "" || isOther ? null : (parseAmount(digits, numbers)?.value ?? null);
    if (value === null) return [];
    const start = whole.indexOf(digits);
    return [[line, { value, unit: "piece", start, end: start + digits.length }] as const];
  });
  const areNumbers = led.every(([, { value }], index) => value === String(index + 1));
  return areNumbers || led.length < fewestLines ? [] : led;
}

function withQuantity(line: ReadLine, quantity: LineQuantity | undefined): ReadLine {
  if (quantity === undefined) return line;
  const { start, end } = quantity;
  return {
    ...line,
    words: line.words.slice(0, start) + " ".repeat(end - start) + line.words.slice(end),
    figures: {
      ...line.figures,
      quantities: [...line.figures.quantities, quantity].toSorted((one, other) => one.start - other.start),
    },
  };
}
