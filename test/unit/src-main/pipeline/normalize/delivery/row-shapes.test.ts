import { expect, it } from "vitest";
import type { Delivery } from "../../../../../../src-shared/model/index.ts";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (
  name: string,
  lines: readonly string[],
): Promise<{ kind: string; deliveries: readonly Delivery[] }> => {
  const text = lines.join("\n");
  const file = importedFile(name, new TextEncoder().encode(text));
  return normalizeDocument(await readBytes(name, text), file, context);
};
const told = async (
  name: string,
  lines: readonly string[],
  ...keys: readonly (keyof Delivery)[]
): Promise<readonly (readonly unknown[])[]> =>
  (await read(name, lines)).deliveries.map((record) => keys.map((key) => record[key]));

it("reads the labels of a form behind dotted leaders, and times beside a list of parts", async () => {
  const lines = [
    "IMPIANTI ROSSI SRL                    RAPPORTINO D'INTERVENTO",
    "",
    "Cliente ........ Hotel Miralago",
    "Data ........... 12/05/2026",
    "Tecnico ........ Marco Bassi",
    "Ore lavoro ..... 3,5",
    "",
    "MATERIALI               U.M.    Q.TA'",
    "guarnizione             pz       2",
    "tubo rame               ml       4,00",
  ];
  expect(await told("rapporto.txt", lines, "date", "person", "quantity", "unit")).toEqual([
    ["2026-05-12", "Marco Bassi", "2", "piece"],
    ["2026-05-12", "Marco Bassi", "4.00", "metre"],
    ["2026-05-12", "Marco Bassi", "3.5", "hour"],
  ]);
});

it("takes parts for pieces with their cost, and a weekday behind a day for its order", async () => {
  const lines = [
    "NORDBY COOLING                         WORK ORDER 771",
    "Date: 06/09/2026 (Tue)                 Technician: Ann Low",
    "",
    "On site  9:00a    Left  11:30a     Labor hrs: 2.5",
    "",
    "PARTS USED              QTY     OUR COST",
    "Start relay               1        42.10",
    "Door gasket               1        18.00",
  ];
  expect(await told("wo.txt", lines, "date", "item", "quantity", "unit", "amount")).toEqual([
    ["2026-06-09", "Start relay", "1", "piece", "42.10"],
    ["2026-06-09", "Door gasket", "1", "piece", "18.00"],
    ["2026-06-09", null, "2.5", "hour", null],
  ]);
});

it("takes no count for a month, and the unit that stands in the row before the one of its title", async () => {
  const lines = ["Metric,Unit,Total for month", "Open seats,seat,41", "API calls,call,208117"];
  const { kind, deliveries } = await read("extract.csv", [
    "Account,Ondine AG",
    "Month,May 2026",
    "",
    ...lines,
  ]);
  expect(kind).toBe("usage");
  expect(deliveries.map(({ item, quantity, unit }) => [item, quantity, unit])).toEqual([
    ["Open seats", "41", "seat"],
    ["API calls", "208117", "call"],
  ]);
});

it("dates what lies between two readings by the later one", async () => {
  const lines = ["Counter;31/03/2026;30/06/2026;Used", "Hall;1200;1450;250", "Yard;80;95;15"];
  expect(await told("counters.csv", lines, "date", "quantity")).toEqual([
    ["2026-06-30", "250"],
    ["2026-06-30", "15"],
  ]);
});

it("records of progress only what this period adds", async () => {
  const certificate = [
    "Item,Contract,Previously done,This month,Done to date",
    "Roof,9000,2000,1500,3500",
    "Walls,7000,7000,0,7000",
    "Doors,4000,500,2500,3000",
  ];
  expect(await told("certificate.csv", certificate, "kind", "item", "amount")).toEqual([
    ["acceptance", "Roof", "1500"],
    ["acceptance", "Doors", "2500"],
  ]);
  const overtime = [
    "Date,Employee,Normal hours,Overtime,Total hours",
    "2026-05-04,Ann Low,8,1,9",
    "2026-05-05,Ann Low,8,2,10",
  ];
  expect((await read("hours.csv", overtime)).kind).toBe("timesheet");
});

it("takes the sums of progress before its counts, in a wide bill of quantities too", async () => {
  const title = (of: string): string => `Previous ${of},This ${of},To date ${of}`;
  const head = `No,Item,Agreed qty,Unit price,Agreed value,Value left,Retained,Share,Extra,${title("qty")},${title("value")}`;
  const lines = [
    head,
    "1,Kerb,100,5,500,200,10,60,0,20,40,60,100,200,300",
    "2,Drain,50,8,400,160,8,60,0,10,20,30,80,160,240",
    "3,Slab,30,9,270,90,5,67,0,5,15,20,45,135,180",
  ];
  expect(await told("bill.csv", lines, "item", "quantity", "amount")).toEqual([
    ["Kerb", null, "200"],
    ["Drain", null, "160"],
    ["Slab", null, "135"],
  ]);
});

it("takes counts of progress for counts, never for money", async () => {
  const lines = [
    "Item,Previous qty,This month qty,Qty to date",
    "Kerb,20,40,60",
    "Drain,10,25,35",
    "Slab,5,15,20",
  ];
  expect(await told("progress.csv", lines, "item", "quantity", "amount")).toEqual([
    ["Kerb", "40", null],
    ["Drain", "25", null],
    ["Slab", "15", null],
  ]);
});

it("reads job cards of two columns: who or what worked how long, and how much of what is done", async () => {
  const labor = [
    "Job card 71",
    "Date: 12 March 2026",
    "",
    "Labor              Hours",
    "Welder - K. Imrie   3.5",
    "Mate - B. Shaw      2",
  ];
  expect(await told("card.txt", labor, "item", "quantity", "unit")).toEqual([
    ["Welder - K. Imrie", "3.5", "hour"],
    ["Mate - B. Shaw", "2", "hour"],
  ]);
  const done = ["Work,Done", "Ceiling tiles replaced,12", "Handrail refixed,1"];
  expect(await told("slip.csv", ["Work order 9", "", ...done], "item", "quantity")).toEqual([
    ["Ceiling tiles replaced", "12"],
    ["Handrail refixed", "1"],
  ]);
});

it("takes what a certificate of measurement counts in units for work, whatever its columns are called", async () => {
  const lines = [
    "Measurement certificate 4",
    "Item,Description,Unit,Previous,This month,To date",
    "1,Kerb laid,m,20,40,60",
    "2,Paving,m2,10,25.5,35.5",
    "3,Gully pots,nr,5,0,5",
  ];
  expect(await told("measure.csv", lines, "kind", "quantity", "unit", "amount")).toEqual([
    ["work", "40", "metre", null],
    ["work", "25.5", "square-metre", null],
  ]);
});

it("keeps what was spent on a day without a way", async () => {
  const lines = [
    "Mileage claim June",
    "Date,Purpose,Miles,Toll,Rate",
    "01/06/2026,Survey,44,1.10,0.45",
    "03/06/2026,Station,,9.20,0.45",
    "14/06/2026,Handover,60,,0.45",
  ];
  expect(await told("claim.csv", lines, "date", "item", "quantity", "amount")).toEqual([
    ["2026-06-01", "Survey", "44", null],
    ["2026-06-01", "Toll", null, "1.10"],
    ["2026-06-03", "Toll", null, "9.20"],
    ["2026-06-14", "Handover", "60", null],
  ]);
});

it("gives the sum of a line to none of two counts", async () => {
  const lines = [
    "Work order 12",
    "Date: 4 May 2026",
    "",
    "04/05/2026  Ann Low  pump house  1 h  12 km  45.00 EUR",
  ];
  const amounts = (await told("order.txt", lines, "amount")).flat();
  expect(amounts).not.toContain("45.00");
});

it("counts the product of men and hours, not its factors", async () => {
  const lines = [
    "Date,Trade,Men,Hours,Man-hours",
    "2026-05-04,Steel fixers,3,8,24",
    "2026-05-05,Steel fixers,2,6.5,13",
  ];
  expect(await told("gang.csv", lines, "quantity", "unit")).toEqual([
    ["24", "hour"],
    ["13", "hour"],
  ]);
});

it("reads whole things behind a mark as thousands, and boxes beside them as how they were packed", async () => {
  const lines = [
    "LIEFERSCHEIN 88                        Datum: 14.05.2026",
    "",
    "Pos  Bezeichnung          Menge    ME    Kartons",
    " 1   Hülse 20 mm          1.500    Stk        3",
    " 2   Ring 8 mm            2.250    Stk        2",
    "",
    "Ware erhalten:   14.05.26   M. Kolb",
  ];
  expect(await told("ls.txt", lines, "quantity", "unit", "approvedBy")).toEqual([
    ["1500", "piece", "M. Kolb"],
    ["2250", "piece", "M. Kolb"],
  ]);
});

it("knows who is named in a title, and who stands before what was done", async () => {
  const mileage = [
    "Mileage claim - K. Ferris - May 2026",
    "Date,From,To,Miles",
    "04/05/2026,Leeds,York,25",
    "14/05/2026,Leeds,Hull,60",
  ];
  expect((await told("miles.csv", mileage, "person")).flat()).toEqual(["K. Ferris", "K. Ferris"]);
});

it("lists things under a bare heading", async () => {
  const lines = [
    "JOB CARD 901                Date: 2026-05-14",
    "Engineer: Ann Low           Hours: 2",
    "PARTS",
    "  1   pump seal kit",
    "  2   drain hoses",
    "Left tidy",
  ];
  expect(await told("card.txt", lines, "item", "quantity")).toEqual([
    [null, "2"],
    ["pump seal kit", "1"],
    ["drain hoses", "2"],
  ]);
});

it("takes a charge that a payment settles for spent, though no total is printed", async () => {
  const lines = [
    "SEAVIEW LODGE",
    "Guest  Ann Low             Folio 5521",
    "Arrive May 3 2026   Depart May 4 2026",
    "05/03   Room, one night              140.00",
    "05/04   Visa XXXX 1111                          140.00",
    "                     Balance                      0.00",
  ];
  expect(await told("stay.txt", lines, "kind", "amount")).toEqual([["expense", "140.00"]]);
  expect(
    await told("stay.txt", lines.with(4, "05/04   Visa XXXX 1111                          100.00"), "kind"),
  ).toEqual([]);
});

it("counts what each of several did for all of them", async () => {
  const lines = [
    "# Site diary",
    "**Mon 11 May 2026**",
    "",
    "| Trade | Men | Hours each | Work |",
    "|---|---|---|---|",
    "| Drainers | 4 | 8 | trench |",
    "| Fixers | 3 | 5.5 | mats |",
  ];
  expect(await told("diary.md", lines, "item", "quantity")).toEqual([
    ["trench", "32"],
    ["mats", "16.5"],
  ]);
});

it("reads counts in rows of their own beside a table, but no sum of it and nothing to come", async () => {
  const lines = [
    "Site diary 12                          Quayside Ext.",
    "Muir Civil Eng. Ltd                    Mon 11th May 2026",
    "",
    "LABOUR           Hrs    On what",
    "T. Muir            8    setting out",
    "Aled W             7    kerbs",
    "",
    "PLANT",
    "9T digger          6 hrs   north drain",
    "All gangs          15 hrs",
    "Concrete 35N       7 m3    docket 118",
    "Next pour          12 m3   booked",
  ];
  expect(await told("diary.txt", lines, "item", "quantity", "unit")).toEqual([
    ["setting out", "8", "hour"],
    ["kerbs", "7", "hour"],
    ["9T digger", "6", "hour"],
    ["Concrete 35N", "7", "cubic-metre"],
  ]);
});

it("takes equal sums on some rows for what each cost, and a way that a row tells in words", async () => {
  const lines = [
    "Spesen Mai",
    "Datum;Art;Einzelheiten;Betrag EUR",
    "11.05.2026;Hotel;Gasthof Linde;98,00",
    "12.05.2026;Hotel;Gasthof Linde;98,00",
    "13.05.2026;Hotel;Gasthof Linde;98,00",
    "14.05.2026;Pkw;Ulm und zurück, 186 km;",
  ];
  expect(await told("spesen.csv", lines, "date", "amount", "quantity")).toEqual([
    ["2026-05-11", "98.00", null],
    ["2026-05-12", "98.00", null],
    ["2026-05-13", "98.00", null],
    ["2026-05-14", null, "186"],
  ]);
});

it("counts the events of a system once each", async () => {
  const lines = [
    "ticket,raised_utc,state",
    "R-11,2026-05-01T08:15:00Z,closed",
    "R-12,2026-05-02T09:40:00Z,closed",
  ];
  expect(await told("events.csv", lines, "sourceId", "date", "quantity")).toEqual([
    ["R-11", "2026-05-01", "1"],
    ["R-12", "2026-05-02", "1"],
  ]);
});

it("reads fractions in figures, and work on an invoice or a tax for work", async () => {
  const lines = [
    "Hours of Ann Low, week of 4 May 2026",
    "",
    "Mon 4 May 2026 - Invoice run, 2 1/2 hrs",
    "Tue 5 May 2026 - VAT return, 1 1/4 hrs",
    "Wed 6 May 2026 - Bank checks, 3 hrs",
  ];
  expect(await told("hours.txt", lines, "item", "quantity")).toEqual([
    ["Invoice run", "2.5"],
    ["VAT return", "1.25"],
    ["Bank checks", "3"],
  ]);
});

it("gives rows the day and the name of the heading above them, and no name of who signed", async () => {
  const lines = [
    "Date,Start,End,Hours",
    "EMP 4471 Ann Low,,,",
    "04/05/2026,08:00,12:00,4",
    "13/05/2026,08:00,11:00,3",
    "EMP 4502 Jack Byrne,Yard,,",
    "14/05/2026,09:00,12:30,3.5",
    "Checked by: Rosa Tan,,,",
  ];
  expect(await told("punches.csv", lines, "date", "person", "quantity")).toEqual([
    ["2026-05-04", "Ann Low", "4"],
    ["2026-05-13", "Ann Low", "3"],
    ["2026-05-14", "Jack Byrne", "3.5"],
  ]);
});

it("takes what was spent on the way beside the way, and no column of rates", async () => {
  const lines = [
    "Mileage claim May",
    "Date,Purpose,Miles,Toll,Rate",
    "04/05/2026,Survey,44,,0.45",
    "14/05/2026,Handover,60,3.20,0.45",
  ];
  expect(await told("way.csv", lines, "date", "item", "quantity", "amount")).toEqual([
    ["2026-05-04", "Survey", "44", null],
    ["2026-05-14", "Handover", "60", null],
    ["2026-05-14", "Toll", null, "3.20"],
  ]);
});

it("counts what stands beside a column of hours as things, and no time", async () => {
  const lines = [
    "Fecha;Servicio;Operaria;Horas;Unidades;Firmado",
    "10/03/2026;Horas extra;M. Pla;3;;J. Ros",
    "10/03/2026;Bolsas de basura;M. Pla;;20;J. Ros",
  ];
  expect(await told("partes.csv", lines, "kind", "item", "quantity", "unit")).toEqual([
    ["time", "Horas extra", "3", "hour"],
    ["goods", "Bolsas de basura", "20", "piece"],
  ]);
});

it("keeps what kind of work a row of a log is of", async () => {
  const lines = [
    "Data;Tipo;Descrição;Horas",
    "09/02/2026;Suporte;Chamados fiscais;9",
    "10/02/2026;Desenvolvimento;Relatório;12",
  ];
  expect(await told("apontamento.csv", lines, "item", "quantity")).toEqual([
    ["Suporte – Chamados fiscais", "9"],
    ["Desenvolvimento – Relatório", "12"],
  ]);
});

it("gives each table of several slips in one file the day and number of its own slip", async () => {
  const slip = (number: string, day: string, rows: readonly string[]): readonly string[] => [
    `DELIVERY NOTE ${number}`,
    `Delivery date: ${day}`,
    "Customer: Harbour Grill Ltd",
    "",
    "Article                 Pieces delivered",
    ...rows,
    "",
    "Received in good order: N. Shaw",
    "",
  ];
  const lines = [
    ...slip("30118", "06/10/2026", ["Tablecloth              60", "Napkin                  310"]),
    ...slip("30164", "13/10/2026", ["Tablecloth              55", "Napkin                  280"]),
    ...slip("30207", "20/10/2026", ["Tablecloth              62", "Napkin                  330"]),
  ];
  expect(await told("notes.txt", lines, "date", "sourceId", "item", "quantity", "approved")).toEqual([
    ["2026-10-06", "30118", "Tablecloth", "60", true],
    ["2026-10-06", "30118", "Napkin", "310", true],
    ["2026-10-13", "30164", "Tablecloth", "55", true],
    ["2026-10-13", "30164", "Napkin", "280", true],
    ["2026-10-20", "30207", "Tablecloth", "62", true],
    ["2026-10-20", "30207", "Napkin", "330", true],
  ]);
  const html = ["2211|04.05.2026|12", "2219|11.05.2026|9"].map((each) => {
    const [number, day, count] = each.split("|");
    return `<h2>Lieferschein ${number}</h2><p>Datum: ${day}</p><table><tr><th>Artikel</th><th>Menge</th><th>Einheit</th></tr><tr><td>Sand 0-2</td><td>${count}</td><td>t</td></tr></table>`;
  });
  expect(await told("scheine.html", ["<html><body>", ...html, "</body></html>"], "date", "quantity")).toEqual(
    [
      ["2026-05-04", "12"],
      ["2026-05-11", "9"],
    ],
  );
});

it("counts a column of numbers with units of their own, whatever its title says of them", async () => {
  const order = (header: string, rows: readonly string[]): string =>
    `<html><body><h1>Work Order 88</h1><p>Client: Lake Street Dental</p><table><tr>${header}</tr>${rows
      .map((row) => `<tr>${row}</tr>`)
      .join("")}</table></body></html>`;
  const cells = (tag: string, ...texts: readonly string[]): string =>
    texts.map((text) => `<${tag}>${text}</${tag}>`).join("");
  const english = order(cells("th", "Extra", "Area / time done", "Date done", "Crew"), [
    cells("td", "Carpet extraction", "2,600 sq. ft.", "October 17, 2026", "V. Sousa"),
    cells("td", "Day porter", "6.0 hours", "October 17, 2026", "L. Tran"),
  ]);
  expect(await told("wo.html", [english], "kind", "date", "item", "quantity", "unit")).toEqual([
    ["goods", "2026-10-17", "Carpet extraction", "2600", "square-foot"],
    ["time", "2026-10-17", "Day porter", "6.0", "hour"],
  ]);
  const german = order(cells("th", "Leistung", "Ergebnis", "Datum"), [
    cells("td", "Fensterreinigung", "185 m²", "05.10.2026"),
    cells("td", "Grundreinigung Flur", "64,5 m²", "06.10.2026"),
  ]);
  expect(await told("auftrag.html", [german], "date", "quantity", "unit")).toEqual([
    ["2026-10-05", "185", "square-metre"],
    ["2026-10-06", "64.5", "square-metre"],
  ]);
  const states = order(cells("th", "Task", "Status", "Date", "Hours"), [
    cells("td", "Pump", "100 %", "05/10/2026", "2.5"),
    cells("td", "Valve", "50 %", "06/10/2026", "1"),
  ]);
  expect(await told("states.html", [states], "quantity", "unit")).toEqual([
    ["2.5", "hour"],
    ["1", "hour"],
  ]);
});

it("takes a sheet that checks a stage off, and a protocol of putting into service, for acceptances", async () => {
  const sheet = [
    "HALL & REED FITTERS LTD - STAGE SHEET",
    "",
    "Job ............ Q-880 Mill Inn",
    "Stage .......... 3  kitchen second fix",
    "Walked round ... 19 October 2026, T. Bird / G. Reed",
    "",
    "Stage complete and accepted by client:   T. Bird        19/10/26",
  ];
  const keys = ["kind", "date", "item", "approved"] as const;
  expect(await told("stage.txt", sheet, ...keys)).toEqual([
    ["acceptance", "2026-10-19", "3 kitchen second fix", true],
  ]);
  const refused = sheet.map((line) => line.replace("complete and accepted", "not complete, not accepted"));
  expect((await told("stage.txt", refused, "approved")).flat()).not.toContain(true);
  const french = [
    "PROCÈS-VERBAL DE MISE EN SERVICE",
    "Contrat : 2026-ESV-40",
    "L'installation d'arrosage a été remise au prestataire le 10 septembre 2026.",
    "Mise en service prononcée sans réserve.",
    "Pour le client : C. Aubin (signé)",
  ];
  expect(await told("pv.txt", french, "kind", "date", "approved")).toEqual([
    ["acceptance", "2026-09-10", true],
  ]);
  const german = [
    "INBETRIEBNAHMEPROTOKOLL Wärmepumpe",
    "Datum: 12.10.2026",
    "Die Inbetriebnahme erfolgte ohne Mängel.",
    "Für den Auftraggeber: P. Kohl",
  ];
  expect(await told("ib.txt", german, "kind", "date", "approved")).toEqual([
    ["acceptance", "2026-10-12", true],
  ]);
});

it("reads rows of visits under a title that begins like one of times, and what suppliers billed by their days", async () => {
  const visits = [
    "PARTE DE TRABAJO                                   N.º 26-118",
    "Cliente: Horno Roca        Contrato: CP-12",
    "",
    "Fecha        Tipo de visita               Técnico        Firma cliente",
    "09/09/2026   Ordinaria trimestral         D. Alcaraz     V. Ferrandis",
    "21/09/2026   Extraordinaria               D. Alcaraz     V. Ferrandis",
  ];
  expect(await told("parte.txt", visits, "date", "person", "item", "quantity", "unit", "approved")).toEqual([
    ["2026-09-09", "D. Alcaraz", "Ordinaria trimestral", "1", "visit", true],
    ["2026-09-21", "D. Alcaraz", "Extraordinaria", "1", "visit", true],
  ]);
  const costs = [
    "Media costs recharged - October 2026",
    "Invoice date;Supplier;Campaign;Supplier invoice;Cost EUR",
    "31/10/2026;Meta Platforms Ireland;Autumn soups;FB-108;1412.60",
    "30/10/2026;Google Ireland;Always-on;50933;1064.15",
  ];
  expect(await told("media.csv", costs, "kind", "date", "item", "amount")).toEqual([
    ["expense", "2026-10-31", "Autumn soups", "1412.60"],
    ["expense", "2026-10-30", "Always-on", "1064.15"],
  ]);
  const form = [
    "REPORTER JOB SHEET                         job 26-10-071",
    "Reporter .... K. Osei             Ordered by .. Haddon LLP",
    "Date ........ 10/14/2026     on record 9:32 AM    off record 4:47 PM",
    "Rough ....... none           turnaround: 3-DAY per J. Blum",
  ];
  expect((await told("form.txt", form, "item", "quantity")).map(([item]) => String(item))).not.toContainEqual(
    expect.stringContaining("turnaround"),
  );
});
