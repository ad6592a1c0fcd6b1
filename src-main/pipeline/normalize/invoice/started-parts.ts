import type { Field, Invoice, InvoiceLine } from "../../../../src-shared/model/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { daysNamedIn } from "../../../../src-shared/wording/index.ts";
import { foldText } from "../values/index.ts";

/** "(15/30)", "21 of 31 days": days out of those of a month. */
const share =
  /(?<![\d./])(?:[1-9]|[12]\d|30) ?(?:\/|of|out of|von|sur|de|di|van) ?(?:28|29|30|31)(?![\d/]|\.\d)/u;
const inPart =
  /(?<!\p{L})(?:pro[- ]?rata\p{L}*|pro[- ]?rated|anteilig\p{L}*|au prorata|prorrat\p{L}*|naar rato|part[- ]month)(?!\p{L})/u;
const begins =
  /(?<!\p{L})(?:from|added|since|starting|as of|ab|seit|hinzu\p{L}*|des|depuis|a partir du?|a compter du|desde|dal|da|vanaf|sinds)(?!\p{L})/u;

/**
 * "2 new users from 16 October (15/30)" on a bill of October: that line bills from that day to the end of the period.
 *
 * Only where its words say that it is a part of a month, and name one day of the billed period.
 */
export function withStartedPart(line: InvoiceLine, { periodStart, periodEnd }: Invoice): InvoiceLine {
  const [start, end] = [periodStart?.value ?? null, periodEnd?.value ?? null];
  if (start === null || end === null || start >= end) return line;
  if (line.periodStart !== null || line.periodEnd !== null) return line;
  const words = foldText(line.description);
  if (!begins.test(words) || !(share.test(words) || inPart.test(words))) return line;
  const [day, ...others] = daysNamedIn(line.description.replace(share, " "), start, addDays(end, -1));
  if (day === undefined || others.length > 0 || day === start) return line;
  if (line.serviceDate !== null && line.serviceDate.value !== day) return line;
  const field = (value: LocalDate): Field<LocalDate> => ({
    value,
    evidence: line.evidence,
    basis: "rule",
    confidence: 0.85,
  });
  return { ...line, serviceDate: null, periodStart: field(day), periodEnd: field(end) };
}
