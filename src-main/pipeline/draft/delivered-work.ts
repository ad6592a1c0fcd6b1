import {
  addFractions,
  compareFractions,
  decimalToText,
  fraction,
  fractionToExactDecimal,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery, DraftGap } from "../../../src-shared/model/index.ts";
import { billableQuantity, lineAmount } from "../../../src-shared/pricing/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { formatPeriod } from "../../../src-shared/time/index.ts";
import { personKey, unitFactor } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { charge, hasRemainder, note, openGap, remainderGap, unusableGap, whyUnusable } from "./draft-room.ts";
import type { BilledRecord, Charge, DraftGround, DraftPart, DraftRoom } from "./draft-room.ts";
import { limitHours, shownQuantity } from "./hours-of-day.ts";
import { priceIncluded, priceTiers } from "./metered-use.ts";
import { raisedPrice } from "./raised-price.ts";
import { chooseTerm, converted, factorTo, multiplierOf, roleOf, unitOfRecord } from "./record-price.ts";
import type { Multiplier, PricedTerm } from "./record-price.ts";
import { approvalOf, belongs, dayOfRecord, isWithin } from "./records.ts";

interface Group {
  readonly term: PricedTerm;
  readonly multiplier: Multiplier | null;
  /** Set where a roster says who may work at which price. */
  readonly person: string | null;
  readonly role: string | null;
  readonly records: BilledRecord[];
}

/** Lines for approved work, goods and use of the period that no invoice bills, at the terms of their days. */
export function draftDeliveredWork(room: DraftRoom, ground: DraftGround): DraftPart {
  const { records, gaps } = collectRecords(room, ground);
  const limited = limitHours(records, room);
  const groups = new Map<string, Group>();
  const charges: Charge[] = [];
  const all: DraftGap[] = [...gaps, ...limited.gaps];
  const unpriced = new Map<string, { readonly gap: DraftGap; count: number }>();
  const miss = (key: string, gap: DraftGap): void => {
    const known = unpriced.get(key);
    if (known === undefined) unpriced.set(key, { gap, count: 1 });
    else known.count += 1;
  };
  const hasRoster = room.allTermsOf("roster").some(({ term }) => term.absent !== true);
  for (const entry of limited.records) {
    const { record, day } = entry;
    const name = record.item ?? record.role ?? record.kind;
    const choice = chooseTerm(record, day, room);
    if (choice.is === "none")
      miss(
        `none|${name}`,
        openGap("drafting/no-price", { item: name, unit: unitOfRecord(record) ?? "?" }, record.evidence),
      );
    else if (choice.is === "several")
      miss(
        `several|${name}`,
        openGap(
          "drafting/price-ambiguous",
          { item: name, prices: choice.terms.map(nameOfPrice).join(", ") },
          [...record.evidence, ...choice.terms.flatMap(({ term }) => term.evidence)],
        ),
      );
    else if (choice.is === "unusable")
      miss(`term|${choice.term.term.id}`, unusableGap(choice.term, nameOfPrice(choice.term)));
    else {
      const { term } = choice;
      const factor = factorTo(unitOfRecord(record), term.term.value.unit);
      if (factor === undefined) {
        miss(
          `unit|${name}`,
          openGap(
            "drafting/unit-differs",
            { item: name, unit: unitOfRecord(record) ?? "?", agreed: term.term.value.unit },
            record.evidence,
          ),
        );
        continue;
      }
      const multiplier = multiplierOf(record, term, day, room);
      const person = hasRoster && record.kind === "time" ? record.person : null;
      const key = [term.term.id, multiplier?.word ?? "", person === null ? "" : personKey(person)].join("|");
      const group = groups.get(key) ?? { term, multiplier, person, role: roleOf(record, room), records: [] };
      groups.set(key, group);
      group.records.push({ ...entry, quantity: converted(entry.quantity, factor) });
    }
  }
  for (const { gap, count } of unpriced.values()) all.push({ ...gap, facts: { ...gap.facts, count } });
  for (const part of priceGroups([...groups.values()], room)) {
    charges.push(...part.charges);
    all.push(...part.gaps);
  }
  return { charges, gaps: all };
}

const nameOfPrice = ({ term }: PricedTerm): string =>
  term.type === "rate" ? (term.value.role ?? term.value.item) : term.value.item;

function collectRecords(
  room: DraftRoom,
  ground: DraftGround,
): { readonly records: readonly BilledRecord[]; readonly gaps: readonly DraftGap[] } {
  const records: BilledRecord[] = [];
  const waiting: Delivery[] = [];
  const homeless: Delivery[] = [];
  const unread: Delivery[] = [];
  for (const record of room.input.deliveries) {
    if (record.kind === "acceptance" || record.kind === "expense" || record.billable === false) continue;
    if (!isWithin(record, room.period, room)) continue;
    const day = dayOfRecord(record, room);
    if (day === null || record.unit === "percent") continue;
    const belonging = belongs(record, room, ground);
    if (belonging === "no") continue;
    const left = room.unbilled.get(record.id);
    if (left !== null && left !== undefined && compareFractions(left, fraction(0)) <= 0) continue;
    if (belonging !== "yes") {
      if (belonging === "several" || couldPrice(record, day, room)) homeless.push(record);
      continue;
    }
    if (approvalOf(record, ground) !== "approved") waiting.push(record);
    else if (left === null || left === undefined) unread.push(record);
    else records.push({ record, day, quantity: left });
  }
  const gaps: DraftGap[] = [];
  const facts = (list: readonly Delivery[]): { count: number; period: string } => ({
    count: list.length,
    period: formatPeriod(room.period),
  });
  const proof = (list: readonly Delivery[]): DraftGap["evidence"] =>
    list.slice(0, 12).flatMap(({ evidence }) => evidence);
  if (waiting.length > 0) gaps.push(note("drafting/not-approved", facts(waiting), proof(waiting)));
  if (homeless.length > 0) gaps.push(openGap("drafting/record-of-whom", facts(homeless), proof(homeless)));
  if (unread.length > 0) gaps.push(openGap("drafting/record-unreadable", facts(unread), proof(unread)));
  return { records, gaps };
}

const couldPrice = (record: Delivery, day: LocalDate, room: DraftRoom): boolean =>
  chooseTerm(record, day, room).is === "one";

function priceGroups(groups: readonly Group[], room: DraftRoom): readonly DraftPart[] {
  const metered = groups.filter(({ term }) => term.term.type !== "rate");
  const rated = groups.filter(({ term }) => term.term.type === "rate");
  return [
    ...metered.map(({ term, records }) =>
      term.term.type === "tiers" ? priceTiers(term, records, room) : priceIncluded(term, records, room),
    ),
    ...rated.map((group) => priceRate(group, room)),
  ];
}

function priceRate({ term, multiplier, person, role, records }: Group, room: DraftRoom): DraftPart {
  if (term.term.type !== "rate") throw new Error("Not a rate");
  const { value } = term.term;
  const name = value.role ?? value.item;
  if (value.ceiling === true)
    return {
      charges: [],
      gaps: [openGap("drafting/price-is-ceiling", { item: name, price: value.price }, term.term.evidence)],
    };
  if (hasRemainder(term)) return { charges: [], gaps: [remainderGap(term, name)] };
  const charges: Charge[] = [];
  const gaps: DraftGap[] = [];
  // An increase within the period makes two prices, each for the records of its own days.
  const byPrice = new Map<
    string,
    { readonly price: DecimalText; readonly with: readonly GoverningTerm[]; readonly records: BilledRecord[] }
  >();
  for (const entry of records) {
    const raised = raisedPrice(value.price, term, entry.day, room);
    if (!raised.ok) {
      gaps.push(
        openGap(
          raised.code,
          { item: name },
          raised.with.flatMap((other) => other.term.evidence),
        ),
      );
      return { charges: [], gaps };
    }
    const known = byPrice.get(raised.price) ?? { price: raised.price, with: raised.with, records: [] };
    byPrice.set(raised.price, known);
    known.records.push(entry);
  }
  const rules = room.termsOf("time-rules").find((governing) => whyUnusable(governing) === null);
  const inHours = unitFactor("hour", value.unit);
  const general = rules?.term.value.increment;
  const step =
    value.increment ??
    (general !== undefined && inHours !== undefined
      ? (fractionToExactDecimal(converted(general, inHours)) ?? null)
      : null);
  for (const { price, with: raisedBy, records: own } of byPrice.values()) {
    let total = fraction(0);
    for (const { quantity } of own) {
      const exact = fractionToExactDecimal(quantity);
      total = addFractions(
        total,
        exact === undefined
          ? quantity
          : toFraction(
              billableQuantity(exact, { increment: step, minimumQuantity: value.minimumQuantity ?? null }),
            ),
      );
    }
    const quantity = fractionToExactDecimal(total);
    if (quantity === undefined) {
      gaps.push(
        openGap(
          "drafting/quantity-inexact",
          { item: name, quantity: shownQuantity(total) },
          own.flatMap(({ record }) => record.evidence),
        ),
      );
      continue;
    }
    const unitPrice =
      multiplier === null ? price : shownQuantity(converted(price, toFraction(multiplier.value)));
    const amount = lineAmount(
      { quantity, unitPrice: unitPrice as DecimalText, priceBase: value.priceBase ?? null },
      room.precision,
    );
    const days = new Set(own.map(({ day }) => day));
    charges.push(
      charge({
        kind: "fee",
        description: [
          name,
          ...(person === null ? [] : [person]),
          ...(multiplier === null ? [] : [multiplier.word]),
        ].join(", "),
        person,
        role: person === null ? null : role,
        quantity: decimalToText(quantity),
        unit: value.unit,
        unitPrice,
        priceBase: value.priceBase ?? null,
        net: amount.value,
        serviceDate: days.size === 1 ? ([...days][0] ?? null) : null,
        sourceIds: own.every(({ record }) => record.sourceId !== null)
          ? own.flatMap(({ record }) => record.sourceId ?? [])
          : [],
        terms: [term, ...raisedBy, ...(multiplier === null ? [] : [multiplier.term])],
        deliveries: own.map(({ record }) => record),
        formula: amount.formula,
      }),
    );
  }
  return { charges, gaps };
}
