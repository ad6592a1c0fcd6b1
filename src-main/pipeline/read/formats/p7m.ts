import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { isSignedFile, signedContentOf } from "../asn1/signed-content.ts";
import { createBlankDocument } from "../blank-document.ts";
import type { Format } from "../format.ts";

/**
 * Signed files (CMS, ".p7m"), as Italy's invoices travel: what was signed is read as a document of its own.
 *
 * The signature itself is not judged: that needs lists of trusted issuers, which a program without a network has not.
 */
export const p7m: Format = {
  id: "p7m",
  title: "Signed file (CMS)",
  mediaTypes: ["application/pkcs7-mime"],
  sniff: (head) => (isSignedFile(head) ? 1 : 0),
  read: (file, bytes) => Promise.resolve(readSigned(file, bytes)),
};

function readSigned(file: ImportedFile, bytes: Uint8Array): Result<ReadDocument, Problem> {
  const content = signedContentOf(bytes);
  if (content === null) return err({ code: "read/signed-broken" });
  if (content.length === 0) return err({ code: "read/no-content" });
  const name = file.name.replace(/\.p7m$/iu, "");
  return ok({
    ...createBlankDocument(file, "p7m"),
    members: [{ name: name === file.name ? `${name}.content` : name, bytes: content, relation: "member" }],
    properties: { members: "1" },
  });
}
