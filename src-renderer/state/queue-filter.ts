import { compare, decimal } from "../../src-shared/money/index.ts";
import type { Decimal } from "../../src-shared/money/index.ts";
import { parseTypedAmount } from "../locale/typed-amount.ts";
import type { QueueEntry } from "./queue-index.ts";
import { findingHolds, isCalled } from "./queue-words.ts";

type TextField =
  | "route"
  | "state"
  | "customer"
  | "number"
  | "agreement"
  | "owner"
  | "currency"
  | "check"
  | "cause"
  | "finding"
  | "urgency"
  | "danger"
  | "value"
  | "is";
type AmountField = "over" | "under" | "risk" | "payable";
type CountField = "findings" | "undetermined";
type DateField = "issue" | "due" | "send" | "waiting";
type Comparison = ">" | ">=" | "<" | "<=" | "=";

type Clause = { readonly negated: boolean } & (
  | { readonly type: "word"; readonly text: string }
  | { readonly type: "text"; readonly field: TextField; readonly values: readonly string[] }
  | {
      readonly type: "amount";
      readonly field: AmountField;
      readonly comparison: Comparison;
      readonly amount: Decimal;
    }
  | {
      readonly type: "count";
      readonly field: CountField;
      readonly comparison: Comparison;
      readonly count: number;
    }
  | {
      readonly type: "date";
      readonly field: DateField;
      readonly comparison: Comparison;
      readonly date: string;
    }
);

export interface FilterProblem {
  readonly code: "unknown-field" | "not-an-amount" | "ambiguous-amount" | "not-a-date" | "not-comparable";
  readonly text: string;
}

/** A filter as parsed. Terms that cannot be read are named and left out, never guessed. */
export interface QueueFilter {
  readonly clauses: readonly Clause[];
  readonly problems: readonly FilterProblem[];
}

export const textFields: readonly TextField[] = [
  "route",
  "state",
  "customer",
  "number",
  "agreement",
  "owner",
  "currency",
  "check",
  "cause",
  "finding",
  "urgency",
  "value",
  "is",
];
export const amountFields: readonly AmountField[] = ["over", "under", "risk", "payable"];
const countFields: readonly CountField[] = ["findings", "undetermined"];
export const dateFields: readonly DateField[] = ["issue", "due", "send", "waiting"];

/** `risk:high` is a label, `risk>100` is money. */
const levels: readonly string[] = ["high", "medium", "low"];

const term = /(-?)(?:([a-z]+)(>=|<=|>|<|=|:))?((?:"[^"]*"|[^\s"])*)/giy;

/**
 * Reads a filter: `route:review customer:"acme gmbh" over>100 due<2026-04-01 -check:rate.over words`.
 *
 * All terms must hold; `a:x,y` holds for either value; `-` turns a term around; bare words look through the row.
 */
export function parseQueueFilter(text: string): QueueFilter {
  const clauses: Clause[] = [];
  const problems: FilterProblem[] = [];
  for (const part of splitTerms(text)) {
    const clause = parseTerm(part);
    if ("code" in clause) problems.push(clause);
    else clauses.push(clause);
  }
  return { clauses, problems };
}

export function matchesFilter(entry: QueueEntry, filter: QueueFilter): boolean {
  for (const clause of filter.clauses) if (holds(entry, clause) === clause.negated) return false;
  return true;
}

/** The filter with one term more, or without it where it stands already; for chips and menus. */
export function withTermToggled(text: string, wanted: string): string {
  const terms = splitTerms(text);
  const rest = terms.filter((each) => each !== wanted);
  return (rest.length === terms.length ? [...terms, wanted] : rest).join(" ");
}

export function splitTerms(text: string): readonly string[] {
  return text.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
}

function parseTerm(text: string): Clause | FilterProblem {
  term.lastIndex = 0;
  const match = term.exec(text);
  const negated = match?.[1] === "-" && text.length > 1;
  const field = match?.[2]?.toLowerCase();
  const sign = match?.[3];
  const value = (match?.[4] ?? text).replaceAll('"', "").toLowerCase();
  if (field === undefined || sign === undefined) return { type: "word", negated, text: value };
  if (field === "risk" && sign === ":" && levels.includes(value))
    return { type: "text", negated, field: "danger", values: [value] };
  if ((textFields as readonly string[]).includes(field)) {
    if (sign !== ":" && sign !== "=") return { code: "not-comparable", text };
    return {
      type: "text",
      negated,
      field: field as TextField,
      values: value.split(",").filter((each) => each !== ""),
    };
  }
  const comparison: Comparison = sign === ":" ? "=" : (sign as Comparison);
  if ((amountFields as readonly string[]).includes(field)) {
    const amount = parseTypedAmount(value);
    if (amount === "ambiguous") return { code: "ambiguous-amount", text };
    if (amount === null) return { code: "not-an-amount", text };
    return {
      type: "amount",
      negated,
      field: field as AmountField,
      comparison,
      amount: decimal(amount),
    };
  }
  if ((countFields as readonly string[]).includes(field)) {
    if (!/^\d{1,9}$/.test(value)) return { code: "not-an-amount", text };
    return { type: "count", negated, field: field as CountField, comparison, count: Number(value) };
  }
  if ((dateFields as readonly string[]).includes(field)) {
    if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return { code: "not-a-date", text };
    return { type: "date", negated, field: field as DateField, comparison, date: value };
  }
  return { code: "unknown-field", text };
}

function holds(entry: QueueEntry, clause: Clause): boolean {
  const { row } = entry;
  switch (clause.type) {
    case "word":
      return entry.haystack.includes(clause.text) || findingHolds(row, clause.text);
    case "text":
      return clause.values.some((value) => textHolds(entry, clause.field, value));
    case "amount": {
      const amount = entry[clause.field];
      return amount !== null && satisfies(compare(amount, clause.amount), clause.comparison);
    }
    case "count":
      return satisfies(Math.sign(row[clause.field] - clause.count), clause.comparison);
    case "date": {
      const date = {
        issue: row.issueDate,
        due: row.dueDate,
        send: row.sendBy,
        waiting: row.waitingUntil,
      }[clause.field];
      // A year or month compares with the same part of the date: `due<=2026-04` includes all of April.
      const part = date?.slice(0, clause.date.length);
      if (part === undefined) return false;
      return satisfies(part < clause.date ? -1 : part > clause.date ? 1 : 0, clause.comparison);
    }
  }
}

function textHolds(entry: QueueEntry, field: TextField, value: string): boolean {
  const { row } = entry;
  const includes = (text: string | null): boolean => text !== null && text.toLowerCase().includes(value);
  switch (field) {
    case "route":
      return row.route === value || isCalled(`route.${row.route}`, value);
    case "state":
      return row.state === value || isCalled(`state.${row.state}`, value);
    case "currency":
      return row.currency?.toLowerCase() === value;
    case "check":
      return row.checks.some((check) => check === value || check.startsWith(`${value}.`));
    case "cause":
      return row.causes.includes(value);
    case "urgency":
      return row.urgency === value || isCalled(`urgency.${row.urgency}`, value);
    case "danger":
      return row.risk === value || isCalled(`level.${row.risk}`, value);
    case "value":
      return (
        row.customerValue === value ||
        (row.customerValue !== null && isCalled(`level.${row.customerValue}`, value))
      );
    case "finding":
      return findingHolds(row, value);
    case "is":
      return (entry.views as readonly string[]).includes(value);
    case "customer":
    case "number":
    case "agreement":
    case "owner":
      return includes(row[field]);
  }
}

function satisfies(sign: number, comparison: Comparison): boolean {
  switch (comparison) {
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case "=":
      return sign === 0;
  }
}
