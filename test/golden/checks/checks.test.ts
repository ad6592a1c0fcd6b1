import { fillReason, fillSentence } from "../../../src-shared/text/index.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkCase } from "../../builders/billing-case.ts";
import type { CaseSpec } from "../../builders/billing-case.ts";

const folder = import.meta.dirname;

/** A case is a base with what differs: values by path, and documents added at the end of a list. */
interface CaseFile {
  readonly extends?: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly add?: Readonly<Record<string, readonly unknown[]>>;
}

const bases = JSON.parse(readFileSync(join(folder, "bases.json"), "utf8")) as Record<string, object>;

const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

function loadCase(path: string): CaseSpec {
  const file = JSON.parse(readFileSync(join(path, "input.json"), "utf8")) as CaseFile & object;
  const { extends: base, set = {}, add = {}, ...own } = file;
  if (base !== undefined && bases[base] === undefined) throw new Error(`${path}: no base ${base}`);
  const spec = structuredClone({ ...(base === undefined ? {} : bases[base]), ...own }) as Record<
    string,
    unknown
  >;
  for (const [list, values] of Object.entries(add))
    spec[list] = [...((spec[list] as unknown[] | undefined) ?? []), ...values];
  for (const [where, value] of Object.entries(set)) setAt(spec, where.split("."), value);
  return spec as CaseSpec;
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) target[name] = value;
  else {
    target[name] ??= /^\d+$/.test(rest[0] ?? "") ? [] : {};
    setAt(target[name] as Record<string, unknown>, rest, value);
  }
}

/** Keys in order, so that the file says the same however the result was built. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

const withoutSaid = <T extends { readonly said: unknown }>({ said: _said, ...rest }: T): Omit<T, "said"> =>
  rest;

describe.each(folders(folder))("%s", (check) => {
  test.each(folders(join(folder, check)))("%s", async (name) => {
    const path = join(folder, check, name);
    const batch = checkCase(loadCase(path));
    const outcomes = batch.invoices.flatMap((invoice) =>
      invoice.outcomes
        .filter((outcome) => outcome.check === check)
        .map((outcome) => ({ ...outcome, because: fillReason(outcome.because) })),
    );
    const findings = [...batch.invoices.flatMap((invoice) => invoice.findings), ...batch.findings].filter(
      (finding) => finding.check === check,
    );
    const missing = batch.missing.filter((charge) => charge.check === check);
    const kinds = new Set<string>(outcomes.map(({ outcome }) => outcome));
    const found = findings.length + missing.length;
    if (name.startsWith("fails-")) expect(found).toBeGreaterThan(0);
    else expect(found).toBe(0);
    if (name.startsWith("passes-")) expect(kinds).toContain("pass");
    if (name.startsWith("cannot-determine-")) expect(kinds).toContain("cannot-determine");
    if (name.startsWith("not-applicable-")) expect(kinds).toEqual(new Set(["not-applicable"]));
    const routes = Object.fromEntries(batch.invoices.map(({ invoiceId, route }) => [invoiceId, route]));
    // What is said in other languages rests on the same message and facts.
    for (const { said, message, proposal, alternative } of findings) {
      expect(said.alternative === null ? null : fillSentence(said.alternative)).toBe(alternative);
      expect(fillSentence(said.message)).toBe(message);
      expect(fillSentence(said.proposal)).toBe(proposal.text);
    }
    const reported = { findings: findings.map(withoutSaid), missing: missing.map(withoutSaid) };
    const shown = sorted({ ...reported, outcomes, routes });
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(join(path, "expected.json"));
  });
});
