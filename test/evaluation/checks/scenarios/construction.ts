import { percentOf, plusMonths } from "../cents.ts";
import { between } from "../words.ts";
import type { Random } from "../words.ts";
import type { World, WorldInvoice } from "../world.ts";
import { agreementOf, commonClauses, durationClause, frameOf, invoiceOf, worldOf } from "./frame.ts";

/** Progress billing of four parts with retention, in three applications. */
export function construction(random: Random): World {
  const frame = frameOf(random);
  const parts = ["Site preparation", "Concrete works", "Steel frame", "Roof covering"].map((item) => ({
    item,
    amount: between(random, 20, 60) * 1000,
  }));
  const shares = [20, 30, 25];
  const invoices = shares.map((share, position): WorldInvoice => {
    const lines = parts.map(({ item, amount }) => ({
      description: item,
      net: BigInt(amount * share),
    }));
    const net = lines.reduce((sum, line) => sum + line.net, 0n);
    return invoiceOf(frame, plusMonths(frame.month, position - 1), position, lines, {
      retention: percentOf(net, "10"),
    });
  });
  const agreement = agreementOf(frame, "Construction Agreement", [
    durationClause("2026-01-01", "2027-01-01"),
    {
      term: {
        type: "schedule-of-values",
        value: { lines: parts.map(({ item, amount }) => ({ item, amount: `${amount}.00` })) },
      },
      text: `Schedule of Values\n\nItem                 Scheduled value\n${parts
        .map(({ item, amount }) => `${item.padEnd(20)} $${amount.toLocaleString("en-US")}.00`)
        .join("\n")}`,
    },
    {
      term: { type: "retention", value: { percent: "10" } },
      text: "Owner withholds ten percent (10 %) of each progress payment as retainage.",
    },
    ...commonClauses(random, frame),
  ]);
  return worldOf("construction", frame, { agreements: [agreement], records: [], invoices });
}
