import { hundredths, plusDays, plusMonths, shownHundredths } from "../cents.ts";
import { between, pick } from "../words.ts";
import type { Random } from "../words.ts";
import type { World } from "../world.ts";
import { agreementOf, commonClauses, durationClause, frameOf, invoiceOf, worldOf } from "./frame.ts";

/** Milestones with acceptance, after a deposit that the last invoice takes off. */
export function project(random: Random): World {
  const frame = frameOf(random);
  const names = pick(random, [
    ["Design report", "Prototype", "Final handover"],
    ["Site survey", "Installation plan", "Commissioning"],
    ["Discovery phase", "Beta release", "Production release"],
  ] as const);
  const amounts = names.map(() => `${between(random, 8, 20) * 1000}.00`);
  const deposit = `${between(random, 3, 6) * 1000}.00`;
  const dayOf = (position: number): string => plusDays(plusMonths(frame.month, position - 2), 14);
  const invoices = [
    invoiceOf(frame, plusMonths(frame.month, -3), 0, [{ description: "Deposit", net: hundredths(deposit) }]),
    ...names.map((name, position) =>
      invoiceOf(frame, plusDays(dayOf(position), 5), position + 1, [
        { description: name, net: hundredths(amounts[position] ?? "0") },
        ...(position === names.length - 1
          ? [{ description: "Less deposit paid", net: -hundredths(deposit) }]
          : []),
      ]),
    ),
  ];
  const last = invoices.at(-1);
  if (last !== undefined) last.notes.push("Final invoice");
  const agreement = agreementOf(frame, "Project Agreement", [
    durationClause("2026-01-01", "2027-01-01"),
    ...names.map((name, position) => ({
      term: {
        type: "milestone" as const,
        value: { name, amount: amounts[position], acceptance: true },
      },
      text: `Milestone ${position + 1}, ${name}: $${amounts[position] ?? ""}, payable upon written acceptance by Client.`,
    })),
    {
      term: { type: "deposit", value: { amount: deposit } },
      text: `Client shall pay a deposit of $${deposit} on signing, credited to the final invoice.`,
    },
    ...commonClauses(random, frame),
  ]);
  return worldOf("project", frame, {
    agreements: [agreement],
    records: names.map((name, position) => ({
      kind: "acceptance",
      date: dayOf(position),
      item: name,
      approved: true,
      by: "Rob Marsh",
    })),
    invoices,
  });
}

export const depositOf = ({ invoices }: World): string => shownHundredths(invoices[0]?.lines[0]?.net ?? 0n);
