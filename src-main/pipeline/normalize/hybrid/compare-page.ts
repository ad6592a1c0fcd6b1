import type {
  Contradiction,
  Field,
  Invoice,
  InvoiceLine,
  Party,
} from "../../../../src-shared/model/index.ts";
import { absolute, compare, type DecimalText } from "../../../../src-shared/money/index.ts";
import { compareNames, foldWording, normalizeReference } from "../../../../src-shared/wording/index.ts";

type Same<T> = (structured: T, printed: T) => boolean;

const sameAmount: Same<DecimalText> = (structured, printed) =>
  // Pages print corrections and credits with and without a minus sign; the kind says which way the money goes.
  compare(absolute(structured), absolute(printed)) === 0;
const sameText: Same<string> = (structured, printed) => structured === printed;
const sameReference: Same<string> = (structured, printed) =>
  normalizeReference(structured) === normalizeReference(printed);
const sameAccount: Same<string> = (structured, printed) => {
  const [one, other] = [structured, printed].map((text) => text.replace(/[^A-Za-z0-9]/gu, "").toUpperCase());
  // A national account number may be all that one of the two gives of an IBAN.
  return (
    one === other ||
    (one !== "" && other !== "" && (one?.endsWith(other ?? "") || other?.endsWith(one ?? "")) === true)
  );
};

/** What a page must be read with to speak against a structured value. */
const leastConfidence = 0.8;

/**
 * A structured value beside its reading of the page: the same adds a place, another one contradicts. What the
 * structured form leaves out is taken from the page, as the page's own reading.
 */
const beside = <T>(
  structured: Field<T> | null,
  printed: Field<T> | null,
  isSame: Same<T>,
): Field<T> | null => {
  if (structured === null) return printed;
  if (structured.value === null) return structured;
  if (printed === null || printed.value === null) return structured;
  const { value } = structured;
  if (isSame(value, printed.value))
    return { ...structured, evidence: [...structured.evidence, ...printed.evidence] };
  const isRival = (printed.alternatives ?? []).some((each) => isSame(value, each.value));
  if (isRival || printed.confidence < leastConfidence) return structured;
  const contradiction: Contradiction = { code: "page-differs", evidence: printed.evidence };
  return { ...structured, contradictions: [...(structured.contradictions ?? []), contradiction] };
};

const lettersOf = (name: string): string => foldWording(name).replace(/[^\p{L}\p{N}]/gu, "");

const isSameParty = (structured: Party, printed: Party): boolean => {
  if (structured.taxId !== null && printed.taxId !== null)
    if (lettersOf(structured.taxId) === lettersOf(printed.taxId)) return true;
  const names = [structured.name, ...structured.aliases];
  return names.some((name) => {
    const [one, other] = [lettersOf(name), lettersOf(printed.name)];
    if (one.includes(other) || other.includes(one)) return true;
    const agreement = compareNames(name, printed.name);
    if (agreement === "look-alike") return false;
    if (agreement !== "different") return true;
    const words = new Set(
      foldWording(name)
        .split(" ")
        .filter((word) => word.length > 2),
    );
    return foldWording(printed.name)
      .split(" ")
      .some((word) => words.has(word));
  });
};

/** Confidence of a party whose name on the page is another one: low enough for a person to look. */
const doubtedParty = 0.7;

const besideParty = (structured: Party | null, printed: Party | null): Party | null => {
  if (structured === null) return printed;
  if (printed === null || printed.confidence < leastConfidence) return structured;
  const evidence = [...structured.evidence, ...printed.evidence];
  return isSameParty(structured, printed)
    ? { ...structured, evidence }
    : { ...structured, evidence, confidence: Math.min(structured.confidence, doubtedParty) };
};

/** Lines pair by position when both forms list as many; the amounts tell whether they are the same lines. */
const besideLines = (
  structured: readonly InvoiceLine[],
  printed: readonly InvoiceLine[],
): readonly InvoiceLine[] => {
  if (structured.length === 0) return printed;
  if (structured.length !== printed.length) return structured;
  const isSame = (index: number): boolean => {
    const [one, other] = [structured[index]?.net?.value ?? null, printed[index]];
    const shown = other?.net?.value ?? other?.printedAmount?.value ?? null;
    return one !== null && shown !== null && sameAmount(one, shown);
  };
  const agreeing = structured.filter((_line, index) => isSame(index)).length;
  // One line that differs among lines that agree is a finding; many are another way to list, or a bad reading.
  if (agreeing === 0 || structured.length - agreeing > Math.max(1, structured.length / 4)) return structured;
  return structured.map((line, index): InvoiceLine => {
    const page = printed[index];
    if (page === undefined) return line;
    return {
      ...line,
      net: beside(line.net, page.net, sameAmount),
      evidence: [...line.evidence, ...page.evidence],
    };
  });
};

/**
 * The invoice of an embedded e-invoice beside the reading of the page that carries it.
 *
 * The structured form gives the values. The page gives them a second place, contradicts them, or fills in what the
 * smaller profiles leave out; it never changes one.
 */
export const besidePage = (structured: Invoice, printed: Invoice): Invoice => {
  const amount = (name: "net" | "tax" | "gross" | "payable") =>
    beside(structured[name], printed[name], sameAmount);
  const { payable, gross } = structured;
  const isReduced =
    payable !== null &&
    gross !== null &&
    payable.value !== null &&
    gross.value !== null &&
    !sameAmount(payable.value, gross.value);
  return {
    ...structured,
    id: printed.id,
    documentId: printed.documentId,
    number: beside(structured.number, printed.number, sameReference),
    issueDate: beside(structured.issueDate, printed.issueDate, sameText),
    dueDate: beside(structured.dueDate, printed.dueDate, sameText),
    taxPointDate: structured.taxPointDate ?? printed.taxPointDate,
    periodStart: structured.periodStart ?? printed.periodStart,
    periodEnd: structured.periodEnd ?? printed.periodEnd,
    currency: beside(structured.currency, printed.currency, sameText),
    seller: besideParty(structured.seller, printed.seller),
    buyer: besideParty(structured.buyer, printed.buyer),
    orderReference: structured.orderReference ?? printed.orderReference,
    agreementReference: structured.agreementReference ?? printed.agreementReference,
    projectReference: structured.projectReference ?? printed.projectReference,
    precedingInvoice: structured.precedingInvoice ?? printed.precedingInvoice,
    paymentTerms: structured.paymentTerms ?? printed.paymentTerms,
    bankAccount: beside(structured.bankAccount, printed.bankAccount, sameAccount),
    lines: besideLines(structured.lines, printed.lines),
    // The smallest profile tells what is payable without saying what was paid before.
    prepaid: structured.prepaid ?? (isReduced ? printed.prepaid : null),
    net: amount("net"),
    tax: amount("tax"),
    gross: amount("gross"),
    payable: amount("payable"),
  };
};
