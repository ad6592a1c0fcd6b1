import { addFractions, fraction, percentToFraction, toFraction } from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import type { InvoiceLine, Term, TermOf, Unit } from "../../../src-shared/model/index.ts";
import { isTermOf } from "../../../src-shared/model/index.ts";
import {
  answeredBy,
  foldWording,
  plainUnit,
  stageNameOf,
  surchargeCues,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, Wording } from "../../../src-shared/wording/index.ts";
import { codesOf, ownCodes } from "./article-codes.ts";
import type { Comparison } from "./compared-line.ts";
import { eachTime } from "./joined-days.ts";

/** A term that can price lines, prepared for comparing. */
export interface PricedTerm {
  readonly governing: GoverningTerm;
  /** Ways to word it: a list of alternatives ("Engineer / Technician") is several. */
  readonly wordings: readonly Wording[];
  readonly unit: Unit | null;
  /** Unit price or amount, where it has one. */
  readonly price: DecimalText | null;
  /** Folded item text, for item codes. */
  readonly text: string;
  /** Codes of articles that its row of a table prints, as references are compared. */
  readonly codes: readonly string[];
  /** What it has in common with the wordings that were compared with it; `null` for those it excludes. */
  readonly overlaps: Map<string, Overlap | null>;
  /** Words of its conditions that set it apart from other prices of the same thing: the column of a table ("Refrigerated"). */
  readonly attributes: readonly string[];
  /** The same of those other prices: a line that has such a word and none of ours is not under this one. */
  readonly otherAttributes: readonly string[];
}

/** What a line and a term have in words in common: weight and count of the words, and their share of the term's. */
export interface Overlap {
  readonly weight: number;
  readonly coverage: number;
  readonly shared: number;
}

/** A price that may be meant by a line, and how the line stands to it. */
export interface ComparedTerm {
  readonly priced: PricedTerm;
  readonly comparison: Comparison;
}

/** The terms that govern one set of documents, with what tells them apart. */
export interface TermPool {
  readonly priced: readonly PricedTerm[];
  /** How lines that were compared stand to the prices, by what they have in common. */
  readonly compared: Map<string, readonly ComparedTerm[]>;
  readonly byType: ReadonlyMap<Term["type"], readonly GoverningTerm[]>;
  /** Weight of a word by how few terms have it, 0.15 to 1. */
  readonly weights: ReadonlyMap<string, number>;
  readonly hasGrades: boolean;
  /** Codes of articles that one price alone has. */
  readonly codes: ReadonlySet<string>;
  readonly shifts: ReadonlySet<string>;
  /** What prices are multiplied by under some condition: overtime, a surcharge in percent. */
  readonly factors: readonly Fraction[];
  /** What surcharges in percent make of a price, with the words by which a line says so. */
  readonly surcharges: readonly { readonly factor: Fraction; readonly cues: readonly string[] }[];
  /** People by the words of their names, with their roles and whether a price is of such a role. */
  readonly roster: readonly {
    readonly words: readonly string[];
    readonly role: string;
    readonly isPriced: boolean;
  }[];
}

/** Whether something must be answered before a price may bind a line; which figure it is, tiers do not leave open. */
export function isOpenFor(line: InvoiceLine, { governing: { term, conflictsWith } }: PricedTerm): boolean {
  const questions = answeredBy(line, term).questions ?? [];
  return conflictsWith.length > 0 || questions.some((question) => question !== "method-unsaid");
}

/** Prepares the governing terms of a set of documents. */
export function createTermPool(terms: readonly GoverningTerm[]): TermPool {
  const byType = new Map<Term["type"], GoverningTerm[]>();
  for (const governing of terms) {
    const list = byType.get(governing.term.type);
    if (list === undefined) byType.set(governing.term.type, [governing]);
    else list.push(governing);
  }
  const priced = withAttributes(
    terms.flatMap((governing) => (governing.term.absent === true ? [] : pricedTermsOf(governing))),
  );
  const holders = new Map<string, Set<string>>();
  for (const { governing, wordings } of priced) {
    for (const word of wordings.flatMap(({ content }) => content)) {
      const set = holders.get(word) ?? new Set<string>();
      set.add(governing.term.id);
      holders.set(word, set);
    }
  }
  const count = new Set(priced.map(({ governing }) => governing.term.id)).size;
  const weights = new Map(
    [...holders].map(
      ([word, set]) => [word, Math.max(0.15, 1 - Math.log(set.size) / Math.log(count + 1))] as const,
    ),
  );
  return {
    priced,
    compared: new Map(),
    byType,
    weights,
    codes: ownCodes(priced),
    hasGrades: priced.some(({ wordings }) => wordings.some(({ grades }) => grades.length > 0)),
    // What a surcharge or a multiplier adds is no price of its own: such hours stay under the base price.
    shifts: new Set(
      priced.flatMap(({ wordings, governing }) =>
        governing.term.type === "surcharge" ? [] : wordings.flatMap(({ shifts }) => shifts),
      ),
    ),
    factors: factorsOf(terms),
    surcharges: surchargesOf(terms.map(({ term }) => term)),
    roster: rosterOf(terms, priced),
  };
}

const surchargesOf = (terms: readonly Term[]): TermPool["surcharges"] =>
  terms.flatMap((term) =>
    term.type !== "surcharge" || term.absent === true || term.value.percent === undefined
      ? []
      : [
          {
            factor: addFractions(fraction(1), percentToFraction(term.value.percent)),
            cues: surchargeCues(term, terms),
          },
        ],
  );

function factorsOf(terms: readonly GoverningTerm[]): readonly Fraction[] {
  return terms.flatMap(({ term }) => {
    if (term.absent === true) return [];
    if (term.type === "surcharge")
      return term.value.percent === undefined
        ? []
        : [addFractions(fraction(1), percentToFraction(term.value.percent))];
    if (term.type !== "time-rules") return [];
    const { overtimeMultiplier, afterHoursMultiplier, travelMultiplier } = term.value;
    return [overtimeMultiplier, afterHoursMultiplier, travelMultiplier].flatMap((value) =>
      value === undefined ? [] : [toFraction(value)],
    );
  });
}

/** Tells prices of one thing and unit apart by the words of their conditions. */
function withAttributes(priced: readonly PricedTerm[]): readonly PricedTerm[] {
  const groups = new Map<string, PricedTerm[]>();
  for (const one of priced) {
    if (one.governing.term.type !== "rate") continue;
    const key = `${one.text}|${one.unit ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const apart = new Map<PricedTerm, readonly [own: readonly string[], others: readonly string[]]>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const words = group.map(
      ({ governing: { term } }) => wordingOf((term.conditions ?? []).join(" ")).content,
    );
    for (const [index, one] of group.entries()) {
      const rest = words.flatMap((list, other) => (other === index ? [] : list));
      const own = (words[index] ?? []).filter((word) => !words.every((list) => list.includes(word)));
      apart.set(one, [own, rest.filter((word) => words[index]?.includes(word) !== true)]);
    }
  }
  return priced.map((one) => {
    const [attributes, otherAttributes] = apart.get(one) ?? [[], []];
    return { ...one, attributes, otherAttributes };
  });
}

const isRoster: (term: Term) => term is TermOf<"roster"> & Term = isTermOf("roster");

function rosterOf(terms: readonly GoverningTerm[], priced: readonly PricedTerm[]): TermPool["roster"] {
  const people = terms.flatMap(({ term }) => (isRoster(term) ? term.value.people : []));
  const words =
    people.length === 0
      ? new Set()
      : new Set(priced.flatMap(({ wordings }) => wordings.flatMap(({ all }) => [...all])));
  return people.flatMap(({ name, role }) =>
    role === null
      ? []
      : [
          {
            words: foldWording(name)
              .split(/[^\p{L}\p{N}]+/u)
              .filter(Boolean),
            role,
            isPriced: wordingOf(role).content.some((word) => words.has(word)),
          },
        ],
  );
}

function pricedTermsOf(governing: GoverningTerm): readonly PricedTerm[] {
  const { term } = governing;
  const conditions = (term.conditions ?? []).join(" ");
  const make = (text: string, unit: Unit | null, price: DecimalText | null): PricedTerm => ({
    governing,
    wordings: alternativesOf(text).flatMap((part) =>
      eachTime(part, wordingOf(`${part} ${shiftPart(conditions)}`.trim())),
    ),
    unit,
    price,
    text: foldWording(text),
    codes: codesOf(governing),
    overlaps: new Map(),
    attributes: [],
    otherAttributes: [],
  });
  switch (term.type) {
    case "rate":
      return [make(rateText(term.value), term.value.unit, term.value.price)];
    case "fixed-fee":
      return [make(term.value.item, null, term.value.amount)];
    case "tiers":
      return [make(term.value.item, term.value.unit, null)];
    case "overage":
      return [make(term.value.item, term.value.unit, term.value.price)];
    case "milestone": {
      const names = [term.value.name, stageNameOf(term.value.name)];
      return names
        .filter((name, index) => index === 0 || wordingOf(name).content.length > 0)
        .map((name) => make(name, null, term.value.amount ?? null));
    }
    case "deposit":
      return depositWordings.map((text) => make(text, null, term.value.amount ?? null));
    case "surcharge":
      return [
        make(`${term.value.on} surcharge`, null, term.value.amount ?? null),
        make(term.value.on, null, null),
      ];
    case "schedule-of-values":
      return term.value.lines.map(({ item, amount }) => make(item, null, amount));
    default:
      return [];
  }
}

/** How invoices call what is paid ahead. */
const depositWordings = [
  "deposit",
  "down payment",
  "advance payment",
  "retainer deposit",
  "booking fee",
  "Anzahlung",
  "Vorauszahlung",
  "acompte",
  "arrhes",
  "anticipo",
  "señal",
  "acconto",
  "caparra",
  "aanbetaling",
  "vooruitbetaling",
  "sinal",
  "adiantamento",
  "zaliczka",
  "forskud",
] as const;

// Only words that change a price belong to the item; the rest of a condition is for people.
const shiftPart = (conditions: string): string => wordingOf(conditions).shifts.join(" ");

/** Item and role, and whose hours they are where the unit says it ("monteurstunde"). */
function rateText({ role, item, unit }: TermOf<"rate">["value"]): string {
  const text = joinRole(role, item);
  return plainUnit(unit) === unit ? text : `${text} ${unit}`;
}

/** A role and an item that repeat each other are one wording. */
function joinRole(role: string | undefined, item: string): string {
  if (role === undefined || role === "") return item;
  const [roleWords, itemWords] = [wordingOf(role), wordingOf(item)];
  if (roleWords.content.every((word) => itemWords.all.has(word))) return item;
  return itemWords.content.length === 0 || itemWords.content.every((word) => roleWords.all.has(word))
    ? role
    : `${role} ${item}`;
}

/** A list of alternatives is several wordings; what stands in brackets behind a name only explains it. */
function alternativesOf(text: string): readonly string[] {
  const bare = text.replace(/\([^)]*\)/g, " ").trim();
  const named = bare !== text && wordingOf(bare).content.length > 0 ? [bare] : [];
  const parts = bare
    .split(/\s*(?:\/|\bor\b|\boder\b|\bou\b)\s*/i)
    .filter((part) => wordingOf(part).content.length > 0);
  return parts.length > 1 ? [...parts, ...named, text] : [...named, text];
}
