import { describe, expect, it } from "vitest";
import { isRaisedBy } from "../../../../src-shared/wording/index.ts";
import { agreementOf } from "../../src-main/pipeline/normalize/agreement/agreement-of.ts";

const prices = [
  "SUPPLY AGREEMENT",
  "Start: 1 February 2026. End: 31 January 2028.",
  "1. Prices",
  "Oak logs: 142.00 EUR per pallet",
  "Birch logs: 118.00 EUR per pallet",
  "Firelighters: 6.75 EUR per box",
  "Stacking service: 34.00 EUR per hour",
];

/** Items whose price a clause raises. */
function raisedBy(clause: string): readonly string[] {
  const { terms } = agreementOf([...prices, "2. Increases", clause].join("\n"));
  const escalator = terms.find(({ type }) => type === "escalator");
  if (escalator === undefined) throw new Error(`No increase was read from: ${clause}`);
  const rates = terms.filter((term) => term.type === "rate");
  return rates.filter((rate) => isRaisedBy(rate, escalator, rates)).map(({ value }) => value.item);
}

const all = ["Oak logs", "Birch logs", "Firelighters", "Stacking service"];

describe("which prices an increase is on", () => {
  it.each([
    ["From 1 July 2026 all log prices rise by 4%.", ["Oak logs", "Birch logs"]],
    ["The prices of logs increase by 3% on 1 March 2027.", ["Oak logs", "Birch logs"]],
    ["Firelighters charges increase by 3% on 1 March 2027.", ["Firelighters"]],
    ["The hourly rates increase by 3% on 1 March 2027.", ["Stacking service"]],
  ])("is told by the word beside: %s", (clause, items) => expect(raisedBy(clause)).toEqual(items));

  it.each([
    "All prices rise by 4% on 1 July 2026.",
    "Contract prices and service fees rise by 2% on 1 July 2026.",
  ])("is all where nothing tells them apart: %s", (clause) => expect(raisedBy(clause)).toEqual(all));
});
