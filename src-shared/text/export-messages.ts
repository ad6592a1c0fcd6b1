/** Why an invoice must not go to a target, and what to know although it goes. `{number}` is the invoice. */
export const exportMessages = {
  "export/no-number": "{number} prints no invoice number. Correct the value, and approve it again.",
  "export/no-customer": "{number} names no customer. Correct the value, and approve it again.",
  "export/no-currency": "{number} prints no currency. Correct the value, and approve it again.",
  "export/no-issue-date": "{number} prints no invoice date. Correct the value, and approve it again.",
  "export/no-due-date":
    "{number} has no due date, and its terms do not give one. Correct the value, and approve it again.",
  "export/no-lines": "{number} has no lines, and this target takes no invoice without.",
  "export/no-total": "{number} prints no total. Correct the value, and approve it again.",
  "export/line-without-amount":
    "Line {line} of {number} has no amount. Correct the value, and approve it again.",
  "export/lines-do-not-add-up":
    "The lines of {number} add up to {lines}, but its net total is {net}. Correct one of them, and approve it again.",
  "export/undecided-value":
    "{number} prints a value that could not be decided ({field}). Correct it, and approve the invoice again.",
  "export/prices-include-tax": "{number} prints prices with tax, which this target cannot take.",
  "export/proforma": "{number} is a pro-forma invoice; accounting does not take those.",
  "export/credit-note-not-taken":
    "{number} is a credit note, and this target takes invoices only. Enter it by hand.",
  "export/number-too-long": "{number} is longer than the {longest} characters that this target takes.",
  "export/number-twice": "The number {number} is in this batch twice. This target would join the two.",
  "export/tax-rate-unmapped":
    "{number} has the tax rate {rate}, which is not mapped to a tax of this target. Set its name in the options.",
  "export/unsafe-name":
    "“{name}” begins like a formula, which a spreadsheet would run. Correct the value, and approve it again.",

  "export/due-date-computed": "The due date of {numbers} is not printed; it was computed from the terms.",
  "export/line-collapsed":
    "Some lines of {numbers} go out with quantity 1 and their whole amount: quantity and price do not give it exactly.",
  "export/xero-arrives-as-draft": "Xero takes these invoices in as drafts. Approve them there.",
  "export/choose-tax-exclusive": "When importing, choose “Tax Exclusive”: the amounts are without tax.",
  "export/xero-credit-by-negative-total":
    "Credit notes go out as invoices with a negative total, as Xero wants them.",
  "export/quickbooks-custom-numbers":
    "In QuickBooks, turn on “Custom transaction numbers”, or the invoices get new numbers.",
  "export/quickbooks-tax-not-imported":
    "QuickBooks does not take tax amounts from a file; it computes them from the tax names.",
} as const;
