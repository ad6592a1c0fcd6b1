import type { TimeRulesValue } from "../../../../../src-shared/model/index.ts";
import {
  decimalText,
  decimalToText,
  isPositive,
  multiply,
  subtract,
  withoutTrailingZeros,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch } from "../engine/frame.ts";
import type { Literal, MoneyLiteral, QuantityLiteral } from "../literals/literal.ts";
import {
  addedBefore,
  addedBehind,
  chargedTime,
  isUnusualTime,
  overtimeWords,
  timeSpan,
  travelTimeWords,
} from "../lexicon/time-words.ts";
import { hourIncrement } from "./increments.ts";

const whole = (literal: Literal): number => ("value" in literal ? Number(literal.value) : 0);
/** "€ 88 per uur; buiten kantooruren 150 %": a share of the price of an hour beside it. */
const chargesHours = (reading: FrameMatch["reading"]): boolean =>
  reading.literals.some(
    ({ type, ...literal }) =>
      type === "money" &&
      "per" in literal &&
      literal.per.some(({ unit }) => unit === "hour" || unit === "day"),
  );

/** Shares of other things than an hour: what is taken off, what rises by the year, what late payment costs. */
const otherShare =
  /\b(?:discount|rabatt|remise|descuento|sconto|desconto|korting|(?:each|every|per) year|annually|anniversar\w*|jahrlich\w*|chaque annee|cada ano|ogni anno|jaarlijks\w*|verzug\w*|overdue|late payment|interest|tax(?:es)?|vat|gst|hst|mwst|ust|umsatzsteuer|tva|iva|btw|icms|uptime|availability|verfugbarkeit)\b/;

const isMultiplier = (literal: Literal): boolean => literal.type === "multiplier";

export const timeRulesFrame: Frame = {
  id: "time-rules",
  anchors: ["multiplier", "percent", "quantity"],
  fit: ({ anchor, reading, segment }) => {
    const words = reading.slice(segment);
    const isSpecial = (text: string): boolean =>
      isUnusualTime(text) || overtimeWords.test(text) || travelTimeWords.test(text);
    if (isMultiplier(anchor)) return isSpecial(reading.folded) ? 3.2 : 0;
    if (anchor.type === "percent")
      return isSpecial(words) &&
        (chargedTime.test(words) || (whole(anchor) > 100 && chargesHours(reading))) &&
        !reading.literals.some(isMultiplier) &&
        !otherShare.test(words)
        ? 3.6
        : 0;
    if (anchor.type === "quantity" && (anchor.unit === "hour" || anchor.unit === "minute")) {
      if (anchor.unit === "hour" && limitsDay(reading, anchor, reading.folded)) return 5;
      return hourIncrement(reading.folded, [anchor]) !== null ? 3.2 : 0;
    }
    return 0;
  },
  strong: ["rate"],
  weak: ["charge"],
  vetoes: ["response", "liability", "insurance", "wage"],
  project: (match) => {
    const { reading, anchor } = match;
    const words = reading.slice(match.segment);
    if (anchor.type === "quantity") {
      const increment = hourIncrement(reading.folded, [anchor]);
      if (increment !== null)
        return projection<"time-rules">({
          type: "time-rules",
          key: "increment",
          value: { increment: increment.value },
        });
      return projection<"time-rules">({
        type: "time-rules",
        key: "max-hours",
        value: { maxHoursPerDay: anchor.value },
      });
    }
    if (anchor.type !== "multiplier" && anchor.type !== "percent") return null;
    const factor = anchor.type === "multiplier" ? anchor.value : percentToFactor(match, anchor.value);
    if (factor === null) return null;
    const isTravel = travelTimeWords.test(words);
    const isOvertime =
      overtimeWords.test(words) ||
      /\bper week|a week\b/.test(words) ||
      (/\btime and a half\b/.test(words) && !isUnusualTime(words));
    const value: TimeRulesValue = isTravel
      ? { travelMultiplier: factor }
      : isOvertime
        ? { overtimeMultiplier: factor }
        : { afterHoursMultiplier: factor };
    const span = timeSpan(words);
    const from = match.segment.start + (span?.[0] ?? 0);
    const when = span === null ? undefined : reading.text.slice(from, match.segment.start + span[1]);
    // What is added to the price at a time of work, as a share of it, is a surcharge of that time.
    const extra = value.afterHoursMultiplier === undefined ? null : addedShare(match, factor);
    if (extra !== null) {
      const on = (when ?? words).trim();
      return projection<"surcharge">({
        type: "surcharge",
        key: `surcharge|${on.toLowerCase()}|`,
        value: { percent: extra, on, condition: on },
      });
    }
    const hours = reading.literals.filter(
      (literal): literal is QuantityLiteral =>
        literal.type === "quantity" &&
        literal.unit === "hour" &&
        match.segment.start <= literal.start &&
        literal.start < match.segment.end,
    );
    return projection<"time-rules">({
      type: "time-rules",
      key: `${isTravel ? "travel" : isOvertime ? "overtime" : "after-hours"}|${isTravel ? "" : (when ?? "")}`,
      value,
      ...(when !== undefined && !isTravel && { conditions: [when.trim()] }),
      taken: hours,
    });
  },
};

const mostBefore =
  /\b(?:no more than|not (?:to )?exceed|maximum(?: of)?|max\.?|at most|up to|limited to|more than|exceed\w*|over|beyond|mehr als|hochstens|maximal|bis zu|uber|plus de|au maximum|maximum de|au-dela de|mas de|maximo(?: de)?|superen|excedan|piu di|oltre(?: le)?|massimo(?: di)?|meer dan|maximaal|ten hoogste|mais de|no maximo|acima de)\b[^.;\d]{0,20}$/;
const eachDay =
  /\b(?:per|pro|je|par|por|each|every|cada|chaque|elke|ogni) [a-z]+(?: [a-z]+)? (?:and|und|et|y|e|en|o) (?:per |pro |je |par |por |each |every |jede[nm]? |cada )?(?:(?:arbeits|werk|kalender)?tag|day|jour(?:nee)?|dia|giorno|dag)\b|\b(?:on|in|within) (?:any |one |a |the same |any one |any single )+day\b|\b(?:any|a|every|each) 24[- ]hours?(?: period)?\b|\b(?:dans|sur|par) (?:une? )?(?:meme |seule )?journee\b|\b(?:en|in|em) (?:un|uno|um) (?:mismo |stesso |mesmo )?(?:dia|giorno)\b|\bop (?:een|dezelfde) dag\b|\ban (?:ein und demselben|einem) tag\b|\b(?:per|a|in a|in any|each|any|one)[- ](?:single |calendar |working )?day\b|\bdaily\b|\b(?:am|pro|je|an einem) (?:arbeits|kalender|werk)?tag\b|\btaglich\w*|\bpar jour\b|\bjournalier\w*|\b(?:al|por) dia\b|\bdiari[oa]s?\b|\bal giorno\b|\bgiornalier\w*|\bper dag\b|\bdagelijks\w*|\bpor dia\b/;
/** Words that make a limit of it, rather than a price past it: consent, or that no more is paid or worked. */
const limitWords =
  /\b(?:consent|approv\w*|agree\w*|permission|not (?:be )?(?:billed|paid|charged|worked)|no more|maximum|max\.?|at most|exceed|up to|limited|zustimmung|freigabe|freigegeben|genehmig\w*|nur (?:vergutet|berechnet|abgerechnet)|hochstens|maximal|bis zu|accord|autoris\w*|au maximum|sans|autoriza\w*|aprobaci\w*|maximo|consenso|autorizzazion\w*|massimo|toestemming|akkoord|maximaal|ten hoogste|autorizac\w*)\b/;

/** "Mehr als acht Stunden am Tag werden nur vergütet, wenn …", "up to 10 hours on duty a day". */
export const limitsDay = (reading: FrameMatch["reading"], anchor: Literal, words: string): boolean =>
  (mostBefore.test(reading.before(anchor, 40)) || anchor.bound === "<=" || anchor.bound === ">") &&
  eachDay.test(words) &&
  (anchor.bound === "<=" || limitWords.test(reading.folded));

/** The percent by which a factor that is printed as one raises a price; `null` for a factor in other words. */
function addedShare({ anchor, reading }: FrameMatch, factor: MoneyLiteral["value"]): DecimalText | null {
  if (anchor.type === "percent") return factor === percentWhole(anchor.value) ? null : anchor.value;
  const isPrinted = /%|percent|prozent|pour ?cent|por ciento|per cento/.test(reading.slice(anchor));
  const share = multiply(subtract(factor, decimalText("1")), decimalText("100"));
  return isPrinted && isPositive(share) ? decimalToText(withoutTrailingZeros(share)) : null;
}

/** A percent as a factor: "150" is "1.5". */
function percentWhole(percent: MoneyLiteral["value"]): string {
  const digits = percent.replace(".", "");
  const scale = (percent.split(".")[1] ?? "").length + 2;
  const padded = digits.padStart(scale + 1, "0");
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`
    .replace(/^0+(?=\d)/, "")
    .replace(/0+$/, "")
    .replace(/\.$/, "");
}

/** "50 % of the rate" halves it; "a 35 % premium" adds to it; "150 %" alone is the whole factor. */
function percentToFactor(
  { reading, anchor }: FrameMatch,
  percent: MoneyLiteral["value"],
): MoneyLiteral["value"] | null {
  const share100 = Number(percent);
  if (!Number.isFinite(share100)) return null;
  const isShare = /^ ?(?:of|der?|des|du|del?|dell[ae]|van|do|da|vom|von) /.test(reading.after(anchor, 8));
  const adds =
    addedBehind.test(reading.after(anchor, 40)) ||
    addedBefore.test(reading.before(anchor, 90)) ||
    // Nobody works at night for a quarter of the price: a share below the whole comes on top, but for the way there.
    (share100 < 100 && !isShare && !travelTimeWords.test(reading.folded));
  const share = percentWhole(percent);
  if (!adds) return share as MoneyLiteral["value"];
  const [units = "0", part] = share.split(".");
  return `${Number(units) + 1}${part === undefined ? "" : `.${part}`}` as MoneyLiteral["value"];
}
