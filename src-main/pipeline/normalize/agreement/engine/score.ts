import type { LexemeClass } from "../lexicon/lexemes.ts";
import { formerFigures } from "../literals/former-price.ts";
import type { Literal, Span } from "../literals/literal.ts";
import { namesThingSold } from "./labeled-price.ts";
import { hasLexeme } from "./reading.ts";
import type { Frame, FrameMatch } from "./frame.ts";
import type { Reading } from "./reading.ts";
import type { Context, Unit } from "../structure/unit.ts";

/** A score at which a frame holds. */
export const threshold = 2;

const distance = (one: Span, other: Span): number =>
  one.end <= other.start ? other.start - one.end : other.end <= one.start ? one.start - other.end : 0;

/** Points of one class of cues: full in the literal's own segment, more when near, half elsewhere in the unit. */
function cuePoints(
  reading: Reading,
  classes: readonly LexemeClass[],
  anchor: Span,
  segment: Span,
  weight: number,
): number {
  let best = 0;
  for (const name of classes) {
    for (const hit of reading.find(name)) {
      if (hit.start >= anchor.start && hit.end <= anchor.end) continue;
      const inside = hit.start >= segment.start && hit.start < segment.end;
      const near = Math.max(0, 1 - distance(hit, anchor) / 90);
      const points = inside ? weight + near : weight / 2 + near / 2;
      if (points > best) best = points;
    }
  }
  return best;
}

/** How well a frame explains a literal where it stands. Below `threshold` it does not. */
export function scoreFrame(frame: Frame, match: FrameMatch): number {
  const { reading, unit, anchor, segment } = match;
  const fit = frame.fit(match);
  if (fit <= 0) return 0;
  if (frame.project === null && frame.strong.some((name) => namesThingSold(match, name))) return 0;
  let score = fit - 1;
  score += cuePoints(reading, frame.strong, anchor, segment, 2);
  if (frame.weak !== undefined) score += Math.min(1.2, cuePoints(reading, frame.weak, anchor, segment, 0.7));
  const headings = frame.heading ?? frame.strong;
  const inner = unit.contexts.findLast((context) => !isOwnLabel(context, unit));
  if (inner !== undefined && headings.some((name) => hasLexeme(inner.folded, name))) score += 1;
  else if (unit.contexts.some((context) => headings.some((name) => hasLexeme(context.folded, name))))
    score += 0.6;
  if (frame.governs?.test(reading.before(anchor, 60)) === true) score += 2.5;
  if (frame.follows?.test(reading.after(anchor, 60)) === true) score += 2.5;
  if (frame.vetoes !== undefined) score -= vetoPoints(match, frame.vetoes);
  score += frame.zones?.[unit.zone] ?? zoneDefault(frame, unit.zone);
  if (frame.project !== null && frame.isGiven !== true && isPaidBySeller(match)) score -= 4;
  if (frame.project !== null && isFlattenedTable(reading)) score -= 4;
  return score;
}

/** A label that is part of the unit's own text is no heading over it. */
const isOwnLabel = (context: Context, unit: Unit): boolean =>
  context.prepared === unit.prepared && context.start >= unit.start;

/** Words, in seven languages, that put a tax beside a price: it comes on top, is in it, or was left out of it. */
const besidePrice =
  /(?:\+|\b(?:plus|before|less|without|net of|exclusive of|inclusive of|exclud\w+|includ\w+|ex|excl?\.?|incl?\.?|inkl\.?|exkl\.?|zzgl\.?|zuzuglich|ohne|hors|en sus|oltre|piu|esclus[aoei]|compres[aoei]|senza|mas|sin|con|mais|sem|com|acrescid[oa]s? d[eoa]|exclusief|inclusief|plus de))\.? ?(?:(?:the|any|applicable|statutory|prevailing|relevant|der|die|gesetzliche\w*|geltende\w*|jeweilige\w*|la|el|il|l'|o|a|de|wettelijke|\d+ ?%) ?)*$/;

function vetoPoints(match: FrameMatch, classes: readonly LexemeClass[]): number {
  const { reading, anchor, segment } = match;
  const isFormer = formerFigures(reading.literals, reading.folded).has(anchor);
  let worst = 0;
  for (const name of classes) {
    const { all, ofNow } = vetoHits(reading, name);
    const hits = isFormer ? all : ofNow;
    const isOfThing = hits.length > 0 && namesThingSold(match, name);
    for (const hit of isOfThing ? [] : hits) {
      const inside = hit.start >= segment.start && hit.start < segment.end;
      const far = distance(hit, anchor) > 120;
      worst = Math.max(worst, inside ? (far ? 1.5 : 3) : 1);
    }
    const inner = reading.unit.contexts.at(-1);
    if (inner === undefined || (isOfThing && isOwnLabel(inner, reading.unit))) continue;
    if (hasLexeme(inner.folded, name)) worst = Math.max(worst, 1.5);
  }
  return worst;
}

/** Places of a class that speak against a frame, and those of them that speak of a price that still holds. */
interface VetoHits {
  readonly all: readonly Span[];
  readonly ofNow: readonly Span[];
}

/** Found once for a reading: every frame asks for every literal. */
function vetoHits(reading: Reading, name: LexemeClass): VetoHits {
  const known = vetoes.get(reading)?.get(name);
  if (known !== undefined) return known;
  // "£260 a month plus VAT": what comes on top is no reason to think that the price is one of it.
  const all =
    name === "tax"
      ? reading.find(name).filter((hit) => !besidePrice.test(reading.before(hit, reachOfBeside)))
      : reading.find(name);
  const former = formerFigures(reading.literals, reading.folded);
  const ofNow = former.size === 0 ? all : all.filter((hit) => !speaksOfFormer(hit, former));
  const hits = { all, ofNow };
  vetoes.set(reading, (vetoes.get(reading) ?? new Map<LexemeClass, VetoHits>()).set(name, hits));
  return hits;
}

const vetoes = new WeakMap<Reading, Map<LexemeClass, VetoHits>>();
/** Characters before a word of tax in which it is put beside a price. */
const reachOfBeside = 120;

/** "48.50 instead of 46.00", "bisher 46,00": words that say of another price that it no longer holds. */
const speaksOfFormer = ({ end }: Span, former: ReadonlySet<Literal>): boolean =>
  [...former].some((other) => other.start >= end && other.start - end < reachOfFormer);
/** Characters between such a word and its price. */
const reachOfFormer = 30;

/** Terms do not stand in recitals and examples, rarely among liability and the like; distractors may anywhere. */
function zoneDefault(frame: Frame, zone: string): number {
  if (frame.project === null) return 0;
  if (zone === "recitals" || zone === "example") return -4;
  if (zone === "boilerplate") return -0.8;
  return zone === "signature" ? -0.5 : 0;
}

/** "Provider shall pay Client": money that flows the other way bills nothing. */
function isPaidBySeller({ reading, segment, anchor, facts }: FrameMatch): boolean {
  if (facts.sellers.length === 0) return false;
  const words = reading.folded.slice(segment.start, Math.max(segment.end, anchor.end));
  return facts.sellers.some((name) => {
    const at = words.indexOf(name);
    return (
      at >= 0 &&
      /^(?:,? (?:shall|will|must|agrees to|is to|promptly|also|hereby))*,? (?:pay|pays|credit|credits|refund|refunds|reimburse|reimburses|compensate|compensates)\b/.test(
        words.slice(at + name.length),
      )
    );
  });
}

/** A table that lost its columns: many bare prices in a row, and nobody can tell what each is for. Found once. */
function isFlattenedTable(reading: Reading): boolean {
  const known = flattened.get(reading);
  if (known !== undefined) return known;
  const is = hasBarePrices(reading);
  flattened.set(reading, is);
  return is;
}

const flattened = new WeakMap<Reading, boolean>();

function hasBarePrices(reading: Reading): boolean {
  const prices = reading.literals.filter((literal) => literal.type === "money" || literal.type === "percent");
  if (prices.length < 6) return false;
  const marked = (reading.folded.match(/[:;•]/g) ?? []).length;
  // "Order pickers £15.20 an hour, Saturday £19.00, Sunday £22.80": words before a price say what it is for.
  const named = prices.filter((price, index) =>
    /\p{L}{4}/u.test(reading.folded.slice(prices[index - 1]?.end ?? 0, price.start)),
  ).length;
  return marked < prices.length - 2 && reading.segments.length < prices.length && named * 2 < prices.length;
}
