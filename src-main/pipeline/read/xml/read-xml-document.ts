import type { ImportedFile, Problem, ReadDocument, ReaderId } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import { maximumXmlBytes } from "../limits.ts";
import { decodeXml } from "./decode-xml.ts";
import { parseElementTree } from "./element-tree.ts";

/** An XML file as a document that holds its tree of elements. */
export function readXmlDocument(
  file: ImportedFile,
  bytes: Uint8Array,
  reader: ReaderId,
): Result<ReadDocument, Problem> {
  if (bytes.length > maximumXmlBytes)
    return err({ code: "read/too-large", facts: { bytes: bytes.length, limit: maximumXmlBytes } });
  const text = decodeXml(bytes);
  if (text === null) return err({ code: "read/unknown-encoding" });
  const root = parseElementTree(text);
  if (!root.ok) return root;
  return ok({
    ...createBlankDocument(file, reader),
    root: root.value,
    properties: { root: root.value.name, namespace: root.value.namespace },
  });
}
