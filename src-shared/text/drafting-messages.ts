/** Sentences about drafts of invoices: what is missing from one and why, and the calendar of bills. */
export const draftingMessages = {
  "drafting/term-conflict":
    "“{item}”: two clauses of the same standing say different things. Settle which one holds.",
  "drafting/term-open-question": "“{item}”: its clause has an open question. Answer it on the term sheet.",
  "drafting/term-not-confirmed":
    "The clause “{quote}” ({type}) is computed with, and nobody has confirmed it yet.",
  "drafting/clause-says-more": "“{item}”: its clause says more than can be computed: “{words}”.",
  "drafting/timing-unsaid":
    "“{item}” for {period}: the agreement does not say whether it is billed at the start or at the end of its period.",
  "drafting/proration-unsaid":
    "“{item}” runs for {days} of {period} only, and the agreement does not say how a part of a period is priced.",
  "drafting/period-not-in-months":
    "“{item}” for {days}: the agreed basis counts whole months, and these days are none.",
  "drafting/index-unknown": "“{item}” follows an index, and no table of that index is among the files.",
  "drafting/compounding-unsaid":
    "“{item}”: the agreement does not say whether its yearly increases compound.",
  "drafting/no-price": {
    one: "{count} record of “{item}” ({unit}) falls under no agreed price.",
    other: "{count} records of “{item}” ({unit}) fall under no agreed price.",
  },
  "drafting/price-ambiguous": {
    one: "{count} record of “{item}” fits several prices: {prices}. Say which role or item it is.",
    other: "{count} records of “{item}” fit several prices: {prices}. Say which role or item they are.",
  },
  "drafting/unit-differs":
    "“{item}” is recorded by the {unit} and priced by the {agreed}; the agreement must say how many one makes.",
  "drafting/not-approved": {
    one: "{count} record of {period} is not approved and is left out.",
    other: "{count} records of {period} are not approved and are left out.",
  },
  "drafting/record-of-whom": {
    one: "{count} record of {period} names no customer or agreement that tells whose it is.",
    other: "{count} records of {period} name no customer or agreement that tells whose they are.",
  },
  "drafting/record-unreadable": {
    one: "{count} record of {period} has no readable quantity.",
    other: "{count} records of {period} have no readable quantity.",
  },
  "drafting/hours-above-day":
    "{person} worked {excess} hours more on {day} than the {limit} that may be billed; they are left out.",
  "drafting/price-is-ceiling": "“{item}” is priced at up to {price}: which price is due, a person says.",
  "drafting/quantity-inexact": "The quantity of “{item}” has no exact decimal ({quantity}).",
  "drafting/quantity-unproven":
    "“{item}” is priced by the {unit} for each {per}, and no record says how many there were in {period}.",
  "drafting/quantity-unsaid": "“{item}” is priced by the {unit}, and no record says how many were delivered.",
  "drafting/tier-method-unsaid": "“{item}”: the agreement does not say how its price steps apply.",
  "drafting/tiers-do-not-cover": "“{item}”: the price steps do not cover a quantity of {quantity}.",
  "drafting/period-of-term-differs": "“{item}” counts by the {per}, and the draft bills {period}.",
  "drafting/included-unclear": "“{item}”: how much is included is not one agreed figure ({count} are).",
  "drafting/rollover": "“{item}”: what is included carries over from earlier periods, which is not computed.",
  "drafting/expense-amount-unread": "The amount of the expense “{item}” could not be read.",
  "drafting/expense-currency": "The expense “{item}” is in {currency}, the agreement in {agreed}.",
  "drafting/expenses-excluded": "The agreement reimburses no expenses; “{item}” is left out.",
  "drafting/expense-not-agreed": "No clause says that the expense “{item}” is reimbursed.",
  "drafting/expense-above-limit": "The expense “{item}” comes to {amount}; the agreement leaves {limit}.",
  "drafting/expense-total-unknown":
    "An earlier expense could not be read, so what is left of the limit for “{item}” is unknown.",
  "drafting/acceptance-unclear": "“{item}”: its acceptance record is not signed off or has no date.",
  "drafting/milestone-undated": "“{item}” needs no acceptance, and no record says that it is reached.",
  "drafting/contract-sum-unknown": "“{item}” is a share of a sum that no clause says.",
  "drafting/completion-unproven":
    "“{item}”: no record says that it is done. Say so, or import its acceptance.",
  "drafting/billed-before-unread":
    "An earlier invoice could not be read, so what is left to bill of “{item}” is unknown.",
  "drafting/progress-unknown": "“{item}”: no record and no person says how far it has come.",
  "drafting/progress-does-not-fit":
    "“{item}” is said to be {percent} % done, and {billed} of it are billed already.",
  "drafting/minimum-of-quantity":
    "The agreed minimum of {quantity} {unit} has no one price for what is missing.",
  "drafting/minimum-period-unsaid": "The agreement does not say for which period the minimum of {amount} is.",
  "drafting/minimum-of-part":
    "{period} is a part of the period of the minimum of {amount}; how it is prorated is not said.",
  "drafting/above-limit":
    "With this draft {total} would be billed; the agreed limit is {limit}, {excess} less.",
  "drafting/condition-unknown": "{item}: no record says whether its condition is met: “{words}”.",
  "drafting/scope-not-billed": "{item}: nothing on this draft is “{scope}”.",
  "drafting/retention-in-steps": "The share that is kept back depends on how far all the work has come.",
  "drafting/deposit-not-billed": "A deposit is agreed, and no invoice has billed it.",
  "drafting/prices-include-tax":
    "The agreed prices include tax; their split into net and tax is left to a person.",
  "drafting/tax-unsaid": {
    one: "The agreement does not say which tax is added to {count} line. Give a rate; 0 is one.",
    other: "The agreement does not say which tax is added to {count} lines. Give a rate; 0 is one.",
  },
  "drafting/tax-rate-unsaid": "The agreement adds {name} and does not say at which rate.",
  "drafting/party-unknown": "The agreement does not say who the {party} is.",
  "drafting/currency-unknown": "The agreement does not say its currency.",
  "drafting/agreement-not-in-force": "The agreement does not bind ({standing}).",
  "drafting/end-of-month-unclear":
    "Payment {days} days from the end of the month can be read in two ways; the due date is left open.",
  "drafting/order-ambiguous": "Several purchase orders are open ({numbers}). Say which one this is for.",
  "drafting/number-needed": "It has no number yet.",
  "drafting/required-missing": "{field} is asked for and not known.",
  "drafting/finding-for-a-person": "{message} No computation puts that right.",
  "drafting/changed": "{check}: {formula}.",
  "drafting/only-tax-differs":
    "Only the tax of {number} is wrong. Credit it in full and issue it anew: a tax by itself cannot be a line.",
  "drafting/preceding-unnumbered": "The invoice that this adds to or takes from has no readable number.",

  "delivery/change-not-in-force": "{document} does not bind ({standing}).",
  "delivery/changed": "{document} changed {item} from {before} to {amount} on {date}.",
  "delivery/added": "{document} added {item} at {amount} on {date}.",
  "delivery/limit-raised": "{document} raised the limit by {amount} on {date}.",
  "delivery/work": "{quantity} {unit} of {item} were delivered in {period}, all of it approved.",
  "delivery/work-partly-approved":
    "{quantity} {unit} of {item} were recorded in {period}; {approved} are approved.",
  "delivery/against-included": "{included} {unit} are included; {quantity} were used.",
  "delivery/limit-used": "{billed} of the agreed {limit} were billed before ({percent} %).",
  "delivery/accepted": "{item} was accepted on {date}.",

  "drafting/unknown-agreement": "There is no agreement “{id}” in this workspace.",
  "drafting/unknown-invoice": "There is no invoice “{id}” in this workspace.",
  "drafting/period-reversed": "The days of a draft end after they begin: {from} to {to} do not.",
  "drafting/nothing-to-correct": "The checks found nothing on {number} that a draft could put right.",
  "drafting/nothing-to-bill": "There is nothing to bill on this draft.",
  "drafting/number-missing": "Give the draft a number, or set a number series in the settings.",
  "drafting/number-taken": "There is an invoice {number} already.",
  "drafting/has-gaps": {
    one: "The draft has {count} open question. Answer it, or say that it goes without.",
    other: "The draft has {count} open questions. Answer them, or say that it goes without.",
  },
  "paper/fonts-missing": "The fonts that pages are set in are missing beside the program. Install it anew.",

  "drafting/bill-title": "{customer}: invoice for {period} ({agreement})",
  "drafting/bill-title-amount": "{customer}: invoice for {period} ({agreement}), {amount}",
} as const;
