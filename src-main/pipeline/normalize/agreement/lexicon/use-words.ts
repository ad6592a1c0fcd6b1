import { words } from "./invoice-words.ts";

/** Use that is metered, and what goes past an allowance: known only once the period is over. Folded, in seven languages. */
const useWords = words(
  [
    "usage|use|overages?|excess|additional|further|metered|meter(?:ing)?|consum(?:ption|ed)|variable|traffic|minutes?|calls?|copy|copies|prints?|messages|events|transactions|time and materials?|t&m",
    "verbrauch\\p{L}*|nutzung\\p{L}*|mehr\\p{L}*|verbindungs\\p{L}*|zusatzliche\\p{L}*|variable\\p{L}*|transaktion\\p{L}*",
    "consommation\\p{L}*|depassements?|supplementaires?|variables?|communications",
    "consumos?|excesos?|adicional(?:es)?|llamadas|trafico",
    "consum[oi]|eccedenz[ae]|aggiuntiv\\p{L}+|traffico|variabil[ei]",
    "excedentes?|adicionais|variave(?:l|is)|trafego",
    "verbruik\\p{L}*|gebruik\\p{L}*|meer\\p{L}*|extra|verkeer|variabele",
  ].join("|"),
);

/** Whether a folded text speaks of use that is counted after the event. */
export const speaksOfUse = (folded: string): boolean => useWords.test(folded);
