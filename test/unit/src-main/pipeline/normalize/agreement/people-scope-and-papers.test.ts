import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("people who do the work", () => {
  const namesIn = (clause: string): readonly string[] =>
    valuesOf("roster", clause, "3. Delivery").flatMap(({ people }) => people.map(({ name }) => name));

  test.each([
    "Tolland Freight: R. Castellano, Superintendent, 7/29/2026",
    "Asterwood Services — Teresa Hahn, Regional Manager, June 22, 2026",
    "Asterwood Services: Teresa Hahn, project manager, 22. Juni 2026",
  ])("who signs on a day is none of them: %s", (line) => {
    expect(namesIn(line)).toEqual([]);
  });

  test.each([
    "Crew: Jon Beck (rigger), Mia Sorensen and Raj Patel (slingers)",
    "Our team will be Jon Beck (lead), Mia Sorensen and Raj Patel (developers).",
    "Trainers are Jon Beck, Mia Sorensen and Dr Raj Patel; a deputy needs your consent.",
    "Jon Beck, a paralegal, Mia Sorensen (partner) and our clerk, Raj Patel, will do the work.",
    "Das Projektteam besteht aus Jon Beck (Leitung), Mia Sorensen und Raj Patel.",
    "Medewerkers: Jon Beck, Mia Sorensen en Raj Patel",
    "Assigned are Jon Beck (glazier), Mia Sorensen (glazier) and Raj Patel (hoist hand) and nobody else.",
  ])("%s", (clause) => expect(namesIn(clause)).toEqual(["Jon Beck", "Mia Sorensen", "Raj Patel"]));

  test.each([
    "Consultant: Asterwood Services LLC, 900 Grand Ave, Old Town, IA 50309",
    "/s/ Mia Sorensen, General Manager, Riverbend Cooperative, January 22, 2026",
    "No additional work is charged without a work request signed by the practice manager, Ms Mia Sorensen.",
  ])("are nobody in the address of a party and in a signature: %s", (clause) =>
    expect(namesIn(clause)).toEqual([]),
  );

  test.each([
    "The Provider shall solely carry out the Works under any Works Order and the Quality Plan.",
    "Provider personnel: nobody works on the Handover Date except as each Third Party allows.",
    "Only the Loading Yard is worked by Operator's Affiliates' personnel, and every Loading Yard in the loading area is a yard of its own.",
    "Attention: Mia Sorensen, technician",
    "Crew Restraints ..... 28",
  ])("are no things that the contract defines: %s", (clause) => expect(namesIn(clause)).toEqual([]));

  test("are those of whom a table says what an hour costs, whatever its head", () => {
    const table =
      "Rolle | Satz je Std. | eingesetzte Person\nPlanerin | 118,00 € | Jana Reuter\nTechniker | 92,00 € | Timo Kolb";
    expect(namesIn(table)).toEqual(["Jana Reuter", "Timo Kolb"]);
  });

  test.each([
    "The Client gives access and a contact person, Mia Sorensen, Office Manager.",
    "Signed for the Engineer: Jon Beck          Signed for the Client: Mia Sorensen, 24 June 2026",
    "Jon Beck for Harbor    Mia Sorensen, Office Manager, for the client",
    "Interlocuteur chez le client : Mia Sorensen, chef de projet.",
    "Por el ingeniero: Jon Beck     Por el cliente: Mia Sorensen",
    "Client: Mia Sorensen, Office Manager",
    "Auftraggeber: Mia Sorensen, Projektleiterin",
    "Klant: Mia Sorensen, projectleider",
    "Cliente: Mia Sorensen, técnica",
    "Mia Sorensen, Manager of Public Works",
  ])("are nobody who is asked or signs: %s", (clause) => expect(namesIn(clause)).toEqual([]));

  test("a role in brackets is that of the names before it that have none", () => {
    expect(valuesOf("roster", "Crew: Jon Beck (rigger), Mia Sorensen and Raj Patel (slingers)")).toEqual([
      {
        people: [
          { name: "Jon Beck", role: "rigger" },
          { name: "Mia Sorensen", role: "slingers" },
          { name: "Raj Patel", role: "slingers" },
        ],
      },
    ]);
  });

  test("a table of people beside their prices", () => {
    const table =
      "| Resource | Role | Rate per hour |\n|---|---|---|\n| Jon Beck | Rigger | $92.00 |\n| Mia Sorensen | Slinger | $74.00 |";
    expect(namesIn(table)).toEqual(["Jon Beck", "Mia Sorensen"]);
  });

  test.each([
    "Notices go to Jon Beck, Legal Counsel.",
    "Signed for the Customer: Jon Beck, Works Manager",
    "The project manager of the Client is Jon Beck.",
  ])("is no crew: %s", (clause) => expect(namesIn(clause)).toEqual([]));
});

describe("what is left out of the work", () => {
  const excludedIn = (clause: string): readonly string[] =>
    valuesOf("scope", clause, "2. Services").flatMap(({ excluded }) => excluded);

  test.each([
    "Not in this price: skip hire, scaffolding",
    "Skip hire and scaffolding are not covered.",
    "The offer does not cover skip hire or scaffolding.",
    "Cleaning of all floors (windows included; skip hire and scaffolding excluded).",
    "Skip hire, scaffolding - by others.",
  ])("%s", (clause) =>
    expect(excludedIn(clause).map((item) => item.toLowerCase())).toEqual(["skip hire", "scaffolding"]),
  );

  test.each([
    ["Nicht enthalten sind Gerüst und Entsorgung.", ["Gerüst", "Entsorgung"]],
    ["Gerüst und Entsorgung sind nicht Gegenstand des Auftrags.", ["Gerüst", "Entsorgung"]],
    ["Non compris : échafaudage, bennes.", ["échafaudage", "bennes"]],
    ["El andamio y los permisos no están incluidos.", ["andamio", "permisos"]],
    ["Sono esclusi il ponteggio e i permessi.", ["ponteggio", "permessi"]],
    ["Steigers en afvoer zijn niet inbegrepen.", ["Steigers", "afvoer"]],
  ])("%s", (clause, items) => expect(excludedIn(clause)).toEqual(items));

  test.each([
    "Prices do not include VAT.",
    "Table linen with stains (wine excluded) is charged apart.",
    "Liability for indirect damages is excluded.",
    "Expedite charges are not accepted unless added by a revision.",
  ])("is no work: %s", (clause) => expect(excludedIn(clause)).toEqual([]));
});

describe("what an invoice must bear", () => {
  const fieldsIn = (clause: string): readonly string[] =>
    valuesOf("required", clause, "6. Invoices").flatMap(({ fields }) => fields);

  test.each([
    ["Please put order 4471 and the site code on the bill.", "orderReference"],
    ["No purchase order number, no payment.", "orderReference"],
    ["Rechnungen ohne Bestellnummer gehen unbearbeitet zurück.", "orderReference"],
    ["Our order no. CM2/0417 is to appear on all invoices.", "orderReference"],
    ["Invoices go out monthly, bearing contract number C0514.", "agreementReference"],
    ["An der Rechnung ist der quittierte Lieferschein beizufügen.", "attachment.delivery"],
    ["Le prestataire joint à chaque facture la feuille de temps.", "attachment.timesheet"],
    ["Invoices: semi-monthly, with waybill number for every trip.", "waybill number"],
    ["Invoices without the visit log will not be paid.", "visit log"],
  ])("%s", (clause, field) => expect(fieldsIn(clause)).toContain(field));

  test.each([
    "Payment within 30 days from the invoice date.",
    "Invoices go out monthly with a stock report.",
    "The delivery note must state the order number; invoices follow monthly.",
  ])("asks for nothing: %s", (clause) => expect(fieldsIn(clause)).toEqual([]));
});

test("names and roles in two columns under each other are the people who do the work", () => {
  const clause =
    "The services are performed only by the following people:\n\nIngrid Halloway      Senior Data Engineer\n\nPiotr Strand         QA Analyst";
  expect(valuesOf("roster", clause, "2. Personnel")).toEqual([
    {
      people: [
        { name: "Ingrid Halloway", role: "Senior Data Engineer" },
        { name: "Piotr Strand", role: "QA Analyst" },
      ],
    },
  ]);
});
