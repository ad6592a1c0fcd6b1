import { addYears, localDate } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { DocumentFacts } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { datesOf } from "../engine/scope-dates.ts";
import { firstYearlyDay } from "../engine/yearly-day.ts";
import { isFloor, isLimit, noticeIn } from "../frames/increase-bounds.ts";
import { indexIn } from "../lexicon/index-names.ts";
import { words } from "../lexicon/invoice-words.ts";
import { movingPrice } from "../lexicon/moving-price.ts";
import type { DateLiteral, PercentLiteral } from "../literals/literal.ts";

/** Prices go up, or move with something, folded, in seven languages. */
const moves = words(
  [
    "adjust\\w*|increas\\w*|rise[sn]?|rising|follow\\w*|move[sd]?|movement|index(?:ed|ation)|raise[sd]?|escalat\\w*|changes?|linked|tied|track\\w*|put up|go(?:es)? up|review(?:ed)?|vari(?:es|ation)|uplift\\w*|step up",
    "index(?:iert|ierung|gebunden)\\w*|\\w*anpass\\w*|angepasst|erhoh\\w*|steig\\w*|folgen|richte\\w*|wertgesichert|wertsicherung|\\w*gleit\\w*|verander\\w*|andert|andern|mitgefuhrt|teuerung",
    "indexe\\w*|indexation|evolu\\w*|sui(?:vent|t)|revis\\w*|reevalu\\w*|augment\\w*|majore\\w*|actualis\\w*|revaloris\\w*",
    "actualiz\\w*|revis\\w*|aument\\w*|increment\\w*|sub(?:e|en|ira|iran)|sigu(?:e|en|iendo)|ajust\\w*|reajust\\w*|varia\\w*",
    "indicizz\\w*|aggiorn\\w*|adegu\\w*|rivalut\\w*|segu(?:e|ono)|variazion\\w*",
    "atualiz\\w*|reajust\\w*|acompanha\\w*",
    "geindexeerd|indexering|indexeren|aangepast|verhoog\\w*|verhogen|volg(?:t|en)|stijg\\w*|bijgesteld",
  ].join("|"),
);
const heading = words(
  "price (?:adjustments?|variations?|reviews?|revisions?|increases?)|adjustments?|escalat\\w*|index\\w*|uplift\\w*|review|rate increases?|preis(?:anpassung|gleitung|gleitklausel)|anpassung|wertsicherung|teuerung|revision(?: des? prix| de precios)?|actualizacion\\w*|revisione(?: dei| del)?(?: prezz\\w+)?|adeguamento|reajuste|atualizacao|revisao|indexering|prijsaanpassing",
);
/** Another share: of interest, a loss, a discount, a change below which nothing happens. */
const otherShare =
  /\b(?:interest|late|overdue|liabilit\w*|insurance|damages|index of (?:defined|exhibits)|appendix|discount|credit\w*|verzug\w*|mora|rabatt\w*|remise|skonto|penalt\w*|ust|mwst|vat|gst|tva|iva|btw)\b/;

/** "\"CPI\" means the index of …": which index it is moves no price yet; "display refers to the index of …" even less. */
const ofIndexItself =
  /^\W*(?:\d[\d.]* )?["“„«]?[a-z &-]{0,40}\b(?:cpi|rpi|index|indices)["”“»]* ?(?:means?|shall mean|refers to|is defined as)\b|\brefers to\b/;

/**
 * Prices that follow an index: what moves, the index, how often, the first day and the bounds, in whatever order.
 *
 * A share without words of a bound beside an index is a rise of its own ("CPI + 1 %") and stays as remainder.
 */
export const priceMoveFrame: CueFrame = {
  id: "price-move",
  cue: /infla[tcz]i?|teuerungsrate|cost of living|ind[ei]x|indi[cz]|\b(?:cpi\w*|rpi\w*|ppi|eci|wpi|vpi|lik|ipca?|inpc|igp-?m|incc|istat|foi|nic|insee|icc|ilc|ilat|irl|bt ?\d\d|tp ?\d\d|syntec|cbs|nea|tln|hicp|hvpi|bcis)\b/,
  veto: /\b(?:index of (?:defined|exhibits)|appendix)\b/,
  project: (reading, _, facts) => {
    const { folded, text, unit } = reading;
    if (unit.zone === "boilerplate" || unit.zone === "definitions" || otherShare.test(folded)) return [];
    if (ofIndexItself.test(folded)) return [];
    const index = indexIn(text, folded);
    const headings = unit.contexts.map((context) => context.folded).join(" | ");
    if (index === null || !(moves.test(folded) || heading.test(headings))) return [];
    const isUnder = heading.test(unit.contexts.at(-1)?.folded ?? "");
    if (
      !movingPrice.test(folded) &&
      !isUnder &&
      !heading.test(folded) &&
      !movingPrice.test(unit.previous?.folded ?? "")
    )
      return [];
    const shares = reading.literals.filter(
      (literal): literal is PercentLiteral => literal.type === "percent",
    );
    const bounds = boundsOf(reading, shares);
    const own = shares.filter((share) => share !== bounds.cap && share !== bounds.floor);
    const notice = noticeIn(folded);
    const isRight =
      /\b(?:may|is entitled to|reserves the right|kann|ist berechtigt|peut|peuvent|podra|puo|pode|mag|kan)\b/.test(
        folded,
      );
    const first = firstMove(reading, facts);
    return [
      projection<"escalator">({
        type: "escalator",
        key: "escalator",
        value: {
          index: index.name,
          every: "year",
          first,
          compound: null,
          ...(bounds.cap !== undefined && { cap: bounds.cap.value }),
          ...(bounds.floor !== undefined && { floor: signed(reading, bounds.floor) }),
          ...(notice !== undefined && { notice }),
        },
        taken: shares,
        isUndated: true,
        remainder: own.length === 0 ? undefined : text.trim(),
        questions: [
          "index-table",
          ...(first === null ? ["escalator-first-date"] : []),
          ...(isRight ? ["right-needs-exercise"] : []),
        ],
      }),
    ];
  },
};

interface Bounds {
  readonly cap: PercentLiteral | undefined;
  readonly floor: PercentLiteral | undefined;
}

/** Which shares bound the move: by the words before each, or by standing beside a bound of the other side. */
function boundsOf(reading: Reading, shares: readonly PercentLiteral[]): Bounds {
  const floorOne = shares.find((share) => isFloor(reading, share));
  return { floor: floorOne, cap: shares.find((share) => share !== floorOne && isLimit(reading, share)) };
}

const signed = (reading: Reading, share: PercentLiteral): PercentLiteral["value"] =>
  (/\bminus[^.;\d]{0,6}$/.test(reading.before(share, 12))
    ? `-${share.value}`
    : share.value) as PercentLiteral["value"];

const firstTime =
  /\b(?:first(?: time)?|for the first time|beginning|starting|erstmals|erstmalig|premiere (?:fois|revision)|por primera vez|primera vez|prima volta|primeira vez|voor het eerst|eerste keer)\b[^.;\d]{0,16}((?:19|20)\d\d)\b/;

/**
 * The first day on which prices move: a day that is named as the first, else the first return of a yearly day, in the
 * year that is named as the first or after the start.
 */
function firstMove(reading: Reading, facts: DocumentFacts): LocalDate | null {
  const { folded } = reading;
  const dates = reading.literals.filter((literal): literal is DateLiteral => literal.type === "date");
  const year = firstTime.exec(folded)?.[1];
  const since = year === undefined ? facts.start : localDate(`${Number(year) - 1}-12-31`);
  const stated = datesOf(folded, dates, null).from;
  const said = stated ?? dates.find((date) => isDayOfMove(folded, date))?.date ?? null;
  return (
    said ??
    firstYearlyDay(folded, since) ??
    (facts.start !== null && /\banniversar|\bjahrestag|\bverjaardag|\baniversario/.test(folded)
      ? addYears(facts.start, 1)
      : null)
  );
}

/** "1 August 2026 and annually", "on July 1, 2027": a day that nothing before it ends a period with. */
const isDayOfMove = (folded: string, { start }: DateLiteral): boolean =>
  /(?:^|[:;,] |\b(?:on|am|zum|ab|per|le|au|el|il|al|em|op|first|beginning|from|ab dem) (?:the )?)$/.test(
    folded.slice(Math.max(0, start - 16), start),
  );
