import { add, decimalText, decimalToText, subtract } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";

/** A band of a tier table: "1-100", "501+", "over 5,000", "up to 250". `upTo` is inclusive. */
export interface Band {
  readonly above: DecimalText | null;
  readonly upTo: DecimalText | null;
  /** "Next 40": so many more than the band before holds. */
  readonly isNext?: true;
}

const one = decimalText("1");
const number = "(\\d[\\d.,' ]*)";
/** A word of what is counted, between the figures or behind them: "1-5 pallets", "101 m² bis 250 m²". */
const noun = "(?: ?[\\p{L}²³][\\p{L}²³.-]*){0,2}";
const label =
  "(?:(?:tier|band|stufe|staffel|palier|tramo|scaglione|fascia|escalao|schijf|tranche)(?: ?\\d+)?:? ?)?";

const bands: readonly (readonly [RegExp, (first: DecimalText, second: DecimalText | null) => Band])[] = [
  [
    new RegExp(
      `^${label}(?:from |between |von |de |du |da |dal? |entre |tra |van |entre )?${number}${noun} ?(?:-|to|through|and|bis(?: zu)?|a|au?|al|ate|tot(?: en met)?|t/m|y|e|et|en|–) ?${number}`,
      "u",
    ),
    (first, second) => ({ above: first, upTo: second }),
  ],
  [
    new RegExp(
      `^${label}(?:over|above|more than|exceeding|>|uber|mehr als|plus de|au-dela de|beyond|in excess of|mas de|por encima de|superior(?:e|es)? a|piu di|oltre(?: i| le)?|mais de|acima de|meer dan|boven(?: de)?) ?${number}`,
      "u",
    ),
    (first) => ({ above: decimalToText(add(first, one)), upTo: null }),
  ],
  [
    new RegExp(
      `^${label}(?:from|ab(?: dem| der)?|>=|≥|a partir de(?: la| los| las| o| a)?|a partire da|da|des|at least|desde|vanaf(?: de)?) ?${number}(?:\\.|ª|º|e|eme)?${noun}(?: ?(?:and|or) (?:more|over|above|up))?$`,
      "u",
    ),
    (first) => ({ above: first, upTo: null }),
  ],
  [
    new RegExp(
      `^${label}${number}${noun} ?(?:\\+|(?:and|or|et|y|e|ou|o|en|und|oder) (?:over|above|up|more|mehr|daruber|plus|mas|oltre|piu|mais|meer)\\b)`,
      "u",
    ),
    (first) => ({ above: first, upTo: null }),
  ],
  [
    new RegExp(
      `^${label}(?:up to|through|(?:the |die |les |las |los |le |i |as |os |de )?(?:first|ersten|premier(?:e?s)?|primer[oa]s|prim[ei]|primeir[oa]s|eerste)|<=|≤|bis(?: zu)?|jusqu'a|hasta|fino a|ate|tot(?: en met)?|t/m|at most|0 ?-) ?${number}`,
      "u",
    ),
    (first) => ({ above: null, upTo: first }),
  ],
  [
    new RegExp(
      `^${label}(?:under|below|less than|fewer than|<|unter|weniger als|moins de|menos de|meno di|minder dan|onder) ?${number}`,
      "u",
    ),
    (first) => ({ above: null, upTo: decimalToText(subtract(first, one)) }),
  ],
  [
    /^(?:(?:the |die |den |les |los |las |i |le |os |as |de )?(?:next|nachsten|folgenden|siguientes|successiv[ie]|seguintes|volgende)) ?(\d[\d.,' ]*)/u,
    (first) => ({ above: decimalText("0"), upTo: first, isNext: true }),
  ],
];

/** Reads a band; `null` for other text. */
export function parseBand(folded: string, style: NumberStyle): Band | null {
  const plain = folded
    .replace(/^[$€£]/, "")
    .replace(/(?<=[ -])[$€£]/g, "")
    .trim();
  for (const [pattern, make] of bands) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const [first] = readDigits((match[1] ?? "").trim().replace(/[.,]$/, ""), style);
    const second =
      match[2] === undefined ? null : (readDigits(match[2].trim().replace(/[.,]$/, ""), style)[0] ?? null);
    if (first === undefined || (match[2] !== undefined && second === null)) continue;
    if (second !== null && Number(second) <= Number(first)) continue;
    return make(first, second);
  }
  return null;
}
