import { decimalText, isEqual } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Tier } from "../../../../../src-shared/model/index.ts";
import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import { bandColumns, isAscending, withEnds } from "./band-columns.ts";
import { parseBand } from "./bands.ts";
import type { Band } from "./bands.ts";
import type { BandColumns } from "./band-columns.ts";
import { contextText, priceOf, totalRow } from "./cell-price.ts";
import { cadenceIn } from "./column-words.ts";
import { cleanItem, headText, isPlainPriceHead, whole } from "./price-columns.ts";
import { baseIn, tiersOfOne } from "./per-unit-price.ts";
import { tierMethodOf } from "./tier-method.ts";
import type { Cell, TableRow, TableView } from "./table-view.ts";

/** A band with its price and the cells that say both. */
interface PricedStep extends Band {
  readonly price: DecimalText;
  readonly cells: readonly Cell[];
}

const free =
  /^(?:free|included|incl\.?|no charge|n\/c|frei|inklusive|gratis|inclus|incluido|incluso|inbegrepen)$/;

/** A table whose rows or whose columns are bands of quantity: tiers of prices, or discounts from a quantity on. */
export function readTierTable(
  view: TableView,
  style: NumberStyle,
  facts: DocumentFacts,
): readonly Candidate[] | null {
  const across = bandsAcross(view, style, facts);
  if (across !== null || view.rows.length < 2) return across;
  const bands = bandColumns(view, style);
  if (bands === null) return null;
  const share = (test: (cell: Cell | null, index: number) => boolean, index: number): boolean =>
    view.rows.filter((row) => test(row.cells[index] ?? null, index)).length >= view.rows.length * 0.7;
  const isPriced = (cell: Cell | null): boolean => stepPrice(cell, style) !== null;
  const prices = view.columns.flatMap((_, index) =>
    index > bands.at && share(isPriced, index) ? [index] : [],
  );
  const discountAt = view.columns.findIndex(
    (_, index) =>
      index > bands.at &&
      share((cell) => cell?.literals.some(({ type }) => type === "percent") === true, index),
  );
  const [first] = prices;
  if (first === undefined) return discountAt < 0 ? null : volumeDiscounts(view, bands.bandOf, discountAt);
  const named = prices.every(
    (index) => !isPlainPriceHead(headText(view.columns[index] ?? { head: null, role: "rate" })),
  );
  const used = prices.length > 1 && named ? prices : [first];
  if (measuresOther(view, bands, used, style)) return null;
  const made = groupsOf(view, bands.at).flatMap(({ label, rows }) =>
    used.flatMap((index) => {
      const steps = rows.flatMap((row): readonly PricedStep[] => {
        const step = bands.bandOf(row);
        const cell = row.cells[index] ?? null;
        const price = stepPrice(cell, style);
        return step === null || cell === null || price === null
          ? []
          : [{ ...step.band, price, cells: [...step.cells, cell] }];
      });
      const head = [...view.columns.slice(0, bands.at + 1), view.columns[index]]
        .map((column) => column?.head?.folded ?? "")
        .join(" ");
      const own = used.length > 1 ? (view.columns[index]?.head?.text ?? null) : null;
      const item = [label?.text ?? null, own].filter((text) => text !== null).join(", ");
      return tiersOf(steps, item === "" ? null : item, view.columns[index]?.head?.text ?? null, {
        view,
        style,
        facts,
        head,
        label,
        order: (rows[0]?.index ?? 0) / 10_000,
      });
    }),
  );
  return made.length > 0 ? made : null;
}

const measures: ReadonlySet<string> = new Set([
  "kilometre",
  "mile",
  "metre",
  "foot",
  "kilogram",
  "gram",
  "pound",
  "tonne",
  "ton",
  "square-metre",
  "square-foot",
  "litre",
]);

/** "Up to 100 km | EUR per pallet", "to 5 kg | 6.90": bands that say which price holds, and are not what it multiplies. */
function measuresOther(
  view: TableView,
  { at, bandOf }: BandColumns,
  prices: readonly number[],
  style: NumberStyle,
): boolean {
  const cells = view.rows.flatMap((row) => bandOf(row)?.cells ?? []);
  const unit =
    cells
      .flatMap(({ literals }) => literals)
      .map((literal) => (literal.type === "quantity" ? literal.unit : null))
      .find((word) => word !== null) ?? null;
  const measured = unit ?? unitWordIn(headText(view.columns[at] ?? { head: null, role: "band" }));
  if (measured === null || !measures.has(measured)) return false;
  const heads = prices
    .map((index) => headText(view.columns[index] ?? { head: null, role: "rate" }))
    .join(" ");
  const said = view.rows
    .flatMap((row) => prices.flatMap((index) => row.cells[index]?.literals ?? []))
    .flatMap((literal) => ("per" in literal ? literal.per : []));
  const context = `${heads} ${contextText(view.placed)}`;
  const per = [...said, ...findPerUnits(context, context, style)];
  return !per.some((one) => one.unit === measured);
}

/** Rows under one name: a column of names before the bands, else all of them. */
function groupsOf(
  view: TableView,
  bandAt: number,
): readonly { readonly label: Cell | null; readonly rows: readonly TableRow[] }[] {
  const at = view.columns.findIndex(
    (column, index) =>
      index < bandAt &&
      column.role !== "number" &&
      view.rows.some((row) => /\p{L}{3}/u.test(row.cells[index]?.text ?? "")),
  );
  const groups: { label: Cell | null; rows: TableRow[] }[] = [];
  for (const row of view.rows) {
    const label = (at < 0 ? null : row.cells[at]) ?? row.group;
    const last = groups.at(-1);
    const isSame = last !== undefined && (label === null || last.label?.folded === label.folded);
    if (isSame) last.rows.push(row);
    else groups.push({ label, rows: [row] });
  }
  return groups;
}

/** "Route | 1-5 pallets | 6-10 | from 11": every row is a thing with its tiers. */
function bandsAcross(view: TableView, style: NumberStyle, facts: DocumentFacts): readonly Candidate[] | null {
  const columns = view.columns.flatMap((column, index) => {
    const head = headText(column);
    const band = index === 0 || /^(?:19|20)\d\d\b/.test(head) ? null : parseBand(head, style);
    return band === null ? [] : [{ index, band, head: column.head }];
  });
  if (columns.length < 2 || !isAscending(withEnds(columns.map(({ band }) => band)))) return null;
  const made = view.rows.flatMap((row) => {
    const label = row.cells.find((cell, index) => cell !== null && index < (columns[0]?.index ?? 0)) ?? null;
    if (label === null || totalRow.test(label.folded)) return [];
    const steps = columns.flatMap(({ index, band }): readonly PricedStep[] => {
      const cell = row.cells[index] ?? null;
      const price = stepPrice(cell, style);
      return cell === null || price === null ? [] : [{ ...band, price, cells: [label, cell] }];
    });
    if (steps.length !== columns.length) return [];
    const head = columns.map((column) => column.head?.folded ?? "").join(" ");
    return tiersOf(steps, label.text, null, { view, style, facts, head, label, order: row.index / 10_000 });
  });
  return made.length > 0 ? made : null;
}

interface StepFacts {
  readonly view: TableView;
  readonly style: NumberStyle;
  readonly facts: DocumentFacts;
  readonly head: string;
  readonly label: Cell | null;
  readonly order: number;
}

function tiersOf(
  given: readonly PricedStep[],
  name: string | null,
  priceHead: string | null,
  { view, style, facts, head, label, order }: StepFacts,
): readonly Candidate[] {
  const steps = withEnds(given);
  if (steps.length < 2 || !isAscending(steps)) return [];
  const context = contextText(view.placed);
  const per = findPerUnits(head, head, style)[0] ?? findPerUnits(context, context, style)[0];
  const unit =
    unitWordIn(steps.flatMap(({ cells }) => cells.map(({ folded }) => folded))[0] ?? "") ??
    unitOfPrice(steps) ??
    unitWordIn(head) ??
    (per !== undefined && per.cadence === null ? per.unit : null) ??
    unitWordIn(label?.folded ?? "") ??
    "unit";
  const method = tierMethodOf(context);
  const isTouching = steps.some(({ above }, index) => {
    const before = steps[index - 1]?.upTo ?? null;
    return above !== null && before !== null && isEqual(above, before);
  });
  const item =
    (name === null ? null : cleanItem(name)) ??
    priceHead ??
    subjectOf(view.placed.contexts.at(-1)?.text) ??
    facts.subject ??
    unit;
  const cadence = /\b(?:a|each|in the|in one) (?:calendar )?month\b/.test(`${head} ${context}`)
    ? "month"
    : cadenceIn(`${head} ${context}`);
  const printed = steps.map(({ upTo, price }): Tier => ({ upTo, price }));
  const { tiers, remainder } = tiersOfOne(printed, baseIn(head, style));
  const questions = [
    ...(isTouching ? ["touching-bands"] : []),
    ...(method === null ? ["method-unsaid"] : []),
  ];
  return [
    {
      type: "tiers",
      key: `tiers|${name === null ? unit : `${name.toLowerCase()}|${unit}`}`,
      value: { item, unit, method, tiers, per: cadence === "month" || cadence === "year" ? cadence : null },
      from: null,
      to: null,
      confidence: 0.82,
      parts: [...new Set(steps.flatMap(({ cells }) => cells))].map(whole),
      order: view.placed.order - 1 + order,
      clause: view.placed.clause,
      outranks: null,
      ...(questions.length > 0 && { questions }),
      ...(remainder !== undefined && { remainder }),
    },
  ];
}

/** "$95.00 per TB": what the prices of all steps are for. */
function unitOfPrice(steps: readonly PricedStep[]): string | null {
  const units = new Set(
    steps.flatMap(({ cells }) =>
      (cells.at(-1)?.literals ?? []).flatMap((literal) =>
        literal.type === "money" ? (literal.per.find(({ cadence }) => cadence === null)?.unit ?? []) : [],
      ),
    ),
  );
  const [only] = units;
  return units.size === 1 && only !== undefined && only !== "each" ? only : null;
}

/** "Block storage is charged each month:": a lead-in names its thing before its verb. */
const subjectOf = (context: string | undefined): string | undefined =>
  context?.replace(
    /(?<=\p{L}{3}) (?:is|are|(?:will|shall) be) (?:charged|billed|priced|invoiced)\b.*$/su,
    "",
  );

/** A price of a step; nothing to pay counts as zero where the cell says so in words. */
const stepPrice = (cell: Cell | null, style: NumberStyle): DecimalText | null =>
  priceOf(cell, { head: null, role: "rate" }, style)?.value ??
  (free.test(cell?.folded ?? "") ? decimalText("0") : null);

function unitWordIn(folded: string): string | null {
  for (const word of folded.split(/[^\p{L}-]+/u)) {
    const unit = word.length > 2 ? unitOfWord(word) : null;
    if (unit !== null && !["month", "year", "quarter", "week"].includes(unit)) return unit;
  }
  return null;
}

/** Bands with percents are discounts from a quantity on. */
const volumeDiscounts = (
  view: TableView,
  bandOf: (row: TableRow) => { readonly band: Band; readonly cells: readonly Cell[] } | null,
  discountAt: number,
): readonly Candidate[] =>
  view.rows.flatMap((row): readonly Candidate[] => {
    const step = bandOf(row);
    const percentCell = row.cells[discountAt] ?? null;
    const percent = percentCell?.literals.find((literal) => literal.type === "percent");
    if (step === null || percentCell === null || percent?.type !== "percent") return [];
    const { band, cells } = step;
    const condition = cells.map(({ text }) => text).join(" – ");
    return [
      {
        type: "discount",
        key: `volume|${band.above ?? "0"}`,
        value: {
          percent: percent.value,
          scope: "agreement",
          condition,
          ...(band.above !== null && { threshold: band.above, thresholdInclusive: true }),
        },
        from: null,
        to: null,
        confidence: 0.8,
        order: view.placed.order - 1 + row.index / 10_000,
        clause: view.placed.clause,
        outranks: null,
        conditions: [condition],
        parts: [...cells, percentCell].map(whole),
      },
    ];
  });
