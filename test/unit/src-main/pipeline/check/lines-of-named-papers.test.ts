import { describe, expect, test } from "vitest";
import { decimalText, decimalToText } from "../../../../../src-shared/money/index.ts";
import { printedRow as line } from "../../../../builders/billed-rows.ts";
import { checkCase, type CaseSpec } from "../../../../builders/billing-case.ts";
import type { LineSpec } from "../../../../builders/billing-documents.ts";

type DeliverySpec = NonNullable<CaseSpec["deliveries"]>[number];

const terms = [
  { type: "rate", value: { item: "Technician labor", unit: "hour", price: "100.00" } },
  { type: "expenses", value: { types: ["materials"], markupPercent: "20" } },
] as const;
const hours = (sourceId: string, date: string, quantity: string): DeliverySpec => ({
  kind: "time",
  date,
  quantity,
  unit: "hour",
  sourceId,
  approved: true,
});
const part = (item: string, amount: string): DeliverySpec => ({
  kind: "goods",
  date: "2026-08-11",
  item,
  quantity: "1",
  unit: "piece",
  amount: decimalToText(decimalText(amount)),
  sourceId: "10442",
  approved: true,
});

const findingsOf = (lines: readonly LineSpec[], deliveries: readonly DeliverySpec[]): readonly string[] => {
  const { invoices, missing } = checkCase({
    asOf: "2026-10-01",
    agreements: [{ terms }],
    invoices: [{ periodStart: "2026-08-01", periodEnd: "2026-09-01", issueDate: "2026-08-31", lines }],
    deliveries,
  });
  return [
    ...(invoices[0]?.findings ?? []).map(({ check: id, line: place }) => `${id}[${place ?? ""}]`),
    ...missing.map(({ check: id, impact }) => `${id} ${impact ?? ""}`),
  ].filter((each) => /quantity|unbilled|markup/.test(each));
};

describe("lines that name their papers", () => {
  const works = [hours("10442", "2026-08-11", "3.5"), hours("10457", "2026-08-22", "2.25")];
  const first = line("WO 10442 Technician labor", "3.5", "hour", "100.00", "350.00");

  test("bill the work of no other paper at their price", () => {
    expect(findingsOf([first], works)).toEqual(["completeness.unbilled 225.00"]);
    const second = line("WO 10457 Technician labor", "2.25", "hour", "100.00", "225.00");
    expect(findingsOf([first, second], works)).toEqual([]);
    const unnamed = line("Technician labor August", "5.75", "hour", "100.00", "575.00");
    expect(findingsOf([unnamed], works)).toEqual([]);
  });

  test("pass on the part that they call, and not all of the paper", () => {
    const parts = [
      ...works.slice(0, 1),
      part("Condenser fan motor", "214.50"),
      part("Contactor 40A", "38.00"),
    ];
    const billed = (motor: string): readonly LineSpec[] => [
      first,
      { description: "WO 10442 Condenser fan motor", net: motor },
      { description: "WO 10442 Contactor 40A", net: "45.60" },
    ];
    expect(findingsOf(billed("257.40"), parts)).toEqual([]);
    expect(findingsOf(billed("278.85"), parts)).toEqual(["expense.markup[2]"]);
  });

  test("pass on all of the paper where they call no part of it", () => {
    const parts = [
      ...works.slice(0, 1),
      part("Condenser fan motor", "214.50"),
      part("Contactor 40A", "38.00"),
    ];
    expect(findingsOf([first, { description: "Materials per WO 10442", net: "303.00" }], parts)).toEqual([]);
  });
});

test("a product that its price is called by is no paper: each of its loads has its own least", () => {
  const loads = (first: string, net: string): readonly string[] =>
    (
      checkCase({
        agreements: [
          {
            terms: [
              {
                type: "rate",
                value: { item: "GAP20", unit: "tonne", price: "52.00", minimumQuantity: "6" },
              },
            ],
          },
        ],
        invoices: [
          {
            lines: [
              { ...line("GAP20", first, "tonne", "52.00", net), serviceDate: "2026-08-07" },
              { ...line("GAP20", "10", "tonne", "52.00", "520.00"), serviceDate: "2026-08-25" },
            ],
          },
        ],
      }).invoices[0]?.findings ?? []
    )
      .map(({ check: id, line: place }) => `${id}[${place ?? ""}]`)
      .filter((each) => each.startsWith("minimum"));
  expect(loads("4.2", "218.40")).toEqual(["minimum.missing[1]"]);
  expect(loads("6", "312.00")).toEqual([]);
});
