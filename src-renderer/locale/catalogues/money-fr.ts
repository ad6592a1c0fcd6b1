import type { MoneyWords } from "../program-words.ts";

/** Why a payment may be for an invoice, in French; complete by its type. */
export const frenchMoney: MoneyWords = {
  "settle/amount-equals": "Le montant est ce qui est ouvert.",
  "settle/number-in-reference": "Sa référence nomme {numbers}.",
  "settle/number-in-text": "Son texte nomme {numbers}.",
  "settle/payer-same": "{payer} est le client.",
  "settle/payer-similar": "{payer} ressemble au nom du client.",
  "settle/payer-differs": "{payer} a payé, et non {customer}.",
  "settle/account-known": "{customer} a déjà payé depuis ce compte.",
  "settle/amounts-add-up": "{count} montants ouverts le donnent ensemble.",
  "settle/others-fit": {
    one: "{count} autre lecture convient aussi.",
    other: "{count} autres lectures conviennent aussi.",
  },
  "settle/too-much": "Il y a {difference} de plus que ce qui est ouvert.",
  "settle/agreed-discount": "Il y a en moins l’escompte de {discount} que donnent les conditions.",
  "settle/within-tolerance": "Il manque {difference}, que des banques ont pu garder.",
  "settle/part-paid": "C’est une partie ; {open} restent ouverts.",
  "settle/other-currency": "Payé en {paid} et facturé en {billed} : vous seul connaissez le cours.",
};
