import type {
  DocumentKind,
  Element,
  ImportedFile,
  NormalizedDocument,
  ReadDocument,
  Statement,
} from "../../../src-shared/model/index.ts";
import { workbookReaders } from "../../../src-shared/model/index.ts";
import { recordSheets, recordTree } from "../../../src-shared/records/index.ts";
import { agreedPaper } from "./agreement/agreed-paper.ts";
import type { NormalizeContext } from "./context.ts";
import { holdsDayMatrix, isChat, readToldRecords } from "./delivery/index.ts";
import {
  agreementKinds,
  deliveryKinds,
  nothing,
  nounsOf,
  type Meaning,
  type Nouns,
} from "./document-nouns.ts";
import { recordsOfUnplaced } from "./delivery/unplaced-records.ts";
import { readIifNouns } from "./iif/index.ts";
import { billOfTaggedRows, billsOfNamedValues, meaningOfBills } from "./named-value-bills.ts";
import { holdsLog, isDatedList } from "./printed-log.ts";
import { keyedBills } from "./keyed/keyed-bills.ts";
import { findInstructions } from "./instruction-text.ts";
import { normalizeMail } from "./mail-meaning.ts";
import { billedPaper } from "./invoice/billed-paper.ts";
import { withLineWords } from "./invoice/line-words.ts";
import { isPastedMail } from "./kind/pasted-mail.ts";
import { callsItselfCredit, readPagedKind, type KindReading } from "./kind/document-kind.ts";
import { gridsOf } from "./sheets/document-grids.ts";
import { isDayGrid } from "./sheets/day-grid.ts";
import { isPriceList } from "./sheets/price-list.ts";
import { recordTables, type RecordTable } from "./sheets/record-table.ts";
import { sheetInvoices } from "./sheets/sheet-invoices.ts";
import { withSheetPages } from "./sheets/sheet-page.ts";
import { tableKind } from "./sheets/table-kind.ts";
import { bai2Statements, isBai2, readStructuredStatements, sheetStatements } from "./statements/index.ts";
import { readStructured } from "./structured/structured-document.ts";
import { unplacedTextOf } from "./unplaced-text.ts";

export type { Hash, NormalizeContext } from "./context.ts";
export {
  numberConventionOf,
  parseAmount,
  parseCurrency,
  parseDateText,
  parsePercent,
  parseUnit,
} from "./values/index.ts";
export type { NumberConvention } from "./values/index.ts";
export { presets } from "./presets/index.ts";
export { sketchTables } from "./sheets/sketch-tables.ts";
export { joinEmbedded } from "./hybrid/join-embedded.ts";

const statementKinds: ReadonlySet<DocumentKind> = new Set(["statement", "payment"]);

/** Records that a bill may look like, where nothing but single words says so. */
const weakRecordKinds: ReadonlySet<DocumentKind> = new Set(["work-order", "timesheet", "delivery", "usage"]);

/** Below this confidence an agreement's words outweigh no log of days with hours. */
const unsure = 0.85;

/** A paper that no title names is what its records make it. */
const unplacedRecords = (document: ReadDocument, context: NormalizeContext): Meaning | null => {
  const found = recordsOfUnplaced(document, context);
  return found === null
    ? null
    : {
        reading: { kind: found.kind, confidence: 0.7, evidence: [] },
        nouns: { ...nothing, deliveries: found.deliveries },
      };
};

/** Cells that the lists of a tree are laid out in at most. */
const maximumTreeCells = 200_000;
/** From here on a title and the rows around it leave no doubt that a file of values is one bill. */
const sureOfABill = 0.95;

/** Tables of records decide what a sheet is; a sheet without any is read like a printed page. */
const normalizeSheets = (document: ReadDocument, context: NormalizeContext): Meaning => {
  const tables = gridsOf(document)
    .flatMap((grid) => recordTables(grid, context.tableMappings))
    .map((table) => ({ table, kind: tableKind(table) }))
    .filter(
      (each): each is { table: RecordTable; kind: NonNullable<typeof each.kind> } => each.kind !== null,
    );
  const paged = withSheetPages(document);
  const [main] = [...tables].sort(
    (a, b) => b.kind.confidence - a.kind.confidence || b.table.rows.length - a.table.rows.length,
  );
  const printed = readPagedKind(paged);
  const isBill = printed.kind === "invoice" || printed.kind === "credit-note";
  // A list that gives each row the number of its invoice is no form, whatever its titles say.
  const isOwnList =
    main !== undefined &&
    (main.kind.kind === "invoice" || main.kind.kind === "credit-note") &&
    main.table.columns.has("invoice-number") &&
    main.table.columns.has("issue-date");
  // Rows of values with the word for a bill over them are one form, though the rows of its items look like records.
  const bills =
    isOwnList || (main !== undefined && main.table.mapping !== null)
      ? null
      : billsOfNamedValues(document, context);
  if (bills !== null) return bills;
  const isTitledBill =
    isBill &&
    printed.evidence.length > 0 &&
    printed.confidence >= sureOfABill &&
    main?.table.mapping === null;
  const isPrintedForm =
    !isOwnList &&
    (workbookReaders.has(document.reader) || isTitledBill) &&
    printed.kind !== "unknown" &&
    printed.kind !== "timesheet" &&
    !(agreementKinds.has(printed.kind) && main !== undefined && isDatedList(main.table, main.kind.kind)) &&
    (main === undefined || main.kind.confidence < printed.confidence);
  // Hours under days are work that was done, though an order's number may stand above them.
  const isUnsure =
    printed.kind === "unknown" || printed.kind === "timesheet" || agreementKinds.has(printed.kind);
  if ((main === undefined || main.kind.kind === "timesheet") && isUnsure && gridsOf(document).some(isDayGrid))
    return {
      reading: { kind: "timesheet", confidence: 0.85, evidence: [] },
      nouns: nounsOf(document, "timesheet", context),
    };
  // Prices beside names, and nothing that was done: what the sheet calls itself goes before, guesses behind.
  const isTitled =
    printed.kind !== "unknown" &&
    (printed.evidence.length > 0 || (isBill && printed.confidence >= sureOfABill));
  const isOwnSheet = main !== undefined && main.table.mapping !== null;
  // Days along one side are what was done, whatever order or offer the lines above them name.
  const isGuessed = deliveryKinds.has(printed.kind) && printed.evidence.length === 0 && main === undefined;
  if (
    !isOwnSheet &&
    (printed.kind === "unknown" || agreementKinds.has(printed.kind) || isGuessed) &&
    holdsDayMatrix(document, context)
  ) {
    const counted = unplacedRecords(document, context);
    if (counted !== null) return counted;
  }
  const isDated = main !== undefined && isDatedList(main.table, main.kind.kind);
  if (!isOwnSheet && !isTitled && !isDated && gridsOf(document).some(isPriceList))
    return {
      reading: { kind: "agreement", confidence: 0.75, evidence: [] },
      nouns: nounsOf(paged, "agreement", context),
    };
  if (main === undefined || isPrintedForm) {
    const unplaced = printed.kind === "unknown" ? unplacedRecords(document, context) : null;
    if (unplaced !== null) return unplaced;
    return { reading: printed, nouns: nounsOf(paged, printed.kind, context) };
  }
  const reading: KindReading = { kind: main.kind.kind, confidence: main.kind.confidence, evidence: [] };
  const statements: Statement[] = [];
  for (const { table, kind } of tables)
    if (statementKinds.has(kind.kind))
      statements.push(...sheetStatements(document, table, statements.length, context));
  if (statementKinds.has(main.kind.kind)) return { reading, nouns: { ...nothing, statements } };
  if (main.kind.kind === "invoice" || main.kind.kind === "credit-note") {
    const results = tables
      .filter((each) => each.kind.kind === "invoice" || each.kind.kind === "credit-note")
      .map((each) => sheetInvoices(document, each.table, context, "structured"));
    return {
      reading,
      nouns: {
        ...nothing,
        statements,
        invoices: results.flatMap((each) => each.invoices),
        problems: results.flatMap((each) => each.problems),
      },
    };
  }
  return { reading, nouns: nounsOf(document, main.kind.kind, context) };
};

/** A tree that no vocabulary knows: bills by their keys, else its lists of records as sheets. */
const normalizeTree = (document: ReadDocument, root: Element, context: NormalizeContext): Meaning => {
  const isJson = document.reader === "json";
  const tree = isJson ? root : recordTree(root);
  const listed = isJson ? document : { ...document, sheets: recordSheets(tree, maximumTreeCells) };
  const isOwnExport = gridsOf(listed)
    .flatMap((grid) => recordTables(grid, context.tableMappings))
    .some(({ mapping }) => mapping !== null);
  const bills = isOwnExport ? null : keyedBills(document, tree, context);
  if (bills !== null) return meaningOfBills(bills);
  if (listed.sheets.length === 0)
    return { reading: { kind: "unknown", confidence: 0.5, evidence: [] }, nouns: nothing };
  const meaning = normalizeSheets(listed, context);
  if (!deliveryKinds.has(meaning.reading.kind)) return meaning;
  // What was done may stand in several lists of one record: hours in one, material in the next.
  const sheets = recordSheets(tree, maximumTreeCells, true);
  return sheets.length > 1 && sheets.length >= listed.sheets.length
    ? normalizeSheets({ ...document, sheets }, context)
    : meaning;
};

const mailReaders: ReadonlySet<string> = new Set(["email", "msg"]);

/** A file that exists for the movements of accounts; without any it says so. */
const statementReading = (nouns: Nouns): Meaning => ({
  reading: { kind: "statement", confidence: 1, evidence: [] },
  nouns:
    nouns.statements.length > 0
      ? nouns
      : { ...nouns, problems: [...nouns.problems, { code: "normalize/no-statement" }] },
});

const normalizeContent = (document: ReadDocument, context: NormalizeContext): Meaning => {
  if (document.status === "unreadable")
    return { reading: { kind: "unknown", confidence: 0, evidence: [] }, nouns: nothing };
  if (document.root !== null) {
    const structured = readStructured(document, document.root, context);
    if (structured !== null) {
      const { kind, nouns } = structured;
      return { reading: { kind, confidence: 1, evidence: [] }, nouns: { ...nothing, ...nouns } };
    }
    const statements = readStructuredStatements(document, document.root, context);
    if (statements !== null) return statementReading({ ...nothing, statements });
    return normalizeTree(document, document.root, context);
  }
  if (document.reader === "iif") {
    const { kind, ...nouns } = readIifNouns(document, context);
    return {
      reading: { kind, confidence: kind === "unknown" ? 0.5 : 1, evidence: [] },
      nouns: { ...nothing, ...nouns },
    };
  }
  if (isBai2(document)) return statementReading({ ...nothing, ...bai2Statements(document, context) });
  const tagged = billOfTaggedRows(document, context);
  if (tagged !== null) return tagged;
  if (document.sheets.length > 0) return normalizeSheets(document, context);
  if (mailReaders.has(document.reader) || isPastedMail(document)) return normalizeMail(document, context);
  if (isChat(document, context))
    return {
      reading: { kind: "message", confidence: 0.85, evidence: [] },
      nouns: { ...nothing, deliveries: readToldRecords(document, context) },
    };
  const reading = readPagedKind(document);
  // What is plainly an order or a contract may plan its days in such a grid: they are agreed, not done.
  const mayRecord = agreementKinds.has(reading.kind) && reading.confidence < 0.95;
  const isLog = (): boolean => reading.confidence < unsure && holdsLog(document, context);
  // A guess at a record that no title confirms gives way to figures that bill: "Job card 5521" stands on bills as well.
  const isGuess = weakRecordKinds.has(reading.kind) && reading.evidence.length === 0;
  const billed =
    reading.kind === "unknown" || isGuess
      ? billedPaper(document, callsItselfCredit(document), context, isGuess)
      : null;
  if (billed !== null)
    return {
      reading: { kind: billed.kind, confidence: 0.75, evidence: [] },
      nouns: { ...nothing, invoices: billed.invoices },
    };
  const isOpen = reading.kind === "unknown" || (mayRecord && (holdsDayMatrix(document, context) || isLog()));
  const unplaced = isOpen ? unplacedRecords(document, context) : null;
  if (unplaced === null && reading.kind === "delivery") {
    // Hours alone are no goods, whatever a round or a run sheet may list elsewhere.
    const nouns = nounsOf(document, reading.kind, context);
    const isTime = nouns.deliveries.length > 1 && nouns.deliveries.every(({ unit }) => unit === "hour");
    return { reading: isTime ? { ...reading, kind: "timesheet" } : reading, nouns };
  }
  if (unplaced === null && reading.kind === "unknown") {
    const agreements = agreedPaper(document, context);
    if (agreements.length > 0)
      return {
        reading: { kind: "agreement", confidence: 0.75, evidence: [] },
        nouns: { ...nothing, agreements },
      };
  }
  return unplaced ?? { reading, nouns: nounsOf(document, reading.kind, context) };
};

/** Whether anything was made of a document: records without any are none. */
const isPlaced = (kind: DocumentKind, { deliveries }: Nouns): boolean =>
  kind !== "unknown" && (!deliveryKinds.has(kind) || deliveries.length > 0);

/**
 * What a document means: its kind and the agreements, deliveries and invoices in it.
 *
 * Knows business, not formats: works on words, blocks, sheets and elements alike.
 */
export function normalizeDocument(
  document: ReadDocument,
  _file: ImportedFile,
  context: NormalizeContext,
): NormalizedDocument {
  const { reading, nouns } = normalizeContent(document, context);
  return {
    documentId: document.documentId,
    kind: reading.kind,
    kindConfidence: reading.confidence,
    kindEvidence: reading.evidence,
    ...nouns,
    invoices: nouns.invoices.map(withLineWords),
    unplacedText: isPlaced(reading.kind, nouns) ? null : unplacedTextOf(document),
    instructions: document.status === "unreadable" ? [] : findInstructions(document),
  };
}
