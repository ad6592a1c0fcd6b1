import {
  add,
  decimalText,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { MultiplierLiteral } from "./literal.ts";
import { ratioToDecimal } from "./number-atoms.ts";
import { parseWordNumber } from "./number-words.ts";

const trimmed = (value: DecimalText): DecimalText =>
  decimalText(value.includes(".") ? value.replace(/\.?0+$/, "") : value);
const hundredth = (percent: string): DecimalText =>
  trimmed(
    decimalToText(
      fractionToDecimal(divideFractions(decimalText(percent.replace(",", ".")), fraction(100)), 6),
    ),
  );
const onePlus = (value: DecimalText): DecimalText => trimmed(decimalToText(add(decimalText("1"), value)));

type Rule = readonly [RegExp, (match: RegExpMatchArray, before: string) => DecimalText | null];

/** How much of the text before a factor may say what it is. */
const reachBefore = 40;

/** What is named right before a share that comes on top. */
const addedShare =
  /\b(?:surcharges?|levy|waiver|supplements?|\w*zuschlag|recargo|suplemento|supplemento|maggiorazione|toeslag|opslag|sobretaxa)(?: (?:of|at|is|von|betragt|de|di|van|est|es|e|in hohe von))*[ :-]*$/;
const rateNoun = "(?:\\S+ ){0,4}?(?:rates?|prices?|stundensatz(?:es)?|tagessatz(?:es)?|satz(?:es)?|taux)\\b";

const rules: readonly Rule[] = [
  [/\btime and (?:a |one[- ])half\b/g, () => decimalText("1.5")],
  [
    /\bone[- ]and[- ]a[- ]half[- ]times\b|\b(?:anderhalf|anderhalve) (?:keer|maal)\b|\buna volta e mezz[ao]\b|\buma vez e meia\b|\b(?:das )?(?:anderthalb|eineinhalb)fache[nsr]?\b/g,
    () => decimalText("1.5"),
  ],
  [
    /\btwice (?:that|as (?:much|high)|its?|this)\b|\b(?:charged|billed|counted|paid|priced|invoiced) (?:at )?(?:twice|double)\b|\bdas doppelte\b|\bhet dubbele\b|\bil doppio\b|\bel doble\b|\ble double\b|\bo dobro\b|\btwee ?(?:keer|maal)\b/g,
    () => decimalText("2"),
  ],
  [
    /\bhalf (?:of )?(?:the |our |its |all )?(?=(?:travel(?:l?ing)?|driving|journey|drive)(?: time| hours)\b)|\b(?:la moitie|la mitad|la meta|metade|de helft) (?=(?:du|des|del?|della|dell[ae]|do|da|van de) (?:temps|tiempos?|tempi?|tempos?|horas|ore|reistijd))/g,
    () => decimalText("0.5"),
  ],
  [/\b(?:one|1) and (?:one[- ]half|a half)(?: \([^)]{1,6}\))? times\b/g, () => decimalText("1.5")],
  [
    /\b(\d+(?:[.,]\d+)?) ?(?:x|times|-fold|veces|volte|vezes|maal|fois|-?fach(?:e[mnrs]?)?)\b(?! (?:per|a|each|par|pro|por|al|week|weekly|daily|month) )(?! \w+ ?$)/g,
    (match) => trimmed(decimalText((match[1] ?? "1").replace(",", "."))),
  ],
  [/\bx ?(\d+(?:[.,]\d+)?)\b/g, (match) => trimmed(decimalText((match[1] ?? "1").replace(",", ".")))],
  [
    /\b(two|three|four)(?: \(\d\))? times (?=the|our|its|such|normal|standard|regular)/g,
    (match) => decimalText(String(parseWordNumber([match[1] ?? ""])?.value ?? 2)),
  ],
  [
    /\b(?:double[- ]time|double (?:the )?(?:\S+ )?rates?|doppelte[rnms]? (?:stunden)?satz(?:es)?|twice the)\b/g,
    () => decimalText("2"),
  ],
  [
    /\bmultiplied by (?:one and (?:a|one)[- ]half|1[.,]5)\b|\b(?:one and a half|eineinhalb|anderthalb)(?:fach\w*)? times\b|\b(?:anderthalbfach|eineinhalbfach)\w*|\buna vez y media\b|\bune fois et demie\b|\bhalf as much again\b|\bmajoree?s? de (?:la )?moitie\b|\bum die halfte (?:erhoht|hoher|mehr|teurer)\b|\baumentad[oa]s? en la mitad\b|\bmaggiorat[oaie] della meta\b|\bmet de helft verhoogd\b/g,
    () => decimalText("1.5"),
  ],
  [
    /\bmultiplied by two\b|(?<!\b(?:not|never) )\bcounts?(?: as)? double\b|\b(?:zahl(?:en|t)|gelten|gilt|werden|wird)\b(?: (?!nicht |nie |keine)\p{L}+){0,5}? doppelt\b|(?<!\b(?:pas|jamais) )\b(?:(?:compte(?:s|nt|e|es)?|comptent|payee?s?|valent)(?: en)?|facturee?s?) double\b|(?<!\bno (?:se )?)\b(?:cuentan?|contadas?|pagan?) (?:el |por |como )?dobles?\b|(?<!\bnon (?:sono |vengono )?)\b(?:contano|contate|valgono|pagate) (?:il )?doppi[oe]\b|\b(?:tellen|telt|geteld|gelden)(?: (?!niet |nooit |geen )\p{L}+)? dubbel\b|(?<!\b(?:niet|nooit) )\bdubbel geteld\b|(?<!\bnao (?:sao )?)\b(?:contam|contadas) (?:a |em )?dobro\b|(?<!\bnicht )\bdoppelt(?:e[mnrs]?)?\b(?= (?:berechnet|vergutet|abgerechnet))|\bal doble\b|\bau double\b|\bdouble tarif\b|\bdubbel tarief\b|\bal doppio\b|\b(?:is|are) doubled\b|\bverdoppelt\b|\b(?:est|sont) doublee?s?\b|\bse duplican?\b|\braddoppia(?:no)?\b|\bverdubbeld\b/gu,
    () => decimalText("2"),
  ],
  [
    /\bmultiplied by (\d+(?:[.,]\d+)?)\b/g,
    (match) => trimmed(decimalText((match[1] ?? "1").replace(",", "."))),
  ],
  [/\btriple[- ]time\b/g, () => decimalText("3")],
  [
    new RegExp(
      `(?<!(?:plus|extra|additional|zuzuglich|weitere|\\+) ?)\\b(\\d+(?:[.,]\\d+)?) ?(?:%|per ?cent|prozent|pour ?cent)(?: \\(\\d+(?:\\.\\d+)?%\\))? (?:of|vom|von|des|der|du|de) ${rateNoun}`,
      "g",
    ),
    // "Fuel surcharge: 6 % of the freight rate" adds to the rate, and does not make it a sixteenth.
    (match, before) => (addedShare.test(before) ? null : hundredth(match[1] ?? "100")),
  ],
  [
    /\b(\d+(?:[.,]\d+)?) ?(?:%|per ?cent|prozent) (?:premium|surcharge on (?:the )?(?:hourly )?rates?|uplift on (?:the )?rates?|zuschlag)/g,
    (match) => onePlus(hundredth(match[1] ?? "0")),
  ],
  [
    /\b(?:at )?(?:one[- ]half|half)(?: \(1\/2\)| \(50 ?%\))? (?:of )?(?:the |our |its |their )?(?:\S+ ){0,2}?(?:rates?|price)\b/g,
    () => decimalText("0.5"),
  ],
  [
    /\b(?:zur halfte|halftig|a moitie(?: prix)?|a mitad de precio|a meta|pela metade|voor de helft|at half(?: price| cost| pay)?)\b(?= (?:vergutet|berechnet|abgerechnet|facture|se |fattura|cobrad|gefactureerd|berekend)|[ .,;]|$)/g,
    () => decimalText("0.5"),
  ],
  [/\bhalf[- ]rate\b|\bhalben? (?:stunden)?satz/g, () => decimalText("0.5")],
  [
    /\b(?:three[- ]quarters|two[- ]thirds) (?:of )?(?:the )?(?:\S+ ){0,2}?rates?\b/g,
    (match) => (match[0].startsWith("three") ? decimalText("0.75") : ratioToDecimal(2, 3)),
  ],
];

/** Factors on a price: "1.5x", "time and a half", "150 % of the hourly rate", "a 35 % premium", "half rate". */
export function findMultipliers(folded: string): readonly MultiplierLiteral[] {
  const found: MultiplierLiteral[] = [];
  for (const [pattern, read] of rules) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const value = read(match, folded.slice(Math.max(0, start - reachBefore), start));
      const end = start + match[0].length;
      if (value === null || found.some((other) => other.start < end && start < other.end)) continue;
      found.push({
        type: "multiplier",
        value,
        start,
        end,
        wording: "digits",
        rivals: [],
        bound: null,
        rangeWith: null,
      });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
