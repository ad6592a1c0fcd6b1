import type { Agreement, Term, TermType } from "../../../src-shared/model/index.ts";
import {
  add,
  compare,
  decimalText,
  decimalToText,
  isDecimalText,
  multiply,
} from "../../../src-shared/money/index.ts";
import type { GoldTerm } from "./gold-terms.ts";

/** What one agreement's terms are worth against what a reader would write down. */
export interface Score {
  /** Wanted and found, by the type that was found; `isExact` where every wanted slot agrees. */
  readonly found: readonly {
    readonly gold: GoldTerm;
    readonly term: Term;
    readonly differing: readonly string[];
  }[];
  readonly missed: readonly GoldTerm[];
  /** Found and not wanted. */
  readonly spurious: readonly Term[];
  /** Terms of which a quote does not stand in the text. */
  readonly unquoted: readonly Term[];
}

/** Rules of one clause that a reader may write as one term or as several. */
const mergeable: ReadonlySet<TermType> = new Set([
  "time-rules",
  "expenses",
  "required",
  "scope",
  "roster",
  "payment-terms",
  "tax",
  "acceptance",
]);

/** Slots without which a term is another one, not an inexact one. */
const identity: ReadonlySet<string> = new Set([
  "price",
  "amount",
  "percent",
  "quantity",
  "tiers",
  "days",
  "basis",
  "index~",
  "deemedAfterDays",
  "increment",
  "overtimeMultiplier",
  "afterHoursMultiplier",
  "travelMultiplier",
  "maxHoursPerDay",
  "markupPercent",
  "totalCap",
  "unitCap",
  "receiptAbove",
  "rate",
  "number",
  "frequency",
]);

/** A schedule of values line by line, as a reader may write it down. */
const linesOf = (term: Term): readonly Term[] =>
  term.type === "schedule-of-values" && "lines" in term.value
    ? (term.value as { readonly lines: readonly object[] }).lines.map((line): Term => ({
        ...term,
        value: line as never,
      }))
    : [term];

/** Pairs wanted and found terms one to one, the best pairs first, and says what is left over on both sides. */
export function scoreTerms(
  gold: readonly GoldTerm[],
  agreement: Pick<Agreement, "terms">,
  text: string,
): Score {
  const wantsLines = gold.some(
    ({ types, slots }) => types.includes("schedule-of-values") && slots.has("amount"),
  );
  const terms = agreement.terms
    .filter(({ status }) => status !== "rejected")
    .flatMap((term) => (wantsLines ? linesOf(term) : [term]));
  const pairs = gold
    .flatMap((wanted) =>
      terms.flatMap((term) => {
        const differing = differingSlots(wanted, term);
        return differing === null ? [] : [{ gold: wanted, term, differing }];
      }),
    )
    .sort((one, other) => weigh(one) - weigh(other));
  const found = new Map<GoldTerm, (typeof pairs)[number]>();
  const used = new Set<Term>();
  for (const pair of pairs) {
    const isOpen = pair.gold.optional && pair.gold.slots.size === 0;
    if (found.has(pair.gold) && !isOpen && !mergeable.has(pair.term.type)) continue;
    if (used.has(pair.term) && !mergeable.has(pair.term.type)) continue;
    if (!found.has(pair.gold)) found.set(pair.gold, pair);
    used.add(pair.term);
  }
  const words = flatten(text);
  return {
    found: [...found.values()].filter(({ gold: { optional } }) => !optional),
    missed: gold.filter((wanted) => !wanted.optional && !found.has(wanted)),
    spurious: terms.filter((term) => !used.has(term)),
    unquoted: terms.filter(
      ({ evidence }) =>
        evidence.length === 0 || evidence.some(({ quote }) => !words.includes(flatten(quote))),
    ),
  };
}

const weigh = ({ gold, differing }: { gold: GoldTerm; differing: readonly string[] }): number =>
  (gold.optional ? 100 : 0) + differing.length * 10 - gold.slots.size;

const flatten = (text: string): string => text.normalize("NFKC").replace(/[\s|]+/g, "");

/** Slots in which a found term differs; `null` where it is not this term at all. */
function differingSlots(gold: GoldTerm, term: Term): readonly string[] | null {
  if (!gold.types.includes(term.type)) return null;
  if (gold.absent !== (term.absent === true)) return gold.optional && gold.slots.size === 0 ? [] : null;
  const differing = [...gold.slots]
    .filter(([slot, wanted]) => !agrees(slot, wanted, term))
    .map(([slot]) => slot);
  return differing.some((slot) => identity.has(slot)) ? null : differing;
}

function agrees(slot: string, wanted: string, term: Term): boolean {
  const value = term.value as unknown as Readonly<Record<string, unknown>>;
  const printed = (name: string): string =>
    typeof value[name] === "string"
      ? value[name]
      : value[name] === undefined
        ? ""
        : JSON.stringify(value[name]);
  if (slot.endsWith("~")) {
    const name = slot.slice(0, -1);
    const hay = (
      name === "index"
        ? printed(name)
        : ["item", "role", "name", "scope", "on", "unit"].map(printed).join(" ")
    ).toLowerCase();
    return wanted
      .toLowerCase()
      .split(" ")
      .every((word) => hay.includes(word));
  }
  if (slot === "price" || slot === "amount")
    return isOneOf(wanted, [value["price"], value["amount"], value["percent"]].map(String));
  if (slot === "percent" && term.type === "time-rules") {
    const factors = ["overtimeMultiplier", "afterHoursMultiplier", "travelMultiplier"].map(printed);
    const wantedFactor = decimalToText(
      add(decimalText("1"), multiply(decimalText(wanted), decimalText("0.01"))),
    );
    return isOneOf(wantedFactor, factors);
  }
  if (slot === "tiers") return sameTiers(wanted, value["tiers"]);
  if (slot === "people" || slot === "fields") {
    const listed = JSON.stringify(value[slot] ?? []);
    return wanted.split("|").every((each) => listed.includes(each));
  }
  if (slot === "earlyPercent" || slot === "earlyDays") {
    const early = value["earlyDiscount"] as Readonly<Record<string, unknown>> | undefined;
    return isOneOf(wanted, [String(early?.[slot === "earlyDays" ? "days" : "percent"])]);
  }
  if (slot === "rollover")
    return isOneOf(wanted, [String((value["rollover"] as { periods?: number } | undefined)?.periods)]);
  if (slot === "from" || slot === "to") return printed(slot) === wanted || term[slot] === wanted;
  return isOneOf(wanted, [printed(slot)]);
}

const isOneOf = (wanted: string, printed: readonly string[]): boolean =>
  wanted.split("|").some((each) => printed.some((text) => sameText(each, text)));

const sameText = (one: string, other: string): boolean =>
  isDecimalText(one) && isDecimalText(other) ? compare(one, other) === 0 : one === other;

function sameTiers(wanted: string, tiers: unknown): boolean {
  if (!Array.isArray(tiers)) return false;
  const list = tiers as readonly {
    readonly upTo: string | null;
    readonly price: string;
    readonly flat?: string;
  }[];
  const steps = wanted.split("|").map((step) => step.split(":"));
  return (
    steps.length === list.length &&
    steps.every(([upTo = "", price = ""], index) => {
      const tier = list[index];
      return (
        tier !== undefined &&
        (upTo === "*" ? tier.upTo === null : tier.upTo !== null && sameText(upTo, tier.upTo)) &&
        (sameText(price, tier.price) || (tier.flat !== undefined && sameText(price, tier.flat)))
      );
    })
  );
}
