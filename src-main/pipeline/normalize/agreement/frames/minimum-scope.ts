const articles =
  "(?:(?:the|die|der|das|den|dem|de|het|le|la|les|el|los|las|il|lo|i|gli|o|a|os|as) |l'|all'|dell')?";
const thing = "(?<thing>\\p{L}[\\p{L}-]{2,30}(?: (?:and |und |et |y |e |en )?\\p{L}[\\p{L}-]{2,30}){0,2}?)";

/** "Voor opslag geldt een minimum van", "Für die Lagerung gilt ein Mindestbetrag": what the sentence opens with. */
const opening = new RegExp(
  `^(?:for|fur|voor|pour|para|per) ${articles}${thing},? (?:a minimum|the minimum|there is|is|gilt|gelten|geldt|wird|un minimum|le minimum|il est|il y a|se aplica|hay|existe|si applica|e previsto|aplica-se|ha) `,
  "u",
);
/** "A minimum of £1,250.00 applies to storage", "un minimum … s'applique au stockage": what it ends with. */
const closing = new RegExp(
  `(?:applies|apply|applicable|gilt|geldt|s'applique|se aplica|si applica|aplica-se) (?:to|for|fur|voor|aux|au|a la |a l'|all'|alla|allo|al|ao|a) ?${articles}${thing}(?= ?[.,;]|$)`,
  "u",
);
/** Words for all that is billed, for whom or when: they tell no charges apart. */
const whole =
  /^(?:each|every|any|all|this|such|jede\p{L}*|alle\p{L}*|dies\p{L}*|chaque|tou[ts]\p{L}*|c[eo]s?|cette|cada|tod[oa]s?|est[ea]|ogni|tutt\p{L}*|quest\p{L}*|elke?|iedere?|deze|dit|agreement|contracts?|vertrag\p{L}*|contrat\p{L}*|contrat[oi]|overeenkomst\p{L}*|services?|leistung\p{L}*|prestations?|servici?os?|servizi\p{L}*|diensten|dienstleistung\p{L}*|fees?|charges?|entgelt\p{L}*|vergutung\p{L}*|clients?|customers?|kunde\p{L}*|auftraggeber\p{L}*|client[ei]s?|klant\p{L}*|opdrachtgever\p{L}*|months?|years?|quarters?|\p{L}*monat\p{L}*|\p{L}*jahr\p{L}*|mois|annee|mes(?:es)?|ano|mese|anno|\p{L}*maand\p{L}*|jaar|invoices?|\p{L}*rechnung\p{L}*|factur\p{L}*|fattur\p{L}*|fatur\p{L}*|factuur|work|arbeit\p{L}*)(?:\P{L}|$)/u;

/** The charges that a minimum is of, as its sentence names them ("storage"); `null` where it is of all of them. */
export function scopeOfMinimum(folded: string): string | null {
  const named = (opening.exec(folded) ?? closing.exec(folded))?.groups?.["thing"] ?? null;
  return named === null || whole.test(named) ? null : named;
}
