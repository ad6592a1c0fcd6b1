import type { GapCode } from "../gap-codes.ts";

/** What is missing from drafts and what changed during delivery, in French; complete by its type. */
export const frenchGaps: Readonly<Record<GapCode, string>> = {
  "drafting/term-conflict":
    "« {item} » : deux clauses de même rang disent des choses différentes. Réglez laquelle vaut.",
  "drafting/term-open-question":
    "« {item} » : sa clause a une question ouverte. Répondez-y sur la fiche des clauses.",
  "drafting/term-not-confirmed":
    "La clause « {quote} » ({type}) entre dans le calcul, et personne ne l’a encore confirmée.",
  "drafting/clause-says-more":
    "« {item} » : sa clause en dit plus que ce qui peut être calculé : « {words} ».",
  "drafting/timing-unsaid":
    "« {item} » pour {period} : l’accord ne dit pas s’il est facturé au début ou à la fin de sa période.",
  "drafting/proration-unsaid":
    "« {item} » ne court que {days} de {period}, et l’accord ne dit pas comment se paie une partie de période.",
  "drafting/period-not-in-months":
    "« {item} » pour {days} : la base convenue compte des mois entiers, et ces jours n’en sont pas.",
  "drafting/index-unknown": "« {item} » suit un indice, et aucune table n’en est parmi les fichiers.",
  "drafting/compounding-unsaid": "« {item} » : l’accord ne dit pas si ses hausses annuelles se cumulent.",
  "drafting/no-price": "{count} × « {item} » ({unit}) : aucun prix n’est convenu pour ces justificatifs.",
  "drafting/price-ambiguous":
    "{count} × « {item} » : plusieurs prix conviennent : {prices}. Dites de quel rôle ou poste il s’agit.",
  "drafting/unit-differs":
    "« {item} » est noté en {unit} et tarifé en {agreed} ; l’accord doit dire combien en font un.",
  "drafting/not-approved": "Justificatifs de {period} non approuvés et laissés de côté : {count}.",
  "drafting/record-of-whom": "Justificatifs de {period} qui ne nomment ni client ni accord : {count}.",
  "drafting/record-unreadable": "Justificatifs de {period} sans quantité lisible : {count}.",
  "drafting/hours-above-day":
    "{person} a travaillé le {day} {excess} heures de plus que les {limit} facturables ; elles sont laissées de côté.",
  "drafting/price-is-ceiling": "« {item} » coûte au plus {price} : une personne dit quel prix est dû.",
  "drafting/quantity-inexact": "La quantité de « {item} » n’a pas de décimale exacte ({quantity}).",
  "drafting/quantity-unproven":
    "« {item} » se paie par {unit} pour chaque {per}, et aucun justificatif ne dit combien il y en eut en {period}.",
  "drafting/quantity-unsaid":
    "« {item} » se paie par {unit}, et aucun justificatif ne dit combien furent livrés.",
  "drafting/tier-method-unsaid": "« {item} » : l’accord ne dit pas comment s’appliquent ses paliers.",
  "drafting/tiers-do-not-cover": "« {item} » : les paliers ne couvrent pas une quantité de {quantity}.",
  "drafting/period-of-term-differs": "« {item} » compte par {per}, et le projet facture {period}.",
  "drafting/included-unclear":
    "« {item} » : ce qui est inclus n’est pas un seul chiffre convenu (il y en a {count}).",
  "drafting/rollover": "« {item} » : l’inclus se reporte de périodes antérieures, ce qui n’est pas calculé.",
  "drafting/expense-amount-unread": "Le montant du frais « {item} » était illisible.",
  "drafting/expense-currency": "Le frais « {item} » est en {currency}, l’accord en {agreed}.",
  "drafting/expenses-excluded": "L’accord ne rembourse aucun frais ; « {item} » est laissé de côté.",
  "drafting/expense-not-agreed": "Aucune clause ne dit que le frais « {item} » est remboursé.",
  "drafting/expense-above-limit": "Le frais « {item} » s’élève à {amount} ; l’accord laisse {limit}.",
  "drafting/expense-total-unknown":
    "Un frais antérieur était illisible : ce qui reste de la limite pour « {item} » est inconnu.",
  "drafting/acceptance-unclear":
    "« {item} » : son procès-verbal de réception n’est pas signé ou n’a pas de date.",
  "drafting/milestone-undated":
    "« {item} » ne demande pas de réception, et aucun justificatif ne dit qu’il est atteint.",
  "drafting/contract-sum-unknown": "« {item} » est une part d’une somme qu’aucune clause ne nomme.",
  "drafting/completion-unproven":
    "« {item} » : aucun justificatif ne dit que c’est fait. Dites-le, ou importez sa réception.",
  "drafting/billed-before-unread":
    "Une facture antérieure était illisible : ce qui reste à facturer de « {item} » est inconnu.",
  "drafting/progress-unknown": "« {item} » : ni justificatif ni personne ne dit où cela en est.",
  "drafting/progress-does-not-fit":
    "« {item} » serait fait à {percent} %, et {billed} en sont déjà facturés.",
  "drafting/minimum-of-quantity":
    "Le minimum convenu de {quantity} {unit} n’a pas un prix unique pour ce qui manque.",
  "drafting/minimum-period-unsaid": "L’accord ne dit pas pour quelle période vaut le minimum de {amount}.",
  "drafting/minimum-of-part":
    "{period} est une partie de la période du minimum de {amount} ; son prorata n’est pas dit.",
  "drafting/above-limit":
    "Avec ce projet, {total} seraient facturés ; la limite convenue est {limit}, soit {excess} de moins.",
  "drafting/condition-unknown":
    "{item} : aucun justificatif ne dit si sa condition est remplie : « {words} ».",
  "drafting/scope-not-billed": "{item} : rien sur ce projet n’est « {scope} ».",
  "drafting/retention-in-steps": "La part retenue dépend de l’avancement de tous les travaux.",
  "drafting/deposit-not-billed": "Un acompte est convenu, et aucune facture ne l’a facturé.",
  "drafting/prices-include-tax":
    "Les prix convenus comprennent la taxe ; leur partage en net et taxe revient à une personne.",
  "drafting/tax-unsaid":
    "L’accord ne dit pas quelle taxe s’ajoute à {count} lignes. Donnez un taux ; 0 en est un.",
  "drafting/tax-rate-unsaid": "L’accord ajoute {name} sans dire à quel taux.",
  "drafting/party-unknown": "L’accord ne dit pas qui est la partie ({party}).",
  "drafting/currency-unknown": "L’accord ne dit pas sa devise.",
  "drafting/agreement-not-in-force": "L’accord n’engage pas ({standing}).",
  "drafting/end-of-month-unclear":
    "Un paiement à {days} jours fin de mois se lit de deux façons ; l’échéance reste ouverte.",
  "drafting/order-ambiguous":
    "Plusieurs commandes sont ouvertes ({numbers}). Dites pour laquelle est ce projet.",
  "drafting/number-needed": "Il n’a pas encore de numéro.",
  "drafting/required-missing": "{field} est demandé et n’est pas connu.",
  "drafting/only-tax-differs":
    "Seule la taxe de {number} est fausse. Créditez-la en entier et émettez-la de nouveau : une taxe seule ne peut être une ligne.",
  "drafting/preceding-unnumbered":
    "La facture à laquelle ceci s’ajoute ou dont il se retranche n’a pas de numéro lisible.",
  "delivery/change-not-in-force": "{document} n’engage pas ({standing}).",
  "delivery/changed": "{document} a changé {item} de {before} à {amount} le {date}.",
  "delivery/added": "{document} a ajouté {item} à {amount} le {date}.",
  "delivery/limit-raised": "{document} a relevé la limite de {amount} le {date}.",
  "delivery/work": "{quantity} {unit} de {item} ont été livrés en {period}, tous approuvés.",
  "delivery/work-partly-approved":
    "{quantity} {unit} de {item} ont été notés en {period} ; {approved} sont approuvés.",
  "delivery/against-included": "{included} {unit} sont inclus ; {quantity} ont été utilisés.",
  "delivery/limit-used": "{billed} des {limit} convenus étaient déjà facturés ({percent} %).",
  "delivery/accepted": "{item} a été réceptionné le {date}.",
};
