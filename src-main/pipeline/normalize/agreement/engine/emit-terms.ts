import type {
  AgreementId,
  Evidence,
  ReadDocument,
  Term,
  TermId,
} from "../../../../../src-shared/model/index.ts";
import type { Hash } from "../../context.ts";
import { quotePart } from "../text/prepared-text.ts";
import type { Candidate } from "./frame.ts";

/** Terms of an agreement from its candidates, in the order of the text, with stable ids and their quotes. */
export function emitTerms(
  candidates: readonly Candidate[],
  agreementId: AgreementId,
  currency: string | null,
  document: ReadDocument,
  hash: Hash,
): readonly Term[] {
  const seen = new Map<string, number>();
  return candidates.map((candidate) => {
    const identity = [
      agreementId,
      candidate.type,
      candidate.key,
      JSON.stringify(candidate.value),
      candidate.from ?? "",
      candidate.to ?? "",
    ].join("|");
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    const evidence: Evidence[] = candidate.parts.flatMap((part) =>
      quotePart(part.prepared, part.start, part.end, document),
    );
    const own = candidate.currency ?? null;
    return {
      id: `trm-${hash(`${identity}|${occurrence}`).slice(0, 12)}` as TermId,
      agreementId,
      type: candidate.type,
      value: candidate.value,
      status: "proposed",
      from: candidate.from,
      to: candidate.to,
      confidence: roundHundredth(candidate.confidence),
      basis: "rule",
      evidence,
      ...(candidate.absent === true && { absent: true }),
      ...(candidate.conditions !== undefined &&
        candidate.conditions.length > 0 && { conditions: candidate.conditions }),
      ...(candidate.remainder !== undefined && { remainder: candidate.remainder }),
      ...(own !== null && currency !== null && own !== currency && { currency: own }),
      ...(candidate.questions !== undefined &&
        candidate.questions.length > 0 && { questions: candidate.questions }),
      version: 1,
    } as Term;
  });
}

/** Confidence is a share, not money; two places keep the same bytes on every machine. */
const roundHundredth = (share: number): number => Math.trunc(share * 100 + 0.5) / 100;
