export const helpText = `Countersign checks invoices against the agreements they bill, on this machine.

  npm run -s cli -- <command> [arguments]

  check <path>…        read files and folders, check every invoice, print a summary
      --report FILE        write the report (JSON, countersign.report/1)
      --json               print the report instead of the summary
      --html FILE          write a report to read and print
      --as-of DATE         the day that counts as today
      --since DATE         report only invoices issued on or after this day
      --policy FILE        tolerances, own company and other settings (JSON)
      --mapping FILE       which columns of your own tables hold what (JSON)
      --accept-terms       take every proposed term as confirmed, for trial runs
      --workspace DIR      keep everything in an encrypted workspace

  terms <path>…        read agreements and print their term sheets (--json, --as-of, --policy)
  export               write an approved batch for accounting
      --workspace DIR --batch ID --to TARGET --out DIR [--set NAME=VALUE]…
      --confirm-settings       the settings are right: keep them as this target's
  read-back            compare an export with a list of the accounting system
      --workspace DIR --export ID --list FILE
  payments --workspace DIR   what bank statements and payouts pay (--settle-sure, --months, --json)
      [--settle ID --with NUMBER=AMOUNT… [--rest WHAT]] [--release ID]…
  reminders --workspace DIR  what is late; drafts as mail with --out DIR (--calls, --fees, --json)
      [--language en|de|fr]    what the drafts are written in
      [--retries]              failed payments and when to try again; with --out DIR as retries.csv
  draft [list]         invoices that could go out: what is due, what nobody billed, what the checks would correct
      --workspace DIR [--json]
  draft show           one draft with its proofs and what is missing from it
      --workspace DIR (--agreement NUMBER --from DAY --to LAST-DAY | --invoice NUMBER)
      [--number N] [--issued DAY] [--order PO] [--tax PERCENT] [--language en|de|fr] [--json]
      [--progress ITEM=PERCENT]… [--quantity ITEM=NUMBER]… [--done ITEM]…
  draft page           the same draft as a PDF (--out FILE); of several, the one with --draft ID
  draft keep           make an invoice of it: numbered, and checked like any other
      [--number N] [--despite-gaps]
  draft calendar       bills that the agreements let expect: expected, due, late, arrived
      --workspace DIR [--from DAY] [--to DAY] [--ics FILE] [--json]
  pack                 write the evidence for invoices as one file that verifies itself
      --workspace DIR (--invoice NUMBER… | --batch ID) [--out FILE]
  report <kind>        what a workspace was worth: assessment or weekly (a page, or paper where FILE ends
                       in .pdf), measures or log (JSON)
      --workspace DIR [--out FILE] [--language en|de|fr]
  audit --workspace DIR    verify the audit trail from first to last and print its head
      [--anchor SEQUENCE:HASH]…   heads that were written down elsewhere
  replay --workspace DIR   compute every approval again from what was stored; 0 when all are the same (--json)
  lab --workspace DIR  try tolerances, or a check less, on everything that the workspace holds
      [--policy FILE] [--without CHECK]… [--json]
  demo                 make the sample workspace and run the main job on it [--workspace DIR]
  bench                run the benchmarks; prints a table and JSON
  call <method> [json] one call of the program's own interface, in a workspace (--workspace DIR)

A workspace opens with COUNTERSIGN_PASSPHRASE, with --passphrase-file FILE, or asks for its passphrase.

Exit status: 0 all clear, 1 something needs review or is blocked, 2 usage, 3 some input could not be
read (the report names each file and why), 4 internal error.
`;
