import { describe, expect, test } from "vitest";
import { checkInvoices } from "../../../../../src-main/pipeline/check/index.ts";
import { matchDocuments, noAssignments, rebindLines } from "../../../../../src-main/pipeline/match/index.ts";
import type { Agreement, CheckedInvoice, Term } from "../../../../../src-shared/model/index.ts";
import { decimalToText, multiply } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { createRandom } from "../../../../bench/random.ts";
import { buildCase } from "../../../../builders/billing-case.ts";
import { toCase } from "../../../../evaluation/checks/as-case.ts";
import { scenarios } from "../../../../evaluation/checks/scenarios/index.ts";
import { seeds } from "../../../../evaluation/checks/seeds/index.ts";
import type { World } from "../../../../evaluation/checks/world.ts";

/** The term at another figure; `null` for one without a price by unit or period. */
function atAnotherPrice(term: Term, factor: DecimalText): Term | null {
  const raised = (figure: DecimalText): DecimalText => decimalToText(multiply(figure, factor));
  if (term.type === "rate")
    return { ...term, version: term.version + 1, value: { ...term.value, price: raised(term.value.price) } };
  if (term.type === "overage")
    return { ...term, version: term.version + 1, value: { ...term.value, price: raised(term.value.price) } };
  if (term.type === "fixed-fee")
    return {
      ...term,
      version: term.version + 1,
      value: { ...term.value, amount: raised(term.value.amount) },
    };
  return null;
}

const withTerm = (agreements: readonly Agreement[], changed: Term): readonly Agreement[] =>
  agreements.map((agreement) => ({
    ...agreement,
    terms: agreement.terms.map((term) => (term.id === changed.id ? changed : term)),
  }));

interface Tally {
  changes: number;
  byLine: number;
  reached: number;
}

/** Without the words of what passes: those of an unusual amount that is explained may name any price of the history. */
const shapeOf = (checked: CheckedInvoice | undefined): string =>
  JSON.stringify([
    checked?.route,
    checked?.findings,
    checked?.outcomes.map(({ check, subject, outcome }) => [check, subject, outcome]),
  ]);

const firstDifference = (known: CheckedInvoice | undefined, wanted: CheckedInvoice): string => {
  const own = new Set(
    [...(known?.outcomes ?? []), ...(known?.findings ?? [])].map((one) => JSON.stringify(one)),
  );
  return (
    [...wanted.outcomes, ...wanted.findings]
      .map((one) => JSON.stringify(one))
      .find((text) => !own.has(text)) ?? "less is said"
  );
};

/** Changes each price of a world and judges it anew both ways; what differs is listed. */
function compareBothWays(world: World, factor: DecimalText, tally: Tally): readonly string[] {
  const { agreements, invoices, matching, input } = buildCase(toCase(world));
  const before = checkInvoices(input);
  const checkedById = new Map(before.invoices.map((one) => [one.invoiceId, one]));
  const matchById = new Map(matching.invoices.map((match) => [match.invoiceId as string, match]));
  const differences: string[] = [];
  for (const former of agreements.flatMap(({ terms }) => terms)) {
    const term = atAnotherPrice(former, factor);
    if (term === null) continue;
    tally.changes += 1;
    const changed = withTerm(agreements, term);
    const rebound = rebindLines({
      agreements: changed,
      invoices,
      former,
      term,
      matching,
      matchById,
      policy: input.policy,
      assignments: noAssignments,
    });
    if (rebound === null) continue;
    tally.byLine += 1;
    const { nearLines } = rebound;
    const subjects = new Set(nearLines.keys());
    tally.reached += subjects.size;
    const quick = checkInvoices({
      ...input,
      agreements: changed,
      matching: rebound.matching,
      subjects,
      beforeChange: { checkedById, nearLines, isSetAside: () => false },
    });
    const whole = matchDocuments({
      agreements: changed,
      invoices,
      deliveries: input.deliveries,
      policy: input.policy,
      assignments: noAssignments,
    });
    const full = checkInvoices({ ...input, agreements: changed, matching: whole });
    const quickById = new Map(quick.invoices.map((one) => [one.invoiceId, one]));
    for (const wanted of full.invoices) {
      const known = quickById.get(wanted.invoiceId) ?? checkedById.get(wanted.invoiceId);
      const isSame = subjects.has(wanted.invoiceId)
        ? JSON.stringify(known) === JSON.stringify(wanted)
        : shapeOf(known) === shapeOf(wanted);
      if (!isSame)
        differences.push(
          `${former.type} ${known?.route ?? "none"} for ${wanted.route}: ${firstDifference(known, wanted)}`,
        );
    }
  }
  return differences;
}

describe("one price is another", () => {
  const worlds = ["consulting", "legal", "managed", "support"];

  test.each(worlds)(
    "%s: what it cannot reach stays, and what it reaches is judged as if all were new",
    (name) => {
      const tally: Tally = { changes: 0, byLine: 0, reached: 0 };
      const differences: string[] = [];
      const planted = [null, ...seeds.filter((seed) => seed.worlds.includes(name))];
      for (const [at, seed] of planted.entries()) {
        const random = createRandom(at * 7919 + 5);
        const world = scenarios[name]?.(random);
        if (world === undefined) throw new Error(`No world is called ${name}`);
        seed?.plant(world, random);
        const factor = (at % 2 === 0 ? "1.1" : "0.5") as DecimalText;
        differences.push(
          ...compareBothWays(world, factor, tally).map((text) => `${seed?.id ?? "clean"}: ${text}`),
        );
      }
      expect(differences).toEqual([]);
      // Else nothing was compared.
      expect(tally.byLine).toBeGreaterThan(tally.changes * 0.9);
      expect(tally.reached).toBeGreaterThan(tally.byLine);
    },
  );
});

describe("the one line that is left for the one fee that is left", () => {
  test.each([
    ["which it bills now", "1000.00", "1.1"],
    ["which it billed before", "1100.00", "0.5"],
  ])("%s is matched as if all were new", (_title, amount, factor) => {
    const { agreements, invoices, matching, input } = buildCase({
      agreements: [
        {
          from: localDate("2026-01-01"),
          to: localDate("2027-01-01"),
          terms: [
            { type: "fixed-fee", value: { item: "Grounds", amount, per: "month", timing: "arrears" } },
            { type: "rate", value: { item: "Tree surgery", unit: "hour", price: "55.00" } },
          ],
        },
      ],
      invoices: [{ lines: [{ description: "Zinnia", net: "1100.00" }] }],
    });
    const former = agreements[0]?.terms.find(({ type }) => type === "fixed-fee");
    const term = former === undefined ? null : atAnotherPrice(former, factor as DecimalText);
    if (former === undefined || term === null) throw new Error("The case has no fee");
    const changed = withTerm(agreements, term);
    const rebound = rebindLines({
      agreements: changed,
      invoices,
      former,
      term,
      matching,
      matchById: new Map(matching.invoices.map((match) => [match.invoiceId as string, match])),
      policy: input.policy,
      assignments: noAssignments,
    });
    const whole = matchDocuments({
      agreements: changed,
      invoices,
      deliveries: input.deliveries,
      policy: input.policy,
      assignments: noAssignments,
    });
    const statesOf = (lines: typeof whole.invoices): readonly string[] =>
      lines.flatMap((match) => match.lines.map(({ state }) => state));
    // The price decides what the line bills, so that the matching before it cannot hold.
    expect(statesOf(whole.invoices)).not.toEqual(statesOf(matching.invoices));
    expect(rebound).toBeNull();
  });
});
