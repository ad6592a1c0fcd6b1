import type { FixedFeeValue, MilestoneValue } from "../../../../../src-shared/model/index.ts";
import { asksForAcceptance } from "../../../../../src-shared/wording/index.ts";
import { foldText } from "../../values/fold.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { isMoney } from "../literals/literal.ts";
import { words } from "../lexicon/invoice-words.ts";
import { allStages, countedStage, eachStage, eachSum, stageEvent } from "../lexicon/stage-words.ts";

/** Billing, and falling due. */
const isDue = words(
  "invoic\\p{L}*|bill(?:ed|able|s)?|earned|matur\\p{L}*|due|payable|paid|pays?|rechnung\\p{L}*|fakturier\\p{L}*|abgerechnet|berechnet|fallig\\p{L}*|zahlbar|gezahlt|bezahlt|factur\\p{L}*|exigibles?|regle\\p{L}*|du[es]*|paye\\p{L}*|verse\\p{L}*|payables?|fattur\\p{L}*|dovut\\p{L}*|pagat\\p{L}*|esigibil\\p{L}*|gefactureerd|factureren|betaald|betaalbaar|verschuldigd|fatur\\p{L}*|devid\\p{L}*|vence\\p{L}*|abona\\p{L}*|paga\\p{L}*|exigib\\p{L}*",
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
  const listed = withListedSums(candidates, readings);
  const hasStages = listed.some(({ type }) => type === "milestone");
  const sums = hasStages ? [] : listed.filter(isSumOnce);
  if (!hasStages && sums.length < 2) return listed;
  if (!readings.some((reading) => asksOfAll(reading) && (hasStages || eachStage.test(reading.folded))))
    return listed;
  return listed.map((candidate) => {
    if (candidate.absent === true) return candidate;
    if (candidate.type === "milestone")
      return { ...candidate, value: { ...(candidate.value as MilestoneValue), acceptance: true } };
    return sums.includes(candidate) ? asStage(candidate, true) : candidate;
  });
}

/**
 * Sums that count their stages ("Stage 2, draft plan: $22,750"), or right over a sentence that lets each of them fall
 * due with its work ("Each amount becomes due on completion"), are stages and no fees.
 */
function withListedSums(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  const sums = candidates.filter(isSumOnce);
  const counted = sums.filter((one) => countedStage.test(foldText(itemOf(one))));
  const stages = new Map(
    counted.length < 2 ? [] : counted.map((sum) => [sum, asksForAcceptance(itemOf(sum))] as const),
  );
  const more: Candidate[] = [];
  for (const [index, reading] of readings.entries()) {
    if (!fallsDueEach(reading)) continue;
    const isAccepted = asksForAcceptance(reading.folded);
    const above = runAbove(sums, reading);
    const inRow = sumsInRow(readings[index - 1]);
    if (above.length + inRow.length < 2) continue;
    for (const sum of above) stages.set(sum, isAccepted);
    const known = new Set(above.map(({ value }) => (value as FixedFeeValue).amount));
    more.push(...inRow.filter((sum) => !known.has(amountOf(sum))).map((sum) => asStage(sum, isAccepted)));
  }
  if (stages.size === 0) return candidates;
  return [
    ...candidates.map((one) => (stages.has(one) ? asStage(one, stages.get(one) === true) : one)),
    ...more,
  ];
}
const itemOf = ({ value }: Candidate): string => (value as FixedFeeValue).item;
const amountOf = ({ value }: Candidate): FixedFeeValue["amount"] => (value as FixedFeeValue).amount;

/** The sums right over a unit, without anything else between them. */
function runAbove(sums: readonly Candidate[], { unit }: Reading): readonly Candidate[] {
  const run: Candidate[] = [];
  for (const sum of sums.toSorted((one, other) => other.order - one.order)) {
    if (sum.order >= unit.order) continue;
    if ((run.at(-1)?.order ?? unit.order) - sum.order > widestGap) break;
    run.push(sum);
  }
  return run;
}
/** Units between two lines of a list of sums. */
const widestGap = 2;

/** "Concept $7,200, design development $13,500": names with sums in one sentence, as fees. */
function sumsInRow(reading: Reading | undefined): readonly Candidate[] {
  if (reading === undefined) return [];
  const { literals, text, unit } = reading;
  const sums = literals.filter(isMoney);
  if (sums.length < 2 || sums.length < literals.length || sums.some(({ per }) => per.length > 0)) return [];
  return sums.flatMap(({ start, value, currency }, index): readonly Candidate[] => {
    const from = sums[index - 1]?.end ?? 0;
    const item = text.slice(from, start).replace(/^[\s,;:–-]*(?:(?:and|und|et|y|e|en)\s)?|[\s:=–-]+$/gu, "");
    if (!/\p{L}{3}/u.test(item) || item.length > longestItem || /[.;,]\s/.test(item)) return [];
    return [
      {
        type: "fixed-fee",
        key: foldText(item),
        value: { item, amount: value, per: "once", timing: null } satisfies FixedFeeValue,
        from: null,
        to: null,
        confidence: 0.7,
        currency,
        parts: [{ prepared: unit.prepared, start: unit.start, end: unit.end }],
        order: unit.order,
        clause: unit.clause,
      },
    ];
  });
}
const longestItem = 40;

/** "Each amount becomes due on completion of its item", "you bill each one when I have signed it off". */
const fallsDueEach = ({ folded, unit }: Reading): boolean =>
  unit.zone !== "recitals" &&
  unit.zone !== "example" &&
  !unit.isStruck &&
  eachSum.test(folded) &&
  isDue.test(folded) &&
  (asksForAcceptance(folded) || stageEvent.test(folded)) &&
  !ofPapers.test(folded) &&
  !denied.test(folded);

/** A sum that is due once: where a sentence speaks of each stage, a list of such sums is the stages. */
const isSumOnce = ({ type, value, absent }: Candidate): boolean =>
  type === "fixed-fee" && (value as FixedFeeValue).per === "once" && absent !== true;

function asStage(candidate: Candidate, acceptance: boolean): Candidate {
  const { item, amount } = candidate.value as FixedFeeValue;
  return {
    ...candidate,
    type: "milestone",
    key: item.toLowerCase(),
    value: { name: item, amount, acceptance: acceptance || asksForAcceptance(item) },
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
