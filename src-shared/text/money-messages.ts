/** Sentences about payments, reminders and what was read back. */
export const moneyMessages = {
  "export/not-confirmed":
    "The settings of {target} were not confirmed as they are now. Look at them, and confirm them once.",
  "export/not-in-list":
    "“{value}” ({option}) is not in the list of your own books. Take its exact name, or import the list again.",
  "export/empty-list": "No names were found in this list.",
  "export/empty-template": "No column titles were found in this template.",
  "export/list-unreadable": "{file} could not be read as a list.",
  "export/nothing-missing": "Nothing is missing there according to the last list that was read back.",

  "settle/unknown-payment": "There is no movement “{id}” in this workspace.",
  "settle/unknown-item": "There is no invoice “{id}” in this workspace.",
  "settle/unknown-month": "There is no movement in {month}.",
  "settle/unreadable-amount": "The amount of this movement could not be read. Correct its source.",
  "settle/nothing-to-release": "This payment is neither settled nor set aside.",
  "settle/already-settled": "This movement is settled already. Undo that first.",
  "settle/more-than-open": "Of {number} only {open} is open.",
  "settle/difference-unsaid": "A difference of {difference} is left. Say what becomes of it.",
  "settle/month-has-unmatched": "{month} has {count} movements that are neither settled nor set aside.",
  "settle/month-does-not-add-up":
    "In {month} the balances differ from the movements by {gap}. Import the statements that are missing.",

  "settle/amount-equals": "The amount is what is open.",
  "settle/number-in-reference": "Its reference names {numbers}.",
  "settle/number-in-text": "Its text names {numbers}.",
  "settle/payer-same": "{payer} is the customer.",
  "settle/payer-similar": "{payer} is like the customer’s name.",
  "settle/payer-differs": "It was paid by {payer}, not by {customer}.",
  "settle/account-known": "{customer} paid from this account before.",
  "settle/amounts-add-up": "{count} open amounts add up to it.",
  "settle/others-fit": {
    one: "{count} other reading fits as well.",
    other: "{count} other readings fit as well.",
  },
  "settle/too-much": "It is {difference} more than what is open.",
  "settle/agreed-discount": "It is less by the discount of {discount} that the terms give.",
  "settle/within-tolerance": "It is {difference} short, which banks may have kept.",
  "settle/part-paid": "It is a part; {open} stays open.",
  "settle/other-currency": "It was paid in {paid} and billed in {billed}: only you know the rate.",

  "follow-up/no-open-dispute": "This invoice has no open dispute.",

  "step/profile": "Confirm the settings of {target}",
  "step/read-back": "Read back {file}",
  "step/release": { one: "Release {count} invoice", other: "Release {count} invoices" },
  "step/settle": { one: "Settle {count} payment", other: "Settle {count} payments" },
  "step/release-payment": { one: "Took back {count} payment", other: "Took back {count} payments" },
  "step/set-aside": { one: "Set {count} movement aside", other: "Set {count} movements aside" },
  "step/close-month": "Close {month}",
  "step/reminder": "Reminder to {customer}",
  "step/promise": "Promise to pay by {until}",
  "step/dispute": "Open a dispute",
  "step/dispute-closed": "Close a dispute",
  "step/hardship": "Hardship of {customer}",
  "step/reminder-plan": "Reminders of {customer}",
} as const;
