import type { Delivery } from "../../../src-shared/model/index.ts";
import { decidedSides } from "../../../src-shared/model/index.ts";
import { instantToLocalDate, isTimeZone } from "../../../src-shared/time/index.ts";
import type { Instant, LocalDate, Period } from "../../../src-shared/time/index.ts";
import {
  compareNames,
  nameSimilarity,
  normalizeReference,
  partyNameOf,
} from "../../../src-shared/wording/index.ts";
import type { DraftGround, DraftRoom } from "./draft-room.ts";

export type Belonging = "yes" | "no" | "unsaid" | "several";

/** Whether a record is of this agreement: by a number that it names, else by its customer. */
export function belongs(record: Delivery, room: DraftRoom, ground: DraftGround): Belonging {
  const known = referencesOf(ground);
  for (const said of [record.reference, record.project]) {
    if (said === null) continue;
    const families = known.get(normalizeReference(said));
    if (families === undefined) continue;
    if (!families.has(room.family.id)) return "no";
    return families.size === 1 ? "yes" : "several";
  }
  if (record.customer === null) return ground.families.size === 1 ? "yes" : "unsaid";
  const core = partyNameOf(record.customer).core;
  const fitting = [...ground.families.values()].filter(({ memberIds }) =>
    memberIds.some((id) => {
      const agreement = ground.directory.agreements.get(id);
      const sides = agreement === undefined ? null : decidedSides(agreement);
      const buyers = sides === null ? [] : [sides.buyer, ...sides.parties];
      return buyers.some(
        (party) =>
          party !== null &&
          [party.name, ...party.aliases].some(
            (name) =>
              compareNames(name, record.customer ?? "") === "same" ||
              nameSimilarity(partyNameOf(name).core, core) >= 0.5,
          ),
      );
    }),
  );
  if (!fitting.some(({ id }) => id === room.family.id)) return "no";
  return fitting.length === 1 ? "yes" : "several";
}

const references = new WeakMap<DraftGround, ReadonlyMap<string, ReadonlySet<string>>>();

function referencesOf(ground: DraftGround): ReadonlyMap<string, ReadonlySet<string>> {
  const known = references.get(ground);
  if (known !== undefined) return known;
  const found = new Map<string, Set<string>>();
  for (const { id, memberIds } of ground.families.values())
    for (const memberId of memberIds) {
      const agreement = ground.directory.agreements.get(memberId);
      const orders = (agreement?.terms ?? []).flatMap((term) =>
        term.type === "purchase-order" ? [term.value.number] : [],
      );
      for (const number of [agreement?.number ?? null, ...orders]) {
        if (number === null || number === "") continue;
        const key = normalizeReference(number);
        const set = found.get(key);
        if (set === undefined) found.set(key, new Set([id]));
        else set.add(id);
      }
    }
  references.set(ground, found);
  return found;
}

/** The day of a record where the agreement counts its days: a stamp is turned into the agreed zone. */
export function dayOfRecord({ date, instant, periodStart }: Delivery, room: DraftRoom): LocalDate | null {
  const zones = [
    ...room.allTermsOf("billing").map(({ term }) => term.value.timeZone),
    room.agreement.timeZone,
  ].flatMap((zone) => zone ?? []);
  const [zone] = zones;
  if (instant !== null && zone !== undefined && isTimeZone(zone))
    return instantToLocalDate(instant as Instant, zone);
  return date ?? periodStart;
}

/** Whether all days of a record lie in a period. */
export function isWithin(record: Delivery, { start, end }: Period, room: DraftRoom): boolean {
  const day = dayOfRecord(record, room);
  if (day === null) return false;
  const last = record.date === null ? (record.periodEnd ?? day) : day;
  return start <= day && day < end && last <= end;
}

export type Approval = "approved" | "refused" | "unsaid";

/** Silence approves only where the document says nothing of approval at all. */
export const approvalOf = ({ approved, documentId }: Delivery, ground: DraftGround): Approval =>
  approved === true || (approved === null && !ground.withApprovals.has(documentId))
    ? "approved"
    : approved === false
      ? "refused"
      : "unsaid";
