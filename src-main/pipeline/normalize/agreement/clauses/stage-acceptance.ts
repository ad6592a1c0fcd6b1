import type { FixedFeeValue, MilestoneValue } from "../../../../../src-shared/model/index.ts";
import { asksForAcceptance } from "../../../../../src-shared/wording/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { words } from "../lexicon/invoice-words.ts";
import { allStages, eachStage } from "../lexicon/stage-words.ts";

/** Billing, and falling due. */
const isDue = words(
  "invoic\\p{L}*|bill(?:ed|able|s)?|due|payable|paid|pays?|rechnung\\p{L}*|fakturier\\p{L}*|abgerechnet|berechnet|fallig\\p{L}*|zahlbar|gezahlt|bezahlt|factur\\p{L}*|exigibles?|regle\\p{L}*|du[es]*|paye\\p{L}*|verse\\p{L}*|payables?|fattur\\p{L}*|dovut\\p{L}*|pagat\\p{L}*|esigibil\\p{L}*|gefactureerd|factureren|betaald|betaalbaar|verschuldigd|fatur\\p{L}*|devid\\p{L}*|vence\\p{L}*|abona\\p{L}*|paga\\p{L}*|exigib\\p{L}*",
);
/** Papers that somebody receives or accepts are no work: "acceptance of the invoice", "on accepting this quote". */
const paper =
  "(?:invoices?|offers?|quot(?:e|ation)s?|proposals?|estimates?|orders?|terms|contracts?|agreements?|factur\\p{L}*|devis|offres?|commandes?|fattur\\p{L}*|preventiv[oi]|offert[ae]|ordin[ei]|\\p{L}*rechnung\\p{L}*|angebot\\p{L}*|auftrags?|presupuestos?|pedidos?|ofertas?|facturen|factuur|offertes?|opdracht|fatur\\p{L}*|orcamentos?|propostas?)";
const ofPapers = words(
  `(?:reception|recepcion|receipt|approv\\p{L}*|validation|aprobacion|approvazione|accept\\p{L}*|aceptacion|accettazione|aceitacao|goedkeuring|acceptatie|freigabe|annahme|genehmigung)(?: \\p{L}+)? (?:(?:de|of|des?|du|del|della|dell|di|van|der|do|da|the|this|our|an?|each|la|le|el|chaque|cada|diese[rs]|dieses|ce|cette|deze|het)[ '])*${paper}`,
);
/** What is said of one stage alone is not said of all: "the final milestone", "stage 2", "die letzte Rate". */
const ofOneStage =
  /(?<!\p{L})(?:first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|erste\p{L}*|zweite\p{L}*|dritte\p{L}*|letzte\p{L}*|premier\p{L}*|deuxieme|troisieme|dernier\p{L}*|primer\p{L}*|segund\p{L}*|tercer\p{L}*|ultim\p{L}*|prim[oa]|second[oa]|terz[oa]|eerste|tweede|derde|laatste|primeir\p{L}*|terceir\p{L}*)(?!\p{L})|(?<!\p{L})(?:milestone|stage|phase|instal?lment|rate|etape|jalon|hito|fase|etapa|tranche|lot|termijn)s? (?:no\.? ?|nr\.? ?|n\.? ?)?(?:\d|[ivx]+\b|[a-z]\b)/u;
/** Where none is needed, none is asked for. */
const denied =
  /(?<!\p{L})(?:no|not|without|never|kein\p{L}*|ohne|nicht|sans|aucune?|pas|sin|senza|sem|geen|zonder|niet|nessun\p{L}*|nenhum\p{L}*)(?: \p{L}+){0,2} (?:accept|approv|sign|abnahme|freigabe|reception|recette|validation|aceptac|aprobac|accetta|approva|collaudo|aceitac|aprovac|oplevering|goedkeuring)/u;

/**
 * Stages whose agreement says of them all that they wait for acceptance, wherever that sentence stands:
 * "Each milestone is invoiced after signature of its acceptance certificate", "stage payments fall due once approved".
 */
export function withStageAcceptance(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  const hasStages = candidates.some(({ type }) => type === "milestone");
  const sums = hasStages ? [] : candidates.filter(isSumOnce);
  if (!hasStages && sums.length < 2) return candidates;
  if (!readings.some((reading) => asksOfAll(reading) && (hasStages || eachStage.test(reading.folded))))
    return candidates;
  return candidates.map((candidate) => {
    if (candidate.absent === true) return candidate;
    if (candidate.type === "milestone")
      return { ...candidate, value: { ...(candidate.value as MilestoneValue), acceptance: true } };
    return sums.includes(candidate) ? asStage(candidate) : candidate;
  });
}

/** A sum that is due once: where a sentence speaks of each stage, a list of such sums is the stages. */
const isSumOnce = ({ type, value, absent }: Candidate): boolean =>
  type === "fixed-fee" && (value as FixedFeeValue).per === "once" && absent !== true;

function asStage(candidate: Candidate): Candidate {
  const { item, amount } = candidate.value as FixedFeeValue;
  return {
    ...candidate,
    type: "milestone",
    key: item.toLowerCase(),
    value: { name: item, amount, acceptance: true },
    questions: (candidate.questions ?? []).filter((question) => question !== "fee-period-unsaid"),
  };
}

function asksOfAll({ folded, unit }: Reading): boolean {
  if (unit.zone === "recitals" || unit.zone === "example" || unit.isStruck) return false;
  if (!asksForAcceptance(folded) || ofPapers.test(folded) || ofOneStage.test(folded) || denied.test(folded))
    return false;
  if (isDue.test(folded)) return eachStage.test(folded) || allStages.test(folded);
  return eachStage.test(folded) && isReached.test(folded);
}

/** "A milestone is complete when the Client has accepted it": a yes as the state of the stage, not as a step of work. */
const isReached = words(
  "(?:has|have|is|are|been|ist|sind|hat|est|a|ont|es|esta|haya|ha|e|e stat[oa]|is|heeft|foi|tenha)(?: \\p{L}+){0,3} (?:accepted|approved|signed(?: it)?(?: off)?|abgenommen|freigegeben|genehmigt|acceptee?s?|validee?s?|approuvee?s?|aceptad[oa]s?|aprobad[oa]s?|accettat[oa]|approvat[oa]|collaudat[oa]|geaccepteerd|goedgekeurd|aceit[ea]|aprovad[oa])",
);
