import type { Agreement, AgreementId, Party } from "../../../src-shared/model/index.ts";
import { decidedSides } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import {
  normalizeReference,
  normalizeTaxId,
  partyNameOf,
  referenceWords,
} from "../../../src-shared/wording/index.ts";
import { isChange } from "./families.ts";
import type { Family } from "./families.ts";

/** What an invoice can be recognized by, for one family. */
export interface FamilyProfile {
  readonly family: Family;
  readonly sellers: readonly Party[];
  readonly buyers: readonly Party[];
  /** Parties whose role is not said. */
  readonly parties: readonly Party[];
  readonly from: LocalDate | null;
  /** Exclusive; `null` while open or when it renews by itself. */
  readonly to: LocalDate | null;
  readonly currency: string | null;
  readonly isFirm: boolean;
  readonly numbers: ReadonlySet<string>;
}

/** A document number that leads to a family; a number that is only named there is weaker. */
export interface ReferenceHit {
  readonly familyId: AgreementId;
  readonly memberId: AgreementId;
  readonly kind: "own" | "order" | "named";
  readonly rank: Agreement["rank"];
}

export interface FamilyDirectory {
  readonly profiles: ReadonlyMap<AgreementId, FamilyProfile>;
  readonly byReference: ReadonlyMap<string, readonly ReferenceHit[]>;
  readonly byTaxId: ReadonlyMap<string, ReadonlySet<AgreementId>>;
  readonly byName: ReadonlyMap<string, ReadonlySet<AgreementId>>;
  readonly bySkeleton: ReadonlyMap<string, ReadonlySet<AgreementId>>;
  /** Families by each word of their parties' names, for similar names. */
  readonly byWord: ReadonlyMap<string, ReadonlySet<AgreementId>>;
}

export function createFamilyDirectory(families: readonly Family[]): FamilyDirectory {
  const byReference = new Map<string, ReferenceHit[]>();
  const byTaxId = new Map<string, Set<AgreementId>>();
  const byName = new Map<string, Set<AgreementId>>();
  const bySkeleton = new Map<string, Set<AgreementId>>();
  const byWord = new Map<string, Set<AgreementId>>();
  const profiles = new Map<AgreementId, FamilyProfile>();
  for (const family of families) {
    const profile = profileOf(family);
    profiles.set(family.id, profile);
    for (const party of [...profile.sellers, ...profile.buyers, ...profile.parties]) {
      if (party.taxId !== null) addTo(byTaxId, normalizeTaxId(party.taxId), family.id);
      for (const name of [party.name, ...party.aliases]) {
        const { core, skeleton } = partyNameOf(name);
        addTo(byName, core, family.id);
        addTo(bySkeleton, skeleton, family.id);
        for (const word of core.split(" ")) if (word.length > 2) addTo(byWord, word, family.id);
      }
    }
    for (const { key, hit } of referencesOf(family)) {
      const hits = byReference.get(key);
      if (hits === undefined) byReference.set(key, [hit]);
      else hits.push(hit);
    }
  }
  return { profiles, byReference, byTaxId, byName, bySkeleton, byWord };
}

function addTo(map: Map<string, Set<AgreementId>>, key: string, id: AgreementId): void {
  if (key === "") return;
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([id]));
  else set.add(id);
}

function profileOf(family: Family): FamilyProfile {
  const agreements = family.members.map(({ agreement }) => agreement);
  const present = (party: Party | null): readonly Party[] => (party === null ? [] : [party]);
  const sides = agreements.map(decidedSides);
  const base = agreements.filter((agreement) => !isChange(agreement));
  const starts = base.flatMap(({ from }) => (from === null ? [] : [from]));
  const renews = agreements.some(({ terms }) =>
    terms.some((term) => term.type === "duration" && term.value.autoRenew === true),
  );
  const ends = base.map(({ to }) => to);
  const lastEnd = ends.includes(null) || renews ? null : latest(ends);
  return {
    family,
    sellers: sides.flatMap(({ seller }) => present(seller)),
    buyers: sides.flatMap(({ buyer }) => present(buyer)),
    parties: sides.flatMap(({ parties }) => parties),
    from: earliest(starts),
    to: lastEnd,
    currency: agreements.find(({ currency }) => currency !== null)?.currency ?? null,
    isFirm: agreements.some(({ standing }) => standing === "in-force"),
    numbers: new Set(
      agreements.flatMap(({ number }) => (number === null ? [] : [normalizeReference(number)])),
    ),
  };
}

const earliest = (dates: readonly LocalDate[]): LocalDate | null =>
  dates.reduce<LocalDate | null>((first, date) => (first === null || date < first ? date : first), null);

const latest = (dates: readonly (LocalDate | null)[]): LocalDate | null =>
  dates.reduce((last, date) => (last === null || (date !== null && date > last) ? date : last), null);

function referencesOf(family: Family): readonly { readonly key: string; readonly hit: ReferenceHit }[] {
  return family.members.flatMap(({ agreement }) => {
    const make = (number: string, kind: ReferenceHit["kind"]) => ({
      key: normalizeReference(number),
      hit: { familyId: family.id, memberId: agreement.id, kind, rank: agreement.rank },
    });
    // A number is often read with words beside it; without one, the title may hold it ("Offerte 2608").
    const printed = agreement.number === null ? [] : [agreement.number, ...referenceWords(agreement.number)];
    const titled = agreement.number === null ? referenceWords(agreement.title ?? "") : [];
    const own = [...new Set([...printed, ...titled])].map((number) => make(number, "own"));
    const orders = agreement.terms.flatMap((term) =>
      term.type === "purchase-order" && term.status !== "rejected" ? [make(term.value.number, "order")] : [],
    );
    const named = agreement.references.flatMap(({ number }) =>
      number === null ? [] : [make(number, "named")],
    );
    // Beside the number that was read the title may hold the one that invoices quote ("MC-448190, Tariff PRC 204-B").
    const beside = agreement.number === null ? [] : referenceWords(agreement.title ?? "");
    const inTitle = beside.filter((number) => /\d{3}/.test(number)).map((number) => make(number, "named"));
    return [...own, ...orders, ...named, ...inTitle].filter(({ key }) => key.length >= 2);
  });
}
