/**
 * A counter as its format writes it; formats that we do not write are decimal.
 *
 * @param format `decimal`, `lowerLetter`, `upperRoman`, `ordinal` …, as ECMA-376 names them; other readers map to these
 */
export function formatCounter(count: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return lettersOf(count);
    case "upperLetter":
      return lettersOf(count).toUpperCase();
    case "lowerRoman":
      return romanOf(count).toLowerCase();
    case "upperRoman":
      return romanOf(count);
    case "decimalZero":
      return count.toString().padStart(2, "0");
    case "ordinal":
      return `${count}${/1\d$/u.test(count.toString()) ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th")}`;
    case "bullet":
    case "none":
      return "";
    default:
      return count.toString();
  }
}

/** a to z, then aa, bb. Source: ECMA-376 part 1, 17.18.59. */
function lettersOf(count: number): string {
  if (count < 1 || count > 780) return count.toString();
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
}

const romanParts: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function romanOf(count: number): string {
  if (count < 1 || count > 3999) return count.toString();
  let rest = count;
  let roman = "";
  for (const [value, letters] of romanParts)
    while (rest >= value) {
      roman += letters;
      rest -= value;
    }
  return roman;
}
