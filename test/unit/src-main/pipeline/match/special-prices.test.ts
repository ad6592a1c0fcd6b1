import { describe, expect, test } from "vitest";
import type { CheckedInvoice } from "../../../../../src-shared/model/index.ts";
import { printedRow as line } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

type InvoiceSpec = NonNullable<CaseSpec["invoices"]>[number];

function check(
  terms: readonly TermSpec[],
  lines: readonly LineSpec[],
  rest: InvoiceSpec = {},
): CheckedInvoice | undefined {
  return checkCase({ agreements: [{ terms }], invoices: [{ lines, ...rest }] }).invoices[0];
}

/** Findings as "check[line] impact", without what only an order of the queue is for. */
const findingsOf = (invoice: CheckedInvoice | undefined): readonly string[] =>
  (invoice?.findings ?? [])
    .filter(({ severity }) => severity !== "info")
    .map(({ check: id, line, impact }) => `${id}[${line ?? ""}] ${impact ?? ""}`);

const rate = (item: string, price: string, unit: string): TermSpec => ({
  type: "rate",
  value: { item, unit, price },
});
const surcharge = (percent: string, on: string, condition?: string): TermSpec => ({
  type: "surcharge",
  value: { percent, on, ...(condition === undefined ? {} : { condition }) },
});
const amount = (description: string, net: string): LineSpec => ({ description, net });

describe("a sum on top of each hour", () => {
  const guarding = [
    rate("Guard", "30.00", "hour"),
    { type: "surcharge", value: { amount: "2.25", on: "night premium" } } as const,
  ];
  const night = (price: string, net: string): readonly LineSpec[] => [
    line("Guard", "64", "hour", "30.00", "1920.00"),
    line("Night premium", "56", "hour", price, net),
  ];

  test("is counted in the hours that it comes on top of", () => {
    expect(findingsOf(check(guarding, night("2.25", "126.00")))).toEqual([]);
    expect(findingsOf(check(guarding, night("2.75", "154.00")))).toEqual(["rate.over[2] 28.00"]);
  });
});

describe("a surcharge in percent", () => {
  const buffet = [rate("Hot buffet", "40.00", "person"), surcharge("10", "buffet")];

  test("has its own line, and what it is taken from keeps its price", () => {
    const billed = [
      line("Hot buffet", "20", "person", "40.00", "800.00"),
      amount("Service charge 10 % on buffet", "80.00"),
    ];
    expect(findingsOf(check(buffet, billed))).toEqual([]);
  });

  test("is found wrong on its own line", () => {
    const billed = [
      line("Hot buffet", "20", "person", "40.00", "800.00"),
      amount("Service charge 10 % on buffet", "96.00"),
    ];
    expect(findingsOf(check(buffet, billed))).toEqual(["rate.over[2] 16.00"]);
  });

  test("is found by its name at another percentage, whatever it is taken from", () => {
    const hire = [rate("Excavator", "400.00", "day"), surcharge("12.5", "Damage waiver", "of hire charges")];
    const billed = (percent: string, net: string): readonly LineSpec[] => [
      line("Excavator", "5", "day", "400.00", "2000.00"),
      amount(`Damage waiver ${percent}% of 2,000.00`, net),
    ];
    expect(findingsOf(check(hire, billed("12.5", "250.00")))).toEqual([]);
    expect(findingsOf(check(hire, billed("15", "300.00")))).toEqual(["rate.over[2] 50.00"]);
  });

  test("raises the price of the line that names its condition", () => {
    const terms = [rate("Traduzione tedesco", "0.13", "word"), surcharge("25", "traduzione", "urgenza")];
    const urgent = (price: string, net: string): readonly LineSpec[] => [
      line("Traduzione tedesco, urgente", "3120", "word", price, net),
    ];
    expect(findingsOf(check(terms, urgent("0.1625", "507.00")))).toEqual([]);
    expect(findingsOf(check(terms, urgent("0.195", "608.40")))).toEqual(["rate.over[1] 101.40"]);
  });

  test("raises no line that does not name it", () => {
    const terms = [rate("Traduzione tedesco", "0.13", "word"), surcharge("25", "traduzione", "urgenza")];
    const plain = [line("Traduzione tedesco", "3120", "word", "0.1625", "507.00")];
    expect(findingsOf(check(terms, plain))).toEqual(["rate.over[1] 101.40"]);
  });

  test("is no price for a row that gives back", () => {
    const terms = [rate("Turno", "780.00", "shift"), surcharge("100", "turnos", "festivos")];
    const billed = [
      line("Turnos", "4", "shift", "780.00", "3120.00"),
      amount("Pena por turno no cubierto", "-400.00"),
    ];
    expect(findingsOf(check(terms, billed)).filter((found) => found.startsWith("rate"))).toEqual([]);
  });
});

describe("hours at a multiple of the base price", () => {
  const terms: readonly TermSpec[] = [
    rate("elektromonteur", "54.75", "hour"),
    rate("werkvoorbereider", "68.00", "hour"),
    { type: "time-rules", value: { overtimeMultiplier: "1.35" } },
  ];

  test("are under it, rounded as they are printed", () => {
    const billed = [line("overuren wk 16 (toeslag 35%)", "2", "hour", "73.91", "147.82")];
    expect(findingsOf(check(terms, billed))).toEqual([]);
  });

  test("at another multiple are under no price", () => {
    const billed = [line("overuren wk 16", "2", "hour", "82.13", "164.26")];
    expect(findingsOf(check(terms, billed))).toEqual(["term.unbound[1] 164.26"]);
  });
});

describe("what is passed on, and the least that is charged", () => {
  const expenses: TermSpec = {
    type: "expenses",
    value: { types: ["permit fees", "printing"], markupPercent: "10" },
  };
  const unboundOf = (invoice: CheckedInvoice | undefined): readonly string[] =>
    findingsOf(invoice).filter((found) => found.startsWith("term.unbound"));

  test("a line that names a kind of the clause is under it", () => {
    expect(unboundOf(check([expenses], [amount("Printing, 40 sheets", "205.04")]))).toEqual([]);
  });

  test("a line at cost is under the only clause", () => {
    expect(unboundOf(check([expenses], [amount("Deponiegebühr laut Beleg", "86.30")]))).toEqual([]);
  });

  test("any other line is not", () => {
    expect(unboundOf(check([expenses], [amount("Design review", "205.04")]))).toEqual([
      "term.unbound[1] 205.04",
    ]);
  });

  test("a minimum at its very amount", () => {
    const least: TermSpec = { type: "minimum", value: { amount: "45.00", per: null, scope: "incarico" } };
    expect(unboundOf(check([least], [amount("Etichetta, minimo per incarico", "45.00")]))).toEqual([]);
    expect(unboundOf(check([least], [amount("Etichetta, minimo per incarico", "55.00")]))).not.toEqual([]);
  });
});

describe("two rates of one tax", () => {
  const tax = (percent: string): TermSpec => ({ type: "tax", value: { category: "S", rate: percent } });
  const terms = [rate("Buffet", "40.00", "person"), rate("Wine", "20.00", "bottle"), tax("10"), tax("20")];
  const lines = [
    line("Buffet", "10", "person", "40.00", "400.00"),
    line("Wine", "5", "bottle", "20.00", "100.00"),
  ];
  const totals = (first: string, second: string, sum: string, gross: string): InvoiceSpec => ({
    taxes: [
      { rate: "10", base: "400.00", amount: first },
      { rate: "20", base: "100.00", amount: second },
    ],
    tax: sum,
    gross,
    payable: gross,
  });

  test("each on its own base is right", () => {
    expect(findingsOf(check(terms, lines, totals("40.00", "20.00", "60.00", "560.00")))).toEqual([]);
  });

  test("another figure on one of them is not", () => {
    expect(findingsOf(check(terms, lines, totals("50.00", "20.00", "70.00", "570.00")))).toContain(
      "tax.over[] 10.00",
    );
  });
});

describe("a deposit that is agreed with its tax", () => {
  const deposit: TermSpec = { type: "deposit", value: { amount: "1552.32" } };

  test("is the whole invoice, tax and all", () => {
    const paid = {
      taxes: [{ rate: "10", base: "1411.20", amount: "141.12" }],
      tax: "141.12",
      gross: "1552.32",
      payable: "1552.32",
    };
    expect(findingsOf(check([deposit], [amount("Deposit", "1411.20")], paid))).toEqual([]);
  });

  test("and no other sum", () => {
    const paid = {
      taxes: [{ rate: "10", base: "1500.00", amount: "150.00" }],
      tax: "150.00",
      gross: "1650.00",
      payable: "1650.00",
    };
    expect(findingsOf(check([deposit], [amount("Deposit", "1500.00")], paid))).toEqual([
      "rate.under[1] 52.32",
    ]);
  });
});

describe("a discount under a condition in words", () => {
  const work = rate("Review", "100.00", "hour");
  const reduced = (condition: string): TermSpec => ({
    type: "discount",
    value: { percent: "10", scope: "invoice", condition },
  });
  const billed = (discount: string | null): readonly LineSpec[] => [
    line("Review", "10", "hour", "100.00", "1000.00"),
    ...(discount === null ? [] : [amount("Discount 10 %", discount)]),
  ];
  const discountsOf = (
    condition: string,
    discount: string | null,
    from: string | null = null,
  ): readonly string[] => {
    const { invoices } = checkCase({
      agreements: [{ terms: [work, reduced(condition)], from: from as never }],
      invoices: [{ lines: billed(discount) }],
    });
    return (invoices[0]?.outcomes ?? [])
      .filter(
        ({ check: id, outcome }) =>
          id.startsWith("discount.") && outcome !== "pass" && outcome !== "not-applicable",
      )
      .map(({ check: id, outcome }) => `${id} ${outcome}`);
  };

  test.each([
    "fees of the month over 800",
    "ab 1 Stunde, über 800,00",
    "prestations du mois > 800 €",
    "oltre 800,00",
  ])("%s: reached", (condition) => {
    expect(discountsOf(condition, "-100.00")).toEqual([]);
    expect(discountsOf(condition, null)).toEqual(["discount.missing fail"]);
  });

  test.each(["fees over 1,500", "über 1.500,00", "plus de 1 500 €"])("%s: not reached", (condition) => {
    expect(discountsOf(condition, null)).toEqual([]);
    expect(discountsOf(condition, "-100.00")).toEqual(["discount.wrong fail"]);
  });

  test("the first months of the agreement", () => {
    expect(discountsOf("first six months", "-100.00", "2026-08-01")).toEqual([]);
    expect(discountsOf("erste 6 Monate", null, "2026-08-01")).toEqual(["discount.missing fail"]);
    expect(discountsOf("les 2 premiers mois", "-100.00", "2026-08-01")).toEqual(["discount.wrong fail"]);
  });

  test.each(["new customers only", "first six months", "when 500 pieces are ordered"])(
    "%s: nobody can tell",
    (condition) => {
      expect(discountsOf(condition, "-100.00")).toEqual(["discount.wrong cannot-determine"]);
    },
  );
});

describe("hours of a rank that the line does not name", () => {
  const terms = [rate("Journeyman", "128.00", "hour"), rate("Helper", "74.00", "hour")];

  test("at its very price are under it", () => {
    expect(
      findingsOf(check(terms, [line("Labor on the rooftop unit", "2", "hour", "128.00", "256.00")])),
    ).toEqual([]);
  });

  test("at a price of neither are under none", () => {
    expect(
      findingsOf(check(terms, [line("Labor on the rooftop unit", "2", "hour", "99.00", "198.00")])),
    ).toEqual(["term.unbound[1] 198.00"]);
  });

  test("and a line that names one is not under the other, whatever its price", () => {
    expect(findingsOf(check(terms, [line("Helper", "2", "hour", "128.00", "256.00")]))).toEqual([
      "rate.over[1] 108.00",
    ]);
  });
});

describe("the number of the agreement", () => {
  const agreements = (number: string | null, title: string): CaseSpec["agreements"] => [
    {
      number,
      title,
      seller: "Elsewhere & Sons",
      buyer: null,
      terms: [rate("Review", "100.00", "hour")],
    },
  ];
  const billed = { lines: [line("Review", "10", "hour", "100.00", "1000.00")], agreementReference: "112-26" };

  test.each([
    ["112-26", "Offer"],
    ["112-26 An Autohaus", "Angebot"],
    [null, "Garage - Offerte 112-26"],
  ])("%s, %s is what the invoice names, whatever was made of the parties", (number, title) => {
    const { invoices } = checkCase({ agreements: agreements(number, title) ?? [], invoices: [billed] });
    expect(invoices[0]?.agreementId).not.toBeNull();
    expect(invoices[0]?.route).not.toBe("clear");
  });

  test("another number is another agreement", () => {
    const { invoices } = checkCase({ agreements: agreements("118-26", "Offer") ?? [], invoices: [billed] });
    expect(invoices[0]?.agreementId).toBeNull();
  });
});

describe("surcharges of an amount, and hours beyond the usual ones", () => {
  test("an amount is due for each", () => {
    const terms: readonly TermSpec[] = [
      rate("Course", "7.50", "trip"),
      { type: "surcharge", value: { amount: "4.00", on: "course express" } },
    ];
    const billed = (price: string, net: string): readonly LineSpec[] => [
      line("Supplément express", "3", "piece", price, net),
    ];
    expect(findingsOf(check(terms, billed("4.00", "12.00")))).toEqual([]);
    expect(findingsOf(check(terms, billed("5.00", "15.00")))).toEqual(["rate.over[1] 3.00"]);
  });

  test("what it is taken from is what its clause names best", () => {
    const terms = [
      rate("Accounting and tax", "430.00", "month"),
      rate("Chartered accounting", "135.00", "hour"),
      surcharge("3", "accounting and tax fees"),
    ];
    const billed = (net: string): readonly LineSpec[] => [
      line("Accounting and tax", "1", "month", "430.00", "430.00"),
      line("Chartered accounting", "1", "hour", "135.00", "135.00"),
      amount("Software surcharge 3 %", net),
    ];
    expect(findingsOf(check(terms, billed("12.90")))).toEqual([]);
    expect(findingsOf(check(terms, billed("21.50"))).length).toBe(1);
  });

  test("Saturday work at the price after hours is under that price, and no other", () => {
    const terms = [rate("Controller", "64.50", "hour"), rate("Controller, after hours", "92.00", "hour")];
    const billed = (price: string, net: string): readonly LineSpec[] => [
      line("Controller, Saturday", "5", "hour", price, net),
    ];
    expect(findingsOf(check(terms, billed("92.00", "460.00")))).toEqual([]);
    expect(findingsOf(check(terms, billed("99.00", "495.00")))).not.toEqual([]);
    expect(findingsOf(check(terms, [line("Controller", "5", "hour", "92.00", "460.00")]))).toEqual([
      "rate.over[1] 137.50",
    ]);
  });
});

describe("a sum without a unit", () => {
  const billed = line("Cartons", "140", "piece", "3.80", "532.00");
  const quantityOf = (item: string, deliveries: CaseSpec["deliveries"] = []): readonly string[] => {
    const terms: readonly TermSpec[] = [
      { type: "fixed-fee", value: { item, amount: "3.80", per: "once", timing: null } },
    ];
    const { invoices } = checkCase({
      agreements: [{ terms }],
      invoices: [{ lines: [billed] }],
      ...(deliveries.length > 0 ? { deliveries } : {}),
    });
    return (invoices[0]?.outcomes ?? [])
      .filter(({ check: id, subject }) => id === "quantity.over" && subject.includes("#1"))
      .map(({ outcome }) => outcome);
  };

  test("may be one for each: how many there were is a question", () => {
    expect(quantityOf("Cartons")).toEqual(["cannot-determine"]);
  });

  test("is one for each where records count them", () => {
    const record = (quantity: string) => [
      { kind: "goods" as const, item: "Cartons", quantity, unit: "piece" },
    ];
    expect(quantityOf("Cartons", record("140"))).toEqual(["pass"]);
    expect(quantityOf("Cartons", record("120"))).toEqual(["fail"]);
  });

  test("is one for all where its words say so", () => {
    expect(quantityOf("Cartons, forfait")).toEqual(["fail"]);
    expect(quantityOf("Cartons, einmalig")).toEqual(["fail"]);
  });

  test("a row that gives a part back is no price of it", () => {
    const terms: readonly TermSpec[] = [rate("Cartons", "3.80", "piece")];
    const back = line("Cartons repris", "60", "piece", "-1.90", "-114.00");
    expect(findingsOf(check(terms, [billed, back])).filter((found) => found.startsWith("rate"))).toEqual([]);
  });
});

describe("papers of one number", () => {
  const offer = {
    number: "O-2026-22",
    title: "Offer",
    rank: "estimate" as const,
    terms: [rate("Review", "100.00", "hour")],
  };
  const invoice: InvoiceSpec = {
    lines: [line("Review", "10", "hour", "100.00", "1000.00")],
    agreementReference: "O-2026-22",
  };

  test("a letter without prices stands under the offer", () => {
    const letter = { number: "O-2026-22", title: "Letter", terms: [] };
    const { invoices } = checkCase({ agreements: [offer, letter], invoices: [invoice] });
    expect(invoices[0]?.outcomes.find(({ check: id }) => id === "agreement.missing")?.outcome).toBe("pass");
  });

  test("two with prices are a question", () => {
    const other = { ...offer, title: "Offer, second print", terms: [rate("Review", "110.00", "hour")] };
    const { invoices } = checkCase({ agreements: [offer, other], invoices: [invoice] });
    expect(invoices[0]?.route).not.toBe("clear");
  });
});

describe("what only looks like a record or a base", () => {
  test("hours prove no sum that is due each time", () => {
    const terms: readonly TermSpec[] = [
      { type: "fixed-fee", value: { item: "Lot plow", amount: "365.00", per: "once", timing: null } },
    ];
    const { invoices } = checkCase({
      agreements: [{ terms }],
      invoices: [{ lines: [{ description: "Lot plow", quantity: "1", unitPrice: "365.00", net: "365.00" }] }],
      deliveries: [{ kind: "goods", item: "Lot plow", quantity: "21.5", unit: "hour" }],
    });
    expect(findingsOf(invoices[0]).filter((found) => found.startsWith("quantity"))).toEqual([]);
  });

  test("a base above the whole invoice is none", () => {
    const terms: readonly TermSpec[] = [
      rate("Review", "100.00", "hour"),
      { type: "tax", value: { category: "S", rate: "13" } },
    ];
    const billed = [line("Review", "10", "hour", "100.00", "1000.00")];
    const taxed = (tax: string, gross: string): InvoiceSpec => ({
      taxes: [{ rate: "13", base: "4417.00", amount: tax }],
      tax,
      gross,
      payable: gross,
    });
    expect(findingsOf(check(terms, billed, taxed("130.00", "1130.00")))).toEqual([]);
    expect(findingsOf(check(terms, billed, taxed("150.00", "1150.00")))).toContain("tax.over[] 20.00");
  });

  test("days under a fee by the month are a question", () => {
    const terms: readonly TermSpec[] = [
      { type: "fixed-fee", value: { item: "Attendant", amount: "15600.00", per: "month", timing: null } },
    ];
    expect(findingsOf(check(terms, [line("Attendant", "101", "day", "600.00", "60600.00")]))).not.toContain(
      "rate.over[1] 45000.00",
    );
  });
});

describe("records that name their line", () => {
  test("are not eaten by too much on another", () => {
    const { invoices } = checkCase({
      agreements: [{ terms: [rate("Reinigung Treppenhaus", "60.00", "visit")] }],
      invoices: [
        {
          lines: [
            line("Rheinstrasse 201, Treppenhaus", "5", "visit", "60.00", "300.00"),
            line("Tittwiesenstrasse 27, Treppenhaus", "4", "visit", "60.00", "240.00"),
          ],
        },
      ],
      deliveries: [
        { kind: "goods", item: "Rheinstrasse, Treppenhaus", quantity: "4", unit: "visit" },
        { kind: "goods", item: "Tittwiesenstrasse, Treppenhaus", quantity: "4", unit: "visit" },
      ],
    });
    expect(findingsOf(invoices[0])).toEqual(["quantity.over[1] 60.00"]);
  });
});

test("a fee by the quarter beside one by the month is due whole in the month that bills it", () => {
  const billing = (frequency: string): TermSpec => ({ type: "billing", value: { frequency, timing: null } });
  const terms: readonly TermSpec[] = [
    { type: "fixed-fee", value: { item: "Windows", amount: "210.00", per: "quarter", timing: null } },
    billing("month"),
    billing("quarter"),
  ];
  const { invoices } = checkCase({
    agreements: [{ terms }],
    invoices: [{ lines: [line("Windows", "1", "quarter", "210.00", "210.00")] }],
  });
  expect(findingsOf(invoices[0]).filter((found) => found.startsWith("quantity"))).toEqual([]);
});
