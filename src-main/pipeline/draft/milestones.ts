import { compare, decimalToText, subtract, sum } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery, DraftGap, TermId } from "../../../src-shared/model/index.ts";
import { shareOf, shownAmount } from "../../../src-shared/pricing/index.ts";
import { withoutTotals, wordingOf, wordingSimilarity } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { charge, hasRemainder, note, openGap, remainderGap, unusableGap, whyUnusable } from "./draft-room.ts";
import type { Charge, DraftGround, DraftPart, DraftRoom, Governing } from "./draft-room.ts";
import { itemKey } from "./recurring-fees.ts";
import { belongs } from "./records.ts";

/** Lines for milestones that were accepted by the end of the period and are on no invoice in full. */
export function draftMilestones(room: DraftRoom, ground: DraftGround): DraftPart {
  const charges: Charge[] = [];
  const gaps: DraftGap[] = [];
  for (const milestone of room.allTermsOf("milestone")) {
    if (milestone.term.absent === true) continue;
    const made = draftMilestone(milestone, room, ground);
    if (made === null) continue;
    if ("gap" in made) gaps.push(made.gap);
    else charges.push(made.charge);
  }
  return { charges, gaps };
}

function draftMilestone(
  milestone: Governing<"milestone">,
  room: DraftRoom,
  ground: DraftGround,
): { readonly charge: Charge } | { readonly gap: DraftGap } | null {
  const { name, acceptance } = milestone.term.value;
  const governing = milestone as GoverningTerm;
  const due = amountOf(milestone, room);
  const billed = billedUnder(milestone.term.id, room);
  if (due !== null && compare(billed, due.value) >= 0) return null;
  const records = acceptancesOf(name, room, ground);
  const accepted = records.find(
    ({ approved, date }) =>
      approved === true && date !== null && date < room.period.end && date <= room.issueDate,
  );
  if (accepted === undefined) {
    const unsure = records.find(({ approved, date }) => approved === null || (approved && date === null));
    if (unsure !== undefined)
      return {
        gap: note("drafting/acceptance-unclear", { item: name }, [
          ...milestone.term.evidence,
          ...unsure.evidence,
        ]),
      };
    // A milestone that needs no acceptance is reached when somebody says so, and nothing on file does.
    return acceptance
      ? null
      : { gap: note("drafting/milestone-undated", { item: name }, milestone.term.evidence) };
  }
  if (whyUnusable(governing) !== null) return { gap: unusableGap(governing, name) };
  if (hasRemainder(governing)) return { gap: remainderGap(governing, name) };
  if (due === null)
    return { gap: openGap("drafting/contract-sum-unknown", { item: name }, milestone.term.evidence) };
  const rest = subtract(due.value, billed);
  return {
    charge: charge({
      kind: "fee",
      description: name,
      net: decimalToText(rest),
      serviceDate: null,
      terms: [governing],
      deliveries: [accepted],
      formula:
        compare(billed, "0" as DecimalText) === 0
          ? due.formula
          : `${due.formula} − ${decimalToText(billed)} billed before`,
    }),
  };
}

/** What a milestone comes to; `null` where it is a share of a sum that no term says. */
export function amountOf(
  { term }: Governing<"milestone"> | Governing<"deposit">,
  room: DraftRoom,
): { readonly value: DecimalText; readonly formula: string } | null {
  const { amount, percent } = term.value;
  if (amount !== undefined)
    return { value: amount, formula: `the agreed amount of ${shownAmount(amount, room.precision)}` };
  const whole = contractSum(room);
  if (percent === undefined || whole === null) return null;
  const share = shareOf(whole, percent, room.precision);
  return { value: share.value, formula: share.formula };
}

/** One-off fees without the row of an estimate that only adds the others up. */
const oneOffFees = (room: DraftRoom): readonly Governing<"fixed-fee">[] =>
  withoutTotals(
    room.allTermsOf("fixed-fee").filter(({ term }) => term.value.per === "once" && term.absent !== true),
    ({ term }) => term.value,
  );

/** The sum that milestones and deposits are a part of: one-off fees, else the limit of the agreement. */
export function contractSum(room: DraftRoom): DecimalText | null {
  const fees = oneOffFees(room);
  if (fees.length > 0) return decimalToText(sum(fees.map(({ term }) => term.value.amount)));
  const caps = room
    .termsOf("cap")
    .filter(({ term }) => term.value.scope === "agreement" && term.value.amount !== undefined);
  return caps.length === 1 ? (caps[0]?.term.value.amount ?? null) : null;
}

/** Net that invoices billed under a term, credit notes taken off. */
export function billedUnder(termId: TermId, room: DraftRoom): DecimalText {
  const amounts = room.history.flatMap(({ invoice, match }) =>
    match.lines.flatMap((line, position) => {
      if (!line.bindings.some((binding) => binding.termId === termId)) return [];
      const net = invoice.lines[position]?.net?.value ?? null;
      if (net === null) return [];
      return [invoice.kind === "credit-note" ? decimalToText(subtract("0" as DecimalText, net)) : net];
    }),
  );
  return decimalToText(sum(amounts));
}

function acceptancesOf(name: string, room: DraftRoom, ground: DraftGround): readonly Delivery[] {
  return room.input.deliveries.filter((record) => {
    if (record.kind !== "acceptance" || record.item === null) return false;
    const belonging = belongs(record, room, ground);
    if (belonging === "no" || belonging === "several") return false;
    const [ours, theirs] = [wordingOf(name), wordingOf(record.item)];
    return (
      wordingSimilarity(ours, theirs) >= 0.5 ||
      (ours.content.length > 0 && ours.content.every((word) => theirs.all.has(word)))
    );
  });
}

/** Lines for one-off fees that are due: in advance at the start, else once their work is accepted. */
export function draftOneOffFees(room: DraftRoom, ground: DraftGround): DraftPart {
  const isSplitUp = (["milestone", "schedule-of-values"] as const).some(
    (type) => room.allTermsOf(type).length > 0,
  );
  if (isSplitUp) return { charges: [], gaps: [] };
  const charges: Charge[] = [];
  const gaps: DraftGap[] = [];
  for (const fee of oneOffFees(room)) {
    const { item, amount, timing } = fee.term.value;
    const billed = billedUnder(fee.term.id, room);
    if (compare(billed, amount) >= 0) continue;
    const start = fee.from ?? fee.agreement.from ?? fee.agreement.signedOn;
    if (start !== null && start >= room.period.end) continue;
    const rhythm =
      timing ??
      room.termsOf("billing").find(({ term }) => term.value.frequency !== "month")?.term.value.timing ??
      null;
    const done = [...acceptancesOf(item, room, ground), ...finishedWork(item, room, ground)].find(
      ({ approved, date }) => approved === true && date !== null && date < room.period.end,
    );
    const isSaidDone = (room.answers.completed ?? []).some(
      (said) => said === "all" || itemKey(said) === itemKey(item),
    );
    if (rhythm !== "advance" && done === undefined && !isSaidDone) {
      gaps.push(note("drafting/completion-unproven", { item }, fee.term.evidence));
      continue;
    }
    const governing = fee as GoverningTerm;
    if (whyUnusable(governing) !== null) gaps.push(unusableGap(governing, item));
    else if (hasRemainder(governing)) gaps.push(remainderGap(governing, item));
    else
      charges.push(
        charge({
          kind: "fee",
          description: item,
          net: decimalToText(subtract(amount, billed)),
          terms: [governing],
          deliveries: done === undefined ? [] : [done],
          formula: `the agreed amount of ${shownAmount(amount, room.precision)}`,
        }),
      );
  }
  return { charges, gaps };
}

function finishedWork(item: string, room: DraftRoom, ground: DraftGround): readonly Delivery[] {
  const wanted = wordingOf(item);
  return room.input.deliveries.filter(
    (record) =>
      record.kind === "work" &&
      record.item !== null &&
      belongs(record, room, ground) === "yes" &&
      wordingSimilarity(wanted, wordingOf(record.item)) >= 0.5,
  );
}
