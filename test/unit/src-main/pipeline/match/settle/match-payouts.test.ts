import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { matchPayouts } from "../../../../../../src-main/pipeline/match/index.ts";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Statement } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const goldens = join(import.meta.dirname, "../../../../../golden/normalize/preset");

async function statementsOf(name: string, bytes: Uint8Array): Promise<readonly Statement[]> {
  const document = await readBytes(name, bytes);
  return normalizeDocument(document, importedFile(name, bytes), context).statements;
}
const payout = (preset: string): Promise<readonly Statement[]> =>
  statementsOf(`${preset}.csv`, readFileSync(join(goldens, preset, "input.csv")));
/** Credits at a bank: day, amount and text. */
const bank = (
  rows: readonly (readonly [string, string, string])[],
  currency: string,
): Promise<readonly Statement[]> =>
  statementsOf(
    "bank.csv",
    new TextEncoder().encode(
      [
        "Date,Description,Amount,Balance,Currency",
        ...rows.map(([day, amount, text], at) => `${day},${text},${amount},${1000 + at},${currency}`),
      ].join("\n"),
    ),
  );
const match = (statements: readonly Statement[]) => matchPayouts(statements, new Set(), () => false);

test("a payout is its movements less fees and refunds, and the credit of that sum at the bank", async () => {
  const credits = await bank(
    [
      ["2026-10-30", "929.68", "STRIPE PAYMENTS UK LTD"],
      ["2026-10-30", "929.68", "Acme Facilities Ltd"],
      ["2026-10-31", "929.67", "STRIPE PAYMENTS UK LTD"],
    ],
    "USD",
  );
  expect(match([...(await payout("stripe-payout-reconciliation")), ...credits])).toEqual([
    {
      reference: "po_1A",
      currency: "USD",
      count: 2,
      gross: "1081.34",
      refunds: "-120.00",
      fees: "31.66",
      arrives: "929.68",
      paymentId: credits[0]?.payments[0]?.id,
      candidates: 1,
    },
  ]);
});

test("of two credits of a service that fit alike none is taken, unless one names the payout", async () => {
  const service = await payout("gocardless-payout");
  const twice = await bank(
    [
      ["2026-10-29", "1269.68", "GOCARDLESS LTD"],
      ["2026-10-30", "1269.68", "GOCARDLESS LTD"],
    ],
    "GBP",
  );
  expect(match([...service, ...twice])).toMatchObject([{ paymentId: null, candidates: 2 }]);
  const named = await bank(
    [
      ["2026-10-29", "1269.68", "GOCARDLESS LTD"],
      ["2026-10-30", "1269.68", "GOCARDLESS PO1"],
    ],
    "GBP",
  );
  expect(match([...service, ...named])[0]?.paymentId).toBe(named[0]?.payments[1]?.id);
});

test.each([
  ["in another currency", "2026-10-29", "EUR"],
  ["before its last movement", "2026-10-20", "GBP"],
  ["weeks later", "2026-12-01", "GBP"],
])("a credit %s is none of it", async (_name, day, currency) => {
  const credits = await bank([[day, "1269.68", "GOCARDLESS LTD"]], currency);
  expect(match([...(await payout("gocardless-payout")), ...credits])[0]?.paymentId).toBeNull();
});

test("a credit that a person settled already is left alone", async () => {
  const credits = await bank([["2026-10-29", "1269.68", "GOCARDLESS LTD"]], "GBP");
  const all = [...(await payout("gocardless-payout")), ...credits];
  expect(matchPayouts(all, new Set(), () => true)[0]?.paymentId).toBeNull();
});
