/** The pilot and the measures in German, as far as they came after the first catalogue. */
export const germanWorth = {
  "pilot.candidatesSilent":
    "Im Schatten behält das Programm seine Empfehlungen für sich, bis eine Person entschieden hat: {count, plural, one {# offenen Fall} other {# offene Fälle}} empfähle es freizugeben.",
  "pilot.held.known-layout":
    "{customer}: seit {number} wieder bei einer Person, weil die Gestaltung neu ist; bis eine solche Rechnung freigegeben ist",
  "pilot.held.known-terms":
    "{customer}: seit {number} wieder bei einer Person, weil die Bedingungen eine neue Fassung haben; bis eine solche Rechnung freigegeben ist",
  "advice.title": "Empfohlen: {verdict}",
  "advice.alone": "jede Bedingung für die Freigabe ohne Person ist erfüllt",
  "offer.label": "Zur Freigabe empfohlen",
  "offer.text":
    "{count, plural, one {# Rechnung ist} other {# Rechnungen sind}} zur Freigabe empfohlen, und keine Bedingung hält sie zurück.",
  "offer.approve": "{count, plural, one {Freigeben} other {Alle # freigeben}}",
  "command.approveOffered": "Freigeben, was zur Freigabe empfohlen ist",
} as const;
