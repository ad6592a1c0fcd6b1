import type { ColumnRole } from "./column-roles.ts";

/** Words for who bills, parted by "|". */
export const seller =
  "seller|supplier|vendor|issuer|biller|provider|from|lieferant|verkaufer|rechnungssteller|rechnungsaussteller|auftragnehmer|anbieter|fournisseur|prestataire|vendeur|emetteur|leverancier|verkoper|opdrachtnemer|proveedor|vendedor|emisor|fornitore|venditore|emittente|cedente|prestatore|fornecedor|prestador|emitente";
/** Words for who is billed, parted by "|". */
export const buyer =
  "buyer|customer|client|purchaser|recipient|debtor|bill to|billed to|invoice to|sold to|kunde|kaufer|rechnungsempfanger|empfanger|auftraggeber|acheteur|destinataire|koper|klant|afnemer|opdrachtgever|comprador|cliente|destinatario|receptor|acquirente|compratore|cessionario|committente|adquirente|tomador";
const tax =
  "vat|tax|gst|sales tax|ust|mwst|umsatzsteuer|mehrwertsteuer|steuer|tva|taxe|btw|iva|impuesto|imposta|imposto";
/** Words for a bill as a whole, parted by "|". */
export const whole =
  "invoice|document|doc|bill|rechnungs?|beleg|facture|factuur|factura|fattura|documento|fatura";

const papers = `${whole}|piece|avoir|gutschrifts?|credit ?note|creditnota`;
const numbered = "(?:number|num|no|nr|numero|nummer|n°?|#)\\.?";
/** What joins a thing to its day or number: "date de facture", "numero da fatura". */
const of = " ?(?:of |de |da |do |di |d'|della? )?(?:the |la )?";

/** Words for a span of time that is billed. */
export const period =
  "(?:(?:service|billing|billed|invoice|delivery|usage|performance|supply|leistungs|abrechnungs|service|prestation|facturation|servicio|facturacion) ?-?)*(?:period|zeitraum|periode|periodo|periodos)(?: (?:de|di|da) (?:prestation|facturation|servicio|facturacion|competenza|servico|faturacao))?";

/**
 * Meanings of titles that are put together of whose or of what the column is, and what of it: "supplier name",
 * "buyer vat id", "invoice vat". Nested records give such titles ("seller" with a "name" in it).
 */
const data: readonly (readonly [ColumnRole, string])[] = [
  ["invoice-number", `^(?:${papers})[ -]?${numbered}$|^${numbered}${of}(?:${papers})$`],
  ["issue-date", `^(?:${papers})[ -]?(?:date|datum)$|^(?:date|data|fecha|datum)${of}(?:${papers})$`],
  [
    "period-start",
    `^${period} (?:from|start|starts|begin|begins|start date|von|ab|beginn|du|debut|desde|inicio|dal|inizio|van|begin)$`,
  ],
  [
    "period-end",
    `^${period} (?:to|end|ends|until|through|end date|bis|ende|au|fin|hasta|al|fine|tot|einde|ate|fim)$`,
  ],
  [
    "seller",
    `^(?:${seller}) (?:(?:legal|registered|company|business|trading) )?(?:name|naam|nom|nombre|nome)$`,
  ],
  [
    "customer",
    `^(?:${buyer}) (?:(?:legal|registered|company|business|trading) )?(?:name|naam|nom|nombre|nome)$`,
  ],
  ["seller", `^(?:${seller})$`],
  ["customer", `^(?:${buyer})$`],
  ["due-date", "^(?:date|data|fecha) (?:d'|de |di |da )?(?:echeance|scadenza|vencimiento|vencimento)$"],
  ["seller-tax-id", taxIdOf(seller)],
  ["customer-tax-id", taxIdOf(buyer)],
  [
    "total-tax",
    `^(?:${whole}|total) (?:${tax})(?: (?:amount|total|sum|betrag|montant|bedrag|importe|importo|valor))?$`,
  ],
  ["total-tax", `^(?:${tax}) (?:total|totaal|totale|gesamt|summe)$`],
  ["line-amount", `^(?:lines?|items?) (?:total|amount|net)(?: (?:ex|excl|excluding|before) (?:${tax}))?$`],
  ["subtotal", `^total (?:ex|excl|excluding|before) (?:${tax})$`],
  ["total", `^total (?:inc|incl|including|with) (?:${tax})$`],
  [
    "subtotal",
    `^(?:${whole}) (?:net|netto|ht|excl(?:\\.|uding)? (?:${tax}))(?: (?:amount|total|sum|betrag))?$`,
  ],
  [
    "total",
    `^(?:${whole}) (?:total|gross|brutto|ttc|incl(?:\\.|uding)? (?:${tax}))(?: (?:amount|total|sum|betrag))?$`,
  ],
];

function taxIdOf(side: string): string {
  return `^(?:${side}) (?:(?:${tax})(?: ?-?(?:id|idnr|no|nr|number|nummer|reg(?:istration)?(?: (?:no|number))?|identifier|code))?|vatin|tin|nif|cif|piva|partita iva|siret|siren|nipc|uid)\\.?$`;
}

const patterns = data.map(([role, words]) => ({ role, pattern: new RegExp(words) }));

/** Roles that the parts of a folded title give together, the likeliest first. */
export const rolesByParts = (title: string): readonly ColumnRole[] =>
  patterns.filter(({ pattern }) => pattern.test(title)).map(({ role }) => role);
