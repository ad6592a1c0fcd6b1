import { describe, expect, test } from "vitest";
import {
  matchesFilter,
  parseQueueFilter,
  splitTerms,
  withTermToggled,
} from "../../../../src-renderer/state/queue-filter.ts";
import { indexQueue } from "../../../../src-renderer/state/queue-index.ts";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { QueueRow } from "../../../../src-shared/model/index.ts";
import { createRows } from "../../../fakes/window/workspace-fixture.ts";

const [template] = createRows(1);
const rowWith = (changes: Partial<Record<keyof QueueRow, unknown>>): QueueRow =>
  ({ ...template!, ...changes }) as QueueRow;

function holds(filter: string, changes: Partial<Record<keyof QueueRow, unknown>>): boolean {
  const [entry] = indexQueue([rowWith(changes)]);
  return matchesFilter(entry!, parseQueueFilter(filter));
}

describe("a filter", () => {
  test("without terms holds for every row", () => {
    expect(holds("", {})).toBe(true);
    expect(holds("   ", {})).toBe(true);
  });

  test("wants all of its terms", () => {
    const row = { route: "review", customer: "Acme GmbH", over: "101.00", under: null };
    expect(holds("route:review customer:acme over>100", row)).toBe(true);
    expect(holds("route:review customer:acme over>101", row)).toBe(false);
    expect(holds("route:clear customer:acme", row)).toBe(false);
  });

  test("knows risk as a label and as money, and the other labels", () => {
    const row = { risk: "high", over: "50.00", under: null, urgency: "late", customerValue: "low" };
    expect(holds("risk:high urgency:late value:low", row)).toBe(true);
    expect(holds("risk>49", row)).toBe(true);
    expect(holds("risk:low", row)).toBe(false);
    expect(holds("-risk:high", row)).toBe(false);
    expect(holds("send<2026-04-01", { sendBy: "2026-03-31" })).toBe(true);
    expect(holds("send<2026-04-01", { sendBy: null })).toBe(false);
    expect(holds("cause:cau-1", { causes: ["cau-1", "cau-2"] })).toBe(true);
    expect(holds("cause:cau-3", { causes: ["cau-1", "cau-2"] })).toBe(false);
  });

  test("takes an amount as any language writes it, and refuses one that can be two", () => {
    const row = { over: "1234.50" };
    expect(holds("over=1.234,50", row)).toBe(true);
    expect(holds("over>=1234,5", row)).toBe(true);
    expect(holds('over<"1 234,51"', row)).toBe(true);
    expect(holds("over>1,234.50", row)).toBe(false);
    expect(parseQueueFilter("over>1.234").problems).toEqual([
      { code: "ambiguous-amount", text: "over>1.234" },
    ]);
  });

  test("takes either of several values, and quoted ones with blanks", () => {
    expect(holds("route:review,blocked", { route: "blocked" })).toBe(true);
    expect(holds("route:review,blocked", { route: "clear" })).toBe(false);
    expect(holds('customer:"du lac"', { customer: "Hôtel du Lac" })).toBe(true);
    expect(holds('"du lac"', { customer: "Hôtel du Lac" })).toBe(true);
    expect(holds('"lac du"', { customer: "Hôtel du Lac" })).toBe(false);
  });

  test("looks through what was found, and through labels, as the window says them", async () => {
    const row = {
      route: "review",
      urgency: "overdue",
      risk: "high",
      firstFinding: sentence("finding/amount", {
        found: "12100.00",
        agreement: "MSA-014",
        expected: "12000.00",
        term: sentence("words/term.deposit", {}),
      }),
    };
    expect(holds("12,100.00", row)).toBe(true);
    expect(holds("finding:deposit", row)).toBe(true);
    expect(holds("12.100,00", row)).toBe(false);
    await loadLanguage("de");
    const inGerman = { ...row, firstFinding: { ...row.firstFinding } };
    expect(holds("anzahlung 12.100,00", inGerman)).toBe(true);
    expect(holds("finding:deposit", inGerman)).toBe(false);
    expect(holds("route:prüfen urgency:überfällig risk:high", inGerman)).toBe(true);
    expect(holds("route:gesperrt", inGerman)).toBe(false);
    await loadLanguage("en");
  });

  test("turns a term around with a minus", () => {
    expect(holds("-check:rate.over", { checks: ["rate.over"] })).toBe(false);
    expect(holds("-check:rate", { checks: ["quantity.over"] })).toBe(true);
    expect(holds("check:rate", { checks: ["rate.under"] })).toBe(true);
    expect(holds("-acme", { customer: "Acme GmbH" })).toBe(false);
  });

  test("compares amounts exactly, also beyond binary floating point and at another scale", () => {
    expect(holds("over=0.3", { over: "0.30" })).toBe(true);
    expect(holds("over>9007199254740992.01", { over: "9007199254740992.02" })).toBe(true);
    expect(holds("over>9007199254740992.02", { over: "9007199254740992.02" })).toBe(false);
    expect(holds("over>=100.0050", { over: "100.00" })).toBe(false);
  });

  test("never takes an unknown amount for zero", () => {
    expect(holds("over<1", { over: null })).toBe(false);
    expect(holds("over=0", { over: null })).toBe(false);
    expect(holds("payable<=0", { payable: null })).toBe(false);
  });

  test("adds both directions for risk, and nets nothing", () => {
    expect(holds("risk=15", { over: "10.00", under: "5.00" })).toBe(true);
  });

  test("compares dates by the part that is written", () => {
    const row = { dueDate: "2026-04-30" };
    expect(holds("due:2026-04", row)).toBe(true);
    expect(holds("due<=2026-04", row)).toBe(true);
    expect(holds("due<2026-05-01", row)).toBe(true);
    expect(holds("due<2026-04-30", row)).toBe(false);
    expect(holds("due>2025", row)).toBe(true);
    expect(holds("due<2027", { dueDate: null })).toBe(false);
  });

  test("knows the lists by name", () => {
    expect(holds("is:clear", { route: "clear", state: "to-decide" })).toBe(true);
    expect(holds("is:done", { route: "clear", state: "approved" })).toBe(true);
    expect(holds("is:to-decide", { state: "waiting" })).toBe(false);
  });

  test.each([
    ["shoe:42", "unknown-field"],
    ["over>many", "not-an-amount"],
    ["over>1,5,0", "not-an-amount"],
    ["over>1,500", "ambiguous-amount"],
    ["due<soon", "not-a-date"],
    ["customer>acme", "not-comparable"],
    ["findings>x", "not-an-amount"],
  ])("names the term %s that it cannot read, and goes by the others", (text, code) => {
    const filter = parseQueueFilter(`${text} route:clear`);
    expect(filter.problems).toEqual([{ code, text }]);
    expect(filter.clauses).toHaveLength(1);
  });
});

test("a term is put into the text and taken out again", () => {
  const once = withTermToggled('customer:"acme gmbh"', "route:review");
  expect(once).toBe('customer:"acme gmbh" route:review');
  expect(withTermToggled(once, 'customer:"acme gmbh"')).toBe("route:review");
  expect(splitTerms(once)).toEqual(['customer:"acme gmbh"', "route:review"]);
});
