import { foldWording } from "./fold.ts";

/** How a clause counts the time that money is late. */
export type LateCounting = "daily" | "full-months" | "started-months";

const started =
  /\b(?:started|commenced|begun|part(?:ial)? (?:of a )?month|or part (?:of a month|thereof)|fraction of a month|angefangene[nrsm]?|begonnene[nrsm]?|entame[es]*|commence[es]*|iniciad[oa]s?|o fraccion|empezad[oa]s?|iniziat[oaie]|o frazione|aangebroken|begonnen|ingegane|comecad[oa]s?|ou fracao)\b/;
const full =
  /\b(?:full|complete[d]?|whole|entire)(?: calendar)? months?\b|\b(?:volle[nrsm]?|vollendete[nrsm]?|ganze[nrsm]?)(?: kalender)? ?monate?s?\b|\bmois (?:entiers?|complets?|echus?|revolus?)\b|\bmes(?:es)? (?:complet[oa]s?|enter[oa]s?|vencid[oa]s?)\b|\bmes[ei] (?:inter[oi]|complet[oi])\b|\b(?:volle|hele) maand(?:en)?\b|\bmes(?:es)? (?:complet[oa]s?|inteir[oa]s?)\b/;
const daily =
  /\b(?:per day|each day|daily|day by day|by days|pro rata (?:temporis)?|prorata temporis|taggenau|pro tag|tageweise|par jour|au jour le jour|por dia|dia a dia|al giorno|giornaliero|per dag|dagelijks)\b/;

/** How the words of a clause count the months of delay; `null` where they do not say. */
export function lateCountingOf(clause: string): LateCounting | null {
  const folded = foldWording(clause);
  if (started.test(folded)) return "started-months";
  if (full.test(folded)) return "full-months";
  return daily.test(folded) ? "daily" : null;
}
