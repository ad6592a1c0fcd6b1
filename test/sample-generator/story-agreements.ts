import { clause, heading, paragraph, subclause, table, title, type TextBlock } from "./render-docx.ts";

/** Parties of the sample. All invented. */
export const harborPine = {
  name: "Harbor & Pine Software LLC",
  address: ["410 Alder Street, Suite 5", "Portland, OR 97205"],
  taxId: "93-4417205",
  taxLabel: "EIN",
  bank: "Bank account 0048812207, routing 123103716",
  contact: "billing@harborpine.example",
};
export const castellan = { name: "Castellan Logistics, Inc.", address: ["88 Dock Road", "Tacoma, WA 98421"] };
export const castellanEurope = {
  name: "Castellan Logistics Europe B.V.",
  address: ["Havenkade 12", "3011 AB Rotterdam"],
};
export const brightwire = {
  name: "Brightwire IT Services, Inc.",
  address: ["2200 Market Street", "Denver, CO 80205"],
  taxId: "84-1190273",
  taxLabel: "EIN",
  bank: "Bank account 7710045522, routing 102000076",
  contact: "accounts@brightwire.example",
};
export const oakmont = {
  name: "Oakmont Dental Group PLLC",
  address: ["915 Clayton Avenue", "Boulder, CO 80302"],
};
export const ridgeline = {
  name: "Ridgeline Heating & Air LLC",
  address: ["77 Foundry Lane", "Austin, TX 78702"],
  taxId: "74-2093381",
  taxLabel: "EIN",
  bank: "Bank account 3300918844, routing 114000093",
  contact: "office@ridgeline.example",
};
export const vista = {
  name: "Vista Property Management LLC",
  address: ["1200 Lakeside Drive", "Austin, TX 78741"],
};
export const thornbury = {
  name: "Thornbury Structural Ltd",
  address: ["4 Canal Yard", "Leeds LS1 4AG"],
  taxId: "GB339072747",
  taxLabel: "VAT no.",
  bank: "IBAN GB33BUKB20201555555555",
  contact: "accounts@thornbury.example",
};
export const ashgrove = {
  name: "Ashgrove Developments Ltd",
  address: ["19 Exchange Row", "Manchester M2 3WS"],
};
export const sauberwerk = {
  name: "Sauberwerk Gebäudereinigung GmbH",
  address: ["Hafenstraße 31", "20457 Hamburg"],
  taxId: "DE136695976",
  taxLabel: "USt-IdNr.",
  bank: "IBAN DE02120300000000202051",
  contact: "buero@sauberwerk.example",
};
export const lindner = { name: "Lindner Praxisklinik GmbH", address: ["Elbchaussee 140", "22763 Hamburg"] };
export const fleetstone = {
  name: "Fleetstone Equipment Rentals, Inc.",
  address: ["5600 Quarry Road", "Boise, ID 83705"],
  taxId: "82-0557193",
  taxLabel: "EIN",
  bank: "Bank account 5529011746, routing 124103799",
  contact: "ar@fleetstone.example",
};
export const granite = {
  name: "Granite Basin Builders LLC",
  address: ["330 Ridge Avenue", "Boise, ID 83702"],
};

export const softwareAgreement: readonly TextBlock[] = [
  title("MASTER SERVICES AGREEMENT"),
  paragraph("Agreement No. MSA-2026-014"),
  paragraph(
    'This Master Services Agreement (the "Agreement") is made as of January 1, 2026 between Harbor & Pine Software LLC, an Oregon limited liability company ("Provider"), and Castellan Logistics, Inc., a Washington corporation ("Client").',
  ),
  clause("Term"),
  subclause("This Agreement begins on January 1, 2026 and continues through December 31, 2026."),
  clause("Services and rates"),
  subclause(
    "Provider shall perform software engineering services as requested by Client. Time is recorded in quarter hours and approved by Client's project lead each week.",
  ),
  subclause("Client shall pay Provider for hours worked at the following rates, in US dollars:"),
  table(
    ["Role", "Rate per hour"],
    ["Senior Engineer", "$185.00"],
    ["Engineer", "$150.00"],
    ["Project Manager", "$165.00"],
  ),
  subclause("Total fees under this Agreement shall not exceed $36,000 without a written amendment."),
  clause("Invoicing and payment"),
  subclause(
    "Provider invoices monthly in arrears. Each invoice shall state the purchase order number and the service period.",
  ),
  subclause(
    "Invoices are payable net 30 days from the invoice date. Late amounts bear interest at 1.0% per month.",
  ),
  subclause("Reimbursable travel is not billable unless Client approves it in writing beforehand."),
  clause("Insurance and liability"),
  subclause(
    "Provider maintains professional liability insurance with limits of not less than $1,000,000 per claim. Neither party's liability exceeds the fees paid in the twelve months before the claim.",
  ),
  clause("Termination"),
  subclause("Either party may terminate this Agreement on thirty (30) days' written notice."),
  paragraph("IN WITNESS WHEREOF, the parties have signed this Agreement."),
  paragraph("Harbor & Pine Software LLC. By: Mara Ellison, Managing Member. Date: December 18, 2025"),
  paragraph("Castellan Logistics, Inc. By: Tobias Reyes, VP Operations. Date: December 19, 2025"),
];

export const softwareAmendment: readonly TextBlock[] = [
  title("AMENDMENT NO. 1"),
  paragraph(
    "to Master Services Agreement No. MSA-2026-014 dated January 1, 2026 between Harbor & Pine Software LLC (Provider) and Castellan Logistics, Inc. (Client).",
  ),
  clause("Effective date"),
  subclause(
    "This Amendment takes effect on July 1, 2026 and applies to services performed on or after that date.",
  ),
  clause("Rates"),
  subclause("The hourly rate for the role Senior Engineer in Section 2.2 is replaced with $195.00 per hour."),
  clause("Fee limit"),
  subclause("The not-to-exceed amount in Section 2.3 is increased by $6,000 to $42,000."),
  clause("Other terms"),
  subclause("All other terms of the Agreement remain in full force and effect."),
  paragraph("Harbor & Pine Software LLC. By: Mara Ellison, Managing Member. Date: June 22, 2026"),
  paragraph("Castellan Logistics, Inc. By: Tobias Reyes, VP Operations. Date: June 24, 2026"),
];

export const managedServices: readonly TextBlock[] = [
  title("MANAGED SERVICES AGREEMENT"),
  paragraph("Agreement No. BW-2207"),
  paragraph(
    'This Managed Services Agreement is entered into on March 1, 2026 by Brightwire IT Services, Inc. ("Brightwire") and Oakmont Dental Group PLLC ("Customer").',
  ),
  heading("1. Term"),
  paragraph(
    "The initial term is twelve months from March 1, 2026 and renews for successive one-year periods unless either party gives sixty days' written notice.",
  ),
  heading("2. Fees"),
  paragraph(
    "Customer pays a fixed monthly fee of $1,450.00 for managed support, invoiced in advance on the first day of each month.",
  ),
  paragraph(
    "On-site visits requested by Customer are charged at $140.00 per hour with a minimum of two hours per visit.",
  ),
  paragraph("A discount of 5% applies to all on-site labor."),
  paragraph("Services under this agreement are not subject to sales tax."),
  heading("3. Payment"),
  paragraph("Invoices are due within fifteen (15) days of the invoice date."),
  heading("4. Response times"),
  paragraph(
    "Brightwire responds to critical incidents within one hour and targets 99.9% availability of monitored systems.",
  ),
  paragraph(
    "Signed: Brightwire IT Services, Inc., by Lena Ortiz, February 20, 2026. Oakmont Dental Group PLLC, by Dr. Paul Hanley, February 24, 2026.",
  ),
];

export const maintenanceAgreement = `HVAC MAINTENANCE AGREEMENT

Contract No. RHA-118

Between Ridgeline Heating & Air LLC ("Contractor") and Vista Property Management LLC ("Customer").
Effective date: April 1, 2026. This contract runs until March 31, 2027.

1. SCHEDULED VISITS
Contractor carries out one maintenance visit per building and quarter. Each visit is charged at $420.00.

2. REPAIRS
Repair labor is billed at $118.00 per hour. After-hours emergency labor is billed at $177.00 per hour.
A trip charge of $65.00 applies to each repair call.

3. TAXES
Sales tax of 8.25% is added to all charges.

4. INVOICES
Contractor invoices after each visit. Payment is due net 30. Every invoice must show the contract number.

5. WARRANTY
Parts are warranted for ninety days. Contractor carries general liability insurance of $2,000,000.

Signed for Ridgeline Heating & Air LLC: Owen Maddox, March 20, 2026
Signed for Vista Property Management LLC: Irene Castillo, March 23, 2026
`;

export const structuralWork: readonly TextBlock[] = [
  title("STATEMENT OF WORK"),
  paragraph(
    "SOW No. TS-77, under the terms agreed between Thornbury Structural Ltd (the Consultant) and Ashgrove Developments Ltd (the Client).",
  ),
  paragraph("Date: 2 June 2026"),
  clause("Services"),
  subclause(
    "The Consultant designs the structural frame of the Calder Mill conversion. The services start on 8 June 2026 and end on 31 December 2026.",
  ),
  clause("Fees"),
  subclause("The following stage payments are due on written acceptance of each stage by the Client:"),
  table(
    ["Stage", "Amount (GBP)"],
    ["Scheme design", "£12,000.00"],
    ["Detailed design", "£18,000.00"],
    ["Construction information", "£10,000.00"],
  ),
  subclause(
    "Additional work is charged at a day rate of £720 for a lead engineer and £540 for an engineer. No more than 20 days of additional work may be billed without the Client's written approval.",
  ),
  subclause("All amounts exclude VAT, which is added at 20%."),
  clause("Payment"),
  subclause(
    "Invoices are payable within 30 days of the invoice date and must state the Client's order number.",
  ),
  paragraph(
    "For Thornbury Structural Ltd: Helen Marsh, Director, 2 June 2026. For Ashgrove Developments Ltd: Simon Platt, Director, 3 June 2026.",
  ),
];

export const cleaningContract: readonly TextBlock[] = [
  title("Reinigungsvertrag"),
  paragraph("Vertrag Nr. RV-2026-09"),
  paragraph(
    "zwischen der Sauberwerk Gebäudereinigung GmbH (Auftragnehmer) und der Lindner Praxisklinik GmbH (Auftraggeber).",
  ),
  heading("§ 1 Vertragsdauer"),
  paragraph("Der Vertrag beginnt am 01.05.2026 und endet am 30.04.2027."),
  heading("§ 2 Vergütung"),
  paragraph(
    "Die Unterhaltsreinigung wird mit einer monatlichen Pauschale von 1.980,00 EUR vergütet, zahlbar nachträglich.",
  ),
  paragraph("Sonderreinigungen werden mit einem Stundensatz von 34,50 EUR je Stunde berechnet."),
  paragraph("Alle Preise verstehen sich zuzüglich 19 % Umsatzsteuer."),
  heading("§ 3 Zahlung"),
  paragraph("Rechnungen sind innerhalb von 14 Tagen ab Rechnungsdatum ohne Abzug zahlbar."),
  heading("§ 4 Kündigung"),
  paragraph(
    "Der Vertrag kann mit einer Frist von drei Monaten gekündigt werden. Die Haftung des Auftragnehmers ist auf 500.000 EUR je Schadensfall begrenzt.",
  ),
  paragraph(
    "Hamburg, den 14.04.2026. Für den Auftragnehmer: Jana Petersen. Für den Auftraggeber: Dr. Kai Lindner.",
  ),
];

export const rentalOrder: readonly TextBlock[] = [
  title("EQUIPMENT RENTAL AGREEMENT"),
  paragraph("Agreement No. FR-5512. Date: August 3, 2026."),
  paragraph(
    'Fleetstone Equipment Rentals, Inc. ("Lessor") rents to Granite Basin Builders LLC ("Lessee") the equipment listed below for use at 14 Mill Creek Road, Boise.',
  ),
  clause("Rates"),
  table(
    ["Equipment", "Rate", "Per"],
    ["Scissor lift 26 ft", "$240.00", "day"],
    ["Telehandler 8,000 lb", "$1,150.00", "week"],
    ["Light tower", "$95.00", "day"],
  ),
  subclause("Delivery and pick-up are charged at $125.00 per trip."),
  subclause("Lessee receives a discount of 10% on all rental charges."),
  subclause("Sales tax of 6% is added to all charges."),
  clause("Term and payment"),
  subclause(
    "Rental runs from August 10, 2026 to February 28, 2027. Lessor bills every four weeks in arrears. Payment is due 10 days after the invoice date.",
  ),
  clause("Care"),
  subclause("Lessee keeps the equipment insured for not less than $150,000 and returns it clean."),
  paragraph(
    "Accepted for Fleetstone Equipment Rentals, Inc.: Carla Nunez, August 3, 2026. Accepted for Granite Basin Builders LLC: Dean Foley, August 5, 2026.",
  ),
];
