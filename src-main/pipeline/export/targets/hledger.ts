import { decimalToText, isZero, negate, type DecimalText } from "../../../../src-shared/money/index.ts";
import { lineCode, parseCoding, partnerCode, refuseUncoded, type Coding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { planSales } from "../plan-sales.ts";
import type { Ledger, SaleDocument } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import { encodeUtf8, writeSales } from "../write-sales.ts";

const options: readonly TargetOption[] = [
  choiceOption("records", "Records", "What we bill, or what we are billed.", ["sales", "bills"]),
  textOption(
    "partner",
    "Account of the partner",
    "Receivable or payable, or one by name: “Acme Ltd=assets:receivable:acme; *=assets:receivable”.",
    "assets:receivable",
    "accounts",
  ),
  textOption(
    "accounts",
    "Income or expense accounts",
    "The account, or accounts by wording.",
    "income:sales",
    "accounts",
  ),
  textOption("tax", "Tax account", "Where tax is owed or claimed.", "liabilities:tax", "accounts"),
];

interface Settings {
  readonly ledger: Ledger;
  readonly partner: Coding;
  readonly accounts: Coding;
  readonly tax: string;
  readonly batch: string;
}

const settingsOf = (input: ExportInput): Settings => {
  const option = (name: string): string => optionOf(hledger, input, name);
  return {
    ledger: option("records") === "bills" ? "bills" : "sales",
    partner: parseCoding(option("partner")),
    accounts: parseCoding(option("accounts")),
    tax: option("tax"),
    batch: input.batchId,
  };
};

// A semicolon begins a comment, a bar parts payee and note, brackets hold the code, a comma ends a tag.
const plain = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f]+/g, " ")
    .replaceAll(/[;|()]/g, ",")
    .replaceAll(/\s+/g, " ")
    .trim();
const tagValue = (text: string): string => plain(text).replaceAll(",", " ").replaceAll(":", "-");

const posting = (account: string, amount: DecimalText, currency: string, comment: string): string =>
  `    ${account}  ${amount} ${/^[A-Z]+$/.test(currency) ? currency : `"${currency}"`}${comment === "" ? "" : `  ; ${comment}`}`;

const entryOf = (sale: SaleDocument, settings: Settings): string => {
  // A bill is the mirror of a sale: we owe its total.
  const turned = (value: DecimalText): DecimalText =>
    settings.ledger === "sales" ? value : decimalToText(negate(value));
  const opposite = (value: DecimalText): DecimalText => decimalToText(negate(turned(value)));
  const tags = [
    `batch:${settings.batch}`,
    ...(sale.reference === null ? [] : [`po:${tagValue(sale.reference)}`]),
    ...(sale.dueDate === null ? [] : [`due:${sale.dueDate}`]),
  ];
  return [
    `${sale.issueDate} ! (${plain(sale.number)}) ${plain(sale.partner)}  ; ${tags.join(", ")}`,
    posting(partnerCode(settings.partner, sale.partner) ?? "", turned(sale.gross), sale.currency, ""),
    ...sale.lines.map((line) =>
      posting(
        lineCode(settings.accounts, line) ?? "",
        opposite(line.amount),
        sale.currency,
        tagless(line.description),
      ),
    ),
    ...(sale.tax === null || isZero(sale.tax)
      ? []
      : [posting(settings.tax, opposite(sale.tax), sale.currency, "")]),
    "",
  ].join("\n");
};

// "word:" in a comment would be a tag of its own.
const tagless = (text: string): string => plain(text).replaceAll(":", " -");

const isAccount = (name: string): boolean => name !== "" && !/ {2}|[\t;]|^[\s(["]/.test(name);

/** hledger and ledger: one pending transaction a document, the invoice number as its code. */
export const hledger: ExportTarget = {
  id: "hledger",
  title: "hledger and ledger – journal",
  options,
  plan: (input) => {
    const settings = settingsOf(input);
    return planSales(input, {
      target: hledger.id,
      ledger: settings.ledger,
      fileName: () => `${settings.ledger}-${input.batchId}.journal`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => sale.lines.length + 2,
      refuse: (sale) => {
        const partner = partnerCode(settings.partner, sale.partner);
        if (partner === null) return { code: "export/partner-unmapped", facts: { name: sale.partner } };
        const uncoded = refuseUncoded(settings.accounts, sale);
        if (uncoded !== null) return uncoded;
        const accounts = [
          partner,
          settings.tax,
          ...sale.lines.map((line) => lineCode(settings.accounts, line) ?? ""),
        ];
        const bad = accounts.find((account) => !isAccount(account));
        return bad === undefined ? null : { code: "export/account-not-valid", facts: { account: bad } };
      },
      notes: () => [{ code: "export/posts-again-when-repeated", facts: { target: "hledger" } }],
    });
  },
  write: (plan, input) => {
    const settings = settingsOf(input);
    return writeSales(plan, input, {
      mediaType: "text/plain",
      ledger: settings.ledger,
      encode: (sales) => encodeUtf8(sales.map((sale) => entryOf(sale, settings)).join("\n")),
    });
  },
};
