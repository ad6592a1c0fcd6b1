import { describe, expect, test } from "vitest";
import { withNamedParties } from "../../../../../src-main/pipeline/match/index.ts";
import type {
  Agreement,
  DocumentId,
  Evidence,
  Invoice,
  Party,
} from "../../../../../src-shared/model/index.ts";
import { partyNamed } from "../../../../../src-shared/model/index.ts";
import { anAgreement, anInvoice } from "../../../../builders/billing-documents.ts";

/** The agreement of whose parties nothing is known but the rows that may name them. */
const unread = (...rows: readonly string[]): Agreement => ({
  ...anAgreement({ seller: null, buyer: null }),
  partyLines: rows.map((quote, index) => ({
    documentId: "doc-1" as DocumentId,
    role: "term",
    quote,
    at: { start: index * 1000, end: index * 1000 + quote.length },
  })),
});
const from = (seller: string, buyer: string): Invoice => anInvoice({ seller, buyer });
const namesIn = (agreement: Agreement, ...invoices: readonly Invoice[]): readonly string[] =>
  withNamedParties({ agreements: [agreement], invoices }).agreements.flatMap(({ parties }) =>
    parties.map(({ name }) => name),
  );

describe("parties that only an invoice tells from other words", () => {
  test("stand in the agreement by their whole name, with the row as evidence", () => {
    const row = "This letter confirms what Tidewater Rowing Club and Salt & Stone Physio have arranged.";
    const [found] = withNamedParties({
      agreements: [unread("Dear Harriet,", row)],
      invoices: [from("Salt & Stone Physio", "Tidewater Rowing Club")],
    }).agreements;
    expect(found?.parties.map(({ name }) => name)).toEqual(["Tidewater Rowing Club", "Salt & Stone Physio"]);
    expect(found?.parties.map(({ evidence }) => evidence[0]?.quote)).toEqual([row, row]);
    expect([found?.seller, found?.buyer]).toEqual([null, null]);
  });

  test.each([
    [
      "a legal form printed behind it",
      "zwischen der Nordlicht Reinigung GmbH und",
      "Nordlicht Reinigung GmbH",
    ],
    ["an article before it", "Il Condominio Via Mazzini 4, Torino, affida", "Condominio Via Mazzini 4"],
    ["capitals", "OAKHILL PARISH HALL (the Hall)", "Oakhill Parish Hall"],
    [
      "its legal form in other words",
      "whey of Corrib Cheese Designated Activity Company, a",
      "Corrib Cheese DAC",
    ],
    ["a number behind it", "Camping du Lac 14 rue des Pins", "Camping du Lac"],
  ])("with %s", (_, row, name) => {
    expect(namesIn(unread(row), from("Another Seller Ltd", name))).toHaveLength(1);
  });

  test.each([
    [
      "is the beginning of a longer one",
      "Client: Beacon Hospitality Management, Hampton",
      "Beacon Hospitality",
    ],
    ["is the end of a longer one", "Client: North Beacon Hospitality, Hampton", "Beacon Hospitality"],
    ["goes on behind a joint", "Fischer & Söhne, Kiel", "Fischer"],
    ["goes on with a hyphen", "Kunde: Bergmann-Stiftung", "Bergmann"],
    ["has letters that look like others", "Fernhill Dairy Ltd. will collect", "Fernhill Dаiry Ltd"],
    ["is too short to mean anybody", "Abel delivers on Monday", "Abel"],
    ["does not stand there", "Client: Marlowe Dental Practice", "Marlow Dental Practice"],
  ])("not where the printed name %s", (_, row, name) => {
    expect(namesIn(unread(row), from("Another Seller Ltd", name))).toEqual([]);
  });

  test("nobody is named twice, and nobody who is known already", () => {
    const rows = ["Seaforth Rugby Club", "For Seaforth Rugby Club: G. Dunn"];
    expect(namesIn(unread(...rows), from("A. Nother Ltd", "Seaforth Rugby Club"))).toHaveLength(1);
    const known = { ...unread(...rows), buyer: anInvoice({ buyer: "Seaforth Rugby Club" }).buyer };
    expect(namesIn(known, from("A. Nother Ltd", "Seaforth Rugby Club"))).toEqual([]);
  });

  test("an agreement with both sides stays as it is", () => {
    const agreement = anAgreement({});
    expect(withNamedParties({ agreements: [agreement], invoices: [anInvoice({})] }).agreements[0]).toBe(
      agreement,
    );
  });
});

const row = (quote: string, x: number, y: number): Evidence => ({
  documentId: "doc-2" as DocumentId,
  role: "invoice",
  quote,
  at: { page: 1, box: [x, y, 0.01 * quote.length, 0.012] },
});

describe("parties that only an agreement tells from other words of an invoice", () => {
  const agreement = anAgreement({ seller: "Ridgeway Scaffolds Ltd", buyer: "Quayside Mill Rooms" });
  const billed = (buyer: Party | null, ...partyLines: readonly Evidence[]): Invoice => ({
    ...anInvoice({ seller: "Ridgeway Scaffolds Ltd" }),
    buyer,
    partyLines,
  });
  const buyerOf = (invoice: Invoice, ...agreements: readonly Agreement[]): string | null =>
    withNamedParties({ agreements: agreements.length === 0 ? [agreement] : agreements, invoices: [invoice] })
      .invoices[0]?.buyer?.name ?? null;
  const party = (name: string, evidence: Evidence): Party => partyNamed(name, [evidence], 0.7);

  test("fill the place of one that was not read", () => {
    const rows = [row("Ridgeway Scaffolds Ltd", 0.1, 0.05), row("Quayside Mill Rooms", 0.1, 0.2)];
    expect(buyerOf(billed(null, ...rows))).toBe("Quayside Mill Rooms");
    expect(buyerOf(billed(null, row("Bill to: Quayside Mill Rooms", 0.1, 0.2)))).toBe("Quayside Mill Rooms");
  });

  test.each([
    ["in the middle of a sentence", [row("Scaffold at Quayside Mill Rooms", 0.1, 0.2)]],
    ["as part of a longer name", [row("Quayside Mill Rooms Catering", 0.1, 0.2)]],
  ])("but not where it only stands %s", (_, rows) => {
    expect(buyerOf(billed(null, ...rows))).toBeNull();
  });

  test("nor where agreements with the seller have two buyers", () => {
    const other = anAgreement({
      number: "MSA-2",
      seller: "Ridgeway Scaffolds Ltd",
      buyer: "Harbour View Hotel",
    });
    const rows = [row("Quayside Mill Rooms", 0.1, 0.2), row("Harbour View Hotel", 0.1, 0.3)];
    expect(buyerOf(billed(null, ...rows), agreement, other)).toBeNull();
  });

  test("complete a name where it was cut, in its row or into the one below", () => {
    const practice = anAgreement({
      seller: "Ridgeway Scaffolds Ltd",
      buyer: "Gemeinschaftspraxis Dr. Ahlers & Kollegen",
    });
    const [first, second] = [row("Gemeinschaftspraxis", 0.1, 0.2), row("Dr. Ahlers & Kollegen", 0.1, 0.215)];
    expect(buyerOf(billed(party("Gemeinschaftspraxis", first), first, second), practice)).toBe(
      "Gemeinschaftspraxis Dr. Ahlers & Kollegen",
    );
    const labeled = row("BILL TO Quayside Mill Rooms", 0.1, 0.2);
    expect(buyerOf(billed(party("BILL TO Quayside Mill Rooms", labeled), labeled))).toBe(
      "Quayside Mill Rooms",
    );
  });

  test("and leave no rows behind, whether they named anybody or not", () => {
    const named = withNamedParties({
      agreements: [unread("Nobody is named here.")],
      invoices: [
        billed(null, row("Quayside Mill Rooms", 0.1, 0.2)),
        billed(null, row("Thank you", 0.1, 0.9)),
      ],
    });
    expect([...named.agreements, ...named.invoices].map((paper) => "partyLines" in paper)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test("never stand in for another firm that was read elsewhere on the page", () => {
    const read = row("Quayside Mill Holdings plc", 0.1, 0.2);
    const mention = row("Quayside Mill Rooms", 0.1, 0.4);
    expect(buyerOf(billed(party("Quayside Mill Holdings plc", read), read, mention))).toBe(
      "Quayside Mill Holdings plc",
    );
    const part = row("Quayside Mill", 0.1, 0.2);
    expect(buyerOf(billed(party("Quayside Mill", part), part, mention))).toBe("Quayside Mill");
  });
});
