import { describe, expect, test } from "vitest";
import type { CheckedInvoice } from "../../../../../src-shared/model/index.ts";
import { printedRow as line } from "../../../../builders/billed-rows.ts";
import { checkCase, type CaseSpec } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const check = (terms: readonly TermSpec[], lines: readonly LineSpec[]): CheckedInvoice | undefined =>
  checkCase({ agreements: [{ terms }], invoices: [{ lines }] }).invoices[0];

const findingsOf = (invoice: CheckedInvoice | undefined): readonly string[] =>
  (invoice?.findings ?? [])
    .filter(({ check: id }) => /^(?:rate|term)\./.test(id))
    .map(({ check: id, line, impact }) => `${id}[${line ?? ""}] ${impact ?? ""}`);

const outcomesOf = (invoice: CheckedInvoice | undefined, id: string): readonly string[] =>
  (invoice?.outcomes ?? []).filter(({ check: name }) => name === id).map(({ outcome }) => outcome);

const rate = (item: string, price: string, unit: string, conditions?: readonly string[]): TermSpec => ({
  type: "rate",
  value: { item, unit, price },
  ...(conditions === undefined ? {} : { conditions }),
});

describe("hours under the price of a day", () => {
  const day = [rate("Engineer", "960.00", "day", ["a day of 8 hours"])];

  test("cost an eighth of it where a day has eight hours", () => {
    expect(findingsOf(check(day, [line("Engineer", "12", "hour", "120.00", "1440.00")]))).toEqual([]);
  });

  test("are over at more", () => {
    expect(findingsOf(check(day, [line("Engineer", "12", "hour", "125.00", "1500.00")]))).toEqual([
      "rate.over[1] 60.00",
    ]);
  });

  test("cannot be compared where nobody says how long a day is", () => {
    const invoice = check(
      [rate("Engineer", "960.00", "day")],
      [line("Engineer", "12", "hour", "120.00", "1440.00")],
    );
    expect(outcomesOf(invoice, "rate.over")).toEqual(["cannot-determine"]);
  });
});

test("days that are joined in one price are alternatives", () => {
  const terms = [
    rate("Guard, weekdays", "17.80", "hour"),
    rate("Guard, Sundays and public holidays", "23.40", "hour"),
  ];
  expect(findingsOf(check(terms, [line("Guard, Sunday", "10", "hour", "23.40", "234.00")]))).toEqual([]);
  expect(findingsOf(check(terms, [line("Guard, Sunday", "10", "hour", "25.40", "254.00")]))).toEqual([
    "rate.over[1] 20.00",
  ]);
});

test("a measure that one price alone is for binds the line that counts it", () => {
  const terms = [rate("Haulage", "1.62", "kilometre"), rate("Waiting", "38.00", "hour")];
  expect(
    findingsOf(check(terms, [line("Kilometres driven", "800", "kilometre", "1.58", "1264.00")])),
  ).toEqual(["rate.under[1] 32.00"]);
});

test("an increase clause without a day explains no other price, and none is called wrong", () => {
  const terms: readonly TermSpec[] = [
    { type: "fixed-fee", value: { item: "Maintenance", amount: "620.00", per: "month", timing: null } },
    {
      type: "escalator",
      value: { index: "CPI", every: "year", first: null, compound: null },
      questions: ["index-table", "escalator-first-date"],
    },
  ];
  const invoice = check(terms, [line("Maintenance", "1", "month", "661.20", "661.20")]);
  expect(findingsOf(invoice)).toEqual([]);
  expect(outcomesOf(invoice, "rate.escalator")).toEqual(["cannot-determine"]);
});

test("a record that counts a distance without its unit proves the line in kilometres", () => {
  const { invoices } = checkCase({
    agreements: [
      { terms: [rate("Kilometres driven", "0.62", "kilometre"), rate("Addresses", "6.35", "each")] },
    ],
    invoices: [
      {
        lines: [
          line("Kilometres driven", "412", "kilometre", "0.62", "255.44"),
          line("Addresses", "96", "each", "6.35", "609.60"),
        ],
      },
    ],
    deliveries: [
      { kind: "goods", item: "Kilometres driven", quantity: "412", unit: "each" },
      { kind: "goods", item: "Addresses", quantity: "96", unit: "each" },
    ],
  });
  expect(invoices[0]?.findings.map(({ check: id }) => id).filter((id) => id.startsWith("quantity"))).toEqual(
    [],
  );
});

test.each([
  ["seat", "Stellplätze", "Durchschnittsbestand", "180", []],
  ["seat", "posti", "Media del mese", "180", []],
  ["user", "utenti", "Sede nord", "180", []],
  ["seat", "Stellplätze", "Durchschnittsbestand", "150", ["quantity.over"]],
])(
  "a count is told by the word of its own language where one price alone counts so: %s by %s",
  (unit, word, item, quantity, expected) => {
    const { invoices } = checkCase({
      agreements: [
        { terms: [rate("Storage and care", "9.80", unit), rate("Order lines", "0.42", "position")] },
      ],
      invoices: [
        {
          lines: [
            line("Storage and care", "180", unit, "9.80", "1764.00"),
            line("Order lines", "900", "position", "0.42", "378.00"),
          ],
        },
      ],
      deliveries: [
        { kind: "goods", item, quantity, unit: word, approved: true },
        { kind: "goods", item: "Order lines", quantity: "900", unit: "position", approved: true },
      ],
    });
    const [checked] = invoices;
    const open = (checked?.outcomes ?? []).filter(
      ({ check: id, outcome }) => id.startsWith("quantity") && outcome === "cannot-determine",
    );
    expect(open).toEqual([]);
    expect(checked?.findings.map(({ check: id }) => id).filter((id) => id.startsWith("quantity"))).toEqual(
      expected,
    );
  },
);

describe("records of an account", () => {
  const usage = (customer: string, quantity: string): NonNullable<CaseSpec["deliveries"]>[number] => ({
    kind: "usage",
    item: "messages",
    customer,
    quantity,
    unit: "message",
    date: "2026-10-31",
  });
  const checked = (
    deliveries: NonNullable<CaseSpec["deliveries"]>,
    agreements = 1,
  ): CheckedInvoice | undefined =>
    checkCase({
      agreements: ["Copper Dental Group Ltd", "Baltic Freight Ltd"]
        .slice(0, agreements)
        .map((buyer, index) => ({
          number: `WV-41${index}`,
          buyer,
          terms: [rate("Messages", "0.012", "message")],
        })),
      invoices: [
        {
          buyer: "Copper Dental Group Ltd",
          agreementReference: "WV-410",
          periodStart: "2026-10-01",
          periodEnd: "2026-11-01",
          lines: [line("Messages", "64200", "message", "0.012", "770.40")],
        },
      ],
      deliveries,
    }).invoices[0];
  const over = (invoice: CheckedInvoice | undefined): readonly string[] =>
    outcomesOf(invoice, "quantity.over");

  test.each(["CDG-7741", "10447", "Copper Dental", "Main St practice, contract WV-410"])(
    "are of the only agreement: %s",
    (customer) => expect(over(checked([usage(customer, "64200")]))).toEqual(["pass"]),
  );

  test("prove nothing where there are two accounts, or two agreements", () => {
    expect(over(checked([usage("CDG-7741", "64200"), usage("BFL-1102", "900")]))).toEqual([
      "cannot-determine",
    ]);
    expect(over(checked([usage("CDG-7741", "64200")], 2))).toEqual(["cannot-determine"]);
    expect(over(checked([usage("Otway Haulage", "64200")]))).toEqual(["cannot-determine"]);
  });

  test.each(["3M", "O2 GmbH", "K2 Ltd"])("are none of a short name with a figure: %s", (customer) =>
    expect(over(checked([usage(customer, "64200")]))).toEqual(["cannot-determine"]),
  );

  test("prove less than is billed", () => {
    expect(over(checked([usage("CDG-7741", "61000")]))).toEqual(["fail"]);
  });
});

describe("hours of a weekday that another line names", () => {
  const shift = (date: string, quantity: string): NonNullable<CaseSpec["deliveries"]>[number] => ({
    kind: "time",
    date,
    quantity,
    unit: "hour",
    approved: true,
  });
  const shifts = [
    shift("2026-10-17", "6"),
    shift("2026-10-18", "5"),
    shift("2026-10-19", "8"),
    shift("2026-10-20", "8"),
  ];
  const verdicts = (
    names: readonly [string, string],
    hours: readonly [string, string],
  ): readonly string[] => {
    const { invoices } = checkCase({
      agreements: [{ terms: [rate(names[0], "40.00", "hour"), rate(names[1], "50.00", "hour")] }],
      invoices: [
        {
          periodStart: "2026-10-16",
          periodEnd: "2026-10-23",
          lines: [
            line(names[0], hours[0], "hour", "40.00", `${Number(hours[0]) * 40}.00`),
            line(names[1], hours[1], "hour", "50.00", `${Number(hours[1]) * 50}.00`),
          ],
        },
      ],
      deliveries: shifts,
    });
    return (invoices[0]?.findings ?? [])
      .filter(({ check: id }) => id.startsWith("quantity"))
      .map(({ check: id, line: place }) => `${id}[${place ?? ""}]`);
  };

  test.each([
    [["Guard, Mon-Fri", "Guard, Sat-Sun"]],
    [["Wache Montag bis Freitag", "Wache Wochenende"]],
    [["Agent, lundi au vendredi", "Agent, samedi et dimanche"]],
  ] as const)("prove no other line: %s", (names) => {
    expect(verdicts(names, ["16", "11"])).toEqual([]);
    expect(verdicts(names, ["16", "13"])).toEqual(["quantity.over[2]"]);
    expect(verdicts(names, ["18", "11"])).toEqual(["quantity.over[1]"]);
  });

  test("go by a day beside a weekday that is misprinted", () => {
    const names = ["Guard, Tue 19 Oct 2026", "Guard, Mon 20 Oct 2026"] as const;
    expect(verdicts(names, ["8", "8"])).toEqual([]);
    expect(verdicts(names, ["9", "8"])).toEqual(["quantity.over[1]"]);
  });

  test("leave a holiday where it is billed", () => {
    expect(verdicts(["Guard, Mon-Fri", "Guard, Sundays and holidays"], ["14", "13"])).toEqual([]);
  });
});
