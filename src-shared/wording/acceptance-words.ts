import { foldWording } from "./fold.ts";

const acceptance =
  /\b(?:accept\w*|approv\w*|sign(?:ed|s|ing)?[- ]?off|sign(?:ed|s|ing)? (?:it|them|each|this) off|(?:signed|countersigned|confirmed) by (?:the |your )?(?:client|customer|owner|buyer|employer)|(?:you|client|customer|owner|buyer) (?:have |has |had )?(?:confirm(?:ed|s)?|signed)|your (?:written |prior )?confirmation|ihre[rm]? (?:schriftlichen? )?bestatigung|votre confirmation|su confirmacion|vostra conferma|uw bevestiging|certif\w*|abnahme\w*|abgenommen\w*|abnimmt|freigabe|freigegeben\w*|freigibt|genehmigt|genehmigung|unterzeichnet|reception|recette|recu par|valide[es]*|validation|valid(?:ent|ees?)|approuv\w+|approbation|aceptad[oa]s?|aceptacion|acept[ae]n?|aprobad[oa]s?|aprobacion|apruebe[n]?|aprueba[n]?|recepcion|conformidad|accettat[oaie]|accettazione|accett[ai](?:no)?|approvat[oaie]|approvazione|collaudo|collaudat[oaie]|aceite[s]?|aceit[ao]s?|aceitar|aceitacao|aprovad[oa]s?|aprovacao|aprov[ae]r?|rececao|oplevering|opgeleverd|acceptatie|geaccepteerd|aanvaard\w*|goedkeuring|goedgekeurd|goedkeurt|akkoord)\b/;

/** Whether words make something due only when somebody has accepted it: "Design, approved", "Handover, signed by client". */
export const asksForAcceptance = (text: string): boolean => acceptance.test(foldWording(text));

/** "… by the client", "… durch den Kunden": who accepts is no part of what is accepted. */
const byWhom =
  "(?: (?:by|from|with|durch|vom|von|par|avec|door|por|pelo|dal?)(?: (?:the|your|our|den|dem|die|der|le|la|el|il|het|de|o|a))? (?:client|customer|owner|buyer|employer|kunden?|kundin|auftraggeber(?:in)?|bauherrn?|maitre d'ouvrage|opdrachtgever|klant|cliente|comitente|committente)s?(?![a-z]))?";

const reached = new RegExp(
  `${acceptance.source}${byWhom}|\\b(?:delivered|completed?|finished|done|signed|submitted|geliefert|fertiggestellt|abgeschlossen|eingereicht|livree?s?|acheve[es]?|terminee?s?|remise?s?|entregad[oa]s?|terminad[oa]s?|presentad[oa]s?|visad[oa]s?|consegnat[oaie]|completat[oa]|ultimat[oa]|presentat[oa]|entregues?|concluid[oa]s?|geleverd|afgerond|voltooid|ingediend)\\b${byWhom}`,
  "g",
);

/** The name of a stage without the words for what must become of it: "anteproyecto" of "Anteproyecto entregado y aceptado". */
export const stageNameOf = (text: string): string => foldWording(text).replace(reached, " ").trim();

/** "M2", "H3", "LP5": the codes that stages are counted by, a letter or two with a number; each once. */
export const stageCodesIn = (text: string): readonly string[] => [
  ...new Set(foldWording(text).match(/\b[a-z]{1,2}\d{1,2}\b/g)),
];
