import {
  mapField,
  valueOf,
  type Field,
  type Payment,
  type PaymentKind,
  type PaymentStatus,
  type ReadDocument,
  type Statement,
} from "../../../../src-shared/model/index.ts";
import {
  isNegative,
  isPositive,
  isZero,
  subtract,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { addDays, earliestDate, latestDate, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { createRecordValues, type RecordValues } from "../sheets/record-values.ts";
import { foldText } from "../values/fold.ts";
import { joinedText, negated } from "./balance.ts";
import { blankPayment, blankStatement } from "./blank-payment.ts";
import { checkRunningBalance, signReadingOf, signsByBalance, type BalancedRow } from "./running-balance.ts";

const out =
  /^(?:d|dr|db|debit|debet|af|soll|s|out|withdrawal|lastschrift|belastung|debito|cargo|debit card|uscita|saida)$/;
const into =
  /^(?:c|cr|credit|kredit|bij|haben|h|in|deposit|gutschrift|credito|abono|entrata|entree|entrada)$/;

const kindWords: readonly (readonly [RegExp, PaymentKind])[] = [
  [/refund|ruckerstattung|rembours|terugbet|reembols|rimbors/, "refund"],
  [/chargeback|dispute|reversal|adjustment|korrektur/, "adjustment"],
  [/payout|withdrawal|auszahlung|virement vers|bank transfer out/, "payout"],
  [/currency conversion|transfer|uberweisung zwischen|hold/, "transfer"],
  [/(?:^|[^a-z])(?:fee|fees|charge fee|gebuhr|frais|kosten|comision|commissione)(?:[^a-z]|$)/, "fee"],
];
const pendingWords = /pending|submitted|ausstehend|en attente|in behandeling|pendiente|in attesa|pendente/;
const failedWords =
  /fail|denied|declin|refused|insufficient|abgelehnt|fehlgeschlagen|gescheitert|echou|echec|refuse|rechaz|fallid|rifiut|non riuscit|mislukt|geweiger|recusad|falhad/;
const reversedWords = /cancel|revers|void|charged.?back|returned|stornier|stornat|annul|anulad|geannuleerd/;

const kindOf = (text: string): PaymentKind =>
  kindWords.find(([pattern]) => pattern.test(foldText(text)))?.[1] ?? "payment";

const statusOf = (text: string): PaymentStatus => {
  const folded = foldText(text);
  if (reversedWords.test(folded)) return "reversed";
  if (failedWords.test(folded)) return "failed";
  return pendingWords.test(folded) ? "pending" : "booked";
};

const firstAmount = (
  row: RecordRow,
  values: RecordValues,
  roles: readonly ColumnRole[],
): Field<DecimalText> | null =>
  roles.map((role) => values.amount(row, role)).find((field) => field !== null) ?? null;

const firstText = (
  row: RecordRow,
  values: RecordValues,
  roles: readonly ColumnRole[],
): Field<string> | null =>
  roles.map((role) => values.text(row, role)).find((field) => field !== null) ?? null;

/** An amount that is told to go out is negative, however it is printed. */
const outgoing = (field: Field<DecimalText>): Field<DecimalText> =>
  field.value !== null && isPositive(field.value) ? negated(field) : field;

const amountOf = (row: RecordRow, values: RecordValues): Field<DecimalText> | null => {
  const credit = values.amount(row, "credit");
  const debit = values.amount(row, "debit");
  const isSaid = (field: Field<DecimalText> | null): field is Field<DecimalText> =>
    field !== null && (field.value === null || !isZero(field.value));
  if (isSaid(debit) && isSaid(credit))
    return { ...credit, value: null, confidence: 0, evidence: [...credit.evidence, ...debit.evidence] };
  if (isSaid(debit)) return outgoing(debit);
  if (isSaid(credit)) return credit;
  const amount = firstAmount(row, values, ["gross", "line-amount", "total"]);
  if (amount === null) return credit ?? debit;
  const flag = foldText(firstText(row, values, ["direction"])?.value ?? "");
  if (out.test(flag)) return outgoing(amount);
  return into.test(flag) || flag === "" || amount.value === null || isNegative(amount.value)
    ? amount
    : { ...amount, value: null, confidence: 0 };
};

const currencyOf = (row: RecordRow, values: RecordValues): Field<string> | null => {
  const stated = values.text(row, "currency");
  if (stated !== null)
    return mapField(stated, (text) => /([A-Z]{3})\s*$/.exec(text.trim().toUpperCase())?.[1] ?? text);
  for (const cell of row.cells.values()) {
    const evidence = cell.prove("history");
    if (cell.currency !== null && evidence !== null)
      return { value: cell.currency, evidence: [evidence], basis: "structured", confidence: 0.95 };
  }
  return null;
};

const referenceRoles: readonly ColumnRole[] = ["invoice-number", "record-id", "order-reference"];

const paymentOf = (row: RecordRow, draft: Payment, values: RecordValues): Payment => {
  const fee = values.amount(row, "fee");
  const type = firstText(row, values, ["payment-kind", "document-kind"])?.value ?? "";
  const amount = amountOf(row, values);
  const isOut = amount !== null && amount.value !== null && isNegative(amount.value);
  // Where payer and payee stand apart, the other side depends on the direction.
  const sides: readonly ColumnRole[] = isOut ? ["payee", "payer"] : ["payer", "payee"];
  const counterparty = firstText(row, values, ["counterparty", ...sides, "customer", "person", "seller"]);
  return {
    ...draft,
    sourceId: values.text(row, "payment-id")?.value ?? null,
    kind: kindOf(type),
    status: statusOf(firstText(row, values, ["payment-status", "status"])?.value ?? ""),
    bookingDate:
      values.date(row, "booking-date") ?? values.date(row, "date") ?? values.date(row, "issue-date"),
    valueDate: values.date(row, "value-date"),
    amount,
    // Some services print what they keep as a minus, some do not.
    fee: fee !== null && fee.value !== null && isNegative(fee.value) ? negated(fee) : fee,
    net: values.amount(row, "net-amount"),
    currency: currencyOf(row, values),
    counterparty,
    counterpartyAccount: firstText(row, values, ["counterparty-account", "bank-account"]),
    remittance: joinedText([
      values.text(row, "remittance"),
      values.text(row, "description"),
      values.text(row, "notes"),
    ]),
    references: referenceRoles
      .map((role) => values.text(row, role))
      .filter((field) => field !== null && field.value !== "-")
      .filter((field) => field !== null),
    payoutReference: values.text(row, "payout-reference")?.value ?? null,
    evidence: row.all.map((cell) => cell.prove("history")).filter((evidence) => evidence !== null),
  };
};

/** A row that moves nothing (a heading, a note, an opening balance) has no amount and is no payment. */
const isMovement = (row: RecordRow): boolean =>
  ["debit", "credit", "gross", "line-amount", "total", "net-amount"].some((role) =>
    row.cells.has(role as ColumnRole),
  );

const groupsOf = (table: RecordTable): ReadonlyMap<string, readonly RecordRow[]> => {
  const groups = new Map<string, RecordRow[]>();
  for (const row of table.rows) {
    if (!isMovement(row)) continue;
    const key = `${row.cells.get("payout-reference")?.text ?? ""}\n${row.cells.get("account")?.text ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
};

const withSigns = (
  payments: readonly Payment[],
  balances: readonly (DecimalText | null)[],
): readonly Payment[] => {
  const rows: readonly BalancedRow[] = payments.map(({ amount }, index) => ({
    amount: amount?.value ?? null,
    balance: balances[index] ?? null,
  }));
  if (signReadingOf(rows) === "as-printed") return payments;
  const signs = signsByBalance(rows);
  return payments.map((payment, index) => {
    const { amount } = payment;
    if (amount === null || amount.value === null) return payment;
    const sign = signs[index];
    if (sign === 1) return payment;
    if (sign === -1) return { ...payment, amount: negated(amount) };
    // The balance before this row is not in the file: either sign may be meant.
    return {
      ...payment,
      amount: {
        ...amount,
        value: null,
        confidence: 0,
        alternatives: [amount, negated(amount)].flatMap(({ value, evidence }) =>
          value === null ? [] : [{ value, confidence: 0.5, evidence }],
        ),
        contradictions: [{ code: "open-sign", evidence: amount.evidence }],
      },
    };
  });
};

/** Whether the net of a row is what is left of the gross; services that print it otherwise are not believed. */
const hasConsistentNet = ({ amount, fee, net }: Payment): boolean => {
  const [gross, kept, left] = [valueOf(amount), valueOf(fee), valueOf(net)];
  return gross === null || kept === null || left === null || isZero(subtract(subtract(gross, kept), left));
};

const withNetChecked = (payment: Payment): Payment =>
  hasConsistentNet(payment) || payment.net === null
    ? payment
    : {
        ...payment,
        net: {
          ...payment.net,
          contradictions: [{ code: "sum-differs", evidence: payment.amount?.evidence ?? [] }],
        },
      };

/** Movements of a table: one statement for each account or payout in it. */
export const sheetStatements = (
  document: ReadDocument,
  table: RecordTable,
  firstIndex: number,
  context: NormalizeContext,
): readonly Statement[] => {
  const values = createRecordValues(table, "history", context.asOf, "structured");
  return [...groupsOf(table).values()].map((rows, group): Statement => {
    const index = firstIndex + group;
    const balances = rows.map((row) => firstAmount(row, values, ["balance-after", "balance"])?.value ?? null);
    const drafts = rows.map((row, position) =>
      paymentOf(row, blankPayment(document.documentId, index, position, context.hash), values),
    );
    const payments = withSigns(drafts, balances).map(withNetChecked);
    const dates = payments
      .map(({ bookingDate, valueDate }) => bookingDate?.value ?? valueDate?.value ?? null)
      .filter((date): date is LocalDate => date !== null);
    const [firstDay, ...others] = dates;
    const isPayout = table.columns.has("payout-reference");
    const currencies = new Set(payments.map(({ currency }) => currency?.value ?? ""));
    const [first] = rows;
    return {
      ...blankStatement(document.documentId, index, context.hash),
      kind: isPayout ? "payout" : table.mapping?.kind === "payment" ? "payment-list" : "bank-account",
      number: first === undefined ? null : values.text(first, "payout-reference"),
      account: first === undefined ? null : values.text(first, "account"),
      currency: currencies.size === 1 ? (payments[0]?.currency ?? null) : null,
      from: firstDay === undefined ? null : earliestDate(firstDay, ...others),
      to: firstDay === undefined ? null : addDays(latestDate(firstDay, ...others), 1),
      // Balances of several currencies do not follow from one another.
      balanceCheck:
        currencies.size > 1
          ? { is: "cannot-determine" }
          : checkRunningBalance(
              payments.map(({ amount, net }, position) => ({
                amount: (net ?? amount)?.value ?? null,
                balance: balances[position] ?? null,
              })),
            ),
      payments,
    };
  });
};
