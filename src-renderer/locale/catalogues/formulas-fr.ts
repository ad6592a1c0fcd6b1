import type { FormulaId } from "../formula-messages.ts";

/** Words of formulas, in French; complete by its type. */
export const frenchFormulas: Readonly<Record<FormulaId, string>> = {
  "formula.netTwice": "le montant net entier de {amount} est facturé deux fois",
  "formula.twice": "le montant entier de {amount} est facturé deux fois",
  "formula.noReceipt": "le montant entier de {amount} n’a pas de justificatif",
  "formula.whole": "le montant entier de {amount}",
  "formula.fee": "les honoraires sont de {amount}",
  "formula.agreedFee": "les honoraires convenus sont de {amount}",
  "formula.agreedSurcharge": "la majoration convenue est de {amount}",
  "formula.agreedAmount": "le montant convenu est de {amount}",
  "formula.agreedAmountOf": "le montant convenu de {amount}",
  "formula.exempt": "l’accord exonère de taxe",
  "formula.billedBefore": "{amount} facturés auparavant",
  "formula.cost": "coût {amount}",
  "formula.endOfMonth": "fin du mois du {day}",
  "formula.nextBusinessDay": "jour ouvré suivant {day}",
  "formula.fromTo": "{day} au {end}",
  "formula.lines": "lignes {list}",
  "formula.oneDay": "1 jour",
  "formula.days": "{count} jours",
  "formula.months": "{count} mois",
};
