/** What a column of a table holds, by its head. */
export type ColumnRole =
  | "item"
  | "role"
  | "person"
  | "unit"
  | "rate"
  | "amount"
  | "quantity"
  | "percent"
  | "milestone"
  | "frequency"
  | "discount"
  | "list"
  | "minimum"
  | "date"
  | "band"
  | "note"
  | "number"
  | "unknown";

/** Heads over the most that may be billed, in seven languages; other limits ("per night") are rows of expenses. */
export const ofLimit =
  /^(?:the )?(?:fee |cost |budget |price |amount |honorar|kosten|vergutungs)?-?(?:not[- ]to[- ]exceed|nte|upset|ceiling|cap|limit|maximum(?! rate)|max\.?|hochst(?:betrag|grenze|summe|vergutung|honorar)|obergrenze|kostendach|kostenlimit|maximal(?:betrag)?|plafond|montant maxim(?:al|um)|tope|limite|importe maximo|maximo|tetto|massimale|importo massimo|plafond|maximumbedrag|maximaal bedrag|teto|valor maximo)(?![\p{L}])(?: (?:amount|fee|fees|price|sum|limit|de|d'|du|of|in|per|eur|usd|gbp|chf|ht|net|netto|\p{L}+)){0,3}\W*(?:\([^)]*\))?$/u;

/** What a thing is worth, not what it costs. */
export const ofWorth =
  /\b(?:replacement|reposicion|remplacement|wiederbeschaffung\w*|neuwert|zeitwert|sostituzione|substituicao|vervangings?\w*|insured|asegurad[oa]|assicurat[oa]|versichert\w*|verzekerd\w*)\b/;

const roles: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    "number",
    /^(?:#|no\.?|pos\.?|line|nr\.?|item (?:no\.?|#)|line (?:no\.?|#|item #)|ref\.?|sku|code|part (?:no\.?|number)|(?:item|article|product|material|stock|catalogue|catalog|order) (?:code|no\.?|number)|n°|n[.º]?|lfd\.? nr\.?|(?:artikel|material|bestell|produkt)-?(?:nr\.?|nummer)|art\.? ?-?(?:no|nr|n)\.?|cod(?:\.|e|ice|igo)?(?: (?:article|articolo|articulo|artigo|produit|prodotto|producto|produto))?|ref(?:\.|erence|erencia|erenz)?|rif(?:\.|erimento)?|referentie|artikelcode|id)$/,
  ],
  ["note", ofWorth],
  ["note", ofLimit],
  ["note", /^pay\b|\bpay rate\b|\bwages?\b|\bsalary\b|\bmargin\b|\bmarkup\b|\borigin\b/],
  ["discount", /\b(?:discount|disc\.?|rabatt|remise)\b/],
  ["list", /\b(?:list|msrp|standard (?:rate|price)|listenpreis|regular price|rack)\b/],
  ["minimum", /\b(?:minim(?:um|o|a|ale?|aal)|min\.?|mindest\w*)\b/],
  // Where a band of quantity begins or ends, as the whole head.
  ["band", /^(?:ab|bis|vanaf|tot|desde|hasta|da|dal|fino a|a partir de|ate|jusqu'a|a partir du?)$/],
  [
    "percent",
    /^(?:%|percent(?:age)?|share|anteil|% of (?:fee|total|price|contract).*|payment %|prozent|part|% due|pct)$|^(?:percent|percentage)\b|\b%$/,
  ],
  [
    "band",
    /\b(?:tiers?|bands?|range|volume|from|to|usage|threshold|staffel|menge (?:von|ab|bis)|ab menge|tranche|users|quantity break|up to|monthly (?:volume|usage)|quantity range)\b/,
  ],
  [
    "frequency",
    /^(?!.*\b(?:rate|price|fee|charge|amount)\b).*\b(?:frequency|cadence|billing|billed|recurr\w*|interval|zyklus|rhythmus|turnus|frequence|periodicite|charge type|term)\b/,
  ],
  [
    "quantity",
    /\b(?:qty\.?|quantity|cantidad|cant\.?|quantita|q\.ta|quantidade|qtd\.?|aantal|hours|hrs|menge|anzahl|quantite|qte|days|tage|units|est(?:imated|\.)? (?:hours|qty|quantity|days)|visits|std\.?|stunden|jours)\b(?!.*\b(?:rate|price)\b)(?<!\b(?:rate|price|fee|charge|satz|tarif)\b.*)/,
  ],
  [
    "rate",
    /\b(?:rates?|unit (?:price|cost|fee)|price (?:per|each|\/)|hourly|per (?:hour|day|unit|user|visit|mile|item|each)|\/ ?(?:hr|hour|day|unit|user|mile|visit)|stundens\w*|tagess\w*|einzelpreis|e-?preis|prix unitaire|p\.?u\.?|taux|tarif|tjm|cost per|fee per|satz|preis (?:pro|je)|prix par|uurtarie(?:f|ven)|tarie(?:f|ven)|dagtarief|tarifa|precio (?:por|unitario)|prezzo (?:al|unitario|per)|preco (?:por|unitario)|prijs per|stuksprijs|p\.? ?unit\w*|each|unit|day rate|daily|weekly|net price|your price|price)\b/,
  ],
  [
    "unit",
    /^(?:unit|uom|u\/m|einh\.?|eenh\.?|un\.?|u\.?|eenheid|unidad|unita|unidade|u\.?m\.?|ud\.?|per|einheit|eh|me|unite|basis|metric|pricing metric|measure|unit of measure|billing unit|charge basis|rate basis|unit type)$/,
  ],
  [
    "amount",
    /\b(?:amount|total|importe|importo|totale|totaal|bedrag|precio|prezzo|preco|valor|prijs|fees?|cost|betrag|gesamt(?:preis)?|montant|summe|extended|value|sum|subtotal|charges?|preis|prix|price|mrc|nrc|monthly|annual|yearly|one-?time|payment|usd|eur|gbp|extension|net|netto|ht|kosten|investment)\b|[$€£]/,
  ],
  [
    "milestone",
    /\b(?:milestones?|stage|deliverables?|event|trigger|when due|due (?:on|upon|when)|meilenstein\w*|jalons?|hitos?|etapas?|tapp[ae]|traguard[oi]|marcos?|mijlpa(?:al|len)|echeance|payment (?:event|milestone|schedule|stage)|installment|instalment|zahlungsplan|falligkeit|completion of)\b/,
  ],
  [
    "role",
    /\b(?:roles?|functie|funcion|perfil|figura|ruolo|profilo|funcao|title|position|labor categor(?:y|ies)|labour categor(?:y|ies)|classification|staff|level|rolle|funktion|fonction|profil|personnel|resource|timekeeper|grade|trade|job (?:title|class)|category|skill|consultant|qualifikation|mitarbeiter)\b/,
  ],
  ["person", /^(?:name|person|attorney|employee|team member|consultant name|key personnel|nom)$/],
  ["date", /\b(?:date|from|start|end|due|effective|datum|period|until)\b/],
  ["note", /\b(?:notes?|comments?|remarks?|conditions?|bemerkung|description of)\b/],
  [
    "item",
    /\b(?:descriptions?|concepto|descripcion|descrizione|voce|descricao|omschrijving|dienst|servicio|servizio|servico|items?|services?|products?|tasks?|activit(?:y|ies)|equipment|leistung\w*|bezeichnung|designation|prestation\w*|charge|fee type|plan|line item|work|scope|component|module|element|type|article|artikel|beschreibung|phase|lane|route|size|property|location|site|department|vehicle|machine|material|name|what)\b/,
  ],
];

/** A currency as heads name it. */
const ofMoney =
  "(?:[$€£₹]|(?:us|ca|c|a|au|nz|s|r|hk|mx) ?\\$|eur(?:os?)?|usd|gbp|chf|cad|aud|nzd|sgd|hkd|zar|inr|brl|mxn|sfr\\.?|fr\\.|rs\\.?|rand|reais|pesos|francs?|franken|pounds?|dollars?)";

/** Role of a column head; heads that name both a thing and its price are prices. */
export function roleOfHead(folded: string): ColumnRole {
  const head = folded.replace(/[:*]/g, "").trim();
  if (head === "") return "unknown";
  // "CHF pro Stunde", "€/Std", "Rs. per visit": money for one of something.
  if (
    new RegExp(`^${ofMoney}(?: ?\\/ ?| (?:per|pro|je|par|por|al?|a la|ao|per la|/) ?)[\\p{L}²³]`, "u").test(
      head,
    )
  )
    return "rate";
  if (new RegExp(`^(?:in |en )?\\(?${ofMoney}\\)?$`, "u").test(head)) return "amount";
  // Short heads of German and French tables of positions: unit price and price of the whole position.
  if (
    /^(?:e\.? ?p\.?|e\.?-?pr(?:eis)?\.?|einzelpr\.?|p\.? ?u\.?|v\.? ?p\.?|u\.? ?p\.?)(?: (?:in |ht|netto|[€$£]|eur|chf).*)?$/.test(
      head,
    )
  )
    return "rate";
  if (
    /^(?:g\.? ?p\.?|g\.?-?pr(?:eis)?\.?|gesamtpr\.?|p\.? ?t\.?|m\.? ?t\.?)(?: (?:in |ht|netto|[€$£]|eur|chf).*)?$/.test(
      head,
    )
  )
    return "amount";
  if (
    /^(?:item|product|part|article|material|service|charge|line)[- ](?:code|no\.?|number|#|id)$|^sku$/.test(
      head,
    )
  )
    return "number";
  if (
    /^(?:unit|pack|package|container) (?:size|type)$|^packaging$|^(?:(?:pricing|billing|charge|usage) )?metric$/.test(
      head,
    )
  )
    return "unit";
  if (
    /^(?:description|item|service|services|product|role|position|task|classification|equipment|leistung|bezeichnung|designation|title|labor category|deliverable|milestone|phase|activity|resource|category|timekeeper|unit)\b/.test(
      head,
    ) &&
    !/\b(?:price|rate|cost|fee|amount)\b/.test(head)
  ) {
    return /^unit$/.test(head)
      ? "unit"
      : /^(?:role|position|classification|title|labor category|resource|timekeeper)/.test(head)
        ? "role"
        : /^(?:milestone|deliverable)/.test(head)
          ? "milestone"
          : "item";
  }
  return roles.find(([, pattern]) => pattern.test(head))?.[0] ?? "unknown";
}
