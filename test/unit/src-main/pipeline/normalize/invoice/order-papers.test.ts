import { describe, expect, it } from "vitest";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { readHeader, readTables } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";

const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text: string): string => text.padEnd(64, "0"),
};

function orderPaper(): Paper {
  const paper = new Paper();
  paper.set("Alder Brewing plc", 50, 50, { size: 15, bold: true });
  paper.set("2 Malt Street", 50, 64);
  paper.set("Burton DE14 1AA", 50, 77);
  paper.set("PURCHASE ORDER", 350, 60, { size: 16 });
  paper.set("PO Number: PO-77120", 350, 90);
  ["Kestrel Machine Works Ltd", "9 Foundry Lane", "Sheffield S1 2AA"].forEach((text, index) =>
    paper.set(text, 57, 140 + index * 13),
  );
  const places = [50, 330, 430, 540];
  const row = (y: number, texts: readonly string[], bold = false): void =>
    texts.forEach((text, index) => {
      paper.set(text, places[index]!, y, { size: 9, bold, align: index === 0 ? "left" : "right" });
    });
  row(260, ["Description", "Qty", "Unit price", "Amount"], true);
  row(278, ["Press brake service", "3", "120.00", "360.00"]);
  row(296, ["Die set", "2", "450.50", "901.00"]);
  row(330, ["Total", "", "", "1,261.00"]);
  return paper;
}

describe("orders and estimates", () => {
  it("takes the issuer of an order for the buyer, and the number of the order", () => {
    const head = readHeader(orderPaper().toDocument(), "purchase-order", context);
    expect(head.number?.value).toBe("PO-77120");
    expect(head.buyer?.name).toBe("Alder Brewing plc");
    expect(head.seller?.name).toBe("Kestrel Machine Works Ltd");
    expect(head.gross?.value).toBe("1261.00");
  });

  it("reads the rows of an order like those of an invoice", () => {
    const lines = readTables(orderPaper().toDocument(), context);
    expect(
      lines.map((line) => [line.description, line.quantity?.value, line.unitPrice?.value, line.net?.value]),
    ).toEqual([
      ["Press brake service", "3", "120.00", "360.00"],
      ["Die set", "2", "450.50", "901.00"],
    ]);
  });

  it("finds nothing on an empty paper", () => {
    expect(readTables({ ...new Paper().toDocument(), pages: [] }, context)).toEqual([]);
    expect(readHeader(new Paper().toDocument(), "estimate", context)).toMatchObject({
      number: null,
      seller: null,
      gross: null,
    });
  });
});
