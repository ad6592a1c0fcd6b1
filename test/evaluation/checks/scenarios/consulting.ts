import { plusDays, plusMonths, shownHundredths } from "../cents.ts";
import { between, monthName, people, pick, priceBetween } from "../words.ts";
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

const roles = [
  ["Senior Consultant", "Consultant"],
  ["Lead Engineer", "Engineer"],
  ["Principal Architect", "Architect"],
] as const;

const tasks = [
  "Workshop with the finance team",
  "Migration of the customer ledger",
  "Review of the interface design",
  "Tests of the month-end close",
  "Training for the service desk",
] as const;

/** Work by the hour of two grades, proven by approved timesheets, under a limit and a roster, over four months. */
export function consulting(random: Random): World {
  const frame = frameOf(random);
  const [senior, plain] = pick(random, roles);
  const [high, low] = [priceBetween(random, 180, 260), priceBetween(random, 110, 160)];
  const first = between(random, 0, people.length - 3);
  const team = [
    { name: people[first] ?? "Ana Ruiz", role: senior, price: high },
    { name: people[first + 1] ?? "James Osei", role: plain, price: low },
  ];
  const records: WorldRecord[] = [];
  const invoices: WorldInvoice[] = [];
  for (let position = 0; position < 4; position += 1) {
    const month = plusMonths(frame.month, position - 3);
    const lines = team.map(({ name, role, price }) => {
      const days = between(random, 5, 6);
      let total = 0n;
      for (let count = 0; count < days; count += 1) {
        const hours = pick(random, ["6", "6.5", "7", "7.5", "8"]);
        total += BigInt(Math.round(Number(hours) * 100));
        records.push({
          kind: "time",
          date: plusDays(month, 3 + count * 3),
          person: name,
          role,
          item: pick(random, tasks),
          quantity: hours,
          unit: "hour",
          approved: true,
        });
      }
      return timedLine(`${role}, ${monthName(month)}`, shownHundredths(total).replace(/\.?0+$/, ""), price);
    });
    invoices.push(monthlyInvoice(frame, month, position, lines));
  }
  const agreement = agreementOf(frame, "Master Services Agreement", [
    durationClause("2026-01-01", "2027-01-01"),
    ...team.map(({ role, price }) => ({
      term: { type: "rate" as const, value: { item: role, role, unit: "hour", price } },
      text: pick(random, [
        `${role}: $${price} per hour.`,
        `The services of a ${role} are charged at $${price} per hour.`,
        `For each hour of a ${role} Client pays $${price}.`,
      ]),
    })),
    ...commonClauses(random, frame),
    {
      term: { type: "cap", value: { amount: "250000.00", scope: "agreement" } },
      text: "Total fees under this Agreement shall not exceed $250,000.00 without a written change order.",
    },
  ]);
  return worldOf("consulting", frame, { agreements: [agreement], records, invoices });
}
