import type { ExportTarget } from "../export-target.ts";
import { plainTextLedger, type Posting } from "../plain-text-ledger.ts";

// A semicolon begins a comment, a bar parts payee and note, brackets hold the code, a comma ends a tag.
const plain = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f]+/g, " ")
    .replaceAll(/[;|()]/g, ",")
    .replaceAll(/\s+/g, " ")
    .trim();
const tagValue = (text: string): string => plain(text).replaceAll(",", " ").replaceAll(":", "-");
// "word:" in a comment would be a tag of its own.
const tagless = (text: string): string => plain(text).replaceAll(":", " -");

const posting = ({ account, amount, note }: Posting, currency: string): string =>
  `    ${account}  ${amount} ${/^[A-Z]+$/.test(currency) ? currency : `"${currency}"`}${note === null || tagless(note) === "" ? "" : `  ; ${tagless(note)}`}`;

/** hledger and ledger: one pending transaction a document, the invoice number as its code. */
export const hledger: ExportTarget = plainTextLedger({
  id: "hledger",
  title: "hledger and ledger – journal",
  extension: "journal",
  accounts: {
    receivableOfAcme: "assets:receivable:acme",
    receivable: "assets:receivable",
    income: "income:sales",
    tax: "liabilities:tax",
  },
  isAccount: (name) => name !== "" && !/ {2}|[\t;]|^[\s(["]/.test(name),
  entryOf: (sale, postings, batch) => {
    const tags = [
      `batch:${batch}`,
      ...(sale.reference === null ? [] : [`po:${tagValue(sale.reference)}`]),
      ...(sale.dueDate === null ? [] : [`due:${sale.dueDate}`]),
    ];
    return [
      `${sale.issueDate} ! (${plain(sale.number)}) ${plain(sale.partner)}  ; ${tags.join(", ")}`,
      ...postings.map((leg) => posting(leg, sale.currency)),
      "",
    ].join("\n");
  },
});
