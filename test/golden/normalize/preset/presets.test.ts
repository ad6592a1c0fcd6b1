import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { normalizeDocument, presets } from "../../../../src-main/pipeline/normalize/index.ts";
import { parseTableMappings } from "../../../../src-shared/api/index.ts";
import { valueOf, type NormalizedDocument } from "../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../builders/read-bytes.ts";

const root = import.meta.dirname;
const cases = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());

/** Nouns as rows that a person can hold against the file. */
const rowsOf = ({ invoices, deliveries, statements }: NormalizedDocument): readonly string[] => [
  ...invoices.flatMap((invoice) => [
    [
      invoice.kind,
      valueOf(invoice.number),
      valueOf(invoice.issueDate),
      invoice.buyer?.name,
      invoice.seller?.name,
      valueOf(invoice.currency),
      valueOf(invoice.tax),
      valueOf(invoice.gross),
    ].join(" | "),
    ...invoice.lines.map(
      (line) =>
        `  ${[line.description, valueOf(line.quantity), valueOf(line.unitPrice), valueOf(line.net), valueOf(line.serviceDate)].join(" | ")}`,
    ),
  ]),
  ...deliveries.map((each) =>
    [
      each.kind,
      each.date,
      each.person,
      each.customer,
      each.project,
      each.item,
      each.quantity,
      each.unit,
      each.amount,
      each.billable,
    ].join(" | "),
  ),
  ...statements.flatMap((statement) => [
    [statement.kind, valueOf(statement.number), valueOf(statement.currency), statement.balanceCheck.is].join(
      " | ",
    ),
    ...statement.payments.map(
      (payment) =>
        `  ${[payment.kind, payment.status, valueOf(payment.bookingDate), valueOf(payment.amount), valueOf(payment.fee), valueOf(payment.net), valueOf(payment.counterparty), valueOf(payment.remittance), payment.references.map(valueOf).join("+")].join(" | ")}`,
    ),
  ]),
];

test("every preset has a fixture, and every fixture a preset", () => {
  expect(cases.toSorted()).toEqual(presets.map(({ id }) => id).toSorted());
});

for (const name of cases) {
  test(name, async () => {
    const input = readdirSync(join(root, name)).find((file) => file.startsWith("input.")) ?? "";
    const bytes = new Uint8Array(readFileSync(join(root, name, input)));
    const document = await readBytes(input, bytes);
    const normalized = normalizeDocument(document, importedFile(input, bytes), context);
    const read = { kind: normalized.kind, problems: normalized.problems, rows: rowsOf(normalized) };
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(join(root, name, "expected.json"));
  });
}

test("a table whose titles nobody knows is read as a person mapped it", async () => {
  const csv = 'Who,What,When,Lot\nIda Moor,Scanning,04/03/26,"1,500"\nIda Moor,Index,05/03/26,"2,250"\n';
  const bytes = new TextEncoder().encode(csv);
  const document = await readBytes("own.csv", csv);
  const mappings = parseTableMappings({
    id: "own-1",
    title: "Our clock",
    kind: "timesheet",
    signature: ["Who", "What", "When", "Lot"],
    columns: { Who: "person", What: "task", When: "date", Lot: "hours" },
    decimalMark: ",",
    dateOrder: "day-first",
  });
  if (!mappings.ok) throw new Error(mappings.error.code);
  const file = importedFile("own.csv", bytes);
  const known = normalizeDocument(document, file, { ...context, tableMappings: mappings.value });
  expect(rowsOf(known)).toEqual([
    "time | 2026-03-04 | Ida Moor |  |  | Scanning | 1.500 | hour |  | ",
    "time | 2026-03-05 | Ida Moor |  |  | Index | 2.250 | hour |  | ",
  ]);
});

test("a mapping to a field that is none is refused, with its place", () => {
  const refused = parseTableMappings({
    id: "x",
    title: "x",
    kind: "invoice",
    signature: ["A"],
    columns: { A: "money" },
  });
  expect(refused.ok ? null : refused.error).toMatchObject({
    code: "mapping/invalid",
    facts: { path: "0.columns.A" },
  });
});
