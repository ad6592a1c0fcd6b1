import { describe, expect, it } from "vitest";
import {
  compareNames,
  isBeyondIncluded,
  monthsNamed,
  statedCostOf,
} from "../../../../src-shared/wording/index.ts";

describe("a cost that a line states with its markup", () => {
  it.each([
    ["Gasket set, cost 64.20 + 12 %", "64.20", "12"],
    ["Joints, achat 1 164,20 € + 12,5 %", "1164.20", "12.5"],
    ["Dichtungen, Einkauf 1.164,20 EUR zzgl. 8%", "1164.20", "8"],
  ])("is read from %s", (text, cost, percent) => {
    expect(statedCostOf(text)).toEqual({ cost, percent });
  });

  it.each([
    "Gasket set 64.20",
    "Fuel surcharge 12 %",
    "Stage 2 of 64 + 12 %",
    "64.20 + 12 % and 18.00 + 12 %",
  ])("is none in %s", (text) => expect(statedCostOf(text)).toBeNull());
});

describe("months that a text names", () => {
  it("are told in several languages, each once", () => {
    expect(monthsNamed("une fois par trimestre (février, mai, août et novembre)")).toEqual([2, 5, 8, 11]);
    expect(monthsNamed("in May and again in May, then in October")).toEqual([5, 10]);
    expect(monthsNamed("once a quarter")).toEqual([]);
  });
});

describe("use beyond what is included", () => {
  it.each(["Prints beyond the allowance", "km eccedenti", "Dépassement de volume", "Excess mileage"])(
    "is named by %s",
    (text) => expect(isBeyondIncluded(text)).toBe(true),
  );

  it.each(["Additional hours", "Beyond Ltd licence", "Extra bins"])("is not named by %s", (text) =>
    expect(isBeyondIncluded(text)).toBe(false),
  );
});

describe("a legal form that goes on", () => {
  it("is the same name with its form written out", () => {
    expect(compareNames("Trasporti Alpe S.n.c.", "Trasporti Alpe S.n.c. di Nardi Elio & C.")).toBe(
      "form-missing",
    );
    expect(compareNames("Cantina Alta Soc. Coop.", "Cantina Alta Soc. Coop. Agr.")).toBe("form-missing");
  });

  it("is no other company of the same name", () => {
    expect(compareNames("Trasporti Alpe S.r.l.", "Trasporti Alpe S.r.l. Immobiliare")).not.toBe(
      "form-missing",
    );
  });
});
