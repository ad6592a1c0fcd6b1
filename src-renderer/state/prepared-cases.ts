import { create } from "zustand";
import type { CallError } from "../../src-shared/api/contract.ts";
import type { ReviewCase } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { loadDocumentContent } from "./document-content.ts";

interface Prepared {
  /** Cases that were fetched before they are looked at, the latest last. */
  readonly byId: ReadonlyMap<string, ReviewCase>;
}

const mostKept = 6;

/** Cases that will probably be opened next. Anything that changes in the workspace makes them forgotten. */
export const usePreparedCases = create<Prepared>(() => ({ byId: new Map() }));

const underWay = new Map<string, Promise<ReviewCase | CallError>>();
let era = 0;

/** The case at once, where it was prepared. */
export const preparedCase = (invoiceId: string): ReviewCase | null =>
  usePreparedCases.getState().byId.get(invoiceId) ?? null;

/** Fetches a case ahead; the same one is fetched once. The program does not take it for looked at. */
export function prepareCase(invoiceId: string): Promise<ReviewCase | CallError> {
  const known = preparedCase(invoiceId);
  if (known !== null) return Promise.resolve(known);
  const running = underWay.get(invoiceId);
  if (running !== undefined) return running;
  const since = era;
  const fetched = callHost("review.case", { invoiceId, purpose: "ahead" }).then((result) => {
    if (underWay.get(invoiceId) === fetched) underWay.delete(invoiceId);
    if (!result.ok) return result.error;
    if (since === era) keep(invoiceId, result.value);
    return result.value;
  });
  underWay.set(invoiceId, fetched);
  return fetched;
}

/** What both sides of a case show first. */
export const documentsOf = ({ invoice, agreements }: ReviewCase): readonly string[] => [
  invoice.documentId,
  ...agreements.slice(0, 2).map((each) => each.documentId),
];

/** Loads the documents of a case before they are shown. */
export async function prepareDocuments(review: ReviewCase): Promise<void> {
  await Promise.all(documentsOf(review).map(loadDocumentContent));
}

export function forgetPrepared(): void {
  era += 1;
  underWay.clear();
  usePreparedCases.setState({ byId: new Map() });
}

function keep(invoiceId: string, review: ReviewCase): void {
  usePreparedCases.setState(({ byId }) => ({
    byId: new Map([...[...byId].slice(1 - mostKept), [invoiceId, review]]),
  }));
}
