import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

type Row = readonly (string | boolean | null)[];
const recordsOf = async (name: string, text: string): Promise<readonly Row[]> => {
  const file = importedFile(name, new TextEncoder().encode(text));
  const { deliveries } = normalizeDocument(await readBytes(name, text), file, context);
  return deliveries.map(({ date, person, item, quantity, unit, approved }) => [
    date,
    person,
    item,
    quantity,
    unit,
    approved,
  ]);
};

describe("columns told by what they hold", () => {
  it("counts the one column of whole numbers, and no codes, numbers of rows or parts of it", async () => {
    expect(
      await recordsOf(
        "hives.csv",
        "Run,Date,Field,Docket,Frames,of which empty,Taken in by\n1,2026-03-09,North orchard,4410,96,3,P. Lindqvist\n2,2026-03-10,Far meadow,4418,104,0,P. Lindqvist\n,,,TOTAL,200,3,\n",
      ),
    ).toEqual([
      ["2026-03-09", "P. Lindqvist", "North orchard – Frames", "96", "piece", null],
      ["2026-03-10", "P. Lindqvist", "Far meadow – Frames", "104", "piece", null],
    ]);
  });

  it("names the unit by the last word of a title, and takes the customer's yes for each row", async () => {
    expect(
      await recordsOf(
        "texts.csv",
        "Job,Delivered,Document,Target words,Client ok\nT-1,2026-05-04,Manual,5120,yes\nT-2,2026-05-06,Label,240,pending\n",
      ),
    ).toEqual([
      ["2026-05-04", null, "Manual – Target words", "5120", "word", true],
      ["2026-05-06", null, "Label – Target words", "240", "word", false],
    ]);
  });

  it("looks past notes and signatures below a table", async () => {
    expect(
      await recordsOf(
        "week.csv",
        "Datum;Mitarbeiter/in;Tätigkeit;Std.\n04.05.2026;Brandt;Montage;8\n05.05.2026;Yıldız;Prüfung;6,5\n;;Summe;14,5\n\nGegengezeichnet Käserei Moos:;06.05.2026;i.A. Huber;\n",
      ),
    ).toEqual([
      ["2026-05-04", "Brandt", "Montage", "8", "hour", true],
      ["2026-05-05", "Yıldız", "Prüfung", "6.5", "hour", true],
    ]);
  });

  it("reads seconds of a program by its times, on the day on which each began", async () => {
    const entry = (user: string, start: string, end: string, duration: number): object => ({
      user,
      description: `Work of ${user}`,
      interval: { start: `2026-05-0${start}:00+02:00`, end: `2026-05-0${end}:00+02:00`, duration },
    });
    const report = {
      from: "2026-05-01T00:00:00Z",
      entries: [
        entry("Ada Holm", "4T08:00", "4T10:30", 9000),
        entry("Per Lie", "5T13:15", "5T15:00", 6300),
        entry("Ada Holm", "6T09:00", "6T10:00", 3600),
      ],
    };
    expect(await recordsOf("report.json", JSON.stringify(report))).toEqual([
      ["2026-05-04", "Ada Holm", "Work of Ada Holm", "2.5", "hour", null],
      ["2026-05-05", "Per Lie", "Work of Per Lie", "1.75", "hour", null],
      ["2026-05-06", "Ada Holm", "Work of Ada Holm", "1", "hour", null],
    ]);
  });

  it("takes no table of several columns for days under names", async () => {
    expect(
      await recordsOf(
        "plan.csv",
        "Einsatzort:;Haus Lindenblick;;;\nDatum;Beginn;Ende;Pause;Netto (hh:mm)\n02.02.2026;06:00;14:00;00:30;07:30\n03.02.2026;13:30;21:45;00:30;07:45\n;;;Summe;15:15\n",
      ),
    ).toEqual([
      ["2026-02-02", null, null, "7.5", "hour", null],
      ["2026-02-03", null, null, "7.75", "hour", null],
    ]);
  });
});

describe("columns of a printed log", () => {
  it("takes times that run through a night for no hours", async () => {
    expect(
      await recordsOf(
        "log.txt",
        "PATROL LOG   Site: East Quay   Sat 11 July 2026\n\nNo    Time    Entry\n21    18:00   Came on duty, keys counted.\n22    20:30   Fence walked, nothing to report.\n23    23:10   Gate 4 found open, closed.\n24    02:45   Fence walked, nothing to report.\n",
      ),
    ).toEqual([]);
  });

  it("takes untitled rows of a week for persons where all are named like one", async () => {
    const records = await recordsOf(
      "week.csv",
      ";lun 4/5;mar 5/5;mer 6/5\nGino Pavan (capo);8;8;4\nArlind Hoxa;8;;8\nTOTALE ORE;16;8;12\n",
    );
    expect(records.map(([date, person, , hours]) => [date?.toString().slice(5), person, hours])).toEqual([
      ["05-04", "Gino Pavan", "8"],
      ["05-05", "Gino Pavan", "8"],
      ["05-06", "Gino Pavan", "4"],
      ["05-04", "Arlind Hoxa", "8"],
      ["05-06", "Arlind Hoxa", "8"],
    ]);
  });
});

describe("lists with leaders of dots", () => {
  it.each([
    [
      "note.txt",
      "DELIVERY / RETURN NOTE 5207\nDelivered 25/09/2026\n   Folding chair beech ............ 140\n   Round table 180 ................ 18\nReceived by: H. Perrin\n   Breakages: wine glasses ........ 7\n",
      ["Folding chair beech 140", "Round table 180 18", "Breakages – wine glasses 7"],
    ],
    [
      "bon.txt",
      "BON DE LIVRAISON n° 5208\nLivré le 25/09/2026\n   Chaise pliante ............ 60\n   Banc hêtre 220 ............ 12\nReçu par : H. Perrin\n   Casse : flûtes ............ 4\n   Non livré : tables ........ 2\n",
      ["Chaise pliante 60", "Banc hêtre 220 12", "Casse – flûtes 4"],
    ],
    [
      "lieferschein.txt",
      "LIEFERSCHEIN 5209\nGeliefert am 25.09.2026\n   Bierbank 220 .............. 24\n   Stehtisch ................. 6\nErhalten: H. Perrin\n   Bruch: Sektgläser ......... 9\n",
      ["Bierbank 220 24", "Stehtisch 6", "Bruch – Sektgläser 9"],
    ],
  ])("keep the numbers in names, and what happened to a thing: %s", async (name, text, expected) => {
    const records = await recordsOf(name, text);
    expect(records.map(([, , item, quantity]) => `${String(item)} ${String(quantity)}`)).toEqual(expected);
  });
});

describe("lists of what was spent", () => {
  it.each([
    "Date,Who,What,Amount ex VAT (GBP),Receipt\n12/05/2026,H Penn,Train Lund-Malmo,96.40,R1\n",
    "Fecha;Concepto;Cantidad;Importe sin IVA (€);Justificante\n12/05/2026;Tren Lund-Malmö;1;96,40;factura 4471\n",
    "Datum;Was;Betrag ohne MwSt. (EUR);Beleg\n12.05.2026;Bahn Lund-Malmö;96,40;B1\n",
    "Date,Item,Cost excl VAT (R),Slip\n2026-05-12,Ball valve,96.40,slip 7712\n",
  ])("are told by a sum without tax, whatever currency stands behind it, and a receipt: %s", async (text) => {
    const file = importedFile("spent.csv", new TextEncoder().encode(text));
    const { kind, deliveries } = normalizeDocument(await readBytes("spent.csv", text), file, context);
    expect([kind, ...deliveries.map((each) => [each.kind, each.amount])]).toEqual([
      "expense",
      ["expense", "96.40"],
    ]);
  });
});

describe("columns beside the count", () => {
  it.each([
    [
      "note.txt",
      "DELIVERY NOTE 4471   12/05/2026\n\nQty    Description            Boxes\n240    Desk calendar A5           4\n 36    Wall planner A1            3\n\nReceived by: T. Ames\n",
      [
        ["Desk calendar A5", "240", "piece"],
        ["Wall planner A1", "36", "piece"],
      ],
    ],
    [
      "lieferschein.csv",
      "Datum;Artikel;Menge;Paletten\n12.05.2026;Dachziegel rot;1440;6\n13.05.2026;Firstziegel;96;1\n",
      [
        ["Dachziegel rot", "1440", "piece"],
        ["Firstziegel", "96", "piece"],
      ],
    ],
    // Where there are more boxes than things, both count.
    [
      "docket.csv",
      "Date,Item,Quantity,Boxes\n2026-05-12,Archive shelves,2,14\n",
      [
        ["Archive shelves", "2", "piece"],
        ["Archive shelves", "14", "box"],
      ],
    ],
  ])("takes boxes and pallets for the packing of what is counted: %s", async (name, text, expected) => {
    const records = await recordsOf(name, text);
    expect(records.map(([, , item, quantity, unit]) => [item, quantity, unit])).toEqual(expected);
  });

  it.each([
    [
      "trips.csv",
      "Date,Docket,Driver,Route,Trips,Extra drops,Waiting (h)\n2026-05-04,811,A. Reid,Leith-Perth,1,2,\n2026-05-05,815,A. Reid,Leith-Perth,1,,0.5\n2026-05-06,818,M. Orr,Leith-Perth,1,1,\n",
      [
        ["Leith-Perth – Extra drops", "2"],
        ["Leith-Perth – Extra drops", "1"],
      ],
    ],
    [
      "tours.csv",
      "Datum;Tour;Fahrten;Rampenstopps;Wartezeit (Std)\n04.05.2026;Kiel-Ulm;1;;0,5\n05.05.2026;Kiel-Ulm;2;3;\n",
      [["Kiel-Ulm – Rampenstopps", "3"]],
    ],
    // What each row has describes it, and stops that are numbered are no counts.
    [
      "rounds.csv",
      "Date,Route,Trips,Crew,Stop,Waiting (h)\n2026-05-04,North,1,2,1,\n2026-05-05,South,1,2,,0.5\n2026-05-06,West,1,3,2,\n",
      [],
    ],
  ])("counts what only some rows of a log have beside its counts: %s", async (name, text, expected) => {
    const records = await recordsOf(name, text);
    expect(
      records
        .filter(([, , item]) => /extra|rampen|crew|stop/i.test(String(item)))
        .map(([, , item, quantity]) => [item, quantity]),
    ).toEqual(expected);
  });

  it.each([
    [
      "order.csv",
      "Extra,Area / time done,Date done,Crew\nWindow film,340 sq. ft.,2026-05-12,P. Roy\nStandby porter,4.5 hours,2026-05-13,L. Ng\n",
      [
        ["340", "square-foot"],
        ["4.5", "hour"],
      ],
    ],
    [
      "order.html",
      "<h1>Work order 4417</h1><table><tr><th>Task</th><th>Done</th><th>Date</th></tr><tr><td>Topsoil</td><td>12 cu. yd</td><td>2026-05-12</td></tr><tr><td>Edging</td><td>88 ft</td><td>2026-05-13</td></tr></table><p>Accepted: R. Hale</p>",
      [
        ["12", "cubic-yard"],
        ["88", "foot"],
      ],
    ],
  ])(
    "reads how much of it was done, and no state, from figures with units: %s",
    async (name, text, expected) => {
      const records = await recordsOf(name, text);
      expect(records.map(([, , , quantity, unit]) => [quantity, unit])).toEqual(expected);
    },
  );

  it.each([
    "date,engineer,task,hours,seen by (client)\n2026-05-12,Jo Park,levels,3.5,R. Hale\n",
    "Datum;Monteur;Tätigkeit;Stunden;gesehen von (Kunde)\n12.05.2026;Jo Park;Aufmaß;3,5;R. Hale\n",
    "datum;monteur;werkzaamheden;uren;gezien door klant\n12-05-2026;Jo Park;inmeten;3,5;R. Hale\n",
  ])("takes who saw a row for the one who signed it, and for no customer: %s", async (text) => {
    const file = importedFile("visits.csv", new TextEncoder().encode(text));
    const { deliveries } = normalizeDocument(await readBytes("visits.csv", text), file, context);
    expect(deliveries.map(({ customer, approved, quantity }) => [customer, approved, quantity])).toEqual([
      [null, true, "3.5"],
    ]);
  });
});

describe("what stands beside a table", () => {
  it.each([
    [
      "uren.html",
      "<h2>Urenstaat week 19</h2><table><tr><th>Datum</th><th>Naam</th><th>Uren</th></tr><tr><td>04-05-2026</td><td>S. Prins</td><td>8,00</td></tr><tr><td>05-05-2026</td><td>T. Vos</td><td>7,50</td></tr></table><p>Gereden kilometers (2 auto's, samen): 184 km</p>",
      [null, "Gereden kilometers", "184", "kilometre"],
    ],
    [
      "sheet.txt",
      "JOB SHEET 4417\nDate: May 12, 2026\n\nWitness            Pages    Delivery\nAda Lowe             118    regular\nSam Burr              64    regular\n\nExhibits 1-9, pages scanned: 47\n",
      [null, "Exhibits 1-9, pages scanned", "47", "piece"],
    ],
    [
      "days.html",
      "<h1>Attendance sheet</h1><table><tr><th>Date</th><th>Trainer</th><th>Delegates</th></tr><tr><td>2026-05-12</td><td>H. Penn</td><td>14</td></tr><tr><td>2026-05-13</td><td>H. Penn</td><td>12</td></tr></table><p>Training days delivered: 2</p>",
      [null, "Training days delivered", "2", "day"],
    ],
  ])("reads what labels below a table of records count: %s", async (name, text, expected) => {
    const records = await recordsOf(name, text);
    expect(records.map(([, person, item, quantity, unit]) => [person, item, quantity, unit])).toContainEqual(
      expected,
    );
  });

  it.each([
    ["DR", true],
    ["", null],
  ])("needs no signature where each row above has one: %s", async (initials, approved) => {
    const records = await recordsOf(
      "days.html",
      `<h1>Attendance sheet</h1><table><tr><th>Date</th><th>Trainer</th><th>Delegates</th><th>Organiser initials</th></tr><tr><td>2026-05-12</td><td>H. Penn</td><td>14</td><td>DR</td></tr><tr><td>2026-05-13</td><td>H. Penn</td><td>12</td><td>${initials}</td></tr></table><p>Training days delivered: 2</p>`,
    );
    expect(records.at(-1)?.slice(1)).toEqual([null, "Training days delivered", "2", "day", approved]);
  });

  it("reads hours and ways by their labels beside a list of parts", async () => {
    expect(
      await recordsOf(
        "slip.html",
        "<!doctype html><html><body><h1>Werkbon 88-204</h1><dl><dt>Uitgevoerd op</dt><dd>11 juni 2026</dd><dt>Monteur</dt><dd>Kees Blom</dd><dt>Arbeidsuren</dt><dd>2,5</dd><dt>Reistijd (uur)</dt><dd>0,75</dd></dl><table><tr><th>Aantal</th><th>Artikel</th></tr><tr><td>4 st</td><td>looprol 30 mm</td></tr><tr><td>2 st</td><td>borstel</td></tr></table><p>Getekend voor akkoord: mw. Vos</p>",
      ),
    ).toEqual([
      ["2026-06-11", "Kees Blom", "looprol 30 mm", "4", "piece", true],
      ["2026-06-11", "Kees Blom", "borstel", "2", "piece", true],
      ["2026-06-11", "Kees Blom", "arbeidsuren", "2.5", "hour", true],
      ["2026-06-11", "Kees Blom", "Reistijd (uur)", "0.75", "hour", true],
    ]);
  });

  it("takes the unit of a row about a thing among rows about persons, and of a cell among hours", async () => {
    expect(
      await recordsOf(
        "day.csv",
        "Datum;Name;Arbeit;Std.\n08.06.2026;Urs Moser;Mauer setzen;8.5\n08.06.2026;Rui Santos;Mauer setzen;8\n09.06.2026;Minibagger 2 t;m3;4\n09.06.2026;Urs Moser;Abfuhr;1 Fahrt\n",
      ),
    ).toEqual([
      ["2026-06-08", "Urs Moser", "Mauer setzen", "8.5", "hour", null],
      ["2026-06-08", "Rui Santos", "Mauer setzen", "8", "hour", null],
      ["2026-06-09", null, "Minibagger 2 t", "4", "cubic-metre", null],
      ["2026-06-09", "Urs Moser", "Abfuhr", "1", "trip", null],
    ]);
  });

  it.each([
    "Datum;Techniker;Art;Tätigkeit;Std.\n12.05.2026;J. Orth;vor Ort;Dose gesetzt;2\n13.05.2026;J. Orth;Fernwartung;Konto neu;1\n",
    "Datum;Techniker;Code;Tätigkeit;Std.\n12.05.2026;J. Orth;4410;Dose gesetzt;2\n13.05.2026;J. Orth;4418;Konto neu;1\n",
  ])("names the kind of the work by its words, and by no code: %s", async (text) => {
    const records = await recordsOf("stunden.csv", text);
    expect(records.map(([, , item]) => item)).toEqual(
      text.includes("vor Ort")
        ? ["vor Ort – Dose gesetzt", "Fernwartung – Konto neu"]
        : ["Dose gesetzt", "Konto neu"],
    );
  });

  it("takes a blank among descriptions for nothing said, not for the role", async () => {
    expect(
      await recordsOf(
        "hours.csv",
        "Date,Person,Role,Task,Hours,Approved\n2026-06-03,Ida Brandt,Senior consultant,Moved the stock ledger,8,yes\n2026-06-04,Ida Brandt,Senior consultant,,2,yes\n",
      ),
    ).toEqual([
      ["2026-06-03", "Ida Brandt", "Moved the stock ledger", "8", "hour", true],
      ["2026-06-04", "Ida Brandt", null, "2", "hour", true],
    ]);
  });
});

describe("weekdays over the hours of many weeks", () => {
  it("are the days of the week that each row names", async () => {
    const records = await recordsOf(
      "weeks.csv",
      "Week ending,Worker,Grade,Mon,Tue,Wed,Thu,Fri,Signed by manager\n2026-05-10,Ada Quill,Packer,8,8,0,8,8,J. Botha\n2026-05-17,Ada Quill,Packer,8,0,0,0,6,J. Botha\n",
    );
    expect(records.map(([date, person, , quantity]) => [date, person, quantity])).toEqual([
      ["2026-05-04", "Ada Quill", "8"],
      ["2026-05-05", "Ada Quill", "8"],
      ["2026-05-07", "Ada Quill", "8"],
      ["2026-05-08", "Ada Quill", "8"],
      ["2026-05-11", "Ada Quill", "8"],
      ["2026-05-15", "Ada Quill", "6"],
    ]);
  });
});
