import type { Problem, Sheet } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import type { CompoundFile } from "../compound/compound-file.ts";
import type { CalculatedSheets } from "../sheet/document-of-sheets.ts";
import { readNumberFormat } from "../sheet/number-format.ts";
import type { CellContext } from "../ooxml/cell-value.ts";
import { viewOf } from "../compound/byte-view.ts";
import { biffRecords, recordTypes } from "./records.ts";
import { readBiffSheet } from "./sheet.ts";
import { createPieceReader, readRichString, readUnicodeString } from "./strings.ts";

interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly at: number;
}

interface Globals extends CellContext {
  readonly sheets: readonly SheetEntry[];
}

const biff8 = 0x0600;
const white = 9;

/**
 * Reads a workbook of Excel 97 to 2003.
 *
 * Errors: `read/zip-encrypted` with a password; `read/office-damaged` where the stream is missing or of an older
 * format. Source: MS-XLS.
 */
export function readBiffWorkbook(
  file: CompoundFile,
  budget: number,
): Result<Omit<CalculatedSheets, "properties">, Problem> {
  const stream = file.read("Workbook") ?? file.read("Book");
  if (stream === null) return err({ code: "read/office-damaged", facts: { part: "Workbook" } });
  const globals = readGlobals(stream);
  if (!globals.ok) return globals;
  const sheets: Sheet[] = [];
  const uncalculated: string[] = [];
  let cells = 0;
  let formulas = 0;
  let isComplete = true;
  for (const entry of globals.value.sheets) {
    const read = readBiffSheet(stream, entry, globals.value, budget - cells);
    sheets.push(read.sheet);
    cells += read.cells;
    formulas += read.formulas;
    uncalculated.push(...read.uncalculated);
    isComplete &&= read.isComplete;
  }
  return ok({ sheets, cells, formulas, uncalculated, isComplete });
}

function readGlobals(stream: Uint8Array): Result<Globals, Problem> {
  const sheets: SheetEntry[] = [];
  const codes = new Map<number, string>();
  const styles: { readonly format: number; readonly font: number; readonly isFilled: boolean }[] = [];
  const whiteFonts = new Set<number>();
  const strings: Uint8Array[] = [];
  let fonts = 0;
  let dateSystem: 1900 | 1904 = 1900;
  let isInStrings = false;
  for (const { type, data } of biffRecords(stream, 0)) {
    const view = viewOf(data);
    if (type === recordTypes.continue) {
      if (isInStrings) strings.push(data);
      continue;
    }
    isInStrings = false;
    if (type === recordTypes.begin && data.length >= 2 && view.getUint16(0, true) !== biff8)
      return err({ code: "read/office-damaged", facts: { part: "Workbook" } });
    else if (type === recordTypes.filePass) return err({ code: "read/zip-encrypted" });
    else if (type === recordTypes.date1904 && data.length >= 2)
      dateSystem = view.getUint16(0, true) === 1 ? 1904 : 1900;
    else if (type === recordTypes.format && data.length > 4)
      codes.set(view.getUint16(0, true), readUnicodeString(data, 2, 2));
    else if (type === recordTypes.font && data.length >= 6) {
      // There is no font of number 4.
      if (view.getUint16(4, true) === white) whiteFonts.add(fonts < 4 ? fonts : fonts + 1);
      fonts += 1;
    } else if (type === recordTypes.extendedFormat && data.length >= 18)
      styles.push({
        format: view.getUint16(2, true),
        font: view.getUint16(0, true),
        isFilled: view.getUint32(14, true) >>> 26 !== 0,
      });
    else if (type === recordTypes.boundSheet && data.length > 8) {
      // Charts and macros are sheets of other kinds.
      if (view.getUint8(5) !== 0) continue;
      const isHidden = (view.getUint8(4) & 3) !== 0;
      sheets.push({ name: readUnicodeString(data, 6, 1), isHidden, at: view.getUint32(0, true) });
    } else if (type === recordTypes.sharedStrings) {
      strings.push(data);
      isInStrings = true;
    } else if (type === recordTypes.eof) break;
  }
  return ok({
    sheets,
    dateSystem,
    sharedStrings: readStrings(strings),
    formats: styles.map(({ format }) => readNumberFormat(format, codes)),
    unseenStyles: new Set(
      styles.flatMap(({ font, isFilled }, index) => (!isFilled && whiteFonts.has(font) ? [index] : [])),
    ),
  });
}

function readStrings(pieces: readonly Uint8Array[]): readonly string[] {
  if (pieces.length === 0) return [];
  const reader = createPieceReader(pieces);
  reader.skip(4);
  const count = reader.long();
  const strings: string[] = [];
  while (strings.length < count && !reader.isAtEnd()) strings.push(readRichString(reader));
  return strings;
}
