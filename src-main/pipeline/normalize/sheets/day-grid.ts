import { foldText } from "../values/fold.ts";
import type { Grid, GridCell } from "./grid.ts";

/** "Mon", "Mo 30.3.", "30.03.", "lundi", "2026-03-30": a title that is a day. */
const dayTitle =
  /^(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie|sab|dom|gio|ma|wo|vr|za|zo|seg|ter|qua|qui|sex|[a-z]{3,9}day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|segunda|terca|quarta|quinta|sexta)(?:-feira)?[.,]?(?: .{0,12})?|\d{1,2}[./-]\d{1,2}[./-]?(?:\d{2,4})?|\d{4}-\d{2}-\d{2}(?:t.*)?|\d{1,2}[ -](?:[a-z]{3,4}\.?))$/;
const mostHours = 24;

const isDay = (cell: GridCell): boolean =>
  cell.valueType === "date" || cell.valueType === "date-time" || dayTitle.test(foldText(cell.text).trim());

/** "25-05", "26-05" are days of a month, "1-5", "6-10" are bands: of numeric days most share a part. */
function shareMonth(titles: readonly string[]): boolean {
  const pairs = titles.flatMap((title) => {
    const match = /^(\d{1,2})[./-](\d{1,2})[./-]?$/.exec(title);
    return match === null ? [] : [[match[1], match[2]] as const];
  });
  if (pairs.length < 3) return true;
  return [0, 1].some((part) => {
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(pair[part] ?? "", (counts.get(pair[part] ?? "") ?? 0) + 1);
    return Math.max(...counts.values()) * 2 >= pairs.length;
  });
}

/**
 * Whether a grid has days as columns and hours of a day below them: what people worked, whatever stands above it.
 *
 * Days as titles alone do not do: goods are counted by days too, in figures that no day has hours for.
 */
export function isDayGrid({ rows }: Grid): boolean {
  return rows.some((row, index) => {
    const days = row.flatMap((cell, column) => (cell.text !== "" && isDay(cell) ? [column] : []));
    if (days.length < 3 || !shareMonth(days.map((column) => row[column]?.text.trim() ?? ""))) return false;
    const below = rows.slice(index + 1, index + 40).filter((each) => /\p{L}{2}/u.test(each[0]?.text ?? ""));
    const figures = below.flatMap((each) => days.map((column) => (each[column]?.text ?? "").trim()));
    const filled = figures.filter((text) => text !== "");
    const hours = filled.filter(
      (text) => /^\d{1,2}(?:[.,:]\d{1,2})?h?$/.test(text) && Number.parseInt(text, 10) <= mostHours,
    );
    return filled.length >= 3 && hours.length >= filled.length * 0.7;
  });
}
