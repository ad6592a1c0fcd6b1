import type { Tier } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { isUseful, trimPhrase, verb } from "../engine/phrase.ts";
import { hasLexeme } from "../engine/reading.ts";
import type { Reading } from "../engine/reading.ts";
import { foldText } from "../../values/fold.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import type { Literal, MoneyLiteral, NumberStyle, Span } from "../literals/literal.ts";
import type { TextPart } from "../structure/unit.ts";
import { baseIn, tiersOfOne } from "../tables/per-unit-price.ts";
import { tierMethodOf } from "../tables/tier-method.ts";
import { countedOn, pricedBands } from "./price-bands.ts";
import type { PricedBand } from "./price-bands.ts";
import { packageOf } from "./price-packages.ts";

export interface TierReading {
  readonly candidates: readonly Candidate[];
  readonly consumed: ReadonlySet<Literal>;
}

/** Price tiers in a sentence, or in a list of rows with one band and one price each. */
export function readProseTiers(readings: readonly Reading[], style: NumberStyle): TierReading {
  const candidates: Candidate[] = [];
  const consumed = new Set<Literal>();
  let run: PricedBand[] = [];
  const flush = (): void => {
    const made = run.length >= 2 ? toCandidates(run, style) : [];
    if (made.length > 0) {
      candidates.push(...made);
      for (const entry of run) for (const literal of entry.reading.literals) consumed.add(literal);
    }
    run = [];
  };
  for (const [index, reading] of readings.entries()) {
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
      candidates.push(pack.candidate);
      for (const literal of pack.taken) consumed.add(literal);
      continue;
    }
    const priced = pricedBands(reading, style);
    if (priced.length >= 2) {
      flush();
      const whole = [...includedBefore(priced, readings[index - 1]), ...priced];
      const made = toCandidates(whole, style);
      candidates.push(...made);
      if (made.length > 0)
        for (const entry of whole) for (const literal of entry.reading.literals) consumed.add(literal);
      continue;
    }
    const [only] = priced;
    const sameList =
      run.length === 0 ||
      (run.at(-1)?.reading.unit.contexts.at(-1) === unit.contexts.at(-1) &&
        unit.contexts.length === run.at(-1)?.reading.unit.contexts.length) ||
      (unit.shape !== "sentence" && run.at(-1)?.reading.unit.order === unit.order - 1);
    const before = run.at(-1);
    const isAlike =
      only !== undefined &&
      (before === undefined || (labelOf(only) === labelOf(before) && kindOf(only) === kindOf(before)));
    if (only !== undefined && unit.text.length < 110 && sameList && isAlike) run.push(only);
    else {
      flush();
      if (only !== undefined && unit.text.length < 110) run.push(only);
    }
  }
  flush();
  return { candidates, consumed };
}

/** "2,000 documents are included. Documents 2,001 to …": what the sentence before gives free is the band below them all. */
function includedBefore([first]: readonly PricedBand[], before: Reading | undefined): readonly PricedBand[] {
  if (first?.band.from === undefined || first.band.from === null || before === undefined) return [];
  if (before.unit !== first.reading.unit.previous || !before.has("include")) return [];
  const counts = before.literals.filter(({ type }) => type === "quantity" || type === "number");
  const [count, ...others] = counts;
  if (
    count === undefined ||
    others.length > 0 ||
    counts.length !== before.literals.length ||
    !("value" in count)
  )
    return [];
  const gap = Number(first.band.from) - Number(count.value);
  if (gap !== 0 && gap !== 1) return [];
  const band = {
    start: count.start,
    end: count.end,
    from: null,
    upTo: count.value,
    isNext: false,
    unit: count.type === "quantity" ? count.unit : null,
  };
  return [{ band, price: "free", reading: before }];
}

/** What stands before a band: "Bike, up to 5 kg" and "Car, up to 25 kg" are two things, not two steps of one. */
const labelOf = ({ band, reading }: PricedBand): string =>
  reading.folded
    .slice(0, band.start)
    .replace(
      /^(?:[•*-] |\(?[a-z\d]{1,3}[.)] )|\b(?:tier|level|stage|band|step|stufe|for|from|the|ab|von|de|price) ?\d{0,2}\b|[^\p{L}]/gu,
      "",
    )
    .trim();
const kindOf = ({ price }: PricedBand): string => (price === "free" ? "money" : price.type);

function toCandidates(priced: readonly PricedBand[], style: NumberStyle): readonly Candidate[] {
  const counted = countedOn(priced.map(({ band }) => band));
  const bands = priced.map((entry, index) => ({ ...entry, band: counted[index] ?? entry.band }));
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
  if (isFeeAndMore(bands)) return [];
  const printed: Tier[] = [];
  let last: DecimalText | null = null;
  const questions = new Set<string>();
  for (const { band, price, reading } of bands) {
    const isFlat =
      price !== "free" && /\bflat (?:fee |rate |charge )?(?:of )?$/.test(reading.before(price, 16));
    if (last !== null && band.from !== null && Number(band.from) === Number(last))
      questions.add("touching-bands");
    const value = price === "free" ? decimalText("0") : price.value;
    printed.push(
      isFlat ? { upTo: band.upTo, price: decimalText("0"), flat: value } : { upTo: band.upTo, price: value },
    );
    last = band.upTo;
  }
  // An open first band ("over 500: $4") without the ones below it is a price change, not a tier table.
  if (printed.slice(0, -1).some((tier) => tier.upTo === null)) return [];
  const { tiers, remainder } = tiersOfOne(printed, baseOf(bands, style));
  const before = first.band.from;
  if (before !== null && Number(before) > 1) questions.add("tiers-start-above-one");
  // "The first 200 … every further": each band is of those that fall into it, unless it says otherwise.
  const method =
    tierMethodOf(all) ??
    (first.price === "free" ||
    priced.some(({ band }) => band.isNext) ||
    /\b(?:first|ersten|premi\w*|primer\w*|prim[ei]|eerste)\b/.test(all)
      ? "graduated"
      : tierMethodOf(context));
  if (method === null) questions.add("method-unsaid");
  const money = bands
    .map((entry) => entry.price)
    .find((price): price is MoneyLiteral => price !== "free" && price.type === "money");
  const nouns = bands.flatMap(({ band, reading }) => nounBehind(reading, band));
  const unit =
    bands
      .map((entry) => entry.band.unit)
      .find((word) => word !== null && !["month", "year", "quarter", "week", "day"].includes(word)) ??
    money?.per.find((per) => per.cadence === null && per.unit !== "each")?.unit ??
    nouns[0] ??
    money?.per.find((per) => per.cadence === null)?.unit ??
    "unit";
  const thing = thingOf(first.reading, [unit, ...nouns]);
  const heading = first.reading.unit.contexts.findLast((entry) => entry.kind === "heading")?.text ?? null;
  // "kg" alone says less than what its sentence is about, and that more than the heading over it.
  const item =
    (thing?.includes(" ") === true ? thing : (subjectOf(first, bands) ?? heading ?? thing)) ?? unit;
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
      ...(remainder !== undefined && { remainder }),
      ...(money?.currency !== null && money !== undefined && { currency: money.currency }),
    },
  ];
}

/** "£2,000 per month for up to 20 hours, £90 per hour beyond that": the sum of a period and the price of more are no two prices of one. */
function isFeeAndMore([first, ...others]: readonly PricedBand[]): boolean {
  const pers = perOf(first);
  return (
    pers.length > 0 &&
    pers.every(({ cadence }) => cadence !== null) &&
    others.some((band) => perOf(band).some(({ cadence }) => cadence === null))
  );
}

const perOf = (band: PricedBand | undefined): MoneyLiteral["per"] =>
  band === undefined || band.price === "free" || band.price.type !== "money" ? [] : band.price.per;

/** How many units the prices are for, said with one of them or over them: "84, 71 and 63 EUR per 1,000". */
function baseOf(bands: readonly PricedBand[], style: NumberStyle): DecimalText {
  const own = bands.flatMap(perOf).find(({ base }) => base !== "1")?.base;
  return own ?? baseIn(bands[0]?.reading.unit.contexts.at(-1)?.folded ?? "", style);
}

/** What a band counts where no list of units knows it: "up to 150 crates"; in the singular. */
function nounBehind({ folded }: Reading, { start, end }: Span): readonly string[] {
  const noun = /\d (\p{L}{3,24}?)s?$/u.exec(folded.slice(start, end))?.[1];
  return noun === undefined || priceVerb.test(noun) ? [] : [noun];
}
const priceVerb =
  /^(?:are|cost|kostet?|kosten|werden|sont|coutent?|son|cuestan?|sono|costano?|sao|custam?|zijn|worden|bill(?:ed)?|charged?|pay)$/;

/** The thing that a sentence prices by bands: the first words that end in what is counted, "fruit crates". */
function thingOf({ text, folded }: Reading, counted: readonly string[]): string | null {
  if (folded.length !== text.length) return null;
  for (const match of folded.matchAll(/\p{L}[\p{L}-]*/gu)) {
    const [word] = match;
    const isCounted = counted.some(
      (noun) => word === noun || word === `${noun}s` || unitOfWord(word) === noun,
    );
    if (!isCounted) continue;
    const before = /(?:\p{L}[\p{L}-]* ){0,2}$/u.exec(folded.slice(0, match.index))?.[0] ?? "";
    const lead = before.replace(leading, "");
    return text.slice(match.index - lead.length, match.index + word.length).trim();
  }
  return null;
}

/** What a sentence is about: the words before its verb, its first band and its first price. */
function subjectOf({ reading, band }: PricedBand, bands: readonly PricedBand[]): string | null {
  const { text, folded } = reading;
  const price = bands.find((entry) => entry.reading === reading && entry.price !== "free")?.price;
  const end = Math.min(band.start, price === undefined || price === "free" ? folded.length : price.start);
  const head = folded.slice(0, end);
  const cut = [verb.exec(head)?.index, /[,:(]/.exec(head)?.index].filter((at) => at !== undefined);
  const until = Math.min(end, ...cut);
  const phrase = trimPhrase(text.slice(0, until), folded.slice(0, until));
  return isUseful(phrase) && phrase.split(" ").length <= mostWords && !hasLexeme(foldText(phrase), "charge")
    ? phrase
    : null;
}
/** A thing has a few words; more are a sentence. */
const mostWords = 7;

/** Words before a thing that do not name it. */
const leading =
  /^(?:.*(?<!\p{L})(?:for|the|of|per|each|every|any|all|a|an|in|on|at|first|next|further|additional|up|to|and|or|fur|je|pro|die|der|das|den|ersten|pour|par|les?|la|des?|premi\p{L}+|para|por|los|las|el|cada|per|i|gli|il|ogni|voor|de|het|elke) )?/u;
