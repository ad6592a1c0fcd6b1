import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { Reading } from "../engine/reading.ts";
import type { Literal, QuantityLiteral } from "../literals/literal.ts";
import type { TextPart } from "../structure/unit.ts";

export interface Parts {
  from: LocalDate | null;
  to: LocalDate | null;
  months: number | null;
  days: number | null;
  autoRenew: boolean | null;
  renewalMonths: number | null;
  noticeDays: number | null;
  noticeMonths: number | null;
  eventStart: string | null;
  /** How plainly the length that stands was said. */
  lengthStrength: number;
  readonly parts: TextPart[];
  readonly questions: Set<string>;
  readonly consumed: Set<Literal>;
  order: number;
}

export const monthsOf = (literal: QuantityLiteral): number | null => {
  const count = Number(literal.value);
  if (!Number.isInteger(count) || count <= 0) return null;
  return literal.unit === "year"
    ? count * 12
    : literal.unit === "quarter"
      ? count * 3
      : literal.unit === "month"
        ? count
        : null;
};

export const daysOf = (literal: QuantityLiteral): number | null =>
  /^\d{1,3}$/.test(literal.value) && (literal.unit === "day" || literal.unit === "week")
    ? Number(literal.value) * (literal.unit === "week" ? 7 : 1)
    : null;

export const note = (parts: Parts, reading: Reading): void => {
  const { unit } = reading;
  if (parts.parts.length === 0) parts.order = unit.order;
  if (
    parts.parts.length < 4 &&
    !parts.parts.some((part) => part.prepared === unit.prepared && part.start === unit.start)
  )
    parts.parts.push({ prepared: unit.prepared, start: unit.start, end: unit.end });
};

export const inTermOrLabel = (folded: string, inTermZone: boolean): boolean =>
  inTermZone ||
  /\b(?:term|period|agreement|contract|laufzeit|duree|vertrag|contrat|engagement|sow|order|season|flight|courses?|supply|contrato|contratto|acuerdo|vigencia|durata|overeenkomst|looptijd|duracion|addendum|rates? hold)\b/.test(
    folded,
  );
