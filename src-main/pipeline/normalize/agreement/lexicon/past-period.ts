import type { Cadence } from "../../../../../src-shared/model/index.ts";

const periods: readonly (readonly [Cadence, string])[] = [
  ["month", "months?|\\p{L}*monate?s?|mois|mes(?:es)?|mesi|mese|maand(?:en)?"],
  ["quarter", "quarters?|\\p{L}*quartale?s?|(?:kalender)?vierteljahre?s?|trimestres?|trimestri|kwartaal"],
  ["week", "weeks?|\\p{L}*woche|semaines?|semanas?|settiman[ae]|week"],
  ["year", "years?|\\p{L}*jahre?s?|annees?|anos?|anni|anno|jaar"],
];
const period = `(?:${periods.map(([, source]) => source).join("|")})`;
const wholePeriods = periods.map(
  ([cadence, source]) => [cadence, new RegExp(`^(?:${source})$`, "u")] as const,
);
const closing =
  "(?:end|close|conclusion|expiry|ende|ablauf|abschluss|schluss|fin|issue|cloture|expiration|final|finalizacion|termino|fine|termine|chiusura|einde|afloop|verstrijken|fim)";
const pastPeriod = new RegExp(
  [
    // "after the end of the month of service", "nach Ablauf des Leistungsmonats", "a la fin de chaque mois".
    `(?<!\\p{L})(?:after|following|at|on|nach|zum|am|mit|apres|a|al|tras|despues de|alla|dopo|na|aan|no|apos) (?:\\p{L}+ |l'){0,2}?${closing} (?:\\p{L}+ |l'){0,4}?(${period})(?!\\p{L})`,
    // "once the month is over", "when the quarter has ended", "une fois le mois écoulé".
    `(?<!\\p{L})(${period}) (?:(?:of|de|du|des|der|di|van|do) \\p{L}+ )?(?:(?:is|has|it covers|ist|hat|est|a|ha|se ha|haya|sia|e|is|heeft|for|tenha) )*(?:over|ended|ends|closed|closes|past|finished|elapsed|run out|vorbei|abgelaufen|beendet|um ist|zu ende|ecoulee?|echue?|termine[es]*|acheve[es]*|vencid[oa]|terminad[oa]|transcurrid[oa]|cerrad[oa]|scadut[oa]|conclus[oa]|trascors[oa]|voorbij|verstreken|afgelopen|decorrid[oa]|findo)(?!\\p{L})`,
  ].join("|"),
  "u",
);

/** The period whose end bills wait for: "Bills are sent once the month is over"; `null` where the words name none. */
export function pastPeriodOf(folded: string): Cadence | null {
  const match = pastPeriod.exec(folded);
  const word = match?.[1] ?? match?.[2];
  if (word === undefined) return null;
  return wholePeriods.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}
