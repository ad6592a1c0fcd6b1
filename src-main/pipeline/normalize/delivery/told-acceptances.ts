import type { Evidence, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { PaperDays } from "./paper-days.ts";
import { findDays } from "./paper-days.ts";
import { acceptedThing } from "./accepted-thing.ts";
import { toldApproval } from "./told-approval.ts";
import { toldUnits } from "./told-units.ts";

/** A thing of which a text says that it is accepted or refused. */
export interface ToldAcceptance {
  readonly item: string;
  /** `null` where it is accepted with reservations. */
  readonly approved: boolean | null;
  readonly isItem: boolean;
  /** The day in the sentence itself. */
  readonly date: LocalDate | null;
  readonly evidence: Evidence | null;
}

const longestItem = 90;

/** Each thing that sentences and list items accept or refuse, one by one; a list stands under what its heading says. */
export function toldAcceptances(document: ReadDocument, days: PaperDays): readonly ToldAcceptance[] {
  const found: ToldAcceptance[] = [];
  for (const { text, evidence, isItem, under } of toldUnits(document)) {
    const own = toldApproval(text);
    const heading = isItem && under !== null ? toldApproval(under) : null;
    if (text.endsWith(":")) continue;
    const dated = findDays(text, days).map(({ value }) => value);
    const date = dated.length === 1 ? (dated[0] ?? null) : null;
    if (own !== null && own.voice !== "said") {
      const item = acceptedThing(text, own);
      if (item !== null) found.push({ item, approved: own.approved, isItem, date, evidence });
      continue;
    }
    const [item = ""] = text.split(/\s\(|;\s/u);
    if (own === null && heading !== null && heading.voice !== "said" && item.length <= longestItem)
      found.push({ item: item.trim(), approved: heading.approved, isItem, date: null, evidence });
  }
  return found;
}
