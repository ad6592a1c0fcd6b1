/** Sentences of the pilot and its measures. */
export const pilotMessages = {
  "pilot/no-invoices": "There is no invoice to plant a defect into. Import some, and try again.",
  "pilot/no-owner":
    "The assessment names no owner. One person has to answer for the handoff before a phase is signed.",
  "pilot/not-owner": "Only {owner} signs: that is the owner whom the assessment names.",
  "pilot/bound-too-high":
    "The ledger does not carry this yet: the bound has to be {percent} % or less, which needs {count} clearances without an error; there are {have}, {wrong} of them wrong.",
  "pilot/no-limits":
    "What the program may do alone needs limits: an amount, its currency and a number a day.",
  "pilot/baseline-no-table": "“{file}” holds no table. Give a CSV or a workbook with a row of headings.",
  "pilot/baseline-no-columns":
    "“{file}” has no column that tells a delivery, invoice, due or payment date, minutes or errors. Name one of them in the first row.",

  "pilot/need-owner": "One owner is named",
  "pilot/need-segment": "The segment is chosen",
  "pilot/need-own-company": "The own company is set",
  "pilot/need-agreements": "There are agreements",
  "pilot/need-terms-confirmed": "The terms are confirmed",
  "pilot/need-deliveries": "There are records of delivery",
  "pilot/need-invoices-matched": "Every invoice falls under an agreement",
  "pilot/need-readable": "Every document could be read",
  "pilot/need-baseline": "There is a baseline of ten cases or more",
  "pilot/need-return-inputs": "The inputs of the return were looked at",

  "measure/assessment-title": "Assessment of {name}",
  "measure/weekly-title": "Week {week} of {name}",
  "measure/basis": "{cases} cases and {baseline} cases of the baseline, as of {day}.",
  "measure/thirty-signed":
    "Before and after {day}, when the owner first signed a phase beyond shadow: {before} cases before, {after} after.",
  "measure/thirty-last":
    "No phase beyond shadow is signed yet: the thirty days from {day} on stand against the thirty before; {before} cases before, {after} after.",
  "measure/no-assessment": "No assessment was recorded yet.",
  "measure/no-bound": "No clearance has been decided by a person yet, so there is no bound.",
  "measure/bound":
    "Of {count} cases that the program would have cleared, persons decided otherwise on {wrong}: with 95 % confidence, at most {percent} % of such clearances would be wrong.",
  "measure/bound-steps": "Without an error, {five} decisions carry 5 %, {one} carry 1 %, {half} carry 0.5 %.",
  "measure/gaps": "What is not known counts nothing in the return:",
  "measure/gap-baseline-minutes": "minutes for a case before the pilot",
  "measure/gap-measured-minutes": "minutes for a case now",
  "measure/gap-write-offs": "write-offs before and now",

  "step/clear-automatically": "Clear an invoice automatically",
  "step/drill": "Run a drill",
  "step/pilot-assessment": "Record the assessment",
  "step/pilot-baseline": "Record cases of the baseline",
  "step/pilot-baseline-cleared": "Clear the baseline",
  "step/pilot-return-inputs": "Set the inputs of the return",
  "step/pilot-phase-signed": "Sign a phase of the pilot",
  "step/pilot-drill": "Run a drill",
  "step/pilot-drill-answered": "Answer a case of a drill",
  "step/pilot-sample-judged": "Judge a sampled clearance",
  "step/pilot-weekly-review": "Hold the weekly review",
} as const;
