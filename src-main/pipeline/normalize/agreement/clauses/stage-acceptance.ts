import type { MilestoneValue } from "../../../../../src-shared/model/index.ts";
import { asksForAcceptance } from "../../../../../src-shared/wording/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";

/** Any one of the stages: "each milestone", "chaque jalon", "cada entrega", "jeder Bauabschnitt". */
const eachStage =
  /(?<!\p{L})(?:each|every|any|per|jede[rsmn]?|je|chaque|chacun\p{L}* des|par|cada|por|ogni|ciascun\p{L}*|per|elke?|iedere?)(?: \p{L}+)? (?:milestones?|stages?|phases?|deliver(?:y|able)s?|instal?lments?|parts?|meilenstein\p{L}*|\p{L}*abschnitt\p{L}*|stufen?|phasen?|teilleistung\p{L}*|jalons?|etapes?|livrables?|livraisons?|lots?|tranches?|hitos?|entregas?|fases?|etapas?|tappe|tappa|fasi|consegn[ae]|lott[oi]|mijlpa(?:al|len)|deelleverings?|opleverings?|marcos?)(?!\p{L})/u;
const isBilled =
  /(?<!\p{L})(?:invoic\p{L}*|bill(?:ed|able|s)?|rechnung\p{L}*|fakturier\p{L}*|abgerechnet|berechnet|factur\p{L}*|fattur\p{L}*|gefactureerd|factureren|fatur\p{L}*)(?!\p{L})/u;
/** Invoices that somebody receives or approves are no work that is accepted. */
const ofInvoices =
  /(?<!\p{L})(?:reception|recepcion|receipt|approval|validation|aprobacion|approvazione|accept\p{L}*|goedkeuring|freigabe)(?: \p{L}+)? (?:de (?:la |chaque |cada )?|of (?:the |an |each )?|d'|della |van de |der )?(?:invoices?|factur\p{L}*|fattur\p{L}*|rechnung|factuur|fatura)(?!\p{L})/u;

/**
 * Stages whose agreement says of each of them that it is billed once it is accepted, wherever that sentence stands:
 * "Each milestone is invoiced after signature of its acceptance certificate."
 */
export function withStageAcceptance(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  if (!candidates.some(({ type }) => type === "milestone")) return candidates;
  const isAsked = readings.some(
    ({ folded }) =>
      eachStage.test(folded) &&
      isBilled.test(folded) &&
      asksForAcceptance(folded) &&
      !ofInvoices.test(folded),
  );
  return isAsked
    ? candidates.map((candidate) =>
        candidate.type === "milestone" && candidate.absent !== true
          ? { ...candidate, value: { ...(candidate.value as MilestoneValue), acceptance: true } }
          : candidate,
      )
    : candidates;
}
