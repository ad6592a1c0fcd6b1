import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { FindingCard, differenceOf } from "../../../../src-renderer/components/finding-card/finding-card.tsx";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import type { Finding } from "../../../../src-shared/model/index.ts";
import {
  createRows,
  createCase,
  agreementLines,
  invoiceLines,
} from "../../../fakes/window/workspace-fixture.ts";

afterEach(cleanup);

test.each([
  ["150.00 USD", "165.00 USD", "+15.00 (+10.0%)"],
  ["38.0 h", "40.0 h", "+2.0 (+5.3%)"],
  ["100", "99.5", "−0.5 (−0.5%)"],
  ["0.00 USD", "12.00 USD", "+12.00"],
  ["150.00 USD", "165.00 EUR", null],
  ["PO-88120", "PO-88121", null],
  ["2026-04-30", "2026-04-15", null],
  [null, "12.00", null],
])("the difference of %s and %s is %s", (expected, found, difference) => {
  expect(differenceOf(expected, found)).toBe(difference);
});

test("the share of a difference is written as the language writes figures", async () => {
  await loadLanguage("de");
  expect(differenceOf("42000.00", "42815.00")).toContain("+1,9");
  await loadLanguage("en");
});

describe("a finding", () => {
  const drawn = [...agreementLines, ...invoiceLines].map(({ text }) => ({
    text,
    page: 1,
    box: [0, 0, 0.1, 0.1] as const,
  }));
  const blocked = createRows(20).find((row) => row.route === "blocked");
  const finding = createCase(drawn, drawn, blocked!).findings[0] as Finding;

  test("says in words which way the money goes, not by color alone", () => {
    render(<FindingCard finding={finding} currency="USD" isDismissed={false} isOpen />);
    expect(screen.getByText("Billed too much")).toBeTruthy();
    expect(screen.getByText("$600.00")).toBeTruthy();
    expect(screen.getByText("+15.00 (+10.0%)")).toBeTruthy();
    expect(screen.getByText("(165.00 − 150.00) × 40.0 = 600.00")).toBeTruthy();
    expect(screen.getByText(/Amendment No. 1/)).toBeTruthy();
  });

  test("shows that it was dismissed", () => {
    render(<FindingCard finding={finding} currency="USD" isDismissed isOpen={false} />);
    expect(screen.getByText("Dismissed")).toBeTruthy();
  });
});
