import type { ReadinessWords } from "../program-words.ts";

/** What agreements leave open, in French; complete by its type. */
export const frenchReadiness: ReadinessWords = {
  "readiness/currency/question": "Dans quelle devise sont ces prix ?",
  "readiness/currency/wording": "Tous les montants sont en dollars des États-Unis.",
  "readiness/parties/question": "Qui sont les deux parties, et laquelle est payée ?",
  "readiness/standing/question": "Est-ce signé ou accepté, et à quelle date ?",
  "readiness/start/question": "À partir de quel jour ces conditions valent-elles ?",
  "readiness/start/wording": "Cet accord prend effet le jour de la dernière signature.",
  "readiness/hours-per-day/question": "Combien d’heures compte une journée ?",
  "readiness/hours-per-day/wording": "Une journée compte huit heures.",
  "readiness/unit/question": "De quoi {item} est-il le prix : d’une heure, d’une pièce, d’une période ?",
  "readiness/escalator-date/question":
    "À partir de quel jour les prix montent-ils pour la première fois, et d’eux-mêmes ou sur avis ?",
  "readiness/escalator-date/wording": "Les prix montent à chaque anniversaire du début, sans avis.",
  "readiness/index-table/question": "Quelle table de {index} compte, et quel mois est comparé à quel autre ?",
  "readiness/index-table/wording": "L’indice publié pour octobre est comparé à celui d’octobre précédent.",
  "readiness/time-approval/question": "Qui approuve le temps avant qu’il soit facturé ?",
  "readiness/time-approval/wording": "Le temps est facturé tel que le client l’a approuvé par écrit.",
  "readiness/time-approval/assumption": "Ce qui n’est pas approuvé ne compte pas.",
  "readiness/fee-periods/question": "Quand les redevances commencent-elles et finissent-elles ?",
  "readiness/fee-periods/wording": "Les redevances courent du jour du début au dernier jour de la durée.",
  "readiness/fee-periods/assumption": "Chaque période est facturée une fois.",
  "readiness/fee-timing/question": "Les redevances sont-elles facturées avant leur période ou après ?",
  "readiness/fee-timing/wording": "Les redevances sont facturées chaque mois d’avance.",
  "readiness/cap-contents/question": "Le plafond comprend-il les frais, et la taxe ?",
  "readiness/cap-contents/wording": "Le plafond comprend les honoraires et les frais, hors taxe.",
  "readiness/cap-contents/assumption": "Les honoraires seuls, hors taxe et hors frais remboursés.",
  "readiness/tier-method/question":
    "Le prix du palier atteint vaut-il pour toutes les unités, ou seulement pour celles du palier ?",
  "readiness/tier-method/wording": "Le prix de chaque palier ne vaut que pour les unités de ce palier.",
  "readiness/tier-period/question":
    "Sur quelle période les unités sont-elles comptées avant de repartir de zéro ?",
  "readiness/tier-period/wording": "Les unités sont comptées par mois civil.",
  "readiness/minimum-period/question":
    "Pour quelle période vaut le minimum, et s’apprécie-t-il avant ou après les remises ?",
  "readiness/minimum-period/wording": "Le minimum vaut pour chaque mois civil, avant remise et taxe.",
  "readiness/minimum-period/assumption": "Par période, avant remise et taxe.",
  "readiness/included-period/question":
    "Pour quelle période vaut la quantité comprise, et que devient le reste ?",
  "readiness/included-period/wording":
    "La quantité comprise vaut pour chaque mois civil ; le reste est perdu.",
  "readiness/proration-basis/question": "Comment une partie de période est-elle facturée ?",
  "readiness/proration-basis/wording": "Les mois entamés sont facturés selon les jours réels de ce mois.",
  "readiness/discount-base/question": "La remise porte-t-elle aussi sur les frais ?",
  "readiness/discount-base/wording": "La remise porte sur les honoraires, non sur les frais.",
  "readiness/discount-base/assumption": "Sur les honoraires seuls.",
  "readiness/tax-basis/question": "Ces prix comprennent-ils la taxe ?",
  "readiness/tax-basis/wording": "Les prix s’entendent hors taxe ; elle s’ajoute au taux légal.",
  "readiness/tax-basis/assumption": "Prix hors taxe.",
  "readiness/tax-rate/question": "Quel taux de taxe s’applique, et pour quel lieu ?",
  "readiness/tax-rate/wording": "La taxe s’ajoute au taux en vigueur au lieu de la prestation.",
  "readiness/tax-rate/assumption": "Le taux que chaque facture indique, s’il existe.",
  "readiness/payment-terms/question":
    "Quand les factures sont-elles dues, à compter de leur date ou de leur réception ?",
  "readiness/payment-terms/wording": "Les factures sont dues 30 jours après leur date.",
  "readiness/end-of-month/question":
    "La fin du mois puis les jours, ou les jours puis la fin de ce mois-là ?",
  "readiness/end-of-month/wording":
    "Les factures sont dues à la fin du mois où tombe le trentième jour après leur date.",
  "readiness/late-fee/question": "Après combien de jours les intérêts courent-ils, et par jour ou par mois ?",
  "readiness/late-fee/wording": "Les intérêts courent par jour, dès le lendemain de l’échéance.",
  "readiness/time-zone/question": "Le minuit de qui clôt une période ?",
  "readiness/time-zone/wording": "Les périodes finissent à minuit au siège du vendeur.",
  "readiness/time-zone/assumption": "Le siège du vendeur.",
  "readiness/rounding/question": "Comment les montants sont-ils arrondis, par ligne ou sur le total ?",
  "readiness/rounding/wording": "Chaque ligne est arrondie au centime, le demi vers le haut.",
  "readiness/rounding/assumption": "Le demi vers le haut, par ligne.",
  "readiness/required-fields/question": "Que doit indiquer une facture ?",
  "readiness/required-fields/wording":
    "Chaque facture indique le numéro de commande et la période de prestation.",
  "readiness/required-fields/assumption": "Numéro, date, parties, période et totaux.",
  "readiness/acceptance/question": "Qui réceptionne, sous quelle forme, et le silence compte-t-il ?",
  "readiness/acceptance/wording": "Ce qui n’est pas refusé sous dix jours ouvrés est réceptionné.",
  "readiness/acceptance/assumption": "Non réceptionné tant qu’aucune réception n’est consignée.",
  "readiness/milestone-sum/question":
    "De quelle somme ces pourcentages sont-ils, avec ou sans les avenants ?",
  "readiness/milestone-sum/wording":
    "Les pourcentages sont ceux du prix du contrat avec tous les avenants approuvés.",
  "readiness/extras/question": "Que faut-il à un supplément avant d’être facturé ?",
  "readiness/extras/wording": "Un supplément demande un accord écrit qui en dit le montant.",
  "readiness/extras/assumption": "Un supplément demande un accord écrit.",
  "readiness/retention-steps/question":
    "Le taux réduit vaut-il pour tous les travaux ou seulement pour le reste ?",
  "readiness/retention-steps/wording":
    "À partir de la moitié, cinq pour cent de tous les travaux faits sont retenus.",
  "readiness/schedule-of-values/question": "Comment la somme du contrat se décompose-t-elle ?",
  "readiness/schedule-of-values/wording": "L’avancement est facturé selon la décomposition du prix jointe.",
  "readiness/expenses/question": "Les frais sont-ils facturés, au coût ou avec une majoration ?",
  "readiness/expenses/wording": "Les frais approuvés sont facturés au coût, sur justificatifs.",
  "readiness/expenses/assumption": "Non facturables sauf accord.",
  "readiness/multipliers/question": "Les majorations s’ajoutent-elles quand deux s’appliquent ?",
  "readiness/multipliers/wording": "Quand plusieurs s’appliquent, la plus haute compte seule.",
  "readiness/multipliers/assumption": "Une seule majoration, la plus haute.",
  "readiness/missing-document/question":
    "Où est {name} ? Des prix y renvoient, et il n’est pas parmi les fichiers.",
  "readiness/precedence/question": "Cette clause sur le document qui l’emporte vaut-elle ?",
  "readiness/precedence/assumption":
    "L’avenant avant le cahier des charges avant l’accord-cadre, le plus récent avant le plus ancien.",
  "readiness/estimate-firmness/question": "Ces montants sont-ils fermes, un plafond ou une indication ?",
  "readiness/estimate-firmness/wording": "Les montants sont fermes.",
};
