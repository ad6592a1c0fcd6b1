import type {
  FixedFeeValue,
  IncludedValue,
  OverageValue,
  RateValue,
} from "../../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { exactPriceOfOne } from "../../../../../src-shared/pricing/index.ts";
import { relateUnits } from "../../../../../src-shared/wording/index.ts";
import { foldText } from "../../values/fold.ts";
import type { Candidate } from "../engine/frame.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { moreOfThing } from "../lexicon/use-words.ts";

/** "After the sixth", "ab der siebten", "à partir de la septième": from which one on; "from the sixth of May" is a day. */
const pastOrdinal =
  "(?:after the first|(?:after|from) the (?:second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\\p{L}{3,6}teen|\\p{L}{3,5}tie)th))(?! (?:day )?of |,? (?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)|(?: (?:[\\p{L}-]+))? (?:year|month|week|quarter|anniversary))|ab de[rm] (?:zwei|drit|vier|funf|sechs|sieb|ach|neun|zehn|elf|zwolf)ten|a (?:partir|compter) d(?:e la|u) \\p{L}{4,}ieme|a partir d(?:el|e la|[oa]) (?:segund|tercer|terceir|cuart|quart|quint|sext|septim|setim|octav|oitav|noven|non|decim)[oa]|dal(?:la)? (?:second|terz|quart|quint|sest|settim|ottav|non|decim)[oa]|vanaf (?:de|het) (?:tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde)";

/** More than what is included, in seven languages: "au-delà de l'enveloppe", "cada foto de más", "darüber hinaus". */
export const pastIt = new RegExp(
  `(?<![\\p{L}])(?:beyond|over (?:and above|that|this|those|the)|above (?:that|this|those|the)|in excess|excess|extra|additional|further|overage|thereafter|danach|daarna|ensuite|apres quoi|a partir de (?:ahi|entonces)|dopodiche|depois disso|past (?:the|that|those)|${pastOrdinal}|more than (?:that|those)|daruber(?: hinaus)?|hinausgehend\\p{L}*|hinaus|zusatzlich\\p{L}*|weitere[rnsm]?|${moreOfThing}|au-dela|par-dela|en sus|supplementaires?|depass\\p{L}*|excedent(?:e|es|aire|aires|a|as|i)?|exced\\p{L}*|rebas\\p{L}*|superen|superan|adicional(?:es)?|de mas|por encima|suplementari[oa]s?|oltre|eccedent[ei]|ecced\\p{L}*|aggiuntiv[oaei]|ulterior[ei]|in piu|daarboven|boven (?:de|het|dit|deze)|extra|bijkomende|adicionais|suplementar(?:es)?|a mais|alem d[aeo]s?|acima d[aeo]s?|ultrapass\\p{L}*)(?![\\p{L}])`,
  "u",
);

/** Hours of overtime and the like cost more, and were never included. */
export const otherMore =
  /(?<![\p{L}])(?:overtime|uberstunden|heures supplementaires|horas extra(?:s|ordinarias)?|straordinari\p{L}*|overuren|a (?:day|week)|am tag|par jour|al dia|al giorno|per dag|por dia|on duty)(?![\p{L}])/u;

/**
 * A price of the thing that the agreement includes, for more of it than is included, is an overage.
 *
 * The clause says so, or its unit does: three hours a month are included, and past them an hour costs 72.
 */
export function withOverages(candidates: readonly Candidate[]): readonly Candidate[] {
  const included = candidates.filter(({ type, absent }) => type === "included" && absent !== true);
  if (included.length === 0) return candidates;
  return candidates.map((candidate) => overageOf(candidate, included) ?? candidate);
}

function overageOf(candidate: Candidate, included: readonly Candidate[]): Candidate | null {
  if (candidate.absent === true || (candidate.type !== "rate" && candidate.type !== "fixed-fee")) return null;
  const [quoted] = candidate.parts;
  const words = foldText(quoted === undefined ? "" : quoted.prepared.text.slice(quoted.start, quoted.end));
  const price = priceOf(candidate);
  if (price === null) return null;
  const isOnly = (words.match(/[$€£]|(?<![\p{L}])(?:eur|chf|usd|gbp)(?![\p{L}])/gu) ?? []).length <= 1;
  const near = isOnly ? words : segmentAround(words, price.printed);
  const item = foldText(price.item);
  const fitting = included.find((known) => isSameThing(known.value as IncludedValue, price.unit, item, near));
  const isShared =
    fitting !== undefined && fitting.parts[0]?.prepared === quoted?.prepared && saysFirst.test(words);
  if (fitting === undefined || (!pastIt.test(near) && !isShared) || otherMore.test(near)) return null;
  const unit = price.unit === "each" ? (fitting.value as IncludedValue).unit : price.unit;
  const value: OverageValue = { item: price.item, unit, price: price.price };
  return { ...candidate, type: "overage", key: `overage|${unit}|${item}`, value };
}

/** "£0.042 each; the first 1,000 a quarter are free": the price begins where the free ones end. */
const saysFirst =
  /(?<![\p{L}])(?:the first(?! (?:of|day)(?!\p{L}))|ersten|les? premi\p{L}+|l[oa]s primer[oa]s|i primi|le prime|de eerste|[oa]s primeir[oa]s)(?![\p{L}])/u;

function priceOf({
  type,
  value,
}: Candidate): (Pick<RateValue, "item" | "unit" | "price"> & { readonly printed: DecimalText }) | null {
  if (type === "rate") {
    const { item, unit, price, priceBase, per } = value as RateValue;
    const one = priceBase === undefined ? price : exactPriceOfOne(price, priceBase);
    return one !== null && (per === undefined || unit === "each")
      ? { item, unit, price: one, printed: price }
      : null;
  }
  const { item, amount, per } = value as FixedFeeValue;
  return per === "once" ? { item, unit: "each", price: amount, printed: amount } : null;
}

/** The clause that the price stands in: a sentence may have included things before it. */
function segmentAround(words: string, price: string): string {
  const parts = words.split(/[;.](?= )|, (?:and|but|und|aber|et|mais|y|pero|e|ma|en|maar|mas) /u);
  const digits = price.replace(/\.?0+$/u, "");
  return (
    parts.find((part) =>
      part
        .replace(/(?<=\d)[ '](?=\d{3})/gu, "")
        .replace(",", ".")
        .includes(digits),
    ) ?? words
  );
}

/** "Afdruk" in "zwart-witafdrukken": in German and Dutch the last part of a word says what the thing is. */
const isPartOf = (whole: string, unit: string): boolean =>
  unit.length >= 5 && foldText(whole).lastIndexOf(foldText(unit)) > 0;

/** Equal units, or one of the thing itself: "40 fotos" and "cada foto de más". */
function isSameThing(known: IncludedValue, unit: string, item: string, near: string): boolean {
  if (known.unit === unit || relateUnits(known.unit, unit) === "convertible") return true;
  if (isPartOf(known.unit, unit)) return true;
  if (unit !== "each" && unit !== "piece" && unit !== "unit") return false;
  const stem = (foldText(known.unit).split(" ")[0] ?? "").slice(0, 5);
  const words = `${item} ${near}`.split(/[^\p{L}]+/u);
  return words.some((word) => (stem.length > 2 && word.startsWith(stem)) || unitOfWord(word) === known.unit);
}
