import { add, isEqual } from "../../../src-shared/money/index.ts";
import type {
  Agreement,
  AgreementFamily,
  AgreementId,
  Term,
  TermId,
  TermInForce,
} from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { compareText, termKey, wordingOf } from "../../../src-shared/wording/index.ts";
import { completeEachOther } from "./complete-terms.ts";
import { comparePrecedence, effectiveDateOf, isChange } from "./families.ts";
import type { Family } from "./families.ts";
import { isSameStage, isSumOfStage, itemOf, stageWordsOf } from "./stage-sums.ts";

interface Piece {
  readonly term: Term;
  readonly agreement: Agreement;
  readonly key: string;
  readonly from: LocalDate | null;
  to: LocalDate | null;
  supersededBy: TermId | null;
  conflictsWith: TermId[];
}

type Questions = AgreementFamily["questions"][number][];

/** Terms as they hold after amendments, and what could not be applied. */
export interface FamilyTerms {
  readonly inForce: readonly TermInForce[];
  readonly questions: AgreementFamily["questions"];
}

const priceTypes: ReadonlySet<Term["type"]> = new Set([
  "rate",
  "fixed-fee",
  "tiers",
  "included",
  "overage",
  "milestone",
  "surcharge",
]);

/**
 * Which term holds on which day: later over earlier for the same key within an order and within the master.
 *
 * Unsigned changes alter nothing. What an order says beside its master is decided for each invoice.
 */
export function computeTermsInForce(family: Family): FamilyTerms {
  const questions: Questions = [...family.questions];
  const branches = new Map<AgreementId, Agreement[]>();
  for (const { agreement, branchId, isCopy } of family.members.toReversed()) {
    if (isCopy) continue;
    const blocked = whyPowerless(agreement);
    if (blocked !== null) {
      if (blocked !== "superseded") questions.push({ agreementId: agreement.id, code: blocked });
      continue;
    }
    const branch = branches.get(branchId);
    if (branch === undefined) branches.set(branchId, [agreement]);
    else branch.push(agreement);
  }
  const inForce: TermInForce[] = [];
  for (const agreements of branches.values()) {
    for (const piece of applyInOrder(agreements, questions)) {
      if (piece.from !== null && piece.to !== null && piece.from >= piece.to) continue;
      inForce.push({
        termId: piece.term.id,
        familyId: family.id,
        from: piece.from,
        to: piece.to,
        supersededBy: piece.supersededBy,
        conflictsWith: piece.conflictsWith,
      });
    }
  }
  return { inForce, questions };
}

function whyPowerless(agreement: Agreement): string | null {
  if (agreement.standing === "superseded") return "superseded";
  if (!isChange(agreement)) return null;
  if (agreement.standing !== "in-force" && agreement.standing !== "expired") return "unsigned-change";
  const isDated = effectiveDateOf(agreement) !== null || agreement.terms.some(({ from }) => from !== null);
  return isDated ? null : "effective-date-unsaid";
}

function applyInOrder(agreements: readonly Agreement[], questions: Questions): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const agreement of agreements.toSorted((first, second) => comparePrecedence(second, first))) {
    const before = [...pieces];
    const added = piecesOf(agreement);
    for (const piece of added) place(piece, before, pieces, added.length, questions);
    if (isChange(agreement)) applyOperations(agreement, before, added, questions);
  }
  return pieces;
}

function piecesOf(agreement: Agreement): readonly Piece[] {
  const start = isChange(agreement) ? effectiveDateOf(agreement) : null;
  return agreement.terms
    .filter(({ status }) => status !== "rejected")
    .map((term) => ({
      term,
      agreement,
      key: termKey(term),
      from: term.from ?? start,
      to: term.to,
      supersededBy: null,
      conflictsWith: [],
    }))
    .toSorted((first, second) => compareText(first.from ?? "", second.from ?? ""));
}

function place(
  piece: Piece,
  before: readonly Piece[],
  pieces: Piece[],
  siblings: number,
  questions: Questions,
): void {
  const own = pieces.filter((other) => other.agreement.id === piece.agreement.id && other.key === piece.key);
  for (const other of own) {
    if (!holdTogether(other, piece)) continue;
    if (isSameValue(other.term, piece.term)) return;
    if (completeEachOther(other.term, piece.term)) continue;
    if (other.from !== piece.from && piece.from !== null && other.term.to === null)
      endAt(other, piece.from, piece.term.id);
    else markConflict(other, piece);
  }
  if (isIncrease(piece.term)) {
    checkIncrease(piece, before, questions);
    pieces.push(piece);
    return;
  }
  const unclear = findUnclear(piece, before);
  if (unclear.length > 0) {
    // A change that names none of several prices is asked about, and not applied.
    piece.conflictsWith.push(...unclear.map(({ term }) => term.id));
    questions.push({ agreementId: piece.agreement.id, code: "changed-item-unclear" });
    pieces.push(piece);
    return;
  }
  for (const other of findReplaced(piece, before, siblings)) {
    if (!holdTogether(other, piece)) continue;
    endAt(other, piece.from, piece.term.id);
  }
  pieces.push(piece);
}

/** An earlier piece ends where the new one starts; what lies after the end of the new one is gone with it. */
function endAt(piece: Piece, day: LocalDate | null, by: TermId | null): void {
  piece.to = day ?? piece.from ?? ("0001-01-01" as LocalDate);
  piece.supersededBy = by;
}

function markConflict(first: Piece, second: Piece): void {
  first.conflictsWith.push(second.term.id);
  second.conflictsWith.push(first.term.id);
}

const holdTogether = (first: Piece, second: Piece): boolean =>
  (first.to === null || second.from === null || second.from < first.to) &&
  (second.to === null || first.from === null || first.from < second.to);

const isSameValue = (first: Term, second: Term): boolean =>
  JSON.stringify([first.value, first.absent ?? false]) ===
  JSON.stringify([second.value, second.absent ?? false]);

const isIncrease = (term: Term): boolean => term.type === "cap" && term.value.increasesBy !== undefined;

/** "from 55,000 to 60,000" holds only if the limit before was 55,000; else a change is missing, and nothing is applied. */
function checkIncrease(piece: Piece, before: readonly Piece[], questions: Questions): void {
  if (piece.term.type !== "cap") return;
  const { amount, increasesBy } = piece.term.value;
  const base = before.find(
    (other) => other.key === piece.key && !isIncrease(other.term) && holdTogether(other, piece),
  );
  if (base?.term.type !== "cap" || base.term.value.amount === undefined) {
    questions.push({ agreementId: piece.agreement.id, code: "increase-without-limit" });
    return;
  }
  if (amount === undefined || increasesBy === undefined) return;
  const earlier = before.flatMap((other) =>
    other.key === piece.key && other.term.type === "cap" && other.term.value.increasesBy !== undefined
      ? [other.term.value.increasesBy]
      : [],
  );
  const reached = [...earlier, increasesBy].reduce(
    (limit, step) => add(limit, step),
    add(base.term.value.amount, "0" as never),
  );
  if (isEqual(reached, amount)) return;
  markConflict(base, piece);
  questions.push({ agreementId: piece.agreement.id, code: "increase-does-not-add-up" });
}

function findReplaced(piece: Piece, before: readonly Piece[], siblings: number): readonly Piece[] {
  const same = before.filter((other) => other.key === piece.key && other.agreement.id !== piece.agreement.id);
  if (same.length > 0) return same.filter(({ term }) => !isIncrease(term) || piece.term.type === "cap");
  if (!isChange(piece.agreement)) return [];
  const alike = before.filter((other) => other.supersededBy === null && isAlike(piece.term, other.term));
  if (alike.length !== 1) return [];
  const isSure =
    siblings === 1 || piece.term.type === "milestone" || isNamedAlike(piece.term, alike[0]?.term);
  return isSure ? alike : [];
}

/** Prices of which a change that names no item could mean any: several of its type and unit, and none of its words. */
function findUnclear(piece: Piece, before: readonly Piece[]): readonly Piece[] {
  if (!isChange(piece.agreement)) return [];
  if (piece.term.type === "milestone") {
    // "Milestone 2 is now 46,500" where the list of stages counts none: it may be any of them.
    if (stageWordsOf(piece.term).length > 0) return [];
    const open = before.filter(({ term, supersededBy }) => isSumOfStage(term) && supersededBy === null);
    return open.some(({ key, term }) => key === piece.key || isAlike(piece.term, term)) ? [] : open;
  }
  if (piece.term.type !== "rate" && piece.term.type !== "fixed-fee") return [];
  if (wordingOf(itemOf(piece.term)).content.length > 0) return [];
  const open = before.filter(
    (other) =>
      other.term.type === piece.term.type &&
      unitOf(other.term) === unitOf(piece.term) &&
      other.supersededBy === null,
  );
  return open.length > 1 && open.every(({ key }) => key !== piece.key) ? open : [];
}

/** Same type, unit, rank and size: a change that words the item a little differently still means it. */
function isAlike(term: Term, other: Term): boolean {
  const isStage = term.type === "milestone" || other.type === "milestone";
  if (isStage && isSumOfStage(term) && isSumOfStage(other)) return isSameStage(term, other);
  if (term.type !== other.type || !priceTypes.has(term.type)) return false;
  if (unitOf(term) !== unitOf(other)) return false;
  const [ours, theirs] = [wordingOf(itemOf(term)), wordingOf(itemOf(other))];
  if (ours.grades.join() !== theirs.grades.join() || ours.shifts.join() !== theirs.shifts.join())
    return false;
  if (ours.content.length === 0 || theirs.content.length === 0) return true;
  return (
    ours.content.every((word) => theirs.all.has(word)) || theirs.content.every((word) => ours.all.has(word))
  );
}

const isNamedAlike = (term: Term, other: Term | undefined): boolean =>
  other !== undefined &&
  wordingOf(itemOf(term)).content.length > 0 &&
  wordingOf(itemOf(other)).content.some((word) => wordingOf(itemOf(term)).all.has(word));

const unitOf = ({ value }: Term): string => {
  const measured = value as { readonly unit?: string; readonly per?: string | null };
  return `${measured.unit ?? ""}|${measured.per ?? ""}`;
};

function applyOperations(
  agreement: Agreement,
  before: readonly Piece[],
  added: readonly Piece[],
  questions: Questions,
): void {
  for (const { operation, target, effective, evidence } of agreement.operations) {
    const day = effective ?? effectiveDateOf(agreement);
    if (operation === "restate") {
      const types = new Set(
        added.map(({ term }) => term.type).filter((type) => target === null || priceTypes.has(type)),
      );
      for (const piece of before)
        if (types.has(piece.term.type) && piece.supersededBy === null && isOpenAt(piece, day))
          endAt(piece, day, null);
    } else if (operation === "delete") {
      // "The service 'night watch' is deleted from the schedule of fees" names the thing in its own words.
      const words = wordingOf([target ?? "", ...evidence.map(({ quote }) => quote)].join(" "));
      const dropped = before.filter(
        ({ term, supersededBy }) =>
          supersededBy === null &&
          wordingOf(itemOf(term)).content.length > 0 &&
          wordingOf(itemOf(term)).content.every((word) => words.all.has(word)),
      );
      for (const piece of dropped) endAt(piece, day, null);
      const replaces = agreement.operations.some(
        (other) => other.operation === "replace" || other.operation === "set",
      );
      if (dropped.length === 0 && !replaces && target !== null)
        questions.push({ agreementId: agreement.id, code: "deletion-not-placed" });
    } else if (operation === "suspend" || operation === "waive") {
      questions.push({ agreementId: agreement.id, code: `${operation}-not-applied` });
    }
  }
}

const isOpenAt = (piece: Piece, day: LocalDate | null): boolean =>
  day === null || piece.to === null || piece.to > day;
