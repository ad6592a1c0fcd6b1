import { describe, expect, it } from "vitest";
import {
  readDeliveries,
  readToldRecords,
} from "../../../../../../src-main/pipeline/normalize/delivery/index.ts";
import { toldApproval } from "../../../../../../src-main/pipeline/normalize/delivery/told-approval.ts";
import type { Delivery, DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { context, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (name: string, text: string, kind: DocumentKind): Promise<readonly Delivery[]> =>
  readDeliveries(await readBytes(name, text), kind, context);
const counts = (records: readonly Delivery[]): readonly unknown[] =>
  records.map(({ item, quantity, unit }) => [item, quantity, unit]);

describe("slips and lists", () => {
  it("reads a ditto mark as what stands above it", async () => {
    const listed = await read(
      "zettel.txt",
      'Stundenzettel 2026\n\n04.05.2026      Yilmaz      Decke spachteln      7,5 Std\n   "            Bauer            "               6 Std\n',
      "timesheet",
    );
    expect(listed.map(({ date, person, item, quantity }) => [date, person, item, quantity])).toEqual([
      ["2026-05-04", "Yilmaz", "Decke spachteln", "7.5"],
      ["2026-05-04", "Bauer", "Decke spachteln", "6"],
    ]);
    const table = await read(
      "t.csv",
      "Datum;Mitarbeiter;Stunden;Tätigkeit\n02.03.2026;K. Wolf;8;Planung\n03.03.2026;K. Wolf;;Urlaub\n04.03.2026;K. Wolf;4;dto.\n",
      "timesheet",
    );
    expect(table.map(({ item }) => item)).toEqual(["Planung", "Planung"]);
  });

  it("counts nouns behind labels, and takes the size of a thing for no count", async () => {
    const records = await read(
      "collections.txt",
      "COLLECTION SUMMARY APRIL 2026\n\n6 m3 skips on site: 2\nLifts: 02/04, 09/04, 16/04 = 3 lifts\nWheelie bins 240 L on site: 6\nWasted trips: 1 (14/04, gate locked)\n",
      "delivery",
    );
    expect(new Set(counts(records).map((each) => JSON.stringify(each)))).toEqual(
      new Set([
        '["6 m3 skips on site","2","piece"]',
        '["Lifts","3","piece"]',
        '["Wasted trips","1","piece"]',
        '["Wheelie bins 240 L on site","6","piece"]',
      ]),
    );
  });

  it("counts the things of a list whose numbers stand in a column of their own", async () => {
    const records = await read(
      "visit.txt",
      "SERVICE REPORT No. 811\nCustomer: Aldham Mills Ltd      Date: 13/10/2026\nEngineer: Simon Barr\n\nExtinguishers inspected            64\nHydrants UNI 45 tested             12\nRefills dry powder 6 kg             3\n\nApproved for the customer: L. Bond\n",
      "work-order",
    );
    expect(counts(records)).toEqual([
      ["Extinguishers inspected", "64", "piece"],
      ["Hydrants UNI 45 tested", "12", "piece"],
      ["Refills dry powder 6 kg", "3", "piece"],
    ]);
  });

  it("takes readings, prices, sums, times and sizes beside labels for no counts", async () => {
    const records = await read(
      "visit.txt",
      "SITE LOG\nCustomer: Aldham Mills Ltd      Date: 13/10/2026\n\nTemperature noon             16\nWind speed                   12\nOil pressure                 55\nKerbs laid                   64\nPressure gauges fitted        3\nPrice per kerb                6\nSum                         384\nHeight                        3\nLeft                         15\n",
      "work-order",
    );
    expect(counts(records)).toEqual([
      ["Kerbs laid", "64", "piece"],
      ["Pressure gauges fitted", "3", "piece"],
    ]);
    const german = await read(
      "schein.txt",
      "Arbeitsschein\nKunde: Wohnbau Nord\nDatum: 06.10.2026\n\nRauchmelder geprüft          38\nBatterien getauscht           9\nAußentemperatur              11\nKilometerstand            48210\nPreis                        75\n",
      "work-order",
    );
    expect(counts(german)).toEqual([
      ["Rauchmelder geprüft", "38", "piece"],
      ["Batterien getauscht", "9", "piece"],
    ]);
  });

  it("takes money and degrees behind a label for no things", async () => {
    const records = await read(
      "visit.txt",
      "SERVICE REPORT No. 12\nDate: 13/10/2026\nWeather: 12 degrees\nFee: 45 euros\nDeposit: 200 dollars\nGuests: 118 guests\n",
      "work-order",
    );
    expect(counts(records)).toEqual([["Guests", "118", "piece"]]);
  });

  it("reads thousands before units of those who part them by a comma", async () => {
    const records = await read(
      "wo.txt",
      "WORK ORDER 512\nCustomer: Aldham Mills Ltd\nDate: 10/17/2026\nWork: Carpet cleaning\nQuantity: 1,850 sq ft\n",
      "work-order",
    );
    expect(counts(records)).toEqual([["Carpet cleaning", "1850", "square-foot"]]);
  });

  it("takes a first row that tells days for a record, and no titles", async () => {
    const records = await read(
      "return.txt",
      "RETURN SLIP 3391\nCustomer: Alder Co-operative\n\n45 ft boom lift        out May 11, 2026   in May 25, 2026   2 weeks\n20 kVA generator       out May 11, 2026   in May 14, 2026   3 days\nLight tower            out May 11, 2026   in May 25, 2026   2 weeks\n",
      "delivery",
    );
    expect(counts(records)).toEqual([
      ["45 ft boom lift", "2", "week"],
      ["20 kVA generator", "3", "day"],
      ["Light tower", "2", "week"],
    ]);
  });

  it("leaves open which of two counts of guests is billed", async () => {
    const records = await read(
      "event.txt",
      "EVENT REPORT\nEvent date: 18 April 2026\n\nDinner served: 138 guests (guaranteed 142)\nHosted bar: 142 guests\nBartenders: 3\n",
      "work-order",
    );
    expect(counts(records)).toEqual([
      ["Hosted bar", "142", "piece"],
      ["Bartenders", "3", "piece"],
    ]);
  });

  it("reads durations in hours and minutes, whatever their column is called", async () => {
    const records = await read(
      "log.csv",
      "Date,Agent,Subject,Spent on it\n2026-06-03,Tom Hale,Printer,40m\n2026-06-09,Tom Hale,Laptop,1h 45m\n,,Total,2h 25m\n",
      "timesheet",
    );
    expect(counts(records)).toEqual([
      ["Printer", "0.666667", "hour"],
      ["Laptop", "1.75", "hour"],
    ]);
  });

  it("reads half days in words and in fractions", async () => {
    const records = await read(
      "dias.csv",
      "Data;Funcionário;Trabalho;Dias\n2026-09-01;Rui Pires;corte;1\n2026-09-02;Rui Pires;montagem;meio dia\n2026-09-03;Rui Pires;limpeza;1/2\n",
      "timesheet",
    );
    expect(records.map(({ quantity, unit }) => [quantity, unit])).toEqual([
      ["1", "day"],
      ["0.5", "day"],
      ["0.5", "day"],
    ]);
  });

  it("takes mar with a number for Tuesday where the days of the paper hold that Tuesday", async () => {
    const records = await read(
      "semaine.csv",
      "Pointage semaine du 7 au 11 septembre 2026\n\nNom;Lun 07;Mar 08;Mer 09\nDenis Roussel;8;7;6\n",
      "timesheet",
    );
    expect(records.map(({ date, quantity }) => [date, quantity])).toEqual([
      ["2026-09-07", "8"],
      ["2026-09-08", "7"],
      ["2026-09-09", "6"],
    ]);
  });

  it("counts what labels for material announce, in any order of number and unit", async () => {
    const slip = (line: string): Promise<readonly Delivery[]> =>
      read("slip.txt", `Service slip 88\nDate: 8 March 2026\nHours on site: 2\n${line}\n`, "work-order");
    expect(counts(await slip("Used: 2 no. 15 mm hose, 1 roll tape")).slice(1)).toEqual([
      ["15 mm hose", "2", "piece"],
      ["tape", "1", "roll"],
    ]);
    expect(counts(await slip("Materiale impiegato: m 65 tubo ; n. 14 raccordi")).slice(1)).toEqual([
      ["tubo", "65", "metre"],
      ["raccordi", "14", "piece"],
    ]);
  });

  it("gives each person of a line the hours of their own", async () => {
    const records = await read(
      "rapportino.txt",
      "Rapportino giornaliero\nData: 23/06/2026\nOperai presenti: Marco Ferri ore 8, Samir (aiuto) ore 4\n",
      "work-order",
    );
    expect(records.map(({ person, quantity }) => [person, quantity])).toEqual([
      ["Marco Ferri", "8"],
      ["Samir", "4"],
    ]);
  });

  it("takes u at the end of Dutch lines for hours", async () => {
    const records = await read(
      "uren.txt",
      "Urenbriefje week 22 - 2026\nnaam: Joost van Dam\n\nma  stellingen bouwen  8 u\ndo  pannen afvoeren     5 u\n",
      "timesheet",
    );
    expect(records.map(({ date, quantity }) => [date, quantity])).toEqual([
      ["2026-05-25", "8"],
      ["2026-05-28", "5"],
    ]);
  });

  it("weighs whole kilograms beside gross and tare, and counts no figure of a product's name", async () => {
    const kilograms = await read(
      "w.txt",
      "Wiegeschein 7713\nDatum: 03.11.2026\nMaterial: Kies\nBrutto: 14.380 kg\nTara: 9.940 kg\nNetto: 4.440 kg\n",
      "delivery",
    );
    expect(counts(kilograms)).toEqual([["Kies", "4440", "kilogram"]]);
    const tonnes = await read(
      "t.txt",
      "Weighbridge ticket 88410\nDate: 12 May 2026\nProduct: Type 1 MOT\nGROSS 31.46 t TARE 12.10 t NET 19.36 t\n",
      "delivery",
    );
    expect(counts(tonnes)).toEqual([["Type 1 MOT", "19.36", "tonne"]]);
  });

  it("finds the column of units by what stands in it", async () => {
    const records = await read(
      "albaran.csv",
      "Cant.;Formato;Artículo\n40;saco;Abono\n250;m;Tubería\n",
      "delivery",
    );
    expect(records.map(({ unit }) => unit)).toEqual(["bag", "metre"]);
  });

  it("keeps an expense whose sum cannot be read, without a sum", async () => {
    const records = await read(
      "frais.csv",
      "Date;Nature;Montant TTC\n18/03/2026;Hôtel;96,50 €\n19/03/2026;Parking;illisible\n",
      "expense",
    );
    expect(records.map(({ amount }) => amount)).toEqual(["96.50", null]);
  });
});

describe("words of acceptance", () => {
  it.each([
    ["Je valide le compte rendu.", true],
    ["En revanche, je ne valide pas la journée du 29 mai.", false],
    ["Die Treppe nehmen wir so nicht ab.", false],
    ["The works were accepted, no defects were found.", true],
  ])("%s", (text, approved) => {
    expect(toldApproval(text)?.approved ?? null).toBe(approved);
  });

  it("takes indented lines under a colon for the list of what is accepted", async () => {
    const records = await read(
      "c.txt",
      "Certificate of acceptance\n\nThe following deliverables have been accepted without reservation:\n\n  D1  Content audit\n  D2  Prototype\n\nAccepted on 30 October 2026\n",
      "acceptance",
    );
    expect(records.map(({ item, approved }) => [item, approved])).toEqual([
      ["D1 Content audit", true],
      ["D2 Prototype", true],
    ]);
  });

  it("tells a weekday before hours, and the way beside them", async () => {
    const mail =
      "From: Mirko Stahl <m@edv.example>\nTo: b@firma.example\nSubject: Meine Stunden\nDate: Fri, 24 Jul 2026 17:40:00 +0000\n\nHallo,\n\nDienstag: 4,5 h Umstellung\nDonnerstag 7 Std. Migration\nFreitag: 2 Stunden Restarbeiten, dazu 58 km Fahrt\n";
    const records = readToldRecords(await readBytes("m.eml", mail), context);
    expect(records.map(({ date, quantity, unit }) => [date, quantity, unit])).toEqual([
      ["2026-07-21", "4.5", "hour"],
      ["2026-07-23", "7", "hour"],
      ["2026-07-24", "2", "hour"],
      ["2026-07-24", "58", "kilometre"],
    ]);
  });
});

describe("forms, letters and days", () => {
  it("reads forms that are drawn as tables, and gives parts their unit", async () => {
    const form =
      "<!DOCTYPE html><html><body><h2>Wartungsbericht</h2><table><tr><th>Kunde</th><td>Stift am Park</td><th>Einsatzdatum</th><td>18.08.2026</td></tr><tr><th>Arbeitszeit</th><td>3,25 h</td><th>Servicetechniker</th><td>Jörg Pfeiffer</td></tr><tr><th>Fahrzeit</th><td>0,75 h</td><th>Anlage</th><td>IQ8</td></tr></table><table><tr><th>Menge</th><th>Bezeichnung</th></tr><tr><td>3</td><td>Rauchmelder</td></tr><tr><td>2</td><td>Akku</td></tr></table></body></html>";
    const records = await read("f.html", form, "work-order");
    expect(records.map(({ person, quantity, unit }) => [person, quantity, unit])).toEqual([
      ["Jörg Pfeiffer", "3.25", "hour"],
      ["Jörg Pfeiffer", "0.75", "hour"],
      ["Jörg Pfeiffer", "3", "piece"],
      ["Jörg Pfeiffer", "2", "piece"],
    ]);
  });

  it("reads what stands in a column of counts under one day", async () => {
    const records = await read(
      "t.txt",
      "Tagelohnbericht 12\nDatum: 14. Oktober 2026\n\nPolier Rieger        2,0 Std\nÖzdemir              4,5 Std\nMinibagger mit Fahrer  3 Std\nAbfuhr Aushub        6 m³\n",
      "work-order",
    );
    expect(records.map(({ date, quantity, unit }) => [date, quantity, unit])).toEqual([
      ["2026-10-14", "2.0", "hour"],
      ["2026-10-14", "4.5", "hour"],
      ["2026-10-14", "3", "hour"],
      ["2026-10-14", "6", "cubic-metre"],
    ]);
  });

  it("writes the day first where the paper's language does", async () => {
    const records = await read(
      "v.txt",
      "Hoja de visita\nTécnico: Brais Otero\nFecha: 3-2-2026\nHora de entrada: 16:00\nHora de salida: 17:45\n",
      "work-order",
    );
    expect(records.map(({ date, quantity }) => [date, quantity])).toEqual([["2026-02-03", "1.75"]]);
  });

  it("counts no running total of a load, and one unit in two languages", async () => {
    const loads = await read(
      "l.txt",
      "Load ticket 61150\nDate: 21 April 2026\nMix: N32\n\nVolume this load   6.4 m3\nBatched 06:55   Running total   12.8 m3\n",
      "delivery",
    );
    expect(loads.map(({ quantity, unit }) => [quantity, unit])).toEqual([["6.4", "cubic-metre"]]);
    const both = await read(
      "b.csv",
      "Description;Quantité;Unité\nFiltre;4;pc / st\nBois;2;m / kg\n",
      "delivery",
    );
    expect(both.map(({ unit }) => unit)).toEqual(["piece", "m / kg"]);
  });

  it("reads coming and going on one line", async () => {
    const records = await read(
      "s.txt",
      "Visit slip\nTech: Marcy Dolan\nDate 07/21/2026\n\nTime in 10:10 am   Time out 11:40 am\n",
      "work-order",
    );
    expect(records.map(({ person, quantity }) => [person, quantity])).toEqual([["Marcy Dolan", "1.5"]]);
  });

  const mail = async (body: string): Promise<readonly Delivery[]> =>
    readToldRecords(
      await readBytes(
        "m.eml",
        `From: Gwen Parry <g@arts.example>\nTo: h@ink.example\nSubject: Posters\nDate: Thu, 19 Mar 2026 10:14:00 +0000\n\nHi,\n\n${body}\n\nGwen Parry\n`,
      ),
      context,
    );

  it("takes what a letter says has come for received, and what it says was brought for brought", async () => {
    const received = await mail("The 150 A2 posters and 600 programmes arrived this morning, all correct.");
    expect(received.map(({ date, item, quantity, approved }) => [date, item, quantity, approved])).toEqual([
      ["2026-03-19", "A2 posters", "150", true],
      ["2026-03-19", "programmes", "600", true],
    ]);
    const brought = await mail(
      "Ieri, 18 marzo 2026, abbiamo consegnato:\n- 3.200 cataloghi\n- 12 espositori",
    );
    expect(brought.map(({ date, quantity, approved }) => [date, quantity, approved])).toEqual([
      ["2026-03-18", "3200", null],
      ["2026-03-18", "12", null],
    ]);
  });

  it.each([
    ["We received the 150 posters today.", true],
    ["150 Plakate heute erhalten.", true],
    ["The 150 posters arrived this morning.", null],
    ["150 posters were received by your warehouse today.", null],
    ["150 Plakate haben Sie heute erhalten.", null],
    ["We received the 150 posters today and reject them.", false],
  ])("takes for the customer only who has the goods: %s", async (body, approved) => {
    const [record, ...others] = await mail(body);
    expect(others).toEqual([]);
    expect(record).toMatchObject({ quantity: "150", approved });
  });

  it.each(["3.200", "3,200"])("leaves open how much %s kg are that have come", async (printed) => {
    const found = await mail(`We received ${printed} kg gravel today.`);
    expect(found.map(({ quantity }) => quantity)).not.toContain("3200");
  });

  it.each([
    "The 150 posters have not arrived today.",
    "150 posters will be delivered today.",
    "We received 3 quotes today.",
    "Have the 150 posters arrived today?",
  ])("makes no record of %s", async (body) => {
    expect(await mail(body)).toEqual([]);
  });
});
