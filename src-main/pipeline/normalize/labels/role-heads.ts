/** Names of columns that say what somebody works as, folded, in seven languages. */
const roleHead =
  /\b(?:roles?|titles?|positions?|functions?|grades?|rolle|funktion|qualifikation|fonction|poste|qualite|funcion|puesto|cargo|perfil|ruolo|qualifica|mansione|funcao|categoria|functie|rol)\b/;

/** Whether the name of a column is one of what somebody works as: "Role", "Grade", "Funktion". */
export const isRoleHead = (folded: string): boolean => roleHead.test(folded);
