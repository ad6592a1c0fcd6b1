import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("words of an index, a limit or a least that say no term", () => {
  test.each([
    '"Labor Cost Index" shall mean the index of labor costs that the Bureau of Statistics publishes each year.',
    "Partner display refers to the revenue of these clients: Northside Index, Open Lane, Rhythm House.",
  ])("%s", (clause) => expect(valuesOf("escalator", clause)).toEqual([]));

  test("a clause number before its heading counts nothing", () =>
    expect(
      termsOf("Pricing 7.1 General 30 7.2 Base Fees 30 7.3 Price Inclusive 31").map(({ type }) => type),
    ).toEqual([]));

  test("how much credits may come to is no credit", () =>
    expect(
      valuesOf(
        "service-credit",
        "If the service level is missed, service credits of a month shall not exceed twenty percent (20%) of its invoice.",
      ),
    ).toEqual([]));

  test("how long an account is kept open is no least quantity", () =>
    expect(
      valuesOf(
        "minimum",
        "For at least 90 days following the end, Client keeps an account which Provider may charge.",
      ),
    ).toEqual([]));
});

test("the index that prices follow is a rise, whatever it is called", () =>
  expect(
    valuesOf("escalator", "The fees are adjusted each year by the change in the Consumer Price Index."),
  ).toEqual([expect.objectContaining({ every: "year" })]));
