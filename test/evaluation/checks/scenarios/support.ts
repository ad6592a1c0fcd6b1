import { hundredths, plusDays, plusMonths } from "../cents.ts";
import { between, monthName, priceBetween } from "../words.ts";
import type { Random } from "../words.ts";
import type { World, WorldInvoice, WorldRecord } from "../world.ts";
import {
  agreementOf,
  commonClauses,
  durationClause,
  frameOf,
  monthlyInvoice,
  timedLine,
  worldOf,
} from "./frame.ts";

/** A retainer with hours in it, overage beyond them, a discount on the fee and a yearly increase, from 2025 on. */
export function support(random: Random): World {
  const frame = frameOf(random);
  const fee = priceBetween(random, 1500, 3000);
  const extra = priceBetween(random, 90, 140);
  // Three percent since March: prices are multiples of five, so a cent is exact.
  const raised = (price: string): bigint => (hundredths(price) * 103n) / 100n;
  const shown = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
  const records: WorldRecord[] = [];
  const invoices: WorldInvoice[] = [];
  for (let position = 0; position < 3; position += 1) {
    const month = plusMonths(frame.month, position - 2);
    let worked = 0;
    for (let count = 0; count < 5; count += 1) {
      const hours = between(random, 5, 6);
      worked += hours;
      records.push({
        kind: "time",
        date: plusDays(month, 2 + count * 5),
        person: "Ingrid Dahl",
        item: "Support request",
        quantity: String(hours),
        unit: "hour",
        approved: true,
      });
    }
    const price = shown(raised(extra));
    const lines = [
      { description: `Support retainer, ${monthName(month)}`, net: raised(fee) },
      timedLine("Additional support hours", String(worked - 20), price),
    ];
    invoices.push(monthlyInvoice(frame, month, position, lines));
  }
  const agreement = agreementOf(
    frame,
    "Support Agreement",
    [
      durationClause("2025-03-01", "2027-03-01"),
      {
        term: {
          type: "fixed-fee",
          value: { item: "Support retainer", amount: fee, per: "month", timing: "arrears" },
        },
        text: `Support retainer: $${fee} per month.`,
      },
      {
        term: { type: "included", value: { item: "support", quantity: "20", unit: "hour", per: "month" } },
        text: "The retainer includes 20 hours of support a month.",
      },
      {
        term: { type: "overage", value: { item: "Additional support hours", unit: "hour", price: extra } },
        text: `Additional support hours beyond the included hours are charged at $${extra} per hour.`,
      },
      {
        term: {
          type: "escalator",
          value: { percent: "3", every: "year", first: "2026-03-01", compound: true },
        },
        text: "All fees increase by 3 % on each anniversary of the start date, first on 1 March 2026, compounded.",
      },
      ...commonClauses(random, frame),
    ],
    { from: "2025-03-01", to: "2027-03-01", dated: "2025-02-15" },
  );
  return worldOf("support", frame, { agreements: [agreement], records, invoices });
}
