import { add, decimalText, decimalToText, isEqual, sum } from "../../../../../src-shared/money/index.ts";
import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import { parseLiterals } from "../literals/compose.ts";
import type { NumberStyle } from "../literals/literal.ts";
import type { TextPart } from "../structure/unit.ts";
import { contextText, priceOf, totalRow } from "./cell-price.ts";
import { accountOfContract } from "./row-kind.ts";
import type { TableRow, TableView } from "./table-view.ts";

/** Words of work that is billed by what is done of it, or of what is held back from such bills, in seven languages. */
export const progressWords =
  /(?<![\p{L}])(?:value of (?:the )?work (?:completed?|done|executed|carried out)|appl(?:y|ies) (?:\p{L}+ )?for payment|(?:for|of) (?:the )?work (?:actually )?(?:done|carried out|completed|executed) (?:in|during|since|to) |interim (?:payments?|valuations?|applications?|certificates?)|monthly valuations?|billed (?:monthly )?by progress|abschlagsrechnung\p{L}*|(?:percent(?:age)?|%) (?:of )?complet\p{L}*|work completed to date|applications? for payment|(?:payment )?applications (?:are|shall be|will be) (?:made|submitted)|stand der (?:arbeiten|leistung\p{L}*)|leistungsstand|baufortschritt|nach fortschritt|situations? (?:de travaux|mensuelles?)|avancement (?:des travaux|du chantier)|a l'avancement|certificaci\p{L}* (?:de obra|mensual\p{L}*)|avance de (?:la )?obra|stato (?:di )?avanzamento|avanzamento (?:dei )?lavori|autos? de medicao|medic\p{L}* mensa(?:l|is)|percentagem executada|work in place|progress (?:claims?|payments?)|of each (?:progress )?(?:claim|application)|voortgang van het werk|stand van het werk|naar voortgang|retainage|holdback|retention (?:of )?(?=\d)|(?<=% )retention(?! (?:(?:will|shall|is|can) (?:not|never)|cannot))|(?:sicherheits)?einbehalt|retenue de garantie|retencion de garantia|ritenut[ae] (?:di|a|in) garanzia|retencao de garantia)(?![\p{L}])/u;

/** "Item | Scheduled value": what each part of the work is worth, for progress billing. One term for the table. */
export function readScheduleOfValues(
  view: TableView,
  style: NumberStyle,
  { billsProgress }: DocumentFacts,
): readonly Candidate[] | null {
  const heads = view.columns.map((column) => column.head?.folded ?? "");
  const isNamed =
    /\bschedule of values\b|\bleistungsverzeichnis mit werten\b/.test(contextText(view.placed)) ||
    heads.some((head) => /\bscheduled? value\b/.test(head));
  if (!isNamed && !(billsProgress && (addsUp(view, style) || isOfValues(view, heads)))) return null;
  if (view.rows.some(({ cells }) => cells.some((cell) => accountOfContract.test(cell?.folded ?? ""))))
    return null;
  const named = heads.findIndex((head) => /\bscheduled? value|amount|value|sum|price\b/.test(head));
  const valueAt = named >= 0 ? named : view.columns.length - 1;
  const itemAt = view.columns.findIndex(
    (column, index) =>
      index !== valueAt &&
      column.role !== "number" &&
      view.rows.filter((row) => /\p{L}{2}/u.test(row.cells[index]?.text ?? "")).length > view.rows.length / 2,
  );
  if (itemAt < 0) return null;
  const total = totalOf(view, style);
  const lines: { item: string; amount: NonNullable<ReturnType<typeof priceOf>>["value"] }[] = [];
  const parts: TextPart[] = [];
  for (const row of view.rows) {
    const item = row.cells[itemAt] ?? null;
    const cell = row.cells[valueAt] ?? null;
    const price = priceOf(cell, { head: null, role: "amount" }, style);
    if (item === null || cell === null || price === null || totalRow.test(item.folded) || row === total)
      continue;
    lines.push({ item: item.text, amount: price.value });
    parts.push(
      { prepared: item.prepared, start: 0, end: item.text.length },
      { prepared: cell.prepared, start: 0, end: cell.text.length },
    );
  }
  if (lines.length < 2) return null;
  return [
    {
      type: "schedule-of-values",
      key: "schedule-of-values",
      value: { lines },
      from: null,
      to: null,
      confidence: 0.88,
      parts,
      order: view.placed.order - 1,
      clause: view.placed.clause,
      outranks: null,
    },
  ];
}

/** "Item | Value": parts of the work beside what they are worth, and nothing that is counted. */
const isOfValues = ({ columns }: TableView, heads: readonly string[]): boolean =>
  !columns.some(({ role }) => role === "quantity" || role === "rate" || role === "unit") &&
  heads.some((head) => ofValue.test(head)) &&
  !heads.some((head) =>
    /\b(?:milestones?|stages?|meilenstein|jalon|hito|mijlpaal|marco|due|when)\b/.test(head),
  );
const ofValue =
  /^(?:(?:contract|agreed|net|total) )?(?:value|worth|wert|auftragswert|teilsumme|valeur|valor|valore|waarde)(?: \(?(?:net|gbp|usd|eur|chf|cad|aud|€|£|\$).*)?$/;

const sumOfRow = (row: TableRow, width: number, style: NumberStyle) =>
  priceOf(row.cells[width - 1] ?? null, { head: null, role: "amount" }, style)?.value ?? null;

/** The last row, where its sum is that of all rows above: "Sub-contract sum". */
function totalOf(view: TableView, style: NumberStyle): TableRow | null {
  const sums = view.rows.map((row) => sumOfRow(row, view.columns.length, style));
  const last = sums.at(-1) ?? null;
  const parts = sums.slice(0, -1);
  if (last === null || parts.length < 2) return null;
  let total = decimalText("0");
  for (const part of parts) {
    if (part === null) return null;
    total = decimalToText(add(total, part));
  }
  return isEqual(total, last) ? (view.rows.at(-1) ?? null) : null;
}

/** Whether the table shares out one sum: parts of the work and what they come to. */
const addsUp = (view: TableView, style: NumberStyle): boolean =>
  !view.columns.some(({ role }) => role === "quantity" || role === "rate" || role === "unit") &&
  (totalOf(view, style) !== null || isSharedOut(view, style));

/** "The subcontract sum is $184,600 and is made up as follows": rows that come to the sum over them. */
function isSharedOut(view: TableView, style: NumberStyle): boolean {
  const sums = view.rows.map((row) => sumOfRow(row, view.columns.length, style));
  const above = view.placed.contexts.at(-1);
  if (above === undefined || sums.length < 2 || sums.includes(null)) return false;
  const total = sum(sums.filter((each) => each !== null));
  return parseLiterals(above.text, above.folded, style).some(
    (literal) => literal.type === "money" && isEqual(literal.value, total),
  );
}
