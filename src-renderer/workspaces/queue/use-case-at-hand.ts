import { useEffect } from "react";
import { preparePdf } from "../../components/document-view/prepare-pdf.ts";
import { useDocumentContents } from "../../state/document-content.ts";
import { documentsOf, prepareCase, prepareDocuments, usePreparedCases } from "../../state/prepared-cases.ts";
import { useQueue } from "../../state/queue.ts";
import { caseOfQueue } from "../../state/queue-places.ts";

/** Holding a key down runs over many rows; only where it stops is loaded, and what it shows a little later. */
const settleMs = 90;
const documentsMs = 250;

/** Fetches the case of the active row and draws its documents, for the preview and so that it opens at once. */
export function useCaseAtHand(): void {
  // A head of a group is no case.
  const caseId = useQueue((queue) => caseOfQueue(queue)?.row.invoiceId ?? null);
  // What was forgotten because something changed is fetched again.
  const isMissing = usePreparedCases((state) => caseId !== null && !state.byId.has(caseId));
  useEffect(() => {
    if (caseId === null || !isMissing) return undefined;
    const timer = setTimeout(() => void prepareCase(caseId), settleMs);
    return () => clearTimeout(timer);
  }, [caseId, isMissing]);
  useEffect(() => {
    if (caseId === null) return undefined;
    let isAtHand = true;
    const timer = setTimeout(() => void drawAhead(caseId, () => isAtHand), settleMs + documentsMs);
    return () => {
      isAtHand = false;
      clearTimeout(timer);
    };
  }, [caseId]);
}

/** Also starts the engine for PDFs, which is large, before the first case is opened. */
async function drawAhead(caseId: string, isAtHand: () => boolean): Promise<void> {
  const review = await prepareCase(caseId);
  if ("code" in review) return;
  await prepareDocuments(review);
  for (const documentId of documentsOf(review)) {
    const bytes = useDocumentContents.getState().byId.get(documentId)?.bytes ?? null;
    if (bytes !== null && isAtHand()) await preparePdf(bytes);
  }
}
