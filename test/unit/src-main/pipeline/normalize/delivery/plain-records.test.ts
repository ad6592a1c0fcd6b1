import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const normalized = async (text: string, name = "paper.txt"): Promise<NormalizedDocument> =>
  normalizeDocument(await readBytes(name, text), importedFile(name, new TextEncoder().encode(text)), context);

type Row = readonly (string | boolean | null)[];
const recordsOf = async (text: string, name?: string): Promise<readonly Row[]> =>
  (await normalized(text, name)).deliveries.map((record): Row => [
    record.date,
    record.person,
    record.quantity,
    record.unit,
    record.approved,
  ]);

describe("a row whose figure nobody can read", () => {
  it.each(["??", "####"])("is a record without a quantity: %s", async (hours) => {
    const text = `Date,Person,Hours,Approved\n2026-10-05,Ana Ruiz,7.5,yes\n2026-10-06,Ana Ruiz,${hours},yes\n2026-10-07,Ana Ruiz,holiday,\n`;
    expect(await recordsOf(text, "week.csv")).toEqual([
      ["2026-10-05", "Ana Ruiz", "7.5", "hour", true],
      ["2026-10-06", "Ana Ruiz", null, "hour", true],
    ]);
  });
});

describe("records of a form", () => {
  it.each([
    [
      "SERVICE REPORT 81\nDate of visit: 14 May 2026\nEngineer: Tom Riddle\nHours on site 2.5\nSigned by customer: M. Okafor\n",
      ["2026-05-14", "Tom Riddle", "2.5", "hour", true],
    ],
    [
      "Arbeitsrapport\nDatum: 12.05.2026\nMonteur: Jens Vogt\nArbeitszeit: 08:00–16:30, Pause 30 min\nAnerkannt: gez. P. Lindner, 12.05.2026\n",
      ["2026-05-12", "Jens Vogt", "8", "hour", true],
    ],
    [
      "BON D'INTERVENTION 118\nDate : 18/05/2026\nTechnicien : Luc Bernard\nArrivée 8h15 / départ 12h\nBon pour accord : Mme Roux\n",
      ["2026-05-18", "Luc Bernard", "3.75", "hour", true],
    ],
    [
      "WERKBON 331\nDatum: 11-06-2026\nMonteur: Kees Blom\nBegintijd: 07.30 uur\nEindtijd: 12.00 uur\nPauze: 15 min\nHandtekening klant: L. Jansen\n",
      ["2026-06-11", "Kees Blom", "4.25", "hour", true],
    ],
    [
      "RAPPORTINO DI INTERVENTO n. 77\nTecnico: Marco Villa\nData intervento: 22/05/2026\nOra inizio: 14:00   Ora fine: 17:15\nFirma cliente: S. Ferri\n",
      ["2026-05-22", "Marco Villa", "3.25", "hour", true],
    ],
    [
      "Servicebericht Nr. 901\nDatum: 02.06.2026\nTechniker: Ralf Wirth\nArbeitszeit: 3,25 Std.\nUnterschrift Kunde: ____________\n",
      ["2026-06-02", "Ralf Wirth", "3.25", "hour", null],
    ],
  ])("reads %j", async (text, record) => {
    expect(await recordsOf(text)).toEqual([record]);
  });

  it("takes no hours from times that a break without a length cuts", async () => {
    const records = await recordsOf(
      "Arbeitsrapport\nDatum: 12.05.2026\nMonteur: Jens Vogt\nArbeitszeit: 08:00–16:30, Pause nach Absprache 12.30 bis frei\n",
    );
    expect(records.filter(([, , quantity]) => quantity !== null && Number(quantity) > 8.5)).toEqual([]);
  });
});

describe("records of lines", () => {
  it("reads a list without a header under the week that its title names", async () => {
    const records = await recordsOf(
      "Hours - Maple House - week ending 10 May 2026\nMon 4 May  Jack  7.5h  second fix\nTue 5 May  Priya  4h  snagging\nTotal 11.5h\n",
    );
    expect(records).toEqual([
      ["2026-05-04", "Jack", "7.5", "hour", null],
      ["2026-05-05", "Priya", "4", "hour", null],
    ]);
  });

  it("takes the year from the title, hours with minutes, and a name that recurs before the hours", async () => {
    const records = await recordsOf(
      "Regiestunden Lindenhof\nMai 2026\n\n04.05. Wendt 7 Std. 30 Spachteln Treppenhaus\n05.05. Wendt 6 Std. Streichen\n05.05. Öztürk 8 Std. Streichen\n08.05. Öztürk 4,5 Std. Restarbeiten\n\nAnerkannt Bauherr: gez. K. Sommer 09.05.2026\n",
    );
    expect(records).toEqual([
      ["2026-05-04", "Wendt", "7.5", "hour", true],
      ["2026-05-05", "Wendt", "6", "hour", true],
      ["2026-05-05", "Öztürk", "8", "hour", true],
      ["2026-05-08", "Öztürk", "4.5", "hour", true],
    ]);
  });

  it("reads kilometres of a log and leaves its total", async () => {
    const records = await recordsOf(
      "Hoja de kilometraje - junio 2026\nConductor: Marta Ruiz\n\n02/06/2026 Madrid - Toledo 74 km\n15/06/2026 Madrid - Segovia 92,5 km\n\nTotal 166,5 km\n",
    );
    expect(records).toEqual([
      ["2026-06-02", "Marta Ruiz", "74", "kilometre", null],
      ["2026-06-15", "Marta Ruiz", "92.5", "kilometre", null],
    ]);
  });

  it("reads goods by the line", async () => {
    const records = await recordsOf(
      "PAKBON 88123\nLeverdatum: 3 juni 2026\n\n  40 zakken   Portlandcement\n 120 stuks    Betonklinker grijs\n\nOntvangen door: H. Mulder\n",
    );
    expect(records).toEqual([
      ["2026-06-03", null, "40", "bag", true],
      ["2026-06-03", null, "120", "piece", true],
    ]);
  });

  it.each([
    "Dear Ms Roe,\nOn 3 June 2026 we agreed that support costs EUR 90 an hour and 20 hours a month are included.\nFrom 1 July 2026 the notice is 30 days.\n",
    "Offre de service\nMontréal, le 14 janvier 2026\nnous vous proposons une banque de 20 heures par mois au prix de 1 900 $ jusqu'au 31 janvier 2027.\nLe préavis est de 30 jours à compter du 1 février 2026.\n",
    "Hausordnung\nRuhezeit 22:00 bis 06:00, Mittag 13:00 bis 15:00 seit 01.03.2026.\n",
  ])("takes no record from %j", async (text) => {
    expect(await recordsOf(text)).toEqual([]);
  });
});

describe("weeks and months", () => {
  it("dates the weekdays of a numbered week and leaves sums of rows and columns", async () => {
    const records = await recordsOf(
      "Stundenzettel KW 23 / 2026;;;;\n;;;;\nMitarbeiter;Mo;Di;Mi;Summe\nKaya, M.;8;;7,5;15,5\nBauer, T.;8;8;;16\nSumme;16;8;7,5;31,5\n",
      "kw.csv",
    );
    expect(records).toEqual([
      ["2026-06-01", "Kaya, M.", "8", "hour", null],
      ["2026-06-03", "Kaya, M.", "7.5", "hour", null],
      ["2026-06-01", "Bauer, T.", "8", "hour", null],
      ["2026-06-02", "Bauer, T.", "8", "hour", null],
    ]);
  });

  it("reads numbers of days as columns of the month in the title", async () => {
    const records = await recordsOf(
      "Registro de horas - abril 2026,,,,,,,\nNombre,1,2,3,4,5,6,Total\nAna Gil,8,8,,,,6.5,22.5\nTotal,8,8,,,,6.5,22.5\n",
      "mes.csv",
    );
    expect(records).toEqual([
      ["2026-04-01", "Ana Gil", "8", "hour", null],
      ["2026-04-02", "Ana Gil", "8", "hour", null],
      ["2026-04-06", "Ana Gil", "6.5", "hour", null],
    ]);
  });

  it("reads days as rows under the names of persons", async () => {
    const records = await recordsOf(
      "Urenstaat week 23 - 2026;;;\nDag;Bram;Youssef;Totaal\nma;8;7,5;15,5\ndi;8;;8\nTotaal;16;7,5;23,5\n",
      "dagen.csv",
    );
    expect(records).toEqual([
      ["2026-06-01", "Bram", "8", "hour", null],
      ["2026-06-01", "Youssef", "7.5", "hour", null],
      ["2026-06-02", "Bram", "8", "hour", null],
    ]);
  });

  it("computes hours of weekdays from coming, going and break", async () => {
    const records = await recordsOf(
      "Folha de horas - Semana 20 de 2026;;;\nColaborador: Sofia Lopes;;;\nDia;Entrada;Saída;Pausa\nSegunda;09:00;18:00;1h\nQuinta;10:00;13:00;\n",
      "semana.csv",
    );
    expect(records).toEqual([
      ["2026-05-11", "Sofia Lopes", "8", "hour", null],
      ["2026-05-14", "Sofia Lopes", "3", "hour", null],
    ]);
  });
});

describe("tables of days", () => {
  it("counts a day for each mark whose number the row sums up, and none for the other marks", async () => {
    const records = await recordsOf(
      "Anwesenheit Juni 2026;;;;;;;\nName;Funktion;1;2;3;4;5;Tage\nIda Blum;Helferin;A;U;A;A;;3\nTill Voss;Helfer;A;A;K;;;2\n",
      "anwesend.csv",
    );
    expect(records.map(([date, person, quantity, unit]) => [date, person, quantity, unit])).toEqual([
      ["2026-06-01", "Ida Blum", "1", "day"],
      ["2026-06-03", "Ida Blum", "1", "day"],
      ["2026-06-04", "Ida Blum", "1", "day"],
      ["2026-06-01", "Till Voss", "1", "day"],
      ["2026-06-02", "Till Voss", "1", "day"],
    ]);
  });

  it("counts what the titles of columns name, by the day", async () => {
    const { deliveries } = await normalized(
      "Date,Picker,Punnets,Crates,Floor,Signed\n2026-06-01,Wiremu P.,120,4,2,H. Ord\n2026-06-02,Jase T.,98,,2,H. Ord\n",
      "tally.csv",
    );
    expect(
      deliveries.map(({ date, person, item, quantity, unit, approvedBy }) => [
        date,
        person,
        item,
        quantity,
        unit,
        approvedBy,
      ]),
    ).toEqual([
      ["2026-06-01", "Wiremu P.", "Punnets", "120", "piece", "H. Ord"],
      ["2026-06-01", "Wiremu P.", "Crates", "4", "piece", "H. Ord"],
      ["2026-06-02", "Jase T.", "Punnets", "98", "piece", "H. Ord"],
    ]);
  });

  it("counts each row of a log once, in the word that its titles have for it", async () => {
    const records = await recordsOf(
      "Waybill,Date,Pickup,Drop,POD\n5001,2026-05-01,Lab,Clinic A,signed\n5002,2026-05-04,Lab,Clinic B,signed\n",
      "runs.csv",
    );
    expect(records).toEqual([
      ["2026-05-01", null, "1", "trip", true],
      ["2026-05-04", null, "1", "trip", true],
    ]);
  });

  it("knows who did the work by the names below an unknown title", async () => {
    const records = await recordsOf(
      "Date;Relectrice;Tâche;Heures\n14/09/2026;Noémie Lambot;chapitres 1-3;3,5\n15/09/2026;Julie Perrot;index;2\n",
      "heures.csv",
    );
    expect(records.map(([, person, quantity]) => [person, quantity])).toEqual([
      ["Noémie Lambot", "3.5"],
      ["Julie Perrot", "2"],
    ]);
  });
});

describe("who approves", () => {
  it.each([
    ["Akkoord inlener: H. Bolhuis, 20-4-2026", true],
    ["VºBº administración del colegio: P. Ibarrola 31/03/2026", true],
    ["Certified: Meera Kulkarni, Manager Admin, 01.06.2026", true],
    ["Verified and approved: R. Venkatesh, Kaveri IT, 02-May-2026", true],
    ["Vu pour accord, I. Servais, 25/09/2026", true],
    ["Visum Hauswart: R. Marti 26.08.2026", true],
    ["Akkoord inlener: ____________", null],
    ["Visum Hauswart: siehe Mail", null],
    ["Client: Melissa Kueh", null],
  ])("%s: %s", async (line, approved) => {
    const records = await recordsOf(
      `Arbeitsrapport\nDatum: 12.05.2026\nMonteur: Jens Vogt\nArbeitszeit: 8 Std.\n\n${line}\n`,
    );
    expect(records.map((record) => record[4])).toEqual([approved]);
  });
});

describe("papers of several slips", () => {
  it("reads each slip by its own day, workers and material under one head", async () => {
    const { deliveries } = await normalized(
      "Regiezettel Nr. 41\nBaustelle: Hofstr. 3\nDatum: 16.03.2026\nGeselle T. Ruf: 6,5 Std.\nAzubi L. Prior: 6 Std.\nVerbaut: 118 Ziegel, 8,4 m Rinne\nAnerkannt: H. Lang\n\nRegiezettel Nr. 42\nBaustelle: Hofstr. 3\nDatum: 17.03.2026\nGeselle T. Ruf: 4 Std.\nAnerkannt: ______\n",
    );
    expect(
      deliveries.map(({ date, person, item, quantity, unit, approved }) => [
        date,
        person,
        item,
        quantity,
        unit,
        approved,
      ]),
    ).toEqual([
      ["2026-03-16", "T. Ruf", "Geselle", "6.5", "hour", true],
      ["2026-03-16", "L. Prior", "Azubi", "6", "hour", true],
      ["2026-03-16", null, "Ziegel", "118", "piece", true],
      ["2026-03-16", null, "Rinne", "8.4", "metre", true],
      ["2026-03-17", "T. Ruf", "Geselle", "4", "hour", true],
    ]);
  });

  it("takes one signature below all days for all of them", async () => {
    const records = await recordsOf(
      "PARTE DE TRABAJO\n\nFecha: sábado 12/09/2026\nOperaria: Charo Benítez\nDe 9:00 a 13:30       Horas: 4,5   (festivo)\n\nFecha: miércoles 23/09/2026\nOperaria: Charo Benítez\nDe 18:30 a 20:30       Horas: 2\n\nConforme la dirección: Íñigo Velasco, 25/09/2026\n",
    );
    expect(records).toEqual([
      ["2026-09-12", "Charo Benítez", "4.5", "hour", true],
      ["2026-09-23", "Charo Benítez", "2", "hour", true],
    ]);
  });

  it("takes a mark in a number of whole things for thousands, and of litres for nothing", async () => {
    const slip = (label: string): string =>
      `Work report\nDate: 18/10/2026\n${label}: 18.420\nPosters: 12\nBanners: 4\nSigned: A. Reed\n`;
    expect((await recordsOf(slip("Leaflets"))).map(([, , quantity]) => quantity)).toEqual([
      "18420",
      "12",
      "4",
    ]);
    expect((await recordsOf(slip("Diesel litres"))).map(([, , quantity]) => quantity)).not.toContain("18420");
  });

  it("gives each of several persons on a line their own hours", async () => {
    const records = await recordsOf(
      "Fiche d'intervention\nDate : 18/10/2026\nCartons livrés : 140\nTotal cartons : 140\nServeurs : Rémi 6 h, Fanny 5,5 h\nVisa du client : Darrigade\n",
    );
    expect(records).toEqual([
      ["2026-10-18", "Rémi", "6", "hour", true],
      ["2026-10-18", "Fanny", "5.5", "hour", true],
      ["2026-10-18", null, "140", "box", true],
    ]);
  });
});

it("takes other units of a row among hours as they are printed", async () => {
  const { deliveries } = await normalized(
    "Datum;Mitarbeiter;Tätigkeit;Stunden\n05.05.2026;Ida Blum;Montage;5,5\n05.05.2026;Ida Blum;Fahrt Ulm, km;36\n;;Fremdkosten netto;640\n",
    "stunden.csv",
  );
  expect(deliveries.map(({ quantity, unit }) => [quantity, unit])).toEqual([
    ["5.5", "hour"],
    ["36", "kilometre"],
  ]);
});

describe("near misses", () => {
  it.each([
    "WIEGESCHEIN Nr. 1007\nDatum: 08.06.2026\nBrutto 31,42 t  Tara 12,10 t  Netto 19,32 t\nEmpfangen: P. Kerr\n",
    "Ticket de pesée 1007\nDate : 18/06/2026\nPoids brut : 31,42 t\nTare : 12,10 t\nPoids net : 19,32 t\n",
    "Ticket de báscula 1007\nFecha: 18/06/2026\nPeso bruto: 31,42 t\nTara: 12,10 t\nPeso neto: 19,32 t\n",
  ])("of a weighing only the net weight was delivered: %j", async (text) => {
    const records = await recordsOf(text);
    expect(records.map(([, , quantity, unit]) => [quantity, unit])).toEqual([["19.32", "tonne"]]);
  });

  it("leaves the words around times out of what was done", async () => {
    const { deliveries } = await normalized(
      "Stundenzettel Mai 2026\nMitarbeiter: Jens Vogt\n04.05. von 08:00 bis 16:30 Uhr, Pause 30 min, Montage Keller\n05.05. von 7 bis 12 Uhr Abbau\n",
    );
    expect(deliveries.map(({ date, item, quantity }) => [date, item, quantity])).toEqual([
      ["2026-05-04", "Montage Keller", "8"],
      ["2026-05-05", "Abbau", "5"],
    ]);
  });

  it("takes a week of days for records, whatever order the lines above name", async () => {
    const { kind, deliveries } = await normalized(
      "Stundennachweis Mai 2026;;;;;\nBestellung 4711;;;;;\nMitarbeiter;Rolle;04.05.2026;05.05.2026;06.05.2026;Summe\nIda Blum;Entwicklerin;8;8;7,5;23,5\nTill Voss;Tester;4;;8;12\n\nStatus: freigegeben – R. Amend, 11.05.2026;;;;;\n",
      "nachweis.csv",
    );
    expect(kind).toBe("timesheet");
    expect(deliveries.map(({ quantity, approvedBy }) => [quantity, approvedBy])).toEqual(
      ["8", "8", "7.5", "4", "8"].map((hours) => [hours, "R. Amend"]),
    );
  });

  it("takes a list of prices for no records", async () => {
    const { deliveries } = await normalized(
      "Rate sheet 2026,,\nUnit / service,Basis,Rate CAD\nVac truck with operator,per hour,168.00\nSwamper,per hour,62.00\nStandby,per hour,110.00\n",
      "rates.csv",
    );
    expect(deliveries).toEqual([]);
  });
});

describe("protocols of acceptance", () => {
  it("accepts what is ticked and leaves what is not", async () => {
    const { kind, deliveries } = await normalized(
      "Übernahmeprotokoll\nObjekt: Gasthof Adler\nÜbernommen am: 29.04.2026\n[x] Eckbank und Tische\n[x] Theke mit Rückwand\n[ ] Garderobe – entfallen\nMängel: keine\nFür den Auftraggeber: E. Feuerstein\n",
    );
    expect(kind).toBe("acceptance");
    expect(deliveries.map(({ date, item, approved }) => [date, item, approved])).toEqual([
      ["2026-04-29", "Eckbank und Tische", true],
      ["2026-04-29", "Theke mit Rückwand", true],
    ]);
  });

  it("approves nothing that is accepted with reservations", async () => {
    const { deliveries } = await normalized(
      "Abnahmeprotokoll\nDatum: 29.04.2026\n[x] Eckbank und Tische\nAbgenommen unter Vorbehalt der Nachbesserung.\nAuftraggeber: E. Feuerstein\n",
    );
    expect(deliveries.map(({ approved }) => approved)).toEqual([null]);
  });
});

it("heads a table by units and things that only its days give away", async () => {
  const { deliveries } = await normalized(
    "incarico;data consegna;testo;parole;esito\n26-0311;05/03/2026;Manuale pressa;14250;accettato\n26-0324;12/03/2026;Scheda valvola;3120;in attesa\n",
    "incarichi.csv",
  );
  expect(deliveries.map(({ quantity, unit, approved }) => [quantity, unit, approved])).toEqual([
    ["14250", "word", true],
    ["3120", "word", false],
  ]);
});

it("takes the unit of a metric from its name, and leaves one without it as pieces", async () => {
  const { kind, deliveries } = await normalized(
    "account,metric,period,value\nacme,api_calls,2026-05,1204331\nacme,storage_gb,2026-05,512.5\n",
    "usage.csv",
  );
  expect(kind).toBe("usage");
  expect(deliveries.map(({ item, quantity, unit }) => [item, quantity, unit])).toEqual([
    ["api_calls", "1204331", "piece"],
    ["storage_gb", "512.5", "gigabyte"],
  ]);
});

it.each([
  ["Expenses claim - Nina Clarke - May 2026", "Nina Clarke"],
  ["Expenses claim - Marsh and Partners - May 2026", null],
])("under %j the person is %j", async (title, person) => {
  const { deliveries } = await normalized(
    `${title}\n6 May 2026 Train Leeds-London GBP 84.60\n7 May 2026 Taxi GBP 18.40\nTotal GBP 103.00\n`,
  );
  expect(deliveries.map((record) => [record.person, record.amount])).toEqual([
    [person, "84.60"],
    [person, "18.40"],
  ]);
});

describe("who did it, how much and who confirmed", () => {
  it.each([
    [
      "Stundenzettel\n04.05.2026  Monteur Lindner  7,5 Std.\n05.05.2026  Helferin Bauer  4 Std.\n",
      ["Lindner", "Bauer"],
    ],
    [
      "TIMESHEET\n4 May 2026  Electrician Hollis  7.5 h\n5 May 2026  Labourer J. Pugh  4 h\n",
      ["Hollis", "J. Pugh"],
    ],
    [
      "FEUILLE D'HEURES\n04/05/2026  Peintre Roussel  7 h\n15/05/2026  Plombier Vidal  4 h\n",
      ["Roussel", "Vidal"],
    ],
  ])("reads surnames beside a trade in %j", async (text, persons) => {
    expect((await recordsOf(text)).map(([, person]) => person)).toEqual(persons);
  });

  it("takes no second word of a task for a name", async () => {
    const records = await recordsOf("Stundenzettel\n04.05.2026  Montage Fenster  7,5 Std.\n");
    expect(records.map(([, person]) => person)).toEqual([null]);
  });

  it("counts the product of crew and hours, and no number glued from two", async () => {
    const crew = await recordsOf("WERKBON 12\nDatum: 24/04/2026\nStratenmakers: 3 × 6 uur = 18 uur\n");
    expect(crew.map(([, , quantity, unit]) => [quantity, unit])).toEqual([["18", "hour"]]);
    const trip = await recordsOf(
      "TRIP LOG 8\nDriver: Ann Pugh\n17 Mar 2026  odo out 214,880  odo in 215,196  316 km  9.0 h\n18 Mar 2026  odo out 215,196  odo in 215,342  146 km  8.0 h\n",
    );
    expect(trip.map(([date, , quantity, unit]) => [date, quantity, unit])).toEqual([
      ["2026-03-17", "316", "kilometre"],
      ["2026-03-17", "9.0", "hour"],
      ["2026-03-18", "146", "kilometre"],
      ["2026-03-18", "8.0", "hour"],
    ]);
  });

  it.each([
    ["all shifts checked and approved by K. Lowther on 30 May 2026", true],
    ["Hours as above are correct. L. Tran 20/5/26", true],
    ["Alle Einsätze geprüft und freigegeben durch M. Dietl, 30.05.2026", true],
    ["Toutes les heures validées par S. Roux le 30/05/2026", true],
    ["Todas las horas revisadas y aprobadas por B. Segarra, 30/05/2026", true],
    ["Tenant signed: M Osei", true],
    ["Gezien klant: E. van Zanten", true],
    ["To be approved by K. Lowther", null],
    ["Muss noch freigegeben werden durch M. Dietl", null],
    ["Payable when approved by K. Lowther", null],
  ])("reads of %j whether somebody approved", async (line, approved) => {
    const records = await recordsOf(
      `TIMESHEET\n26 May 2026  Jack Moss  7.5 h\n27 May 2026  Jack Moss  4 h\n\n${line}\n`,
    );
    expect(records.map((record) => record[4])).toEqual([approved, approved]);
  });
});

describe("titles that begin slips", () => {
  it("reads each numbered slip by its own day, the order of day and month by all", async () => {
    const { deliveries } = await normalized(
      "CARRIERES DU VAL\nBon de pesée P-9012\nDate 03/07/2026\nProduit Gravier 0/20\nBrut 13700 kg\nTare 11240 kg\nNET 2460 kg\nClient : signé AB\n\nCARRIERES DU VAL\nBon de pesée P-9044\nDate 24/07/2026\nProduit Sable\nBrut 13885 kg\nTare 11240 kg\nNET 2645 kg\nClient : signé AB\n",
    );
    expect(
      deliveries.map(({ date, item, quantity, unit, approved, sourceId }) => [
        date,
        item,
        quantity,
        unit,
        approved,
        sourceId,
      ]),
    ).toEqual([
      ["2026-07-03", "Gravier 0/20", "2460", "kilogram", true, "P-9012"],
      ["2026-07-24", "Sable", "2645", "kilogram", true, "P-9044"],
    ]);
  });
});

describe("counts without a unit", () => {
  it.each([
    [
      "Lieferschein 88\nÜbergabe: 12.05.2026\n4 Heizlüfter Diesel\n12 Bauzäune mit Fuß\n",
      [
        ["4", "piece"],
        ["12", "piece"],
      ],
    ],
    [
      "BON DE LIVRAISON 71\nDate : 12/05/2026\n6 tables rondes\n48 chaises pliantes\n",
      [
        ["6", "piece"],
        ["48", "piece"],
      ],
    ],
    [
      "Folha de entrega 9\nData: 12/05/2026\nAlmoços servidos ....... 31\nCafés servidos ....... 64\n",
      [
        ["31", "piece"],
        ["64", "piece"],
      ],
    ],
  ])("reads goods of %j", async (text, counts) => {
    expect((await recordsOf(text)).map(([, , quantity, unit]) => [quantity, unit])).toEqual(counts);
  });

  it("takes no address, page or single number for goods", async () => {
    expect(
      await recordsOf("Lieferschein 88\nDatum: 12.05.2026\n14 Mill Lane\nSeite: 2\nKunde: 4411\nEtage: 3\n"),
    ).toEqual([]);
  });

  it("reads hours by the title above them, by their decimals, or by the sign for hours", async () => {
    const ledger = await recordsOf(
      "TIME LEDGER\nMatter 26-044\n19/02/2026  FN  1.2  Consider draft lease\n20/02/2026  CH  2.0  Draft amendments\n26/02/2026  FN  0.5  Note to file\n26/02/2026  CH  0.3  Call\nOUTLAY\n27/02/2026  Search fee  40.00 EUR\n",
    );
    expect(ledger.map(([date, person, quantity]) => [date, person, quantity])).toEqual([
      ["2026-02-19", "FN", "1.2"],
      ["2026-02-20", "CH", "2.0"],
      ["2026-02-26", "FN", "0.5"],
      ["2026-02-26", "CH", "0.3"],
    ]);
    const tickets = await recordsOf(
      "Interventies mei 2026\n#4410  06/05/2026  Stijn  printer  1,25 u\n#4418  11/05/2026  Stijn  nieuwe pc  2 u\n",
    );
    expect(tickets.map(([, person, quantity, unit]) => [person, quantity, unit])).toEqual([
      ["Stijn", "1.25", "hour"],
      ["Stijn", "2", "hour"],
    ]);
  });

  it("reads what a car drove between two readings on one line", async () => {
    const records = await recordsOf(
      "DUTY SLIP 2207\nDate: 06.04.2026  Duty: Local\nOpening km 41,220 Closing km 41,332 Total 112 km\nSignature of user: Mr Ashwin Rao\n",
    );
    expect(records).toEqual([["2026-04-06", null, "112", "kilometre", true]]);
  });

  it("takes a value below its label in a box", async () => {
    const { deliveries } = await normalized(
      "| LOAD NUMBER | SHIP DATE |\n| L-70114 | 05/14/2026 |\n\nSTRAIGHT BILL OF LADING\n\nSHIP DATE\n05/14/2026\n\nFlour, 20 pallets\n\nReceived in good order: J. Reyes 5/15\n",
      "bol.txt",
    );
    expect(deliveries.map(({ date, quantity, unit }) => [date, quantity, unit])).toEqual([
      ["2026-05-14", "20", "pallet"],
    ]);
  });
});

describe("a paper whose parts are approved apart", () => {
  const days =
    "Stundennachweis\nMitarbeiterin: Ida Brandt\n\nDatum        Tätigkeit      Stunden\n12.05.2026   Beratung       7,5\n13.05.2026   Beratung       6,0\n\n";

  it.each([
    ["both approved", "genehmigt", "genehmigt", true],
    ["the second refused", "genehmigt", "abgelehnt", false],
    ["the first refused", "abgelehnt", "genehmigt", false],
  ])("%s: nobody takes the whole for more than that", async (_name, first, second, approved) => {
    const rows = await recordsOf(`${days}Status: ${first}\nStatus: ${second}\n`);
    expect(rows.map((record) => record[4])).toEqual([approved, approved]);
  });
});
