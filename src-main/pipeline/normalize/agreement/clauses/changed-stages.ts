import { asksForAcceptance } from "../../../../../src-shared/wording/index.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { oneStage } from "../lexicon/stage-words.ts";
import type { MoneyLiteral } from "../literals/literal.ts";
import { newSumOf } from "../frames/limit-changes.ts";

/** Changing a sum, folded, in seven languages. */
const changes =
  /(?<!\p{L})(?:increas\p{L}*|rais\p{L}*|rises?|rose|reduc\p{L}*|decreas\p{L}*|lower\p{L}*|chang\p{L}*|amend\p{L}*|revis\p{L}*|adjust\p{L}*|replac\p{L}*|now|new|goes (?:up|down)|shall be|will be|instead|becomes?|erhoh\p{L}*|reduzier\p{L}*|gesenkt|geandert|angepasst|steigt|sinkt|betragt|neu\p{L}*|statt|porte[es]*|augment\p{L}*|reduit\p{L}*|modifi\p{L}*|passe|desormais|aument\p{L}*|reduc\p{L}*|ahora|nuev[oa]|modific\p{L}*|ridott\p{L}*|ora|nuov[oa]|passa|verhoogd|verlaagd|gewijzigd|nieuw\p{L}*|voortaan|alterad[oa]|agora|nov[oa])(?!\p{L})/u;
/** What the sum of a stage is called before the stage itself. */
const sumOfStage =
  /^(?:[^\p{L}]*(?:the|der|die|das|le|la|el|il|lo|o|a|de|het) )?(?:(?:new|agreed|fixed|neue|vereinbarte|nouveau|nuevo|nuovo|nieuwe|novo) )?(?:price|payment|fee|amount|sum|instal?lment|value|charge|betrag|preis|rate|zahlung|vergutung|montant|prix|paiement|importe|precio|pago|importo|prezzo|pagamento|bedrag|prijs|valor|preco)(?: (?:payable|due|falling due|zahlbar|fallig|du|payable|dovuto|devido))?(?: (?:for|of|on|under|fur|bei|zum|zur|des|der|du|de la|de|pour|del|por|para|per|di|della|voor|van|bij|do|da))? (?:(?:the|der|die|das|den|dem|le|la|el|il|lo|o|a|de|het) |l')?/u;
const verb =
  /(?<!\p{L})(?:is|are|was|shall|will|rises?|goes|becomes?|now|has|wird|werden|betragt|steigt|sinkt|ist|est|sont|passe|sera|se|es|sera|pasa|queda|e|viene|passa|sara|wordt|bedraagt|is|passa|fica)(?!\p{L})|:|\|/u;

/**
 * A change of what one stage costs: "The payment for milestone M2 is increased from $40,000 to $46,500".
 *
 * The sum that holds from now on, under the name that the change gives the stage; old sums are no terms.
 */
export const changedStageFrame: CueFrame = {
  id: "changed-stage",
  cue: oneStage,
  veto: /(?<!\p{L})(?:limit|cap|not[- ]to[- ]exceed|ceiling|obergrenze|plafond|retention|retainage|einbehalt|vat|ust|tva)(?!\p{L})/u,
  project: (reading, _, facts): readonly CueProjection[] => {
    if (facts.kind !== "amendment") return [];
    const sums = reading.literals.filter(
      (literal): literal is MoneyLiteral => literal.type === "money" && literal.per.length === 0,
    );
    // An old sum beside the new one is a change, whatever it is called.
    const sum = sums.length > 1 || changes.test(reading.folded) ? newSumOf(reading, sums) : null;
    const name = nameOf(reading, sums[0]);
    if (sum === null || name === null) return [];
    return [
      projection<"milestone">({
        type: "milestone",
        key: `${name.toLowerCase()}|changed`,
        value: { name, amount: sum.value, acceptance: asksForAcceptance(reading.folded) },
        taken: sums,
        weight: 0.2,
      }),
    ];
  },
};

/** The stage as the change names it: what stands before its verb, without the word for its sum. */
function nameOf({ folded, text }: Reading, sum: MoneyLiteral | undefined): string | null {
  if (sum === undefined) return null;
  const head = folded.slice(0, sum.start);
  const start = sumOfStage.exec(head)?.[0].length ?? 0;
  const end = verb.exec(head.slice(start))?.index ?? head.length - start;
  const name = text
    .slice(start, start + end)
    .replace(/^[^\p{L}\d]*(?:(?:the|an?|der|die|das|ein|eine|le|la|un|une|el|il|o|de|het|een) )?/iu, "")
    .replace(
      /^(?:new|further|additional|neue[rsn]?|weitere[rsn]?|nouve(?:au|lle)|nuev[oa]|nuov[oa]|nieuwe?|nov[oa]) /iu,
      "",
    )
    .replace(/(?: (?:at|of|for|with|zu|mit|von|a|à|de|por|di|con|voor|van|op))?[\s,;:.–-]*$/iu, "")
    .trim();
  return name.length >= 2 && name.length <= 90 && /\p{L}/u.test(name) ? name : null;
}
