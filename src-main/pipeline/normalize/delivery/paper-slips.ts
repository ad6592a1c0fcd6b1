import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { gridsOf } from "../sheets/document-grids.ts";
import type { GridCell } from "../sheets/grid.ts";
import { recordTables, type RecordTable } from "../sheets/record-table.ts";
import { sectionsOf } from "./paper-sections.ts";
import { surroundingsIn } from "./paper-surroundings.ts";
import { printedRows, rowsWithin, type PrintedRow } from "./printed-rows.ts";
import type { Surroundings } from "./record-surroundings.ts";

/** One of several slips in one paper. */
export interface PaperSlip {
  readonly rows: readonly PrintedRow[];
  readonly around: Surroundings;
}

/** The slips that rows of a paper hold; none where they are one. */
export function slipsIn(
  document: ReadDocument,
  rows: readonly PrintedRow[],
  context: NormalizeContext,
  whole: Surroundings,
): readonly PaperSlip[] {
  const { head, sections } = sectionsOf(rows);
  if (sections.length === 1) return [];
  const { order } = whole.days;
  const above = surroundingsIn(document, head, context, order);
  const own = sections.map((section) => surroundingsIn(document, section, context, order));
  const areAllSigned = own.filter(({ approval }) => approval.approved !== null).length > 1;
  return sections.map((section, index) => ({
    rows: section,
    around: within(own[index] ?? above, above, areAllSigned ? null : whole),
  }));
}

/** What a slip says itself, else what stands above all slips; one signature below them stands for all. */
function within(own: Surroundings, above: Surroundings, signed: Surroundings | null): Surroundings {
  const isSigned = own.approval.approved !== null || signed === null;
  return {
    ...own,
    text: (label) => own.text(label) ?? above.text(label),
    period: own.period ?? above.period,
    ...(!isSigned && { approval: signed.approval, approvalEvidence: signed.approvalEvidence }),
  };
}

/** The cells of a table of records, with those of its sums. */
export const tableCells = ({ rows, totals }: RecordTable): readonly GridCell[] =>
  [...rows, ...totals].flatMap((row) => row.all);

/**
 * What the slip says that each table of a paper stands in, in the order of its grids: notes of four deliveries in one file
 * have four days, numbers and signatures. `null` each where the paper is one slip.
 */
export function slipsOfTables(
  document: ReadDocument,
  context: NormalizeContext,
  whole: Surroundings,
): readonly (Surroundings | null)[] {
  const tables = gridsOf(document).map((grid) =>
    recordTables(grid, context.tableMappings).flatMap(tableCells),
  );
  const none = tables.map(() => null);
  if (document.sheets.length > 0 || tables.filter((cells) => cells.length > 0).length < 2) return none;
  const rows = printedRows(document, []);
  const isOfTable = rowsWithin(tables.flat());
  const slips = slipsIn(
    document,
    rows.filter((row) => !isOfTable(row)),
    context,
    whole,
  );
  if (slips.length === 0) return none;
  const starts = slips.map(({ rows: [first] }) => (first === undefined ? rows.length : rows.indexOf(first)));
  return tables.map((cells) => {
    const place = cells.length === 0 ? -1 : rows.findIndex(rowsWithin(cells));
    return slips[starts.findLastIndex((start) => start < place)]?.around ?? null;
  });
}
