import type { Unit } from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalText,
  decimalToText,
  isNegative,
  subtract,
  withoutTrailingZeros,
  zero,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { splitCurrency } from "../values/currency.ts";
import { foldAligned } from "../values/fold.ts";
import { parseAmount, withFractionSigns, type NumberConvention } from "../values/number.ts";
import { parseClock, parseUnit, withoutGroups } from "../values/unit.ts";
import { clockOf, minutesToHours } from "./worked-hours.ts";

/** A number with its unit inside a line. Offsets are UTF-16 units, end exclusive. */
export interface LineQuantity {
  readonly value: DecimalText;
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

/** A sum of money inside a line; `value` is `null` where its mark has two readings. */
export interface LineMoney {
  readonly value: DecimalText | null;
  readonly currency: string | null;
  readonly start: number;
  readonly end: number;
}

/** What a line counts: hours from start to end less the break, numbers with units, sums of money. */
export interface LineFigures {
  readonly shift: LineQuantity | null;
  readonly quantities: readonly LineQuantity[];
  readonly money: readonly LineMoney[];
  /** A time that may be a duration or a time of day. */
  readonly clocks: readonly LineQuantity[];
  /** The line with blanks where a figure stands. */
  readonly words: string;
}

const hourWord = "(?:h|hrs?|hours?|std|stdn|stunden?|arbeitsstunden?|heures?|uur|uren|horas?|ore|ora)";
const minuteWord = "(?:min|mins|minutes?|minuten|minuut|minutos?|minuti)";
/** Groups of three are set apart by one sign throughout: "215,196 316 km" are two numbers. */
const number =
  "\\d{1,3}(?:(?: \\d{3})+|(?:\\.\\d{3})+|(?:'\\d{3})+)(?:,\\d+)?(?![\\d]|[,.]\\d{3})|\\d{1,3}(?:(?: \\d{3})+|(?:,\\d{3})+|(?:'\\d{3})+)(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?(?: ?[½¼¾])?|[½¼¾]";
const pauseWord =
  "(?:pausen?|breaks?|lunch|unpaid|pauze|descanso|pausa|comida|almoco|pranzo|dejeuner|mittag(?:spause)?|abzgl\\.?|less|minus|moins|minder)";

const timeOfDay = "(?:[01]?\\d|2[0-4])(?:(?:[:.]|\\s?h\\s?)[0-5]\\d)?\\s?(?:h|uhr|uur|hrs|[ap]\\.?m\\.?)?";
const leaving =
  "(?:left|departed|finished|off|out|abfahrt|gegangen|ende|depart|fin|vertrek|einde|salida|fine|partenza|uscita|saida|fim)(?: site)?";
const between = `(?:\\s?(?:-|to|bis|until|till|a|al|alle|ate|as|hasta|jusqu'a|tot|/|\\u2192)\\s?(?:las |les )?|,?\\s${leaving}:?\\s)`;
const shiftPattern = new RegExp(
  `(?<![\\d.,:/])(${timeOfDay})${between}(${timeOfDay})(?![\\d:/]|[.,]\\d)`,
  "g",
);
const framed = /(?:from|von|van|de|du|des|dalle|das|between|zwischen|entre|tra)\s?(?:las |les )?$/;

const pauses: readonly RegExp[] = [
  new RegExp(
    `${pauseWord}[^\\d\\n,;]{0,14}?(\\d{1,2}:\\d{2}|(?:${number})\\s?(?:${minuteWord}|${hourWord}|'|m)?(?:\\s?\\d{2})?)(?![\\d:])`,
    "g",
  ),
  new RegExp(
    `((?:${number})\\s?(?:${minuteWord}|${hourWord}|'|m))\\s?(?:of |de |di )?(?:unpaid )?${pauseWord}(?![a-z])`,
    "g",
  ),
];
const hoursAndMinutes = new RegExp(
  `(?<![\\d.,:/])(\\d{1,3})\\s?${hourWord}\\.?,?\\s?(?:(?:and|und|et|en|y|e)\\s)?([0-5]\\d)(?:\\s?(${minuteWord}|m|')(?![a-z]))?(?![\\d.,:]\\d|\\d)`,
  "g",
);
const counted = new RegExp(
  `(?<![\\d.,:/#])(${number})(\\s{0,2})((?:(?:sq|cu|square|cubic)\\.? )?[a-z²³][a-z²³^\\d./-]{0,14}|%)?`,
  "g",
);
/** "focaccia   pz 20": the unit before its number, in a column of its own. */
const unitFirst =
  /(?<!\s)(\s{2,})(kg|pz|pcs|pc|stk|st|l|lt|hl|t|m2|m3|mq|mc|gr|g)\.? (\d[\d.,]*)(?=\s{2,}|\s*$)/g;
const labeledHours = new RegExp(
  `(?<![a-z])(?:hours?|hrs|std|stunden|heures?|uren|horas?|ore)(?! ?(?:meter|counter|reading|clock))(?: [a-z]{3,12}){0,2}\\.?(?:\\s?:\\s?|\\s(?=[\\d.,]+\\s*$))(${number})(?![\\d:.,]*[:h]\\d|\\s?[a-z]{2})`,
  "g",
);
const clockAlone = /(?<![\d.,:/])(\d{1,2}):([0-5]\d)(?![\d:])/g;
const moneyPattern = new RegExp(
  `(?:(?:us|au|ca)?\\$|€|£|\\b(?:eur|usd|gbp|chf|cad|aud)\\b|chf)\\s?(?:${number})|(?:${number})\\s?(?:€|\\b(?:eur|euros?|usd|gbp|chf|cad|aud)\\b)`,
  "g",
);

/** Reads the figures of a line whose dates are blanked out. */
export function figuresOf(printed: string, convention: NumberConvention): LineFigures {
  const line = withFractionSigns(printed);
  let folded = foldAligned(line);
  let words = line;
  const blank = (start: number, end: number): void => {
    const gap = " ".repeat(end - start);
    folded = folded.slice(0, start) + gap + folded.slice(end);
    words = words.slice(0, start) + gap + words.slice(end);
  };
  const read = (text: string): DecimalText | null =>
    parseAmount(text.replace(/(?<=\d) (?=[½¼¾])/, ""), convention)?.value ?? null;

  const money: LineMoney[] = [];
  for (const match of folded.matchAll(moneyPattern)) {
    const printed = line.slice(match.index, match.index + match[0].length);
    const currency = splitCurrency(printed).currency;
    money.push({
      value: parseAmount(printed, convention)?.value ?? null,
      currency: currency?.code ?? null,
      start: match.index,
      end: match.index + match[0].length,
    });
    blank(match.index, match.index + match[0].length);
  }
  const [pause, hasOpenPause] = takePauses();
  const shift = hasOpenPause ? null : takeShift(pause);
  const quantities = [...takeHours(), ...takeCounts()].toSorted((one, other) => one.start - other.start);
  const clocks = [...folded.matchAll(clockAlone)].flatMap((match): readonly LineQuantity[] => {
    const value = parseClock(match[0]);
    blank(match.index, match.index + match[0].length);
    return value === null
      ? []
      : [{ value, unit: "hour", start: match.index, end: match.index + match[0].length }];
  });
  return { shift, quantities: resulting(quantities), money, clocks, words };

  /** "2 × 5 h = 10 h": of what is multiplied out only the product was counted. */
  function resulting(found: readonly LineQuantity[]): readonly LineQuantity[] {
    return found.filter(
      ({ end, unit }, index) =>
        !(/^\s*=/.test(line.slice(end)) && found.slice(index + 1).some((other) => other.unit === unit)),
    );
  }

  function takePauses(): readonly [Decimal, boolean] {
    let taken: Decimal = zero;
    let isOpen = false;
    for (const pattern of pauses)
      for (const match of folded.matchAll(pattern)) {
        const hours = pauseHours(match[1] ?? "");
        if (hours === null) isOpen = true;
        else taken = add(taken, hours);
        blank(match.index, match.index + match[0].length);
      }
    return [taken, isOpen];
  }

  function pauseHours(text: string): DecimalText | null {
    const clock = parseClock(text.trim());
    if (clock !== null) return clock;
    const [, digits = "", word = ""] = /^([\d.,½¼¾ ]+?)\s?([a-z']*)$/.exec(text.trim()) ?? [];
    const value = read(digits);
    if (value === null) return null;
    if (/^(?:m|')/.test(word)) return minutesToHours(value);
    if (word !== "") return value;
    // A break of ten and more without a word is in minutes; nobody pauses ten hours.
    return isNegative(subtract(value, decimalText("10"))) ? value : minutesToHours(value);
  }

  function takeShift(pause: Decimal): LineQuantity | null {
    let worked: Decimal = zero;
    let [start, end] = [-1, -1];
    for (const match of folded.matchAll(shiftPattern)) {
      const [from = "", to = ""] = [match[1], match[2]];
      const isClock = (text: string): boolean => /\d[:.h ]+\d{2}|[a-z]/.test(text);
      const isFramed = framed.test(folded.slice(Math.max(0, match.index - 12), match.index));
      if (!isClock(to) || !(isClock(from) || isFramed || /uhr|uur|[ap]\.?m/.test(to))) continue;
      const whole = (text: string): string =>
        /^\d{1,2}$/.test(text.trim()) ? `${text.trim()}:00` : text.replace(/\s+(?=h|\d)|(?<=h)\s+/g, "");
      const [first, last] = [from, to].map((text) => clockOf(whole(text.replace(/\s?(?:uhr|uur|hrs)$/, ""))));
      if (first === undefined || last === undefined || first === null || last === null) continue;
      let hours = subtract(last, first);
      if (isNegative(hours)) hours = add(hours, decimalText("24"));
      worked = add(worked, hours);
      if (start < 0) start = match.index;
      end = match.index + match[0].length;
      blank(match.index, end);
    }
    const net = subtract(worked, pause);
    return start < 0 || isNegative(net)
      ? null
      : { value: decimalToText(withoutTrailingZeros(net)), unit: "hour", start, end };
  }

  function takeHours(): LineQuantity[] {
    const found: LineQuantity[] = [];
    for (const match of folded.matchAll(labeledHours)) {
      const value = read(match[1] ?? "");
      const end = match.index + match[0].length;
      if (value === null) continue;
      found.push({ value, unit: "hour", start: match.index, end });
      blank(match.index, end);
    }
    for (const match of folded.matchAll(hoursAndMinutes)) {
      const end = match.index + match[0].length;
      // "8 Std. 30 Stück": what follows is a count of its own.
      const next = /^\s?([a-z²³]+)/.exec(folded.slice(end))?.[1] ?? "";
      if (match[3] === undefined && (Number(match[2]) % 5 !== 0 || parseUnit(next) !== null)) continue;
      const value = parseClock(`${match[1]}:${match[2]}`);
      if (value === null) continue;
      found.push({ value, unit: "hour", start: match.index, end });
      blank(match.index, end);
    }
    return found;
  }

  function takeCounts(): LineQuantity[] {
    const found: LineQuantity[] = [];
    for (const match of folded.matchAll(unitFirst)) {
      const unit = unitBehind(match[2] ?? "");
      const value = read(match[3] ?? "");
      if (unit === null || value === null) continue;
      const start = match.index + (match[1] ?? "").length;
      const end = match.index + match[0].length;
      found.push({ value, unit, start, end });
      blank(start, end);
    }
    for (const match of folded.matchAll(counted)) {
      const [whole, digits = "", , word = ""] = match;
      const bare = word.replace(/[./-]+$/, "");
      const unit = word === "" || word === "%" ? null : unitBehind(bare);
      const value = read(withoutGroups(digits, unit));
      if (unit === null || value === null) continue;
      const end = match.index + whole.length;
      found.push({
        value: unit === "minute" ? minutesToHours(value) : value,
        unit: unit === "minute" ? "hour" : unit,
        start: match.index,
        end,
      });
      blank(match.index, end);
    }
    return found;
  }
}

/** Words that are units only in a column of units, even behind a number. */
const rarelyUnits =
  /^(?:ex|an|to|set|no|a|at|ie|as|on|en|un|pa|one|mes|mon|call|load|job|ff|act|pr|in|und|et|e|y|d|vg)$/;
const unitBehind = (word: string): Unit | null => (rarelyUnits.test(word) ? null : parseUnit(word));
