import type {
  Element,
  Payment,
  PaymentKind,
  ReadDocument,
  Statement,
  StatementBalance,
} from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { addDays, parseLocalDate, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "../structured/element-path.ts";
import { createFieldMaker, type FieldMaker } from "../structured/structured-field.ts";
import { numberConventionOf, openConvention, parseAmount, type NumberConvention } from "../values/number.ts";
import { joinedText } from "./balance.ts";
import { blankPayment, blankStatement } from "./blank-payment.ts";

const statementNames: ReadonlySet<string> = new Set(["STMTRS", "CCSTMTRS", "INVSTMTRS"]);
const kinds: Readonly<Record<string, PaymentKind>> = { FEE: "fee", SRVCHG: "fee", XFER: "transfer" };

const descendantsNamed = (element: Element, names: ReadonlySet<string>): readonly Element[] =>
  element.children.flatMap((child) => (names.has(child.name) ? [child] : descendantsNamed(child, names)));

/** Whether a root is an OFX file, whichever version. */
export const isOfx = (root: Element): boolean => root.name === "OFX";

/** `YYYYMMDD[HHMMSS[.XXX]][[tz:NAME]]`: the printed day counts. */
const dayOf = (text: string): LocalDate | null => {
  const match = /^(\d{4})(\d{2})(\d{2})/u.exec(text);
  const date = match === null ? null : parseLocalDate(`${match[1]}-${match[2]}-${match[3]}`);
  return date?.ok === true ? date.value : null;
};

/**
 * The radix is a point or a comma and nothing groups; files group all the same. Without a comma in any amount the
 * point is the radix; with one, the amounts of the file decide, or the reading stays open.
 */
const conventionOf = (amounts: readonly string[]): NumberConvention => {
  const stated = numberConventionOf(amounts);
  if (stated.decimal !== null) return stated;
  return amounts.some((text) => text.includes(",")) ? openConvention : { decimal: ".", basis: "evidence" };
};

const amountReader =
  (convention: NumberConvention) =>
  (text: string): DecimalText | null =>
    parseAmount(text, convention)?.value ?? null;

const paymentOf = (
  transaction: Element,
  draft: Payment,
  currency: Element | null,
  amountOf: (text: string) => DecimalText | null,
  make: FieldMaker,
): Payment => {
  const type = textOf(childNamed(transaction, "TRNTYPE")) ?? "";
  const own = firstSaid([
    descend(transaction, "CURRENCY", "CURSYM"),
    descend(transaction, "ORIGCURRENCY", "CURSYM"),
  ]);
  const account = firstSaid([
    descend(transaction, "BANKACCTTO", "ACCTID"),
    descend(transaction, "CCACCTTO", "ACCTID"),
  ]);
  const amount = childNamed(transaction, "TRNAMT");
  return {
    ...draft,
    sourceId: textOf(childNamed(transaction, "FITID")),
    kind: childNamed(transaction, "CORRECTFITID") === null ? (kinds[type] ?? "payment") : "adjustment",
    status: type === "HOLD" ? "pending" : "booked",
    bookingDate: make.parsed(childNamed(transaction, "DTPOSTED"), dayOf),
    valueDate: make.parsed(
      firstSaid([childNamed(transaction, "DTAVAIL"), childNamed(transaction, "DTUSER")]),
      dayOf,
    ),
    amount: make.parsed(amount, amountOf),
    currency: make.text(childNamed(transaction, "CURRENCY") === null ? currency : (own ?? currency)),
    counterparty: make.text(
      firstSaid([childNamed(transaction, "NAME"), descend(transaction, "PAYEE", "NAME")]),
    ),
    counterpartyAccount: make.account(account),
    remittance: joinedText([make.text(childNamed(transaction, "MEMO"))]),
    references: [childNamed(transaction, "CHECKNUM"), childNamed(transaction, "REFNUM")]
      .map((element) => make.text(element))
      .filter((field) => field !== null),
    evidence: amount === null ? [] : [make.evidence(amount)],
  };
};

/** What a later entry of the same file deletes or replaces counts no more. */
const withCorrections = (
  transactions: readonly Element[],
  payments: readonly Payment[],
): readonly Payment[] => {
  const corrected = new Set(
    transactions.map((each) => textOf(childNamed(each, "CORRECTFITID"))).filter((id) => id !== null),
  );
  return payments.map((payment, index) => {
    const transaction = transactions[index];
    const isDeletion = textOf(childNamed(transaction, "CORRECTACTION")) === "DELETE";
    const isCorrected = payment.sourceId !== null && corrected.has(payment.sourceId);
    return isDeletion || isCorrected ? { ...payment, status: "reversed" } : payment;
  });
};

/** Statements of an OFX file. It states the closing balance alone, so that nothing there can be added up. */
export const ofxStatements = (
  document: ReadDocument,
  root: Element,
  context: NormalizeContext,
): readonly Statement[] => {
  const make = createFieldMaker(document, "history");
  const organization = descend(root, "SIGNONMSGSRSV1", "SONRS", "FI", "ORG");
  return descendantsNamed(root, statementNames).map((element, index): Statement => {
    const list = firstSaidList(element);
    const transactions = descendantsNamed(element, new Set(["STMTTRN"]));
    const amountOf = amountReader(
      conventionOf(transactions.map((each) => textOf(childNamed(each, "TRNAMT")) ?? "")),
    );
    const currency = childNamed(element, "CURDEF");
    const account = ["BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"]
      .map((name) => childNamed(element, name))
      .find((found) => found !== null);
    const ledger = childNamed(element, "LEDGERBAL");
    const closing = make.parsed(childNamed(ledger, "BALAMT"), amountOf);
    const closingBalance: StatementBalance | null =
      closing === null
        ? null
        : { amount: closing, date: make.parsed(childNamed(ledger, "DTASOF"), dayOf)?.value ?? null };
    const end = make.parsed(childNamed(list, "DTEND"), dayOf)?.value ?? null;
    const payments = transactions.map((transaction, position) =>
      paymentOf(
        transaction,
        blankPayment(document.documentId, index, position, context.hash),
        currency,
        amountOf,
        make,
      ),
    );
    return {
      ...blankStatement(document.documentId, index, context.hash),
      kind: element.name === "CCSTMTRS" ? "card" : "bank-account",
      account: make.account(childNamed(account, "ACCTID")),
      institution: make.text(firstSaid([organization, childNamed(account, "BANKID")])),
      currency: make.text(currency),
      from: make.parsed(childNamed(list, "DTSTART"), dayOf)?.value ?? null,
      to: end === null ? null : addDays(end, 1),
      closingBalance,
      payments: withCorrections(transactions, payments),
    };
  });
};

const firstSaidList = (element: Element): Element | null =>
  childNamed(element, "BANKTRANLIST") ?? childrenNamed(element, "INVTRANLIST")[0] ?? null;
