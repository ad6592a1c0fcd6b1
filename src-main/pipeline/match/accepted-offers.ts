import type { Agreement, AgreementId } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { joinFamilies } from "./families.ts";
import { isOneSubject } from "./offer-titles.ts";

/**
 * Offers that a paper of their own accepts, as agreements in force from the day of that paper.
 *
 * A message that plainly says yes accepts the offer that it names, or the only one between its parties. An order that
 * names an offer accepts it, too; where it says otherwise, its own terms go first. A yes that came when the offer had
 * lapsed accepts nothing, nor does one without a day where the offer has a last one.
 */
export function withAcceptedOffers(agreements: readonly Agreement[]): readonly Agreement[] {
  if (!agreements.some(isOffered)) return agreements;
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const accepting = new Map<AgreementId, Agreement>();
  for (const { members, questions } of joinFamilies(agreements)) {
    const placed = new Set(questions.map(({ agreementId }) => agreementId));
    for (const { agreement, parentId } of members) {
      const offer = parentId === null ? undefined : byId.get(parentId);
      if (offer === undefined || !isOffered(offer) || accepting.has(offer.id)) continue;
      const isMeant =
        !placed.has(agreement.id) || ofOffer.test(agreement.title ?? "") || isOneSubject(agreement, offer);
      if (isMeant && saysYes(agreement) && isInTime(offer, agreement)) accepting.set(offer.id, agreement);
    }
  }
  return agreements.map((agreement) => {
    const yes = accepting.get(agreement.id);
    return yes === undefined
      ? agreement
      : {
          ...agreement,
          standing: "in-force",
          signedOn: agreement.signedOn ?? dayOf(yes),
          evidence: [...agreement.evidence, ...yes.evidence],
        };
  });
}

const isOffered = ({ standing }: Agreement): boolean => standing === "offer" || standing === "expired";

const dayOf = ({ signedOn, dated }: Agreement): LocalDate | null => signedOn ?? dated;

function isInTime({ openUntil = null, standing }: Agreement, yes: Agreement): boolean {
  const day = dayOf(yes);
  return openUntil === null ? standing === "offer" : day !== null && day <= openUntil;
}

/** What a message is about that names no number, in seven languages: a yes to something else accepts no offer. */
const ofOffer =
  /quot|estimat|proposal|\boffer|tender|angebot|offert|kostenvoranschlag|devis|presupuesto|propuesta|cotizaci|preventivo|or[cç]amento|proposta/i;

const saysYes = ({ rank, standing, references }: Agreement): boolean =>
  standing === "in-force" &&
  (rank === "acceptance-message" ||
    (rank === "purchase-order" && references.some(({ number }) => number !== null)));
