import type { Evidence } from "../../../src-shared/model/index.ts";

const shortQuote = 40;

/**
 * Quotes that a person reads as one: the cells of one row, the short words of one place.
 *
 * The order stays; only neighbors are joined, and long quotes stand alone.
 */
export function groupEvidence(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const groups: Evidence[][] = [];
  for (const each of evidence) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && belongTogether(last, each)) group.push(each);
    else groups.push([each]);
  }
  return groups;
}

function belongTogether(first: Evidence, second: Evidence): boolean {
  if (first.documentId !== second.documentId || first.role !== second.role) return false;
  if (first.quote.length > shortQuote || second.quote.length > shortQuote) return false;
  return rowOf(first) === rowOf(second);
}

/** What two places must share to stand on one line: the row of a table, the page, else the document. */
function rowOf({ at }: Evidence): string {
  if ("row" in at) return `row ${at.row}`;
  if ("cell" in at) return `${at.sheet} ${at.cell.replace(/^[A-Z]+/, "")}`;
  if ("page" in at) return `page ${at.page}`;
  if ("path" in at) return at.path.split("/").slice(0, -1).join("/");
  return "";
}
