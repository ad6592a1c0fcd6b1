import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import { err, ok, type Result } from "../../../../src-shared/result/index.ts";
import { parseOfxTree } from "../bank/ofx-tree.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format } from "../format.ts";
import { maximumTextLength } from "../limits.ts";
import { decodeText, decodeTextHead } from "../text/decode-text.ts";

const head = /^\s{0,200}OFXHEADER\s{0,20}:|<\?OFX\s|<OFX>/iu;

/** Open Financial Exchange, as SGML (1.x, leaves often not closed) and as XML (2.x); also QFX. */
export const ofx: Format = {
  id: "ofx",
  title: "OFX and QFX",
  mediaTypes: ["application/x-ofx"],
  sniff: (start) => (head.test(decodeTextHead(start)?.text.slice(0, 4096) ?? "") ? 1 : 0),
  read: (file, bytes) => Promise.resolve(readOfx(file, bytes)),
};

function readOfx(file: ImportedFile, bytes: Uint8Array): Result<ReadDocument, Problem> {
  // Files that declare USASCII are often Windows-1252 or UTF-8: the bytes know better than the header.
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  if (decoded.text.length > maximumTextLength)
    return err({ code: "read/too-large", facts: { bytes: bytes.length, limit: maximumTextLength } });
  const root = parseOfxTree(decoded.text);
  if (!root.ok) return root;
  return ok({
    ...createBlankDocument(file, "ofx"),
    root: root.value,
    properties: { encoding: decoded.encoding, version: versionOf(decoded.text) },
  });
}

const versionOf = (text: string): string =>
  /\bVERSION\s{0,4}[:=]\s{0,4}"?(\d{3})/u.exec(text.slice(0, 4096))?.[1] ?? "";
