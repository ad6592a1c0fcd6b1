import type { DocumentKind } from "../../../../src-shared/model/index.ts";

const titleTable: readonly (readonly [DocumentKind, string])[] = [
  [
    "credit-note",
    "credit note|credit memo|credit memorandum|credit invoice|adjustment note|gutschrift|rechnungskorrektur|stornorechnung|korrekturrechnung|avoir|note de credit|facture d'avoir|creditnota|creditfactuur|factura rectificativa|factura de abono|nota de abono|nota de credito|abono|nota di credito",
  ],
  [
    "invoice",
    "invoice|tax invoice|fee account|freight bill|freight invoice|hire invoice|progress invoice|statement of fees|honorarabrechnung|memoire d'honoraires|nota de honorarios|recibo de honorarios|recibo por honorarios|proforma invoice|pro forma invoice|pro-forma invoice|commercial invoice|sales invoice|vat invoice|gst invoice|bill|bill of supply|statement of charges|fee note|rechnung|faktura|schlussrechnung|teilrechnung|abschlagsrechnung|honorarrechnung|honorarnote|sammelrechnung|proforma-rechnung|facture|facture pro forma|facture proforma|note d'honoraires|factuur|verzamelfactuur|verkoopfactuur|termijnfactuur|declaratie|voorschotfactuur|nota|factura|factura proforma|minuta de honorarios|fattura|fattura proforma|parcella|notula|fatura|fatura-recibo|fatura recibo|nota fiscal|application for payment|pay application|application and certificate for payment|progress claim|debit note",
  ],
  [
    "purchase-order",
    "purchase order|blanket order|blanket purchase order|order / contract|order/contract|contract / order|broadcast order|insertion order|advertising order|order|delivery order|insertion order|bestellung|einkaufsbestellung|auftrag|bon de commande|commande|inkooporder|bestelling|bestelbon|pedido de compra|orden de compra|pedido|ordine di acquisto|ordine d'acquisto|ordine|encomenda|nota de encomenda|requisicao|abrufauftrag|abrufbestellung|call-off order|release order|standing order|inkoopopdracht|opdracht|ordine di servizio|ordine fornitore|ordem de compra|nota de pedido|orden de pedido|hoja de pedido|commande fournisseur|service purchase order",
  ],
  [
    "estimate",
    "estimate|quote|quotation|proposal|bid|price quote|sales quote|cost estimate|price proposal|angebot|kostenvoranschlag|offerte|kostenschatzung|devis|proposition commerciale|offre de prix|prijsopgave|presupuesto|cotizacion|oferta|preventivo|offerta|orcamento|proposta comercial|offre|offre de service|offre de services|offre de prestations|proposition|proposition de prix|proposition de services|soumission|chiffrage|estimation|propuesta|propuesta economica|propuesta comercial|propuesta de servicios|oferta economica|oferta comercial|cotizacion de servicios|offerta economica|offerta commerciale|proposta|proposta economica|proposta commerciale|preventivo di spesa|kostenangebot|preisangebot|honorarangebot|prijsaanbieding|aanbieding|prijsopgaaf|proposta de servicos|proposta de honorarios|cotacao|fee proposal|service proposal|tender|written estimate|price offer|our offer|unser angebot|notre offre|ons aanbod",
  ],
  [
    "amendment",
    "amendment|change order|addendum|contract amendment|contract modification|modification|side letter|variation order|variation|contract change notice|change request|nachtrag|nachtragsvereinbarung|anderungsvereinbarung|zusatzvereinbarung|avenant|addendum aan|adenda|anexo modificatorio|atto aggiuntivo|aditamento|ordre de modification|preisanpassung|preisanderung|preiserhohung|tarifanpassung|vertragserganzung|erganzungsvereinbarung|vertragsanderung|price change|price adjustment|price increase|rate change|rate increase|notice of price change|notice of rate change|extension agreement|contract extension|revision de prix|revision des prix|revision tarifaire|augmentation tarifaire|actualizacion de precios|actualizacion de tarifas|actualizacion de la cuota|revision de precios|revision de tarifas|ampliacion de contrato|modificacion del contrato|adeguamento prezzi|adeguamento canone|adeguamento tariffe|aggiornamento prezzi|aggiornamento tariffe|integrazione contratto|appendice contrattuale|atualizacao de precos|revisao de precos|adenda ao contrato|prijswijziging|prijsaanpassing|tariefswijziging|tariefaanpassing|wijzigingsovereenkomst|allonge",
  ],
  [
    "agreement",
    "agreement|contract|statement of work|master services agreement|terms and conditions|order form|rate card|rate sheet|rates sheet|price sheet|price list|terms of hire|hire agreement|licence agreement|license agreement|licence to occupy|booking agreement|booking confirmation|client confirmation|order confirmation|confirmation of order|terms of instruction|instruction letter|auftragsbestatigung|opdrachtbevestiging|orderbevestiging|lettre de mission|confirmation de commande|conferma d'ordine|confirmacion de pedido|carta de encargo|schedule of rates|engagement letter|letter of engagement|terms of engagement|letter agreement|memorandum of understanding|service level agreement|commercial terms|heads of terms|key terms|terms of business|schedule of charges|pricing schedule|fee schedule|appointment|service order|rate schedule|price agreement|tariff|accord tarifaire|accord|accord-cadre|grille tarifaire|conditions tarifaires|tarifvereinbarung|preisvereinbarung|lista de precios|tarifas|listino prezzi|listino|tabela de precos|prijslijst|tariefovereenkomst|subcontract|lease|rental agreement|scope of work|vertrag|rahmenvertrag|dienstleistungsvertrag|werkvertrag|wartungsvertrag|vereinbarung|leistungsbeschreibung|preisliste|mietvertrag|contrat|contrat cadre|contrat de prestation|convention|conditions particulieres|overeenkomst|raamovereenkomst|contrato|contrato de servicios|contrato de prestacion de servicios|contratto|accordo|accordo quadro|lettera d'incarico|lettera di incarico|incarico professionale|condizioni economiche|acuerdo|convenio|hoja de encargo|encargo profesional|honorarvereinbarung|vergutungsvereinbarung|preisblatt|konditionenblatt|maintenance schedule|service schedule|contratto di servizi|contrato de prestacao de servicos|acordo|poliza|poliza de servicio|poliza de mantenimiento|poliza de soporte|contrat d'entretien|contrat de maintenance|contrat d'abonnement|convention de prestation|winter contract|hire contract|rental contract|service contract|maintenance contract|supply contract|retainer|retainer agreement|work agreement|letter of appointment|appointment letter|letter of instruction|price confirmation|terms and rates|rates and terms|agreed rates|agreed prices|preisverzeichnis|entgeltliste|tarifblatt|konditionen|einzelvertrag|beauftragung|mandatsvereinbarung|bareme|bareme de prix|liste de prix|tarifs negocies|conditions financieres|condiciones economicas|condiciones particulares|cuadro de precios|hoja de tarifas|tarifa de precios|tariffario|condizioni particolari|precario|condicoes particulares|condicoes comerciais|tarievenblad|tariefblad|tarievenlijst|prijsafspraak|prijsafspraken|raamcontract|onderhoudscontract|jaarcontract|service agreement|serviceovereenkomst",
  ],
  [
    "timesheet",
    "muster roll|attendance register|parte mensual|timesheet|time sheet|time report|time card|timecard|weekly time sheet|hours report|detailed time report|stundenzettel|stundennachweis|tatigkeitsnachweis|zeitnachweis|leistungsnachweis|arbeitszeitnachweis|feuille d'heures|feuille de temps|releve d'heures|compte rendu d'activite|cra|urenstaat|urenbriefje|urenverantwoording|hoja de horas|parte de horas|registro de horas|foglio ore|rapportino ore|folha de horas|stundenlohnzettel|regiezettel|regiestunden|stundenrapport|tagelohnzettel|stundenaufstellung|releve des heures|fiche horaire|werkbriefje|shift record|attendance record|attendance register|attendance|time log|work log|hours worked|hours log|labour record|labor record|daywork sheet|daily time record|stundenliste|stundenblatt|stundenubersicht|zeiterfassung|zeitaufstellung|arbeitsstunden|heures travaillees|suivi des heures|pointage|feuille de presence|feuille d'emargement|etat des heures|releve horaire|planilla de horas|control de horas|horas trabajadas|registro de jornada|relacion de horas|detalle de horas|rapporto ore|ore lavorate|foglio presenze|riepilogo ore|registro ore|scheda ore|registo de horas|mapa de horas|folha de presenca|relatorio de horas|urenlijst|urenregistratie|urenoverzicht|gewerkte uren|urenspecificatie",
  ],
  [
    "work-order",
    "visit card|site log|fiche de fin de prestation|work order|job sheet|service report|service ticket|field service report|job card|arbeitsschein|arbeitsauftrag|regiebericht|montagebericht|servicebericht|bon d'intervention|ordre de travail|rapport d'intervention|werkbon|servicebon|parte de trabajo|orden de trabajo|rapportino|rapporto di intervento|ordine di lavoro|ordem de trabalho|ordem de servico|folha de obra|arbeitsbericht|regieschein|rapportzettel|tagesbericht|visit report|attendance sheet|works docket|fiche d'intervention|parte de obra|albaran de trabajo|bon d'attachement|attachement|attachement de travaux|feuille d'attachement|bon de travail|bon de travaux|fiche de travail|rapport de visite|rapport d'entretien|compte rendu d'intervention|compte-rendu d'intervention|bulletin d'intervention|feuille d'intervention|parte de servicio|parte de asistencia|parte de intervencion|parte de trabajo extraordinario|parte de horas y materiales|hoja de servicio|reporte de servicio|orden de servicio|informe de intervencion|informe de visita|rapporto di lavoro|rapporto di servizio|rapporto tecnico|scheda intervento|scheda di intervento|scheda lavoro|foglio di lavoro|foglio intervento|bolla di lavoro|buono di lavoro|buono d'opera|rapporto giornaliero|relatorio de servico|relatorio de intervencao|ficha de intervencao|boletim de servico|guia de servico|guia de trabalho|werkrapport|werkopdracht|werkorder|opdrachtbon|interventiebon|onderhoudsrapport|servicerapport|montagebon|regiebon|dagrapport|einsatzbericht|einsatzprotokoll|servicenachweis|serviceschein|wartungsbericht|wartungsprotokoll|reparaturauftrag|reparaturbericht|bautagesbericht|montageschein|kundendienstbericht|kundendienstauftrag|monteurbericht|leistungsschein|arbeitsnachweis|arbeitsrapport|regierapport|job report|job ticket|job record|call-out report|callout report|call-out sheet|site report|site visit report|engineer report|engineer's report|engineer visit report|visit sheet|service record|service sheet|maintenance report|works order|repair order|daily report|extra work order|extra work authorization",
  ],
  [
    "acceptance",
    "acta de aceptacion|acta de conformidad|auto de medicao|auto de aceitacao|ubernahmeprotokoll|ubergabeprotokoll|handover certificate|installation record|certificat de reception|verbale di consegna|acceptatieprotocol|acceptance certificate|certificate of acceptance|acceptance record|acceptance protocol|completion certificate|certificate of completion|certificate of final completion|certificate of practical completion|final acceptance|milestone acceptance|deliverable acceptance|deliverable acceptance form|milestone acceptance certificate|sign-off|sign off sheet|abnahmeprotokoll|abnahmebescheinigung|abnahmeerklarung|pv de reception|proces-verbal de reception|opleverformulier|oplevering|proces-verbaal van oplevering|acta de recepcion|acta de entrega|verbale di collaudo|verbale di accettazione|auto de rececao|auto de recepcao|termo de aceitacao|handover certificate|handover protocol|practical completion|taking-over certificate|completion report|completion notice|acceptance|approval|user acceptance|abnahme|teilabnahme|schlussabnahme|ubergabeprotokoll|fertigstellungsanzeige|freigabe|freigabeprotokoll|pv de livraison|proces-verbal de livraison|proces-verbal de recette|pv de recette|bon pour reception|reception des travaux|attestation de fin de travaux|certificado de conformidad|acta de conformidad|acta de recepcion provisional|acta de entrega-recepcion|certificado de terminacion|verbale di consegna|verbale di fine lavori|verbale di ultimazione lavori|certificato di regolare esecuzione|certificato di collaudo|termo de entrega|auto de entrega|termo de recebimento|opleverrapport|opleveringsrapport|opleverbon|proces-verbaal van voorlopige oplevering|akkoordverklaring|goedkeuring",
  ],
  [
    "delivery",
    "close-out sheet|scale ticket|scale tickets|chain of custody|cadena de custodia|ticket de pesee|ticket de bascula|delivery note|packing slip|packing list|delivery docket|dispatch note|despatch note|bill of lading|proof of delivery|goods received note|delivery receipt|lieferschein|warenbegleitschein|bon de livraison|pakbon|leverbon|leveringsbon|albaran|albaran de entrega|remision|documento di trasporto|ddt|bolla|bolla di consegna|guia de remessa|guia de transporte|delivery challan|delivery ticket|weighbridge ticket|consignment note|waybill|lieferbeleg|wiegeschein|frachtbrief|lettre de voiture|bordereau de livraison|vrachtbrief|afleverbon|nota de entrega|aufmass|aufmassblatt|aufmasszusammenstellung|field ticket|docket|load ticket|load slip|hire docket|on-hire docket|off-hire docket|on hire docket|off hire docket|handover docket|collection note|return note|delivery slip|delivery sheet|delivery list|delivery report|delivery log|tally sheet|weight ticket|weigh ticket|weighbridge slip|disposal ticket|tipping ticket|haulage ticket|haulage docket|site log|run sheet|round sheet|liefernachweis|lieferliste|lieferubersicht|abholschein|rucklieferschein|rucknahmeschein|entsorgungsnachweis|wiegenote|ubernahmeschein|bon d'enlevement|bon de reception|bon de pesee|ticket de pesee|fiche de livraison|vale de entrega|nota de remision|remito|hoja de entrega|comprobante de entrega|ticket de bascula|nota di consegna|buono di consegna|distinta di consegna|bollettino di consegna|guia de entrega|talao de entrega|talao de pesagem|afleveringsbon|bezorgbon|weegbon|vrachtbon|losbon|stortbon",
  ],
  [
    "usage",
    "usage report|usage summary|usage statement|meter reading|meter readings|call detail records|consumption report|metering report|nutzungsbericht|verbrauchsbericht|zahlerstande|rapport de consommation|releve de consommation|verbruiksrapport|informe de uso|informe de consumo|rapporto consumi|relatorio de consumo|meter report|counter reading|counter readings|print volume report|click report|traffic report|zahlerablesung|ableseprotokoll|verbrauchsnachweis|zahlerprotokoll|verbrauchsubersicht|releve de compteur|releve de compteurs|releve des compteurs|lectura de contadores|lectura de contador|lectura del contador|lettura contatori|letture contatori|lettura del contatore|leitura de contadores|leitura do contador|meterstanden|meteropname|meterstandenoverzicht|tellerstanden|verbruiksoverzicht",
  ],
  [
    "statement",
    "statement of account|account statement|statement|customer statement|aged receivables|reminder|payment reminder|past due notice|final notice|kontoauszug|op-liste|offene posten|mahnung|zahlungserinnerung|releve de compte|relance|rekeningoverzicht|aanmaning|betalingsherinnering|extracto de cuenta|estado de cuenta|estratto conto|sollecito|sollecito di pagamento|extrato de conta",
  ],
  [
    "payment",
    "remittance advice|payment advice|payment receipt|receipt|payment confirmation|zahlungsavis|quittung|zahlungsbestatigung|avis de paiement|recu|betalingsadvies|recibo|aviso de pago|ricevuta|ricevuta di pagamento",
  ],
  [
    "expense",
    "expense report|expense claim|travel expense report|reisekostenabrechnung|spesenabrechnung|note de frais|declaratieformulier|onkostennota|nota de gastos|hoja de gastos|nota spese|relatorio de despesas|reimbursables|reimbursable expenses|expenses|expense statement|out-of-pocket expenses|disbursements|mileage log|mileage claim|auslagen|auslagenaufstellung|spesen|reisekosten|fahrtenbuch|fahrtkosten|debours|frais de deplacement|frais de mission|gastos de viaje|relacion de gastos|liquidacion de gastos|spese di viaggio|rimborso spese|rimborso chilometrico|mapa de despesas|mapa de quilometros|onkosten|onkostendeclaratie|reiskosten|reiskostendeclaratie|kilometerregistratie",
  ],
  ["customer-list", "customer list|client list|kundenliste|liste des clients|klantenlijst|lista de clientes"],
];

/**
 * Words that name a document in its title, folded, all languages at once.
 *
 * A title is one of these alone or with a number, date or qualifier beside it ("Tax Invoice No. 12").
 */
export const kindTitles: readonly (readonly [DocumentKind, readonly string[]])[] = titleTable.map(
  ([kind, titles]) => [kind, titles.split("|")],
);

/** Words that may stand beside a title without making it a sentence. */
export const titleCompanions: ReadonlySet<string> = new Set(
  (
    "no nr num number # n° id ref reference date dated of for the to and page original copy duplicate draft final interim partial progress " +
    "recurring simplified vat tax gst commercial consolidated revised rev version service services work master general standard " +
    "first second third fourth fifth sixth seventh eighth ninth tenth one two three i ii iii iv v mutual form " +
    "professional consulting maintenance support supply software subscription license hosting development framework annual monthly weekly " +
    "exhibit schedule annex appendix attachment amended restated und vom fur der die das nummer datum de du des la le les l d del della " +
    "dei di da do van vom het een en y e no. nº d'acompte acompte solde situation vente venta vendita differita immediata " +
    "accompagnatoria acconto saldo causale simplificada ordinaria anticipo adiantamento servicos servicios d'honoraires honorarios sales deposit"
  ).split(" "),
);

/** Words next to a title that turn it into something else: "invoice address", "order confirmation". */
export const titleBreakers: ReadonlySet<string> = new Set(
  (
    "address adresse total amount date due period terms payment balance received paid by from your our this questions please thank " +
    "against must shall should will is are was line lines item items details summary month recipient empfanger datum nummer"
  ).split(" "),
);
