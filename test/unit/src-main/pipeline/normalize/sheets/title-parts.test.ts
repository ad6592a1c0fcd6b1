import { describe, expect, it } from "vitest";
import { meaningsOf } from "../../../../../../src-main/pipeline/normalize/sheets/title-meanings.ts";

const likeliest = (title: string): string | undefined => meaningsOf(title)[0]?.role;

describe("titles put together of whose and what", () => {
  it("tells parties, their tax ids and sums of the whole invoice", () => {
    expect(likeliest("seller name")).toBe("seller");
    expect(likeliest("buyer name")).toBe("customer");
    expect(likeliest("supplier vat id")).toBe("seller-tax-id");
    expect(likeliest("Invoice VAT")).toBe("total-tax");
    expect(likeliest("Beleg Netto")).toBe("subtotal");
    expect(likeliest("document total")).toBe("total");
    expect(likeliest("service period from")).toBe("period-start");
    expect(likeliest("Leistungszeitraum bis")).toBe("period-end");
  });

  it("leaves what a line has to the line", () => {
    expect(likeliest("VAT amount")).toBe("tax-amount");
    expect(likeliest("Net amount")).toBe("line-amount");
  });

  it("takes a Spanish or Italian firma for a signature, and a German one for a business", () => {
    expect(likeliest("Firma cliente")).toBe("approved-by");
    expect(likeliest("Firma del cliente")).toBe("approved-by");
    expect(likeliest("Firma Kunde")).toBe("customer");
  });
});
