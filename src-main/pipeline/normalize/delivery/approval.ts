import { foldText } from "../values/fold.ts";
import { asksForRework } from "./told-approval.ts";
import { nameShape } from "../values/person-name.ts";

/** Whether a record is approved and by whom, as far as it says. */
export interface Approval {
  /** `null` where nothing says so. */
  readonly approved: boolean | null;
  readonly by: string | null;
}

export const unsaid: Approval = { approved: null, by: null };

const yes =
  /^(?:y|yes|true|1|x|✓|✔|☑|🗹|\[x\]|ja|oui|si|sim|j|o|s|approved|accepted|signed|signed ?-?off|confirmed|authori[sz]ed|stamp(?:ed)?|stempel|cachet|sello|sellado|timbro|carimbo|freigegeben|genehmigt|bestatigt|anerkannt|abgenommen|unterschrieben|abgezeichnet|valide|validee?s?|approuve|accepte|signe|recu|goedgekeurd|akkoord|getekend|bevestigd|ontvangen|aprobado|aceptado|firmado|conforme|recibido|validado|approvato|accettato|firmato|ricevuto|validato|aprovado|aceite|assinado|recebido|ok|okay)[.!]?$/;
const no =
  /^(?:n|no|false|0|✗|☐|☒|\[ ?\]|nein|non|nee|nao|rejected|declined|refused|disputed|queried|cancelled|canceled|not approved|not signed|unsigned|unapproved|pending|pend|open|draft|submitted|tbc|tba|outstanding|(?:awaiting|waiting|pending) ?.*|offen|ausstehend|abgelehnt|nicht (?:genehmigt|freigegeben|anerkannt|unterschrieben|abgenommen|abgezeichnet)|en attente.*|refuse|non (?:valide|signe|approuve|accepte)|niet (?:akkoord|getekend|goedgekeurd)|afgekeurd|in behandeling|openstaand|pendiente.*|rechazado|no (?:firmado|aprobado)|in attesa.*|da approvare|respinto|non (?:firmato|approvato)|pendente.*|rejeitado|nao (?:assinado|aprovado))[.!]?$/;

const folded = (text: string): string => foldText(text).trim();

/** Yes or no where the text says so in words or ticks; anything else stays unknown. */
export const verdictOf = (text: string | null): boolean | null =>
  text === null
    ? null
    : yes.test(folded(text))
      ? true
      : no.test(folded(text)) || asksForRework(text)
        ? false
        : null;

/** The same of a column that says whether a record is billed: billing approves nothing. */
export const billableOf = (text: string | null): boolean | null => {
  const said = /^(non-?)?billable[.!]?$/.exec(text === null ? "" : folded(text));
  return said === null ? verdictOf(text) : said[1] === undefined;
};

/** What a column of states says: that a thing is approved or not; that it is "done" approves nothing. */
export const approvalOfState = (text: string | null): boolean | null => {
  const verdict = verdictOf(text);
  // "Accepted by client", "akkoord opdrachtgever": a yes with who gave it.
  if (verdict === null && approvalOf(text, "a state").approved === true) return true;
  return verdict === true && text !== null && folded(text).length < 4 ? null : verdict;
};

const nothing = /^[-–—_.\s/]*$|^(?:n\/?a|none|keine?r?|tbc|tba|\?)$/i;

/** Words in the place of a name that say that nobody signed, or where to look for it. */
const noName =
  /(?:^|[^a-z])(?:see|mail|e-?mail|phone|verbal(?:ly)?|oral(?:ly)?|absent|away|closed|unattended|unavailable|available|nobody|no one|none|not|no|left|safe|porch|reception|missing|later|follows?|required|needed|refused|unknown|unsigned|siehe|telefonisch|mundlich|abwesend|niemand|nicht|fehlt|folgt|nachgereicht|abgestellt|voir|absente?|personne|manquante?|oral|telephone|zie|mondeling|afwezig|niemand|niet|volgt|ausente|nadie|falta|pendiente|verbal|vedi|assente|nessuno|manca|ninguem|em falta)(?![a-z])/;

/** "(firmado) M. Ortiz", "X  Neil Brandt", "i.A. Winter", "ing. Luca Serra (firma)": the name without what stands around it. */
export const withoutTitles = (text: string): string =>
  text
    .trim()
    .replace(/^(?:\([^)]*\)|[x✗✓✔×](?=\s))\s*/iu, "")
    .replace(
      /^(?:(?:i\. ?a|i\. ?v|p\. ?p|p\. ?o|ing|dipl\.-ing|dr|dott|dottssa|avv|arch|geom|rag|arq|lic|prof|mag|ir|eng|hr|herr|fr|frau|mme|dhr|mevr|mw|sig|sigra|sr|sra|dª|d)\.?\s+)+(?=\p{Lu})/iu,
      "",
    )
    .replace(/\s*\([^)]*\)\s*$/u, "");

/** "R. Tan", "gez. M. Dietl", "Frau Krug 03.05." – whoever put a name has signed. */
export const signerOf = (text: string): string | null => {
  if (nothing.test(text.trim())) return null;
  return nameIn(withoutTitles(text)) ?? nameIn(text);
};

function nameIn(text: string): string | null {
  const name = text
    .replace(/^(?:gez\.?|sgd\.?|signed:?|signe:?|get\.?|fdo\.?:?|f\.?to|ass\.?:?)\s+/iu, "")
    .replace(/[,;(]?\s*(?:am |on |le |op |el |il |em |den )?\d{1,2}[./-]\d{1,2}[./-]?\d{0,4}.*$/iu, "")
    .trim();
  // "see mail", "20 pallets short" and other words in the place of a name have signed nothing.
  return nameShape.test(name) && verdictOf(name) === null && !noName.test(folded(name)) ? name : null;
}

/**
 * What a cell of approval says: yes, no, a name, or a day.
 *
 * Under a title that asks for a state a single word ("Invoiced") is a state before it is a surname.
 */
export const approvalOf = (text: string | null, asks: "a name" | "a state" = "a name"): Approval => {
  if (text === null || nothing.test(text.trim())) return unsaid;
  const verdict = verdictOf(text);
  if (verdict !== null) return { approved: verdict, by: null };
  // "Approved R. Tan", "yes – M. Day", "OK 03/05 PD"
  const [, first = "", rest = ""] = /^(\S+)[\s,:–-]+(.*)$/u.exec(text.trim()) ?? [];
  const leading = first.replace(/[^\p{L}\p{N}✓✔☑✗☐☒]/gu, "").length < 2 ? null : verdictOf(first);
  if (leading !== null)
    return {
      approved: leading,
      by: leading ? signerOf(rest.replace(/^(?:by|von|par|door|por|da)\s+/iu, "")) : null,
    };
  const by = signerOf(text);
  if (by !== null) return asks === "a name" || /[ .]/.test(by) ? { approved: true, by } : unsaid;
  return /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T,]+\d{1,2}:\d{2}.*)?$/.test(text.trim())
    ? { approved: true, by: null }
    : unsaid;
};

/** The approval without one that whoever did the work gave themselves. */
export const byAnother = (approval: Approval, person: string | null): Approval =>
  approval.by !== null && person !== null && folded(approval.by) === folded(person) ? unsaid : approval;
