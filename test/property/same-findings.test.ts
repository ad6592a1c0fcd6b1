import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CheckedBatch } from "../../src-shared/model/index.ts";
import { createRandom } from "../bench/random.ts";
import { checkInvoices } from "../../src-main/pipeline/check/index.ts";
import { buildCase, checkCase } from "../builders/billing-case.ts";
import type { CaseSpec } from "../builders/billing-case.ts";
import { toCase } from "../evaluation/checks/as-case.ts";
import { scenarios } from "../evaluation/checks/scenarios/index.ts";
import { seeds } from "../evaluation/checks/seeds/index.ts";

/** Worlds with something planted in them, so that there is something to find. */
const planted = fc
  .tuple(
    fc.constantFrom(...seeds.filter(({ kind }) => kind === "defect")),
    fc.integer({ min: 500, max: 900 }),
  )
  .map(([seed, number]): CaseSpec | null => {
    const random = createRandom(number);
    const make = scenarios[seed.worlds[number % seed.worlds.length] ?? ""];
    if (make === undefined) return null;
    const world = make(random);
    return seed.plant(world, random) === null ? null : toCase(world);
  })
  .filter((spec): spec is CaseSpec => spec !== null);

/** What was found, without ids and without what names a line by its place. */
const found = (batch: CheckedBatch): readonly string[] =>
  [...batch.invoices.flatMap(({ findings }) => findings), ...batch.findings]
    .map(({ check, invoiceId, direction, expected, found: figure, impact }) =>
      JSON.stringify([check, invoiceId, direction, expected, figure, impact]),
    )
    .toSorted();
const routes = (batch: CheckedBatch): readonly string[] =>
  batch.invoices.map(({ invoiceId, route }) => `${invoiceId} ${route}`).toSorted();

const shuffled = <T>(values: readonly T[], seed: number): readonly T[] => {
  const random = createRandom(seed);
  return values
    .map((value) => ({ value, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ value }) => value);
};

const runs = { numRuns: 25 };

describe("the same findings", () => {
  test("in whatever order the documents come", () => {
    fc.assert(
      fc.property(planted, fc.integer(), (spec, seed) => {
        const { input } = buildCase(spec);
        const mixed = checkInvoices({
          ...input,
          invoices: shuffled(input.invoices, seed),
          agreements: shuffled(input.agreements, seed),
          deliveries: shuffled(input.deliveries, seed),
        });
        const plain = checkInvoices(input);
        expect(found(mixed)).toEqual(found(plain));
        expect(routes(mixed)).toEqual(routes(plain));
      }),
      runs,
    );
  });

  test("with an agreement of somebody else beside", () => {
    const other = {
      number: "ZZ-9001",
      title: "Lease of a warehouse",
      seller: "Somebody Else GmbH",
      buyer: "Nobody We Know AG",
      from: "2020-01-01",
      to: "2030-01-01",
      terms: [
        {
          type: "fixed-fee",
          value: { item: "Warehouse", amount: "9000.00", per: "month", timing: "advance" },
        },
      ],
    } as unknown as NonNullable<CaseSpec["agreements"]>[number];
    fc.assert(
      fc.property(planted, (spec) => {
        const [plain, beside] = [
          checkCase(spec),
          checkCase({ ...spec, agreements: [...(spec.agreements ?? []), other] }),
        ];
        expect(found(beside)).toEqual(found(plain));
        expect(routes(beside)).toEqual(routes(plain));
      }),
      runs,
    );
  });

  test("whatever the order of the lines, but for which of two the finding is on", () => {
    fc.assert(
      fc.property(planted, (spec) => {
        const turned = {
          ...spec,
          invoices: (spec.invoices ?? []).map((invoice) => ({
            ...invoice,
            lines: (invoice.lines ?? [])
              .map((line, index) => ({ ...line, id: String(index + 1) }))
              .toReversed(),
          })),
        };
        // Which of two equal lines repeats the other depends on their order, that one does does not.
        const bare = (batch: CheckedBatch): readonly string[] =>
          batch.invoices
            .flatMap(({ findings }) => findings.map(({ check, impact }) => `${check} ${impact ?? ""}`))
            .toSorted();
        expect(bare(checkCase(turned))).toEqual(bare(checkCase(spec)));
      }),
      runs,
    );
  });

  test("of a line that is split in two", () => {
    const lines = (parts: readonly string[]) =>
      parts.map((quantity) => ({
        description: "Senior Consultant",
        quantity,
        unit: "hour",
        unitPrice: "165.00",
        net: `${Number(quantity) * 165}.00`,
      }));
    const spec = (parts: readonly string[]): CaseSpec =>
      ({
        agreements: [
          {
            from: "2026-01-01",
            to: "2027-01-01",
            terms: [
              {
                type: "rate",
                value: {
                  item: "Senior Consultant",
                  role: "Senior Consultant",
                  unit: "hour",
                  price: "150.00",
                },
              },
            ],
          },
        ],
        invoices: [{ lines: lines(parts) }],
        deliveries: [5, 6, 7, 8, 9].map((day) => ({
          date: `2026-10-0${day}`,
          person: "Ana Ruiz",
          role: "Senior Consultant",
          quantity: "8",
        })),
      }) as unknown as CaseSpec;
    const money = (batch: CheckedBatch): string =>
      batch.invoices
        .flatMap(({ findings }) =>
          findings.flatMap(({ check, impact }) => (check === "rate.over" ? [Number(impact)] : [])),
        )
        .reduce((sum, one) => sum + one, 0)
        .toFixed(2);
    const kinds = (batch: CheckedBatch): readonly string[] => [
      ...new Set(batch.invoices.flatMap(({ findings }) => findings.map(({ check }) => check))),
    ];
    const [whole, split] = [checkCase(spec(["40"])), checkCase(spec(["16", "24"]))];
    expect(money(split)).toBe(money(whole));
    expect(kinds(split)).toEqual(kinds(whole));
  });
});

test("wherever the machine stands and whatever it speaks", { timeout: 60_000 }, () => {
  const code = `
    import { createRandom } from "./test/bench/random.ts";
    import { checkWorld } from "./test/evaluation/checks/as-case.ts";
    import { scenarios } from "./test/evaluation/checks/scenarios/index.ts";
    const said = Object.values(scenarios).map((make) => checkWorld(make(createRandom(77))).checked);
    process.stdout.write(JSON.stringify(said));`;
  const runIn = (zone: string, language: string): string =>
    spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: new URL("../..", import.meta.url),
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
    }).stdout;
  const here = runIn("UTC", "C");
  expect(here.length).toBeGreaterThan(10_000);
  expect(runIn("Pacific/Apia", "de_DE.UTF-8")).toBe(here);
  expect(runIn("America/St_Johns", "tr_TR.UTF-8")).toBe(here);
});
