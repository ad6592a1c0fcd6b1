import {
  compare,
  decimalToText,
  isNegative,
  isZero,
  subtract,
  sum,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery, DraftGap } from "../../../src-shared/model/index.ts";
import { shareOf } from "../../../src-shared/pricing/index.ts";
import { wordingOf, wordingSimilarity } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { charge, hasRemainder, openGap, remainderGap, unusableGap, whyUnusable } from "./draft-room.ts";
import type { Charge, DraftGround, DraftPart, DraftRoom } from "./draft-room.ts";
import { itemKey } from "./recurring-fees.ts";
import { belongs, dayOfRecord } from "./records.ts";

interface Part {
  readonly item: string;
  readonly amount: DecimalText;
  readonly governing: GoverningTerm;
}

/** Lines of a progress bill: what is done to date by the schedule of values, less what was billed of it. */
export function draftProgress(room: DraftRoom, ground: DraftGround): DraftPart {
  const parts = partsOf(room);
  const charges: Charge[] = [];
  const gaps: DraftGap[] = [];
  for (const part of parts) {
    const done = doneOf(part.item, room, ground);
    const billed = billedOf(part.item, room);
    if (billed === null) {
      gaps.push(openGap("drafting/billed-before-unread", { item: part.item }, part.governing.term.evidence));
      continue;
    }
    if (compare(billed, part.amount) >= 0) continue;
    if (done === null) {
      gaps.push(openGap("drafting/progress-unknown", { item: part.item }, part.governing.term.evidence));
      continue;
    }
    if (whyUnusable(part.governing) !== null) gaps.push(unusableGap(part.governing, part.item));
    else if (hasRemainder(part.governing)) gaps.push(remainderGap(part.governing, part.item));
    else {
      const toDate = shareOf(part.amount, done.percent, room.precision);
      const rest = subtract(toDate.value, billed);
      if (isZero(rest)) continue;
      if (isNegative(rest) || compare(done.percent, "100" as DecimalText) > 0) {
        gaps.push(
          openGap(
            "drafting/progress-does-not-fit",
            { item: part.item, percent: done.percent, billed: decimalToText(billed) },
            part.governing.term.evidence,
          ),
        );
        continue;
      }
      charges.push(
        charge({
          kind: "progress",
          description: part.item,
          net: decimalToText(rest),
          terms: [part.governing],
          deliveries: done.record === null ? [] : [done.record],
          formula: isZero(billed)
            ? toDate.formula
            : `${toDate.formula}; ${toDate.value} − ${decimalToText(billed)} = ${decimalToText(rest)}`,
        }),
      );
    }
  }
  return { charges, gaps };
}

/** The parts of the contract sum: a later schedule sets a part anew. */
function partsOf(room: DraftRoom): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const schedule of room.allTermsOf("schedule-of-values").toReversed())
    for (const { item, amount } of schedule.term.value.lines)
      parts.set(itemKey(item), { item, amount, governing: schedule as GoverningTerm });
  return [...parts.values()];
}

/** Degree of completion in percent: what a person says, else the latest approved record that counts in percent. */
function doneOf(
  item: string,
  room: DraftRoom,
  ground: DraftGround,
): { readonly percent: DecimalText; readonly record: Delivery | null } | null {
  const said = Object.entries(room.answers.progress ?? {}).find(([name]) => itemKey(name) === itemKey(item));
  if (said !== undefined) return { percent: said[1], record: null };
  const wanted = wordingOf(item);
  const latest = room.input.deliveries
    .filter((record) => {
      const day = dayOfRecord(record, room);
      return (
        record.unit === "percent" &&
        record.quantity !== null &&
        record.approved === true &&
        record.item !== null &&
        day !== null &&
        day < room.period.end &&
        belongs(record, room, ground) === "yes" &&
        wordingSimilarity(wanted, wordingOf(record.item)) >= 0.5
      );
    })
    .toSorted((first, second) => ((first.date ?? "") < (second.date ?? "") ? -1 : 1))
    .at(-1);
  const percent = latest?.quantity ?? null;
  return latest === undefined || percent === null ? null : { percent, record: latest };
}

/** What invoices billed of a part; `null` after one that could not be read. */
function billedOf(item: string, room: DraftRoom): Decimal | null {
  const amounts: Decimal[] = [];
  const wanted = wordingOf(item);
  for (const { invoice } of room.history)
    for (const line of invoice.lines) {
      if (
        itemKey(line.description) !== itemKey(item) &&
        wordingSimilarity(wanted, wordingOf(line.description)) < 0.8
      )
        continue;
      const net = line.net?.value ?? null;
      if (net === null) return null;
      amounts.push(invoice.kind === "credit-note" ? subtract(zero, net) : subtract(net, zero));
    }
  return sum(amounts);
}
