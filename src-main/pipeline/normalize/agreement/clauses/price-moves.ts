import { addYears, localDate } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { DocumentFacts } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { datesOf } from "../engine/scope-dates.ts";
import { firstYearlyDay } from "../engine/yearly-day.ts";
import { indexIn } from "../lexicon/index-names.ts";
import { words } from "../lexicon/invoice-words.ts";
import type { DateLiteral, PercentLiteral } from "../literals/literal.ts";

/** Prices go up, or move with something, folded, in seven languages. */
const moves = words(
  [
    "adjust\\w*|increas\\w*|rise[sn]?|rising|follow\\w*|move[sd]?|movement|index(?:ed|ation)|raise[sd]?|escalat\\w*|changes?|linked|tied|track\\w*|put up|go(?:es)? up|review(?:ed)?|vari(?:es|ation)|uplift\\w*|step up",
    "index(?:iert|ierung|gebunden)\\w*|\\w*anpass\\w*|angepasst|erhoh\\w*|steig\\w*|folgen|richte\\w*|wertgesichert|wertsicherung|\\w*gleit\\w*|verander\\w*|andert|mitgefuhrt|teuerung",
    "indexe\\w*|indexation|evolu\\w*|sui(?:vent|t)|revis\\w*|reevalu\\w*|augment\\w*|majore\\w*|actualis\\w*|revaloris\\w*",
    "actualiz\\w*|revis\\w*|aument\\w*|increment\\w*|sub(?:e|en|ira|iran)|sigu(?:e|en|iendo)|ajust\\w*|reajust\\w*|varia\\w*",
    "indicizz\\w*|aggiorn\\w*|adegu\\w*|rivalut\\w*|segu(?:e|ono)|variazion\\w*",
    "atualiz\\w*|reajust\\w*|acompanha\\w*",
    "geindexeerd|indexering|indexeren|aangepast|verhoog\\w*|verhogen|volg(?:t|en)|stijg\\w*|bijgesteld",
  ].join("|"),
);
/** What moves, or a pronoun that stands for it. */
export const movingPrice = words(
  "rates?|fees?|prices?|charges?|pricing|rent\\w*|tariffs?|subscription|amounts?|they|it|cost|preise?\\w*|\\w*satze?|\\w*entgelte?|\\w*vergutung|\\w*pauschale|miete|gebuhr\\w*|honorar\\w*|sie|prix|tarifs?|loyer|redevances?|honoraires?|forfait|ils|elles|cuotas?|precios?|tarifas?|importes?|honorarios|renta|se|canone|prezz[oi]|tariffe|corrispettiv\\w*|compens[oi]|precos?|valor(?:es)?|avenca|mensalidade|prijs|prijzen|tarie(?:f|ven)|vergoeding|bedrag(?:en)?|betrag|betrage|montants?|importo|importi|importe|summe|somme|sum|ze",
);
const heading = words(
  "price (?:adjustments?|variations?|reviews?|revisions?|increases?)|adjustments?|escalat\\w*|index\\w*|uplift\\w*|review|rate increases?|preis(?:anpassung|gleitung|gleitklausel)|anpassung|wertsicherung|teuerung|revision(?: des? prix| de precios)?|actualizacion\\w*|revisione(?: dei| del)?(?: prezz\\w+)?|adeguamento|reajuste|atualizacao|revisao|indexering|prijsaanpassing",
);
const limit =
  /\b(?:up to|maximum(?: of)?|max\.?|not? (?:be )?(?:case )?(?:more|above|over|exceed\w*|higher|greater)[a-z ]*|at most|capped (?:at|to)|cap(?: of)?|ceiling(?: of)?|limit(?:ed)? (?:to|of)(?: plus)?|never (?:above|more than|over)|dans la limite de|plafon\w* a|au maximum|maximum|sans (?:pouvoir )?(?:exceder|depasser)|limite[es]* a|maximal|hochstens|begrenzt auf|gedeckelt (?:auf|bei)|um bis zu|bis zu|(?:con |un )*(?:tope|limite|maximo)(?: de| del)?|hasta|sin (?:exceder|superar)(?: el)?|massimo(?: del?)?|entro il (?:limite del)?|fino a(?:l)?(?: un massimo del)?|tetto del|ate(?: um maximo de)?|com o limite de|maximaal|ten hoogste|met een maximum van|tot)[^.;\d%]{0,24}$/;
const limitBehind =
  /^ ?(?:max\b|maximum|cap\b|at most|hochstens|maximal|au maximum|como maximo|al massimo|no maximo|maximaal)/;
const floor =
  /\b(?:at least|not less than|no less than|minimum(?: of)?|greater of|higher of|floor(?: of)?|minus|mindestens|au moins|al menos|minimo|almeno|pelo menos|minimaal|ten minste)[^.;\d%]{0,14}$/;
/** Another share: of interest, a loss, a discount, a change below which nothing happens. */
const otherShare =
  /\b(?:interest|late|overdue|liabilit\w*|insurance|damages|index of (?:defined|exhibits)|appendix|discount|credit\w*|verzug\w*|mora|rabatt\w*|remise|skonto|penalt\w*|ust|mwst|vat|gst|tva|iva|btw)\b/;

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
    const notice = /\b(?:on|upon|with|by|giving|mit|avec) [^.;,]{0,30}(?:notice|ankundigung|preavis)\b/.exec(
      folded,
    )?.[0];
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
  const isCap = (share: PercentLiteral): boolean =>
    share.bound === "<=" ||
    limit.test(reading.before(share, 70)) ||
    limitBehind.test(reading.after(share, 16));
  const floorOne = shares.find((share) => floor.test(reading.before(share, 34)));
  return { floor: floorOne, cap: shares.find((share) => share !== floorOne && isCap(share)) };
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
export function firstMove(reading: Reading, facts: DocumentFacts): LocalDate | null {
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
