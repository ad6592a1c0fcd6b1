import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Survey } from "./survey.ts";

/**
 * Cuts a file at pages that start another invoice: a new number together with a new "page 1" or a title.
 *
 * Returns the parts as documents of their own pages; one part for most files.
 */
export function splitSurveyed(survey: Survey): readonly ReadDocument[] {
  const { document } = survey;
  const pages = survey.layout.pages.map(({ number }) => pageSigns(survey, number));
  const starts = [0];
  let current = pages[0]?.invoice ?? null;
  pages.forEach((own, index) => {
    if (index === 0) return;
    let score = 0;
    if (own.page === 1) score += 3;
    if (own.page !== null && own.page > 1) score -= 4;
    if (own.invoice !== null && current !== null) score += own.invoice === current ? -4 : 3;
    if (own.invoice !== null && own.hasTitle) score += 1;
    const isNew = own.invoice !== null && own.invoice !== current;
    if (score >= 3 && isNew && current !== null) starts.push(index);
    if (own.invoice !== null && (current === null || starts.at(-1) === index)) current = own.invoice;
  });
  if (starts.length === 1) return [document];
  return starts.map((start, index) => ({
    ...document,
    pages: document.pages.slice(start, starts[index + 1] ?? document.pages.length),
  }));
}

interface PageSigns {
  readonly invoice: string | null;
  /** What "page x of y" says. */
  readonly page: number | null;
  readonly hasTitle: boolean;
}

const paging =
  /\b(?:page|seite|pagina|página|blatt|pag\.?)\s*:?\s*(\d{1,3})\s*(?:\/|of|von|de|sur|van|di|-)\s*\d{1,3}/i;
const title = /\b(?:invoice|rechnung|facture|factuur|factura|fattura|fatura|credit note|gutschrift|avoir)\b/i;

function pageSigns(survey: Survey, number: number): PageSigns {
  const announced = [
    ...(survey.head.numbers.get("invoice-number") ?? []),
    ...(survey.head.numbers.get("credit-note-number") ?? []),
  ].filter((one) => one.site?.label.segment.page === number);
  const best = announced.find((one) => one.score >= 0.6 && (one.site?.label.meanings[0]?.weight ?? 0) >= 1);
  const rows = survey.layout.pages.find((page) => page.number === number)?.rows ?? [];
  const printed = rows.map((row) => paging.exec(row.text)?.[1]).find((found) => found !== undefined);
  return {
    invoice: best?.reading ?? null,
    page: printed === undefined ? null : Number(printed),
    hasTitle: rows.some((row) => row.top < 0.35 && title.test(row.text)),
  };
}
