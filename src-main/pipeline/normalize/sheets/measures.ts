import {
  absolute,
  compare,
  decimalText,
  subtract,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { parseUnit } from "../values/unit.ts";
import type { Unit } from "../../../../src-shared/model/index.ts";
import { isCountUnit } from "../../../../src-shared/wording/index.ts";
import { contentOf, contradicts, runsThroughDay, type ColumnContent } from "./column-content.ts";
import type { ColumnRole } from "./column-roles.ts";
import {
  areNumbers,
  areYears,
  countsOf,
  isNumbering,
  isTimed,
  occasionalCounts,
  thingsOf,
} from "./counted-things.ts";
import { blankCell, type GridCell } from "./grid.ts";
import { sizesBeside, withoutPacking } from "./pack-sizes.ts";
import { areDurations, halfIn } from "./short-times.ts";
import {
  inSeconds,
  isTurn,
  priced,
  timeOfDay,
  total,
  undelivered,
  unitInTitle,
  type Measure,
} from "./measure-titles.ts";
import { meaningsOf } from "./title-meanings.ts";
import { withHourParts } from "./hour-parts.ts";
import { factorsAmong } from "./product-columns.ts";
import { measuredIn } from "./measured-cell.ts";
import { readingNumber } from "./exact-cells.ts";
import { readingsInRows } from "./reading-rows.ts";
import { unitOfUsedNoun } from "./used-nouns.ts";
import { titleKey } from "./title-key.ts";
import { withoutTwins } from "./twin-hours.ts";
import { isPlannedTitle } from "./title-patterns.ts";

const plainWords =
  /\b(?:hours?|hrs?|std|stunden|arbeitsstunden|heures?|uren|uur|horas?|ore|ora|h|worked|actual|ist|normal\w*|standard|regular|basic|plain|straight|time|qty|quantity|quantite|menge|anzahl|aantal|cantidad|quantita|quantidade|number|numero|nombre|nb|of|de|di|in|per|net|netto|neto|weight|gewicht|peso|poids|gewone|normales?|effectuees?|gewerkt|gearbeitet|std\.?|count|total|units?|used|delivered|geliefert|livree?s?|geleverd|entregad[ao]s?|consegnat[aei]|usage|consumption|verbrauch|consommation|verbruik|consumo)\b/g;

const filledShare = 0.6;

/** For how long each of a count was there to be billed: it counts nothing beside it. */
const daysInUse =
  /\b(?:billable|billed|active|chargeable|charged|service|in use|in service) days?\b|\bdays? (?:active|billed|billable|charged|in use|in service|in period)\b/;

/** Columns of a table that count, with those left out that plan, price, weigh the lorry, or sum up the others. */
export function measuresOf(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  columns: ReadonlyMap<ColumnRole, number>,
): readonly Measure[] {
  const readings = readingsInRows(header, body, columns);
  if (readings.length > 0) return readings;
  const roleAt = new Map([...columns].map(([role, column]) => [column, role]));
  const found: Measure[] = [];
  for (const [column, cell] of header.entries()) {
    const role = roleAt.get(column);
    if (role !== undefined && !["hours", "minutes", "quantity", "line-amount", "total"].includes(role))
      continue;
    const cells = body.map((row) => row[column] ?? blankCell);
    if (isNumbering(cells) || runsThroughDay(cells) || areYears(cells)) continue;
    const content = contentOf(cells);
    // Beside hours a count of calls or users only says what somebody was busy with.
    const used =
      isTimed(columns) || content.number < filledShare ? null : unitOfUsedNoun(titleKey(cell.text));
    // Requests may be counted in thousands of millions; of other things so long a number is one of a telephone.
    if (used === null && areNumbers(cells)) continue;
    const measure = measureOf(cell.text, column, role ?? null, content, cells, used);
    if (measure !== null) found.push(measure);
  }
  const driven = found.some(({ counts }) => counts === "quantity")
    ? null
    : drivenBetween(header, body, columns);
  if (driven !== null) found.push(driven);
  const measured = new Set(found.map(({ column }) => column));
  const things = found.length === 0 && !isTimed(columns) ? countsOf(header, body, columns) : [];
  found.push(
    ...[...thingsOf(header, body, columns), ...things].filter(({ column }) => !measured.has(column)),
  );
  const known = new Set(found.map(({ column }) => column));
  if (known.size > 1)
    found.push(...occasionalCounts(header, body, columns).filter(({ column }) => !known.has(column)));
  const sized = sizesBeside(found, body, columns);
  const counted = found.map(({ column }) => column);
  const factors = factorsAmong(counted, body, headCounts(header, body, counted));
  const counts = found.some(
    ({ column, counts: what }) => what === "quantity" && columns.get("quantity") === column,
  );
  const kept = found
    .filter(({ column }) => !factors.has(column) && !sized.has(column))
    .filter(({ unit, title }) => !(counts && unit === "day" && daysInUse.test(titleKey(title))))
    .filter(({ title }) => !isPlannedTitle(titleKey(title)) || found.length === 1);
  const whole = withHourParts(withoutPacking(kept, body, columns), body);
  const packed = withTimes(whole, header, body, columns);
  const parts = packed.filter(({ title }) => !total.test(titleKey(title)));
  return withoutTwins(withoutRounded(lastStages(parts.length === 0 ? packed : parts)), body);
}

const wholeFew = /^\d{1,2}$/;
/** Counts of what one worked and of what all did, at least; a table with more columns than the widest is no log of work. */
const [fewestOfProduct, widestHeadCount] = [2, 40];

/** Columns of few whole things that nobody bills by themselves: "Operatives | Hours each | Operative hours". */
const headCounts = (
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  counted: readonly number[],
): readonly number[] => {
  if (counted.length < fewestOfProduct || header.length > widestHeadCount) return [];
  return header.flatMap(({ text }, column) => {
    const filled = body.flatMap((row) => row[column]?.text || []);
    const isFew = filled.length > 1 && filled.every((each) => wholeFew.test(each));
    return isFew && !counted.includes(column) && !priced.test(titleKey(text)) ? [column] : [];
  });
};

const rounded = /\b(?:rounded|gerundet\w*|arrondi\w*|afgerond\w*|redondead\w*|arrotondat\w*|arredondad\w*)\b/;

/** Beside what was measured, what it was rounded to is no second count. */
const withoutRounded = (measures: readonly Measure[]): readonly Measure[] => {
  const exact = measures.filter(({ title }) => !rounded.test(titleKey(title)));
  return exact.some(({ counts }) => counts === "hours") ? exact : measures;
};

const each =
  /\b(?:each|ea\.?(?=\W|$)|per (?:man|head|person|worker|persoon)|pro (?:mann|person|kopf)|je (?:mann|person)|chacune?s?|par (?:personne|homme)|elk|cada (?:uno|una|um|uma)|por (?:persona|pessoa|hombre)|ciascun[oa]|cad(?:auno|auna)?\.?(?=\W|$)|cada uma?|a testa|a persona)\b/;

/** Hours of each of several are worked by all of them, where one column alone can say how many they are. */
function withTimes(
  measures: readonly Measure[],
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  columns: ReadonlyMap<ColumnRole, number>,
): readonly Measure[] {
  const hours = measures.find(({ counts, title }) => counts === "hours" && each.test(titleKey(title)));
  if (hours === undefined) return measures;
  // "No." over how many they are passes for the number of a record.
  const open = ["quantity", "record-id"];
  const taken = new Set([...columns].flatMap(([role, column]) => (open.includes(role) ? [] : [column])));
  const counted = header.flatMap((cell, column) => {
    const texts = body.map((row) => row[column]?.text ?? "");
    const isCount =
      texts.every((text) => wholeFew.test(text)) && !isNumbering(body.map((row) => row[column] ?? blankCell));
    return cell.text !== "" && column !== hours.column && !taken.has(column) && isCount ? [column] : [];
  });
  const [times, ...others] = counted;
  return times === undefined || others.length > 0
    ? measures
    : measures.flatMap((measure) =>
        measure === hours ? [{ ...measure, times }] : measure.column === times ? [] : [measure],
      );
}

/** What was ordered, sent, brought and found good are one thing in stages; only the last of them counts. */
const stages: readonly RegExp[] = [
  /\b(?:shipped|sent|submitted|dispatched|despatched|cycles|made|produced|versandt|versendet|gesendet|envoyee?s?|expediee?s?|verzonden|verstuurd|enviad[ao]s?|inviat[aeio]|spedit[aeio])\b/,
  /\b(?:delivered|supplied|geliefert|zugestellt|livree?s?|geleverd|entregad[ao]s?|consegnat[aeio]|entregues?)\b/,
  /\b(?:received|rcvd|recd|erhalten|empfangen|recue?s?|ontvangen|recibid[ao]s?|ricevut[aeio]|recebid[ao]s?)\b/,
  /\b(?:accepted|good|ok|angenommen|gutmenge|gutteile|gut|acceptee?s?|bonn?e?s|conformes?|goed|goedgekeurd|aceptad[ao]s?|buen[ao]s|accettat[aeio]|buon[ei]|aceites?|boas)\b/,
];
const stageOf = ({ title }: Measure): number => stages.findLastIndex((words) => words.test(titleKey(title)));

function lastStages(measures: readonly Measure[]): readonly Measure[] {
  const counts = measures.filter(({ counts }) => counts === "quantity");
  // A message costs what its sending costs, whether or not it reaches anybody.
  const sent = counts.filter((measure) => stageOf(measure) === 0);
  if (counts.some(({ unit }) => unit === "message") && sent.length > 0)
    return measures.filter((measure) => measure.counts !== "quantity" || stageOf(measure) <= 0);
  const last = Math.max(...counts.map(stageOf));
  if (counts.length < 2 || last < 1) return measures;
  return measures.filter((measure) => measure.counts !== "quantity" || stageOf(measure) === last);
}

const fewestClosed = 0.8;

/** Readings are printed to one decimal at least: what lies between two may differ by half of it. */
const roundingOfReadings = decimalText("0.05");

/** The column without a known title that holds what lies between two readings on most rows: "gefahren", "Diff." */
function drivenBetween(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  columns: ReadonlyMap<ColumnRole, number>,
): Measure | null {
  const [before, after] = [columns.get("reading-before"), columns.get("reading-after")];
  if (before === undefined || after === undefined) return null;
  const taken = new Set(columns.values());
  const numberAt = (row: readonly GridCell[], column: number): DecimalText | null =>
    readingNumber(row[column] ?? blankCell);
  const column = header.findIndex((cell, index) => {
    if (cell.text === "" || taken.has(index)) return false;
    const filled = body.filter((row) => (row[index]?.text ?? "") !== "");
    const closed = filled.filter((row) => {
      const [first, last, used] = [numberAt(row, before), numberAt(row, after), numberAt(row, index)];
      if (first === null || last === null || used === null) return false;
      return compare(absolute(subtract(subtract(last, first), used)), roundingOfReadings) <= 0;
    });
    return filled.length > 0 && closed.length >= filled.length * fewestClosed;
  });
  const title = header[column]?.text;
  if (title === undefined) return null;
  const unit = unitInTitle(title) ?? unitInTitle((header[before]?.text ?? "").replaceAll("-", " "));
  return { column, counts: "quantity", title, unit, of: "" };
}

/** Whether most cells are numbers with units of their own: "10.0 CY". */
function isCounted(cells: readonly GridCell[]): boolean {
  const filled = cells.filter(({ text }) => text !== "");
  const units = filled.filter(({ text }) => measuredIn(text) !== null);
  return units.length > 0 && units.length >= filled.length * filledShare;
}

function measureOf(
  title: string,
  column: number,
  role: ColumnRole | null,
  content: ColumnContent,
  cells: readonly GridCell[],
  used: Unit | null,
): Measure | null {
  const key = titleKey(title);
  if (
    key === "" ||
    undelivered.test(key) ||
    timeOfDay.test(key) ||
    inSeconds.test(key) ||
    content.filled === 0
  )
    return null;
  const roles = meaningsOf(title).map((meaning) => meaning.role);
  const unit = unitInTitle(title) ?? used;
  const isSpent = role === null && areDurations(cells);
  const isStage = stages.some((words) => words.test(key)) && content.number >= filledShare;
  if (priced.test(key) && role !== "quantity" && role !== "hours") return null;
  const counts =
    role === "hours" || role === "minutes" || role === "quantity"
      ? role
      : roles.includes("break") || roles.includes("ordered")
        ? null
        : isSpent || unit === "hour" || (roles.includes("hours") && roles[0] !== "person")
          ? "hours"
          : unit === "minute"
            ? "minutes"
            : unit !== null ||
                roles[0] === "quantity" ||
                (isStage && roles.includes("quantity")) ||
                isCounted(cells)
              ? "quantity"
              : null;
  if (counts === null || contradicts(counts, content)) return null;
  const halves =
    unit === "day" || unit === "hour" ? cells.filter(({ text }) => halfIn(text) !== null).length : 0;
  const counted = Math.max(content.number, content.measured) + content.clock + halves / content.filled;
  if (counted < filledShare && role === null && !isSpent) return null;
  const of = title
    .split(/[\s()[\]/]+/)
    .filter((word) => {
      const folded = titleKey(word);
      const isUnit = parseUnit(folded) !== null && !(counts === "hours" && isTurn(folded));
      return folded !== "" && folded.replace(plainWords, "").trim() !== "" && !isUnit;
    })
    .join(" ");
  const [thing = ""] =
    of === "" && unit !== null && counts === "quantity" ? (/^[^([]+(?=\s?[([])/.exec(title) ?? []) : [];
  // "Filters changed (pcs)": what is counted, with its unit behind; the rows say where.
  const isThing =
    counts === "quantity" && of !== "" && unit !== null && /^[^([]+[([][^)\]]*[)\]]$/.test(title);
  // "OT hours" is named whole: "OT" alone would say little beside a task.
  return {
    column,
    counts,
    title,
    unit: counts === "hours" ? "hour" : unit,
    of: of === "" || counts !== "hours" ? of || (plainThing(thing) ? "" : thing.trim()) : title,
    ...(isThing && isCountUnit(unit) && { isThing }),
  };
}

/** "Weight (kg)" and "Qty (pcs)" name no thing before their unit; "Rolls (doz)" does. */
const plainThing = (text: string): boolean => titleKey(text).replace(plainWords, "").trim() === "";
