import type { TableField } from "../../../../src-shared/model/index.ts";

/** What a column of a table of records holds. */
export type ColumnRole = TableField;

const data: readonly (readonly [ColumnRole, string])[] = [
  [
    "invoice-number",
    "invoice number|invoice no|invoice nr|invoice #|invoice num|invoice|inv no|inv #|bill no|bill number|document number|doc no|refnumber|ref number|docnumber|rechnungsnummer|rechnungsnr|rechnungs-nr|rechnung nr|belegnummer|belegfeld 1|numero de facture|n° facture|facture|no facture|factuurnummer|factuurnr|factuur|numero de factura|n° factura|factura|numero fattura|n. fattura|fattura|numero da fatura|fatura|credit note number|credit note no|invoice id",
  ],
  [
    "document-kind",
    "type|document type|transaction type|trns type|belegart|doc type|invoice type|invoice or credit",
  ],
  [
    "issue-date",
    "invoice date|date issued|issue date|issued|bill date|date of invoice|txndate|document date|rechnungsdatum|belegdatum|date de facture|date facture|date d'emission|factuurdatum|fecha de factura|fecha factura|fecha de emision|data fattura|data documento|data da fatura|data de emissao",
  ],
  [
    "due-date",
    "due date|due|payment due|date due|pay by|duedate|falligkeit|fallig am|faelligkeitsdatum|falligkeitsdatum|echeance|date d'echeance|vervaldatum|vencimiento|fecha de vencimiento|scadenza|data scadenza|vencimento|data de vencimento",
  ],
  [
    "customer",
    "customer|customer name|client|client name|bill to|billed to|contact name|contactname|contact|account name|buyer|buyer name|sold to|company|company name|kunde|kundenname|debitor|rechnungsempfanger|auftraggeber|nom du client|klant|klantnaam|afnemer|cliente|nombre del cliente|ragione sociale|nome cliente|nome do cliente",
  ],
  [
    "customer-tax-id",
    "customer vat|customer tax id|client vat|customer vat number|ust-id kunde|buyer vat|buyer vat id|customer vat id|buyer tax id",
  ],
  [
    "seller",
    "seller|seller name|supplier|vendor|vendor name|supplier name|from|lieferant|fournisseur|leverancier|proveedor|fornitore|fornecedor",
  ],
  ["seller-tax-id", "seller vat|seller vat id|supplier vat|supplier vat id|vendor tax id|seller tax id"],
  ["currency", "currency|currency code|ccy|wahrung|waehrung|devise|monnaie|valuta|moneda|divisa|moeda"],
  [
    "description",
    "description|label|summary|subject|item description|line description|item desc|details|particulars|service description|line item|expense|expense item|expense description|cost item|auslage|nature de la depense|depense|concepto de gasto|gasto|voce di spesa|memo|text|bezeichnung|beschreibung|leistung|leistungsbeschreibung|buchungstext|designation|libelle|omschrijving|descripcion|concepto|detalle|descrizione|descricao|designacao|narrative",
  ],
  [
    "item",
    "item|item name|product|product/service|product / service|product or service|service|article|artikel|produit|producto|articulo|prodotto|articolo|produto|artigo|charge|charge type|plan|material",
  ],
  [
    "item-code",
    "item code|sku|product code|part number|part no|article number|artikelnummer|artikelnr|artikel-nr|inventoryitemcode|inventory item code|ref|reference article|codigo|codice|codice articolo|hsn|sac|code",
  ],
  [
    "quantity",
    "quantity|qty|value|wert|valeur|waarde|nombre|qnty|units|count|menge|anzahl|stuck|quantite|qte|aantal|hoeveelheid|cantidad|cant|uds|quantita|q.ta|qta|quantidade|qtd|qtde|delivered|qty delivered|quantity delivered|delivered quantity|usage|usage quantity|consumption|verbrauch|consommation|verbruik|consumo|units used|shipped|qty shipped|done|qty done|quantity done|done today|completed|completed today|qty completed|quantity completed|amount used|times|installed|fitted|laid",
  ],
  [
    "unit",
    "unit|uom|unit of measure|usage unit|measure|einheit|me|unite|eenheid|unidad|unita|u.m.|um|unidade|un",
  ],
  [
    "unit-price",
    "unit price|unit amount|unitamount|price|rate|unit cost|item price|price each|item rate|hourly rate|billable rate|bill rate|sales price|cost rate|einzelpreis|preis|e-preis|ep|stundensatz|satz|prix unitaire|pu|pu ht|prix|taux|taux horaire|stuksprijs|prijs|tarief|uurtarief|precio|precio unitario|tarifa|prezzo|prezzo unitario|tariffa|preco|preco unitario|valor unitario",
  ],
  ["price-base", "price base|price per|per|preiseinheit|je"],
  [
    "discount-percent",
    "discount %|discount percent|discount percentage|disc %|disc|rabatt %|rabatt|remise %|remise|korting %|korting|descuento %|descuento|sconto %|sconto|desconto %|desconto|discount",
  ],
  ["discount-amount", "discount amount|rabattbetrag|montant remise"],
  [
    "line-amount",
    "amount|line amount|line total excl tax|line subtotal|line net|net amount|line total|item total|item amount|extended price|extended|ext price|ext amount|net|net total|linetotal|total price|total line|betrag|gesamtpreis|nettobetrag|netto|positionssumme|gp|montant|montant ht|total ht|bedrag|regeltotaal|netto bedrag|importe|importe neto|base imponible|importo|imponibile|totale riga|valor|montante|charge amount|billable amount|total amount",
  ],
  [
    "line-gross",
    "line gross|line total incl tax|gross amount|bruttobetrag|brutto|montant ttc|total ttc|bedrag incl btw|importe con iva|line total|total line|linetotal",
  ],
  [
    "tax-rate",
    "tax rate|tax rate %|vat rate|vat rate %|vat %|tax %|gst %|gst rate|tax percent|item tax %|mwst %|mwst|mwst-satz|ust-satz|steuersatz|ust %|taux tva|tva %|btw %|btw|btw-tarief|iva %|% iva|tipo iva|aliquota|aliquota iva|taxa iva",
  ],
  [
    "tax-amount",
    "tax amount|vat amount|vat|tax|gst|gst amount|sales tax|tax 1 amount|item tax amount|line tax|steuerbetrag|mwst-betrag|ust|montant tva|tva|btw bedrag|btw-bedrag|cuota iva|iva|importo iva|valor iva|taxamount",
  ],
  [
    "subtotal",
    "subtotal|base|sub total|net total|net amount|nettosumme|total net|invoice subtotal|invoice net|invoice net amount|invoice net total|rechnung netto|facture ht|fattura imponibile|factuur netto|sub-total|zwischensumme|sous-total|subtotaal",
  ],
  [
    "total",
    "total|invoice total|grand total|gross total|total gross|invoice gross|total payable|total due|amount payable|payable amount|invoice amount|total incl tax|total including tax|amount due|rechnungsbetrag|gesamtbetrag|gesamtsumme|total facture|totaal|totaalbedrag|factuurbedrag|total factura|totale|totale fattura|totale documento|total da fatura",
  ],
  ["total-tax", "total tax|invoice tax|tax total|taxtotal|total vat"],
  [
    "balance",
    "balance due|open balance|outstanding|balance|amount outstanding|offen|restbetrag|solde|openstaand|saldo",
  ],
  [
    "order-reference",
    "po number|po|po no|po #|purchase order|purchaseorder|purchase order number|order number|order no|order reference|customer po|bestellnummer|bestellnr|numero de commande|bon de commande|inkoopnummer|ordernummer|pedido|numero de pedido|ordine|numero ordine|encomenda",
  ],
  [
    "agreement-reference",
    "contract|contract number|contract no|agreement|agreement number|sow|sow number|contract reference|vertrag|vertragsnummer|contrat|numero de contrat|contractnummer|contrato|contratto",
  ],
  [
    "project",
    "project|project name|project code|job|job name|job number|matter|engagement|case|projekt|projet|projekte|proyecto|progetto|projeto|site|location|baustelle|chantier",
  ],
  [
    "period-start",
    "period start|service start|start of period|from date|service from|billing period start|period from|service period start|leistungszeitraum von|von|debut periode|periode du",
  ],
  [
    "period-end",
    "period end|service end|end of period|to date|service to|billing period end|period to|service period end|leistungszeitraum bis|bis|fin periode",
  ],
  ["payment-terms", "terms|payment terms|zahlungsbedingungen|conditions|betalingstermijn"],
  ["preceding-invoice", "original invoice|applies to|credited invoice|applied to invoice"],
  ["bank-account", "iban|bank account"],
  [
    "date",
    "date|work date|service date|servicedate|spent date|spent on|day|entry date|delivery date|delivered on|start date|datum|tag|leistungsdatum|arbeitstag|jour|date prestation|dag|fecha|dia|data|giorno|usage date|date of service",
  ],
  [
    "person",
    "person|employee|employee name|who|wer|qui|wie|quien|chi|quem|personne|personnes|persoon|pessoa|nom|naam|nombre|nome|operator|operative|name|user|resource|consultant|staff|worker|technician|timekeeper|team member|member|mitarbeiter|mitarbeiterin|bearbeiter|techniker|intervenant|collaborateur|salarie|medewerker|empleado|tecnico|persona|dipendente|risorsa|funcionario|colaborador|tecnico responsavel",
  ],
  ["first-name", "first name|vorname|prenom"],
  ["last-name", "last name|nachname|nom de famille"],
  [
    "role",
    "role|roles|class|labor class|labour class|trade class|title|job title|grade|level|position|labor category|labour category|classification|rolle|funktion|fonction|functie|rol|cargo|ruolo|qualifica|categoria",
  ],
  [
    "task",
    "task|activity|labor|labour|work|works|work carried out|work performed|work done|work completed|description of work|what|was|quoi|wat|que|cosa|o que|operation|event|trabajo|lavoro|testo|auftrag|einsatz|work type|type of work|tatigkeit|aufgabe|tache|activite|taak|activiteit|tarea|actividad|attivita|tarefa|atividade",
  ],
  [
    "notes",
    "notes|note|comment|comments|bemerkung|kommentar|notiz|remarque|opmerking|observaciones|osservazioni|observacoes|work performed|work description",
  ],
  [
    "hours",
    "hours|hrs|hours worked|billable hours|total hours|time (hours)|duration (h)|duration|duration (decimal)|hours (decimal)|time|time (decimal)|std|stunden|dauer|std.|arbeitsstunden|heures|nb heures|nombre d'heures|duree|uren|aantal uren|horas|horas trabajadas|ore|ore lavorate|horas trabalhadas|quantity (hours)",
  ],
  ["minutes", "minutes|mins|minuten|minutos|minuti|billable minutes|duration minutes"],
  [
    "start",
    "start|start time|time in|clock in|in|beginn|anfang|kommt|heure debut|debut|begintijd|begin|hora inicio|entrada|inizio|hora de inicio",
  ],
  [
    "end",
    "end|end time|time out|clock out|out|ende|geht|heure fin|fin|eindtijd|einde|hora fin|salida|fine|uscita|saida|hora de fim|stop time|finish",
  ],
  [
    "break",
    "break|pause|mittag|mittagspause|almoco|pranzo|comida|dejeuner|pause dejeuner|lunch|unpaid break|pauze|descanso|pausa",
  ],
  ["billable", "billable|billable?|is billable|abrechenbar|facturable|factureerbaar|facturable?|fatturabile"],
  [
    "approved",
    "approved|approved?|approval|approval status|freigegeben|genehmigt|freigabe|valide|goedgekeurd|aprobado|approvato|aprovado|signed off",
  ],
  [
    "approved-by",
    "approved by|approver|freigegeben von|genehmigt von|valide par|goedgekeurd door|aprobado por|approvato da|aprovado por|accepted by|signed by",
  ],
  [
    "record-id",
    "id|entry id|record id|time entry id|timesheet id|usage id|line id|external id|event id|work order|work order number|ticket|ticket number|ticket no|job ticket|reference|ref no|external reference",
  ],
  ["timestamp", "timestamp|time stamp|datetime|date time|date/time|event time|zeitstempel|horodatage"],
  [
    "delivery-number",
    "delivery note|delivery number|delivery no|delivery note number|docket|packing slip|lieferschein|lieferscheinnummer|bon de livraison|pakbon|albaran|ddt",
  ],
  ["ordered", "ordered|qty ordered|quantity ordered|bestellt"],
  [
    "meter",
    "meter|metric|metrik|metrique|metrica|metriek|nature|meter name|usage type|resource id|service name|sku name|zahler|compteur|line type",
  ],
  ["milestone", "milestone|deliverable|phase|meilenstein|jalon|mijlpaal|hito|livrable|milestone name|stage"],
  [
    "accepted-on",
    "accepted|accepted on|acceptance date|date accepted|sign-off date|completion date|completed on|abgenommen am|abnahmedatum|date de reception",
  ],
  ["merchant", "merchant|expense category|expense type|category|spesenart|vendor/merchant"],
  [
    "receipt",
    "receipt|receipt attached|receipt no|slip|slip no|beleg|belegart|justificatif|receipt?|justificante|giustificativo|ricevuta|bonnetje|bewijs|comprovativo|recibo",
  ],
  [
    "debit",
    "debit|withdrawal|withdrawals|money out|paid out|soll|lastschrift|debit amount|amount debit|belastung|ausgang|debet|cargo|cargos|addebiti|addebito|uscite|dare|debito|debitos|sortie|depense",
  ],
  [
    "credit",
    "credit|deposit|deposits|money in|paid in|haben|gutschrift|credit amount|amount credit|eingang|abono|abonos|accrediti|accredito|entrate|avere|credito|creditos|entree|recette",
  ],
  [
    "balance-after",
    "running balance|closing balance|kontostand|solde apres|saldo nach buchung|saldo na mutatie|saldo despues|saldo contabile|account balance|solde apres operation|saldo apos movimento",
  ],
  [
    "booking-date",
    "booking date|posted date|posting date|post date|transaction date|date posted|buchungstag|buchungsdatum|buchung|date operation|date d'operation|date de l'operation|date de comptabilisation|date comptable|boekdatum|boekingsdatum|transactiedatum|fecha operacion|fecha de operacion|fecha de la operacion|f. operacion|fecha contable|data contabile|data operazione|data registrazione|data movimento|data mov.|data do movimento|data lancamento",
  ],
  [
    "value-date",
    "value date|valuta|valutadatum|wertstellung|wertstellungstag|wert|date valeur|date de valeur|rentedatum|fecha valor|f. valor|fecha de valor|data valuta|data valor",
  ],
  [
    "counterparty",
    "counterparty|counterparty name|other party|auftraggeber/empfanger|auftraggeber / empfanger|auftraggeber / begunstigter|auftraggeber/begunstigter|begunstigter/zahlungspflichtiger|beguenstigter/zahlungspflichtiger|begunstigter / auftraggeber|name zahlungsbeteiligter|tiers|nom contrepartie|contrepartie|naam / omschrijving|naam tegenpartij|tegenpartij|controparte",
  ],
  [
    "payer",
    "payer|payer name|zahlungspflichtige*r|zahlungspflichtige r|zahlungspflichtiger|auftraggeber name|donneur d'ordre|ordenante|ordinante|opdrachtgever naam",
  ],
  [
    "payee",
    "payee|payee name|beneficiary|beneficiary name|zahlungsempfanger*in|zahlungsempfanger in|zahlungsempfanger|begunstigter|beneficiaire|begunstigde|beneficiario|destinatario",
  ],
  [
    "counterparty-account",
    "iban zahlungsbeteiligter|kontonummer/iban|counterparty iban|counterparty account|counterparty account number|beneficiary account|payee account|tegenrekening|tegenrekening iban/bban|compte contrepartie|cuenta beneficiario|iban beneficiario|iban controparte",
  ],
  [
    "account",
    "auftragskonto|iban auftragskonto|account number|own account|rekening|iban/bban|rekeningnummer|numero de compte|numero de cuenta|conto",
  ],
  [
    "remittance",
    "verwendungszweck|buchungsdetails|vwz|transaction description|remittance information|remittance|payment reference|transaction details|motif|libelle operation|libelle de l'operation|mededelingen|mededeling|concepto del movimiento|causale|descrizione operazione|descricao do movimento",
  ],
  [
    "direction",
    "af bij|af/bij|dr/cr|cr/dr|d/c|c/d|debit/credit|credit/debit|soll/haben|s/h|sens|balance impact|credit debit indicator|debit credit indicator|credit or debit",
  ],
  ["email", "email|e-mail|email address|emailaddress|mail"],
  [
    "address",
    "address|street|address line 1|billing address|poaddressline1|strasse|adresse|adres|direccion|indirizzo|endereco",
  ],
  ["status", "status|state|zustand|statut|estado|stato"],
  ["week", "week|week ending|w/e|kw|kalenderwoche|semaine|week of|semana|settimana"],
  ["period", "month|period|billing month|usage month|monat|abrechnungsmonat|mois|maand|mes|mese"],
  [
    "reading-before",
    "previous reading|opening reading|start reading|stand alt|anfangsstand|ancien index|beginstand|lectura anterior|lettura precedente|leitura anterior|odometer start",
  ],
  [
    "reading-after",
    "current reading|closing reading|end reading|stand neu|endstand|nouvel index|eindstand|lectura actual|lettura attuale|leitura atual|odometer end",
  ],
];

/** A meaning of a column title; a lower rank is a more usual title for that role. */
export interface TitleMeaning {
  readonly role: ColumnRole;
  readonly rank: number;
}

/** Column title, folded and stripped of marks → its meanings, in order of declaration. */
export const meaningsByTitle: ReadonlyMap<string, readonly TitleMeaning[]> = (() => {
  const map = new Map<string, TitleMeaning[]>();
  for (const [role, titles] of data) {
    for (const [rank, title] of titles.split("|").entries()) {
      const known = map.get(title);
      if (known === undefined) map.set(title, [{ role, rank }]);
      else if (!known.some((meaning) => meaning.role === role)) known.push({ role, rank });
    }
  }
  return map;
})();
