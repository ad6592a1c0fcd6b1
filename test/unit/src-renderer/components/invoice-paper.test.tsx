import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { ReadingView } from "../../../../src-renderer/components/document-view/reading-view.tsx";
import type { DocumentMark } from "../../../../src-renderer/components/document-view/marks.ts";
import { normalizeDocument } from "../../../../src-main/pipeline/normalize/index.ts";
import type { Invoice } from "../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../builders/read-bytes.ts";

afterEach(cleanup);

const fixtures = join(import.meta.dirname, "../../../golden/normalize/structured");

const shown = async (name: string, marks: readonly DocumentMark[] = [], isRaw = false) => {
  const bytes = new Uint8Array(readFileSync(join(fixtures, name, "input.xml")));
  const reading = await readBytes("input.xml", bytes);
  const { invoices } = normalizeDocument(reading, importedFile("input.xml", bytes), context);
  const { container } = render(
    <ReadingView
      reading={reading}
      invoices={isRaw ? [] : invoices}
      name={name}
      zoom={1}
      marks={marks}
      focus={{ activeIds: new Set(marks.map(({ id }) => id)), scrollRequest: 0 }}
      onMark={() => undefined}
    />,
  );
  return { container, invoices };
};

const markOn = (path: string): DocumentMark => ({ id: "m1", at: { path }, tone: "over", label: "Too much" });

const grossPath = ([invoice]: readonly Invoice[]): string => {
  const at = invoice?.gross?.evidence[0]?.at;
  if (at === undefined || !("path" in at)) throw new Error("no path");
  return at.path;
};

describe("an invoice in a structured file", () => {
  test("is shown as a paper: parties, head, lines and totals", async () => {
    const { container } = await shown("fattura-pa");
    const papers = [...container.querySelectorAll(".invoice-paper")].map(({ textContent }) => textContent);
    expect(papers).toHaveLength(2);
    for (const words of [
      "Studio Tecnico Valmora S.r.l.",
      "Cantieri Orobici S.p.A.",
      "118/A",
      "CTR-2026-07",
      "IT01277650354",
    ])
      expect(papers[0]).toContain(words);
    for (const words of [
      "Direzione lavori ingegnere senior",
      "85.00",
      "1,700.00",
      "2,309.22",
      "364.00",
      "1,945.22",
    ])
      expect(papers[0]).toContain(words);
    expect(papers[1]).toContain("Credit note 119/A");
    expect(container.querySelectorAll(".invoice-paper")[0]?.querySelectorAll("tbody tr")).toHaveLength(2);
  });

  test.each(["fattura-pa", "cfdi", "ksef", "nfe"])("bears the marks of its values (%s)", async (name) => {
    const { invoices } = await shown(name);
    cleanup();
    const path = grossPath(invoices);
    for (const isRaw of [false, true]) {
      const { container } = await shown(name, [markOn(path)], isRaw);
      const marked = [...container.querySelectorAll('[data-mark="m1"]')];
      expect(marked.length, `${name} ${isRaw ? "as the file" : "as a paper"}`).toBeGreaterThan(0);
      expect(marked[0]?.getAttribute("data-tone")).toBe("over");
      expect(marked[0]?.getAttribute("data-active")).toBe("true");
      cleanup();
    }
  });

  test("shows every element of the file when that is asked for", async () => {
    const { container } = await shown("cfdi", [], true);
    expect(container.querySelector(".invoice-paper")).toBeNull();
    expect(container.textContent).toContain("5FB2822E-396D-4725-8521-CDC4BDD20CCF");
  });
});
