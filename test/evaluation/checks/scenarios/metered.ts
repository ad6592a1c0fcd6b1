import { plusDays, plusMonths } from "../cents.ts";
import { between } from "../words.ts";
import type { Random } from "../words.ts";
import type { World, WorldInvoice, WorldRecord } from "../world.ts";
import { agreementOf, commonClauses, durationClause, frameOf, monthlyInvoice, worldOf } from "./frame.ts";

export const tierAmount = (quantity: bigint): bigint => {
  // 0.10 to 10,000, 0.08 to 50,000, 0.05 above.
  const [first, second] = [10_000n, 50_000n];
  const min = (one: bigint, other: bigint): bigint => (one < other ? one : other);
  const inFirst = min(quantity, first);
  const inSecond = quantity > first ? min(quantity, second) - first : 0n;
  const above = quantity > second ? quantity - second : 0n;
  return inFirst * 10n + inSecond * 8n + above * 5n;
};

/** Requests by graduated tiers with a monthly minimum, from stamped records, in the zone of New York. */
export function metered(random: Random): World {
  const frame = frameOf(random);
  const records: WorldRecord[] = [];
  const invoices: WorldInvoice[] = [];
  for (let position = 0; position < 5; position += 1) {
    const month = plusMonths(frame.month, position - 4);
    let total = 0n;
    for (let day = 1; day <= 27; day += 2) {
      const used = BigInt(between(random, 1500, 1900));
      total += used;
      const date = plusDays(month, day);
      records.push({
        kind: "usage",
        date,
        instant: `${date}T15:${String(10 + day).slice(0, 2)}:00Z`,
        item: "API requests",
        quantity: String(used),
        unit: "request",
        approved: true,
      });
    }
    invoices.push(
      monthlyInvoice(frame, month, position, [
        { description: "API requests", quantity: String(total), unit: "request", net: tierAmount(total) },
      ]),
    );
  }
  const agreement = agreementOf(
    frame,
    "Platform Agreement",
    [
      durationClause("2026-01-01", "2027-01-01"),
      {
        term: {
          type: "tiers",
          value: {
            item: "API requests",
            unit: "request",
            method: "graduated",
            tiers: [
              { upTo: "10000", price: "0.10" },
              { upTo: "50000", price: "0.08" },
              { upTo: null, price: "0.05" },
            ],
            per: "month",
          },
        },
        text: "API requests are charged per month: the first 10,000 requests at $0.10 each, the next 40,000 requests at $0.08 each, and all further requests at $0.05 each. Each price applies only to the requests within its tier.",
      },
      {
        term: { type: "minimum", value: { amount: "1000.00", per: "month", scope: "agreement" } },
        text: "Monthly charges shall not be less than $1,000.00.",
      },
      {
        term: {
          type: "billing",
          value: { frequency: "month", timing: "arrears", timeZone: "America/New_York" },
        },
        text: "Provider invoices monthly in arrears; months begin and end at midnight in America/New_York.",
      },
      ...commonClauses(random, frame),
    ],
    { timeZone: "America/New_York" },
  );
  return worldOf("metered", frame, { agreements: [agreement], records, invoices });
}
