import type { Field } from "../../../../src-shared/model/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import { foldText } from "../values/index.ts";
import type { DateReading } from "../values/index.ts";
import { dateField } from "./fields.ts";
import type { Announced } from "./announced.ts";
import type { Row } from "./layout.ts";
import { termDaysOf } from "./payment-terms.ts";
import { findDateSpans } from "./spans.ts";
import type { Survey } from "./survey.ts";

const directDebit =
  /eingezogen|abgebucht|abbuchen|einziehen|sera preleve|prelevement|direct debit|debited|automatische incasso|afgeschreven|addebitat|sara addebitato|se cargara|adeudo|debito directo/;

/** The day on which a sentence says that the sum will be taken from the payer's account. */
export function debitDate(survey: Survey): Field<LocalDate> | null {
  const { layout, signs, itemRows } = survey;
  for (const row of layout.rows) {
    const next = layout.rows[row.index + 1];
    const rows = next === undefined || next.page !== row.page ? [row] : [row, next];
    if (
      itemRows.has(row.index) ||
      row.segments.length > 2 ||
      !directDebit.test(foldText(rows.map(({ text }) => text).join(" ")))
    )
      continue;
    const dates = findDateSpans(row.segments[0]?.tokens ?? [], signs.conventions);
    const [only] = dates;
    if (only !== undefined && dates.length === 1 && (row.segments[0]?.tokens.length ?? 0) > 5)
      return dateField(survey.document, only.reading, only.tokens, 0.82, signs.orderIsPrior);
  }
  return null;
}

/** Where a letter is written: "Dietlikon, 4. Mai 2026", "Nantes, le 17 avril 2026", "Berlin, den 3. März 2026". */
export function placedDate(survey: Survey): Field<LocalDate> | null {
  const { layout, signs, itemRows } = survey;
  for (const row of layout.pages[0]?.rows ?? []) {
    if (row.top > 0.6 || itemRows.has(row.index)) continue;
    for (const { tokens } of row.segments) {
      const [date] = findDateSpans(tokens, signs.conventions);
      if (date === undefined) continue;
      // "1. Mai 2026 · Agenturvertrag AV 12": a line of particulars opens with the day of the paper.
      if (date.start === 0 && row.top < 0.45 && /^[·•|∙]$/.test(tokens[date.end]?.text ?? ""))
        return dateField(survey.document, date.reading, date.tokens, 0.84, signs.orderIsPrior);
      if (date.start === 0) continue;
      // "Vannes, le 20/05/2026 – échéance à réception": what goes on behind a dash is something else.
      const isClosed =
        /^[-–—|·•]$/.test(tokens[date.end]?.text ?? "") || /[.;,]$/.test(date.tokens.at(-1)?.text ?? "");
      if (date.end < tokens.length && !isClosed) continue;
      const before = tokens
        .slice(0, date.start)
        .map(({ text }) => text)
        .join(" ");
      if (/^\p{Lu}[\p{L}.' -]{1,40},(?: (?:den|le|il|lì|li|a|em|the|el))?$/u.test(before))
        return dateField(survey.document, date.reading, date.tokens, 0.88, signs.orderIsPrior);
    }
  }
  return null;
}

const discountWords = /skonto|discount|escompte|sconto|korting|descuento|dto\.?|desconto|pronto pago/;
const fullWords =
  /ohne (?:jeden )?abzug|rein netto|netto|sans escompte|zonder korting|senza sconto|sin descuento|sem desconto|\bnet\b|in full/;

/** "Pas d'escompte", "kein Skonto": a discount that nobody grants parts no days. */
const noDiscount =
  /(?:pas d|sans|aucun|kein(?:en)?|ohne|no|without|geen|zonder|senza|nessuno|sin|sem)['’ ]{1,2}(?:skonto(?:abzug)?|discount|escompte|sconto|korting|descuento|desconto)/g;

/** "Payable by 16 April with 2 % discount, by 2 May in full": the later day is the due date. */
export function dueBesideDiscount(survey: Survey): Field<LocalDate> | null {
  const { layout, signs, itemRows } = survey;
  for (const row of layout.rows) {
    if (itemRows.has(row.index)) continue;
    const rows = [row, ...wrapped(row, survey)];
    const text = foldText(rows.map((one) => one.text).join(" "));
    if (!discountWords.test(foldText(row.text)) || !fullWords.test(text)) continue;
    const dates = rows
      .flatMap((one) => one.segments)
      .flatMap(({ tokens }) => findDateSpans(tokens, signs.conventions))
      .filter(({ reading }) => reading.value !== null);
    const latest = dates.toSorted((first, second) =>
      String(first.reading.value) < String(second.reading.value) ? 1 : -1,
    )[0];
    if (dates.length >= 2 && latest !== undefined)
      return dateField(survey.document, latest.reading, latest.tokens, 0.9, signs.orderIsPrior);
  }
  return null;
}

const paymentWords =
  /zahl|fallig|uberweis|payment|payable|\bpay\b|\bdue\b|regl|paiement|echeance|betal|voldoen|pago|pagar|vencim|pagament|scad|bonifico/;

/** A date in words about payment that lies as many days after the issue as the terms say: it is proven due. */
export function dueByTerms(survey: Survey, issue: Field<LocalDate> | null): Field<LocalDate> | null {
  const { layout, signs, itemRows } = survey;
  if (issue?.value === undefined || issue.value === null) return null;
  for (const row of layout.rows) {
    const text = foldText(row.text);
    if (itemRows.has(row.index) || !paymentWords.test(text)) continue;
    const days = termDaysOf(row.text);
    if (days === null) continue;
    const due = addDays(issue.value, days);
    const found = row.segments
      .flatMap(({ tokens }) => findDateSpans(tokens, signs.conventions))
      .find(({ reading }) => reading.value === due);
    if (found !== undefined)
      return dateField(survey.document, found.reading, found.tokens, 0.93, signs.orderIsPrior);
  }
  return null;
}

const untilWord =
  /^(?:bis|zum|spätestens|until|by|before|avant|jusqu'au|le|au|vóór|voor|uiterlijk|op|antes|hasta|el|del|entro|il|até|ao|dia|on)$/i;

/** "Bitte überweisen Sie den Betrag bis zum 21.10.2026": the one day by which a sentence asks for payment. */
export function dueInSentence(survey: Survey, issue: Field<LocalDate> | null): Field<LocalDate> | null {
  const { layout, signs, itemRows } = survey;
  for (const row of layout.rows) {
    if (itemRows.has(row.index) || row.segments.length > 2) continue;
    const rows = [row, ...wrapped(row, survey)];
    const text = foldText(rows.map((one) => one.text).join(" "));
    if (!paymentWords.test(foldText(row.text)) || discountWords.test(text.replace(noDiscount, ""))) continue;
    const tokens = rows.flatMap((one) => one.segments.flatMap((segment) => segment.tokens));
    const dates = findDateSpans(tokens, signs.conventions);
    const [only] = dates;
    if (only === undefined || dates.length > 1 || !untilWord.test(tokens[only.start - 1]?.text ?? ""))
      continue;
    const day = only.reading.value;
    if (day !== null && (issue?.value === undefined || issue.value === null || day >= issue.value))
      return dateField(survey.document, only.reading, only.tokens, 0.88, signs.orderIsPrior);
  }
  return null;
}

/** The rows that go on right under a row of running text. */
function wrapped(row: Row, { layout }: Survey): readonly Row[] {
  const next = layout.rows[row.index + 1];
  return next !== undefined && next.page === row.page && next.top - row.bottom < row.bottom - row.top
    ? [next]
    : [];
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** A single date of the upper part that no label claims: "Berlin, den 3. März 2026". */
export function lonelyDate(survey: Survey): Field<LocalDate> | null {
  const { layout, signs, itemRows } = survey;
  const claimed = new Set([...survey.head.dates.values()].flatMap((own) => own.flatMap((one) => one.tokens)));
  for (const one of survey.head.periods) for (const token of one.tokens) claimed.add(token);
  const found: (Announced<DateReading> & { readonly isAlone: boolean })[] = [];
  for (const row of layout.pages[0]?.rows ?? []) {
    if (row.top > 0.5 || itemRows.has(row.index)) continue;
    for (const segment of row.segments) {
      const dates = findDateSpans(segment.tokens, signs.conventions).filter(
        ({ tokens }) => !tokens.some((token) => claimed.has(token)),
      );
      if (dates.length === 1 && dates[0] !== undefined && segment.tokens.length <= 9)
        found.push({
          field: "issue-date",
          reading: dates[0].reading,
          tokens: dates[0].tokens,
          score: 0.4,
          site: null,
          isAlone: dates[0].tokens.length === segment.tokens.length,
        });
    }
  }
  // Somebody's birthday, or the day of an old contract, dates no paper that names later days.
  const latest =
    found
      .map(({ reading }) => reading.value ?? "")
      .toSorted()
      .at(-1) ?? "";
  const recent = found.filter(
    ({ reading }) => reading.value === null || latest === "" || yearOf(latest) - yearOf(reading.value) < 3,
  );
  // A date alone in its line dates the paper; one in a sentence is often that of something else.
  const alone = recent.filter(({ isAlone }) => isAlone);
  const likely = alone.length > 0 ? alone : recent;
  const values = new Set(likely.map((one) => one.reading.readings.join("|")));
  const [only] = likely;
  return values.size === 1 && only !== undefined
    ? dateField(survey.document, only.reading, only.tokens, 0.86, signs.orderIsPrior)
    : null;
}
