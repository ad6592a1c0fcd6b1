import type {
  AgreementId,
  Assignments,
  Invoice,
  InvoiceMatch,
  LineMatch,
  MatchReason,
  Policy,
} from "../../../src-shared/model/index.ts";
import { partyNameOf, selectGoverningTerms } from "../../../src-shared/wording/index.ts";
import type { TermDirectory } from "../../../src-shared/wording/index.ts";
import type { FamilyCandidate, PartyScore } from "./assign-invoice.ts";
import { bindLines, countExplained } from "./bind-lines.ts";
import { comparePrecedence, isChange } from "./families.ts";
import type { Family } from "./families.ts";
import type { FamilyDirectory } from "./family-directory.ts";
import type { SpentRecords } from "./spent-records.ts";
import { createTermPool } from "./term-pool.ts";
import type { TermPool } from "./term-pool.ts";

export interface MatchRoom {
  readonly directory: FamilyDirectory;
  readonly terms: TermDirectory;
  readonly policy: Policy;
  readonly assignments: Assignments;
  readonly pools: Map<string, TermPool>;
  readonly partyCache: Map<string, readonly PartyScore[]>;
  readonly familyOfMember: ReadonlyMap<AgreementId, AgreementId>;
  readonly spent: SpentRecords;
}

/** One reading of where an invoice belongs. */
export interface Placement {
  readonly candidate: FamilyCandidate;
  readonly governedBy: readonly AgreementId[];
  readonly lines: readonly LineMatch[];
  /** Points with what the lines say. */
  readonly points: number;
}

/** An invoice under a family: which of its documents govern, and what they make of the lines. */
export function place(
  invoice: Invoice,
  candidate: FamilyCandidate,
  room: MatchRoom,
  mode: "named" | "weighed",
): Placement {
  const family = room.directory.profiles.get(candidate.familyId)?.family;
  if (family === undefined) return { candidate, governedBy: [], lines: [], points: 0 };
  const options = listGoverning(family, candidate.memberIds);
  let best: {
    readonly governedBy: readonly AgreementId[];
    readonly lines: readonly LineMatch[];
    readonly share: number;
  } | null = null;
  let isTied = false;
  for (const governedBy of options) {
    const lines = bindUnder(invoice, governedBy, room);
    const share = countExplained(invoice, lines);
    if (best === null || share > best.share) {
      best = { governedBy, lines, share };
      isTied = false;
    } else if (share === best.share) isTied = true;
  }
  if (best === null || isTied) {
    const governedBy = governingDocuments(
      family,
      family.members.map(({ branchId }) => branchId),
    );
    const lines = bindUnder(invoice, governedBy, room);
    best = { governedBy, lines, share: countExplained(invoice, lines) };
  }
  const content = mode === "weighed" ? Math.floor(best.share * 25) : 0;
  return { candidate, governedBy: best.governedBy, lines: best.lines, points: candidate.points + content };
}

function bindUnder(
  invoice: Invoice,
  governedBy: readonly AgreementId[],
  room: MatchRoom,
): readonly LineMatch[] {
  const key = governedBy.join(" ");
  let pool = room.pools.get(key);
  if (pool === undefined) {
    pool = createTermPool(selectGoverningTerms(governedBy, room.terms));
    room.pools.set(key, pool);
  }
  return bindLines({
    invoice,
    pool,
    assignments: room.assignments,
    customer: customerOf(invoice, room.policy),
    spent: room.spent,
  });
}

/** What the policy says of the buyer of an invoice; `null` where it names none like it. */
export function customerOf(invoice: Invoice, { customers }: Policy): Policy["customers"][number] | null {
  if (customers.length === 0 || invoice.buyer === null) return null;
  const { core } = partyNameOf(invoice.buyer.name);
  return (
    customers.find(({ name, aliases }) =>
      [name, ...aliases].some((other) => partyNameOf(other).core === core),
    ) ?? null
  );
}

/** Sets of documents that could govern: the order that is named, else each order of the master by itself. */
function listGoverning(
  family: Family,
  memberIds: readonly AgreementId[],
): readonly (readonly AgreementId[])[] {
  const branches = [...new Set(family.members.map(({ branchId }) => branchId))].filter(
    (id) => id !== family.id,
  );
  const named = family.members.filter(
    ({ agreement, branchId }) => memberIds.includes(agreement.id) && branchId !== family.id,
  );
  if (named.length > 0)
    return [
      governingDocuments(
        family,
        named.map(({ branchId }) => branchId),
      ),
    ];
  if (branches.length <= 1) return [governingDocuments(family, branches)];
  return branches.map((branch) => governingDocuments(family, [branch]));
}

/**
 * The documents of a family that govern the work of some of its orders, strongest first.
 *
 * Change orders go before the order, the order before its master, an amendment with what it amends.
 */
function governingDocuments(family: Family, branches: readonly AgreementId[]): readonly AgreementId[] {
  const members = family.members.filter(
    ({ branchId }) => branchId === family.id || branches.includes(branchId),
  );
  const level = ({ agreement, branchId }: Family["members"][number]): number => {
    if (agreement.rank === "change-order") return 0;
    if (branchId !== family.id) return isChange(agreement) ? 1 : 2;
    return isChange(agreement) ? 3 : 4;
  };
  return members
    .toSorted(
      (first, second) => level(first) - level(second) || comparePrecedence(first.agreement, second.agreement),
    )
    .map(({ agreement }) => agreement.id);
}

const toCandidates = (candidates: readonly FamilyCandidate[]): InvoiceMatch["candidates"] =>
  candidates.slice(0, 5).map(({ familyId, points, reasons }) => ({
    agreementId: familyId,
    confidence: toConfidence(points),
    reasons,
  }));

const toConfidence = (points: number): number => Math.max(0, Math.min(99, points)) / 100;

/** A placement as the answer. */
export function matched(
  invoice: Invoice,
  placement: Placement,
  candidates: readonly FamilyCandidate[],
): InvoiceMatch {
  const { candidate, governedBy, lines, points } = placement;
  const isByContent = points > candidate.points;
  const reasons: readonly MatchReason[] = isByContent ? [...candidate.reasons, "content"] : candidate.reasons;
  return {
    invoiceId: invoice.id,
    agreementId: candidate.familyId,
    state: "matched",
    reasons,
    confidence: toConfidence(Math.min(99, points + 20)),
    candidates: toCandidates(candidates),
    governedBy,
    lines,
  };
}

const notMatched = (
  invoice: Invoice,
  state: "missing" | "ambiguous",
  candidates: readonly FamilyCandidate[],
): InvoiceMatch => ({
  invoiceId: invoice.id,
  agreementId: null,
  state,
  reasons: [],
  confidence: 0,
  candidates: toCandidates(candidates),
  governedBy: [],
  lines: invoice.lines.map(({ id }) => ({
    lineId: id,
    state: "unbound",
    bindings: [],
    candidates: [],
    deliveries: [],
  })),
});

export const missing = (invoice: Invoice, candidates: readonly FamilyCandidate[]): InvoiceMatch =>
  notMatched(invoice, "missing", candidates);
export const ambiguous = (invoice: Invoice, candidates: readonly FamilyCandidate[]): InvoiceMatch =>
  notMatched(invoice, "ambiguous", candidates);
