import type {
  AgreementId,
  Draft,
  DraftAnswers,
  DraftGap,
  DraftId,
  DraftSource,
} from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { documentTotals } from "../../../src-shared/pricing/index.ts";
import { intersect, overlap } from "../../../src-shared/time/index.ts";
import type { LocalDate, Period } from "../../../src-shared/time/index.ts";
import { assemble } from "./assemble.ts";
import { draftMinimums, findBrokenLimits } from "./commitments.ts";
import { draftDeposit, draftDiscounts, draftRetention } from "./deductions.ts";
import { draftDeliveredWork } from "./delivered-work.ts";
import { wholeServiceInterval } from "../../../src-shared/wording/index.ts";
import { enterRoom, joinParts, openGap } from "./draft-room.ts";
import type { Charge, DraftGround, DraftPart, DraftRoom } from "./draft-room.ts";
import { draftWords } from "./draft-words.ts";
import type { DraftLanguage } from "./draft-words.ts";
import { draftExpenses } from "./expenses.ts";
import { draftHead, findMissingFields } from "./head.ts";
import { draftMilestones, draftOneOffFees } from "./milestones.ts";
import { draftProgress } from "./progress.ts";
import { draftCountedPrices } from "./counted-prices.ts";
import { agreementSpan, draftRecurringFees } from "./recurring-fees.ts";
import { draftTaxes } from "./taxes.ts";

/** What a person asks for: an agreement, the days to bill, and answers to gaps. */
export interface DraftOrder {
  readonly agreementId: AgreementId;
  readonly period: Period;
  /** Day of issue; a draft of a past period may be issued today. */
  readonly issueDate: LocalDate;
  readonly answers?: DraftAnswers;
  readonly language?: DraftLanguage;
}

/** An invoice for a period from everything that the agreement lets bill; `null` for an agreement that is not there. */
export function draftAgreement(order: DraftOrder, ground: DraftGround): Draft | null {
  const room = enterRoom(ground, order.agreementId, order.period, order.issueDate, order.answers);
  if (room === null) return null;
  const work = joinParts([
    draftRecurringFees(room),
    draftCountedPrices(room),
    draftOneOffFees(room, ground),
    draftMilestones(room, ground),
    draftProgress(room, ground),
    draftDeliveredWork(room, ground),
    draftExpenses(room, ground),
  ]);
  return finishDraft(work, room, sourceOf(room), order.language ?? "en");
}

function sourceOf({ agreement, governing, history, period }: DraftRoom): DraftSource {
  if (agreement.rank === "estimate") return "estimate";
  if (governing.some(({ term }) => term.type === "schedule-of-values")) return "schedule";
  // What is drafted for days that an invoice has billed before is what that invoice left out.
  const isBilledBefore = history.some(({ invoice }) => {
    const interval = wholeServiceInterval(invoice);
    return invoice.kind !== "credit-note" && interval !== null && overlap(interval, period);
  });
  return isBilledBefore ? "unbilled" : "agreement";
}

/** Adds what depends on the lines together, and puts the invoice together. */
export function finishDraft(
  work: DraftPart,
  room: DraftRoom,
  source: DraftSource,
  language: DraftLanguage,
): Draft {
  const words = draftWords[language];
  const minimums = draftMinimums(work.charges, room, words);
  const deposit = draftDeposit(work.charges, room, words);
  const charges: readonly Charge[] = [...work.charges, ...minimums.charges, ...deposit.charges];
  const { allowances, gaps: discountGaps } = draftDiscounts(charges, room, words);
  const subtotal = documentTotals(
    { lines: charges.map(({ net }) => net as DecimalText) },
    room.precision,
  ).subtotal;
  const kept = charges.length === 0 ? null : draftRetention(subtotal.value, room);
  const tax = draftTaxes(charges, allowances, room, words);
  const head = draftHead(room, words);
  const id = draftIdOf(room);
  const { invoice, proofs } = assemble(
    {
      id: id.slice(4),
      kind: "invoice",
      charges,
      allowances,
      tax,
      retention: kept !== null && "computed" in kept ? kept : null,
      head,
      notes: deposit.isFinal ? [words.finalInvoice] : [],
      precedingInvoice: null,
      period: billedDays(room),
    },
    room,
  );
  const gaps: readonly DraftGap[] = [
    ...work.gaps,
    ...minimums.gaps,
    ...deposit.gaps,
    ...discountGaps,
    ...(kept !== null && "gap" in kept ? [kept.gap] : []),
    ...(charges.length === 0 ? [] : tax.gaps),
    ...head.gaps,
    ...findUnconfirmed(charges),
    ...findBrokenLimits(charges, room),
    ...(charges.length === 0 ? [] : findMissingFields(invoice, room)),
  ];
  return {
    id,
    source,
    agreementId: room.family.id,
    periodStart: room.period.start,
    periodEnd: room.period.end,
    invoice,
    proofs,
    gaps: withoutRepeats(gaps),
    relatedInvoiceIds: [],
  };
}

/** The days that the invoice prints: none on which the agreement does not run. */
const billedDays = (room: DraftRoom): Period => intersect(room.period, agreementSpan(room)) ?? room.period;

/** Clauses that nobody has confirmed: computed with, and said. */
function findUnconfirmed(charges: readonly Charge[]): readonly DraftGap[] {
  const terms = new Map(
    charges.flatMap((each) => each.terms).map((governing) => [governing.term.id, governing.term] as const),
  );
  return [...terms.values()].flatMap((term) =>
    term.status === "confirmed"
      ? []
      : [
          openGap(
            "drafting/term-not-confirmed",
            { type: term.type, quote: term.evidence[0]?.quote ?? "" },
            term.evidence,
          ),
        ],
  );
}

function withoutRepeats(gaps: readonly DraftGap[]): readonly DraftGap[] {
  const seen = new Set<string>();
  return gaps.filter(({ code, facts }) => {
    const key = `${code}|${JSON.stringify(facts)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The same order gives the same id, whatever the day of issue and the answers. */
const draftIdOf = ({ family, period, input }: DraftRoom): DraftId =>
  `drf-${input.hash(`${family.id}|${period.start}|${period.end}`).slice(0, 12)}` as DraftId;
