import { atCostWords } from "../lexicon/expense-words.ts";
import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import type { SourcedText } from "../../../../../src-shared/model/index.ts";
import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import type { PlacedTable } from "../structure/outline.ts";
import { rowUnit } from "../structure/unit.ts";
import type { Unit } from "../structure/unit.ts";
import { prepareText } from "../text/prepared-text.ts";
import { fromDaysOfRows, withoutFormer } from "./former-columns.ts";
import { ofWorth } from "./column-roles.ts";
import { readLimitColumns } from "./limit-columns.ts";
import { readMilestoneTable } from "./milestone-table.ts";
import { readPersonTable } from "./person-table.ts";
import { readPriceTable } from "./price-table.ts";
import { readScheduleOfValues } from "./schedule-of-values.ts";
import { stackedUnits } from "./stacked-labels.ts";
import { viewTable } from "./table-view.ts";
import type { Cell, TableView } from "./table-view.ts";
import { readTierTable } from "./tier-table.ts";

export interface TableReading {
  readonly candidates: readonly Candidate[];
  /** Rows that no typed table explains, as label and value for the frames. */
  readonly units: readonly Unit[];
}

/** Fee tables, rate cards, milestone and tier tables as terms; other rows as units. */
export function readTables(
  tables: readonly PlacedTable[],
  style: NumberStyle,
  facts: DocumentFacts,
): TableReading {
  const candidates: Candidate[] = [];
  const units: Unit[] = [];
  for (const placed of tables) {
    const whole = viewTable(placed, style);
    if (whole === null) continue;
    const view = withoutFormer(whole);
    if (placed.zone === "example" || placed.zone === "recitals" || placed.zone === "signature") continue;
    if (isServiceTable(view) || isInventory(view) || ofRisk.test(innermost(placed))) continue;
    const people = readPersonTable(view, facts);
    if (people !== null) candidates.push(people);
    const limits = readLimitColumns(view, style);
    candidates.push(...fromDaysOfRows(limits, view));
    const typed =
      readScheduleOfValues(view, style, facts) ??
      readTierTable(view, style, facts) ??
      readMilestoneTable(view, style);
    const priced = typed !== null && typed.length > 0 ? null : readPriceTable(view, style, facts);
    if (typed !== null && typed.length > 0) {
      candidates.push(...fromDaysOfRows(typed, view));
      units.push(
        ...rowUnits(
          view,
          view.rows.filter((row) => isLeftOver(row, typed)),
        ),
      );
      units.push(...taxUnits(view));
    } else if (priced !== null) {
      candidates.push(...fromDaysOfRows(priced.candidates, view));
      units.push(...rowUnits(view, priced.others));
      units.push(...taxUnits(view));
    } else if (limits.length === 0) units.push(...(stackedUnits(placed, style) ?? rowUnits(view, view.rows)));
    units.push(...rowUnits(view, view.leading));
  }
  return { candidates, units };
}

/** What stands right over a table: its caption and the heading over that; not the title of the paper. */
const innermost = ({ contexts }: PlacedTable): string =>
  contexts
    .slice(Math.max(contexts.length > 1 ? 1 : 0, contexts.length - 2))
    .map(({ folded }) => folded)
    .join(" ");

const ofService =
  /\b(?:service levels?|sla|response|uptime|credits?|severity|priority|reaktionszeit\w*|verfugbarkeit|disponibilite|disponibilidad|disponibilita|disponibilidade|beschikbaarheid|responstijd\w*)\b/;
const ofRisk =
  /\b(?:insurance|liability|limits of|haftung|versicherung\w*|deckungssumme\w*|assurances?|responsabilite|seguros?|responsabilidad|assicurazion\w*|massimal\w*|responsabilita|verzekering\w*|aansprakelijkheid|responsabilidade)\b/;
const ofPrice =
  /\b(?:fees?|rates?|pricing|prices?|charges?|preise?|satz|satze|entgelte?|gebuhr\w*|kosten|prix|tarifs?|montants?|precios?|tarifas?|importes?|prezz[oi]|tariff[ae]|precos?|valor(?:es)?|prijs|prijzen|tarie(?:f|ven)|amounts?)\b/;

/** Targets and credits, not prices; a sum per unit of work in most rows is a price whatever the paper is called. */
function isServiceTable(view: TableView): boolean {
  const heads = view.columns.map((column) => column.head?.folded ?? "").join(" ");
  const priced = view.rows.filter((row) =>
    row.cells.some((cell) => cell?.literals.some((one) => one.type === "money" && one.per.length > 0)),
  ).length;
  return (
    ofService.test(`${innermost(view.placed)} ${heads}`) &&
    !ofPrice.test(heads) &&
    priced < Math.max(1, view.rows.length / 2)
  );
}

/** What things are worth, should one be lost: a head says so over the only sums. */
const isInventory = ({ columns, rows }: TableView): boolean =>
  columns.some(({ head, role }) => role === "note" && ofWorth.test(head?.folded ?? "")) &&
  !columns.some(
    ({ role }, index) =>
      (role === "rate" || role === "amount") && rows.some(({ cells }) => (cells[index] ?? null) !== null),
  );

/** "IVA 21 % | 5.040,00" under a table of prices: the cell alone, since the sum is what the rate comes to. */
const taxUnits = ({ rows, placed }: TableView): readonly Unit[] =>
  rows.flatMap(({ cells, index }) =>
    cells
      .filter(
        (cell): cell is Cell =>
          cell !== null && taxCell.test(cell.folded) && cell.literals.every(({ type }) => type !== "money"),
      )
      .map(({ prepared }) => rowUnit(prepared, placed.order - 1 + (index * 2 + 1) / 10_000, placed)),
  );
const taxCell =
  /^(?:\+|plus|zzgl\.?|mas|piu)? ?(?:\d{1,2}(?:[.,]\d{1,3})? ?% )?(?:sales tax|vat|gst|hst|mwst\.?|ust\.?|umsatzsteuer|mehrwertsteuer|tva|iva|i\.v\.a\.|btw)(?: ?\(?\d{1,2}(?:[.,]\d{1,3})? ?%\)?)?$/;

/**
 * A row of a typed table that gave no term and says no sum: "Permits | cost + 10 %", "Lumper | at cost".
 *
 * A sum beside "at cost" is no price either: "At cost, capped at £900 per month".
 */
function isLeftOver({ cells }: TableView["rows"][number], typed: readonly Candidate[]): boolean {
  const own = cells.filter((cell): cell is Cell => cell !== null);
  return (
    own.length > 1 &&
    own.every(
      ({ folded, literals }) => literals.every(({ type }) => type !== "money") || atCostWords.test(folded),
    ) &&
    own.some(({ text }) => /\p{L}{3}/u.test(text)) &&
    !typed.some(({ parts }) => parts.some(({ prepared }) => own.some((cell) => cell.prepared === prepared)))
  );
}

/** A table's row as "label: value", so that the frames read it like a clause. */
function rowUnits(view: TableView, rows: TableView["rows"]): readonly Unit[] {
  const made: Unit[] = [];
  for (const row of rows) {
    const cells = row.cells.filter((cell): cell is Cell => cell !== null);
    const [first, ...rest] = cells;
    if (first === undefined) continue;
    const day = view.effective === undefined ? null : row.cells[view.effective];
    const head = view.columns[view.effective ?? -1]?.head ?? null;
    // "Monthly ceiling: €52,000.00 | Effective 1 September 2026": a day alone would not say what it is.
    const sourceOf = (cell: Cell): SourcedText =>
      cell === day && head !== null
        ? joinSourcedTexts([head.source, cell.prepared.source], " ")
        : cell.prepared.source;
    const pairs =
      !view.hasHead &&
      cells.length === 4 &&
      isLabel(first) &&
      cells[2] !== undefined &&
      isLabel(cells[2]) &&
      !upTo.test(cells[2].folded)
        ? [cells.slice(0, 2), cells.slice(2)]
        : [[first, ...rest]];
    for (const [at, pair] of pairs.entries()) {
      const [label, ...values] = pair;
      if (label === undefined) continue;
      const labelSource = label.prepared.source;
      const isClosed = /[:?]\s*$/.test(labelSource.text);
      const source =
        values.length === 0
          ? labelSource
          : joinSourcedTexts(
              [labelSource, joinSourcedTexts(values.map(sourceOf), " | ")],
              isClosed ? " " : ": ",
            );
      const prepared = prepareText(source);
      made.push(rowUnit(prepared, view.placed.order - 1 + (row.index * 2 + at + 1) / 10_000, view.placed));
    }
  }
  return made;
}

/** "from | 2026-01-01 | to | 2026-12-31" is one range. */
const upTo = /^(?:to|through|until|till|bis|au|jusqu'au|al?|hasta|ate|ao|tot(?: en met)?|t\/m|-|–)$/;

const isLabel = (cell: Cell): boolean =>
  cell.text.length < 40 && cell.literals.every((literal) => literal.type === "number");
