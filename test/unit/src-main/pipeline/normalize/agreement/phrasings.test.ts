import { describe, expect, test } from "vitest";
import type { TermType } from "../../../../../../src-shared/model/index.ts";
import { termsOf, valuesOf } from "./agreement-of.ts";

/** Clause, and the values (in part) that its terms of the type must have, in order. */
type Phrasing = readonly [clause: string, ...values: readonly Record<string, unknown>[]];

const phrasings: Partial<Record<TermType, readonly Phrasing[]>> = {
  rate: [
    [
      "Network engineers are billed at $162.50 per hour.",
      { unit: "hour", price: "162.50", role: "Network engineers" },
    ],
    ["For drone surveys the contractor charges £540 a day.", { unit: "day", price: "540" }],
    ["Notary visits cost $75.00 each.", { unit: "each", price: "75.00" }],
    ["Shredding runs $0.28 per pound.", { unit: "pound", price: "0.28" }],
    ["Translation: EUR 0.14 per word.", { unit: "word", price: "0.14", item: "Translation" }],
    [
      "Court reporters receive two hundred ten dollars ($210) per session.",
      { unit: "session", price: "210" },
    ],
    ["Each pallet stored is charged at $11.40 per month.", { price: "11.40", unit: "pallet" }],
    [
      "Provider's architects bill at $195/hr and its drafters at $98/hr.",
      { price: "195", unit: "hour" },
      { price: "98", unit: "hour" },
    ],
    ["Email delivery costs $1.10 per 1,000 messages.", { price: "1.10", priceBase: "1000", unit: "message" }],
    ["Locksmith: $89 per hour, one-hour minimum.", { price: "89", minimumQuantity: "1" }],
    [
      "The rate for forensic accounting shall be $325.00 per hour.",
      { price: "325.00", item: "forensic accounting" },
    ],
    ["Client will pay CAD 48.00 per tonne for gravel.", { price: "48.00", unit: "tonne", item: "gravel" }],
    [
      "Consultant: $145.00 per hour.",
      { price: "145.00", unit: "hour", item: "Consultant", role: "Consultant" },
    ],
    [
      "For each hour of a Lead Engineer Client pays $190.00.",
      { price: "190.00", unit: "hour", role: "Lead Engineer" },
    ],
    [
      "The services of a Consultant are charged at $145.00 per hour.",
      { price: "145.00", role: "Consultant" },
    ],
    ["Licenses are $22 per user per month.", { price: "22", unit: "user", per: "month" }],
    ["The hourly rate of a welder may not exceed $91.", { price: "91", unit: "hour", ceiling: true }],
    ["Für Monteure berechnen wir 68,50 € pro Stunde.", { price: "68.50", unit: "hour" }],
    ["Le taux horaire d'un technicien est de 62,00 €.", { price: "62.00", unit: "hour" }],
  ],
  "fixed-fee": [
    ["A one-time commissioning fee of $4,600 is due.", { amount: "4600", per: "once" }],
    [
      "Client pays $890 per month for backup monitoring.",
      { amount: "890", per: "month", item: "backup monitoring" },
    ],
    ["The annual maintenance fee is £7,400.", { amount: "7400", per: "year" }],
    ["Lump sum for demolition: $27,500.", { amount: "27500", per: "once", item: "demolition" }],
    ["The quarterly hosting charge amounts to $1,275.", { amount: "1275", per: "quarter" }],
    [
      "The design shall be delivered for a flat fee of Six Thousand Dollars ($6,000).",
      { amount: "6000", per: "once" },
    ],
    [
      "A retainer of $5,250 a month is payable in advance.",
      { amount: "5250", per: "month", timing: "advance" },
    ],
    ["Die monatliche Grundgebühr beträgt 349,00 €.", { amount: "349.00", per: "month" }],
  ],
  cap: [
    ["In no event shall total charges exceed $72,000.", { amount: "72000", scope: "agreement" }],
    ["Fees are capped at $9,500 per month.", { amount: "9500", scope: "month" }],
    [
      "The price for Phase 2 is limited to $31,000, plus applicable taxes.",
      { amount: "31000", scope: "phase", includesTax: false },
    ],
    ["NTE: $18,250, including travel.", { amount: "18250", includesExpenses: true }],
    [
      "Provider may bill no more than 120 hours in any month.",
      { quantity: "120", unit: "hour", scope: "month" },
    ],
    ["The maximum amount payable in any contract year is $400,000.", { amount: "400000", scope: "year" }],
    [
      "The ceiling of the not-to-exceed price is raised by $4,000 to $22,000.",
      { amount: "22000", increasesBy: "4000" },
    ],
    [
      "The not-to-exceed amount of $40,000 is increased by $5,000 to $45,000.",
      { amount: "45000", increasesBy: "5000" },
    ],
    ["Das Honorar ist auf maximal 15.000,00 € gedeckelt.", { amount: "15000.00" }],
  ],
  "payment-terms": [
    ["Invoices are due in 21 days.", { days: 21, from: "invoice-date" }],
    [
      "Customer shall pay each undisputed invoice within sixty (60) days after receipt.",
      { days: 60, from: "receipt" },
    ],
    ["Terms: 1.5/15, net 60.", { days: 60, earlyDiscount: { percent: "1.5", days: 15 } }],
    ["Payment is due 10 days end of month.", { days: 10, from: "end-of-month" }],
    ["All bills are payable upon receipt.", { days: 0, from: "receipt" }],
    ["Net forty-five.", { days: 45 }],
    [
      "3 % may be deducted if paid within 8 days, otherwise the full amount is due within 40 days of the invoice date.",
      { days: 40, earlyDiscount: { percent: "3", days: 8 } },
    ],
    ["Zahlbar innerhalb von 20 Tagen nach Rechnungsdatum.", { days: 20, from: "invoice-date" }],
    [
      "Les factures sont payables sous 45 jours à compter de la date de facture.",
      { days: 45, from: "invoice-date" },
    ],
  ],
  discount: [
    ["A discount of 7.5 % is granted on hardware.", { percent: "7.5", scope: "hardware" }],
    ["Materials are charged at the maker's list price less 10 %.", { percent: "10", scope: "Materials" }],
    ["Spare parts: 15 % off list price.", { percent: "15", scope: "Spare parts" }],
    ["I ricambi sono fatturati a listino con uno sconto del 15 %.", { percent: "15", scope: "ricambi" }],
    ["All fees are invoiced with a discount of 4 %.", { percent: "4", scope: "agreement" }],
    ["Customer receives 12% off all cleaning supplies.", { percent: "12" }],
    ["Annual spend above $500,000 earns a rebate of 3 %.", { percent: "3", threshold: "500000" }],
  ],
  tax: [
    ["All prices include 8.1 % VAT.", { rate: "8.1" }],
    ["Sales tax of 6.25% applies to materials.", { rate: "6.25", scope: "materials" }],
    [
      "Client is exempt from sales tax under certificate TX-99120.",
      { exempt: true, certificate: "TX-99120" },
    ],
    ["Reverse charge applies.", { category: "AE" }],
  ],
  duration: [
    [
      "The term of this Agreement begins on June 1, 2026 and ends on May 31, 2027.",
      { from: "2026-06-01", to: "2027-06-01" },
    ],
    [
      "This Agreement remains in force for eighteen (18) months from March 1, 2026.",
      { from: "2026-03-01", to: "2027-09-01" },
    ],
    ["Contract period: 2026-04-01 to 2029-03-31", { from: "2026-04-01", to: "2029-04-01" }],
  ],
  billing: [
    ["Provider bills quarterly in advance.", { frequency: "quarter", timing: "advance" }],
    ["Invoices are issued at the end of each month for work performed.", { frequency: "month" }],
    ["We invoice every two weeks.", { frequency: "two-weeks" }],
    ["Billing cycle: annual, in advance", { frequency: "year", timing: "advance" }],
  ],
  required: [
    [
      "All invoices shall state the purchase order number and the service period.",
      { fields: ["orderReference", "periodStart", "periodEnd"] },
    ],
    ["Invoices without a cost center will be rejected.", { fields: ["costCenter"] }],
    [
      "For amounts over $2,000 invoices must show a PO number.",
      { fields: ["orderReference"], above: "2000" },
    ],
  ],
  "purchase-order": [
    [
      "This work is ordered under Purchase Order 880-2231 in the amount of $46,000.",
      { number: "880-2231", amount: "46000" },
    ],
    ["PO number: PX-40019", { number: "PX-40019" }],
  ],
  milestone: [
    [
      "Milestone 2, Prototype: $16,000.00, payable upon written acceptance by Client.",
      { name: "milestone 2 Prototype", amount: "16000.00", acceptance: true },
    ],
    [
      "25 % is due upon signing, 50 % upon delivery of the prototype and 25 % upon acceptance.",
      { percent: "25", acceptance: false },
      { percent: "50" },
      { percent: "25", acceptance: true },
    ],
    ["$15,000 is payable when the survey report is approved.", { amount: "15000", acceptance: true }],
  ],
  minimum: [
    ["Client shall spend at least $4,000 in each month.", { amount: "4000", per: "month" }],
    ["The annual charges shall be no less than $90,000.", { amount: "90000", per: "year" }],
  ],
  expenses: [
    [
      "Expenses are reimbursed at cost without markup, in total not above £1,500.00.",
      { markupPercent: "0", totalCap: "1500.00" },
    ],
    ["Airfare is reimbursed at cost.", { markupPercent: "0" }],
    ["Subcontractors are charged at cost plus 12 %.", { markupPercent: "12" }],
    ["Travel expenses shall not exceed $3,500 in total.", { totalCap: "3500" }],
    ["Receipts are required for expenses over $40.", { receiptAbove: "40" }],
  ],
  "late-fee": [
    ["Late payments bear interest of 2 % per month.", { percent: "2", per: "month" }],
    [
      "Amounts more than 15 days past due incur a late charge of $50.",
      { amount: "50", per: "once", after: 15 },
    ],
    ["Bei Verzug werden Zinsen von 9 % pro Jahr berechnet.", { percent: "9", per: "year" }],
  ],
  retention: [
    [
      "Owner will withhold 5% of every progress payment until final inspection.",
      { percent: "5", releaseOn: "final inspection" },
    ],
    ["Retainage is ten percent (10%).", { percent: "10" }],
  ],
  deposit: [
    ["A deposit of $2,200 is required before work starts.", { amount: "2200" }],
    ["Customer makes a 40 % down payment.", { percent: "40" }],
  ],
  "price-basis": [
    ["Rates are exclusive of sales tax.", { includesTax: false }],
    ["All fees are inclusive of VAT.", { includesTax: true }],
  ],
  rounding: [["Each line is rounded to the nearest cent.", { mode: "half-up", level: "line", places: 2 }]],
  "bank-account": [["Please remit to IBAN DE89 3704 0044 0532 0130 00.", { iban: "DE89370400440532013000" }]],
  "charge-age": [["Services may not be invoiced more than 60 days after performance.", { days: 60 }]],
  included: [["The subscription includes 25 user seats per month.", { quantity: "25" }]],
  overage: [["Each additional gigabyte is charged at $0.09.", { unit: "gigabyte", price: "0.09" }]],
  escalator: [
    ["Fees increase by 2.5 % each year from January 1, 2027.", { percent: "2.5", first: "2027-01-01" }],
    [
      "On every anniversary the rates rise by three percent (3%), compounded.",
      { percent: "3", compound: true, first: "2027-03-01" },
    ],
  ],
  "time-rules": [
    ["Work on Saturdays is charged at 1.25 times the hourly rate.", { afterHoursMultiplier: "1.25" }],
    ["Travel time is billed at 50 % of the hourly rate.", { travelMultiplier: "0.5" }],
    ["Overtime is paid at time and a half.", { overtimeMultiplier: "1.5" }],
    ["Time is recorded in 15-minute increments.", { increment: "0.25" }],
    ["No more than ten hours per day may be charged.", { maxHoursPerDay: "10" }],
  ],
  proration: [
    ["Fees for partial months are prorated on the basis of actual days.", { basis: "actual/actual" }],
    ["There is no proration of monthly fees; fees are not prorated.", { basis: "none" }],
  ],
  surcharge: [["An energy surcharge of 4 % is added to each delivery.", { percent: "4" }]],
  tiers: [
    [
      "1-50 devices: $9.00 each; 51-200 devices: $8.00 each; 201+ devices: $7.25 each.",
      {
        tiers: [
          { upTo: "50", price: "9.00" },
          { upTo: "200", price: "8.00" },
          { upTo: null, price: "7.25" },
        ],
      },
    ],
  ],
  acceptance: [["Deliverables not rejected within 7 days are deemed accepted.", { deemedAfterDays: 7 }]],
  roster: [
    [
      "Only the following persons may bill time: Mei Tanaka (Partner), Sofia Bianchi (Associate).",
      {
        people: [
          { name: "Mei Tanaka", role: "Partner" },
          { name: "Sofia Bianchi", role: "Associate" },
        ],
      },
    ],
    [
      "Project team: Lena Hart (Project Manager), Omar Reyes (Developer).",
      {
        people: [
          { name: "Lena Hart", role: "Project Manager" },
          { name: "Omar Reyes", role: "Developer" },
        ],
      },
    ],
  ],
  scope: [["Excluded: permits, signage.", { excluded: ["permits", "signage"] }]],
};

for (const [type, list] of Object.entries(phrasings) as [TermType, readonly Phrasing[]][]) {
  describe(type, () => {
    test.each(list.map((phrasing) => [phrasing[0], phrasing.slice(1)] as const))("%s", (clause, values) => {
      const found = valuesOf(type, clause);
      expect(found).toHaveLength(values.length);
      for (const [index, value] of values.entries()) expect(found[index]).toMatchObject(value as object);
    });
  });
}

test("says a count of words and digits once, and asks where they differ", () => {
  const [agreed] = termsOf("Provider charges eighty dollars ($80) per hour.");
  expect(agreed).toMatchObject({ type: "rate", value: { price: "80" } });
  expect(agreed?.questions).toBeUndefined();
  const [differing] = termsOf("Provider charges eighty dollars ($85) per hour.");
  expect(differing?.questions).toContain("words-differ-from-digits");
  expect(differing?.confidence).toBeLessThan(0.7);
});
