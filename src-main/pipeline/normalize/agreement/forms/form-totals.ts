import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import {
  add,
  compare,
  decimalToText,
  isZero,
  sum,
  toDecimal,
} from "../../../../../src-shared/money/index.ts";
import { overlapInX, textOf } from "../../invoice/layout.ts";
import type { Token } from "../../invoice/layout.ts";
import { findNumbers } from "../../invoice/spans.ts";
import type { Conventions, Found } from "../../invoice/spans.ts";
import type { NumberReading } from "../../values/index.ts";
import { foldText } from "../../values/index.ts";
import type { FormGrid, FormLabel, FormRow } from "./form-labels.ts";

/** A sum as printed beside its label. */
export interface PrintedTotal {
  readonly label: string;
  readonly value: DecimalText;
  readonly tokens: readonly Token[];
}

export interface FormTotals {
  /** What the whole order comes to, before a commission is taken off. */
  readonly total: PrintedTotal | null;
  /** The sum before tax, where tax is added on the form. */
  readonly beforeTax: PrintedTotal | null;
  readonly hasTax: boolean;
  /** Several sums claim to be the total. */
  readonly isOpen: boolean;
}

type Money = Found<NumberReading> & { readonly value: DecimalText };

interface Candidate extends PrintedTotal {
  readonly field: FormLabel["field"];
  readonly row: number;
  readonly isGross: boolean;
}

const grossHead = /\b(?:gross|brutto|brut|bruto|lordo)\b/;
const netHead = /\b(?:net|netto|commission|provision|comm)\b/;
const amountHead = /\b(?:amount|total|value|betrag|summe|montant|importe|importo|valor|bedrag|totaal)\b|^\$$/;

/** The totals that a form prints beside or under their labels. */
export function readTotals(grid: FormGrid, conventions: Conventions): FormTotals {
  const candidates = grid.rows.flatMap((row, index) =>
    row.cells.flatMap((cell): readonly Candidate[] => {
      const label = grid.labels.get(cell);
      if (label === undefined || !/total|tax/.test(label.field)) return [];
      return candidateAt(label, grid, row, index, conventions);
    }),
  );
  const sums = (field: FormLabel["field"]): readonly Candidate[] =>
    candidates.filter((one) => one.field === field && !isZero(one.value));
  const hasTax = sums("tax").length > 0;
  const strong = sums("order-total");
  const plain = sums("total");
  const best = decide(strong.length > 0 ? strong : plain, plain);
  const beforeTax = hasTax ? decide([...sums("net-total"), ...sums("subtotal")], []).total : null;
  const net = decide(sums("net-total"), []).total;
  return {
    // A net sum is the total only where no other one is printed.
    total: best.total ?? (best.isOpen ? null : net),
    beforeTax,
    hasTax,
    isOpen: best.isOpen,
  };
}

/** One value; among several the one that most rows print, or the one that the others add up to. */
function decide(
  candidates: readonly Candidate[],
  others: readonly Candidate[],
): { readonly total: PrintedTotal | null; readonly isOpen: boolean } {
  const byValue = new Map<string, { readonly best: Candidate; readonly all: Candidate[] }>();
  for (const one of candidates) {
    const key = plainText(one.value);
    const known = byValue.get(key);
    if (known === undefined) byValue.set(key, { best: one, all: [one] });
    else known.all.push(one);
  }
  const byAmount = (one: Candidate, other: Candidate): number =>
    compare(toDecimal(other.value), toDecimal(one.value));
  const groups = [...byValue.values()].toSorted(
    (one, other) => other.all.length - one.all.length || byAmount(one.best, other.best),
  );
  const [first, second] = groups;
  if (first === undefined) return { total: null, isOpen: false };
  if (second === undefined) return { total: first.best, isOpen: false };
  // Columns or rows called gross are before what is taken off.
  const [gross, ...moreGross] = groups.filter(({ all }) => all.some((one) => one.isGross));
  if (gross !== undefined && moreGross.length === 0) return { total: gross.best, isOpen: false };
  if (first.all.length > second.all.length) return { total: first.best, isOpen: false };
  const [confirmed, ...moreConfirmed] = groups.filter(({ best, all }) =>
    others.some((other) => !all.includes(other) && plainText(other.value) === plainText(best.value)),
  );
  if (confirmed !== undefined && moreConfirmed.length === 0) return { total: confirmed.best, isOpen: false };
  const [largest, ...rest] = groups.map(({ best }) => best).toSorted(byAmount);
  if (largest === undefined) return { total: null, isOpen: true };
  const isSum =
    rest.length >= 2 &&
    plainText(decimalToText(sum(rest.map(({ value }) => value)))) === plainText(largest.value);
  const isLast = largest.row >= Math.max(...candidates.map((one) => one.row));
  return isSum && isLast ? { total: largest, isOpen: false } : { total: null, isOpen: true };
}

/** 2120 and 2120.00 are one value. */
const plainText = (value: DecimalText): string =>
  /\./.test(value) ? value.replace(/0+$/, "").replace(/\.$/, "") : value;

function candidateAt(
  label: FormLabel,
  grid: FormGrid,
  row: FormRow,
  index: number,
  conventions: Conventions,
): readonly Candidate[] {
  const text = textOf(label.tokens).replace(/[:：]$/, "");
  // "Total Spots: 8" counts something; a sum has its amount or nothing right behind its label.
  const isSum = label.behind.length === 0 || isMoneyStart(label.behind[0]);
  if (!isSum && !label.isPlain) return [];
  const own = [label.behind, ...cellsRightOf(label, row, grid)];
  let moneys = own.flatMap((tokens) => moneyIn(tokens, conventions));
  if (moneys.length === 0 && label.field !== "tax") {
    const next = grid.rows[index + 1];
    const isNear =
      next !== undefined && next.page === row.page && next.top - row.top < 2.2 * (row.bottom - row.top);
    // Among other heads of columns a label names its column, not one amount.
    if (isNear && own.flat().length === 0 && row.cells.at(-1) === label.cell)
      moneys = next.cells
        .filter((cell) => !grid.isLabel(cell) && cell.left >= label.cell.left)
        .flatMap((cell) => moneyIn(cell.tokens, conventions));
  }
  const picked = pickAmount(moneys, grid, index);
  if (picked === null) return [];
  return [
    {
      label: text,
      field: label.field,
      value: picked.money.value,
      tokens: [...label.tokens, ...picked.money.tokens],
      row: row.index,
      isGross: picked.isGross || grossHead.test(foldText(text)),
    },
  ];
}

const isMoneyStart = (token: Token | undefined): boolean =>
  token !== undefined && /^[(]?[-–]?(?:[$€£¥]|[A-Z]{3}$|\d)/.test(token.text);

function cellsRightOf(label: FormLabel, row: FormRow, grid: FormGrid): readonly (readonly Token[])[] {
  const found: (readonly Token[])[] = [];
  for (const cell of row.cells.slice(row.cells.indexOf(label.cell) + 1)) {
    if (grid.isLabel(cell)) break;
    found.push(cell.tokens);
  }
  return found;
}

/** Amounts of money: a currency mark or two decimals say that a number is one. */
function moneyIn(tokens: readonly Token[], conventions: Conventions): readonly Money[] {
  return findNumbers(tokens, conventions).flatMap((found): readonly Money[] => {
    const { reading } = found;
    const isMoney = reading.currency !== null || (reading.decimals === 2 && reading.hasMark);
    return isMoney && !reading.isPercent && reading.value !== null
      ? [{ ...found, value: reading.value }]
      : [];
  });
}

/** The amount of a row of sums: the only one, the one before a commission is taken off, or the one under "gross". */
function pickAmount(
  all: readonly Money[],
  grid: FormGrid,
  index: number,
): { readonly money: Money; readonly isGross: boolean } | null {
  const moneys = all.filter((one) => !isZero(one.value));
  const [first] = moneys.length > 0 ? moneys : all;
  if (first === undefined) return null;
  if (new Set(moneys.map((one) => plainText(one.value))).size <= 1) return { money: first, isGross: false };
  const [one, two, three] = moneys;
  if (moneys.length === 3 && one !== undefined && two !== undefined && three !== undefined) {
    const left = decimalToText(add(toDecimal(one.value), toDecimal(two.value)));
    const back = decimalToText(add(toDecimal(two.value), toDecimal(three.value)));
    if (plainText(left) === plainText(three.value) || plainText(back) === plainText(one.value))
      return { money: one, isGross: true };
  }
  const heads = moneys.map((money) => ({ money, head: headAbove(money, grid, index) }));
  const gross = heads.filter(({ head }) => grossHead.test(head));
  if (gross.length === 1 && gross[0] !== undefined) return { money: gross[0].money, isGross: true };
  const amounts = heads.filter(({ head }) => amountHead.test(head) && !netHead.test(head));
  return amounts.length === 1 && amounts[0] !== undefined
    ? { money: amounts[0].money, isGross: false }
    : null;
}

/** Folded words of the nearest head without digits above a number. */
function headAbove(money: Money, grid: FormGrid, index: number): string {
  const [first, last] = [money.tokens[0], money.tokens.at(-1)];
  if (first === undefined || last === undefined) return "";
  const span = { left: first.left, right: last.right, top: first.top, bottom: first.bottom };
  for (let at = index - 1; at >= Math.max(0, index - 60); at -= 1) {
    const row = grid.rows[at];
    if (row === undefined || row.page !== grid.rows[index]?.page) return "";
    for (const cell of row.cells)
      for (const token of cell.tokens)
        if (overlapInX(span, token) > 0 && !/\d/.test(cell.text) && /[\p{L}$]/u.test(token.text))
          return foldText(cell.text);
  }
  return "";
}
