/**
 * Classes of words that cue, govern or veto a term, over folded text, in seven languages.
 *
 * Each entry is a piece of a linear pattern; a word boundary is added on both sides. Grow here before anywhere else.
 */
const lexemeSources = {
  charge:
    "charg(?:e|es|ed|eable|ing)|bill(?:s|ed|able|ing)?|invoic(?:e|es|ed|ing|eable)|pric(?:e|es|ed|ing)|costs?|earns?|receives?|paid|pays?|payable|compensat(?:e|ed|es|ion)|runs? at|runs|goes? out at|go out at|remunerat(?:e|ed|ion)|quoted|berechn(?:et|en|ung)|abgerechnet|vergut(?:et|ung|ungen)|verrechnet|kostet|kosten|betragt|facture[es]?|facturation|factures|remunere[es]?|remuneration|coute|prix|preise?|honorar(?:e|s|es)?|honoraires|se facturan?|se facturaran?|factura(?:do|da|dos|das|cion)|se cobran?|cobra(?:do|da|dos|das)|cuestan?|precios?|importe|tarifa|fattura(?:to|ta|ti|te|zione)|costano?|prezz[oi]|importo|compenso|corrispettivo|fatura(?:do|da|dos|das)|custam?|precos?|valor|gefactureerd|berekend|bedraagt|prijs|prijzen|vergoeding|in rekening gebracht|erhoben|vereinbart|recharged",
  rate: "rates?|tariffs?|price per|unit prices?|einzelpreis|stundens(?:atz|atze|atzen)|tagess(?:atz|atze|atzen)|satz|satze|kondition(?:en)?|taux horaire|taux journalier|taux|tjm|tarifs?|prix unitaire|labor categor(?:y|ies)|per[- ]diem|hourly|daily|blended|unit cost|bill rates?|timekeepers?|tarifas?|tarifa horaria|tariff[ae]|tariffa oraria|tarief|tarieven|uurtarie(?:f|ven)|precio unitario|prezzo unitario|preco unitario|stunden(?:verrechnungs)?s(?:atz|atze|atzen)",
  fee: "fees?|retainers?|subscriptions?|rent|rental|mrc|nrc|contract (?:sum|price|amount)|lump[- ]sum|flat|fixed[- ]price|fixed[- ]fee|price|charges?|premium|sum of|pauschal(?:e|en|preis|betrag|honorar)?|monatspauschale|jahrespauschale|festpreis|grundgebuhr|gebuhr(?:en)?|miete|abonnement|forfait(?:aire)?|redevance|loyer|prix|honoraires|license|licence|maintenance|hosting|package|total price|consideration|compensation|stipend|set[- ]?up|installation|onboarding|implementation|migration|commissioning|mobili[sz]ation|activation|cuotas?|cuota mensual|canon|abono mensual|honorarios|precio total|precio fijo|alquiler|canone|compenso|prezzo fisso|quota|honorarios|mensalidade|avenca|renda|abonnementsprijs|vaste prijs|vergoeding|aanneemsom|huur|grundpreis|monatspreis|retainer|service charge|standing charge",
  money_noun:
    "fees?|charges?|compensation|amounts?|billings?|costs?|invoices?|spend(?:ing)?|payments?|price|budget|total|consideration|contract (?:sum|price)|work orders?|services|verguetung|vergutung|gesamtvergutung|honorar|kosten|budget|prix|montant|honoraires",
  cap: "not (?:to )?exceed(?:ing)?|not go (?:beyond|above|over|past)|never more than|(?:shall|will|must|may) not be exceeded|not[- ]to[- ]exceed|(?:shall|will|may|must|can|does|do) not(?: in any event| at any time| collectively| in aggregate| under any circumstances)? exceed|(?:in )?no event (?:shall|will|may)[^.;]{0,80}? exceed|never exceed|no(?: single)? [a-z -]{2,30} (?:may|shall|will) (?:exceed|top)|no more than|nte|at most|capped|caps?|ceiling|guaranteed maximum|gmp|upset limit|upset|maximum (?:fee|fees|amount|price|compensation|contract|budget|total|value|sum|cost|payable|charge|billable|of)|maximum|limited to|limit(?:ed)?|without further approval|up to and not above|top out|not surpass|budget(?:ed)?(?: for [a-z ]{2,40}?)? (?:of|is)|gedeckelt|deckelung|obergrenze|hochstens|hochstbetrag|kostendach|maximal|nicht (?:ubersteigen|uberschreiten)|plafonn(?:e|ee|es|ees|ement)|plafond|ne (?:peut|peuvent|saurait|pourra)[^.;]{0,30} (?:exceder|depasser)|n'excedera|no (?:podran?|excederan?|superaran?|exceda|supere)(?: [a-z]+){0,2}|no (?:excedera|superara)|maximo de|hasta un maximo|limite de|tope de|non (?:superera[a-z]*|potra[a-z]* superare|eccedera[a-z]*|supereranno)|massimo di|fino a un massimo|nao (?:podera[a-z]* exceder|excedera[a-z]*|ultrapassara[a-z]*)|no maximo|limitado a|maximaal|ten hoogste|niet meer (?:bedragen )?dan|plafond van|zal niet (?:overschrijden|overstijgen)|dans la limite",
  minimum:
    "minimum|at least|not (?:be )?less than|no less than|floor|commit(?:s|ment|ted)?|guarantee[sd]?|take[- ]or[- ]pay|shortfall|regardless of (?:usage|volume)|falls? short|fall short of|mindest(?:umsatz|abnahme|vergutung|menge|betrag)?|mindestens|minimum garanti|montant minimum|true[d]?[- ]up|minimo(?: de| di)?|al menos|como minimo|almeno|minimum van|minimaal|ten minste|consumo minimo|facturacion minima|fatturato minimo|pelo menos|no minimo|kleinstauftrag|mindestens|mindestabrechnung",
  include:
    "include[sd]?|including|covers?|covered|bundle[sd]?|allowance|entitle[sd]?|entitlement|no (?:extra|additional) (?:charge|cost)|free|first|form part of|comprise[sd]?|buys?|prepaid block|allotment|inklusive|inkl\\.?|enthalten|umfasst|beinhaltet|inclus(?:es|e)?|comprend|compris(?:es|e)?|incluid[oa]s?|incluye|inclus[oaie]|comprende|compreso|compresi|inclui|inbegrepen|omvat|gratuit[oae]s?|gratis|kostenlos|im preis",
  excess:
    "over|above|beyond|past|exceed(?:s|ing|ed)?|additional|extra|further|thereafter|excess|used up|overage|overages|overruns?|in excess of|weitere[rnsm]?|daruber hinaus|zusatzliche[rnsm]?|mehrstunden|au-dela|supplementaires?|depassement|every one after|each one after|adicional(?:es)?|suplementari[oa]s?|exceso|por encima de|aggiuntiv[oaei]|oltre|eccedent[ei]|supplementar[ei]|adicionais|acima de|excedente|extra|meerwerk|boven|elk(?:e)? volgende?|weiterhin",
  advance:
    "in advance|upfront|up[- ]front|prepaid|ahead|on the first(?: day)?|im voraus|vorab|vorschussig|d'avance|a l'avance|terme a echoir|in advance of|por (?:mes(?:es)? )?(?:adelantado|anticipado)|por mes(?:es)? anticipados?|anticipadamente|anticipat[oaie]|in anticipo|antecipad[oa]s?|adiantad[oa]|vooraf|vooruit|bij vooruitbetaling|zum beginn|zu beginn|jeweils zum (?:ersten|beginn)|for the month ahead|on the 1st|quarterly ahead|d'avance",
  arrears:
    "in arrears?|(?:for|in) the month before|(?:for|in) the (?:month|week|quarter|period) just (?:gone|ended|past)|after the month in which|after the month of|for the (?:prior|previous|preceding) month|as performed|on completion|after (?:the )?(?:end|close) of (?:each|the) (?:month|quarter)|behind|nachtraglich|nachschussig|rueckwirkend|a terme echu|terme echu|following (?:the )?(?:end|close) of (?:each|the)|at the end of each|at month[- ]end|for services (?:performed|rendered) (?:in|during) the (?:prior|previous|preceding)|a mes vencido|por meses? vencidos?|vencido|posticipat[oaie]|postcipad[oa]|achteraf|no final de cada mes|a fine mese|al final de cada mes|zum monatsende|am monatsende|(?:at|on) the (?:end|last day) of (?:the|each|every) (?:month|quarter|week)|chaque fin de mois|after the event|after delivery|on the last day of (?:each|every)",
  up: "increas(?:e|es|ed|ing)|rise[sn]?|adjust(?:ed|ment|ments|s)?|uplift(?:ed)?|escalat(?:e|es|ed|ion|or)|index(?:ed|ation)?|step(?:s)? up|go(?:es)? up|grow[s]?|raise[sd]?|raising|preisanpassung|erhoh(?:t|en|ung)|angepasst|anpassung|steigt|steigen|augment(?:e|ent|ation|er|ee|es)|revis(?:e|es|ee|ion)|reevalu(?:e|ation)|cpi|cpi-u|rpi|vpi|consumer price index|syntec|actualiza(?:ra|ran|cion|do|da)?|revisa(?:ra|ran)|incrementa(?:ra|ran)?|aument(?:a|ara|era|o|i|eranno)|ipc|istat|adegua(?:ti|to|mento|ta)|rivaluta(?:to|ti|zione)|atualiza(?:do|da|cao|dos)|ipca|aangepast|verhoogd|geindexeerd|indexering|cbs|stijg(?:en|t)|put up|raised",
  hold: "retain(?:s|ed|age)?|retention|withh(?:old|olds|eld|olding)|hold(?:s)? back|held back|holdback|reserve[sd]?|kept back|is kept|are kept|held until|sicherheitseinbehalt|einbehalt(?:en)?|einbehalt|retenue(?: de garantie)?|retenus?|retencion|retendra|retiene|ritenuta|trattenuta|trattiene|retencao|reten|inhouding|ingehouden|withheld",
  release: "release[sd]?|pay over|paid over|refund(?:ed|s)?|due on|returned",
  late: "overdue|past[- ]due|late|unpaid|delinquent|not (?:been )?paid when due|not paid (?:by|within|when)|outstanding after|verzug(?:s|szinsen)?|verspatet|retard|en retard|impaye(?:s|es)?|late charge|late fee|finance charge|interest|mora|vencid[oa]s?|demora|ritardo|ritardato|atraso|te laat|achterstallig",
  interest:
    "interest|late (?:payment )?(?:fee|charge|penalty)|finance charge|apr|zinsen|verzugszinsen|interets?|penalites? de retard|surcharge|intereses?|interessi|juros|rente|mora|verzugszinsen|penalites?",
  accept:
    "accept(?:s|ed|ance)?|approv(?:e|es|ed|al)|sign(?:s|ed)?[- ]?off|certif(?:y|ies|ied|icate)|deemed|in production use|abnahme|abgenommen|genehmigt|recette|reception|accepte(?:e|s|es)?|repute|aceptacion|aprobacion|recepcion|conformidad|accettazione|collaudo|approvazione|aceitacao|aprovacao|rececao|oplevering|acceptatie|goedkeuring|freigabe",
  reimburse:
    "reimburs(?:e|es|ed|able|ables|ement)|at cost|actual(?:s| costs?)?|out[- ]of[- ]pocket|disbursements?|pass(?:ed)?[- ]through|expenses?|travel|mileage|lodging|meals|per diem|airfare|subsistence|materials? (?:at|are|is)|spesen|auslagen|reisekosten|fahrtkosten|ubernachtung|frais|debours|au reel|justificatifs?|receipts|receipts? for|markup|mark-up|marked up|cost plus|gastos|desplazamientos?|kilometraje|dietas|rembolsad[a-z]*|reembols[a-z]*|al coste|a coste|justificantes|spese|rimbors[a-z]*|a pie di lista|trasferta|al costo|despesas|reembols[a-z]*|ao custo|onkosten|reiskosten|vergoed|tegen kostprijs|zum einkaufspreis|einkaufspreise?n?|selbstkosten|rembourse[a-z]*|net cost|what we pay",
  early:
    "if (?:the )?(?:client|customer|buyer|you|[a-z]+) (?:pays?|settles?|remits?) (?:[a-z]+ ){0,3}(?:within|in)|if paid (?:within|in|by|inside|on or before)|(?:for |upon )?(?:prompt|early) payment|if (?:payment|settlement) is (?:made|received) (?:within|inside|by)|paid (?:within|inside|in)|skonto|escompte|prompt[- ]pay(?:ment)?|settled (?:within|inside)|discount for payment|pronto pago|sconto cassa|desconto de pronto pagamento|bij betaling binnen|betalingskorting|kredietbeperking|bei zahlung (?:binnen|innerhalb)|early payers?|(?:may be )?(?:taken|deducted) when",
  reduce:
    "bonus(?:es)?|[a-z]*bonus|ruckvergutung|rappel|discount(?:s|ed)?|rebates?|reduc(?:e|es|ed|tion)|credit(?:s|ed)?|percent off|% off|off (?:parts|labor|list|the|all)|half off|off|less|savings?|saved|[a-z]*rabatt(?:e|s)?|nachlass|ermassigung|remise|reduction|ristourne|rabais|deduct(?:ed|ion)?|descuentos?|rebaja|scont[oi]|ribasso|descontos?|korting(?:en)?|discounted|nachlasse",
  tax: "tax(?:es)?|vat|gst|hst|pst|qst|lev(?:y|ies)|sales[- ]tax|value[- ]added|mwst|mehrwertsteuer|umsatzsteuer|ust|tva|iva|btw|excise|duties|use tax|iva|impuesto|impuestos|imposta|imposte|imposto|impostos|omzetbelasting",
  pay: "pay(?:s|able|ment|ments|ing)?|paid|due|net|remit(?:ted|tance)?|settle[ds]?|settlement|zahl(?:bar|ung|ungen|ungsziel|en)|fallig|netto|begleichen|payables?|paiements?|reglement|regle[es]?|echeance|payment terms?|pagar(?:a|an)?|pagos?|abonar(?:a|an)?|vencimiento|pagament[oi]|pagat[oaie]|scadenza|saldo|liquidar|pagas?|betaald|betalen|betaling|betaaltermijn|betalingstermijn|voldaan|zahlbar|settled|terms (?:are|of)|our terms|payers",
  invoice:
    "invoic(?:e|es|ed|ing)|bill(?:s|ed|ing)?|statements?|rechnung(?:en|sstellung)?|abrechnung|abgerechnet|berechnet|in rechnung|factur(?:e|es|ation|ee|es|er)|receipt|facturas?|facturacion|facturaran?|fatture|fattura|fatturazione|faturas?|faturacao|facturen|factuur|facturering|gefactureerd|accounts (?:are|rendered)",
  term: "term|initial term|commenc(?:e|es|ing|ement)|effective|begin(?:s|ning)?|starts?|starting|in force|expir(?:e|es|y|ation)|continue[s]?|runs|duration|contract period|period of performance|end date|start date|laufzeit|vertragsdauer|vertragsbeginn|beginnt|gilt|tritt|duree|prend effet|entre en vigueur|remains? in (?:effect|force)|ends?|valid (?:from|for)|subscription period|subscription term|hire period|lease term|rental period|service period|vigencia|duracion|plazo|entra en vigor|comienza|durata|decorre(?:nza)?|scade|scadenza|ha durata|vigencia|inicio|termo|duracao|entra em vigor|looptijd|gaat in|ingangsdatum|duur|eindigt|beginn|lauft",
  renew:
    "renew(?:s|ed|al|als)?|auto[- ]renew(?:s|al)?|extend(?:s|ed)? (?:automatically|for)|automatically (?:renew|extend)|roll(?:s)? over|evergreen|verlangert|tacite reconduction|reconduit|renouvel(?:e|able|lement)|month[- ]to[- ]month|prorrog(?:able|ara|a|ado)|renov(?:ara|acion|a|able)|renovar|rinnov(?:o|a|ato|abile|era)|tacitamente|renova(?:-se|cao|do)|verlengd|verlenging|stilzwijgend|roll(?:s|ing)? over",
  notice:
    "notice|notif(?:y|ies|ication)|kundig(?:ung|ungsfrist|en|bar)|preavis|written notice|advance notice|notification|preaviso|aviso previo|preavviso|disdetta|pre-aviso|aviso|opzegtermijn|opzegging|opgezegd|denonciation|denonce",
  milestone:
    "milestones?|deliverables?|stage payments?|progress payments?|upon|(?:on|at) (?:signature|signing|acceptance|approval|delivery|completion|execution|receipt|handover|commencement|order|award|kick-?off|go-?live|submission|final)|installments?|instalments?|phase|meilenstein(?:e|en)?|abschlag(?:szahlung(?:en)?)?|schlusszahlung|bei (?:abnahme|lieferung|auftrag(?:serteilung)?|fertigstellung|ubergabe|vertragsabschluss)|jalons?|a la (?:commande|livraison|signature|reception)|situation|solde|draw|when (?:the )?[a-z ]{2,40} is (?:approved|accepted|complete|completed|delivered|signed)|hitos?|a la firma|a la entrega|a la aceptacion|alla firma|alla consegna|al collaudo|milestone|na assinatura|na entrega|bij (?:opdracht|oplevering|levering|ondertekening)|after approval|half (?:up front|on)|bei auftragserteilung|nach (?:freigabe|abnahme)|on go-live",
  deposit:
    "deposit|advance payment|advance of|down[- ]payment|prepayment|retainer deposit|booking fee|on account|mobili[sz]ation payment|pre-?payment|up-?front payment|anzahlung|vorauszahlung|acompte|arrhes|anticipo|senal|pago a cuenta|provision de fondos|acconto|caparra|adiantamento|sinal|aanbetaling|voorschot|up[- ]?front|with order|on signing|mit auftragserteilung",
  once: "one[- ]time|one[- ]off|once|single|set-?up|lump[- ]sum|flat|fixed[- ]price|nrc|non-?recurring|total|einmalig(?:e|en|er)?|pauschal(?:e|preis|betrag)?|festpreis|forfait(?:aire)?|unique|installation|onboarding|mobili[sz]ation|activation|unico|unica|una sola vez|alta|forfait|una tantum|unico|eenmalig(?:e)?|set[- ]?up and strike|pago unico|pauschal[a-z]*",
  recurring:
    "monthly|quarterly|annual(?:ly)?|yearly|weekly|mrc|recurring|each month|per month|monatlich(?:e|en|er)?|mensuel(?:le)?|annuel(?:le)?|mensual(?:es)?|mensil[ei]|mensal|mensais|maandelijks(?:e)?|trimestral|anual|annuale",
  hedge:
    "estimat(?:e|ed|es)|about|budgetary|indicative|anticipat(?:e|ed|es)|approximately|expected|forecast|projected|rom|rough order|freibleibend|unverbindlich|geschatzt|previsionnel|indicatif",
  // Distractors: numbers that bill nothing.
  insurance:
    "insurance|insures?|insured|insurer|policy limits?|polic(?:y|ies) (?:of|with)|coverage (?:of|limits?|shall)|per occurrence|aggregate limit|general aggregate|umbrella|workers'? comp(?:ensation)?|professional liability|commercial general|malpractice|errors and omissions|versicherung(?:en|ssumme)?|haftpflicht|assurances?|deductible|self-insured|bond(?:s|ed)?|surety|seguro|responsabilidad civil|assicurazione|polizza|seguro|verzekering|indemnity insurance|cover",
  liability:
    "liabilit(?:y|ies)|liable|indemnif(?:y|ies|ied|ication)|indemnit(?:y|ies)|damages|claims? (?:against|arising)|losses|consequential|haftung|haftet|schadensersatz|responsabilite|dommages|limitation of liability|aggregate liability|liquidated damages|vertragsstrafe|breach|termination fee|early termination|cancellation (?:fee|charge)|overcharge|responsabilidad|responsabilita|responsabilidade|aansprakelijkheid|aansprakelijk|danos|danni",
  wage: "[a-z]+'s? [a-z]+s (?:earn|make|are paid)|(?:drivers?|employees?|workers?|cleaners?|temps?|crew|staff) (?:earn|earns|receives?|are paid|is paid|make|makes)|pays? its|salar(?:y|ies)|wages?|pay rate|minimum wage|prevailing wage|take[- ]home|payroll tax(?:es)?|gehalt|lohn|mindestlohn|salaires?|bonus(?:es)?|employees? (?:is|are|will be) paid|stock|per share|shares of|common shares|share capital|equity|warrants?|options? to purchase|par value|principal amount|loan|promissory|purchase price of the (?:shares|stock|business|property)|royalt(?:y|ies)|net sales|gross revenue|revenue share|net revenue|commissions?",
  history:
    "last (?:season|month|summer|winter|autumn|spring|time)|before this (?:agreement|contract)|the year before|currently (?:pays?|paying|paid|charged|charges|uses|spends)|previous(?:ly)?|formerly|in the past|historical(?:ly)?|prior to this agreement|last year|bisher(?:ige[rn]?)?|jusqu'ici|at present (?:pays?|paying|charged|spends)|used to|to date has|had been",
  listprice:
    "list(?: price)?|standard (?:rate|rates|price|fee)|regular price|published|msrp|rack rate|retail price|normally|instead of|in lieu of|listenpreis|usual (?:rate|price)|was|valued at|value of|worth",
  threshold:
    "approval (?:of|by|from)|must be approved by|board|authority to|delegation|orders? (?:over|above|exceeding)|purchases? (?:over|above|exceeding)|free delivery|free shipping|signing authority|threshold",
  response:
    "response times?|respon(?:d|ds|se)|resolution|resol(?:ve|ved|ution) (?:time|within)|uptime|availability|available|sla|service levels?|reaktionszeit|verfugbarkeit|disponibilite|latency|restore[d]?|acknowledge[d]?|on[- ]site within|arrive[s]? within",
  warranty:
    "warrant(?:y|ies|ed|s)|gewahrleistung|garantiefrist|sous garantie|defects?|defect liability|surviv(?:e|es|al)|confidential(?:ity)?|records? (?:for|shall|must)|retain(?:ed)? (?:records|books|documents)|non-?compete|non-?solicit(?:ation)?|data retention|maintain(?:s|ed)? (?:books|records)|return(?:s|ed) within|restrict(?:ed|ion)",
  dispute:
    "dispute[sd]?|disputing|cure[sd]?|remed(?:y|ied)|terminat(?:e|es|ed|ion)|suspend(?:s|ed)?|cancel(?:s|led|lation)?|object(?:s|ion|ions)?|contest|question(?:s|ed)? (?:an|the) invoice|arbitration|mediation|kundig(?:ung|en)|resilie[r]?|resiliation|bankruptcy|insolvency|correct the (?:invoice|error)|query",
  validity:
    "valid (?:for|until)|validity|offer expires|expires? (?:on|in|after)|open for acceptance|gultig|angebot gilt|bindend bis|valable|quote(?:d)? (?:is )?valid|good for|accepted (?:by|within)",
  refund:
    "refund(?:s|ed|able)?|repay|return to (?:client|customer|buyer)|rembours(?:e|ement)|erstatt(?:et|ung)|service credit|credited to (?:client|customer)|pays? (?:client|customer|buyer) (?:a )?(?:penalty|credit)|forfeit",
  example:
    "for example|e\\.g\\.|for instance|by way of (?:example|illustration)|zum beispiel|z\\. ?b\\.|par exemple|such as a|illustrat(?:e|ion|ive)|would be|would cost|if we assume",
  identifier:
    "p\\.? ?o\\.? box|postcode|zip|phone|tel\\.?|telephone|fax|iban|account (?:no|number)|license (?:no|number)|iso|version|room|suite|floor|page|telefon|fon|bic|ein|tin|reg(?:istration)? (?:no|number)|hrb|siret|building",
  modality: "may|should|expects?|target(?:s|ed)?|intends?|anticipates?|hopes?|soll(?:te)?|kann|peut|pourra",
} as const;

export type LexemeClass = keyof typeof lexemeSources;

const compiled = new Map<LexemeClass, RegExp>();

/** Pattern of a class, with word boundaries that know letters beyond ASCII have been folded away. */
export function lexemePattern(name: LexemeClass): RegExp {
  let pattern = compiled.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?<![a-z0-9])(?:${lexemeSources[name]})(?![a-z0-9])`, "g");
    compiled.set(name, pattern);
  }
  pattern.lastIndex = 0;
  return pattern;
}
