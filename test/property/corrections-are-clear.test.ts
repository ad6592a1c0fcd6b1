import { describe, expect, test } from "vitest";
import { draftFindings } from "../../src-main/pipeline/draft/index.ts";
import { checkInvoices } from "../../src-main/pipeline/check/index.ts";
import type { Finding, Invoice } from "../../src-shared/model/index.ts";
import { add, decimalToText, subtract } from "../../src-shared/money/index.ts";
import { createRandom } from "../bench/random.ts";
import { buildCase } from "../builders/billing-case.ts";
import { hashText } from "../builders/billing-documents.ts";
import { objectionsTo } from "../builders/draft-case.ts";
import { toCase } from "../evaluation/checks/as-case.ts";
import { scenarios } from "../evaluation/checks/scenarios/index.ts";
import { seeds } from "../evaluation/checks/seeds/index.ts";

/** Defects of prices, quantities, discounts, retention and sums: what a computation can put right. */
const mendable =
  /^(rate\.(over|under|escalator)|quantity\.(over|under)|tier\.wrong|overage\.wrong|discount\.(missing|wrong)|retention\.wrong|minimum\.missing|arithmetic\.|tax\.(over|under)|proration\.wrong|terms\.due-date|expense\.(markup|over-cap)|duplicate\.line)/;

interface Planted {
  readonly invoice: Invoice;
  readonly findings: readonly Finding[];
  readonly clean: Invoice | undefined;
  readonly built: ReturnType<typeof buildCase>;
}

/** Every mendable seed planted in every world that has a place for it. */
function plantAll(seedId: string): readonly Planted[] {
  const seed = seeds.find(({ id }) => id === seedId);
  if (seed === undefined) return [];
  return seed.worlds.flatMap((name) =>
    [11, 12, 13].flatMap((number): readonly Planted[] => {
      const make = scenarios[name];
      if (make === undefined) return [];
      const world = make(createRandom(number));
      const before = buildCase(toCase(make(createRandom(number))));
      const expected = seed.plant(world, createRandom(number * 31));
      if (expected?.is !== "found" || expected.beside === true) return [];
      const built = buildCase(toCase(world));
      const last = world.invoices.at(-1);
      const checked = checkInvoices(built.input);
      const invoice = built.invoices.find(
        (one) => one.number?.value === last?.number && one.issueDate?.value === last?.issueDate,
      );
      const one = checked.invoices.find(({ invoiceId }) => invoiceId === invoice?.id);
      if (invoice === undefined || one === undefined) return [];
      const findings = one.findings.filter(({ severity }) => severity !== "info");
      const clean = before.invoices.find((each) => each.number?.value === last?.number);
      return findings.length === 0 ? [] : [{ invoice, findings, clean, built }];
    }),
  );
}

const names = seeds
  .filter(({ kind, check }) => kind === "defect" && mendable.test(check))
  .map(({ id }) => id);
const order = ({ invoice, findings }: Planted, hasGoneOut: boolean) => ({
  invoice,
  agreementId: null,
  findings,
  hasGoneOut,
  issueDate: invoice.issueDate?.value ?? ("2026-11-01" as never),
  answers: {},
  hash: hashText,
});

describe.each(names)("the defect “%s”", (seedId) => {
  const planted = plantAll(seedId);
  test("is put right by the corrected invoice, which our checks find clear", () => {
    for (const each of planted) {
      const [draft] = draftFindings(order(each, false));
      expect(draft?.source).toBe("correction");
      if (draft === undefined || draft.gaps.some(({ isOpen }) => isOpen)) continue;
      const rest = each.built.invoices.filter(({ id }) => id !== each.invoice.id);
      expect(objectionsTo({ ...each.built, invoices: rest }, draft.invoice)).toEqual([]);
    }
  });

  test("once it went out, supplement and credit note together make up the difference", () => {
    for (const each of planted) {
      const [corrected] = draftFindings(order(each, false));
      const drafts = draftFindings(order(each, true));
      const made = drafts.filter(({ source }) => source !== "correction");
      if (corrected === undefined || made.length === 0) continue;
      expect(
        made.every(({ invoice }) => invoice.precedingInvoice?.value === each.invoice.number?.value),
      ).toBe(true);
      const sum = made.reduce(
        (total, { invoice, source }) => {
          const net = invoice.net?.value ?? ("0" as never);
          return decimalToText(source === "credit-note" ? subtract(total, net) : add(total, net));
        },
        decimalToText({ units: 0n, scale: 2 }),
      );
      const lines = (invoice: Invoice): string =>
        decimalToText(
          invoice.lines.reduce((total, { net }) => add(total, net?.value ?? ("0" as never)), {
            units: 0n,
            scale: 2,
          }),
        );
      const allowances = (invoice: Invoice): string =>
        decimalToText(
          invoice.allowanceCharges.reduce((total, { amount }) => add(total, amount.value ?? ("0" as never)), {
            units: 0n,
            scale: 2,
          }),
        );
      const net = (invoice: Invoice): ReturnType<typeof decimalToText> =>
        decimalToText(subtract(lines(invoice) as never, allowances(invoice) as never));
      expect(sum).toBe(decimalToText(subtract(net(corrected.invoice), net(each.invoice))));
    }
  });
});
