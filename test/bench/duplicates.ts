import { createBatchContext } from "../../src-main/pipeline/check/context.ts";
import type { BatchContext, CheckBatchInput } from "../../src-main/pipeline/check/context.ts";
import { findDuplicates } from "../../src-main/pipeline/check/duplicates.ts";
import { defaultPolicy } from "../../src-shared/model/index.ts";
import type { Invoice } from "../../src-shared/model/index.ts";
import { anInvoice, hashText } from "../builders/billing-documents.ts";
import { duel } from "./duel.ts";
import { perSecond, type BenchResult } from "./result.ts";

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

/** The search for duplicates among three times as many invoices, against itself: 3 is linear growth. */
export async function benchDuplicates(rounds: number, most = 150_000): Promise<BenchResult> {
  const [few, many] = [createBatch(most / 3), createBatch(most)];
  const found = findDuplicates(many).size;
  const wanted = (customers / copyEvery) * Math.floor(most / customers / 2);
  if (found !== wanted) throw new Error(`${wanted} invoices are copies; ${found} were found`);
  const measured = await duel(
    () => findDuplicates(many),
    () => findDuplicates(few),
    rounds,
  );
  return {
    id: "duplicates",
    title: "find duplicates",
    work: `${most.toLocaleString("en-US")} invoices`,
    reference: "the same among a third of them; 3 is linear",
    ours: measured.ours,
    theirs: measured.reference,
    ratio: measured.ratio,
    shown: perSecond(most, measured.ours, "invoices"),
    shownReference: perSecond(most / 3, measured.reference, "invoices"),
  };
}
