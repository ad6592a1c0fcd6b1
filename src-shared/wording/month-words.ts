import { foldWording } from "./fold.ts";

const rows = [
  "january januar janvier enero gennaio januari janeiro",
  "february februar fevrier febrero febbraio februari fevereiro",
  "march marz mars marzo maart marco",
  "april avril abril aprile",
  "may mai mayo maggio mei maio",
  "june juni juin junio giugno junho",
  "july juli juillet julio luglio julho",
  "august aout agosto augustus",
  "september septembre septiembre settembre setembro",
  "october oktober octobre octubre ottobre outubro",
  "november novembre noviembre novembro",
  "december dezember decembre diciembre dicembre dezembro",
];
const months = new Map(
  rows.flatMap((row, index) => row.split(" ").map((name) => [name, index + 1] as const)),
);

/** Months that a text names, 1 to 12, in eight languages, each once and in order. */
export function monthsNamed(text: string): readonly number[] {
  const found = foldWording(text)
    .split(/[^\p{L}]+/u)
    .flatMap((word) => months.get(word) ?? []);
  return [...new Set(found)].toSorted((first, second) => first - second);
}
