import type { Layout } from "./layout.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { ItemTable } from "./raw-line.ts";
import type { Conventions } from "./spans.ts";
import { readTable } from "./table-body.ts";
import { findHeaders } from "./table-header.ts";

/** All tables of items of a document, in reading order. */
export function findTables(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
): readonly ItemTable[] {
  const headers = layout.pages.flatMap((page) => [...findHeaders(page)]);
  return headers.flatMap((header, index) => {
    if (header.isTaxTable) return [];
    const table = readTable(header, headers[index + 1] ?? null, layout, labels, conventions);
    return table === null ? [] : [table];
  });
}
