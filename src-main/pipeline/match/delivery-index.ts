import type { AgreementId, Delivery } from "../../../src-shared/model/index.ts";
import { addDays, instantToLocalDate, parseInstant } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import {
  compareText,
  isDistance,
  normalizeReference,
  partyNameOf,
  recordNumbersNamedIn,
  referenceWords,
  wordsOfPerson,
} from "../../../src-shared/wording/index.ts";

/** How records lead to families: by a number, or by the name of a party. */
export interface FamilyNames {
  readonly byReference: (key: string) => readonly AgreementId[];
  readonly byName: (core: string) => readonly AgreementId[];
  /** Whether all papers are of one family, so that nobody else's records can be among them. */
  readonly isOnlyOne: boolean;
  /** The time zone in whose days a family counts; `null` where it says none. */
  readonly zoneOf: (familyId: AgreementId) => string | null;
}

export interface DeliveryIndex {
  readonly bySourceId: ReadonlyMap<string, readonly Delivery[]>;
  /** Records that may belong to a family and fall into the days, approved first, then by date and id. */
  readonly find: (familyId: AgreementId | null, start: LocalDate, end: LocalDate) => readonly Delivery[];
  /** Whoever worked and whose full name stands among folded words, each once. */
  readonly personsIn: (words: ReadonlySet<string>) => readonly string[];
  /** Ids of records that the words of a line hold, where those records are nobody else's. */
  readonly idsNamedIn: (text: string, familyId: AgreementId | null) => readonly string[];
}

/** Sorts records by family and month, so that a line sees only those of its own days. */
export function createDeliveryIndex(deliveries: readonly Delivery[], names: FamilyNames): DeliveryIndex {
  const ownAccount = names.isOnlyOne ? onlyAccountOf(deliveries) : null;
  const bySourceId = new Map<string, Delivery[]>();
  const byFamily = new Map<string, Map<string, Delivery[]>>();
  for (const delivery of deliveries) {
    if (delivery.sourceId !== null) push(bySourceId, delivery.sourceId, delivery);
    if (delivery.billable === false) continue;
    // A log of the way proves the kilometres; a receipt proves a cost and no quantity.
    if (delivery.kind === "expense" && !isDistance(delivery.unit)) continue;
    // A signature under what was done proves no quantity, unless it stands under one.
    if (delivery.kind === "acceptance" && (delivery.quantity === null || delivery.unit === null)) continue;
    const isOwnAccount = delivery.customer !== null && delivery.customer === ownAccount;
    const families = familiesOf(isOwnAccount ? { ...delivery, customer: null } : delivery, names);
    for (const family of families ?? [anyFamily]) {
      const months = byFamily.get(family) ?? new Map<string, Delivery[]>();
      byFamily.set(family, months);
      push(months, monthOf(delivery), delivery);
    }
  }
  const found = new Map<string, readonly Delivery[]>();
  const find: DeliveryIndex["find"] = (familyId, start, end) => {
    const key = `${familyId ?? ""}|${start}|${end}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const lists: Delivery[] = [];
    const zone = familyId === null ? null : names.zoneOf(familyId);
    // The printed day of a stamp may be a day off the one in the agreement's zone.
    const [first, last] = zone === null ? [start, end] : [addDays(start, -1), addDays(end, 1)];
    for (const family of familyId === null ? [anyFamily] : [familyId, anyFamily]) {
      const months = byFamily.get(family);
      if (months === undefined) continue;
      for (const month of [...monthsBetween(first, last), undated]) lists.push(...(months.get(month) ?? []));
    }
    const sorted = lists
      .map((delivery) => (zone === null ? delivery : inZone(delivery, zone)))
      .filter((delivery) => isWithin(delivery, start, end))
      .toSorted(compareDeliveries);
    found.set(key, sorted);
    return sorted;
  };
  return {
    bySourceId,
    personsIn: createPersonFinder(deliveries),
    find,
    idsNamedIn: createIdFinder(bySourceId, names),
  };
}

/** Persons by the first word of their names: a batch has many lines and many persons, and a line names few. */
function createPersonFinder(deliveries: readonly Delivery[]): DeliveryIndex["personsIn"] {
  const byFirst = new Map<string, string[]>();
  for (const person of new Set(deliveries.flatMap(({ person: worked }) => worked ?? []))) {
    const [first, ...others] = wordsOfPerson(person);
    if (first === undefined || others.length === 0) continue;
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [person]);
    else known.push(person);
  }
  return (words) =>
    [...words].flatMap((word) =>
      (byFirst.get(word) ?? []).filter((person) => wordsOfPerson(person).every((one) => words.has(one))),
    );
}

/** Words of a text that are the ids of records: "Ticket 88213", "WO-4471, roof repair". */
function createIdFinder(
  bySourceId: ReadonlyMap<string, readonly Delivery[]>,
  names: FamilyNames,
): DeliveryIndex["idsNamedIn"] {
  const idByWord = new Map<string, string | null>();
  for (const id of bySourceId.keys()) {
    const word = normalizeReference(id);
    // A number that two ids come to names nothing for sure.
    idByWord.set(word, idByWord.has(word) ? null : id);
  }
  // So does a short one, unless it stands behind the word for a record.
  const isTelling = (word: string): boolean => /\d{3}/.test(word) && word.length >= 4;
  return (text, familyId) => {
    if (idByWord.size === 0 || !/\d/.test(text)) return [];
    const words = new Set([
      ...referenceWords(text).filter(isTelling),
      ...recordNumbersNamedIn(text).map(normalizeReference),
    ]);
    return [...words].flatMap((word) => {
      const id = idByWord.get(word);
      const records = id === undefined || id === null ? [] : (bySourceId.get(id) ?? []);
      const isOurs = records.every((record) => {
        const families = familiesOf(record, names);
        return families === null || (familyId !== null && families.includes(familyId));
      });
      return id === undefined || id === null || records.length === 0 || !isOurs ? [] : [id];
    });
  };
}

/** A record with a time of day on its day in a time zone. */
function inZone(delivery: Delivery, zone: string): Delivery {
  const stamp = delivery.instant === null || delivery.date === null ? null : parseInstant(delivery.instant);
  return stamp?.ok === true ? { ...delivery, date: instantToLocalDate(stamp.value, zone) } : delivery;
}

const anyFamily = "";
const undated = "undated";

function push<K>(map: Map<K, Delivery[]>, key: K, delivery: Delivery): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [delivery]);
  else list.push(delivery);
}

/** Families that a record names; `null` when it names none, an empty list when it names somebody else. */
function familiesOf(delivery: Delivery, names: FamilyNames): readonly AgreementId[] | null {
  for (const reference of [delivery.reference, delivery.project]) {
    if (reference === null) continue;
    const found = names.byReference(normalizeReference(reference));
    if (found.length > 0) return found;
  }
  if (delivery.customer === null) return null;
  // "Praxis Dr. Ahlert, Vertrag WV-2024-118": the number beside a name says whose it is.
  const numbered = referenceWords(delivery.customer).flatMap((word) =>
    names.byReference(normalizeReference(word)),
  );
  if (numbered.length > 0) return [...new Set(numbered)];
  // A customer whom no agreement knows is somebody else.
  return names.byName(partyNameOf(delivery.customer).core);
}

/** "CDG-7741", "10447": the number of an account and no name, as "O2 GmbH" and "3M" are. */
const isAccount = (customer: string): boolean =>
  /\d{3}/.test(customer) && !customer.split(/[^\p{L}]+/u).some((word) => word.length > 4);

/** The account that all records name, where they name one: beside papers of one agreement it can be no other's. */
function onlyAccountOf(deliveries: readonly Delivery[]): string | null {
  const [only, ...others] = new Set(deliveries.flatMap(({ customer }) => customer ?? []));
  return only !== undefined && others.length === 0 && isAccount(only) ? only : null;
}

const monthOf = ({ date, periodStart, periodEnd }: Delivery): string => {
  if (date !== null) return date.slice(0, 7);
  // A record of a whole period stands in the list of every month; few are.
  return periodStart !== null && periodEnd !== null && periodStart.slice(0, 7) === periodEnd.slice(0, 7)
    ? periodStart.slice(0, 7)
    : undated;
};

function monthsBetween(start: LocalDate, end: LocalDate): readonly string[] {
  const months: string[] = [];
  let year = Number(start.slice(0, 4));
  let month = Number(start.slice(5, 7));
  const last = end.slice(0, 7);
  for (let count = 0; count < 240; count += 1) {
    const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    months.push(text);
    if (text >= last) break;
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

function isWithin({ date, periodStart, periodEnd }: Delivery, start: LocalDate, end: LocalDate): boolean {
  if (date !== null) return start <= date && date < end;
  if (periodStart === null && periodEnd === null) return true;
  return (periodStart === null || periodStart < end) && (periodEnd === null || start < periodEnd);
}

const approvalRank = ({ approved }: Delivery): number => (approved === true ? 0 : approved === null ? 1 : 2);

function compareDeliveries(first: Delivery, second: Delivery): number {
  const byApproval = approvalRank(first) - approvalRank(second);
  if (byApproval !== 0) return byApproval;
  return compareText(first.date ?? "", second.date ?? "") || compareText(first.id, second.id);
}
