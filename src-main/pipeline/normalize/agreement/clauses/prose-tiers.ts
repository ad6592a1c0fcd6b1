import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Tier } from "../../../../../src-shared/model/index.ts";
import { add, decimalToText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import type { Literal, MoneyLiteral, NumberStyle, PercentLiteral, Span } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";
import { tierMethodOf } from "../tables/tier-table.ts";
import type { TextPart } from "../structure/unit.ts";

interface BandHit extends Span {
  /** Last quantity, inclusive; `null` for what is above all. */
  readonly upTo: DecimalText | null;
  /** First quantity, inclusive, where it is said. */
  readonly from: DecimalText | null;
  /** "The next 4,500" counts on from the band before. */
  readonly isNext: boolean;
  readonly unit: string | null;
}

const figure = "(\\d{1,3}(?:[., ']\\d{3})+|\\d+)(?:[.,]\\d+)?";
const noun = "(?: ([\\p{L}-]{2,20}))?";
const bandShapes: readonly (readonly [
  RegExp,
  (first: DecimalText, second: DecimalText | null) => Pick<BandHit, "upTo" | "from" | "isNext">,
])[] = [
  [
    new RegExp(
      `(?<![\\p{L}\\d$€£.,])(?:from |between )?${figure}(?: [\\p{L}-]{2,20})? ?(?:-|to|through|and) ?${figure}${noun}`,
      "gu",
    ),
    (first, second) => ({ from: first, upTo: second, isNext: false }),
  ],
  [
    new RegExp(`(?:the )?first ${figure}${noun}`, "gu"),
    (first) => ({ from: null, upTo: first, isNext: false }),
  ],
  [
    new RegExp(`(?:the )?next ${figure}${noun}`, "gu"),
    (first) => ({ from: null, upTo: first, isNext: true }),
  ],
  [
    new RegExp(`(?:up to|bis(?: zu)?|jusqu'a) ${figure}${noun}`, "gu"),
    (first) => ({ from: null, upTo: first, isNext: false }),
  ],
  [
    new RegExp(`(?<![\\p{L}\\d$€£.,])${figure} ?(?:\\+|and (?:over|above|up|more)|or more)${noun}`, "gu"),
    (first) => ({ from: first, upTo: null, isNext: false }),
  ],
  [
    new RegExp(
      `(?:over|above|more than|beyond|in excess of|exceeding|uber|ab|au-dela de) ${figure}${noun}`,
      "gu",
    ),
    (first) => ({ from: decimalToText(add(first, decimalText("1"))), upTo: null, isNext: false }),
  ],
  [
    /\b(?:all above|all (?:units )?(?:thereafter|beyond that)|anything (?:above|over)(?: that)?|any excess|the (?:rest|remainder)|thereafter|each (?:one )?(?:after|thereafter)|above that|every additional [\p{L}]+|additional [\p{L}]+)\b/gu,
    () => ({ from: null, upTo: null, isNext: true }),
  ],
];

function findBands(folded: string, style: NumberStyle): readonly BandHit[] {
  const found: BandHit[] = [];
  for (const [pattern, make] of bandShapes) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const figures = [match[1], match[2]].map((print) =>
        print !== undefined && /^\d/.test(print) ? (readDigits(print, style)[0] ?? null) : null,
      );
      const [first = null, second = null] = figures;
      if (first === null && /\d/.test(match[0])) continue;
      const word = match.slice(1).findLast((group) => group !== undefined && /^\p{L}/u.test(group));
      const shape = make(first ?? decimalText("0"), second);
      if (shape.from !== null && shape.upTo !== null && Number(shape.upTo) <= Number(shape.from)) continue;
      found.push({ start, end, ...shape, unit: word === undefined ? null : unitOfWord(word) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

export interface TierReading {
  readonly candidates: readonly Candidate[];
  readonly consumed: ReadonlySet<Literal>;
}

interface PricedBand {
  readonly band: BandHit;
  readonly price: MoneyLiteral | PercentLiteral | "free";
  readonly reading: Reading;
}

/** Price tiers in a sentence, or in a list of rows with one band and one price each. */
export function readProseTiers(readings: readonly Reading[], style: NumberStyle): TierReading {
  const candidates: Candidate[] = [];
  const consumed = new Set<Literal>();
  let run: PricedBand[] = [];
  const flush = (): void => {
    const made = run.length >= 2 ? toCandidates(run) : [];
    if (made.length > 0) {
      candidates.push(...made);
      for (const entry of run) for (const literal of entry.reading.literals) consumed.add(literal);
    }
    run = [];
  };
  for (const reading of readings) {
    const { unit } = reading;
    if (
      unit.zone === "recitals" ||
      unit.zone === "example" ||
      unit.zone === "boilerplate" ||
      unit.zone === "term" ||
      unit.text.length > 500
    ) {
      flush();
      continue;
    }
    const pack = packageOf(reading);
    if (pack !== null) {
      flush();
      candidates.push(pack);
      for (const literal of reading.literals) consumed.add(literal);
      continue;
    }
    const priced = pricedBands(reading, style);
    if (priced.length >= 2) {
      flush();
      const made = toCandidates(priced);
      candidates.push(...made);
      if (made.length > 0) for (const literal of reading.literals) consumed.add(literal);
      continue;
    }
    const [only] = priced;
    const sameList =
      run.length === 0 ||
      (run.at(-1)?.reading.unit.contexts.at(-1) === unit.contexts.at(-1) &&
        unit.contexts.length === run.at(-1)?.reading.unit.contexts.length) ||
      (unit.shape !== "sentence" && run.at(-1)?.reading.unit.order === unit.order - 1);
    if (only !== undefined && unit.text.length < 110 && sameList) run.push(only);
    else {
      flush();
      if (only !== undefined && unit.text.length < 110) run.push(only);
    }
  }
  flush();
  return { candidates, consumed };
}

/** Bands of a unit with the price of each: behind it, or before it where the prices come first. */
function pricedBands(reading: Reading, style: NumberStyle): readonly PricedBand[] {
  const prices = reading.literals.filter(
    (literal): literal is MoneyLiteral | PercentLiteral =>
      literal.type === "money" || literal.type === "percent",
  );
  const { folded } = reading;
  if (
    prices.length === 0 ||
    /\b(?:insurance|liabilit\w*|insured|per occurrence|dispute|overtime|hours (?:a|per) (?:week|day)|uptime|credit|notice|days)\b/.test(
      folded,
    )
  )
    return [];
  const bands = findBands(folded, style).filter(
    (band) => !prices.some((price) => price.start < band.end && band.start < price.end),
  );
  if (bands.length === 0) return [];
  const free = [...folded.matchAll(/\b(?:free|included|no charge|at no (?:extra )?(?:cost|charge))\b/g)].map(
    (match) => ({ start: match.index, end: match.index + match[0].length }),
  );
  const firstPrice = Math.min(
    prices[0]?.start ?? Number.POSITIVE_INFINITY,
    free[0]?.start ?? Number.POSITIVE_INFINITY,
  );
  const pricesLead = firstPrice < (bands[0]?.start ?? 0);
  const result: PricedBand[] = [];
  for (const [index, band] of bands.entries()) {
    const low = pricesLead ? (bands[index - 1]?.end ?? 0) : band.end;
    const high = pricesLead ? band.start : (bands[index + 1]?.start ?? folded.length);
    const inside = prices.filter((price) => price.start >= low && price.end <= high);
    const isFree = free.some((hit) => hit.start >= low && hit.end <= high);
    const price = inside.length === 1 ? inside[0] : inside.length === 0 && isFree ? "free" : undefined;
    if (price === undefined) return [];
    result.push({ band, price, reading });
  }
  const isPriced = result.some((entry) => entry.price !== "free");
  return isPriced &&
    new Set(result.flatMap((entry) => (entry.price === "free" ? [] : [entry.price.type]))).size === 1
    ? result
    : [];
}

function toCandidates(bands: readonly PricedBand[]): readonly Candidate[] {
  const [first] = bands;
  if (first === undefined) return [];
  const all = bands.map((entry) => entry.reading.folded).join(" ");
  const parts: TextPart[] = [...new Set(bands.map((entry) => entry.reading.unit))].map((unit) => ({
    prepared: unit.prepared,
    start: unit.start,
    end: unit.end,
  }));
  const context = first.reading.unit.contexts.map((entry) => entry.folded).join(" ");
  const base = {
    from: null,
    to: null,
    parts,
    order: first.reading.unit.order,
    clause: first.reading.unit.clause,
    outranks: null,
  } as const;
  if (bands.every((entry) => entry.price !== "free" && entry.price.type === "percent")) {
    if (!/\b(?:discount\w*|rebate|off|rabatt|remise|reduc\w*)\b/.test(`${all} ${context}`)) return [];
    return bands.map(({ band, price, reading }) => ({
      ...base,
      type: "discount",
      key: `volume|${band.from ?? "0"}`,
      parts: [{ prepared: reading.unit.prepared, start: reading.unit.start, end: reading.unit.end }],
      order: reading.unit.order,
      confidence: 0.82,
      conditions: [reading.text.slice(band.start, band.end)],
      value: {
        percent: price === "free" ? decimalText("0") : price.value,
        scope: "agreement",
        condition: reading.text.slice(band.start, band.end),
        ...(band.from !== null && { threshold: band.from, thresholdInclusive: true }),
      },
    }));
  }
  const tiers: Tier[] = [];
  let last: DecimalText | null = null;
  const questions = new Set<string>();
  for (const { band, price, reading } of bands) {
    const above: DecimalText | null =
      band.upTo === null
        ? null
        : band.isNext && last !== null
          ? decimalToText(add(last, band.upTo))
          : band.upTo;
    const isFlat =
      price !== "free" && /\bflat (?:fee |rate |charge )?(?:of )?$/.test(reading.before(price, 16));
    if (last !== null && band.from !== null && Number(band.from) === Number(last))
      questions.add("touching-bands");
    const value = price === "free" ? decimalText("0") : price.value;
    tiers.push(
      isFlat ? { upTo: above, price: decimalText("0"), flat: value } : { upTo: above, price: value },
    );
    last = above;
  }
  // An open first band ("over 500: $4") without the ones below it is a price change, not a tier table.
  if (tiers.slice(0, -1).some((tier) => tier.upTo === null)) return [];
  const before = first.band.from;
  if (before !== null && Number(before) > 1) questions.add("tiers-start-above-one");
  const method = tierMethodOf(`${all} ${context}`);
  if (method === null) questions.add("method-unsaid");
  const money = bands
    .map((entry) => entry.price)
    .find((price): price is MoneyLiteral => price !== "free" && price.type === "money");
  const unit =
    bands
      .map((entry) => entry.band.unit)
      .find((word) => word !== null && !["month", "year", "quarter", "week", "day"].includes(word)) ??
    money?.per.find((per) => per.cadence === null)?.unit ??
    "unit";
  const item = first.reading.unit.contexts.findLast((entry) => entry.kind === "heading")?.text ?? unit;
  return [
    {
      ...base,
      type: "tiers",
      key: `tiers|${unit}`,
      confidence: method === null ? 0.72 : 0.85,
      value: {
        item,
        unit,
        method,
        tiers,
        per: /\b(?:month\w*|monat\w*|mois)\b/.test(`${all} ${context}`)
          ? "month"
          : /\b(?:year\w*|annual\w*|annum)\b/.test(`${all} ${context}`)
            ? "year"
            : null,
      },
      ...(questions.size > 0 && { questions: [...questions].sort() }),
      ...(money?.currency !== null && money !== undefined && { currency: money.currency }),
    },
  ];
}

const packagePhrase =
  /\b(?:each|every|per|je|chaque|par)(?: (?:started|commenced|begun|full|additional|angefangene[rns]?))? (?:block|pack|package|bundle|batch|block of|paket|lot|tranche)s? (?:of|von|zu|de) (\d[\d.,' ]*?) ([\p{L}-]+)/u;

/** "Each started block of 1,000 messages costs EUR 2." */
function packageOf(reading: Reading): Candidate | null {
  const { unit, folded } = reading;
  const match = packagePhrase.exec(folded);
  const money = reading.literals.filter((literal): literal is MoneyLiteral => literal.type === "money");
  const [price] = money;
  const size =
    match === null
      ? undefined
      : reading.literals.find(
          (literal) =>
            literal.start >= match.index && (literal.type === "quantity" || literal.type === "number"),
        );
  if (
    match === null ||
    price === undefined ||
    money.length !== 1 ||
    size === undefined ||
    (size.type !== "quantity" && size.type !== "number")
  )
    return null;
  const name = unitOfWord(match[2] ?? "") ?? (match[2] ?? "unit").replace(/s$/, "");
  const isStarted =
    /\b(?:started|commenced|begun|or part|part thereof|fraction|angefangene|full|whole)\b/.test(folded);
  return {
    type: "tiers",
    key: `tiers|${name}`,
    value: {
      item: name,
      unit: name,
      method: "package",
      tiers: [{ upTo: null, price: price.value }],
      packageSize: size.value,
      per: null,
    },
    from: null,
    to: null,
    confidence: isStarted ? 0.85 : 0.7,
    parts: [{ prepared: unit.prepared, start: unit.start, end: unit.end }],
    order: unit.order,
    clause: unit.clause,
    outranks: null,
    ...(price.currency !== null && { currency: price.currency }),
    ...(!isStarted && { questions: ["started-packages"] }),
  };
}
