import type {
  Contradiction,
  DocumentKind,
  Field,
  InvoiceKind,
  ReadDocument,
} from "../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { LabelField } from "../labels/index.ts";
import { tokensToEvidence } from "./evidence.ts";
import { decidedField } from "./fields.ts";
import { findAccounts, findPlainAccounts, termDaysOf } from "./payment-terms.ts";
import type { Announced } from "./announced.ts";
import type { HeadReadings } from "./head-fields.ts";
import { weightOf } from "./printed-labels.ts";
import type { Survey } from "./survey.ts";

export function confidenceOf(score: number): number {
  return 0.45 + 0.52 * Math.min(1, score);
}

export function announcedField(
  document: ReadDocument,
  announced: readonly Announced<string>[] | undefined,
  least: number,
): Field<string> | null {
  const [best] = announced ?? [];
  if (best === undefined || best.score < least) return null;
  const same = (announced ?? []).filter((other) => other.reading === best.reading).length;
  const rivals = (announced ?? []).filter(
    (other) => other.reading !== best.reading && other.score >= 0.9 * best.score,
  );
  const contradictions: readonly Contradiction[] = rivals
    .slice(0, 2)
    .map((rival) => ({ code: "occurrence-differs", evidence: tokensToEvidence(document, rival.tokens) }));
  const confidence = confidenceOf(best.score) + (same > 1 ? 0.02 : 0) - (rivals.length > 0 ? 0.25 : 0);
  const alternatives = rivals.slice(0, 3).map((rival) => ({
    value: rival.reading,
    confidence: confidence * 0.8,
    evidence: tokensToEvidence(document, rival.tokens),
  }));
  return decidedField(document, best.reading, best.tokens, confidence, contradictions, alternatives);
}

const numberFieldsByKind: Readonly<Partial<Record<DocumentKind, readonly LabelField[]>>> = {
  invoice: ["invoice-number", "credit-note-number"],
  "credit-note": ["credit-note-number", "invoice-number"],
  "purchase-order": ["order-number", "contract-number"],
  estimate: ["quote-number"],
  "work-order": ["work-order"],
  delivery: ["delivery-note"],
  agreement: ["contract-number"],
};

/** Papers that count themselves within a job. */
const countOfJob =
  /^(?!.*\b(?:invoice|bill)\b)(?:pay(?:ment)? )?(?:applications?|claim|certificate|valuation|requisition)\b/;

export function numberOf(
  document: ReadDocument,
  head: HeadReadings,
  kind: DocumentKind,
  invoiceKind: InvoiceKind,
): Field<string> | null {
  const fields = numberFieldsByKind[invoiceKind === "credit-note" ? "credit-note" : kind] ?? [
    "invoice-number",
  ];
  const named = fields.flatMap((field, index) =>
    (head.numbers.get(field) ?? []).map((one) => ({ ...one, score: one.score * (index === 0 ? 1 : 0.8) })),
  );
  // "Application for payment no. 2 / Invoice 1702-2": beside a number of its own the paper also counts itself in its job.
  const isBill = ({ site, score }: Announced<string>): boolean =>
    score >= 0.3 && /\b(?:invoice|bill)\b/.test(site?.label.phrase ?? "");
  const announced = named.some(isBill)
    ? named.filter(({ site }) => !countOfJob.test(site?.label.phrase ?? ""))
    : named;
  return announcedField(
    document,
    announced.toSorted((first, second) => second.score - first.score),
    0.2,
  );
}

/** A number that no label of the dictionary announces, with the points of its place. */
export const fieldOfNumber = (
  document: ReadDocument,
  value: string,
  tokens: Parameters<typeof tokensToEvidence>[1],
  score: number,
): Field<string> => decidedField(document, value, tokens, confidenceOf(score));

/** "Zahlbar innerhalb von vier Wochen", "payable within two weeks": how long, in words or in weeks. */
const termsInWords =
  /(?:innerhalb|within|binnen|zahlbar|payable|paiement|sous|entro|pago|pagamento).{0,24}\b(?:\d{1,2}|one|two|three|four|six|eight|ein(?:er)?|zwei|drei|vier|sechs|acht|une|deux|trois|quatre|een|twee|drie|una|dos|tres|cuatro|due|tre|quattro|duas|três|quatro)\s(?:weeks?|wochen?|semaines?|we(?:ek|ken)|semanas?|settimane?)\b/i;

/** A sentence that asks for the money. */
const paymentWord =
  /\b(?:pay|paid|payment|payable|transfer|remit|zahl\w*|überweis\w*|begleich\w*|r[eé]gl\w*|paiement|payer|virement|betal\w*|voldoen|over(?:te )?maken|pago|pagar|abonar|transferencia|pagamento|bonifico|pagare|transferência)\b/i;

export function termsOf(survey: Survey): Field<string> | null {
  const announced = survey.head.texts.get("terms") ?? [];
  const [best] = announced.filter((one) => termDaysOf(one.reading) !== null || one.score >= 0.5);
  if (best !== undefined && best.score >= 0.3)
    return decidedField(survey.document, best.reading, best.tokens, confidenceOf(best.score));
  for (const row of survey.layout.rows) {
    if (survey.itemRows.has(row.index)) continue;
    for (const segment of row.segments) {
      if (
        termsInWords.test(segment.text) ||
        /\bnet\s?\d{1,3}\b|\b\d{1,3}\s?(?:days|tage|tagen|jours|dagen|d[ií]as|giorni)\b.{0,30}(?:net|rechnung|invoice|factu|fattura|datum|date|eingang|erhalt)|(?:innerhalb|within|binnen|zahlbar|payable|paiement|pago|pagamento|\bdue in|\bpay in|sous|entro).{0,24}\d{1,3}\s?(?:days|tagen?|jours|dagen|d[ií]as|giorni|gg)\b/i.test(
          segment.text,
        ) ||
        (paymentWord.test(segment.text) && termDaysOf(segment.text) !== null)
      ) {
        return decidedField(survey.document, segment.text.slice(0, 160), segment.tokens, 0.75);
      }
    }
  }
  return null;
}

export function accountOf(survey: Survey): Field<string> | null {
  const accounts = findAccounts(survey.layout);
  const [first] = accounts;
  if (first !== undefined) {
    const others = accounts.filter((other) => other.iban !== first.iban);
    const contradictions: readonly Contradiction[] = first.isValid
      ? []
      : [{ code: "check-digits-fail", evidence: tokensToEvidence(survey.document, first.tokens) }];
    const alternatives = [...new Map(others.map((other) => [other.iban, other])).values()]
      .slice(0, 3)
      .map((other) => ({
        value: other.iban,
        confidence: 0.5,
        evidence: tokensToEvidence(survey.document, other.tokens),
      }));
    return decidedField(
      survey.document,
      first.iban,
      first.tokens,
      first.isMended ? 0.85 : first.isValid ? 0.96 : 0.7,
      contradictions,
      alternatives,
      // Check digits are arithmetic too: they fail for 96 of 97 misread accounts.
      first.isValid ? "arithmetic" : null,
    );
  }
  const [account] = (survey.head.numbers.get("account") ?? []).filter((one) =>
    /account|konto|kto|ccc|clabe|c c|rekening|compte|bankgiro|plusgiro|rachunk/.test(
      one.site?.label.phrase ?? "",
    ),
  );
  if (account !== undefined && account.score >= 0.4)
    return decidedField(survey.document, account.reading, account.tokens, confidenceOf(account.score) - 0.05);
  const [plain, ...others] = findPlainAccounts(survey.layout);
  // Two accounts of which no label says which one is meant: neither.
  return plain === undefined || others.some((other) => other.account !== plain.account)
    ? null
    : decidedField(survey.document, plain.account, plain.tokens, 0.8);
}

const noTaxWords =
  /^(?:no (?:sales tax|vat|gst|tax)|not (?:vat registered|registered for vat|subject to (?:sales tax|vat|gst))|sales tax exempt|vat exempt|tax exempt|exempt from (?:vat|sales tax)|vat free|gst free|steuerfrei|umsatzsteuerfrei|kein ausweis von umsatzsteuer|exoneration de tva|exonere de tva|tva non applicable|net de taxe|sans tva|non assujetti a la tva|vrijgesteld van btw|geen btw|exento de iva|exenta de iva|operacion exenta|esente iva|esente da iva|isento de iva)$/;

/**
 * Where net and gross are one printed sum and the paper says in words that no tax is on it, or that the customer
 * accounts for it, the tax of the paper is nothing.
 */
export function noTaxOf(survey: Survey): Field<DecimalText> | null {
  for (const row of survey.layout.rows) {
    for (const segment of row.segments) {
      const label = (survey.labels.get(segment) ?? []).find(
        (one) => noTaxWords.test(one.phrase) || weightOf(one, "exemption") >= 1,
      );
      if (label === undefined || survey.itemRows.has(row.index)) continue;
      const words = segment.tokens.slice(label.start, label.end);
      return decidedField(survey.document, decimalText("0.00"), words, 0.85);
    }
  }
  return null;
}

export function taxNoteOf(survey: Survey): Field<string> | null {
  for (const row of survey.layout.rows) {
    for (const segment of row.segments) {
      const hit = (survey.labels.get(segment) ?? []).find((label) => weightOf(label, "exemption") >= 1);
      if (hit !== undefined)
        return decidedField(survey.document, segment.text.slice(0, 200), segment.tokens, 0.85);
    }
  }
  return null;
}
