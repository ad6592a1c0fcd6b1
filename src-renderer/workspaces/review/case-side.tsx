import { useMemo } from "react";
import { DocumentView } from "../../components/document-view/document-view.tsx";
import { Tabs } from "../../components/tabs.tsx";
import type { TabItem } from "../../components/tabs.tsx";
import { say } from "../../locale/say.ts";
import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { selectFinding, selectGoverningTerm, selectLine, useReview } from "../../state/review.ts";
import { useShownDocument } from "../../state/shown-document.ts";
import { activeMarks, marksOfCase, whatIsMarked } from "./marks-of-case.ts";

interface CaseSideProps {
  readonly review: ReviewCase;
  readonly side: "agreed" | "billed";
  readonly items: readonly TabItem[];
  readonly activeId: string | null;
  readonly onChange: (documentId: string) => void;
}

/** One side of the comparison: its documents as tabs, the shown one with its marks. */
export function CaseSide({ review, side, items, activeId, onChange }: CaseSideProps) {
  return (
    <section className="case-side" aria-label={say(side === "agreed" ? "review.agreed" : "review.billed")}>
      <h2 className="side-title">{say(side === "agreed" ? "review.agreed" : "review.billed")}</h2>
      {items.length === 0 ? (
        <div className="empty">
          <h2>{say("review.noAgreement.title")}</h2>
          <p>{say("review.noAgreement.text")}</p>
        </div>
      ) : (
        <Tabs label={say("review.documents")} items={items} activeId={activeId} onChange={onChange}>
          {activeId === null ? null : <MarkedDocument review={review} documentId={activeId} />}
        </Tabs>
      )}
    </section>
  );
}

function MarkedDocument({
  review,
  documentId,
}: {
  readonly review: ReviewCase;
  readonly documentId: string;
}) {
  const shown = useShownDocument(documentId);
  const findingId = useReview((state) => state.findingId);
  const termId = useReview((state) => state.termId);
  const lineId = useReview((state) => state.lineId);
  const scrollRequest = useReview((state) => state.scrollRequest);
  const marks = useMemo(() => marksOfCase(review, documentId), [review, documentId]);
  const activeIds = useMemo(
    () => activeMarks(review, { findingId, termId, lineId }, marks),
    [review, findingId, termId, lineId, marks],
  );
  const focus = useMemo(() => ({ activeIds, scrollRequest }), [activeIds, scrollRequest]);
  if (shown === null) return null;
  return <DocumentView shown={shown} marks={marks} focus={focus} onMark={followMark} />;
}

function followMark(id: string): void {
  const marked = whatIsMarked(id);
  if (marked === null) return;
  if (marked.type === "finding") selectFinding(marked.id);
  else if (marked.type === "term") selectGoverningTerm(marked.id);
  else if (marked.type === "line") selectLine(marked.id);
}
