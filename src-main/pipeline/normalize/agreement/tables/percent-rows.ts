import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { isSum } from "../structure/price-figures.ts";
import { cleanItem, whole } from "./price-columns.ts";
import type { Cell, TableRow, TableView } from "./table-view.ts";

const isMark = (cell: Cell | null): boolean =>
  /^(?:%|percent|prozent|pour ?cent|por ciento|per cento)(?: (?:of |de |du |des |di |del |van |vom |der )?\p{L}[\p{L} ]*)?$/u.test(
    cell?.folded ?? "",
  );

/** Percents of another nature than an addition to the price: taxes, reductions, part payments, shares that are held. */
export const otherShare =
  /\b(?:tax|vat|gst|hst|(?:mwst|ust|umsatzsteuer|mehrwertsteuer|mehrwertsteuersatz|steuersatz|umsatzsteuersatz)|tva|iva|btw|discount\w*|rabatt\w*|nachlass|skonto|remise|rabais|escompte|descuento\w*|scont[oi]|desconto\w*|korting\w*|deposit|anzahlung|acompte|anticipo|acconto|adiantamento|aanbetaling|retention|retainage|einbehalt|retenue|retencion|ritenuta|retencao|inhouding|interest|zinsen|interets?|interes\w*|juros|rente|indexation|indexering|increase|uplift|erhohung|margin|marge|utilization|auslastung)\b/;

/** "Fuel surcharge | % | 6.5": a row whose figure is a share, told by its unit or its own mark. */
export const isPercentRow = (row: TableRow): boolean => percentCells(row) !== null;

function percentCells(row: TableRow): { readonly value: string; readonly cells: readonly Cell[] } | null {
  const cells = row.cells.filter((cell): cell is Cell => cell !== null);
  if (cells.some(({ text, literals }) => isSum(text) || literals.some(({ type }) => type === "money")))
    return null;
  const mark = cells.find(isMark);
  const bare = cells.filter(({ text }) => /^\d{1,3}(?:[.,]\d{1,3})?$/.test(text));
  const [figure] = bare;
  if (mark !== undefined && figure !== undefined && bare.length === 1)
    return { value: figure.text.replace(",", "."), cells: [figure, mark] };
  const shares = cells
    .slice(1)
    .flatMap((cell) =>
      cell.literals.flatMap((literal) =>
        literal.type === "percent" && literal.end - literal.start >= cell.text.length - 2
          ? [{ cell, literal }]
          : [],
      ),
    );
  const [only] = shares;
  return only === undefined || shares.length > 1 ? null : { value: only.literal.value, cells: [only.cell] };
}

/** Shares of nothing and of all among the rows: how far the work is, not what is added to a price. */
export const isProgress = ({ rows }: TableView): boolean =>
  rows.some((row) => ["0", "100"].includes(percentCells(row)?.value ?? ""));

/**
 * Among prices, a share without another meaning is added to them; what it is added to stands in its note.
 *
 * For rows of a table whose shares are no progress.
 */
export function percentRow(row: TableRow, label: Cell, view: TableView): Candidate | null {
  const share = percentCells(row);
  const name = cleanItem(label.text);
  const all = row.cells.map((cell) => cell?.folded ?? "").join(" ");
  if (share === null || name === null || otherShare.test(all)) return null;
  const note = row.cells.find((cell) => cell !== null && cell !== label && !share.cells.includes(cell));
  return {
    type: "surcharge",
    key: `surcharge|${name.toLowerCase()}|`,
    value: {
      percent: decimalText(share.value),
      on: name,
      ...(note !== null && note !== undefined && { condition: note.text }),
    },
    from: null,
    to: null,
    confidence: 0.75,
    parts: [label, ...share.cells, ...(note === null || note === undefined ? [] : [note])].map(whole),
    order: view.placed.order - 1 + (row.index * 2 + 1) / 10_000,
    clause: view.placed.clause,
    outranks: null,
  };
}
