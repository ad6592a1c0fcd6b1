import {
  compareFractions,
  fraction,
  multiplyFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, TermOf, Unit } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import {
  holdsOn,
  isSamePerson,
  relateUnits,
  unitFactor,
  wordingOf,
  wordingSimilarity,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { whyUnusable } from "./draft-room.ts";
import type { DraftRoom } from "./draft-room.ts";

export type PricedTerm = GoverningTerm & {
  readonly term: GoverningTerm["term"] & (TermOf<"rate"> | TermOf<"tiers"> | TermOf<"overage">);
};

const isPriced = (governing: GoverningTerm): governing is PricedTerm =>
  governing.term.type === "rate" || governing.term.type === "tiers" || governing.term.type === "overage";

export type TermChoice =
  | { readonly is: "one"; readonly term: PricedTerm }
  | { readonly is: "none" }
  | { readonly is: "several"; readonly terms: readonly PricedTerm[] }
  | { readonly is: "unusable"; readonly term: PricedTerm };

/** Unit in which a record counts; time without a unit is hours, a work order is one job. */
export const unitOfRecord = ({ unit, kind }: Delivery): Unit | null =>
  unit ?? (kind === "time" ? "hour" : kind === "work" ? "job" : null);

/** The one price that a record falls under, by unit, role and words. */
export function chooseTerm(record: Delivery, day: LocalDate, room: DraftRoom): TermChoice {
  const unit = unitOfRecord(record);
  const fitting = room.governing.filter(isPriced).filter((governing) => {
    if (governing.term.absent === true || !holdsOn(governing, day)) return false;
    const relation = relateUnits(unit, governing.term.value.unit);
    return relation === "same" || relation === "convertible" || relation === "countable";
  });
  const role = roleOf(record, room);
  const said = wordingOf(
    [role ?? "", record.item ?? "", record.kind === "time" ? "" : (record.role ?? "")].join(" "),
  );
  const kept = fitting.filter((term) => !isRuledOut(term, record, role));
  const scored = kept
    .map((term) => ({ term, score: scoreOf(term, said, role) }))
    .toSorted((first, second) => second.score - first.score);
  const [best] = scored;
  if (best === undefined) return { is: "none" };
  const rivals = scored.filter(({ score }) => score === best.score);
  const isNamed = best.score > 0;
  if (!isNamed && kept.length > 1) return { is: "several", terms: kept };
  if (rivals.length > 1) return { is: "several", terms: rivals.map(({ term }) => term) };
  return whyUnusable(best.term) === null
    ? { is: "one", term: best.term }
    : { is: "unusable", term: best.term };
}

/** The role that a record says, else the one of its person on the roster. */
export function roleOf({ role, person }: Delivery, room: DraftRoom): string | null {
  if (role !== null || person === null) return role;
  const members = room
    .allTermsOf("roster")
    .flatMap(({ term }) => term.value.people)
    .filter(({ name }) => isSamePerson(name, person));
  const roles = new Set(members.flatMap((member) => member.role ?? []));
  return roles.size === 1 ? ([...roles][0] ?? null) : null;
}

const textOf = ({ term }: PricedTerm): string =>
  term.type === "rate" ? `${term.value.role ?? ""} ${term.value.item}` : term.value.item;

/** A role of another grade, or another thing: such a price is not the record's. */
function isRuledOut(term: PricedTerm, record: Delivery, role: string | null): boolean {
  const target = wordingOf(textOf(term));
  if (role !== null) {
    const said = wordingOf(role);
    const hasRole = target.grades.length > 0 || target.roles.length > 0;
    const fits =
      said.grades.every((grade) => target.all.has(grade)) &&
      target.grades.every((grade) => said.all.has(grade)) &&
      (said.roles.length === 0 ||
        target.roles.length === 0 ||
        said.roles.some((word) => target.all.has(word)));
    if (hasRole && said.content.length > 0 && !fits) return true;
  }
  if (record.kind === "time" || record.item === null) return false;
  const item = wordingOf(record.item);
  return (
    item.content.length > 0 && target.content.length > 0 && !item.content.some((word) => target.all.has(word))
  );
}

function scoreOf(term: PricedTerm, said: ReturnType<typeof wordingOf>, role: string | null): number {
  const target = wordingOf(textOf(term));
  if (target.content.length === 0) return 0;
  const isWhole = target.content.every((word) => said.all.has(word));
  if (isWhole) return 1 + target.content.length;
  if (role !== null && wordingSimilarity(wordingOf(role), target) >= 0.5) return 1;
  return wordingSimilarity(said, target) >= 0.5 ? 1 : 0;
}

export interface Multiplier {
  readonly value: DecimalText;
  readonly term: GoverningTerm;
  /** As it stands in the record, for the line's description. */
  readonly word: string;
}

const cues: readonly (readonly [
  field: "travelMultiplier" | "overtimeMultiplier" | "afterHoursMultiplier",
  words: readonly string[],
])[] = [
  ["travelMultiplier", ["travel", "reisezeit", "trajet", "deplacement"]],
  ["overtimeMultiplier", ["overtime", "uberstunde"]],
  [
    "afterHoursMultiplier",
    ["weekend", "saturday", "sunday", "holiday", "night", "evening", "emergency", "afterhours"],
  ],
];

/** The multiplier that the words of a record ask for: the first that fits, never a product of several. */
export function multiplierOf(
  record: Delivery,
  term: PricedTerm,
  day: LocalDate,
  room: DraftRoom,
): Multiplier | null {
  const rules = room
    .allTermsOf("time-rules")
    .find((governing) => holdsOn(governing, day) && whyUnusable(governing) === null);
  if (rules === undefined || term.term.type !== "rate") return null;
  const words = wordingOf(`${record.item ?? ""} ${record.role ?? ""}`);
  const own = wordingOf(textOf(term));
  for (const [field, list] of cues) {
    const value = rules.term.value[field];
    if (value === undefined) continue;
    const stems = list.map((word) => [word, wordingOf(word).content[0] ?? word] as const);
    if (stems.some(([, stem]) => own.all.has(stem))) return null;
    const hit = stems.find(([, stem]) => words.all.has(stem));
    if (hit !== undefined) return { value, term: rules as GoverningTerm, word: hit[0] };
  }
  return null;
}

/** How many agreed units one unit of the record is; `undefined` where the agreement must say (a day in hours). */
export function factorTo(unit: Unit | null, agreed: Unit): Fraction | undefined {
  return unit === null ? fraction(1) : unitFactor(unit, agreed);
}

export const converted = (quantity: Fraction | DecimalText, factor: Fraction): Fraction =>
  compareFractions(factor, fraction(1)) === 0 ? toFraction(quantity) : multiplyFractions(quantity, factor);
