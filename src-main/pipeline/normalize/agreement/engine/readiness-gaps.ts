import type {
  AgreementRank,
  Evidence,
  ReadDocument,
  ReadinessGap,
} from "../../../../../src-shared/model/index.ts";
import type { Outline } from "../structure/outline.ts";
import type { Unit } from "../structure/unit.ts";
import { quotePart } from "../text/prepared-text.ts";
import type { Candidate } from "./frame.ts";

const schedule =
  /\b(exhibit|schedule|annex|appendix|attachment|anlage|anhang|annexe) (?:no\.? )?([a-z]\b(?:-\d+)?|\d{1,2}\b|[ivx]+\b)/g;
const priceWords =
  /\b(?:rates?|fees?|prices?|pricing|charges?|rate card|satze|vergutung|preise|tarifs?|prix)\b/;

/** What the text leaves open and a check will need, each with the words that leave it open. */
export function findGaps(
  outline: Outline,
  units: readonly Unit[],
  candidates: readonly Candidate[],
  rank: AgreementRank,
  document: ReadDocument,
): readonly ReadinessGap[] {
  return [
    ...missingSchedules(outline, units, document),
    ...(rank === "estimate" &&
    candidates.length > 0 &&
    !units.some(
      (unit) =>
        /\b(?:fixed price|firm|not to exceed|guaranteed|binding|verbindlich|festpreis|ferme)\b/.test(
          unit.folded,
        ) && !/\bnot (?:firm|binding)\b/.test(unit.folded),
    )
      ? [{ code: "estimate-firmness", evidence: [] }]
      : []),
    ...(["amendment", "change-order", "acceptance-message"].includes(rank) ? [] : silences(candidates)),
  ];
}

/** Prices that stand in a schedule which this document does not hold. */
function missingSchedules(
  outline: Outline,
  units: readonly Unit[],
  document: ReadDocument,
): readonly ReadinessGap[] {
  const held = outline.headings
    .map((heading) => `${heading.label ?? ""} ${heading.folded}`.toLowerCase())
    .join(" | ");
  const gaps = new Map<string, ReadinessGap>();
  for (const unit of units) {
    if (!priceWords.test(unit.folded) || unit.folded.endsWith(":")) continue;
    for (const match of unit.folded.matchAll(schedule)) {
      const name = `${match[1] ?? ""} ${match[2] ?? ""}`;
      if (held.includes(name) || gaps.has(name)) continue;
      const around = unit.folded.slice(Math.max(0, match.index - 90), match.index + 60);
      if (!priceWords.test(around)) continue;
      const evidence: readonly Evidence[] = quotePart(unit.prepared, unit.start, unit.end, document);
      gaps.set(name, {
        code: "missing-document",
        facts: { name: unit.text.slice(match.index, match.index + match[0].length) },
        evidence,
      });
    }
  }
  return [...gaps.values()];
}

/** Things that the text does not say at all, where its prices need them. */
function silences(candidates: readonly Candidate[]): readonly ReadinessGap[] {
  const has = (type: string): boolean => candidates.some((candidate) => candidate.type === type);
  const prices = has("rate") || has("fixed-fee") || has("tiers");
  const recurs = candidates.some(
    (candidate) =>
      candidate.type === "fixed-fee" && "per" in candidate.value && candidate.value.per !== "once",
  );
  return [
    ...(prices && !has("tax") && !has("price-basis") ? [{ code: "tax", evidence: [] }] : []),
    ...(prices && !has("payment-terms") ? [{ code: "payment-terms", evidence: [] }] : []),
    ...(recurs && !has("proration") ? [{ code: "proration-basis", evidence: [] }] : []),
  ];
}

const prevails =
  /\b(?:order of precedence|(?:shall|will) (?:prevail|control|take precedence)|takes? precedence|prevails?|in the event of (?:a|any) (?:conflict|inconsistency)|vorrang|rangfolge|prevau[dt]\w*)\b/;

/** The document's own clause about which document prevails; `null` without one. */
export function findPrecedence(units: readonly Unit[], document: ReadDocument): Evidence | null {
  const unit = units.find(
    (entry) =>
      prevails.test(entry.folded) &&
      /\b(?:agreement|sow|statement of work|order|exhibit|terms|document|contract|vertrag|anlage|angebot|contrat|annexe|amendment)\b/.test(
        entry.folded,
      ),
  );
  return unit === undefined ? null : (quotePart(unit.prepared, unit.start, unit.end, document)[0] ?? null);
}
