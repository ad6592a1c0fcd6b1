import { useEffect, useMemo, useRef } from "react";
import type { CSSProperties } from "react";
import { useKeyLabel } from "../../commands/use-key-label.ts";
import { say } from "../../locale/say.ts";
import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { preparePdf } from "../../components/document-view/prepare-pdf.ts";
import { usePainted } from "../../components/use-painted.ts";
import { useDocumentContents } from "../../state/document-content.ts";
import type { TabItem } from "../../components/tabs.tsx";
import { useDocuments } from "../../state/documents.ts";
import {
  showAgreedDocument,
  showBilledDocument,
  showCase,
  showRecordDocument,
  toggleRecords,
  useReview,
} from "../../state/review.ts";
import { openScreen, useWindowView } from "../../state/window-view.ts";
import { CaseHead } from "./case-head.tsx";
import { CaseSide } from "./case-side.tsx";
import { MiddlePane } from "./middle-pane.tsx";
import { paneSizes } from "./review-edge.tsx";
import type { ReviewPane } from "./review-edge.tsx";
import "./review.css";

/** One case: agreed on the left, billed on the right, what differs between them. */
export function ReviewScreen() {
  const subject = useWindowView((view) => view.subject);
  const invoiceId = useReview((state) => state.invoiceId);
  const review = useReview((state) => state.case);
  const error = useReview((state) => state.error);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (subject !== null && subject !== invoiceId) void showCase(subject);
    // Back and Forward change the subject; a case that was opened sets both.
    // eslint-disable-next-line react/exhaustive-deps
  }, [subject]);
  usePreparedDocuments();
  // The keys of the review act at once, without a click first.
  useEffect(() => frame.current?.focus(), [invoiceId]);

  return (
    <div ref={frame} className="screen review-screen" tabIndex={-1} data-keys="review" data-pane="2">
      {error === null ? null : (
        <div className="empty" role="alert">
          <h1>{say("review.failed")}</h1>
          <p>{error.message}</p>
          <Button onClick={() => openScreen("queue")}>{say("command.goQueue")}</Button>
        </div>
      )}
      {review === null || error !== null ? null : <ReviewBody review={review} />}
    </div>
  );
}

/** Draws the documents of the next case while this one is read, so that going on shows them at once. */
function usePreparedDocuments(): void {
  const ids = useReview((state) => state.nextDocumentIds);
  const contents = useDocumentContents((state) => state.byId);
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of ids) {
        const bytes = contents.get(id)?.bytes ?? null;
        if (bytes !== null) void preparePdf(bytes);
      }
    }, 300);
    return () => clearTimeout(timer);
  }, [ids, contents]);
}

function ReviewBody({ review }: { readonly review: ReviewCase }) {
  const keyOf = useKeyLabel();
  const isDrawn = usePainted(review.invoice.id);
  const agreedId = useReview((state) => state.agreedDocumentId);
  const billedId = useReview((state) => state.billedDocumentId);
  const rows = useDocuments((documents) => documents.rows);
  const nameOf = useMemo(() => {
    const names = new Map(rows?.map((row) => [row.id as string, row.name]));
    return (documentId: string): string => names.get(documentId) ?? documentId;
  }, [rows]);
  const agreed = useMemo(() => agreedDocuments(review, nameOf), [review, nameOf]);
  const billed = useMemo(() => billedDocuments(review, nameOf), [review, nameOf]);
  const records = useMemo(() => recordDocuments(review, nameOf), [review, nameOf]);
  const sizes = useWindowView((view) => view.sizes);
  const recordId = useReview((state) => state.recordDocumentId);
  const hasRecords = useReview((state) => state.showsRecords) && records.length > 0;
  return (
    <>
      <CaseHead review={review} />
      <div
        className="review-panes"
        style={panesOf({ agreed: sizes.agreed, findings: sizes.findings, records: sizes.records })}
      >
        <CaseSide
          review={review}
          side="agreed"
          items={agreed}
          activeId={knownTab(agreed, agreedId)}
          onChange={showAgreedDocument}
          isDrawn={isDrawn}
        />
        <MiddlePane review={review} nameOf={nameOf} />
        <div className="billed-stack" data-split={hasRecords}>
          <CaseSide
            review={review}
            side="billed"
            items={billed}
            activeId={knownTab(billed, billedId)}
            onChange={showBilledDocument}
            isDrawn={isDrawn}
          />
          {hasRecords ? (
            <CaseSide
              review={review}
              side="delivered"
              items={records}
              activeId={knownTab(records, recordId)}
              onChange={showRecordDocument}
              isDrawn={isDrawn}
            />
          ) : null}
          {records.length === 0 ? null : (
            <Button
              look="plain"
              className="records-toggle"
              shortcut={keyOf("review.records")}
              onClick={toggleRecords}
            >
              {say(hasRecords ? "review.hideRecords" : "review.showRecords", { count: records.length })}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

/** Sizes of the panes as the styles take them. */
const panesOf = (sizes: Readonly<Record<ReviewPane, number | undefined>>): CSSProperties =>
  Object.fromEntries(
    Object.entries(paneSizes).map(([pane, { size }]) => [
      `--${pane}-size`,
      `${sizes[pane as ReviewPane] ?? size}%`,
    ]),
  );

const knownTab = (items: readonly TabItem[], id: string | null): string | null =>
  items.find((item) => item.id === id)?.id ?? items[0]?.id ?? null;

/** The family's documents, strongest first, as the titles that people use for them; then the twins of duplicates. */
function agreedDocuments(review: ReviewCase, nameOf: (id: string) => string): readonly TabItem[] {
  const items = new Map<string, TabItem>();
  for (const agreement of review.agreements) {
    const title = agreement.number ?? agreement.title ?? nameOf(agreement.documentId);
    items.set(agreement.documentId, {
      id: agreement.documentId,
      title: say("review.agreementTab", { rank: say(`rank.${agreement.rank}`), title }),
      hint: nameOf(agreement.documentId),
    });
  }
  for (const finding of review.findings) {
    if (finding.check !== "duplicate.invoice") continue;
    for (const { documentId, role } of finding.evidence)
      if (role === "history") items.set(documentId, tabOf(documentId, "review.historyTab", nameOf));
  }
  return [...items.values()];
}

function billedDocuments(review: ReviewCase, nameOf: (id: string) => string): readonly TabItem[] {
  const { invoice } = review;
  return [
    {
      id: invoice.documentId,
      title: say("review.invoiceTab", { number: invoice.number?.value ?? say("invoice.unnumbered") }),
      hint: nameOf(invoice.documentId),
    },
  ];
}

/** The records behind the invoice, and the earlier invoices that findings name. */
function recordDocuments(review: ReviewCase, nameOf: (id: string) => string): readonly TabItem[] {
  const items = new Map<string, TabItem>();
  // What stands on the left already, twins included, needs no second place.
  const known = new Set<string>([
    review.invoice.documentId,
    ...agreedDocuments(review, nameOf).map(({ id }) => id),
  ]);
  const add = (documentId: string, title: "review.recordTab" | "review.historyTab"): void => {
    if (!known.has(documentId) && !items.has(documentId))
      items.set(documentId, tabOf(documentId, title, nameOf));
  };
  for (const delivery of review.deliveries) add(delivery.documentId, "review.recordTab");
  for (const finding of review.findings) {
    for (const { documentId, role } of finding.evidence) {
      if (role === "delivery") add(documentId, "review.recordTab");
      else if (role === "history" || role === "invoice") add(documentId, "review.historyTab");
    }
  }
  return [...items.values()];
}

const tabOf = (
  documentId: string,
  title: "review.recordTab" | "review.historyTab",
  nameOf: (id: string) => string,
): TabItem => ({ id: documentId, title: say(title, { name: nameOf(documentId) }), hint: nameOf(documentId) });
