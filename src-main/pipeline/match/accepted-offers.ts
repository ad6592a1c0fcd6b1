import type { Agreement, AgreementId } from "../../../src-shared/model/index.ts";
import { joinFamilies } from "./families.ts";

/**
 * Offers that a paper of their own accepts, as agreements in force from the day of that paper.
 *
 * A message that plainly says yes accepts the offer that it names, or the only one between its parties. An order that
 * names an offer accepts it, too; where it says otherwise, its own terms go first.
 */
export function withAcceptedOffers(agreements: readonly Agreement[]): readonly Agreement[] {
  if (agreements.every(({ standing }) => standing !== "offer")) return agreements;
  const accepting = new Map<AgreementId, Agreement>();
  for (const { members, questions } of joinFamilies(agreements)) {
    const placed = new Set(questions.map(({ agreementId }) => agreementId));
    for (const { agreement, parentId } of members) {
      const isMeant = !placed.has(agreement.id) || ofOffer.test(agreement.title ?? "");
      if (parentId !== null && isMeant && !accepting.has(parentId) && saysYes(agreement))
        accepting.set(parentId, agreement);
    }
  }
  return agreements.map((agreement) => {
    const yes = agreement.standing === "offer" ? accepting.get(agreement.id) : undefined;
    return yes === undefined
      ? agreement
      : {
          ...agreement,
          standing: "in-force",
          signedOn: agreement.signedOn ?? yes.signedOn ?? yes.dated,
          evidence: [...agreement.evidence, ...yes.evidence],
        };
  });
}

/** What a message is about that names no number, in seven languages: a yes to something else accepts no offer. */
const ofOffer =
  /quot|estimat|proposal|\boffer|tender|angebot|offert|kostenvoranschlag|devis|presupuesto|propuesta|cotizaci|preventivo|or[cç]amento|proposta/i;

const saysYes = ({ rank, standing, references }: Agreement): boolean =>
  standing === "in-force" &&
  (rank === "acceptance-message" ||
    (rank === "purchase-order" && references.some(({ number }) => number !== null)));
