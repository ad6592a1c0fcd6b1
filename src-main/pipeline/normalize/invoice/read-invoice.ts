import type { TotalCandidate } from "./total-candidate.ts";
import { isZero } from "../../../../src-shared/money/index.ts";
import type {
  DocumentKind,
  Field,
  Invoice,
  InvoiceId,
  InvoiceKind,
} from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { LabelField } from "../labels/index.ts";
import { foldText } from "../values/index.ts";
import { isSameSize } from "./arithmetic.ts";
import { arithmeticSums } from "./arithmetic-sums.ts";
import { currencyOf } from "./currency-field.ts";
import { dateField } from "./fields.ts";
import {
  accountOf,
  announcedField,
  confidenceOf,
  noTaxOf,
  numberOf,
  taxNoteOf,
  termsOf,
} from "./head-values.ts";
import { isDateOfOther } from "./dates-behind-numbers.ts";
import {
  debitDate,
  dueBesideDiscount,
  dueByTerms,
  dueInSentence,
  lonelyDate,
  placedDate,
} from "./unlabeled-dates.ts";
import { billedPeriod } from "./billed-period.ts";
import { billedLines } from "./billed-lines.ts";
import { illegibleSum } from "./illegible-sums.ts";
import { lineTaxes } from "./line-taxes.ts";
import { areAllNegative, sumLines, toInvoiceLines } from "./invoice-lines.ts";
import {
  adjustmentsOf,
  isTaxSilent,
  moneyField,
  onlyOne,
  positiveField,
  taxBreakdown,
  taxOf,
} from "./money-fields.ts";
import { partyLinesOf } from "./party-lines.ts";
import { printedNotes } from "./printed-notes.ts";
import { loneAmount, soleItemSum, unnamedSums } from "./unnamed-sums.ts";
import { keptOfThisBill } from "./kept-so-far.ts";
import { isOwnReference, ownNumber } from "./own-number.ts";
import { reckonedSums } from "./reckoned-sums.ts";
import { solveTotals } from "./solve-totals.ts";
import type { Choice } from "./total-choices.ts";
import type { Survey } from "./survey.ts";
import { isAfterWithholding, isUntaxed, netBetween } from "./total-relations.ts";
import { findTotals } from "./totals.ts";
import { referencesInItems } from "./item-references.ts";
import { greatestOf, leastOf } from "./layout.ts";
import type { Segment } from "./layout.ts";
import { toldPeriods } from "./told-period.ts";
import { toldSums } from "./told-sums.ts";
import { billedDaysOf } from "./yearless-days.ts";

const kinds: Readonly<Partial<Record<DocumentKind, InvoiceKind>>> = {
  invoice: "invoice",
  "credit-note": "credit-note",
};

/** One invoice of a surveyed document. `ordinal` counts the invoices of the file from 0. */
export function surveyToInvoice(
  survey: Survey,
  kind: DocumentKind,
  context: NormalizeContext,
  ordinal: number,
): Invoice {
  const { document, signs, head } = survey;
  const invoiceKind = kindOf(survey, kinds[kind] ?? "invoice");
  const isCredit = invoiceKind === "credit-note";
  const labeled = findTotals(survey.layout, survey.labels, signs.conventions, survey.itemRows);
  const whole = withoutPartSums(labeled, survey);
  const named = [...whole, ...unnamedSums(survey, whole)];
  const proven = survey.reckoning === null ? [] : reckonedSums(survey.reckoning, named, signs.conventions);
  const printed = [...named, ...proven, ...toldSums(survey, named), ...loneAmount(survey, whole)];
  const lines = billedLines(survey, printed);
  const sums = sumLines(lines);
  const told = [...printed, ...soleItemSum(lines, printed)];
  const candidates = [...told, ...arithmeticSums(survey, told, lines)];
  const silent = isTaxSilent(survey, candidates);
  const totals = keptOfThisBill(survey, sums, solveTotals(candidates, sums, silent));
  // A tax that is put on what the lines make is in none of them, whatever their column is called ("Gross £").
  const isTaxedBelow = (survey.reckoning?.taxes.length ?? 0) > 0;
  const isGross = (!isTaxedBelow && survey.tables.some((table) => table.isGross)) || totals.linesIncludeTax;
  const pricesIncludeTax =
    isGross &&
    !isUntaxed(totals, candidates) &&
    !(totals.net !== null && totals.gross !== null && totals.net.value === totals.gross.value);
  const sumCloses = totals.closed.includes("C2") || totals.closed.includes("C2-gross");
  const allNegative = isCredit && areAllNegative(lines);
  const numbers = head.numbers;
  const number = numberOf(document, head, kind, invoiceKind) ?? ownNumber(survey);
  const money = (choice: Choice | null, constraints: readonly string[]): Field<DecimalText> | null =>
    moneyField(survey, choice, totals, constraints, isCredit);
  // A sum of lines from which something is still taken off is no net total: that one is then not printed.
  const isSumOfLines =
    totals.net !== null &&
    totals.net.candidate.tokens === totals.subtotal?.candidate.tokens &&
    totals.allowances.length + totals.charges.length > 0 &&
    !totals.closed.includes("C6");
  // Where the tax is nothing, what is to be paid with it is what is billed without it.
  const netChoice = totals.net ?? (isUntaxed(totals, candidates) ? totals.gross : null);
  const printedNet = isSumOfLines ? null : money(netChoice, ["C2", "C3", "C6"]);
  // Where no tax is printed, one amount is net and gross, and the lines prove both.
  const isOneSum = totals.net !== null && totals.net.candidate.tokens === totals.gross?.candidate.tokens;
  const closings = ["C6", "C7", "C2-gross", "C3-gross", ...(isOneSum ? ["C2"] : [])];
  // "Base 950, IVA 199.50, IRPF −142.50, total a pagar 1007": what is left to pay is no gross total, which is not printed.
  const isLeftToPay = isAfterWithholding(totals);
  const gross = isLeftToPay ? null : money(totals.gross, closings);
  const tax = taxOf(survey, totals, isCredit) ?? (isOneSum ? noTaxOf(survey) : null);
  const isAdjusted = totals.closed.includes("C3-gross");
  const net = printedNet ?? (isSumOfLines && !isAdjusted ? null : netBetween(gross, tax));
  // Where something is taken off the gross total, it is not what is to be paid.
  const isReduced = [totals.prepaid, totals.retention, totals.withholding].some(
    (choice) => choice !== null && !isZero(choice.value),
  );
  // What proves the gross total proves nothing of another amount that is to be paid.
  const isOtherThanGross =
    totals.payable !== null && totals.gross !== null && !isSameSize(totals.payable.value, totals.gross.value);
  const taxes = taxBreakdown(survey, totals, candidates, isCredit);
  const isItem = (segment: Segment): boolean => survey.itemRows.has(segment.row);
  // "Note d'honoraires 2026-03": the digits of a number tell no month.
  const numbered = new Set(
    [...numbers.values()].flatMap((all) =>
      all.filter(({ score }) => score >= 0.4).flatMap(({ tokens }) => tokens),
    ),
  );
  const spans =
    head.periods.length > 0
      ? head.periods
      : toldPeriods(survey.layout, survey.labels, signs.conventions, (segment) => !isItem(segment)).filter(
          ({ tokens }) => !tokens.some((token) => numbered.has(token)),
        );
  const isPriorDate = signs.orderIsPrior;
  const date = (field: LabelField): Field<LocalDate> | null => {
    const best = head.dates
      .get(field)
      ?.find((one) => !isDateOfOther(one, numbers.get("invoice-number") ?? []));
    // A date in a sentence ("our agreement dated 5 January") is that of something else, unless its label is plain.
    const isProse = best?.site !== null && best?.site?.label.isPlain === false && best.site.label.start > 0;
    return best === undefined || best.score < (field === "issue-date" && isProse ? 0.45 : 0.2)
      ? null
      : dateField(document, best.reading, best.tokens, confidenceOf(best.score), isPriorDate);
  };
  // In the United Kingdom an invoice may date itself by its tax point alone.
  const taxPoint = head.dates
    .get("tax-point")
    ?.find(({ site }) => site?.label.phrase.startsWith("tax point"));
  const issueDate =
    date("issue-date") ??
    placedDate(survey) ??
    (taxPoint === undefined ? lonelyDate(survey) : date("tax-point"));
  const periods = billedPeriod(document, spans, issueDate);
  const id = (field: LabelField, least = 0.25): Field<string> | null =>
    announcedField(document, numbers.get(field), least);
  // The seller's confirmation of an order is the paper that was agreed on.
  const confirmed = (): Field<string> | null =>
    announcedField(
      document,
      numbers
        .get("seller-order")
        ?.filter(({ site }) =>
          /confirm|bestatig|bevestig|conferma|^ab(?: nr| nummer)?$/.test(site?.label.phrase ?? ""),
        ),
      0.25,
    );
  const itemReference = (field: LabelField): Field<string> | null =>
    announcedField(
      document,
      referencesInItems(field, survey.layout, survey.labels, signs.conventions, isItem),
      0.25,
    );
  return {
    id: `inv-${context.hash(`${document.documentId}|${ordinal}`).slice(0, 12)}` as InvoiceId,
    documentId: document.documentId,
    kind: invoiceKind,
    number,
    issueDate,
    dueDate:
      dueBesideDiscount(survey) ??
      date("due-date") ??
      debitDate(survey) ??
      dueByTerms(survey, issueDate) ??
      dueInSentence(survey, issueDate),
    taxPointDate: date("tax-point"),
    periodStart: periods?.start ?? null,
    periodEnd: periods?.end ?? null,
    currency: currencyOf(survey, totals, candidates),
    seller: survey.parties.seller,
    buyer: survey.parties.buyer,
    ...partyLinesOf(survey),
    orderReference: id("order-number") ?? itemReference("order-number"),
    // An accepted offer is the agreement.
    agreementReference:
      id("contract-number") ??
      id("quote-number") ??
      confirmed() ??
      itemReference("contract-number") ??
      itemReference("quote-number") ??
      isOther(ownReference(survey), number),
    projectReference: id("project"),
    // "Ihre Kreditorennummer 70455": what the payer calls the seller by is the payer's reference.
    buyerReference: isOther(id("buyer-reference"), number) ?? id("supplier-number", 0.4),
    precedingInvoice: id("preceding-invoice") ?? (isCredit ? creditedInvoice(survey, number) : null),
    paymentTerms: termsOf(survey),
    bankAccount: accountOf(survey),
    lines: toInvoiceLines(document, lines, {
      pricesIncludeTax,
      orderIsPrior: isPriorDate,
      sumCloses,
      isCredit: allNegative,
      billedDays: billedDaysOf(periods, issueDate),
      taxes: lineTaxes(survey, lines, totals, candidates, pricesIncludeTax),
    }),
    allowanceCharges: adjustmentsOf(survey, totals),
    taxes,
    pricesIncludeTax,
    subtotal: money(totals.subtotal, ["C2", "C3"]),
    allowances: onlyOne(totals.allowances, (choice) => positiveField(survey, choice)),
    charges: onlyOne(totals.charges, (choice) => positiveField(survey, choice)),
    net: illegibleSum(survey, "net") ?? net,
    tax: illegibleSum(survey, "tax") ?? tax,
    gross: illegibleSum(survey, "gross") ?? gross,
    prepaid: totals.prepaid === null ? null : positiveField(survey, totals.prepaid),
    retention: totals.retention === null ? null : positiveField(survey, totals.retention),
    withholding: totals.withholding === null ? null : positiveField(survey, totals.withholding),
    rounding: totals.rounding === null ? null : moneyField(survey, totals.rounding, totals, ["C7"], false),
    payable:
      illegibleSum(survey, "payable") ??
      (totals.payable === null ? illegibleSum(survey, "gross") : null) ??
      money(
        totals.payable ?? (isReduced && !isLeftToPay ? null : totals.gross),
        isOtherThanGross ? ["C7"] : closings,
      ),
    taxNote: taxNoteOf(survey),
    notes: printedNotes(survey),
  };
}

/** A reference, unless it serves as the number already. */
const isOther = (reference: Field<string> | null, number: Field<string> | null): Field<string> | null =>
  reference?.value === number?.value ? null : reference;

/** "Our ref PM/3307": where nothing else is named, the writer's own sign is that of the matter that is billed. */
function ownReference(survey: Survey): Field<string> | null {
  const signs = survey.head.numbers
    .get("contact")
    ?.filter(
      ({ site, reading }) => isOwnReference(site?.label.phrase ?? "") && /\d.*\D|\D.*\d/.test(reading),
    );
  return announcedField(survey.document, signs, 0.25);
}

/** On a credit note with a number of its own, the number of an invoice is that of the invoice it corrects. */
function creditedInvoice(survey: Survey, number: Field<string> | null): Field<string> | null {
  const own = (survey.head.numbers.get("credit-note-number") ?? []).some(
    (one) => one.score >= 0.5 && one.reading === number?.value,
  );
  const [invoice] = survey.head.numbers.get("invoice-number") ?? [];
  return own && invoice !== undefined && invoice.reading !== number?.value
    ? announcedField(survey.document, [invoice], 0.4)
    : null;
}

/** A subtotal with items above and below it is the sum of a section, and none of the document. */
function withoutPartSums(
  candidates: readonly TotalCandidate[],
  { tables }: Survey,
): readonly TotalCandidate[] {
  const rows = tables.flatMap(({ lines }) => lines.map(({ anchor }) => anchor.index));
  const [first, last] = [leastOf(rows), greatestOf(rows)];
  return candidates.filter(({ field, row }) => field !== "subtotal" || row.index < first || row.index > last);
}

function kindOf(survey: Survey, kind: InvoiceKind): InvoiceKind {
  const [page] = survey.layout.pages;
  const upper = (page?.rows ?? []).filter((row) => row.top < 0.4);
  const isProforma = upper.some((row) =>
    row.segments.some(
      (segment) => segment.tokens.length <= 4 && /\bpro ?-?forma/.test(foldText(segment.text)),
    ),
  );
  if (kind === "invoice" && isProforma) return "proforma";
  return kind;
}
