import type { Field, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import { foldText } from "../values/index.ts";
import type { PeriodReading } from "../values/index.ts";
import { periodFields } from "./fields.ts";
import type { Announced } from "./announced.ts";
import { reachOfWork } from "./yearless-days.ts";

// What a label calls the seller's own calendar, and what it calls the time in which the service ran.
const accounting =
  /\b(?:invoice|invoicing|billing|bill|accounting|statement|abrechnungs?|rechnungs?|factur|fattur|fatur)/;
const service =
  /\b(?:flights?|services?|schedule|performance|campaign|run|air|broadcast|booking|leistungs?|liefer|ausfuhrungs?|prestation|prestacion|prestazione|prestacao|prestatie)/;

/**
 * The period that an invoice bills.
 *
 * Where both an accounting period ("Invoice period 30 March – 26 April") and the time of the service ("Flight 14 – 20
 * April") are printed and overlap, it is the time of the service: the other is the seller's own calendar.
 */
export function billedPeriod(
  document: ReadDocument,
  periods: readonly Announced<PeriodReading>[],
  issueDate: Field<LocalDate> | null,
): { readonly start: Field<LocalDate>; readonly end: Field<LocalDate> } | null {
  const [best] = periods;
  if (best === undefined) return null;
  const fieldsOf = (period: Announced<PeriodReading>): ReturnType<typeof periodFields> =>
    periodFields(document, period.reading, period.tokens, confidenceOf(period, issueDate));
  const named = (pattern: RegExp, other: RegExp): Announced<PeriodReading> | undefined =>
    periods.find((period) => {
      const label = labelOf(period);
      return period.reading.value !== null && pattern.test(label) && !other.test(label);
    });
  const [calendar, work] = [named(accounting, service), named(service, accounting)];
  const [billed, done] = [calendar?.reading.value ?? null, work?.reading.value ?? null];
  if (calendar === undefined || work === undefined || billed === null || done === null) return fieldsOf(best);
  const isApart = done.end <= billed.start || billed.end <= done.start;
  return fieldsOf(isApart ? calendar : work);
}

/** Days that are announced weakly or not at all are surer where they are those before the invoice: a bill is of what was just done. */
function confidenceOf(
  { reading, score }: Announced<PeriodReading>,
  issueDate: Field<LocalDate> | null,
): number {
  const [told, issued] = [reading.value, issueDate?.value ?? null];
  const isJustDone =
    told !== null &&
    issued !== null &&
    told.end <= addDays(issued, 1) &&
    told.start >= addDays(issued, -reachOfWork);
  return Math.min(0.95, 0.5 + 0.45 * (isJustDone ? score + corroborated : score));
}

/** What a period that fits the date of the invoice gains. */
const corroborated = 0.2;

const labelOf = (period: Announced<PeriodReading>): string => foldText(period.site?.label.phrase ?? "");
