/** What the payer wants to find on invoices to know their order by, in seven languages. */
const orderNoun =
  "(?:purchase |work )?order(?:s|(?:'s)? (?:numbers?|no\\.?|ref\\w*))?|po(?: numbers?| no\\.?)?|p\\.o\\.|bestell(?:nummern?|nr|ung)|auftrags?(?:nummern?|nr)?|(?:objekt|kreditoren|projekt|kommissions|kunden|debitoren|kosten)(?:nummern?|stelle)|bons? de commande|numeros? de (?:bon de )?commande|commande|pedidos?|orden(?:es)?(?: de compra)?|n(?:umero|\\.?º|º|°)? de (?:pedido|orden|expediente)|ordin[ei]|numero d'ordine|oda|cig|cup|encomendas?|n(?:umero|\\.?º|º|°)? de encomenda|requisicao|(?:inkoop|bestel|order|opdracht|project|inkooporder)-?(?:nummers?|bon)|ref(?:erence|erenz|erencia|erentie|\\.)?|riferimento|kenmerk|afe|lsd";
const invoiceNoun =
  "invoices?|bills?|accounts?|(?:sammel)?rechnung(?:en)?|factures?|facturas?|facturar|facturen|factuur|fattur[ae]|fatturazione|faturas?";
const askedTo =
  "quot\\w*|stat(?:e|ed|ing)|show\\w*|cit(?:e|ed|ing)|mention\\w*|indicat\\w*|bear\\w*|include[sd]?|with|against|to|angeben|anzugeben|angegeben|angabe|nennen|aufzufuhren|aufgefuhrt|vermerk\\w*|gehort|stehen|steht|indiqu\\w*|rappel\\w*|figur\\w*|port(?:er|ant)|comport\\w*|indicar\\w*|indique\\w*|citar\\w*|const[ae]\\w*|consign\\w*|facturar contra|menciona\\w*|mencione\\w*|riport\\w*|indicare|indicato|indicando|citare|contenere|referir|referenciar|indicando|vermeld\\w*|staan|staat|noemen|onder";

const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, "u");
const [order, invoice, asked] = [word(orderNoun), word(invoiceNoun), word(askedTo)];

/** Papers of their own that only mention invoices: a delivery, a payment, an approval. */
const otherRule =
  /\b(?:paid|payable|due within|zahlbar|fallig|payee?s?|pagader[oa]s?|betaald|cancel\w*|storni\w*|delivery notes?|lieferschein\w*|reminder|mahnung|overdue|discount|skonto)\b/;

/** Whether a sentence asks for the payer's number of an order on invoices: "Merci de rappeler le numéro de commande sur la facture". */
export const asksOnInvoice = (folded: string): boolean =>
  folded.length < 260 &&
  order.test(folded) &&
  invoice.test(folded) &&
  asked.test(folded) &&
  !otherRule.test(folded);

/** Whether what is asked for is the payer's own number, in words that no list of labels holds. */
export const namesPayersOrder = (folded: string): boolean => order.test(folded);
