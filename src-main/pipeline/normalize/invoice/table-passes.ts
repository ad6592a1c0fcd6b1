import { parseCurrency, parseUnit } from "../values/index.ts";
import { closesPrinted } from "./arithmetic.ts";
import type { Token } from "./layout.ts";
import type { Conventions } from "./spans.ts";
import { amountOf, priceOf, quantityOf } from "./table-cells.ts";
import type { RolePlan } from "./table-roles.ts";
import { numbersOf } from "./table-rows.ts";
import type { BodyRow } from "./table-rows.ts";

/** A row whose amount stands a line lower or higher, centered in a tall cell: both halves make one item. */
export function joinHalves(
  body: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  if (plan.amount < 0 || plan.quantity < 0 || plan.price < 0) return body;
  const has = body.map(({ cells }) => numbersOf(cells, plan, conventions));
  const isHalf = (index: number): boolean => {
    const own = has[index];
    return own !== undefined && own.quantity && own.price && !own.amount && body[index]?.kind === "item";
  };
  const isRest = (index: number): boolean => {
    const own = has[index];
    const kind = body[index]?.kind;
    return (
      own !== undefined &&
      own.amount &&
      !own.quantity &&
      !own.price &&
      (kind === "item" || kind === "other" || kind === "text")
    );
  };
  const joined = new Map<number, number>();
  body.forEach((_, index) => {
    if (!isHalf(index)) return;
    const near = [1, -1, 2, -2].map((step) => index + step).filter((at) => isRest(at) && !joined.has(at));
    const found =
      near.find((at) => closesAcross(body[index], body[at], plan, conventions)) ??
      (near.length === 1 ? near[0] : undefined);
    if (found !== undefined) joined.set(found, index);
  });
  const restOf = new Map([...joined].map(([rest, half]) => [half, rest] as const));
  return body.map((entry, index) => {
    const rest = restOf.get(index);
    if (rest !== undefined) {
      const amount = body[rest]?.cells[plan.amount] ?? [];
      return {
        ...entry,
        cells: entry.cells.map((tokens, at) => (at === plan.amount ? amount : tokens)),
        kind: "item",
      };
    }
    if (!joined.has(index)) return entry;
    const hasWords = entry.cells.some(
      (tokens, at) => at !== plan.amount && tokens.some((token) => /\p{L}{2}/u.test(token.text)),
    );
    return {
      ...entry,
      cells: entry.cells.map((tokens, at) => (at === plan.amount ? [] : tokens)),
      kind: hasWords ? "text" : "other",
    };
  });
}

function closesAcross(
  half: BodyRow | undefined,
  rest: BodyRow | undefined,
  plan: RolePlan,
  conventions: Conventions,
): boolean {
  const quantity = quantityOf(half?.cells[plan.quantity] ?? [], conventions)?.quantity;
  const price = priceOf(half?.cells[plan.price] ?? [], conventions)?.price;
  const amount = amountOf(rest?.cells[plan.amount] ?? [], conventions);
  if (quantity === undefined || price === undefined || amount === null) return false;
  return closesPrinted({ quantity, price, amount });
}

/** Beside full rows, a half one is a row only if its cells are clean; "Basis: -5,00, MwSt 19" is a remark. */
export function withoutStrays(
  body: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  const items = body.filter(({ kind }) => kind === "item");
  const full = items.filter(({ cells }) => {
    const has = numbersOf(cells, plan, conventions);
    return has.quantity && has.price && has.amount;
  });
  if (full.length === 0) return withoutBareFigures(body, items, plan, conventions);
  const haveDecimals = full.every(
    ({ cells }) => (amountOf(cells[plan.amount] ?? [], conventions)?.reading.decimals ?? 0) > 0,
  );
  return body.map((entry) => {
    if (entry.kind !== "item" || full.includes(entry)) return entry;
    const has = numbersOf(entry.cells, plan, conventions);
    const amount = amountOf(entry.cells[plan.amount] ?? [], conventions);
    const isBare =
      amount !== null && haveDecimals && amount.reading.decimals === 0 && !amount.reading.hasMark;
    const isLoose =
      amount === null && !(isClean(entry.cells[plan.quantity]) && isClean(entry.cells[plan.price]));
    const isHalf =
      has.amount &&
      has.quantity !== has.price &&
      !isClean(entry.cells[has.quantity ? plan.quantity : plan.price]);
    return isBare || isLoose || isHalf ? { ...entry, kind: "text" } : entry;
  });
}

/** Where prices alone fill the table, a figure without cents among figures with them ("2026" of a page's head) is none. */
function withoutBareFigures(
  body: readonly BodyRow[],
  items: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  const bare = items.filter(({ cells }) => {
    const reading = amountOf(cells[plan.amount] ?? [], conventions)?.reading;
    return reading !== undefined && reading.decimals === 0 && !reading.hasMark && reading.currency === null;
  });
  return items.length < 3 || bare.length * 3 > items.length
    ? body
    : body.map((entry) => (bare.includes(entry) ? { ...entry, kind: "text" } : entry));
}

/** Whether a cell holds a number with its currency or unit, and no words or marks beside. */
function isClean(tokens: readonly Token[] | undefined): boolean {
  return (tokens ?? []).every(
    ({ text }) =>
      /^[-–−+(]?[\d.,'’:]*\d[\d.,'’]*[-)%]?$/.test(text) ||
      parseUnit(text) !== null ||
      parseCurrency(text) !== null ||
      /^[€$£/-]$/.test(text),
  );
}

/** The rows that belong to the table: it ends at its totals, or after its last item. */
export function untilEnd(
  body: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  let hasEnded = false;
  const kept: BodyRow[] = [];
  const needsFactors = plan.quantity >= 0 && plan.price >= 0;
  for (const entry of body) {
    if (hasEnded && entry.kind === "item") {
      const has = numbersOf(entry.cells, plan, conventions);
      // Behind a total only full rows that multiply out are items; accounts and tax tables look alike otherwise.
      const isFull = needsFactors && has.quantity && has.price && has.amount;
      if (!isFull || !closesAcross(entry, entry, plan, conventions)) {
        kept.push({ ...entry, kind: "other" });
        continue;
      }
      hasEnded = false;
    }
    if (entry.kind === "total") hasEnded = true;
    kept.push(entry);
  }
  const last = kept.findLastIndex(({ kind }) => kind === "item");
  return kept.slice(0, Math.min(kept.length, last + 12));
}
