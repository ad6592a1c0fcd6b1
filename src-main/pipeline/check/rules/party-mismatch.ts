import type { AgreementSides, Evidence, Party } from "../../../../src-shared/model/index.ts";
import { decidedSides } from "../../../../src-shared/model/index.ts";
import { isCutName, normalizeTaxId, partyNameOf } from "../../../../src-shared/wording/index.ts";
import type { NameAgreement } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { relate } from "../party-relation.ts";
import type { Role } from "../party-relation.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { ownAgreementWords, saidOfAgreement } from "../agreement-words.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const id = "party.mismatch";

/** The legal entities of the invoice are those of the agreement. */
export const partyMismatch: InvoiceRule = {
  ids: [id],
  family: 3,
  title: "Seller and buyer are the agreement's parties",
  version: 1,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing"],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

interface Agreed {
  readonly parties: readonly Party[];
  /** Parties whose role is not said: either may be the one. */
  readonly isRoleKnown: boolean;
}

function judge(context: InvoiceContext): Verdict {
  const findings: FindingDraft[] = [];
  const doubts: Sentence[] = [];
  for (const role of ["seller", "buyer"] as const) {
    const agreed = context.onceForDocuments(`agreed-${role}`, (invoice) => agreedParties(role, invoice));
    const printed = context.invoice[role];
    const isUnsaid = agreed.parties.length === 0 || isOtherSideOnly(role, agreed, context);
    if (isUnsaid)
      doubts.push(
        sentence(role === "seller" ? "because/no-agreed-seller" : "because/no-agreed-buyer", {
          agreement: ownAgreementWords(context),
        }),
      );
    else if (printed === null)
      doubts.push(sentence(role === "seller" ? "because/no-seller" : "because/no-buyer", {}));
    else compareRole(role, printed, agreed, context, findings, doubts);
  }
  if (findings.length > 0 && isSwapped(context))
    return cannotDetermine(id, sentence("because/sides-swapped", { agreement: ownAgreementWords(context) }));
  if (findings.length + doubts.length > 0 && isHalfKnown(context))
    return cannotDetermine(id, sentence("because/one-party-only", { agreement: ownAgreementWords(context) }));
  if (findings.length > 0) return fail(id, ...findings);
  const doubt = joined(doubts);
  if (doubt !== null) return cannotDetermine(id, doubt);
  return pass(id, saidOfAgreement(context, "because/same-parties"));
}

/** One sentence of several. */
const joined = ([first, ...others]: readonly Sentence[]): Sentence | null =>
  first === undefined
    ? null
    : others.reduce((before, next) => sentence("because/several", { first: before, next }), first);

/** Sides that were only guessed are parties of either role: they prove no mismatch of roles, and hide none. */
const agreedSides = ({ agreements }: InvoiceContext): readonly AgreementSides[] =>
  agreements.map((agreement) => decidedSides(agreement));

const sidesOf = (context: InvoiceContext): readonly [seller: Party[], buyer: Party[], others: Party[]] => {
  const sides = agreedSides(context);
  return [
    sides.flatMap(({ seller }) => seller ?? []),
    sides.flatMap(({ buyer }) => buyer ?? []),
    sides.flatMap(({ parties }) => parties),
  ];
};

/** Each party of the invoice is the agreement's on the other side. */
function isSwapped(context: InvoiceContext): boolean {
  const [sellers, buyers] = sidesOf(context);
  const { seller, buyer } = context.invoice;
  const isOneOf = (printed: Party | null, agreed: readonly Party[]): boolean =>
    printed !== null && agreed.some((party) => relate(printed, party, context) === "same");
  return isOneOf(seller, buyers) && isOneOf(buyer, sellers);
}

/** Of the agreement one party alone is known, and the invoice names it in the other role: a role was misread. */
function isHalfKnown(context: InvoiceContext): boolean {
  const [sellers, buyers, others] = sidesOf(context);
  const cores = new Set([...sellers, ...buyers, ...others].map(({ name }) => partyNameOf(name).core));
  const [only] = [...sellers, ...buyers];
  if (cores.size !== 1 || only === undefined) return false;
  const across = sellers.length > 0 ? context.invoice.buyer : context.invoice.seller;
  return across !== null && relate(across, only, context) === "same";
}

/**
 * Whoever the agreement has in this role is on the other side of the invoice, and nobody bills himself: the party of
 * this role was not found in it.
 */
function isOtherSideOnly(role: Role, { parties }: Agreed, context: InvoiceContext): boolean {
  const [printed, across] =
    role === "seller"
      ? [context.invoice.seller, context.invoice.buyer]
      : [context.invoice.buyer, context.invoice.seller];
  const isAcross = (party: Party): boolean => across !== null && relate(across, party, context) === "same";
  const isTheirs = (party: Party): boolean => printed !== null && relate(printed, party, context) === "same";
  return parties.every((party) => isAcross(party) && !isTheirs(party)) && !isSwapped(context);
}

function agreedParties(role: Role, context: InvoiceContext): Agreed {
  const sides = agreedSides(context);
  const known = sides.flatMap((agreed) => agreed[role] ?? []);
  // Whoever else the agreement names, an agency beside the advertiser, may stand on the invoice too.
  const across = sides.flatMap((agreed) => agreed[role === "seller" ? "buyer" : "seller"] ?? []);
  const acrossCores = new Set(across.map(({ name }) => partyNameOf(name).core));
  const beside = sides
    .flatMap(({ parties }) => parties)
    .filter(({ name }) => !acrossCores.has(partyNameOf(name).core));
  if (known.length > 0) return { parties: [...known, ...beside], isRoleKnown: true };
  return { parties: sides.flatMap(({ parties }) => parties), isRoleKnown: false };
}

const order: readonly NameAgreement[] = [
  "same",
  "form-missing",
  "form-differs",
  "look-alike",
  "similar",
  "different",
];

function compareRole(
  role: Role,
  printed: Party,
  agreed: Agreed,
  context: InvoiceContext,
  findings: FindingDraft[],
  doubts: Sentence[],
): void {
  const same = agreed.parties.find((party) => relate(printed, party, context) === "same");
  if (same !== undefined && findTaxIdClash(printed, same) === null) return;
  const ranked = agreed.parties
    .map((party) => ({ party, relation: relate(printed, party, context) }))
    .toSorted((first, second) => order.indexOf(first.relation) - order.indexOf(second.relation));
  const [best] = ranked;
  if (best === undefined) return;
  const clash = findTaxIdClash(printed, best.party);
  if (best.relation === "form-missing" && clash === null) {
    if (isNamedByNumber(context)) return;
    doubts.push(
      sentence("because/form-missing", {
        printed: printed.name,
        agreement: ownAgreementWords(context),
        agreed: best.party.name,
      }),
    );
    return;
  }
  if (
    !agreed.isRoleKnown &&
    best.relation === "different" &&
    role === "seller" &&
    agreed.parties.length < 2
  ) {
    doubts.push(sentence("because/seller-unsaid", { agreement: ownAgreementWords(context) }));
    return;
  }
  const whole = agreed.parties.find((party) => isCutName(printed.name, party.name));
  if (clash === null && whole !== undefined && best.relation !== "look-alike") {
    doubts.push(
      sentence("because/name-cut", {
        printed: printed.name,
        agreement: ownAgreementWords(context),
        agreed: whole.name,
      }),
    );
    return;
  }
  findings.push(toFinding(role, printed, best.party, best.relation, clash, context));
}

/** Two ids of one kind that differ: same letters in front, same length. */
function findTaxIdClash(first: Party, second: Party): string | null {
  if (first.taxId === null || second.taxId === null) return null;
  const [ours, theirs] = [normalizeTaxId(first.taxId), normalizeTaxId(second.taxId)];
  const shape = (taxId: string): string => taxId.replace(/\d/g, "9");
  return ours !== theirs && shape(ours) === shape(theirs) ? second.taxId : null;
}

const isNamedByNumber = ({ match }: InvoiceContext): boolean =>
  match.reasons.some(
    (reason) =>
      reason === "agreement-reference" ||
      reason === "order-reference" ||
      reason === "estimate-reference" ||
      reason === "tax-id",
  );

function toFinding(
  role: Role,
  printed: Party,
  party: Party,
  relation: NameAgreement,
  clash: string | null,
  context: InvoiceContext,
): FindingDraft {
  const shown =
    clash === null || relation !== "same" ? printed.name : `${printed.name}, ${printed.taxId ?? ""}`;
  const wanted = clash === null || relation !== "same" ? party.name : `${party.name}, ${clash}`;
  const evidence: readonly Evidence[] = evidenceOf(party, printed);
  return {
    direction: "process",
    message: sentence(`finding/${role}`, {
      shown,
      agreement: ownAgreementWords(context),
      wanted,
      relation: sentence(`words/relation.${relation}`, {}),
    }),
    expected: wanted,
    found: shown,
    alternative: null,
    proposal:
      relation === "similar" || relation === "form-differs"
        ? {
            action: "ask",
            text: sentence("ask/same-entity", { printed: printed.name, party: party.name }),
          }
        : {
            action: "correct",
            text: sentence(role === "buyer" ? "ask/issue-to" : "ask/issue-from", { party: party.name }),
          },
    confidence: Math.min(printed.confidence, party.confidence),
    evidence,
  };
}
