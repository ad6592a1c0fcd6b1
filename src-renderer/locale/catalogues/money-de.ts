import type { MoneyWords } from "../program-words.ts";

/** Why a payment may be for an invoice, in German; complete by its type. */
export const germanMoney: MoneyWords = {
  "settle/amount-equals": "Der Betrag ist das, was offen ist.",
  "settle/number-in-reference": "Ihr Verwendungszweck nennt {numbers}.",
  "settle/number-in-text": "Ihr Text nennt {numbers}.",
  "settle/payer-same": "{payer} ist der Kunde.",
  "settle/payer-similar": "{payer} ähnelt dem Namen des Kunden.",
  "settle/payer-differs": "Bezahlt hat {payer}, nicht {customer}.",
  "settle/account-known": "{customer} hat schon einmal von diesem Konto bezahlt.",
  "settle/amounts-add-up": "{count} offene Beträge ergeben ihn zusammen.",
  "settle/others-fit": {
    one: "{count} andere Deutung passt ebenso.",
    other: "{count} andere Deutungen passen ebenso.",
  },
  "settle/too-much": "Es sind {difference} mehr, als offen ist.",
  "settle/agreed-discount": "Es ist um das Skonto von {discount} weniger, das die Konditionen gewähren.",
  "settle/within-tolerance": "Es fehlen {difference}, die Banken einbehalten haben können.",
  "settle/part-paid": "Es ist ein Teil; {open} bleiben offen.",
  "settle/other-currency": "Bezahlt wurde in {paid}, berechnet in {billed}: den Kurs kennen nur Sie.",
};
