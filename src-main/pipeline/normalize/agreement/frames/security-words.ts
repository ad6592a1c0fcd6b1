/** Words by which part of each payment is kept back or as security, and until when, folded, in seven languages. */

/** What is kept is security. */
export const asSecurity =
  /(?<!\p{L})(?:as (?:a )?(?:security|guarantee)|by way of security|als (?:sicherheit|garantie|zekerheid)|zur sicherheit|(?:a titre de|en) garantie|(?:en|como|en concepto de|a titulo de) garantia|(?:a|in|come) garanzia)(?!\p{L})/u;
/** Bills and payments, each of them. */
export const ofEachBill =
  /(?<!\p{L})(?:each|every|all|any|jede[rmns]?|alle[nr]?|chaque|cada|tod[oa]s|ogni|ciascun[oa]?|elke?|iedere?)(?: [\p{L}-]+){0,2} (?:\p{L}*payments?|invoices?|bills?|valuations?|certificates?|applications?|instal+ments?|\p{L}*rechnung(?:en)?|\p{L}*zahlung(?:en)?|raten?|factures?|situations?|paiements?|acomptes?|facturas?|certificacion(?:es)?|pagos?|fattur[ae]|pagament[oi]|sal|faturas?|pagamentos?|factuur|facturen|termijn(?:en)?|betaling(?:en)?)(?!\p{L})/u;

/** What a retention is given back on. */
export const releaseEvent =
  /\b(?:until|upon|on|at|within \d+ days (?:of|after)|after|bis zur|bis|jusqu'a|following) (?:the )?((?:final |practical |substantial )?(?:acceptance|completion|handover|inspection|approval|sign-?off|abnahme|reception|release|closeout|close-?out|matter closes|defects period|defects liability period|gewahrleistung\w*|delivery|schlussabnahme|end of the defects[a-z ]*)[a-z ]{0,30})/;

/** Tax that the payer withholds for the state: it changes what is transferred, no clause of the contract. */
export const withheldTax =
  /\b(?:irpf|inss|irrf|irs\b(?=[^.;]{0,30}%)|ritenuta d'acconto|retenc\w+ (?:na fonte|en la fuente|fiscal(?:es)?|a cuenta|de irpf)|retenue a la source|withheld at source|withholding tax(?:es)?|quellensteuer|bronbelasting|bauabzugsteuer|steuerabzug)\b/;

/** The end of what is kept only for a while. */
export const until = /\b(?:until|till|as security|pending|bis|jusqu\w*|hasta|fino|ate|tot)\b/;
