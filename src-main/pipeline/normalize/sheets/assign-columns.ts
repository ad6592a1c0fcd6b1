import { namesBills } from "./bill-roles.ts";
import { isPersonText, nameShape } from "../values/person-name.ts";
import { contentOf, contradicts, runsThroughDay } from "./column-content.ts";
import type { ColumnRole, TitleMeaning } from "./column-roles.ts";
import {
  areNames,
  areThings,
  columnOfCodes,
  columnOfCounts,
  columnOfMoney,
  columnOfUnits,
  columnOfVerdicts,
  columnOfWords,
  isSaidOnce,
  isSumOfAnother,
  type Taken,
} from "./content-columns.ts";
import type { GridCell } from "./grid.ts";
import { timeOfDay } from "./measure-titles.ts";
import { counted, measuredBeside, unitStems } from "./measured-beside.ts";
import { areDurations } from "./short-times.ts";
import { isListedTitle, meaningsOf, rankByWords } from "./title-meanings.ts";
import { titleKey } from "./title-key.ts";
import { takeReadings } from "./reading-columns.ts";
import { takeTaxRates } from "./tax-rate-column.ts";
import { workedColumns } from "./worked-columns.ts";

const dayTitle = /^(?:day|date|tag|datum|jour|date du jour|dag|dia|fecha|giorno|data)$/;

/** "Courses A" and "Jefe de servicio" hold words for "to" and "from" and say no time. */
const isTime = (role: ColumnRole): boolean => role === "start" || role === "end";
/** "Tipo de visita" says nothing of a time where its cells begin with words. */
const nearDigit = /^\D{0,8}\d/;
const mostlyNumbers = 0.9;
const lastHour = 24;
/** Added to the ranks of a column that is mostly empty: exports have many, and a filled one goes before. */
const rankOfSparse = 10_000;

/** Planned beside worked, as German and Dutch sheets title it: there "Soll" is no debit. */
const isWorkedBeside = (header: readonly GridCell[], title: string): boolean =>
  titleKey(title) === "soll" && header.some((cell) => /^ist\b/.test(titleKey(cell.text)));

/**
 * One column for each role: of two titles for a role the more usual one wins, and the other tries its next meaning.
 *
 * A meaning that the cells below speak against is passed over: "Delivered" above days is no quantity.
 */
export const assignColumns = (
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
): ReadonlyMap<ColumnRole, number> => {
  // What each row of an invoice repeats is its total, and its lines may cost the same.
  const isOfInvoices = header.some(({ text }, column) =>
    meaningsOf(text).some(
      ({ role, rank }) =>
        (role === "invoice-number" && rank < rankByWords) ||
        (role === "document-kind" && namesBills(column, body)),
    ),
  );
  const isOfTime = header.some(({ text }) => meaningsOf(text).some(({ role }) => role === "hours"));
  const units = unitStems(header);
  const meanings = header.map((cell, column): readonly TitleMeaning[] => {
    if (isWorkedBeside(header, cell.text)) return [{ role: "ordered", rank: 0 }];
    const all = measuredBeside(units, cell.text)
      ? [counted, ...meaningsOf(cell.text)]
      : meaningsOf(cell.text);
    if (all.length === 0) return all;
    const cells = body.flatMap((row) => row[column] ?? []);
    const content = contentOf(cells);
    const filled = cells.filter(({ text }) => text !== "").length;
    const fitting = all.filter(
      ({ role, rank }) =>
        (!contradicts(role, content) || (role === "date" && countsDays(cell.text, cells))) &&
        // "Type" and "Category" beside hours say what was done, and not what paper a row is or where one paid.
        !(isOfTime && (role === "merchant" || (role === "document-kind" && !namesBills(column, body)))) &&
        !(role === "hours" && (runsThroughDay(cells) || timeOfDay.test(titleKey(cell.text)))) &&
        !(role === "unit" && areNames(cells)) &&
        !(isTime(role) && content.clock === 0 && cells.some(({ text }) => Number(text) > lastHour)) &&
        !(isTime(role) && areDurations(cells)) &&
        !(isTime(role) && rank >= rankByWords && !cells.some(({ text }) => nearDigit.test(text))) &&
        !(role === "person" && areThings(cells)) &&
        !(isTime(role) && cells.every(({ text }) => text === "" || namesPlace.test(text))) &&
        !(told.has(role) && !isOfInvoices && isSaidOnce(cells)) &&
        !(role === "total" && !isOfInvoices && isSumOfAnother(cells, column, body)) &&
        !(rank >= rankByWords && isTime(role) && content.number >= mostlyNumbers && content.clock === 0),
    );
    return filled * 2 < body.length
      ? fitting.map(({ role, rank }) => ({ role, rank: rank + rankOfSparse }))
      : fitting;
  });
  const taken = new Map<ColumnRole, { readonly column: number; readonly rank: number }>();
  const place = (column: number, tried: readonly TitleMeaning[]): void => {
    for (const { role, rank } of tried) {
      const holder = taken.get(role);
      if (holder !== undefined && holder.rank <= rank) continue;
      taken.set(role, { column, rank });
      if (holder !== undefined) {
        const others = meanings[holder.column] ?? [];
        place(holder.column, others.slice(others.findIndex((each) => each.role === role) + 1));
      }
      return;
    }
  };
  for (const [column, tried] of meanings.entries()) place(column, tried);
  takeWorked(body, taken);
  turnJourney(header, taken);
  takeReadings(header, body, taken);
  const isDated = dateRoles.some(
    (role) => taken.has(role) && !(role === "start" && isTimeOfDay(body, taken.get(role)?.column ?? -1)),
  );
  const dated = isDated ? -1 : columnOfDays(header, body, taken);
  if (dated >= 0) {
    for (const [role, { column }] of taken) if (column === dated) taken.delete(role);
    taken.set("date", { column: dated, rank: rankByWords });
  }
  const named =
    taken.has("person") || taken.has("first-name") ? -1 : columnOfNames(header, body, taken, meanings);
  if (named >= 0) taken.set("person", { column: named, rank: rankByWords });
  const isTold = things.some((role) => {
    const column = taken.get(role)?.column;
    // Remarks here and there say nothing of the other rows.
    const filled = body.filter((row) => (row[column ?? -1]?.text ?? "") !== "").length;
    return column !== undefined && (role !== "notes" || filled * 2 >= body.length);
  });
  const judged = ["approved", "status"].some((role) => taken.has(role as ColumnRole))
    ? -1
    : columnOfVerdicts(header, body, taken);
  if (judged >= 0) {
    for (const [role, { column }] of taken) if (column === judged) taken.delete(role);
    taken.set("approved", { column: judged, rank: rankByWords });
  }
  // Remarks tell least: a column of other words goes before them, also one that was taken for states.
  const isRemarked = isTold && !things.some((role) => role !== "notes" && taken.has(role));
  if ((!isTold || isRemarked) && !account.some((role) => taken.has(role))) {
    const free = new Map([...taken].filter(([role]) => !(isRemarked && role === "status")));
    const worded = columnOfWords(header, body, free);
    const coded =
      worded < 0 && !isRemarked && !taken.has("item-code") ? columnOfCodes(header, body, free) : -1;
    if (coded >= 0) taken.set("item-code", { column: coded, rank: rankByWords });
    if (worded >= 0) {
      if (taken.get("status")?.column === worded) taken.delete("status");
      taken.set("description", { column: worded, rank: rankByWords });
    }
  }
  if (taken.has("unit") && !taken.has("quantity")) {
    const counted = columnOfCounts(header, body, taken);
    if (counted >= 0) taken.set("quantity", { column: counted, rank: rankByWords });
  }
  if (taken.has("quantity") && !taken.has("unit")) {
    const unit = columnOfUnits(header, body, taken);
    if (unit >= 0) taken.set("unit", { column: unit, rank: rankByWords });
  }
  if (!sums.some((role) => taken.has(role))) {
    const priced = columnOfMoney(header, body, taken);
    if (priced >= 0) taken.set("line-amount", { column: priced, rank: rankByWords });
  }
  takeTaxRates(body, taken);
  return new Map(
    [...taken].sort(([, a], [, b]) => a.column - b.column).map(([role, { column }]) => [role, column]),
  );
};

/** Roles that say what a row is about. */
const things: readonly ColumnRole[] = ["item", "task", "description", "milestone", "notes"];
const sums: readonly ColumnRole[] = [
  "line-amount",
  "line-gross",
  "total",
  "unit-price",
  "balance-after",
  "debit",
];
/** Roles of an account's movements, whose words have columns of their own. */
const account: readonly ColumnRole[] = [
  "remittance",
  "counterparty",
  "payee",
  "payer",
  "booking-date",
  "value-date",
  "balance-after",
  "debit",
  "credit",
];
/** Roles that differ from row to row, unless what stands there is said once of all of them. */
const told: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "notes",
  "description",
  "line-amount",
  "line-gross",
  "total",
]);

/** "08:45 school": a time with where it was. */
const namesPlace = /\d\s+(?!(?:uhr|uur|hrs)\b)\p{L}{3}/iu;

const departing = /\b(?:abfahrt|depart\w*|vertrek\w*|salida|partenza|partida|saida|left)\b/;
const arriving = /\b(?:ankunft|arriv\w*|aankomst|llegada|arrivo|chegada)\b/;

/** "Departure | Arrival" in this order is a journey, which starts with the departure; on site it is the other way. */
function turnJourney(header: readonly GridCell[], taken: Taken): void {
  const [start, end] = [taken.get("start"), taken.get("end")];
  if (start === undefined || end === undefined || end.column > start.column) return;
  const titleAt = (column: number): string => titleKey(header[column]?.text ?? "");
  if (!departing.test(titleAt(end.column)) || !arriving.test(titleAt(start.column))) return;
  taken.set("start", end);
  taken.set("end", start);
}

/** Times that prove their columns by arithmetic go before what titles say. */
function takeWorked(body: readonly (readonly GridCell[])[], taken: Taken): void {
  const worked = workedColumns(body);
  if (worked === null) return;
  const columns = new Set(worked.values());
  for (const [role, { column }] of taken) if (columns.has(column) || worked.has(role)) taken.delete(role);
  for (const [role, column] of worked) taken.set(role, { column, rank: 0 });
  // Stamps of a start tell the day, too, where the column for it says the same of all rows.
  const start = worked.get("start") ?? -1;
  const dated = taken.get("date")?.column;
  const days = new Set(body.map((row) => row[dated ?? -1]?.text ?? ""));
  const isStamped = body.every((row) => /^(?:\d{4}-\d{2}-\d{2}[T ].*)?$/.test(row[start]?.text ?? ""));
  if (isStamped && (dated === undefined || (days.size === 1 && body.length > 1)))
    taken.set("date", { column: start, rank: 0 });
}

/** Days of a month as numbers alone, under a title that says so: "Tag" above 1, 2, 5. */
const countsDays = (title: string, cells: readonly GridCell[]): boolean =>
  dayTitle.test(titleKey(title)) &&
  cells.every(({ text }) => text === "" || !/^\d/.test(text) || /^(?:0?[1-9]|[12]\d|3[01])\.?$/.test(text));

/** Roles that say when something was done. */
const dateRoles: readonly ColumnRole[] = [
  "date",
  "accepted-on",
  "timestamp",
  "issue-date",
  "booking-date",
  "value-date",
  "period",
  "period-start",
  "week",
  "start",
];
const mostlyDays = 0.9;

const isTimeOfDay = (body: readonly (readonly GridCell[])[], column: number): boolean =>
  contentOf(body.flatMap((row) => row[column] ?? [])).date < mostlyDays;

/** The first column whose cells are days, whatever its title says: "Received", "Sample in". */
function columnOfDays(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: ReadonlyMap<ColumnRole, { readonly column: number }>,
): number {
  const free = new Set<ColumnRole>([
    "approved",
    "approved-by",
    "notes",
    "description",
    "item",
    "task",
    "status",
  ]);
  const roleAt = new Map([...taken].map(([role, { column }]) => [column, role]));
  return header.findIndex((cell, column) => {
    const role = roleAt.get(column);
    if (role !== undefined && !free.has(role)) return false;
    const content = contentOf(body.flatMap((row) => row[column] ?? []));
    return content.filled >= 2 && content.date >= mostlyDays;
  });
}

/** "Drawn by", "Entnommen von": who did what the row records, unless it was only asked for. */
const doneBy =
  /^(?!.*\b(?:ordered|requested|sold|bestellt|commande|besteld|pedid[ao]|ordinat[ao])\b).*\b(?:by|von|durch|par|door|por|da|dal)$/;

/** The column whose cells are names of persons, whatever the trade calls them: "Shearer", "Relectrice". */
function columnOfNames(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: ReadonlyMap<ColumnRole, { readonly column: number }>,
  fitting: readonly (readonly TitleMeaning[])[],
): number {
  const known = new Set([...taken.values()].map(({ column }) => column));
  return header.findIndex((cell, column) => {
    // "LABOUR" over names is a title of work that says nothing of its cells.
    const isRefuted =
      (fitting[column] ?? []).length === 0 && meaningsOf(cell.text).every(({ role }) => role === "task");
    if (known.has(column) || cell.text === "" || (isListedTitle(cell.text) && !isRefuted)) return false;
    const filled = body.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
    if (doneBy.test(titleKey(cell.text)) && filled.length > 0 && filled.every((text) => nameShape.test(text)))
      return true;
    const names = filled.filter((text) => isPersonText(text)).length;
    return filled.length > 0 && names * 5 >= filled.length * 3;
  });
}
