import type { AgreementRank, AgreementReference } from "../../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { findDates } from "../literals/dates.ts";
import type { DateLiteral, NumberStyle } from "../literals/literal.ts";
import type { Line } from "../structure/outline.ts";

const referencePattern =
  /\b((?:master |professional |general |framework |consulting |managed |software |service[s]? |subscription |supply |maintenance |original |rental |lease |rahmen|dienst)*(?:services? agreement|service agreement|agreement|contract|statement of work|sow|msa|purchase order|quote|quotation|estimate|proposal|order form|[a-z]*vertrag|[a-z]*vereinbarung|[a-z]*angebot|contrat[ot]?o?|convention|convenzione|convenio|acuerdo|accordo|acordo|[a-z]*overeenkomst|devis|bestellung|commande|order|lease|offer))(?: (?:no\.?|number|#|nr\.?|n°|ref\.?|reference))? ?#?((?:(?<=no\.|no|number|#|nr\.|nr|n°|ref\.|reference) ?|)[a-z]{0,8}[-/]?[a-z\d]*\d[a-z\d/_-]*)?/g;

/** Right before a paper that another one, named before it in the same line, stands under. */
const standsUnder =
  /\b(?:under|pursuant to|governed by|unter|gemass|zum|en application d[ue]|bajo|ai sensi d[ei]l|onder)(?: (?:the|our|that|dem|der|le|la|el|het|de))? $/u;
/** Letters at most of such words. */
const reachUnder = 32;

/** Other agreements that the opening lines name, with number and date where they stand. */
export function findReferences(
  lines: readonly Line[],
  own: string | null,
  style: NumberStyle,
  rank: AgreementRank,
): readonly AgreementReference[] {
  const found: AgreementReference[] = [];
  for (const [index, line] of lines.slice(0, 40).entries()) {
    const { folded, text } = line.prepared;
    // What stands right below an amendment's title ("to Agreement No. 14") is what it amends.
    const isBelowTitle =
      index < 8 && /^(?:to|zu|zum|zur|au|aux|a|al|alla|ao|bij|op|van|of|re:?)\b/.test(folded);
    const relation =
      (isBelowTitle ||
        /\b(?:amend(?:s|ed|ment|ing)?|modif(?:y|ies|ied)|change(?:s)? to|supplement(?:s|ed)?|anderung|nachtrag|avenant|addendum|adenda|aditamento|atto aggiuntivo|allonge|[a-z]*wijziging(?:en)?|modificacion|modifica|extends?)\b/.test(
          folded,
        )) &&
      (rank === "amendment" || rank === "change-order")
        ? ("amends" as const)
        : /\b(?:accept(?:s|ed|ance)?|approve[sd]?|proceed|go ahead|einverstanden|bon pour accord|angenommen)\b/.test(
              folded,
            ) &&
            (rank === "acceptance-message" || rank === "purchase-order")
          ? ("accepts" as const)
          : /\b(?:under|pursuant to|governed by|subject to|incorporated|terms of|issued under|in accordance with|call-?off|gemass|gemaess|unter|en application|per|against|based on|auf basis)\b/.test(
                folded,
              ) ||
              rank === "statement-of-work" ||
              rank === "order-form"
            ? ("under" as const)
            : ("mentions" as const);
    let hasNamed = false;
    for (const match of folded.matchAll(referencePattern)) {
      const number =
        match[2] === undefined
          ? null
          : text
              .slice(
                match.index + match[0].indexOf(match[2]),
                match.index + match[0].indexOf(match[2]) + match[2].length,
              )
              .trim();
      const date =
        findDates(folded, style).find(
          (literal): literal is DateLiteral & { date: LocalDate } =>
            literal.date !== null &&
            literal.start >= match.index + match[0].length &&
            /^[ ,)]{0,3}(?:dated|of|vom|du|entered into|made)(?: (?:as of|on))? ?$/.test(
              folded.slice(match.index + match[0].length, literal.start),
            ),
        )?.date ?? null;
      const isOwn = number !== null && own !== null && number.toLowerCase() === own.toLowerCase();
      const isThis = /\bthis (?:[a-z]+ )?$/.test(folded.slice(Math.max(0, match.index - 20), match.index));
      if (
        (number === null && date === null) ||
        isOwn ||
        isThis ||
        (number !== null && (!/\d/.test(number) || /^(?:19|20)\d\d$/.test(number)))
      )
        continue;
      const title = text.slice(match.index, match.index + (match[1] ?? "").length);
      // "Amends Work Order 3 under Contract C-7": what the changed paper stands under is not what is changed.
      const lead = folded.slice(Math.max(0, match.index - reachUnder), match.index);
      const related = relation === "amends" && hasNamed && standsUnder.test(lead) ? "under" : relation;
      hasNamed = true;
      if (found.some((other) => other.number === number && other.dated === date)) continue;
      found.push({ number, title, dated: date, relation: related });
    }
  }
  return found.slice(0, 8);
}
