import type { Span } from "./literal.ts";

/** Words that deny: with words of more behind them they set a limit, whatever the verb between them is. */
const denial = [
  "not|n't|never|no|nobody|none|neither|nor|cannot",
  "nicht|nie|niemals|niemand|keine?[rmns]?|keinesfalls",
  "ne|n'|pas|jamais|aucune?",
  "nunca|jamas|ningun[oa]?",
  "non|mai|nessun[oa]?",
  "niet|nooit|geen",
  "nao|nenhuma?",
].join("|");

/** Words of more: comparatives, prepositions and verbs of passing a mark. */
const more = [
  "more than|higher than|greater than|over|above|beyond|past|exceed(?:s|ed|ing)?|surpass\\w*|top(?:s|ped)?|in excess of",
  "mehr als|hoher als|uber|jenseits von|uberschreit\\w*|ubersteig\\w*|uberschritten",
  "plus de|au-dela de|depass\\w*|exced\\w*|superieure?s? a|outrepass\\w*",
  "mas de|por encima de|super(?:ar|e|a|en|an|ara|aran)|exced\\w*|rebas\\w*|sobrepas\\w*|superior(?:es)? a",
  "piu di|oltre|super(?:i|a|are|ano|ino|era|eranno)|ecced\\w*|superior[ei] a",
  "meer dan|hoger dan|boven|overschrijd\\w*|overstijg\\w*|uitkom\\w* boven|te boven gaan",
  "mais de|acima de|ultrapass\\w*|superar|superior(?:es)? a",
].join("|");

/** Phrases of the most that there is. */
const most = [
  "at (?:the )?(?:very )?most|no (?:more|higher|greater) than|limited to|restricted to|capped at|held to|confined to",
  "(?:an? )?(?:overall |upper |total )?(?:maximum|limit|cap|ceiling)(?: of| is| at)|(?:stays?|remains?|keeps?|kept|held|be|come) (?:within|below|under)",
  "hochstens|maximal|auf maximal|hochstbetrag von|bleib\\w* unter",
  "au plus|au maximum|maximum de|limite[e]?s? a|plafonnee?s? a|dans la limite (?:de|d')|un plafond de|rest\\w* (?:sous|en dessous de)",
  "como maximo|(?:un |el )?(?:maximo|tope|limite) de|limitad[oa]s? a|a lo sumo|qued\\w* por debajo de",
  "al massimo|(?:un |il )?(?:massimo|tetto|limite) di|limitat[oa] a|rest\\w* (?:sotto|entro)",
  "ten hoogste|hooguit|maximaal|(?:een )?(?:maximum|plafond) van|beperkt tot|gemaximeerd op|(?:blijft|blijven) (?:onder|binnen)",
  "no maximo|(?:um |o )?(?:maximo|limite|teto) de|limitad[oa]s? a",
].join("|");

const opening =
  "(?:(?:pas|jamais|the|a|an|der|den|la|le|les|los|las|el|il|i|de|het|os|as|o|sum|total|of|suma|jedoch|aber|insgesamt|jeweils|however|toutefois|cependant|echter|pero|no entanto|in total) ){0,3}(?:us ?)?";
/** What costs nothing limits nothing: "no delivery charge on orders over 50". */
const free =
  "(?:[\\p{L}-]+ )?(?:charges?|fees?|costs?|frais|kosten|gebuhr(?:en)?|gastos|coste|costi|spese|custos?) (?:for|on|is|are|appl\\w+|bei|fur|ab|pour|sur|para|en|per|su|op|bij|voor)(?![\\p{L}])";
/** What parts a denial from the words of more: no mark and no other sentence part. */
const between = "(?:[\\p{L}'’/-]+,? ){0,10}?";

const limitAhead = new RegExp(
  `(?<![\\p{L}])(?:(?:${denial}) (?!later|earlier|${free})${between}(?:${more})|(?:${most}))[ :]*${opening}$`,
  "u",
);

const limitAnywhere = new RegExp(
  `(?<![\\p{L}])(?:${denial}) (?!later|earlier|${free})${between}(?:${more})(?![\\p{L}])`,
  "u",
);

/** Whether folded words deny more of something, wherever the figure of it stands. */
export const deniesMore = (words: string): boolean => limitAnywhere.test(words);

const limitBehind =
  /^(?: (?:eur|euros?|hours?|stunden|heures|horas|ore|uren|[\p{L}]{1,12}))?,? (?:at (?:the )?(?:very )?most|or less|begrenzt|beschrankt|gedeckelt|limitiert|beperkt|gemaximeerd|nicht (?:zu )?(?:uberschreiten|ubersteigen|uberschritten|ubersteigt|uberschreitet)|niet (?:te )?(?:overschrijden|overschreden|overstijgen|te boven gaan))(?![\p{L}])/u;

/** Whether folded words end in those of a firm limit, so that a figure right behind them is one. */
export const leadsToLimit = (words: string): boolean => limitAhead.test(words.slice(-110));

/**
 * Whether a figure is the most that there may be, said firmly: denied more, or the most by its own words.
 *
 * "Up to" and "within" before a figure are too weak: they also open a band, a deadline or an offer.
 */
export const isUpperLimit = (folded: string, { start, end }: Span): boolean =>
  leadsToLimit(folded.slice(0, start)) || limitBehind.test(folded.slice(end, end + 60));
