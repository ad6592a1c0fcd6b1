/** Words that formulas hold beside their figures, as the program writes them. Longer ones stand before their parts. */
export const formulaMessages = {
  "formula.netTwice": "the whole net amount of {amount} is billed twice",
  "formula.twice": "the whole amount of {amount} is billed twice",
  "formula.noReceipt": "the whole amount of {amount} has no receipt",
  "formula.whole": "the whole amount of {amount}",
  "formula.fee": "the fee is {amount}",
  "formula.agreedFee": "the agreed fee is {amount}",
  "formula.agreedSurcharge": "the agreed surcharge is {amount}",
  "formula.agreedAmount": "the agreed amount is {amount}",
  "formula.agreedAmountOf": "the agreed amount of {amount}",
  "formula.exempt": "the agreement exempts from tax",
  "formula.billedBefore": "{amount} billed before",
  "formula.cost": "cost {amount}",
  "formula.endOfMonth": "end of month of {day}",
  "formula.nextBusinessDay": "next business day {day}",
  "formula.fromTo": "{day} to {end}",
  "formula.lines": "lines {list}",
  "formula.oneDay": "1 day",
  "formula.days": "{count} days",
  "formula.months": "{count} months",
} as const;
export type FormulaId = keyof typeof formulaMessages;
