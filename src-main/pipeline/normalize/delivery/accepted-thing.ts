import { foldAligned, foldText } from "../values/fold.ts";
import { numberedStageIn } from "./numbered-stage.ts";
import { labelAt } from "./record-labels.ts";
import { numberedAcceptance } from "./told-approval.ts";
import type { ToldApproval } from "./told-approval.ts";

const auxiliary =
  /(?<![a-z])(?:is|are|was|were|has|have|had|be|been|ist|sind|wurden?|wird|werden|gilt|est|sont|a ete|ont ete|werd(?:en)?|zijn|es|son|fue(?:ron)?|ha sido|han sido|queda[n]?|sono|viene|e stat[oa]|foi|foram|sao|esta)(?![a-z])/g;
const leading =
  /^(?:(?:that|dass|que|dat|che|and|und|et|en|y|e|the|der|die|das|le|la|les|l'|el|los|las|il|lo|gli|o|os|as|het|de|following|portions? of the work|folgende\w*|des|du|del|della|delle|do|dos|da|das|of|a|al|alla|i)\s+|l['’])+/iu;
const longest = 90;

const bare = (text: string): string =>
  text
    .replace(/^[\s:;,.–—→-]+|[\s:;,.–—→*-]+$/gu, "")
    .replace(leading, "")
    .replace(/\s+/gu, " ")
    .trim();
/** Words that stand for whatever a paper is about, or begin no name of a thing. */
const nameless =
  /^(?:(?:this|these|all|our|your|it|this|we|es|das|dies|ce|cela|wij|dit|esto|questo|isto) ?)*(?:deliverables?|works?|services?|milestones?|goods|items?|everything|leistung(?:en)?|arbeiten|ware|prestations?|travaux|werk(?:zaamheden)?|trabajos?|servicios?|lavori|opere|servizi|trabalhos?|servicos?)?$/;
const preposition =
  /^(?:at|for|on|to|in|with|by|from|subject|von|durch|zu|mit|fur|auf|unter|a|pour|avec|sous|par|con|por|para|per|com|da|dal|door|voor|met|onder|tegen|without|ohne|sans|zonder|sin|senza|sem)(?:\s|$)/;
const priced = /[€$£]|\b(?:eur|usd|gbp|chf)\b/;

/** "30 June 2026": a day and nothing else. */
const onlyDay =
  /^\d{1,4}(?:[./-]\d{1,2}){1,2}$|^(?:\d{1,2}\.? (?:de )?)?\p{L}{3,9}\.? (?:de )?(?:\d{1,2},? )?(?:19|20)\d\d$/u;

const isThing = (text: string): boolean => {
  const folded = foldText(text);
  return (
    !onlyDay.test(folded) &&
    /\p{L}{2}/u.test(text) &&
    text.length <= longest &&
    !nameless.test(folded) &&
    !preposition.test(folded) &&
    !priced.test(folded)
  );
};

/** The thing that a sentence accepts or refuses: before "is accepted", behind "accepts", before a colon or an arrow. */
export function acceptedThing(text: string, { voice, start, end }: ToldApproval): string | null {
  const [, named = ""] = /^([^:→⇒]{3,90}?)\s?(?::|→|⇒|\s[–—-]\s)/u.exec(text) ?? [];
  if (named !== "" && named.length <= start) {
    // "Objet du marché : menuiseries …": a label names the thing behind it.
    const labeled = labelAt(named) === "item" || labelAt(named) === "project";
    const said = labeled ? text.slice(named.length, start).replace(/^\s?[:→⇒–—-]\s*/u, "") : named;
    const thing = bare(said.split(labeled ? /[.;]\s/u : /,\s/)[0] ?? "");
    if (isThing(thing)) return thing;
  }
  const before = voice === "active" ? null : thingBefore(text.slice(0, start));
  if (before !== null) return before;
  const behind = bare(text.slice(end).split(/[.;:(]|,\s/u)[0] ?? "");
  // "Die Beleuchtung nehmen wir noch nicht ab": the thing stands before a verb whose particle ends the clause.
  const clause = bare(
    text
      .slice(0, start)
      .split(/[,;:]\s|\s(?:und|en)\s/u)
      .at(-1) ?? "",
  );
  if (particle.test(foldText(behind)) && isThing(clause)) return clause;
  const numbered = numberedAcceptance(text.slice(start));
  if (
    isThing(behind) &&
    !onlyPronoun.test(foldText(behind)) &&
    (numbered === null || !behind.startsWith(numbered))
  )
    return behind;
  const isSpoken = pronoun.test(foldText(text.slice(end))) || clitic.test(foldText(text.slice(0, start)));
  return numbered ?? (isSpoken ? spokenOf(text.slice(0, start)) : null);
}

/** "… y lo aprobamos", "nous l'acceptons", "en lo accettiamo": the pronoun stands before the verb. */
const clitic = /(?<!\p{L})(?:lo|la|los|las|le|les|l['’]|l[oi]|li|o|os|as|se (?:lo|la)|wij|we)\s?$/u;

const pronouns =
  "it|this|that|them|these|both|sie|ihn|es|diese[ns]?|le|la|les|lo|los|las|li|dit|deze|het|hem|esto|questo|isto";
/** "… and accept it", "und nehmen sie ab", "et l'acceptons": what is accepted was named before. */
const pronoun = new RegExp(`^[^\\p{L}]*(?:${pronouns}|o|a|os|as)(?!\\p{L})`, "u");
const particle =
  /^(?:(?:noch|hiermit|so|damit|heute|jedoch|aber|daher|also|vorerst|nog|dus|nicht|niet) ?)*(?:ab|an|frei|af|aan|goed)$/;
const onlyPronoun = new RegExp(`^(?:${pronouns})$`);
const saidBefore =
  /(?<![a-z])(?:the|our|your|this|that|der|die|das|den|dem|unsere?n?|ihre?n?|le|la|les|el|los|las|il|lo|gli|i|o|os|as|het|de)\s/;

/** The thing that a clause speaks of before its verdict: what follows its first article. */
function spokenOf(before: string): string | null {
  const article = saidBefore.exec(foldAligned(before));
  if (article === null) return null;
  const thing = bare(
    before
      .slice(article.index)
      .replace(/(?:,|\s(?:and|und|et|y|e|en|which|that|die|que|che))\s[^,]*$/iu, "")
      .replace(/^\P{L}*\p{L}+\s/u, ""),
  );
  return isThing(thing) ? thing : null;
}

function thingBefore(text: string): string | null {
  const parts = text.split(/,\s|;\s/u);
  for (const part of parts.toReversed()) {
    const verbs = [...foldAligned(part).matchAll(auxiliary)];
    const verb = verbs.find(({ index }) => index > 0);
    if (verb === undefined) continue;
    const clause =
      part
        .slice(0, verb.index)
        .split(/\s(?:that|dass|que|dat|che)\s/iu)
        .at(-1) ?? "";
    const thing = bare(clause);
    if (isThing(thing)) return thing;
  }
  return null;
}

/** That work has come to its end, folded, in seven languages. */
export const finished =
  /(?<![a-z])(?:finished|completed?|done|ready|installed|fertig\w*|abgeschlossen|erledigt|termine[es]*|acheve[es]*|pret[es]*|klaar|afgerond|opgeleverd|terminad[oa]s?|acabad[oa]s?|list[oa]s?|finit[oaie]|terminat[oaie]|completat[oaie]|concluid[oa]s?|pront[oa]s?)(?![a-z])/;
const nextClause =
  /,\s|[.;!]\s|\s(?:and|und|et|en|y|e|ed)\s(?=(?:i|we|ich|wir|je|j'|nous|ik|wij|we)(?!\p{L}))/iu;

/**
 * What a yes without a name of its own is for: the numbered stage that its sentence speaks of ("please send your stage 2
 * invoice"), else what the sentence before says is finished.
 */
export function thingSpokenOf(text: string, before: string | null): string | null {
  const stage = numberedStageIn(text);
  if (stage !== null) return stage.name;
  if (before === null) return null;
  const clause = before.split(nextClause).find((part) => finished.test(foldText(part))) ?? "";
  return clause !== "" && isThing(bare(clause)) && !denyingWords.test(foldText(clause)) ? bare(clause) : null;
}

/** Words that deny that something has come to its end, or say that it nearly has. */
export const denyingWords =
  /(?:(?<![a-z])(?:not|never|nicht|noch|pas|encore|niet|nog|no|aun|non|ancora|nao|ainda|almost|nearly|fast|presque|bijna|casi|quasi|quase)|n't)(?![a-z])/;
