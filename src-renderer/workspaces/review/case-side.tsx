import { useMemo } from "react";
import { DocumentView } from "../../components/document-view/document-view.tsx";
import { Tabs } from "../../components/tabs.tsx";
import type { TabItem } from "../../components/tabs.tsx";
import { say } from "../../locale/say.ts";
import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { selectFinding, selectGoverningTerm, selectLine, useReview } from "../../state/review.ts";
import { useShownDocument, useWordsOf } from "../../state/shown-document.ts";
import { pickWords, useValues } from "../../state/values.ts";
import { ReviewEdge } from "./review-edge.tsx";
import { activeMarks, marksOfCase, whatIsMarked } from "./marks-of-case.ts";

interface CaseSideProps {
  readonly review: ReviewCase;
  readonly side: "agreed" | "billed" | "delivered";
  readonly items: readonly TabItem[];
  readonly activeId: string | null;
  readonly onChange: (documentId: string) => void;
  /** Findings are read first: the documents follow them by one frame. */
  readonly isDrawn: boolean;
}

/** One side of the comparison: its documents as tabs, the shown one with its marks. */
export function CaseSide({ review, side, items, activeId, onChange, isDrawn }: CaseSideProps) {
  return (
    <section className="case-side" data-side={side} aria-label={say(`review.${side}`)}>
      {side === "agreed" ? <ReviewEdge pane="agreed" /> : null}
      {side === "delivered" ? <ReviewEdge pane="records" /> : null}
      <h2 className="side-title">{say(`review.${side}`)}</h2>
      {items.length === 0 ? (
        <div className="empty">
          <h2>{say("review.noAgreement.title")}</h2>
          <p>{say("review.noAgreement.text")}</p>
        </div>
      ) : (
        <Tabs label={say("review.documents")} items={items} activeId={activeId} onChange={onChange}>
          {activeId === null || !isDrawn ? null : <MarkedDocument review={review} documentId={activeId} />}
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
  const value = useValues((values) => values.shown);
  const isPicking =
    useValues((values) => values.editing !== null) && documentId === review.invoice.documentId;
  const found = useWordsOf(documentId);
  const marks = useMemo(() => marksOfCase(review, documentId, value), [review, documentId, value]);
  const activeIds = useMemo(
    () => activeMarks(review, { findingId, termId, lineId, value }, marks),
    [review, findingId, termId, lineId, value, marks],
  );
  const focus = useMemo(() => ({ activeIds, scrollRequest }), [activeIds, scrollRequest]);
  if (shown === null) return null;
  return (
    <DocumentView
      shown={shown}
      marks={marks}
      focus={focus}
      onMark={followMark}
      {...found}
      onPick={isPicking ? ({ quote, at }) => pickWords(quote, at) : undefined}
    />
  );
}

function followMark(id: string): void {
  const marked = whatIsMarked(id);
  if (marked === null) return;
  if (marked.type === "finding") selectFinding(marked.id);
  else if (marked.type === "term") selectGoverningTerm(marked.id);
  else if (marked.type === "line") selectLine(marked.id);
}
