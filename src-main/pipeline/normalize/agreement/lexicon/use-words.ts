import { words } from "./invoice-words.ts";

/** "Mehrseiten", "Mehrstunden", "meerafdrukken": more of a thing, folded; tax, value and what lasts or holds several are none. */
export const moreOfThing =
  "mehr(?!ere|mal|wert|heit|jahr|tag|zahl|fach|weg|zweck|familien|stufig|kosten|preis)\\p{L}{2,}|meer(?!dere|maal|malig|waarde|voud|jarig|daags|kosten|prijs)\\p{L}{2,}";

/** Use that is metered, and what goes past an allowance: known only once the period is over. Folded, in seven languages. */
const useWords = words(
  [
    "usage|use|overages?|excess|additional|further|metered|meter(?:ing)?|consum(?:ption|ed)|variable|traffic|minutes?|calls?|copy|copies|prints?|messages|events|transactions|time and materials?|t&m",
    `mehr|meer|${moreOfThing}`,
    "verbrauch\\p{L}*|nutzung\\p{L}*|verbindungs\\p{L}*|zusatzliche\\p{L}*|variable\\p{L}*|transaktion\\p{L}*",
    "consommation\\p{L}*|depassements?|supplementaires?|variables?|communications",
    "consumos?|excesos?|adicional(?:es)?|llamadas|trafico",
    "consum[oi]|eccedenz[ae]|aggiuntiv\\p{L}+|traffico|variabil[ei]",
    "excedentes?|adicionais|variave(?:l|is)|trafego",
    "verbruik\\p{L}*|gebruik\\p{L}*|extra|verkeer|variabele",
  ].join("|"),
);

/** Whether a folded text speaks of use that is counted after the event. */
export const speaksOfUse = (folded: string): boolean => useWords.test(folded);
