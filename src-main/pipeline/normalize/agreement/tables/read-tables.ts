import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { Cadence } from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import { addYears, localDate } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import { yearOfTerm } from "../engine/scope-dates.ts";
import { cadenceOfUnit, perWords, unitOfWord } from "../lexicon/unit-words.ts";
import { isRole } from "../lexicon/roles.ts";
import type { NumberStyle, PerUnit } from "../literals/literal.ts";
import { findPerUnits, unitOfPhrase } from "../literals/per-unit.ts";
import type { PlacedTable } from "../structure/outline.ts";
import type { TextPart, Unit } from "../structure/unit.ts";
import { prepareText } from "../text/prepared-text.ts";
import { contextText, priceOf, totalRow } from "./cell-price.ts";
import { readMilestoneTable } from "./milestone-table.ts";
import { viewTable } from "./table-view.ts";
import type { Cell, Column, TableRow, TableView } from "./table-view.ts";
import { readScheduleOfValues } from "./schedule-of-values.ts";
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
    const view = viewTable(placed, style);
    if (view === null) continue;
    if (placed.zone === "example" || placed.zone === "recitals" || placed.zone === "signature") continue;
    const isService =
      /\b(?:service levels?|sla|response|uptime|credits?|severity|priority)\b/.test(
        `${contextText(placed)} ${view.columns.map((column) => column.head?.folded ?? "").join(" ")}`,
      ) &&
      !/\b(?:fees?|rates?|pricing|price)\b/.test(
        view.columns.map((column) => column.head?.folded ?? "").join(" "),
      );
    if (isService || /\b(?:insurance|liability|limits of)\b/.test(contextText(placed))) continue;
    const typed =
      readScheduleOfValues(view, style) ??
      readTierTable(view, style, facts) ??
      readMilestoneTable(view, style) ??
      readPriceTable(view, style, facts);
    if (typed !== null && typed.length > 0) candidates.push(...typed);
    else units.push(...rowUnits(view));
  }
  return { candidates, units };
}

/** A table's row as "label: value", so that the frames read it like a clause. */
function rowUnits(view: TableView): readonly Unit[] {
  const made: Unit[] = [];
  for (const row of view.rows) {
    const cells = row.cells.filter((cell): cell is Cell => cell !== null);
    const [first, ...rest] = cells;
    if (first === undefined) continue;
    const pairs =
      !view.hasHead && cells.length === 4 && isLabel(first) && cells[2] !== undefined && isLabel(cells[2])
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
              [
                labelSource,
                joinSourcedTexts(
                  values.map((cell) => cell.prepared.source),
                  " | ",
                ),
              ],
              isClosed ? " " : ": ",
            );
      const prepared = prepareText(source);
      made.push({
        order: view.placed.order - 1 + (row.index * 2 + at + 1) / 10_000,
        shape: "row",
        prepared,
        start: 0,
        end: prepared.text.length,
        text: prepared.text,
        folded: prepared.folded,
        contexts: view.placed.contexts,
        clause: view.placed.clause,
        zone: view.placed.zone,
        previous: null,
        isStruck: false,
      });
    }
  }
  return made;
}

const isLabel = (cell: Cell): boolean =>
  cell.text.length < 40 && cell.literals.every((literal) => literal.type === "number");

const headText = (column: Column): string => column.head?.folded ?? "";

/** Unit and base that a text names: a "per" phrase, or a unit noun alone in a unit column. */
function unitIn(folded: string, style: NumberStyle, isUnitColumn: boolean): PerUnit | null {
  const [per] = findPerUnits(folded, folded, style).filter((found) => !found.isArticle);
  if (per !== undefined) return per;
  const word = folded.replace(/[^\p{L}\d²³/ .-]/gu, "").trim();
  const phrase = isUnitColumn ? unitOfPhrase(word) : null;
  if (phrase !== null)
    return {
      unit: phrase,
      base: decimalText("1"),
      cadence: cadenceOfUnit[phrase] ?? null,
      isArticle: false,
      span: { start: 0, end: 0 },
    };
  const unit = isUnitColumn
    ? (unitOfWord(word) ?? unitOfWord(word.split(" ").at(-1) ?? "") ?? perWords[word] ?? null)
    : /\bhourly\b/.test(folded)
      ? "hour"
      : null;
  return unit === null
    ? null
    : {
        unit,
        base: decimalText("1"),
        cadence: cadenceOfUnit[unit] ?? null,
        isArticle: false,
        span: { start: 0, end: 0 },
      };
}

/** Years over a price column are the days that it holds. */
function datesOfHead(
  folded: string,
  facts: DocumentFacts,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(folded)?.[1];
  if (year !== undefined)
    return { from: localDate(`${year}-01-01`), to: addYears(localDate(`${year}-01-01`), 1) };
  const relative = yearOfTerm(folded, facts);
  return relative !== null && relative.from !== null && relative.to !== null
    ? { from: relative.from, to: relative.to }
    : null;
}

function cadenceIn(folded: string): Cadence | null {
  if (/\b(?:one[- ]?time|once|nrc|non-?recurring|set-?up|einmalig\w*|unique|fixed|flat|lump)\b/.test(folded))
    return "once";
  if (/\b(?:monthly|per month|\/ ?mo(?:nth)?|mrc|monatlich\w*|mensuel\w*|pro monat|par mois)\b/.test(folded))
    return "month";
  if (/\b(?:quarterly|per quarter|vierteljahrlich\w*|quartal\w*|trimestriel\w*)\b/.test(folded))
    return "quarter";
  if (
    /\b(?:annual(?:ly)?|yearly|per (?:year|annum)|\/ ?y(?:ea)?r|jahrlich\w*|annuel\w*|pro jahr|par an)\b/.test(
      folded,
    )
  )
    return "year";
  if (/\b(?:weekly|per week|wochentlich\w*|hebdomadaire)\b/.test(folded)) return "week";
  return null;
}

function readPriceTable(
  view: TableView,
  style: NumberStyle,
  facts: DocumentFacts,
): readonly Candidate[] | null {
  const columns = view.columns.map((column, index) => ({ ...column, index }));
  const priced = (column: { index: number; role: string; head: Column["head"] }): number =>
    view.rows.filter(
      (row) =>
        priceOf(
          row.cells[column.index] ?? null,
          view.columns[column.index] ?? { head: null, role: "unknown" },
          style,
        ) !== null,
    ).length;
  let prices = columns.filter(
    (column) =>
      ["rate", "amount", "unknown", "unit", "band", "date", "frequency"].includes(column.role) &&
      priced(column) >= Math.max(1, view.rows.length * 0.4),
  );
  if (prices.length === 0) {
    if (view.hasHead) return null;
    prices = columns.filter(
      (column) =>
        view.rows.length > 1 &&
        priced({ ...column }) >= view.rows.length * 0.7 &&
        view.rows.every((row) =>
          (row.cells[column.index]?.literals ?? []).every((literal) => literal.type !== "date"),
        ),
    );
    if (prices.length === 0) return null;
  }
  const labels = columns.filter(
    (column) =>
      !prices.includes(column) &&
      view.rows.some((row) => row.cells[column.index] !== null && row.cells[column.index] !== undefined),
  );
  const label =
    labels.find((column) => column.role === "item" || column.role === "milestone") ??
    labels.find((column) => column.role === "role") ??
    labels.find(
      (column) =>
        column.role !== "number" &&
        column.role !== "quantity" &&
        column.role !== "unit" &&
        column.role !== "percent",
    ) ??
    null;
  const role = labels.find((column) => column.role === "role") ?? null;
  if (label === null) return null;
  const list = columns.find((column) => column.role === "list");
  const quantity = columns.find((column) => column.role === "quantity" && column !== label) ?? null;
  const unitColumn = columns.find((column) => column.role === "unit") ?? null;
  const frequency = columns.find((column) => column.role === "frequency" && column !== label) ?? null;
  const minimum = columns.find((column) => column.role === "minimum") ?? null;
  const rates = prices.filter((column) => column.role === "rate" && column !== list);
  // An extended amount beside quantity and unit price is derived: it proves the price and bills nothing by itself.
  const used =
    rates.length > 0 && quantity !== null
      ? rates
      : prices.filter(
          (column) =>
            column !== list &&
            !(
              rates.length > 0 &&
              column.role === "amount" &&
              /\b(?:total|extended|gesamt|amount|subtotal|extension)\b/.test(headText(column))
            ),
        );
  const context = contextText(view.placed);
  const candidates: Candidate[] = [];
  for (const row of view.rows) {
    const labelCell = row.cells[label.index] ?? null;
    if (labelCell === null || totalRow.test(labelCell.folded) || isStruck(labelCell)) continue;
    for (const column of used) {
      const candidate = priceCandidate(row, column, {
        view,
        style,
        facts,
        context,
        label: labelCell,
        role: role === null ? null : (row.cells[role.index] ?? null),
        unit: unitColumn === null ? null : (row.cells[unitColumn.index] ?? null),
        frequency: frequency === null ? null : (row.cells[frequency.index] ?? null),
        quantity: quantity === null ? null : (row.cells[quantity.index] ?? null),
        minimum: minimum === null ? null : (row.cells[minimum.index] ?? null),
        hasQuantity: quantity !== null,
        isOnly: used.length === 1,
      });
      if (candidate !== null) candidates.push(candidate);
    }
    const least = minimum === null ? null : minimumCharge(row, minimum, labelCell, view, style);
    if (least !== null) candidates.push(least);
  }
  return candidates;
}

/** A least charge per row: "Minimum charge $1,050.00". */
function minimumCharge(
  row: TableRow,
  column: Column & { readonly index: number },
  label: Cell,
  view: TableView,
  style: NumberStyle,
): Candidate | null {
  const cell = row.cells[column.index] ?? null;
  const price = priceOf(cell, { ...column, role: "unknown" }, style);
  if (cell === null || price === null || price.money === null) return null;
  const item = label.text.replace(/[.: ]+$/, "");
  return {
    type: "minimum",
    key: `minimum|${item.toLowerCase()}`,
    value: { amount: price.value, per: null, scope: item },
    from: null,
    to: null,
    confidence: 0.85,
    parts: [
      whole(label),
      whole(cell),
      ...(column.head === null ? [] : [{ prepared: column.head, start: 0, end: column.head.text.length }]),
    ],
    order: view.placed.order - 1 + (row.index * 2 + 2) / 10_000,
    clause: view.placed.clause,
    outranks: null,
  };
}

const isStruck = (cell: Cell): boolean => /^~~.*~~$/.test(cell.text);

interface RowFacts {
  readonly view: TableView;
  readonly style: NumberStyle;
  readonly facts: DocumentFacts;
  readonly context: string;
  readonly label: Cell;
  readonly role: Cell | null;
  readonly unit: Cell | null;
  readonly frequency: Cell | null;
  readonly quantity: Cell | null;
  readonly minimum: Cell | null;
  readonly hasQuantity: boolean;
  readonly isOnly: boolean;
}

function priceCandidate(
  row: TableRow,
  column: Column & { readonly index: number },
  table: RowFacts,
): Candidate | null {
  const cell = row.cells[column.index] ?? null;
  const price = priceOf(cell, column, table.style);
  if (cell === null || price === null) return null;
  const head = headText(column);
  const labelYear = yearOfTerm(table.label.folded, table.facts);
  const item = isYearLabel.test(table.label.folded) ? captionOf(table) : cleanItem(table.label.text);
  if (item === null) return null;
  const own = price.money?.per[0] ?? null;
  const unit =
    own ??
    (table.unit === null ? null : unitIn(table.unit.folded, table.style, true)) ??
    unitIn(cell.folded.replace(/^[^a-z/]*/, ""), table.style, false) ??
    unitIn(head, table.style, false) ??
    fromContext(table);
  const cadence =
    cadenceIn(table.frequency?.folded ?? "") ??
    cadenceIn(head) ??
    unit?.cadence ??
    (table.unit === null ? null : cadenceIn(table.unit.folded)) ??
    cadenceIn(table.label.folded) ??
    (isYearLabel.test(table.label.folded) ? "year" : null);
  const dates = datesOfHead(head, table.facts) ?? labelYear;
  const isRange = cell.literals.some((literal) => literal.rangeWith !== null);
  if (isRange) return null;
  const scope =
    table.isOnly || dates !== null || head === "" || own !== null || isPlainPriceHead(head)
      ? null
      : (column.head?.text ?? null);
  const conditions = [row.group?.text, scope].filter(
    (text): text is string =>
      text !== null &&
      text !== undefined &&
      cadenceIn(text.toLowerCase()) === null &&
      findPerUnits(text.toLowerCase(), text.toLowerCase(), table.style).length === 0,
  );
  const parts: TextPart[] = [whole(table.label), whole(cell)];
  if (table.role !== null && table.role !== table.label) parts.push(whole(table.role));
  if (table.unit !== null) parts.push(whole(table.unit));
  if (column.head !== null) parts.push({ prepared: column.head, start: 0, end: column.head.text.length });
  if (row.group !== null) parts.push(whole(row.group));
  const role = table.role?.text ?? (isRole(item) ? item : null);
  const isRate =
    column.role === "rate" ||
    (unit !== null && unit.cadence === null) ||
    (table.hasQuantity && column.role !== "amount");
  const suffix = conditions.length > 0 ? `|${conditions.join("|").toLowerCase()}` : "";
  const order = table.view.placed.order - 1 + (row.index * 2 + 1) / 10_000 + column.index / 1_000_000;
  const base = {
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    parts,
    order,
    clause: table.view.placed.clause,
    outranks: null,
    confidence:
      0.8 +
      (unit !== null ? 0.07 : 0) +
      (column.head === null ? -0.1 : 0.03) +
      (table.view.placed.zone === "pricing" ? 0.03 : 0),
    ...(conditions.length > 0 && { conditions }),
    ...(price.money?.currency !== null && price.money !== null && { currency: price.money.currency }),
    ...(/\b(?:estimate[ds]?|budget)\b/.test(`${head} ${table.context}`) && table.facts.kind === "estimate"
      ? {}
      : {}),
  };
  const isPeriodic =
    unit !== null &&
    unit.cadence !== null &&
    !table.hasQuantity &&
    !(column.role === "rate" && table.facts.isRental);
  if (isRate && !isPeriodic && (unit !== null || table.hasQuantity)) {
    const minimum = table.minimum?.literals.find(
      (literal) => literal.type === "quantity" || literal.type === "number",
    );
    return {
      type: "rate",
      key: `${item.toLowerCase()}|${unit?.unit ?? "each"}|${suffix}`,
      ...base,
      value: {
        item,
        ...(role !== null && { role }),
        unit: unit?.unit ?? "each",
        price: price.value,
        ...(unit !== null && unit.base !== "1" && { priceBase: unit.base }),
        ...(minimum !== undefined && { minimumQuantity: minimum.value }),
        ...(table.hasQuantity &&
          cadence !== null &&
          cadence !== "once" &&
          unit?.cadence === null && { per: cadence }),
      },
    };
  }
  if (isRate && unit === null && cadence === null) {
    // A rate without a unit: the price is known, what it is for is a question.
    return {
      type: "rate",
      key: `${item.toLowerCase()}|unit${suffix}`,
      ...base,
      confidence: 0.58,
      questions: ["unit-unsaid"],
      value: { item, ...(role !== null && { role }), unit: "each", price: price.value },
    };
  }
  return {
    type: "fixed-fee",
    key: `${item.toLowerCase()}|${cadence ?? "once"}${suffix}`,
    ...base,
    confidence: base.confidence - (cadence === null ? 0.1 : 0),
    ...(cadence === null &&
      table.facts.kind === "agreement" &&
      !oneOff.test(`${head} ${table.context} ${item.toLowerCase()}`) && { questions: ["fee-period-unsaid"] }),
    value: { item, amount: price.value, per: cadence ?? "once", timing: null },
  };
}

const isYearLabel =
  /^(?:(?:contract |lease |option |base )?year \d|(?:first|second|third|fourth|fifth)(?: contract| lease| option)? year|vertragsjahr \d|\d\. (?:vertrags)?jahr|annee \d)/;

/** What a table prices where its rows only count the years. */
function captionOf({ view }: RowFacts): string {
  const caption = view.placed.contexts.findLast((context) => context.text.length < 60);
  return caption?.text.replace(/[:.]$/, "").trim() ?? "services";
}

const oneOff =
  /\b(?:one[- ]?time|once|project|fixed|lump|deliverables?|phases?|tasks?|stages?|total|milestones?|contract (?:sum|price)|price|set-?up|installation|estimate|quotation|order|einmalig\w*|pauschal\w*|festpreis|forfait\w*|kosten|investment)\b/;

const isPlainPriceHead = (head: string): boolean =>
  /^(?:(?:unit |net |your |total |bill(?:ing)? |hourly |daily |day |monthly |annual |fixed |contract |agreed |charge |standard )?(?:rates?|prices?|fees?|amount|cost|charge|betrag|preis|einzelpreis|stundensatz|tagessatz|tarif|taux horaire|prix unitaire(?: ht)?|prix|montant(?: ht)?|mrc|nrc|value|total))?(?: ?\(?(?:usd|eur|gbp|\$|€|£|net|excl\.? (?:vat|tax)|ht)\)?)?(?: ?(?:\/|per) ?[a-z]+)?$/.test(
    head.trim(),
  );

const whole = (cell: Cell): TextPart => ({
  prepared: cell.prepared,
  start: 0,
  end: cell.prepared.text.length,
});

function cleanItem(text: string): string | null {
  const item = text
    .replace(/[.: ]+$/, "")
    .replace(/\.{3,}.*$/, "")
    .replace(/^[•*\-\d.)\s]+(?=\p{L})/u, "")
    .trim();
  return item.length < 2 || item.length > 140 || !/\p{L}{2}/u.test(item) ? null : item;
}

/** Units that the caption or lead-in gives: "Hourly rates", "The following rates per day apply". */
function fromContext({ view, style }: RowFacts): PerUnit | null {
  for (const context of [...view.placed.contexts].reverse()) {
    const found = findPerUnits(context.text, context.folded, style).filter((per) => !per.isArticle);
    if (found.length === 1 && found[0] !== undefined) return found[0];
    // "Bill rates for hours approved by Client": rates of work in hours.
    if (/\b(?:rates?|satze)\b/.test(context.folded) && /\b(?:hours?|stunden)\b/.test(context.folded)) {
      return {
        unit: "hour",
        base: decimalText("1"),
        cadence: null,
        isArticle: false,
        span: { start: 0, end: 0 },
      };
    }
  }
  return null;
}
