// node test/bench/duplicates-run.ts COUNT: one search in a fresh process; writes what it took as one line of JSON.
import { createBatchContext } from "../../src-main/pipeline/check/batch-context.ts";
import type { BatchContext, CheckBatchInput } from "../../src-main/pipeline/check/context.ts";
import { searchDuplicates } from "../../src-main/pipeline/check/duplicates.ts";
import { defaultPolicy } from "../../src-shared/model/index.ts";
import type { Invoice } from "../../src-shared/model/index.ts";
import { anInvoice, hashText } from "../builders/billing-documents.ts";
import { ownProcessorMs } from "./processor-time.ts";

export interface DuplicatesRun {
  readonly found: number;
  /** Of the search alone, with the collection of its garbage. */
  readonly processorMs: number;
}

const customers = 5000;
/** In every second month one in so many repeats the bill of the month before under its number, written otherwise. */
const copyEvery = 1000;

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Monthly bills of equal amounts over years, without lines: what a duplicate search has to tell apart. */
function createBatch(count: number): BatchContext {
  const blank = anInvoice({ lines: [] });
  const field = (value: string) => ({ value, evidence: [], basis: "structured", confidence: 1 });
  const invoices = Array.from({ length: count }, (_, index) => {
    const customer = index % customers;
    const month = Math.floor(index / customers);
    const isCopy = month % 2 === 1 && index % copyEvery === copyEvery - 1;
    const day = `${2000 + Math.floor(month / 12)}-${twoDigits(1 + (month % 12))}`;
    const amount = field(`${100 + (customer % 900)}.00`);
    return {
      ...blank,
      id: `inv-${index}`,
      documentId: `doc-${index}`,
      number: field(isCopy ? `rg ${index - customers}` : `RG-${index}`),
      issueDate: field(`${day}-${twoDigits(1 + ((index * 7) % 28))}`),
      periodStart: field(`${day}-01`),
      periodEnd: field(`${day}-28`),
      buyer: blank.buyer === null ? null : { ...blank.buyer, name: `Customer ${customer} GmbH` },
      net: amount,
      gross: amount,
      payable: amount,
    } as unknown as Invoice;
  });
  const input: CheckBatchInput = {
    invoices,
    agreements: [],
    deliveries: [],
    matching: { families: [], termsInForce: [], invoices: [] },
    documents: [],
    files: [],
    policy: defaultPolicy,
    asOf: "2026-11-21" as CheckBatchInput["asOf"],
    verdicts: [],
    approvals: new Map(),
    hash: hashText,
  };
  return createBatchContext(input);
}

const count = Number(process.argv[2]);
// Compilers warm up on a small batch; its customers have few bills each, and no copy.
searchDuplicates(createBatch(customers * 4));
const batch = createBatch(count);
const before = ownProcessorMs();
const found = searchDuplicates(batch).size;
const searched: DuplicatesRun = { found, processorMs: ownProcessorMs() - before };
process.stdout.write(`${JSON.stringify(searched)}\n`);
