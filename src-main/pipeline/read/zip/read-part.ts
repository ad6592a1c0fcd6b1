import type { Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import type { CheckedZip } from "./checked-zip.ts";

/** The text of a part of a package (Office Open XML, OpenDocument); `null` when it is not there. */
export function readPart(zip: CheckedZip, name: string): Result<string | null, Problem> {
  const entry = zip.find(name);
  if (entry === null) return ok(null);
  const bytes = entry.unpack();
  if (!bytes.ok) return bytes;
  const text = decodeXml(bytes.value);
  return text === null ? err({ code: "read/unknown-encoding", facts: { part: name } }) : ok(text);
}
