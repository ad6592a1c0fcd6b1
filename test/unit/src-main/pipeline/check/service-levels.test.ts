import { expect, test } from "vitest";
import type { DocumentId } from "../../../../../src-shared/model/index.ts";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { TermSpec } from "../../../../builders/billing-documents.ts";

const terms: readonly TermSpec[] = [
  { type: "rate", value: { item: "Leased line", unit: "month", price: "500.00" } },
  { type: "service-credit", value: { measure: "uptime", threshold: "99.5", percent: "10" } },
];

const outcomeWith = (unplacedText: string, more: readonly TermSpec[] = []): string | undefined =>
  checkCase({
    agreements: [{ terms: [...terms, ...more] }],
    invoices: [{ lines: [row("Leased line", "1", "500.00", { unit: "month" })] }],
    documents: [{ documentId: "doc-level" as DocumentId, kind: "unknown", instructions: [], unplacedText }],
  }).invoices[0]?.outcomes.find(({ check }) => check === "discount.missing")?.outcome;

test("a paper on the level of a service that was not understood leaves its credit open", () => {
  expect(outcomeWith("Month; Uptime %; 2026-10; 99.12")).toBe("cannot-determine");
  expect(outcomeWith("Parking permits of the depot")).toBe("not-applicable");
});

test("it does so beside a discount that is not due", () => {
  const discount: TermSpec = {
    type: "discount",
    value: { scope: "agreement", percent: "5", threshold: "9000.00" },
  };
  expect(outcomeWith("Month; Uptime %; 2026-10; 99.12", [discount])).toBe("cannot-determine");
  expect(outcomeWith("Parking permits of the depot", [discount])).not.toBe("cannot-determine");
});

test("a list of records of which none could be read leaves pieces open", () => {
  const outcomeOf = (buyers: readonly string[], unplacedText: string): string | undefined =>
    checkCase({
      agreements: buyers.map((buyer, index) => ({
        number: `A-${index}`,
        buyer,
        terms: [{ type: "rate", value: { item: "Loaf", unit: "each", price: "5.00" } }],
      })),
      invoices: buyers.map((buyer, index) => ({
        number: `I-${index}`,
        buyer,
        agreementReference: `A-${index}`,
        lines: [row("Loaf", "40", "5.00", { unit: "each" })],
      })),
      documents: [
        { documentId: "doc-dockets" as DocumentId, kind: "delivery", instructions: [], unplacedText },
      ],
    }).invoices[0]?.outcomes.find(({ check }) => check === "quantity.over")?.outcome;
  const [one, other] = ["Harbour Bean Cafes Ltd", "Mill Lane School"];
  // By the beginning of the name, and of the only customer whatever it calls him.
  expect(outcomeOf([one, other], "DOCKETS HARBOUR BEAN, Quay kitchen 60 loaf")).toBe("cannot-determine");
  expect(outcomeOf([one], "DOCKETS 60 loaf")).toBe("cannot-determine");
  expect(outcomeOf([one, other], "DOCKETS Old Mill 60 loaf")).toBe("not-applicable");
});
