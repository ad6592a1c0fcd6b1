import { absolute, add, decimalToText, isZero, toDecimal } from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import type {
  AllowanceCharge,
  Contradiction,
  DocumentKind,
  Field,
  Invoice,
  InvoiceId,
  InvoiceKind,
  ReadDocument,
  TaxBreakdown,
} from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { LabelField } from "../labels/index.ts";
import { foldText, isPlainCurrencyCode, parseCurrency } from "../values/index.ts";
import type { CurrencyReading, DateReading } from "../values/index.ts";
import { codeOfSymbol, readSigns } from "./document-signs.ts";
import type { DocumentSigns } from "./document-signs.ts";
import { tokensToEvidence } from "./evidence.ts";
import { dateField, decidedField, openField, periodFields } from "./fields.ts";
import { findAccounts, orderByTerms, readHeadFields, termDaysOf } from "./head-fields.ts";
import type { Announced, HeadReadings } from "./head-fields.ts";
import { areAllNegative, isOptional, resolveLine, sumLines, toInvoiceLines } from "./invoice-lines.ts";
import { layOut, textOf } from "./layout.ts";
import { valuesOf } from "./arithmetic.ts";
import { findLooseLines } from "./loose-lines.ts";
import type { Layout, Segment, Token } from "./layout.ts";
import { readParties } from "./parties.ts";
import type { Parties } from "./parties.ts";
import { indexLabels, taxWordingOf, weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { ItemTable } from "./raw-line.ts";
import { solveTotals } from "./solve-totals.ts";
import type { Choice, TotalsSolution } from "./solve-totals.ts";
import { findDateSpans, findNumbers } from "./spans.ts";
import { findTables } from "./tables.ts";
import { findTotals } from "./totals.ts";
import type { TotalCandidate } from "./totals.ts";

/** A document laid out, with its labels, conventions, tables and heads found: what every reading starts from. */
export interface Survey {
  readonly document: ReadDocument;
  readonly layout: Layout;
  readonly labels: LabelIndex;
  readonly signs: DocumentSigns;
  readonly tables: readonly ItemTable[];
  readonly itemRows: ReadonlySet<number>;
  readonly head: HeadReadings;
  readonly parties: Parties;
}

export function surveyDocument(document: ReadDocument, context: NormalizeContext): Survey {
  const layout = layOut(document);
  const labels = indexLabels(layout.rows);
  const first = readSigns(layout, labels, context.asOf);
  const headed = findTables(layout, labels, first.conventions);
  const tables = headed.length > 0 ? headed : looseTables(layout, labels, first);
  const itemRows = new Set(tables.flatMap((table) => [...table.rows]));
  const isOpen = (segment: Segment): boolean => !itemRows.has(segment.row);
  const read = (signs: DocumentSigns): HeadReadings =>
    readHeadFields(layout, labels, signs.conventions, isOpen);
  let signs = first;
  let head = read(signs);
  if (signs.conventions.date.order === null || signs.orderIsPrior) {
    const proven = orderOf(head, signs);
    if (proven !== null) {
      signs = {
        ...signs,
        orderIsPrior: false,
        conventions: { ...signs.conventions, date: { ...signs.conventions.date, order: proven } },
      };
      head = read(signs);
    }
  }
  const parties = readParties(document, layout, labels, isOpen, context.ownCompany, signs);
  return { document, layout, labels, signs, tables, itemRows, head, parties };
}

/** Without a table under a header, rows that multiply out or add up to a printed sum. */
function looseTables(layout: Layout, labels: LabelIndex, signs: DocumentSigns): readonly ItemTable[] {
  const sums = findTotals(layout, labels, signs.conventions, new Set())
    .filter(
      ({ field }) => field === "subtotal" || field === "net" || field === "gross" || field === "payable",
    )
    .flatMap(({ number }) => valuesOf(number.reading).map((value) => toDecimal(value)))
    .filter((sum) => !isZero(sum));
  const table = findLooseLines(layout, labels, signs.conventions, sums);
  return table === null ? [] : [table];
}

/** What the printed terms prove about the order of day and month. */
function orderOf(head: HeadReadings, signs: DocumentSigns): "day-first" | "month-first" | null {
  const open = (field: LabelField): DateReading | null => {
    const [best] = head.dates.get(field) ?? [];
    if (best === undefined) return null;
    const { reading } = best;
    return reading.readings.length === 2 && signs.orderIsPrior
      ? { ...reading, value: null, readings: reading.readings.toSorted(), doubt: "ambiguous-date-order" }
      : reading;
  };
  const terms = head.texts.get("terms")?.[0]?.reading ?? "";
  const [issue, due] = [open("issue-date"), open("due-date")];
  if (signs.orderIsPrior) return null;
  return orderByTerms(issue, due, termDaysOf(terms));
}

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
  const lines = survey.tables
    .flatMap((table) => table.lines)
    .filter((line) => !isOptional(line))
    .map(resolveLine);
  const candidates = findTotals(survey.layout, survey.labels, signs.conventions, survey.itemRows);
  const silent = isTaxSilent(survey, candidates);
  const sums = sumLines(lines);
  const totals = solveTotals(candidates, sums, silent);
  const isGross = survey.tables.some((table) => table.isGross) || totals.linesIncludeTax;
  const pricesIncludeTax =
    isGross && !(totals.net !== null && totals.gross !== null && totals.net.value === totals.gross.value);
  const sumCloses = totals.closed.includes("C2") || totals.closed.includes("C2-gross");
  const allNegative = isCredit && areAllNegative(lines);
  const numbers = head.numbers;
  const number = numberOf(document, head, kind, invoiceKind);
  const money = (choice: Choice | null, constraints: readonly string[]): Field<DecimalText> | null =>
    moneyField(survey, choice, totals, constraints, isCredit);
  const net = money(totals.net, ["C2", "C3", "C6"]);
  const gross = money(totals.gross, ["C6", "C7", "C2-gross"]);
  const taxes = taxBreakdown(survey, totals, candidates, isCredit);
  const [period] = head.periods;
  const periods =
    period === undefined
      ? null
      : periodFields(document, period.reading, period.tokens, Math.min(0.95, 0.5 + 0.45 * period.score));
  const isPriorDate = signs.orderIsPrior;
  const date = (field: LabelField): Field<LocalDate> | null => {
    const [best] = head.dates.get(field) ?? [];
    return best === undefined || best.score < 0.2
      ? null
      : dateField(document, best.reading, best.tokens, confidenceOf(best.score), isPriorDate);
  };
  const id = (field: LabelField, least = 0.25): Field<string> | null =>
    announcedField(document, numbers.get(field), least);
  return {
    id: `inv-${context.hash(`${document.documentId}|${ordinal}`).slice(0, 12)}` as InvoiceId,
    documentId: document.documentId,
    kind: invoiceKind,
    number,
    issueDate: date("issue-date") ?? lonelyDate(survey),
    dueDate: date("due-date"),
    taxPointDate: date("tax-point"),
    periodStart: periods?.start ?? null,
    periodEnd: periods?.end ?? null,
    currency: currencyOf(survey, totals, candidates),
    seller: survey.parties.seller,
    buyer: survey.parties.buyer,
    orderReference: id("order-number") ?? null,
    agreementReference: id("contract-number"),
    projectReference: id("project"),
    buyerReference: id("buyer-reference"),
    precedingInvoice: id("preceding-invoice"),
    paymentTerms: termsOf(survey),
    bankAccount: accountOf(survey),
    lines: toInvoiceLines(document, lines, {
      pricesIncludeTax,
      orderIsPrior: isPriorDate,
      sumCloses,
      isCredit: allNegative,
    }),
    allowanceCharges: adjustmentsOf(survey, totals),
    taxes,
    pricesIncludeTax,
    subtotal: money(totals.subtotal, ["C2", "C3"]),
    allowances: onlyOne(totals.allowances, (choice) => positiveField(survey, choice)),
    charges: onlyOne(totals.charges, (choice) => positiveField(survey, choice)),
    net,
    tax: taxOf(survey, totals, isCredit),
    gross,
    prepaid: totals.prepaid === null ? null : positiveField(survey, totals.prepaid),
    retention: totals.retention === null ? null : positiveField(survey, totals.retention),
    withholding: totals.withholding === null ? null : positiveField(survey, totals.withholding),
    rounding: totals.rounding === null ? null : moneyField(survey, totals.rounding, totals, ["C7"], false),
    payable: money(totals.payable ?? totals.gross, ["C7", "C6"]),
    taxNote: taxNoteOf(survey),
    notes: [],
  };
}

function onlyOne<T>(choices: readonly Choice[], make: (choice: Choice) => T): T | null {
  const [only] = choices;
  return choices.length === 1 && only !== undefined ? make(only) : null;
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

function confidenceOf(score: number): number {
  return 0.55 + 0.42 * Math.min(1, score);
}

function announcedField(
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

function numberOf(
  document: ReadDocument,
  head: HeadReadings,
  kind: DocumentKind,
  invoiceKind: InvoiceKind,
): Field<string> | null {
  const fields = numberFieldsByKind[invoiceKind === "credit-note" ? "credit-note" : kind] ?? [
    "invoice-number",
  ];
  const announced = fields.flatMap((field, index) =>
    (head.numbers.get(field) ?? []).map((one) => ({ ...one, score: one.score * (index === 0 ? 1 : 0.8) })),
  );
  return announcedField(
    document,
    announced.toSorted((first, second) => second.score - first.score),
    0.2,
  );
}

function moneyField(
  survey: Survey,
  choice: Choice | null,
  totals: TotalsSolution,
  constraints: readonly string[],
  isCredit: boolean,
): Field<DecimalText> | null {
  if (choice === null) return null;
  const { candidate } = choice;
  const value = isCredit ? decimalToText(absolute(choice.value)) : choice.value;
  const closes = constraints.some((name) => totals.closed.includes(name));
  const breaks = constraints.filter((name) => totals.violated.includes(name));
  const isOpen = candidate.number.reading.value === null;
  if (isOpen && !closes)
    return openField(
      survey.document,
      candidate.number.reading.readings,
      candidate.tokens,
      "ambiguous-separator",
    );
  let confidence = 0.6 + 0.28 * Math.min(1, candidate.score);
  if (closes) confidence = Math.max(confidence, 0.9) + 0.05;
  if (totals.margin < 0.7) confidence -= 0.15;
  const contradictions: readonly Contradiction[] = breaks.map(() => ({
    code: "sum-differs",
    evidence: tokensToEvidence(survey.document, candidate.tokens),
  }));
  if (breaks.length > 0) confidence -= closes ? 0.05 : 0.15;
  return decidedField(survey.document, value, candidate.tokens, confidence, contradictions.slice(0, 1));
}

function positiveField(survey: Survey, choice: Choice): Field<DecimalText> {
  return decidedField(
    survey.document,
    decimalToText(absolute(choice.value)),
    choice.candidate.tokens,
    0.6 + 0.3 * Math.min(1, choice.candidate.score),
  );
}

function taxOf(survey: Survey, totals: TotalsSolution, isCredit: boolean): Field<DecimalText> | null {
  if (totals.taxTotal !== null) return moneyField(survey, totals.taxTotal, totals, ["C6", "C4"], isCredit);
  if (totals.taxes.length < 2 || !totals.closed.includes("C6")) return null;
  // The printed rates together are what lies between the printed net and gross: each word of it stands on the page.
  const sum = totals.taxes
    .map((choice) => choice.value)
    .reduce<Decimal>((total, value) => add(total, value), { units: 0n, scale: 0 });
  const tokens = totals.taxes.flatMap((choice) => choice.candidate.tokens);
  return decidedField(survey.document, decimalToText(isCredit ? absolute(sum) : sum), tokens, 0.92);
}

function taxBreakdown(
  survey: Survey,
  totals: TotalsSolution,
  candidates: readonly TotalCandidate[],
  isCredit: boolean,
): readonly TaxBreakdown[] {
  const rated = candidates.filter((candidate) => candidate.field === "tax" && candidate.percent !== null);
  const used = totals.taxes.length > 0 ? totals.taxes.map((choice) => choice.candidate) : rated;
  return used.map((candidate) => {
    const { document } = survey;
    const choice = totals.taxes.find((one) => one.candidate === candidate);
    const amount = choice?.value ?? candidate.number.reading.value;
    const sign = (value: DecimalText): DecimalText => (isCredit ? decimalToText(absolute(value)) : value);
    const rate = candidate.percent?.reading.value ?? null;
    return {
      category: null,
      name: textOf(candidate.label.segment.tokens.slice(candidate.label.start, candidate.label.end)).replace(
        /[:：]$/,
        "",
      ),
      rate:
        candidate.percent === null || rate === null
          ? null
          : decidedField(document, rate, candidate.percent.tokens, 0.93),
      base:
        candidate.base === null || candidate.base.reading.value === null
          ? null
          : decidedField(document, sign(candidate.base.reading.value), candidate.base.tokens, 0.9),
      amount:
        amount === null
          ? openField(document, candidate.number.reading.readings, candidate.tokens, "ambiguous-separator")
          : decidedField(document, sign(amount), candidate.tokens, 0.9),
      exemptionReason: null,
    };
  });
}

function adjustmentsOf(survey: Survey, totals: TotalsSolution): readonly AllowanceCharge[] {
  const make =
    (kind: "allowance" | "charge") =>
    (choice: Choice): AllowanceCharge => ({
      kind,
      reason: textOf(
        choice.candidate.label.segment.tokens.slice(choice.candidate.label.start, choice.candidate.label.end),
      ).replace(/[:：]$/, ""),
      percent: choice.candidate.percent?.reading.value ?? null,
      baseAmount: choice.candidate.base?.reading.value ?? null,
      amount: positiveField(survey, choice),
      taxRate: null,
    });
  return [...totals.allowances.map(make("allowance")), ...totals.charges.map(make("charge"))];
}

/** No tax is named with an amount or a rate above zero: what is billed is one sum. */
function isTaxSilent(survey: Survey, candidates: readonly TotalCandidate[]): boolean {
  const named = candidates.some(
    (candidate) => candidate.field === "tax" && !candidate.number.reading.readings.every(isZero),
  );
  if (named) return false;
  return !survey.layout.rows.some(
    (row) =>
      !survey.itemRows.has(row.index) &&
      row.segments.some((segment) => segment.tokens.length <= 8 && taxWordingOf(segment.text) === "with-tax"),
  );
}

/** A single date of the upper part that no label claims: "Berlin, den 3. März 2026". */
function lonelyDate(survey: Survey): Field<LocalDate> | null {
  const { layout, signs, itemRows } = survey;
  const claimed = new Set([...survey.head.dates.values()].flatMap((own) => own.flatMap((one) => one.tokens)));
  for (const one of survey.head.periods) for (const token of one.tokens) claimed.add(token);
  const found: Announced<DateReading>[] = [];
  for (const row of layout.pages[0]?.rows ?? []) {
    if (row.top > 0.5 || itemRows.has(row.index)) continue;
    for (const segment of row.segments) {
      const dates = findDateSpans(segment.tokens, signs.conventions).filter(
        ({ tokens }) => !tokens.some((token) => claimed.has(token)),
      );
      if (dates.length === 1 && dates[0] !== undefined && segment.tokens.length <= 9)
        found.push({
          field: "issue-date",
          reading: dates[0].reading,
          tokens: dates[0].tokens,
          score: 0.4,
          site: null,
        });
    }
  }
  const values = new Set(found.map((one) => one.reading.readings.join("|")));
  const [only] = found;
  return values.size === 1 && only !== undefined
    ? dateField(survey.document, only.reading, only.tokens, 0.75, signs.orderIsPrior)
    : null;
}

function termsOf(survey: Survey): Field<string> | null {
  const announced = survey.head.texts.get("terms") ?? [];
  const [best] = announced.filter((one) => termDaysOf(one.reading) !== null || one.score >= 0.5);
  if (best !== undefined && best.score >= 0.3)
    return decidedField(survey.document, best.reading, best.tokens, confidenceOf(best.score));
  for (const row of survey.layout.rows) {
    if (survey.itemRows.has(row.index)) continue;
    for (const segment of row.segments) {
      if (
        /\bnet\s?\d{1,3}\b|\b\d{1,3}\s?(?:days|tage|tagen|jours|dagen|d[ií]as|giorni)\b.{0,30}(?:net|rechnung|invoice|factu|fattura|datum|date|eingang|erhalt)|(?:innerhalb|within|binnen|zahlbar|payable|paiement|pago|pagamento).{0,24}\d{1,3}\s?(?:days|tagen?|jours|dagen|d[ií]as|giorni)\b/i.test(
          segment.text,
        )
      ) {
        return decidedField(survey.document, segment.text.slice(0, 160), segment.tokens, 0.75);
      }
    }
  }
  return null;
}

function accountOf(survey: Survey): Field<string> | null {
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
      first.isValid ? 0.96 : 0.7,
      contradictions,
      alternatives,
    );
  }
  const [account] = (survey.head.numbers.get("account") ?? []).filter((one) =>
    /account|konto|kto|ccc|clabe|c c|rekening|compte/.test(one.site?.label.phrase ?? ""),
  );
  return account === undefined || account.score < 0.4
    ? null
    : decidedField(survey.document, account.reading, account.tokens, confidenceOf(account.score) - 0.05);
}

function taxNoteOf(survey: Survey): Field<string> | null {
  for (const row of survey.layout.rows) {
    for (const segment of row.segments) {
      const hit = (survey.labels.get(segment) ?? []).find((label) => weightOf(label, "exemption") >= 1);
      if (hit !== undefined)
        return decidedField(survey.document, segment.text.slice(0, 200), segment.tokens, 0.85);
    }
  }
  return null;
}

function currencyOf(
  survey: Survey,
  totals: TotalsSolution,
  candidates: readonly TotalCandidate[],
): Field<string> | null {
  const { document, layout, signs, labels } = survey;
  const votes: {
    readonly reading: CurrencyReading;
    readonly tokens: readonly Token[];
    readonly weight: number;
  }[] = [];
  const chosen = [totals.payable, totals.gross, totals.net].flatMap((choice) =>
    choice === null ? [] : [choice.candidate],
  );
  const beside = (candidate: TotalCandidate): void => {
    const { currency } = candidate.number.reading;
    if (currency !== null) votes.push({ reading: currency, tokens: candidate.tokens, weight: 5 });
    for (const segment of candidate.row.segments) {
      for (const token of segment.tokens) {
        const text = token.text.replace(/[():,]/g, "");
        const reading = isPlainCurrencyCode(text) || /^[€$£]$/.test(text) ? parseCurrency(text) : null;
        if (reading !== null) votes.push({ reading, tokens: [token], weight: 4 });
      }
    }
  };
  for (const candidate of chosen) beside(candidate);
  for (const candidate of candidates)
    if (!chosen.includes(candidate) && candidate.number.reading.currency !== null)
      votes.push({ reading: candidate.number.reading.currency, tokens: candidate.tokens, weight: 1 });
  for (const row of layout.rows) {
    for (const segment of row.segments) {
      const isLabel = (labels.get(segment) ?? []).some((label) => weightOf(label, "currency") > 0);
      for (const token of segment.tokens) {
        const text = token.text.replace(/[():,.]/g, "");
        const reading = isPlainCurrencyCode(text) ? parseCurrency(text) : null;
        if (reading !== null)
          votes.push({
            reading,
            tokens: [token],
            weight: isLabel ? 5 : survey.itemRows.has(row.index) ? 1 : 0.6,
          });
      }
      if (segment.tokens.length <= 6) {
        for (const number of findNumbers(segment.tokens, signs.conventions)) {
          if (number.reading.currency !== null)
            votes.push({ reading: number.reading.currency, tokens: number.tokens, weight: 0.5 });
        }
      }
      const next = layout.rows[segment.row]?.segments;
      if (isLabel && next !== undefined) {
        for (const other of next) {
          const reading = other === segment ? null : parseCurrency(other.text.trim());
          if (reading !== null) votes.push({ reading, tokens: other.tokens, weight: 5 });
        }
      }
    }
  }
  const sums = new Map<string, { weight: number; tokens: readonly Token[]; reading: CurrencyReading }>();
  for (const vote of votes) {
    const key =
      vote.reading.code ?? codeOfSymbol(vote.reading, signs.countries, signs.language) ?? vote.reading.symbol;
    const known = sums.get(key);
    if (known === undefined)
      sums.set(key, { weight: vote.weight, tokens: vote.tokens, reading: vote.reading });
    else known.weight += vote.weight;
  }
  // A code says which of the dollars a bare "$" means.
  for (const [key, one] of sums) {
    if (/^[A-Z]{3}$/.test(key)) continue;
    const named = one.reading.candidates.find((code) => sums.has(code));
    const target = named === undefined ? undefined : sums.get(named);
    if (target !== undefined) {
      target.weight += one.weight;
      sums.delete(key);
    }
  }
  const [best, second] = [...sums.entries()].sort(
    (first, other) => other[1].weight - first[1].weight || (first[0] < other[0] ? -1 : 1),
  );
  if (best === undefined) return null;
  const [code, { tokens, reading, weight }] = best;
  if (!/^[A-Z]{3}$/.test(code))
    return openField(document, reading.candidates.slice(0, 3), tokens, "ambiguous-currency");
  const isRivaled = second !== undefined && second[1].weight > 0.6 * weight;
  const confidence = isRivaled ? 0.7 : reading.code === null ? 0.88 : 0.96;
  return decidedField(document, code, tokens, confidence);
}
