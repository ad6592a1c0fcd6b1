import type { TaxValue } from "../../../../../src-shared/model/index.ts";
import { isEqual } from "../../../../../src-shared/money/index.ts";
import { wordingOf } from "../../../../../src-shared/wording/index.ts";
import type { Candidate } from "../engine/frame.ts";
import { readingOfPart } from "../engine/reading-of-part.ts";
import type { Reading } from "../engine/reading.ts";
import { words } from "../lexicon/invoice-words.ts";
import type { PercentLiteral } from "../literals/literal.ts";

const priced: ReadonlySet<string> = new Set(["rate", "fixed-fee", "tiers", "milestone"]);

/** Nothing else bears the tax: "on parts only", "nur auf Material". */
const alone = words(
  "only|solely|exclusively|nur|ausschliesslich|lediglich|uniquement|seulement|solo|solamente|unicamente|soltanto|apenas|somente|alleen|uitsluitend",
);
/** Something else that bears none: "labor is not taxable", "books are zero-rated". */
const untaxed =
  /(?<!\p{L})(?:not (?:subject|taxed|taxable|liable)|no (?:sales |use )?(?:tax|vat|gst)|(?:tax|vat)[- ](?:free|exempt)|exempt\p{L}*|untaxed|zero[- ]rated|steuerfrei|nicht steuerpflichtig|keine? (?:ust|mwst|umsatzsteuer|mehrwertsteuer)|exoner\p{L}*|non soumis\p{L}*|pas soumis\p{L}*|no sujet\p{L}*|exent\p{L}*|esent\p{L}*|non soggett\p{L}*|vrijgesteld|onbelast|isent\p{L}*|nao sujeit\p{L}*)(?!\p{L})/u;
const taxWord = words(
  "tax(?:es|ed|able)?|vat|gst|hst|ust|mwst|umsatzsteuer|mehrwertsteuer|tva|iva|btw|steuerfrei",
);

/**
 * What each rate of tax is for, where a sentence gives rates to things that the agreement prices: "VAT of 7 % applies to
 * catering and 19 % to hall rental". One rate alone is for some things only where the words say that others bear none.
 */
export function withTaxScopes(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  const items = candidates.filter(({ type }) => priced.has(type)).map(itemOf);
  if (items.length < 2) return candidates;
  const readingOf = readingOfPart(readings);
  return candidates.map((candidate) => {
    if (candidate.type !== "tax" || candidate.absent === true) return candidate;
    const value = candidate.value as TaxValue;
    const [part] = candidate.parts;
    const reading = part === undefined ? null : readingOf(part);
    if (value.scope !== undefined || reading === null) return candidate;
    const scope = scopeOf(value, reading, items, readings);
    return scope === null
      ? candidate
      : { ...candidate, key: `${candidate.key}|${scope}`, value: { ...value, scope } };
  });
}

const itemOf = ({ value }: Candidate): readonly string[] => {
  const named = value as { readonly item?: string; readonly role?: string; readonly name?: string };
  return wordingOf([named.role, named.item, named.name].filter((part) => part !== undefined).join(" "))
    .content;
};

function scopeOf(
  value: TaxValue,
  reading: Reading,
  items: readonly (readonly string[])[],
  readings: readonly Reading[],
): string | null {
  const percents = reading.literals.filter(
    (literal): literal is PercentLiteral => literal.type === "percent",
  );
  const own = percents.find(({ value: share }) => value.rate !== null && isEqual(share, value.rate));
  if (reading.literals.some(({ type }) => type === "money")) return null;
  if (value.rate === null || own === undefined)
    return untaxed.test(reading.folded)
      ? namedIn(partOf(reading, untaxed.exec(reading.folded)), items)
      : null;
  if (percents.length > 1) return namedIn(regionOf(reading, own, percents, items), items);
  const isPart =
    alone.test(reading.folded) ||
    readings.some(
      ({ folded, unit }) => untaxed.test(folded) && taxWord.test(`${folded} ${unit.previous?.folded ?? ""}`),
    );
  return isPart ? namedIn(partOf(reading, { index: own.start }), items) : null;
}

/** The part of a sentence that a place stands in, between semicolons, commas and "but". */
function partOf({ text, folded }: Reading, place: { readonly index: number } | null): string {
  const at = place?.index ?? 0;
  const cuts = [
    ...folded.matchAll(
      /; |, (?:and |but |while |whereas |und |aber |mais |et |pero |y |ma |e |maar |en )?(?=\p{L})| (?:but|while|whereas|aber|wahrend|mais|tandis|pero|mientras|ma|mentre|maar|terwijl|mas|enquanto) /gu,
    ),
  ];
  const from = cuts.findLast((cut) => cut.index < at);
  const to = cuts.find((cut) => cut.index >= at);
  return text.slice(from === undefined ? 0 : from.index + from[0].length, to?.index ?? text.length);
}

/** What no other rate is for: "on everything else", "auf den Rest". */
const rest = words(
  "everything else|all else|(?:the )?rest|remainder|(?:all )?others?|otherwise|ubrige[nrsm]?|rest(?:liche[nrsm]?)?|sonst|alles andere|reste|autres?|demas|resto|otros?|otras?|altr[oiae]|overige|al het andere|outr[oa]s|restante",
);

/** The words that belong to one of several rates: those behind each rate, or those before each. */
function regionOf(
  { text, folded }: Reading,
  own: PercentLiteral,
  percents: readonly PercentLiteral[],
  items: readonly (readonly string[])[],
): string {
  const at = percents.indexOf(own);
  const isSaid = (from: number, to: number): boolean =>
    namedIn(text.slice(from, to), items) !== null || rest.test(folded.slice(from, to));
  const [first, last] = [percents[0] ?? own, percents.at(-1) ?? own];
  if (isSaid(last.end, text.length)) return text.slice(own.end, percents[at + 1]?.start ?? text.length);
  return isSaid(0, first.start) ? text.slice(percents[at - 1]?.end ?? 0, own.start) : "";
}

/** Words of priced things in a text, as printed, where it names some of them and not all. */
function namedIn(text: string, items: readonly (readonly string[])[]): string | null {
  const said = wordingOf(text);
  const named = items.filter((item) => item.some((word) => said.all.has(word)));
  if (named.length === 0 || named.length === items.length) return null;
  const stems = new Set(named.flat());
  const printed = text
    .split(/[^\p{L}\d'’-]+/u)
    .filter((word) => wordingOf(word).content.some((stem) => stems.has(stem)));
  return [...new Set(printed)].join(" ");
}
