import { describe, expect, it } from "vitest";
import { checkInvoices } from "../../../../../src-main/pipeline/check/index.ts";
import { rememberUnchanged } from "../../../../../src-main/pipeline/check/unchanged.ts";
import type { CheckedBatch, Invoice } from "../../../../../src-shared/model/index.ts";
import { buildCase } from "../../../../builders/billing-case.ts";

describe("results that are kept while their objects are the same", () => {
  it("computes again for another object, another order and another length, and not otherwise", () => {
    const { recall } = rememberUnchanged<number>(2);
    const [one, two] = [{}, {}];
    let count = 0;
    const ask = (...objects: readonly object[]): number =>
      recall([objects], () => {
        count += 1;
        return count;
      });
    expect([ask(one, two), ask(one, two), ask(two, one), ask(one), ask(two, one)]).toEqual([1, 1, 2, 3, 2]);
    expect(ask(one, two)).toBe(4);
  });
});

describe("duplicates of a batch that is checked again", () => {
  const { input } = buildCase({
    asOf: "2026-11-21",
    agreements: [{}],
    invoices: [
      { number: "INV-7", issueDate: "2026-10-01" },
      { number: "INV-7", issueDate: "2026-10-02" },
    ],
  });
  const [first, second] = input.invoices as readonly [Invoice, Invoice];
  const outcomeOf = ({ invoices }: CheckedBatch): string | undefined =>
    invoices
      .find(({ invoiceId }) => invoiceId === second.id)
      ?.outcomes.find(({ check }) => check === "duplicate.invoice")?.outcome;

  it("are found both times, and feel a verdict and another number at once", () => {
    expect(outcomeOf(checkInvoices(input))).toBe("fail");
    expect(outcomeOf(checkInvoices(input))).toBe("fail");
    const verdicts = [{ invoiceId: second.id, otherId: first.id, verdict: "distinct" as const }];
    expect(outcomeOf(checkInvoices({ ...input, verdicts }))).toBe("pass");
    const renumbered = {
      ...second,
      number: second.number === null ? null : { ...second.number, value: "INV-9034" },
      issueDate: second.issueDate === null ? null : { ...second.issueDate, value: "2026-11-20" as never },
    };
    expect(outcomeOf(checkInvoices({ ...input, invoices: [first, renumbered] }))).toBe("pass");
    expect(outcomeOf(checkInvoices(input))).toBe("fail");
  });
});
