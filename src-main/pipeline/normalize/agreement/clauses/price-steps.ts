import type { FixedFeeValue, RateValue, Tier } from "../../../../../src-shared/model/index.ts";
import { decimalText, decimalToText, subtract } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { parseMonth } from "../../values/month.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import type { MoneyLiteral } from "../literals/literal.ts";

/** From which one on another price holds: "ab der 11. Person", "dès la 51e course du mois", "a partir de 20 muestras". */
const fromThat =
  /(?<![\p{L}])(?:from|as of|ab|des|a partir d[eu]|a compter de|desde|dal(?:la)?|a partire da(?:l|lla)?|a partir da|vanaf)(?: the| der| dem| die| la| le| el| los| las| o| a| as| os| de| het)? ?(\d{1,6})(?: ?(?:th|st|nd|rd|eme|ere?|e|ª|º|°|\.|de|ste))?(?: [\p{L}-]+)? ([\p{L}-]{3,24})(?![\p{L}])/u;
/** What a later price is put behind: it becomes, is only, falls to. */
const becomes =
  /(?<![\p{L}])(?:only|just|nur(?: noch)?|passe(?:nt)?|baisse(?:nt)?|tombe(?:nt)?|baja[n]?|pasa[n]?|scende|scendono|passa(?:no)?|passam|baixa(?:m)?|daalt|dalen|zakt|wordt|falls?|drops?|goes? down|comes? down|sinkt|reduziert|kostet|kosten|berechnen wir|costs?|cuestan?|costano?|custam?|instead)(?![\p{L}])/u;
const forAll =
  /(?<![\p{L}])(?:for all|on all|fur alle|pour tou(?:te)?s|para tod[oa]s|per tutt[ei]|voor alle|para toda a|sur la totalite)(?![\p{L}])/u;
const notSteps =
  /\b(?:notice|days? of|interest|discount|rabatt|remise|descuento|sconto|desconto|korting|january|januar|janvier|enero|gennaio|janeiro|januari|uhr|h\b|years?|jahr\w*)\b/;

interface Step {
  readonly reading: Reading;
  readonly from: DecimalText;
  readonly noun: string;
  readonly price: MoneyLiteral;
}

function stepIn(reading: Reading): Step | null {
  const match = fromThat.exec(reading.folded);
  const [, count, noun] = match ?? [];
  const prices = reading.literals.filter((literal): literal is MoneyLiteral => literal.type === "money");
  const [price] = prices;
  if (match === null || count === undefined || noun === undefined || price === undefined || prices.length > 1)
    return null;
  // "Ab 1. September kostet …" is a day, and no count.
  if (parseMonth(noun) !== null) return null;
  if (!becomes.test(reading.folded) || notSteps.test(match[0]) || reading.folded.length > 240) return null;
  return { reading, from: decimalText(count), noun, price };
}

/** Words that tell things apart, with the letters and numbers that name them: "zone A", "BOD5". */
const words = (printed: string): readonly string[] =>
  printed
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 3 || /^\p{Lu}$|\p{L}\d/u.test(word))
    .map(fold);

/** How many words of a thing's name the step says. */
const shared = ({ reading, noun }: Step, printed: string): number => {
  const said = new Set(words(reading.text).filter((word) => word !== noun));
  return new Set(
    words(printed).filter(
      (word) => said.has(word) || said.has(word.replace(/s$/u, "")) || said.has(`${word}s`),
    ),
  ).size;
};

/** A thing's name with the short line that prices it. */
function nameOf({ value, parts }: Candidate): string {
  const [part] = parts;
  const line = part === undefined ? "" : part.prepared.text.slice(part.start, part.end);
  return `${(value as RateValue | FixedFeeValue).item} ${line.length < 110 ? line : ""}`;
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/**
 * A price that changes from the nth thing on makes tiers of it with the price that the thing has elsewhere.
 *
 * Only where one thing alone is the best match of the words; what the step's own sentence was taken for goes.
 */
export function withPriceSteps(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  let all = candidates;
  for (const step of readings.flatMap((reading) => stepIn(reading) ?? [])) {
    const isOwn = (candidate: Candidate): boolean =>
      candidate.parts.some(
        ({ prepared, start }) =>
          prepared === step.reading.unit.prepared &&
          start >= step.reading.unit.start &&
          start < step.reading.unit.end,
      );
    const bases = all
      .filter(
        (candidate) =>
          (candidate.type === "rate" || candidate.type === "fixed-fee") &&
          candidate.absent !== true &&
          !isOwn(candidate),
      )
      .map((candidate) => ({
        candidate,
        score: shared(step, nameOf(candidate)),
      }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    const [best, second] = bases;
    if (best === undefined || best.score === second?.score) continue;
    const base = best.candidate;
    const own = base.type === "rate" ? (base.value as RateValue) : null;
    const fee = base.type === "fixed-fee" ? (base.value as FixedFeeValue) : null;
    if (fee !== null && fee.per !== "once") continue;
    if (own?.priceBase !== undefined) continue;
    const tiers: readonly Tier[] = [
      {
        upTo: decimalToText(subtract(step.from, decimalText("1"))),
        price: own?.price ?? fee?.amount ?? decimalText("0"),
      },
      { upTo: null, price: step.price.value },
    ];
    const { item } = base.value as RateValue | FixedFeeValue;
    const unit = own?.unit ?? unitOfWord(step.noun) ?? step.noun;
    const made: Candidate = {
      ...base,
      type: "tiers",
      key: `tiers|${item.toLowerCase()}|${unit}`,
      value: {
        item,
        unit,
        method: forAll.test(step.reading.folded) ? "volume" : "graduated",
        tiers,
        per: /\b(?:months?|monat\w*|mois|mes|mese|maand)\b/.test(step.reading.folded) ? "month" : null,
      },
      confidence: Math.min(base.confidence, 0.8),
      parts: [
        ...base.parts,
        { prepared: step.reading.unit.prepared, start: step.reading.unit.start, end: step.reading.unit.end },
      ],
    };
    all = all.flatMap((candidate) =>
      candidate === base
        ? [made]
        : isOwn(candidate) && ["fixed-fee", "rate", "overage", "tiers"].includes(candidate.type)
          ? []
          : [candidate],
    );
  }
  return all;
}
