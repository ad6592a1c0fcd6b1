import { add, decimalText, decimalToText, subtract } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { TiersValue } from "../../../../../src-shared/model/index.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";

/** A band of a tier table: "1-100", "501+", "over 5,000", "up to 250". `upTo` is inclusive. */
export interface Band {
  readonly above: DecimalText | null;
  readonly upTo: DecimalText | null;
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
  [/^(?:next|the next) ?(\d[\d.,' ]*)/u, (first) => ({ above: decimalText("0"), upTo: first })],
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

/** What the words around say about how tiers are priced; `null` when unsaid. */
export function tierMethodOf(folded: string): TiersValue["method"] {
  if (
    /\b(?:all units|every unit|each unit at|entire|whole|back to the first|appl(?:y|ies) to all|counts for (?:the whole|all)|reached applies|(?:for|of) the reached|volume pricing|total volume|retroactive\w*|on all|(?:band|tier|step|bracket|stufe|staffel|tranche|palier|tramo|fascia|schijf|escalao) (?:that is |which is )?reached|(?:erreichten?|atteinte?|alcanzad[oa]|raggiunt[oa]|bereikte|atingid[oa]) (?:stufe|staffel|schijf)|(?:stufe|staffel|tranche|palier|tramo|fascia|schijf|escalao) (?:erreicht|atteinte?|alcanzad[oa]|raggiunt[oa]|bereikt|atingid[oa])|scaglione raggiunto|(?:l'inter[oa]|tutta la) (?:quantita|ordine|fornitura)|gesamtmenge|gesamte[n]? (?:menge|lieferung|bestellung)|(?:la|sa) totalite|toute la quantite|toda la cantidad|(?:la )?cantidad total|a totalidade|toda a quantidade|(?:de |het )?(?:gehele|hele|totale) (?:hoeveelheid|bestelling|levering)|(?:full|total) (?:quantity|order)|gilt fur (?:alle|samtliche|die gesamte)|fur (?:alle|samtliche) (?:einheiten|stuck)|s'applique a (?:toutes|l'ensemble)|toutes les unites|se aplica a (?:todas|todos|la totalidad)|si applica a (?:tutte|tutti|l'intero)|aplica-se a (?:todas|todos)|geldt voor (?:alle|het hele|de hele))\b/.test(
      folded,
    )
  )
    return "volume";
  if (
    /\b(?:only to (?:the )?(?:volume|units|portion|usage)|within (?:it|that|the|each) (?:tier|band)|(?:band|tier|bracket|range|step) (?:in|into|within) which (?:it|each|they) falls?|in deren? (?:stufe|staffel|bereich)|tranche (?:dans laquelle|ou) (?:elle|il|chacune?)|graduated|incremental|portion|marginal|in that band|in each (?:tier|band)|only to [a-z ]{0,30}(?:that fall|in (?:it|that)|within)|gilt (?:jeweils )?nur (?:fur|innerhalb)|nur fur die|(?:s'applique|valable) (?:uniquement|seulement)|uniquement (?:aux|a la)|(?:se aplica|vale) (?:solo|unicamente)|solo (?:a|alle|ai|per) |si applica solo|aplica-se apenas|apenas as|geldt alleen (?:voor)?|alleen voor|thereafter|next)\b/.test(
      folded,
    )
  )
    return "graduated";
  if (/\b(?:blocks? of|packs? of|packages? of|per started|each started)\b/.test(folded)) return "package";
  return null;
}
