import { describe, expect, it } from "vitest";
import {
  allowanceCountIn,
  allowanceUnitOf,
  coversTripCost,
  tripCostsOf,
} from "../../../../src-shared/wording/index.ts";

describe("costs of a trip", () => {
  it("knows them in several languages", () => {
    expect(tripCostsOf("Übernachtung Pension Adler")).toEqual(["lodging"]);
    expect(tripCostsOf("Dîner équipe, taxi gare")).toEqual(["meals", "taxi"]);
    expect(tripCostsOf("Software development")).toEqual([]);
  });

  it("is covered by its own kind and by travel as a whole", () => {
    expect(coversTripCost("lodging", "Hotel Aurora, 2 nights")).toBe(true);
    expect(coversTripCost("travel", "Hotel Aurora, 2 nights")).toBe(true);
    expect(coversTripCost("meals", "Hotel Aurora, 2 nights")).toBe(false);
  });

  it("is counted by night or day", () => {
    expect(allowanceUnitOf("120 € par nuit")).toBe("night");
    expect(allowanceUnitOf("£30 per person per day")).toBe("day");
    expect(allowanceCountIn("Hotel Aurora, 2 nights", "night")).toBe(2);
    expect(allowanceCountIn("Hotel Aurora", "night")).toBeNull();
  });
});
