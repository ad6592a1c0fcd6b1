import type { Unit } from "../../../../../src-shared/model/index.ts";
import { isTimeUnit, wordingOf } from "../../../../../src-shared/wording/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { yearOfTerm } from "../engine/scope-dates.ts";
import { timingOf } from "../lexicon/timing-words.ts";
import { hourIncrement } from "../frames/increments.ts";
import { isRole } from "../lexicon/roles.ts";
import { parseLiterals } from "../literals/compose.ts";
import { isCount } from "../literals/literal.ts";
import type { Literal, MoneyLiteral, NumberStyle, PerUnit } from "../literals/literal.ts";
import { oneOf } from "../literals/one-of.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import type { TextPart } from "../structure/unit.ts";
import { priceOf } from "./cell-price.ts";
import { atCostWords } from "../lexicon/expense-words.ts";
import { cadenceIn, datesOfHead, lumpUnit, unitAndPeriod, unitIn } from "./column-words.ts";
import { leastOfRow } from "./minimum-column.ts";
import {
  captionOf,
  cleanItem,
  fromContext,
  headText,
  isPlainPriceHead,
  isYearLabel,
  lumpLabel,
  oneOff,
  saidPer,
  isUnitLabel,
  unitOfCompound,
  unitOfLabel,
  whole,
  withoutCurrency,
} from "./price-columns.ts";
import type { RowFacts } from "./price-columns.ts";
import { spelledBy } from "./spelled-label.ts";
import type { Cell, Column, TableRow } from "./table-view.ts";

/** "quantity 4 each": what an offer or order counts of a thing, beside its price; hours are an estimate and bind nobody. */
function orderedCount({ quantity, facts }: RowFacts, unit: Unit, isRecurring: boolean): string | null {
  const isOrder = facts.kind === "estimate" || facts.kind === "purchase-order" || isRecurring;
  if (quantity === null || !isOrder) return null;
  if (["hour", "minute", "day", "week", "month", "year"].includes(unit)) return null;
  const [count, ...more] = quantity.literals.filter(isCount);
  return count === undefined || more.length > 0 ? null : `quantity ${count.value} ${unit}`;
}

/** A count of one, or none: what the price counts is the period itself. */
const isOnce = (quantity: RowFacts["quantity"], unit: Unit): boolean =>
  quantity === null ||
  // "12 MO" of a price of the month: how often it falls due.
  quantity.literals.some((literal) => literal.type === "quantity" && literal.unit === unit) ||
  /^(?:1(?:[.,]0+)?|[-–—]|n\.?v\.?t\.?|n\/a)$/.test(quantity.folded.trim());

/** Literals of what stands behind the price in its own cell. */
const parseTail = (cell: Cell, from: number, style: NumberStyle): readonly Literal[] =>
  parseLiterals(cell.text.slice(from), cell.folded.slice(from), style);

/** "Unit price" says each, and the count of the row may say of what: "12 MO". */
const specificUnit = (unit: PerUnit | null, { counted }: RowFacts): PerUnit | null =>
  unit?.unit === "each" && counted !== null ? counted : unit;

/** "Repairs | per hour | 62.00": words of "per" in a cell that no head calls a unit. */
const unitBeside = (row: TableRow, used: readonly Cell[], style: NumberStyle): PerUnit | null =>
  row.cells
    .map((cell) =>
      cell === null || used.includes(cell) || lumpWords.test(cell.folded)
        ? null
        : saidPer(cell.text, cell.folded, style),
    )
    .find((per) => per !== null) ?? null;
/** One sum for all; "pauschal je Einsatztag" is one for each. */
const lumpWords =
  /^(?:pauschal|lump sum|forfait|flat|fixed|a corpo)(?!\p{L}*(?: (?:rate|fee|price))?,? (?:per|each|je|pro|par|por|al?|cada|ogni|elke?) )/u;

/** "38.00 per user per month": of which period the price of one is. */
const saysPeriod = (money: MoneyLiteral | null): boolean =>
  money !== null &&
  money.per.length > 1 &&
  money.per[0]?.cadence === null &&
  money.per.some(({ cadence }) => cadence !== null);

/** A unit column with a short form that nobody knows: the price is of one, whatever it is. */
const unnamedUnit = (unit: Cell | null): PerUnit | null =>
  unit !== null &&
  /^\p{L}{1,4}\.?$/u.test(unit.text.trim()) &&
  !lumpUnit.test(unit.folded.trim()) &&
  cadenceIn(unit.folded) === null
    ? oneOf("each")
    : null;

/** Cells of a row that say more of what it prices, besides those that name and price it. */
const describing = (row: TableRow, used: readonly Cell[], { view }: RowFacts): readonly Cell[] =>
  row.cells.filter(
    (cell, index): cell is Cell =>
      cell !== null &&
      !used.includes(cell) &&
      (((view.columns[index]?.role === "item" || view.columns[index]?.role === "note") &&
        /\p{L}{3}/u.test(cell.text)) ||
        // The code of an article is what an invoice may name it by.
        (view.columns[index]?.role === "number" && /^(?=.*\d)(?=.*[\p{L}/-])\S{3,20}$/u.test(cell.text))),
  );

/** "Rate per hour | Overtime (1.5x) | Holiday": a column for the hours of another time counts what the one beside it counts. */
const unitOfSibling = (head: string, index: number, { view, style }: RowFacts): PerUnit | null =>
  wordingOf(head).shifts.length === 0
    ? null
    : (view.columns
        .map((column, at) => (at === index ? null : unitIn(withoutCurrency(headText(column)), style, false)))
        .find((unit) => unit !== null && isTimeUnit(unit.unit)) ?? null);

/** The term that a price of a row makes: a rate where something counts it, else a fee; `null` without a price. */
export function priceCandidate(
  row: TableRow,
  column: Column & { readonly index: number },
  table: RowFacts,
): Candidate | null {
  const cell = row.cells[column.index] ?? null;
  const price = priceOf(cell, column, table.style);
  // "At cost, capped at £900 per month": the sum bounds what is passed on, and prices nothing.
  if (cell === null || price === null || atCostWords.test(cell.folded)) return null;
  const head = headText(column);
  const labelYear = yearOfTerm(table.label.folded, table.facts);
  // "Zone | A": a letter or a number alone is named by the head over it.
  const labelHead = table.view.columns[row.cells.indexOf(table.label)]?.head?.text ?? "";
  const words = spelledBy(row.cells, row.cells.indexOf(table.label));
  const spelled = words === null ? null : `${table.label.text} ${words.text}`;
  const named =
    spelled ??
    (isYearLabel.test(table.label.folded) || isUnitLabel(table.label, table.style)
      ? (row.group?.text ?? captionOf(table))
      : (cleanItem(table.label.text) ?? cleanItem(`${labelHead} ${table.label.text}`)));
  const item = named === null ? null : [named, ...table.attributes.map(({ text }) => text.trim())].join(", ");
  if (item === null) return null;
  const own = price.money?.per[0] ?? null;
  // "Delivery, per load" under "Weekly hire": a row that says itself of what its price is goes by its own words.
  const labelUnit = unitOfLabel(table.label, table.style);
  const isOfOccasion =
    own === null &&
    labelUnit !== null &&
    labelUnit.cadence === null &&
    labelUnit.unit !== "each" &&
    table.label.folded[labelUnit.span.start] !== "/";
  const headUnit = specificUnit(unitIn(withoutCurrency(head), table.style, false), table);
  const unit =
    own ??
    (table.unit === null ? null : unitIn(table.unit.folded, table.style, true)) ??
    unitIn(withoutCurrency(cell.folded.replace(/^[^a-z/]*/, "")), table.style, false) ??
    (isOfOccasion ? labelUnit : null) ??
    (headUnit === null || headUnit.unit === "night" ? unitOfSibling(head, column.index, table) : null) ??
    headUnit ??
    labelUnit ??
    table.counted ??
    unitOfCompound(table.label.folded, table.style) ??
    saidPer(labelHead, labelHead.toLowerCase(), table.style) ??
    unitBeside(row, [table.label, cell], table.style) ??
    fromContext(table) ??
    unnamedUnit(table.unit);
  // How often the work is done is another thing than for how long its price is.
  const cadence =
    own?.cadence ??
    // "$55.00 per seat per month" is the price of a month, however often it is billed.
    price.money?.per.find((per) => per.cadence !== null)?.cadence ??
    cadenceIn(table.frequency?.folded ?? "") ??
    (isOfOccasion ? null : cadenceIn(head)) ??
    unit?.cadence ??
    (table.unit === null ? null : cadenceIn(table.unit.folded)) ??
    cadenceIn(table.label.folded) ??
    (isYearLabel.test(table.label.folded) ? "year" : null);
  const dates = datesOfHead(head, table.facts) ?? labelYear;
  const isRange = cell.literals.some((literal) => literal.rangeWith !== null);
  if (isRange) return null;
  const scope =
    table.isOnly || dates !== null || head === "" || isPlainPriceHead(head)
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
  for (const attribute of table.attributes) parts.push(whole(attribute));
  if (table.unit !== null) parts.push(whole(table.unit));
  if (column.head !== null) parts.push({ prepared: column.head, start: 0, end: column.head.text.length });
  if (row.group !== null) parts.push(whole(row.group));
  parts.push(...describing(row, [table.label, cell, ...table.attributes], table).map(whole));
  const role = table.role?.text ?? (isRole(item) ? item : null);
  const isRate =
    column.role === "rate" ||
    (table.isHire && unit !== null) ||
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
  };
  const isPeriodic =
    unit !== null &&
    unit.cadence !== null &&
    (!table.hasQuantity || isOnce(table.quantity, unit.unit)) &&
    !((column.role === "rate" || table.isHire) && (table.facts.isRental || table.isHire));
  const isLump =
    (table.unit !== null && own === null && lumpUnit.test(table.unit.folded.trim())) ||
    ((unit === null || (unit.unit === "each" && own === null)) && lumpLabel.test(table.label.folded));
  // "Firewall | fixed | 85.00" under "Monthly charge": a sum for the whole, each month.
  const ofHead = cadenceIn(head);
  const lumpPer = ofHead === null || oneOff.test(table.label.folded) ? "once" : ofHead;
  if (isRate && !isLump && !isPeriodic && (unit !== null || table.hasQuantity)) {
    const minimum =
      (table.isMinimumMoney ? undefined : table.minimum?.literals.find(isCount)) ??
      leastOfRow(row, [table.label, cell], unit?.unit ?? "each");
    const step =
      unit?.unit === "hour"
        ? hourIncrement(
            cell.folded.slice(price.money?.end ?? 0),
            parseTail(cell, price.money?.end ?? 0, table.style),
          )
        : null;
    // "per pallet per week" in the column of units: for each thing, and anew in each period.
    const isOfPeriod = table.unit !== null && unitAndPeriod(table.unit.folded.trim()) !== null;
    const isRecurring = table.hasQuantity && cadence !== null && cadence !== "once" && unit?.cadence === null;
    const ordered = orderedCount(table, unit?.unit ?? "each", isRecurring);
    const printed = unit === null || unit.base === "1" ? table.base : unit.base;
    const pricedFor = printed === "1" ? null : printed;
    return {
      type: "rate",
      key: `${item.toLowerCase()}|${unit?.unit ?? "each"}|${suffix}`,
      ...base,
      ...(ordered !== null && { conditions: [...conditions, ordered] }),
      value: {
        item,
        ...(role !== null && { role }),
        unit: unit?.unit ?? "each",
        price: price.value,
        ...(pricedFor !== null && { priceBase: pricedFor }),
        ...(minimum !== undefined && { minimumQuantity: minimum.value }),
        ...(step !== null && { increment: step.value }),
        ...((table.hasQuantity ||
          isOfPeriod ||
          (table.unit !== null && ofHead !== null) ||
          saysPeriod(price.money)) &&
          cadence !== null &&
          cadence !== "once" &&
          unit?.cadence === null && { per: cadence }),
      },
    };
  }
  if (isRate && !isLump && unit === null && cadence === null) {
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
    value: {
      item,
      amount: price.value,
      per: isLump ? lumpPer : (cadence ?? "once"),
      timing: isLump ? null : timingOf(table.frequency?.folded ?? ""),
    },
  };
}
