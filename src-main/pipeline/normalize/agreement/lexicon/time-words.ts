/** Words of when work is done and billed otherwise than by the plain hour, over folded text, in seven languages. */

import { extraNouns, onTopWords, raisesBy } from "./added-words.ts";

const hour = "\\d{1,2}(?:[:.h]\\d\\d)?";
/** "outside (the hours of) 8 am to 6 pm", "außerhalb von 7 bis 18 Uhr", "en dehors de 8 h à 18 h": a span of the clock. */
const outsideClock = `(?:outside|ausserhalb|en dehors|hors|fuera|fuori|buiten|fora)(?: [\\p{L}']+){0,4}? ${hour}(?: ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|h|hrs|hours|uhr|uur|horas|ore|heures))?(?: (?:to|until|till|and|bis|und|et|tot|en|y)| a| alle(?: ore)?| e| as|-) ?(?:las |les |le |as )?${hour}(?: ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|h|hrs|hours|uhr|uur|horas|ore|heures)(?![\\p{L}]))?`;
/** "Outside Monday to Friday (, 8 am to 6 pm)": the days that work is done on otherwise. */
const outsideDays = `(?:outside(?: of)?|ausserhalb von|en dehors du|hors du|fuera de|fuori dal?|buiten|fora de) (?:mon(?:day)?s?|montags?|lundi|lunes|lunedi|maandag|segunda) (?:to|through|until|bis|au|a|al|tot(?: en met)?|-) (?:fri(?:day)?s?|freitags?|vendredi|viernes|venerdi|vrijdag|sexta)(?:, ${hour}(?: ?[ap]m)? (?:to|-) ${hour}(?: ?[ap]m)?)?`;
const unusual = [
  outsideClock,
  outsideDays,
  "after[- ]hours|out[- ]of[- ]hours|outside (?:of )?(?:the )?(?:business|normal|regular|working|office|core|standard|site)[a-z ]{0,14}hours|week-?ends?|saturdays?|sundays?|(?:public |bank |statutory |national |federal )?holidays?|evenings?|nights?|night[- ]?(?:time|work)|overnight|emergenc(?:y|ies)|(?:after|before|past|from) \\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|a\\.m\\.|p\\.m\\.|o'clock)|(?:between|from) (?:midnight|\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)?) (?:and|to|until|till) (?:midnight|\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm))",
  `sonn-? ?(?:und|u\\.|/) ?feiertag\\p{L}*|sonntag\\p{L}*|feiertag\\p{L}*|samstag\\p{L}*|sonnabend\\p{L}*|wochenend\\p{L}*|nachts|nacht(?:arbeit|stunden|zuschlag|einsatz\\p{L}*|dienst)?|abends|spatschicht|ausserhalb (?:der |dieser )?(?:ublichen |normalen |regularen )?\\p{L}*zeit(?:en)?|(?:werktags )?(?:(?:ab|nach|vor) ${hour} ?uhr|(?:zwischen|von) ${hour}(?: uhr)? (?:und|bis) ${hour} ?uhr)|notdienst|notfall\\p{L}*|bereitschaftseinsatz\\p{L}*`,
  `samedis?|dimanches?|jours? feries?|week-ends?|nuits?|de nuit|soirees?|le soir|hors (?:des )?(?:heures|horaires)(?: [a-z]+){0,3}|(?:apres|avant) ${hour} ?h(?:eures)?|entre ${hour} ?h? et ${hour} ?h(?:eures)?|urgences?|d'urgence`,
  "sabados?|domingos?|(?:dias? )?festivos?|fines? de semana|nocturn[oa]s?|noches?|dias? (?:de descanso obligatorio|inhabiles)|fuera (?:de|del) (?:horario|horas)(?: [a-z]+){0,2}|(?:a partir|despues) de las \\d{1,2}(?:[:.]\\d\\d)?(?: horas| h)?|urgencias?",
  "sabat[oi]|domenic(?:a|he|ale|ali)|festiv[oiae]|prefestiv[oi]|fine settimana|notturn[oiae]|nott[ei]|seral[ei]|fuori (?:dall'|dell')?orario(?: [a-z]+){0,2}|dopo le (?:ore )?\\d{1,2}(?:[:.]\\d\\d)?|urgenz[ae]",
  "zon- en feestdagen|zaterdag\\p{L}*|zondag\\p{L}*|feestdag\\p{L}*|weekend\\p{L}*|(?:'s )?avonds?|avonduren|(?:'s )?nachts?|nachtwerk|buiten (?:de )?(?:kantoor|werk|normale werk)\\p{L}*|na \\d{1,2}(?:[:.]\\d\\d)? uur|spoed\\p{L}*",
  "feriados?|fins? de semana|noturn[oa]s?|noites?|fora do horario(?: [a-z]+){0,2}|(?:apos|depois d)as \\d{1,2}(?:[:h.]\\d\\d)?(?: ?h(?:oras)?)?",
].join("|");
const overtime = [
  "overtime|(?:anything|time|hours?|work) (?:past|beyond|over|above) (?:that|this|(?:the )?\\d|(?:the )?(?:first )?[a-z]+ (?:hours?|in|on|a|per|each))|after (?:\\d{1,2}|[a-z]+) hours (?:in|on|a|per|of)|longer (?:days?|hours)|(?:over|more than|in excess of) (?:40|forty|8|eight)|time and a half for hours",
  "(?:ab|nach|jenseits) der (?:\\d{1,2}\\.|[a-z]{4,9}ten) (?:arbeits)?stunde|uberstunden?|mehrarbeit\\p{L}*|mehrstunden|uberzeit",
  "(?:des|a partir de|apres) la \\S{2,9} heure|heures? supp?(?:lementaires?|\\.)?|au-dela de (?:la )?\\d{1,2}(?:e|eme)? ?h(?:eures?)?",
  "a partir de la \\S{2,9} hora|horas? extra(?:s|ordinarias?)?|tiempo extra(?:ordinario)?",
  "(?:dalla|oltre la|dall') ?\\S{2,9} ora|straordinari[oae]?|ore straordinarie",
  "vanaf het \\S{2,9} uur|overuren|overwerk",
  "trabalho suplementar|horas? suplementares",
].join("|");
const travel = [
  "travel(?:l?ing)?(?: time| hours)?|driving time|journey time|drive time",
  "reisezeit\\p{L}*|fahrt?zeit\\p{L}*|wegezeit\\p{L}*|anfahrtszeit\\p{L}*|reisestunden?",
  "temps de (?:trajet|deplacement|route|transport)|trajets?",
  "tiempos? de (?:viaje|desplazamiento|traslado)|horas? de (?:viaje|desplazamiento)",
  "tempi? di (?:viaggio|trasferta|percorrenza)|ore di viaggio",
  "reistijd\\p{L}*|reisuren",
  "tempos? de (?:viagem|deslocacao|deslocamento)|horas? de viagem",
].join("|");
/** More is charged, rather than a share of the price. */
const added = `${onTopWords}|${extraNouns}|higher`;
const addsBefore = `plus|\\+|${raisesBy}`;

const bounded = (source: string): string => `(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`;
const unusualTimes = new RegExp(bounded(unusual), "gu");
const unusualTime = new RegExp(bounded(unusual), "u");
export const isUnusualTime = (folded: string): boolean => unusualTime.test(folded);
export const overtimeWords = new RegExp(bounded(overtime), "u");
export const travelTimeWords = new RegExp(bounded(travel), "u");
export const addedBehind = new RegExp(`^ ?(?:\\S+ ){0,2}?(?:${added})(?![\\p{L}])`, "u");
export const addedBefore = new RegExp(
  `(?:(?<![\\p{L}])(?:${added})[^.;%]{0,24}|(?:${addsBefore})(?: (?:ein|einen|an|a|un|een|um))?) ?$`,
  "u",
);
/** What is charged by the hour, and that something is charged. */
export const chargedTime =
  /(?<![\p{L}])(?:rates?|charged?|charges|billed|invoiced|price[sd]?|time|premium|surcharge|\p{L}*zuschlag\p{L}*|\p{L}*satz(?:e|es)?|berechnet|verrechnet|vergutet|abgerechnet|tarif\p{L}*|taux|majoration|majore\p{L}*|facture\p{L}*|prix|recargo|tarifa\p{L}*|precio\p{L}*|se (?:cobra|factura|paga|abona)\p{L}*|factura\p{L}*|maggiorazione|maggiorat\p{L}*|tariff[ae]|fattura\p{L}*|prezz[oi]|toeslag|tarie(?:f|ven)|berekend|gefactureerd|acrescimo|acrescid\p{L}*|cobrad\p{L}*|faturad\p{L}*|preco\p{L}*|personal|personnel|staff)(?![\p{L}])/u;

/** Where words of an unusual time stand, from the first to the last of them: "zwischen 18 und 7 Uhr sowie samstags". */
export function timeSpan(folded: string): readonly [number, number] | null {
  const found = [...folded.matchAll(unusualTimes)];
  const [first] = found;
  const last = found.at(-1);
  return first === undefined || last === undefined ? null : [first.index, last.index + last[0].length];
}
