import { compare, isDecimalText, type DecimalText } from "../../../src-shared/money/index.ts";

/** Names of tax rates in the owner's books, by rate; `none` is for lines without a rate. */
export type TaxMapping = ReadonlyMap<string, string>;

/** Reads "20=20% (VAT on Income); 0=Zero Rated Income; none=No VAT". Pieces that do not fit are left out. */
export const parseTaxMapping = (text: string): TaxMapping => {
  const mapping = new Map<string, string>();
  for (const piece of text.split(";")) {
    const at = piece.indexOf("=");
    if (at <= 0) continue;
    const rate = piece.slice(0, at).trim().replace(/%$/, "").trim();
    const name = piece.slice(at + 1).trim();
    if (name !== "" && (rate === "none" || isDecimalText(rate))) mapping.set(rate, name);
  }
  return mapping;
};

/** The name for a rate; `null` when the owner has not said. Rates are compared as numbers (20 and 20.00 are one). */
export const taxNameOf = (mapping: TaxMapping, rate: DecimalText | null): string | null => {
  if (rate === null) return mapping.get("none") ?? null;
  for (const [known, name] of mapping)
    if (known !== "none" && compare(known as DecimalText, rate) === 0) return name;
  return null;
};
