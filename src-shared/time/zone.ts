import { err, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";
import { addDays, dateToDayNumber, dayNumberToDate, daysInMonth } from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";

declare const instantBrand: unique symbol;

/** A point in time as ISO 8601 with its offset: "2026-04-01T03:30:00Z", "2026-03-31T23:30:00-04:00". */
export type Instant = string & { readonly [instantBrand]: true };

/** A civil date with a time of day, "23:59:00", as a clock on the wall shows it. */
export interface LocalDateTime {
  readonly date: LocalDate;
  /** "HH:MM:SS", whole seconds. */
  readonly time: string;
}

const msPerSecond = 1000;
const msPerMinute = 60 * msPerSecond;
const msPerHour = 60 * msPerMinute;
const msPerDay = 24 * msPerHour;

const instantGrammar =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)$/;

/** Reads a time stamp that carries its offset. One without an offset names no point in time: it is malformed here. */
export function parseInstant(text: string): Result<Instant, InstantError> {
  return readEpochMs(text) === undefined
    ? err({ code: "time/malformed-instant", text })
    : ok(text as Instant);
}

export interface InstantError {
  readonly code: "time/malformed-instant";
  readonly text: string;
}

/** An instant that is known to be one. Throws otherwise. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new RangeError(`Not a time stamp with an offset: ${JSON.stringify(text)}`);
  return parsed.value;
}

/** Milliseconds since 1970-01-01T00:00Z; finer digits are cut. */
export function instantToEpochMs(value: Instant): number {
  const epochMs = readEpochMs(value);
  if (epochMs === undefined)
    throw new RangeError(`Not a time stamp with an offset: ${JSON.stringify(value)}`);
  return epochMs;
}

/** The instant in UTC, with milliseconds only where there are any: "2026-04-01T03:30:00Z". */
export function epochMsToInstant(epochMs: number): Instant {
  const { date, time, ms } = wallClock(epochMs);
  return `${date}T${time}${ms === 0 ? "" : `.${String(ms).padStart(3, "0")}`}Z` as Instant;
}

export function compareInstants(first: Instant, second: Instant): -1 | 0 | 1 {
  const difference = instantToEpochMs(first) - instantToEpochMs(second);
  if (difference === 0) return 0;
  return difference < 0 ? -1 : 1;
}

/** Whether the host knows an IANA zone such as "Europe/Berlin". "UTC" is one; a bare abbreviation ("CST") is not. */
export function isTimeZone(zone: string): boolean {
  if (zone !== "UTC" && !/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false;
  try {
    return findClock(zone) !== undefined;
  } catch {
    return false;
  }
}

/** The civil date of an instant where the zone's clocks hang: 2026-04-01T03:30Z is 31 March in New York. */
export function instantToLocalDate(value: Instant, zone: string): LocalDate {
  return instantToLocalDateTime(value, zone).date;
}

export function instantToLocalDateTime(value: Instant, zone: string): LocalDateTime {
  const epochMs = instantToEpochMs(value);
  const { date, time } = wallClock(epochMs + offsetAt(epochMs, zone));
  return { date, time };
}

/** Minutes by which the zone is ahead of UTC at an instant: 120 in Berlin in summer. */
export function offsetMinutesAt(value: Instant, zone: string): number {
  return offsetAt(instantToEpochMs(value), zone) / msPerMinute;
}

/**
 * The instants at which a zone's clocks show a date and time, in order.
 *
 * One as a rule; none in the hour that is skipped in spring; two in the hour that is repeated in autumn.
 */
export function localDateTimeToInstants({ date, time }: LocalDateTime, zone: string): readonly Instant[] {
  return epochsAt(dateToDayNumber(date) * msPerDay + timeToMs(time), zone).map(epochMsToInstant);
}

/** The first instant of a civil date; where midnight is skipped, the first one that has this date or a later one. */
export function zonedStartOfDay(date: LocalDate, zone: string): Instant {
  return epochMsToInstant(startOfDayMs(date, zone));
}

/** Hours of a civil date: 24, or 23 and 25 where clocks change, and 0 for a date that the zone skipped. */
export function hoursInDay(date: LocalDate, zone: string): number {
  return (startOfDayMs(addDays(date, 1), zone) - startOfDayMs(date, zone)) / msPerHour;
}

function startOfDayMs(date: LocalDate, zone: string): number {
  const midnight = dateToDayNumber(date) * msPerDay;
  const first = epochsAt(midnight, zone)[0];
  if (first !== undefined) return first;
  // Midnight does not exist: find the change by halving between a time before it and one after it.
  let before = midnight - 36 * msPerHour;
  let after = midnight + 36 * msPerHour;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offsetAt(middle, zone) < midnight) before = middle;
    else after = middle;
  }
  return after;
}

function epochsAt(wallMs: number, zone: string): readonly number[] {
  const offsets = new Set(
    [-msPerDay, -msPerHour, msPerHour, msPerDay].map((shift) => offsetAt(wallMs + shift, zone)),
  );
  return [...offsets]
    .map((offset) => wallMs - offset)
    .filter((epochMs) => epochMs + offsetAt(epochMs, zone) === wallMs)
    .toSorted((first, second) => first - second);
}

function offsetAt(epochMs: number, zone: string): number {
  if (zone === "UTC") return 0;
  const parts = new Map(
    findClock(zone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): string => (parts.get(type) ?? "").padStart(2, "0");
  const date = `${read("year").padStart(4, "0")}-${read("month")}-${read("day")}` as LocalDate;
  const wallMs =
    dateToDayNumber(date) * msPerDay + timeToMs(`${read("hour")}:${read("minute")}:${read("second")}`);
  return wallMs - Math.floor(epochMs / msPerSecond) * msPerSecond;
}

const clocksByZone = new Map<string, Intl.DateTimeFormat>();

// Locale, calendar, digits and zone are all explicit: nothing is left to the machine but the zone's own history.
function findClock(zone: string): Intl.DateTimeFormat {
  const known = clocksByZone.get(zone);
  if (known !== undefined) return known;
  // oxlint-disable-next-line eslint/no-restricted-globals -- the only source of zone history; every option is explicit
  const clock = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocksByZone.set(zone, clock);
  return clock;
}

function wallClock(wallMs: number): LocalDateTime & { readonly ms: number } {
  const dayNumber = Math.floor(wallMs / msPerDay);
  const rest = wallMs - dayNumber * msPerDay;
  const digits = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(rest / msPerHour);
  const minutes = Math.floor(rest / msPerMinute) % 60;
  const seconds = Math.floor(rest / msPerSecond) % 60;
  return {
    date: dayNumberToDate(dayNumber),
    time: `${digits(hours)}:${digits(minutes)}:${digits(seconds)}`,
    ms: rest % msPerSecond,
  };
}

function timeToMs(time: string): number {
  const [hours, minutes, seconds] = time.split(":");
  return Number(hours) * msPerHour + Number(minutes) * msPerMinute + Number(seconds ?? "0") * msPerSecond;
}

function readEpochMs(text: string): number | undefined {
  const parts = instantGrammar.exec(text);
  if (parts === null) return undefined;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "00", part = "", offset = "Z"] =
    parts;
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1;
  if (!isDay || Number(year) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const wallMs =
    dateToDayNumber(`${year}-${month}-${day}` as LocalDate) * msPerDay +
    timeToMs(`${hour}:${minute}:${second}`);
  const offsetMs = readOffsetMs(offset);
  return offsetMs === undefined ? undefined : wallMs + Number(part.padEnd(3, "0").slice(0, 3)) - offsetMs;
}

function readOffsetMs(offset: string): number | undefined {
  if (offset === "Z") return 0;
  const digits = offset.replaceAll(/[+:-]/g, "").padEnd(4, "0");
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 18 || minutes > 59) return undefined;
  return (offset.startsWith("-") ? -1 : 1) * (hours * msPerHour + minutes * msPerMinute);
}
