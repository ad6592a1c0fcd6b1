/** Words of what is bought for the payer and passed on, over folded text, in seven languages. */

/** The sum that was paid, and no more. */
const atCost = [
  "at (?:exactly )?(?:actual |documented |net |our |supplier'?s? |the )*cost(?! (?:of|plus|\\+))(?: price)?|at actuals?|as (?:they (?:are )?|we )?paid(?: out| for)?|at (?:exactly )?what (?:we|they|it|these|that) (?:actually )?costs?(?: us)?|(?:at |for )?(?:exactly )?what they cost(?: [\\p{L}]+){0,3}|at the price paid|pass(?:ed)?[- ]through(?: at cost)?",
  "zum (?:einkaufs|selbstkosten|einstands)preis|zu (?:selbstkosten|einkaufspreisen|einstandspreisen)|(?:nach|in hohe der|in) tatsachliche[rnm]? (?:aufwand|anfall|kosten|hohe|auslagen)|zum nettoeinkaufspreis|eins zu eins|1 ?: ?1|nach auslage",
  "(?:au|a) (?:prix )?coutant|au cout (?:reel|de revient)|aux? frais reels|au reel|a l'identique|a l'euro l'euro|au prix (?:d'achat|de revient)|au debours|pour leur (?:montant|cout) (?:reel|exact)",
  "a(?:l)? (?:precio de )?coste(?! (?:mas|\\+))|al costo(?! (?:piu|mas|\\+))|a (?:precio de )?costo(?! (?:mas|\\+))|por su (?:coste|costo|importe)(?: real)?|al gasto real|a su costo",
  "al (?:puro )?costo(?! (?:piu|\\+))|a pie' ?di lista|a pie di lista|al prezzo d'acquisto|al costo vivo|per l'importo effettivo",
  "tegen (?:kostprijs|inkoopprijs|de werkelijke kosten|werkelijke kosten)|op basis van (?:werkelijke kosten|nacalculatie)|een[- ]op[- ]een|aan kostprijs|aan inkoopprijs",
  "(?:ao|pelo|a preco de) custo(?! (?:mais|acrescido|\\+))(?: real)?|pelo valor (?:real|pago|efetivo)|pelo seu custo",
].join("|");

/** Explicitly nothing on top. */
const noMarkup = [
  "(?:with(?:out)?|no)(?: any| a)? (?:mark-?up|uplift|margin|handling (?:fee|charge)|surcharge)(?<!with (?:mark-?up|uplift|margin|surcharge))",
  "ohne (?:aufschlag|zuschlag|aufpreis|marge)",
  "sans (?:marge|majoration|supplement)",
  "sin (?:recargo|margen|sobrecoste)",
  "senza (?:ricarico|maggiorazione|rincaro|sovrapprezzo)",
  "zonder (?:opslag|toeslag|marge)",
  "sem (?:margem|acrescimo|majoracao|markup)",
].join("|");

/** A paper that proves the sum. */
const proof = [
  "(?:against|on production of|upon|with(?: a)?|on) (?:the )?(?:original )?(?:receipts?|vouchers?|bills?|invoices?)|receipts? (?:is |are )?(?:required|attached|enclosed|needed)|supported by receipts",
  "(?:gegen|auf|mit|laut|nach)(?: vorlage (?:von|der|des)| einzel)? ?(?:beleg(?:e|en|s)?|nachweis(?:e|en)?|quittung(?:en)?|rechnung(?=[ .,;)]|$))|belegweise",
  "(?:sur|contre)(?: presentation d(?:es|e|u))? ?(?:justificatifs?|recu|factures?|ticket)|avec justificatifs?|justificatifs? a l'appui",
  "(?:contra|con|segun|previa|mediante|previa presentacion de)(?: la| el| los| presentacion de)? ?(?:justificantes?|facturas?|comprobantes?|recibos?|tickets?)",
  "(?:su|dietro|contro|con)(?: presentazione d(?:i|ei|elle))? ?(?:giustificativ[oi]|ricevut[ae]|scontrin[oi]|fattur[ae])",
  "(?:tegen|op|met)(?: overlegging van| afgifte van)?(?: de| een)? ?(?:bon(?:nen|netje)?|bewijs(?:stukken)?|factuur|facturen|kwitanties?)",
  "(?:contra|mediante|com)(?: apresentacao d[eoa]s?)?(?: a| o)? ?(?:recibos?|comprovativos?|comprovantes?|faturas?|notas? fisca(?:l|is))",
].join("|");

/** What is bought: without a word of it the price of something else may be meant. */
const goods = [
  "expenses?|disbursements?|outlays?|materials?|parts|consumables|suppl(?:y|ies)|goods|travel|flights?|airfares?|hotels?|lodging|accommodation|meals?|subsistence|tolls?|parking|mileage|permits?|fees?|costs?|postage|couriers?|print(?:ing|s)?|cop(?:y|ies)|fonts?|stock (?:images?|photos?)|lumpers?|tipping|disposal|subcontract\\p{L}*|third[- ]party|outside services|tickets?|fuel|entry|hire|sums we pay|anything we buy|taxis?|visas?|licen[cs]es?|media",
  "\\p{L}*(?:kosten|spesen|auslagen|material|materialien|teile|leistungen|gebuhren|porto|porti|maut)|hotel|ubernachtung\\p{L}*|bahn\\p{L}*|flug|fluge|verpflegung|druck|waren|ersatzteil\\p{L}*|entsorgung",
  "frais|debours|materiel|materiaux|fournitures|pieces|sous-traitan\\p{L}*|deplacements?|hebergement|repas|tirages?|maquettes?|peages?|billets?|achats?|consommables|affranchissement|timbres",
  "gastos?|suplidos|materiales|repuestos|piezas|viajes?|desplazamientos?|dietas|alojamiento|peajes?|casetas?|tasas|comidas|consumibles|subcontrat\\p{L}*|aparcamiento|estacionamiento|viaticos?|vuelos?",
  "spese|materiali?|ricambi|trasfert\\p{L}*|viaggi[o]?|vitto|alloggio|pedagg[io]|diritti|bolli|parcheggi[o]?|subappalt\\p{L}*|consumabili|anticipazioni",
  "onkosten|materia(?:al|len)|onderdelen|reiskosten|verblijf\\p{L}*|overnachting\\p{L}*|verschotten|artikelen|leges|tol|parkeer\\p{L}*|inkoop|inkopen|drukwerk",
  "despesas?|materia(?:l|is)|pecas|deslocac\\p{L}*|viage(?:m|ns)|alojamento|portagens|pedagios?|taxas|refeic\\p{L}*|subcontrat\\p{L}*|consumiveis|estacionamento|emolumentos|custas|hospedagem|passagens",
].join("|");

/** What is spent on the way or laid out: a limit beside it is on that, and not on the price of the work. */
export const isAboutExpenses =
  /\b(?:expenses?|travel|lodging|disbursements?|meals?|per diem|reimburs\w*|(?:paid|pays?) back|erstatte\w*|rembours\w*|reembols\w*|rimbors\w*|vergoed|airfare|hotel|mileage|spesen|reisekosten|frais|out-of-pocket)\b/;

const pattern = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, "u");

export const atCostWords = pattern(atCost);
export const noMarkupWords = pattern(noMarkup);
export const proofWords = pattern(proof);
export const goodsWords = pattern(goods);
