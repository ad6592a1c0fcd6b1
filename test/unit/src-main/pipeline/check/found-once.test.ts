import { describe, expect, it } from "vitest";
import { createBatchContext } from "../../../../../src-main/pipeline/check/batch-context.ts";
import { saidOfAgreement } from "../../../../../src-main/pipeline/check/agreement-words.ts";
import { checkInvoices } from "../../../../../src-main/pipeline/check/index.ts";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { buildCase } from "../../../../builders/billing-case.ts";
import type { AgreementSpec } from "../../../../builders/billing-documents.ts";

const agreementFor = (customer: string, number: string): AgreementSpec => ({
  number,
  buyer: customer,
  terms: [{ type: "rate", value: { item: "Gardening", unit: "hour", price: "40.00" } }],
});

const invoiceFor = (buyer: string, agreementReference: string, number: string) => ({
  number,
  buyer,
  agreementReference,
  lines: [row("Gardening", "2", "40.00", { unit: "hour" })],
});

const { input } = buildCase({
  agreements: [agreementFor("Alder Estates Ltd", "MSA-1"), agreementFor("Birch Homes Ltd", "MSA-2")],
  invoices: [
    invoiceFor("Alder Estates Ltd", "MSA-1", "R-1"),
    invoiceFor("Alder Estates Ltd", "MSA-1", "R-2"),
    invoiceFor("Birch Homes Ltd", "MSA-2", "R-3"),
  ],
});

describe("what rests on the documents of an invoice", () => {
  it("is computed once for all invoices under them, also where it comes to nothing", () => {
    let count = 0;
    const asked = createBatchContext(input).invoices.map((invoice) =>
      invoice.onceForDocuments("anything", () => {
        count += 1;
        return undefined;
      }),
    );
    expect({ asked, count }).toEqual({ asked: [undefined, undefined, undefined], count: 2 });
  });

  it("names the agreement of each", () => {
    const [first, second, third] = createBatchContext(input).invoices.map((invoice) =>
      saidOfAgreement(invoice, "because/no-hours-limit"),
    );
    expect(first).toEqual({ code: "because/no-hours-limit", facts: { agreement: "MSA-1" } });
    expect(second).toBe(first);
    expect(third?.facts).toEqual({ agreement: "MSA-2" });
  });
});

it("invoices under several agreements are told of their own in one batch", () => {
  const told = checkInvoices(input).invoices.map(({ outcomes }) =>
    outcomes.flatMap(({ check, because }) =>
      check === "discount.missing" ? [because.facts["agreement"]] : [],
    ),
  );
  expect(told).toEqual([["MSA-1"], ["MSA-1"], ["MSA-2"]]);
});
