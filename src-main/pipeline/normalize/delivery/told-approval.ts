import { foldAligned } from "../values/fold.ts";

/** What is said of a thing in the passive, folded, in seven languages: "is accepted", "wurde abgenommen". */
const passive =
  "accepted|approved|signed off|taken over|handed over|abgenommen|freigegeben|genehmigt|anerkannt|gebilligt|receptionne[es]*|accepte[es]*|approuve[es]*|valide[es]*|goedgekeurd|opgeleverd|aanvaard|geaccepteerd|aceptad[oa]s?|aprobad[oa]s?|recepcionad[oa]s?|recibid[oa]s? de conformidad|accettat[oaie]|approvat[oaie]|collaudat[oaie]|aceit[oae]s?|aprovad[oa]s?";
const active =
  "(?:hereby |formally )?(?:accepts?|approves?|take[s]? over|signs?(?: [a-z']+){1,4} off)|nehmen? wir|nehmen?(?= (?:sie|ihn|es|diese[ns]?)(?: [a-z]+){0,2} ab(?![a-z]))|nimmt|genehmigen|accept(?:e|ons|ent)|approuv(?:e|ons)|valid(?:e|ons)|prononce(?:nt|ons)? la reception(?: sans reserves?| definitive| provisoire)?|reception(?: est)? prononcee|aanvaard(?:t|en)|keur(?:t|en) wij?|acepta(?:mos|n)?|aprobamos|aprueba[n]?|apruebo|acepto|damos por (?:aceptad|aprobad)[oa]s?|recibe[n]? de conformidad|da(?:mos|n)? conformidad|accetta(?:no)?|accettiamo|approva(?:no)?|approviamo|accetto|approvo|aceita(?:mos|m)?|aprova(?:mos|m)?|aceito|aprovo|recibe[n]?(?: [a-z]+){1,4} sin reservas|accepteren|keuren (?:wij |we )?(?:[a-z]+ ){0,3}goed";
/** Yes in a mail, to what somebody else reported. */
const agreed =
  "happy to approve|ok to (?:bill|invoice|pay)|(?:you )?(?:may|can) (?:bill|invoice)|agree[ds]?|(?:all|looks?) (?:ok|good|correct|right)|confirm(?:ed|s)?|einverstanden|in ordnung|stimm(?:t|en)(?: so)?|durfen (?:sie )?(?:verrechnen|abrechnen|in rechnung)|bestatig(?:t|en|e)|d'accord|bon pour accord|conformes?|akkoord|in orde|klopt|conformidad|de acuerdo|va bene|d'accordo|confermiamo|confermo|de acordo|confirm(?:o|amos)|tudo certo|abgezeichnet|freigabe|geben? (?:wir |ich )?(?:[a-z]+ ){0,3}frei";
const refusal =
  "(?:can ?'?t|cannot|can not|(?:do|does|did|will|could) not|don't|doesn't|didn't|won't|couldn't|not able to|unable to|nor) (?:yet |hereby |fully )?(?:agree|approve|accept|confirm)|(?:not|isn't|aren't|wasn't) (?:yet )?(?:accepted|approved|agreed)|reject(?:ed|s)?|refused?|disputed?|withheld|nicht (?:genehmigt|akzeptiert|anerkannt|abgenommen|einverstanden|freigegeben)|(?:akzeptieren|genehmigen|anerkennen|erkennen|zahlen)[^.]{0,40} nicht|abgelehnt|lehnen[^.]{0,40} ab|verweigert|pas (?:accepte[es]*|approuve[es]*|valide[es]*|conformes?|d'accord)|refuse[es]*|contest(?:ons|e)|niet (?:akkoord|goedgekeurd|aanvaard)|keur(?:en|t)[^.]{0,20} niet goed|afgekeurd|no (?:damos|aprobamos|aceptamos|conformes?|aceptad[oa]s?)|rechaz\\w+|non (?:accettat[oaie]|approvat[oaie]|accettiamo|approviamo|conformi?|collaudat[oaie])|respint[oaie]|nao (?:aprovad[oa]s?|aceit[oae]s?|aprovamos|aceitamos)|rejeitad[oa]s?";
/** The passive with a word before it that denies it: "no recepcionado", "noch nicht abgenommen", "non ancora collaudato". */
const denied = `(?:not|nicht|pas|niet|no|non|nao)(?: (?:yet|been|being|encore|ete|nog|ancora|aun|ainda|worden|geworden)){0,2} (?:${passive})`;
/** Names of an acceptance, that somebody gives or withholds: "we give our approval", "recette prononcée". */
const named =
  "acceptance|approval|sign-?off|consent|abnahme|freigabe|genehmigung|recette|reception|mise en service|conformite|approbation|validation|commissioning|inbetriebnahme|ingebruikname|inbedrijfstelling|puesta en (?:servicio|marcha)|messa in (?:servizio|funzione)|entrada em (?:servico|funcionamento)|oplevering|goedkeuring|acceptatie|conformidad|aceptacion|aprobacion|recepcion|visto bueno|accettazione|approvazione|collaudo|benestare|aceitacao|aprovacao|conformidade|rececao";
/** Somebody gives it, now or before; what somebody will, may or shall give is none of these forms. */
const given =
  "(?:give[s]?|gave|given|grant(?:s|ed)?|issue[sd]?|declare[sd]?|confirm(?:s|ed)?|erteil(?:e|t|en wir|te|ten)|erklar(?:e|t|en wir|te|ten)|gebe|gibt|geben wir|prononce[es]?|prononcons|prononcent|donn(?:e|ons|ent|e[es]*)|accord(?:e|ons|ent|e[es]*)|geef|geeft|geven wij|gegeven|verleen|verleent|verlenen wij|verleend|doy|damos|dan|dado|dada|otorg(?:o|a|amos|ado|ada)|conced(?:o|e|emos|ido|ida)|diamo|dato|data|rilasci(?:o|a|amo|ato|ata)|dou|deu|erfolgte|(?:ist|wurde) erfolgt|a eu lieu|ha tenido lugar|ha avuto luogo)";
/** Any form of giving, for what is denied: "cannot give", "nous ne pouvons pas prononcer". */
const giving =
  "(?:giv(?:e[sn]?|ing)|gave|grant\\w*|issu\\w*|declar\\w*|erteil\\w*|erklar\\w*|g[ae]b(?:e|en)?|gibt|prononc\\w*|donn\\w*|accord\\w*|ge(?:ef|eft|ven|geven)|verle\\w*|d(?:ar|oy|amos|an|ado|ada|are|iamo|ato|ata|ou|eu)|otorg\\w*|conced\\w*|rilasci\\w*)";
const not =
  "(?:not|cannot|\\w+n't|dont|cant|wont|unable|nicht|kein\\w*|ne|pas|aucune?|niet|geen|no|ningun\\w*|non|nessun\\w*|nao|nenhum\\w*)";
const between = "(?:[^.;:a-z]+[a-z']+){0,4}?[^.;:a-z]+";
/** "We cannot give our acceptance", "no podemos dar la conformidad", "die Abnahme können wir nicht erteilen". */
const withheld = [
  `${not}${between}${giving}${between}(?:${named})`,
  `(?:${named})${between}${not}${between}${giving}`,
  `${giving}${between}${not}${between}(?:${named})`,
  `(?:withhold|refus\\w*|verweiger\\w*|weiger\\w*|deneg\\w*|neg\\w+|rifiut\\w*|recus\\w*)${between}(?:${named})`,
].join("|");
/** Between a denial and the verb that it denies: no word that begins another clause, and none that denies an objection. */
const denyingWords =
  "(?:[^.;:,a-z]+(?!(?:and|und|et|y|e|en|but|aber|mais|pero|ma|maar|mas|so|hence|therefore|daher|donc|object\\w*|comments?|remarks?|reservations?|defects?|einwand\\w*|mangel\\w*|vorbehalt\\w*|reserves?|remarques?|reparos?|defectos?|riserv[ae]|difetti|gebreken|opmerkingen|reservas?|defeitos?)(?![a-z]))[a-z']+){0,5}?[^.;:,a-z]+";
/** Forms of accepting that follow a denial: "not in a position to sign this off", "können wir nicht abnehmen". */
const accepting =
  "(?:accept(?:ed|ing|er|ee?s?|eren)?|approv(?:e|ed|ing)|sign(?:ed|ing)?(?:[^.;:a-z]+[a-z']+){0,3}?[^.;:a-z]+off|tak(?:e|en|ing)(?:[^.;:a-z]+[a-z']+){0,3}?[^.;:a-z]+over|abnehmen|abzunehmen|abgenommen|freigeben|freizugeben|freigegeben|genehmigen|valid(?:er|ee?s?)|receptionner|approuver|acept(?:ar(?:l[oae]s?)?|ad[oa]s?)|aprob(?:ar(?:l[oae]s?)?|ad[oa]s?)|recepcionar|accettar(?:e|l[oaie])|approvar(?:e|l[oaie])|collaudar(?:e|l[oaie])|aceit(?:ar|ad[oa]s?|e)|aprov(?:ar|ad[oa]s?)|aanvaarden|accepteren|goedkeuren|goed te keuren|goedgekeurd|opgeleverd)";
/** What must be done again, as the whole verdict on a thing: "to be revised", "must be reworked", "à reprendre". */
const rework =
  /(?<![a-z])(?:(?:to be|must be|has to be|have to be|needs? to be|is to be|be) (?:revised|reworked|corrected|redone|repaired|replaced|resubmitted)|revise and resubmit|needs? (?:rework|correction|revision|more work)|sen[dt] back|come back (?:to us )?with a (?:corrected|new|revised)|(?:does|do|did) not (?:meet|work|match|comply|pass)|fails?|failed|not (?:yet )?(?:complete|ready|working|finished)|nachbesser[a-z]*|nacharbeit[a-z]*|zu uberarbeiten|uberarbeitet werden|mangelhaft|noch nicht fertig|a (?:reprendre|revoir|corriger|refaire)|non[- ]conformes?|da (?:rifare|rivedere|correggere)|(?:a|por) (?:corregir|rehacer|revisar)|te herzien|moet(?:en)? (?:opnieuw|hersteld|aangepast)|a (?:corrigir|rever|refazer))(?![a-z])/;

/** Whether the words on a thing ask for it to be done again; a yes beside them goes first. */
export const asksForRework = (text: string): boolean => rework.test(foldAligned(text));

/** What is asked for, put off or tied to something: it says neither yes nor no. */
const open =
  /(?:^|[^a-z])(?:please|kindly|bitte|merci de|veuillez|por favor|gelieve|graag|prego|can you|could you|to be|must be|should be|will be|would|before we|until|unless|once|provided|if|falls|sofern|sobald|wenn|muss|soll|wird (?:noch )?|si|des que|avant|sera|a valider|reporte[es]*|als|indien|zodra|moet|wordt|aanhouden|houden we|cuando|cuanto|debe|pendiente|se|quando|deve|rinviat[oa]|sara|sera objeto|objeto de|adiad[oa]|postponed|deferred|verschoben|zuruckgestellt|uitgesteld|aplazad[oa])(?![a-z])|\?\s*$/;

const reserved =
  /(?<![a-z])(?:subject to|with reservations?|conditional(?:ly)?|except for|partial(?:ly)?|unter vorbehalt|mit mangeln|teilweise|avec reserves?|sous reserve|con reservas?|con riserv[ae]|com reservas?|onder voorbehoud|met gebreken|deels)(?![a-z])/;
const later =
  /(?<![a-z])(?:postponed|deferred|verschoben|zuruckgestellt|vertagt|reporte[es]*|uitgesteld|aplazad[oa]s?|rinviat[oaie]|adiad[oa]s?)(?![a-z])/;

const wordOf = (words: string): RegExp => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, "g");
const passivePattern = wordOf(passive);
const activePattern = wordOf(
  `${active}|${given}${between}(?:${named})|(?:${named})(?:${between}(?:is|are|was|were|has been|ist|wurde|wird|est|a ete|is|werd|ha sido|queda|e stat[oa]|foi|esta))?(?: (?:hereby|hiermit|par la presente))? ${given}`,
);
const agreedPattern = wordOf(agreed);
const refusalPattern = wordOf(`${refusal}|${denied}|${not}${denyingWords}${accepting}|${withheld}`);

/** Whether a sentence says yes or no to something, and where. Offsets are UTF-16 units, end exclusive. */
export interface ToldApproval {
  /** `null` where it is accepted with reservations. */
  readonly approved: boolean | null;
  /** Whether a thing is accepted, or somebody accepts it; `said` where words only agree with a report. */
  readonly voice: "passive" | "active" | "said";
  readonly start: number;
  readonly end: number;
}

const namedPattern = wordOf(named);
/** What is accepted stands behind the name of its acceptance, by its number: "die Abnahme des Abschnitts 2 …". */
const numberedBehind = new RegExp(
  `(?<![a-z])(?:${named}) (?:(?:of|for|des|der|fur|du|de la|de|del|al|a|van|voor|di|della|alla|da|do) (?:the |la |el |il |l')?)?((?:[a-z'-]+ ){0,2}[a-z'-]*\\d(?:[a-z\\d.-]*[a-z\\d])?)`,
);

/** The numbered thing whose acceptance a sentence names, as printed; `null` where it names none so. */
export function numberedAcceptance(text: string): string | null {
  const match = numberedBehind.exec(foldAligned(text));
  const [all = "", thing = ""] = match ?? [];
  if (match === null || thing === "") return null;
  const end = match.index + all.length;
  return text.slice(end - thing.length, end);
}

/** "Please take this mail as our acceptance of the …": the words are the yes, whatever they are asked to be taken for. */
const serving = new RegExp(
  `(?<![a-z])(?:this|diese[nrs]?|dies|ce|cette|este|esta|esse|essa|questa|questo|deze|dit) (?:e-?mail|mail|message|letter|note|reply|schreiben|nachricht|courriel|lettre|correo|mensaje|carta|messaggio|lettera|mensagem|bericht|brief) (?:as|als|comme|como|come|for) (?:[a-z']+ ){0,3}?(?:${named})(?![a-z])`,
);
const conditional =
  /(?:^|[^a-z])(?:once|if|unless|until|provided|falls|sofern|sobald|wenn|si|des que|des lors|indien|zodra|cuando|se|quando)(?![a-z])/;

const denying = new RegExp(
  `(?:^|[^a-z])(?:${not}|without|ohne|sans|zonder|sin|senza|sem)(?:[^.;:a-z]+[a-z']+){0,3}[^a-z]*$`,
);
/** "je ne valide pas", "I don't think we accept", "wir nehmen die Treppe nicht ab": the clause of the yes denies it. */
const deniedBefore = new RegExp(
  `(?:^|[^a-z])(?:ne|n|nicht|niet|no|non|nao|not|never|cannot|[a-z]+n['’]t|(?:do|ca|wo|is|are|was|did|does|have|has|could|would)nt)(?:[^a-z.;:,]+(?!(?:and|but|und|sondern|aber|et|mais|en|maar|y|pero|sino|e|ma|mas|only|nur|seulement|alleen|solo|so)(?![a-z]))[a-z']+){0,2}[^a-z.;:,]+$`,
);
const deniedBehind =
  /^(?:[^a-z.;:,]+[a-z']+){0,4}?[^a-z.;:,]+(?:pas|nicht|niet)(?![a-z]|[^a-z]+(?:nur|only|seulement|alleen)(?![a-z]))/;
const intended =
  /(?:^|[^a-z])(?:will|shall|may|can|could|might|must|to|werden|wird|soll(?:en)?|kann|konnen|kan|kunnen|zal|zullen)(?: [a-z]+ly)?[^a-z]*$/;

/** Whether an acceptance is named that nobody gave: there is none, or somebody will or may give it. */
function isUngiven(folded: string, { index, 0: words }: RegExpExecArray): boolean {
  namedPattern.lastIndex = 0;
  const noun = namedPattern.exec(words);
  if (noun === null) return false;
  return denying.test(folded.slice(0, index + noun.index)) || intended.test(folded.slice(0, index));
}

/** A verb is denied before it or behind it ("nehmen wir nicht ab"), what is said in the passive before it. */
const isDenied = (
  folded: string,
  { index, 0: words }: RegExpExecArray,
  acting: RegExpExecArray | null,
): boolean =>
  deniedBefore.test(folded.slice(0, index)) ||
  (acting?.index === index && deniedBehind.test(folded.slice(index + words.length)));

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
  const serves = serving.exec(folded);
  const before = serves === null ? "" : folded.slice(0, serves.index);
  if (serves !== null && !denying.test(before) && !conditional.test(before))
    return span(serves, reserved.test(folded) ? null : true, "active");
  const [acting, done] = [first(activePattern), first(passivePattern)];
  const found = done ?? acting ?? first(agreedPattern);
  if (found === null || (found === acting && isUngiven(folded, found))) return null;
  if (open.test(folded.slice(0, found.index + found[0].length + 1).slice(-80))) return null;
  if (/\?\s*$/.test(folded)) return null;
  if (isDenied(folded, found, acting)) return span(found, false, "passive");
  return span(
    found,
    reserved.test(folded) ? null : true,
    found === done ? "passive" : found === acting ? "active" : "said",
  );
}

/** Papers that work is recorded on: who approves one repeats what it says. */
export const namesTimesheet =
  /(?<![a-z])(?:time ?sheets?|stundenzettel\w*|stundennachweis\w*|stundenaufstellung\w*|feuilles? (?:de temps|d'heures|de presence)|releves? d'heures|urenstaten|urenstaat|partes? de (?:horas|trabajo)|fogli? (?:ore|presenze)|folhas? de horas)(?![a-z])/;

/** A thing that must be done again is not accepted: the refusal that such words tell. */
export const toldRework = (text: string): ToldApproval | null =>
  asksForRework(text) ? { approved: false, voice: "passive", start: text.length, end: text.length } : null;
