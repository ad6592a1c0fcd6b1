import { partyNamed } from "../../../../../src-shared/model/index.ts";
import type { Evidence, Party, ReadDocument } from "../../../../../src-shared/model/index.ts";
import type { LocalDate, Period } from "../../../../../src-shared/time/index.ts";
import { addDays } from "../../../../../src-shared/time/index.ts";
import { tokensToEvidence } from "../../invoice/evidence.ts";
import { identifierAt } from "../../invoice/identifiers.ts";
import { textOf } from "../../invoice/layout.ts";
import type { Token } from "../../invoice/layout.ts";
import { countryOfCityLine, hasLegalForm, isCityLine, isStreet } from "../../invoice/legal-names.ts";
import { findDateSpans, findPeriodSpans } from "../../invoice/spans.ts";
import type { Conventions } from "../../invoice/spans.ts";
import type { FormGrid } from "./form-labels.ts";
import type { FormField } from "./form-phrases.ts";
import { cellBelow } from "./form-values.ts";
import type { FormValue } from "./form-values.ts";

/** A value that a form prints, with its words. */
export interface FormReading<T> {
  readonly value: T;
  readonly evidence: readonly Evidence[];
}

/** Words of a document as proof of a term. */
export const termEvidence = (document: ReadDocument, tokens: readonly Token[]): readonly Evidence[] =>
  tokensToEvidence(document, tokens).map((evidence) => ({ ...evidence, role: "term" as const }));

/** The words of a label and of its value. */
export const wordsOf = (value: FormValue, tokens: readonly Token[] = value.tokens): readonly Token[] => [
  ...value.label.tokens,
  ...tokens,
];

/** The best value of a field and whether another one, printed as well, contradicts it. */
export interface Choice<T> {
  readonly best: FormReading<T> | null;
  readonly isOpen: boolean;
}

interface Ranked<T> {
  readonly value: T;
  readonly score: number;
  readonly page: number;
  readonly evidence: readonly Evidence[];
}

/** One value for each label, its best place first; equal scores with different values stay open. */
function choose<T>(ranked: readonly Ranked<T>[]): Choice<T> {
  const [first] = ranked.toSorted((one, other) => one.page - other.page || other.score - one.score);
  if (first === undefined) return { best: null, isOpen: false };
  const rivals = ranked.filter(
    (other) => other.page === first.page && other.score >= first.score - 0.02 && other.value !== first.value,
  );
  return rivals.length > 0
    ? { best: null, isOpen: true }
    : { best: { value: first.value, evidence: first.evidence }, isOpen: false };
}

/** The first place of each label that reads as wanted. */
function readEach<T>(
  values: readonly FormValue[],
  read: (value: FormValue) => { readonly value: T; readonly tokens: readonly Token[] } | null,
  document: ReadDocument,
): readonly Ranked<T>[] {
  const served = new Set<FormValue["label"]>();
  return values.flatMap((value): readonly Ranked<T>[] => {
    if (served.has(value.label)) return [];
    const found = read(value);
    if (found === null) return [];
    served.add(value.label);
    return [
      {
        value: found.value,
        score: value.score,
        page: value.page,
        evidence: termEvidence(document, wordsOf(value, found.tokens)),
      },
    ];
  });
}

/** The paper's own number, by the kinds of papers in the order given. */
export function readOwnNumber(
  values: readonly FormValue[],
  fields: readonly FormField[],
  conventions: Conventions,
  document: ReadDocument,
): Choice<string> {
  for (const field of fields) {
    const choice = choose(
      readEach(
        values.filter((value) => value.label.field === field),
        (value) => numberIn(value, conventions),
        document,
      ),
    );
    if (choice.best !== null || choice.isOpen) return choice;
  }
  return { best: null, isOpen: false };
}

function numberIn(
  value: FormValue,
  conventions: Conventions,
): { readonly value: string; readonly tokens: readonly Token[] } | null {
  // "4711 / 2": the second part is the revision where the label says so.
  const slash = value.label.hasRevision ? value.tokens.findIndex((token) => /^[/|]$/.test(token.text)) : -1;
  const tokens = slash > 0 ? value.tokens.slice(0, slash) : value.tokens;
  const found = identifierAt(tokens, conventions);
  if (found === null || found.reading.fit < 0.3) return null;
  const text = value.label.hasRevision ? found.reading.text.replace(/\s*\/$/, "") : found.reading.text;
  // A sentence or an address behind a number is no number of a paper.
  if (tokens.length - found.end > 6 || (value.relation === "below" && tokens.length - found.end > 3))
    return null;
  return { value: text, tokens: found.tokens };
}

/** The first date behind a label of some field. */
export function readDate(
  values: readonly FormValue[],
  fields: readonly FormField[],
  conventions: Conventions,
  document: ReadDocument,
): Choice<LocalDate> {
  for (const field of fields) {
    const ranked = readEach(
      values.filter((value) => value.label.field === field),
      (value) => {
        const [date] = findDateSpans(value.tokens, conventions);
        return date === undefined || date.start > 1 || date.reading.value === null
          ? null
          : { value: date.reading.value, tokens: date.tokens };
      },
      document,
    );
    const choice = choose(ranked);
    if (choice.best !== null || choice.isOpen) return choice;
  }
  return { best: null, isOpen: false };
}

/** From the first day to the day after the last one, by a period's label or by labels of both ends. */
export function readPeriod(
  values: readonly FormValue[],
  conventions: Conventions,
  document: ReadDocument,
): FormReading<Period> | null {
  const whole = choose(
    readEach(
      values.filter((value) => value.label.field === "period"),
      (value) => periodIn(value, conventions),
      document,
    ).map((one) => ({ ...one, value: `${one.value.start}|${one.value.end}` })),
  ).best;
  if (whole !== null) {
    const [start, end] = whole.value.split("|");
    return { value: { start: start as LocalDate, end: end as LocalDate }, evidence: whole.evidence };
  }
  const from = readDate(values, ["period-start"], conventions, document).best;
  const to = readDate(values, ["period-end"], conventions, document).best;
  if (from === null || to === null || from.value > to.value) return null;
  return {
    value: { start: from.value, end: addDays(to.value, 1) },
    evidence: [...from.evidence, ...to.evidence],
  };
}

function periodIn(
  value: FormValue,
  conventions: Conventions,
): { readonly value: Period; readonly tokens: readonly Token[] } | null {
  const [period] = findPeriodSpans(value.tokens, conventions);
  if (period !== undefined && period.start <= 2 && period.reading.value !== null)
    return { value: period.reading.value, tokens: period.tokens };
  const dates = findDateSpans(value.tokens, conventions);
  const [first, second] = dates;
  if (dates.length !== 2 || first === undefined || second === undefined || first.start > 1) return null;
  const [start, last] = [first.reading.value, second.reading.value];
  if (start === null || last === null || last < start) return null;
  return { value: { start, end: addDays(last, 1) }, tokens: value.tokens.slice(first.start, second.end) };
}

const noName = /^(?:n\/?a|tbd|tba|tbc|none|pending|unknown|various|same|see\b.*|yes|no|-+|x+)$/i;

/** Parties that the labels of a field name, best label first. */
export function readParties(
  values: readonly FormValue[],
  field: FormField,
  grid: FormGrid,
  pitch: (page: number) => { readonly pitch: number; readonly height: number },
  conventions: Conventions,
  document: ReadDocument,
): readonly Party[] {
  const found = readEach(
    values.filter((value) => value.label.field === field),
    (value) => {
      const all = nameTokens(value, grid, pitch(value.page));
      // A date behind a name stands in the next column.
      const date = findDateSpans(all, conventions).at(-1);
      const tokens = date !== undefined && date.start > 1 ? all.slice(0, date.start) : all;
      const name = cleanName(textOf(tokens));
      const isName =
        /\p{L}{2}/u.test(name) &&
        name.length <= 90 &&
        !noName.test(name) &&
        !/@|https?:|www\.|\p{L} \d+: | : /iu.test(name) &&
        !(/^\d/.test(name) && isStreet(name)) &&
        !(
          /\d{4,5}/.test(name) &&
          !hasLegalForm(name) &&
          isCityLine(name) &&
          countryOfCityLine(name) !== null
        ) &&
        findDateSpans(tokens, conventions).length === 0 &&
        tokens.length <= 12;
      // "Buyer: M. Shaw" is as often a person as a company.
      if (!isName || (value.label.weight < 0.8 && !hasLegalForm(name))) return null;
      return { value: name, tokens };
    },
    document,
  );
  return found
    .toSorted((one, other) => one.page - other.page || other.score - one.score)
    .filter((one, index, all) => all.findIndex((other) => other.value === one.value) === index)
    .map((one) => partyNamed(one.value, one.evidence, confidence));
}

/** A value behind a label is a party, whatever it names. */
const confidence = 0.85;

/** The words of a name; a line that ends in a comma or an ampersand goes on under itself. */
function nameTokens(
  value: FormValue,
  grid: FormGrid,
  { pitch, height }: { readonly pitch: number; readonly height: number },
): readonly Token[] {
  const last = value.tokens.at(-1)?.text ?? "";
  if (!/[,&]$/.test(last)) return value.tokens;
  const index = grid.rows.findIndex((row) => row.cells.includes(value.cell));
  const [first] = value.tokens;
  if (index < 0 || first === undefined) return value.tokens;
  const span = { ...value.cell, left: first.left };
  const below = cellBelow(span, grid.rows, index, pitch, height);
  const isNext =
    below !== null &&
    below.distance < 1.6 &&
    below.cell.tokens.length <= 4 &&
    !grid.isLabel(below.cell) &&
    !grid.labels.has(below.cell);
  return isNext ? [...value.tokens, ...below.cell.tokens] : value.tokens;
}

/** Without the code or the address that a form adds behind a name ("Acme Ltd (40213)", "Acme Ltd, 5 Mill Road"). */
const cleanName = (text: string): string =>
  text
    .replace(/\s*[([]#?\d{2,}[)\]]?$/, "")
    .replace(/,\s+\d+[a-z]?\s+\p{L}.*$/u, "")
    .replace(/[\s,;:|]+$/, "")
    .trim();
