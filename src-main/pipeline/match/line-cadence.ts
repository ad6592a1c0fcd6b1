import { foldWording } from "../../../src-shared/wording/index.ts";
import type { ComparedLine } from "./compared-line.ts";
import type { PricedTerm } from "./term-pool.ts";

const cadenceWords: Readonly<Record<string, RegExp>> = {
  week: /\b(weekly|week|wochentlich|hebdomadaire|wekelijks)\b/,
  month: /\b(monthly|month|monatlich|monatspauschale|mensuel(le)?|maandelijks|mensual|mensile|mensal)\b/,
  quarter: /\b(quarterly|quarter|quartal|vierteljahrlich|trimestriel(le)?|trimestre|kwartaal|q[1-4])\b/,
  "half-year": /\b(half[- ]year(ly)?|semi[- ]annual|halbjahr(lich)?|semestriel(le)?)\b/,
  year: /\b(annual|yearly|year|jahrlich|jahres\w*|annuel(le)?|jaarlijks|anual|annuale)\b/,
};

/** A flat sum for the very period that the agreement bills: "Forfait mensuel", "Pauschale II. Quartal". */
export function namesCadence(line: ComparedLine, { governing: { term } }: PricedTerm): boolean {
  if (term.type !== "fixed-fee") return false;
  return (
    saysCadence(line, term.value.per) &&
    /(\bflat\b|\bfee\b|retainer|pauschale|forfait|abonnement|subscription|\bcharge\b|canone|cuota|vergoeding)/.test(
      foldWording(line.description),
    )
  );
}

/** Whether a line says how often it comes back. */
export const saysCadence = ({ description }: ComparedLine, per: string): boolean =>
  cadenceWords[per]?.test(foldWording(description)) ?? false;
