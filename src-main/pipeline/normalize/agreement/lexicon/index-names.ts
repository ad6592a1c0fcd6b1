import type { Span } from "../literals/literal.ts";

/** Abbreviations of price indices, as printed; lower case is another word ("foi", "ipc"). */
const abbreviations =
  /(?<![\p{L}\d])(?:CPI(?:-[UW])?|CPIH|RPI|RPIX|PPI|ECI|WPI|VPI|LIK|IPCA|IPC|INPC|IGP-?M|IGPM|INCC|ISTAT|FOI|NIC|INSEE|ICC|ILC|ILAT|IRL|BT ?\d{2}|TP ?\d{2}[a-z]?|Syntec|SYNTEC|CBS|NEA|TLN|HICP|HVPI|AGPI|BCIS)(?![\p{L}\d])/u;
/** An index by its head noun, with the words that name it, folded. */
const named = [
  /(?<!\p{L})(?:(?:consumer price|general|retail price) )?(?:inflation|inflacion|inflazione|inflacao|inflatie|teuerungsrate|cost of living)(?!\p{L})/u,
  /(?<!\p{L})(?:(?:[\p{L}&-]+[ -]){0,4})(?:index(?:es)?|indices)(?!\p{L})/u,
  /(?<!\p{L})\p{L}{3,}(?:index|indexes|indizes|indexcijfer|indexzahl)\p{L}{0,2}(?: (?:fur|der|des|van) [\p{L}]+)?(?!\p{L})/u,
  /(?<!\p{L})indices?(?: (?!(?:publi|pub\b|avec|chaque|cada|ogni|le|au|al|el|com|con|sin|sans|sem|y|et|e)(?!\p{L}))[\p{L}'.-]+){0,7}/u,
];
const filler =
  /^(?:(?:the|an?|of|to|in|with|by|and|or|line|movement|change|changes|increase|rise|der|die|das|dem|den|des|nach|gemass|entsprechend|veranderung|l'|le|la|les|sur|selon|suivant|el|los|las|segun|il|lo|secondo|o|os|segundo|de|het|een|met|volgens|per|published|relevant|applicable|annual|percentage|following)[ '-]+)+/u;

/** The index that a clause follows, as printed, where it names one. */
export function indexIn(text: string, folded: string): (Span & { readonly name: string }) | null {
  const short = abbreviations.exec(text);
  if (short !== null) return { name: short[0], start: short.index, end: short.index + short[0].length };
  for (const pattern of named) {
    const found = pattern.exec(folded);
    if (found === null) continue;
    const lead = filler.exec(found[0])?.[0].length ?? 0;
    const start = found.index + lead;
    const end = found.index + found[0].trimEnd().length;
    if (end > start) return { name: text.slice(start, end).replace(/[.,;]+$/, ""), start, end };
  }
  return null;
}
