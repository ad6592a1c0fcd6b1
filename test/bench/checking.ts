import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { checkInvoices } from "../../src-main/pipeline/check/index.ts";
import { matchDocuments, noAssignments } from "../../src-main/pipeline/match/index.ts";
import { defaultPolicy, type CheckedBatch, type Matching } from "../../src-shared/model/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { createBilledBatch, type BilledBatch } from "./billed-batch.ts";
import { duel } from "./duel.ts";
import { perSecond, type BenchResult } from "./result.ts";

const invoiceCount = 10_000;
const linesPerInvoice = 10;

/**
 * The same questions, asked once: rate against agreement, line and invoice arithmetic, repeated numbers.
 *
 * Everything is loaded and indexed before the clock starts; amounts are integers, as in SQLite they must be.
 */
function prepareReference(batch: BilledBatch): () => { over: number } {
  const database = new DatabaseSync(":memory:");
  database.exec(`
    create table price (agreement integer, item integer, cents integer, primary key (agreement, item)) without rowid;
    create table invoice (id integer primary key, number text, net integer);
    create table line (invoice integer, agreement integer, item integer, quantity integer, price integer, net integer);
  `);
  const price = database.prepare("insert into price values (?, ?, ?)");
  const invoice = database.prepare("insert into invoice values (?, ?, ?)");
  const line = database.prepare("insert into line values (?, ?, ?, ?, ?, ?)");
  database.exec("begin");
  for (const row of batch.prices) price.run(row.agreement, row.item, row.priceCents);
  for (const row of batch.totals) invoice.run(row.invoice, row.number, row.netCents);
  for (const row of batch.lines)
    line.run(row.invoice, row.agreement, row.item, row.quantity, row.priceCents, row.netCents);
  database.exec("commit");
  database.exec(
    "create index line_by_invoice on line (invoice); create index invoice_by_number on invoice (number);",
  );
  const pass = database.prepare(`
    select invoice.id,
      sum(line.price > price.cents) as over,
      sum(line.price < price.cents) as under,
      sum(line.quantity * line.price <> line.net) as wrong,
      sum(line.net) <> invoice.net as unbalanced,
      (select count(*) from invoice as twin where twin.number = invoice.number) as copies
    from invoice join line on line.invoice = invoice.id
      join price on price.agreement = line.agreement and price.item = line.item
    group by invoice.id
  `);
  return () => ({
    over: (pass.all() as unknown as { over: number }[]).reduce((sum, row) => sum + row.over, 0),
  });
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The same invoices as other objects: what was kept from an earlier check of the very same ones does not count. */
const anew = ({ agreements, invoices }: Batch): Batch => ({
  agreements,
  invoices: invoices.map((invoice) => ({ ...invoice })),
});

type Batch = Pick<BilledBatch, "agreements" | "invoices">;

const match = ({ agreements, invoices }: Batch): Matching =>
  matchDocuments({ agreements, invoices, deliveries: [], policy: defaultPolicy, assignments: noAssignments });

const check = ({ agreements, invoices }: Batch, matching: Matching): CheckedBatch =>
  checkInvoices({
    invoices,
    agreements,
    deliveries: [],
    matching,
    documents: [],
    files: [],
    policy: defaultPolicy,
    asOf: "2026-11-21" as LocalDate,
    verdicts: [],
    approvals: new Map(),
    hash,
  });

const matchAndCheck = (batch: Batch): CheckedBatch => check(batch, match(batch));

/** How the time of each step grows from a quarter of the invoices to all of them, as an exponent; 1 is linear. */
export async function benchGrowth(rounds: number): Promise<readonly BenchResult[]> {
  const fewCount = invoiceCount / 4;
  const [few, many] = [
    createBilledBatch(fewCount, linesPerInvoice),
    createBilledBatch(invoiceCount, linesPerInvoice),
  ];
  const [matchedFew, matchedMany] = [match(few), match(many)];
  const steps = [
    {
      id: "match-growth",
      title: "match, exponent of growth",
      ours: () => match(anew(many)),
      less: () => match(anew(few)),
    },
    {
      id: "check-growth",
      title: "check, exponent of growth",
      ours: () => check(anew(many), matchedMany),
      less: () => check(anew(few), matchedFew),
    },
  ];
  const results: BenchResult[] = [];
  for (const { id, title, ours, less } of steps) {
    const measured = await duel(ours, less, rounds);
    const exponentOf = (ratio: number): number => Math.log(ratio) / Math.log(invoiceCount / fewCount);
    const { median, least, most } = measured.ratio;
    results.push({
      id,
      title,
      work: `${invoiceCount.toLocaleString("en-US")} invoices`,
      reference: `the same of ${fewCount.toLocaleString("en-US")}; 1 is linear`,
      ours: measured.ours,
      theirs: measured.reference,
      ratio: { median: exponentOf(median), least: exponentOf(least), most: exponentOf(most) },
      shown: perSecond(many.lines.length, measured.ours, "lines"),
      shownReference: perSecond(few.lines.length, measured.reference, "lines"),
    });
  }
  return results;
}

/** Every check on a batch of a year's size, against one pass of SQLite that answers four of its questions. */
export async function benchChecking(rounds: number): Promise<readonly BenchResult[]> {
  const batch = createBilledBatch(invoiceCount, linesPerInvoice);
  const runPass = prepareReference(batch);

  const matching = match(batch);
  const found = check(batch, matching).invoices.flatMap(({ findings }) =>
    findings.filter((one) => one.check === "rate.over"),
  );
  const reference = runPass().over;
  if (found.length !== batch.overbilledLines || reference !== batch.overbilledLines)
    throw new Error(
      `${batch.overbilledLines} lines are overbilled; we found ${found.length}, SQLite ${reference}`,
    );

  const work = `${invoiceCount.toLocaleString("en-US")} invoices, ${batch.lines.length.toLocaleString("en-US")} lines`;
  const contenders = [
    { id: "check-batch", title: "check", ours: () => check(anew(batch), matching) },
    { id: "match-and-check-batch", title: "match and check", ours: () => matchAndCheck(anew(batch)) },
  ];
  const results: BenchResult[] = [];
  for (const { id, title, ours } of contenders) {
    const measured = await duel(ours, runPass, rounds);
    results.push({
      id,
      title,
      work,
      reference: "one SQLite pass in memory",
      ours: measured.ours,
      theirs: measured.reference,
      ratio: measured.ratio,
      shown: perSecond(batch.lines.length, measured.ours, "lines"),
      shownReference: perSecond(batch.lines.length, measured.reference, "lines"),
    });
  }
  return results;
}
