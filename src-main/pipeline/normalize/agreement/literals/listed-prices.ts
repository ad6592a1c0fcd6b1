import type { Literal, NumberStyle, PerUnit } from "./literal.ts";

/** "PM 175, Dev 150, QA 120 (USD, hourly)": bare numbers behind names are prices where the unit names a currency apart. */
export function promoteListedPrices(
  literals: readonly Literal[],
  perUnits: readonly PerUnit[],
  text: string,
): readonly Literal[] {
  const code = /(?<![\p{L}\d])(USD|EUR|GBP|CAD|CHF|AUD)(?![\p{L}\d])(?! ?\d)/u.exec(text);
  const [per] = perUnits;
  if (code === null || per === undefined || literals.some((literal) => literal.type === "money"))
    return literals;
  const isListed = (literal: Literal): boolean =>
    literal.type === "number" &&
    literal.wording === "digits" &&
    /(?:^|[,;:] |and )[\p{Lu}][\p{L}/.& -]{0,30} $/u.test(
      text.slice(Math.max(0, literal.start - 36), literal.start),
    ) &&
    /^(?:[,;.)]| and | \(|$)/.test(text.slice(literal.end, literal.end + 6));
  if (literals.filter(isListed).length < 2) return literals;
  return literals.map((literal) =>
    isListed(literal) && literal.type === "number"
      ? { ...literal, type: "money", currency: code[1] ?? null, symbol: null, per: perUnits.slice(0, 1) }
      : literal,
  );
}

/**
 * "Folding by hand: 28.50 per hour" in a list whose prices are all in one currency: the figure is money.
 *
 * Only figures with decimals, as prices have, behind words, and only in rows: a sentence names its currency.
 */
export function withBarePrices(
  literals: readonly Literal[],
  text: string,
  { listCurrency, rowCurrency }: NumberStyle,
): readonly Literal[] {
  if (text.length > 160) return literals;
  if (listCurrency === null || listCurrency === undefined)
    return rowCurrency === null || rowCurrency === undefined
      ? literals
      : withLedPrice(literals, text, rowCurrency);
  if (literals.some(({ type }) => type === "money")) return literals;
  return literals.map((literal) => {
    if (literal.type !== "number" || literal.wording !== "digits") return literal;
    const printed = text.slice(literal.start, literal.end);
    const isPrice =
      /^\d{1,6}[.,]\d{2,4}$/.test(printed) &&
      (/\p{L}/u.test(text.slice(0, literal.start)) || printed === text.trim()) &&
      /^(?:$|[\s.;,)]*$| ?(?:\/|·|•|\||each|per|je|pro|par|an |a |le |por|al|\())/iu.test(
        text.slice(literal.end),
      );
    return isPrice
      ? { ...literal, type: "money" as const, currency: listCurrency, symbol: null, per: literal.per }
      : literal;
  });
}

/** "Supply and fit new boiler ........ 3,250.00": a figure with cents at the end of dot leaders. */
const withLedPrice = (literals: readonly Literal[], text: string, currency: string): readonly Literal[] =>
  literals.map((literal) =>
    literal.type === "number" &&
    literal.wording === "digits" &&
    /\.{4,} ?$/.test(text.slice(0, literal.start)) &&
    /^\d{1,3}(?:[.,' ]\d{3})*[.,]\d{2}$|^\d+[.,]\d{2}$/.test(text.slice(literal.start, literal.end)) &&
    /^[\s.;,)]*$/.test(text.slice(literal.end))
      ? {
          ...literal,
          type: "money" as const,
          currency: currency === "$" ? null : currency,
          symbol: currency === "$" ? "$" : null,
          per: literal.per,
        }
      : literal,
  );
