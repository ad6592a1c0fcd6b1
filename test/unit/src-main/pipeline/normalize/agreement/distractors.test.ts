import { describe, expect, test } from "vitest";
import { agreementOf, contractWith, termsOf, valuesOf } from "./agreement-of.ts";

/** Numbers that bill nothing, one for each class of the veto list, in prose of several trades. */
const nothing: readonly string[] = [
  "Provider carries cyber insurance with limits of $3,000,000 per claim.",
  "Supplier's aggregate liability is limited to the fees paid in the preceding twelve months and never exceeds $250,000.",
  "The deductible under the policy is $10,000.",
  "Umbrella $3,000,000; motor $1,000,000.",
  "Call-outs are not covered by the maintenance charge.",
  "The Client insures the press for $186,000 and the folder for $64,500.",
  "Die Versicherungssumme beträgt mindestens 750.000 EUR je Schadensfall.",
  "El taller está asegurado por 120.000 euros.",
  "If the Client hires one of our nurses within 10 weeks, we must be told.",
  "Contractor furnishes a performance bond of $90,000.",
  "If completion is late, Contractor pays liquidated damages of $400 per day.",
  "Either party may terminate on forty-five (45) days' written notice.",
  "The breaching party has ten (10) days to cure.",
  "Disputes about an invoice must be notified within 20 days.",
  "Provider responds to severe incidents within 2 hours.",
  "Availability is 99.5 % in each month.",
  "Parts are warranted for 24 months.",
  "Confidentiality obligations survive for five (5) years.",
  "Records are kept for seven years.",
  "This quotation is valid for 45 days.",
  "Orders over $25,000 must be approved by the board.",
  "Expenditure above $10,000 needs board approval.",
  "Client currently pays its former vendor $140 per hour.",
  "Provider's technicians earn $31 per hour.",
  "Each employee's salary is $68,000 per year.",
  "The facility is certified under ISO 27001 and located at PO Box 4410.",
  "For example, ten hours at $100 per hour would cost $1,000.",
  "The loan bears interest at 7 % a year on the principal amount.",
  "The hourly rate will lie between $80 and $110 per hour.",
  "Provider shall refund $500 to Client if the audit is cancelled.",
  "The retention period for backups is 90 days.",
  "Personnel must have at least five years of experience.",
  "The options are granted at an exercise price of $2.40 per share and lapse after three years.",
  "The Adviser receives 900 shares of common stock, par value $0.01 per share.",
  "The Maker is responsible for 80% of the tooling costs, and the Dealer bears 20% of such costs.",
];

test.each(nothing)("bills nothing: %s", (clause) => {
  expect(termsOf(clause).map((term) => `${term.type} ${JSON.stringify(term.value)}`)).toEqual([]);
});

describe("explicit none", () => {
  test.each([
    ["retention", "No retainage will be held on this order."],
    ["deposit", "No deposit is required."],
    ["late-fee", "No interest is charged on late payments."],
    ["minimum", "There is no minimum commitment."],
    ["overage", "No overage charges apply."],
    ["expenses", "Expenses are not reimbursed."],
    ["surcharge", "No fuel surcharge applies."],
    ["retention", "Es erfolgt kein Sicherheitseinbehalt."],
  ])("%s: %s", (type, clause) => {
    expect(termsOf(clause)).toMatchObject([{ type, absent: true }]);
  });

  test("an exception keeps it from being a none", () => {
    const terms = termsOf("No interest is charged on late payments unless the invoice is undisputed.");
    expect(terms.filter((term) => term.absent === true)).toEqual([]);
  });
});

describe("a label and a sum for each of what it names", () => {
  test.each([
    ["Report cards on 300 gsm board: $6.50 each", "6.50"],
    ["Plaster board: $11.20 per sheet", "11.20"],
    ["Bond paper A4: $4.20 per ream", "4.20"],
    ["Manhole cover: $86.00 each", "86.00"],
    ["Stock count: $40.00 per hour", "40.00"],
    ["Mailing list hire: $120.00 per thousand", "120.00"],
    ["Loan car: $35.00 per day", "35.00"],
    ["Salary slips: $3.50 each", "3.50"],
    ["Lohn- und Gehaltsabrechnung: 14,00 EUR je Stück", "14.00"],
  ])("is a price whatever its words mean elsewhere: %s", (clause, price) => {
    expect(termsOf(clause)).toMatchObject([{ type: "rate", value: { price } }]);
  });

  test.each([
    "List price: $50.00 each",
    "Driver wage: £15.00 per hour",
    "Deductible: $500.00 per claim",
    "Policy limit: $1,000,000 per occurrence",
    "Travel insurance: $30.00 per person",
    "Liquidated damages: $400.00 per day",
    "Stock: $2.40 per share",
    "Vertragsstrafe: 250,00 EUR je Tag",
  ])("is none where the label says of another figure: %s", (clause) => {
    expect(termsOf(clause)).toEqual([]);
  });
});

test("a number that nobody takes in a clause about prices is shown, not dropped", () => {
  const agreement = agreementOf(
    contractWith("The parties will share the sum of 17.5 % as they see fit.", "5. Fees"),
  );
  expect(agreement.residue.map((entry) => entry.evidence.quote)).toEqual([
    "The parties will share the sum of 17.5 % as they see fit.",
  ]);
});

test("the most that a share may come to is no price of what it is counted by", () => {
  expect(
    valuesOf("rate", "Telekommunikation pauschal 15 % der Gebühr, höchstens 25,00 € je Angelegenheit."),
  ).toEqual([]);
});

test("the most that is answered for a loss is no price of a unit", () => {
  expect(valuesOf("rate", "Claims for loss are limited to £4.41 per kilogram.")).toEqual([]);
});

test.each([
  ["Un plant perdu est remplacé au prix coûtant, sans dépasser 18,00 € par plant.", "plant"],
  ["A lost key is replaced at cost, not exceeding £18.00 per key.", "key"],
])("the most that one may cost is a ceiling of its price: %s", (clause, unit) => {
  expect(valuesOf("rate", clause)).toMatchObject([{ unit, price: "18.00", ceiling: true }]);
});

test.each([
  "Salaire horaire : 15,20 € par heure",
  "Lohn je Stunde: 15,20 EUR je Stunde",
  "Wage per hour: $15.20 per hour",
  "Por ejemplo, 10 horas a 50 € la hora son 500 €.",
  "Bijvoorbeeld: 10 uur tegen € 50 per uur is € 500.",
])("neither the label of a wage nor an example makes a price: %s", (clause) => {
  expect(termsOf(clause)).toEqual([]);
});
