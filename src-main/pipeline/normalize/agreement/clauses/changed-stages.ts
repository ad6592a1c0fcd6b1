import { asksForAcceptance } from "../../../../../src-shared/wording/index.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { oneStage } from "../lexicon/stage-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { MoneyLiteral } from "../literals/literal.ts";

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
      (literal): literal is MoneyLiteral => isMoney(literal) && literal.per.length === 0,
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

const insteadOf =
  /(?<!\p{L})(?:instead of|rather than|in place of|in lieu of|replac(?:es|ing)|previously|formerly|was|old|former|bisher\w*|statt|anstelle von|anstatt|vorher|alte?r?|au lieu de|precedemment|ancien\w*|en lugar de|en vez de|antes|anterior|anziche|invece di|al posto di|prima|vecchi\w*|in plaats van|voorheen|oude?|em vez de|antiga?o?|anterior)(?: (?:price|sum|amount|fee|value|von|preis|betrag|prix|precio|prezzo|prijs|preco|of|de|di|:))*[ :(|]*(?:us)?$/u;
const upFrom =
  /(?<!\p{L})(?:from|von|de|da|del?|van)(?: (?:the sum of|currently|bisher|formerly))? (?:us)?$/u;
const stepBy =
  /(?<!\p{L})(?:by|um|d'un montant de|en|del?|di|met|em)(?: (?:an additional|a further|weitere))? (?:us)?$/u;
const upTo =
  /(?<!\p{L})(?:to|auf|a|al?|tot|naar|op|para)(?: (?:a (?:new )?total of|the sum of|now|nunmehr))? (?:us)?$/u;

/** Of the sums in a sentence that changes one, the sum that holds from now on; `null` where the words do not tell. */
function newSumOf(reading: Reading, sums: readonly MoneyLiteral[]): MoneyLiteral | null {
  const before = (sum: MoneyLiteral): string => reading.before(sum, 44);
  const open = sums.filter((sum, index) => {
    if (insteadOf.test(before(sum))) return false;
    const later = sums[index + 1];
    return later === undefined || !upFrom.test(before(sum)) || !upTo.test(before(later));
  });
  const steps = open.filter(
    (sum) => stepBy.test(before(sum)) && open.some((other) => upTo.test(before(other))),
  );
  const left = open.filter((sum) => !steps.includes(sum));
  const [only] = left;
  if (only === undefined || left.length > 1) return null;
  // "Increased by 6,500": the rise alone does not give the new sum.
  return sums.length === 1 && stepBy.test(before(only)) && !upTo.test(before(only)) ? null : only;
}
