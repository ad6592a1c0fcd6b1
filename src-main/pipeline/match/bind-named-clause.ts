import { isEqual } from "../../../src-shared/money/index.ts";
import type { InvoiceLine, LineMatch } from "../../../src-shared/model/index.ts";
import { foldWording, isTimeUnit, statedCostOf, wordingOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { bindingOf } from "./bind-special.ts";
import type { SpentRecords } from "./spent-records.ts";
import type { TermPool } from "./term-pool.ts";

const isUsable = ({ term, conflictsWith }: GoverningTerm): boolean =>
  term.absent !== true && conflictsWith.length === 0 && (term.questions ?? []).length === 0;

const bound = (line: InvoiceLine, term: GoverningTerm, confidence: number): LineMatch => ({
  lineId: line.id,
  state: "bound",
  bindings: [bindingOf(term, ["item"], confidence)],
  candidates: [],
  deliveries: [],
});

/** Words for what is passed on at what it cost. */
const atCostWords =
  /\b(at cost|cost plus|cost \+|as per (receipt|invoice)|per receipt|pass[- ]through|zum selbstkostenpreis|(nach|laut|gegen) (beleg|nachweis|auslage)|au cout|sur justificatif|au reel|refacturation|al coste|segun justificante|a precio de coste|al costo|come da (ricevuta|giustificativo)|a pie di lista|tegen kostprijs|volgens (bon|factuur)|ao custo|conforme (recibo|comprovativo))\b/;

/** "250,00 + 12 %" says it without words. */
const isAtCost = ({ description }: InvoiceLine): boolean =>
  atCostWords.test(foldWording(description)) || statedCostOf(description) !== null;

/**
 * A line under the clause on expenses that names its kind ("permit fees", "printing") or gives it as an example; else, where the line says that
 * it passes on what something cost, under the only such clause or the one for expenses of all kinds, and so where a list
 * of expenses has that very sum for the like.
 */
export function bindNamedExpense(line: InvoiceLine, pool: TermPool, spent: SpentRecords): LineMatch | null {
  if (isTimeUnit(line.unit?.value ?? null)) return null;
  const clauses = (pool.byType.get("expenses") ?? []).filter(isUsable);
  if (clauses.length === 0) return null;
  const words = wordingOf(line.description);
  const named = clauses.filter((clause) =>
    typesOf(clause).some((type) => {
      const { content } = wordingOf(type);
      return content.length > 0 && content.every((word) => words.all.has(word));
    }),
  );
  if (named.length > 0) return areOfOneKind(named) ? boundToFirst(line, named) : null;
  const forAll = clauses.filter((clause) => typesOf(clause).length === 0);
  // "Costs such as wire services and couriers": what a clause for all kinds gives as an example is one of them.
  const example = forAll.filter((clause) => isSaidIn(words.content, clause));
  if (example.length > 0) return boundToFirst(line, example);
  if (isAtCost(line)) return boundToFirst(line, clauses.length === 1 ? clauses : forAll);
  const net = line.net?.value ?? null;
  return net !== null && spent.has(words, net) ? boundToFirst(line, forAll) : null;
}

const isSaidIn = (words: readonly string[], { term }: GoverningTerm): boolean =>
  words.length > 0 &&
  term.evidence.some(({ quote }) => {
    const { all } = wordingOf(quote);
    return words.every((word) => all.has(word));
  });

const typesOf = ({ term }: GoverningTerm): readonly string[] =>
  term.type === "expenses" ? (term.value.types ?? []) : [];

/** Sentences on the same kinds add up to one clause; which of them says what, the check asks. */
const areOfOneKind = ([first, ...others]: readonly GoverningTerm[]): boolean =>
  first !== undefined && others.every((other) => typesOf(other).join() === typesOf(first).join());

const boundToFirst = (line: InvoiceLine, [clause]: readonly GoverningTerm[]): LineMatch | null =>
  clause === undefined ? null : bound(line, clause, 0.75);

const leastWords =
  /\b(minimum|min\.? charge|mindest\w*|minimal\w*|minimo|minima|minimumtarief|minimumbedrag|minimale)\b/;

/** "Minimum per order 45.00": the least that is charged, at its very amount. */
export function bindLeastCharge(line: InvoiceLine, pool: TermPool): LineMatch | null {
  const figure = line.unitPrice?.value ?? line.net?.value ?? null;
  if (figure === null || !leastWords.test(foldWording(line.description))) return null;
  const words = wordingOf(line.description);
  const clauses = (pool.byType.get("minimum") ?? []).filter(
    (governing) =>
      isUsable(governing) &&
      governing.term.type === "minimum" &&
      governing.term.value.amount !== undefined &&
      isEqual(governing.term.value.amount, figure),
  );
  const named = clauses.filter(
    ({ term }) =>
      term.type === "minimum" && wordingOf(term.value.scope).content.some((word) => words.all.has(word)),
  );
  const [clause] = named.length === 1 ? named : clauses.length === 1 ? clauses : [];
  return clause === undefined ? null : bound(line, clause, 0.75);
}
