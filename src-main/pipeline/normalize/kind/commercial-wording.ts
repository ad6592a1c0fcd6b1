/**
 * How agreements of any trade word their commercial terms, folded, by language: rules for what will be charged.
 *
 * An invoice states what is charged; it says none of this except what its small print repeats.
 */
const wordings: readonly string[] = [
  // English: who pays whom how, what holds how long, what costs extra.
  "(?:is|are|be|gets?|will be|shall be|may be) (?:then )?(?:charged|billed|invoiced|priced|credited|reimbursed|recharged|passed (?:through|on))\\b",
  "(?:client|customer|buyer|owner|shipper|lessee|licensee|tenant|hospital|trust|agency|provider|supplier|contractor|consultant|vendor|carrier|company|we|us|you) (?:shall |will |agrees? to )?(?:pays?|invoices?|bills?|charges?|reimburses?|may charge|may raise|guarantees?|commits?)\\b",
  "(?:invoices?|bills?|accounts?|statements?|charges?|fees?) (?:is|are|fall|falls|go|will be|shall be|become) (?:issued|sent|submitted|due|payable|paid|settled|out|rendered)\\b",
  "(?:prices?|rates?|fees?|charges?) (?:are|is|will|shall|hold|holds|rise|rises|go|goes|stay|apply|applies|increase|may|remain|do)\\b",
  "\\bper (?:hour|day|week|month|year|annum|calendar month|visit|call|guest|unit|user|seat|lift|mile|load|word|page|bin|ton|tonne|sample|session)\\b|\\ban hour\\b|\\ba month\\b|\\ba year\\b|/ ?(?:hr|hour|mo|month|day)\\b",
  "\\b(?:costs?|adds?|owes?) (?:an? )?(?:extra )?(?:[$€£]|(?:usd|eur|gbp|chf|cad|aud)\\b)|\\b(?:each|every) (?:additional|extra|further|started)\\b",
  "\\b(?:we|i) (?:charge|bill|invoice|keep|bring|look after|supply|will do)\\b|\\b(?:is|are) payable\\b|\\byou pay\\b|\\b(?:\\d+|[a-z]+) days (?:after|from|of) (?:the )?(?:date|invoice|statement|receipt|last|delivery)\\b|\\bhalf (?:of the total|up front|on booking)\\b",
  "(?:days?|weeks?|months?)['’]? (?:prior |written |advance )*notice\\b|notice (?:period|of (?:termination|non-?renewal|cancellation))",
  "\\b(?:initial|minimum|renewal|subscription) (?:term|period)\\b|\\brenew(?:s|ed|al|ing)?\\b|\\bstays? in (?:effect|force)\\b|\\b(?:agreement|contract) (?:is for|runs|starts|begins|lasts|commences|may be)\\b|\\bmonth to month\\b",
  "\\b(?:retainer|minimum charge|minimum fee|lump sum|flat fee|fixed (?:fee|price)|deposit of|down payment|surcharge of|service charge|call-?out|in advance|in arrears|up front|not to exceed|at cost|cost plus|mark-?up)\\b",
  // German
  "\\b(?:werden|wird|sind|ist) (?:[\\p{L}]+ ){0,6}(?:berechnet|abgerechnet|vergutet|erstattet|fallig|zahlbar|erhoben|vereinbart)\\b",
  "\\b(?:je|pro) (?:stunde|tag|monat|jahr|quartal|einsatz|stuck|anlage|woche|kilometer|seite|wort|m2)\\b|stundensatz|tagessatz|pauschal|zuschlag|kundigung|laufzeit|verlangert sich|zuzuglich|zzgl|frist von|skonto|abschlag|anzahlung|bei auftragserteilung|nach abnahme",
  // French
  "\\b(?:sont|est|seront|sera) (?:facture|regle|rembourse|payable|revise|du|due|plafonne|exigible|applique)[a-z]*|\\bprend effet\\b|tacite reconduction|preavis|forfait|acompte|taux horaire|redevance|par (?:mois|jour|heure|an)\\b|de l'heure|retenue de garantie|hors taxes?|en sus|majore",
  // Spanish, Portuguese
  "\\b(?:se facturan?|se facturaran?|se pagaran?|abonara|se repercuten?|se actualizara|sera[on]? (?:facturad|pagad|cobrad)[a-z]*|serao|sera pago|prorrogable|preaviso|por mes anticipado|por adelantado|cuota mensual|entra en vigor|a hora|la hora|por hora|por dia|al mes|por mes|mensais|mensal|mensual|vigencia|renova-se|aviso previo|adicional custa|sobretaxa|recargo|anticipo|retencion|hitos?)\\b",
  // Italian
  "\\b(?:sono|e|sara|saranno|viene|vengono) (?:fatturat|rimborsat|pagat|dovut|corrispost|aggiornat|applicat)[a-z]*|\\ball'ora\\b|canone|corrispettivo|compenso|preavviso|rinnov[a-z]+|decorre dal|acconto|a pie di lista|posticipat[a-z]|anticipat[a-z]|maggiorazione|data fattura",
  // Dutch
  "\\b(?:wordt|worden|zijn|is) (?:[\\p{L}]+ ){0,5}(?:gefactureerd|berekend|betaald|vergoed|verschuldigd|aangepast|verlengd|in rekening gebracht)\\b|per (?:uur|dag|maand|jaar|beurt|stuk|week|kwartaal)\\b|opzegging|opzegtermijn|onbepaalde tijd|looptijd|gaat in op|toeslag|achteraf|vooraf|aanbetaling|voorrijkosten|\\b(?:wij|we) (?:factureren|rekenen|brengen)\\b|(?:factureren|rekenen|brengen) (?:wij|we)\\b|\\bu betaalt\\b|na factuurdatum|te late betaling",
];

const patterns: readonly RegExp[] = wordings.map((wording) => new RegExp(wording, "gu"));
/** One way of wording counts a few times at most: a rate card says "per hour" in every row. */
const mostOfOneWording = 3;

/** How often the text words commercial terms, each way of wording counted at most three times. */
export function countCommercialWordings(folded: string): number {
  let total = 0;
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    let found = 0;
    while (found < mostOfOneWording && pattern.exec(folded) !== null) found += 1;
    total += found;
  }
  return total;
}
