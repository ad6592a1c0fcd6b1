import {
  isLeaf,
  isRecord,
  isRecordList,
  keyWords,
  type RecordTree,
} from "../../../../src-shared/records/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { GridCell } from "../sheets/grid.ts";
import { parseDateText } from "../values/date.ts";
import { namesPeriod, roleInPeriod, roleOfKey, type KeyRole } from "./key-roles.ts";
import { partOfParty, sideOfKey, type Side } from "./party-keys.ts";
import { dayCell, keyedValue, type LeafCells } from "./value-cell.ts";

/** What a bill says once, by role, and the words of the key that says it. */
export type BillHead = ReadonlyMap<ColumnRole, HeadValue>;

export interface HeadValue {
  readonly cell: GridCell;
  readonly key: string;
}

interface Place {
  readonly side: Side | null;
  readonly isPeriod: boolean;
  /** Words of the object around, where they may complete a key: "tax" of "rate". */
  readonly around: string;
}

/** A list of taxes with one in it: its rate and its sum are the bill's. */
const taxList =
  /^(?:tax|vat|gst)(?:e?s)?(?: (?:lines|details|breakdown|summary))?$|^(?:steuern|taxes|impuestos|imposte|impostos)$/;

const plainSum = /^(?:amount|sum|value|total|betrag|summe|montant|importe|importo|valor|bedrag)$/;
const ofWhole =
  /total|summ|amount|invoice|bill|header|head|meta|document|resum|riepilogo|cabec|testata|kopf|entete|betr|importe|importi|montant|rechnung|fact|fatt|fatura|credit|note|due|balance|payable|net|gross|sum|money|price/;

const outside: Place = { side: null, isPeriod: false, around: "" };
const partyRoles = {
  seller: { name: "seller", "tax-id": "seller-tax-id" },
  buyer: { name: "customer", "tax-id": "customer-tax-id" },
} as const;
const dayRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "issue-date",
  "due-date",
  "period-start",
  "period-end",
]);
const moneyRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "subtotal",
  "total",
  "total-tax",
  "balance",
]);
/** A key of an object around completes the key inside it; it says less than a key alone. */
const rankAround = 50;
/** Objects inside a bill that say something of its parties, its payment or its transport, and nothing of itself. */
const aside =
  /^account$|\b(?:discounts?|rebates?|allowances?|surcharges?|rabatte?|nachlass|remises?|descuentos?|sconti?|sconto|descontos?|korting|ship\w*|deliver\w*|bank|payment methods?|remit\w*|contact person|metadata|links?|address|billing details)\b/;

/**
 * What a bill says of itself outside its lists: each role from the surest of its keys, of equals from the first.
 *
 * A day must be one, and a sum must have a digit: what a key promises and its value does not keep is passed over.
 */
export function headOf(leaves: LeafCells, bill: RecordTree, asOf: LocalDate): BillHead {
  const found = new Map<ColumnRole, HeadValue & { readonly rank: number }>();
  const take = (meant: KeyRole, given: GridCell, key: string): void => {
    const { role, rank } = meant;
    const cell = dayRoles.has(role) ? dayCell(given, role === "period-end") : given;
    if (cell.text === "" || !fits(role, cell, asOf)) return;
    const before = found.get(role);
    if (before === undefined || rank < before.rank) found.set(role, { cell, key, rank });
  };
  const walk = (node: RecordTree, place: Place): void => {
    for (const [at, child] of node.children.entries()) {
      const words = keyWords(child.name);
      const value = keyedValue(leaves, child);
      if (value !== null) {
        const meant = meaningOf(words, place) ?? taxIdBehind(words, node.children[at - 1]);
        if (meant !== null) take(meant, value.cell, words);
        const currency = value.cell.currency;
        if (currency !== null && meant !== null && moneyRoles.has(meant.role))
          take({ role: "currency", rank: rankAround }, { ...value.cell, text: currency }, words);
      } else if (isRecord(child) && !aside.test(words)) walk(child, within(words, place));
      else if (
        isRecordList(child) &&
        child.children.length === 1 &&
        (sideOfKey(words) !== null || taxList.test(words))
      )
        walk({ ...child, children: child.children[0]?.children ?? [] }, within(words, place));
    }
  };
  walk(bill, outside);
  // Services bill in the name of an account that they hold: whose it is where the customer has a key of its own.
  const account = accountName(bill);
  const value = account === undefined ? null : keyedValue(leaves, account);
  if (value !== null)
    take(
      { role: found.has("customer") && !found.has("seller") ? "seller" : "customer", rank: rankAround },
      value.cell,
      "account name",
    );
  return found;
}

/** A number for tax that names no side is that of the party named right before it. */
function taxIdBehind(words: string, before: RecordTree | undefined): KeyRole | null {
  const sided = before === undefined || !isLeaf(before) ? null : sideOfKey(keyWords(before.name));
  const isName = sided !== null && partOfParty(sided.rest)?.part === "name";
  return isName && partOfParty(words)?.part === "tax-id"
    ? { role: partyRoles[sided.side]["tax-id"], rank: rankAround }
    : null;
}

/** The name of an account: a key of its own, or the name in an object for it. */
function accountName(bill: RecordTree): RecordTree | undefined {
  const own = bill.children.find(({ name }) => keyWords(name) === "account name");
  const held = bill.children.find((child) => isRecord(child) && keyWords(child.name) === "account");
  return own ?? held?.children.find(({ name }) => keyWords(name) === "name");
}

const within = (words: string, place: Place): Place => ({
  side: sideOfKey(words)?.side ?? place.side,
  isPeriod: namesPeriod(words),
  around: words,
});

function meaningOf(words: string, { side, isPeriod, around }: Place): KeyRole | null {
  if (isPeriod) {
    const role = roleInPeriod(words);
    if (role !== null) return { role, rank: 0 };
  }
  // In an object for a tax its sum is no sum of the bill.
  if (side === null && (taxList.test(around) || roleOfKey(around)?.role === "total-tax")) {
    if (
      /^(?:amount|sum|value|text|total|betrag|montant|importe|importo|valor|bedrag|cuota|imposta|imposto)$/.test(
        words,
      )
    )
      return { role: "total-tax", rank: rankAround };
    return /^(?:rate|percent\w*|pct|satz|taux|tipo|aliquota|taxa)$/.test(words)
      ? { role: "tax-rate", rank: rankAround }
      : null;
  }
  const sided = sideOfKey(words);
  const [whose, rest] = sided === null ? [side, words] : [sided.side, sided.rest];
  if (whose !== null) {
    const told = partOfParty(rest);
    if (told !== null) return { role: partyRoles[whose][told.part], rank: told.rank };
    const other = roleOfKey(rest);
    return other !== null && (other.role === "order-reference" || other.role === "agreement-reference")
      ? other
      : null;
  }
  // A plain sum in an object of its own is that of the object, unless the object is for the whole.
  const isElsewhere = around !== "" && plainSum.test(words) && !ofWhole.test(around);
  const alone = isElsewhere ? null : roleOfKey(words);
  if (alone !== null) return alone;
  // An element with attributes holds its own value under no name.
  const isOwn = words === "text" || words === "value";
  const joined = around === "" ? null : roleOfKey(isOwn ? around : `${around} ${words}`);
  return joined === null ? null : { ...joined, rank: joined.rank + rankAround };
}

const fits = (role: ColumnRole, { text, value, valueType }: GridCell, asOf: LocalDate): boolean => {
  if (dayRoles.has(role))
    return valueType === "date" || parseDateText(text.replace(/T.*$/, ""), { order: null, asOf }) !== null;
  return !(moneyRoles.has(role) || role === "tax-rate") || value !== null || /\d/.test(text);
};
