import { describe, expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const head = 'This Agreement is made between Alder Copy Ltd ("Supplier") and Penn Library ("Client").\n\n';
const saidOf = (text: string): readonly string[] =>
  agreementOf(`${head}${text}`).terms.flatMap(({ type, value }) =>
    type === "surcharge"
      ? [`+${value.amount ?? value.percent}`]
      : type === "fixed-fee"
        ? [`${value.item} ${value.amount}`]
        : type === "rate"
          ? [`${value.item} ${value.price}/${value.unit}`]
          : [],
  );

describe("charges that come only on occasion", () => {
  test.each([
    ["Orders of less than $90 carry a handling fee of $11.", "+11"],
    ["Bei Bestellungen unter 90 EUR fällt ein Kleinmengenzuschlag von 11 EUR an.", "+11"],
    ["Pour les commandes inférieures à 90 €, des frais de 11 € sont facturés.", "+11"],
    ["Los pedidos inferiores a 90 € tienen un recargo de 11 €.", "+11"],
    ["An order needed the same day bears an expedite fee of $11.", "+11"],
    ["A handling fee of $11 applies to releases below the minimum.", "+11"],
  ])("%s", (text, said) => {
    expect(saidOf(text)).toEqual([said]);
  });

  test("a fee that is always due is a price of its own", () => {
    expect(saidOf("Each order bears a handling fee of $11.")).not.toContain("+11");
  });

  test("nor is one that stands beside a charge for hurry", () => {
    expect(
      saidOf("Each delivery bears a delivery fee of $12, and urgent deliveries one of $30."),
    ).not.toContain("+12");
  });

  test("the value of an order from which a clause holds is no price", () => {
    expect(
      saidOf("Die Lieferung ist ab einem Bestellwert von 200 EUR frei; darunter werden 9 EUR berechnet."),
    ).not.toContainEqual(expect.stringContaining("200"));
  });
});

describe("what a change leaves behind", () => {
  test("a share that gives way to another", () => {
    expect(
      saidOf("Night work is billed with a surcharge of 35 % instead of the former 30 %.\n"),
    ).not.toContain("+30");
    expect(saidOf("The fuel surcharge of 4 % is replaced by a surcharge of 6 %.\n")).toEqual(["+6"]);
  });

  test("the fee of a clause that is taken out", () => {
    expect(saidOf("Clause 3 (hire fee of $70 per week) is deleted.\n")).toEqual([]);
  });

  test("the price that follows is for the thing that the former one was for", () => {
    expect(saidOf("Roof checks, previously $31 each, are charged at $33 per visit.\n")).toEqual([
      "Roof checks 33/visit",
    ]);
    expect(saidOf("La tariffa oraria del montatore è elevata da € 41,00 a € 43,00.\n")).toEqual([
      "montatore 43.00/hour",
    ]);
  });
});
