/** Words for what comes twice a year, folded, in seven languages. */
export const halfYearly =
  /\b(?:semi-?annual(?:ly)?|half-?yearly|bi-?annual(?:ly)?|twice a year|(?:each|every) six months|january and july|halbjahrlich\w*|alle (?:sechs|6) monate|semestriel\w*|semestral\w*|semestrai?s?|halfjaarlijks\w*|om de (?:zes|6) maanden)\b/;
