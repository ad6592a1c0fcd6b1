import type { EscalatorValue } from "../../../../../src-shared/model/index.ts";
import { addYears } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { movingPrice } from "../lexicon/moving-price.ts";
import { compoundingOf } from "./compounding.ts";
import { isFloor, isLimit, noticeIn } from "./increase-bounds.ts";
import { endOfPriceHold, goesOnFromHold } from "./price-hold.ts";
import { afterFirstYears, otherCadenceIn } from "./increase-cadence.ts";
import { projection } from "../engine/frame.ts";
import type { Frame } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { DateLiteral, Literal } from "../literals/literal.ts";
import { firstYearlyDay } from "../engine/yearly-day.ts";
import { scopeDates } from "../engine/scope-dates.ts";

const upGovernor =
  /\b(?:increas\w*|rise[sn]?|go up|raise[sd]?|adjust\w*|uplift|escalat\w*|step[s]? up|grow[s]?|steig\w*|erhoh\w*|augment\w*|indexed|revised|uplift of)(?: annually| yearly| each year| automatically| upwards?)? (?:by |at |of |to |um |de |at a rate of |by up to |up to |by an amount (?:equal to )?|per year by )*(?:the greater of |the lesser of |a maximum of |no more than |not more than |at most )?$/;

/** Once a year, in seven languages: what comes back so is a rise of prices. */
const yearly =
  /\b(?:annual\w*|yearly|per year|a year|(?:each|every|once a|once each) (?:contract |calendar )?year|jahrlich\w*|jedes jahr|pro jahr|par an|chaque annee|annuel\w*|cada ano|al ano|anual\w*|ogni anno|all'anno|annualmente|por ano|anualmente|jaarlijks|per jaar|elk jaar|ieder jaar)\b/;

/** "Le forfait est de 285 €. Il augmente …": a sentence that goes on about the price of the sentence before. */
const goesOnWithPrice = (reading: Reading): boolean =>
  /^(?:il|elle|er|es|dieser|diese|dieses|deze|dit|questo|questa|esso|essa|este|esta|ele|ela|this|these)\b/.test(
    reading.folded,
  ) && /\d/.test(reading.unit.previous?.folded ?? "");

/** In a case: at times of the day or week, or where something is asked for. */
const inCase =
  /\b(?:if|for|in case|where|between|nights?|weekends?|holidays?|evenings?|hours|urgent|express|rush|wenn|bei|fur|nachts|wochenend\w*|feiertag\w*|si|pour|en cas|nuit|cuando|para|noche|festivos?|se|per|in caso|notte|indien|bij|voor|caso|noite)\b/;
/** A year, a date, an index or a renewal: prices rise as time goes on. */
const comesWithTime =
  /\b(?:years?|annual\w*|yearly|anniversar\w*|renew\w*|term|period|season|effective|from|on|january|february|march|april|may|june|july|august|september|october|november|december|index\w*|cpi|rpi|inflation|escalat\w*|jahr\w*|laufzeit|verlanger\w*|indexier\w*|ab|zum|an(?:nee|s)?|annuel\w*|reconduction|indice|ano|anual\w*|renovac\w*|anno|annual\w*|rinnov\w*|istat|jaar\w*|verleng\w*|per \d|cada|ogni|chaque|jedes?|every|each)\b|\b(?:19|20)\d\d\b/;

/** "… rise by 3% on 1 April 2026": the day right behind the share is the first of them. */
function dayBehind(reading: Reading, anchor: Literal): LocalDate | null {
  const [date] = reading.literals.filter(
    (literal): literal is DateLiteral => literal.type === "date" && literal.start >= anchor.end,
  );
  const gap = date === undefined ? "" : reading.folded.slice(anchor.end, date.start);
  return date !== undefined &&
    /^ ?(?:on|from|as of|am|ab|zum|le|au|el|il|dal|em|a partir de|op|per|vanaf)(?: the| dem)? $/.test(gap)
    ? date.date
    : null;
}

/** "On 1 July 2026 the fees rise by 4 %": the one day of a clause, where it stands ahead of the share. */
function dayAhead(reading: Reading, anchor: Literal): LocalDate | null {
  const dates = reading.literals.filter((literal): literal is DateLiteral => literal.type === "date");
  const [date] = dates;
  if (date === undefined || dates.length > 1 || date.end > anchor.start) return null;
  const isDay = /(?:^|[ ,:])(?:on|am|zum|le|el|il|em|op|per)(?: the| dem)? $/.test(
    reading.folded.slice(0, date.start),
  );
  return isDay ? date.date : null;
}

export const escalatorFrame: Frame = {
  id: "escalator",
  anchors: ["percent"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "percent" || !reading.has("up")) return 0;
    // "For three-day delivery the page rate goes up by 50 %": more in a case, and not from a day on.
    if (
      inCase.test(reading.folded) &&
      !comesWithTime.test(`${reading.unit.contexts.at(-1)?.folded ?? ""} ${reading.folded}`)
    )
      return 0;
    if (
      /\b(?:overcharge|overpay|usage|headcount|volume|liabilit\w*|scope|work|effort|quantity|quantities|budget overrun|time|duration)\b[^.;]{0,30}\bincreas/.test(
        reading.slice(segment),
      )
    )
      return 0;
    const isPrice =
      /\b(?:rates?|fees?|prices?|charges?|pricing|rent|amounts?|subscription|cpi|rpi|index|[a-z]*(?:satze?|preise?|vergutung|pauschalen?|miete|entgelte?|honorare?|gebuhr(?:en)?|pramie|beitrage?)|tarifs?|prix|loyer|redevance|uplift|escalat\w*|renewal|cost of living|cuotas?|precios?|tarifas?|canone|prezz[oi]|tariffe|precos?|[a-z]*(?:prijs|prijzen|tarief|tarieven|vergoeding)|honorair\w*)\b/.test(
        reading.folded,
      ) ||
      /\b(?:escalat|adjust|increase|indexation|anpassung|revision)/.test(
        reading.unit.contexts.at(-1)?.folded ?? "",
      ) ||
      (yearly.test(reading.folded) && (movingPrice.test(reading.folded) || goesOnWithPrice(reading))) ||
      goesOnFromHold(reading);
    return isPrice ? 1.3 : 0;
  },
  strong: ["up"],
  weak: ["rate", "fee", "renew"],
  heading: ["up"],
  governs: upGovernor,
  vetoes: ["interest", "liability", "insurance", "reduce", "wage", "reimburse"],
  project: (match) => {
    const { reading, anchor, facts } = match;
    if (anchor.type !== "percent") return null;
    const words = reading.folded;
    const others = reading.literals.filter((literal) => literal.type === "percent");
    if (others.length > 1 && others[0] !== anchor) return null;
    const index =
      /\b(cpi-u|cpi-w|cpi|rpi|cpih|vpi|verbraucherpreisindex|consumer prices? index|landesindex der konsumentenpreise|landesindex|baupreisindex|verbraucherpreisindexes|consumentenprijsindex|syntec|ipca|inpc|igp-m|ipc|foi|bt ?01|istat|cbs|insee|platts|eci|producer price index|ppi|(?:retail|producer|consumer|wholesale|services?|labou?r)[a-z ]{0,20}prices? index|indice [a-z]{2,6}-?\d{0,4}|indice|index)\b/.exec(
        words,
      )?.[1];
    const isCap = isLimit(reading, anchor);
    const isLeast = isFloor(reading, anchor);
    const second = others.find((literal) => literal !== anchor && literal.start > anchor.end);
    const secondIsCap =
      second !== undefined &&
      /\b(?:never|not|no more|capped|maximum|exceed\w*|up to|at most|cap|ceiling|collar|to)\b[^.;]{0,24}$/.test(
        reading.before(second, 34),
      );
    const dates = scopeDates(reading, anchor, facts);
    const isAnniversary =
      /\b(?:anniversar\w*|each (?:contract )?year|annual(?:ly)?|every year|yearly|per year|a year|each january|on (?:each )?\d{1,2} \w+ each year|each \w+ \d{1,2}|jeweils|jahrlich\w*|cada ano|anual\w*|ogni anno|annual\w*|todos os anos|elk jaar|jaarlijks|par an|annuel\w*|chaque annee|12 months)\b/.test(
        words,
      );
    const onRenewal =
      /\b(?:upon|on|at|for (?:each|any)) (?:each |any |every |such )?(?:renewal|extension)|renewal term|(?:if|when|where) (?:the |this )?(?:term|agreement|contract|engagement) (?:is |has been )?(?:extended|renewed|renews)\b/.test(
        words,
      );
    // Within the first term nothing has been renewed.
    const renewed = onRenewal ? (facts.end ?? null) : null;
    const january = /\b(?:each|every|on|from) (?:1(?:st)? )?january\b|\bjanuary 1\b|\b1\. januar\b/.test(
      words,
    );
    const first =
      dayBehind(reading, anchor) ??
      dates.from ??
      dayAhead(reading, anchor) ??
      endOfPriceHold(reading, facts) ??
      afterFirstYears(words, facts.start) ??
      firstYearlyDay(words, facts.start) ??
      (isAnniversary && facts.start !== null && !january && !onRenewal ? addYears(facts.start, 1) : renewed);
    const compound = compoundingOf(words);
    const notice = noticeIn(words);
    if (/\bcollar\b/.test(words))
      return projection<"escalator">({
        type: "escalator",
        key: "escalator",
        value: { ...(index !== undefined && { index }), every: "year", first, compound },
        remainder: reading.text.trim(),
        questions: ["index-table", "collar"],
        taken: others,
      });
    const cadence = otherCadenceIn(words);
    const value: EscalatorValue = {
      ...(index === undefined && !isCap ? { percent: anchor.value } : {}),
      ...(index !== undefined && { index }),
      every: "year",
      first,
      compound,
      ...(isLeast && index !== undefined && { floor: anchor.value }),
      ...(isCap ? { cap: anchor.value } : second !== undefined && secondIsCap ? { cap: second.value } : {}),
      ...(notice !== undefined && { notice }),
    };
    const share =
      index !== undefined && !isCap && !isLeast
        ? `${reading.text.slice(anchor.start, anchor.end)} ${/^[^.;]{0,50}/.exec(reading.text.slice(anchor.end))?.[0] ?? ""}`.trim()
        : undefined;
    return projection<"escalator">({
      type: "escalator",
      key: "escalator",
      value,
      ...(renewed !== null && first === renewed && { from: renewed }),
      isUndated: dates.from === null,
      remainder: share ?? cadence ?? (onRenewal ? "on renewal" : undefined),
      questions: [
        ...(cadence === null ? [] : ["escalator-cadence"]),
        ...(first === null ? ["escalator-first-date"] : []),
        ...(index !== undefined ? ["index-table"] : []),
        ...(isCap && index === undefined ? ["right-needs-exercise"] : []),
      ],
      taken: second !== undefined && secondIsCap ? [second] : [],
    });
  },
};
