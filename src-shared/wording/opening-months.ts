import { numberOfWord } from "./number-words.ts";

/** What an agreement grants for its first months alone: how many they are, and the words that say so. */
export interface Opening {
  readonly months: number;
  readonly words: string;
}

const first =
  "(?:first|initial|opening|ersten?|erster|premiere?s?|primer[oa]?s?|prim[oiae]|eerste|primeir[oa]s?)";
const count = "(\\d{1,2}|[a-z]{2,9}(?:-[a-z]{3,6})?)";
const unit =
  "(?:calendar |contract |volle[n]? )?(months?|years?|(?:vertrags|kalender)?monate?n?|(?:vertrags)?jahre?n?|mois|ans|annees|mes(?:es)?|anos?|mesi|mese|anni|anno|maand(?:en)?|jaar|jaren)";
const beginning =
  "(?:(?:from|after|since|ab|nach|seit|a compter|a partir|depuis|desde|a contar|dal?|dall|vanaf|na)[ '](?:the |de |du |la |le |el |a |o |l'|het |der |dem )*)(?:start|commencement|beginning|signature|signing|effective|\\w*beginn|start|debut|entree|signature|inicio|firma|inizio|decorrenza|ingang|aanvang|begin)";

const patterns = [
  new RegExp(`\\b${first} ${count} ${unit}\\b`),
  new RegExp(`\\b${count} ${first} ${unit}\\b`),
  new RegExp(`\\b${count} ${unit} ${beginning}`),
] as const;

/** "For the first six months", "les six premiers mois", "für drei Monate ab Vertragsbeginn", over folded text. */
export function openingMonths(folded: string): Opening | null {
  for (const pattern of patterns) {
    const match = pattern.exec(folded);
    const [words, said = "", of = ""] = match ?? [];
    if (words === undefined) continue;
    const number = /^\d/.test(said) ? Number(said) : numberOfWord(said);
    if (number === null || number === 0) continue;
    return { months: /^(?:vertrags)?(?:y|j|an)/.test(of) ? 12 * number : number, words };
  }
  return null;
}
