import { normalizeDocument } from "../../../src-main/pipeline/normalize/index.ts";
import type { Agreement } from "../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../builders/read-bytes.ts";
import type { GoldAgreement } from "./gold-terms.ts";
import { scoreTerms } from "./score-terms.ts";
import type { Score } from "./score-terms.ts";

export interface ReadGold {
  readonly gold: GoldAgreement;
  readonly kind: string;
  readonly agreement: Pick<Agreement, "terms" | "residue" | "gaps"> & Partial<Agreement>;
  readonly score: Score;
}

/** Reads an agreement of the corpus as the product reads a file, and scores what comes of it. */
export async function readGold(gold: GoldAgreement): Promise<ReadGold> {
  const name = `${gold.name}.${/^From: .*@/.test(gold.text) ? "eml" : "txt"}`;
  const document = await readBytes(name, gold.text);
  const file = importedFile(name, new TextEncoder().encode(gold.text));
  const { kind, agreements } = normalizeDocument(document, file, context);
  const agreement = agreements[0] ?? { terms: [], residue: [], gaps: [] };
  return { gold, kind, agreement, score: scoreTerms(gold.terms, agreement, gold.text) };
}

export interface Tally {
  wanted: number;
  found: number;
  exact: number;
  spurious: number;
}

/** Counts by type; a term wanted under several types counts under the one that was found, else under the first. */
export function tallyByType(read: readonly ReadGold[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const tallyOf = (type: string): Tally => {
    const tally = tallies.get(type) ?? { wanted: 0, found: 0, exact: 0, spurious: 0 };
    tallies.set(type, tally);
    return tally;
  };
  for (const { score } of read) {
    for (const { term, differing } of score.found) {
      const tally = tallyOf(term.type);
      tally.wanted += 1;
      tally.found += 1;
      if (differing.length === 0) tally.exact += 1;
    }
    for (const gold of score.missed) tallyOf(gold.types[0] ?? "?").wanted += 1;
    for (const term of score.spurious) tallyOf(term.type).spurious += 1;
  }
  return tallies;
}

/** The sum of all types. */
export function totalOf(tallies: ReadonlyMap<string, Tally>): Tally {
  const total: Tally = { wanted: 0, found: 0, exact: 0, spurious: 0 };
  for (const tally of tallies.values())
    for (const key of ["wanted", "found", "exact", "spurious"] as const) total[key] += tally[key];
  return total;
}
