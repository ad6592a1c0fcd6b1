import type { TiersValue } from "../../../../../src-shared/model/index.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";

const bounded = (source: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, "u");

/** Nothing else, folded, in seven languages. */
const only =
  "only|solely|exclusively|merely|confined|limited|restricted|nur|lediglich|ausschliesslich|uniquement|seulement|exclusivement|(?:ne|n')(?: ?[\\p{L}']+){1,3} qu(?:e|')|solo|unicamente|exclusivamente|solamente|soltanto|esclusivamente|apenas|somente|alleen|slechts|uitsluitend";
/** A part of a quantity: a band, what lies above a bound, what falls in between. */
const part =
  "parts?|portions?|excess|above|over|beyond|exceed\\p{L}*|fall\\p{L}*|inside|within|bands?|tiers?|brackets?|ranges?|steps?|blocks?|teil\\p{L}*|\\p{L}*ubersteig\\p{L}*|uberschreit\\p{L}*|daruber\\p{L}*|innerhalb|entfall\\p{L}*|\\p{L}*stufen?|\\p{L}*staffeln?|parties?|fractions?|tranches?|paliers?|au-dela|depass\\p{L}*|exced\\p{L}*|excedent\\p{L}*|partes?|fraccion\\p{L}*|tramos?|exceso|super\\p{L}*|eccedent\\p{L}*|eccedenz\\p{L}*|scaglion[ei]|fasc[ei]a?|quota|parcelas?|escalao|escaloes|gedeelte|deel|schijf|schijven|meerdere|daarboven|boven";
const ofPartOnly = bounded(
  `(?:${only})(?![\\p{L}])[^.;]{0,70}?(?<![\\p{L}])(?:${part})|(?:${part})(?![\\p{L}])[^.;]{0,40}?(?<![\\p{L}])(?:${only})`,
);
/** Each unit at the price of the band that it falls into. */
const inWhich =
  "(?:\\p{L}*stufe|\\p{L}*staffel|bereich|schijf|staffel|tranche|palier|tramo|escalon|scaglione|fascia|escalao|patamar)(?: \\p{L}+){0,2},? (?:waarin|in de(?:r|m|ren)|in die|in welche[nrm]?|dans (?:laquelle|lequel)|ou|(?:en|in|em|a|ao|al) (?:el |la |il |o )?(?:qu[ei]|quale?|cui|qual)|nel(?:la)? quale?|n[oa] qual) (?:[\\p{L}'-]+ ){0,4}(?:valt|fallt|liegt|tombe|se (?:situe|trouve)|cae|caiga|entra|ricade|rientra|cai|se (?:encuentra|situa|insere))";
const byBand =
  "(?:per|pro|je) (?:schijf|stufe|staffelstufe)|par (?:tranche|palier)s?(?! de \\d)|por (?:tramos|escalones|escaloes)|per scaglion[ei]|a scaglioni|stufenweise";
const graduated = bounded(
  `${inWhich}|${byBand}|` +
    "(?:band|tier|bracket|range|step) (?:in|into|within) which (?:it|each|they) falls?|(?:with)?in (?:it|that|the|each) (?:tier|band|block|bracket)|in deren? (?:stufe|staffel|bereich)|tranche (?:dans laquelle|ou) (?:elle|il|chacune?)|graduated|incremental|marginal|thereafter|next",
);

/** All of something, folded, in seven languages. */
const total =
  "all|every|the whole|whole|entire|full|total|complete|alle[rn]?|samtliche[rn]?|(?:die |der |das |den )?(?:gesamten?|gesamtes|ganzen?|ganzes|komplette[nrs]?)|tou(?:s|te|tes)|(?:l')?ensemble|(?:la |sa )?totalite|(?:l')?integralite|tod[ao]s?|(?:la )?totalidad|(?:el |la )?(?:enter[oa]|integr[oa])|tutt[aieo]|(?:l')?inter[oa]|(?:la )?totalita|(?:a )?totalidade|inteir[oa]|(?:de |het )?(?:gehele?|hele|totale)";
/** What a quantity is counted over: an order, a shipment, a month's use. */
const counted =
  "orders?|quantit(?:y|ies)|volumes?|shipments?|consignments?|deliver(?:y|ies)|batch|lot|usage|consumption|(?:print )?runs?|purchases?|month|units|pieces|\\p{L}*menge|\\p{L}*auftrags?|\\p{L}*bestellung|\\p{L}*lieferung|\\p{L}*sendung|\\p{L}*abnahme|\\p{L}*verbrauch|stuck|stucke|auflage|einheiten|monats?|quantites?|commandes?|livraisons?|envois?|consommation|unites|cantidad(?:es)?|pedidos?|volumen|envios?|consumo|unidades|quantita|ordin[ei]|fornitura|spedizion[ei]|unita|pezzi|hoeveelheid|bestelling(?:en)?|levering|zending|afname|verbruik|stuks|eenheden|maand|quantidades?|encomendas?|volumes?|consumos?";
const toward =
  "to|for|of|on|at|as|fur|auf|pour|sur|a|aux?|de|para|sobre|per|su|sulla|sull'|alla|all'|alle|ai|agli|voor|op|sets?|gets?|covers?|reprices?|betrifft";
const small =
  "of|the|de|des|der|die|das|dem|den|les?|la|los|las|el|i|gli|il|lo|delle|dei|dos|das|do|da|van|het|its|his|jeweiligen?|such|these|dessen|deren";
const ofAll = new RegExp(
  `(?<![\\p{L}])(?:${toward}) ?(?:${total}) ?(?:(?:${small}) ){0,3}(?:des |d'|l')?(?:(${counted})|([\\p{L}-]{3,24}))(?![\\p{L}])(?! ?(?:above|over|beyond|past|after|exceeding|in excess|uber|oberhalb|jenseits|au-dela|depassant|superieur|por encima|que (?:super|exced)|de mas|oltre|eccedent|boven|acima|que exced))`,
  "gu",
);
const reached = bounded(
  [
    "each unit at|back to (?:the )?(?:first|unit one|zero)|retroactive\\p{L}*|volume pricing",
    "(?:band|tier|step|bracket|price|stufe|staffel|tranche|palier|tramo|fascia|schijf|escalao|scaglione)(?: that is| which is)? (?:reached|erreicht|atteinte?|alcanzad[oa]|raggiunt[oa]|bereikt|atingid[oa])",
    "(?:reached|erreichten?|bereikte) (?:band|tier|step|bracket|\\p{L}*stufe|\\p{L}*staffel|schijf)",
    "(?:counts|stands|gilt|vaut|vale|geldt) (?:for|fur|pour|para|per|voor) (?:the whole|all|alle|das ganze|tout|todo|tutto|alles|tudo)",
  ].join("|"),
);

/** The whole of a quantity needs no word that leads to it. */
const wholeOf = bounded(
  `(?:whole|entire|gesamten?|gesamtes|ganzen?|ganzes|ensemble|totalite|integralite|totalidad|enter[oa]|inter[oa]|totalita|totalidade|inteir[oa]|gehele?|hele) (?:(?:${small}) ){0,2}(?:des |d'|l')?(?:month's |order's )?(?:${counted})`,
);

/** "… of the month", "… van de bestelling": behind a word that no list of units knows, it is what is counted. */
const ofCount = new RegExp(
  `^ (?:of|in|du|de|del|der|des|dell[ao]|van|do|da|dans|en)(?: (?:${small}|that|this|dieses|diesen))? (?:${counted}|mois|mes|mese|invoice|year)(?![\\p{L}])`,
  "u",
);
/** "For all further ones" speaks of a part, though it says all. */
const further =
  /^(?:further|additional|other|remaining|following|subsequent|weitere\p{L}*|ubrige\p{L}*|folgende\p{L}*|autres|suivant\p{L}*|demas|siguientes|restant\p{L}*|altr[ie]|ulteriori|successiv[ei]|andere|overige|volgende|demais|outr[oa]s|seguintes)$/u;
const ofMoney =
  /^(?:pri[cx]\p{L}*|preis\p{L}*|prez\p{L}*|prec\p{L}*|prij\p{L}*|tari\p{L}*|rates?|fees?|charges?|amounts?|sums?|betrage?n?|montants?|importes?|importi)$/u;

/** Whether words say that one price holds for all of a quantity. */
const isOfAll = (folded: string): boolean =>
  [...folded.matchAll(ofAll)].some(
    ({ 0: printed, 1: known, 2: word = "", index }) =>
      known !== undefined ||
      unitOfWord(word) !== null ||
      (!ofMoney.test(word) &&
        !further.test(word) &&
        (ofCount.test(folded.slice(index + printed.length)) || folded.slice(0, index).includes(word))),
  );

/**
 * What the words around say about how tiers are priced; `null` when unsaid.
 *
 * Told by what they speak of: all of a quantity at the price reached, or of only a part of it, whatever verb says so.
 */
export function tierMethodOf(folded: string): TiersValue["method"] {
  if (ofPartOnly.test(folded)) return "graduated";
  if (reached.test(folded) || wholeOf.test(folded) || isOfAll(folded)) return "volume";
  if (graduated.test(folded)) return "graduated";
  if (/\b(?:blocks? of|packs? of|packages? of|per started|each started)\b/.test(folded)) return "package";
  return null;
}
