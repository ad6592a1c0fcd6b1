import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { readPagedKind } from "../../../../../../src-main/pipeline/normalize/kind/document-kind.ts";
import { readBytes } from "../../../../../builders/read-bytes.ts";

const kindOf = async (text: string): Promise<string> => readPagedKind(await readBytes("page.txt", text)).kind;

const clauses = [
  "1. Services. The Provider shall perform the services described herein for the Client.",
  "2. Fees. Client shall pay Provider in accordance with this Agreement within thirty days.",
  "3. Confidentiality. Each party shall keep confidential the information of the other party.",
  "4. Termination. Either party may terminate this Agreement upon written notice hereunder.",
  "5. Governing law. This Agreement shall be governed by the laws of the State of Oregon.",
  "IN WITNESS WHEREOF, the parties hereto have executed this Agreement. By: ______ Title: ______",
].join("\n\n");

describe("kind of a printed document", () => {
  it.each([
    [
      "INVOICE\n\nInvoice No: 17\nInvoice date: 2026-03-03\nCurrency: KWD\n\nCable  7  metre  1.2345  8.642\n\nSubtotal 8.642\nTotal 8.642",
      "invoice",
    ],
    [
      "INVOICE\n\nInvoice No: 1044\nDate: 3 March 2026\n\nSubtotal 100.00\nVAT 20% 20.00\nTotal due 120.00",
      "invoice",
    ],
    [
      "Atelier Nord SARL\n\nFACTURE N° F-2026-031\nDate : 12/05/2026\n\nTotal HT 500,00\nTVA 20 % 100,00\nTotal TTC 600,00\nNet à payer 600,00",
      "invoice",
    ],
    [
      "Muster Bau GmbH\n\nSchlussrechnung Nr. 2026/77\n\nNettobetrag 800,00\nUSt 19 % 152,00\nzahlbar bis 30.06.2026\nIBAN DE02120300000000202051",
      "invoice",
    ],
    ["CREDIT NOTE\n\nCredit note no. CN-9 for invoice INV-12\nVAT 20%\nTotal 50.00", "credit-note"],
    ["Gutschrift Nr. G-12\nzu Rechnung R-99\nUSt 19 %\nGesamt 119,00", "credit-note"],
    ["Gutschrift (selbst ausgestellte Rechnung) Nr. 4711\nUSt 19 %\nzu zahlen 119,00", "invoice"],
    [
      "RIVER BEND MECHANICAL          W.O. 7719\nCUSTOMER Aldham Mills\nDATE 10/21/2026    TECH D. Orr\n\nWORK DONE Autumn visit, units 1 to 3. Filters changed, belts checked.\n\nCUSTOMER SIGNATURE K. Lund 10/21/26",
      "work-order",
    ],
    [
      "HARBOUR ELECTRICAL PTY LTD          JOB CARD 815\nCustomer: Aldham Mills\n\nAttendance 1     12/11/2026     Brett C\n  On site 08:30 - 11:00             2.5 hrs\n  Replaced breakers at the main board\nAttendance 2     17/11/2026     Brett C\n  On site 14:00 - 14:30             0.5 hrs\n  Signed: R. Ellery",
      "work-order",
    ],
    [
      "Schildersbedrijf Kuiper\nDorpsweg 4\n1135 AB Edam\n\nwo 13-05-2026\n\nGeachte heer De Vries,\n\nWij bieden u aan het schilderen van de gevel voor EUR 4.500,00 exclusief btw.",
      "unknown",
    ],
    ["PURCHASE ORDER\nPO Number: 4500123\nShip to: Hall 3\nVendor: Acme", "purchase-order"],
    [
      "FONDERIE ALBA S.p.A.\nORDINE DI ACQUISTO\nN. 7731-26 del 21/09/2026\nRif. vs. offerta 26/14\n\n10 Taratura manometro 4 NR 41,00\n\nPagamento bonifico 60 gg data fattura\nIVA 22 % esclusa\nIBAN IT60X0542811101000000123456",
      "purchase-order",
    ],
    [
      "BESTELLUNG\n\nIhr Angebot Nr. 88 vom 3.3.2026, gültig bis 30.04.2026\n\n10 Stück Welle zu 14,20 EUR",
      "purchase-order",
    ],
    [
      "KOWHAI GARDENS LIMITED\n12 Mill Road\n\n20 July 2026\n\nVARIATION No. 2 TO CONTRACT KG-19/3\n\nDear Anna\n\nFrom 1 August we also mow the north lawn for a further $120.00 per month.",
      "amendment",
    ],
    [
      "Halder Treuhand AG\nMitglied des Verbands\nOlten, 3. März 2026\n\nMandatsvereinbarung 2026\n\n- MWST-Abrechnung CHF 240.- pro Quartal\n- Buchführung CHF 620.- pro Monat",
      "agreement",
    ],
    [
      "PROPOSAL AND STATEMENT OF WORK\n\nDesign of two leaflets, $900.00 each. Work starts on 4 May 2026.",
      "agreement",
    ],
    [
      "APPLICATION FOR PAYMENT\n\nApplication no. 6\n1. ORIGINAL CONTRACT SUM 84,000.00\n2. Change orders 2,000.00\nCURRENT PAYMENT DUE 12,400.00",
      "invoice",
    ],
    ["QUOTATION\nQuote no. Q-118\nThis quote is valid until 30 June 2026", "estimate"],
    ["Kostenvoranschlag\nAngebots-Nr. 88, freibleibend, gültig bis 30.06.2026", "estimate"],
    [
      "ACCEPTANCE CERTIFICATE\nMilestone: Design report\nThe deliverable has been accepted without defects.\nAccepted by: Jo Reed",
      "acceptance",
    ],
    [
      "FORNO BELLAVISTA - Trento\nDOCUMENTO DI TRASPORTO n. 88 del 03/09/2026 causale: vendita\nDestinatario: Mensa Alta Soc. Coop.\nPane di segale 12,5 kg\nFirma destinatario: R. Moser",
      "delivery",
    ],
    [
      "Möbel Krahn · Ring 5 · 24103 Kiel\n\nRechnungsnummer: 26-0911\nRechnungsdatum: 20.03.2026\n\nTresenbau, Angebot 211/26, Arbeitsbericht 77\n\nSumme netto 400,00\nUSt 19 % 76,00\nGesamtbetrag 476,00\nZahlbar bis 03.04.2026",
      "invoice",
    ],
    [
      "HOJA DE ENCARGO\n\nDe una parte, Despacho Aliaga, S.L.P. y de otra, Talleres Ferrán, S.L.\n\nHonorarios: cuota de 150,00 euros mensuales. Altas: 20,00 euros por trámite.",
      "agreement",
    ],
    [
      "Bouwhandel Terpstra\n\nVoor: Aannemer Kuipers\n\nGipsplaat 60 stuks\nMetalstud 40 stuks\n\nDatum: 14-04-2026\nOntvangen door: R. Kuipers (handtekening)",
      "delivery",
    ],
    [
      "Besichtigung Heizungsanlage Amtsgasse 5\n\nDie Arbeiten sind vollständig und ohne Mängel ausgeführt. Der Auftraggeber nimmt die Leistung ab.\n\nFür den Auftraggeber: gez. I. Baum",
      "acceptance",
    ],
    [
      "Intervento del 9 aprile 2026\n\nTecnico: P. Serra  Cliente: Hotel Miramonti\nLavoro eseguito: sostituzione pompa.\nOra inizio 8:30, ora fine 12:00\nMateriale: 1 pompa\nFirma del cliente: G. Tonini",
      "work-order",
    ],
    [
      "Job 8841\n\nCustomer: Harbour View\nEngineer: T. Osei\nArrived 09:10  Left 11:40\nWork done: replaced door closer.\nParts used: 1 door closer\nCustomer signature: M. Lane",
      "work-order",
    ],
    [
      "Relevé des heures – chantier École Ferry\n\n14/09/2026 3,5 h cloisons\n15/09/2026 4 h enduits\n\nVu pour accord, I. Morel",
      "timesheet",
    ],
    [
      "NORTHSIDE HAULAGE FIELD TICKET 44187\n\nDate: 2026-02-10\nOperator: D. Lane\nHours: 9.5\nLoads: 3 loads gravel",
      "delivery",
    ],
    [
      'Póliza de soporte\n\nFolio PS-12\n\nQue celebran por una parte Sistemas Ixtla, S.A. ("EL PRESTADOR"), y por la otra Ferretera Baja, S.A. ("EL CLIENTE").\n\nEL CLIENTE pagará $18,500.00 cada mes. Toda hora adicional se cobra a $980.00.',
      "agreement",
    ],
    [
      "Limpiezas Faro, S.L.\n\nAsunto: actualización de la cuota, contrato 25/017\n\nEstimado cliente: desde el 1 de enero de 2026 la cuota mensual pasa de 1.240,00 € a 1.274,72 €.",
      "amendment",
    ],
    [
      "Offre de service OS-2026-08\n\nNous vous proposons une banque de 20 heures par mois au prix de 1 900 $ par mois. Nous facturons à la fin du mois.",
      "estimate",
    ],
    ["WEEKLY TIME SHEET\nEmployee: A. Ruiz\nWeek ending 2026-10-10\nMon 8 hours Tue 8 hours", "timesheet"],
    [`CONSULTING SERVICES AGREEMENT\n\n${clauses}`, "agreement"],
    [
      `FIRST AMENDMENT TO CONSULTING SERVICES AGREEMENT\n\n${clauses}\n\nSection 2 is hereby amended; all other terms remain in full force.`,
      "amendment",
    ],
    [
      "CHANGE ORDER NO. 2\nto Contract C-7\nThe revised contract sum is 48,500.00. All other terms remain in full force and effect.",
      "amendment",
    ],
    ["STATEMENT OF ACCOUNT\nInvoice 1 100.00\nInvoice 2 200.00\nBalance 300.00", "statement"],
    ["Meeting notes\nWe talked about the garden and had lunch together.", "unknown"],
  ])("reads %j", async (text, kind) => {
    expect(await kindOf(text)).toBe(kind);
  });

  it.each(["DUPLICATE INVOICE", "Copy of invoice", "Zweitschrift der Rechnung", "DUPLICATA DE FACTURE"])(
    "takes %s in the middle of a page for its title",
    async (title) => {
      const text = [
        "                Lakeshore Radio Group",
        "                500 Harbor Street, Duluth, MN 55802",
        "",
        "Advertiser: Friends of the Shore",
        "Agency: Northwind Media",
        "",
        `                          ${title}`,
        "",
        "Item                    Spots    Rate      Amount",
        "Morning drive             10     20.00     200.00",
        "Evening                    5     30.00     150.00",
      ].join("\n");
      expect(await kindOf(text)).toBe("invoice");
    },
  );

  it("takes a contract number on an invoice for a reference, not for a title", async () => {
    const text =
      "INVOICE\nInvoice No. 77\nContract No. C-12\nEstimate # 55\nPO Number 9\nTotal due 80.00\nVAT 0.00";
    expect(await kindOf(text)).toBe("invoice");
  });
});

describe("records that refer to other papers", () => {
  it.each([
    ["LEVERBON 5512\nOfferte 2026/091, werf Ter Kamerenbos\nGeleverd op: 04/05/2026\n12 panelen", "delivery"],
    ["Lieferschein / Abholung 811\nMessebau Lindau, Angebot B-118\n4 Stehtische", "delivery"],
    ["Bon de travail 71\nDevis D-2026-14\nDate : 02/06/2026\nOuvrier : Luc Petit", "work-order"],
    ["PARTE DE TRABAJO 88\nPresupuesto P-12/26\nFecha: 02/06/2026\nTécnico: Ana Ruiz", "work-order"],
    ["RAPPORTINO 91\nPreventivo 44/26\nData: 02/06/2026\nTecnico: Aldo Neri", "work-order"],
    ["Feuilles d'heures de mars\nContrat CT-88", "timesheet"],
    ["Wiegescheine Mai 2026\nVertrag E-77", "delivery"],
    ["Registro visite di manutenzione 2° trimestre 2026\n14/04/2026 C. Riva", "work-order"],
  ])("takes %j for what it calls itself", async (text, kind) => {
    expect(await kindOf(text)).toBe(kind);
  });

  it.each([
    ["Quotation Q-9 / delivery note terms\nPump set $ 1,200.00 each, valid until 30 June 2026", "estimate"],
    ["CONTRACT 4451\nWork orders are issued for each call-out. Rate: $ 95.00 per hour", "agreement"],
  ])("keeps %j for what it offers", async (text, kind) => {
    expect(await kindOf(text)).toBe(kind);
  });
});

/** Words at a place and in a size, on a page of A5. */
async function kindOfPage(
  print: readonly (readonly [text: string, x: number, y: number, size: number])[],
): Promise<string> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([420, 595]);
  for (const [text, x, y, size] of print) page.drawText(text, { x, y, size, font });
  return readPagedKind(await readBytes("page.pdf", await pdf.save())).kind;
}

describe("a large title that its narrow place breaks into two rows", () => {
  const rest = [
    ["Brightside Bathrooms Ltd, Unit 4, Leeds LS9 8AB. VAT No 301 2278 14", 30, 538, 8],
    ["Your ref OD-5517 of 3 May 2026", 30, 480, 9],
    ["Basin, returned     1     64.00     64.00", 30, 430, 9],
    ["VAT 20%     12.80", 30, 400, 9],
    ["Total     76.80", 30, 385, 9],
  ] as const;

  it("is read as one, whatever stands left of its rows", async () => {
    const title = [
      ["CREDIT", 330, 556, 17],
      ["NOTE", 330, 536, 17],
    ] as const;
    expect(await kindOfPage([...title, ...rest])).toBe("credit-note");
  });

  it("is none where its rows stand apart or differ in size", async () => {
    for (const note of [
      ["NOTE", 330, 500, 17],
      ["NOTE", 330, 536, 9],
      ["NOTE", 30, 520, 17],
    ] as const)
      expect(await kindOfPage([["CREDIT", 330, 556, 17], note, ...rest])).not.toBe("credit-note");
  });
});
