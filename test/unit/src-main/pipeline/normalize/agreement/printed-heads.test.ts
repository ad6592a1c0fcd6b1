import { describe, expect, it } from "vitest";
import { readAgreements } from "../../../../../../src-main/pipeline/normalize/agreement/index.ts";
import type { Agreement, DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { context, readBytes } from "../../../../../builders/read-bytes.ts";

async function paperOf(text: string, kind: DocumentKind = "agreement"): Promise<Agreement> {
  const { agreements } = readAgreements(await readBytes("paper.txt", text), kind, context);
  const [agreement] = agreements;
  if (agreement === undefined) throw new Error("No agreement was read");
  return agreement;
}

const sidesOf = async (text: string, kind?: DocumentKind): Promise<readonly (string | undefined)[]> => {
  const { seller, buyer } = await paperOf(text, kind);
  return [seller?.name, buyer?.name];
};

const prices =
  "\nDay shift                    £ 24.00 per hour\nNight shift                  £ 29.50 per hour\n";

describe("parties by the rows of a page", () => {
  it.each([
    [
      "labels in a column without colons",
      `PLACEMENT SHEET\nIssued under our terms of 2024.\nHirer                 Quarndon Castings Ltd, Foundry Lane, Derby\nEmployment business   Amber Vale Staffing Limited, High Street, Belper\nPost                  two packers\n${prices}`,
      ["Amber Vale Staffing Limited", "Quarndon Castings Ltd"],
    ],
    [
      "one label in the table of a form, and a letterhead",
      `HOLME ALARMS & LOCKS (NORTH) LTD\nUnit 4, Beck Mill, Keighley BD21 4QQ     VAT Reg. GB 900 1122 33\nMAINTENANCE AGREEMENT\nAgreement ref:     HA/M/221\nCustomer:          Thwaites Carpets Limited\nPremises:          Canal Works, Bingley\n${prices}`,
      ["HOLME ALARMS & LOCKS (NORTH) LTD", "Thwaites Carpets Limited"],
    ],
    [
      "a letterhead without a legal form, and a label behind dot leaders",
      `GreyHeron Skip Services\na division of Ouse Valley Holdings, Inc.\nSERVICE AGREEMENT          Acct 20-4411\nBill to .............  Larchmont Joinery Company\nService address .....  40 Wharf Road\n${prices}`,
      ["GreyHeron Skip Services", "Larchmont Joinery Company"],
    ],
    [
      "a label with the customer's code between it and the name",
      `PIKE COUNTY HIRE-ALL                     RENTAL CONTRACT  R 40118\n220 Depot Hwy, Milford PA 18337\nCUSTOMER    1992    Lakeview Signs LLC\nJOB SITE    Mill Row, Bldg 2       ORDERED BY  Dawes\n${prices}`,
      ["PIKE COUNTY HIRE-ALL", "Lakeview Signs LLC"],
    ],
    [
      "an award by a body on its own paper",
      `EASTLEA MUSEUMS TRUST\nLetter of Acceptance - Guarding\nOur reference: E25/771\n\nBrackenhill Guarding Pty Limited\nLevel 1, 20 King Street\nADELAIDE SA 5000\n\nThe Trust accepts your tender dated 2 May 2025. The Trust pays within 30 days.\n${prices}`,
      ["Brackenhill Guarding Pty Limited", "EASTLEA MUSEUMS TRUST"],
    ],
    [
      "a freight broker beside a carrier",
      `LOAD CONFIRMATION\nBroker:    NORTHLAKE FREIGHT LLC     MC 700112\nCarrier:   DUNMORE HAULING INC       MC 811900\n\nLine haul       $1,200.00\n`,
      ["DUNMORE HAULING INC", "NORTHLAKE FREIGHT LLC"],
    ],
    [
      "a paper with a job site that is a church",
      `Severn Tube Scaffolding Ltd                  9 Dock Way, Avonmouth BS11 9DH\nQUOTATION Q/117                              2 March 2026\nF.A.O. Lewis Penry                           Job: St Teilo's Church, re-roofing\nPenry Heritage Roofing Ltd\nMonmouth\n\nDear Lewis\n\nWe are pleased to offer:\n1. Scaffold to the nave      £9,000.00\n`,
      ["Severn Tube Scaffolding Ltd", "Penry Heritage Roofing Ltd"],
    ],
  ] as const)("%s", async (_, text, expected) => {
    expect(await sidesOf(text)).toEqual(expected);
  });

  it("reads an order's letterhead as its buyer's, whoever invoices go to", async () => {
    expect(
      await sidesOf(
        "North Fells Hospitals NHS Foundation Trust\nSupplies Department, Shap Road, Kendal\nPURCHASE ORDER               No. NF/2026/3011\nSupplier  (10477)                             Deliver to\nCaldew Instruments Ltd                        Workshop, Level 1\n\n 10  Calibration, pump     16   EACH      18.40     294.40\n\nInvoice to: Payables, PO Box 9, Leeds.\n",
        "purchase-order",
      ),
    ).toEqual(["Caldew Instruments Ltd", "North Fells Hospitals NHS Foundation Trust"]);
  });

  it("only guesses the sides of a change that only goes to and from somebody", async () => {
    const { areSidesGuessed } = await paperOf(
      "CHANGE ORDER\nDate:      07/14/2026\nTo:        Ocotillo Group, Inc.\nFrom:      Harwell Group, LLC\n\nThe price is changed to $18,740.00.\n",
      "amendment",
    );
    expect(areSidesGuessed).toBe(true);
  });

  it("takes no state or title for a party", async () => {
    const { seller, buyer, parties } = await paperOf(
      `COURIER PRICE AGREEMENT\nOrton Parcels, Suite 200, Las Vegas, NV\n${prices}`,
    );
    expect([seller, buyer, ...parties].map((party) => party?.name ?? "")).not.toContain("Las Vegas, NV");
  });
});
