import { create } from "zustand";
import type { CallError } from "../../src-shared/api/contract.ts";
import type { Evidence, Finding, ReviewCase } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import {
  documentsOf,
  forgetPrepared,
  prepareCase,
  prepareDocuments,
  preparedCase,
} from "./prepared-cases.ts";
import { useQueue } from "./queue.ts";
import { openScreen } from "./window-view.ts";

export const reviewPanels = ["findings", "values", "talk"] as const;
export type ReviewPanel = (typeof reviewPanels)[number];

interface Review {
  readonly invoiceId: string | null;
  readonly case: ReviewCase | null;
  readonly error: CallError | null;
  readonly findingId: string | null;
  /** A term that was chosen by its mark, where no finding speaks of it. */
  readonly termId: string | null;
  readonly lineId: string | null;
  /** Documents that the two sides show. */
  readonly agreedDocumentId: string | null;
  readonly billedDocumentId: string | null;
  /** The delivery record or earlier invoice under the invoice. */
  readonly recordDocumentId: string | null;
  readonly showsRecords: boolean;
  readonly panel: ReviewPanel;
  /** Findings that the person has taken out of the corrected total, to see what it does. */
  readonly uncounted: ReadonlySet<string>;
  /** Documents of the case that comes next: they are drawn before they are asked for. */
  readonly nextDocumentIds: readonly string[];
  /** Counts up whenever both sides should scroll to what is selected. */
  readonly scrollRequest: number;
}

const nothing: Review = {
  invoiceId: null,
  case: null,
  error: null,
  findingId: null,
  termId: null,
  lineId: null,
  agreedDocumentId: null,
  billedDocumentId: null,
  recordDocumentId: null,
  showsRecords: true,
  panel: "findings",
  uncounted: new Set(),
  nextDocumentIds: [],
  scrollRequest: 0,
};

/** The case that is open for review. */
export const useReview = create<Review>(() => nothing);

export async function openCase(invoiceId: string): Promise<void> {
  openScreen("review", invoiceId);
  await showCase(invoiceId);
}

/** Shows a case on the first finding that is not settled: at once where it was prepared, and then as it is now. */
export async function showCase(invoiceId: string): Promise<void> {
  const isSame = useReview.getState().invoiceId === invoiceId;
  const ready = isSame ? null : preparedCase(invoiceId);
  if (!isSame)
    useReview.setState(({ panel, showsRecords }) => ({ ...nothing, panel, showsRecords, invoiceId }));
  if (ready !== null) {
    present(ready);
    await painted();
  }
  const loaded = await callHost("review.case", { invoiceId });
  if (useReview.getState().invoiceId !== invoiceId) return;
  if (!loaded.ok) return useReview.setState({ error: loaded.error });
  void prepareDocuments(loaded.value);
  // What was prepared is nearly always what it is now: then nothing is drawn twice.
  if (ready === null || JSON.stringify(ready) !== JSON.stringify(loaded.value)) present(loaded.value);
  if (!isSame) prepareNext(invoiceId);
}

const afterPaintMs = 40;
const painted = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, afterPaintMs));

/** Puts a case on the screen in one step; what was selected in it stays, as long as it is open. */
function present(loaded: ReviewCase): void {
  useReview.setState((review) => {
    const next: Review = { ...review, case: loaded, error: null };
    const kept = loaded.findings.find((finding) => finding.id === review.findingId);
    if (review.case !== null && kept !== undefined && !isDismissed(loaded, kept.id)) return next;
    const opened: Review = {
      ...next,
      findingId: null,
      agreedDocumentId: loaded.agreements[0]?.documentId ?? null,
      billedDocumentId: loaded.invoice.documentId,
    };
    const first = openFindings(loaded)[0] ?? loaded.findings[0];
    return first === undefined ? opened : { ...opened, ...selectionOf(opened, first.id) };
  });
}

/** The next case is loaded before it is asked for. */
function prepareNext(invoiceId: string): void {
  const { visible } = useQueue.getState();
  const at = visible.findIndex((entry) => entry.row.invoiceId === invoiceId);
  const followingId = visible[at + 1]?.row.invoiceId;
  if (followingId === undefined) return;
  void prepareCase(followingId).then((loaded) => {
    if ("code" in loaded || useReview.getState().invoiceId !== invoiceId) return;
    void prepareDocuments(loaded);
    useReview.setState({ nextDocumentIds: documentsOf(loaded).slice(0, 2) });
  });
}

export function forgetReview(): void {
  forgetPrepared();
  useReview.setState(nothing);
}

/** Loads the open case again after something changed. */
export async function refreshCase(): Promise<void> {
  const { invoiceId } = useReview.getState();
  if (invoiceId !== null) await showCase(invoiceId);
}

export function isDismissed(review: ReviewCase, findingId: string): boolean {
  return review.decision.dismissed.some((each) => each.findingId === findingId);
}

const severityRank = { block: 0, warn: 1, info: 2 } as const;

/** Findings that still speak against the invoice, the gravest first. */
export function openFindings(review: ReviewCase): readonly Finding[] {
  return sortedFindings(review).filter(
    (finding) => finding.severity !== "info" && !isDismissed(review, finding.id),
  );
}

/** Gravest first, then as the checks gave them. */
export function sortedFindings(review: ReviewCase): readonly Finding[] {
  return review.findings
    .map((finding, at) => ({ finding, at }))
    .sort(
      (first, second) =>
        severityRank[first.finding.severity] - severityRank[second.finding.severity] || first.at - second.at,
    )
    .map(({ finding }) => finding);
}

/** Selects a finding; both sides show its evidence. */
export function selectFinding(findingId: string): void {
  useReview.setState((review) => selectionOf(review, findingId));
}

function selectionOf(review: Review, findingId: string): Partial<Review> {
  const finding = review.case?.findings.find((each) => each.id === findingId);
  if (review.case === null || finding === undefined) return {};
  const agreed = documentOf(finding.evidence, "term") ?? review.agreedDocumentId;
  const twin = finding.check === "duplicate.invoice" ? documentOf(finding.evidence, "history") : null;
  const record =
    documentOf(finding.evidence, "delivery") ??
    (twin === null ? documentOf(finding.evidence, "history") : null);
  return {
    findingId,
    termId: null,
    lineId: finding.line,
    // A pair is compared side by side: the other invoice takes the place of the agreement.
    agreedDocumentId: twin ?? agreed,
    billedDocumentId: review.case.invoice.documentId,
    recordDocumentId: record ?? review.recordDocumentId,
    scrollRequest: review.scrollRequest + 1,
  };
}

const documentOf = (evidence: readonly Evidence[], role: Evidence["role"]): string | null =>
  evidence.find((each) => each.role === role)?.documentId ?? null;

/** Selects a term by its clause: the lines that it governs light up on the other side. */
export function selectGoverningTerm(termId: string): void {
  useReview.setState((review) => ({
    termId,
    findingId: null,
    lineId: null,
    scrollRequest: review.scrollRequest + 1,
  }));
}

/** Selects a line of the invoice: the clause that governs it and its records light up. */
export function selectLine(lineId: string): void {
  useReview.setState((review) => {
    const match = review.case?.match.lines.find((each) => each.lineId === lineId);
    const termId = match?.bindings[0]?.termId ?? null;
    const agreement = review.case?.agreements.find((each) => each.terms.some((term) => term.id === termId));
    return {
      lineId,
      termId,
      findingId: null,
      agreedDocumentId: agreement?.documentId ?? review.agreedDocumentId,
      recordDocumentId: recordOf(review.case, match) ?? review.recordDocumentId,
      scrollRequest: review.scrollRequest + 1,
    };
  });
}

function recordOf(
  review: ReviewCase | null,
  match: ReviewCase["match"]["lines"][number] | undefined,
): string | null {
  const ids = match?.deliveries.map(({ deliveryId }) => deliveryId) ?? [];
  return review?.deliveries.find((delivery) => ids.includes(delivery.id))?.documentId ?? null;
}

/** Takes a finding out of the corrected total, or back in. Decides nothing. */
export function toggleCounted(findingId: string): void {
  useReview.setState(({ uncounted }) => {
    const next = new Set(uncounted);
    if (!next.delete(findingId)) next.add(findingId);
    return { uncounted: next };
  });
}

export function showPanel(panel: ReviewPanel): void {
  useReview.setState({ panel });
}

export function toggleRecords(): void {
  useReview.setState(({ showsRecords }) => ({ showsRecords: !showsRecords }));
}

export function showRecordDocument(documentId: string): void {
  useReview.setState({ recordDocumentId: documentId });
}

export function moveFinding(step: number): void {
  const { case: review, findingId } = useReview.getState();
  if (review === null) return;
  const findings = sortedFindings(review);
  const at = findings.findIndex((finding) => finding.id === findingId);
  const next = findings[Math.min(findings.length - 1, Math.max(0, at + step))];
  if (next !== undefined) selectFinding(next.id);
}

/** The case before or after this one in the list that the queue shows; `null` at its ends. */
export function neighborCase(step: number): string | null {
  const { invoiceId } = useReview.getState();
  const { visible } = useQueue.getState();
  const at = visible.findIndex((entry) => entry.row.invoiceId === invoiceId);
  if (at < 0) return visible[0]?.row.invoiceId ?? null;
  return visible[at + step]?.row.invoiceId ?? null;
}

export function showAgreedDocument(documentId: string): void {
  useReview.setState({ agreedDocumentId: documentId });
}

export function showBilledDocument(documentId: string): void {
  useReview.setState({ billedDocumentId: documentId });
}

/** Shows one piece of evidence on the side where its document belongs. */
export function showEvidence(evidence: Evidence): void {
  useReview.setState((review) => ({
    ...placeOfEvidence(evidence, review.case),
    scrollRequest: review.scrollRequest + 1,
  }));
}

function placeOfEvidence({ role, documentId }: Evidence, review: ReviewCase | null): Partial<Review> {
  if (role === "term") return { agreedDocumentId: documentId };
  if (documentId === review?.invoice.documentId) return { billedDocumentId: documentId };
  return { recordDocumentId: documentId, showsRecords: true };
}
