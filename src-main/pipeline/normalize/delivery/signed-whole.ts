import { findDates } from "../values/date.ts";
import { foldAligned } from "../values/fold.ts";
import type { PaperDays } from "./paper-days.ts";
import type { PrintedRow } from "./printed-rows.ts";
import { labelAt, type RecordLabel } from "./record-labels.ts";

/** What a paper says of itself and of whom it is for; the figures in it count nothing. */
const ofPaper: ReadonlySet<RecordLabel> = new Set([
  "customer",
  "project",
  "reference",
  "record-id",
  "period",
  "person",
]);
/** Rows of the head, with the number of the paper and where its maker lives. */
const headRows = 2;
const clock =
  /(?<!\d)\d{1,2}(?:[:.h]\d{2})(?:\s?[ap]\.?m\.?)?(?!\d)|(?<!\d)\d{1,2}\s?[ap]\.?m\.?(?!\p{L})/giu;
/** "RTU-4", "Q3", "WO10461": a figure that belongs to a name; "3h" and "5 m3" are counts. */
const named = /(?<![\p{L}\d])(?=[^\s]*\d)\p{L}[\p{L}\d]*(?:[-/.][\p{L}\d]+)*(?![\p{L}\d])/gu;
const numbered =
  /(?<![a-z])(?:no|nr|nos|num|number|nummer|numero|n[°º]|#|order|contract|agreement|job|auftrag|vertrag|contrat|commande|contrato|pedido|contratto|ordine|overeenkomst|opdracht)[.:]? ?[\d/-]+/g;

/** Whether a paper prints figures below its head that may count something: whoever did not read them knows not what it says. */
export const mayCount = (rows: readonly PrintedRow[], days: PaperDays): boolean =>
  rows.slice(headRows).some(({ segments }) =>
    segments.some(({ text }) => {
      const label = labelAt(text);
      if (label !== null && ofPaper.has(label)) return false;
      let rest = text;
      for (const { start, end } of findDates(text, days).toReversed())
        rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
      const bare = rest.replace(clock, " ").replace(named, " ");
      return /\d/.test(foldAligned(bare).replace(numbered, " "));
    }),
  );
