import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (name: string, lines: readonly string[]): Promise<NormalizedDocument> => {
  const text = lines.join("\n");
  const file = importedFile(name, new TextEncoder().encode(text));
  return normalizeDocument(await readBytes(name, text), file, context);
};
const counted = ({ deliveries }: NormalizedDocument): readonly (readonly unknown[])[] =>
  deliveries.map(({ date, person, item, quantity, unit }) => [date, person, item, quantity, unit]);

describe("hours that another column counts again", () => {
  it("are those of each worker, where a head count makes the others of them", async () => {
    const document = await read("events.csv", [
      "Date,Event,Operatives,Hours each,Operative hours,Duty manager",
      "03/10/2026,Members' evening,2,3,6,H. Stubbs - agreed",
      "17/10/2026,Wedding hire,3,4,12,H. Stubbs - agreed",
      "24/10/2026,Half-term fair,2,2.5,5,R. Iqbal - agreed",
    ]);
    expect(document.deliveries.map(({ item, quantity, unit }) => [item, quantity, unit])).toEqual([
      ["Members' evening", "6", "hour"],
      ["Wedding hire", "12", "hour"],
      ["Half-term fair", "5", "hour"],
    ]);
  });

  it("are taken off the whole that start and end prove", async () => {
    const document = await read("shifts.csv", [
      "Date,Guard,Post,Start,End,Hours,Night hours",
      "2026-03-02,Mia Fort,Gate,18:00,02:00,8,4",
      "2026-03-03,Mia Fort,Gate,22:00,06:00,8,8",
      "2026-03-04,Mia Fort,Gate,08:00,16:00,8,0",
    ]);
    expect(document.deliveries.map(({ item, quantity }) => [item, quantity])).toEqual([
      ["Gate", "4"],
      ["Gate – Night hours", "4"],
      ["Gate – Night hours", "8"],
      ["Gate", "8"],
    ]);
  });

  it.each(["Travel hours", "Rufbereitschaft Stunden"])(
    "are no hours on the way or on call, which lie before and after the work: %s",
    async (title) => {
      const document = await read("visits.csv", [
        `Date,Name,Start,End,Hours,${title}`,
        "2026-10-05,Ann Webb,08:00,16:00,8,1",
        "2026-10-06,Ann Webb,08:00,17:00,9,1.5",
      ]);
      expect(document.deliveries.map(({ item, quantity }) => [item, quantity])).toEqual([
        [null, "8"],
        [title, "1"],
        [null, "9"],
        [title, "1.5"],
      ]);
    },
  );

  it("stay beside the others where nothing proves a whole", async () => {
    const document = await read("shifts.csv", [
      "Date,Guard,Post,Hours,Night hours",
      "2026-03-02,Mia Fort,Gate,8,2",
      "2026-03-03,Mia Fort,Gate,8,3",
    ]);
    expect(document.deliveries.map(({ item, quantity }) => [item, quantity])).toEqual([
      ["Gate", "8"],
      ["Gate – Night hours", "2"],
      ["Gate", "8"],
      ["Gate – Night hours", "3"],
    ]);
  });
});

describe("figures that count nothing", () => {
  it("takes a counter that goes on from row to row for readings, whatever its titles", async () => {
    const document = await read("tours.csv", [
      "Day;Who;Km gate;Km depot;Diesel l;Why",
      "02.03.2026;Ida Roth;40.118;40.201;;Wool to the mill",
      "03.03.2026;Ida Roth;40.201;40.333;22,5;Yarn back",
      "04.03.2026;Max Lenz;40.333;40.410;;Dye works",
    ]);
    expect(counted(document)).toEqual([
      ["2026-03-02", "Ida Roth", "Wool to the mill", "83", "kilometre"],
      ["2026-03-03", "Ida Roth", "Yarn back", "132", "kilometre"],
      ["2026-03-03", "Ida Roth", "Yarn back – Diesel", "22.5", "litre"],
      ["2026-03-04", "Max Lenz", "Dye works", "77", "kilometre"],
    ]);
  });

  it("counts an amount that has its own unit, and no rate beside it", async () => {
    const document = await read("lake.csv", [
      "usage_date,resource_id,sku,usage_amount,usage_unit,unit_rate",
      "2026-04-01,node-3,std.medium,24,Hours,0.21",
      "2026-04-02,node-3,std.medium,11.25,Hours,0.21",
    ]);
    expect(counted(document)).toEqual([
      ["2026-04-01", null, "node-3 – std.medium", "24", "hour"],
      ["2026-04-02", null, "node-3 – std.medium", "11.25", "hour"],
    ]);
  });

  it("finds no delivery in a list of prices with the days from which they hold", async () => {
    const document = await read("prices.csv", [
      "Code;Leistung;Einheit;Preis netto;Gültig ab",
      "A1;Baumpflege Geselle;h;49,50;01.02.2026",
      "A2;Häcksler;h;85,00;01.02.2026",
    ]);
    expect([document.kind, document.deliveries]).toEqual(["agreement", []]);
  });

  it("counts no year of the calendar, and takes the customer's word in a state for a yes", async () => {
    const document = await read("weeks.json", [
      JSON.stringify({
        jaar: 2026,
        week: 19,
        status: "akkoord opdrachtgever",
        regels: [
          { medewerker: "Jet Mulder", datum: "2026-05-04", uren: 6 },
          { medewerker: "Bas Kok", datum: "2026-05-05", uren: 7.5 },
        ],
      }),
    ]);
    expect(counted(document).map((row) => row.slice(1))).toEqual([
      ["Jet Mulder", null, "6", "hour"],
      ["Bas Kok", null, "7.5", "hour"],
    ]);
    expect(document.deliveries.map(({ approved }) => approved)).toEqual([true, true]);
  });

  it("reads three figures behind a mark by the marks that the paper uses elsewhere, each unit by itself", async () => {
    const document = await read("ddt.csv", [
      "Documento di trasporto n. 12 del 04/05/2026;;;",
      "Codice;Descrizione dei beni;U.M.;Quantità",
      "F1;Farina tipo 0;KG;31,250",
      "F2;Lievito in panetti da 0,5 kg;PZ;40",
    ]);
    expect(document.deliveries.map(({ quantity, unit }) => [quantity, unit])).toEqual([
      ["31.250", "kilogram"],
      ["40", "piece"],
    ]);
  });
});

describe("figures beside what is counted", () => {
  it("are no telephone numbers, no lengths in seconds, no idle minutes and no sizes of packs", async () => {
    const calls = await read("calls.csv", [
      "call_id,started_at,duration_sec,from,to",
      "k-1,2026-06-02T09:00:00Z,270,+441632960001,+441632960009",
      "k-2,2026-06-02T10:00:00Z,60,+441632960002,+441632960011",
    ]);
    expect([calls.kind, calls.deliveries]).toEqual(["usage", []]);
    const paint = await read("paint.csv", [
      "Date;Article;Qty;Pack",
      "02.06.2026;Lime wash;8;15 L",
      "02.06.2026;Primer;3;4 L",
    ]);
    expect(paint.deliveries.map(({ item, quantity, unit }) => [item, quantity, unit])).toEqual([
      ["Lime wash", "8", "piece"],
      ["Primer", "3", "piece"],
    ]);
  });

  it("are longer than a telephone number where the title says what was counted", async () => {
    const document = await read("usage.csv", [
      "Date,Account,Requests",
      "2026-10-01,acme,12345678901",
      "2026-10-02,acme,45678901239",
    ]);
    expect(document.deliveries.map(({ quantity, unit }) => [quantity, unit])).toEqual([
      ["12345678901", "request"],
      ["45678901239", "request"],
    ]);
  });

  it("are days where nobody has more than one of them on a day", async () => {
    const document = await read("crew.csv", [
      "Name,02/06/2026,03/06/2026,04/06/2026,Sum",
      "Ada Holm,1,1,0.5,2.5",
      "Per Lie,,1,1,2",
    ]);
    expect(document.deliveries.map(({ quantity, unit }) => [quantity, unit])).toEqual([
      ["1", "day"],
      ["1", "day"],
      ["0.5", "day"],
      ["1", "day"],
      ["1", "day"],
    ]);
  });

  it.each([
    ["a title above says hours", ["Dog walking, hours in October 2026"], "1,1,0.5,1,1"],
    ["a cell has a clock", ["October 2026"], "1:00,1:00,0:30,1:00,1:00"],
    ["a cell names a turn", ["October 2026"], "16:00-17:00,16:00-17:00,,16:00-17:00,16:00-17:00"],
  ])("are hours where %s", async (_, head, hours) => {
    const document = await read("timesheet.csv", [
      ...head,
      "Name,Mon 05/10,Tue 06/10,Wed 07/10,Thu 08/10,Fri 09/10",
      `Ann Webb,${hours}`,
      `Tom Muir,${hours}`,
    ]);
    expect(new Set(document.deliveries.map(({ unit }) => unit))).toEqual(new Set(["hour"]));
  });

  it("have the weekday of the week that their file names", async () => {
    const document = await read("week.json", [
      JSON.stringify({
        report: {
          period: { from: "2026-06-01", to: "2026-06-07" },
          contractor: "Ada Holm",
          lines: [
            { day: "Mon", minutes: 420, summary: "Rules" },
            { day: "Wed", minutes: 90, summary: "Release" },
          ],
        },
      }),
    ]);
    expect(document.deliveries.map(({ date, quantity }) => [date, quantity])).toEqual([
      ["2026-06-01", "7"],
      ["2026-06-03", "1.5"],
    ]);
  });
});

describe("titles that run over two rows", () => {
  it("joins them where words stand over nothing but figures, and leaves out a sum of the tickets", async () => {
    const document = await read("asphalt.csv", [
      "Load,Date,,Mix,Laid,Lorry",
      "no.,,At site,,(t),reg",
      "L-1,2026-06-02,07:10,AC10/50,18.4,QR1",
      "L-2,2026-06-02,08:45,AC10/50,17.6,QR2",
    ]);
    expect(counted(document)).toEqual([
      ["2026-06-02", null, "AC10/50", "18.4", "tonne"],
      ["2026-06-02", null, "AC10/50", "17.6", "tonne"],
    ]);
  });
});

describe("titles that repeat under groups", () => {
  it("counts what each machine ran and took, by its name", async () => {
    const document = await read("plant.csv", [
      "Plant on the weir,,,,",
      ",Digger,,Pump,",
      "Date,Hours,Litres,Hours,Litres",
      "2026-06-02,7.5,51,3,9",
      "2026-06-03,8,60,,",
    ]);
    expect(document.kind).toBe("usage");
    expect(document.deliveries.map(({ date, item, quantity, unit }) => [date, item, quantity, unit])).toEqual(
      [
        ["2026-06-02", "Digger Hours", "7.5", "hour"],
        ["2026-06-02", "Digger", "51", "litre"],
        ["2026-06-02", "Pump Hours", "3", "hour"],
        ["2026-06-02", "Pump", "9", "litre"],
        ["2026-06-03", "Digger Hours", "8", "hour"],
        ["2026-06-03", "Digger", "60", "litre"],
      ],
    );
  });

  it("takes a weight for no sum of money, and the load before the lorry that brought it", async () => {
    const document = await read("scale.csv", [
      "Ticket;Date;Lorry reg;Grade;Gross (t);Tare (t);Net (t)",
      "881;02.06.2026;QR-12;Gravel 8/16;30,10;12,05;18,05",
      "882;03.06.2026;QR-14;Sand 0/4;29,00;12,00;17,00",
    ]);
    expect(
      document.deliveries.map(({ item, quantity, unit, amount }) => [item, quantity, unit, amount]),
    ).toEqual([
      ["Gravel 8/16", "18.05", "tonne", null],
      ["Sand 0/4", "17.00", "tonne", null],
    ]);
  });
});

describe("turns told by beginning and end", () => {
  it("counts under the letters of a week that the paper names", async () => {
    const document = await read("gang.csv", [
      "Hours for week ending 06/14/2026,,,,,,",
      "Worker,Job,M,T,W,Th,F",
      "Abe Dunn,Fence,8,8,,4,",
      "Cy Holt,Fence,,8,8,,6",
    ]);
    expect(counted(document).map(([date, person, , quantity]) => [date, person, quantity])).toEqual([
      ["2026-06-08", "Abe Dunn", "8"],
      ["2026-06-09", "Abe Dunn", "8"],
      ["2026-06-11", "Abe Dunn", "4"],
      ["2026-06-09", "Cy Holt", "8"],
      ["2026-06-10", "Cy Holt", "8"],
      ["2026-06-12", "Cy Holt", "6"],
    ]);
  });

  it("counts them in a grid of days", async () => {
    const document = await read("desk.csv", [
      "Name,Mon 4 May 2026,Tue 5 May 2026,Wed 6 May 2026",
      "Ewan Gill,06:00-14:00,off,14:00-22:30",
      "Tess Orr,off,22:00-06:00,sick",
    ]);
    expect(counted(document)).toEqual([
      ["2026-05-04", "Ewan Gill", null, "8", "hour"],
      ["2026-05-06", "Ewan Gill", null, "8.5", "hour"],
      ["2026-05-05", "Tess Orr", null, "8", "hour"],
    ]);
  });

  it("counts them in lines with a day at either end, on the day of the beginning", async () => {
    const document = await read("gate.txt", [
      "GATE LOG, NORTH QUAY",
      "2026-05-04 22:00 - 2026-05-05 06:00  K. Adler    night guard, quiet",
      "2026-05-05 22:00 - 2026-05-06 05:30  K. Adler    night guard, lamp out",
    ]);
    expect(document.kind).toBe("timesheet");
    expect(document.deliveries.map(({ date, quantity }) => [date, quantity])).toEqual([
      ["2026-05-04", "8"],
      ["2026-05-05", "7.5"],
    ]);
  });

  it("keeps the seconds that a program counted", async () => {
    const document = await read("tasks.csv", [
      "Task ID,Subject,Assigned to,Created,Time spent",
      "7001,Mend export,Ola Brandt,2026-05-04 09:00,01:15:36",
      "7002,Call,Ola Brandt,2026-05-05 09:00,00:30:00",
    ]);
    expect(document.deliveries.map(({ person, quantity, unit }) => [person, quantity, unit])).toEqual([
      ["Ola Brandt", "1.26", "hour"],
      ["Ola Brandt", "0.5", "hour"],
    ]);
  });
});

describe("diaries with a heading for each day", () => {
  it("gives each table the day above it, and multiplies hours of each by how many they were", async () => {
    const document = await read("diary.md", [
      "# Site report Harbour wall",
      "## Monday 4 May 2026",
      "| Trade | No. | Hours each |",
      "|---|---|---|",
      "| Masons | 3 | 8 |",
      "## Tuesday 5 May 2026",
      "| Trade | No. | Hours each |",
      "|---|---|---|",
      "| Masons | 2 | 4 |",
    ]);
    expect(document.deliveries.map(({ date, quantity }) => [date, quantity])).toEqual([
      ["2026-05-04", "24"],
      ["2026-05-05", "8"],
    ]);
  });
});

describe("letters that tell several days or today's goods", () => {
  const mail = (lines: readonly string[]): readonly string[] => [
    "From: Nia Probert <nia@probert.example>",
    "To: office@quay.example",
    "Date: Fri, 8 May 2026 17:00:00 +0100",
    "Subject: hours",
    "",
    ...lines,
  ];

  it("reads each day of a sentence with its own hours", async () => {
    const document = await read(
      "hours.eml",
      mail([
        "Hi,",
        "",
        "My hours: Monday 6.5 (survey), Tuesday I was ill, Thursday 3 hours on the",
        "slipway and Friday 4.5.",
      ]),
    );
    expect(document.deliveries.map(({ date, quantity, unit }) => [date, quantity, unit])).toEqual([
      ["2026-05-04", "6.5", "hour"],
      ["2026-05-07", "3", "hour"],
      ["2026-05-08", "4.5", "hour"],
    ]);
  });

  it("takes a list under today's delivery for goods", async () => {
    const document = await read(
      "goods.eml",
      mail([
        "Bonjour,",
        "",
        "Nous confirmons la livraison de ce jour au dépôt :",
        " - 36 planches de pin",
        " - 1,5 m3 de copeaux",
        "",
        "Le reste suivra.",
      ]),
    );
    expect(document.deliveries.map(({ date, quantity, unit }) => [date, quantity, unit])).toEqual([
      ["2026-05-08", "36", "piece"],
      ["2026-05-08", "1.5", "cubic-metre"],
    ]);
  });
});
