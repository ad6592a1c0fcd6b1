/** Words of what comes on top of a price, over folded text, in seven languages: pieces of patterns. */

/** Right behind a sum or share: "18.50 extra", "25 % en plus". */
export const onTopWords =
  "extra|more|on top|in addition|zusatzlich|hinzu|mehr|teurer|en plus|en sus|de plus|(?:de )?supplementaires?|adicional(?:es)?|adicionais|(?:de )?mas(?! de)|en concepto de recargo|in piu|aggiuntiv\\p{L}|duurder|meer|a mais";

/** What such a charge is called. */
export const extraNouns =
  "surcharges?|premium|loading|uplift|supplements?|\\p{L}{0,20}zuschlage?|\\p{L}{0,20}toeslag(?:en)?|aufschlag|aufpreis|mehrpreis|majorations?|recargos?|suplementos?|sobrecoste|incremento|maggiorazion[ei]|supplement[oi]|sovrapprezzo|sobretaxas?|acrescimos?|agravamentos?|opslag|meerprijs";

/** Verbs right before how much a price rises. */
export const raisesBy =
  "(?:increase[sd]?|raise[sd]?|rises?|goes up|go up)(?: [a-z]+){0,2} by|(?:erhoh|verteuer|steig)\\p{L}* (?:[^.;]{0,70} )?um|augment\\p{L}* de|majore\\p{L}* de|incrementa\\p{L}*(?: en)?(?: un)?|aumenta\\p{L}*(?: (?:de|di|del?|en|un))?|maggiorat\\p{L}*(?: del?)?|acrescid\\p{L}* de|acrescem?(?: (?:de|um))?|(?:se )?(?:anaden?|suman?)(?: un)?|si aggiunge(?: (?:il|un))?|sube\\p{L}*(?: un)?|(?:verhoogd|vermeerderd) met|verhogen (?:wij )?met";
