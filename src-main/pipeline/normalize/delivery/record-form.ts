import type { DeliveryKind, Evidence, Unit } from "../../../../src-shared/model/index.ts";
import {
  decimalText,
  decimalToText,
  isNegative,
  isZero,
  subtract,
  withoutTrailingZeros,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { unitInTitle } from "../sheets/measure-titles.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { parseClock, parseQuantity } from "../values/unit.ts";
import { figuresOf } from "./line-figures.ts";
import type { LabeledText, RecordLabel } from "./record-labels.ts";
import { hoursBetween } from "./worked-hours.ts";

/** One count of a form: what stands behind "Hours on site", between "Arrived" and "Left", between two readings. */
export interface FormCount {
  readonly quantity: DecimalText | null;
  readonly unit: Unit | null;
  /** What the label says beside the plain count: "Travel time". */
  readonly of: string | null;
  readonly kind: DeliveryKind;
  readonly evidence: readonly Evidence[];
}

const proven = (labels: readonly (LabeledText | undefined)[]): readonly Evidence[] =>
  labels.flatMap((label) => label?.evidence ?? []);

const plainHours =
  /^(?:total |gesamt|totaal |totale? )?(?:hours?|hrs|std|stunden|arbeitszeit|arbeitsstunden|einsatzdauer|dauer|duration|heures?|duree|temps|uren|duur|horas?|duracion|ore|durata|duracao|time|labou?r|hours worked|hours on site|total hours|total time|stunden gesamt)(?![a-z])/;

/** The counts that the labels of a form give, each by its own label. */
export function formCounts(
  labels: readonly LabeledText[],
  numbers: NumberConvention,
  kind: DeliveryKind,
): readonly FormCount[] {
  const isWork = kind === "time" || kind === "work";
  const counted = [...(isWork ? hourCounts(labels, numbers) : []), ...distanceCounts(labels, numbers, kind)];
  if (kind === "goods" || kind === "usage" || (kind === "work" && counted.length === 0))
    return [
      ...counted,
      ...readingCounts(labels, numbers),
      ...(counted.length === 0 ? quantityCounts(labels, numbers, kind) : []),
    ];
  return counted;
}

function hourCounts(labels: readonly LabeledText[], numbers: NumberConvention): readonly FormCount[] {
  const printed = labels.flatMap((label): readonly FormCount[] => {
    if (label.label !== "hours" && label.label !== "travel" && !isStay(label)) return [];
    const quantity = hoursIn(label, numbers);
    if (quantity === null || isZero(quantity)) return [];
    const isPlain = label.label === "start" || plainHours.test(label.words);
    const of = label.label === "travel" || !isPlain ? label.words : null;
    return [{ quantity, unit: "hour", of, kind: "time", evidence: proven([label]) }];
  });
  const worked = printed.filter(({ of }) => of === null);
  if (worked.length > 0) return [...worked.slice(0, 1), ...printed.filter(({ of }) => of !== null)];
  const between = hoursFromTo(labels, numbers);
  return between === null ? printed : [between, ...printed.filter(({ of }) => of !== null)];
}

/** "On site 1.5 hrs": how long, not since when. */
const isStay = ({ label, words, text }: LabeledText): boolean =>
  label === "start" &&
  /\bsite$/.test(words) &&
  /^\d{1,2}(?:[.,]\d{1,2})?\s?(?:h|hrs?|hours?)(?![a-z\d])/i.test(text);

/** "2.5", "3 h 15", "7:30", "08:00–16:30, Pause 30 min". */
function hoursIn(label: LabeledText, numbers: NumberConvention): DecimalText | null {
  const { words } = label;
  // "4,5 (festivo)", "1.25 (2 hr min. weekend)": the remark is not what was worked.
  const text = label.text.replace(/\s*\([^)]*\)?\s*/g, " ").trim();
  const figures = figuresOf(text, numbers);
  const [hours, ...others] = figures.quantities.filter(({ unit }) => unit === "hour");
  if (hours !== undefined) return others.length === 0 ? hours.value : null;
  if (figures.shift !== null) return figures.shift.value;
  const clock = parseClock(text.trim());
  if (clock !== null) return clock;
  const bare = parseQuantity(text.trim(), numbers);
  const isNamed =
    bare !== null &&
    bare.unit === null &&
    /(?:h(?:ou)?rs?|std|stunden|heures|uren|horas|ore)(?![a-z])/.test(words);
  return isNamed ? bare.number.value : null;
}

function hoursFromTo(labels: readonly LabeledText[], numbers: NumberConvention): FormCount | null {
  const first = (wanted: RecordLabel): LabeledText | undefined =>
    labels.find(({ label, text }) => label === wanted && (wanted === "break" || /\d/.test(text)));
  const [start, end, pause] = [first("start"), first("end"), first("break")];
  if (start !== undefined && end !== undefined) {
    const quantity = hoursBetween(timeIn(start.text), timeIn(end.text), pause?.text ?? "", null);
    return quantity === null
      ? null
      : { quantity, unit: "hour", of: null, kind: "time", evidence: proven([start, end, pause]) };
  }
  // "Von: 8 bis 12 Uhr", "Datum 12.05.2026 von 10 bis 12 Uhr": both ends stand behind one label.
  const both = start ?? end ?? labels.find(({ label, text }) => label === "date" && /\d/.test(text));
  const shift =
    both === undefined ? null : figuresOf(withoutDays(`${both.words} ${both.text}`), numbers).shift;
  return shift === null
    ? null
    : { quantity: shift.value, unit: "hour", of: null, kind: "time", evidence: proven([both]) };
}

const withoutDays = (text: string): string =>
  text.replace(/(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/g, "");

/** The time of day in "07.30 uur", "14/05/2026 08:15", "8h15 (sur site)". */
const timeIn = (text: string): string =>
  /(?<![\d./-])(\d{1,2}(?:[:.h]\s?\d{2}|\s?h\b|(?=\s?(?:uhr|uur|hrs|[ap]\.?m)))(?:\s?[ap]\.?m\.?)?)(?![\d./])/i
    .exec(text)?.[1]
    ?.replace(/\s+/g, "") ?? text;

function distanceCounts(
  labels: readonly LabeledText[],
  numbers: NumberConvention,
  kind: DeliveryKind,
): readonly FormCount[] {
  return labels.flatMap((label): readonly FormCount[] => {
    if (label.label !== "distance") return [];
    const quantity = parseQuantity(label.text, numbers);
    const unit: Unit | null =
      quantity?.unit ??
      (/mile/.test(label.words) ? "mile" : /km|kilom|chilom|quilom/.test(label.words) ? "kilometre" : null);
    if (quantity === null || unit === null || (unit !== "mile" && unit !== "kilometre")) return [];
    return [
      {
        quantity: quantity.number.value,
        unit,
        of: null,
        kind: kind === "expense" ? "expense" : "usage",
        evidence: proven([label]),
      },
    ];
  });
}

/** No odometer shows thousandths: "41,220" is a whole number. */
const wholeIn = (text: string): DecimalText | null => {
  const [digits] = /^\d{1,3}(?:[.,' ]\d{3})+(?!\d|[.,]\d)/.exec(text.trim()) ?? [];
  return digits === undefined ? null : decimalToText(decimalText(digits.replace(/\D/g, "")));
};

/** The meter of a reading is no length: "Meter start", "meterstand". */
const withoutMeter = (words: string): string => words.replace(/(?<![a-z])meter(?![a-z])/g, " ");

/** What a meter counted between the two readings of a form; `null` where it ran backwards. */
function readingCounts(labels: readonly LabeledText[], numbers: NumberConvention): readonly FormCount[] {
  const before = labels.filter(({ label }) => label === "reading-before");
  const after = labels.filter(({ label }) => label === "reading-after");
  return before.slice(0, after.length).map((first, index): FormCount => {
    const last = after[index];
    const [from, to] = [parseQuantity(first.text, numbers), parseQuantity(last?.text ?? "", numbers)];
    const isDriven = /km|kilom|chilom|quilom|odo|mile/.test(first.words);
    const readingOf = (read: typeof from, text: string): DecimalText | null =>
      read?.number.value ?? (isDriven ? wholeIn(text) : null);
    const [start, end] = [readingOf(from, first.text), readingOf(to, last?.text ?? "")];
    const used = start === null || end === null ? null : subtract(end, start);
    return {
      quantity: used === null || isNegative(used) ? null : decimalToText(withoutTrailingZeros(used)),
      unit:
        to?.unit ??
        from?.unit ??
        unitInTitle(withoutMeter(first.words)) ??
        unitInTitle(withoutMeter(last?.words ?? "")),
      of: null,
      kind: "usage",
      evidence: proven([first, last]),
    };
  });
}

const weighing = /gross|tare|brutto|tara|brut\b|bruto|lordo|wagung|weighed/;

/** "4.440 kg" on a slip of a weighbridge, which shows no grams. */
function weighedIn(text: string, labels: readonly LabeledText[]): DecimalText | null {
  const isWeighed = labels.some(({ words, text: value }) => weighing.test(words) && /\d\s?kg/i.test(value));
  return isWeighed && /^\d{1,3}[.,' ]\d{3}\s?kgs?\.?$/i.test(text.trim()) ? wholeIn(text) : null;
}

function quantityCounts(
  labels: readonly LabeledText[],
  numbers: NumberConvention,
  kind: DeliveryKind,
): readonly FormCount[] {
  const unit = labels.find(({ label }) => label === "unit")?.text ?? null;
  return labels.flatMap((label): readonly FormCount[] => {
    if (label.label !== "quantity") return [];
    const read =
      parseQuantity(label.text, numbers) ??
      (unit === null ? null : parseQuantity(`${label.text} ${unit}`, numbers));
    if (read === null || (parseAmount(label.text, numbers)?.currency ?? null) !== null) return [];
    return [
      {
        quantity: read.number.value ?? weighedIn(label.text, labels),
        unit: read.unit ?? (unit === null ? null : (parseQuantity(`1 ${unit}`)?.unit ?? null)),
        of: null,
        kind,
        evidence: proven([label]),
      },
    ];
  });
}
