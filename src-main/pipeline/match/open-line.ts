import {
  decimalToText,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import type {
  AgreementId,
  Delivery,
  DeliveryShare,
  Invoice,
  MatchReason,
} from "../../../src-shared/model/index.ts";
import { weekdayOf } from "../../../src-shared/time/index.ts";
import type { LocalDate, Weekday } from "../../../src-shared/time/index.ts";
import { relateUnits, unitFactor } from "../../../src-shared/wording/index.ts";
import { unitOfDelivery } from "./compare-delivery.ts";
import type { Proof, ProvenLine } from "./compare-delivery.ts";

/** A line that records can prove, with what of them it has taken so far. */
export interface OpenLine extends ProvenLine {
  readonly subject: string;
  readonly invoice: Invoice;
  readonly familyId: AgreementId | null;
  readonly interval: { readonly start: LocalDate; readonly end: LocalDate } | null;
  readonly isIntervalPrinted: boolean;
  /** Days of records that its description names: it is for no other of them. */
  readonly days: ReadonlySet<LocalDate>;
  /** Weekdays that only other lines of the invoice name, where its own description names some: "Mon–Fri" beside "Saturday". */
  readonly weekdaysOfOthers: ReadonlySet<Weekday>;
  /** Records that only its description names: what they leave open, others may prove. */
  readonly idsInWords: readonly string[];
  /** Proofs by record, so that no pair is compared twice. */
  readonly proofs: Map<string, Proof | null>;
  need: Fraction;
  /** What credits gave back of its records, for others to bill. */
  readonly returned: Map<string, Fraction>;
  readonly shares: Map<string, { quantity: Fraction | null; readonly reasons: readonly MatchReason[] }>;
}

/**
 * Whether a line that names days names another day than the one of a record, or the weekday of the record is another
 * line's. A day says more than a weekday beside it, which may be misprinted.
 */
export const isOfOtherDay = ({ date }: Delivery, { days, weekdaysOfOthers }: OpenLine): boolean =>
  date !== null && (days.size > 0 ? !days.has(date) : weekdaysOfOthers.has(weekdayOf(date)));

/** How much of a line one unit of a record is; `undefined` where that takes an agreement to know. */
export function factorBetween(delivery: Delivery, { unit }: OpenLine): Fraction | undefined {
  const from = unitOfDelivery(delivery);
  return from === null || unit === null ? fraction(1) : unitFactor(from, unit);
}

export const toShares = ({ shares }: OpenLine): readonly DeliveryShare[] =>
  [...shares].map(([deliveryId, { quantity, reasons }]) => ({
    deliveryId: deliveryId as DeliveryShare["deliveryId"],
    quantity: quantity === null ? null : toQuantity(quantity),
    reasons,
  }));

export const toQuantity = (quantity: Fraction): DecimalText =>
  decimalToText(fractionToExactDecimal(quantity) ?? fractionToDecimal(quantity, 6));

/** The line that has a part of a record and that alone could have it: what is left of the record is its own as well. */
export function takersOf(
  lines: readonly OpenLine[],
): ReadonlyMap<string, { readonly line: OpenLine; readonly proof: Pick<Proof, "reasons"> }> {
  // Beyond an included quantity a line bills less than was delivered.
  const isInPart = ({ pool, unit }: OpenLine): boolean =>
    (pool?.byType.get("included") ?? []).some(
      ({ term }) => term.type === "included" && relateUnits(term.value.unit, unit) !== "different",
    );
  const provers = new Map<string, number>();
  for (const { proofs } of lines)
    for (const [id, proof] of proofs) if (proof !== null) provers.set(id, (provers.get(id) ?? 0) + 1);
  return new Map(
    lines.flatMap((line) =>
      [...line.shares].flatMap(([id, { quantity, reasons }]) =>
        quantity === null || provers.get(id) !== 1 || isInPart(line)
          ? []
          : [[id, { line, proof: { reasons } }] as const],
      ),
    ),
  );
}
