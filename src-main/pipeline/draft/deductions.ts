import {
  add,
  compare,
  decimalToText,
  isPositive,
  isZero,
  minimum,
  negate,
  subtract,
  sum,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { DraftGap } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  discountAmount,
  highestSteps,
  reachesThreshold,
  reductionOf,
  shareOf,
} from "../../../src-shared/pricing/index.ts";
import type { Computed } from "../../../src-shared/pricing/index.ts";
import { foldWording, isDrawnAtOnce, lineKindOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { charge, hasRemainder, note, openGap, remainderGap, unusableGap, whyUnusable } from "./draft-room.ts";
import type { Charge, DraftPart, DraftRoom, Governing } from "./draft-room.ts";
import type { DraftWords } from "./draft-words.ts";
import { amountOf, billedUnder, contractSum } from "./milestones.ts";
import { chargesInScope } from "./scope.ts";

/** One allowance of the document. */
export interface Allowance {
  readonly reason: string;
  readonly base: DecimalText;
  readonly percent: DecimalText | null;
  readonly amount: DecimalText;
  readonly formula: string;
  readonly terms: readonly GoverningTerm[];
  /** What it was taken from, so that tax follows it. */
  readonly of: readonly Charge[];
}

const earlyPayment = /\b(early|prompt|payment within|if paid|cash discount|settlement|skonto|escompte)\b/;

/** Agreed discounts of the invoice, in their order; one for early payment is no discount of the invoice. */
export function draftDiscounts(
  charges: readonly Charge[],
  room: DraftRoom,
  words: DraftWords,
): { readonly allowances: readonly Allowance[]; readonly gaps: readonly DraftGap[] } {
  const gaps: DraftGap[] = [];
  const groups = new Map<
    string,
    { readonly of: readonly Charge[]; readonly terms: Governing<"discount">[] }
  >();
  for (const discount of room.termsOf("discount")) {
    const { scope, condition, threshold } = discount.term.value;
    if (discount.term.absent === true || earlyPayment.test(foldWording(`${condition ?? ""} ${scope}`)))
      continue;
    const governing = discount as GoverningTerm;
    if (whyUnusable(governing) !== null) {
      gaps.push(unusableGap(governing, words.discount));
      continue;
    }
    const isConditional =
      (condition !== undefined && condition !== "" && threshold === undefined) ||
      (discount.term.conditions ?? []).length > 0;
    if (isConditional) {
      const asked = condition ?? discount.term.conditions?.[0] ?? "";
      gaps.push(
        openGap("drafting/condition-unknown", { item: words.discount, words: asked }, discount.term.evidence),
      );
      continue;
    }
    if (hasRemainder(governing)) {
      gaps.push(remainderGap(governing, words.discount));
      continue;
    }
    const of = chargesInScope(charges, scope);
    if (of.length === 0) {
      if (charges.some(({ kind }) => kind === "fee"))
        gaps.push(note("drafting/scope-not-billed", { item: words.discount, scope }, discount.term.evidence));
      continue;
    }
    const key = of.map((each) => charges.indexOf(each)).join(" ");
    const group = groups.get(key) ?? { of, terms: [] };
    groups.set(key, group);
    group.terms.push(discount);
  }
  const allowances: Allowance[] = [];
  for (const { of, terms } of groups.values()) {
    const base = sum(of.map(({ net }) => net as DecimalText));
    const reached = terms
      .filter(({ term }) => reachesThreshold(term.value, base))
      .toSorted((first, second) => (first.term.value.order ?? 99) - (second.term.value.order ?? 99));
    const steps = highestSteps(reached);
    if (steps.length === 0 || isZero(base)) continue;
    const computed: Computed = discountAmount(
      base,
      steps.map(({ term }) => reductionOf(term.value)),
      room.precision,
    );
    allowances.push({
      reason: words.discount,
      base: decimalToText(base),
      percent: steps.length === 1 ? (steps[0]?.term.value.percent ?? null) : null,
      amount: computed.value,
      formula: computed.formula,
      terms: steps as readonly GoverningTerm[],
      of,
    });
  }
  return { allowances, gaps };
}

/** What the customer keeps back of the work billed, below the total. */
export function draftRetention(
  subtotal: DecimalText,
  room: DraftRoom,
): { readonly computed: Computed; readonly term: GoverningTerm } | { readonly gap: DraftGap } | null {
  const [retention] = room.termsOf("retention");
  if (retention === undefined || retention.term.absent === true) return null;
  const governing = retention as GoverningTerm;
  const name = "retention";
  if (whyUnusable(governing) !== null) return { gap: unusableGap(governing, name) };
  if (hasRemainder(governing)) return { gap: remainderGap(governing, name) };
  if (retention.term.value.steps !== undefined)
    return { gap: openGap("drafting/retention-in-steps", {}, retention.term.evidence) };
  return { computed: shareOf(subtotal, retention.term.value.percent, room.precision), term: governing };
}

/** The deposit: billed at the start, and taken off where the agreement draws on it or the work is billed in full. */
export function draftDeposit(
  charges: readonly Charge[],
  room: DraftRoom,
  words: DraftWords,
): DraftPart & { readonly isFinal: boolean } {
  const none = { charges: [], gaps: [], isFinal: false };
  const [deposit] = room.allTermsOf("deposit").filter(({ term }) => term.absent !== true);
  if (deposit === undefined) return none;
  const governing = deposit as GoverningTerm;
  const isFinal = isAllBilled(charges, room);
  if (whyUnusable(governing) !== null) return { ...none, gaps: [unusableGap(governing, words.deposit)] };
  const agreed = amountOf(deposit, room);
  const paid = depositBilled(deposit, room);
  if (isZero(paid)) {
    const start = deposit.from ?? room.agreement.signedOn ?? room.agreement.from;
    const isNow =
      start !== null && start < room.period.end && room.history.length === 0 && charges.length === 0;
    if (!isNow)
      return charges.length === 0
        ? none
        : { ...none, gaps: [note("drafting/deposit-not-billed", {}, deposit.term.evidence)] };
    if (agreed === null)
      return {
        ...none,
        gaps: [openGap("drafting/contract-sum-unknown", { item: words.deposit }, deposit.term.evidence)],
      };
    return {
      ...none,
      charges: [
        charge({
          kind: "deposit",
          description: words.deposit,
          net: agreed.value,
          terms: [governing],
          formula: agreed.formula,
        }),
      ],
    };
  }
  const left = subtract(paid, depositApplied(room));
  const due = sum(charges.map(({ net }) => net as DecimalText));
  if (!isPositive(left) || !isPositive(due)) return { ...none, isFinal };
  if (!isFinal && !isDrawnAtOnce(deposit.term)) return none;
  const applied = minimum(left, due);
  return {
    charges: [
      charge({
        kind: "deposit-applied",
        description: words.lessDeposit,
        net: decimalToText(negate(applied)),
        terms: [governing],
        formula: `min(${decimalToText(left)}, ${decimalToText(due)}) = ${decimalToText(applied)}`,
      }),
    ],
    gaps: [],
    isFinal,
  };
}

const depositBilled = ({ term }: Governing<"deposit">, room: DraftRoom): Decimal => {
  const all = billedUnder(term.id, room);
  // Rows that take it off are bound to its clause, too.
  return add(all, depositRows(room));
};

const depositRows = (room: DraftRoom): Decimal =>
  sum(
    room.history.flatMap(({ invoice, match }) =>
      invoice.lines.flatMap((line, position) =>
        lineKindOf(line) === "deposit-applied" && (match.lines[position]?.bindings.length ?? 0) > 0
          ? [negate(line.net?.value ?? zero)]
          : [],
      ),
    ),
  );

function depositApplied(room: DraftRoom): Decimal {
  return sum(
    room.history.flatMap(({ invoice }) => {
      const rows = invoice.lines.filter((line) => lineKindOf(line) === "deposit-applied");
      if (rows.length > 0) return rows.map((line) => negate(line.net?.value ?? zero));
      const prepaid = valueOf(invoice.prepaid);
      return prepaid === null ? [] : [add(prepaid, zero)];
    }),
  );
}

/** Whether this draft bills the last of the work: every milestone, or all of the contract sum. */
function isAllBilled(charges: readonly Charge[], room: DraftRoom): boolean {
  const milestones = room.allTermsOf("milestone").filter(({ term }) => term.absent !== true);
  if (milestones.length > 0)
    return milestones.every((milestone) => {
      const due = amountOf(milestone, room);
      const here = charges.filter(({ terms }) => terms.some(({ term }) => term.id === milestone.term.id));
      const own = sum(here.map(({ net }) => net as DecimalText));
      return due !== null && compare(add(billedUnder(milestone.term.id, room), own), due.value) >= 0;
    });
  const whole = contractSum(room);
  if (whole === null) return false;
  const before = sum(
    room.history.flatMap(({ invoice }) => {
      const net = invoice.net?.value ?? invoice.subtotal?.value ?? null;
      return net === null ? [] : [invoice.kind === "credit-note" ? negate(net) : add(net, zero)];
    }),
  );
  return compare(add(before, sum(charges.map(({ net }) => net as DecimalText))), whole) >= 0;
}
