import type { Page, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { readHeadFields } from "./head-fields.ts";
import { indexLabels } from "./printed-labels.ts";
import { layOut } from "./layout.ts";
import { readSigns } from "./document-signs.ts";

/** Cuts a file at pages that start another invoice: a new number, or a new "page 1". One part for most files. */
export function splitDocument(document: ReadDocument, context: NormalizeContext): readonly ReadDocument[] {
  if (document.pages.length < 2) return [document];
  const numbers = document.pages.map((page) => pageNumberOf(document, page, context));
  const starts = [0];
  let current = numbers[0]?.invoice ?? null;
  for (let index = 1; index < document.pages.length; index += 1) {
    const own = numbers[index];
    if (own === undefined) continue;
    let score = 0;
    if (own.page === 1) score += 3;
    if (own.page !== null && own.page > 1) score -= 4;
    if (own.invoice !== null && current !== null) score += own.invoice === current ? -4 : 3;
    if (own.invoice !== null && own.hasTitle) score += 1;
    if (score >= 3 && own.invoice !== null && own.invoice !== current) starts.push(index);
    if (own.invoice !== null && starts.at(-1) === index) current = own.invoice;
    current ??= own.invoice;
  }
  if (starts.length === 1) return [document];
  return starts.map((start, index) => ({
    ...document,
    pages: document.pages.slice(start, starts[index + 1] ?? document.pages.length),
  }));
}

function pageNumberOf(
  document: ReadDocument,
  page: Page,
  context: NormalizeContext,
): { readonly invoice: string | null; readonly page: number | null; readonly hasTitle: boolean } {
  const layout = layOut({ ...document, pages: [page] });
  const labels = indexLabels(layout.rows);
  const { conventions } = readSigns(layout, labels, context.asOf);
  const head = readHeadFields(layout, labels, conventions, () => true);
  const [best] = [
    ...(head.numbers.get("invoice-number") ?? []),
    ...(head.numbers.get("credit-note-number") ?? []),
  ].filter((one) => one.score >= 0.6 && (one.site?.label.meanings[0]?.weight ?? 0) >= 1);
  const paging = layout.rows
    .map(
      (row) =>
        /\b(?:page|seite|pagina|página|blatt|pag\.?)\s*:?\s*(\d{1,3})\s*(?:\/|of|von|de|sur|van|di|-)\s*\d{1,3}/i.exec(
          row.text,
        )?.[1],
    )
    .find((found) => found !== undefined);
  const hasTitle = layout.rows.some(
    (row) =>
      row.top < 0.35 &&
      /\b(?:invoice|rechnung|facture|factuur|factura|fattura|fatura|credit note|gutschrift|avoir)\b/i.test(
        row.text,
      ),
  );
  return { invoice: best?.reading ?? null, page: paging === undefined ? null : Number(paging), hasTitle };
}
