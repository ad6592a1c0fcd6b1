import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (name: string, text: string): Promise<NormalizedDocument> => {
  const file = importedFile(name, new TextEncoder().encode(text));
  return normalizeDocument(await readBytes(name, text), file, context);
};

const mail = (lines: readonly string[], date: string, from = "Ute Brandt <ute@brandt.example>"): string =>
  [
    `From: ${from}`,
    "To: office@nord.example",
    `Date: ${date}`,
    "Subject: Monat",
    "Content-Type: text/plain; charset=utf-8",
    "",
    ...lines,
  ].join("\n");

const told = ({ deliveries }: NormalizedDocument): readonly (readonly unknown[])[] =>
  deliveries.map(({ kind, date, person, quantity, unit, approved }) => [
    kind,
    date,
    person,
    quantity,
    unit,
    approved,
  ]);

describe("mails about what was done", () => {
  it("name once what was done, and each count with its day", async () => {
    const text = mail(
      [
        "Cormac,",
        "",
        "I confirm the extra cleaning in March: 12 hours on 14 March and 6.5 hours on 15 March. All approved for billing.",
      ],
      "Thu, 26 Mar 2026 16:40:00 +0000",
    );
    expect(
      (await read("mail.eml", text)).deliveries.map(({ date, item, quantity, approved }) => [
        date,
        item?.includes("extra cleaning"),
        quantity,
        approved,
      ]),
    ).toEqual([
      ["2026-03-14", true, "12", true],
      ["2026-03-15", true, "6.5", true],
    ]);
  });

  it("approve the items under their yes and refuse what a sentence refuses, with days that lack their month", async () => {
    const text = mail(
      [
        "Hi Ray,",
        "",
        "Gone through the site book. Approved:",
        " - Oskar, Monday 7 September, 6 hrs loft hatch",
        " - Oskar, Tues 8th, 5 hrs same",
        "",
        "The 10th for Oskar we cannot accept, nobody saw him, so please take",
        "the 4 hrs off.",
        "",
        "Ute Brandt",
      ],
      "Mon, 14 Sep 2026 09:00:00 +0100",
    );
    const document = await read("yes.eml", text);
    expect(told(document)).toEqual([
      ["time", "2026-09-07", "Oskar", "6", "hour", true],
      ["time", "2026-09-08", "Oskar", "5", "hour", true],
      ["time", "2026-09-10", "Oskar", "4", "hour", false],
    ]);
    expect(document.deliveries.map(({ evidence }) => evidence[0]?.quote.slice(0, 20))).toEqual([
      "- Oskar, Monday 7 Se",
      "- Oskar, Tues 8th, 5",
      "The 10th for Oskar w",
    ]);
  });

  it("report the hours of who wrote them, and what was bought", async () => {
    const text = mail(
      [
        "Hours for the Rowan job:",
        "Mon 7th - 6.5 (frames)",
        "Tue - nothing, ill",
        "Wed 9th - 3 glazing",
        "",
        "Bought putty on Wednesday, $12.40.",
      ],
      "Fri, 11 Sep 2026 17:00:00 +0100",
    );
    expect(told(await read("hours.eml", text))).toEqual([
      ["time", "2026-09-07", "Ute Brandt", "6.5", "hour", null],
      ["time", "2026-09-09", "Ute Brandt", "3", "hour", null],
      ["expense", "2026-09-09", "Ute Brandt", null, null, null],
    ]);
  });

  it("accept and refuse the rows of a table by the result beside each", async () => {
    const row = (thing: string, result: string): string => `<tr><td>${thing}</td><td>${result}</td></tr>`;
    const rows = [
      row("Part", "Result"),
      row("B1 Racking", "NOT yet accepted: 9 bays missing"),
      row("B2 Lighting", "Accepted"),
    ];
    const page = `<html><body><h1>Acceptance protocol</h1><p>Contract: K-88. Date: 6 October 2026</p><table>${rows.join("")}</table><p>For the client: I. Marsh (signed)</p></body></html>`;
    const { kind, deliveries } = await read("protocol.html", page);
    expect(kind).toBe("acceptance");
    expect(deliveries.map(({ item, approved }) => [item, approved])).toEqual([
      ["B1 Racking", false],
      ["B2 Lighting", true],
    ]);
  });

  it("accept a thing, and leave out what they put off", async () => {
    const text = mail(
      [
        "Sehr geehrte Damen und Herren,",
        "",
        "die Rampe Nord wurde heute abgenommen. Die Abnahme der Rampe Süd wird verschoben.",
      ],
      "Tue, 15 Sep 2026 17:00:00 +0200",
    );
    const { deliveries } = await read("ab.eml", text);
    expect(deliveries.map(({ kind, item, date, approved }) => [kind, item, date, approved])).toEqual([
      ["acceptance", "Rampe Nord", "2026-09-15", true],
    ]);
  });

  it.each([
    "See you Tuesday 9/22 at 10:30, I blocked 2 hours. There will be 4 of us.",
    "We accept your quote of 3 August 2026 for 40 hours.",
    "Could you approve the 6 hrs of 7 September?",
  ])("tell nothing by %j", async (text) => {
    const { deliveries } = await read("m.eml", mail([text], "Mon, 14 Sep 2026 09:00:00 +0100"));
    expect(deliveries).toEqual([]);
  });
});

it("reads a chat by who wrote when, and leaves out what is hoped or asked", async () => {
  const chat = [
    "[2026-09-08 08:58] ute: can everybody post yesterday's hours?",
    "[2026-09-08 09:03] jan.k: 7 Sep 6h api paging, 1.5h review",
    "[2026-09-08 09:04] tess: hope to finish tomorrow, 5h more",
    "[2026-09-08 09:10] ute: approved",
  ].join("\n");
  const document = await read("chat.txt", chat);
  expect(document.kind).toBe("message");
  expect(
    document.deliveries.map(({ person, item, quantity, approved }) => [person, item, quantity, approved]),
  ).toEqual([
    ["jan.k", "api paging", "6", true],
    ["jan.k", "review", "1.5", true],
  ]);
});

it("takes each thing of a protocol by itself, and the name on its line to sign", async () => {
  const text = [
    "# Abnahmeprotokoll",
    "",
    "Datum der Begehung: 4. Mai 2026, Frist 20.05.2026",
    "",
    "1. Treppe Haus A: **abgenommen**, ohne Mängel",
    "2. Geländer Haus B: **Abnahme verweigert**, Schweißnaht fehlt",
    "3. Tor Haus C: verschoben auf Juni",
    "",
    "Für den Auftraggeber: Dipl.-Ing. Vera Hoss (Unterschrift)",
  ].join("\n");
  const { deliveries } = await read("abnahme.md", text);
  expect(deliveries.map(({ item, date, approved }) => [item, date, approved])).toEqual([
    ["Treppe Haus A", "2026-05-04", true],
    ["Geländer Haus B", "2026-05-04", false],
  ]);
});

describe("mails of several persons and parts", () => {
  it("part the hours of a line among those who worked, and know them by name in the next", async () => {
    const mailed = await read(
      "week.eml",
      mail(
        [
          "hours of last week:",
          "",
          "Mon 16/3 - me 8 hrs, Trent 7.5 hrs, old fence down",
          "Wed 18/3 - me 9 and Trent 7, posts in",
          "Thurs 19/3 - just Trent, 6 hours, wire",
        ],
        "Sun, 22 Mar 2026 19:40:02 +1100",
        "Mick Dorn <mick@fence.example>",
      ),
    );
    expect(told(mailed)).toEqual([
      ["time", "2026-03-16", "Mick Dorn", "8", "hour", null],
      ["time", "2026-03-16", "Trent", "7.5", "hour", null],
      ["time", "2026-03-18", "Mick Dorn", "9", "hour", null],
      ["time", "2026-03-18", "Trent", "7", "hour", null],
      ["time", "2026-03-19", "Trent", "6", "hour", null],
    ]);
  });

  it("agree to shares of things: what is whole is accepted, a part of it is not yet", async () => {
    const mailed = await read(
      "shares.eml",
      mail(
        [
          "I agree to these shares:",
          "",
          "  Roof frame      100%",
          "  Roof tiles       40%",
          "  Gutters           0%",
        ],
        "Fri, 29 May 2026 15:22:41 +0200",
      ),
    );
    expect(told(mailed)).toEqual([
      ["acceptance", "2026-05-29", "Ute Brandt", "100", "percent", true],
      ["acceptance", "2026-05-29", "Ute Brandt", "40", "percent", null],
    ]);
  });

  it("go on over the end of a line, also before a word like a short weekday", async () => {
    const mailed = await read(
      "yes.eml",
      mail(
        [
          "thanks for having us, the stand looks right and the seams are gone. The fair accepts",
          "milestone M2 Fabrication as delivered. Go ahead.",
        ],
        "Fri, 29 May 2026 15:22:41 +0200",
      ),
    );
    expect(told(mailed)).toEqual([["acceptance", "2026-05-29", "Ute Brandt", null, null, true]]);
  });
});
