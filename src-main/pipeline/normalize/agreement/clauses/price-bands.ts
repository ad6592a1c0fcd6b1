import { add, decimalText, decimalToText, isEqual, subtract } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Reading } from "../engine/reading.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import type { MoneyLiteral, NumberStyle, PercentLiteral, Span } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";

export interface BandHit extends Span {
  /** Last quantity, inclusive; `null` for what is above all. */
  readonly upTo: DecimalText | null;
  /** First quantity, inclusive, where it is said. */
  readonly from: DecimalText | null;
  /** "The next 4,500" counts on from the band before. */
  readonly isNext: boolean;
  readonly unit: string | null;
}

/** A count; what has a sign of money or percent behind it is none. */
const figure =
  "(\\d{1,3}(?:[., ']\\d{3})+|\\d+)(?:[.,]\\d+)?(?![.,]?\\d)(?! ?(?:[€£$%]|(?:eur|usd|gbp|chf)(?![\\p{L}])))";

const noun = "(?: ([\\p{L}-]{2,20}))?";

/** "1st to 10th", "1er à 5e". */
const ordinal = "(?:(?:st|nd|rd|th|er|eme|e|ª|º|°)(?![\\p{L}])|\\.(?= ))?";

/** "de 11 a 30", "von 11 bis 30", "entre 11 et 30": a range that its first word announces. */
const announced = new RegExp(
  `(?<![\\p{L}])(?:de|da|dal|dalla|von|van|entre|tra|zwischen|tussen) (?:la |las |los |les |i |le )?${figure} (?:a|al|au|ate|bis|tot|y|e|et|en|und) (?:la |las |los |les |i |le )?${figure}${noun}`,
  "gu",
);

const bandShapes: readonly (readonly [
  RegExp,
  (first: DecimalText, second: DecimalText | null) => Pick<BandHit, "upTo" | "from" | "isNext">,
])[] = [
  [announced, (first, second) => ({ from: first, upTo: second, isNext: false })],
  [
    new RegExp(
      `(?<![\\p{L}\\d$€£.,])(?:from |between )?${figure}${ordinal}(?: [\\p{L}-]{2,20})? ?(?:-|to|through|and|bis|t/m|tot en met|(?<= )(?:a|al|au|ate)(?= )) ?${figure}${ordinal}${noun}`,
      "gu",
    ),
    (first, second) => ({ from: first, upTo: second, isNext: false }),
  ],
  [
    new RegExp(
      `(?:(?:the |die |der |den |les |le |los |las |le |i |os |as |de )?(?:first|ersten|premier(?:e?s)?|primer[oa]s|prim[ei]|primeir[oa]s|eerste) ${figure}|les ${figure} premier(?:e?s)?)${noun}`,
      "gu",
    ),
    (first) => ({ from: null, upTo: first, isNext: false }),
  ],
  [
    // "las 10 primeras", "le prime 10", "as 10 primeiras unidades".
    new RegExp(
      `(?:las |los |les |le |i |gli |as |os |de |die )?(?<![\\p{L}\\d.,])${figure} (?:primer[oa]s|premier(?:e?s)|prim[ei]|primeir[oa]s|ersten|eerste)${noun}`,
      "gu",
    ),
    (first) => ({ from: null, upTo: first, isNext: false }),
  ],
  [
    // "Ab der 11. Palette", "dès la 51e course", "from the 11th".
    new RegExp(
      `(?<![\\p{L}])(?:from|as of|ab|des|a partir d[eu]|a compter de|desde|dal(?:la)?|a partire dal(?:la)?|a partir da|vanaf)(?: the| der| dem| die| la| le| el| o| a| de| het)? ?${figure} ?(?:th|st|nd|rd|eme|ere?|e|ª|º|°|a|o|\\.|de|ste)(?![\\p{L}\\d])${noun}`,
      "gu",
    ),
    (first) => ({ from: first, upTo: null, isNext: false }),
  ],
  [
    new RegExp(
      `(?:(?:the |die |los |las |i |le |os |as |de )?(?:next|nachsten|folgenden|siguientes|successiv[ie]|seguintes|volgende) ${figure}|les ${figure} suivant(?:e?s))${noun}`,
      "gu",
    ),
    (first) => ({ from: null, upTo: first, isNext: true }),
  ],
  [
    new RegExp(`(?:up to|bis(?: zu)?|jusqu'a|hasta|fino a|ate|tot(?: en met)?) ${figure}${noun}`, "gu"),
    (first) => ({ from: null, upTo: first, isNext: false }),
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\d$€£.,])${figure}(?: [\\p{L}-]{2,20})? ?(?:\\+|(?:and|or) (?:over|above|up|more)|und mehr|et plus|y mas|e oltre|ou mais|en meer)${noun}`,
      "gu",
    ),
    (first) => ({ from: first, upTo: null, isNext: false }),
  ],
  [
    // "21st and each further", "from then on every additional".
    new RegExp(
      `(?<![\\p{L}\\d$€£.,])${figure}${ordinal} (?:and|und|et|y|e|en) (?:each|every|all|any|jede[rs]?|alle|chaque|tous?|toutes|cada|todos?|todas?|ogni|tutti|elke?|ieder) (?:further|additional|subsequent|following|other|weitere[rsn]?|folgende[rn]?|suivante?s?|siguientes?|successiv[oaie]|seguintes?|volgende)${noun}`,
      "gu",
    ),
    (first) => ({ from: first, upTo: null, isNext: false }),
  ],
  [
    new RegExp(
      `(?<![\\p{L}])(?:under|below|less than|fewer than|unter|weniger als|moins de|menos de|meno di|minder dan|onder(?: de)?|abaixo de) ${figure}${noun}`,
      "gu",
    ),
    (first) => ({ from: null, upTo: decimalToText(subtract(first, decimalText("1"))), isNext: false }),
  ],
  [
    new RegExp(
      `(?:over|above|more than|beyond|in excess of|exceeding|(?:that |which |who )?exceeds?|past|uber|(?:que )?(?:pas[ea]n?|excedan?|super[ea]n?|rebas[ea]n?) de|qui depassent|che superano|que excedam|au-dela de|plus de|mas de|por encima de|superior(?:e?s?|i) a|piu di|oltre(?: i| le)?|mais de|acima de|meer dan|boven(?: de)?) ${figure}${noun}`,
      "gu",
    ),
    (first) => ({ from: decimalToText(add(first, decimalText("1"))), upTo: null, isNext: false }),
  ],
  [
    new RegExp(`(?<![\\p{L}])(?:ab|a partir de|a partire da|vanaf) (?:dem )?${figure}${noun}`, "gu"),
    (first) => ({ from: first, upTo: null, isNext: false }),
  ],
  [
    /\b(?:all above|all (?:units )?(?:thereafter|beyond that)|(?:all|anything|everything|whatever|usage|volumes?|quantit(?:y|ies)|those|each one) (?:above|over|beyond|past|exceeding|after)(?: (?:that|this|it|those))?|(?:los|las|le|i|gli|os|as|les|die|der|de) (?:siguientes|successiv[ie]|seguintes|suivant(?:e?s)|folgenden|volgende)(?= [$€£\d])|alles (?:weitere|daruber|daarboven)|tout ce qui depasse|(?:le )?surplus|tout(?:e)? (?:unite )?supplementaire|lo que exceda|todo lo demas|tutto il resto|quanto eccede|le (?:unita )?eccedenti|het meerdere|wat daarboven komt|o que exceder|tudo o que exced[ae]|any excess|the (?:rest|remainder)|thereafter|(?<!; )(?:then|puis|dann|poi|luego|dan)(?= (?:at |de |a |zu |di |au prix de |voor )?[$€£\d])|danach|ensuite|despues|dopo|daarna|depois|each (?:one )?(?:after|thereafter)|(?:above|over|beyond|past|after) (?:that|this|those)|a partir d(?:e|u|el|e la) (?:la |le |el )?\p{L}{4,}|(?:a partire )?dall[ao'] ?\p{L}{4,}|a partir da \p{L}{4,}|vanaf de \p{L}{4,}|ab de[rm] \p{L}{4,}|des la \p{L}{4,}|from the \p{L}{4,}th\b|every additional [\p{L}]+|additional [\p{L}]+|all (?:further|additional|other) [\p{L}]+|every (?:further|other) [\p{L}]+|further [\p{L}]+|(?:alle|jede[rsn]?) (?:weiteren?|ubrigen)(?: [\p{L}]+)?|(?:los|las|todos los|todas las) demas|(?:toutes? )?les suivantes|alle overige|daruber(?: hinaus)?|au-dela|les suivant(?:e?s)|a partir de ahi|el resto|oltre|i restanti|dai? successivi|acima disso|os restantes|daarboven|elke volgende)\b/gu,
    () => ({ from: null, upTo: null, isNext: true }),
  ],
];

/** Bands of quantity that a folded text names, in order. */
export function findBands(folded: string, style: NumberStyle): readonly BandHit[] {
  const found: BandHit[] = [];
  for (const [pattern, make] of bandShapes) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const figures = [match[1], match[2]].map((print) =>
        print !== undefined && /^\d/.test(print) ? (readDigits(print, style)[0] ?? null) : null,
      );
      const [first = null, second = null] = figures;
      if (first === null && /\d/.test(match[0])) continue;
      const word = match.slice(1).findLast((group) => group !== undefined && /^\p{L}/u.test(group));
      const shape = make(first ?? decimalText("0"), second);
      if (shape.from !== null && shape.upTo !== null && Number(shape.upTo) <= Number(shape.from)) continue;
      found.push({ start, end, ...shape, unit: word === undefined ? null : unitOfWord(word) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

export interface PricedBand {
  readonly band: BandHit;
  readonly price: MoneyLiteral | PercentLiteral | "free";
  readonly reading: Reading;
}

/** As many prices as bands that go on from each other: the first is the first's, whichever stands before the other. */
function inSequence(
  bands: readonly BandHit[],
  prices: readonly (MoneyLiteral | PercentLiteral)[],
  reading: Reading,
): readonly PricedBand[] {
  if (bands.length < 2 || bands.length !== prices.length || !areContiguous(bands)) return [];
  if (prices.some(({ type }) => type !== "money")) return [];
  return bands.flatMap((band, index) => {
    const price = prices[index];
    return price === undefined ? [] : [{ band, price, reading }];
  });
}

/** The same bands, each counted from one: "the first 500, the next 4,500" end at 500 and at 5,000. */
export function countedOn(bands: readonly BandHit[]): readonly BandHit[] {
  const counted: BandHit[] = [];
  for (const band of bands) {
    const last = counted.at(-1)?.upTo ?? null;
    counted.push(
      band.isNext && last !== null
        ? {
            ...band,
            from: decimalToText(add(last, decimalText("1"))),
            upTo: band.upTo === null ? null : decimalToText(add(last, band.upTo)),
            isNext: false,
          }
        : band,
    );
  }
  return counted;
}

/** Whether each band begins where the one before it ends. */
export const areContiguous = (bands: readonly BandHit[]): boolean =>
  countedOn(bands).every((band, index, counted) => {
    const before = counted[index - 1];
    if (before === undefined) return band.from === null || Number(band.from) <= 1;
    if (before.upTo === null) return false;
    return (
      band.from !== null &&
      (isEqual(band.from, before.upTo) || isEqual(band.from, add(before.upTo, decimalText("1"))))
    );
  });

/** Bands of a unit with the price of each: behind it, or before it where the prices come first. */
export function pricedBands(reading: Reading, style: NumberStyle): readonly PricedBand[] {
  const prices = reading.literals.filter(
    (literal): literal is MoneyLiteral | PercentLiteral =>
      literal.type === "money" || literal.type === "percent",
  );
  const { folded } = reading;
  if (
    prices.length === 0 ||
    /\b(?:insurance|liabilit\w*|insured|per occurrence|dispute|overtime|hours (?:a|per) (?:week|day)|uptime|credit|notice|days)\b/.test(
      folded,
    )
  )
    return [];
  const bands = findBands(folded, style).filter(
    (band) => !prices.some((price) => price.start < band.end && band.start < price.end),
  );
  if (bands.length === 0) return [];
  const free = [...folded.matchAll(/\b(?:free|included|no charge|at no (?:extra )?(?:cost|charge))\b/g)].map(
    (match) => ({ start: match.index, end: match.index + match[0].length }),
  );
  const firstPrice = Math.min(
    prices[0]?.start ?? Number.POSITIVE_INFINITY,
    free[0]?.start ?? Number.POSITIVE_INFINITY,
  );
  const pricesLead = firstPrice < (bands[0]?.start ?? 0);
  const result: PricedBand[] = [];
  for (const [index, band] of bands.entries()) {
    const low = pricesLead ? (bands[index - 1]?.end ?? 0) : band.end;
    const high = pricesLead ? band.start : (bands[index + 1]?.start ?? folded.length);
    const inside = prices.filter((price) => price.start >= low && price.end <= high);
    const isFree = free.some((hit) => hit.start >= low && hit.end <= high);
    const price = inside.length === 1 ? inside[0] : inside.length === 0 && isFree ? "free" : undefined;
    if (price === undefined) return inSequence(bands, prices, reading);
    result.push({ band, price, reading });
  }
  const isPriced = result.some((entry) => entry.price !== "free");
  return isPriced &&
    new Set(result.flatMap((entry) => (entry.price === "free" ? [] : [entry.price.type]))).size === 1
    ? result
    : [];
}
