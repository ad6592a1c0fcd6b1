import { useEffect } from "react";
import { prepareCase, prepareDocuments, usePreparedCases } from "../../state/prepared-cases.ts";
import { useQueue } from "../../state/queue.ts";

/** Holding a key down runs over many rows; only where it stops is loaded, and what it shows a little later. */
const settleMs = 90;
const documentsMs = 250;

/** Fetches the case of the active row, for the preview and so that it opens at once. */
export function useCaseAtHand(): void {
  const activeId = useQueue((queue) => queue.activeId);
  // A head of a group is no case.
  const isCase = useQueue((queue) => queue.visible.some(({ row }) => row.invoiceId === queue.activeId));
  // What was forgotten because something changed is fetched again.
  const isMissing = usePreparedCases((state) => activeId !== null && !state.byId.has(activeId));
  useEffect(() => {
    if (activeId === null || !isCase || !isMissing) return undefined;
    const timer = setTimeout(() => void prepareCase(activeId), settleMs);
    return () => clearTimeout(timer);
  }, [activeId, isCase, isMissing]);
  useEffect(() => {
    if (activeId === null || !isCase) return undefined;
    const timer = setTimeout(() => {
      void prepareCase(activeId).then((review) => ("code" in review ? undefined : prepareDocuments(review)));
    }, settleMs + documentsMs);
    return () => clearTimeout(timer);
  }, [activeId, isCase]);
}
