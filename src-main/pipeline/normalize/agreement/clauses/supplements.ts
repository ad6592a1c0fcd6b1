import { add, decimalText, decimalToText, multiply } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { addedAhead, addedBehind } from "./added-sums.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { hasLexeme } from "../engine/reading.ts";
import type { Reading } from "../engine/reading.ts";
import { afterDiscount } from "../frames/discount-scope.ts";
import { isHeadedTax } from "../frames/taxes.ts";
import { extraNouns } from "../lexicon/added-words.ts";
import { obtains } from "../lexicon/obtain-words.ts";
import { timeSpan } from "../lexicon/time-words.ts";
import type { PercentLiteral, Span } from "../literals/literal.ts";

/** Words of a charge on top, in seven languages. */
const extra = `${extraNouns}|levy|waiver|service charge|(?:fuel|energy|rush|express|handling|management|administration|booking|commission|card|processing|congestion|peak) (?:charge|fee|adjustment)|majore(?:e?s?)?`;
const extraPattern = new RegExp(`(?<![\\p{L}])(?:${extra})(?![\\p{L}])`, "u");
/** "Entre as 20h e as 8h", "zwischen 22 und 6 Uhr", "from 10 pm": a span of the clock. */
const clock =
  /(?<!\p{L})(?:between|from|zwischen|von|ab|entre|de|des|desde|dalle|tussen|van|vanaf|das) (?:as |las |les |le |ore )?\d{1,2}(?:[:.h]\d\d)?(?: ?(?:und|and|bis|et|y|e|en|a|to|tot) (?:as |las |les |le |alle )?\d{1,2}(?:[:.h]\d\d)?)? ?(?:h|uhr|uur|horas|heures|ore|[ap]\.?m\.?|hrs)(?!\p{L})/u;
/** Work at unusual times: a factor on the price of an hour rather than a charge on a sum. */
const times =
  /(?<!\p{L})(?:overtime|week-?ends?|saturdays?|sundays?|(?:public |bank )?holidays?|nights?|night ?work|evenings?|after[- ]hours|out[- ]of[- ]hours|uberstunden|wochenend\p{L}*|samstag\p{L}*|sonntag\p{L}*|sonn- und feiertag\p{L}*|feiertag\p{L}*|nacht\p{L}*|spatschicht|heures supplementaires|samedis?|dimanches?|jours? feries?|nuits?|horas extras?|fines? de semana|sabados?|domingos?|festivos?|nocturn[oa]s?|noches?|straordinari\p{L}*|sabato|domenica|festiv[oi]|notturn[oiae]|notte|horas extraordinarias|feriados?|noturn[oa]s?|noites?|overuren|uren boven|hours? (?:over|above|beyond|in excess of)|stunden uber|heures au-dela|horas (?:que excedan|por encima|acima)|ore oltre|zaterdag\p{L}*|zondag\p{L}*|feestdag\p{L}*|avond\p{L}*|nachtwerk|weekend\p{L}*|outside (?:of )?(?:business|normal|office|working|regular)[a-z ]{0,12}hours|ausserhalb der \p{L}*zeit(?:en)?|hors (?:des )?heures[a-z ]{0,16}|fuera (?:de|del) horario[a-z ]{0,16}|fuori orario[a-z ]{0,16}|buiten (?:de )?(?:kantoor|werk)\p{L}*|fora do horario[a-z ]{0,16}|(?:ab|nach) \d{1,2}(?:[:.]\d\d)? uhr|apres \d{1,2} ?h(?:eures)?|na \d{1,2} uur|after \d{1,2} ?(?:pm|p\.m\.))(?!\p{L})/u;
const overtime =
  /(?<!\p{L})(?:overtime|uberstunden|heures supplementaires|horas extras?|straordinari\p{L}*|horas extraordinarias|overuren|uren boven|hours? (?:over|above|beyond|in excess of)|stunden uber|heures au-dela|horas (?:que excedan|por encima|acima)|ore oltre|wochenstunde|over (?:40|forty|8|eight))(?!\p{L})/u;

/** Charges that go by a name: a share of something behind such a name comes on top of it. */
const byName =
  /(?<!\p{L})(?:fuel|carburant|diesel\p{L}*|kraftstoff\p{L}*|treibstoff\p{L}*|gasoleo|gasoil|combustible|carburante|gasolio|brandstof\p{L}*|combustivel|ad valorem|rush|express|expedite\p{L}*|urgent\p{L}*|urgenc\p{L}*|urgenza|eil(?:auftrag\p{L}*|zuschlag|dienst|sendung\p{L}*|lieferung\p{L}*)?|spoed\p{L}*|environment\p{L}*|umwelt\p{L}*|environnement\p{L}*|ambiental|ambientale|milieu\p{L}*|damage waiver|waiver|service charge|administration|admin|verwaltung\p{L}*|(?:honorario|taxa|gastos|frais|spese|honoraires|honorarios|onorario) (?:de|di) (?:gestao|gestion|gestione|dossier|bureau|administracion|administracao)|management fee|handling|kleinspesen\p{L}*|bureaukosten|maut|pedagio|gris)(?!\p{L})/u;
/** What such a share is of: a price or a sum. */
const ofMoney =
  /^ ?(?:of|on|sur|auf|su(?:l|lla|i|lle|gli)?|sobre|over|del?|dell[ea]|der?|des|du|da|van) (?:the |all |any |each |its |dem |den |der |die |das |les? |la |el |los |las |il |lo |gli |le |o |os |as |het |de )*[\p{L}]{3}/u;

/** "Fuel 12 % of runs", "Ad valorem de 0,30 % sobre o valor", "FUEL percent of linehaul ..... 18 %". */
const isNamedShare = (before: string, behind: string): boolean =>
  byName.test(before) && (ofMoney.test(behind) || /(?:percent|%) (?:of|on) [^.;]{3,50}[ .:]*$/u.test(before));

/** "Er beträgt im 1. Quartal 6,5 %" goes on with the extra of the sentence before. */
const goesOn =
  /^\W*(?:er|sie|es|it|this|that|il|elle|este|esta|esso|essa|hij|het|deze|ele|ela) (?:is|amounts|stands|betragt|liegt|est|s'eleve|es|asciende|ammonta|bedraagt)(?!\p{L})/u;

const vetoes =
  /\b(?:discount\p{L}*|rebates?|rabatt|remise|descuento|sconto|desconto|korting|interest|zinsen|interets|intereses|juros|rente|increase[sd]?|erhoh\p{L}*|anniversar\p{L}*|anniversaire|chaque annee|(?:each|every|per) year|annually|jahrlich\p{L}*|cada ano|ogni anno|jaarlijks\p{L}*|mark-?up|tax|vat|gst|hst|ust|umsatzsteuer|mwst|tva|iva|btw|overdue|late pay\p{L}*|uptime|availability|insurance|liabilit\p{L}*|(?:prime|base|bank|lending|discount) rates?|libor|euribor)\b/u;
/** What is given or taken off, though a word of extra stands near. */
export const givenBack =
  /(?<!\p{L})(?:gewahr\p{L}*|nachlass|deduit\p{L}*|deduzid\p{L}*|abgezogen|dedott\p{L}*|deducid\p{L}*|descontad\p{L}*|off|credited|gutgeschrieben)(?!\p{L})/u;
const firmVetoes =
  /\b(?:interest|zinsen|tax|vat|gst|ust|mwst|tva|iva|btw|overdue|insurance|liabilit\p{L}*|discount|rebates?|rabatt|(?:prime|base|bank|lending) rates?)\b/u;
/** A rise by the calendar is none for the time of day or the kind of work. */
const eachYear =
  /(?<!\p{L})(?:(?:each|every|per) (?:contract |calendar )?year|annually|anniversar\p{L}*|jahrlich\p{L}*|jedes jahr|chaque annee|par an|cada ano|ogni anno|elk jaar|jaarlijks\p{L}*)(?!\p{L})/u;
/** A quarter or month that a rate holds for. */
const quarterOf =
  /(?:\d\. quartal|q\d|\d(?:er|e|eme)? trimestre|(?:first|second|third|fourth) quarter|\d(?:e|o|º)? kwartaal)(?: (?:of )?(?:19|20)\d\d)?/u;
const onAll = /^ ?on (?:all|the|food|every)\b/u;
const brackets = /^ ?\([^)]{0,30}\)/u;
/** A fee that is a share of other money: "10% of the media spend", "five percent of gross rents collected". */
const shareFee =
  /\b(?:fee|charges?|commission|pays?|we charge|honorar|provision|commission|comision|provvigione|comissao|vergoeding)\b[^#.;]{0,90}# ?(?:\([^)]{0,12}\) ?)?(?:commission |fee |provision )?(?:of|on|der|des|du|de|del|della|van|on) (?:the |all |any |its )?(?:gross |net |total )?(?:media |advertising |ad )?(?:rents?|spend|budget|sales|revenue|turnover|receipts|costs? of|value of|umsatz\w*|mieten|loyers|ventas|vendite|vendas|omzet|cost)\b/u;
/** "Office costs are 5% of the fee": what comes on top at a share of the price. */
const shareCost =
  /\b(?:(?:office|admin\w*|handling|overhead|incidental|sundry|management|service) (?:costs?|charges?|expenses|fees?)|incidentals|overheads?|[a-z]*kosten|[a-z]*nebenkosten|[a-z]*pauschale|frais [a-z ]{3,30}|gastos [a-z ]{3,30}|spese [a-z ]{3,30}|despesas [a-z ]{3,30})\b ?(?:\([^)]{0,60}\) ?)?[^#.;]{0,28}(?:is|are|at|of|:|amounts? to|bedragen|bedraagt|betragen|betragt|von|van|de|a)? ?# ?(?:of|von|der|des|du|de|del|van) (?:the |het |de |das |den |le |la |el |il |onze |our )?(?:\w+ )?(?:fees?|honorar\w*|honorarium|honoraires|price|rates?|rechnungs\w*|netto\w*|vergutung|amount|invoice|factuur\w*|prix|prezzo|precio|compenso|importe)/u;
const plusBefore = /(?:\+|\bplus|\badds?|\bextra|\bzuzuglich|\bmas(?: un)?|\bpiu(?: il)?|\bmais) ?$/u;
const ofBase =
  /^ ?(?:of|on|sur|auf|su(?:l|lla|i|lle|gli)?|sobre|over|del?|dell[ea]|der?|des|du|da|van) (?:the |all |any |every |each |its |der |die |das |les? |la |el |los |las |il |lo |gli |le |o |os |as |het |de )*(?:cost of |price of |value of |amount of )?((?:gross |net |total |monthly |annual )*[\p{L}][\p{L}' -]{2,40}?)(?= (?:applies|apply|is|are|collected|charged|costing|if|when|where|during|for|per|and|which|to|as|wird|est|se)\b|[.,;()]|$)/u;

/** "VAT: 13.5% on food, 23% on wine" lists rates of a tax. */
const taxList = /\b(?:vat|gst|hst|mwst|ust|umsatzsteuer|tva|iva|btw)\.? ?: ?\d/;

/** "A fuel surcharge of 18.5% of linehaul", "Express + 30 %", "Nachtarbeit 25 %, Sonntag 70 %" under a word of extra. */
export const supplementsFrame: CueFrame = {
  id: "supplements",
  cue: /%|percent|per ?cent|prozent|pour ?cent|por ciento|per cento/,
  project: (reading): readonly CueProjection[] => {
    if (reading.unit.zone === "boilerplate" || taxList.test(reading.folded) || isHeadedTax(reading))
      return [];
    const percents = reading.literals.filter(
      (literal): literal is PercentLiteral =>
        literal.type === "percent" &&
        literal.bound === null &&
        // "Per le consegne urgenti … il 20 %": what stands ahead is what it is for, not of what it is.
        literal.per.every(({ cadence, span }) => cadence === null && span.end <= literal.start),
    );
    const context = reading.unit.contexts.map(({ folded }) => folded).join(" ");
    return percents.flatMap((percent, index) => {
      const start = percents[index - 1]?.end ?? 0;
      const before = reading.folded.slice(Math.max(start, percent.start - 120), percent.start);
      const behind =
        reading
          .after(percent, 70)
          .replace(/\bbzw\./g, "bzw")
          .split(/[.;]/)[0] ?? "";
      const clause = `${before} ${behind.split(",")[0] ?? ""}`.replace(afterDiscount, "");
      const isShareByName = isNamedShare(before, behind);
      const isRaised =
        addedAhead.test(before) &&
        (times.test(clause) || clock.test(clause) || byName.test(clause)) &&
        !eachYear.test(clause);
      if (
        (vetoes.test(clause) || hasLexeme(clause, "hold")) &&
        !((isShareByName || isRaised) && !firmVetoes.test(clause))
      )
        return [];
      if (obtains.test(before) && percent.per.length === 0 && !extraPattern.test(clause)) return [];
      if (givenBack.test(`${before} ${behind.split(",")[1] ?? ""}`)) return [];
      const earlier = goesOn.test(reading.folded) ? (reading.unit.previous?.folded ?? "") : "";
      const named = extraPattern.exec(before) ?? extraPattern.exec(behind) ?? extraPattern.exec(earlier);
      const isInherited = named === null && (extraPattern.test(context) || extraPattern.test(reading.folded));
      const isOnTop =
        isShareByName ||
        isRaised ||
        plusBefore.test(before) ||
        onAll.test(behind.replace(brackets, "")) ||
        addedBehind.test(behind.replace(brackets, ""));
      const next = behind.split(/[,;]/)[0] ?? "";
      const when =
        times.exec(next) ??
        times.exec(before) ??
        times.exec(behind) ??
        clock.exec(before) ??
        clock.exec(next);
      const isShare =
        shareFee.test(`${before}#${behind}`) ||
        /^ ?(?:commission|management fee|agency fee|handling fee|provision|commissione|comision|comissao)\b/.test(
          behind,
        ) ||
        shareCost.test(`${before}#${behind}`);
      if (named === null && !isOnTop && !isShare && !(isInherited && when !== null)) return [];
      // What is charged at a share of another price is that price's share, not an addition.
      if (named === null && /\b(?:at|zu|a|al|tegen) ?$/u.test(before)) return [];
      if (when !== null && !/\b(?:within|binnen|innerhalb|24 hours|express|rush|same day)\b/u.test(clause))
        return [
          premium(
            reading,
            percent,
            // "+25 % le soir, +50 % le dimanche": what stands right behind is what each is for.
            (plusBefore.test(before) && times.test(next) ? next.trim() : null) ??
              conditionOf(reading, {
                start: percent.start - before.length,
                end: percent.end + behind.length,
              }) ??
              when[0],
            overtime.test(when[0]) || (!times.test(behind) && overtime.test(clause)),
          ),
        ];
      const on = ofBase.exec(behind)?.[1]?.trim() ?? null;
      const quarter = quarterOf.exec(before.slice(-40))?.[0] ?? null;
      const label = nameOf(reading, percent, named?.[0] ?? null, start);
      return [
        projection<"surcharge">({
          type: "surcharge",
          key: `surcharge|${label.toLowerCase()}|${on ?? quarter ?? ""}`,
          value: {
            percent: percent.value,
            on: label,
            ...(on !== null ? { condition: `on ${on}` } : quarter !== null && { condition: quarter }),
          },
          taken: [percent],
          weight: 0.1,
        }),
      ];
    });
  },
};

/** All that a clause says of when it holds: "zwischen 18 und 7 Uhr sowie samstags". */
function conditionOf(reading: Reading, clause: Span): string | null {
  const span = timeSpan(reading.folded.slice(clause.start, clause.end).split(/;/)[0] ?? "");
  return span === null ? null : reading.folded.slice(clause.start + span[0], clause.start + span[1]);
}

/** An addition of 25 % on hours past the usual is the factor 1.25; on a time of work it is a surcharge of that time. */
function premium(
  reading: Reading,
  percent: PercentLiteral,
  when: string,
  isOvertime: boolean,
): CueProjection {
  if (!isOvertime)
    return projection<"surcharge">({
      type: "surcharge",
      key: `surcharge|${when}|`,
      value: { percent: percent.value, on: printed(reading, when), condition: printed(reading, when) },
      taken: [percent],
      weight: 0.1,
    });
  const factor = plain(add(decimalText("1"), multiply(percent.value, decimalText("0.01"))));
  return projection<"time-rules">({
    type: "time-rules",
    key: `overtime|${when}`,
    value: { overtimeMultiplier: factor },
    conditions: [printed(reading, when)],
    taken: [percent],
    weight: 0.1,
  });
}

const plain = (value: Parameters<typeof decimalToText>[0]): DecimalText =>
  decimalText(
    decimalToText(value)
      .replace(/(\.\d*?)0+$/u, "$1")
      .replace(/\.$/u, ""),
  );

const printed = (reading: Reading, words: string): string => {
  const at = reading.folded.indexOf(words);
  return at < 0 ? words : reading.text.slice(at, at + words.length);
};

/** What the extra is called: the label of its line, else the word of extra with what stands before it. */
function nameOf(reading: Reading, percent: PercentLiteral, named: string | null, start: number): string {
  const label = /^([^:.;]{2,60}):/u.exec(reading.text)?.[1];
  if (label !== undefined && start === 0) return label.trim();
  const head = reading.text.slice(start, percent.start).replace(/(?: ?\.){3,} ?$/u, "");
  if (named === null)
    return (
      head
        .replace(/[\s+(]*$|^[\s,;–-]+/gu, "")
        .split(/[.;]/u)
        .at(-1)
        ?.trim()
        .slice(0, 60) || "surcharge"
    );
  const phrase = new RegExp(`(?:[\\p{L}-]+ ){0,2}${named}`, "u").exec(reading.folded);
  return phrase === null
    ? named
    : reading.text
        .slice(phrase.index, phrase.index + phrase[0].length)
        .replace(
          /^(?:(?:an?|the|ein|eine|einen|der|die|une?|un|una|een|of|is|wird|werden|wordt|worden|est|sont|se|viene|e|carries|attracts|adds?|plus|with) )+/iu,
          "",
        );
}
