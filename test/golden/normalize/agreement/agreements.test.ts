import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Agreement, DocumentKind, Evidence, Term } from "../../../../src-shared/model/index.ts";
import { agreementOf } from "../../../unit/src-main/pipeline/normalize/agreement/agreement-of.ts";

const root = import.meta.dirname;
const cases = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());

/** What kind of paper a case is, where it is no plain agreement. */
const kinds: Readonly<Record<string, DocumentKind>> = {
  "software-amendment": "amendment",
  "estimate-landscaping": "estimate",
  "purchase-order-machining": "purchase-order",
  "email-acceptance": "message",
};

const quotes = (evidence: readonly Evidence[]): readonly string[] => evidence.map((piece) => piece.quote);

/** The term sheet as a person would compare it: no ids, evidence as its quotes. */
const sheetOf = (agreement: Agreement) => ({
  rank: agreement.rank,
  standing: agreement.standing,
  number: agreement.number,
  title: agreement.title,
  seller: agreement.seller?.name ?? null,
  buyer: agreement.buyer?.name ?? null,
  references: agreement.references,
  dated: agreement.dated,
  signedOn: agreement.signedOn,
  from: agreement.from,
  to: agreement.to,
  currency: agreement.currency,
  governingLaw: agreement.governingLaw,
  terms: agreement.terms.map((term) => ({
    type: term.type,
    value: term.value,
    from: term.from,
    to: term.to,
    confidence: term.confidence,
    absent: term.absent,
    currency: term.currency,
    conditions: term.conditions,
    remainder: term.remainder,
    questions: term.questions,
    quotes: quotes(term.evidence),
  })),
  operations: agreement.operations.map(({ evidence, ...operation }) => ({
    ...operation,
    quotes: quotes(evidence),
  })),
  gaps: agreement.gaps.map((gap) => gap.code),
  residue: agreement.residue.map((entry) => entry.evidence.quote),
});

for (const name of cases) {
  test(name.replaceAll("-", " "), async () => {
    const folder = join(root, name);
    const file = readdirSync(folder).find((entry) => /^agreement\.(?:txt|md)$/.test(entry));
    if (file === undefined) throw new Error(`No agreement in ${name}`);
    const text = readFileSync(join(folder, file), "utf8");
    const agreement = agreementOf(text, kinds[name] ?? "agreement");
    expectQuotesInPlace(agreement, text);
    expect(agreementOf(text, kinds[name] ?? "agreement"), "a second reading differs").toEqual(agreement);
    await expect(`${JSON.stringify(sheetOf(agreement), null, 2)}\n`).toMatchFileSnapshot(
      join(folder, "expected.json"),
    );
  });
}

/** Every quote is exactly the text at its place, and every term has one. */
function expectQuotesInPlace(agreement: Agreement, text: string): void {
  const all = agreement.terms.flatMap((term: Term) => {
    expect(term.evidence.length, `${term.type} has no quote`).toBeGreaterThan(0);
    return term.evidence;
  });
  const others = [
    ...agreement.operations.flatMap((operation) => operation.evidence),
    ...agreement.residue.map((entry) => entry.evidence),
    ...agreement.evidence,
  ];
  for (const { quote, at } of [...all, ...others]) {
    if (!("start" in at)) throw new Error("A text quotes by its characters");
    expect(text.slice(at.start, at.end)).toBe(quote);
  }
}
