import type {
  Agreement,
  AgreementId,
  Assignments,
  Delivery,
  Invoice,
  InvoiceMatch,
  Matching,
  Policy,
} from "../../../src-shared/model/index.ts";
import { isTimeZone } from "../../../src-shared/time/index.ts";
import {
  compareText,
  createTermDirectory,
  nameSimilarity,
  partyNameOf,
} from "../../../src-shared/wording/index.ts";
import { joinFamilies } from "./families.ts";
import { createFamilyDirectory } from "./family-directory.ts";
import type { FamilyDirectory } from "./family-directory.ts";
import { matchDeliveries } from "./match-deliveries.ts";
import { matchInvoice } from "./match-invoices.ts";
import { createSpentRecords } from "./spent-records.ts";
import { computeTermsInForce } from "./terms-in-force.ts";

export { withAcceptedOffers } from "./accepted-offers.ts";
export { withNamedParties } from "./named-parties.ts";

/** Everything that can belong together. */
export interface MatchInput {
  /** Terms carry their status; rejected ones never bind. */
  readonly agreements: readonly Agreement[];
  readonly invoices: readonly Invoice[];
  readonly deliveries: readonly Delivery[];
  readonly policy: Policy;
  readonly assignments: Assignments;
}

export const noAssignments: Assignments = { agreements: new Map(), lines: new Map() };

/**
 * Joins agreements into families, says which term holds when, and finds for every invoice its family and for every
 * line its term and its delivery records.
 *
 * Invoices come back in the order of the input. The result does not depend on that order.
 */
export function matchDocuments(input: MatchInput): Matching {
  const agreements = input.agreements.toSorted((first, second) => compareText(first.id, second.id));
  const families = joinFamilies(agreements);
  const forces = families.map(computeTermsInForce);
  const termsInForce = forces.flatMap(({ inForce }) => inForce);
  const directory = createFamilyDirectory(families);
  const familyOfMember = new Map<AgreementId, AgreementId>(
    families.flatMap(({ id, members }) => members.map(({ agreement }) => [agreement.id, id] as const)),
  );
  const room = {
    directory,
    terms: createTermDirectory(agreements, termsInForce),
    policy: input.policy,
    assignments: input.assignments,
    pools: new Map(),
    partyCache: new Map(),
    familyOfMember,
    spent: createSpentRecords(input.deliveries),
  };
  const matches = new Map<string, InvoiceMatch>(
    input.invoices.map((invoice) => [invoice.id, matchInvoice(invoice, room)] as const),
  );
  const shares = matchDeliveries(
    input.invoices.toSorted(compareBilling),
    matches,
    input.deliveries.toSorted((first, second) => compareText(first.id, second.id)),
    { names: namesOf(directory, families), pools: room.pools },
  );
  return {
    families: families.map(({ id, members }, position) => ({
      id,
      memberIds: members.map(({ agreement }) => agreement.id),
      questions: forces[position]?.questions ?? [],
    })),
    termsInForce,
    invoices: input.invoices.flatMap((invoice) => {
      const match = matches.get(invoice.id);
      return match === undefined ? [] : [withShares(match, shares)];
    }),
  };
}

function withShares(match: InvoiceMatch, shares: ReturnType<typeof matchDeliveries>): InvoiceMatch {
  if (shares.size === 0) return match;
  return {
    ...match,
    lines: match.lines.map((line) => {
      const deliveries = shares.get(`${match.invoiceId}#${line.lineId}`);
      return deliveries === undefined || deliveries.length === 0 ? line : { ...line, deliveries };
    }),
  };
}

function namesOf(
  directory: FamilyDirectory,
  families: ReturnType<typeof joinFamilies>,
): Parameters<typeof matchDeliveries>[3]["names"] {
  const zones = new Map(
    families.map(({ id, members }) => [id, zoneOf(members.map(({ agreement }) => agreement))] as const),
  );
  return {
    isOnlyOne: families.length === 1,
    zoneOf: (familyId) => zones.get(familyId) ?? null,
    byReference: (key) => [
      ...new Set((directory.byReference.get(key) ?? []).map(({ familyId }) => familyId)),
    ],
    byName: (core) => {
      const known = directory.byName.get(core) ?? directory.bySkeleton.get(partyNameOf(core).skeleton);
      return known === undefined ? familiesOfSimilarName(core, directory) : [...known];
    },
  };
}

/** The one time zone that the documents of a family name, in a clause on billing or elsewhere; `null` for none or two. */
function zoneOf(agreements: readonly Agreement[]): string | null {
  const clauses = agreements.flatMap(({ terms }) =>
    terms.flatMap((term) =>
      term.type === "billing" && term.status !== "rejected" && term.value.timeZone !== undefined
        ? [term.value.timeZone]
        : [],
    ),
  );
  const stated = clauses.length > 0 ? clauses : agreements.flatMap(({ timeZone }) => timeZone ?? []);
  const [zone, ...others] = new Set(stated);
  return zone !== undefined && others.length === 0 && isTimeZone(zone) ? zone : null;
}

/** Records often shorten a name: "Acme" for "Acme Facilities", "COOLMINE" for "Coolmine Veterinary Group". */
function familiesOfSimilarName(core: string, directory: FamilyDirectory): readonly AgreementId[] {
  const candidates = new Set(core.split(" ").flatMap((word) => [...(directory.byWord.get(word) ?? [])]));
  return [...candidates].filter((id) => {
    const profile = directory.profiles.get(id);
    const parties = profile === undefined ? [] : [...profile.buyers, ...profile.parties];
    return parties.some(({ name, aliases }) =>
      [name, ...aliases].some((other) => {
        const whole = partyNameOf(other).core;
        return nameSimilarity(whole, core) >= 0.5 || isPartOf(core, whole);
      }),
    );
  });
}

const shortestTelling = 6;

/** Whether a short name has no word that the whole one lacks, and one that tells it from others. */
const isPartOf = (short: string, whole: string): boolean => {
  const words = new Set(whole.split(" "));
  const own = short.split(" ");
  return own.every((word) => words.has(word)) && own.some((word) => word.length >= shortestTelling);
};

/** Order of billing: issue date, then number, then id. */
export function compareBilling(first: Invoice, second: Invoice): number {
  return (
    compareText(first.issueDate?.value ?? "9999", second.issueDate?.value ?? "9999") ||
    compareText(first.number?.value ?? "", second.number?.value ?? "") ||
    compareText(first.documentId, second.documentId) ||
    compareText(first.id, second.id)
  );
}

export { rebindLines } from "./rebind-lines.ts";
export type { PriceChange, Rebound } from "./rebind-lines.ts";
export { matchPayouts } from "./settle/match-payouts.ts";
export { proposeSettlements } from "./settle/propose-settlements.ts";
export type { SettlementInput } from "./settle/propose-settlements.ts";
export { closingKey, dayOf, reconcile } from "./settle/reconcile.ts";
