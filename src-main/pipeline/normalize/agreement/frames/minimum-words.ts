import type { Reading } from "../engine/reading.ts";
import { formerFigures, formerOf } from "../literals/former-price.ts";
import type { Literal } from "../literals/literal.ts";

/** Words of a least sum, in seven languages. */
const leastWords =
  "minim(?:um|al\\w*|um-\\w+|o|a|os|as|e|aal)|minimum[a-z]+|mindest\\w*|kleinst\\w*|wenigstens|minstens|ten minste|au moins|al menos|almeno|pelo menos|(?:the )?(?:least|lowest|smallest)(?: amount| sum| charge| fee)?(?= (?:we|i|that|you|[a-z]+ (?:is|will)))|no (?:[a-z-]+ ){1,3}(?:is|are|will be|shall be|goes?|leaves?) [a-z]+ for (?:less|under)";
/** Up to six words that say of what the sum is the least: "charge per visit", "pro Einsatz". */
const between =
  "(?:,? (?!(?:of|than|term|notice|period|duration|wage|age|order quantity)\\b)[\\p{L}'/-]+){0,6}?";
const glue =
  "(?: (?:of|is|at|than|von|zu|de|es de|di|e di|e de|van|bedraagt|betragt|shall be|will be|applies at|s'eleve a))*[ :(]*(?:the sum of |a total of |a |an |een |un |una |um |uma |einen |ein )?";
const least = new RegExp(`(?<![a-z])(?:${leastWords})${between}${glue}$`, "u");

const stays =
  "be|been|is|are|wird|werden|betragt|betragen|falls?|drops?|go(?:es)?|amounts? to|comes? to|es|son|est|sont|e|sono|sera[n]?|seront|sara|saranno|serao|ser|etre|essere|soi(?:t|ent)|sia(?:no)?|sea[n]?|seja[m]?|zijn|wordt|worden";
/** "We never bill less than", "no se facturarán menos de". */
const asks =
  "(?<!no )(?:pay|charge|bill|invoice)s?|facturara[n]?|facturamos|cobrara[n]?|cobramos|fatturera(?:nno)?|fattura(?:no|mo)?|fatura(?:ra|rao|m|mos)?|facturera|facturons|factureren|rekenen|berechnen";
/**
 * "Shall not be less than", "no será inferior a": denied to be less. What is not done below a sum ("no jobs under £40
 * are taken on", "is not charged for calls under") has no least.
 */
const deniedLess = new RegExp(
  `(?<!\\p{L})(?:(?:in no|in keinem|in geen|en aucun|en ningun|in nessun|em nenhum) \\p{L}+(?:(?: [\\p{L}'-]+){0,7}? (?:${stays}|${asks}))?|(?:n'(?:${stays})|(?:not|never|no|nicht|nie|ne|non|nao|niet|nooit|nunca|mai|jamais|pas)(?:(?: (?!(?:that|which|who|if|when|where|unless|qui|que|che|wenn|si|se)(?!\\p{L}))[\\p{L}'-]+){0,4}? (?:${stays})|(?: [\\p{L}'-]+){0,2}? (?:${asks}))?)(?: (?:pas|jamais|mai|nunca))?(?: (?:in|en|em) \\p{L}+ \\p{L}+)?(?: (?:paid|charged|billed|invoiced))?(?: (?:at|as))?) (?:(?:less|fewer) than|below|under|lower than|weniger als|unter|geringer als|inferieure?s? a|moins de|inferior(?:es)? a|menos de|inferior[ei] a|meno di|(?:minder|lager)(?: (?:zijn|bedragen))? dan|onder|abaixo de)(?: the sum of)? ?$`,
  "u",
);

const deniedBehind = /^ ?(?:nicht (?:zu )?unterschr\p{L}*|niet (?:te )?onderschr\p{L}*)(?!\p{L})/u;

/** Whether a sum stands as the least that is charged: nothing else is counted between the word and it. */
export function isLeast(reading: Reading, anchor: Literal): boolean {
  const before = reading.before(anchor, 80);
  const match = least.exec(before);
  if (match === null)
    return (
      isBelowItself(reading, anchor) ||
      isFilledUp(reading, anchor) ||
      deniedLess.test(before) ||
      deniedBehind.test(reading.after(anchor, 40))
    );
  const from = anchor.start - before.length + match.index;
  const isBetween = reading.literals.some(
    (literal) =>
      literal !== anchor && literal.type !== "number" && literal.start > from && literal.end <= anchor.start,
  );
  return !isBetween && !otherLeast.test(match[0]);
}

/** "The minimum rises from 14,000 to 15,500": the words stand at the sum that no longer holds. */
export const isLeastNow = (reading: Reading, anchor: Literal): boolean =>
  !formerFigures(reading.literals, reading.folded).has(anchor) &&
  isLeast(reading, formerOf(anchor, reading.literals, reading.folded) ?? anchor);

/** "Once the month's runs pass", "übersteigt die Monatssumme", "si las compras superan": the sum only opens something else. */
const passed =
  /\b(?:exceeds?|exceeding|pass(?:es)?|reach(?:es)?|depass\w*|atteign\w*|ubersteig\w*|uberschreit\w*|erreich(?:t|en)|super(?:a|an|e|en|i|ino|ano)|alcan[cz]a[n]?|exced[ae][nm]?|raggiung\w*|overschrijd\w*|overstijg\w*|bereik\w*|ultrapass\w*|ating\w*)\b(?:(?! (?:shall|will|kostet|betragt|cuesta|costa|kost)\b)[^.;:,$€£]){0,60}$/;

/** Whether a sum is a mark that something must pass before a clause holds. */
export const mustBePassed = (reading: Reading, anchor: Literal): boolean =>
  passed.test(reading.before(anchor, 90)) &&
  !/\b(?:not|never|nicht|ne|no|non|nao|niet) (?:\w+ )?$/.test(reading.before(anchor, 12));

const otherLeast =
  /\b(?:term|notice|duration|wage|age|insur\w*|cover\w*|laufzeit|vertragsdauer|kundigungs\w*|lohn|duree|preavis|salaire|plazo|preaviso|salario|durata|preavviso|looptijd|opzeg\w*|loon)\b/;

const below =
  /(?<![a-z])(?:less than|below|under|lower than|short of|weniger als|unter|geringer als|inferieure?s? a|moins de|inferior(?:es)? a|menos de|inferior[ei] a|meno di|(?:minder|lager) dan|onder|abaixo de) ?$/;
const gap =
  /^[^.;]{0,90}(?<![a-z])(?:the difference|the shortfall|the gap|(?:die|den) (?:differenz|fehlbetrag|unterschied)|la difference|le complement|la diferencia|la differenza|a diferenca|het verschil|het tekort)(?![a-z])/;

/** "…, the difference is refunded": what goes to the buyer fills nothing up. */
const givenBack =
  /^[^.;]*(?<![a-z])(?:refund|repa(?:y|id)|returned|credit(?! card)|give[ns]? back|(?:paid|pays?) back|reimburs|erstatt|ruckerstatt|zuruck|gutgeschrieben|gutschr|rembours|restitu|credite|reembols|devuel|devolv|abona|rimbors|accredit|terugbeta|gecrediteerd|vergoed)/;

/** What is said of the difference to a sum, where something is below it; else `null`. */
function saidOfGap(reading: Reading, anchor: Literal): string | null {
  if (anchor.type !== "money" || !below.test(reading.before(anchor, 40))) return null;
  const [found] = gap.exec(reading.after(anchor, 140)) ?? [];
  return found === undefined ? null : reading.after(anchor, 220).slice(found.length);
}

/** Whether the difference to a sum goes back to who paid it, so that the sum is no least. */
export const isGivenBack = (reading: Reading, anchor: Literal): boolean =>
  givenBack.test(saidOfGap(reading, anchor) ?? "");

/** Whether what is below a sum is filled up to it: "come to less than $600.00 in a month, the difference is charged". */
const isFilledUp = (reading: Reading, anchor: Literal): boolean =>
  saidOfGap(reading, anchor) !== null && !isGivenBack(reading, anchor);

/** "Jobs below $150 are billed at $150", "under 6 tonne is charged as 6 tonne": what is less than it is charged as that. */
export function isBelowItself(reading: Reading, anchor: Literal): boolean {
  if (anchor.type === "quantity")
    return (
      asThat.test(reading.before(anchor, 60)) &&
      reading.literals.some(
        (literal) =>
          literal.type === "quantity" &&
          literal.end <= anchor.start &&
          literal.value === anchor.value &&
          literal.unit === anchor.unit &&
          (literal.bound === "<" || below.test(reading.before(literal, 40))),
      )
    );
  if (anchor.type !== "money" || anchor.bound === "<") return false;
  return reading.literals.some(
    (literal) =>
      literal.type === "money" &&
      literal.end <= anchor.start &&
      literal.bound === "<" &&
      literal.value === anchor.value,
  );
}

/** What less is charged, billed or counted as. */
const asThat =
  /(?<![a-z])(?:(?:charged|billed|invoiced|counted|priced) (?:as|at|for|like)(?: a)?|(?:als|mit|wie) (?:mindestens )?|(?:facture[es]*|compte[es]*) (?:comme|pour|a)|(?:factura[n]?|cuenta[n]?|cobra[n]?) como|(?:fatturat[aeio]|conteggiat[aeio]|si fattura(?:no)?) (?:come|per)|(?:gefactureerd|berekend|gerekend) als|(?:faturad[ao]s?|contad[ao]s?) como) ?$/;
