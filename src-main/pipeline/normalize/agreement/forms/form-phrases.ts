import type { PhraseRow } from "../../labels/field-phrases.ts";

/** What a label of an order, a quote or a contract form announces. `none` looks like one of them and fills nothing. */
export type FormField =
  | "contract-number"
  | "order-number"
  | "quote-number"
  | "dated"
  | "valid-until"
  | "expiry"
  | "period"
  | "period-start"
  | "period-end"
  | "buyer"
  | "agent"
  | "seller"
  | "party-name"
  | "order-total"
  | "total"
  | "net-total"
  | "subtotal"
  | "tax"
  | "none";

/** Papers that carry a number of their own; "x no", "x revision" and bare "x" are made from them. */
export const numberedPapers: readonly PhraseRow<FormField>[] = [
  ["contract-number", "en", "contract|agreement|contract agreement|our contract|service agreement|lease"],
  ["contract-number", "de", "vertrag|vertrags|rahmenvertrag|mietvertrag"],
  ["contract-number", "fr", "contrat|marche"],
  ["contract-number", "nl", "overeenkomst|contract"],
  ["contract-number", "es", "contrato"],
  ["contract-number", "it", "contratto"],
  ["contract-number", "pt", "contrato"],
  [
    "order-number",
    "en",
    "order|purchase order|po|p o|insertion order|io|broadcast order|media order|advertising order|sales order|service order|order form|order confirmation|our order|blanket order|booking|work authorization",
  ],
  [
    "order-number",
    "de",
    "bestell|bestellung|bestellungs|auftrag|auftrags|auftragsbestatigung|unser auftrag|unsere bestellung|buchung|buchungs|einkaufsbestellung",
  ],
  ["order-number", "fr", "commande|bon de commande|notre commande|ordre d'insertion|ordre de publicite"],
  ["order-number", "nl", "order|bestelling|bestel|inkooporder|opdracht|onze order"],
  ["order-number", "es", "pedido|orden de compra|orden|nuestro pedido|orden de insercion"],
  ["order-number", "it", "ordine|ordine d'acquisto|ordine di acquisto|nostro ordine"],
  ["order-number", "pt", "encomenda|pedido|ordem de compra|nota de encomenda|pedido de insercao"],
  [
    "quote-number",
    "en",
    "quote|quotation|estimate|proposal|bid|offer|our quote|price quote|sales quote|cost estimate",
  ],
  ["quote-number", "de", "angebot|angebots|kostenvoranschlag|offerte|offert"],
  ["quote-number", "fr", "devis|offre|proposition"],
  ["quote-number", "nl", "offerte"],
  ["quote-number", "es", "presupuesto|oferta|cotizacion"],
  ["quote-number", "it", "preventivo|offerta"],
  ["quote-number", "pt", "orcamento|proposta"],
];

/** Labels as they stand. */
export const formPhrases: readonly PhraseRow<FormField>[] = [
  [
    "dated",
    "en",
    "date|order date|contract date|agreement date|po date|purchase order date|quote date|quotation date|estimate date|proposal date|issue date|issued|issued on|date issued|date of issue|date entered|entry date|order entry date|original date|original date revision|original date rev|date created|created on|dated|booking date|date of order|date of agreement|date prepared",
  ],
  [
    "dated",
    "de",
    "datum|bestelldatum|auftragsdatum|angebotsdatum|vertragsdatum|belegdatum|ausstellungsdatum|buchungsdatum",
  ],
  ["dated", "fr", "date|date de commande|date du devis|date du contrat|date d'emission|en date du|etabli le"],
  ["dated", "nl", "datum|orderdatum|besteldatum|offertedatum|contractdatum"],
  [
    "dated",
    "es",
    "fecha|fecha de pedido|fecha del pedido|fecha de emision|fecha del contrato|fecha del presupuesto",
  ],
  ["dated", "it", "data|data ordine|data offerta|data contratto|data preventivo|data di emissione"],
  ["dated", "pt", "data|data da encomenda|data do pedido|data do contrato|data de emissao"],
  [
    "valid-until",
    "en",
    "valid until|valid thru|valid through|valid to|validity|quote valid until|offer valid until|quote expires|good until|offer expires|open for acceptance until",
  ],
  ["valid-until", "de", "gultig bis|angebot gultig bis|bindefrist|gultigkeit"],
  ["valid-until", "fr", "valable jusqu'au|validite|date de validite|offre valable jusqu'au"],
  ["valid-until", "nl", "geldig tot|geldig t m"],
  ["valid-until", "es", "valido hasta|validez|oferta valida hasta"],
  ["valid-until", "it", "valido fino al|validita|validita offerta"],
  ["valid-until", "pt", "valido ate|validade"],
  ["expiry", "en", "expires|expires on|expiration date|expiry date|expiry|expiration"],
  ["expiry", "de", "ablaufdatum"],
  [
    "period",
    "en",
    "contract dates|order dates|flight dates|flight date|flight|flights|schedule dates|schedule date|campaign dates|campaign period|campaign flight|run dates|air dates|broadcast dates|broadcast period|service period|service dates|period of performance|performance period|contract period|contract term|order period|order flight|subscription term|subscription period|initial term|term|rental period|hire period|lease term|period|delivery period|coverage period|booking dates|booking period|publication dates|insertion dates|effective dates|program period|engagement period",
  ],
  [
    "period",
    "de",
    "laufzeit|vertragslaufzeit|vertragszeitraum|leistungszeitraum|zeitraum|mietzeit|mietdauer|mietzeitraum|kampagnenzeitraum|schaltzeitraum|sendezeitraum|buchungszeitraum|lieferzeitraum",
  ],
  [
    "period",
    "fr",
    "periode|duree|periode de prestation|periode de diffusion|dates de diffusion|dates de campagne|periode de location|duree du contrat",
  ],
  [
    "period",
    "nl",
    "periode|looptijd|contractperiode|huurperiode|uitzendperiode|campagneperiode|dienstperiode",
  ],
  [
    "period",
    "es",
    "periodo|vigencia|plazo|fechas de campana|periodo de emision|periodo de servicio|duracion",
  ],
  ["period", "it", "periodo|durata|periodo di campagna|periodo di servizio|periodo contrattuale"],
  ["period", "pt", "periodo|vigencia|periodo de veiculacao|periodo de servico|duracao"],
  [
    "period-start",
    "en",
    "start date|start|begin date|begins|begin|starts|effective date|commencement date|commencement|service start|service start date|contract start|contract start date|flight start|flight start date|first air date|from date|subscription start|subscription start date|rental start|term start",
  ],
  [
    "period-start",
    "de",
    "beginn|vertragsbeginn|mietbeginn|leistungsbeginn|startdatum|kampagnenstart|laufzeitbeginn",
  ],
  ["period-start", "fr", "date de debut|debut|debut de prestation|debut de campagne"],
  ["period-start", "nl", "startdatum|ingangsdatum|begindatum"],
  ["period-start", "es", "fecha de inicio|inicio|fecha inicio"],
  ["period-start", "it", "data inizio|decorrenza|inizio|data di inizio"],
  ["period-start", "pt", "data de inicio|inicio|data inicio"],
  [
    "period-end",
    "en",
    "end date|end|ends|service end|service end date|contract end|contract end date|flight end|flight end date|last air date|to date|subscription end|subscription end date|rental end|term end|termination date|completion date",
  ],
  ["period-end", "de", "ende|vertragsende|mietende|leistungsende|enddatum|kampagnenende|laufzeitende"],
  ["period-end", "fr", "date de fin|fin|fin de prestation|fin de campagne"],
  ["period-end", "nl", "einddatum"],
  ["period-end", "es", "fecha de fin|fin|fecha fin|fecha de termino"],
  ["period-end", "it", "data fine|fine|data di fine"],
  ["period-end", "pt", "data de fim|fim|data fim|termino"],
  [
    "buyer",
    "en",
    "advertiser|advertiser name|client|client name|customer|customer name|bill to|billed to|sold to|ordered by|purchaser|tenant|hirer|lessee|renter|licensee|subscriber|prepared for|quote to|quote for|quotation for|estimate for|proposal for|buyer*|company name*",
  ],
  [
    "buyer",
    "de",
    "kunde|kundenname|auftraggeber|besteller|kaufer|mieter|werbekunde|werbungtreibender|rechnungsempfanger|angebot fur",
  ],
  ["buyer", "fr", "client|annonceur|acheteur|donneur d'ordre|locataire|nom du client|facturer a"],
  ["buyer", "nl", "klant|adverteerder|opdrachtgever|koper|afnemer|huurder"],
  ["buyer", "es", "cliente|anunciante|comprador|arrendatario|nombre del cliente|facturar a"],
  ["buyer", "it", "cliente|inserzionista|committente|acquirente|locatario"],
  ["buyer", "pt", "cliente|anunciante|comprador|locatario|tomador"],
  ["agent", "en", "agency|agency name|media agency|advertising agency|agent|buying agency"],
  ["agent", "de", "agentur|mediaagentur|werbeagentur"],
  ["agent", "fr", "agence|agence media"],
  ["agent", "nl", "bureau|mediabureau"],
  ["agent", "es", "agencia|agencia de medios"],
  ["agent", "it", "agenzia|centro media"],
  ["agent", "pt", "agencia"],
  [
    "seller",
    "en",
    "station|station name|vendor|vendor name|supplier|supplier name|seller|publisher|publication|contractor|service provider|provider|broadcaster|media owner|lessor|landlord|licensor|subcontractor|media vendor|consultant|order to|purchase from",
  ],
  ["seller", "de", "lieferant|auftragnehmer|verkaufer|vermieter|anbieter|dienstleister|verlag"],
  ["seller", "fr", "fournisseur|prestataire|vendeur|regie|editeur|bailleur"],
  ["seller", "nl", "leverancier|opdrachtnemer|verkoper|verhuurder"],
  ["seller", "es", "proveedor|vendedor|emisora|prestador|arrendador"],
  ["seller", "it", "fornitore|venditore|concessionaria|prestatore|locatore"],
  ["seller", "pt", "fornecedor|vendedor|emissora|prestador|locador"],
  ["party-name", "en", "name|company|company name|firm|legal name"],
  ["party-name", "de", "name|firma|firmenname"],
  ["party-name", "fr", "nom|societe|raison sociale"],
  ["party-name", "nl", "naam|bedrijf|bedrijfsnaam"],
  ["party-name", "es", "nombre|empresa|razon social"],
  ["party-name", "it", "nome|ragione sociale|societa"],
  ["party-name", "pt", "nome|empresa|razao social"],
  [
    "order-total",
    "en",
    "grand total|order total|total order|total of order|contract total|total contract|contract amount|total contract amount|contract value|total contract value|contract price|total contract price|contract sum|order amount|total order amount|order value|total order value|total cost|total price|total amount|total value|quote total|quotation total|estimate total|estimated total|total estimate|total estimated cost|proposal total|total proposal|po total|total po|purchase order total|purchase order amount|gross total|total gross|gross amount|total gross amount|gross order total|gross contract total|campaign total|total investment|total $|total usd|total eur|total gbp|total charges|total fee|total fees|lump sum|total incl tax|total including tax|total inc vat|total incl vat|total including vat",
  ],
  [
    "order-total",
    "de",
    "gesamtbetrag|gesamtsumme|auftragssumme|bestellsumme|auftragswert|bestellwert|angebotssumme|endbetrag|gesamtpreis|gesamtbetrag brutto|bruttobetrag|bruttosumme|gesamt brutto|vertragssumme|endsumme|auftragsvolumen|gesamtkosten",
  ],
  [
    "order-total",
    "fr",
    "total ttc|montant total|total general|montant ttc|montant de la commande|total commande",
  ],
  [
    "order-total",
    "nl",
    "totaalbedrag|eindtotaal|totaal incl btw|ordertotaal|orderbedrag|totaal inclusief btw",
  ],
  [
    "order-total",
    "es",
    "importe total|total general|total pedido|total presupuesto|total con iva|monto total",
  ],
  ["order-total", "it", "importo totale|totale ordine|totale offerta|totale generale|totale ivato"],
  ["order-total", "pt", "valor total|total geral|total da encomenda|total do pedido|montante total"],
  ["total", "en", "total|totals"],
  ["total", "de", "summe|gesamt|total"],
  ["total", "fr", "total"],
  ["total", "nl", "totaal"],
  ["total", "it", "totale"],
  [
    "net-total",
    "en",
    "net total|total net|net amount|net order total|net contract total|net contract amount|net cost|net order amount|total net amount|net to station",
  ],
  ["net-total", "de", "nettobetrag|nettosumme|gesamt netto|summe netto|auftragswert netto"],
  ["net-total", "fr", "total ht|montant ht|net ht|total net"],
  ["net-total", "nl", "totaal excl btw|nettobedrag|totaal exclusief btw"],
  ["net-total", "es", "base imponible|importe neto|total sin iva"],
  ["net-total", "it", "imponibile|totale imponibile|importo netto"],
  ["net-total", "pt", "total liquido|valor liquido"],
  ["subtotal", "en", "subtotal|sub total"],
  ["subtotal", "de", "zwischensumme"],
  ["subtotal", "fr", "sous total"],
  ["subtotal", "nl", "subtotaal"],
  ["tax", "en", "sales tax|tax|vat|gst|hst|state tax|total tax|use tax"],
  ["tax", "de", "mwst|ust|umsatzsteuer|mehrwertsteuer|zzgl mwst|zzgl ust"],
  ["tax", "fr", "tva|montant tva"],
  ["tax", "nl", "btw"],
  ["tax", "es", "iva"],
  [
    "none",
    "en",
    "print date|printed|printed at|printed on|last modified|changes as of|delivery date|ship date|required date|due date|due|phone|fax|phone fax|tel|telephone|email|e mail|attn|attention|page|contact|product|brand|comments|special handling|salesperson|sales office|sales region|account executive|account manager|billing cycle|billing calendar|billing type|payment terms|terms of payment|currency|ship to|deliver to|delivery address|site|market|demo|demographic|commission|agency commission|revision|version|description|notes|remarks|ordered for|order type|customer no|customer number|account no|account number|account|vendor no|vendor number|supplier number|requisition|requisition no|job|job no|project|project no|reference|ref|our ref|your ref|shipping|freight|ship via|fob|department|cost center|entered by|prepared by|approved by|authorized by|sales rep|rep",
  ],
  [
    "none",
    "de",
    "druckdatum|lieferdatum|liefertermin|telefon|tel|fax|e mail|ansprechpartner|seite|kundennummer|kunden nr|lieferantennummer|lieferanten nr|projekt|betreff|zahlungsbedingungen|wahrung|lieferadresse|bearbeiter|sachbearbeiter|ihr zeichen|unser zeichen|ihre anfrage|version",
  ],
  [
    "none",
    "fr",
    "date de livraison|telephone|tel|courriel|page|code client|n client|votre reference|notre reference|adresse de livraison|conditions de paiement|devise|contact|objet",
  ],
  [
    "none",
    "nl",
    "leverdatum|telefoon|pagina|klantnummer|leveranciersnummer|referentie|uw referentie|betalingstermijn|contactpersoon",
  ],
  [
    "none",
    "es",
    "fecha de entrega|telefono|pagina|numero de cliente|referencia|condiciones de pago|moneda|contacto",
  ],
  ["none", "it", "data consegna|telefono|pagina|codice cliente|riferimento|pagamento|valuta|contatto"],
  [
    "none",
    "pt",
    "data de entrega|telefone|pagina|codigo cliente|referencia|condicoes de pagamento|moeda|contacto",
  ],
];
