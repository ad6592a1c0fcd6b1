import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import { findDates, type DateConvention } from "../values/date.ts";
import type { PrintedRow } from "./printed-rows.ts";

const day = "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}";
const time = "\\d{1,2}[:.h]\\d{2}(?::\\d{2})?";
const spans = new RegExp(
  `(${day})(?:[ T]|, ?| ?@ ?)(${time})(\\s?(?:-|–|—|to|until|bis|à|au|tot|a|al|→|>|\\s)\\s?)(${day})(?:[ T]|, ?| ?@ ?)(${time})`,
  "gu",
);

/**
 * Rows of which "2026-11-03 22:00 - 2026-11-04 06:00" reads "2026-11-03 22:00-06:00": a turn has the day that it began on.
 *
 * Only where it ends on that day or before the same time of the next one; the places of all other words stay.
 */
export const withStampedSpans = (
  rows: readonly PrintedRow[],
  convention: DateConvention,
): readonly PrintedRow[] =>
  rows.map((row) => {
    const text = row.text.replace(
      spans,
      (all: string, first: string, from: string, _between: string, last: string, to: string) => {
        const [begun, ended] = [dayIn(first, convention), dayIn(last, convention)];
        const isTurn =
          begun !== null &&
          (begun === ended || (ended === addDays(begun, 1) && minutesOf(to) <= minutesOf(from)));
        return isTurn ? `${first} ${from}-${to}`.padEnd(all.length) : all;
      },
    );
    return text === row.text ? row : { ...row, text };
  });

const dayIn = (text: string, convention: DateConvention): LocalDate | null =>
  findDates(text, convention)[0]?.value ?? null;

const minutesOf = (text: string): number => {
  const [hours = "0", minutes = "0"] = text.split(/[:.h]/);
  return Number(hours) * 60 + Number(minutes);
};
