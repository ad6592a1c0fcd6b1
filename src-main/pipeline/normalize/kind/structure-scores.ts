import { isCurrencyCode } from "../../../../src-shared/money/index.ts";
import type { DocumentKind, ReadDocument } from "../../../../src-shared/model/index.ts";
import { matchFieldLabels } from "../labels/index.ts";
import type { LabelField } from "../labels/index.ts";
import { foldText } from "../values/fold.ts";
import { pageLines } from "./page-line.ts";
import type { PageLine } from "./page-line.ts";
import { findDefinitions } from "../agreement/header/defined-names.ts";
import { roleOf } from "../agreement/header/party-words.ts";
import { countCommercialWordings } from "./commercial-wording.ts";
import { dealPoints } from "./deal-words.ts";
import { statesOwnSum } from "./own-sum.ts";
import { kindTitles } from "./kind-titles.ts";

/** The running text of a paged or flowing document, folded and cut at a length that decides every kind. */
export const bodyText = (document: ReadDocument): string => {
  const parts: string[] = [];
  let length = 0;
  for (const page of document.pages) {
    for (const word of page.words) {
      if (!word.visible) continue;
      parts.push(word.text);
      length += word.text.length + 1;
      if (length > 60_000) return foldText(parts.join(" "));
    }
  }
  return foldText(parts.join(" "));
};

const count = (text: string, pattern: RegExp): number => {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(text) !== null && found < 500) found += 1;
  return found;
};

/** How many different words of a pattern a text holds: a price for the driver, told three times, delivers nothing. */
const countDistinct = (text: string, pattern: RegExp): number =>
  new Set(Array.from(text.matchAll(pattern), ([word]) => word)).size;

const no = "(?:no|nr|num|number|nummer|numero|#|id|ref)\\.?";
/** Own number labels: the noun of the kind with "no". Negative contexts ("your invoice no") are excluded by look-behind. */
const billNumber = new RegExp(
  `(?<!(?:original|previous|preceding|your|against) )\\b(?:invoice|tax invoice|bill) ?${no}(?![a-z])|\\binv(?:oice)?\\.? ?#|(?<!zu )rechnungs?[- ]?(?:nr|nummer)|\\b(?:facture|factura|fattura|fatura) ?(?:n[°ºo.]|num|no\\b|nr)|fact(?:uur)?\\.? ?n(?:umme)?r|\\bn(?:[°ºo]|\\.[°ºo]|r|um|umero)?\\.? ?(?:de |da |di |della |d')?(?:facture|factura|fattura|fatura)\\b|\\bn(?:umero|[°ºo.]|um\\.) d[ae] nota\\b|\\bnfs-?e\\b`,
  "g",
);
const numberLabels: readonly (readonly [DocumentKind, number, RegExp])[] = [
  ["invoice", 2, billNumber],
  [
    "credit-note",
    2,
    new RegExp(
      `\\bcredit (?:note|memo) ?${no}|gutschrifts?[- ]?(?:nr|nummer)|avoir n[°ºo.]|creditnotan`,
      "g",
    ),
  ],
  [
    "purchase-order",
    0.6,
    new RegExp(
      `\\b(?:purchase order|p\\.?o\\.?) ?${no}(?![a-z])|bestell-?(?:nr|nummer)|bon de commande n`,
      "g",
    ),
  ],
  [
    "estimate",
    0.7,
    new RegExp(
      `\\b(?:quote|quotation|estimate|proposal) ?${no}(?![a-z])|angebots?[- ]?(?:nr|nummer)|devis n[°ºo.]|offertenummer|presupuesto n|preventivo n`,
      "g",
    ),
  ],
  ["work-order", 0.6, new RegExp(`\\b(?:work order|job|ticket) ?${no}(?![a-z])`, "g")],
  ["agreement", 0.4, new RegExp(`\\b(?:contract|agreement) ?${no}(?![a-z])|vertrags-?(?:nr|nummer)`, "g")],
];

const dueWords =
  /\b(?:amount due|balance due|total due|due date|payment due|please pay|pay by|remit to|net payable|zahlbar|fallig|zahlungsziel|zu zahlen|net a payer|a payer|echeance|te betalen|vervaldatum|vencimiento|total a pagar|scadenza|totale da pagare|vencimento|valor a pagar)\b/g;
const totalWords =
  /\b(?:invoice total|grand total|sub-?total|rechnungsbetrag|gesamtbetrag|zwischensumme|total ht|total ttc|sous-total|factuurbedrag|totaal|base imponible|total factura|imponibile|totale (?:fattura|documento)|total do documento|total incl)\b/g;
const bankWords =
  /\b(?:iban|bic|swift|sort code|routing|account number|account no|bsb|bankverbindung|kontonummer|rib)\b/g;
const taxWords = /\b(?:vat|gst|sales tax|mwst|ust|tva|btw|iva|hst)\b/g;
const legalWords =
  /\b(?:shall|hereinafter|hereof|herein|hereby|hereto|thereof|whereas|party|parties|indemnif\w+|confidential\w*|governing law|terminat\w+|agrees?|obligations?|vertragspartner|auftragnehmer|auftraggeber|kundigung|vertragspartei\w*|les parties|le prestataire|resiliation|partijen|opdrachtnemer|opdrachtgever|las partes|celebran|al tenor de|el prestador|el cliente pagara|le parti|committente|appaltatore|as partes|outorgantes?|o prestador|le client paie|ci-apres|hierna te noemen|di seguito|en adelante|doravante)\b/g;
const clauseNumbers =
  /(?:^|[.;:] )(?:\d{1,2}\.\d{1,2}\.?|\d{1,2}\.|§ ?\d+|article [ivx\d]+|section \d+|\([a-z]\)) [a-z"]/g;
const signatureWords =
  /\b(?:in witness whereof|signature|signed by|by: ?_|name: ?_|title: ?_|authorized signat\w+|unterschrift|fait a|handtekening|firma|assinatura|executed|sign below|agreed and accepted|accepted (?:by|for)|agreed:|gez\.)/g;
const orderWords =
  /\b(?:ship to|deliver to|vendor|supplier no|please supply|delivery date|lieferadresse|lieferant|requested by|buyer)\b/g;
const validityWords =
  /\b(?:valid (?:until|for|through|\d+ days?|to)|good (?:through|until|for \d+)|quote expires|expires on|offer (?:stands|expires|holds|is (?:open|valid))|this (?:quote|estimate|proposal)|(?:my|our) price (?:for|to)|(?:my|our) (?:offer|quote|estimate|proposal)|gultig bis|gilt bis|angebot|freibleibend|valable|devis|geldig tot|offerte|valido hasta|valida hasta|oferta|valido fino|offerta|valida ate|nous vous proposons|je vous propose|wir bieten|bieten wir|bieten ihnen|biete ich|unterbreiten|vi proponiamo|le proponiamo|proponiamo|le ofrecemos|ofrecemos|les ofrecemos|propomos|hierbij bieden|bieden wij|we offer|we propose|we are pleased to (?:quote|offer|submit)|bon pour accord|to accept this)\b/g;
const hourWords =
  /\b(?:hours|hrs|std|stunden|heures|uren|horas|ore|week ending|clock in|start time|end time)\b/g;
const amendWords =
  /\b(?:is (?:hereby )?amended|hereby amended|amends? (?:the|that certain)|deleted and replaced|all other terms|remain(?:s)? in full force|effective date of (?:this )?(?:amendment|change)|revised contract (?:sum|price|amount)|contract sum|wird (?:wie folgt )?(?:geandert|ersetzt)|est modifie|annule et remplace|pass(?:es?|ent) de [^.;]{3,30} (?:euros |€ ?)?a\b|pasa(?:n|ra|ran)? de [^.;]{3,40} a\b|passa(?:no)? da [^.;]{3,40} a\b|passa(?:m)? de [^.;]{3,40} para\b|(?:increase[sd]?|rises?|changes?|goes? up) from [^.;]{2,40} to\b|(?:erhoht|erhohen|andert|andern) sich [^.;]{0,60}(?:von|auf)|wordt (?:verhoogd|gewijzigd|aangepast) (?:van|naar)|overige (?:bepalingen|voorwaarden) (?:blijven|van)|ubrigen (?:bestimmungen|bedingungen|vertragsbestandteile)|autres (?:clauses|dispositions|conditions) (?:restent|demeurent)|demas (?:clausulas|condiciones)|restanti (?:clausole|condizioni)|restantes (?:clausulas|condicoes))\b/g;
const acceptanceWords =
  /\b(?:hereby accept\w*|has been accepted|accepted by|accepts? the (?:deliverable|work|milestone)|abgenommen|receptionne|without defects|no defects|punch list)\b/g;

const codes = "eur|usd|gbp|chf|cad|aud|nzd|sgd|hkd|zar|inr|mxn|brl|pln|czk|sek|nok|dkk|aed";
const sums = `(?:(?:us|au|ca|nz|s|hk|r|mx)?\\$|€|£|₹|\\b(?:${codes}|rs\\.?|fr\\.|euros?)) ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:€|(?:${codes}|euros?)\\b)|\\br ?\\d{1,3}(?:[ ,]\\d{3})*[.,]\\d{2}\\b|\\br ?\\d{1,3}(?:[ ,]\\d{3})+\\b|\\br\\d{2,3}(?= (?:per|an?|each)\\b)|\\b\\d{1,2}p(?= |\\.|,|$)`;
/** A sum with a mark of currency, and one that says what it is for: "$14.80", "€ 215 per uur", "£19 an hour". */
const printedSums = new RegExp(sums, "g");
const unitPrices = new RegExp(
  `(?:${sums})(?: (?:ht|net|netto|each way))? ?(?:/ ?\\p{L}|\\b(?:per|je|pro|par|por|a|an|each|every|al|all'|de l'|l'|le|la|pro) ?(?!day of|total|for)\\p{L}{2})`,
  "gu",
);

/** Who hands over and who takes: a short paper of goods or work that was brought. */
const deliveryWords =
  /\b(?:received by|goods received|delivered (?:to|by)|driver|vehicle reg|gross weight|tare|signature of recipient|empfangen|ware erhalten|ubernommen|geliefert|kolli|recu par|recu le|marchandise recue|ontvangen(?: door)?|voor ontvangst|geleverd|recibi|recibido|firma destinatario|destinatario|causale|vettore|colli|conducente|recebido|transportador)\b/g;

const capped = (value: number, cap: number): number => Math.min(value, cap);

const invoiceWord = /^(?:(?:tax|vat|sales) )?(?:invoice|rechnung|facture|factuur|factura|fattura|fatura)$/;
const invoiceTitles: readonly string[] = kindTitles.flatMap(([kind, titles]) =>
  kind === "invoice" ? titles : [],
);
/** What may stand between a title and its number: a word for "number", a series, "(380)". */
const titleNumber =
  /^(?: (?:n|no|nr|num|number|nummer|numero|id|ref|[a-z]{1,4}|\(\d{2,4}\))[.:°º]*){0,2} ?[:#]? ?((?=[a-z\d/.-]*\d)[a-z\d][a-z\d/.-]*)(?=$|[ ,;|])/;

/** "Parcella n. 34/2026 del …", "Fatura FT 2026A/77": the number that a title of an invoice carries; `null` for none. */
function numberInTitle({ folded, text }: PageLine): string | null {
  if (text.length > 80) return null;
  const title = invoiceTitles
    .filter((one) => folded.startsWith(`${one} `) || folded.startsWith(`${one}:`))
    .toSorted((first, second) => second.length - first.length)[0];
  if (title === undefined) return null;
  const [, number] = titleNumber.exec(folded.slice(title.length)) ?? [];
  const isOther =
    number === undefined || /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d+[.,]\d{2}$|^\d{1,2}$/.test(number);
  return isOther ? null : number;
}

/** Fields that strong labels at the beginning of lines announce on the first pages. */
const labeledFields = (document: ReadDocument): ReadonlySet<LabelField> => {
  const numbers = new Set<string>();
  const fields = new Set(
    pageLines(document, 3).flatMap((line, index, lines): readonly LabelField[] => {
      const [hit] = matchFieldLabels(line.words.map((word) => word.text));
      const [meaning] = hit?.meanings ?? [];
      // "Invoice" with a number in the cell beside it announces that number.
      const beside = lines[index + 1];
      const isNumbered =
        hit?.end === line.words.length &&
        beside !== undefined &&
        beside.page === line.page &&
        Math.abs(beside.top - line.top) < line.size &&
        /^[A-Z]{0,6}[-/ ]?\d[\w/-]*$/u.test(beside.text);
      // "Factura: A/2026/0231", "Invoice 61, 11 May 2026": the number follows in the same line.
      const [behind] = hit === undefined ? [] : line.words.slice(hit.end);
      const isInLine =
        hit?.start === 0 &&
        invoiceWord.test(hit.phrase) &&
        behind !== undefined &&
        /^#?[A-Z]{0,6}[-/]?\d[\w/.-]*,?$/u.test(behind.text) &&
        line.top < 0.9;
      const titled = isInLine ? behind.text : line.page === 1 && line.top < 0.6 ? numberInTitle(line) : null;
      if (titled !== null) numbers.add(titled);
      if (hit?.start === 0 && meaning?.field === "invoice-number" && isNumbered) return [meaning.field];
      // "Unsere Rechnung ist binnen 14 Tagen fällig" speaks of an invoice and numbers none.
      const ending = hit === undefined ? "" : (line.words[hit.end - 1]?.text ?? "");
      const announces = behind === undefined || /\d|^[:#]/.test(behind.text) || /[:#.°º]$/.test(ending);
      if (meaning?.field === "invoice-number" && !announces) return [];
      return hit !== undefined && hit.start === 0 && meaning !== undefined && meaning.weight >= 0.9
        ? [meaning.field]
        : [];
    }),
  );
  // Several of them are a list of invoices, and none of them this paper.
  if (numbers.size === 1) fields.add("invoice-number");
  return fields;
};

/** How far into a paper both sides introduce themselves, by whatever the paper calls itself. */
const preambleLength = 4_000;

/** "… (el Prestador) y … (el Cliente)": both sides with the names that a contract gives them. */
function introducesBothSides(text: string): boolean {
  const opening = text.slice(0, preambleLength);
  const roles = new Set(
    findDefinitions(opening, opening).flatMap(({ aliases }) => aliases.map((alias) => roleOf(alias))),
  );
  return roles.has("seller") && roles.has("buyer");
}

const priceTitle =
  /\b(?:unit price|price|rate|einzelpreis|e-?preis|ep|preis|prix(?: unitaire)?|p\.? ?u\.?|precio(?: unitario)?|prezzo(?: unitario)?|prijs|stukprijs|preco(?: unitario)?)\b/;
const countTitle =
  /\b(?:qty|quantity|menge|anzahl|quantite|qte|cantidad|cant\.?|quantita|q\.ta|aantal|quantidade|qtd|ud|uds)\b/;

/** Titles of columns for how many and for how much. */
const pricedColumns = (text: string): boolean => priceTitle.test(text) && countTitle.test(text);

const billedWord =
  /\b(?:invoice|bill|rechnung(?:s[a-z]+)?|facture|factuur[a-z]*|factura|fattura|fatura) ?(?:no|nr|num|number|nummer|date|datum|n[°º]|du|del|van|#)/;
const isSummedAsInvoice = (text: string): boolean => billedWord.test(text);

/** Whether a text names more than one sum of money, or says what a unit of something costs. */
export const statesPrices = (folded: string): boolean =>
  count(folded, printedSums) > 1 || count(folded, unitPrices) > 0 || pricedColumns(folded);

const moneySign =
  /[€$£]|(?<![a-z])r ?\d{1,3}(?: \d{3})+(?!\d)|(?<![a-z])(?:eur|euro|usd|gbp|chf|cad|aud|nzd|zar|inr|sgd|mxn|brl)(?![a-z])/;
/** A code behind a word for currency, or with a figure of thousandths: "Currency: KWD", "TND 18.250". */
const codeBeside =
  /\b(?:currency|wahrung|devise|moneda|moeda|valuta)(?: code)?:? ([a-z]{3})\b|\b([a-z]{3}) ?\d[\d ,]*\.\d{3}\b|\d\.\d{3} ?([a-z]{3})\b/g;
const namesCurrency = (folded: string): boolean =>
  [...folded.matchAll(codeBeside)].some((found) =>
    found.slice(1).some((code) => code !== undefined && isCurrencyCode(code.toUpperCase())),
  );
const cents = /(?<![\d.,:/-])\d{1,3}(?:[., ']?\d{3})*[.,]\d{2}(?![\d.,:/-])/g;

/** Whether a text holds what a sum of money can be: a currency, or a number with cents beside a tax, a total or another. */
export function statesMoney(folded: string): boolean {
  const sums = (folded.match(cents) ?? []).length;
  const isSummed = count(folded, taxWords) > 0 || count(folded, totalWords) > 0;
  return moneySign.test(folded) || namesCurrency(folded) || sums > 1 || (sums > 0 && isSummed);
}

/** Whether a paper has a number that its labels call one of an invoice. */
export const isNumberedAsBill = (document: ReadDocument): boolean =>
  count(bodyText(document), billNumber) > 0 || labeledFields(document).has("invoice-number");

/** Points for each kind from labels and wording, whatever the title says. */
export const structureScores = (document: ReadDocument): ReadonlyMap<DocumentKind, number> => {
  const text = bodyText(document);
  const scores = new Map<DocumentKind, number>();
  const add = (kind: DocumentKind, points: number): void => {
    if (points !== 0) scores.set(kind, (scores.get(kind) ?? 0) + points);
  };
  for (const [kind, weight, pattern] of numberLabels) add(kind, capped(count(text, pattern), 1) * weight);
  const words = Math.max(1, text.split(" ").length);
  const legal = count(text, legalWords);
  const due = count(text, dueWords);
  const clauses = count(text, clauseNumbers);
  const legalShare = (legal * 100) / words;
  add(
    "invoice",
    capped(due, 2) * 0.7 +
      capped(count(text, bankWords), 2) * 0.4 +
      (count(text, taxWords) > 0 ? 0.5 : 0) +
      (count(text, totalWords) > 0 ? 0.4 : 0),
  );
  // The dictionary knows more wordings than the patterns above: a number, a due date and sums make an invoice.
  const fields = labeledFields(document);
  const labeledSums = (["net", "tax", "gross"] as const).filter(
    (field) =>
      fields.has(field) ||
      (field === "gross" && fields.has("payable")) ||
      (field === "net" && fields.has("subtotal")),
  ).length;
  const isNumbered = count(text, billNumber) > 0;
  if (statesOwnSum(text)) add("invoice", 2.6);
  add(
    "invoice",
    // A short paper that numbers itself an invoice has little else to be told by.
    (fields.has("invoice-number") && !isNumbered ? (words < 150 ? 2.6 : 2) : 0) +
      (fields.has("due-date") && due === 0 ? 0.7 : 0) +
      (labeledSums === 3 && count(text, totalWords) === 0 ? 0.6 : 0),
  );
  // A sum that is due on a day, and no offer: a bill without a title.
  if (fields.has("payable") && fields.has("due-date") && words < 400 && count(text, validityWords) === 0)
    add("invoice", 1.9);
  // What a short paper with an invoice's own number names besides is what it bills: "Angebot 1188/26, Arbeitsbericht 2604".
  if (fields.has("invoice-number") && words < 600)
    for (const kind of ["estimate", "agreement", "work-order", "delivery"] as const) add(kind, -1.2);
  add("credit-note", count(text, taxWords) > 0 ? 0.2 : 0);
  add("purchase-order", capped(count(text, orderWords), 2) * 0.5 - capped(count(text, bankWords), 1) * 0.4);
  add("estimate", capped(count(text, validityWords), 2) * 0.8);
  add("timesheet", words < 4_000 ? capped(count(text, hourWords), 3) * 0.3 : 0);
  add("acceptance", words < 2_000 ? capped(count(text, acceptanceWords), 3) * 0.6 : 0);
  add("amendment", capped(count(text, amendWords), 3) * 0.9);
  add("delivery", words < 600 ? capped(countDistinct(text, deliveryWords), 3) * 0.5 : 0);
  // Prose with clauses and obligations is an agreement even without a title; an invoice's terms page is not.
  if (words > 60)
    add(
      "agreement",
      capped(legalShare * 0.7, 2.5) + capped(clauses / 6, 1.5) + capped(count(text, signatureWords), 2) * 0.4,
    );
  // Rules for what will be charged make an agreement or an offer of what has no legal prose; an invoice states charges.
  const offered = scores.get("estimate") ?? 0;
  // Prices for units, or many prices and no sum of them, are a list of what will be charged.
  const isSummed = due > 0 || isNumbered || count(text, totalWords) > 0 || labeledSums > 1;
  const listed = isSummed ? 0 : capped(count(text, printedSums) / 4, 1.5);
  const commercial = countCommercialWordings(text) + capped(count(text, unitPrices), 5) + listed;
  if (commercial >= 2) add(offered > 0.5 ? "estimate" : "agreement", capped(commercial * 0.35, 2.8));
  // An invoice that thanks for what was agreed has a sum to pay.
  if (!isSummed && statesMoney(text)) add(offered > 0.5 ? "estimate" : "agreement", dealPoints(text));
  if (introducesBothSides(text)) add("agreement", 2);
  // Prices for counted things under titles, and nothing that an invoice has: what somebody offers.
  if (!isSummedAsInvoice(text) && !isNumbered && due === 0 && pricedColumns(text)) add("estimate", 1.2);
  if (legalShare > 1.5 && words > 1_200) {
    add("invoice", -1.5);
    add("purchase-order", -1);
  }
  return scores;
};
