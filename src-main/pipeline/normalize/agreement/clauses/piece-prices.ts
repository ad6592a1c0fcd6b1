import type { FixedFeeValue, RateValue, Unit } from "../../../../../src-shared/model/index.ts";
import { compare, decimalText, isZero } from "../../../../../src-shared/money/index.ts";
import { foldText } from "../../values/fold.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Language } from "../literals/literal.ts";
import { isRole } from "../lexicon/roles.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";

/** Sums that are due a single time, and sums of a whole: no price of one thing among many. */
const once =
  /\b(?:one[- ]?time|one[- ]?off|once|single|nrc|non-?recurring|set-?up|implement\w*|half|halfte|moitie|mitad|meta|metade|helft|install\w*|onboarding|mobili[sz]ation|activation|migration|initial|lump|flat|total|contract|project|deposit|fee|retainer|einmal\w*|einricht\w*|inbetriebnahme|pauschal\w*|festpreis|grund\w*|gesamt\w*|frais de dossier|mise en (?:service|place|route)|forfait\w*|unique|alta|instalacion|puesta en marcha|unic[oa]|honorarios|attivazione|una tantum|avviamento|instalacao|ativacao|inicio|eenmalig\w*|opstart\w*|installatie|aansluit\w*)\b/u;
const verb =
  /\b(?:is|are|shall|will|pays?|charged?|wird|werden|betragt|zahlt|est|sont|s'eleve|paie|verse|es|son|sera|pagara|abonara|e|sono|paga|wordt|worden|bedraagt|betaalt)\b/u;

/**
 * What a thing is counted in where that names it: "Colour page", "Page couleur", "Hora extra", "Normzeile".
 *
 * The noun that tells it stands last in Germanic languages ("line haul" is no line) and first in Romance ones.
 */
function unitOfName(item: string, languages: readonly Language[]): Unit | null {
  const words = foldText(item)
    .replace(/[,:(–-].*$/u, "")
    .trim()
    .split(" ");
  if (words.length > 3) return null;
  const isRomance = languages.length > 0 && languages.every((language) => romance.has(language));
  return countable((isRomance ? words[0] : words.at(-1)) ?? "");
}

const romance: ReadonlySet<Language> = new Set(["fr", "es", "it", "pt"]);

/** Small things by which work and use are counted: who is paid for one names no project by it. */
const countable = (word: string): Unit | null => {
  const unit = unitOfWord(word);
  return unit !== null && small.has(unit) && !word.endsWith("s") ? unit : null;
};
const small: ReadonlySet<Unit> = new Set([
  "hour",
  "minute",
  "page",
  "line",
  "word",
  "message",
  "call",
  "label",
  "meal",
  "kilometre",
  "mile",
  "payslip",
]);

/**
 * A sum that can only be the price of one: the thing is named by what it is counted in, or the sum is less than one.
 *
 * "Page couleur, dès la première | 0,0720".
 */
function countedByName(candidate: Candidate, languages: readonly Language[]): Candidate | null {
  if (candidate.type !== "fixed-fee" || candidate.absent === true) return null;
  const { item, amount, per, timing } = candidate.value as FixedFeeValue;
  const line = lineOf(candidate);
  if (per !== "once" || timing !== null || once.test(line) || verb.test(line)) return null;
  const unit = unitOfName(item, languages) ?? (compare(amount, one) < 0 && !isZero(amount) ? "each" : null);
  return unit === null
    ? null
    : {
        ...candidate,
        type: "rate",
        key: `${item.toLowerCase()}|${unit}|`,
        value: { item, unit, price: amount },
        questions: (candidate.questions ?? []).filter((question) => question !== "fee-period-unsaid"),
      };
}

const one = decimalText("1");

/** The words that a candidate is read from first, folded. */
const lineOf = ({ parts: [part] }: Candidate): string =>
  part === undefined ? "" : part.prepared.folded.slice(part.start, part.end);

/** How far apart rows of one list stand, in units of text. */
const near = 2;

/**
 * In an agreement that goes on, "Déclaration d'arrêt maladie : 19 €" beside prices per hour and per piece is a price of
 * one, whenever there is one; only a row of a list, and only where nothing says that it is due once.
 */
export function withPiecePrices(
  candidates: readonly Candidate[],
  kind: string,
  languages: readonly Language[],
): readonly Candidate[] {
  const counted = candidates.map((candidate) => countedByName(candidate, languages) ?? candidate);
  const isOngoing = candidates.some(
    ({ type, absent }) =>
      (type === "billing" || type === "duration" || type === "escalator") && absent !== true,
  );
  const isWhole = candidates.some(
    ({ type }) => type === "milestone" || type === "deposit" || type === "retention",
  );
  if (kind !== "agreement" || !isOngoing || isWhole) return counted;
  const rates = counted.filter(({ type, absent }) => type === "rate" && absent !== true);
  const wholes = counted.filter(
    ({ type, absent, value }) =>
      type === "fixed-fee" && absent !== true && (value as FixedFeeValue).per === "once",
  );
  return counted.map((candidate): Candidate => {
    if (candidate.type !== "fixed-fee" || candidate.absent === true || candidate.remainder !== undefined)
      return candidate;
    const { item, amount, per, timing } = candidate.value as FixedFeeValue;
    const line = lineOf(candidate);
    const isRow = line.length > 0 && line.length < 110 && !verb.test(line) && !once.test(line);
    const beside = ({ order }: Candidate): boolean => Math.abs(order - candidate.order) <= near;
    const peers = rates.filter(beside);
    // Beside more sums of wholes than prices of one it is one of those, unless it is no more than such a price.
    const others = wholes.filter((other) => other !== candidate && beside(other)).length;
    const hasPeers =
      (peers.length > 0 && peers.length >= others) ||
      peers.some(({ value }) => compare(amount, (value as RateValue).price) <= 0);
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
