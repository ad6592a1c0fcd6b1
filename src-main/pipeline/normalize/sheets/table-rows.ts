import { foldText } from "../values/fold.ts";
import type { GridCell } from "./grid.ts";

const totalWords =
  /^(?:(?:grand|sub|page|weekly|week|daily|monthly|overall|running|carried|brought) ?)*(?:totals?|sums?|summen?|gesamt\w*|insgesamt|zwischensumme|ubertrag|total general|totaal|subtotaal|eindtotaal|totale|totali|totales|totais|suma|sumas|soma|somme|somma|subtotal|sous-total|cumul|forward)(?![a-z])/;

export const isNumeric = (cell: GridCell): boolean =>
  cell.valueType === "number" || /^[-+(]?[€$£]?\s?\d[\d.,' ]*\)?%?$/.test(cell.text);

export const isBlankRow = (row: readonly GridCell[]): boolean => row.every((cell) => cell.text === "");

/** Whether a row sums up others: it says so, or holds one or two numbers and nothing else. */
export const isTotalRow = (row: readonly GridCell[]): boolean => {
  const isFigure = (cell: GridCell): boolean =>
    isNumeric(cell) || /^\d[\d.,]*\s?\p{L}{1,5}\.?$/u.test(cell.text);
  const texts = row.filter((cell) => cell.text !== "" && !isFigure(cell));
  const numbers = row.filter((cell) => cell.text !== "" && isFigure(cell));
  if (numbers.length === 0) return false;
  if (texts.some((cell) => totalWords.test(foldText(cell.text)))) return texts.length <= 2;
  return texts.length === 0 && numbers.length <= 2 && row.length >= 4;
};
