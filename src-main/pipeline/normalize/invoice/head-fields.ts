import { addDays } from "../../../../src-shared/time/index.ts";
import type { LabelField } from "../labels/index.ts";
import type { DateReading, PeriodReading } from "../values/index.ts";
import type { Announced } from "./announced.ts";
import { datesBehindNumbers } from "./dates-behind-numbers.ts";
import { fitOf, ownNumbers, referring, wholeness } from "./head-strength.ts";
import { identifierAt, ownNumberFit, wordReference } from "./identifiers.ts";
import { textOf } from "./layout.ts";
import type { Layout, Segment, Token } from "./layout.ts";
import { isMeant } from "./meant-labels.ts";
import { readLabelGrids } from "./label-grids.ts";
import { sitesOf } from "./pairing.ts";
import type { Site } from "./pairing.ts";
import { bareNumber, isLeading, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";
import { findDateSpans, findPeriodSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";

/** Everything the labels of a document announce, each printed value for one field only, best first. */
export interface HeadReadings {
  readonly numbers: ReadonlyMap<LabelField, readonly Announced<string>[]>;
  readonly dates: ReadonlyMap<LabelField, readonly Announced<DateReading>[]>;
  readonly periods: readonly Announced<PeriodReading>[];
  readonly texts: ReadonlyMap<LabelField, readonly Announced<string>[]>;
}

const numberFields: readonly LabelField[] = [
  "invoice-number",
  "credit-note-number",
  "preceding-invoice",
  "order-number",
  "seller-order",
  "contract-number",
  "project",
  "customer-number",
  "supplier-number",
  "buyer-reference",
  "delivery-note",
  "quote-number",
  "work-order",
  "tax-id",
  "register",
  "account",
  "remittance",
  "page",
  "contact",
  "none",
];

const dateFields: readonly LabelField[] = [
  "issue-date",
  "due-date",
  "tax-point",
  "valid-until",
  "period",
  "none",
];

/** Fields that may hold words without digits. */
const wordFields: ReadonlySet<LabelField> = new Set([
  "project",
  "buyer-reference",
  "order-number",
  "contract-number",
]);

export function readHeadFields(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  isOpen: (segment: Segment) => boolean,
): HeadReadings {
  const printed = layout.rows.flatMap((row) =>
    row.segments.filter(isOpen).flatMap((segment) => labels.get(segment) ?? []),
  );
  const grids = readLabelGrids(layout, labels, isOpen);
  const sitesFor = (field: LabelField): readonly Site[] =>
    printed.flatMap((label) =>
      weightOf(label, field) > 0 ? sitesOf(label, field, layout, labels, grids, isOpen) : [],
    );
  const numbers = exclusive(
    numberFields.flatMap((field) =>
      sitesFor(field)
        .filter((site) => isMeant(field, site, layout, labels))
        .flatMap((site) => numberAt(field, site, conventions, titleSizeOf(layout, site), labels)),
    ),
  );
  const dates = exclusive([
    ...dateFields.flatMap((field) =>
      sitesFor(field).flatMap((site) => dateAt(field, site, conventions, labels)),
    ),
    ...datesBehindNumbers(printed, labels, conventions),
  ]);
  const periods = [...sitesFor("period"), ...sitesFor("tax-point")]
    .flatMap((site) => [...periodAt(site, conventions), ...periodInCells(site, layout, conventions)])
    .sort(byScore);
  const texts = new Map<LabelField, Announced<string>[]>();
  for (const field of ["terms", "project", "buyer-reference", "order-number"] as const) {
    texts.set(
      field,
      sitesFor(field)
        .flatMap((site) => textAt(field, site))
        .sort(byScore),
    );
  }
  return { numbers, dates, periods, texts };
}

function byScore(first: Announced<unknown>, second: Announced<unknown>): number {
  return (
    second.score - first.score ||
    (first.site?.label.segment.row ?? 0) - (second.site?.label.segment.row ?? 0) ||
    (first.tokens[0]?.left ?? 0) - (second.tokens[0]?.left ?? 0)
  );
}

/** Each printed value serves the field that claims it best, and each label takes one value. */
function exclusive<T>(announced: readonly Announced<T>[]): ReadonlyMap<LabelField, readonly Announced<T>[]> {
  const taken = new Map<Token, LabelField>();
  const served = new Set<string>();
  const ids = new Map<PrintedLabel, number>();
  const result = new Map<LabelField, Announced<T>[]>();
  for (const one of announced.toSorted(byScore)) {
    if (one.tokens.some((token) => taken.has(token) && taken.get(token) !== one.field)) continue;
    const label = one.site?.label;
    if (label !== undefined) {
      const id = ids.get(label) ?? ids.size;
      ids.set(label, id);
      if (served.has(String(id))) continue;
      served.add(String(id));
    }
    for (const token of one.tokens) taken.set(token, one.field);
    result.set(one.field, [...(result.get(one.field) ?? []), one]);
  }
  return result;
}

/** Letters from this size on make a title of their line; the page's usual ones are a quarter smaller. */
function titleSizeOf(layout: Layout, { label }: Site): number {
  const page = layout.pages.find((one) => one.number === label.segment.page);
  return 1.25 * (page?.height ?? Number.POSITIVE_INFINITY);
}

/** "Invoice BW-5001" in large letters: the title says the number as plainly as a label would. */
function isTitle({ label }: Site, last: Token | undefined, titleSize: number): boolean {
  return (
    label.start === 0 &&
    label.segment.size >= titleSize &&
    last !== undefined &&
    label.segment.tokens.at(-1) === last
  );
}

function numberAt(
  field: LabelField,
  site: Site,
  conventions: Conventions,
  titleSize: number,
  labels: LabelIndex,
): readonly Announced<string>[] {
  const found = identifierAt(site.tokens, conventions);
  // Over a label stands its value only if that is all that stands there: "8010 Graz" is a town.
  if (found !== null && (site.relation !== "above" || found.tokens.length === site.tokens.length)) {
    // A bare "Number" counts only where nothing else names one.
    const own =
      site.score *
      (bareNumber.test(site.label.phrase) ? 0.45 : wholeness(site, found.start, found.end, labels));
    const score = isTitle(site, found.tokens.at(-1), titleSize)
      ? Math.max(own, 0.95)
      : Math.max(own, referring(field, site, found.start, found.reading.text));
    return [
      {
        field,
        reading: found.reading.text,
        tokens: found.tokens,
        score:
          score * fitOf(field, site, found) * (ownNumbers.has(field) ? ownNumberFit(found.reading.text) : 1),
        site,
      },
    ];
  }
  if (
    !wordFields.has(field) ||
    site.label.meanings[0]?.field !== field ||
    site.relation === "above" ||
    !site.label.isPlain
  )
    return [];
  const word = wordReference(site.tokens);
  if (word === null || findDateSpans(word.tokens, conventions).length > 0) return [];
  return [{ field, reading: word.reading.text, tokens: word.tokens, score: site.score * 0.4, site }];
}

function dateAt(
  field: LabelField,
  site: Site,
  conventions: Conventions,
  labels: LabelIndex,
): readonly Announced<DateReading>[] {
  const [found] = findDateSpans(site.tokens, conventions);
  if (found === undefined) return [];
  // A range is a period; its first day is no date of the document.
  const isRange = findPeriodSpans(site.tokens, conventions).some(
    (period) => period.start <= found.start && period.end > found.end,
  );
  if (isRange && field !== "none") return [];
  const isAt = found.start <= 2 ? 1 : 0.5;
  const own = site.score * isAt * wholeness(site, found.start, found.end, labels);
  // "Vence el 14 de agosto de 2026. Ingreso en …": right behind a whole name a sentence means its day as well.
  const isTold =
    field === "due-date" &&
    site.relation === "same-segment" &&
    found.start === 0 &&
    weightOf(site.label, field) >= 1 &&
    isLeading(site.label);
  const score = isTold ? Math.max(own, 0.75) : own;
  return [{ field, reading: found.reading, tokens: found.tokens, score, site }];
}

function periodAt(site: Site, conventions: Conventions): readonly Announced<PeriodReading>[] {
  const [found] = findPeriodSpans(site.tokens, conventions);
  if (found === undefined || found.start > 3) return [];
  return [{ field: "period", reading: found.reading, tokens: found.tokens, score: site.score, site }];
}

/** "PERIODO | 16/09/2026 | 30/09/2026": the two days of a period in cells of their own, and nothing else in the row. */
function periodInCells(
  { label, score }: Site,
  layout: Layout,
  conventions: Conventions,
): readonly Announced<PeriodReading>[] {
  const row = layout.rows[label.segment.row];
  if (weightOf(label, "period") < 1 || !label.isPlain || row?.segments[0] !== label.segment) return [];
  const [from, to, ...others] = row.segments.slice(1);
  if (from === undefined || to === undefined || others.length > 0) return [];
  const [first, last] = [from, to].map(({ tokens }) => {
    const [day] = findDateSpans(tokens, conventions);
    return day !== undefined && day.end - day.start === tokens.length ? day.reading.value : null;
  });
  if (first === undefined || last === undefined || first === null || last === null || first > last) return [];
  const value = { start: first, end: addDays(last, 1) };
  const tokens = [...from.tokens, ...to.tokens];
  return [{ field: "period", reading: { value, readings: [value] }, tokens, score, site: null }];
}

function textAt(field: LabelField, site: Site): readonly Announced<string>[] {
  const { label } = site;
  // Terms are a phrase and may hold words that are labels elsewhere ("Net 30").
  const tokens =
    field === "terms" && site.relation === "same-segment"
      ? label.segment.tokens.slice(label.end)
      : site.tokens;
  const text = textOf(tokens)
    .replace(/^[:：.\s]+/, "")
    .trim();
  const isFar = site.relation !== "same-segment";
  if (field === "terms" && !/\d/.test(text) && text.split(" ").length < (isFar ? 3 : 2)) return [];
  if (text.length < 2 || text.length > 120 || tokens.length > 16 || site.relation === "above") return [];
  return [
    {
      field,
      reading: text,
      tokens: tokens.filter((token) => /[\p{L}\d]/u.test(token.text)),
      score: site.score,
      site,
    },
  ];
}
