import type { Term } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";

/** "Billed by what is measured on site": the counts of the offer are estimates, in seven languages. */
const isMeasured =
  /\b(?:nach (?:dem )?(?:tatsachlichem|ortlichem|gemeinsamem|wirklichem|genauem)? ?(?:aufmass|aufmasz|leistungsumfang|verbrauch)|re-?measur\w+|as (?:re)?measured|(?:measured|actual|final|delivered) quantit\w+ (?:will|shall|are|is|govern|apply)|(?:billed|invoiced|charged|paid|payment) (?:on|by|for|against|according to) (?:the )?(?:actual(?:ly)?|measured|final|delivered) (?:quantit\w+|measure\w*|areas?|metres?|hours?)|quantities (?:are|is) (?:approximate|provisional|estimated|indicative|subject to)|quantites reellement (?:executees|livrees|mises en oeuvre)|metre (?:contradictoire|definitif)|quantites (?:sont )?(?:estimatives|provisoires)|segun (?:la )?medicion (?:real|final)|medicion real|a misura|misure effettive|quantita (?:effettive|effettivamente)|medicao (?:real|final)|quantidades efetivamente|werkelijke hoeveelheden|op basis van (?:nacalculatie|nameting)|verrekenbare hoeveelheden)\b/;

/** Terms without the counts of an offer that bills what is measured: they bind nobody. */
export function withoutEstimatedCounts(terms: readonly Term[], lines: readonly Line[]): readonly Term[] {
  const counted = terms.some(({ conditions }) => conditions?.some(isCount) === true);
  if (!counted || !isMeasured.test(lines.map(({ prepared }) => prepared.folded).join(" "))) return terms;
  return terms.map((term) => {
    if (term.conditions?.some(isCount) !== true) return term;
    const { conditions, ...rest } = term;
    const others = conditions.filter((condition) => !isCount(condition));
    return (others.length === 0 ? rest : { ...rest, conditions: others }) as Term;
  });
}

const isCount = (condition: string): boolean => /^quantity \S+ \S+$/.test(condition);
