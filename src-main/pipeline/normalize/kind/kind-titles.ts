import type { DocumentKind } from "../../../../src-shared/model/index.ts";

const titleTable: readonly (readonly [DocumentKind, string])[] = [
  [
    "credit-note",
    "credit note|credit memo|credit memorandum|credit invoice|adjustment note|gutschrift|rechnungskorrektur|stornorechnung|korrekturrechnung|avoir|note de credit|facture d'avoir|creditnota|creditfactuur|factura rectificativa|factura de abono|nota de abono|nota de credito|abono|nota di credito",
  ],
  [
    "invoice",
    "invoice|tax invoice|proforma invoice|pro forma invoice|pro-forma invoice|commercial invoice|sales invoice|vat invoice|gst invoice|bill|bill of supply|statement of charges|fee note|rechnung|faktura|schlussrechnung|teilrechnung|abschlagsrechnung|honorarrechnung|honorarnote|sammelrechnung|proforma-rechnung|facture|facture pro forma|facture proforma|note d'honoraires|factuur|verzamelfactuur|verkoopfactuur|termijnfactuur|declaratie|voorschotfactuur|nota|factura|factura proforma|minuta de honorarios|fattura|fattura proforma|parcella|notula|fatura|fatura-recibo|fatura recibo|nota fiscal|application for payment|pay application|application and certificate for payment|progress claim|debit note",
  ],
  [
    "purchase-order",
    "purchase order|blanket order|blanket purchase order|order / contract|order/contract|contract / order|broadcast order|insertion order|advertising order|order|delivery order|insertion order|bestellung|einkaufsbestellung|auftrag|bon de commande|commande|inkooporder|bestelling|bestelbon|pedido de compra|orden de compra|pedido|ordine di acquisto|ordine d'acquisto|ordine|encomenda|nota de encomenda|requisicao",
  ],
  [
    "estimate",
    "estimate|quote|quotation|proposal|bid|price quote|sales quote|cost estimate|price proposal|angebot|kostenvoranschlag|offerte|kostenschatzung|devis|proposition commerciale|offre de prix|prijsopgave|presupuesto|cotizacion|oferta|preventivo|offerta|orcamento|proposta comercial",
  ],
  [
    "amendment",
    "amendment|change order|addendum|contract amendment|contract modification|modification|side letter|variation order|variation|contract change notice|change request|nachtrag|nachtragsvereinbarung|anderungsvereinbarung|zusatzvereinbarung|avenant|addendum aan|adenda|anexo modificatorio|atto aggiuntivo|aditamento|ordre de modification",
  ],
  [
    "agreement",
    "agreement|contract|statement of work|master services agreement|terms and conditions|order form|rate card|rate sheet|rates sheet|price sheet|price list|terms of hire|hire agreement|licence agreement|license agreement|licence to occupy|booking agreement|booking confirmation|client confirmation|order confirmation|confirmation of order|terms of instruction|instruction letter|auftragsbestatigung|opdrachtbevestiging|orderbevestiging|lettre de mission|confirmation de commande|conferma d'ordine|confirmacion de pedido|carta de encargo|schedule of rates|engagement letter|letter of engagement|terms of engagement|letter agreement|memorandum of understanding|service level agreement|commercial terms|heads of terms|key terms|terms of business|schedule of charges|pricing schedule|fee schedule|appointment|service order|rate schedule|price agreement|tariff|accord tarifaire|accord|accord-cadre|grille tarifaire|conditions tarifaires|tarifvereinbarung|preisvereinbarung|lista de precios|tarifas|listino prezzi|listino|tabela de precos|prijslijst|tariefovereenkomst|subcontract|lease|rental agreement|scope of work|vertrag|rahmenvertrag|dienstleistungsvertrag|werkvertrag|wartungsvertrag|vereinbarung|leistungsbeschreibung|preisliste|mietvertrag|contrat|contrat cadre|contrat de prestation|convention|conditions particulieres|overeenkomst|raamovereenkomst|contrato|contrato de servicios|contrato de prestacion de servicios|contratto|accordo|accordo quadro|lettera d'incarico|lettera di incarico|incarico professionale|condizioni economiche|acuerdo|convenio|hoja de encargo|encargo profesional|honorarvereinbarung|vergutungsvereinbarung|preisblatt|konditionenblatt|maintenance schedule|service schedule|contratto di servizi|contrato de prestacao de servicos|acordo",
  ],
  [
    "timesheet",
    "timesheet|time sheet|time report|time card|timecard|weekly time sheet|hours report|detailed time report|stundenzettel|stundennachweis|tatigkeitsnachweis|zeitnachweis|leistungsnachweis|arbeitszeitnachweis|feuille d'heures|feuille de temps|releve d'heures|compte rendu d'activite|cra|urenstaat|urenbriefje|urenverantwoording|hoja de horas|parte de horas|registro de horas|foglio ore|rapportino ore|folha de horas|stundenlohnzettel|regiezettel|regiestunden|stundenrapport|tagelohnzettel|stundenaufstellung|releve des heures|fiche horaire|werkbriefje|shift record|attendance record",
  ],
  [
    "work-order",
    "work order|job sheet|service report|service ticket|field service report|job card|arbeitsschein|arbeitsauftrag|regiebericht|montagebericht|servicebericht|bon d'intervention|ordre de travail|rapport d'intervention|werkbon|servicebon|parte de trabajo|orden de trabajo|rapportino|rapporto di intervento|ordine di lavoro|ordem de trabalho|ordem de servico|folha de obra|arbeitsbericht|regieschein|rapportzettel|tagesbericht|visit report|attendance sheet|works docket|fiche d'intervention|parte de obra|albaran de trabajo",
  ],
  [
    "acceptance",
    "acceptance certificate|certificate of acceptance|acceptance record|acceptance protocol|completion certificate|certificate of completion|certificate of final completion|certificate of practical completion|final acceptance|milestone acceptance|deliverable acceptance|deliverable acceptance form|milestone acceptance certificate|sign-off|sign off sheet|abnahmeprotokoll|abnahmebescheinigung|abnahmeerklarung|pv de reception|proces-verbal de reception|opleverformulier|oplevering|proces-verbaal van oplevering|acta de recepcion|acta de entrega|verbale di collaudo|verbale di accettazione|auto de rececao|auto de recepcao|termo de aceitacao",
  ],
  [
    "delivery",
    "delivery note|packing slip|packing list|delivery docket|dispatch note|despatch note|bill of lading|proof of delivery|goods received note|delivery receipt|lieferschein|warenbegleitschein|bon de livraison|pakbon|leverbon|leveringsbon|albaran|albaran de entrega|remision|documento di trasporto|ddt|bolla|bolla di consegna|guia de remessa|guia de transporte|delivery challan|delivery ticket|weighbridge ticket|consignment note|waybill|lieferbeleg|wiegeschein|frachtbrief|lettre de voiture|bordereau de livraison|vrachtbrief|afleverbon|nota de entrega|aufmass|aufmassblatt|aufmasszusammenstellung",
  ],
  [
    "usage",
    "usage report|usage summary|usage statement|meter reading|meter readings|call detail records|consumption report|metering report|nutzungsbericht|verbrauchsbericht|zahlerstande|rapport de consommation|releve de consommation|verbruiksrapport|informe de uso|informe de consumo|rapporto consumi|relatorio de consumo",
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
    "expense report|expense claim|travel expense report|reisekostenabrechnung|spesenabrechnung|note de frais|declaratieformulier|onkostennota|nota de gastos|hoja de gastos|nota spese|relatorio de despesas",
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
