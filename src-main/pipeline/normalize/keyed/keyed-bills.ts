import { type Invoice, type Problem, type ReadDocument } from "../../../../src-shared/model/index.ts";
import { isRecord, isRecordList, keyWords, type RecordTree } from "../../../../src-shared/records/index.ts";
import type { NormalizeContext } from "../context.ts";
import { sheetInvoices } from "../sheets/sheet-invoices.ts";
import { billTables, type BillTables } from "./bill-table.ts";
import { namesBill } from "./key-roles.ts";
import { withMinorUnits } from "./minor-units.ts";
import { leavesOf, type LeafCells } from "./value-cell.ts";

/** The bills of a tree of records, and what of them could not be read. */
export interface KeyedBills {
  readonly kind: "invoice" | "credit-note";
  readonly invoices: readonly Invoice[];
  readonly problems: readonly Problem[];
}

/**
 * Bills in a tree of keys and values that no vocabulary knows: JSON of billing programs, XML of somebody's own.
 *
 * What a key means is told by its words and by the object that it stands in: a "name" inside a "vendor" is the seller's.
 * `null` where no element of the tree is a bill.
 *
 * @param leaves what the leaves hold, where the tree is not the document's own
 */
export function keyedBills(
  document: ReadDocument,
  tree: RecordTree,
  context: NormalizeContext,
  leaves: LeafCells = leavesOf(document),
): KeyedBills | null {
  const tables = billsIn(leaves, tree, false, context);
  if (tables.length === 0) return null;
  const read = tables.map((each) => readBill(document, each, context));
  const invoices = read.flatMap((each) => each.invoices);
  return {
    kind: invoices.every(({ kind }) => kind === "credit-note") ? "credit-note" : "invoice",
    invoices,
    problems: read.flatMap(({ problems }) => problems),
  };
}

function billsIn(
  leaves: LeafCells,
  node: RecordTree,
  isNamed: boolean,
  context: NormalizeContext,
): readonly BillTables[] {
  const named = isNamed || namesBill(keyWords(node.name));
  if (isRecord(node)) {
    const tables = billTables(leaves, withMinorUnits(node), named, context.asOf);
    if (tables !== null) return [tables];
  }
  return node.children
    .filter((child) => isRecord(child) || isRecordList(child))
    .flatMap((child) => billsIn(leaves, child, named, context));
}

function readBill(
  document: ReadDocument,
  { lines, head }: BillTables,
  context: NormalizeContext,
): ReturnType<typeof sheetInvoices> {
  const read = sheetInvoices(document, lines, context, "structured");
  const [once] = sheetInvoices(document, head, context, "structured").invoices;
  const invoices = read.invoices.map((invoice): Invoice => ({
    ...invoice,
    periodStart: invoice.periodStart ?? once?.periodStart ?? null,
    periodEnd: invoice.periodEnd ?? once?.periodEnd ?? null,
  }));
  return { ...read, invoices };
}
