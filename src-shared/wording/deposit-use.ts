import type { Term } from "../model/index.ts";
import { foldWording } from "./fold.ts";

/** "Fees are drawn from it", "applied to each invoice": not kept for the end. */
export function isDrawnAtOnce(term: Term): boolean {
  const text = foldWording(
    [...(term.conditions ?? []), term.remainder ?? "", ...term.evidence.map(({ quote }) => quote)].join(" "),
  );
  if (/\b(final|last|schluss|finale|closing|at the end)\b/.test(text)) return false;
  return /\b(drawn (down )?(from|against)|draws? (on|from|against)|(applied|credited|set off|set) (first|against|to) (each|every|the first|any|invoices|all|your bill)|each invoice|applied first|next invoice|first invoice|folgende rechnung)\b/.test(
    text,
  );
}
