import {
  absolute,
  add,
  isEqual,
  isNegative,
  multiply,
  negate,
  subtract,
  toDecimal,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { fractionToDecimal, multiplyFractions, percentToFraction } from "../../../src-shared/money/index.ts";
import type { Evidence } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { roundAmount } from "../../../src-shared/pricing/index.ts";
import {
  foldWording,
  isCalendarUnit,
  isTimeUnit,
  namesGoods,
  namesLabor,
  namesRetention,
  stemOf,
  tripCostsOf,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";

/** Discounts that an invoice grants, wherever it prints them. */
export interface BilledDiscount {
  readonly amount: Decimal;
  readonly evidence: readonly Evidence[];
}

const earlyPaymentWords =
  /\b(early|prompt|payment within|if paid|cash discount|settlement|skonto|escompte)\b/;

/** Whether words are about paying early, which is no discount of the invoice. */
export const isAboutEarlyPayment = (text: string): boolean => earlyPaymentWords.test(foldWording(text));

/** Document allowances, discount rows and line discounts together. */
export function billedDiscountOf({ invoice, lines, precision }: InvoiceContext): BilledDiscount {
  let amount: Decimal = zero;
  const evidence: Evidence[] = [];
  const allowances = invoice.allowanceCharges.filter(
    ({ kind, reason }) =>
      kind === "allowance" && !isAboutEarlyPayment(reason ?? "") && !namesRetention(reason ?? ""),
  );
  for (const allowance of allowances) {
    if (allowance.amount.value === null) continue;
    amount = add(amount, absolute(allowance.amount.value));
    evidence.push(...allowance.amount.evidence);
  }
  if (
    allowances.length === 0 &&
    invoice.allowances !== null &&
    invoice.allowances.value !== null &&
    invoice.allowanceCharges.length === 0
  ) {
    amount = add(amount, absolute(invoice.allowances.value));
    evidence.push(...invoice.allowances.evidence);
  }
  for (const context of lines) {
    const { line, kind } = context;
    const net = netOfLine(context);
    if (kind === "discount" && net !== null && !isAboutEarlyPayment(line.description)) {
      amount = add(amount, isNegative(net) ? negate(net) : net);
      evidence.push(...(line.net ?? line).evidence);
    }
    const own = lineDiscount(context, precision);
    if (own !== null) {
      amount = add(amount, own);
      evidence.push(...(line.discountPercent ?? line.discountAmount ?? line).evidence);
    }
  }
  return { amount, evidence };
}

/** What the discount of a line itself is worth; `null` where it prints none, or where it only leads to the agreed price. */
function lineDiscount(context: LineContext, precision: InvoiceContext["precision"]): DecimalText | null {
  const { line } = context;
  const [quantity, price] = [valueOf(line.quantity), valueOf(line.unitPrice)];
  const [percent, amount] = [valueOf(line.discountPercent), valueOf(line.discountAmount)];
  if (amount === null && percent === null) return null;
  const governing = context.terms[0]?.term;
  if (governing?.type === "rate" && price !== null && percent !== null) {
    const left = subtract(
      price,
      fractionToDecimal(multiplyFractions(price, percentToFraction(percent)), toDecimal(price).scale + 4),
    );
    if (isEqual(left, governing.value.price)) return null;
  }
  if (amount !== null) return amount;
  if (quantity === null || price === null || percent === null) return null;
  return roundAmount(multiplyFractions(multiply(quantity, price), percentToFraction(percent)), precision);
}

/** Words behind which stands what a clause is not for. */
export const exception =
  /\b(?:except(?:ing)?(?: for)?|excluding|excl\.?|exclusive of|other than|but not|not (?:on|for|off)|without|ausser|ausgenommen|ohne|nicht (?:auf|fur)|hors|sauf|excepto|salvo|excluid[oa]s?|sin|esclus[oi]|tranne|behalve|exclusief|niet op|exceto)\b/;

/** Lines that a discount, tax or surcharge of a scope is taken from: fees, and of those the ones that it names. */
export function linesInScope(context: InvoiceContext, scope: string | undefined): readonly LineContext[] {
  const folded = foldWording(scope ?? "");
  const cut = exception.exec(folded);
  if (cut === null) return linesNamed(context, folded);
  const excluded = linesNamed(context, folded.slice(cut.index + cut[0].length));
  const kept = linesNamed(context, folded.slice(0, cut.index));
  return excluded.length === kept.length ? kept : kept.filter((line) => !excluded.includes(line));
}

function linesNamed({ lines }: InvoiceContext, folded: string): readonly LineContext[] {
  // A row that hires by the day or week is a rental charge whatever it names.
  if (/\b(rentals?|hire|lease|miete|location|noleggio|alquiler|huur)\b/.test(folded)) {
    const hired = lines.filter(({ kind, line }) => kind === "fee" && isHireUnit(valueOf(line.unit)));
    if (hired.length > 0) return hired;
  }
  const fees = lines.filter(({ kind, terms }) => kind === "fee" && terms[0]?.term.type !== "expenses");
  const sections = sectionsOf(folded);
  if (sections.length > 0) {
    const grouped = fees.filter(({ line }) =>
      sectionsOf(foldWording(line.group ?? "")).some((section) => sections.includes(section)),
    );
    if (grouped.length > 0) return grouped;
  }
  if (/\b(positionen|positions?|(line )?items?|titel|postes|partidas|posten|voci|itens)\b/.test(folded)) {
    // The positions of an offer are what it lists; time that comes on top is none of them.
    const listedLines = fees.filter((line) => !isTimeUnit(unitOf(line)));
    return listedLines.length > 0 ? listedLines : fees;
  }
  const wanted = wordingOf(folded.replace(wholeWords, " ").replace(spanWords, " "));
  if (wanted.content.length === 0) return namedPlainly(fees, folded);
  // An honorarium is what the work itself is paid: no trips, and none of what is passed on.
  if (honorarium.test(folded)) {
    const named = fees.filter((line) => isNamed(line, wanted.content));
    if (named.length > 0) return named;
    const others = fees.filter((line) => !isTrip(line) && !isOfTravel(line));
    // Whether a sum for a piece of work is a part of it, its words do not say.
    return others.some(isSum) ? [] : others.filter((line) => isTimeUnit(unitOf(line)));
  }
  // Labor and goods are all there is to a job.
  if (namesLabor(folded) && namesGoods(folded)) return fees;
  if (namesLabor(folded)) return fees.filter((line) => isTimeUnit(unitOf(line)));
  if (namesGoods(folded)) {
    const named = fees.filter((line) => isNamed(line, wanted.content));
    return named.length > 0
      ? named
      : fees.filter((line) => !isTimeUnit(unitOf(line)) && !isTrip(line) && !isRecurring(line));
  }
  return fees.filter((line) => isNamed(line, wanted.content));
}

/** "Day fees": a word that many prices have still names the lines that say it, where others do not. */
function namedPlainly(fees: readonly LineContext[], folded: string): readonly LineContext[] {
  const wanted = plainWords(folded.replace(wholeWords, " ").replace(spanWords, " "));
  const named = fees.filter(({ line }) => {
    const own = plainWords(foldWording(line.description));
    return wanted.length > 0 && wanted.every((word) => own.includes(word));
  });
  return named.length > 0 ? named : fees;
}

const honorarium =
  /\b(?:honorare?s?n?|honorarsumme|honoraires?|honorarios?|onorari[oi]?|honorari(?:um|a)|professional fees|fees for (?:the )?work)\b/;

const plainWords = (folded: string): readonly string[] =>
  folded.split(/[^\p{L}]+/u).flatMap((word) => (word.length >= 3 ? [stemOf(word)] : []));

/** What is paid for by the month or year is a service: "118.00 a month for each lift". */
const isRecurring = ({ line, terms: [governing] }: LineContext): boolean =>
  isCalendarUnit(valueOf(line.unit)) ||
  (governing?.term.type === "rate" && governing.term.value.per !== undefined) ||
  (governing?.term.type === "fixed-fee" && governing.term.value.per !== "once");

/** Whoever comes has brought no goods by that: a call, a trip, a visit. */
const isTrip = (context: LineContext): boolean =>
  tripUnits.has(unitOf(context) ?? "") || isNamed(context, tripWords);

const isSum = ({ terms: [governing] }: LineContext): boolean =>
  governing?.term.type === "milestone" ||
  (governing?.term.type === "fixed-fee" && governing.term.value.per === "once");

/** Ways to the work and what is spent on them, by the words for it. */
const isOfTravel = ({ line, terms: [governing] }: LineContext): boolean =>
  travel.test(
    foldWording(
      `${line.description} ${(governing?.term.value as { item?: string } | undefined)?.item ?? ""}`,
    ),
  ) || tripCostsOf(line.description).length > 0;
const travel =
  /\b(?:travel|trips?|mileage|an-? ?und abfahrt|(?:an|ab|hin|ruck)?fahrt(?:en|kosten|zeit|pauschale)?|reise\w*|spesen\w*|deplacements?|frais|viajes?|desplazamientos?|viagg[io]+|trasfert[ae]|reis(?:kosten|tijd|vergoeding)|voorrij\w*|viage(?:m|ns)|deslocac(?:ao|oes))\b/;

const tripUnits: ReadonlySet<string> = new Set(["trip", "visit", "call", "kilometre", "mile"]);
const tripWords = wordingOf("trip travel dispatch").content;

/** Words of a scope that mean all there is: they name no line. */
const wholeWords =
  /\b(all|total|entire|whole|invoices?|agreement|fees?|amounts?|any|every|each|net|order|subtotal|charges?|sum|bill|bills|prices?|value|quote|quotation|estimate|offer|contract|job|alle[nrs]?|gesamt\w*|\w*betrag|\w*summe|angebot\w*|auftrag\w*|rechnung\w*|tous?|toutes?|totalite|montant|facture|devis|commande|ensemble|tod[oa]s?|importe|factura|presupuesto|pedido|tutt[oaie]|importo|fattura|preventivo|ordine|heel|hele|bedrag|factuur|offerte|opdracht|valor|fatura|orcamento)\b/g;

/** For how long a scope holds, and which month it is of: neither names a line. */
const spanWords =
  /\b(?:(?:pendant|during|within|for the first|wahrend|durante|gedurende|nei primi|in den ersten)\b.*|(?:that|this|the|such) (?:month|quarter|year|period)(?:[' ]s)?\b|month(?:ly)?(?:[' ]s)?\b)/g;

/** "Titel 1 und 2": the numbered parts that words name. */
function sectionsOf(folded: string): readonly string[] {
  const found = folded.matchAll(
    /\b(?:titel|los|lose|lots?|sections?|phases?|parts?|abschnitte?|kapitel|chapitres?|capitulos?|capitol[oi]|hoofdstuk(?:ken)?)\s+(\d+(?:\s*(?:,|&|und|and|et|y|e|en)\s*\d+)*)/g,
  );
  return [...found].flatMap(([, numbers = ""]) => numbers.match(/\d+/g) ?? []);
}

const unitOf = ({ line, terms }: LineContext): string | null => {
  const [governing] = terms;
  return valueOf(line.unit) ?? (governing?.term.type === "rate" ? governing.term.value.unit : null);
};

const isHireUnit = (unit: string | null): boolean =>
  unit === "day" || unit === "week" || isCalendarUnit(unit);

/**
 * Whether the words of a scope could not be placed: they name something, and no line of the invoice is it.
 *
 * What another price of the agreement is called by, or a class of things, is only not billed this time.
 */
export const isScopeUnplaced = (context: InvoiceContext, scope: string): boolean =>
  linesInScope(context, scope).length === 0 && context.lines.some(({ kind }) => kind === "fee");

/** The same for words that the agreement itself uses for nothing that it prices. */
export function isScopeUnknown(context: InvoiceContext, scope: string): boolean {
  const folded = foldWording(scope);
  if (!isScopeUnplaced(context, scope) || namesLabor(folded) || namesGoods(folded)) return false;
  const words = wordingOf(folded.replace(wholeWords, " ")).content;
  return !context.governing.some(({ term }) => {
    const named = term.value as { readonly item?: string; readonly role?: string; readonly name?: string };
    const text = wordingOf(`${named.role ?? ""} ${named.item ?? ""} ${named.name ?? ""}`);
    return term.type !== "discount" && words.some((word) => text.all.has(word));
  });
}

function isNamed({ line, terms }: LineContext, words: readonly string[]): boolean {
  const items = terms.map(({ term }) => {
    const named = term.value as { readonly item?: string; readonly role?: string };
    return `${named.role ?? ""} ${named.item ?? ""}`;
  });
  const wording = wordingOf([line.description, line.group ?? "", line.role ?? "", ...items].join(" "));
  return words.some((word) => wording.all.has(word));
}

/** Amount of lines before their own discounts; `null` where one could not be read. */
export function sumBeforeDiscount(lines: readonly LineContext[]): Decimal | null {
  let total: Decimal = zero;
  for (const context of lines) {
    const net = netOfLine(context);
    if (net === null) return null;
    total = add(total, add(net, lineDiscount(context, context.owner.precision) ?? zero));
  }
  return total;
}
