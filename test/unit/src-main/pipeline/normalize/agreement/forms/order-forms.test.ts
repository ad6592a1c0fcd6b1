import { describe, expect, test } from "vitest";
import { readAgreements } from "../../../../../../../src-main/pipeline/normalize/agreement/index.ts";
import { pagesToBlocks } from "../../../../../../../src-main/pipeline/read/layout/index.ts";
import type { Agreement, DocumentKind } from "../../../../../../../src-shared/model/index.ts";
import { Paper } from "../../../../../../builders/paper.ts";
import { context } from "../../../../../../builders/read-bytes.ts";

const read = (paper: Paper, kind: DocumentKind): Agreement => {
  const document = paper.toDocument();
  const blocks = pagesToBlocks(document.pages);
  const [agreement] = readAgreements({ ...document, blocks }, kind, context).agreements;
  if (agreement === undefined) throw new Error("No agreement was read");
  return agreement;
};
const valueOfType = (agreement: Agreement, type: string): unknown =>
  agreement.terms.find((term) => term.type === type)?.value ?? null;

/** Labels to the left of their values, in two columns. */
const pairs = (
  paper: Paper,
  rows: readonly (readonly [string, string, string?, string?])[],
  y = 110,
): number => {
  let at = y;
  for (const [label, value, second, other] of rows) {
    paper.set(label, 50, at, { size: 9 });
    paper.set(value, 150, at, { size: 9 });
    if (second !== undefined) paper.set(second, 330, at, { size: 9 });
    if (other !== undefined) paper.set(other, 450, at, { size: 9 });
    at += 16;
  }
  return at;
};

const table = (
  paper: Paper,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  y: number,
  columns: readonly number[] = [50, 300, 380, 460, 540],
): number => {
  heads.forEach((head, index) => paper.set(head, columns[index] ?? 0, y, { size: 9, bold: true }));
  let at = y + 16;
  for (const row of rows) {
    row.forEach((cell, index) => paper.set(cell, columns[index] ?? 0, at, { size: 9 }));
    at += 16;
  }
  return at;
};

describe("labels to the left of their values", () => {
  const broadcast = (): Paper => {
    const paper = new Paper();
    paper.set("Northlake Radio Group", 50, 50, { size: 14, bold: true });
    paper.set("ORDER", 280, 80, { size: 16, bold: true });
    const end = pairs(paper, [
      ["Order / Rev:", "5501882", "Customer #:", "88120"],
      ["Alt Order #:", "WX-771", "Estimate:", "4410"],
      ["Flight Dates:", "03/16/26 - 04/05/26", "Phone:", "(503) 555-0142"],
      ["Advertiser:", "Harbor Dental Partners (40213)", "Account #:", "10077"],
      ["Agency:", "Bright Lane Media", "Order Date:", "03/02/26"],
    ]);
    const below = table(
      paper,
      ["Time", "Length", "Spots", "Gross", "Net"],
      [
        ["Morning drive", ":30", "20", "$4,000.00", "$3,400.00"],
        ["Evening drive", ":30", "10", "$1,500.00", "$1,275.00"],
      ],
      end + 20,
    );
    paper.set("Totals", 50, below + 6, { size: 9 });
    paper.set("30", 380, below + 6, { size: 9 });
    paper.set("$5,500.00", 460, below + 6, { size: 9 });
    paper.set("$4,675.00", 540, below + 6, { size: 9 });
    return paper;
  };

  test("head fields stand beside their own labels", () => {
    const agreement = read(broadcast(), "purchase-order");
    expect(agreement).toMatchObject({
      number: "5501882",
      rank: "purchase-order",
      standing: "in-force",
      dated: "2026-03-02",
      from: "2026-03-16",
      to: "2026-04-06",
      buyer: { name: "Harbor Dental Partners" },
    });
    expect(agreement.parties.map((party) => party.name)).toContain("Bright Lane Media");
  });

  test("the sum before commission is what the order comes to", () => {
    const agreement = read(broadcast(), "purchase-order");
    expect(valueOfType(agreement, "purchase-order")).toEqual({ number: "5501882", amount: "5500.00" });
    expect(valueOfType(agreement, "duration")).toEqual({ from: "2026-03-16", to: "2026-04-06" });
  });

  test("every value is quoted where it stands", () => {
    const agreement = read(broadcast(), "purchase-order");
    const order = agreement.terms.find((term) => term.type === "purchase-order");
    expect(order?.evidence.map((one) => one.quote)).toEqual(["Order / Rev: 5501882", "Totals $5,500.00"]);
    expect(order?.evidence.every((one) => one.role === "term")).toBe(true);
  });
});

describe("labels above their values", () => {
  const grid = (): Paper => {
    const paper = new Paper();
    paper.set("KXLM Television", 50, 50, { size: 12, bold: true });
    paper.set("CONTRACT", 270, 60, { size: 16, bold: true });
    const cells: readonly (readonly [string, string, number])[][] = [
      [
        ["Contract / Revision", "730155 / 2", 300],
        ["Alt Order #", "", 430],
      ],
      [
        ["Advertiser", "Riverbend Credit Union", 300],
        ["Original Date / Revision", "05/04/26 / 05/11/26", 430],
      ],
      [
        ["Contract Dates", "06/15/26 - 07/12/26", 300],
        ["Estimate #", "9917", 430],
      ],
      [
        ["Agency Ref", "660121", 300],
        ["Advertiser Code", "4471", 430],
      ],
    ];
    let y = 100;
    for (const row of cells) {
      for (const [label, value, x] of row) {
        paper.set(label, x, y, { size: 7 });
        if (value !== "") paper.set(value, x, y + 12, { size: 9 });
      }
      y += 28;
    }
    paper.set("Grand Total:", 380, y + 40, { size: 10, bold: true });
    paper.set("$12,400.00", 540, y + 40, { size: 10, align: "right" });
    return paper;
  };

  test("an empty cell takes nothing from the label below it", () => {
    expect(read(grid(), "agreement")).toMatchObject({
      number: "730155",
      dated: "2026-05-04",
      from: "2026-06-15",
      to: "2026-07-13",
      buyer: { name: "Riverbend Credit Union" },
    });
  });

  test("a total without lines is the fee of the order, under its printed label", () => {
    expect(valueOfType(read(grid(), "agreement"), "fixed-fee")).toEqual({
      item: "Grand Total",
      amount: "12400.00",
      per: "once",
      timing: null,
    });
  });
});

describe("other trades and languages", () => {
  test("a German order: number, date, supplier and proven lines", () => {
    const paper = new Paper();
    paper.set("Hafenbau Nord GmbH", 50, 50, { size: 13, bold: true });
    paper.set("Bestellung", 50, 90, { size: 16, bold: true });
    const end = pairs(paper, [
      ["Bestellnummer:", "B-2026-0417", "Lieferanten-Nr.:", "70311"],
      ["Bestelldatum:", "14.04.2026", "Telefon:", "0431 5550172"],
      ["Lieferant:", "Kieler Pumpentechnik GmbH", "Liefertermin:", "30.04.2026"],
      ["Ihre Anfrage:", "A-9982", "Projekt:", "P-118"],
    ]);
    const below = table(
      paper,
      ["Bezeichnung", "Menge", "Einheit", "Einzelpreis", "Betrag"],
      [
        ["Kreiselpumpe KP 40", "3", "Stk", "1.250,00", "3.750,00"],
        ["Montage vor Ort", "16", "Std", "85,50", "1.368,00"],
      ],
      end + 20,
      [50, 280, 340, 400, 490],
    );
    paper.set("Gesamtsumme EUR", 300, below + 10, { size: 9, bold: true });
    paper.set("5.118,00", 490, below + 10, { size: 9, bold: true });
    const agreement = read(paper, "purchase-order");
    expect(agreement).toMatchObject({
      number: "B-2026-0417",
      dated: "2026-04-14",
      standing: "in-force",
      seller: { name: "Kieler Pumpentechnik GmbH" },
    });
    expect(valueOfType(agreement, "purchase-order")).toEqual({ number: "B-2026-0417", amount: "5118.00" });
    const rates = agreement.terms.filter((term) => term.type === "rate").map((term) => term.value);
    expect(rates).toHaveLength(2);
    expect(rates).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ price: "1250.00" }),
        expect.objectContaining({ price: "85.50", unit: "hour" }),
      ]),
    );
    // The lines add up to the total, which is no fee of its own then.
    expect(agreement.terms.filter((term) => term.type === "fixed-fee")).toEqual([]);
  });

  test("a French quote is an offer until it is accepted, and expires", () => {
    const make = (until: string): Agreement => {
      const paper = new Paper();
      paper.set("DEVIS", 50, 60, { size: 16, bold: true });
      pairs(paper, [
        ["Devis N°:", "D-26-118", "Code client:", "C-411"],
        ["Date du devis:", "18/09/2026", "Téléphone:", "04 72 55 01 88"],
        ["Client:", "Ateliers Morel SARL", "Votre référence:", "R-77"],
        ["Valable jusqu'au:", until],
        ["Total TTC:", "8 400,00 €"],
      ]);
      return read(paper, "estimate");
    };
    expect(make("31/12/2026")).toMatchObject({
      number: "D-26-118",
      standing: "offer",
      dated: "2026-09-18",
      buyer: { name: "Ateliers Morel SARL" },
    });
    expect(make("31/10/2026").standing).toBe("expired");
  });

  test("start and end under labels of their own make the period of a hire", () => {
    const paper = new Paper();
    paper.set("RENTAL CONTRACT", 50, 60, { size: 16, bold: true });
    pairs(paper, [
      ["Contract No.", "HC-20771", "Customer No.", "3301"],
      ["Customer", "Juniper Paving Ltd", "Invoice No.", "INV-8817"],
      ["Start Date", "2026-05-01", "End Date", "2026-05-31"],
      ["Contract Total", "£6,240.00", "VAT No.", "GB 123 4567 89"],
    ]);
    expect(read(paper, "agreement")).toMatchObject({
      number: "HC-20771",
      from: "2026-05-01",
      to: "2026-06-01",
      buyer: { name: "Juniper Paving Ltd" },
    });
  });
});

describe("what does not say enough stays open", () => {
  const form = (rows: readonly (readonly [string, string, string?, string?])[]): Agreement => {
    const paper = new Paper();
    paper.set("PURCHASE ORDER", 50, 60, { size: 16, bold: true });
    pairs(paper, [["Vendor:", "Acorn Supply Inc"], ["Date:", "2026-03-02"], ...rows]);
    return read(paper, "purchase-order");
  };

  test.each([
    ["an account", "Account No:", "558812"],
    ["another order", "Previous Order No:", "558812"],
    ["the customer's order", "Your Order No:", "558812"],
    ["a telephone", "Phone:", "503-555-0142"],
    ["a requisition", "Requisition No:", "558812"],
    ["an estimate", "Estimate No:", "558812"],
    ["an invoice", "Invoice No:", "558812"],
  ])("the number of %s is not the order's", (_, label, value) => {
    expect(form([[label, value]]).number).toBeNull();
  });

  test("two numbers under the same label are a question", () => {
    const agreement = form([
      ["Order No:", "558812"],
      ["Order No:", "558813"],
    ]);
    expect(agreement.number).toBeNull();
    expect(agreement.gaps.map((gap) => gap.code)).toContain("own-number");
  });

  test("two totals without anything that tells them apart are a question", () => {
    const agreement = form([
      ["Order No:", "558812"],
      ["Order Total:", "$4,100.00"],
      ["Total Amount:", "$4,300.00"],
    ]);
    expect(agreement.gaps.map((gap) => gap.code)).toContain("order-total");
    expect(agreement.terms.some((term) => term.type === "fixed-fee")).toBe(false);
  });

  test("counts called totals are no sums", () => {
    const agreement = form([
      ["Order No:", "558812"],
      ["Total Units:", "120"],
      ["Order Total:", "$4,100.00"],
    ]);
    expect(valueOfType(agreement, "purchase-order")).toEqual({ number: "558812", amount: "4100.00" });
  });
});

test("a contract in sentences is left to its sentences", () => {
  const paper = new Paper();
  paper.set("SERVICES AGREEMENT", 50, 60, { size: 16, bold: true });
  const sentence = "The consultant shall perform the services that the client describes in each statement";
  for (let line = 0; line < 24; line += 1) paper.set(sentence, 50, 90 + line * 16, { size: 9 });
  pairs(paper, [["Order Total:", "$4,100.00", "Order No:", "558812"]], 520);
  const agreement = read(paper, "agreement");
  expect(agreement.terms.some((term) => term.type === "fixed-fee" && term.value.item === "Order Total")).toBe(
    false,
  );
});
