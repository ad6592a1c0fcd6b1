import type { Literal, PerUnit } from "./literal.ts";

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
