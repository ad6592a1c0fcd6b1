import type { ImportedFile, Member, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format } from "../format.ts";
import { openZip } from "../zip/checked-zip.ts";

/** Files that systems put into archives, and that no person packed. */
const systemFiles = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/iu;

/** ZIP archives: what they hold is read as documents of their own. One unsafe name refuses the whole archive. */
export const archive: Format = {
  id: "archive",
  title: "ZIP archive",
  mediaTypes: ["application/zip"],
  sniff: (head, name) => {
    const isZip = head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
    // A damaged document of an office program is no archive of documents.
    return isZip && !/\.(?:doc|xls|ppt)[xm]$/iu.test(name) ? 0.97 : 0;
  },
  read: readArchive,
};

async function readArchive(
  file: ImportedFile,
  bytes: Uint8Array,
  _tools: unknown,
  signal: AbortSignal,
): Promise<Result<ReadDocument, Problem>> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const members: Member[] = [];
  let damaged: Problem | null = null;
  let lost = 0;
  for (const entry of zip.value.entries) {
    signal.throwIfAborted();
    if (systemFiles.test(entry.name) || entry.bytes === 0) continue;
    const unpacked = entry.unpack();
    // A bomb ends the archive; one broken member does not take the others along.
    if (!unpacked.ok && unpacked.error.code === "read/zip-bomb") return unpacked;
    if (unpacked.ok) members.push({ name: entry.name, bytes: unpacked.value, relation: "member" });
    else {
      damaged ??= unpacked.error;
      lost += 1;
    }
  }
  if (members.length === 0) return err(damaged ?? { code: "read/no-content" });
  return ok({
    ...createBlankDocument(file, "archive"),
    members: members.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    properties: { members: String(members.length) },
    status: damaged === null ? "read" : "partly-read",
    problem: damaged === null ? null : { ...damaged, facts: { ...damaged.facts, lost } },
  });
}
