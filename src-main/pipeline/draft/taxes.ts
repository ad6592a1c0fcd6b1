import { decimalToText, negate, sum } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { DraftGap } from "../../../src-shared/model/index.ts";
import { taxOnNet } from "../../../src-shared/pricing/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { openGap, remainderGap, unusableGap, whyUnusable, hasRemainder } from "./draft-room.ts";
import type { Charge, DraftRoom, Governing } from "./draft-room.ts";
import type { Allowance } from "./deductions.ts";
import type { DraftWords } from "./draft-words.ts";
import { chargesInScope } from "./scope.ts";

/** One row of tax with what it is taken from. */
export interface TaxRow {
  readonly category: string | null;
  readonly name: string | null;
  readonly rate: DecimalText;
  readonly base: DecimalText;
  readonly amount: DecimalText;
  readonly formula: string;
  readonly terms: readonly GoverningTerm[];
}

export interface DraftTax {
  /** `null` where the tax of a line is not known: then no total with tax is computed. */
  readonly rows: readonly TaxRow[] | null;
  /** Rate of each charge and allowance where one row of tax is for it. */
  readonly rates: ReadonlyMap<Charge | Allowance, DecimalText>;
  readonly categories: ReadonlyMap<Charge | Allowance, string>;
  /** Wording that a zero rate needs on the invoice. */
  readonly note: string | null;
  readonly gaps: readonly DraftGap[];
}

const zeroCategories = new Set(["Z", "E", "AE", "K", "G", "O"]);

/** The agreed tax on everything that is billed; where the agreement is silent, what a person says. */
export function draftTaxes(
  charges: readonly Charge[],
  allowances: readonly Allowance[],
  room: DraftRoom,
  words: DraftWords,
): DraftTax {
  const gaps: DraftGap[] = [];
  const none = (more: readonly DraftGap[]): DraftTax => ({
    rows: null,
    rates: new Map(),
    categories: new Map(),
    note: null,
    gaps: [...gaps, ...more],
  });
  const agreed = room.termsOf("tax");
  for (const term of agreed) {
    const governing = term as GoverningTerm;
    if (whyUnusable(governing) !== null) return none([unusableGap(governing, "tax")]);
    if (hasRemainder(governing)) return none([remainderGap(governing, "tax")]);
  }
  const inclusive = room
    .termsOf("price-basis")
    .find(({ term }) => term.value.includesTax && term.absent !== true);
  if (inclusive !== undefined)
    return none([openGap("drafting/prices-include-tax", {}, inclusive.term.evidence)]);
  const all: readonly (Charge | Allowance)[] = [...charges, ...allowances];
  const rates = new Map<Charge | Allowance, DecimalText>();
  const categories = new Map<Charge | Allowance, string>();
  const byTerm = new Map<Governing<"tax"> | "person", (Charge | Allowance)[]>();
  const put = (key: Governing<"tax"> | "person", each: Charge | Allowance): void => {
    const list = byTerm.get(key);
    if (list === undefined) byTerm.set(key, [each]);
    else list.push(each);
  };
  const scoped = agreed.filter(({ term }) => (term.value.scope ?? "") !== "");
  const general = agreed.filter(({ term }) => (term.value.scope ?? "") === "");
  const left: (Charge | Allowance)[] = [];
  for (const each of all) {
    const named = scoped.filter(({ term }) =>
      "of" in each
        ? each.of.every((one) => chargesInScope([one], term.value.scope).length > 0)
        : chargesInScope([each], term.value.scope).length > 0,
    );
    // Several taxes without a scope ("state 6 %, county 2.25 %") are all due on the same base.
    const own = named.length > 0 ? named : general;
    if (own.length === 0) left.push(each);
    for (const term of own) put(term, each);
    const only = own.length === 1 ? own[0] : undefined;
    if (only !== undefined) {
      const rate = rateOf(only);
      if (rate !== null) rates.set(each, rate);
      const category = categoryOf(only);
      if (category !== null) categories.set(each, category);
    }
  }
  if (left.length > 0) {
    const { taxRate } = room.answers;
    if (taxRate === undefined)
      return none([openGap("drafting/tax-unsaid", { count: left.length }, room.agreement.evidence)]);
    for (const each of left) {
      put("person", each);
      rates.set(each, taxRate);
    }
  }
  const rows: TaxRow[] = [];
  const notes: string[] = [];
  for (const [key, members] of byTerm) {
    const rate = key === "person" ? (room.answers.taxRate ?? null) : rateOf(key);
    if (rate === null && key !== "person")
      return none([
        openGap("drafting/tax-rate-unsaid", { name: key.term.value.name ?? "tax" }, key.term.evidence),
      ]);
    const base = sum(members.map((each) => ("of" in each ? negate(each.amount) : (each.net as DecimalText))));
    const computed = taxOnNet(base, rate ?? ("0" as DecimalText), room.precision);
    const category = key === "person" ? null : categoryOf(key);
    if (category === "AE") notes.push(words.reverseCharge);
    if (category === "E") notes.push(words.exempt);
    rows.push({
      category,
      name: key === "person" ? null : (key.term.value.name ?? null),
      rate: rate ?? ("0" as DecimalText),
      base: decimalToText(base),
      amount: computed.value,
      formula: computed.formula,
      terms: key === "person" ? [] : [key as GoverningTerm],
    });
  }
  return { rows, rates, categories, note: notes[0] ?? null, gaps };
}

/** The rate of a clause; an exemption and a category of zero are 0 %. */
function rateOf({ term }: Governing<"tax">): DecimalText | null {
  const { rate, category, exempt } = term.value;
  if (term.absent === true || exempt === true) return "0" as DecimalText;
  if (rate !== null) return rate;
  return category !== null && zeroCategories.has(category) ? ("0" as DecimalText) : null;
}

const categoryOf = ({ term }: Governing<"tax">): string | null =>
  term.value.category ?? (term.value.exempt === true ? "E" : null);
