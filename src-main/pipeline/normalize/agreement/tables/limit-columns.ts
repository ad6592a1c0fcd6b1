import type { CapScope } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { priceOf, totalRow } from "./cell-price.ts";
import { ofLimit } from "./column-roles.ts";
import { cadenceIn } from "./column-words.ts";
import { whole } from "./price-columns.ts";
import type { Cell, TableView } from "./table-view.ts";

const ofPhase =
  /(?<![\p{L}])(?:phases?|stages?|tasks?|work packages?|lots?|leistungsphasen?|abschnitte?|arbeitspakete?|etapes?|fases?|tareas?|etapas?|fasi|tarefas?)(?![\p{L}])/u;

/** Rows of a table that give each thing its limit: "Concept design | $18,000.00" under "Phase | Not to exceed". */
export function readLimitColumns(view: TableView, style: NumberStyle): readonly Candidate[] {
  const at = view.columns.findIndex(({ head }) => head !== null && ofLimit.test(head.folded.trim()));
  const column = view.columns[at];
  if (column === undefined || column.head === null) return [];
  const { head } = column;
  return view.rows.flatMap((row): readonly Candidate[] => {
    const label = row.cells.find((cell): cell is Cell => cell !== null && /\p{L}{3}/u.test(cell.text));
    const cell = row.cells[at] ?? null;
    const price = priceOf(cell, { ...column, role: "amount" }, style);
    // "Cap. | Descripción": what stands before the thing numbers it.
    const isBehind = label !== undefined && row.cells.indexOf(label) < at;
    if (label === undefined || cell === null || price === null || !isBehind) return [];
    const isTotal = totalRow.test(label.folded);
    const labelHead = view.columns[row.cells.indexOf(label)]?.head?.folded ?? "";
    const period = cadenceIn(head.folded);
    const scope: CapScope = isTotal
      ? "agreement"
      : period === "month" || period === "year"
        ? period
        : ofPhase.test(`${labelHead} ${label.folded}`)
          ? "phase"
          : "item";
    const item = label.text.replace(/[.: ]+$/, "");
    return [
      {
        type: "cap",
        key: `${scope}|${isTotal ? "" : item.toLowerCase()}|money`,
        value: { amount: price.value, scope, ...(!isTotal && { item }) },
        from: null,
        to: null,
        confidence: 0.85,
        parts: [whole(label), whole(cell), { prepared: head, start: 0, end: head.text.length }],
        order: view.placed.order - 1 + (row.index * 2 + 2) / 10_000,
        clause: view.placed.clause,
        outranks: null,
      },
    ];
  });
}
