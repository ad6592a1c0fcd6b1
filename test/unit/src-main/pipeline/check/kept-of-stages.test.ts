import { describe, expect, test } from "vitest";
import type { DocumentId } from "../../../../../src-shared/model/index.ts";
import { checkCase } from "../../../../builders/billing-case.ts";

/** What the check on retention says of a stage of 6000.00 and an extra of 800.00, of which so much is kept. */
function judge(clause: string, retention: string): string | undefined {
  const quote = {
    documentId: "doc-1" as DocumentId,
    role: "term",
    quote: clause,
    at: { row: 1, column: 1 },
  } as const;
  const [invoice] = checkCase({
    agreements: [
      {
        number: "C-1",
        terms: [
          { type: "milestone", value: { name: "Foundations", amount: "6000.00", acceptance: false } },
          { type: "retention", value: { percent: "10" }, evidence: [quote] },
        ],
      },
      {
        number: "3",
        rank: "change-order",
        title: "Change Order No. 3",
        references: [{ number: "C-1", relation: "amends" }],
        terms: [
          { type: "fixed-fee", value: { item: "Second pump", amount: "800.00", per: "once", timing: null } },
        ],
      },
    ],
    invoices: [
      {
        agreementReference: "C-1",
        lines: [
          { description: "Foundations", net: "6000.00" },
          { description: "Change order 3, second pump", net: "800.00" },
        ],
        retention,
      },
    ],
  }).invoices;
  return invoice?.outcomes.find(({ check }) => check === "retention.wrong")?.outcome;
}

describe("a share that is kept of stages", () => {
  test("is kept of no extra that a change order agrees", () => {
    expect(judge("The client keeps back 10 % of each stage payment.", "600.00")).toBe("pass");
    expect(judge("The client keeps back 10 % of each stage payment.", "300.00")).toBe("fail");
  });

  test("is kept of all that is billed where the clause speaks of every payment", () => {
    expect(judge("The client keeps back 10 % of every payment.", "600.00")).toBe("fail");
    expect(judge("The client keeps back 10 % of every payment.", "680.00")).toBe("pass");
  });

  test.each([
    "El cliente retiene el 10 % de cada hito.",
    "Von jedem Meilenstein behält der Auftraggeber 10 % ein.",
    "Le client retient 10 % de chaque étape.",
  ])("is told by the words for a stage in other languages: %s", (clause) => {
    expect(judge(clause, "600.00")).toBe("pass");
    expect(judge(clause, "300.00")).toBe("fail");
  });

  test("is not told by the number of a section", () => {
    expect(judge("Nach Abschnitt 7 werden von jeder Zahlung 10 % einbehalten.", "600.00")).toBe("fail");
  });
});
