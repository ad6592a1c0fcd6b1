import { foldText } from "./values/fold.ts";

/** How somebody is turned to, folded: at the beginning of a breath, behind a word for a note at most. */
const turning = new RegExp(
  "^[^a-z\\d]*(?:(?:[a-z]+ )?(?:note|notice|message|instructions?|hinweise?|mitteilung|nachricht|anweisung|attention|achtung|important|wichtig|avis|information|nota|aviso|avviso|mensaje|mensagem|messaggio|bericht|instructie|instruccion|istruzione|let op|opmerking|remarque|consigne)[ :,-]+)?" +
    "(?:a l'attention d[eu]s?|a la atencion de(?:l)?|all'attenzione d(?:i|el|ella|ei)|t\\.a\\.v\\.|to|for|dear|hello|attn|an (?:das|die|den|alle|jede[ns]?)|fur|liebe[rs]?|hallo|a (?:l'|la|los|las|tous|toutes|todos|todas)|aux?|pour|cher|chere|al|ai|alla|allo|agli|alle|all'|per (?:il|lo|l'|la|i|gli|le)|para|aos?|voor|aan|beste|geachte)(?:[ :]|(?<='))",
);
/** How far behind the turning the machine is named. */
const addressLength = 60;

/** Programs by their names, which are written in capitals. */
const machineName = /(?<![\p{L}\d])(?:A\.?I\.?|KI|IA|LLMs?|(?:Chat)?GPT|Copilot|OCR)(?![\p{L}\d])/u;
/** Programs by what they are. */
const machine =
  /language model|[a-z]*sprachmodell|taalmodel|mod[a-z]+ (?:de )?ling?u[a-z]+|modele de langage|modelo de lenguaje|artificial intelligence|kunstliche intelligenz|kunstmatige intelligentie|intellig?[a-z]+ artific[a-z]+|\b(?:chat)?bots?\b|\b(?:ai|ki|ia)-/;
/** What does its work by itself, and the work: either may stand first. */
const byItself =
  /\bautom[a-z]+|\bauto-|maschinell|digital|virtu|software|program|logiciel|algor|syst[ei]|sistem/;
const work =
  /review|check|audit|read|verif|valid|approv|proce|pruf|kontroll|lese|freigabe|controle|controllo|control|lect|lett|lez|revis|workflow|assist|agent/;

/** What the verdict on a bill can be told to be, folded, in the imperative or the infinitive of an order. */
const verdict =
  /\b(?:approve|accept|release|clear|mark|classify|treat|consider|pass|skip|ignore|disregard|overlook|bypass|do not|don't|freigeben|freizugeben|genehmig|akzeptier|durchwink|durchlass|beanstand|markier|behandel|ohne (?:weitere )?(?:prufung|beanstandung)|valide|accepte|approuve|considere|sans (?:objection|controle|verification|reserve)|ne pas|aprueb|aprob|aprov|acept|aceit|valid[ae]|sin (?:objeci|revisi|comprob)|sem (?:obje|revis|verifi)|approva|accett|convalid|senza (?:riliev|controll|obiezion|verific)|goedkeur|keur|accepteer|markeer|beschouw|zonder (?:controle|opmerking|verder)|nao (?:assinal|report|verif)|no (?:senal|report|revis)|non (?:segnal|verific|contest)|niet (?:meld|control)|nicht (?:meld|pruf|bean))/;
/** How long an order is: the address and what is ordered. */
const orderLength = 320;

/**
 * Where a text orders a reading program to a verdict, in any language of the product: somebody turns to the machine at
 * the beginning of a sentence, and within that breath says what is to come of the bill. `null` where nobody does.
 *
 * Neither is an order alone: "AI consulting" is a service, and "please approve this invoice" speaks to a person.
 */
export function machineOrder(text: string): { readonly index: number; readonly text: string } | null {
  for (const { index } of text.matchAll(/(?:^|[.:;!?–—]\s*|\n[^\S\n]*|[([{>*]\s*)(?=\p{L})/gu)) {
    const said = text.slice(index, index + orderLength);
    const folded = foldText(said);
    const turned = turning.exec(folded);
    // "AI consulting": the name of the machine is no Italian "ai".
    if (turned === null || /^[^\p{L}]*AI\b/u.test(said)) continue;
    const address = folded.slice(0, turned[0].length + addressLength);
    const isMachine =
      machine.test(address) ||
      machineName.test(said.slice(0, address.length)) ||
      (byItself.test(address) && work.test(address));
    if (isMachine && verdict.test(folded.slice(turned[0].length))) return { index, text: said.trim() };
  }
  return null;
}
