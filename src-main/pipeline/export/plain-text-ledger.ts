import { decimalToText, isZero, negate, type DecimalText } from "../../../src-shared/money/index.ts";
import { lineCode, parseCoding, partnerCode, refuseUncoded } from "./coding.ts";
import { optionOf, type ExportInput, type ExportTarget } from "./export-target.ts";
import { planSales } from "./plan-sales.ts";
import type { Ledger, SaleDocument } from "./sale-document.ts";
import { choiceOption, textOption } from "./target-options.ts";
import { encodeUtf8, writeSales } from "./write-sales.ts";

/** One leg of a transaction; `note` is the wording of the line that it stands for, null where it stands for a total. */
export interface Posting {
  readonly account: string;
  readonly amount: DecimalText;
  readonly note: string | null;
}

/** How one program writes transactions, and what its accounts are called. */
export interface LedgerDialect {
  readonly id: string;
  readonly title: string;
  /** The end of the file's name, without its dot. */
  readonly extension: string;
  readonly accounts: {
    readonly receivable: string;
    readonly receivableOfAcme: string;
    readonly income: string;
    readonly tax: string;
  };
  isAccount(name: string): boolean;
  /** One document with its legs, which sum to zero, and the id of the batch. */
  entryOf(sale: SaleDocument, postings: readonly Posting[], batch: string): string;
}

const options = ({ accounts }: LedgerDialect): ExportTarget["options"] => [
  choiceOption("records", "Records", "What we bill, or what we are billed.", ["sales", "bills"]),
  textOption(
    "partner",
    "Account of the partner",
    `Receivable or payable, or one by name: “Acme Ltd=${accounts.receivableOfAcme}; *=${accounts.receivable}”.`,
    accounts.receivable,
    "accounts",
  ),
  textOption(
    "accounts",
    "Income or expense accounts",
    "The account, or accounts by wording.",
    accounts.income,
    "accounts",
  ),
  textOption("tax", "Tax account", "Where tax is owed or claimed.", accounts.tax, "accounts"),
];

/** A journal of plain text: one pending transaction a document, refused where an account is missing or misspelled. */
export const plainTextLedger = (dialect: LedgerDialect): ExportTarget => {
  const settingsOf = (input: ExportInput) => {
    const option = (name: string): string => optionOf(target, input, name);
    const ledger: Ledger = option("records") === "bills" ? "bills" : "sales";
    return {
      ledger,
      partner: parseCoding(option("partner")),
      accounts: parseCoding(option("accounts")),
      tax: option("tax"),
    };
  };

  const postingsOf = (sale: SaleDocument, settings: ReturnType<typeof settingsOf>): readonly Posting[] => {
    // A bill is the mirror of a sale: we owe its total.
    const turned = (value: DecimalText): DecimalText =>
      settings.ledger === "sales" ? value : decimalToText(negate(value));
    const opposite = (value: DecimalText): DecimalText => decimalToText(negate(turned(value)));
    return [
      { account: partnerCode(settings.partner, sale.partner) ?? "", amount: turned(sale.gross), note: null },
      ...sale.lines.map((line) => ({
        account: lineCode(settings.accounts, line) ?? "",
        amount: opposite(line.amount),
        note: line.description,
      })),
      ...(sale.tax === null || isZero(sale.tax)
        ? []
        : [{ account: settings.tax, amount: opposite(sale.tax), note: null }]),
    ];
  };

  const target: ExportTarget = {
    id: dialect.id,
    title: dialect.title,
    options: options(dialect),
    plan: (input) => {
      const settings = settingsOf(input);
      return planSales(input, {
        target: dialect.id,
        ledger: settings.ledger,
        fileName: () => `${settings.ledger}-${input.batchId}.${dialect.extension}`,
        invoicesPerFile: Number.MAX_SAFE_INTEGER,
        rowsOf: (sale) => sale.lines.length + 2,
        refuse: (sale) => {
          if (partnerCode(settings.partner, sale.partner) === null)
            return { code: "export/partner-unmapped", facts: { name: sale.partner } };
          const uncoded = refuseUncoded(settings.accounts, sale);
          if (uncoded !== null) return uncoded;
          const accounts = [...postingsOf(sale, settings).map(({ account }) => account), settings.tax];
          const bad = accounts.find((account) => !dialect.isAccount(account));
          return bad === undefined ? null : { code: "export/account-not-valid", facts: { account: bad } };
        },
        notes: () => [{ code: "export/posts-again-when-repeated", facts: { target: dialect.id } }],
      });
    },
    write: (plan, input) => {
      const settings = settingsOf(input);
      return writeSales(plan, input, {
        mediaType: "text/plain",
        ledger: settings.ledger,
        encode: (sales) =>
          encodeUtf8(
            sales.map((sale) => dialect.entryOf(sale, postingsOf(sale, settings), input.batchId)).join("\n"),
          ),
      });
    },
  };
  return target;
};
