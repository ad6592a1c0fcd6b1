import type { FixedFeeValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { isRole } from "../lexicon/roles.ts";

/** Sums that are due a single time, and sums of a whole: no price of one thing among many. */
const once =
  /\b(?:one[- ]?time|one[- ]?off|once|single|nrc|non-?recurring|set-?up|implement\w*|half|halfte|moitie|mitad|meta|metade|helft|install\w*|onboarding|mobili[sz]ation|activation|migration|initial|lump|flat|total|contract|project|deposit|fee|retainer|einmal\w*|einricht\w*|inbetriebnahme|pauschal\w*|festpreis|grund\w*|gesamt\w*|frais de dossier|mise en (?:service|place|route)|forfait\w*|unique|alta|instalacion|puesta en marcha|unic[oa]|honorarios|attivazione|una tantum|avviamento|instalacao|ativacao|inicio|eenmalig\w*|opstart\w*|installatie|aansluit\w*)\b/u;
const verb =
  /\b(?:is|are|shall|will|pays?|charged?|wird|werden|betragt|zahlt|est|sont|s'eleve|paie|verse|es|son|sera|pagara|abonara|e|sono|paga|wordt|worden|bedraagt|betaalt)\b/u;

/** How far apart rows of one list stand, in units of text. */
const near = 2;

/**
 * In an agreement that goes on, "Déclaration d'arrêt maladie : 19 €" beside prices per hour and per piece is a price of
 * one, whenever there is one; only a row of a list, and only where nothing says that it is due once.
 */
export function withPiecePrices(candidates: readonly Candidate[], kind: string): readonly Candidate[] {
  const isOngoing = candidates.some(
    ({ type, absent }) =>
      (type === "billing" || type === "duration" || type === "escalator") && absent !== true,
  );
  const isWhole = candidates.some(
    ({ type }) => type === "milestone" || type === "deposit" || type === "retention",
  );
  if (kind !== "agreement" || !isOngoing || isWhole) return candidates;
  const rates = candidates.filter(({ type, absent }) => type === "rate" && absent !== true);
  return candidates.map((candidate): Candidate => {
    if (candidate.type !== "fixed-fee" || candidate.absent === true || candidate.remainder !== undefined)
      return candidate;
    const { item, amount, per, timing } = candidate.value as FixedFeeValue;
    const [part] = candidate.parts;
    const line = part === undefined ? "" : part.prepared.folded.slice(part.start, part.end);
    const isRow = line.length > 0 && line.length < 110 && !verb.test(line) && !once.test(line);
    const hasPeers = rates.some(({ order }) => Math.abs(order - candidate.order) <= near);
    if (per !== "once" || timing !== null || !isRow || !hasPeers) return candidate;
    return {
      ...candidate,
      type: "rate",
      key: `${item.toLowerCase()}|each|`,
      value: { item, ...(isRole(item) && { role: item }), unit: "each", price: amount },
      confidence: candidate.confidence - 0.1,
      questions: [
        ...(candidate.questions ?? []).filter((question) => question !== "fee-period-unsaid"),
        "unit-unsaid",
      ],
    };
  });
}
