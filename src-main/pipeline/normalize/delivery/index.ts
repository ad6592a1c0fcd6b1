import type {
  Delivery,
  DeliveryKind,
  DocumentKind,
  ReadDocument,
  Unit,
} from "../../../../src-shared/model/index.ts";
import { isEqual, isZero, sum, type Decimal } from "../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../context.ts";
import { gridsOf } from "../sheets/document-grids.ts";
import type { GridCell } from "../sheets/grid.ts";
import { recordTables } from "../sheets/record-table.ts";
import { withSheetPages } from "../sheets/sheet-page.ts";
import { tableKind } from "../sheets/table-kind.ts";
import { isPersonText } from "../values/person-name.ts";
import { findDates } from "../values/date.ts";
import { numberConventionOf } from "../values/number.ts";
import { acceptanceRecords } from "./acceptance-records.ts";
import { listedResults } from "./told-acceptances.ts";
import { chatUnits } from "./chat-units.ts";
import { daysOfTables } from "./day-headings.ts";
import { dayMatrix } from "./day-matrix.ts";
import { dayOrderOf } from "./day-order.ts";
import { headingIn } from "./listed-things.ts";
import { matrixDeliveries } from "./matrix-deliveries.ts";
import { slipsIn, slipsOfTables, tableCells } from "./paper-slips.ts";
import {
  countDeliveries,
  formDeliveries,
  lineDeliveries,
  toldDeliveries,
  type PlainPaper,
} from "./plain-deliveries.ts";
import { printedRows, type PrintedRow } from "./printed-rows.ts";
import { slipLabels, surroundingsOf } from "./paper-surroundings.ts";
import type { Surroundings } from "./record-surroundings.ts";
import { mayCount } from "./signed-whole.ts";
import { tillReceipt } from "./till-receipt.ts";
import { toldRecords } from "./told-records.ts";
import { sentOn } from "./told-sender.ts";
import { withoutSummaries, type ReadTable } from "./summing-tables.ts";
import { kindByDocument, sheetDeliveries } from "./sheet-deliveries.ts";

interface TableRecords {
  readonly deliveries: readonly Delivery[];
  /** Cells of the tables that hold records. */
  readonly cells: readonly GridCell[];
}

/** What lines under one another that are no table come to. */
const isEmpty = ({ kind, quantity, amount }: Delivery): boolean =>
  kind !== "acceptance" && quantity === null && amount === null;

/** In a workbook with a sheet for each person, the sheet's name says whose records stand in it. */
const aroundSheet = ({ sheets }: ReadDocument, name: string, around: Surroundings): Surroundings =>
  sheets.length > 1 && isPersonText(name)
    ? { ...around, text: (label) => (label === "person" ? name : around.text(label)) }
    : around;

function tableRecords(
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
  whole: Surroundings,
): TableRecords {
  const basis = document.sheets.length > 0 ? "structured" : "rule";
  const read: ReadTable[] = [];
  // Lists of lists: a sheet has more records than a call takes arguments.
  const deliveries: (readonly Delivery[])[] = [];
  const cells: (readonly GridCell[])[] = [];
  const grids = gridsOf(document);
  const headed = daysOfTables(document, whole.days);
  const slips = slipsOfTables(document, context, whole);
  for (const [place, grid] of grids.entries()) {
    const day = headed.length === grids.length ? (headed[place] ?? null) : null;
    const sheet = aroundSheet(document, grid.name, slips[place] ?? whole);
    const around = day === null ? sheet : { ...sheet, date: day };
    const isTimed = kind === "timesheet" || kind === "work-order";
    const matrix = isTimed ? dayMatrix(grid, around.days) : null;
    if (matrix !== null) {
      deliveries.push(matrixDeliveries(document, grid, matrix, context, around));
      cells.push(matrix.cells);
      continue;
    }
    for (const table of recordTables(grid, context.tableMappings)) {
      // A list of parts on a work order is one of goods, whatever the paper is.
      const listed: DocumentKind = headingIn(table.titles.get("item") ?? "") ? "delivery" : kind;
      const own = tableKind(table)?.kind ?? listed;
      // A protocol lists what is still to be mended; that has not been done.
      if (kind === "acceptance" && own !== "acceptance" && table.measures.length === 0) continue;
      // A document of one kind may hold a table that looks like another; deliveries stay deliveries.
      const tableOf = own === "invoice" || own === "statement" ? kind : own;
      const found = sheetDeliveries(document, table, tableOf, context, basis, around);
      if (basis === "rule" && found.every(isEmpty)) continue;
      read.push({ table, deliveries: found });
      if (found.length > 0) cells.push(tableCells(table));
    }
  }
  deliveries.push(...withoutSummaries(read).map((each) => each.deliveries));
  return { deliveries: deliveries.flat(), cells: cells.flat() };
}

/** Records that stand in no table: by the slip, lines of a list or a note, labels of a form, things with their counts. */
function plainRecords(
  document: ReadDocument,
  deliveryKind: DeliveryKind,
  context: NormalizeContext,
  whole: Surroundings,
  tables: TableRecords,
): readonly Delivery[] {
  const rows = printedRows(document, tables.cells);
  const slips = slipsIn(document, rows, context, whole);
  if (slips.length === 0)
    return slipRecords({ document, context, around: whole, kind: deliveryKind, place: "" }, rows, tables);
  return slips.flatMap((slip, index) =>
    slipRecords(
      { document, context, around: slip.around, kind: deliveryKind, place: `${index}|` },
      slip.rows,
      tables,
    ),
  );
}

function slipRecords(
  paper: PlainPaper,
  rows: readonly PrintedRow[],
  tables: TableRecords,
): readonly Delivery[] {
  const { around, document, kind } = paper;
  const lines = {
    days: around.days,
    numbers: numberConventionOf(rows.flatMap(({ text }) => text.split(/\s+/))),
    kind,
    persons: [around.text("person") ?? ""].filter((name) => name !== ""),
    day: around.date,
  };
  const hasTables = tables.deliveries.length > 0;
  // What is counted below a table of several persons is nobody's of them, and a title of it passes for a label.
  const named = new Set(tables.deliveries.flatMap(({ person }) => person ?? []));
  const isTheirs = (person: string | null): boolean =>
    named.size === 0 || (named.size === 1 && person !== null && named.has(person));
  // What sums up rows of which each is signed needs no signature of its own.
  const isSigned = hasTables && tables.deliveries.every(({ approved }) => approved === true);
  const signed = ({ approved }: Delivery): Partial<Delivery> =>
    isSigned && approved === null ? { approved: true } : {};
  const listed = hasTables ? [] : lineDeliveries(paper, rows, lines);
  const isDated = around.date !== null || ((kind === "usage" || kind === "goods") && around.period !== null);
  const isTimed = kind === "time" || kind === "work";
  const isBeside = hasTables || !isDated;
  const counted = withoutSumsOf(
    [...tables.deliveries, ...listed],
    countDeliveries(paper, rows, lines, isBeside ? "a table" : "no table").map((each) => ({
      ...each,
      ...(!isTheirs(each.person) && { person: null, role: null }),
      ...signed(each),
    })),
  );
  const hasTime = [...listed, ...tables.deliveries].some(
    (each) => each.unit === "hour" || each.unit === "day",
  );
  if (listed.length + tables.deliveries.length > 0 && (hasTime || !isTimed))
    return [...listed, ...unlisted(counted, listed)];
  const labels = slipLabels(document, rows, paper.place === "");
  const form = formDeliveries(paper, labels, lines).filter((each) => !hasTables || each.kind === "time");
  return [...listed, ...form, ...unlisted(counted, [...listed, ...form])];
}

const fewestSummed = 2;

/** Counts beside a table without those that add up what it counts in their unit. */
function withoutSumsOf(listed: readonly Delivery[], counted: readonly Delivery[]): readonly Delivery[] {
  // A table has thousands of records: each unit is added up once.
  const sums = new Map<Unit | null, Decimal | null>();
  const sumOf = (unit: Unit | null): Decimal | null => {
    const known = sums.get(unit);
    if (known !== undefined) return known;
    const parts = listed.flatMap((each) => (each.unit === unit ? (each.quantity ?? []) : []));
    const found = parts.length < fewestSummed ? null : sum(parts);
    sums.set(unit, found);
    return found;
  };
  return counted.filter(({ quantity, unit }) => {
    const total = quantity === null ? null : sumOf(unit);
    return quantity === null || total === null || !isEqual(total, quantity);
  });
}

/** Counts that no line or label of the form has given already. */
const unlisted = (counted: readonly Delivery[], listed: readonly Delivery[]): readonly Delivery[] =>
  counted.filter(
    ({ quantity, unit }) => !listed.some((each) => each.quantity === quantity && each.unit === unit),
  );

/** Whether a paper counts by the day, with dated days along one side. */
export const holdsDayMatrix = (document: ReadDocument, context: NormalizeContext): boolean => {
  const { days } = surroundingsOf(document, context);
  return gridsOf(document).some(
    (grid) => dayMatrix(grid, days)?.entries.some(({ date }) => date !== null) === true,
  );
};

/** What a receipt of a till, a hotel or a pump proves; `null` for any other paper. */
export const readTillReceipt = (document: ReadDocument, context: NormalizeContext): Delivery | null =>
  tillReceipt(document, context, surroundingsOf(document, context));

/** Whether a text is the export of a chat. */
export const isChat = (document: ReadDocument, { asOf }: NormalizeContext): boolean =>
  // Whether its stamps are days does not hang on which part of them is the month.
  chatUnits(document, { order: dayOrderOf((document.text ?? "").split("\n"), asOf) ?? "day-first", asOf })
    .length > 0;

/** Records that a mail, letter or chat tells in its own words. */
export const readToldRecords = (document: ReadDocument, context: NormalizeContext): readonly Delivery[] => {
  const around = surroundingsOf(document, context);
  const told = toldRecords(document, around.days, sentOn(document, around.days));
  return toldDeliveries({ document, context, around, kind: "work", place: "" }, told).filter(isSomething);
};

/** Delivery records of a timesheet, work order, delivery note, usage report, expense list or acceptance. */
export const readDeliveries = (
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): readonly Delivery[] => {
  const around = surroundingsOf(document, context);
  const tables = tableRecords(document, kind, context, around);
  const deliveryKind = kindByDocument[kind];
  const found =
    deliveryKind === undefined || deliveryKind === "acceptance"
      ? tables.deliveries
      : [
          ...tables.deliveries,
          ...plainRecords(withSheetPages(document), deliveryKind, context, around, tables),
        ];
  // A column of results says more than one of states: it refuses with a reason, and no row of it is lost.
  if (
    kind === "acceptance" &&
    (found.length === 0 || listedResults(document, around.days).length > found.length)
  )
    return acceptanceRecords(document, context, around);
  const some = found.filter(isSomething);
  if (some.length === 0 && (kind === "work-order" || kind === "delivery"))
    return signedWhole(document, context, around);
  return kind === "acceptance" ? some.map((each) => signedBy(each, around)) : some;
};

/** What the customer signed on a slip that counts nothing: "Quarterly service complete. Accepted by: …" */
function signedWhole(
  document: ReadDocument,
  context: NormalizeContext,
  around: Surroundings,
): readonly Delivery[] {
  if (around.approval.approved !== true || around.date === null) return [];
  return mayCount(printedRows(document, []), around.days)
    ? []
    : acceptanceRecords(document, context, around).filter(({ approved }) => approved === true);
}

/** An acceptance without a day or a name of its own was given by who signed, on the day beside the name. */
function signedBy(delivery: Delivery, { approval, approvalEvidence, days }: Surroundings): Delivery {
  const signed = approvalEvidence.flatMap(({ quote }) =>
    findDates(quote, days).flatMap(({ value }) => value ?? []),
  );
  return {
    ...delivery,
    date: delivery.date ?? signed[0] ?? null,
    person: delivery.person ?? approval.by,
    approvedBy: delivery.approvedBy ?? approval.by,
  };
}

/** Nothing counted and nothing spent is no record. */
const isSomething = ({ quantity, amount }: Delivery): boolean =>
  quantity === null || !isZero(quantity) || (amount !== null && !isZero(amount));
