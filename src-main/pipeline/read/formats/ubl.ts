import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format } from "../format.ts";
import { maximumXmlBytes } from "../limits.ts";
import { decodeTextHead } from "../text/decode-text.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { parseElementTree } from "../xml/element-tree.ts";

/** UBL, and any other XML that is safe to read: a tree of elements with their paths. */
export const ubl: Format = {
  id: "ubl",
  title: "UBL and other XML",
  mediaTypes: ["application/xml"],
  sniff: (head) => {
    const start = decodeTextHead(head)?.text.trimStart() ?? "";
    if (/^<(?:!doctype\s+)?html\b/iu.test(start)) return 0;
    if (/^<\?xml\b/u.test(start)) return 0.95;
    if (start.startsWith("<!--")) return /<html[\s>]/iu.test(start) ? 0 : 0.6;
    return /^<[A-Za-z_][\w.:-]*[\s/>]/u.test(start) ? 0.5 : 0;
  },
  read: readXml,
};

async function readXml(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  if (bytes.length > maximumXmlBytes)
    return err({ code: "read/too-large", facts: { bytes: bytes.length, limit: maximumXmlBytes } });
  const text = decodeXml(bytes);
  if (text === null) return err({ code: "read/unknown-encoding" });
  const root = parseElementTree(text);
  if (!root.ok) return root;
  return ok({
    ...createBlankDocument(file, "ubl"),
    root: root.value,
    properties: { root: root.value.name, namespace: root.value.namespace },
  });
}
