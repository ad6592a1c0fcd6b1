import { describe, expect, it } from "vitest";
import { readAgreements } from "../../../../../../src-main/pipeline/normalize/agreement/index.ts";
import type { Agreement, DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { context, readBytes } from "../../../../../builders/read-bytes.ts";
import { agreementOf } from "./agreement-of.ts";

async function letterOf(text: string, kind: DocumentKind): Promise<Agreement> {
  const { agreements } = readAgreements(await readBytes("letter.txt", text), kind, context);
  const [agreement] = agreements;
  if (agreement === undefined) throw new Error("No agreement was read");
  return agreement;
}

const letters: readonly (readonly [
  title: string,
  kind: DocumentKind,
  seller: string,
  buyer: string,
  text: string,
])[] = [
  [
    "an English letter that says what we will do",
    "agreement",
    "FENBROOK LIFT SERVICES LTD",
    "Marlow & Tighe Solicitors LLP",
    "FENBROOK LIFT SERVICES LTD\n12 Canal Row\nLeeds LS10 1AB\nTel 0113 496 0100\n\n\n4 May 2026\n\n\nMarlow & Tighe Solicitors LLP\n8 Park Square\nLeeds LS1 2NE\n\nDear Ms Tighe\n\nPassenger lift - maintenance\n\nWe will maintain the lift for £210.00 per quarter. Our invoices are due 30 days after their date.\n\nYours sincerely\nOwen Fen\n",
  ],
  [
    "a German offer below a sender's line",
    "estimate",
    "Dachdeckerei Ohlsen GmbH",
    "Hausverwaltung Sieveking",
    "Dachdeckerei Ohlsen GmbH\nTel. 0431 55 20 18\n\n\nDachdeckerei Ohlsen GmbH · Werftstraße 9 · 24143 Kiel\n\nHausverwaltung Sieveking\nDeichstraße 4\n24159 Kiel\n\n\nAngebot Nr. 26-311\n\nSehr geehrte Damen und Herren,\n\ngern bieten wir Ihnen an, die Rinne für 480,00 € zu erneuern.\n",
  ],
  [
    "an order that its buyer writes",
    "purchase-order",
    "Corrie Timber Ltd",
    "HOLLIN JOINERY LIMITED",
    "HOLLIN JOINERY LIMITED\n2 Mill Lane\nKendal LA9 6NT\nTel 01539 555 010\n\n\nCorrie Timber Ltd\n40 Dock Road\nGlasgow G3 8QQ\n\nPurchase order 5501\n\nPlease supply 40 m of oak at £18.50 per metre.\n",
  ],
];

describe("who writes a letter, and to whom", () => {
  it.each(letters)("%s", async (_title, kind, seller, buyer, text) => {
    const agreement = await letterOf(text, kind);
    expect({ seller: agreement.seller?.name, buyer: agreement.buyer?.name }).toEqual({ seller, buyer });
  });
});

describe("parties that introduce themselves in an unusual way", () => {
  it.each([
    [
      "hereinafter without quotation marks",
      "MAINTENANCE AGREEMENT\n\nThis agreement is made by and between QUORN S.A., Division Optique, whose address is 3 rue Basse, 69002 LYON, FRANCE (hereinafter referred to as OPTIQUE) and TESSEL corporation whose address is 10 First Street, Dover, DE 19901 (hereinafter referred to as TESSEL). TESSEL shall maintain the system. OPTIQUE shall pay monthly.",
      ["TESSEL corporation", "QUORN S.A."],
    ],
    [
      "a person inside the sentence of a letter",
      'CONSULTING AGREEMENT\n\nPellam, Inc, a Delaware corporation (the "Company"), is pleased to offer this agreement (this "Agreement") to retain Livia Marchetti ("Consultant") on the following terms:',
      ["Livia Marchetti", "Pellam, Inc"],
    ],
    [
      "an amendment that names both in its title",
      'AMENDMENT NO. 2 TO OSTLER GRAINS, LLC and BRAEBURN FOODS CORPORATION SUPPLY AGREEMENT\n\nThis Amendment No. 2 (the "Amendment"), entered into by and between Ostler Grains, LLC ("Ostler") and Braeburn Foods Corporation ("Braeburn"), is effective as of June 1, 2025. Ostler shall supply oats. Braeburn shall pay Ostler monthly.',
      ["Ostler Grains, LLC", "Braeburn Foods Corporation"],
    ],
    [
      "an exhibit's number above the title",
      'Exhibit 10.4\n\nCONSULTING AGREEMENT\n\nHarrow Biotech, Inc., with a place of business at 7 Bay Road, Oakland, CA 94607 ("Harrow") and NEVAL B.V having an address at Kade 5, 2313 XR Leiden, the Netherlands ("Consultant") agree to all terms of this agreement.',
      ["NEVAL B.V", "Harrow Biotech, Inc."],
    ],
    [
      "two on one side",
      'DEVELOPMENT AGREEMENT\n\nmade BETWEEN\n\n1. Dataward Corp., a Delaware corporation ("Dataward"), of 3 High Street, Boston\n\nAND\n\n2. Blakeley Press Limited, a company registered in England ("Blakeley"), and Munk Forlag A/S, a company registered in Denmark ("Munk").\n\nDataward shall provide the service. Blakeley shall pay Dataward quarterly.',
      ["Dataward Corp.", "Blakeley Press Limited"],
    ],
  ])("%s", (_title, text, expected) => {
    const { seller, buyer } = agreementOf(text);
    expect([seller?.name, buyer?.name]).toEqual(expected);
  });

  it("knows which side a profession is on", () => {
    const { seller, buyer } = agreementOf(
      "Honorarvereinbarung\n\nzwischen\n\nGärtnerei Ostrau GmbH, Feldweg 3, 04109 Leipzig\n\n- nachfolgend „Mandantin“ -\n\nund\n\nRehbein & Partner PartG mbB, Markt 1, 04109 Leipzig\n\n- nachfolgend „Steuerberater“ -\n\nDas Honorar beträgt 300,00 € je Monat.",
    );
    expect([seller?.name, buyer?.name]).toEqual(["Rehbein & Partner PartG mbB", "Gärtnerei Ostrau GmbH"]);
  });

  it("means the company, not who reads the offer there", () => {
    const { buyer } = agreementOf(
      "QUOTATION\n\nPrepared for: Ms Ines Roth, Alder Foods Pte. Ltd., 8 Quay View #22-01, Singapore 018960\n\nThe fee is $500.",
      "estimate",
    );
    expect(buyer?.name).toBe("Alder Foods Pte. Ltd.");
  });

  it.each([
    [
      "GST No. 88-120-400 at the head of a schedule",
      "PRINT SERVICE AGREEMENT\n\nOrrin Office Ltd, GST No. 88-120-400\n\nSchedule no.\n\nQX-7715\n\nThe charge is $20 per month.",
      "QX-7715",
    ],
    [
      "a floor and unit of an address",
      "QUOTATION\n\nOrrin Stage Pte. Ltd., 18 Bukit Place #04-02, Singapore 416196\n\nThe fee is $500.",
      null,
    ],
    [
      "a code right behind what the paper is",
      "RENTAL PROPOSAL 31-K-0412 May 6, 2026\n\nCrane $265.00 per hour.",
      "31-K-0412",
    ],
  ])("%s", (_title, text, number) => {
    expect(agreementOf(text, "agreement").number).toBe(number);
  });

  it("takes no day of a title for a number", () => {
    expect(
      agreementOf("SPONSORSHIP AGREEMENT for a regatta on April 22, 2025\n\nThe fee is $500.").number,
    ).toBeNull();
  });
});

describe("an order in the shape of a letter", () => {
  it("goes to who is paid, and may have a number in two parts", () => {
    const order = agreementOf(
      "TARN & COBB ARCHITECTS LLP\n\nORDER No. TC 4410\n\nTo: Ullock Print Ltd, Unit 3, Mill Lane, Kendal LA9 6NT\n\nPlease supply 500 folders at £1.20 each.",
      "purchase-order",
    );
    expect([order.number, order.seller?.name]).toEqual(["TC 4410", "Ullock Print Ltd"]);
  });
});

describe("whose dollar it is", () => {
  it.each([
    [
      "a statute's year is no postcode",
      "SERVICES AGREEMENT\n\nSubject to the Companies Act 1994. The fee is $500 per month.",
      null,
    ],
    [
      "New Mexico is no Mexico, and a code of another currency none of dollars",
      "ORDER\n\nPrairie Arts, Box 12 EUR, Taos, New Mexico\n\nStage hire: $500.00 per day.",
      "USD",
    ],
    ["US$ is no Singapore dollar", "SERVICES AGREEMENT\n\nAll sums in US$. Setup: 500 dollars.", "USD"],
    [
      "an Australian company names its own",
      "SERVICES AGREEMENT\n\nOrrin Tools Pty Ltd, ABN 12 345 678 901, Geelong VIC 3220\n\nThe fee is $500 per month.",
      "AUD",
    ],
    [
      "a New Zealand tax number does too",
      "SERVICES AGREEMENT\n\nOrrin Tools Ltd, GST No. 88-120-400\n\nThe fee is $500 per month.",
      "NZD",
    ],
  ])("%s", (_title, text, currency) => {
    expect(agreementOf(text).currency).toBe(currency);
  });

  it("leaves two places a question", () => {
    const text =
      "SERVICES AGREEMENT\n\nOrrin Inc., Ohio, and Orrin Pty Ltd, ABN 12 345 678 901\n\nThe fee is $500.";
    expect(agreementOf(text).currency).toBeNull();
  });
});
