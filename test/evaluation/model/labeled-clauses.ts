/** A clause and the billing terms that it states: the type of each, and its one figure as a plain decimal. */
export interface LabeledClause {
  readonly id: string;
  readonly text: string;
  readonly terms: readonly { readonly type: string; readonly figure: string }[];
}

const clause = (
  id: string,
  text: string,
  ...terms: readonly (readonly [type: string, figure: string])[]
): LabeledClause => ({
  id,
  text,
  terms: terms.map(([type, figure]) => ({ type, figure })),
});

/**
 * Clauses written for this purpose, in the words of several trades and languages: plain ones, wordy ones, and ones whose
 * figures are no terms. They measure a model, and the rules beside it; nothing is tuned to them.
 */
export const labeledClauses: readonly LabeledClause[] = [
  clause("plain-rate", "Senior engineers are charged at USD 185.00 per hour.", ["rate", "185.00"]),
  clause(
    "wordy-fee",
    "Whenever the Customer summons staff between dusk and dawn, the figure of USD 640.00 shall be owed for the callout, whatever its length.",
    ["fixed-fee", "640.00"],
  ),
  clause("monthly-fee", "In consideration of the services the Client pays a retainer of £2,400 each month.", [
    "fixed-fee",
    "2400",
  ]),
  clause(
    "two-in-one",
    "Cleaning costs EUR 31.50 per hour; for supplies a sum of EUR 60.00 per month is added.",
    ["rate", "31.50"],
    ["fixed-fee", "60.00"],
  ),
  clause("payment", "Invoices fall due forty-five (45) days after their date.", ["payment-terms", "45"]),
  clause("payment-german", "Rechnungen sind innerhalb von 14 Tagen ohne Abzug zahlbar.", [
    "payment-terms",
    "14",
  ]),
  clause("rate-german", "Der Stundensatz für Gesellen beträgt 58,50 EUR je Stunde.", ["rate", "58.50"]),
  clause("rate-french", "Chaque heure de régie est facturée 72,00 EUR.", ["rate", "72.00"]),
  clause("rate-spanish", "El servicio de vigilancia se facturará a 24,80 EUR por hora.", ["rate", "24.80"]),
  clause("discount-volume", "On everything ordered in one go the Supplier grants 7.5 % off its list.", [
    "discount",
    "7.5",
  ]),
  clause("discount-italian", "Sul totale della fattura è riconosciuto uno sconto del 5 %.", [
    "discount",
    "5",
  ]),
  clause(
    "cap",
    "Under no circumstances shall the sum of all invoices for phase one rise above CHF 48,000.00.",
    ["cap", "48000.00"],
  ),
  clause("retention", "From each payment the Employer keeps back 5 % until practical completion.", [
    "retention",
    "5",
  ]),
  clause("retention-dutch", "Van iedere termijn wordt 10 % ingehouden tot de oplevering.", [
    "retention",
    "10",
  ]),
  clause("late-fee", "Sums that are overdue bear interest at 1.5 % per month.", ["late-fee", "1.5"]),
  clause("minimum", "Even if less is used, a minimum of USD 900.00 is invoiced every month.", [
    "minimum",
    "900.00",
  ]),
  clause("deposit", "Before work begins, the Owner pays USD 3,500.00 down.", ["deposit", "3500.00"]),
  clause("expenses", "Materials are passed on with 12 % on top of what they cost us.", ["expenses", "12"]),
  clause("charge-age", "What has not been invoiced within 90 days of the work may no longer be invoiced.", [
    "charge-age",
    "90",
  ]),
  clause("tax", "All prices are net; value added tax at 20 % is added.", ["tax", "20"]),
  clause(
    "no-term-insurance",
    "The Contractor maintains liability insurance of at least USD 2,000,000 for each event.",
  ),
  clause("no-term-notice", "Either party may end this agreement with 60 days' written notice."),
  clause("no-term-address", "Notices go to 4100 Harbor Way, Suite 250, Oakland."),
  clause("no-term-example", "Last year the Customer spent about USD 18,000 with another firm."),
];
