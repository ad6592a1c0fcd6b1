import type {
  ImportedFile,
  Problem,
  ReadDocument,
  ReaderId,
  Sheet,
} from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";

/** What the file of a spreadsheet program holds. */
export interface CalculatedSheets {
  readonly sheets: readonly Sheet[];
  readonly cells: number;
  readonly formulas: number;
  /** "Sheet!A1" of formulas that nobody has calculated: their value is unknown, not zero. */
  readonly uncalculated: readonly string[];
  readonly isComplete: boolean;
  readonly properties: Readonly<Record<string, string>>;
}

/** The document of a spreadsheet's file; `read/no-content` where no cell holds anything. */
export function documentOfSheets(
  file: ImportedFile,
  reader: ReaderId,
  { sheets, cells, formulas, uncalculated, isComplete, properties }: CalculatedSheets,
): Result<ReadDocument, Problem> {
  if (cells === 0) return err({ code: "read/no-content" });
  return ok({
    ...createBlankDocument(file, reader),
    sheets,
    properties: { ...properties, ...(formulas > 0 && { formulas: formulas.toString() }) },
    ...statusOf(isComplete, uncalculated, cells),
  });
}

function statusOf(
  isComplete: boolean,
  uncalculated: readonly string[],
  cells: number,
): Pick<ReadDocument, "status" | "problem"> {
  if (!isComplete)
    return { status: "partly-read", problem: { code: "read/too-many-cells", facts: { cells } } };
  if (uncalculated.length === 0) return { status: "read", problem: null };
  const facts = { count: uncalculated.length, cells: uncalculated.slice(0, 10).join(", ") };
  return { status: "partly-read", problem: { code: "read/formula-without-value", facts } };
}
