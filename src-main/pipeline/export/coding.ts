import { foldWording } from "../../../src-shared/wording/index.ts";
import type { SaleDocument, SaleLine } from "./sale-document.ts";

/** What a line or a partner is called in the owner's books; `*` is for all that nothing else says. */
export interface Coding {
  readonly pairs: readonly (readonly [wording: string, code: string])[];
  readonly otherwise: string | null;
}

/**
 * Reads "Labor=4000; Parts=4010; *=4090". A text without an equals sign is the code of everything.
 *
 * Pieces without a code are left out.
 */
export const parseCoding = (text: string): Coding => {
  if (!text.includes("=")) return { pairs: [], otherwise: text.trim() === "" ? null : text.trim() };
  const pairs: [string, string][] = [];
  let otherwise: string | null = null;
  for (const piece of text.split(";")) {
    const at = piece.lastIndexOf("=");
    const wording = piece.slice(0, Math.max(at, 0)).trim();
    const code = piece.slice(at + 1).trim();
    if (at <= 0 || code === "") continue;
    if (wording === "*") otherwise = code;
    else pairs.push([foldWording(wording), code]);
  }
  return { pairs, otherwise };
};

/** The code of a line: the first wording that stands in its item code or description. */
export const lineCode = (coding: Coding, line: SaleLine): string | null => {
  const words = ` ${foldWording(`${line.itemCode ?? ""} ${line.description}`)} `;
  return coding.pairs.find(([wording]) => words.includes(` ${wording} `))?.[1] ?? coding.otherwise;
};

/** The code of a customer or supplier, by its whole name. */
export const partnerCode = (coding: Coding, name: string): string | null =>
  coding.pairs.find(([wording]) => wording === foldWording(name))?.[1] ?? coding.otherwise;

/** All codes that a coding can give, for checking against the owner's lists. */
export const codesOf = (coding: Coding): readonly string[] => [
  ...new Set([
    ...coding.pairs.map(([, code]) => code),
    ...(coding.otherwise === null ? [] : [coding.otherwise]),
  ]),
];

/** The first line that no code is given for, as a refusal. */
export const refuseUncoded = (
  coding: Coding,
  sale: SaleDocument,
): { readonly code: string; readonly facts: Readonly<Record<string, string>> } | null => {
  const line = sale.lines.find((each) => lineCode(coding, each) === null);
  return line === undefined ? null : { code: "export/line-uncoded", facts: { line: line.description } };
};
