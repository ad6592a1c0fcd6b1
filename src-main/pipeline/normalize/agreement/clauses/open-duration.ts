import { addDays } from "../../../../../src-shared/time/index.ts";
import type { Reading } from "../engine/reading.ts";
import { note } from "./duration-parts.ts";
import type { Parts } from "./duration-parts.ts";
import type { PrintedTerm } from "./printed-term.ts";
import { termCore, termStrength } from "./term-core.ts";
import type { TermCore } from "./term-core.ts";

const ofTerm =
  /\b(?:term|duration|laufzeit|duree|renewal|duracion|vigencia|plazo|prazo|durata|duracao|looptijd|duur|dauer|vertragsdauer|commencement)\b/;

/** What the words of contracts left open, from the sentence that most surely counts the agreement's days. */
export function fillFromCore(parts: Parts, readings: readonly Reading[]): void {
  if (parts.eventStart !== null) return;
  if (parts.from !== null && (parts.to ?? parts.months ?? parts.days) !== null) return;
  let best: { reading: Reading; core: TermCore; strength: number } | null = null;
  for (const reading of readings) {
    const { zone, contexts } = reading.unit;
    const heading = contexts
      .slice(-2)
      .map(({ folded }) => folded)
      .join(" ");
    const strength = termStrength(reading, zone === "term" || ofTerm.test(heading));
    if (strength <= (best?.strength ?? 0)) continue;
    const core = termCore(reading);
    if (core !== null) best = { reading, core, strength };
  }
  if (best === null) return;
  const { core, reading } = best;
  // Another day that is said already stands: the sentence then counts something else.
  if (parts.from !== null && parts.from !== core.from && best.strength < 3) return;
  if (parts.to !== null && core.to !== null && parts.to !== core.to) return;
  parts.from = core.from;
  parts.to ??= core.to;
  if (parts.to === null) parts.months ??= core.months;
  note(parts, reading);
}

/** What no clause said in the words of contracts, from the dates that the paper prints for its own life. */
export function fillFromPrint(parts: Parts, printed: () => PrintedTerm | null): void {
  // An end alone is no life of a day.
  if (parts.from !== null && parts.to === addDays(parts.from, 1)) parts.from = null;
  if (parts.eventStart !== null || (parts.from !== null && (parts.to ?? parts.months ?? parts.days) !== null))
    return;
  const term = printed();
  if (term === null) return;
  const isNew = parts.from === null && parts.to === null;
  const isSameStart = parts.from !== null && parts.from === term.from && parts.to === null;
  const isSameEnd = parts.to !== null && parts.to === term.to && parts.from === null;
  // "Effective January 1 2026. … Expires December 31 2026.": the end of a life whose start is said elsewhere.
  const isEndOnly =
    parts.from !== null && parts.to === null && term.from === null && (term.to ?? "") > parts.from;
  if (!isNew && !isSameStart && !isSameEnd && !isEndOnly) return;
  parts.from = term.from ?? parts.from;
  parts.to = term.to;
  note(parts, term.reading);
}
