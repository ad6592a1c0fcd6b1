import type {
  Agreement,
  AgreementFamily,
  AgreementId,
  AgreementRank,
  AgreementReference,
} from "../../../src-shared/model/index.ts";
import {
  normalizeReference,
  partyNameOf,
  wordingOf,
  wordingSimilarity,
} from "../../../src-shared/wording/index.ts";
import { findCopies } from "./agreement-copies.ts";
import { isTitledBy, isUnderSubject } from "./offer-titles.ts";
import { papersOfOneNumber } from "./papers-of-one-number.ts";
import { firstWord, partiesOf, shareParties } from "./shared-parties.ts";

/** A document in its family. */
export interface Member {
  readonly agreement: Agreement;
  /** The document that it changes or stands under; `null` for the root. */
  readonly parentId: AgreementId | null;
  /** The order or statement of work whose work it prices; the root's id for what holds for all of them. */
  readonly branchId: AgreementId;
  /** Another print of the same paper (the draft beside the signed scan); its terms count once. */
  readonly isCopy: boolean;
}

export interface Family {
  readonly id: AgreementId;
  /** Strongest first. */
  readonly members: readonly Member[];
  readonly questions: AgreementFamily["questions"];
}

const strength: Readonly<Record<AgreementRank, number>> = {
  "master-agreement": 0,
  "statement-of-work": 2,
  "order-form": 2,
  estimate: 2,
  "purchase-order": 3,
  amendment: 4,
  "change-order": 4,
  "acceptance-message": 5,
};

/** Whether a document only changes another one. */
export const isChange = ({ rank }: Agreement): boolean => rank === "amendment" || rank === "change-order";

/** The day from which a change holds: as stated, else signed, else dated; `null` when the papers do not say. */
export const effectiveDateOf = (agreement: Agreement): Agreement["from"] =>
  agreement.from ?? operationDateOf(agreement) ?? agreement.signedOn ?? agreement.dated;

function operationDateOf({ operations }: Agreement): Agreement["from"] {
  const dates = operations.flatMap(({ effective }) => (effective === null ? [] : [effective]));
  return dates.length === 0 ? null : (dates.toSorted()[0] ?? null);
}

/** Precedence of two documents: change over order over master, later over earlier; then by id. */
export function comparePrecedence(first: Agreement, second: Agreement): number {
  const [one, other] = [strength[first.rank], strength[second.rank]];
  if (one !== other) return other - one;
  const [left, right] = [effectiveDateOf(first) ?? "", effectiveDateOf(second) ?? ""];
  if (left !== right) return left < right ? 1 : -1;
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0;
}

/** Joins agreement documents into families: each change, order and acceptance under the document that it names. */
export function joinFamilies(agreements: readonly Agreement[]): readonly Family[] {
  const directory = createDirectory(agreements);
  const parents = new Map<AgreementId, AgreementId>();
  const questions = new Map<AgreementId, string>();
  const ordered = agreements.toSorted((first, second) => comparePrecedence(second, first));
  for (const agreement of ordered) {
    const placed = findParent(agreement, directory);
    if (placed.parent !== null && !isAncestor(agreement.id, placed.parent.id, parents))
      parents.set(agreement.id, placed.parent.id);
    if (placed.question !== null) questions.set(agreement.id, placed.question);
  }
  const copies = findCopies(
    ordered.filter((agreement) => !isChange(agreement)),
    (agreement) => candidatesOf(agreement, directory),
    parents,
  );
  for (const [copy, original] of copies) parents.set(copy, original);
  for (const [paper, first] of papersOfOneNumber(ordered, parents)) parents.set(paper, first);
  return collectFamilies(ordered, parents, questions, new Set(copies.keys()));
}

interface Directory {
  readonly byNumber: ReadonlyMap<string, readonly Agreement[]>;
  readonly byParty: ReadonlyMap<string, readonly Agreement[]>;
  readonly all: readonly Agreement[];
}

function createDirectory(agreements: readonly Agreement[]): Directory {
  const byNumber = new Map<string, Agreement[]>();
  const byParty = new Map<string, Agreement[]>();
  const add = (map: Map<string, Agreement[]>, key: string, agreement: Agreement): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [agreement]);
    else if (!list.includes(agreement)) list.push(agreement);
  };
  for (const agreement of agreements) {
    if (agreement.number !== null) add(byNumber, normalizeReference(agreement.number), agreement);
    for (const { name } of partiesOf(agreement)) add(byParty, firstWord(name), agreement);
  }
  return { byNumber, byParty, all: agreements };
}

interface Placement {
  readonly parent: Agreement | null;
  readonly question: string | null;
}

const relationOrder: Readonly<Record<AgreementReference["relation"], number>> = {
  amends: 0,
  accepts: 1,
  under: 2,
  mentions: 3,
};

function findParent(agreement: Agreement, directory: Directory): Placement {
  const references = agreement.references.toSorted(
    (first, second) => relationOrder[first.relation] - relationOrder[second.relation],
  );
  for (const reference of references) {
    if (reference.relation === "mentions" && agreement.rank === "master-agreement") continue;
    const targets = findTargets(agreement, reference, directory);
    if (targets.length === 1) return { parent: targets[0] ?? null, question: null };
    if (targets.length > 1) {
      const base = targets.filter((target) => !isChange(target) && target.rank !== "acceptance-message");
      if (base.length === 1) return { parent: base[0] ?? null, question: null };
      return { parent: null, question: "reference-ambiguous" };
    }
  }
  const dependent = isChange(agreement) || isAnswer(agreement);
  if (!dependent) return { parent: null, question: null };
  return placeByParties(agreement, directory);
}

function findTargets(
  agreement: Agreement,
  reference: AgreementReference,
  directory: Directory,
): readonly Agreement[] {
  const isOther = (target: Agreement): boolean => target.id !== agreement.id;
  if (reference.number !== null) {
    const found = (directory.byNumber.get(normalizeReference(reference.number)) ?? []).filter(isOther);
    if (found.length > 0) return narrow(found, agreement);
    const titled = directory.all.filter((target) => isOther(target) && isTitledBy(reference.number, target));
    if (titled.length > 0) return narrow(titled, agreement);
    // A number that nobody here has is a missing document, not a reason to guess by title.
    if (reference.title === null && reference.dated === null) return [];
  }
  if (reference.title === null && reference.dated === null) return [];
  return narrow(candidatesOf(agreement, directory).filter(isOther), agreement).filter((target) => {
    if (reference.number !== null && target.number !== null) return false;
    if (reference.dated !== null) {
      const dates = [target.dated, target.from, target.signedOn];
      return dates.includes(reference.dated) && isTitleCompatible(reference.title, target);
    }
    return (
      reference.title !== null &&
      isTitleCompatible(reference.title, target) &&
      shareParties(agreement, target)
    );
  });
}

/** Where several have the number, those of the same parties; a change never stands under a sibling change. */
function narrow(targets: readonly Agreement[], agreement: Agreement): readonly Agreement[] {
  if (targets.length < 2) return targets;
  const sameParties = targets.filter((target) => shareParties(agreement, target));
  return sameParties.length > 0 ? sameParties : targets;
}

const titleRanks: readonly (readonly [pattern: RegExp, ranks: readonly AgreementRank[]])[] = [
  [
    /master|framework|rahmen|cadre|\bmsa\b|services agreement|main agreement|contract|agreement/i,
    ["master-agreement", "order-form"],
  ],
  [
    /statement of work|\bsow\b|work order|call-off|leistungsbeschreibung/i,
    ["statement-of-work", "order-form", "purchase-order"],
  ],
  [/order form|subscription/i, ["order-form", "master-agreement"]],
  [/estimate|quot|proposal|offer|angebot|devis|kostenvoranschlag/i, ["estimate", "order-form"]],
  [/purchase order|\bpo\b|bestellung/i, ["purchase-order"]],
];

function isTitleCompatible(title: string | null, target: Agreement): boolean {
  if (title === null) return true;
  if (target.title !== null && wordingSimilarity(wordingOf(title), wordingOf(target.title)) >= 0.5)
    return true;
  return titleRanks.some(([pattern, ranks]) => pattern.test(title) && ranks.includes(target.rank));
}

function candidatesOf(agreement: Agreement, directory: Directory): readonly Agreement[] {
  const parties = partiesOf(agreement);
  if (parties.length === 0) return directory.all;
  return [...new Set(parties.flatMap(({ name }) => directory.byParty.get(firstWord(name)) ?? []))];
}

function placeByParties(agreement: Agreement, directory: Directory): Placement {
  const namesNobodyHere = agreement.references.some(
    ({ number, relation }) => number !== null && relation !== "mentions",
  );
  if (namesNobodyHere) return { parent: null, question: "reference-not-in-files" };
  const roots = candidatesOf(agreement, directory).filter(
    (target) =>
      target.id !== agreement.id &&
      !isChange(target) &&
      !isAnswer(target) &&
      (shareParties(agreement, target) || isUnderSubject(agreement, target)),
  );
  const [only] = roots;
  if (only !== undefined && roots.length === 1) return { parent: only, question: "placed-by-parties" };
  const alone = roots.length === 0 ? aloneFor(agreement, directory) : null;
  if (alone !== null) return { parent: alone, question: "placed-by-parties" };
  return { parent: null, question: roots.length === 0 ? "changes-nothing-in-files" : "reference-ambiguous" };
}

/** A message that says yes or changes something; one that makes an offer, and names its prices, stands for itself. */
const isAnswer = ({ rank, standing, terms }: Agreement): boolean =>
  rank === "acceptance-message" && (standing !== "offer" || terms.length === 0);

/** A change or an answer that only people sign, without their firms, is to the one agreement there is. */
function aloneFor(change: Agreement, { all }: Directory): Agreement | null {
  const namesFirm = partiesOf(change).some(({ name }) => partyNameOf(name).legalForm !== null);
  if (namesFirm || !(change.rank === "change-order" || isAnswer(change))) return null;
  const roots = all.filter((target) => !isChange(target) && !isAnswer(target));
  return roots.length === 1 ? (roots[0] ?? null) : null;
}

function isAncestor(
  id: AgreementId,
  of: AgreementId,
  parents: ReadonlyMap<AgreementId, AgreementId>,
): boolean {
  let current: AgreementId | undefined = of;
  for (let depth = 0; current !== undefined && depth < 100; depth += 1) {
    if (current === id) return true;
    current = parents.get(current);
  }
  return false;
}

function collectFamilies(
  ordered: readonly Agreement[],
  parents: ReadonlyMap<AgreementId, AgreementId>,
  questions: ReadonlyMap<AgreementId, string>,
  copies: ReadonlySet<AgreementId>,
): readonly Family[] {
  const byId = new Map(ordered.map((agreement) => [agreement.id, agreement]));
  const rootOf = (id: AgreementId): AgreementId => {
    let current = id;
    for (let depth = 0; depth < 100; depth += 1) {
      const parent = parents.get(current);
      if (parent === undefined) return current;
      current = parent;
    }
    return current;
  };
  const branchOf = (agreement: Agreement, rootId: AgreementId): AgreementId => {
    let branch: AgreementId = rootId;
    let current: Agreement | undefined = agreement;
    // The topmost order below the root: what hangs under it prices its work.
    for (let depth = 0; current !== undefined && current.id !== rootId && depth < 100; depth += 1) {
      if (!isChange(current) && current.rank !== "acceptance-message") branch = current.id;
      const parent = parents.get(current.id);
      current = parent === undefined ? undefined : byId.get(parent);
    }
    const root = byId.get(rootId);
    return root?.rank === "master-agreement" ? branch : rootId;
  };
  const groups = new Map<AgreementId, Agreement[]>();
  for (const agreement of ordered) {
    const rootId = rootOf(agreement.id);
    const group = groups.get(rootId);
    if (group === undefined) groups.set(rootId, [agreement]);
    else group.push(agreement);
  }
  return [...groups].map(([id, group]) => ({
    id,
    members: group.toSorted(comparePrecedence).map((agreement) => ({
      agreement,
      parentId: parents.get(agreement.id) ?? null,
      branchId: copies.has(agreement.id) ? id : branchOf(agreement, id),
      isCopy: copies.has(agreement.id),
    })),
    questions: group.flatMap(({ id: agreementId }) => {
      const code = questions.get(agreementId);
      return code === undefined ? [] : [{ agreementId, code }];
    }),
  }));
}
