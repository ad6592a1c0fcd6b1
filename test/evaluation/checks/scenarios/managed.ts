import { hundredths, plusMonths } from "../cents.ts";
import { monthName, pick, priceBetween } from "../words.ts";
import type { Random } from "../words.ts";
import type { World, WorldInvoice } from "../world.ts";
import { agreementOf, commonClauses, durationClause, frameOf, monthlyInvoice, worldOf } from "./frame.ts";

/** A flat fee and a price per user each month, with the basis for part months, over five months. */
export function managed(random: Random): World {
  const frame = frameOf(random);
  const fee = priceBetween(random, 900, 2400);
  const seat = priceBetween(random, 10, 40);
  const item = pick(random, ["Managed network", "Managed hosting", "Fleet monitoring"]);
  const invoices: WorldInvoice[] = [];
  for (let position = 0; position < 5; position += 1) {
    const month = plusMonths(frame.month, position - 4);
    const users = String(20 + position);
    invoices.push(
      monthlyInvoice(frame, month, position, [
        { description: `${item}, ${monthName(month)}`, net: hundredths(fee) },
        {
          description: "User licenses",
          quantity: users,
          unit: "user",
          unitPrice: seat,
          net: BigInt(users) * hundredths(seat),
        },
      ]),
    );
  }
  const agreement = agreementOf(frame, "Managed Services Agreement", [
    durationClause("2026-01-01", "2027-01-01"),
    {
      term: { type: "fixed-fee", value: { item, amount: fee, per: "month", timing: "arrears" } },
      text: pick(random, [
        `${item}: a flat fee of $${fee} per month.`,
        `Client pays a flat monthly fee of $${fee} for ${item.toLowerCase()}.`,
      ]),
    },
    {
      term: { type: "rate", value: { item: "User licenses", unit: "user", price: seat, per: "month" } },
      text: `User licenses: $${seat} per user per month.`,
    },
    {
      term: { type: "proration", value: { basis: "actual/actual" } },
      text: "Part months are prorated by the actual days of the month.",
    },
    {
      term: { type: "billing", value: { frequency: "month", timing: "arrears" } },
      text: "Provider invoices monthly in arrears.",
    },
    ...commonClauses(random, frame),
  ]);
  return worldOf("managed", frame, { agreements: [agreement], records: [], invoices });
}
