/** Why an invoice must not go to a target, and what to know although it goes. `{number}` is the invoice. */
export const exportMessages = {
  "export/no-number": "{number} prints no invoice number. Correct the value, and approve it again.",
  "export/no-customer": "{number} names no customer. Correct the value, and approve it again.",
  "export/no-supplier": "{number} names no supplier. Correct the value, and approve it again.",
  "export/not-a-sale": "{number} is a bill to us, not one of our sales. Choose a target for bills.",
  "export/not-a-bill": "{number} is one of our sales, not a bill to us. Choose a target for sales.",
  "export/gross-does-not-add-up":
    "{number} prints {net} net and {tax} tax, but {gross} in total. Correct one of them, and approve it again.",
  "export/tax-does-not-add-up":
    "The tax of {number} is {tax}, but its lines give {computed}. Correct one of them, and approve it again.",
  "export/several-tax-rates":
    "{number} charges tax at several rates, or at one that it does not print; this file can hold one rate only.",
  "export/name-too-long": "“{name}” is longer than the {longest} characters that this target takes.",
  "export/name-not-writable":
    "“{name}” holds a tab, a semicolon or a quote, which this file cannot hold. Names are never altered: correct it in your books and here.",
  "export/line-uncoded":
    "Nothing in the settings says where the line “{line}” of {number} is booked. Add its wording, or a code for all others with “*=”.",
  "export/partner-unmapped": "The settings give no code for “{name}”. Add “{name}=…”.",
  "export/foreign-currency": "{number} is in {currency}; this target takes {base} only.",
  "export/too-many-lines": "{number} has more than {most} lines, which is the most that this target takes.",
  "export/character-not-encodable":
    "{number} holds “{character}” (in “{text}”), which the encoding of this file cannot hold. Nothing is replaced: correct the value, and approve it again.",
  "export/setting-not-valid": "The setting “{setting}” is not in the form that this target wants.",
  "export/account-not-a-number": "“{account}” is not an account number of up to 9 digits.",
  "export/account-not-valid": "“{account}” is not a valid account name for this target.",
  "export/amount-too-large": "The amount {amount} of {number} does not fit this target.",
  "export/retention-not-taken":
    "{number} keeps back a retention or a withholding tax, which an e-invoice of this standard cannot say.",
  "export/no-template": "Load the template of your system first, in the settings.",
  "export/template-without":
    "The template has no column for “{field}”, without which {number} would be wrong.",
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
  "export/bills-may-come-twice":
    "{target} takes the same bill again when a file is imported twice. Import it once, and read it back here.",
  "export/posts-again-when-repeated":
    "{target} posts everything again when a file is imported twice. Import it once, and read it back here.",
  "export/iif-back-up-first":
    "Importing IIF needs the single-user mode and cannot be undone. Make a backup of the company file first.",
  "export/iif-credit-signs-unconfirmed":
    "The signs of credits in IIF follow from its rule of balance; the vendor does not state them. Look at the first one after the import.",
  "export/reference-cut": "Order numbers longer than {longest} characters are cut.",
  "export/quickbooks-bills-outside-us":
    "QuickBooks Online imports bills outside the US only. The same number of two suppliers goes into two files.",
  "export/tax-not-written": "Taxes are not in the file; {target} computes them from its own settings.",
  "export/netsuite-add-or-update":
    "Choose “Add or Update” in the import assistant, and map the external id: a repeated import then updates instead of doubling.",
  "export/sage-transactions-only":
    "Sage 50 takes ledger transactions, not product invoices: one for each nominal code and tax code.",
  "export/datev-not-in-excel": "Do not open the file in a spreadsheet: it destroys dates such as 0109.",
  "export/number-changed": "DATEV takes few signs in a number; these are changed: {numbers}.",
  "export/zoho-numbering":
    "In Zoho, turn off automatic numbering before the import, and raise the next number after it.",
  "export/myob-compare-own-export":
    "MYOB does not publish this file. Compare its columns with an export of your own before the first import.",
  "export/template-columns-empty": "These columns of the template stay empty: {columns}.",
  "export/xero-arrives-as-draft": "Xero takes these invoices in as drafts. Approve them there.",
  "export/choose-tax-exclusive": "When importing, choose “Tax Exclusive”: the amounts are without tax.",
  "export/xero-credit-by-negative-total":
    "Credit notes go out as invoices with a negative total, as Xero wants them.",
  "export/quickbooks-custom-numbers":
    "In QuickBooks, turn on “Custom transaction numbers”, or the invoices get new numbers.",
  "export/quickbooks-tax-not-imported":
    "QuickBooks does not take tax amounts from a file; it computes them from the tax names.",
} as const;
