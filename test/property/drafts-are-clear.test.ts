import { describe, expect, test } from "vitest";
import { draftAgreement } from "../../src-main/pipeline/draft/index.ts";
import type { AgreementId, Draft, DraftAnswers, Invoice } from "../../src-shared/model/index.ts";
import { localDate, period } from "../../src-shared/time/index.ts";
import { createRandom } from "../bench/random.ts";
import { buildCase } from "../builders/billing-case.ts";
import type { BuiltCase } from "../builders/billing-case.ts";
import { groundOf, objectionsTo } from "../builders/draft-case.ts";
import { toCase } from "../evaluation/checks/as-case.ts";
import { scenarios } from "../evaluation/checks/scenarios/index.ts";
import type { World } from "../evaluation/checks/world.ts";

const numbers = Array.from({ length: 12 }, (_, index) => 400 + index);

/** The world before its last invoice was written. */
function beforeLast(world: World): { readonly built: BuiltCase; readonly last: Invoice } {
  const whole = buildCase(toCase(world));
  const built = buildCase(toCase({ ...world, invoices: world.invoices.slice(0, -1) }));
  const number = world.invoices.at(-1)?.number;
  const last = whole.invoices.find((invoice) => invoice.number?.value === number);
  if (last === undefined) throw new Error("The world has no invoice");
  return { built, last };
}

function draftLast(built: BuiltCase, last: Invoice, answers: DraftAnswers): Draft {
  const { matching } = built;
  const issueDate = last.issueDate?.value ?? localDate("2026-01-01");
  const start = last.periodStart?.value ?? localDate(`${issueDate.slice(0, 7)}-01`);
  const end = last.periodEnd?.value ?? issueDate;
  const draft = draftAgreement(
    {
      agreementId: matching.families[0]?.id ?? ("" as AgreementId),
      period: start < end ? period(start, end) : period(localDate(monthBefore(start)), start),
      issueDate,
      answers,
    },
    groundOf(built),
  );
  if (draft === null) throw new Error("There is no agreement");
  return draft;
}

/** The first of the month before. */
function monthBefore(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, "0")}-01`;
}

/** What a person knows and no file of the world says. */
const answersOf = (name: string, last: Invoice): DraftAnswers => ({
  number: last.number?.value ?? "",
  ...(name === "managed" && {
    quantities: { "User licenses": last.lines[1]?.quantity?.value ?? ("0" as never) },
  }),
  ...(name === "construction" && {
    progress: Object.fromEntries(last.lines.map(({ description }) => [description, "75" as never])),
  }),
});

describe.each(Object.keys(scenarios))("a draft of the last invoice in the world “%s”", (name) => {
  test.each(numbers)("%i bills what was billed, has no gap and is clear", (number) => {
    const make = scenarios[name];
    if (make === undefined) throw new Error("no world");
    const { built, last } = beforeLast(make(createRandom(number)));
    const draft = draftLast(built, last, answersOf(name, last));
    expect(draft.gaps.map(({ code }) => code)).toEqual([]);
    expect(draft.invoice.net?.value).toBe(last.net?.value);
    expect(draft.invoice.payable?.value).toBe(last.payable?.value);
    expect(draft.invoice.dueDate?.value).toBe(last.dueDate?.value);
    expect(objectionsTo(built, draft.invoice)).toEqual([]);
    // Every line stands on a clause, and on records where the world has any for it.
    expect(draft.proofs.every(({ termIds, evidence }) => termIds.length > 0 && evidence.length > 0)).toBe(
      true,
    );
  });
});
