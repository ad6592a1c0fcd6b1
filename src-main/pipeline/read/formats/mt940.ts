import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import { err, ok, type Result } from "../../../../src-shared/result/index.ts";
import { parseSwiftMessages } from "../bank/swift-messages.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format } from "../format.ts";
import { maximumTextLength } from "../limits.ts";
import { decodeText, decodeTextHead } from "../text/decode-text.ts";

/** A reference, an account and an opening balance, each at the start of a line and near each other. */
const reference = /^(?:\{[^\r\n]{0,400})?:20:/mu;
const account = /^:25[A-Z]?:/mu;
const opening = /^:60[FM]:/mu;

/** SWIFT customer statements, MT940 and the interim MT942. */
export const mt940: Format = {
  id: "mt940",
  title: "MT940 and MT942",
  mediaTypes: ["application/x-mt940"],
  sniff: (head) => {
    const start = decodeTextHead(head)?.text ?? "";
    if (/^\s{0,80}:61:\d{6}/u.test(start)) return 1;
    return reference.test(start) && account.test(start) && (opening.test(start) || /^:34F:/mu.test(start))
      ? 1
      : 0;
  },
  read: (file, bytes) => Promise.resolve(readSwift(file, bytes)),
};

function readSwift(file: ImportedFile, bytes: Uint8Array): Result<ReadDocument, Problem> {
  const decoded = decodeText(bytes);
  if (decoded === null) return err({ code: "read/not-text" });
  if (decoded.text.length > maximumTextLength)
    return err({ code: "read/too-large", facts: { bytes: bytes.length, limit: maximumTextLength } });
  const root = parseSwiftMessages(decoded.text);
  return ok({
    ...createBlankDocument(file, "mt940"),
    root,
    properties: { encoding: decoded.encoding },
  });
}
