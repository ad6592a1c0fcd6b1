import type { Cadence } from "../../../../../src-shared/model/index.ts";
import type { FrameMatch } from "../engine/frame.ts";
import { halfYearly } from "../lexicon/half-years.ts";
import { unitsOf } from "./price-units.ts";
import { periodInCompound, periodOfUse } from "./priced-rows.ts";

const oncePattern =
  /\b(?:one[- ]time|one[- ]off|once|lump[- ]sum|flat|fixed|set-?up|installation|onboarding|mobili[sz]ation|nrc|non-?recurring|activation|einmalig\w*|pauschal\w*|festpreis|forfait\w*)\b/;

/** A flat sum that comes back: "a monthly flat fee", "einer monatlichen Pauschale", "forfait mensuel". */
const recurringFlat =
  /\b(monthly|quarterly|annual|yearly|weekly|monatlich\w*|vierteljahrlich\w*|jahrlich\w*|wochentlich\w*) (?:[\w-]+ )?(?:flat|fixed|lump|pauschal\w*|festpreis\w*|grundgebuhr\w*|forfait\w*)|\b(?:forfait|redevance|pauschale) (mensuel\w*|trimestriel\w*|annuel\w*)/;
const cadenceByWord: readonly (readonly [RegExp, Cadence])[] = [
  [/^(?:monthly|monatlich|mensuel)/, "month"],
  [/^(?:quarterly|vierteljahrlich|trimestriel)/, "quarter"],
  [/^(?:annual|yearly|jahrlich|annuel)/, "year"],
  [/^(?:weekly|wochentlich)/, "week"],
];

/** Cadence of a fee: its own unit, a word beside it, or the heading. */
export function cadenceOf(match: FrameMatch): { readonly per: Cadence | null; readonly isOwn: boolean } {
  const { anchor, reading, segment } = match;
  const own = unitsOf(match);
  const unit = own.per.find((per) => per.cadence !== null);
  if (unit?.cadence !== null && unit?.cadence !== undefined)
    return { per: unit.cadence, isOwn: own.inherited === "none" };
  const definition = match.facts.definitions.get(reading);
  const words = definition === undefined ? reading.slice(segment) : definition.usage;
  if (definition !== undefined) {
    const used = periodOfUse(words);
    if (used !== null) return { per: used, isOwn: true };
  }
  const compound = periodInCompound(words);
  if (compound !== null) return { per: compound, isOwn: true };
  const flat = recurringFlat.exec(words);
  const recurring = flat?.[1] ?? flat?.[2];
  const cadence =
    recurring === undefined ? undefined : cadenceByWord.find(([word]) => word.test(recurring))?.[1];
  if (cadence !== undefined) return { per: cadence, isOwn: true };
  if (oncePattern.test(words)) return { per: "once", isOwn: true };
  if (halfYearly.test(words)) return { per: "half-year", isOwn: true };
  if (
    /^(?:in )?(?:contract |lease |option )?year \d\b|^(?:in )?the (?:first|second|third|fourth|fifth) (?:contract |lease )?year\b/.test(
      words.trim(),
    )
  )
    return { per: "year", isOwn: true };
  return { per: null, isOwn: anchor.start < 0 };
}
