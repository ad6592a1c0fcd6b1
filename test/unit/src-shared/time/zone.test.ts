import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, it } from "vitest";
import {
  compareInstants,
  dayNumberToDate,
  epochMsToInstant,
  hoursInDay,
  instant,
  instantToEpochMs,
  instantToLocalDate,
  instantToLocalDateTime,
  isTimeZone,
  localDate,
  localDateTimeToInstants,
  offsetMinutesAt,
  parseInstant,
  zonedStartOfDay,
} from "../../../../src-shared/time/index.ts";

const date = localDate;
const zones = [
  "UTC",
  "America/New_York",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Asia/Beirut",
  "America/Havana",
  "Pacific/Kiritimati",
  "Africa/Casablanca",
];

describe("parseInstant", () => {
  it.each([
    ["2026-04-01T03:30:00Z", 1_775_014_200_000],
    ["2026-04-01T03:30Z", 1_775_014_200_000],
    ["2026-03-31T23:30:00-04:00", 1_775_014_200_000],
    ["2026-03-31 23:30:00-0400", 1_775_014_200_000],
    ["2026-04-01T09:00:00+05:30", 1_775_014_200_000],
    ["2026-04-01T03:30:00.250Z", 1_775_014_200_250],
    ["2026-04-01T03:30:00,123456789Z", 1_775_014_200_123],
    ["1969-12-31T23:59:59.999Z", -1],
  ])("reads %s", (text, epochMs) => {
    const parsed = parseInstant(text);
    expect(parsed).toEqual({ ok: true, value: text });
    expect(instantToEpochMs(instant(text))).toBe(epochMs);
  });

  it.each([
    "2026-04-01T03:30:00",
    "2026-04-01",
    "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "2026-04-01T24:00:00Z",
    "2026-04-01T03:60:00Z",
    "2026-04-01T03:30:60Z",
    "2026-04-01T03:30:00+19:00",
    "2026-04-01T03:30:00+05:60",
    "2026-04-01T03:30:00 EST",
    "",
  ])("refuses %j", (text) => {
    expect(parseInstant(text)).toEqual({ ok: false, error: { code: "time/malformed-instant", text } });
    expect(() => instant(text)).toThrow(RangeError);
  });

  it("writes back what it reads", () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000_000_000_000, max: 200_000_000_000_000 }), (epochMs) => {
        expect(instantToEpochMs(epochMsToInstant(epochMs))).toBe(epochMs);
      }),
    );
    expect(epochMsToInstant(0)).toBe("1970-01-01T00:00:00Z");
    expect(epochMsToInstant(-1)).toBe("1969-12-31T23:59:59.999Z");
  });

  it("orders by time and not by text", () => {
    expect(compareInstants(instant("2026-04-01T03:30:00Z"), instant("2026-03-31T23:30:00-04:00"))).toBe(0);
    expect(compareInstants(instant("2026-04-01T01:00:00+02:00"), instant("2026-04-01T00:30:00Z"))).toBe(-1);
    expect(compareInstants(instant("2026-04-01T01:00:00Z"), instant("2026-04-01T02:30:00+02:00"))).toBe(1);
  });
});

describe("zones, against an independent implementation", () => {
  it("agrees on the wall clock at any instant since 1970", () => {
    const seconds = fc.integer({ min: 0, max: 2_100_000_000 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const value = epochMsToInstant(second * 1000);
        const other = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone);
        const { date: day, time } = instantToLocalDateTime(value, zone);
        expect(`${day}T${time}`).toBe(other.toPlainDateTime().toString({ smallestUnit: "second" }));
        expect(offsetMinutesAt(value, zone) * 60_000_000_000).toBe(other.offsetNanoseconds);
      }),
    );
  });

  it("agrees on where a day starts and how long it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 24_000 }), fc.constantFrom(...zones), (dayNumber, zone) => {
        const day = dayNumberToDate(dayNumber);
        fc.pre(!(zone.startsWith("Pacific/") && hoursInDay(day, zone) === 0));
        const other = Temporal.PlainDate.from(day).toZonedDateTime(zone);
        expect(instantToEpochMs(zonedStartOfDay(day, zone))).toBe(other.epochMilliseconds);
        expect(hoursInDay(day, zone)).toBe(other.hoursInDay);
      }),
      { numRuns: 300 },
    );
  });
});

describe("days that clocks change", () => {
  it.each([
    ["2026-03-29", "Europe/Berlin", 23],
    ["2026-10-25", "Europe/Berlin", 25],
    ["2026-10-24", "Europe/Berlin", 24],
    ["2026-03-08", "America/New_York", 23],
    ["2026-11-01", "America/New_York", 25],
    ["2026-04-05", "Australia/Lord_Howe", 24.5],
    ["2011-12-30", "Pacific/Apia", 0],
    ["2026-03-29", "UTC", 24],
  ])("%s in %s has %d hours", (day, zone, hours) => {
    expect(hoursInDay(date(day), zone)).toBe(hours);
  });

  it("starts a day after midnight where midnight is skipped", () => {
    expect(zonedStartOfDay(date("2018-11-04"), "America/Sao_Paulo")).toBe("2018-11-04T03:00:00Z");
    expect(zonedStartOfDay(date("2022-03-27"), "Asia/Beirut")).toBe("2022-03-26T22:00:00Z");
    expect(hoursInDay(date("2022-03-27"), "Asia/Beirut")).toBe(23);
    expect(instantToLocalDateTime(instant("2018-11-04T03:00:00Z"), "America/Sao_Paulo")).toEqual({
      date: "2018-11-04",
      time: "01:00:00",
    });
  });

  it("shows a time never, once or twice", () => {
    const at = (day: string, time: string): readonly string[] =>
      localDateTimeToInstants({ date: date(day), time }, "Europe/Berlin");
    expect(at("2026-03-29", "02:30:00")).toEqual([]);
    expect(at("2026-03-29", "03:00:00")).toEqual(["2026-03-29T01:00:00Z"]);
    expect(at("2026-10-25", "02:30:00")).toEqual(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]);
    expect(at("2026-06-15", "12:00")).toEqual(["2026-06-15T10:00:00Z"]);
  });

  it("puts an event before or after a cut-off by the clock of the agreement", () => {
    const [cutoff] = localDateTimeToInstants(
      { date: date("2026-10-31"), time: "23:59:00" },
      "America/New_York",
    );
    expect(cutoff).toBe("2026-11-01T03:59:00Z");
    const isLate = (event: string): boolean =>
      cutoff !== undefined && compareInstants(instant(event), cutoff) > 0;
    expect(["2026-10-31T23:59:00-04:00", "2026-10-31T23:59:01-04:00"].map(isLate)).toEqual([false, true]);
  });
});

describe("names of zones", () => {
  it("are those of IANA", () => {
    expect([...zones, "America/Argentina/Buenos_Aires", "Etc/GMT+5"].every(isTimeZone)).toBe(true);
    expect(["EST", "CST", "Local", "", "Mars/Olympus", "america/new_york ", "+02:00"].some(isTimeZone)).toBe(
      false,
    );
  });
});

describe("the machine's own zone", () => {
  const before = process.env["TZ"];
  afterEach(() => {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  });

  it("changes nothing", () => {
    const results = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"].map((machine) => {
      process.env["TZ"] = machine;
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(machine);
      return zones.map((zone) => [
        instantToLocalDate(instant("2026-03-31T23:30:00Z"), zone),
        zonedStartOfDay(date("2026-03-29"), zone),
        hoursInDay(date("2026-03-29"), zone),
      ]);
    });
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });
});
