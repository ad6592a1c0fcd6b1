import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { normalizeDocument } from "../../../../src-main/pipeline/normalize/index.ts";
import type { Evidence, Field, Payment, Statement } from "../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../builders/read-bytes.ts";

const root = import.meta.dirname;
const cases = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());

const shown = (field: Field<string> | null): unknown => {
  if (field === null) return null;
  if (field.value !== null && field.contradictions === undefined) return field.value;
  return {
    value: field.value,
    printed: field.evidence.map(({ quote }) => quote),
    ...(field.alternatives !== undefined && { readings: field.alternatives.map(({ value }) => value) }),
    ...(field.contradictions !== undefined && { doubts: field.contradictions.map(({ code }) => code) }),
  };
};

/** What is known, as a person would compare it: no ids, no absent fields. */
const described = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

const paymentOf = (payment: Payment): unknown =>
  described({
    sourceId: payment.sourceId,
    kind: payment.kind === "payment" ? null : payment.kind,
    status: payment.status === "booked" ? null : payment.status,
    booked: shown(payment.bookingDate),
    value: shown(payment.valueDate),
    amount: shown(payment.amount),
    fee: shown(payment.fee),
    net: shown(payment.net),
    currency: shown(payment.currency),
    counterparty: shown(payment.counterparty),
    account: shown(payment.counterpartyAccount),
    remittance: shown(payment.remittance),
    references: payment.references.map(shown),
    batch: payment.batchReference,
    payout: payment.payoutReference,
  });

const statementOf = (statement: Statement): unknown => ({
  ...described({
    kind: statement.kind,
    number: shown(statement.number),
    account: shown(statement.account),
    holder: shown(statement.accountHolder),
    institution: shown(statement.institution),
    currency: shown(statement.currency),
    from: statement.from,
    to: statement.to,
    opening: shown(statement.openingBalance?.amount ?? null),
    closing: shown(statement.closingBalance?.amount ?? null),
    balance: statement.balanceCheck,
  }),
  payments: statement.payments.map(paymentOf),
});

const everyField = ({ payments, ...statement }: Statement): readonly Field<string>[] =>
  [
    statement.number,
    statement.account,
    statement.openingBalance?.amount ?? null,
    statement.closingBalance?.amount ?? null,
    ...payments.flatMap((each) => [
      each.amount,
      each.fee,
      each.net,
      each.bookingDate,
      each.counterparty,
      each.remittance,
      ...each.references,
    ]),
  ].filter((field) => field !== null);

const isPlaced = ({ quote, at }: Evidence): boolean => quote !== "" && Object.keys(at).length > 0;

for (const name of cases) {
  test(name.replaceAll("-", " "), async () => {
    const folder = join(root, name);
    const input = readdirSync(folder).find((entry) => entry.startsWith("input."));
    if (input === undefined) throw new Error(`No input in ${name}`);
    const bytes = new Uint8Array(readFileSync(join(folder, input)));
    const document = await readBytes(input, bytes);
    const normalized = normalizeDocument(document, importedFile(input, bytes), context);
    const sheet = {
      reader: document.reader,
      kind: normalized.kind,
      problems: normalized.problems,
      statements: normalized.statements.map(statementOf),
    };
    await expect(`${JSON.stringify(sheet, null, 2)}\n`).toMatchFileSnapshot(join(folder, "expected.json"));
    for (const field of normalized.statements.flatMap(everyField))
      expect(field.evidence.every(isPlaced) && field.evidence.length > 0).toBe(true);
    const ids = normalized.statements.flatMap(({ payments }) => payments.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
}
