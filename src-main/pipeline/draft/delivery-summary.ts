import {
  add,
  addFractions,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  isZero,
  multiplyFractions,
  negate,
  toFraction,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, Fraction } from "../../../src-shared/money/index.ts";
import type { Agreement, DeliveryStatement, Term } from "../../../src-shared/model/index.ts";
import { addDays, formatPeriod } from "../../../src-shared/time/index.ts";
import { holdsOn, relateUnits } from "../../../src-shared/wording/index.ts";
import { enterRoom, nameOfAgreement } from "./draft-room.ts";
import type { DraftGround, DraftRoom } from "./draft-room.ts";
import type { DraftOrder } from "./draft-agreement.ts";
import { approvalOf, belongs, isWithin } from "./records.ts";
import { roleOf, unitOfRecord } from "./record-price.ts";

/**
 * What changed during delivery: changes of the agreement that took effect, what was delivered against what was agreed,
 * and what came to be accepted. Every figure is of a record or a clause, which the statement names.
 */
export function summarizeDelivery(order: DraftOrder, ground: DraftGround): readonly DeliveryStatement[] {
  const room = enterRoom(ground, order.agreementId, order.period, order.issueDate, order.answers);
  if (room === null) return [];
  return [
    ...describeChanges(room),
    ...describeWork(room, ground),
    ...describeLimits(room),
    ...describeAcceptances(room, ground),
  ];
}

function describeChanges(room: DraftRoom): readonly DeliveryStatement[] {
  const changes = room.members.filter(({ rank }) => rank === "amendment" || rank === "change-order");
  return changes.flatMap((change): readonly DeliveryStatement[] => {
    const document = nameOfAgreement(change);
    const date = change.from ?? change.signedOn ?? change.dated;
    if (date !== null && date >= room.period.end) return [];
    if (change.standing !== "in-force")
      return [
        {
          code: "delivery/change-not-in-force",
          facts: { document, standing: change.standing },
          evidence: change.evidence,
        },
      ];
    return change.terms
      .filter(({ status }) => status !== "rejected")
      .flatMap((term) => describeTerm(term, change, room));
  });
}

function describeTerm(term: Term, change: Agreement, room: DraftRoom): readonly DeliveryStatement[] {
  const document = nameOfAgreement(change);
  const date = term.from ?? change.from ?? change.signedOn ?? change.dated ?? "";
  const now = figureOf(term);
  if (now === null) return [];
  if (term.type === "cap" && term.value.increasesBy !== undefined)
    return [
      {
        code: "delivery/limit-raised",
        facts: { document, date, amount: term.value.increasesBy },
        evidence: term.evidence,
      },
    ];
  const former = formerOf(term, room);
  const before = former === null ? null : figureOf(former);
  return former === null || before === null
    ? [{ code: "delivery/added", facts: { document, date, ...now }, evidence: term.evidence }]
    : [
        {
          code: "delivery/changed",
          facts: { document, date, item: now.item, before: before.amount, amount: now.amount },
          evidence: [...former.evidence, ...term.evidence],
        },
      ];
}

/** The term that another one took the place of. */
function formerOf(term: Term, room: DraftRoom): Term | null {
  const piece = room.input.matching.termsInForce.find(({ supersededBy }) => supersededBy === term.id);
  return piece === undefined
    ? null
    : (room.members.flatMap(({ terms }) => terms).find(({ id }) => id === piece.termId) ?? null);
}

function figureOf(term: Term): { readonly item: string; readonly amount: string } | null {
  switch (term.type) {
    case "rate":
      return { item: term.value.role ?? term.value.item, amount: term.value.price };
    case "overage":
      return { item: term.value.item, amount: term.value.price };
    case "fixed-fee":
      return { item: term.value.item, amount: term.value.amount };
    case "milestone":
      return term.value.amount === undefined ? null : { item: term.value.name, amount: term.value.amount };
    case "cap":
      return { item: term.value.item ?? "", amount: term.value.increasesBy ?? term.value.amount ?? "" };
    case "included":
      return { item: term.value.item, amount: `${term.value.quantity} ${term.value.unit}` };
    default:
      return null;
  }
}

interface Tally {
  readonly name: string;
  readonly unit: string;
  all: Fraction;
  approved: Fraction;
  readonly evidence: DeliveryStatement["evidence"][number][];
}

/** What was recorded in the period, by role or item, beside what is included. */
function describeWork(room: DraftRoom, ground: DraftGround): readonly DeliveryStatement[] {
  const tallies = new Map<string, Tally>();
  for (const record of room.input.deliveries) {
    if (record.kind === "acceptance" || record.kind === "expense" || record.quantity === null) continue;
    if (record.unit === "percent" || !isWithin(record, room.period, room)) continue;
    if (belongs(record, room, ground) !== "yes") continue;
    const name =
      (record.kind === "time" ? (roleOf(record, room) ?? record.person) : record.item) ?? record.kind;
    const unit = unitOfRecord(record) ?? "unit";
    const key = `${name}|${unit}`;
    const tally = tallies.get(key) ?? { name, unit, all: fraction(0), approved: fraction(0), evidence: [] };
    tallies.set(key, tally);
    tally.all = addFractions(tally.all, record.quantity);
    if (approvalOf(record, ground) === "approved")
      tally.approved = addFractions(tally.approved, record.quantity);
    if (tally.evidence.length < 12) tally.evidence.push(...record.evidence);
  }
  const period = formatPeriod(room.period);
  return [...tallies.values()].flatMap(
    ({ name, unit, all, approved, evidence }): readonly DeliveryStatement[] => {
      const included = room
        .termsOf("included")
        .find(({ term }) => term.absent !== true && relateUnits(term.value.unit, unit) === "same");
      const facts = {
        item: name,
        unit: unit.replaceAll("-", " "),
        quantity: shown(all),
        approved: shown(approved),
        period,
      };
      return [
        {
          code: shown(all) === shown(approved) ? "delivery/work" : "delivery/work-partly-approved",
          facts,
          evidence,
        },
        ...(included === undefined || tallies.size > 1
          ? []
          : [
              {
                code: "delivery/against-included",
                facts: { ...facts, included: included.term.value.quantity },
                evidence: included.term.evidence,
              },
            ]),
      ];
    },
  );
}

/** How much of an agreed limit is billed so far. */
function describeLimits(room: DraftRoom): readonly DeliveryStatement[] {
  const last = addDays(room.period.end, -1);
  const caps = room
    .allTermsOf("cap")
    .filter(
      (cap) =>
        holdsOn(cap, last) && cap.term.value.scope === "agreement" && cap.term.value.item === undefined,
    );
  const base = caps.filter(
    ({ term }) => term.value.amount !== undefined && term.value.increasesBy === undefined,
  );
  const [cap] = base;
  if (cap === undefined || base.length > 1 || cap.term.value.amount === undefined) return [];
  const limit = caps.reduce<Decimal>(
    (total, { term }) => add(total, term.value.increasesBy ?? zero),
    add(cap.term.value.amount, zero),
  );
  let billed: Decimal = zero;
  for (const { invoice } of room.history) {
    const net = invoice.net?.value ?? null;
    if (net === null) return [];
    billed = add(billed, invoice.kind === "credit-note" ? negate(net) : net);
  }
  if (isZero(limit)) return [];
  const percent = fractionToDecimal(multiplyFractions(divideFractions(billed, limit), fraction(100)), 0);
  return [
    {
      code: "delivery/limit-used",
      facts: { billed: decimalToText(billed), limit: decimalToText(limit), percent: decimalToText(percent) },
      evidence: caps.flatMap(({ term }) => term.evidence),
    },
  ];
}

function describeAcceptances(room: DraftRoom, ground: DraftGround): readonly DeliveryStatement[] {
  return room.input.deliveries.flatMap((record): readonly DeliveryStatement[] =>
    record.kind === "acceptance" &&
    record.item !== null &&
    record.date !== null &&
    record.approved === true &&
    isWithin(record, room.period, room) &&
    belongs(record, room, ground) === "yes"
      ? [
          {
            code: "delivery/accepted",
            facts: { item: record.item, date: record.date },
            evidence: record.evidence,
          },
        ]
      : [],
  );
}

const shown = (value: Fraction): string => {
  const exact = fractionToExactDecimal(toFraction(value));
  return decimalToText(exact ?? fractionToDecimal(value, 3));
};
