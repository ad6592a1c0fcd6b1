import type { ReadDocument } from "../../../src-shared/model/index.ts";
import type { NormalizeContext } from "./context.ts";
import { nothing, type Meaning } from "./document-nouns.ts";
import { keyedBills, type KeyedBills } from "./keyed/keyed-bills.ts";
import { sheetTree } from "./keyed/sheet-tree.ts";
import { taggedTree } from "./keyed/tagged-rows.ts";
import { gridsOf } from "./sheets/document-grids.ts";

/** Bills that were told by keys are what their document means. */
export const meaningOfBills = ({ kind, ...nouns }: KeyedBills): Meaning => ({
  reading: { kind, confidence: 0.98, evidence: [] },
  nouns: { ...nothing, ...nouns },
});

/** A bill in rows that begin with what they are and have no titles; `null` where the rows of a file do not add up to one. */
export const billOfTaggedRows = (document: ReadDocument, context: NormalizeContext): Meaning | null => {
  const tagged = taggedTree(document, context.asOf);
  const bills = tagged === null ? null : keyedBills(document, tagged.tree, context, tagged.leaves);
  return bills === null ? null : meaningOfBills(bills);
};

/** Bills of sheets that name each of their values; `null` where no sheet is one. */
export const billsOfNamedValues = (document: ReadDocument, context: NormalizeContext): Meaning | null => {
  const grids = gridsOf(document);
  for (const grid of grids) {
    const named = sheetTree(
      grid,
      grids.filter((other) => other !== grid),
    );
    const bills = named === null ? null : keyedBills(document, named.tree, context, named.leaves);
    if (bills !== null) return meaningOfBills(bills);
  }
  return null;
};
