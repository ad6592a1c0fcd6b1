import { evidenceFor, type Evidence, type ReadDocument } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { PaperDays } from "./paper-days.ts";
import { findDays } from "./paper-days.ts";
import { acceptedThing } from "./accepted-thing.ts";
import { confirmedStage } from "./confirmed-stage.ts";
import { asksForRework, toldApproval, toldRework } from "./told-approval.ts";
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

/** Each thing that sentences, list items and rows of a table accept or refuse, one by one; a list stands under what its heading says. */
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
    const stage = own === null ? null : confirmedStage(text, own);
    if (stage !== null) {
      found.push({ item: stage, approved: true, isItem, date, evidence });
      continue;
    }
    const [item = ""] = text.split(/\s\(|;\s/u);
    if (own === null && heading !== null && heading.voice !== "said" && item.length <= longestItem)
      found.push({ item: item.trim(), approved: heading.approved, isItem, date: null, evidence });
  }
  return [...found, ...listedResults(document, days)];
}

/** How far into a cell its answer may begin: "Result: accepted", "NOT accepted, 9 missing". */
const longestLeadIn = 12;

/** A verdict in a cell is short. */
const longestVerdict = 60;

/** Rows of a table with a result beside a thing: "Phase 2 | not accepted, 9 missing". */
export function listedResults(document: ReadDocument, days: PaperDays): readonly ToldAcceptance[] {
  return document.blocks.flatMap((block) =>
    block.type !== "table" || block.zone !== "body"
      ? []
      : block.rows.flatMap((row, place): readonly ToldAcceptance[] => {
          const cells = row.flatMap((cell) => (cell === null || cell.text.trim() === "" ? [] : [cell]));
          const at = cells.findIndex(({ text }, index) => {
            const told = index === 0 ? null : toldApproval(text);
            return (
              (told !== null && told.voice !== "active" && told.start < longestLeadIn) ||
              // "Failed" at the head of a column is no result.
              (place > 0 &&
                index > 0 &&
                told === null &&
                text.length <= longestVerdict &&
                asksForRework(text))
            );
          });
          const result = cells[at];
          const thing = cells.slice(0, Math.max(at, 0)).find(({ text }) => /\p{L}{2}/u.test(text));
          if (result === undefined || thing === undefined) return [];
          const dated = findDays(cells.map(({ text }) => text).join(" "), days).map(({ value }) => value);
          return [
            {
              item: thing.text.replace(/\s+/gu, " ").trim().slice(0, longestItem),
              approved: (toldApproval(result.text) ?? toldRework(result.text))?.approved ?? null,
              isItem: true,
              date: dated.length === 1 ? (dated[0] ?? null) : null,
              evidence: evidenceFor(result, 0, result.text.length, document, "delivery"),
            },
          ];
        }),
  );
}
