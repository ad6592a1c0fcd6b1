import { expect, test } from "vitest";
import {
  unnamedZoneIn,
  zoneNameIn,
} from "../../../../../../src-main/pipeline/normalize/agreement/header/time-zones.ts";

test.each([
  ["a month ends at midnight lisbon time", "Europe/Lisbon"],
  ["events count by the time in oslo", "Europe/Oslo"],
  ["a minuit, heure de lyon", "Europe/Paris"],
  ["cut-off is 6 pm, san francisco time", "America/Los_Angeles"],
])("a clock hangs where a place is named beside it: %s", (line, zone) =>
  expect(zoneNameIn([line])).toBe(zone),
);

test.each([
  "the office stays closed over easter time",
  "a day ends by the local time in south africa",
  "delivery at local time in west africa",
  "response time and waiting time are no places",
])("words of other things name no zone: %s", (line) => expect(zoneNameIn([line])).toBeNull());

test("two zones are none, and the same one said twice is one", () => {
  expect(zoneNameIn(["vienna time", "the time in oslo"])).toBeNull();
  expect(zoneNameIn(["the time in oslo", "midnight oslo time"])).toBe("Europe/Oslo");
});

test("a clock without a place is said by its words", () =>
  expect(unnamedZoneIn(["usage of a month counts by local time."])).toBe("local time"));
