import type { Element, ReadDocument, Statement } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { camtStatements, isCamt } from "./camt-statement.ts";
import { isSwift, swiftStatements } from "./mt940-statement.ts";
import { isOfx, ofxStatements } from "./ofx-statement.ts";

export { bai2Statements, isBai2 } from "./bai2-statement.ts";
export { sheetStatements } from "./sheet-statement.ts";

interface Vocabulary {
  readonly isMine: (root: Element) => boolean;
  readonly read: (document: ReadDocument, root: Element, context: NormalizeContext) => readonly Statement[];
}

const vocabularies: readonly Vocabulary[] = [
  { isMine: isCamt, read: camtStatements },
  { isMine: isOfx, read: ofxStatements },
  { isMine: isSwift, read: swiftStatements },
];

/** Statements of a structured document; `null` when its root is no statement's. */
export const readStructuredStatements = (
  document: ReadDocument,
  root: Element,
  context: NormalizeContext,
): readonly Statement[] | null =>
  vocabularies.find(({ isMine }) => isMine(root))?.read(document, root, context) ?? null;
