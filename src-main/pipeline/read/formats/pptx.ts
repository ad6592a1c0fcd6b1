import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { documentOfBody } from "../flow/document-of-body.ts";
import type { Format } from "../format.ts";
import { readCoreProperties } from "../ooxml/package-parts.ts";
import { readPresentation } from "../ooxml/presentation.ts";
import { openZip } from "../zip/checked-zip.ts";

/** Presentations, in which proposals are often made: slides as pages, notes and hidden slides kept apart. */
export const pptx: Format = {
  id: "pptx",
  title: "PowerPoint presentation",
  mediaTypes: ["application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  sniff: (head) => {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    return new TextDecoder("windows-1252").decode(head).includes("ppt/slides/") ? 0.95 : 0;
  },
  read: readPresentationFile,
};

async function readPresentationFile(
  file: ImportedFile,
  bytes: Uint8Array,
): Promise<Result<ReadDocument, Problem>> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const presentation = readPresentation(zip.value);
  if (!presentation.ok) return presentation;
  return documentOfBody(file, "pptx", {
    ...presentation.value,
    changes: { inserted: 0, deleted: 0 },
    properties: readCoreProperties(zip.value),
  });
}
