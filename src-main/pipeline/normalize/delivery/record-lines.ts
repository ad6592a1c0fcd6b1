import type { Evidence, Unit } from "../../../../src-shared/model/index.ts";
import { add, isZero, subtract, zero, type DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { namesSum } from "../sheets/sum-words.ts";
import { foldText } from "../values/fold.ts";
import { isPersonText, nameShape } from "../values/person-name.ts";
import { clausesOf } from "./line-clauses.ts";
import { costOf } from "./line-cost.ts";
import type { LineQuantity } from "./line-figures.ts";
import { findDays, weekdayAt } from "./paper-days.ts";
import { saysUndone } from "./undone-words.ts";
import { readLine, type LineContext, type ReadLine } from "./read-line.ts";
import { withHourSigns, withUnnamedCounts } from "./unnamed-counts.ts";
import { isGivenName } from "../values/person-name.ts";
import { areFullNames, chunksOf, mayBeName, nameOf, personIn, trimmed } from "./line-persons.ts";
import { namesMaterial } from "./material-words.ts";
import { labelAt, type RecordLabel } from "./record-labels.ts";
import type { PrintedRow } from "./printed-rows.ts";
import { withStampedSpans } from "./stamped-spans.ts";

/** A record that a line of a list, a note or a sentence holds. */
export interface LineRecord {
  readonly date: LocalDate | null;
  readonly person: string | null;
  readonly role: string | null;
  readonly item: string | null;
  readonly quantity: DecimalText | null;
  readonly unit: Unit | null;
  readonly amount: DecimalText | null;
  readonly currency: string | null;
  readonly evidence: readonly Evidence[];
}

/** Words of a line that states prices, terms or plans, not what was done. */
const termLine =
  /(?:^|[^a-z])(?:rate|per (?:hour|day|month|year|maand|week)|pro monat|par (?:mois|an|semaine)|al mese|por mes|mensuel\w*|monthly|monatlich|propos\w*|offer\w*|notice|kundigungs\w*|per hour|an hour|hourly|payable|within|valid|pro stunde|je stunde|zahlbar|innerhalb|gultig|stundensatz|de l'heure|par heure|sous \d|valable|per uur|uurtarief|geldig|por hora|la hora|valido|dentro de|all'ora|entro|valida|por hora|dentro|opening|max(?:imum)?\.?|maximal|minimum|mindestens|budget|estimated|planned|quoted|geschatzt|geplant|soll|prevu|gepland|previst[oa])(?![a-z])/;
/** Words for other papers and for tax: on a line with a day of its own they say what somebody worked on. */
const paperLine =
  /(?:^|[^a-z])(?:payment|invoice|vat|iban|rechnung|facture|factuur|binnen|factura|fattura|fatura)(?![a-z])/;

const timeUnits: ReadonlySet<Unit> = new Set(["hour", "day", "visit", "session", "week", "trip"]);
const distanceUnits: ReadonlySet<Unit> = new Set(["kilometre", "mile"]);

/** Words of a line of a list; a longer one is a sentence, which needs a day of its own. */
const longestListed = 12;
/** Units of text of a line that is read; a longer one is a row of a wide sheet, which its table tells. */
const longestLine = 4_000;
const wordCount = (text: string): number => text.split(/\s+/).length;

interface WordedRecord extends LineRecord {
  readonly chunks: readonly string[];
  /** Whether the line prints a day of its own. */
  readonly hasDay: boolean;
}

const fewestCells = 2;

/** Records of lines that stand in no table: "Mon 4 May  Jack  7.5h  second fix", "02/06 Madrid – Toledo 74 km". */
export function recordLines(rows: readonly PrintedRow[], paper: LineContext): readonly LineRecord[] {
  const lines = withStampedSpans(
    rows.filter(({ text }) => text.length <= longestLine),
    paper.days,
  );
  const printed = withHourSigns(lines, paper.days).flatMap((row) => clausesOf(row, paper));
  const context = { ...paper, persons: [...paper.persons, ...printed.flatMap(({ person }) => person ?? [])] };
  const read = withUnnamedCounts(
    printed.map((row) => readLine(row, context)),
    context,
  );
  const areCells = lines.filter(isCountCell).length >= fewestCells;
  const isRecord = (line: ReadLine): boolean =>
    countsOf(line, context).length > 0 || (context.kind === "expense" && line.figures.money.length > 0);
  const clocks = read.filter((line) => line.isDated && line.figures.clocks.length === 1 && !isRecord(line));
  const records: WordedRecord[] = [];
  let headed: LocalDate | null = null;
  const headings = read.map(personHeading);
  // One name above all records is theirs anyway; of several each stands above its own.
  const isGrouped = new Set(headings.filter((name) => name !== null)).size > 1;
  let group: string | null = null;
  for (const [index, line] of read.entries()) {
    if (isGrouped) group = headings[index] ?? group;
    const isHeading =
      line.isDated &&
      !isRecord(line) &&
      line.figures.clocks.length === 0 &&
      trimmed(line.words).length <= 12 &&
      !/\p{L},/u.test(line.words);
    if (isHeading) {
      headed = line.date;
      continue;
    }
    if (namesSum(line.row.text)) {
      headed = null;
      continue;
    }
    const isUndone = chunksOf(line.row.text).some(saysUndone);
    const words = foldText(line.words);
    const isOther = termLine.test(words) || (!line.isDated && paperLine.test(words));
    if (isUndone || isOther || isFormLine(line, context)) continue;
    const date =
      line.date ??
      (wordCount(line.row.text) <= longestListed ? (headed ?? dayFor(line, context, areCells)) : null);
    if (date === null) continue;
    // Durations as h:mm, where no line says otherwise: "04.05. Bauer 7:30 Spachteln".
    const bare = clocks.length >= 2 && clocks.includes(line) ? line.figures.clocks : [];
    // "Batched 06:55   Running total 12.8 m3": a sum of this line and those above.
    const counts = [...countsOf(line, context), ...bare].filter(
      ({ start }) => !namesSum(chunksOf(line.words.slice(0, start)).at(-1) ?? ""),
    );
    const own = recordsOf(line, date, counts, context);
    const hasDay = findDays(line.row.text, context.days).length > 0;
    records.push(...own.map((record) => ({ ...record, hasDay, person: record.person ?? group })));
  }
  return withPersons(withoutSums(records), context);
}

/** "Operaio: Rossi Mario", "Rossi Mario": a line that names who did what the lines below list. */
function personHeading({ row, isDated }: ReadLine): string | null {
  const text = row.text.trim();
  if (isDated || /\d/.test(text)) return null;
  const [, behind = ""] = /^[\p{L} ]{3,30}:\s*(.+)$/u.exec(text) ?? [];
  if (behind !== "" && labelAt(text) === "person" && nameShape.test(behind)) return behind;
  return isPersonText(text) ? text : null;
}

const fewestSummed = 2;

/** A last line without a day that counts as much as all others together is their sum, whatever it says. */
function withoutSums(records: readonly WordedRecord[]): readonly WordedRecord[] {
  const last = records.at(-1);
  const others = records.slice(0, -1).filter(({ unit }) => unit === last?.unit);
  if (last === undefined || last.hasDay || last.quantity === null || others.length < fewestSummed)
    return records;
  const sum = others.reduce((total, { quantity }) => add(total, quantity ?? zero), zero);
  return isZero(subtract(sum, last.quantity)) ? records.slice(0, -1) : records;
}

/** Labels of a form, which is read as one record: "Begintijd: 07.30 uur", "Gross 31.42 t". */
const formLabels: ReadonlySet<RecordLabel> = new Set([
  "start",
  "end",
  "break",
  "hours",
  "travel",
  "distance",
  "quantity",
  "reading-before",
  "reading-after",
  "other",
  "period",
  "week-start",
  "week-end",
  "approved-by",
  "own-signature",
]);

function isFormLine({ row, words, isDated }: ReadLine, { kind }: LineContext): boolean {
  if (namesMaterial(/^\s*([^:]{3,30}):/.exec(row.text)?.[1] ?? "")) return true;
  const label = labelAt(row.text);
  // "Product: Type 1 MOT": what was brought, and no count of it.
  if (label === "item" && kind === "goods" && /^[^\d:]{2,40}:/.test(row.text.trim())) return true;
  // "Datum 12.05.2026 von 10.00 bis 11.30 Uhr" says when, and other lines what.
  if (label === "date" && chunksOf(words).every((chunk) => weekdayAt(chunk) !== null)) return true;
  return label !== null && formLabels.has(label) && (!isDated || /^[^\d]{2,40}:/.test(row.text.trim()));
}

const isCountCell = ({ segments }: PrintedRow): boolean =>
  segments.length > 1 && segments.some(({ text }) => countAlone.test(text));

const longestThing = 6;

/** "Mini digger with driver 3 hrs" among rows whose counts stand in a column: the gap before its count is narrow. */
function endsWithCount({ figures, row }: ReadLine): boolean {
  const [count, ...others] = figures.quantities;
  const isLast = count !== undefined && row.text.slice(count.end).trim().replace(/\.$/, "") === "";
  return (
    isLast && others.length === 0 && figures.money.length === 0 && wordCount(row.text) <= longestThing + 2
  );
}

const countAlone = /^\d[\d.,]*\s?\p{L}[\p{L}²³]{0,5}\.?$/u;

/** Lines without a day of their own: goods, and persons with their hours, belong to the day of the paper. */
function dayFor(line: ReadLine, context: LineContext, areCells: boolean): LocalDate | null {
  // "Flat bar 50x8 | 3,20 m": a thing with its quantity in a cell of its own was used up on the day of the slip.
  const isCell = isCountCell(line.row) || (areCells && endsWithCount(line));
  const isWork = context.kind === "work" || context.kind === "time";
  if (context.kind === "goods" || (isWork && isCell)) return context.day;
  const isHours = line.figures.quantities.some(({ unit }) => unit === "hour" || unit === "day");
  return isHours && personIn(line.words, context.persons) !== null ? context.day : null;
}

const longestTimed = 6;

/** What of the figures of a line is counted: hours first, else distances, else what has a unit. */
function countsOf({ figures, words }: ReadLine, { kind }: LineContext): readonly LineQuantity[] {
  const units = (wanted: ReadonlySet<Unit>): readonly LineQuantity[] =>
    figures.quantities.filter(({ unit }) => wanted.has(unit));
  const distances = units(distanceUnits);
  if (kind === "expense") return figures.money.length > 0 ? [] : distances.slice(0, 1);
  const times = units(timeUnits);
  // A trip is driven and lasts: "316 km, 9 h".
  if ((kind === "goods" || kind === "usage") && times.length > 0 && distances.length > 0)
    return [...distances.slice(0, 1), ...times.slice(0, 1)];
  // "Free unloading time is 5 min per yard": in a sentence on a slip for goods a time is a term.
  const isTerm = kind === "goods" && words.trim().split(/\s+/).length > longestTimed;
  const counted = isTerm ? figures.quantities.filter(({ unit }) => !timeUnits.has(unit)) : figures.quantities;
  if (kind === "goods" || kind === "usage") return counted.slice(0, 1);
  const [other] = figures.quantities;
  const [hours] = times;
  // Of coming, going and a break without titles nobody can tell what was worked.
  if (figures.clocks.length > 1) return other === undefined || timeUnits.has(other.unit) ? [] : [other];
  const worked = hours ?? figures.shift;
  if (worked !== null) return [worked, ...distances.slice(0, 1)];
  // Work is measured in what it was done to as well: 310 m², 4 rooms.
  return distances.length > 0 || other === undefined ? distances.slice(0, 1) : [other];
}

function recordsOf(
  { row, figures, words }: ReadLine,
  date: LocalDate,
  counts: readonly LineQuantity[],
  { kind, persons }: LineContext,
): readonly WordedRecord[] {
  const [money] = figures.money;
  const at = counts[0]?.start ?? money?.start ?? words.length;
  const chunks = [...chunksOf(words.slice(0, at)), ...chunksOf(words.slice(at))];
  const known = chunks.find((chunk) => nameOf(chunk, persons) !== null);
  const named = known === undefined ? null : nameOf(known, persons);
  const [, leading = "", behind = ""] =
    known === undefined ? (/^(\p{Lu}[\p{L}'’-]+)\s+(.*)$/u.exec(chunks[0] ?? "") ?? []) : [];
  // "Jack second fix": a first name before words in small letters.
  const split =
    leading !== "" && isGivenName(leading) && !nameShape.test(`${leading} ${behind}`) ? leading : null;
  const person = named?.name ?? split;
  const rest = chunks.flatMap((chunk) =>
    chunk === known ? (named?.role ?? []) : split !== null && chunk === chunks[0] ? [behind] : [chunk],
  );
  const shared = {
    date,
    person,
    role: named?.role ?? null,
    item: rest.join(" – ") || null,
    chunks,
    hasDay: false,
    evidence: row.evidence === null ? [] : [row.evidence],
  };
  if (counts.length === 0)
    return kind === "expense" && money !== undefined
      ? [{ ...shared, quantity: null, unit: null, amount: money.value, currency: money.currency }]
      : [];
  // Of two counts nobody can tell which of them the sum is for.
  const cost = counts.length > 1 ? null : costOf(counts[0]?.value ?? null, figures.money);
  return counts.map(({ value, unit }) => ({
    ...shared,
    quantity: value,
    unit,
    amount: cost?.amount ?? null,
    currency: cost?.currency ?? null,
  }));
}

/**
 * Names that no list knows: where each line has a name-like word before its figures and words behind them, and few
 * names recur, the first are who did it.
 */
function withPersons(records: readonly WordedRecord[], { kind }: LineContext): readonly LineRecord[] {
  const isWork = kind === "time" || kind === "work";
  const firsts = records.map(({ chunks }) => chunks[0] ?? "");
  const unknown =
    records.length >= 2 &&
    isWork &&
    records.every(
      ({ chunks, person }) => person !== null || (chunks.length >= 2 && mayBeName(chunks[0] ?? "")),
    );
  const isNamed = records.length >= 2 && isWork && areFullNames([...new Set(firsts)]);
  // Where half of the lines begin with a person that is known, what the others begin with is one, too.
  const known = records.filter(({ person }, index) => person !== null && person === firsts[index]).length;
  const recurs = new Set(firsts).size <= Math.max(1, records.length / 2) || known * 2 >= records.length;
  return records.map(({ chunks, hasDay: _hasDay, ...record }) => {
    if (record.person !== null || ((!unknown || !recurs) && !isNamed)) return record;
    const [person = null, ...rest] = chunks;
    return { ...record, person, item: rest.join(" – ") || null };
  });
}
