import { matchFieldLabels, type LabelField } from "../labels/index.ts";
import { meaningsByTitle, type ColumnRole } from "../sheets/column-roles.ts";
import { rolesByConcepts } from "../sheets/title-concepts.ts";
import { period, rolesByParts, whole } from "../sheets/title-parts.ts";
import { foldText } from "../values/fold.ts";

/** What a key of a bill means; a lower rank is a surer meaning. */
export interface KeyRole {
  readonly role: ColumnRole;
  readonly rank: number;
}

const any = (words: string): string => `(?:${words}|dokument\\w*|piece)`;

/**
 * Keys of a bill that no paper prints as a label, the surest first: "TxnDate", "issued on", "create date", and plain
 * ones that mean the bill because they stand in it.
 */
const ownKeys: readonly (readonly [ColumnRole, string])[] = [
  ["invoice-number", "^(?:number|numero|nummer|n|no|nr|num)$"],
  [
    "issue-date",
    "^(?:date|data|fecha|datum)(?: (?:of|de|da|di|d))? ?(?:issue|emission|emissao|emision|emissione|expedicion)$",
  ],
  [
    "issue-date",
    "^(?:date )?issued?(?: (?:on|at|date))?$|^date issued$|^(?:txn|create|created|creation|posting|ausstellungs?) ?(?:date|datum)$",
  ],
  ["issue-date", "^(?:date|datum|data|fecha|dated|(?:date )?raised(?: on)?)(?: (?:string|iso))?$"],
  ["issue-date", "^created(?: (?:at|on))?$"],
  [
    "due-date",
    "^(?!.*(?:amount|total|balance|betrag|net)).*\\bdue\\b|^pay(?:ment|able)? (?:by|until)\\b|fa?e?llig|vencimiento|vencimento|scadenza|echeance|verval|zahlbar bis",
  ],
  ["currency", "^(?:currency|valuta|wa?e?hrung|devise|moneda|moeda|divisa)(?: (?:code|ref|iso|id|value))*$"],
  [
    "subtotal",
    "^(?:total|sum(?:me)?|amount)? ?(?:net|netto|neto|liquido|ht|untaxed|pre tax|before tax|excl\\w* (?:tax|vat))(?: (?:total|amount|betrag|summe))?$",
  ],
  [
    "total-tax",
    "^(?:total|sum(?:me)?)? ?(?:tax|vat|gst|hst|sales tax|mwst|ust|tva|btw|iva)(?:es)?(?: (?:total|amount|betrag|summe))?$",
  ],
  [
    "total",
    "^(?:grand )?(?:total|sum|summe)(?: (?:amt|amount|gross|brutto|bruto|ttc|incl\\w* (?:tax|vat)|documento|document|due))?$|^(?:gross|brutto|bruto)(?: (?:total|amount|betrag|summe))?$",
  ],
  [
    "balance",
    "^(?:amount|balance|total)(?: (?:due|remaining|outstanding|payable))$|^(?:balance|outstanding|payable|zahlbetrag)(?: amount)?$",
  ],
  [
    "preceding-invoice",
    `^(?:original|corrected|credited|preceding|related|referenced) ${any(whole)}(?: (?:number|no|id|ref|reference))?$`,
  ],
  [
    "document-kind",
    `^(?:${whole} )?(?:type|kind|typ|art|tipo)$|^(?:document|doc|object|clase|belegart|dokumentart)$`,
  ],
  ["tax-rate", "^(?:tax|vat|gst|mwst|ust|tva|btw|iva) ?(?:rate|percent(?:age)?|satz|pct)$"],
  ["payment-terms", "^(?:payment )?terms$|^zahlungs(?:bedingung(?:en)?|ziel)$"],
  ["invoice-number", `^${any(whole)}(?: (?:id|ref|reference))?$`],
  ["total", "^amount$"],
  ["invoice-number", "^id$"],
  ["invoice-number", "^(?:ref|reference)$"],
];
const ownPatterns = ownKeys.map(([role, words]) => ({ role, pattern: new RegExp(words) }));
/** Behind the keys above: what lists of titles and printed labels know. */
const rankByList = 100;
/** Last what single words say together: they name a sum by its parts, and a list by its whole. */
const rankByConcepts = 200;

/** Roles that a bill has once. */
const ofBills: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "invoice-number",
  "document-kind",
  "issue-date",
  "due-date",
  "currency",
  "subtotal",
  "total",
  "total-tax",
  "balance",
  "order-reference",
  "agreement-reference",
  "project",
  "period",
  "period-start",
  "period-end",
  "payment-terms",
  "preceding-invoice",
  "bank-account",
]);

const rolesByLabel: Partial<Record<LabelField, ColumnRole>> = {
  "invoice-number": "invoice-number",
  "credit-note-number": "invoice-number",
  "preceding-invoice": "preceding-invoice",
  "order-number": "order-reference",
  "contract-number": "agreement-reference",
  project: "project",
  "issue-date": "issue-date",
  "due-date": "due-date",
  period: "period",
  subtotal: "subtotal",
  net: "subtotal",
  tax: "total-tax",
  gross: "total",
  payable: "balance",
  terms: "payment-terms",
};

const labelRole = (words: string): ColumnRole | null => {
  const parts = words.split(" ");
  const [hit] = matchFieldLabels(parts);
  if (hit === undefined || hit.start > 0 || hit.end < parts.length) return null;
  const [best] = hit.meanings;
  return best === undefined ? null : (rolesByLabel[best.field] ?? null);
};

/** "faelligkeitsdatum" as the lists write it: programs spell umlauts out. */
const spellings = (words: string): readonly string[] => {
  // "VAT (20%)": which rate it is, is not what the key names.
  const folded = foldText(words)
    .replace(/ ?\(?\d{1,2}(?:[.,]\d{1,2})? ?%\)?/, "")
    .trim();
  const plain = folded.replace(/([aou])e/g, "$1");
  return plain === folded ? [folded] : [folded, plain];
};

/** What a key of a bill, in words, means; `null` for what no bill is read by. */
export function roleOfKey(words: string): KeyRole | null {
  for (const spelling of spellings(words)) {
    const named = rolesByParts(spelling).find((each) => ofBills.has(each));
    if (named !== undefined) return { role: named, rank: 0 };
    const place = ownPatterns.findIndex(({ pattern }) => pattern.test(spelling));
    const own = ownPatterns[place];
    if (own !== undefined) return { role: own.role, rank: place + 1 };
    const listed = (meaningsByTitle.get(spelling) ?? []).map(({ role }) => role);
    const role = listed.find((each) => ofBills.has(each)) ?? labelRole(spelling);
    if (role !== null) return { role, rank: rankByList };
    const told = rolesByConcepts(spelling).find((each) => ofBills.has(each));
    if (told !== undefined) return { role: told, rank: rankByConcepts };
  }
  return null;
}

const periodName = new RegExp(`^${period}s?$`);
const startName =
  /^(?:from|start|starts?(?: date| at| on)?|begin|begins|von|ab|beginn|du|debut|de|desde|inicio|dal|inizio|van)$/;
const endName =
  /^(?:to|end|ends?(?: date| at| on)?|until|through|thru|bis|ende|au|a|fin|hasta|fim|ate|al|fine|tot|einde)$/;

/** What a key inside an object for a span of time means. */
export const roleInPeriod = (words: string): "period-start" | "period-end" | null =>
  startName.test(words) ? "period-start" : endName.test(words) ? "period-end" : null;

/** Whether a key is the name of a span of time that is billed. */
export const namesPeriod = (words: string): boolean =>
  spellings(words).some(
    (spelling) =>
      periodName.test(spelling) || /^(?:period|leistungszeitraum|abrechnungszeitraum)\b/.test(spelling),
  );

const billName = new RegExp(
  `(?:^| )(?:${whole.replace("document|doc|", "").replace("|documento", "")}|creditnote|credit note|credit memo|gutschrift|avoir|creditnota|abono)s?(?:$| )|rechnung`,
);

/** Whether words name a bill: a key, the root of a file, or the kind that it states. */
export const namesBill = (words: string): boolean =>
  spellings(words).some((spelling) => billName.test(spelling)) &&
  !/\bquote|estimate|angebot|purchase order\b/.test(words);
