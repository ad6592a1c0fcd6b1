import type { DocumentKind, ReadDocument } from "../../../src-shared/model/index.ts";
import type { NormalizeContext } from "./context.ts";
import { deliveryKinds } from "./document-nouns.ts";
import { gridsOf } from "./sheets/document-grids.ts";
import { recordTables, type RecordTable } from "./sheets/record-table.ts";
import { tableKind } from "./sheets/table-kind.ts";

const fewestDatedRows = 4;

/** Rows of days are what was done, whichever agreement the lines above them name. */
export const isDatedList = ({ columns, rows }: RecordTable, kind: DocumentKind): boolean =>
  deliveryKinds.has(kind) &&
  (columns.has("date") || columns.has("timestamp")) &&
  rows.filter(({ cells }) => cells.has("date") || cells.has("timestamp")).length >= fewestDatedRows;

const fewestLogged = 3;

/** Whether a printed paper has a table of hours under days, or of what meters counted between two readings. */
export const holdsLog = (document: ReadDocument, context: NormalizeContext): boolean =>
  gridsOf(document)
    .flatMap((grid) => recordTables(grid, context.tableMappings))
    .some((table) => {
      const kind = tableKind(table)?.kind;
      const isMetered = table.columns.has("reading-before") && table.columns.has("reading-after");
      if (kind === "usage") return isMetered && table.measures.length > 0;
      return (
        kind === "timesheet" && table.rows.filter(({ cells }) => cells.has("date")).length >= fewestLogged
      );
    });
