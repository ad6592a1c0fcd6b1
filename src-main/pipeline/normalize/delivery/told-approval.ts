import { foldAligned } from "../values/fold.ts";

/** What is said of a thing in the passive, folded, in seven languages: "is accepted", "wurde abgenommen". */
const passive =
  "accepted|approved|signed off|taken over|handed over|abgenommen|freigegeben|genehmigt|anerkannt|gebilligt|receptionne[es]*|accepte[es]*|approuve[es]*|valide[es]*|goedgekeurd|opgeleverd|aanvaard|geaccepteerd|aceptad[oa]s?|aprobad[oa]s?|recepcionad[oa]s?|recibid[oa]s? de conformidad|accettat[oaie]|approvat[oaie]|collaudat[oaie]|aceit[oae]s?|aprovad[oa]s?";
const active =
  "(?:hereby |formally )?(?:accepts?|approves?|take[s]? over)|nehmen? wir|nimmt|genehmigen|accept(?:e|ons|ent)|approuv(?:e|ons)|valid(?:e|ons)|prononce(?:nt|ons)? la reception(?: sans reserves?| definitive| provisoire)?|reception(?: est)? prononcee|aanvaard(?:t|en)|keur(?:t|en) wij?|acepta(?:mos|n)?|aprueba(?:mos|n)?|recibe[n]? de conformidad|da(?:mos|n)? conformidad|accetta(?:no)?|accettiamo|approva(?:no)?|approviamo|aceita(?:mos|m)?|aprova(?:mos|m)?";
/** Yes in a mail, to what somebody else reported. */
const agreed =
  "happy to approve|ok to (?:bill|invoice|pay)|(?:you )?(?:may|can) (?:bill|invoice)|agree[ds]?|(?:all|looks?) (?:ok|good|correct|right)|confirm(?:ed|s)?|einverstanden|in ordnung|stimm(?:t|en)(?: so)?|durfen (?:sie )?(?:verrechnen|abrechnen|in rechnung)|bestatig(?:t|en|e)|d'accord|bon pour accord|conformes?|akkoord|in orde|klopt|conformidad|de acuerdo|va bene|d'accordo|confermiamo|confermo|de acordo|confirm(?:o|amos)|tudo certo|abgezeichnet|freigabe|geben? (?:wir |ich )?(?:[a-z]+ ){0,3}frei";
const refusal =
  "(?:can ?'?t|cannot|can not|do not|don't|won't|not able to|unable to|nor) (?:agree|approve|accept|confirm)|(?:not|isn't|aren't|wasn't) (?:yet )?(?:accepted|approved|agreed)|reject(?:ed|s)?|refused?|disputed?|withheld|nicht (?:genehmigt|akzeptiert|anerkannt|abgenommen|einverstanden|freigegeben)|(?:akzeptieren|genehmigen|anerkennen|erkennen|zahlen)[^.]{0,40} nicht|abgelehnt|lehnen[^.]{0,40} ab|verweigert|pas (?:accepte[es]*|approuve[es]*|valide[es]*|conformes?|d'accord)|refuse[es]*|contest(?:ons|e)|niet (?:akkoord|goedgekeurd|aanvaard)|keur(?:en|t)[^.]{0,20} niet goed|afgekeurd|no (?:damos|aprobamos|aceptamos|conformes?|aceptad[oa]s?)|rechaz\\w+|non (?:accettat[oaie]|approvat[oaie]|accettiamo|approviamo|conformi?|collaudat[oaie])|respint[oaie]|nao (?:aprovad[oa]s?|aceit[oae]s?|aprovamos|aceitamos)|rejeitad[oa]s?";
/** The passive with a word before it that denies it: "no recepcionado", "noch nicht abgenommen", "non ancora collaudato". */
const denied = `(?:not|nicht|pas|niet|no|non|nao)(?: (?:yet|been|being|encore|ete|nog|ancora|aun|ainda|worden|geworden)){0,2} (?:${passive})`;
/** What is asked for, put off or tied to something: it says neither yes nor no. */
const open =
  /(?:^|[^a-z])(?:please|kindly|bitte|merci de|veuillez|por favor|gelieve|graag|prego|can you|could you|to be|must be|should be|will be|would|before we|until|unless|once|provided|if|falls|sofern|sobald|wenn|muss|soll|wird (?:noch )?|si|des que|avant|sera|a valider|reporte[es]*|als|indien|zodra|moet|wordt|aanhouden|houden we|cuando|cuanto|debe|pendiente|se|quando|deve|rinviat[oa]|sara|sera objeto|objeto de|adiad[oa]|postponed|deferred|verschoben|zuruckgestellt|uitgesteld|aplazad[oa])(?![a-z])|\?\s*$/;

const reserved =
  /(?<![a-z])(?:subject to|with reservations?|conditional(?:ly)?|except for|partial(?:ly)?|unter vorbehalt|mit mangeln|teilweise|avec reserves?|sous reserve|con reservas?|con riserv[ae]|com reservas?|onder voorbehoud|met gebreken|deels)(?![a-z])/;
const later =
  /(?<![a-z])(?:postponed|deferred|verschoben|zuruckgestellt|vertagt|reporte[es]*|uitgesteld|aplazad[oa]s?|rinviat[oaie]|adiad[oa]s?)(?![a-z])/;

const wordOf = (words: string): RegExp => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, "g");
const passivePattern = wordOf(passive);
const activePattern = wordOf(active);
const agreedPattern = wordOf(agreed);
const refusalPattern = wordOf(`${refusal}|${denied}`);

/** Whether a sentence says yes or no to something, and where. Offsets are UTF-16 units, end exclusive. */
export interface ToldApproval {
  /** `null` where it is accepted with reservations. */
  readonly approved: boolean | null;
  /** Whether a thing is accepted, or somebody accepts it; `said` where words only agree with a report. */
  readonly voice: "passive" | "active" | "said";
  readonly start: number;
  readonly end: number;
}

/** The approval or refusal that a sentence or list item tells; `null` where it only asks, puts off or says nothing. */
export function toldApproval(text: string): ToldApproval | null {
  const folded = foldAligned(text);
  const first = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = 0;
    return pattern.exec(folded);
  };
  const span = (
    match: RegExpExecArray,
    approved: boolean | null,
    voice: ToldApproval["voice"],
  ): ToldApproval => ({
    approved,
    voice,
    start: match.index,
    end: match.index + match[0].length,
  });
  if (later.test(folded)) return null;
  const no = first(refusalPattern);
  if (no !== null) return span(no, false, "passive");
  const [acting, done] = [first(activePattern), first(passivePattern)];
  const found = done ?? acting ?? first(agreedPattern);
  if (found === null || open.test(folded.slice(0, found.index + found[0].length + 1).slice(-80))) return null;
  if (/\?\s*$/.test(folded)) return null;
  return span(
    found,
    reserved.test(folded) ? null : true,
    found === done ? "passive" : found === acting ? "active" : "said",
  );
}
