/** The number that opens a clause, list item or schedule, and how deep it lies. */
export interface ClauseLabel {
  /** "4.2", "(a)", "Exhibit B", "•". */
  readonly label: string;
  /** Characters of the text that it takes, white space behind it included. */
  readonly length: number;
  /** Deeper labels have higher ranks; siblings share one. */
  readonly rank: number;
}

export const headingRank = 9;
export const leadInRank = 19;

const schedule =
  /^(?:exhibit|schedule|annex|appendix|attachment|addendum|anlage|anhang|annexe|anexo) (?:no\.? ?)?((?!of\b|to\b|on\b|in\b|is\b|at\b|by\b|de\b)[a-z]{1,2}\b|[ivx]+\b|\d{1,3}\b)(?:[.:]| ?-)? ?/;
const article = /^(?:article|part|artikel|teil|titre) (\d{1,3}|[ivxlc]+)\b(?:[.:]| ?-)? ?/;
const section =
  /^(?:section|clause|sec\.|§|ziffer|ziff\.|art\.|abschnitt|punkt|para\.?|paragraph|clause no\.|clausula|clausola|clausule) ?(\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]+\b)(?:\.?[ªºao](?![a-z]))?(?:[.:)]| ?-)? ?/;
/** "Primera.-", "CLÁUSULA SEGUNDA:", "Terceiro –": clauses that are counted in words, folded. */
const counted =
  /^(?:clausula )?(?:(?:decim[oa] ?)?(?:primer[oa]|primeir[oa]|prim[oa]|segund[oa]|second[oa]|tercer[oa]|terceir[oa]|terz[oa]|cuart[oa]|quart[oa]|quint[oa]|sext[oa]|sest[oa]|septim[oa]|setim[oa]|settim[oa]|octav[oa]|oitav[oa]|ottav[oa]|noven[oa]|non[oa])|decim[oa]|undecim[oa]|duodecim[oa])(?: ?\.?-|[.:]| -) ?(?=[a-z"(])/;
const dotted = /^(\d{1,2}(?:\.\d{1,2}){1,4})\.?\)? +(?=["(]?[\p{L}$€£])/u;
const numbered = /^(\d{1,2})[.)] ?(?=["(]?[\p{L}$€£"])/u;
/** "A.1", "IV.2.3": a clause of a part that is called by a letter or a Roman number. */
const ofPart = /^((?:[a-z]|[ivx]{1,5})(?:\.\d{1,2}){1,4})\.?\)? +(?=["(]?[\p{L}$€£])/u;
const bracketed = /^\(([a-z]{1,2}|[ivx]{1,5}|\d{1,2})\) ?/;
const lettered = /^([a-z])[.)] (?=["(]?[\p{L}$€£])/u;
const roman = /^([ivx]{1,5})[.)] (?=["(]?[\p{L}$€£])/u;
const bullet = /^([•*>o-]|--?) (?=\S)/;

/** Label at the start of a folded text, or the one that the format kept apart; `null` without one. */
export function findClauseLabel(folded: string, printed: string, given: string | null): ClauseLabel | null {
  if (given !== null) return { label: given, length: 0, rank: rankOfGiven(given) };
  const heading = schedule.exec(folded);
  if (heading !== null && folded.length < 140 && !goesOn(folded, heading[0])) return named(heading, 0);
  const part = article.exec(folded);
  // "Article 2 - Le prix …" opens a paragraph of any length; a bare "Article 2" opens a heading.
  const isParted = part !== null && /[.:-] ?$/.test(part[0]) && isCapitalAfter(printed, part[0].length);
  if (part !== null && (folded.length < 140 || isParted) && !goesOn(folded, part[0])) return named(part, 8);
  const clause = section.exec(folded);
  if (clause !== null && !goesOn(folded, clause[0])) {
    return named(clause, 10 + ((clause[1] ?? "").split(".").length - 1));
  }
  const word = counted.exec(folded);
  if (word !== null && isCapitalAfter(printed, word[0].length)) return named(word, 10);
  const deep = dotted.exec(folded) ?? (/^\p{Lu}/u.test(printed) ? ofPart.exec(folded) : null);
  if (deep !== null && isCapitalAfter(printed, deep[0].length))
    return { label: deep[1] ?? "", length: deep[0].length, rank: 9 + (deep[1] ?? "").split(".").length };
  const flat = numbered.exec(folded);
  if (flat !== null && isCapitalAfter(printed, flat[0].length))
    return { label: flat[1] ?? "", length: flat[0].length, rank: 10 };
  const bracket = bracketed.exec(folded);
  if (bracket !== null)
    return {
      label: `(${bracket[1] ?? ""})`,
      length: bracket[0].length,
      rank:
        /^(?:[ivx]{2,}|[ivx])$/.test(bracket[1] ?? "") && bracket[1] !== "c"
          ? 22
          : /\d/.test(bracket[1] ?? "")
            ? 23
            : 20,
    };
  const letters = lettered.exec(folded);
  if (letters !== null && isCapitalAfter(printed, letters[0].length))
    return {
      label: letters[1] ?? "",
      length: letters[0].length,
      rank: printed.startsWith((letters[1] ?? "").toUpperCase()) ? 10 : 21,
    };
  const romans = roman.exec(folded);
  if (romans !== null && isCapitalAfter(printed, romans[0].length))
    return { label: romans[1] ?? "", length: romans[0].length, rank: 22 };
  const mark = bullet.exec(folded);
  return mark === null ? null : { label: mark[1] ?? "•", length: mark[0].length, rank: 25 };
}

/** "Exhibit A is restated" speaks of the exhibit; it does not open it. */
const goesOn = (folded: string, label: string): boolean =>
  /^(?:\([^)]{1,40}\) )?(?:of|and|or|above|below|hereof|to|is|are|was|were|shall|will|has|have|may|must|wird|werden|est|sont)(?![a-z])/.test(
    folded.slice(label.length),
  );

const named = (match: RegExpExecArray, rank: number): ClauseLabel => ({
  label: match[0].replace(/[ .:-]+$/, ""),
  length: match[0].length,
  rank,
});

/** "2.5 percent of" at a line's start opens nothing: a clause begins with a capital, a quote or an amount. */
const isCapitalAfter = (printed: string, at: number): boolean =>
  /^["'(]?[\p{Lu}$€£]/u.test(printed.slice(at)) && !/^(?:EUR|USD|GBP|Euro) ?\d/.test(printed.slice(at));

function rankOfGiven(given: string): number {
  const bare = given.replace(/[()]/g, "").replace(/\.$/, "").trim();
  if (/^(?:exhibit|schedule|annex|appendix)/i.test(bare)) return 0;
  if (/^(?:article|part)/i.test(bare)) return 8;
  const digits = /(\d+(?:\.\d+)*)$/.exec(bare)?.[1];
  if (digits !== undefined && !given.startsWith("(")) return 9 + digits.split(".").length;
  if (/^[ivx]+$/.test(bare)) return 22;
  if (/^[a-z]{1,2}$/.test(bare)) return 20;
  if (/^[A-Z]$/.test(bare)) return 10;
  return given.startsWith("(") ? 23 : 25;
}
