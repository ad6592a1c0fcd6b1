import type { FixedFeeValue, RateValue, Tier } from "../../../../../src-shared/model/index.ts";
import { add, decimalText, isEqual } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { foldText } from "../../values/fold.ts";
import { tiersOfOne } from "../tables/per-unit-price.ts";
import { tierMethodOf } from "../tables/tier-method.ts";
import { areContiguous, countedOn, findBands } from "./price-bands.ts";
import type { BandHit } from "./price-bands.ts";

/** A price whose item is a thing and a band of its quantity. */
interface Banded {
  readonly candidate: Candidate;
  readonly band: BandHit;
  /** The item without its band, folded letters only. */
  readonly label: string;
  /** The item without its band, as printed. */
  readonly item: string;
}

/**
 * Prices of one thing by bands of its quantity that go on from each other are its tiers, however they are set:
 * "Storage, first 300 pallets", "Storage, 301 to 600", "above 600".
 *
 * Bands of another measure than the price counts ("to 5 kg", per parcel) choose a price and are no tiers.
 */
export function withBandedPrices(candidates: readonly Candidate[], style: NumberStyle): readonly Candidate[] {
  const result: Candidate[] = [];
  let run: Banded[] = [];
  const flush = (): void => {
    const tiers = run.length > 1 ? toTiers(run) : null;
    result.push(...(tiers === null ? run.map(({ candidate }) => candidate) : [tiers]));
    run = [];
  };
  for (const candidate of candidates) {
    const banded = bandedPrice(candidate, style);
    if (banded === null) {
      flush();
      result.push(candidate);
      continue;
    }
    const first = run[0];
    if (first !== undefined && !goesOn(run, banded)) flush();
    run.push(banded);
  }
  flush();
  return result;
}

function bandedPrice(candidate: Candidate, style: NumberStyle): Banded | null {
  if (candidate.absent === true) return null;
  if (candidate.type !== "rate" && candidate.type !== "fixed-fee") return null;
  const { item } = candidate.value as RateValue | FixedFeeValue;
  if (candidate.type === "fixed-fee" && (candidate.value as FixedFeeValue).per !== "once") return null;
  const folded = foldText(item);
  if (folded.length !== item.length) return null;
  const bands = findBands(folded, style);
  const band = bands.at(-1);
  if (band === undefined || bands.some(({ from, upTo }) => from !== band.from || upTo !== band.upTo))
    return null;
  const cut = bands[0]?.start ?? 0;
  const bare = item.slice(0, cut).replace(/[\s,:;(–-]+$/u, "");
  return { candidate, band, item: bare, label: foldText(bare).replace(/[^\p{L}\d]/gu, "") };
}

const unitOf = ({ type, value }: Candidate): string =>
  type === "rate"
    ? `${(value as RateValue).unit}|${(value as RateValue).priceBase ?? ""}|${(value as RateValue).per ?? ""}`
    : "once";

/** "0 – 40 m", "40 – 90 m", "below 90 m": what stands under the last bound is all beyond it. */
const opened = (before: BandHit | undefined, band: BandHit): BandHit => {
  const last = before?.upTo ?? null;
  const isBeyond =
    last !== null &&
    band.from === null &&
    band.upTo !== null &&
    isEqual(add(band.upTo, decimalText("1")), last);
  return isBeyond ? { ...band, from: last, upTo: null } : band;
};

function goesOn(run: readonly Banded[], next: Banded): boolean {
  const [first] = run;
  if (first === undefined) return true;
  const { candidate } = next;
  return (
    namesSame(first, next) &&
    unitOf(candidate) === unitOf(first.candidate) &&
    candidate.from === first.candidate.from &&
    candidate.to === first.candidate.to &&
    areContiguous(chainOf([...run, next]))
  );
}

/** "Storage, positions 301 to 600" goes on from "Storage, first 300 positions": no word that the first does not have. */
function namesSame(first: Banded, next: Banded): boolean {
  if (next.label === "" || next.label === first.label) return true;
  const known = new Set(wordsOf((first.candidate.value as RateValue).item));
  return next.label.startsWith(first.label) && wordsOf(next.item).every((word) => known.has(word));
}

const wordsOf = (text: string): readonly string[] => foldText(text).match(/\p{L}+/gu) ?? [];

/** The bands of a run, each counted from one. */
const chainOf = (run: readonly Banded[]): readonly BandHit[] =>
  run.reduce<readonly BandHit[]>((chain, { band }) => countedOn([...chain, opened(chain.at(-1), band)]), []);

/** Measures that a price by the piece does not multiply. */
const measures: ReadonlySet<string> = new Set([
  "kilogram",
  "gram",
  "tonne",
  "pound",
  "kilometre",
  "mile",
  "metre",
  "square-metre",
  "minute",
  "hour",
  "day",
]);

function toTiers(run: readonly Banded[]): Candidate | null {
  const [first] = run;
  if (first === undefined) return null;
  const bands = chainOf(run);
  if (!areContiguous(bands)) return null;
  const { candidate } = first;
  const priced = candidate.type === "rate" ? (candidate.value as RateValue) : null;
  const banded = bands.find(({ unit }) => unit !== null)?.unit ?? null;
  const unit = priced === null || priced.unit === "each" ? (banded ?? priced?.unit ?? "each") : priced.unit;
  if (banded !== null && measures.has(banded) && banded !== priced?.unit) return null;
  const printed = run.map(({ candidate: { value } }, index): Tier => ({
    upTo: bands[index]?.upTo ?? null,
    price: "price" in value ? (value as RateValue).price : (value as FixedFeeValue).amount,
  }));
  const { tiers, remainder } = tiersOfOne(printed, priced?.priceBase ?? decimalText("1"));
  const words = run.map(({ candidate: { value } }) => foldText((value as RateValue).item)).join(" ");
  const method =
    tierMethodOf(words) ??
    (/\b(?:first|next|1st|further|ersten|nachste\w*|premier\w*|suivant\w*|primer\w*|siguiente\w*|prim[ei]|successiv\w*|eerste|volgende)\b/.test(
      words,
    )
      ? "graduated"
      : null);
  const item = first.item === "" ? unit : first.item;
  return {
    ...candidate,
    type: "tiers",
    key: `tiers|${item.toLowerCase()}|${unit}`,
    value: { item, unit, method, tiers, per: null },
    confidence: Math.min(candidate.confidence, method === null ? 0.75 : 0.85),
    parts: run.flatMap(({ candidate: { parts } }) => parts),
    ...(method === null && { questions: ["method-unsaid"] }),
    ...(remainder !== undefined && { remainder }),
  };
}
