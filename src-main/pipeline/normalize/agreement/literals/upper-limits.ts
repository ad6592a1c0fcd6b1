import type { Span } from "./literal.ts";

/** Words that deny: with words of more behind them they set a limit, whatever the verb between them is. */
const denial = [
  "not|n't|never|no|nobody|none|neither|nor|cannot|without",
  "nicht|nie|niemals|niemand|keine?[rmns]?|keinesfalls|ohne dass",
  "ne|n'|pas|jamais|aucune?|sans que",
  "nunca|jamas|ningun[oa]?|sin que",
  "non|mai|nessun[oa]?|senza che",
  "niet|nooit|geen|zonder dat",
  "nao|nenhuma?|sem que",
].join("|");

/** Words of more: comparatives, prepositions and verbs of passing a mark. */
const more = [
  "more than|higher than|greater than|over|above|beyond|past|exceed(?:s|ed|ing)?|surpass\\w*|top(?:s|ped)?|in excess of",
  "mehr als|hoher als|uber|jenseits von|uberschreit\\w*|ubersteig\\w*|uberschritten",
  "plus de|au-dela de|depass\\w*|exced\\w*|superieure?s? a|outrepass\\w*",
  "mas de|por encima de|super(?:ar|e|a|en|an|ara|aran)|exced\\w*|rebas\\w*|sobrepas\\w*|superior(?:es)? a",
  "piu di|oltre|super(?:i|a|are|ano|ino|era|eranno)|ecced\\w*|superior[ei] a",
  "(?:meer|hoger)(?: (?:zijn|bedragen|kosten|worden|uitkomen))? dan|boven|overschrijd\\w*|overstijg\\w*|uitkom\\w* boven|te boven gaan",
  "mais de|acima de|ultrapass\\w*|superar|superior(?:es)? a",
].join("|");

/** The verbs among them: what may not exceed a sum is a sum of the same kind. */
const passes =
  "(?:be|come to|amount to|total) (?:more|higher|greater) than|etre superieure?s? a|essere superior[ei] a|ser superior(?:es)? a|(?:meer|hoger) (?:zijn|bedragen|worden) dan|exceed(?:s|ed|ing)?|surpass\\w*|uberschreit\\w*|ubersteig\\w*|uberschritten|depass\\w*|exced\\w*|outrepass\\w*|super(?:ar|e|a|en|an|ara|aran|i|are|ano|ino|era|eranno)|rebas\\w*|sobrepas\\w*|ecced\\w*|overschrijd\\w*|overstijg\\w*|ultrapass\\w*";

/** "Of no more than four hours": what stands before the most of how long a thing is. */
export const atMostOf =
  "no more than|not more than|at (?:the )?most|up to|a maximum of|hochstens|maximal|bis zu|au plus|au maximum|maximum|como maximo|al massimo|ten hoogste|maximaal|no maximo";

/** Phrases of the most that there is. */
const most = [
  "without exceeding|sans (?:depasser|exceder)|sin (?:exceder|superar|rebasar)|senza (?:superare|eccedere)|sem (?:exceder|ultrapassar)|zonder meer te bedragen dan",
  "at (?:the )?(?:very )?most|no (?:more|higher|greater) than|limited to|restricted to|capped at|held to|confined to",
  "(?:an? )?(?:overall |upper |total )?(?:maximum|limit|cap|ceiling)(?: of| is| at)|(?:stays?|remains?|keeps?|kept|held|be|come) (?:within|(?:at or )?(?:below|under))",
  "hochstens|maximal|auf maximal|hochstbetrag von|bleib\\w* unter",
  "au plus|au maximum|maximum de|limite[e]?s? a|plafonnee?s? a|dans la limite (?:de|d')|un plafond de|rest\\w* (?:sous|en dessous de)",
  "como maximo|(?:un |el )?(?:maximo|tope|limite) de|limitad[oa]s? a|a lo sumo|qued\\w* por debajo de",
  "al massimo|(?:un |il )?(?:massimo|tetto|limite) di|limitat[oa] a|(?:rest\\w*|contenut[aoei]) (?:sotto|entro)",
  "ten hoogste|hoogstens|hooguit|maximaal|(?:een )?(?:maximum|plafond) van|beperkt tot|gemaximeerd op|(?:blijft|blijven) (?:onder|binnen)",
  "no maximo|(?:um |o )?(?:maximo|limite|teto) de|limitad[oa]s? a",
].join("|");

const opening =
  "(?:(?:in any (?:case|event)|in (?:no|keinem|nessun|geen|alcun) (?:case|event|fall|caso|geval)|en (?:ningun|aucun) cas[o]?|em (?:caso algum|nenhum caso)|auf keinen fall|jemals|pas|jamais|the|a|an|der|den|la|le|les|los|las|el|il|i|de|het|os|as|o|sum|total|of|suma|jedoch|aber|insgesamt|jeweils|however|toutefois|cependant|echter|pero|no entanto|in total) ){0,3}(?:us ?)?";
/** What costs nothing limits nothing: "no delivery charge on orders over 50". */
const free =
  "(?:[\\p{L}-]+ )?(?:charges?|fees?|costs?|frais|kosten|gebuhr(?:en)?|gastos|coste|costi|spese|custos?) (?:for|on|is|are|appl\\w+|bei|fur|ab|pour|sur|para|en|per|su|op|bij|voor)(?![\\p{L}])";
/** Of the phrases of the most those that a verb may follow: "como máximo se facturarán 25.000". */
const mostOfAll =
  "at (?:the )?most|hochstens|maximal|au plus|au maximum|como maximo|a lo sumo|al massimo|ten hoogste|hoogstens|hooguit|no maximo";
/** What parts a denial from the words of more: no mark and no other sentence part. */
const between = "(?:[\\p{L}'’/-]+,? ){0,10}?";

const limitAhead = new RegExp(
  `(?<![\\p{L}])(?:(?:${denial}) (?!later|earlier|${free})${between}(?:${more})|(?:${most})|(?:${mostOfAll})(?: [\\p{L}-]+){1,4})[ :]*${opening}$`,
  "u",
);

const limitAnywhere = new RegExp(
  `(?<![\\p{L}])(?:${denial}) (?!later|earlier|${free})${between}(?:${more})(?![\\p{L}])`,
  "u",
);

const deniedToPass = new RegExp(
  `(?<![\\p{L}])(?:${denial}) ${between}(?:${passes})[ :]*${opening}$|(?:,| and| und| et| y| e| en)(?: \\p{L}+)? (?:not more than|nicht mehr als|pas plus de|no mas de|non piu di|niet meer dan|nao mais de)[ :]*${opening}$`,
  "u",
);

/** Whether words that lead to a sum deny that another one passes it: it then needs no word for what is billed. */
export const deniesToPass = (words: string): boolean => deniedToPass.test(words.slice(-110));

/** Whether folded words deny more of something, wherever the figure of it stands. */
export const deniesMore = (words: string): boolean => limitAnywhere.test(words);

const limitBehind =
  /^(?: (?:eur|euros?|hours?|stunden|heures|horas|ore|uren|[\p{L}]{1,12}))?,? (?:at (?:the )?(?:very )?most(?! ?(?:[$€£\d]|us\$|usd|eur|gbp|chf))|or less|begrenzt|beschrankt|gedeckelt|limitiert|beperkt|gemaximeerd|nicht (?:zu )?(?:uberschreiten|ubersteigen|uberschritten|ubersteigt|uberschreitet)|niet (?:te )?(?:overschrijden|overschreden|overstijgen|te boven gaan))(?![\p{L}])/u;

const beyondAhead = new RegExp(`(?<![\\p{L}])(?:${more})[ :]*${opening}$`, "u");
/** "Beyond 3,000 a year nothing is charged", "über 3.000 im Jahr hinaus wird nichts berechnet". */
const nothingBehind =
  /^[^.;:]{0,60}(?<!\p{L})(?:nothing(?: more| further)?|no (?:more|further) (?:fees?|charges?|hours?)|nichts(?: mehr| weiter)?|(?:darf|durfen|wird|werden|kann|konnen)(?: [\p{L}]+)? nicht in|rien|nada|nulla|niente|niets)(?: (?:more|mehr|de plus|mas|piu|meer|mais))? ?(?:(?:is|are|will be|shall be|wird|werden|n'est|ne sera|se|e|viene|sara|wordt|worden|sera) )?(?:(?:to be )?(?:charg|bill|invoic|paid|pay|due|owed|berechn|verrechn|abgerechn|vergut|geschuldet|rechnung gestellt|factur|du|fattur|dovut|gefactur|berekend|vergoed|fatur|devid|cobr|abon)\p{L}*)/u;

/** Whether folded words end in those of a firm limit, so that a figure right behind them is one. */
export const leadsToLimit = (words: string): boolean => limitAhead.test(words.slice(-110));

/**
 * Whether a figure is the most that there may be, said firmly: denied more, or the most by its own words.
 *
 * "Up to" and "within" before a figure are too weak: they also open a band, a deadline or an offer.
 */
export const isUpperLimit = (folded: string, { start, end }: Span): boolean =>
  leadsToLimit(folded.slice(0, start)) ||
  limitBehind.test(folded.slice(end, end + 60)) ||
  (beyondAhead.test(folded.slice(Math.max(0, start - 60), start)) &&
    nothingBehind.test(folded.slice(end, end + 120)));
