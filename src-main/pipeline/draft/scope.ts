import { isCalendarUnit, isTimeUnit, foldWording, wordingOf } from "../../../src-shared/wording/index.ts";
import type { Charge } from "./draft-room.ts";

/** Charges that a discount, tax, minimum or surcharge of a scope is about: fees, and of those the ones that it names. */
export function chargesInScope(charges: readonly Charge[], scope: string | undefined): readonly Charge[] {
  const fees = charges.filter(({ kind }) => kind === "fee" || kind === "progress");
  const folded = foldWording(scope ?? "");
  if (/\b(rentals?|hire|lease|miete|location|noleggio|alquiler|huur)\b/.test(folded)) {
    const hired = fees.filter(({ unit }) => unit === "day" || unit === "week" || isCalendarUnit(unit));
    if (hired.length > 0) return hired;
  }
  const wanted = wordingOf(
    folded.replace(
      /\b(all|total|entire|whole|invoices?|agreement|fees?|amounts?|any|every|net|order|subtotal|charges?)\b/g,
      " ",
    ),
  );
  if (wanted.content.length === 0) return fees;
  if (/\b(labou?r|time|hours?|hourly)\b/.test(folded)) return fees.filter(({ unit }) => isTimeUnit(unit));
  const named = fees.filter((each) => isNamed(each, wanted.content));
  if (named.length === 0 && /\b(parts?|materials?|goods|equipment|hardware)\b/.test(folded))
    return fees.filter(({ unit }) => !isTimeUnit(unit));
  return named;
}

function isNamed({ description, group, role, terms }: Charge, words: readonly string[]): boolean {
  const items = terms.map(({ term }) => {
    const named = term.value as { readonly item?: string; readonly role?: string };
    return `${named.role ?? ""} ${named.item ?? ""}`;
  });
  const wording = wordingOf([description, group ?? "", role ?? "", ...items].join(" "));
  return words.some((word) => wording.all.has(word));
}
