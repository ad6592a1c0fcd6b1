/** The pilot and the measures in French, as far as they came after the first catalogue. */
export const frenchWorth = {
  "pilot.candidatesSilent":
    "Dans l'ombre, le programme garde ses recommandations pour lui jusqu'à ce qu'une personne ait décidé : il recommanderait de valider {count, plural, one {# cas ouvert} other {# cas ouverts}}.",
  "pilot.held.known-layout":
    "{customer} : de nouveau confié à une personne depuis {number}, car sa mise en page est nouvelle ; jusqu'à la validation d'une telle facture",
  "pilot.held.known-terms":
    "{customer} : de nouveau confié à une personne depuis {number}, car ses conditions ont une nouvelle version ; jusqu'à la validation d'une telle facture",
  "advice.title": "Recommandé : {verdict}",
  "advice.alone": "toutes les conditions d'une validation sans personne sont remplies",
  "offer.label": "Recommandées à la validation",
  "offer.text":
    "{count, plural, one {# facture est recommandée} other {# factures sont recommandées}} à la validation, et aucune condition ne les retient.",
  "offer.approve": "{count, plural, one {La valider} other {Valider les #}}",
  "command.approveOffered": "Valider ce qui est recommandé à la validation",
} as const;
