import type { DocumentId, Invoice } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { compareText } from "../../../src-shared/wording/index.ts";

/** The order of billing: by day of issue, then number, then path. */
export function compareBilling(
  first: Invoice,
  second: Invoice,
  paths: ReadonlyMap<DocumentId, string>,
): number {
  return (
    compareText(valueOf(first.issueDate) ?? "9999", valueOf(second.issueDate) ?? "9999") ||
    compareText(valueOf(first.number) ?? "", valueOf(second.number) ?? "") ||
    compareText(paths.get(first.documentId) ?? "", paths.get(second.documentId) ?? "") ||
    compareText(first.id, second.id)
  );
}
