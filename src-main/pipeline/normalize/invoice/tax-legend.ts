import { decimalText, isEqual, isZero } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { isShareOf, valuesOf } from "./arithmetic.ts";
import type { Row, Token } from "./layout.ts";
import { weightOf } from "./printed-labels.ts";
import { numbersIn, tokensOf } from "./printed-row.ts";
import type { Survey } from "./survey.ts";

/** What a code of a tax stands for, with the words that say so. */
export interface LegendEntry {
  readonly rate: DecimalText;
  readonly tokens: readonly Token[];
}

const bare = (text: string): string => text.replace(/^[([*]+|[)\]*:=.,]+$/g, "");

/** How far from a code its rate may stand: "A 7 %", "ZR = 0%", "SALES TAX 6.25% ON TAXABLE (T)". */
const furthest = 5;

/**
 * What the rows outside the items say of the codes that stand for taxes in them: "A 7 %  480.00", "1=19%", "(ZR 0%)",
 * "N3.2 = not taxable". A code for which several rates stand is none.
 */
export function taxLegend(survey: Survey, codes: ReadonlySet<string>): ReadonlyMap<string, LegendEntry> {
  const found = new Map<string, LegendEntry[]>();
  for (const row of survey.layout.rows) {
    if (survey.itemRows.has(row.index)) continue;
    for (const code of codes) {
      const entry = entryIn(row, code, survey);
      if (entry !== null) found.set(code, [...(found.get(code) ?? []), entry]);
    }
  }
  return new Map(
    [...found].flatMap(([code, entries]) => {
      const [first] = entries;
      const isOne = first !== undefined && entries.every(({ rate }) => isEqual(rate, first.rate));
      return isOne ? [[code, first] as const] : [];
    }),
  );
}

function entryIn(row: Row, code: string, survey: Survey): LegendEntry | null {
  for (const segment of row.segments) {
    const glued = segment.tokens.find(({ text }) => gluedRate(text, code) !== null);
    const rate = glued === undefined ? null : gluedRate(glued.text, code);
    if (glued !== undefined && rate !== null) return { rate, tokens: [glued] };
  }
  const tokens = tokensOf(row);
  const percents = numbersIn(row, survey.signs.conventions).filter(({ reading }) => reading.isPercent);
  for (const [at, token] of tokens.entries()) {
    if (bare(token.text) !== code) continue;
    // A code in brackets explains the rate before it, any other one the rate behind.
    const isBehind = /^[([].*[)\]]/.test(token.text) && at > 0;
    const next = percents.find(({ start }) => start > at && start - at <= furthest);
    const before = percents.findLast(({ end }) => end <= at && at - end < furthest);
    const percent =
      (isBehind ? before : undefined) ?? (isBehind || at === 0 || isWord(token) ? next : undefined);
    const value = percent?.reading.value ?? null;
    if (percent !== undefined && value !== null) return { rate: value, tokens: percent.tokens };
    const grid = at === 0 ? rateInGrid(row, survey) : null;
    if (grid !== null) return grid;
    if (at === 0 && isExempt(row, survey)) return { rate: decimalText("0"), tokens: tokens.slice(0, 8) };
  }
  return null;
}

/** "1  909.08  20.00  181.82": behind a code, the rate without its sign that makes a tax of its base. */
function rateInGrid(row: Row, { signs }: Survey): LegendEntry | null {
  const [base, rate, amount] = numbersIn(row, signs.conventions).filter(({ start }) => start > 0);
  if (base === undefined || rate === undefined || amount === undefined) return null;
  const fits = valuesOf(rate.reading).filter((share) =>
    valuesOf(base.reading).some((whole) =>
      valuesOf(amount.reading).some((part) => !isZero(part) && isShareOf(part, whole, share, 1)),
    ),
  );
  const [only, ...others] = fits;
  return only === undefined || others.length > 0 ? null : { rate: only, tokens: rate.tokens };
}

/** "ZR", "N3.2": a code that is no count or amount of the row. */
const isWord = ({ text }: Token): boolean => /\p{L}/u.test(text);

/** "1=19%", "A:7": code and rate without a space. */
function gluedRate(text: string, code: string): DecimalText | null {
  const [own, rate] = text.split(/[=:]/);
  if (own === undefined || rate === undefined || bare(own) !== code) return null;
  const figure = /^(\d{1,2}(?:[.,]\d{1,3})?) ?%?$/.exec(rate)?.[1];
  return figure === undefined ? null : decimalText(figure.replace(",", "."));
}

/** Whether a row says that something is not taxed. */
const isExempt = (row: Row, { labels }: Survey): boolean =>
  row.segments.some((segment) =>
    (labels.get(segment) ?? []).some((label) => weightOf(label, "exemption") >= 1),
  );
