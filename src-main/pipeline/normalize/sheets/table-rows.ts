import type { GridCell } from "./grid.ts";
import { namesSum } from "./sum-words.ts";

export const isNumeric = (cell: GridCell): boolean =>
  cell.valueType === "number" || /^[-+(]?[€$£]?\s?\d[\d.,' ]*\)?%?$/.test(cell.text);

/** "38:30", "7:45:00": a length of time as a clock shows it. */
const clock = /^\d{1,4}:\d{2}(?::\d{2})?$/;
export const isClock = ({ text }: GridCell): boolean => clock.test(text.trim());

export const isBlankRow = (row: readonly GridCell[]): boolean => row.every((cell) => cell.text === "");

/** Whether a row sums up others: it says so, or holds one or two numbers and nothing else. */
export const isTotalRow = (row: readonly GridCell[]): boolean => {
  const isFigure = (cell: GridCell): boolean =>
    isNumeric(cell) || /^\d[\d.,]*\s?\p{L}{1,5}\.?(?:\s?\d{1,2}\s?(?:m|min)?\.?)?$/u.test(cell.text);
  const filled = row.filter((cell) => cell.text !== "");
  const isSummed = filled.some((cell) => namesSum(cell.text));
  // Times alone are rather those of a shift than their sum.
  const texts = filled.filter((cell) => !isFigure(cell) && !(isSummed && isClock(cell)));
  const numbers = filled.filter((cell) => !texts.includes(cell));
  if (numbers.length === 0) return false;
  if (isSummed) return texts.length <= 2;
  return texts.length === 0 && numbers.length <= 2 && row.length >= 4;
};
