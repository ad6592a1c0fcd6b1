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

describe("what stands beside a table", () => {
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
