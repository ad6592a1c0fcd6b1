import { describe, expect, test } from "vitest";
import { parseReading } from "../../../../src-main/jobs/reading-messages.ts";
import { normalizeDocument } from "../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../builders/read-bytes.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The answer that a reading process gives for a text. */
const answerFor = async (name: string, content: string): Promise<{ readonly [name: string]: Json }> => {
  const document = await readBytes(name, content);
  const bytes = new TextEncoder().encode(content);
  const normalized = normalizeDocument(document, importedFile(name, bytes), context);
  const { reader, status, problem } = document;
  const answer = { reader, status, problem, pages: null, normalized, document: { ...document, members: [] } };
  return JSON.parse(JSON.stringify(answer)) as { readonly [name: string]: Json };
};

const contract = `Services Agreement MSA-7
between Alder Works Ltd ("Supplier") and Birch Shops plc ("Client").
1. Fees. The hourly rate of a senior engineer is EUR 120.00 per hour. Invoices are due within 30 days.
2. Late payment bears interest of 1 % per month.
`;
const invoice = `Invoice No. 77
Date: 2026-03-31
Alder Works Ltd
Bill to: Birch Shops plc
Description          Qty    Price    Amount
Senior engineer      10     120.00   1,200.00
Total EUR 1,200.00
`;
const times = "Date,Person,Task,Hours\n2026-03-02,Ada Low,Design,7.5\n2026-03-03,Ada Low,Design,6\n";
const bank =
  ":20:A\n:25:DE02120300000000202051\n:28C:1/1\n:60F:C260301EUR100,00\n:61:2603020302D10,00NMSCNONREF\n:86:Fee\n:62F:C260331EUR90,00\n";

const answers = await Promise.all([
  answerFor("contract.txt", contract),
  answerFor("invoice.txt", invoice),
  answerFor("times.csv", times),
  answerFor("bank.sta", bank),
]);

/** Every place of a value, as the keys that lead to it. */
const placesOf = (
  value: Json,
  way: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] => {
  if (typeof value !== "object" || value === null) return [way];
  const parts = Array.isArray(value) ? value.map((each, at) => [at, each] as const) : Object.entries(value);
  return [way, ...parts.flatMap(([key, part]) => placesOf(part as Json, [...way, key]))];
};

const replaced = (value: Json, [key, ...rest]: readonly (string | number)[], other: Json): Json => {
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.map((each: Json, at) => (at === key ? replaced(each, rest, other) : each));
  const record = value as { readonly [name: string]: Json };
  return { ...record, [key]: replaced(record[key] ?? null, rest, other) };
};

describe("the answer of a reading process", () => {
  test("is taken as it is when it has the form of the model", () => {
    for (const answer of answers) {
      const read = parseReading(JSON.stringify(answer), []);
      expect(read).toMatchObject(answer);
    }
    const kinds = answers.map(({ normalized }) => (normalized as { readonly kind: Json }).kind);
    expect(kinds).toEqual(["agreement", "invoice", "timesheet", "statement"]);
  });

  test("is refused when any value of a noun is of another form", () => {
    const taken: string[] = [];
    for (const answer of answers)
      for (const way of placesOf(answer["normalized"] ?? null)) {
        // What a term says is plain data here, and may be any.
        if (way.includes("value") && way.includes("terms")) continue;
        const lie = replaced(answer, ["normalized", ...way], { lie: [true] });
        if (way[way.length - 2] === "facts") continue;
        if (parseReading(JSON.stringify(lie), []) !== null) taken.push(way.join("."));
      }
    expect(taken).toEqual([]);
  });

  test("is refused when an amount or a day is none", () => {
    const [, bill] = answers;
    const places = placesOf(bill ?? null).filter((way) => way.at(-1) === "value");
    const amounts = places.filter(
      (way) => way.includes("gross") || way.includes("unitPrice") || way.includes("issueDate"),
    );
    expect(amounts.length).toBeGreaterThan(2);
    for (const way of amounts)
      for (const other of ["", "NaN", "1e9", "12,5", "31.3.2026", "Infinity"])
        expect(
          parseReading(JSON.stringify(replaced(bill ?? null, way, other)), []),
          way.join("."),
        ).toBeNull();
  });

  test.each(["", "null", "[]", "{}", '{"status":"read"}', "not json"])("is refused when it is %j", (json) => {
    expect(parseReading(json, [])).toBeNull();
  });
});
