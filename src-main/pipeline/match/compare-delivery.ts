import type { Delivery, InvoiceLine, MatchReason, Unit } from "../../../src-shared/model/index.ts";
import {
  distanceSaid,
  hasSizeConflict,
  isCountUnit,
  isSamePerson,
  isDistance,
  isTimeUnit,
  itemHead,
  knownUnit,
  normalizeReference,
  relateUnits,
  saysUnit,
  wordingOf,
  wordingSimilarity,
  wordsOfPerson,
} from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import type { DeliveryIndex } from "./delivery-index.ts";
import type { PricedTerm, TermPool } from "./term-pool.ts";

/** A line as deliveries are compared with it. */
export interface ProvenLine {
  readonly line: InvoiceLine;
  readonly unit: Unit | null;
  readonly wording: Wording;
  readonly terms: readonly PricedTerm[];
  readonly pool: TermPool | null;
  readonly sourceIds: ReadonlySet<string>;
  /** Persons of the records whom the description names: it is for the work of nobody else. */
  readonly named: readonly string[];
  /** Wordings that name a role or rank: the line's own and those of its terms. */
  readonly roleWordings: readonly Wording[];
}

/** What every comparison of a line needs, prepared once. */
export function prepareProof(
  line: InvoiceLine,
  unit: Unit | null,
  terms: readonly PricedTerm[],
  pool: TermPool | null,
  personsIn: DeliveryIndex["personsIn"],
): ProvenLine {
  const own = wordingOf(`${line.role ?? ""} ${line.description}`.trim());
  return {
    line,
    unit,
    terms,
    pool,
    wording: wordingOf([line.description, line.group ?? "", line.role ?? ""].join(" ").trim()),
    sourceIds: new Set(line.sourceIds),
    named: line.person === null ? personsIn(new Set(wordsOfPerson(line.description))) : [],
    roleWordings: [own, ...terms.flatMap(({ wordings }) => wordings)].filter(
      ({ grades, roles }) => grades.length > 0 || roles.length > 0,
    ),
  };
}

/** Why a record proves a line: "strong" when person, role, item or day say so, "weak" when nothing contradicts. */
export interface Proof {
  readonly strength: "strong" | "weak";
  /** The line says all that the record says of the thing: it is its own record before it is anybody else's. */
  readonly isOwn: boolean;
  readonly reasons: readonly MatchReason[];
}

/**
 * Unit in which a record counts; time without a unit is hours, a work order is one job. Its "24 filters exchanged" is
 * 24 of the thing that it names.
 */
export function unitOfDelivery({ unit, kind, quantity, item }: Delivery): Unit | null {
  if (unit !== null) return distanceSaid(unit, item) ?? unit;
  if (kind === "time") return "hour";
  if (kind !== "work") return null;
  return quantity === null || item === null ? "job" : "each";
}

/** Whether what a record counts can be what a line bills: pieces are no miles, and a bare figure measures nothing. */
export function canCount(delivery: Delivery, unit: Unit | null): boolean {
  const from = unitOfDelivery(delivery);
  if (unit === null) return true;
  return from === null ? relateUnits("each", unit) !== "different" : relateUnits(from, unit) !== "different";
}

/** Compares a record with a line; `null` when an attribute rules it out. */
export function compareDelivery(proven: ProvenLine, delivery: Delivery): Proof | null {
  const { line, wording, terms } = proven;
  if (delivery.kind === "time" && !isTimeUnit(proven.unit)) return null;
  if (isDistance(delivery.unit) && proven.unit === null && !speaksOfWay(wording)) return null;
  const relation = relateUnits(proven.unit, unitOfDelivery(delivery));
  if (relation === "different") return null;
  if (delivery.kind === "expense" && relation === "unknown") return null;
  // How many came counts what is charged a head, and neither the waiters nor the tables.
  if (delivery.unit === "person" && relation !== "same" && !terms.some(isPerHead)) return null;
  const reasons: MatchReason[] = [];
  const person = comparePerson(proven, delivery);
  if (person === "other") return null;
  if (person === "same") reasons.push("person");
  const role = compareRole(proven, delivery);
  if (role === "other") return null;
  if (role === "same") reasons.push("role");
  const item = delivery.item === null ? null : wordingOf(delivery.item);
  if (item !== null) {
    const texts = [wording, ...terms.flatMap(({ wordings }) => wordings)];
    if (
      delivery.kind !== "time" &&
      (hasSizeConflict(item, wording) ||
        texts.every((text) => hasSizeConflict(item, text) || !sharesWord(item, text))) &&
      !hasCode(line, delivery) &&
      !isOnlyOfItsMeasure(proven, delivery)
    )
      return null;
    if (
      item.content.length > 0 &&
      (texts.some((text) => wordingSimilarity(item, text) >= 0.5) || isHeadSaid(delivery, texts))
    )
      reasons.push("item");
  }
  if (hasCode(line, delivery)) reasons.push("item-code");
  const day = line.serviceDate?.value ?? null;
  if (day !== null && day === delivery.date) reasons.push("date-and-quantity");
  return {
    strength: reasons.length > 0 ? "strong" : "weak",
    isOwn: item !== null && item.content.length > 0 && isSaidBy(item, wording),
    reasons: reasons.length > 0 ? reasons : ["period"],
  };
}

/** "Help desk – printer queue": whether a text says the sort of work that stands before what it was about. */
function isHeadSaid({ item }: Delivery, texts: readonly Wording[]): boolean {
  const head = itemHead(item);
  return head !== null && texts.some((text) => isSaidBy(head, text));
}

/** A price for each whose name says of what: "Dinner per person". */
const isPerHead = ({ governing: { term } }: PricedTerm): boolean =>
  term.type === "rate" && saysUnit(term.value, "person");

/**
 * Miles and metered use are told by their unit where one price alone measures so: the log of a round names the round,
 * and a meter its place.
 */
function isOnlyOfItsMeasure({ unit, pool, terms }: ProvenLine, delivery: Delivery): boolean {
  const counted = unitOfDelivery(delivery);
  if (counted === null || pool === null) return false;
  const measured = knownUnit(counted);
  if (isOnlyCount(measured, delivery, pool, terms)) return true;
  if (!toldByUnit.has(measured)) return false;
  // Requests that are billed by the thousand are requests.
  if (!["same", "convertible"].includes(relateUnits(measured, unit))) return false;
  const prices = pool.priced.filter((priced) => relateUnits(priced.unit, measured) === "same");
  return new Set(prices.map(({ governing }) => governing.term.id)).size === 1;
}

/**
 * Pieces that were delivered somewhere, where one price alone of the agreement counts and no other governs the line: the
 * list names the places.
 */
function isOnlyCount(
  measured: Unit,
  { kind }: Delivery,
  { priced }: TermPool,
  terms: readonly PricedTerm[],
): boolean {
  if (kind !== "goods" || !isCountUnit(measured)) return false;
  const counted = priced.filter(
    ({ unit, governing: { term } }) =>
      term.type !== "schedule-of-values" &&
      (unit === null
        ? term.type === "fixed-fee" && term.value.per === "once"
        : relateUnits(measured, unit) !== "different"),
  );
  return (
    counted.length > 0 && new Set([...counted, ...terms].map(({ governing }) => governing.term.id)).size === 1
  );
}

const toldByUnit: ReadonlySet<Unit> = new Set([
  "mile",
  "kilometre",
  "word",
  "message",
  "transaction",
  "request",
  "kilowatt-hour",
  "megawatt-hour",
  "impression",
  "click",
  "gigabyte",
  "terabyte",
  "kilogram",
  "square-metre",
  "tonne",
]);

/** The miles of a job are no count of what was done there. */
const wayWords =
  /^(?:trip|miles?|mileage|km|kilom\w*|travel\w*|reise\w*|fahr\w*|reiskosten|chilometr\w*|quilometr\w*)$/;
const speaksOfWay = ({ all }: Wording): boolean => [...all].some((word) => wayWords.test(word));

const isSaidBy = (item: Wording, line: Wording): boolean =>
  !hasSizeConflict(item, line) && item.content.every((word) => line.all.has(word));

const sharesWord = (first: Wording, second: Wording): boolean =>
  first.content.length === 0 ||
  second.content.length === 0 ||
  first.content.some((word) => second.all.has(word));

function hasCode(line: InvoiceLine, delivery: Delivery): boolean {
  if (line.itemCode === null || delivery.item === null) return false;
  const code = normalizeReference(line.itemCode);
  return (
    code.length >= 3 && delivery.item.split(/[\s,;()]+/).some((word) => normalizeReference(word) === code)
  );
}

function comparePerson({ line, named }: ProvenLine, { person }: Delivery): "same" | "other" | "unsaid" {
  if (person === null) return "unsaid";
  if (line.person !== null) return isSamePerson(line.person, person) ? "same" : "other";
  if (named.length === 0) return "unsaid";
  return named.some((other) => other === person || isSamePerson(other, person)) ? "same" : "other";
}

function compareRole(
  { wording, pool, roleWordings }: ProvenLine,
  delivery: Delivery,
): "same" | "other" | "unsaid" {
  const role = delivery.role ?? rosterRole(delivery, pool);
  if (role === null) return "unsaid";
  const said = wordingOf(role);
  if (said.content.length === 0) return "unsaid";
  if (roleWordings.length === 0)
    return wording.content.some((word) => said.all.has(word)) ? "same" : "unsaid";
  const fits = roleWordings.some(
    (target) =>
      said.grades.every((grade) => target.all.has(grade)) &&
      target.grades.every((grade) => said.all.has(grade)) &&
      (said.roles.length === 0 ||
        target.roles.length === 0 ||
        said.roles.some((word) => target.all.has(word))),
  );
  return fits ? "same" : "other";
}

function rosterRole(delivery: Delivery, pool: TermPool | null): string | null {
  if (delivery.person === null || pool === null) return null;
  const words = wordsOfPerson(delivery.person);
  const found = pool.roster.filter((person) => person.words.every((word) => words.includes(word)));
  const [only, ...others] = found;
  // "Consultant: Dana Reyes" names whoever comes, where no price is of a consultant.
  return only?.isPriced === true && others.length === 0 ? only.role : null;
}
