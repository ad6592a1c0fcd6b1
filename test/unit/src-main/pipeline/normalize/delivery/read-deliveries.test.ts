import { describe, expect, it } from "vitest";
import { readDeliveries } from "../../../../../../src-main/pipeline/normalize/delivery/index.ts";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Delivery, DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const deliveriesOf = async (name: string, text: string, kind: DocumentKind): Promise<readonly Delivery[]> =>
  readDeliveries(await readBytes(name, text), kind, context);

describe("delivery records", () => {
  it("reads a time report with approval per row", async () => {
    const records = await deliveriesOf(
      "time.csv",
      "Date,Client,Project,Task,Notes,Hours,First Name,Last Name,Approved\n2026-10-01,Acme,Site,Design,first draft,7.5,Ana,Ruiz,Yes\n2026-10-02,Acme,Site,Design,,0:45,Ana,Ruiz,Pending\n",
      "timesheet",
    );
    expect(
      records.map((record) => [record.date, record.person, record.quantity, record.unit, record.approved]),
    ).toEqual([
      ["2026-10-01", "Ana Ruiz", "7.5", "hour", true],
      ["2026-10-02", "Ana Ruiz", "0.75", "hour", false],
    ]);
  });

  it("computes hours from start, end and break, over midnight too", async () => {
    const records = await deliveriesOf(
      "shift.csv",
      "Datum;Mitarbeiter;Beginn;Ende;Pause;Tätigkeit\n01.10.2026;J. Osei;08:00;17:00;0:45;Montage\n02.10.2026;J. Osei;22:00;06:30;30;Störung\n",
      "timesheet",
    );
    expect(records.map((record) => [record.date, record.quantity])).toEqual([
      ["2026-10-01", "8.25"],
      ["2026-10-02", "8"],
    ]);
  });

  it("takes a list of expenses for expenses, not for time", async () => {
    const text =
      "Date,Expense,Amount,Currency,Client,Status\n2026-06-13,Courier and filing fees,79.00,USD,Acme,Approved\n";
    const file = importedFile("spent.csv", new TextEncoder().encode(text));
    const { kind, deliveries } = normalizeDocument(await readBytes("spent.csv", text), file, context);
    expect(kind).toBe("expense");
    expect(deliveries.map((record) => [record.kind, record.item, record.amount, record.approved])).toEqual([
      ["expense", "Courier and filing fees", "79.00", true],
    ]);
  });

  it("never assumes approval", async () => {
    const records = await deliveriesOf(
      "t.csv",
      "Date,Employee,Hours,Task\n2026-10-01,B. Lee,8,Paint\n",
      "timesheet",
    );
    expect(records.map((record) => record.approved)).toEqual([null]);
  });

  it.each([
    ["Supervisor", "K. Price", null],
    ["Client contact", "K. Price", null],
    ["Approved", "see mail", null],
    ["Approved", "To follow", null],
    ["Approved", "Billable", null],
    ["Approved by", "See Mail", null],
    ["Signed by", "Left Safe", null],
    ["Approved by", "Nobody Home", null],
    ["Unterschrift Kunde", "Niemand Angetroffen", null],
    ["Approved by", "A. Khan", null],
    ["Approved", "Pending", false],
    ["Approved by", "K. Price", true],
    ["Signed by", "Frau van der Meer", true],
  ])("under %s takes %j for approved: %s", async (title, text, approved) => {
    const [record] = await deliveriesOf(
      "t.csv",
      `Date,Worker,Hours,Task,${title}\n2026-10-14,A. Khan,8,Paint,${text}\n`,
      "timesheet",
    );
    expect(record?.approved).toBe(approved);
  });

  it("keeps hours and overtime apart, and whose word stands for them", async () => {
    const records = await deliveriesOf(
      "uren.csv",
      "week vanaf;monteur;gewone uren;overuren;akkoord door\n05-10-2026;S. Bakker;40;2,5;P. de Wit\n13-10-2026;S. Bakker;38;0;\n",
      "timesheet",
    );
    expect(
      records.map(({ periodStart, item, quantity, approved, approvedBy }) => [
        periodStart,
        item,
        quantity,
        approved,
        approvedBy,
      ]),
    ).toEqual([
      ["2026-10-05", null, "40", true, "P. de Wit"],
      ["2026-10-05", "overuren", "2.5", true, "P. de Wit"],
      ["2026-10-13", null, "38", null, null],
    ]);
  });

  it("counts what a meter used between two readings, and nothing where it ran backwards", async () => {
    const records = await deliveriesOf(
      "meter.csv",
      "Zählernummer;Ablesedatum;Stand alt;Stand neu\nZ-11;30.09.2026;18.204,5;19.877,0\nZ-12;30.09.2026;904,0;120,0\n",
      "usage",
    );
    expect(records.map(({ item, quantity }) => [item, quantity])).toEqual([
      ["Z-11", "1672.5"],
      ["Z-12", null],
    ]);
  });

  it("keeps unreadable hours unknown", async () => {
    const records = await deliveriesOf(
      "t.csv",
      "Date,Employee,Hours,Task\n2026-10-01,B. Lee,eight,Paint\n",
      "timesheet",
    );
    expect(records.map((record) => [record.quantity, record.confidence < 0.5])).toEqual([[null, true]]);
  });

  it("unpivots a week with days as columns", async () => {
    const records = await deliveriesOf(
      "week.csv",
      "Week ending 2026-10-11,,,,,\nEmployee,Task,Mon,Tue,Wed,Total\nR. Diaz,Wiring,8,7.5,,15.5\nS. Vo,Wiring,4,,2,6\nTotal,,12,7.5,2,21.5\n",
      "timesheet",
    );
    expect(records.map((record) => [record.person, record.date, record.quantity])).toEqual([
      ["R. Diaz", "2026-10-05", "8"],
      ["R. Diaz", "2026-10-06", "7.5"],
      ["S. Vo", "2026-10-05", "4"],
      ["S. Vo", "2026-10-07", "2"],
    ]);
  });

  it("reads an acceptance with its date and name", async () => {
    const [record] = await deliveriesOf(
      "acceptance.txt",
      "ACCEPTANCE CERTIFICATE\n\nProject: Harbor website\nMilestone: Design report\nAmount: $24,000.00\nThe deliverable is accepted without reservation.\nAccepted by: Dana Whit\nDate: 3 May 2026\n",
      "acceptance",
    );
    expect(record).toMatchObject({
      kind: "acceptance",
      item: "Design report",
      date: "2026-05-03",
      approved: true,
      approvedBy: "Dana Whit",
      amount: "24000.00",
    });
  });

  it.each([
    ["The deliverable is not accepted.\nAccepted by: Dana Whit", false],
    ["The deliverable is accepted subject to the attached list.\nAccepted by: Dana Whit", null],
    ["Accepted by: ________\nDate: ________", null],
  ])("does not take %j for an acceptance", async (text, approved) => {
    const [record] = await deliveriesOf(
      "a.txt",
      `ACCEPTANCE CERTIFICATE\nMilestone: Phase 1\n${text}\n`,
      "acceptance",
    );
    expect(record?.approved).toBe(approved);
  });
});

describe("tables whose titles say little", () => {
  const rowsOf = async (name: string, text: string): Promise<readonly (string | null)[][]> => {
    const file = importedFile(name, new TextEncoder().encode(text));
    const { deliveries } = normalizeDocument(await readBytes(name, text), file, context);
    return deliveries.map(({ date, person, item, quantity, unit }) => [date, person, item, quantity, unit]);
  };

  it("tells the day by its cells and the things by their titles", async () => {
    expect(
      await rowsOf(
        "drops.csv",
        "Sendung;Angekommen;Empfangsort;Zone;Stellplätze;Avis;Quittung\n26-1;04.05.2026;Kassel;1;4;ja;quittiert\n26-2;15.05.2026;Bonn;2;3;ja;quittiert\n",
      ),
    ).toEqual([
      ["2026-05-04", null, "Kassel – Stellplätze", "4", "piece"],
      ["2026-05-15", null, "Bonn – Stellplätze", "3", "piece"],
    ]);
  });

  it("makes a turn of each name in a roster, and none of words that are no name", async () => {
    expect(
      await rowsOf(
        "roster.csv",
        "Date,Day guard 06:00-18:00,Night guard 18:00-06:00,Countersigned\n2026-06-01,B. Zulu,P. Khumalo,RG\n2026-06-02,B. Zulu,not posted,RG\n2026-06-03,T. Ndlovu,M. Cele,RG\n",
      ),
    ).toEqual([
      ["2026-06-01", "B. Zulu", "Day guard", "1", "shift"],
      ["2026-06-01", "P. Khumalo", "Night guard", "1", "shift"],
      ["2026-06-02", "B. Zulu", "Day guard", "1", "shift"],
      ["2026-06-03", "T. Ndlovu", "Day guard", "1", "shift"],
      ["2026-06-03", "M. Cele", "Night guard", "1", "shift"],
    ]);
  });

  it("reads what was used between the same reading on two days", async () => {
    expect(
      await rowsOf(
        "meters.csv",
        "Gerät;Zählwerk;Stand 31.03.2026;Stand 30.06.2026\nA-1;SW;88120;93874\nA-1;Farbe;24110;25988\n",
      ),
    ).toEqual(
      [
        [null, null, "SW", "5754", null],
        [null, null, "Farbe", "1878", null],
      ].map((row) => expect.arrayContaining([row[3]])),
    );
  });

  it("starts a journey with its departure and keeps what was driven", async () => {
    expect(
      await rowsOf(
        "trips.csv",
        "Datum;Fahrer;Abfahrt;Ankunft;km Stand Beginn;km Stand Ende;gefahren\n07.09.2026;R. Vogt;13:00;19:00;84112;84730;618\n18.09.2026;R. Vogt;08:30;14:00;84771;85392;621\n",
      ),
    ).toEqual([
      ["2026-09-07", "R. Vogt", null, "6", "hour"],
      ["2026-09-07", "R. Vogt", null, "618", "kilometre"],
      ["2026-09-18", "R. Vogt", null, "5.5", "hour"],
      ["2026-09-18", "R. Vogt", null, "621", "kilometre"],
    ]);
  });

  it("reads days that begin and end in one cell, and hours of a period beyond those of a day", async () => {
    expect(
      await rowsOf(
        "machine.csv",
        "fecha,equipo,horometro_inicial,horometro_final,horas,vo_bo\n16/04/2026-22/04/2026,H177B,4210.0,4256.5,46.5,H. Olvera\n23/04/2026-30/04/2026,H177B,4256.5,4310.0,53.5,H. Olvera\n",
      ),
    ).toEqual([
      ["2026-04-16", null, "H177B", "46.5", "hour"],
      ["2026-04-23", null, "H177B", "53.5", "hour"],
    ]);
    expect(
      await rowsOf("t.csv", "Period,Person,Hours,Task\n2025-12-08 to 2026-02-28,Jo Tran,96.00,Build\n"),
    ).toEqual([[null, "Jo Tran", "Build", "96.00", "hour"]]);
  });

  it("counts turns by night in no nights", async () => {
    expect(
      await rowsOf("fatiga.csv", "Fecha,Guardia día,Guardia noche\n2026-09-16,1,2\n2026-09-17,1,2\n"),
    ).toEqual([
      ["2026-09-16", null, "Guardia día", "1", "piece"],
      ["2026-09-16", null, "Guardia noche", "2", "piece"],
      ["2026-09-17", null, "Guardia día", "1", "piece"],
      ["2026-09-17", null, "Guardia noche", "2", "piece"],
    ]);
  });

  it("takes no sum of a language for a record", async () => {
    expect(
      await rowsOf("km.csv", "Data;Percurso;Km\n02/06/2026;Braga;120\n19/06/2026;Faro;540\nSoma;;660\n"),
    ).toHaveLength(2);
  });
});
