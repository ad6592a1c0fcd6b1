import type {
  Agreement,
  AgreementId,
  AgreementStanding,
  DocumentKind,
  ReadDocument,
  ReadinessGap,
} from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import { commonWordsOf } from "./clauses/person-names.ts";
import { surveyDocument } from "../invoice/index.ts";
import type { Survey } from "../invoice/index.ts";
import { readOperations } from "./clauses/amendment-operations.ts";
import { withExpenseRules } from "./clauses/expense-rules.ts";
import { readHeadedBasis } from "./clauses/heading-basis.ts";
import { readDuration } from "./clauses/duration.ts";
import { withBandedPrices } from "./clauses/banded-prices.ts";
import { withBillingTiming } from "./clauses/fee-timing.ts";
import { withoutLoneOverages } from "./clauses/lone-overage.ts";
import { withoutEstimatedCounts } from "./clauses/measured-quantities.ts";
import { withImpliedInclusions } from "./clauses/implied-inclusions.ts";
import { labeledTerm } from "./clauses/labeled-term.ts";
import { loneStart } from "./clauses/lone-start.ts";
import { extendedEnd } from "./clauses/printed-end.ts";
import { findPrintedTerm, lineReadings } from "./clauses/printed-term.ts";
import type { PrintedTerm } from "./clauses/printed-term.ts";
import { withOrderTotal, withoutOwnNumber } from "./clauses/own-order.ts";
import { withoutTotals } from "./clauses/offer-totals.ts";
import { withOverages } from "./clauses/past-included.ts";
import { withPiecePrices } from "./clauses/piece-prices.ts";
import { withLaterPrices } from "./clauses/later-price.ts";
import { withDayLength } from "./clauses/day-length.ts";
import { withPriceSteps } from "./clauses/price-steps.ts";
import { withRateMinimums } from "./clauses/rate-minimums.ts";
import { withJoinedTerms } from "./clauses/joined-terms.ts";
import { withStageAcceptance } from "./clauses/stage-acceptance.ts";
import { withTaxScopes } from "./clauses/tax-scopes.ts";
import { withTierMethods } from "./clauses/tier-methods.ts";
import { withRiders } from "./clauses/term-riders.ts";
import { collectCandidates } from "./engine/collect-candidates.ts";
import { findDefinitions } from "./engine/definitions.ts";
import { datesOf } from "./engine/scope-dates.ts";
import { emitTerms } from "./engine/emit-terms.ts";
import type { Candidate, DocumentFacts } from "./engine/frame.ts";
import { mergeCandidates } from "./engine/merge.ts";
import { Reading } from "./engine/reading.ts";
import { findGaps, findPrecedence } from "./engine/readiness-gaps.ts";
import { findResidue } from "./engine/residue.ts";
import { rankOnForm, withForm } from "./forms/index.ts";
import { readForm } from "./forms/read-form.ts";
import { readCurrency } from "./header/agreement-currency.ts";
import { readHeader } from "./header/document-header.ts";
import { findReferences } from "./header/references.ts";
import type { DocumentHeader } from "./header/document-header.ts";
import { partyLinesOf } from "./header/party-lines.ts";
import { readParties } from "./header/parties.ts";
import type { Parties } from "./header/parties.ts";
import type { DateLiteral, NumberStyle } from "./literals/literal.ts";
import { readMail } from "./mail/accepted-offer.ts";
import { agreedExtra } from "./mail/agreed-extra.ts";
import { readStyle } from "./structure/document-style.ts";
import { printedRows } from "./structure/printed-rows.ts";
import { buildOutline } from "./structure/outline.ts";
import type { Outline } from "./structure/outline.ts";
import { withSheetBlocks } from "./structure/sheet-blocks.ts";
import { progressWords } from "./tables/schedule-of-values.ts";
import { readTables } from "./tables/read-tables.ts";

/**
 * Reads an agreement document, from a contract to an acceptance by mail, into billing terms with their clauses.
 *
 * Terms are proposals; what the text leaves open becomes a question on the term or a gap of the agreement.
 */
export function readAgreements(
  given: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): { readonly agreements: readonly Agreement[] } {
  const mail = kind === "message" ? readMail(given) : null;
  const document = mail === null ? withSheetBlocks(given) : { ...given, blocks: mail.blocks };
  const outline = buildOutline(document);
  let survey: Survey | null = null;
  const surveyed = (): Survey => (survey ??= surveyDocument(document, context));
  if (outline.lines.length === 0 && (mail?.gaps.length ?? 0) === 0) return { agreements: [] };
  const id = `agr-${context.hash(`${document.documentId}|0`).slice(0, 12)}` as AgreementId;
  const style = readStyle(outline.lines);
  // An offer that stands in the mail that accepts it is an accepted offer, with its own number.
  const paper = mail?.holdsOffer === true ? "estimate" : kind;
  const printed = kind === "message" ? [] : printedRows(document);
  const rows = printed.length > 0 ? printed : outline.lines;
  const read = readHeader(outline, document, paper, style, context.asOf, rows);
  const header =
    paper === kind
      ? read
      : { ...read, references: findReferences(outline.lines, null, style, "acceptance-message") };
  const form = readForm(document, kind, rankOnForm(kind, header.rank), surveyed);
  const parties = readParties(
    outline,
    document,
    rows,
    kind,
    context,
    surveyed,
    header,
    mail?.parties ?? [],
    form,
  );
  const outset = factsOf(header, parties, kind, null, outline);
  const priced = readTables(outline.tables, style, outset).units;
  const units = [...outline.units, ...priced].sort((one, other) => one.order - other.order);
  const readings = units.map((unit) => new Reading(unit, style));
  const isChange = header.rank === "amendment" || header.rank === "change-order";
  const duration = isChange
    ? readDuration(readings, null, null, () => {
        const end = extendedEnd(readings);
        return end === null ? null : { from: null, ...end, score: 2 };
      })
    : readDuration(
        readings,
        header.effective ?? loneStart(readings, outline.headings, header.dated, style),
        header.dated,
        () => printedTerm(outline, readings, style, paper, context),
        labeledTerm(rows, style),
      );
  const facts = { ...outset, start: duration.from, end: duration.to, definitions: findDefinitions(readings) };
  const effective = header.effective ?? changeDay(readings) ?? header.signedOn;
  const collected = collectCandidates(readings, style, facts);
  const candidates: Candidate[] = [
    ...collected.candidates,
    ...readTables(outline.tables, style, facts).candidates,
    ...readHeadedBasis(outline, style),
    ...(duration.candidate === null ? [] : [duration.candidate]),
  ];
  const merged = withRiders(mergeCandidates(candidates), readings)
    .map((candidate) => (isChange && candidate.from === null ? { ...candidate, from: effective } : candidate))
    .sort((one, other) => one.order - other.order);
  const timed = withRateMinimums(
    withPiecePrices(
      withoutTotals(
        withoutLoneOverages(
          withOverages(
            withImpliedInclusions(
              withBillingTiming(
                withTierMethods(
                  withBandedPrices(
                    withPriceSteps(
                      withExpenseRules(
                        withJoinedTerms(
                          withTaxScopes(
                            withStageAcceptance(withDayLength(withLaterPrices(merged), readings), readings),
                            readings,
                          ),
                        ),
                        readings,
                      ),
                      readings,
                    ),
                    style,
                  ),
                  readings,
                ),
              ),
              readings,
              style,
            ),
          ),
        ),
        outline.lines,
        style,
      ),
      header.rank === "master-agreement" ? kind : header.rank,
      style.languages,
    ),
  );
  const extra = mail?.answer === "accepted" ? agreedExtra(timed, readings, outline.lines, header) : null;
  const terms =
    extra?.candidates ??
    (header.rank === "purchase-order"
      ? withOrderTotal(timed, outline, header.number, style)
      : withoutOwnNumber(timed, header.number));
  const currency = readCurrency(outline.lines, terms, parties);
  const acceptance = mail?.answer ?? null;
  // An offer's own date is no first day; one that prints an end binds until then from the yes that accepts it.
  const bound = header.boundOn ?? (mail?.holdsOffer === true ? mail.acceptedOn : null);
  const isOffered = paper === "estimate" && duration.from === header.dated;
  const starts = isOffered ? (duration.to === null ? null : (bound ?? duration.from)) : duration.from;
  const gaps: ReadinessGap[] = [
    ...currency.gaps,
    ...findGaps(outline, units, terms, header.rank, document),
    ...(mail?.gaps ?? []),
    ...(acceptance === "unclear" ? [{ code: "acceptance-unclear", evidence: header.evidence }] : []),
  ];
  const agreement: Agreement = {
    id,
    documentId: document.documentId,
    rank: header.rank,
    standing: standingOf(header, acceptance),
    number: numberOf(header, kind, paper, acceptance),
    title: header.title,
    references:
      acceptance === "accepted"
        ? header.references.map((reference) => ({ ...reference, relation: "accepts" as const }))
        : header.references,
    seller: parties.seller,
    buyer: parties.buyer,
    parties: parties.parties,
    ...(parties.areSidesGuessed ? { areSidesGuessed: true as const } : {}),
    ...partyLinesOf(rows, document),
    openUntil: header.validUntil,
    dated: header.dated,
    signedOn: header.signedOn ?? mail?.acceptedOn ?? null,
    from: isChange ? effective : (starts ?? header.acceptedFrom),
    to: duration.to,
    currency: currency.code,
    timeZone: header.timeZone,
    governingLaw: header.governingLaw,
    terms: emitTerms(terms, id, currency.code, document, context.hash),
    operations: isChange ? readOperations(readings, effective, document) : [],
    gaps,
    residue: findResidue(
      readings,
      new Set([...collected.consumed, ...duration.consumed, ...(extra?.consumed ?? [])]),
      document,
    ),
    precedence: findPrecedence(units, document),
    evidence: header.evidence,
    ...extra?.head,
  };
  const formed = withForm(agreement, form, document, kind, context);
  return { agreements: [{ ...formed, terms: withoutEstimatedCounts(formed.terms, outline.lines) }] };
}

/** "Desde el 1 de enero … la cuota pasa de … a …": the first day of a new price, where a change says no other. */
function changeDay(readings: readonly Reading[]): LocalDate | null {
  const days = readings.flatMap((reading): readonly LocalDate[] => {
    if (!reading.literals.some(({ type }) => type === "money")) return [];
    const dates = reading.literals.filter((literal): literal is DateLiteral => literal.type === "date");
    const { from } = datesOf(reading.folded, dates, null);
    return from === null ? [] : [from];
  });
  const [first] = days;
  return first !== undefined && days.every((day) => day === first) ? first : null;
}

function printedTerm(
  { lines }: Outline,
  readings: readonly Reading[],
  style: NumberStyle,
  paper: DocumentKind,
  { asOf }: NormalizeContext,
): PrintedTerm | null {
  const convention = { order: style.dateOrder, asOf };
  return findPrintedTerm(readings, () => lineReadings(lines, style), paper, convention);
}

/** A message has no number of its own; a yes has that of the offer it is said to, as has an offer in it. */
const numberOf = (
  header: DocumentHeader,
  kind: DocumentKind,
  paper: DocumentKind,
  acceptance: "accepted" | "unclear" | null,
): string | null =>
  paper === "message"
    ? acceptance === "accepted"
      ? header.number
      : null
    : paper === kind
      ? header.number
      : (header.references.find(({ number }) => number !== null)?.number ?? header.number);

/** A message that does not plainly accept is at most an offer. */
const standingOf = (header: DocumentHeader, acceptance: "accepted" | "unclear" | null): AgreementStanding =>
  acceptance === null ? header.standing : acceptance === "accepted" ? "in-force" : "offer";

function factsOf(
  header: DocumentHeader,
  { seller, buyer, parties, areSidesGuessed }: Parties,
  kind: DocumentKind,
  start: DocumentFacts["start"],
  { lines }: Outline,
): DocumentFacts {
  const namesOf = (party: Parties["seller"]): readonly string[] =>
    party === null ? [] : [party.name, ...party.aliases];
  return {
    start,
    partyNames: [seller, buyer, ...parties].flatMap(namesOf),
    commonWords: commonWordsOf(lines.map(({ prepared }) => prepared.text)),
    sellers: namesOf(areSidesGuessed ? null : seller).map((name) => name.toLowerCase()),
    subject: null,
    isRental: /\b(?:rental|hire|lease|equipment)\b/.test((header.title ?? "").toLowerCase()),
    isPriceList:
      /\b(?:rates? (?:sheet|card|schedule)|schedule of rates|price (?:list|sheet)|tariff|preisliste|preisverzeichnis|tarifliste|grille tarifaire|lista de precios|listino|tabela de precos|prijslijst)\b/.test(
        (header.title ?? "").toLowerCase(),
      ),
    kind,
    billsProgress: lines.some(({ prepared }) => progressWords.test(prepared.folded)),
    definitions: new Map(),
  };
}
