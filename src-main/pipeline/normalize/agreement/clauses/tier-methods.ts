import type { TiersValue } from "../../../../../src-shared/model/index.ts";
import { wordsOf } from "../engine/frame.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { tierMethodOf } from "../tables/tier-method.ts";

const aboutTiers =
  /\b(?:tiers?|bands?|ranges?|brackets?|each price|price (?:of|for) the|prices? appl|stufen?|staffel\w*|preis der|tranches?|paliers?|tramos?|escalones|scaglion[ei]|fasc[ei]a?|escal(?:ao|oes)|schij(?:f|ven)|staffels?|volume|reached|blocks?|(?:lower|lowest|reduced|better|cheaper|niedrigere|gunstigere|ermassigte|reduit|inferieur|menor|mejor|reducido|inferiore|ridotto|lagere|menor|reduzido) (?:price|rate|preis|prix|tarif|precio|tarifa|prezzo|tariffa|prijs|preco))\b/;
/** How far from its table the sentence may stand that says how it is read, in units of text. */
const near = 5;
/** The same where the tiers sound as if they said it. */
const next = 2;

/**
 * Tiers that do not say how they are read take it from the one sentence near them that does.
 *
 * "The first 500 …, beyond that …" only sounds as if each band were for itself: the sentence right behind decides.
 */
export function withTierMethods(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  const said = readings.flatMap((reading) => {
    const method = aboutTiers.test(reading.folded) ? tierMethodOf(reading.folded) : null;
    return method === null ? [] : [{ reading, method }];
  });
  return candidates.map((candidate) => {
    if (candidate.type !== "tiers") return candidate;
    const { method: own } = candidate.value as TiersValue;
    if (own === "package" || (own !== null && saysItself(candidate))) return candidate;
    const reach = own === null ? near : next;
    const close = said.filter(({ reading }) => Math.abs(reading.unit.order - candidate.order) <= reach);
    const [first] = close;
    if (first === undefined || new Set(close.map(({ method }) => method)).size > 1) return candidate;
    const { unit } = first.reading;
    const questions = (candidate.questions ?? []).filter((question) => question !== "method-unsaid");
    const { questions: _open, ...rest } = candidate;
    return {
      ...rest,
      value: { ...(candidate.value as TiersValue), method: first.method },
      parts: [...candidate.parts, { prepared: unit.prepared, start: unit.start, end: unit.end }],
      confidence: Math.min(0.95, candidate.confidence + 0.1),
      ...(questions.length > 0 && { questions }),
    };
  });
}

/** Whether the clause of some tiers says how they are read. */
const saysItself = (candidate: Candidate): boolean => tierMethodOf(wordsOf(candidate)) !== null;
