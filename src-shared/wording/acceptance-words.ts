import { foldWording } from "./fold.ts";

const acceptance =
  /\b(?:accept\w*|approv\w*|sign(?:ed)?[- ]?off|(?:signed|countersigned|confirmed) by (?:the |your )?(?:client|customer|owner|buyer|employer)|certif\w*|abnahme|abgenommen|freigabe|freigegeben|unterzeichnet|reception|recette|recu par|valide[es]?|validation|aceptad[oa]s?|aceptacion|aprobad[oa]s?|aprobacion|recepcion|conformidad|accettat[oa]|accettazione|approvat[oa]|approvazione|collaudo|collaudat[oa]|aceite|aceit[ao]s?|aceitacao|aprovad[oa]s?|aprovacao|rececao|oplevering|opgeleverd|acceptatie|geaccepteerd|goedkeuring|goedgekeurd|akkoord)\b/;

/** Whether words make something due only when somebody has accepted it: "Design, approved", "Handover, signed by client". */
export const asksForAcceptance = (text: string): boolean => acceptance.test(foldWording(text));
