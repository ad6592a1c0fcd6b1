import { create } from "zustand";
import type { AuditVerdict } from "../../src-shared/api/contract.ts";
import type { ReadDocument, ReviewCase } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { showToast } from "./toasts.ts";

/** What is put on paper: reviews with the documents that their findings quote, and the state of the audit trail. */
export interface PrintJob {
  readonly cases: readonly ReviewCase[];
  readonly readings: ReadonlyMap<string, ReadDocument>;
  readonly verdict: AuditVerdict | null;
}

interface Print {
  readonly job: PrintJob | null;
  readonly isPreparing: boolean;
}

export const usePrint = create<Print>(() => ({ job: null, isPreparing: false }));

/** More than this is a file, not a print: the evidence pack holds it. */
export const mostPrinted = 200;

/** Loads reviews for paper; the window draws them and opens the dialog of the printer. */
export async function printReviews(invoiceIds: readonly string[]): Promise<void> {
  if (invoiceIds.length === 0 || usePrint.getState().isPreparing) return;
  if (invoiceIds.length > mostPrinted) return refuse(say("print.tooMany", { most: mostPrinted }));
  usePrint.setState({ isPreparing: true });
  const cases: ReviewCase[] = [];
  const readings = new Map<string, ReadDocument>();
  for (const invoiceId of invoiceIds) {
    const loaded = await callHost("review.case", { invoiceId });
    if (!loaded.ok) return refuse(loaded.error.message);
    cases.push(loaded.value);
    for (const documentId of quotedDocuments(loaded.value)) {
      if (readings.has(documentId)) continue;
      const reading = await callHost("documents.read", { documentId });
      // A document that cannot be shown is left out of the picture; its quote stands in words all the same.
      if (reading.ok) readings.set(documentId, reading.value);
    }
  }
  const verdict = await callHost("audit.verify", {});
  usePrint.setState({
    isPreparing: false,
    job: { cases, readings, verdict: verdict.ok ? verdict.value : null },
  });
}

export function endPrint(): void {
  usePrint.setState({ job: null });
}

const quotedDocuments = (review: ReviewCase): ReadonlySet<string> =>
  new Set(review.findings.flatMap(({ evidence }) => evidence.map(({ documentId }) => documentId as string)));

function refuse(text: string): void {
  usePrint.setState({ isPreparing: false });
  showToast({ tone: "failed", text, action: null });
}
