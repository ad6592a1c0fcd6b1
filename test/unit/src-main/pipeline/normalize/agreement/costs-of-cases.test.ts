import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("costs of a case, a sum or the seller make no expense of the work billable", () => {
  test.each([
    "Client shall reimburse Provider for costs that it sustains as a result of Client's delay.",
    "In the event that a drawing is rejected and stock is left over, Client shall reimburse the costs incurred by Provider.",
    "Provider shall reimburse Client for travel expenses of its auditors.",
    "Within thirty days Client will pay $500,000 to reimburse Provider for a part of the costs that it has had.",
    "For clarity, this shall not affect the duty of Client to reimburse the expenses named in Section 4.",
    "Amounts to be reimbursed may be offset against other expenses of travel.",
  ])("%s", (clause) => expect(valuesOf("expenses", clause)).toEqual([]));

  test.each([
    "Client shall reimburse Provider for reasonable travel expenses.",
    "If travel is needed, Provider's expenses are reimbursed at cost.",
    "Repairs and replacement parts are charged at cost plus 10 %.",
    "All out-of-pocket expenses of Provider shall be reimbursed by Client.",
  ])("%s", (clause) => expect(valuesOf("expenses", clause)).toHaveLength(1));
});

describe("papers and days that a clause only mentions are not asked of an invoice", () => {
  test.each([
    "Disputed sums of an invoice shall be stated to Provider prior to the due date.",
    "Sums of an invoice that are not paid by the applicable due date, as shown, bear interest.",
    "This Agreement shall govern in lieu of terms that appear in any electronic record, such as invoices.",
    "Provider shall show on request all staff records relating to its invoices.",
    "Each invoice shall specifically reference that it is paid under this Agreement.",
  ])("%s", (clause) => expect(valuesOf("required", clause)).toEqual([]));
});

test.each([
  '"Applicable Rate" means the average of the prime rate plus two percent (2%).',
  "Provider shall have ten days after receipt of a work request to accept or decline it.",
  "Provider keeps a plan for small business subcontracting under the purchasing rules.",
])("%s", (clause) => expect(termsOf(clause)).toEqual([]));
