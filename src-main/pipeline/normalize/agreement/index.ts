import type {
  Agreement,
  AgreementId,
  DocumentKind,
  ReadDocument,
  ReadinessGap,
} from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { cueFrames } from "./clauses/index.ts";
import { readProseTiers } from "./clauses/prose-tiers.ts";
import { readDuration } from "./clauses/duration.ts";
import { runCueFrames } from "./engine/cue-frame.ts";
import { emitTerms } from "./engine/emit-terms.ts";
import type { Candidate, DocumentFacts } from "./engine/frame.ts";
import { mergeCandidates } from "./engine/merge.ts";
import { Reading } from "./engine/reading.ts";
import { findResidue } from "./engine/residue.ts";
import { runFrames, toCandidate } from "./engine/run-frames.ts";
import { frames } from "./frames/index.ts";
import { readSpelledTerms } from "./frames/payments.ts";
import { readHeader } from "./header/document-header.ts";
import { readParties } from "./header/parties.ts";
import { readCurrency } from "./header/agreement-currency.ts";
import type { Literal } from "./literals/literal.ts";
import { readStyle } from "./structure/document-style.ts";
import { buildOutline } from "./structure/outline.ts";
import { readTables } from "./tables/read-tables.ts";

/**
 * Reads an agreement document, from a contract to an acceptance by mail, into billing terms with their clauses.
 *
 * Terms are proposals; what the text leaves open becomes a question on the term or a gap of the agreement.
 */
export function readAgreements(
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): { readonly agreements: readonly Agreement[] } {
  const outline = buildOutline(document);
  if (outline.lines.length === 0) return { agreements: [] };
  const id = `agr-${context.hash(`${document.documentId}|0`).slice(0, 12)}` as AgreementId;
  const style = readStyle(outline.lines);
  const header = readHeader(outline, document, kind, style, context.asOf);
  const parties = readParties(outline, document, context);
  const rows = readTables(outline.tables, style, {
    start: null,
    partyNames: [],
    sellers: [],
    subject: null,
    isRental: false,
    kind,
  });
  const readings = [...outline.units, ...rows.units]
    .sort((one, other) => one.order - other.order)
    .map((unit) => new Reading(unit, style));
  const duration = readDuration(readings, header.effective, header.dated);
  const facts: DocumentFacts = {
    start: duration.from,
    partyNames: [parties.seller, parties.buyer, ...parties.parties].flatMap((party) =>
      party === null ? [] : [party.name, ...party.aliases],
    ),
    sellers:
      parties.seller === null
        ? []
        : [parties.seller.name, ...parties.seller.aliases].map((name) => name.toLowerCase()),
    subject: null,
    isRental: /\b(?:rental|hire|lease|equipment)\b/.test((header.title ?? "").toLowerCase()),
    kind,
  };
  const candidates: Candidate[] = [];
  const tiers = readProseTiers(readings, style);
  candidates.push(...tiers.candidates);
  const consumed = new Set<Literal>([...duration.consumed, ...tiers.consumed]);
  for (const reading of readings) {
    const cues = runCueFrames(reading, cueFrames, facts);
    for (const { projection, taken } of cues) {
      candidates.push(toCandidate(projection, reading, null, facts, 3, 0));
      for (const literal of taken) consumed.add(literal);
    }
    const result = runFrames(
      reading,
      frames,
      facts,
      new Set([...cues.flatMap((cue) => cue.taken), ...tiers.consumed]),
    );
    candidates.push(...result.candidates);
    for (const literal of result.consumed) consumed.add(literal);
    if (!result.candidates.some((candidate) => candidate.type === "payment-terms")) {
      const spelled = readSpelledTerms(reading);
      if (spelled !== null) {
        candidates.push(toCandidate(spelled.projection, reading, null, facts, 3, 0));
        for (const literal of reading.literals)
          if (literal.start >= spelled.start && literal.end <= spelled.end) consumed.add(literal);
      }
    }
  }
  const tables = readTables(outline.tables, style, facts);
  candidates.push(...tables.candidates);
  if (duration.candidate !== null) candidates.push(duration.candidate);
  const merged = [...mergeCandidates(candidates)].sort((one, other) => one.order - other.order);
  const currency = readCurrency(outline.lines, merged, parties);
  const gaps: ReadinessGap[] = [...currency.gaps];
  const agreement: Agreement = {
    id,
    documentId: document.documentId,
    rank: header.rank,
    standing: header.standing,
    number: header.number,
    title: header.title,
    references: header.references,
    seller: parties.seller,
    buyer: parties.buyer,
    parties: parties.parties,
    dated: header.dated,
    signedOn: header.signedOn,
    from: duration.from,
    to: duration.to,
    currency: currency.code,
    timeZone: header.timeZone,
    governingLaw: header.governingLaw,
    terms: emitTerms(merged, id, currency.code, document, context.hash),
    operations: [],
    gaps,
    residue: findResidue(readings, consumed, document),
    precedence: null,
    evidence: header.evidence,
  };
  return { agreements: [agreement] };
}
