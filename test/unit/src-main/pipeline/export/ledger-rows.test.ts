import { describe, expect, test } from "vitest";
import {
  findArrived,
  joinJournalLines,
  joinPostings,
} from "../../../../../src-main/pipeline/export/index.ts";
import { saleInvoice } from "../../../../builders/sale-invoice.ts";

const invoices = ["INV-9", "INV-10"].map((number, index) =>
  saleInvoice(
    {
      number,
      issueDate: "2026-09-30",
      currency: "USD",
      customer: "Acme LLC",
      net: "100.00",
      tax: "20.00",
      gross: "120.00",
      lines: [{ description: "Service call", net: "100.00" }],
    },
    index + 1,
  ),
);
const [first, second] = invoices.map(({ id }) => id);

describe("a ledger's list", () => {
  const head = ["txnidx", "date", "code", "description", "account", "amount", "commodity"];
  const posting = (transaction: number, code: string, account: string, amount: string): readonly string[] => [
    String(transaction),
    "2026-09-30",
    code,
    "Acme LLC",
    account,
    amount,
    "USD",
  ];
  const transaction = (number: number, code: string): readonly (readonly string[])[] => [
    posting(number, code, "assets:receivable", "120.00"),
    posting(number, code, "income:sales", "-100.00"),
    posting(number, code, "liabilities:vat", "-20.00"),
  ];

  test("holds an invoice once, however many postings it has", () => {
    const rows = joinPostings([head, ...transaction(1, "INV-9"), ...transaction(2, "INV-10")]);
    expect(rows.length).toBe(3);
    expect(findArrived(invoices, rows)).toEqual({
      confirmed: [first, second],
      missing: [],
      doubled: [],
      differing: [],
    });
  });

  test("holds it twice when two transactions have its number", () => {
    const rows = joinPostings([head, ...transaction(1, "INV-9"), ...transaction(2, "INV-9")]);
    expect(findArrived(invoices, rows)).toMatchObject({ doubled: [first], missing: [second] });
  });

  test("is left as it is where no column numbers transactions, and where a number is missing", () => {
    const plain = [
      ["Invoice", "Total"],
      ["INV-9", "120.00"],
    ];
    expect(joinPostings(plain)).toEqual(plain);
    const unnumbered = [
      ["Transaction ID", "Invoice"],
      ["", "INV-9"],
      ["", "INV-10"],
    ];
    expect(joinPostings(unnumbered)).toEqual(unnumbered);
  });
});

describe("a journal in plain text", () => {
  const journal = [
    "; kept by hand",
    "2026-09-30 ! (INV-9) Acme LLC  ; batch:bat-1",
    "    assets:receivable  120.00 USD",
    "    income:sales  -100.00 USD",
    "    liabilities:vat  -20.00 USD",
    "",
    '2026-09-30 ! "Acme LLC" "Service call" ^INV-10',
    "  Assets:Receivable  120.00 USD",
    "  Income:Sales  -120.00 USD",
  ];

  test("is read a transaction at a time, so that the sum is found with the number", () => {
    const lines = joinJournalLines(journal);
    expect(lines.length).toBe(4);
    const rows = lines.map((line) => line.split(/\t|\s{2,}|;|(?<=\S) (?=\S)/));
    expect(findArrived(invoices, rows)).toMatchObject({ confirmed: [first, second], differing: [] });
  });

  test("does not join indented lines of other texts", () => {
    const list = ["Invoices received", "  INV-9   120.00", "  INV-10   120.00"];
    expect(joinJournalLines(list)).toEqual(list);
  });
});
