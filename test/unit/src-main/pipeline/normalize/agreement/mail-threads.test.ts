import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Agreement } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const head =
  "From: Ines Okoro <ines@calloway.example>\nTo: Rob Steen <rob@steenjoinery.example>\nDate: Thu, 4 Jun 2026 08:50:00 +0100\nSubject: Re: Quote SJ-88 reception desk\n\n";
const offer = [
  "Dear Ines,",
  "",
  "here is our quote SJ-88:",
  "",
  "Reception desk in oak: £3,900 fixed price",
  "Fitting: £62 per hour",
  "A deposit of 30% is due with order. Invoices are due within 14 days of the invoice date.",
  "",
  "Rob Steen",
  "Steen Joinery Ltd",
];
const quoted = `On Wed, 3 Jun 2026 at 17:02, Rob Steen <rob@steenjoinery.example> wrote:\n${offer.map((line) => `> ${line}`.trimEnd()).join("\n")}\n`;

async function agreementIn(text: string, name = "mail.eml"): Promise<Agreement | undefined> {
  const document = await readBytes(name, text);
  const file = importedFile(name, new TextEncoder().encode(text));
  return normalizeDocument(document, file, context).agreements[0];
}
const types = (agreement: Agreement | undefined) => (agreement?.terms ?? []).map(({ type }) => type).sort();

describe("an offer that stands in the mail that accepts it", () => {
  test.each(["mail.eml", "mail.txt"])("its terms hold from the day of the yes, in %s", async (name) => {
    const agreement = await agreementIn(
      `${head}Thanks Rob, please go ahead with SJ-88. Our PO number is PO-4471.\n\nInes Okoro\nCalloway Dental Group Ltd\n\n${quoted}`,
      name,
    );
    expect(agreement).toMatchObject({
      rank: "estimate",
      standing: "in-force",
      number: "SJ-88",
      signedOn: "2026-06-04",
      seller: { name: "Steen Joinery Ltd" },
      buyer: { name: "Calloway Dental Group Ltd" },
    });
    expect(types(agreement)).toEqual(["deposit", "fixed-fee", "payment-terms", "purchase-order", "rate"]);
  });

  test("a head of fields above the quotation, as other programs write it", async () => {
    const agreement = await agreementIn(
      `${head}Einverstanden, bitte beginnen Sie.\n\n-----Ursprüngliche Nachricht-----\nVon: Rob Steen <rob@steenjoinery.example>\nGesendet: Mittwoch, 3. Juni 2026 17:02\nAn: Ines Okoro\nBetreff: Quote SJ-88\n\n${offer.join("\n")}\n`,
    );
    expect(agreement).toMatchObject({ standing: "in-force", number: "SJ-88", signedOn: "2026-06-04" });
    expect(types(agreement)).toContain("rate");
  });

  test("the revised offer that was accepted counts, not the first one", async () => {
    const first = `>> Fitting: £75 per hour\n>> Reception desk: £4,400 fixed price\n`;
    const agreement = await agreementIn(
      `${head}We accept your revised offer.\n\n${quoted}>\n> On Mon, 1 Jun 2026, Ines Okoro wrote:\n>> Could you do it for less?\n>>\n>> On Fri, 29 May 2026, Rob Steen wrote:\n${first.replaceAll(">>", ">>>")}`,
    );
    const prices = agreement?.terms.flatMap(({ type, value }) =>
      type === "rate" ? [(value as { price: string }).price] : [],
    );
    expect(prices).toEqual(["62"]);
  });

  test("a later thank-you of the seller changes nothing", async () => {
    const agreement = await agreementIn(
      `From: Rob Steen <rob@steenjoinery.example>\nTo: Ines Okoro <ines@calloway.example>\nDate: Fri, 5 Jun 2026 09:00:00 +0100\nSubject: Re: Quote SJ-88\n\nLovely, see you Monday.\n\nOn Thu, 4 Jun 2026, Ines Okoro <ines@calloway.example> wrote:\n> We accept quote SJ-88.\n>\n${quoted.replaceAll(/^/gmu, "> ")}`,
    );
    expect(agreement).toMatchObject({ standing: "in-force", signedOn: "2026-06-04" });
    expect(types(agreement)).toContain("rate");
  });
});

describe("a yes in each language, to prices in rows", () => {
  const rows = (intro: string): string =>
    `${intro}\n\nOn Wed, 3 Jun 2026, Rob Steen wrote:\n> Hi Ines,\n>\n>   Joiner         £48.00 per hour\n>   Apprentice     £22.00 per hour\n>   Van            £35.00 per day\n>\n> Rob\n`;

  test.each([
    "Those rates are fine, put us in for Monday.",
    "Hiermit erteilen wir Ihnen den Auftrag gemäss Ihrer Offerte.",
    "La direction accepte votre offre ci-dessous.",
    "Aceptamos las tarifas propuestas.",
    "Confermiamo il preventivo alle condizioni indicate.",
    "Aceitamos o vosso orçamento.",
    "Wij gaan akkoord met uw voorstel.",
  ])("%s", async (yes) => {
    const agreement = await agreementIn(`${head}${rows(yes)}`);
    expect(agreement?.standing).toBe("in-force");
    expect(types(agreement)).toEqual(["rate", "rate", "rate"]);
  });

  test.each([
    "Aceptamos las tarifas, siempre que el transporte esté incluido.",
    "Wir melden uns nach der Sitzung.",
    "Devis bien reçu, à valider par la direction.",
    "Confermiamo, purché le ore siano a € 40.",
  ])("%s is none", async (answer) => {
    const agreement = await agreementIn(`${head}${rows(answer)}`);
    expect(types(agreement)).toEqual([]);
  });
});

describe("a yes that is none", () => {
  test.each([
    "OK, but at £55 per hour.",
    "We accept at £55 per hour.",
    "Agreed, provided that fitting is included.",
    "Could you do it for £3,500?",
    "We accept subject to board approval.",
  ])("%s shows both sides and gives no term", async (words) => {
    const agreement = await agreementIn(`${head}${words}\n\n${quoted}`);
    expect(agreement).toMatchObject({ standing: "offer", terms: [] });
    const gap = agreement?.gaps.find(({ code }) => code === "acceptance-conditional");
    expect(gap?.evidence[0]?.quote).toBe(words);
    expect(gap?.evidence.map(({ quote }) => quote).join(" ")).toContain("£62 per hour");
  });

  test("nobody accepts an offer of their own", async () => {
    const own = quoted.replace("Rob Steen <rob@steenjoinery.example>", "Ines Okoro <ines@calloway.example>");
    const agreement = await agreementIn(`${head}Please go ahead and let me know.\n\n${own}`);
    expect(types(agreement)).not.toContain("rate");
  });

  test("a covering note is not the offer that it carries", async () => {
    const agreement = await agreementIn(
      `${head}We accept quote SJ-88.\n\nOn Wed, 3 Jun 2026, Rob Steen <rob@steenjoinery.example> wrote:\n> Please find attached our quote SJ-88, total £4,900.\n`,
    );
    expect(agreement).toMatchObject({ rank: "acceptance-message", standing: "in-force", terms: [] });
    expect(agreement?.references).toMatchObject([{ number: "SJ-88", relation: "accepts" }]);
  });
});

describe("the sum of an extra in a mail", () => {
  const extra = "variation 1, rebuild of the pump housing,";

  test("is agreed by a yes", async () => {
    const agreement = await agreementIn(`${head}I approve ${extra} at £3,650.\n`);
    expect(agreement?.terms).toMatchObject([{ type: "fixed-fee", value: { amount: "3650" } }]);
  });

  test.each([
    `We are waiting for you to approve ${extra} at £3,650.`,
    `The ${extra} at £3,650 still needs your approval.`,
    `Before we approve ${extra} at £3,650, send us photos.`,
  ])("is not agreed while the yes is open: %s", async (words) => {
    const agreement = await agreementIn(`${head}${words}\n`);
    expect(agreement?.terms ?? []).toEqual([]);
  });
});
