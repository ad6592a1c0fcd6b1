import { expect, test } from "vitest";
import { summarizeDelivery } from "../../../../../src-main/pipeline/draft/index.ts";
import type { AgreementId } from "../../../../../src-shared/model/index.ts";
import { sentenceFor } from "../../../../../src-shared/text/index.ts";
import { localDate, period } from "../../../../../src-shared/time/index.ts";
import { buildCase } from "../../../../builders/billing-case.ts";
import { groundOf } from "../../../../builders/draft-case.ts";

test("what changed is told from change orders, records, limits and acceptances, with figures of theirs", () => {
  const built = buildCase({
    agreements: [
      {
        number: "MSA-014",
        from: localDate("2026-01-01"),
        terms: [
          { type: "rate", value: { item: "Engineer", role: "Engineer", unit: "hour", price: "100.00" } },
          { type: "cap", value: { amount: "10000.00", scope: "agreement" } },
          { type: "milestone", value: { name: "Handover", amount: "500.00", acceptance: true } },
        ],
      },
      {
        number: "CO-2",
        title: "Change Order 2",
        rank: "change-order",
        from: localDate("2026-10-01"),
        dated: localDate("2026-09-20"),
        references: [{ number: "MSA-014", relation: "amends" }],
        terms: [
          { type: "rate", value: { item: "Engineer", role: "Engineer", unit: "hour", price: "110.00" } },
          { type: "cap", value: { increasesBy: "2500.00", scope: "agreement" } },
        ],
      },
    ],
    deliveries: [
      {
        kind: "time",
        date: localDate("2026-10-05"),
        role: "Engineer",
        person: "Ana Ruiz",
        item: "Repair",
        quantity: "7.5" as never,
        unit: "hour",
        approved: true,
        customer: "Acme Facilities Inc.",
      },
      {
        kind: "time",
        date: localDate("2026-10-06"),
        role: "Engineer",
        person: "Ana Ruiz",
        item: "Repair",
        quantity: "2" as never,
        unit: "hour",
        approved: null,
        customer: "Acme Facilities Inc.",
      },
      {
        kind: "acceptance",
        date: localDate("2026-10-20"),
        item: "Handover",
        approved: true,
        customer: "Acme Facilities Inc.",
      },
    ],
    invoices: [
      {
        number: "INV-1",
        agreementReference: "MSA-014",
        issueDate: "2026-10-01",
        periodStart: "2026-09-01",
        periodEnd: "2026-10-01",
        lines: [
          { description: "Engineer", quantity: "50", unit: "hour", unitPrice: "100.00", net: "5000.00" },
        ],
      },
    ],
  });
  const statements = summarizeDelivery(
    {
      agreementId: built.matching.families[0]?.id ?? ("" as AgreementId),
      period: period(localDate("2026-10-01"), localDate("2026-11-01")),
      issueDate: localDate("2026-11-01"),
    },
    groundOf(built),
  );
  expect(statements.map((statement) => sentenceFor(statement))).toEqual([
    "CO-2 changed Engineer from 100.00 to 110.00 on 2026-10-01.",
    "CO-2 raised the limit by 2500.00 on 2026-10-01.",
    "9.5 hour of Engineer were recorded in 2026-10-01 to 2026-10-31; 7.5 are approved.",
    "5000.00 of the agreed 12500.00 were billed before (40 %).",
    "Handover was accepted on 2026-10-20.",
  ]);
  expect(statements.every(({ evidence }) => evidence.length > 0)).toBe(true);
});
