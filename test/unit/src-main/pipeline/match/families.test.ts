import { describe, expect, test } from "vitest";
import { matchDocuments, noAssignments } from "../../../../../src-main/pipeline/match/index.ts";
import { defaultPolicy } from "../../../../../src-shared/model/index.ts";
import type { Agreement, Invoice, Matching } from "../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { anAgreement, anInvoice } from "../../../../builders/billing-documents.ts";
import type { AgreementSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const day = localDate;
const match = (agreements: readonly Agreement[], invoices: readonly Invoice[] = []): Matching =>
  matchDocuments({ agreements, invoices, deliveries: [], policy: defaultPolicy, assignments: noAssignments });

const rate = (price: string, item = "Developer", rest: Partial<TermSpec> = {}): TermSpec => ({
  type: "rate",
  value: { item, unit: "hour", price },
  ...rest,
});
const cap = (value: object): TermSpec => ({ type: "cap", value: { scope: "agreement", ...value } });
const amends = (number: string) => [{ number, relation: "amends" as const }];

const msa = (spec: AgreementSpec = {}): Agreement =>
  anAgreement({ from: day("2026-01-01"), terms: [rate("150.00")], ...spec });
const amendment = (spec: AgreementSpec): Agreement =>
  anAgreement({
    number: "AM-1",
    rank: "amendment",
    title: "Amendment 1",
    references: amends("MSA-014"),
    ...spec,
  });

/** Pieces of the terms in force as "price from to", in order. */
function pieces(agreements: readonly Agreement[]): readonly string[] {
  const terms = new Map(agreements.flatMap(({ terms: own }) => own.map((term) => [term.id, term] as const)));
  return match(agreements)
    .termsInForce.map(({ termId, from, to, conflictsWith }) => {
      const value = terms.get(termId)?.value as {
        readonly price?: string;
        readonly amount?: string;
        readonly increasesBy?: string;
        readonly days?: number;
      };
      const shown = value.price ?? value.amount ?? value.increasesBy ?? value.days;
      return `${shown ?? ""} ${from ?? "…"} ${to ?? "…"}${conflictsWith.length > 0 ? " conflict" : ""}`;
    })
    .toSorted();
}

describe("which price holds when", () => {
  test("an amendment holds from its day, and the old price until then", () => {
    const changed = amendment({
      from: day("2026-04-01"),
      signedOn: day("2026-03-20"),
      terms: [rate("160.00")],
    });
    expect(pieces([msa(), changed])).toEqual(["150.00 … 2026-04-01", "160.00 2026-04-01 …"]);
  });

  test("an amendment without a day holds from its signature", () => {
    const changed = amendment({ signedOn: day("2026-03-24"), terms: [rate("160.00")] });
    expect(pieces([msa(), changed])).toEqual(["150.00 … 2026-03-24", "160.00 2026-03-24 …"]);
  });

  test("an unsigned change alters nothing and is listed", () => {
    const changed = amendment({ standing: "unsigned", from: day("2026-04-01"), terms: [rate("160.00")] });
    expect(pieces([msa(), changed])).toEqual(["150.00 … …"]);
    expect(match([msa(), changed]).families[0]?.questions).toEqual([
      { agreementId: changed.id, code: "unsigned-change" },
    ]);
  });

  test("a change without any day is asked about", () => {
    const changed = amendment({ terms: [rate("160.00")] });
    expect(pieces([msa(), changed])).toEqual(["150.00 … …"]);
    expect(match([msa(), changed]).families[0]?.questions[0]?.code).toBe("effective-date-unsaid");
  });

  test("later over earlier, whatever the order of the files", () => {
    const first = amendment({ from: day("2026-04-01"), terms: [rate("160.00")] });
    const second = amendment({
      number: "AM-2",
      title: "Amendment 2",
      from: day("2026-07-01"),
      terms: [rate("170.00")],
    });
    const expected = ["150.00 … 2026-04-01", "160.00 2026-04-01 2026-07-01", "170.00 2026-07-01 …"];
    expect(pieces([msa(), first, second])).toEqual(expected);
    expect(pieces([second, first, msa()])).toEqual(expected);
  });

  test("a restated schedule drops the rows that it does not list", () => {
    const base = msa({ terms: [rate("150.00"), rate("80.00", "Coordinator")] });
    const changed = amendment({
      from: day("2026-10-01"),
      operations: [{ operation: "restate", target: "Exhibit B", effective: day("2026-10-01"), evidence: [] }],
      terms: [rate("160.00")],
    });
    expect(pieces([base, changed])).toEqual([
      "150.00 … 2026-10-01",
      "160.00 2026-10-01 …",
      "80.00 … 2026-10-01",
    ]);
  });

  test("columns by year are pieces of one price", () => {
    const base = msa({
      terms: [
        rate("150.00", "Developer", { from: day("2026-01-01") }),
        rate("155.00", "Developer", { from: day("2027-01-01") }),
      ],
    });
    expect(pieces([base])).toEqual(["150.00 2026-01-01 2027-01-01", "155.00 2027-01-01 …"]);
  });

  test("two prices of one clause at one time are a conflict", () => {
    expect(pieces([msa({ terms: [rate("150.00"), rate("155.00")] })])).toEqual([
      "150.00 … … conflict",
      "155.00 … … conflict",
    ]);
  });

  test("a change that adds to a limit leaves it in force", () => {
    const change = amendment({
      number: "CO-1",
      rank: "change-order",
      title: "Change Order 1",
      from: day("2026-05-03"),
      terms: [cap({ increasesBy: "6500.00" })],
    });
    expect(pieces([msa({ terms: [cap({ amount: "42000.00" })] }), change])).toEqual([
      "42000.00 … …",
      "6500.00 2026-05-03 …",
    ]);
  });

  test("a change whose from-figure does not match is not applied", () => {
    const change = amendment({
      number: "CO-3",
      rank: "change-order",
      title: "Change Order 3",
      from: day("2026-05-03"),
      terms: [cap({ amount: "60000.00", increasesBy: "5000.00" })],
    });
    const agreements = [msa({ terms: [cap({ amount: "48500.00" })] }), change];
    expect(pieces(agreements).every((piece) => piece.endsWith("conflict"))).toBe(true);
    expect(match(agreements).families[0]?.questions).toEqual([
      { agreementId: change.id, code: "increase-does-not-add-up" },
    ]);
  });

  test("a rejected term never holds", () => {
    expect(pieces([msa({ terms: [rate("150.00", "Developer", { status: "rejected" })] })])).toEqual([]);
  });
});

describe("what belongs together", () => {
  const sow = (number: string, price: string): Agreement =>
    anAgreement({
      number,
      rank: "statement-of-work",
      title: `Statement of Work ${number}`,
      references: [{ number: "MSA-014", relation: "under" }],
      terms: [rate(price)],
    });

  test("orders, changes and the master are one family; the root is the master", () => {
    const agreements = [
      amendment({ from: day("2026-04-01"), references: amends("SOW-2") }),
      sow("SOW-1", "145.00"),
      sow("SOW-2", "140.00"),
      msa(),
    ];
    const { families } = match(agreements);
    expect(families).toHaveLength(1);
    expect(families[0]?.id).toBe(agreements[3]?.id);
    expect(families[0]?.memberIds).toHaveLength(4);
  });

  test("a change that names a number that nobody has is a family of its own, with a question", () => {
    const lost = amendment({ references: amends("MSA-999"), from: day("2026-04-01") });
    expect(match([msa(), lost]).families).toHaveLength(2);
    expect(match([msa(), lost]).families.find(({ id }) => id === lost.id)?.questions[0]?.code).toBe(
      "reference-not-in-files",
    );
  });

  test("a change without a number is placed by its parties, and that is asked", () => {
    const changed = amendment({ number: null, references: [], from: day("2026-04-01") });
    const { families } = match([msa(), changed]);
    expect(families).toHaveLength(1);
    expect(families[0]?.questions[0]?.code).toBe("placed-by-parties");
  });

  test("a change that only a person signs changes the one agreement there is, and no one of several", () => {
    const signed = amendment({
      number: "1",
      rank: "change-order",
      references: [],
      seller: null,
      buyer: "Nell Foley",
      from: day("2026-04-01"),
    });
    expect(match([msa(), signed]).families).toHaveLength(1);
    expect(match([msa(), msa({ number: "MSA-015" }), signed]).families).toHaveLength(3);
  });

  test("the order that an invoice names governs, over its master and beside the other order", () => {
    const line = {
      description: "Developer, August",
      quantity: "10",
      unit: "hour",
      unitPrice: "140.00",
      net: "1400.00",
    };
    const agreements = [
      msa({ terms: [rate("150.00"), { type: "payment-terms", value: { days: 30, from: "invoice-date" } }] }),
      sow("SOW-1", "145.00"),
      sow("SOW-2", "140.00"),
    ];
    const invoice = anInvoice({ agreementReference: "SOW-2", lines: [line] });
    const found = match(agreements, [invoice]).invoices[0];
    expect(found?.state).toBe("matched");
    expect(found?.governedBy).toEqual([agreements[2]?.id, agreements[0]?.id]);
    expect(found?.lines[0]?.state).toBe("bound");
    expect(found?.lines[0]?.bindings[0]?.termId).toBe(agreements[2]?.terms[0]?.id);
  });

  test("an amendment of the master does not change an order's price", () => {
    const line = {
      description: "Developer, August",
      quantity: "10",
      unit: "hour",
      unitPrice: "140.00",
      net: "1400.00",
    };
    const agreements = [
      msa(),
      sow("SOW-2", "140.00"),
      amendment({ from: day("2026-07-01"), terms: [rate("156.00")] }),
    ];
    const found = match(agreements, [anInvoice({ agreementReference: "SOW-2", lines: [line] })]).invoices[0];
    expect(found?.lines[0]?.bindings.map(({ termId }) => termId)).toEqual([agreements[1]?.terms[0]?.id]);
  });

  test("a change order at the master goes before the order", () => {
    const line = {
      description: "Developer, August",
      quantity: "10",
      unit: "hour",
      unitPrice: "140.00",
      net: "1400.00",
    };
    const change = amendment({
      number: "CO-1",
      rank: "change-order",
      from: day("2026-07-01"),
      terms: [rate("138.00")],
    });
    const agreements = [msa(), sow("SOW-2", "140.00"), change];
    const found = match(agreements, [anInvoice({ agreementReference: "SOW-2", lines: [line] })]).invoices[0];
    expect(found?.lines[0]?.bindings.map(({ termId }) => termId)).toEqual([change.terms[0]?.id]);
  });

  test("the result does not depend on the order of the files", () => {
    const agreements = [
      msa(),
      sow("SOW-1", "145.00"),
      sow("SOW-2", "140.00"),
      amendment({ from: day("2026-07-01"), terms: [rate("156.00")] }),
    ];
    const invoices = ["SOW-1", "SOW-2", "MSA-014"].map((number, index) =>
      anInvoice({
        number: `INV-${index}`,
        agreementReference: number,
        lines: [
          { description: "Developer", quantity: "1", unit: "hour", unitPrice: "140.00", net: "140.00" },
        ],
      }),
    );
    const forward = match(agreements, invoices);
    const backward = match(agreements.toReversed(), invoices.toReversed());
    expect(backward.families).toEqual(forward.families);
    expect(backward.termsInForce).toEqual(forward.termsInForce);
    expect(backward.invoices.toReversed()).toEqual(forward.invoices);
  });
});
