import type { ProrationValue } from "../../../../../src-shared/model/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { words } from "../lexicon/invoice-words.ts";

/** In proportion to time, folded, in seven languages. */
const inProportion = words(
  "day by day|pro-?rat\\p{L}*|pro rat\\p{L}*|apportion\\p{L}*|by the day(?! rate)|only (?:for )?the days|auf die tage entfall\\p{L}*|tage\\p{L}* entfallende\\p{L}*|to the day|daily basis|per day basis|anteilig\\p{L}*|zeitanteilig\\p{L}*|ta[gk]e?s?genau\\p{L}*|taggenau\\p{L}*|au prorata|prorata temporis|prorrate\\p{L}*|prorratea\\p{L}*|proporcional\\p{L}*|proporzional\\p{L}*|pro quota|naar rato|naar evenredigheid|dagnauwkeurig|actual days|days in the month|1/365|1/30|1/360|one[- ]thirtieth|(?:ein )?dreissigstel|een dertigste|un trentesimo|un trentieme|un treintavo|un trigesimo|(?:30|thirty)[- ]day month|30/360|ratio of its days|(?:over|divided by|out of) (?:the )?(?:number of )?(?:calendar )?days (?:of|in) (?:that|the|such|each) month|geteilt durch die (?:kalender)?tage (?:des|dieses) monats|divises? par (?:le nombre de|les) jours (?:du|de ce) mois|gedeeld door (?:het aantal|de) dagen (?:van|in) (?:de|die) maand",
);
/** In a proportion, which may be of anything: of time only beside a broken period. */
const inSomeProportion = words(
  "in proportion|en proporcion|in proporzione|em proporcao|im verhaltnis|naar verhouding",
);
/** A period that is not whole. */
const partPeriod = words(
  "(?:in the course of|during|within|part[- ]way through|in the middle of) (?:a|any) (?:calendar )?(?:month|period|quarter|year)|im laufe (?:eines|des) (?:kalender)?monats|innerhalb eines (?:kalender)?monats|en cours de (?:mois|periode)|en el (?:curso|transcurso) de un mes|a mitad de mes|nel corso del mese|in corso di mese|in de loop van (?:een|de) maand|no decurso do mes|a meio do mes|(?:months?|periods?|quarters?) (?:that |which )?(?:is|are) (?:not (?:whole|complete|full)|incomplete)|unvollstandige\\p{L}* monat\\p{L}*|mois partiels?|mois non complets?|mes[ei] non inter[oi]|mes(?:es)? no complet[oa]s?|meses nao completos|nicht volle\\p{L}* monat\\p{L}*|niet volle maand(?:en)?|gedeelten? van (?:een|de|die) maand|onvolledige maand(?:en)?|mes(?:es)? parcial(?:es)?|mes[ei] parzial[ei]|part(?:ial)?[- ](?:months?|periods?|quarters?|years?|weeks?)|(?:any )?part of (?:a|the|any) (?:month|period|quarter|year)|broken (?:months?|periods?)|incomplete (?:months?|periods?)|(?:months?|periods?) begun|fraction of (?:a|the) month|mid-?(?:month|year|term|period)|started months?|unused (?:days|months?|time|periods?)|angefangene[rnm]? monate?|angebrochene[rnm]? monate?|rumpf\\p{L}*|teilmonat\\p{L}*|mois (?:commence|entame|incomplet)s?|mois (?:commence|entame)|mes(?:es)? incomplet[oa]s?|mes(?:es)? (?:empezado|iniciado|comenzado)s?|fracciones? de mes|mes[ei] (?:iniziat[oi]|incomplet[oi]|frazionat[oi])|frazion[ei] di mese|meses incompletos|fra[c]?cao de mes|gedeeltelijke maand(?:en)?|gebroken maand(?:en)?|niet[- ]volle maand(?:en)?",
);
const period =
  /\b(?:month\w*|period\w*|quarters?|years?|fees?|charges?|rent\w*|days?|term|subscription|users?|licen[cs]es?|seats?|annual\w*|monat\w*|zeitraum\w*|gebuhr\w*|miete\w*|pauschale|mois|montant|loyer|redevance|abonnement|mes(?:es)?|cuota\w*|renta|mese|mesi|canone|mensil\w*|mensual\w*|mensal\w*|mensalidade|maand\w*|huur)\b/;
/** Another share: of common costs, of a sum deducted, of credits, of what somebody takes off. */
const otherShare =
  /\b(?:compte prorata|pro rata share|shareholders?|stock|minimum is reduced|commitment|part days|gutgeschrieben|gutschrift\w*|uptime|availability|verfugbarkeit|reaktionszeit|nicht nutzbar|not usable|interest|overdue|late|zins\w*|interets?|intereses|juros|rente|wage\w*|lohn\w*|lohnanteil\w*)\b|%/;
const no =
  "(?:no|not|never|nor|without|don't|doesn't|isn't|aren't|won't|nicht|keine?\\w*|ohne|ni|ne|pas|sans|sin|non|senza|nao|sem|geen|niet|zonder)";
const given =
  "(?:refund\\w*|credit\\w*|repa(?:y|id)|given back|erstatt\\w*|ruckerstatt\\w*|rembours\\w*|reembols\\w*|devuel\\w*|rimbors\\w*|restitu\\w*|terugbetaal\\w*|gerestitueerd)";
/** "Not prorated", "I don't refund part months": the negation stands right before what does not happen. */
const notShared = new RegExp(
  `(?<!\\p{L})${no}(?!\\p{L})[^.;,]{0,22}(?:${inProportion.source})|(?<!\\p{L})${no}(?!\\p{L})[^.;,]{0,16}(?<!\\p{L})${given}|(?<!\\p{L})${given}(?!\\p{L})[^.;,]{0,12}(?<!\\p{L})${no}(?!\\p{L})`,
  "u",
);
/** Each month taken for thirty days, whatever stands between the month and its days. */
const thirtyDayMonth =
  "(?:months?|monat\\w*|mois|mes(?:es)?|mes[ei]|maand(?:en)?)(?: [\\w']+){0,6} (?:30|thirty|dreissig|dreißig|trente|treinta|trenta|trinta|dertig) (?:days?|tagen?|jours|dias|giorni|dagen)|(?:30|thirty|dreissig|trente|treinta|trenta|trinta|dertig) (?:days?|tagen?|jours|dias|giorni|dagen)(?: [\\w']+){0,2} (?:in|per|je|pro|par|por|al|for|a) (?:every |each |any |the |jede[mnrs]? |chaque |cada |ogni |elke )?(?:month|monat|mois|mes|mese|maand)";
/** The whole period is owed once it has begun. */
const wholeOwed =
  /\b(?:in full|full (?:month|week|period|charge|fee)|whole (?:month|week|period)|counts? as a|(?:charged|billed) (?:as|in) (?:a )?(?:full|whole)|is (?:due|owed|charged)|voll (?:berechnet|verrechnet|zu zahlen|fallig)|als voller|est du|sont dus|du en entier|integralement|se cobra completo|por entero|completo|per intero|intero|por inteiro|volledig|als volle)\b/;

/** Words by which a whole period is owed that also stand where a part of it is: what the part is counted by goes first. */
const merelyOwed = /\b(?:is (?:due|owed|charged)|est du|sont dus)\b/;

const bases: readonly (readonly [ProrationValue["basis"], RegExp])[] = [
  [
    "actual/365",
    /\b(?:1\/365|actual\/365|365[- ]day|on (?:the basis of )?(?:a )?365|365 (?:tage|jours|dias|giorni|dagen))\b/,
  ],
  [
    "actual/30",
    /\b(?:one[- ]thirtieth|1\/30|(?:ein )?dreissigstel|een dertigste|un trentesimo|un trigesimo|um trinta avos|actual\/30|un trentieme|un treintavo)\b/,
  ],
  ["30/360", new RegExp(`\\b(?:${thirtyDayMonth})\\b`)],
  [
    "30/360",
    /\b(?:30\/360|(?:30|thirty)[- ]day months?|months? of (?:30|thirty) days|monat\w* (?:zu|mit|a|von) 30 tagen|360[- ]day|mois de (?:30|trente) jours|mes(?:es)? de (?:30|treinta) dias|mes[ei] di 30 giorni|mes(?:es)? de (?:30|trinta) dias|maand(?:en)? van 30 dagen)\b/,
  ],
  [
    "actual/actual",
    /\b(?:actual (?:number of )?days|actual\/actual|ta[gk]\w*genau\w*|taggenau\w*|days in (?:the|that|such) (?:calendar )?month|daily basis|number of days|by the day|ratio of its days|by days?|per day|to the day|zeitanteilig\w*|tageweise|dias (?:naturales|efectivos|reales)|giorni effettivi|dias efetivos|aantal dagen|jours reels|prorata (?:des jours|temporis)|pro rata temporis|pro rata die|calendar days|actual length|\w*kalenderda(?:g|gen)\b|\w*kalendertag\w*|jours (?:calendaires|effectifs|ecoules)|dias (?:de calendario|corridos|de calendario)|giorni (?:di calendario|solari)|days (?:of|in) each month|(?:kalender)?tage (?:des|dieses) monats|jours (?:du|de ce) mois|dagen (?:van|in) (?:de|die) maand|day by day|(?:a los|por) dias|ai giorni|aos dias)\b/,
  ],
];

/**
 * How a period that is not whole is charged: by days on a basis, whole, or not at all less.
 *
 * "Part months are prorated by actual days", "Tout mois entamé est dû", "I don't refund part months."
 */
export const prorationFrame: CueFrame = {
  id: "proration",
  cue: new RegExp(`${inProportion.source}|${partPeriod.source}`, "u"),
  veto: otherShare,
  project: (reading) => {
    const { folded, unit } = reading;
    if (!period.test(folded) && !partPeriod.test(folded)) return [];
    const isPart = partPeriod.test(folded);
    const isShared = inProportion.test(folded) || (isPart && inSomeProportion.test(folded));
    if (!isShared && (folded.length > 260 || unit.zone === "boilerplate")) return [];
    let basis: ProrationValue["basis"] | null = null;
    // "Part months are charged on a month of thirty days": days that a part is counted in share it out by themselves.
    const counted = bases.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
    if (notShared.test(folded)) basis = "none";
    else if (isShared) basis = counted;
    else if (isPart && !wholeOwed.test(counted === null ? folded : folded.replace(merelyOwed, " ")))
      basis = counted;
    if (basis === null && isPart && wholeOwed.test(folded)) basis = "whole-month";
    const half = /\bby the 15th\b[^.;]{0,60}/.exec(folded)?.[0];
    if (basis !== null)
      return [
        projection<"proration">({
          type: "proration",
          key: "proration",
          value: { basis },
          remainder: half,
          weight: 0.05,
        }),
      ];
    if (!isShared || folded.length > 260 || unit.zone === "boilerplate" || unit.zone === "definitions")
      return [];
    // Prorated, but nobody says how: the computation must ask.
    return [
      projection<"proration">({
        type: "proration",
        key: "proration",
        value: { basis: "actual/actual" },
        questions: ["proration-basis"],
        remainder: half ?? "basis not stated",
        weight: -0.3,
      }),
    ];
  },
};
