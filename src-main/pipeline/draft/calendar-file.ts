import type { ExpectedBill } from "../../../src-shared/model/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";

/**
 * Bills that have not arrived as all-day events of an iCalendar file, on the day from which each can go out.
 *
 * Lines end with CRLF and are folded at 75 bytes. The same bills give the same bytes. Source: RFC 5545.
 */
export function calendarFile(
  bills: readonly ExpectedBill[],
  asOf: LocalDate,
  titleOf: (bill: ExpectedBill) => string,
): string {
  const compact = (day: string): string => day.replaceAll("-", "");
  const events = bills
    .filter(({ state }) => state !== "arrived" && state !== "before-records")
    .flatMap((bill) => [
      "BEGIN:VEVENT",
      `UID:${bill.agreementId}-${compact(bill.periodStart)}-${compact(bill.periodEnd)}@countersign.invalid`,
      `DTSTAMP:${compact(asOf)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(bill.dueOn)}`,
      `DTEND;VALUE=DATE:${compact(addDays(bill.dueOn, 1))}`,
      `SUMMARY:${escapeText(titleOf(bill))}`,
      ...(bill.missing.length === 0 ? [] : [`DESCRIPTION:${escapeText(bill.missing.join("\n"))}`]),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Countersign//Billing calendar//EN",
    "CALSCALE:GREGORIAN",
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

const escapeText = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll(/\r?\n/g, "\\n");

/** Folds at 75 bytes of UTF-8, never within a character. */
function foldLine(line: string): string {
  const parts: string[] = [];
  let [part, size] = ["", 0];
  for (const character of line) {
    const point = character.codePointAt(0) ?? 0;
    const bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (size + bytes > 75) {
      parts.push(part);
      [part, size] = ["", 1];
    }
    part += character;
    size += bytes;
  }
  return [...parts, part].join("\r\n ");
}
