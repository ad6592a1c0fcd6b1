import type {
  Element,
  Field,
  Payment,
  PaymentKind,
  ReadDocument,
  Statement,
  StatementBalance,
} from "../../../../src-shared/model/index.ts";
import { parseDecimalText, type DecimalText } from "../../../../src-shared/money/index.ts";
import { addDays, parseLocalDate, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import { childNamed, textOf } from "../structured/element-path.ts";
import { createFieldMaker, type FieldMaker } from "../structured/structured-field.ts";
import { checkBalance, negated } from "./balance.ts";
import { blankPayment, blankStatement } from "./blank-payment.ts";
import { readSwiftDetails } from "./swift-details.ts";

/** Whether a root holds SWIFT statements. */
export const isSwift = (root: Element): boolean => root.name === "mt940";

/** Value date, entry date, mark, funds code, amount, type, and what follows on the line. */
const entryForm =
  /^(\d{6})(\d{4})?\s?(RC|RD|EC|ED|C|D)([A-Z]?)\s?(\d[\d.,]*)\s?(?:([A-Z][A-Z0-9]{3})([\s\S]*))?$/u;
const balanceForm = /^([CD])(\d{6})([A-Z]{3})\s?(\d[\d.,]*)$/u;
// A reference of four letters only says which key of the details holds it.
const noReference = /^(?:NONREF|NOREF|NOTPROVIDED|[EPMKI]REF|MARF|)$/iu;
const kinds: Readonly<Record<string, PaymentKind>> = { NCHG: "fee", NCOM: "fee", NRTI: "refund" };

/** The decimal mark is a comma and must be there; a point that stands with it groups. */
const amountOf = (text: string): DecimalText | null => {
  const plain = text.includes(",") ? text.replaceAll(".", "").replace(",", ".") : text;
  const amount = parseDecimalText(plain.replace(/\.$/u, ""));
  return amount.ok ? amount.value : null;
};

const dayOf = (text: string): LocalDate | null => {
  const match = /^(\d{2})(\d{2})(\d{2})$/u.exec(text);
  if (match === null) return null;
  const century = Number(match[1]) >= 80 ? "19" : "20";
  const date = parseLocalDate(`${century}${match[1]}-${match[2]}-${match[3]}`);
  return date.ok ? date.value : null;
};

/** An entry date has no year: it is the one that puts it nearest to the value date. */
const entryDay = (value: string, entry: string | undefined): LocalDate | null => {
  if (entry === undefined) return null;
  const month = Number(entry.slice(0, 2));
  const valueMonth = Number(value.slice(2, 4));
  const shift = valueMonth - month > 6 ? 1 : month - valueMonth > 6 ? -1 : 0;
  const year = (Number(value.slice(0, 2)) + shift + 100) % 100;
  return dayOf(`${String(year).padStart(2, "0")}${entry}`);
};

const balanceOf = (element: Element | null, make: FieldMaker): StatementBalance | null => {
  const match = balanceForm.exec(element?.text.trim() ?? "");
  if (element === null || match === null) return null;
  const amount = make.parsed(element, () => amountOf(match[4] ?? ""));
  if (amount === null) return null;
  return { amount: match[1] === "D" ? negated(amount) : amount, date: dayOf(match[2] ?? "") };
};

const currencyOf = (element: Element | null, make: FieldMaker): Field<string> | null => {
  const match = balanceForm.exec(element?.text.trim() ?? "");
  return match === null ? null : make.parsed(element, () => match[3] ?? null);
};

const paymentOf = (
  entry: Element,
  details: Element | null,
  draft: Payment,
  currency: Field<string> | null,
  make: FieldMaker,
): Payment => {
  const [line = "", ...supplement] = entry.text.split("\n");
  const match = entryForm.exec(line.trim());
  const evidence = [make.evidence(entry), ...(details === null ? [] : [make.evidence(details)])];
  const unread = make.parsed<DecimalText>(entry, () => null);
  if (match === null) return { ...draft, amount: unread, currency, evidence };
  const [, valueDate = "", entryDate, mark = "", , amountText = "", type = "", rest = ""] = match;
  const [customer = "", bank] = rest.split("//");
  const said = readSwiftDetails(details?.text ?? supplement.join("\n"));
  const amount = make.parsed(entry, () => amountOf(amountText));
  // RC takes back a credit: money goes out. RD gives back a debit.
  const isOut = mark === "D" || mark === "RC" || mark === "ED";
  const text = (value: string | null): Field<string> | null =>
    value === null ? null : make.parsed(details ?? entry, () => value);
  const own = noReference.test(customer.trim()) ? [] : [customer.trim()];
  const references = [...new Set([...own, ...said.references])];
  return {
    ...draft,
    sourceId: bank?.trim() === "" ? null : (bank?.trim() ?? null),
    kind: mark.startsWith("R") ? "adjustment" : (kinds[type] ?? "payment"),
    status: mark.startsWith("E") ? "pending" : "booked",
    bookingDate: entryDate === undefined ? null : make.parsed(entry, () => entryDay(valueDate, entryDate)),
    valueDate: make.parsed(entry, () => dayOf(valueDate)),
    amount: amount !== null && isOut ? negated(amount) : amount,
    currency,
    counterparty: text(said.counterparty),
    counterpartyAccount: text(said.account),
    remittance: text(said.purpose),
    references: references
      .map((value) => make.parsed(own.includes(value) ? entry : (details ?? entry), () => value))
      .filter((field) => field !== null),
    evidence,
  };
};

/** Some banks put the currency behind the account, some put the bank code before it. */
const accountIn = (text: string): string | null =>
  text
    .split("\n")[0]
    ?.trim()
    .replace(/\s?[A-Z]{3}$/u, "") ?? null;

interface Draft {
  readonly statement: Statement;
  readonly isOpen: boolean;
}

const first = (message: Element, ...tags: readonly string[]): Element | null =>
  tags.map((tag) => childNamed(message, tag)).find((found) => found !== null) ?? null;

/** Statements of an MT940 or MT942 file. Pages of one statement (`:62M:` then `:60M:`) are one statement. */
export const swiftStatements = (
  document: ReadDocument,
  root: Element,
  context: NormalizeContext,
): readonly Statement[] => {
  const make = createFieldMaker(document, "history");
  const drafts: Draft[] = [];
  for (const message of root.children) {
    const opening = first(message, "60F", "60M");
    const closing = first(message, "62F", "62M");
    const account = make.parsed(first(message, "25", "25P"), accountIn);
    const last = drafts.at(-1);
    const isNextPage =
      last !== undefined &&
      last.isOpen &&
      opening?.name === "60M" &&
      last.statement.account?.value === account?.value;
    const index = isNextPage ? drafts.length - 1 : drafts.length;
    const base = isNextPage ? last.statement : blankStatement(document.documentId, index, context.hash);
    const currency = currencyOf(opening, make) ?? currencyOf(closing, make) ?? base.currency;
    const payments = [...base.payments];
    for (const [place, entry] of message.children.entries()) {
      if (entry.name !== "61") continue;
      const next = message.children[place + 1];
      const draft = blankPayment(document.documentId, index, payments.length, context.hash);
      payments.push(paymentOf(entry, next?.name === "86" ? next : null, draft, currency, make));
    }
    const openingBalance = isNextPage ? base.openingBalance : balanceOf(opening, make);
    const closingBalance = balanceOf(closing, make);
    const to = closingBalance?.date ?? null;
    const statement: Statement = {
      ...base,
      number: make.text(first(message, "28C", "28")),
      account,
      currency,
      from: openingBalance?.date ?? null,
      to: to === null ? null : addDays(to, 1),
      openingBalance,
      closingBalance,
      balanceCheck: checkBalance(openingBalance, closingBalance, payments),
      payments,
    };
    if (isNextPage) drafts.pop();
    if (textOf(first(message, "25", "25P")) !== null || payments.length > 0)
      drafts.push({ statement, isOpen: closing?.name === "62M" });
  }
  return drafts.map(({ statement }) => statement);
};
