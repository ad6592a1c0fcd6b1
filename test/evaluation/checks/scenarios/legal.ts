import { hundredths, plusDays, plusMonths, shownHundredths } from "../cents.ts";
import { between, people, pick, priceBetween } from "../words.ts";
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

const narratives = [
  "Review of the lease",
  "Call with opposing counsel",
  "Draft of the settlement agreement",
  "Research on notice periods",
  "Preparation of the hearing",
] as const;

/** Named people with a limit of hours a day, expenses with a cap, markup and receipts, a discount on fees. */
export function legal(random: Random): World {
  const frame = frameOf(random);
  const [partner, associate] = [priceBetween(random, 380, 520), priceBetween(random, 220, 320)];
  const first = between(random, 0, people.length - 3);
  const team = [
    { name: people[first] ?? "Ana Ruiz", role: "Partner", price: partner },
    { name: people[first + 1] ?? "James Osei", role: "Associate", price: associate },
  ];
  const records: WorldRecord[] = [];
  const invoices: WorldInvoice[] = [];
  for (let position = 0; position < 3; position += 1) {
    const month = plusMonths(frame.month, position - 2);
    const lines = team.map(({ name, role, price }) => {
      let total = 0n;
      for (let count = 0; count < 4; count += 1) {
        const hours = pick(random, ["2.5", "3", "4.2", "5", "6.1"]);
        total += hundredths(hours);
        records.push({
          kind: "time",
          date: plusDays(month, 2 + count * 5),
          person: name,
          role,
          item: pick(random, narratives),
          quantity: hours,
          unit: "hour",
          approved: true,
        });
      }
      return timedLine(`${role} ${name}`, shownHundredths(total).replace(/\.?0+$/, ""), price);
    });
    const cost = `${between(random, 60, 140)}.00`;
    records.push({
      kind: "expense",
      date: plusDays(month, 12),
      item: "Courier and filing fees",
      amount: cost,
      approved: true,
    });
    lines.push({ description: "Courier and filing fees", net: hundredths(cost) });
    const invoice = monthlyInvoice(frame, month, position, lines);
    invoices.push(invoice);
  }
  const agreement = agreementOf(frame, "Engagement Letter", [
    durationClause("2026-01-01", "2027-01-01"),
    ...team.map(({ role, price }) => ({
      term: { type: "rate" as const, value: { item: role, role, unit: "hour", price } },
      text: `${role}: $${price} per hour.`,
    })),
    {
      term: { type: "roster", value: { people: team.map(({ name, role }) => ({ name, role })) } },
      text: `Only the following persons may bill time: ${team.map(({ name, role }) => `${name} (${role})`).join(", ")}.`,
    },
    {
      term: { type: "time-rules", value: { maxHoursPerDay: "8" } },
      text: "No person bills more than eight (8) hours in a day.",
    },
    {
      term: { type: "expenses", value: { markupPercent: "0", totalCap: "2000.00", receiptAbove: "25.00" } },
      text: "Expenses are reimbursed at cost without markup, in total not above $2,000.00, with receipts for any item over $25.00.",
    },
    ...commonClauses(random, frame),
  ]);
  return worldOf("legal", frame, { agreements: [agreement], records, invoices });
}
