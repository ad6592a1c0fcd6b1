/** Closed lists of words of invoices and of what stands on them, folded, in seven languages. */

/** Matches whole words; `\w` of a stem is ASCII, which folded text is. */
export const words = (source: string, flags = "u"): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, flags);

/** The paper that asks for money, as a noun, and a verb for sending it. */
export const invoiceSource = [
  "(?:e-?)?invoic(?:e|es|ing|ed)|bills?|billings?|statements?|pay(?:ment)? applications?|applications? for payment|claims?|applications?(?= (?:shall|must|bears?|is|are|will|has|have|shows?|states?))",
  "\\p{L}*(?:rechnung|rechnungen|faktura|fakturen|fakturierung)|abrechnung",
  "factures?|facturation|facturez|facturons|situations?",
  "facturas?|facturacion|cfdi",
  "fattur[ae]|fatturazione|parcell[ae]",
  "faturas?|faturamento|faturacao|nota (?:fiscal|de debito)(?:/fatura)?",
  "\\p{L}*factu(?:ur|ren)|factureren|factureert|gefactureerd|facturatie|facturering|rekening(?:en)?(?! (?:nl|be)\\d)",
].join("|");

/** Says that something is to stand on a paper, or to come with it. */
export const showSource = [
  "show(?:s|n|ing)?|stat(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|bear(?:s|ing)?|list(?:s|ed|ing)?|carr(?:y|ies|ying)|giv(?:e|es|ing)|identif(?:y|ies|ying)|itemi[sz](?:e|es|ed|ing)|indicat(?:e|es|ed|ing)|mention(?:s|ed|ing)?|specif(?:y|ies|ying)|referenc(?:e|es|ed|ing)|refer(?:s|ring)? to|cit(?:e|es|ed|ing)|includ(?:e|es|ing)|display(?:s|ed|ing)?|contain(?:s|ing)?|appear(?:s)?|set(?:s|ting)? out|detail(?:s|ing)|accompan(?:y|ies|ied)|attach(?:ed|ing)?|enclos(?:e|ed|ing)|support(?:ed)? by|must have|(?:has|have) [^.;]{2,40} on (?:it|them)|goes with|go with|put|note|print(?:ed|s)?|written|noted|marked",
  "angeben|anzugeben|angegeben|geben sie|angabe|nennen|zu nennen|aufzufuhren|aufgefuhrt|fuhren|vermerken|vermerkt|auszuweisen|enthalten|enthalt|tragen|tragt|gehort|stehen|steht|beizufugen|beigefugt|beizulegen|beigelegt|beilegen|liegen|beiliegen|schreib(?:t|en)|anzuhangen|aufzuschlusseln",
  "indiqu\\w*|rappel\\w*|mention\\w*|port(?:er|ant|era|eront)|comport\\w*|figur\\w*|precis\\w*|report(?:er|ez)|join(?:t|ts|te|tes|dre|dra)|joign\\w*|mettre|obligatoires?|a l'appui|accompagnee?s?",
  "indic(?:ar|ara|aran|ando)\\w*|indiqu\\w*|cit(?:ar|ara|aran|ando)|const(?:e|ar|ara|aran)|consign\\w*|mencion\\w*|anot(?:ar|ara|e)\\w*|adjunt\\w*|acompan\\w*|figur(?:e|ar|ara|aran)|llev(?:ar|ara|aran|e|en|a|an)",
  "riport\\w*|indic(?:are|ato|ata|ando|hi|a|ano|hino)|cit(?:are|ando|ato|ano|ino)|conten(?:ere|gono|gano|ga)|contiene|alleg(?:are|ato|ata|ati|ando)|recare",
  "indica(?:r|ndo)|indique|menciona(?:r|ndo)|mencione|referir|consta(?:r)?|conter|trazer|anexa(?:r|do|da|dos)|acompanhad[ao]s?",
  "vermeld(?:en|t|ing)?|te vermelden|draagt|dragen|bevat(?:ten)?|staan|staat|noemen|bijgevoegd|bij te voegen|bijvoegen|erbij|gespecificeerd|voorzien van",
].join("|");

/** "with", as what comes along; only close before what is asked for. */
export const withSource = "with|along with|together with|mit|avec|con|met|com|samt|nebst";

/** "without", as what must not lack. */
export const withoutSource =
  "without|no|not (?:showing|stating|quoting|bearing)|lacking|missing|ohne|keine?|sans|sin|senza|sem|zonder";

/** What happens to an invoice that lacks something. */
export const refuseSource =
  "return(?:ed)?|sent back|come back|reject(?:ed)?|not (?:be )?(?:paid|payable|processed|accepted|due)|no pay(?:ment)?|never get paid|refused|bounced?|zuruck\\w*|nicht (?:bezahlt|bearbeitet|anerkannt)|unbearbeitet|keine (?:zahlung|vergutung)|keine rechnung (?:bezahlt|beglichen|angenommen)|refus\\w*|rejet\\w*|ecartee?s?|ne (?:sera|seront|peut etre|peuvent etre) pas (?:pay|regl|trait|accept)\\w*|retourn\\w*|n'est pas due?|non payee?s?|devuelt[ao]s?|rechaz\\w*|no se (?:abon|pag|tramit|acept|admit|liquid)\\w*|no seran? (?:pagad|abonad|aceptad|admitid|tramitad)\\w*|rifiut\\w*|respint\\w*|non (?:sara(?:nno)? |verra(?:nno)? |vengono |viene )?(?:pagat|liquidat|accettat|lavorat)\\w*|devolvid\\w*|recusad\\w*|nao (?:sera[o]? |sao |e )?(?:pag|aceit|processad|liquidad)\\w*|geweigerd|geretourneerd|teruggestuurd|niet (?:betaald|verwerkt|in behandeling)";

const number = "(?:numbers?|references?|nos?\\.?|nr\\.?|ref(?:erence)?s?\\.?|#|ids?|codes?)";
/** Of a number before what is numbered: "n° de commande", "numero d'ordine". */
const numeroOf =
  "(?:(?:num(?:ero|eros|\\.)?|n[°º]|n\\.?|nr\\.?|no\\.?|ref(?:erence|erencia|\\.)?|codigo|codice) ?(?:du |de la |de l'|de |d'|di |del |dell'|da |do )?)";

/** Names of the report's invoice, and how agreements call what stands there. */
export const fieldNames: readonly (readonly [string, string])[] = [
  [
    "orderReference",
    [
      `(?:purchase |work |our |your |the )*orders?(?:'s)? ?${number}|(?:our|your) orders?|purchase orders?|p\\.?/?o\\.? ?#?(?: ?${number})?|orders?: ?\\p{L}{0,5}-?\\d[\\w/-]*|wo ${number}|orders? #?\\d[\\w/-]*|order reference|load ?${number}|job number|afe|lsd`,
      "\\p{L}*bestell-?(?:nummern?|nr\\.?|ung|bezug|zeichen)|bestellung|\\p{L}*auftrags?-?(?:nummern?|nr\\.?)|(?:objekt|kreditoren|kommissions|kunden|debitoren)nummern?",
      `${numeroOf}?(?:bon de )?commandes?|${numeroOf}bc|${numeroOf}engagement`,
      `${numeroOf}?(?:pedidos?|orden(?:es)?(?: de compra)?|expediente)|folio`,
      `${numeroOf}?(?:ordin[ei])|oda`,
      `${numeroOf}?(?:encomendas?|requisicao)`,
      "(?:inkoop(?:order)?|bestel|order|opdracht)-?(?:nummers?|bon)|inkooporder",
      "(?:our|your|notre|votre|nos|vos|unsere?|ihre?|nuestr[oa]|vuestr[oa]|nostr[oa]|vostr[oa]|ns\\.?|vs\\.?|ons|onze|uw|noss[oa]|voss[oa]) (?:ref(?:erence|erenz|erencia|erentie|\\.)?|zeichen|kenmerk|riferimento|num(?:ero|mer)?|n[°º]|nr\\.?)",
    ].join("|"),
  ],
  [
    "agreementReference",
    [
      `(?:agreement|contract|subcontract|lease|sow|msa|task order|change order|assignment|confirmation|matter|file|hire) ?${number}|(?:the|this) sow|(?:your|our) (?:agreement|contract|reference)|ses number`,
      "(?:vertrags|mandats|geschafts?|vergabe|akten)-?(?:nummer|nr\\.?|zeichen)",
      `${numeroOf}(?:contrat|marche|avenant|dossier|contrato|contratto|determina|convenzione)`,
      "cig|cup|(?:contract|overeenkomst|inhuur|dossier)-?nummers?|kenmerk|riferimento",
    ].join("|"),
  ],
  [
    "projectReference",
    `project ?${number}|projektnummern?|(?:kostenstelle|kostenstellen)|projectnummers?|bauvorhaben|chantier|${numeroOf}projet|${numeroOf}obra`,
  ],
  [
    "costCenter",
    `cost cent(?:er|re)s?|centre de couts?|centro de (?:costos?|costes?)|centro di costo|kostenplaats|budget code|gl code|charge code|job code|department code|lot ${number}`,
  ],
  [
    "periodStart",
    "(?:service|billing|performance) (?:period|dates?)|period (?:of (?:service|performance)|covered)|dates? of (?:service|performance|the services|work)|leistungszeitraum|leistungsmonat|periode|period to which|weeknummers?|dates",
  ],
  [
    "lines",
    "itemi[sz]\\w*|line items?|breakdown|(?:detailed )?description of (?:the )?(?:services|work|goods)|hours worked|number of hours|hours|each task|separat\\w* labor|split by|narrative|by (?:employee|person|task|timekeeper)|aufschlusselung|gespecificeerd per|detalle",
  ],
  [
    "seller.taxId",
    `vat (?:id|registration)|(?:vat|tax|gst) ?${number}|ust-?id\\w*|steuernummer|tin|ein|abn|${numeroOf}tva|partita iva|nif|rfc`,
  ],
  [
    "bankAccount",
    "iban|bank (?:account|details)|remittance (?:details|address|information)|wire instructions|bankverbindung|coordonnees bancaires|payment details|datos bancarios|coordinate bancarie",
  ],
  ["dueDate", "due date|falligkeit\\w*|date d'echeance|fecha de vencimiento"],
  [
    "number",
    `invoice number|unique number|rechnungsnummer|factuurnummer|${numeroOf}(?:facture|factura|fattura|fatura)`,
  ],
  ["issueDate", "invoice date|date of (?:the )?invoice|rechnungsdatum|date de facture"],
  [
    "taxNote",
    'reverse charge (?:note|wording|statement)|exemption (?:certificate|number|note)|mention "?autoliquidation"?',
  ],
  [
    "attachment.timesheet",
    "(?:signed |approved )*time ?(?:sheets?|reports?|logs?)|\\p{L}*(?:stunden|tatigkeits|arbeits)(?:nachweise?|zettel|berichte?)|time records?|feuilles? (?:de temps|d'heures|de presences?)|releves? d'heures|partes? de (?:horas|trabajo)|urenstaat|urenstaten|urenbriefjes?|fogli? ore|folhas? de horas",
  ],
  [
    "attachment.receipt",
    "receipts|beleg(?:e|en)?|quittungen|justificatifs?|justificantes|comprobantes|supporting documentation|supplier invoices|bonnen|ricevute|comprovativos",
  ],
  [
    "attachment.delivery",
    "affidavits?|proof of (?:performance|posting|delivery)|delivery (?:notes?|tickets?)|(?:signed )?(?:bill of lading|bol)|packing slips?(?: no\\.?)?|albaran\\w*|document[oi] di trasporto|ddt|guias? de remessa|pakbon(?:nen)?|leverbon(?:nen)?|lieferschein\\w*|\\p{L}*ablieferbeleg\\w*|pod|bons? de livraison|bons? de pesee|weigh(?:bridge)? tickets?|wiegeschein\\w*|waybills?(?: numbers?)?",
  ],
  [
    "attachment.acceptance",
    "acceptance (?:certificate|date|record)|signed acceptance|completion certificate|abnahmeprotokoll|pv de reception",
  ],
  ["attachment.lienWaiver", "lien waivers?"],
  ["buyer.address", "billing address"],
];

/** A word that belongs to a name, not to the sentence around it. */
const own =
  "(?:(?!(?:the|an?|our|your|its|each|every|all|any|with|without|and|or|of|on|in|to|for|from|by|must|shall|will|be|is|are|no|invoices?|bills?|show|showing|state|stating|quote|quoting|bear|bearing|giving|list|include|attach|please)\\b)[a-z&]+ )";

/** Papers and numbers of any trade that an invoice may have to bring, by the form of their name. */
export const paperSource = [
  `${own}{0,2}(?:logs?|tall(?:y|ies)|dockets?|tickets?|vouchers?|work ?sheets?|job sheets?|reports?|rosters?|schedules?|certificates?|reconciliations?|photos?|records?|passes|slips?|manifests?)`,
  "\\p{L}*(?:zettel|liste|listen|nachweise?|protokolle?|scheine?|berichte?|kopien)",
  `(?:num(?:ero|mer|\\.)?|n[°º]|ref(?:erence|erencia|erimento|\\.)|codigo|codice) (?:du |de la |de l'|de |d'|di |del |della |dell'|da |do )\\p{L}{4,}`,
  "(?:fiche|feuille|bon|releve|planning|rapport|bordereau|attestation|etat)s?(?: [a-z']+){0,2}",
  "(?:informe|parte|reporte|acta)s?(?: de [a-z]+)?",
  "(?:rapport|rapportin|boll|verbal|report)[oiae](?: [a-z]+)?",
  "(?:relatorio|boletim|medicao|comprovante)s?(?: de [a-z]+)?",
  "\\p{L}*(?:bon|bonnen|rapport|rapporten|lijst|verslag)|\\p{L}+(?:staat|staten)",
  `${own}{1,2}(?:numbers?|references?|no\\.|nr\\.|#|ids?|codes?)|\\p{L}{3,}(?:nummern?|nummers?|-nr\\.)`,
].join("|");
