import type { ColumnRole } from "./column-roles.ts";
import { buyer, seller } from "./title-parts.ts";

/** What single words of a title say, whatever their order; words of a title that say nothing here leave it open. */
type Concept =
  | "line"
  | "whole"
  | "unit"
  | "net"
  | "tax"
  | "gross"
  | "total"
  | "amount"
  | "price"
  | "extended"
  | "count"
  | "date"
  | "issued"
  | "due"
  | "number"
  | "rate"
  | "name"
  | "text"
  | "tax-id"
  | "order"
  | "yours"
  | "seller"
  | "buyer"
  | "currency"
  | "shipping"
  | "paid";

/** Words and their usual short forms, folded, parted by "|"; programs shorten where papers write out. */
const words: readonly (readonly [Concept, string])[] = [
  ["line", "line|row|item|pos|posten|position|zeile|ligne|regel|riga|linea|linha|partida"],
  [
    "whole",
    "invoice|inv|bill|document|doc|documento|docto|rechnung|rechnungs|rg|facture|fact|fac|fra|factuur|factura|fattura|fatt|fatura|dokument|beleg|nota",
  ],
  ["unit", "unit|each|ea|einzel|einzeln|unitaire|unitario|unitaria|unit\\.|stuk|stuks|per unit"],
  [
    "net",
    "net|netto|neto|nett|ht|htva|untaxed|taxable|pretax|ex|excl|exc|excluding|without|iliquido|liquido|imponibile|imponible|hors|base|subtotal|sub",
  ],
  [
    "tax",
    "tax|taxes|vat|gst|hst|pst|qst|mwst|ust|umsatzsteuer|steuer|tva|taxe|taxes|btw|iva|impuesto|impuestos|imposta|imposto|impostos",
  ],
  ["gross", "gross|brutto|bruto|lordo|brut|ttc|incl|inc|including|incluido|inclusa|incluso"],
  ["total", "total|totals|tot|totale|totaal|gesamt|gesamtsumme|summe|sum|grand|suma|soma|somma"],
  [
    "amount",
    "amount|cuota|amt|amnt|value|val|betrag|montant|mt|bedrag|importe|imp|importo|valor|wert|sum|euro",
  ],
  [
    "price",
    "price|prc|p|pr|preis|prix|prijs|precio|prezzo|preco|cost|rate|tarif|tariff|tarief|tarifa|tariffa|pu|ep",
  ],
  ["extended", "ext|extd|extended|extension"],
  [
    "count",
    "qty|quantity|uds|aant|anz|stk|qnty|quant|menge|anzahl|aantal|quantite|qte|cantidad|cant|quantita|qta|q\\.ta|quantidade|qtd|qtde|units",
  ],
  ["date", "date|dt|f|datum|dat|fecha|fec|data|dated"],
  [
    "issued",
    "issue|issued|raised|exped|emis|emission|emissao|emision|emissione|expedicion|ausstellung|created",
  ],
  [
    "due",
    "due|verv|vto|venc|vencimiento|vencimento|scadenza|scad|echeance|verval|fallig|payable|pay by|payment",
  ],
  ["number", "number|no|no\\.|nr|nr\\.|num|num\\.|numero|nummer|n|n\\.|n°|nº|#|id|ref|reference"],
  ["rate", "rate|pct|percent|%|percentage|satz|taux|tipo|aliquota|taxa|tarief"],
  ["name", "name|nm|nom|nombre|nome|naam|firma|razon social|ragione sociale|denominazione"],
  [
    "text",
    "desc|descr|omschr|bez|bezeichnung|omschrijving|description|text|txt|details|detail|concepto|designacao|designation",
  ],
  [
    "tax-id",
    "nif|cif|nipc|siret|siren|piva|p\\.iva|p\\. iva|partita iva|abn|uid|ustid|ust id|ust-id|vat id|vat no|tin|ein|rfc|cnpj|kvk|tax id|btw nr|btw-nr|taxid|vatid",
  ],
  ["order", "po|order|bestellung|bestell|commande|cde|bestelling|pedido|ordine|encomenda|purchase order"],
  ["yours", "your|yours|ihre|ihr|votre|vos|uw|su|vostro|vs|vs\\.|sua|vossa|customer's"],
  ["seller", `${seller}|vend|supp|suppl|lev|prov`],
  ["buyer", `${buyer}|cust|clt|cli`],
  ["currency", "currency|curr|cur|ccy|crncy|divisa|devise|valuta|moeda|waehrung"],
  ["shipping", "ship|shipping|freight|delivery|versand|fracht|porto|spedizione|transporte|envio|port"],
  [
    "paid",
    "paid|prepaid|deposit|anzahlung|bezahlt|acompte|anticipo|acconto|pagado|pago|adiantamento|aanbetaling|betaald",
  ],
];
const conceptOf = new Map<string, Concept>();
for (const [concept, listed] of words)
  for (const word of listed.replaceAll("\\", "").split("|"))
    if (!conceptOf.has(word)) conceptOf.set(word, concept);
/** Words that only join the others. */
const joining: ReadonlySet<string> = new Set(
  "of de do da di del della des du d' d der die the la le el van a per and e".split(" "),
);

/** What a set of concepts means, the surest first: each named one must be there, and no other than the optional ones. */
const meanings: readonly (readonly [
  role: ColumnRole,
  needed: readonly Concept[],
  also: readonly Concept[],
])[] = [
  ["seller-tax-id", ["seller", "tax-id"], ["number"]],
  ["customer-tax-id", ["buyer", "tax-id"], ["number"]],
  ["seller", ["seller"], ["name"]],
  ["customer", ["buyer"], ["name"]],
  ["due-date", ["due", "date"], ["whole"]],
  ["issue-date", ["date", "issued"], ["whole"]],
  ["issue-date", ["date", "whole"], []],
  ["invoice-number", ["whole", "number"], []],
  ["order-reference", ["order", "number"], ["yours", "buyer"]],
  ["order-reference", ["order", "yours"], []],
  ["order-reference", ["yours", "number"], []],
  ["tax-rate", ["tax", "rate"], ["line"]],
  ["line-amount", ["extended"], ["amount", "price", "total", "net", "line"]],
  ["line-gross", ["line", "gross"], ["total", "amount", "tax"]],
  ["tax-amount", ["line", "tax"], ["amount", "total"]],
  ["line-amount", ["line", "net"], ["total", "amount", "tax"]],
  ["line-amount", ["line", "total"], ["amount"]],
  ["line-amount", ["line", "amount"], []],
  ["unit-price", ["unit", "price"], ["net"]],
  ["unit-price", ["unit", "amount"], ["net"]],
  ["unit-price", ["unit"], []],
  ["balance", ["due", "net"], ["total", "amount"]],
  ["balance", ["due", "amount"], ["total", "whole"]],
  ["subtotal", ["net", "tax"], ["total", "amount", "whole"]],
  ["total", ["gross", "tax"], ["total", "amount", "whole"]],
  ["total-tax", ["total", "tax"], ["amount", "whole"]],
  ["total-tax", ["tax", "amount"], ["whole"]],
  ["subtotal", ["net", "amount"], ["whole"]],
  ["subtotal", ["net", "total"], ["amount", "whole"]],
  ["total", ["gross", "total"], ["amount", "whole"]],
  ["total", ["whole", "total"], ["amount"]],
  ["total", ["whole", "amount"], []],
  ["quantity", ["count"], ["unit"]],
  ["description", ["text"], ["line"]],
  ["currency", ["currency"], []],
];

const longestTitle = 5;

/** "Firma cliente" is who signs, in Spanish and Italian; only in German is a "Firma" the name of a business. */
const isSigned = (title: string): boolean =>
  /\bfirma\b/.test(title) &&
  /\b(?:cliente|committente|comprador|compratore|destinatario|acquirente|receptor)\b/.test(title);

/**
 * What the words of a folded title say together, in any order and with the short forms of programs: "ext_amt", "due dt",
 * "total da linha", "NIF fornecedor". Empty where one of its words says anything else.
 */
export function rolesByConcepts(title: string): readonly ColumnRole[] {
  const found = isSigned(title) ? null : conceptsIn(title);
  if (found === null) return [];
  return meanings
    .filter(
      ([, needed, also]) =>
        needed.every((concept) => found.has(concept)) &&
        [...found].every((concept) => needed.includes(concept) || also.includes(concept)),
    )
    .map(([role]) => role);
}

const shortestPart = 4;

/** What a word says, or the two that it is put together of: "regelbedrag", "Vervaldatum". */
function conceptsOf(word: string): readonly Concept[] | null {
  const own = conceptOf.get(word);
  if (own !== undefined) return [own];
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut += 1) {
    const [first, second] = [conceptOf.get(word.slice(0, cut)), conceptOf.get(word.slice(cut))];
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return null;
}

/** The concepts of all words of a title; `null` where a word is none of them. */
function conceptsIn(title: string): ReadonlySet<Concept> | null {
  const parts = title
    .replaceAll("%", " % ")
    .split(/[\s_/(),-]+/u)
    .filter((part) => part !== "" && !joining.has(part));
  if (parts.length === 0 || parts.length > longestTitle) return null;
  const found = new Set<Concept>();
  for (let at = 0; at < parts.length; at += 1) {
    const pair = conceptOf.get(parts.slice(at, at + 2).join(" "));
    if (pair !== undefined && at + 1 < parts.length) {
      found.add(pair);
      at += 1;
      continue;
    }
    const own = conceptsOf(parts[at] ?? "");
    if (own === null) return null;
    for (const concept of own) found.add(concept);
  }
  return found;
}
