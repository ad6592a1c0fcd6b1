import { describe, expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const head =
  'This Agreement is made between Birch Yard LLC ("Supplier") and Mole Valley Stores ("Client").\n\n';

const pricesOf = (text: string): readonly string[] =>
  agreementOf(`${head}${text}`).terms.flatMap(({ type, value }) =>
    type === "rate"
      ? [`${value.item} ${value.price}/${value.unit}`]
      : type === "fixed-fee"
        ? [`${value.item} ${value.amount} ${value.per}`]
        : type === "minimum" && value.amount !== undefined
          ? [`at least ${value.amount} for ${value.scope}`]
          : [],
  );

const tiersOf = (text: string): readonly string[] =>
  agreementOf(`${head}${text}`).terms.flatMap(({ type, value }) =>
    type === "tiers"
      ? [
          `${value.item} ${value.unit} ${value.method ?? "?"} ${value.tiers.map(({ upTo, price }) => `${upTo ?? "*"}:${price}`).join(" ")}`,
        ]
      : [],
  );

describe("prices by bands that go on from each other", () => {
  test("rows of a list that differ by their band alone", () => {
    const text =
      "Dry shelf, first 40 pallets      pallet     2.10\nDry shelf, pallets 41 to 90      pallet     1.80\nDry shelf, above 90             pallet     1.55\n";
    expect(tiersOf(text)).toEqual(["Dry shelf pallet graduated 40:2.10 90:1.80 *:1.55"]);
    expect(pricesOf(text)).toEqual([]);
  });

  test("the fee of a month and the price of an hour past what it covers are no bands", () => {
    const { terms } = agreementOf(
      `${head}The Client pays £1,900 per month for up to 20 hours, and £85 per hour beyond that.\n`,
    );
    expect(terms.map(({ type }) => type)).not.toContain("tiers");
    expect(terms).toContainEqual(expect.objectContaining({ type: "overage" }));
  });

  test("prices for twelve stay as printed where one of them has no end as a price of one", () => {
    const { terms } = agreementOf(
      `${head}Copies cost $3.00 per 12 copies up to 240 copies, $2.00 per 12 copies from 241 to 480 copies and $1.00 per 12 copies above 480 copies.\n`,
    );
    expect(
      terms.map(({ type, value, remainder }) => [
        type === "tiers" ? value.tiers.map(({ price }) => price) : type,
        remainder,
      ]),
    ).toEqual([[["3.00", "2.00", "1.00"], "per 12"]]);
  });

  test.each([
    ["Prezzi (ridotti del 5 per cento):", "a share"],
    ["Prezzi per 100 copie:", "so many"],
  ])("%s says %s", (lead, said) => {
    const [tiers] = tiersOf(
      `${lead}\n\n- fino a 200 copie: 30,00 EUR\n- da 201 a 500 copie: 24,00 EUR\n- oltre 500 copie: 20,00 EUR\n`,
    );
    expect(tiers?.split(" ").slice(-3)).toEqual(
      said === "a share" ? ["200:30.00", "500:24.00", "*:20.00"] : ["200:0.3", "500:0.24", "*:0.2"],
    );
  });

  test("ordinals, and what comes after the last of them", () => {
    expect(
      tiersOf(
        "Prices per visit:\n   1st to 10th visit ............. $90.00 each\n   11th and each further visit ... $75.00 each\n",
      ),
    ).toEqual(["visit visit graduated 10:90.00 *:75.00"]);
  });

  test("a range behind its own word has no name besides it", () => {
    const text =
      "Controllo, secondo il numero di pezzi:\n   fino a 40 pezzi          pz      5,10\n   da 41 a 90 pezzi         pz      4,60\n   oltre 90 pezzi           pz      4,10\n";
    expect(tiersOf(text)).toEqual([expect.stringContaining("40:5.10 90:4.60 *:4.10")]);
  });

  test("each next band ends so many after the one before it", () => {
    const text =
      "Copies, first 500      page     0.30\nCopies, next 4,500     page     0.24\nCopies, next 5,000     page     0.20\nCopies, above 10,000   page     0.15\n";
    expect(tiersOf(text)).toEqual(["Copies page graduated 500:0.30 5000:0.24 10000:0.20 *:0.15"]);
    expect(
      tiersOf(
        "Copies cost $0.30 each for the first 500, $0.24 for the next 4,500, $0.20 for the next 5,000 and $0.15 above 10,000.\n",
      ),
    ).toEqual([expect.stringContaining("500:0.30 5000:0.24 10000:0.20 *:0.15")]);
  });

  test("in a sentence, whichever of band and price stands first", () => {
    expect(
      tiersOf("Linen: $1.20 per kilogram up to 300 kg; kilograms past 300, at $0.95 per kilogram.\n"),
    ).toHaveLength(1);
  });

  test("bands with a gap between them are prices of their own", () => {
    const text = "Bins, 1 to 5      bin     8.00\nBins, 11 to 20    bin     6.50\n";
    expect(tiersOf(text)).toEqual([]);
  });

  test("a table between bars keeps its first column", () => {
    expect(
      tiersOf(
        "| Town | 1 to 4 pallets | from 5 pallets |\n| --- | --- | --- |\n| Orle | $40.00 | $31.00 |\n| Vask | $52.00 | $44.00 |\n",
      ),
    ).toEqual(["Orle pallet ? 4:40.00 *:31.00", "Vask pallet ? 4:52.00 *:44.00"]);
  });
});

describe("rows and their units", () => {
  test("two names with a stroke between them are no price per one of them", () => {
    expect(
      pricesOf(
        "Area                        Rate/pallet     Min charge\nHolm / Sandby                     6.10          40.00\nVask / Orle                       7.90          55.00\n",
      ),
    ).toEqual([
      "Holm / Sandby 6.10/pallet",
      "at least 40.00 for Holm / Sandby",
      "Vask / Orle 7.90/pallet",
      "at least 55.00 for Vask / Orle",
    ]);
  });

  test("the last part of a compound says what it counts, and a short form right behind its price", () => {
    expect(pricesOf("Sonderfahrt: 1,74 € je Lastkilometer.\n")).toEqual(["Sonderfahrt 1.74/kilometre"]);
    expect(pricesOf("Skid loader w/ driver $105 hr.\n")).toEqual(["Skid loader w/ driver 105/hour"]);
  });

  test("a count and the price of one in one cell", () => {
    expect(
      pricesOf(
        "Carpet, laid                     54 m² à 24.50         1,323.00\nSpotlights                       12 pcs à 31.00          372.00\nTransport                        lump sum                450.00\n",
      ),
    ).toEqual(["Carpet, laid 24.50/square-metre", "Spotlights 31.00/piece", "Transport 450.00 once"]);
  });

  test("a sum that the lines above come to is no price, whatever it is called", () => {
    expect(
      pricesOf(
        "Clearing of the yard                  $1,200.00\nNew gate                                $840.50\n\nEx tax                                $2,040.50\n",
      ),
    ).toEqual(["Clearing of the yard 1200.00 once", "New gate 840.50 once"]);
  });

  test("what things are worth is no price of theirs", () => {
    expect(
      pricesOf(
        "Thing                 Serial         Replacement value\nPlate compactor       PC-881                 $4,150.00\nTower light           TL-102                 $9,300.00\n",
      ),
    ).toEqual([]);
  });
});

test("shares that make the whole are a plan of payments, whatever ties them to their events", () => {
  const { terms } = agreementOf(
    `${head}Condições: 30% com o arranque; 50% com a entrega em obra; 20% na receção.\n`,
  );
  expect(
    terms.flatMap(({ type, value }) => (type === "milestone" ? [`${value.percent} ${value.name}`] : [])),
  ).toEqual(["30 com o arranque", "50 com a entrega em obra", "20 receção"]);
});

describe("what stands over rows", () => {
  test("a title with a bracket gives its unit to all lists below", () => {
    expect(
      pricesOf(
        "1. PRICES (US dollars, per sample)\n\nPetroleum screen             112.00\nLead and copper               96.00\n",
      ),
    ).toEqual(["Petroleum screen 112.00/sample", "Lead and copper 96.00/sample"]);
  });

  test("unit prices are by the piece", () => {
    expect(
      pricesOf(
        "Prezzi unitari, IVA esclusa:\n\n- pranzo completo ........ euro 7,80\n- cestino freddo ......... euro 6,20\n",
      ),
    ).toEqual(["pranzo completo 7.80/each", "cestino freddo 6.20/each"]);
  });

  test('a column of figures under "Per" is no column of units', () => {
    expect(
      pricesOf(
        "Pos   Service                Qty    UoM     Price    Per\n10    Reach truck driver     450    HR      19.60      1\n20    Order picker           120    HR      16.90      1\n",
      ),
    ).toEqual(["Reach truck driver 19.60/hour", "Order picker 16.90/hour"]);
  });

  test("a mark in place of a name is spelled out by the words beside it", () => {
    const { terms } = agreementOf(
      `${head}Hito     Contenido                    Importe\nH1       Proyecto y permisos          4.200,00 €\nH2       Montaje de módulos          13.900,00 €\n`,
    );
    expect(terms.flatMap(({ type, value }) => (type === "milestone" ? [value.name] : []))).toEqual([
      "H1 Proyecto y permisos",
      "H2 Montaje de módulos",
    ]);
  });
});

test.each([
  ["Ewes $412 per 100 plus GST at 15%.", "NZD"],
  ["Doors $412 each plus 10% GST.", "AUD"],
  ["Doors $412 each, nothing else is said.", null],
])("whose dollars: %s", (text, code) => {
  expect(agreementOf(`This Agreement is between Kauri Wool and Rata Station.\n\n${text}\n`).currency).toBe(
    code,
  );
});

describe("what a price of a row is for", () => {
  test("words of per in a cell without a head, or a short form of a column of units", () => {
    expect(
      pricesOf(
        "| Small repairs | per hour | $62.00 |\n| Approach | per working day | $40.00 |\n| Seals | each | $3.00 |\n",
      ),
    ).toEqual(["Small repairs 62.00/hour", "Approach 40.00/day", "Seals 3.00/each"]);
    expect(
      pricesOf(
        "| Work | Qty | UM | Price |\n| --- | --- | --- | --- |\n| Gauge check | 25 | NR | $28.00 |\n| Caliper check | 15 | NR | $34.50 |\n",
      ),
    ).toEqual(["Gauge check 28.00/each", "Caliper check 34.50/each"]);
  });

  test("a word of price over names is what the rows are called", () => {
    expect(
      pricesOf(
        "| Charge | What you get | Price |\n| --- | --- | --- |\n| Platform | portal and alerts | $450.00 per month |\n| Trackers | each tracker over 30 | $6.00 per tracker |\n",
      ),
    ).toEqual(["Platform 450.00 month"]);
  });
});

test("bands in a sentence price the thing that it names, each what falls into it", () => {
  expect(
    tiersOf(
      "Winter flower trays are supplied at $11.00 each for the first 90 trays in a month; every further tray in that month is $9.50.\n",
    ),
  ).toEqual(["Winter flower trays tray graduated 90:11.00 *:9.50"]);
  expect(
    tiersOf(
      "For herb pots the whole month's quantity is priced at the rate of the bracket that it reaches: up to 80 pots $4.00, 81 to 200 pots $3.50, more than 200 pots $3.10 a pot.\n",
    ),
  ).toEqual(["herb pots pot volume 80:4.00 200:3.50 *:3.10"]);
});

test("rows that come to the sum over them are a schedule of values where claims are made", () => {
  const text =
    "The works price is $60,000.00 and is made up as follows:\n   Groundworks          $22,000.00\n   Frame and roof       $38,000.00\nProgress claims are made monthly.\n";
  expect(agreementOf(`${head}${text}`).terms.map(({ type }) => type)).toContain("schedule-of-values");
  expect(pricesOf(text)).toEqual(["works 60000.00 once"]);
});
