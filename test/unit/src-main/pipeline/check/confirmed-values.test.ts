import { describe, expect, test } from "vitest";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { Field } from "../../../../../src-shared/model/index.ts";
import { fillReason } from "../../../../../src-shared/text/index.ts";

type InvoiceSpec = NonNullable<CaseSpec["invoices"]>[number];

const doubtful = <T>(value: T, rest: Partial<Field<T>> = {}): Partial<Field<T>> => ({
  value,
  basis: "rule",
  confidence: 0.7,
  ...rest,
});

/** What keeps an invoice from being certain; `null` when nothing does. */
function doubtsOf(invoice: Partial<InvoiceSpec>, rest: Partial<CaseSpec> = {}): string | null {
  const { invoices } = checkCase({
    agreements: [
      {
        terms: [
          { type: "rate", value: { item: "Fitter", unit: "hour", price: "62.50" } },
          { type: "payment-terms", value: { days: 30, from: "invoice-date" } },
        ],
      },
    ],
    invoices: [
      {
        number: "2026-0714",
        issueDate: "2026-10-05",
        dueDate: "2026-11-04",
        lines: [{ description: "Fitter", quantity: "5", unit: "hour", unitPrice: "62.50", net: "312.50" }],
        ...invoice,
      } as InvoiceSpec,
    ],
    ...rest,
  });
  const outcome = invoices[0]?.outcomes.find(({ check }) => check === "evidence.insufficient");
  if (outcome === undefined) return "none";
  return outcome.outcome === "pass" ? null : fillReason(outcome.because);
}

describe("a value that is read with doubt", () => {
  test("a date from which the agreed days lead to the due date is certain", () => {
    expect(doubtsOf({ issueDate: doubtful("2026-10-05") } as Partial<InvoiceSpec>)).toBeNull();
  });

  test("a date that leads elsewhere stays in doubt", () => {
    expect(
      doubtsOf({ issueDate: doubtful("2026-10-05"), dueDate: "2026-11-10" } as Partial<InvoiceSpec>),
    ).toContain("the invoice date");
  });

  /** 04/11/2026 and 04/12/2026, whose order of day and month nothing tells. */
  const either = (value: string, other: string): Partial<Field<string>> =>
    doubtful(value, {
      confidence: 0.6,
      contradictions: [{ code: "ambiguous-date-order", evidence: [] }],
      alternatives: [{ value: other, confidence: 0.4, evidence: [], reason: "order" } as never],
    });

  test("two dates in either order are certain where only one order leads from one to the other", () => {
    expect(
      doubtsOf({
        issueDate: either("2026-11-04", "2026-04-11"),
        dueDate: either("2026-12-04", "2026-04-12"),
      } as Partial<InvoiceSpec>),
    ).toBeNull();
  });

  test("a date in either order stays in doubt where the days do not lead to the due date", () => {
    expect(
      doubtsOf({
        issueDate: either("2026-11-04", "2026-04-11"),
        dueDate: "2026-12-20",
      } as Partial<InvoiceSpec>),
    ).toContain("the invoice date");
  });

  test("a date whose rival leads to the due date stays in doubt", () => {
    const rival = { value: "2026-10-05", confidence: 0.65, evidence: [], reason: "order" };
    expect(
      doubtsOf({
        issueDate: doubtful("2026-05-10", { alternatives: [rival as never] }),
      } as Partial<InvoiceSpec>),
    ).toContain("the invoice date");
  });

  test("a currency that the agreement is in is certain", () => {
    expect(doubtsOf({ currency: doubtful("USD") } as Partial<InvoiceSpec>)).toBeNull();
  });

  test("a price that is the agreed one is certain, another is not", () => {
    const line = (price: string, net: string): Partial<InvoiceSpec> =>
      ({
        lines: [{ description: "Fitter", quantity: "1", unit: "hour", unitPrice: doubtful(price), net }],
      }) as unknown as Partial<InvoiceSpec>;
    expect(doubtsOf(line("62.50", "62.50"))).toBeNull();
    expect(doubtsOf(line("65.20", "65.20"))).toContain("the price of line");
  });

  test("a quantity that makes the amount at its price is certain", () => {
    const line = (quantity: string, net: string): Partial<InvoiceSpec> =>
      ({
        lines: [
          { description: "Fitter", quantity: doubtful(quantity), unit: "hour", unitPrice: "62.50", net },
        ],
      }) as unknown as Partial<InvoiceSpec>;
    expect(doubtsOf(line("5", "312.50"))).toBeNull();
    expect(doubtsOf(line("6", "312.50"))).toContain("the quantity of line");
  });
});
