import { addFractions, fraction, percentToFraction, toFraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Term } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";
import { foldWording, surchargeCues, wordingOf } from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import { exception } from "./billed-discount.ts";
import type { Governing, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";

/** What a price is multiplied by for the hours or the kind of work that a line bills. */
export interface Multiplier {
  readonly value: Fraction;
  readonly term: Governing<"time-rules"> | Governing<"surcharge">;
  readonly note: Sentence;
}

const multiplierWords: readonly (readonly [
  field: "overtimeMultiplier" | "afterHoursMultiplier" | "travelMultiplier",
  name: "words/hours.travel" | "words/hours.overtime" | "words/hours.afterhours",
  cues: readonly string[],
])[] = [
  ["travelMultiplier", "words/hours.travel", ["travel", "reisezeit", "trajet"]],
  ["overtimeMultiplier", "words/hours.overtime", ["overtime", "uberstunde"]],
  [
    "afterHoursMultiplier",
    "words/hours.afterhours",
    ["afterhours", "weekend", "saturday", "sunday", "holiday", "night", "evening", "emergency"],
  ],
];

/** The multiplier that the words of a line ask for: one, the first that fits, never a product of several. */
export function multiplierOf(context: LineContext, term: Term): Multiplier | null {
  return multiplierByRules(context, term) ?? multiplierBySurcharge(context, term);
}

function multiplierByRules({ line, owner }: LineContext, term: Term): Multiplier | null {
  const usable = owner.termsOf("time-rules").filter((governing) => whyUnusable(governing) === null);
  if (usable.length === 0) return null;
  const words = wordingOf(`${line.description} ${line.group ?? ""}`);
  const item = wordingOf(namedIn(term));
  for (const [field, name, cues] of multiplierWords) {
    const rules = ruleFor(usable, field, words);
    const value = rules?.term.value[field];
    if (rules === undefined || value === undefined) continue;
    const stems = cues.map((cue) => wordingOf(cue).content[0] ?? cue);
    if (stems.some((stem) => item.all.has(stem))) return null;
    if (stems.some((stem) => words.all.has(stem)))
      return {
        value: toFraction(value),
        term: rules,
        note: sentence("words/times-for", { multiplier: value, what: sentence(name, {}) }),
      };
  }
  return null;
}

/** The name of a price, with the hours that the column is for in which it stands: what they cost is in it. */
function namedIn(term: Term): string {
  if (term.type !== "rate") return "";
  // "Not on Sundays" names hours that the price leaves out.
  const own = (term.conditions ?? []).filter((words) => !exception.test(foldWording(words)));
  return [term.value.role ?? "", term.value.item, ...wordingOf(own.join(" ")).shifts].join(" ");
}

/** Of several multipliers of one kind the one whose condition the line names: Saturdays here, Sundays there. */
function ruleFor(
  usable: readonly Governing<"time-rules">[],
  field: (typeof multiplierWords)[number][0],
  words: Wording,
): Governing<"time-rules"> | undefined {
  const own = usable.filter(({ term }) => term.value[field] !== undefined);
  const named = own.filter(({ term }) =>
    (term.conditions ?? []).some((text) => wordingOf(text).shifts.some((shift) => words.all.has(shift))),
  );
  return named.length > 0 ? named[0] : own[0];
}

/**
 * The surcharge whose condition the line names ("urgent", "on public holidays"), where no line of its own bills it.
 *
 * What the surcharge is taken from names no condition: every line has those words.
 */
function multiplierBySurcharge({ line, owner }: LineContext, term: Term): Multiplier | null {
  const words = wordingOf(`${line.description} ${line.group ?? ""}`);
  const item = wordingOf(namedIn(term));
  const fitting = owner.termsOf("surcharge").filter((governing) => {
    const { percent } = governing.term.value;
    if (percent === undefined || governing.term.absent === true || whyUnusable(governing) !== null)
      return false;
    const isBilledApart = owner.lines.some(({ terms }) => terms[0]?.term.id === governing.term.id);
    const cues = surchargeCues(
      governing.term,
      owner.governing.map((other) => other.term),
    ).filter((word) => !item.all.has(word));
    return !isBilledApart && cues.some((word) => words.all.has(word));
  });
  const [only] = fitting;
  const percent = only?.term.value.percent;
  if (only === undefined || percent === undefined || fitting.length > 1) return null;
  return {
    value: addFractions(fraction(1), percentToFraction(percent)),
    term: only,
    note: sentence("words/plus-for", { percent, what: only.term.value.condition ?? only.term.value.on }),
  };
}
