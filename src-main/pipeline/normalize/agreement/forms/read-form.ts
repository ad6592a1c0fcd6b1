import type {
  AgreementRank,
  DocumentKind,
  Evidence,
  Party,
  ReadDocument,
} from "../../../../../src-shared/model/index.ts";
import type { LocalDate, Period } from "../../../../../src-shared/time/index.ts";
import { termDaysOf } from "../../invoice/payment-terms.ts";
import type { Survey } from "../../invoice/index.ts";
import { matchColumnLabels } from "../../labels/index.ts";
import { layOut } from "../../invoice/layout.ts";
import type { Row, Segment } from "../../invoice/layout.ts";
import { readDate, readOwnNumber, readParties, readPeriod, termEvidence } from "./form-head.ts";
import type { FormReading } from "./form-head.ts";
import { readFormGrid } from "./form-labels.ts";
import type { FormGrid } from "./form-labels.ts";
import { readLines } from "./form-lines.ts";
import type { FormLines } from "./form-lines.ts";
import type { FormField } from "./form-phrases.ts";
import { readTotals } from "./form-totals.ts";
import type { FormTotals } from "./form-totals.ts";
import { valuesOf } from "./form-values.ts";
import type { FormValue } from "./form-values.ts";

/** What a page of labels, boxes and a line table says, as far as it is certain. */
export interface FormReadings {
  readonly survey: Survey;
  readonly number: FormReading<string> | null;
  readonly dated: FormReading<LocalDate> | null;
  readonly validUntil: FormReading<LocalDate> | null;
  readonly period: FormReading<Period> | null;
  readonly buyer: Party | null;
  readonly seller: Party | null;
  /** Who orders for the buyer. */
  readonly agents: readonly Party[];
  readonly paymentDays: FormReading<number> | null;
  readonly totals: FormTotals;
  readonly lines: FormLines;
  /** Rows of cells, as opposed to sentences. */
  readonly isTabular: (row: number) => boolean;
  /** Things that are printed more than once, and differently. */
  readonly open: readonly { readonly code: string; readonly evidence: readonly Evidence[] }[];
}

const headFields: ReadonlySet<FormField> = new Set([
  "contract-number",
  "order-number",
  "quote-number",
  "dated",
  "valid-until",
  "expiry",
  "period",
  "period-start",
  "period-end",
  "buyer",
  "agent",
  "seller",
]);

/** Labels with values that make a form of a page. */
const fewestLabels = 3;

const numbersOf = (kind: DocumentKind, rank: AgreementRank): readonly FormField[] =>
  rank === "estimate" || kind === "estimate"
    ? ["quote-number"]
    : rank === "purchase-order" || kind === "purchase-order" || rank === "order-form"
      ? ["order-number", "contract-number"]
      : ["contract-number", "order-number"];

/** Reads a document whose pages are forms, or a letter with a proven table; `null` for one that is written in sentences. */
export function readForm(
  document: ReadDocument,
  kind: DocumentKind,
  rank: AgreementRank,
  surveyed: () => Survey,
): FormReadings | null {
  const isCandidate =
    kind === "purchase-order" || kind === "estimate" || kind === "agreement" || kind === "amendment";
  if (!isCandidate) return null;
  if (!opensLikeForm(document)) return isOffer(kind) ? readProvenTable(surveyed()) : null;
  const survey = surveyed();
  const { layout, signs } = survey;
  const grid = readFormGrid(layout);
  const heads = tableHeads(survey);
  const isOpen = (row: number): boolean => !survey.itemRows.has(row) && !heads.has(row);
  const values = headValues(grid, survey, isOpen);
  const announced = new Set(values.map((value) => value.label));
  if (announced.size < fewestLabels) return isOffer(kind) ? readProvenTable(survey) : null;
  const { conventions } = signs;
  const measures = (page: number): { readonly pitch: number; readonly height: number } => {
    const own = layout.pages.find((one) => one.number === page);
    return { pitch: own?.pitch ?? 0.014, height: own?.height ?? 0.012 };
  };
  const parties = (field: FormField): readonly Party[] =>
    readParties(values, field, grid, measures, conventions, document);
  const isChange = kind === "amendment" || rank === "amendment" || rank === "change-order";
  const number = isChange
    ? { best: null, isOpen: false }
    : readOwnNumber(values, numbersOf(kind, rank), conventions, document);
  const isEstimate = rank === "estimate" || kind === "estimate";
  const totals = readTotals(grid, conventions);
  const sums = [totals.total, totals.beforeTax].flatMap((one) => (one === null ? [] : [one.value]));
  const agents = parties("agent");
  const [buyer = agents[0] ?? null] = parties("buyer");
  const [seller = null] = parties("seller");
  const dated = isCertainOrder(survey) ? readDate(values, ["dated"], conventions, document).best : null;
  const validUntil = isCertainOrder(survey)
    ? readDate(values, isEstimate ? ["valid-until", "expiry"] : ["valid-until"], conventions, document).best
    : null;
  return {
    survey,
    number: number.best,
    dated,
    validUntil,
    period: isEstimate || !isCertainOrder(survey) ? null : readPeriod(values, conventions, document),
    buyer,
    seller,
    agents: agents.filter((agent) => agent.name !== buyer?.name),
    paymentDays: paymentDaysOf(survey, document),
    totals,
    lines: readLines(survey, sums),
    isTabular: tabularRows(survey),
    open: [
      ...(number.isOpen ? [{ code: "own-number", evidence: [] }] : []),
      ...(totals.isOpen ? [{ code: "order-total", evidence: [] }] : []),
    ],
  };
}

const isOffer = (kind: DocumentKind): boolean => kind === "estimate" || kind === "purchase-order";

/** An offer in the shape of a letter: only its table of positions, where every one of them multiplies out. */
function readProvenTable(survey: Survey): FormReadings | null {
  const grid = readFormGrid(survey.layout);
  const totals = readTotals(grid, survey.signs.conventions);
  const sums = [totals.total, totals.beforeTax].flatMap((one) => (one === null ? [] : [one.value]));
  const lines = readLines(survey, sums);
  if (
    lines.lines.length === 0 ||
    lines.lines.some(({ price, quantity }) => price === null || quantity === null)
  )
    return null;
  return {
    survey,
    number: null,
    dated: null,
    validUntil: null,
    period: null,
    buyer: null,
    seller: null,
    agents: [],
    paymentDays: null,
    totals: lines.addsUp ? totals : { total: null, beforeTax: null, hasTax: false, isOpen: false },
    lines,
    isTabular: tabularRows(survey),
    open: [],
  };
}

/** Dates of which only a habit says whether day or month stands first are left to a person. */
const isCertainOrder = (survey: Survey): boolean =>
  !survey.signs.orderIsPrior || survey.signs.countries.includes("US");

/** Heads stand on the first page; the next one counts where the first is only a cover. */
function headValues(grid: FormGrid, survey: Survey, isOpen: (row: number) => boolean): readonly FormValue[] {
  const all = valuesOf(headFields, grid, survey.layout, isOpen);
  const first = survey.layout.pages[0]?.number ?? 1;
  const own = all.filter((value) => value.page === first);
  return own.length > 0 ? own : all.filter((value) => value.page === first + 1);
}

/** Rows that name the columns of a table: cells for a price or an amount among several others. */
function tableHeads(survey: Survey): ReadonlySet<number> {
  const heads = survey.layout.rows.filter((row) => {
    if (row.segments.length < 4 || /\d[.,]\d{2}(?!\d)/.test(row.text)) return false;
    const words = row.segments.flatMap((segment) => segment.tokens.map((token) => token.text));
    const roles = new Set(matchColumnLabels(words).flatMap((hit) => hit.meanings[0]?.field ?? []));
    const isPriced = roles.has("price") || roles.has("amount") || roles.has("gross");
    return isPriced && roles.size >= 3;
  });
  return new Set(heads.map((row) => row.index));
}

/** A run of words that mostly begin small is a sentence; names and labels begin with a capital. */
const isSentence = (segment: Segment): boolean =>
  segment.tokens.length >= 8 && segment.tokens.filter((token) => /^\p{Ll}{2}/u.test(token.text)).length >= 5;

/** A look at the first pages before all are laid out: most contracts are long and written in sentences. */
function opensLikeForm(document: ReadDocument): boolean {
  const [first] = document.pages;
  if (first === undefined) return false;
  const layout = layOut({ ...document, pages: document.pages.slice(0, 2) });
  if (proseShare(layout.rows.filter((row) => row.page === first.number)) > 0.4) return false;
  const values = valuesOf(headFields, readFormGrid(layout), layout, () => true);
  return new Set(values.map((value) => value.label)).size >= fewestLabels;
}

/** Share of words that stand in sentences. */
function proseShare(rows: readonly Row[]): number {
  let prose = 0;
  let all = 0;
  for (const row of rows)
    for (const segment of row.segments) {
      all += segment.tokens.length;
      if (isSentence(segment)) prose += segment.tokens.length;
    }
  return all === 0 ? 1 : prose / all;
}

function tabularRows(survey: Survey): (row: number) => boolean {
  const tabular = new Set(
    survey.layout.rows
      .filter((row) => survey.itemRows.has(row.index) || row.segments.length >= 3)
      .map((row) => row.index),
  );
  return (row) => tabular.has(row);
}

function paymentDaysOf(survey: Survey, document: ReadDocument): FormReading<number> | null {
  const [best] = survey.head.texts.get("terms") ?? [];
  const days = best === undefined ? null : termDaysOf(best.reading);
  if (best === undefined || days === null || best.score < 0.5 || /%/.test(best.reading)) return null;
  const label = best.site?.label;
  const tokens = label === undefined ? [] : label.segment.tokens.slice(label.start, label.end);
  return { value: days, evidence: termEvidence(document, [...tokens, ...best.tokens]) };
}
