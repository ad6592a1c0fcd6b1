import { isEqual, sum } from "../../../../src-shared/money/index.ts";
import { foldText } from "../values/fold.ts";
import { parseUnit } from "../values/unit.ts";
import { isPersonText } from "../values/person-name.ts";
import { contentOf } from "./column-content.ts";
import type { ColumnRole } from "./column-roles.ts";
import { conventionOfCells, numberOfCell } from "./exact-cells.ts";
import type { GridCell } from "./grid.ts";
import { priced, unitInTitle } from "./measure-titles.ts";
import { titleKey } from "./title-key.ts";
import { bareTitle } from "./title-meanings.ts";

const mostlyNumbers = 0.9;

/** Roles that have a column, with how usual its title is for them. */
export type Taken = Map<ColumnRole, { readonly column: number; readonly rank: number }>;

/** "1 Florist", "2 Phone shop" under "Unit": no word for a unit, and each another. */
export function areNames(cells: readonly GridCell[]): boolean {
  const filled = cells.map(({ text }) => text).filter((text) => text !== "");
  const isUnit = (text: string): boolean => parseUnit(text) !== null;
  return filled.length > 1 && !filled.some(isUnit) && new Set(filled).size === filled.length;
}

const fewestRepeats = 3;

/** Whether all of several rows repeat one text or sum, as an export does with what it says once of the whole. */
export function isSaidOnce(cells: readonly GridCell[]): boolean {
  const filled = cells.map(({ text }) => text).filter((text) => text !== "");
  const [first = ""] = filled;
  return (
    filled.length >= fewestRepeats &&
    filled.length === cells.length &&
    (first.length > 30 || /^\d+[.,]\d{2}$/.test(first)) &&
    filled.every((text) => text === first)
  );
}

/** Whether rows repeat one figure that is the sum of another column: the total of an export, said with each row. */
export function isSumOfAnother(
  cells: readonly GridCell[],
  own: number,
  body: readonly (readonly GridCell[])[],
): boolean {
  const [first] = cells;
  if (first === undefined || cells.length < 2 || cells.some(({ text }) => text !== first.text)) return false;
  const said = numberOfCell(first, conventionOfCells(cells));
  const width = Math.max(...body.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => column).some((column) => {
    const parts = body.flatMap((row) => (row[column]?.text === "" ? [] : (row[column] ?? [])));
    const convention = conventionOfCells(parts);
    const numbers = parts.map((cell) => numberOfCell(cell, convention));
    const known = numbers.filter((value) => value !== null);
    return column !== own && said !== null && known.length === parts.length && isEqual(sum(known), said);
  });
}

/** "M.G.", "TK", "F Rae": who put this beside a row did it, or saw it. */
const initials = /^\p{Lu}\.? ?\p{Lu}\.?$/u;

/** Titles of what things were brought with, or whose they are, in codes. */
const carrierTitle =
  /\b(?:truck|lorry|vehicle|van|plate|reg|trailer|driver|kennzeichen|lkw|fahrzeug|camion|vehicule|immatriculation|matricula|camion|targa|mezzo|kenteken|wagen|viatura|batch|lot|charge|serial|seal|container|location|bay|room)\b/;

/** The column of words that no title explains: what was done or brought, "Maniobra", "Hirer". */
export function columnOfWords(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): number {
  const known = new Set([...taken.values()].map(({ column }) => column));
  let [best, longest] = [-1, 0];
  for (const [column, { text }] of header.entries()) {
    if (known.has(column) || text === "" || carrierTitle.test(titleKey(text))) continue;
    const cells = body.flatMap((row) => row[column] ?? []);
    const { filled, verdict, date, number, clock } = contentOf(cells);
    const signed = cells.filter((cell) => initials.test(cell.text) || isPersonText(cell.text)).length;
    if (signed * 2 > filled) continue;
    if (filled === 0 || filled * 2 < body.length || verdict + date + number + clock > 0.3) continue;
    const letters = cells.reduce((sum, cell) => sum + (cell.text.match(/\p{L}/gu) ?? []).length, 0) / filled;
    if (letters >= 3 && letters > longest) [best, longest] = [column, letters];
  }
  return best;
}

/** The column of codes with letters next before the counts, where no words say what was counted: "Mix" over "C30/37". */
export function columnOfCodes(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): number {
  const counted = taken.get("quantity")?.column ?? header.findIndex(({ text }) => unitInTitle(text) !== null);
  const known = new Set([...taken.values()].map(({ column }) => column));
  return header.findLastIndex(({ text }, column) => {
    if (column >= counted || text === "" || known.has(column) || carrierTitle.test(titleKey(text)))
      return false;
    const filled = body.flatMap((row) => row[column]?.text ?? []).filter((each) => each !== "");
    return filled.length === body.length && filled.every((each) => codeText.test(each));
  });
}
const codeText = /^(?=.*\p{L})(?=.*\d)[\p{L}\d ./+-]{2,24}$/u;

/** A title of the customer's own word on each row: "Client ack.", "Aut. cliente", "Kunde ok". */
const customerSays =
  /\b(?:client|customer|kunde|auftraggeber|bauherr|klant|opdrachtgever|cliente|committente)\b/;

/** The column that says yes or no of each row, whatever its title ("Decision"), or in which the customer does. */
export function columnOfVerdicts(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): number {
  const known = new Set([...taken.values()].map(({ column }) => column));
  return header.findIndex(({ text }, column) => {
    const cells = body.flatMap((row) => row[column] ?? []);
    const words = cells.filter((cell) =>
      /^(?:accepted|approved|rejected|refused|abgenommen|abgelehnt|accept|refus|aceptad|rechazad|accettat|respint|goedgekeurd|afgekeurd|aceit|rejeitad)/i.test(
        cell.text.trim(),
      ),
    );
    const { filled, verdict } = contentOf(cells);
    if (customerSays.test(foldText(text)) && filled > 0 && verdict >= mostlyNumbers) return true;
    return (
      !known.has(column) && text !== "" && words.length > 0 && words.length >= cells.length * mostlyNumbers
    );
  });
}

const moneyTitle = /^(?:(?:\w+ )?[([]?(?:[€$£]|eur|usd|gbp|chf|cad|aud|ttc|tvac)[)\]]?)$/;

const moneyText = /^[-(]?(?:[€$£]|(?:eur|usd|gbp|chf)\s)\s?\d|\d\s?(?:[€$£]|(?:eur|usd|gbp|chf))\)?$/i;

/** The last column of sums: its title is a currency or says that tax is in ("GBP", "TTC"), or each cell has its sign. */
export function columnOfMoney(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): number {
  const known = new Set([...taken.values()].map(({ column }) => column));
  return header.findLastIndex(({ text }, column) => {
    if (known.has(column) || text === "") return false;
    const cells = body.flatMap((row) => row[column] ?? []);
    const isSigned = cells.every((cell) => cell.text === "" || moneyText.test(cell.text));
    const isCost =
      costTitle.test(bareTitle(titleKey(text))) && isPaidOnce(body, taken) && cells.every(isCents);
    if (!isSigned && !isCost && !moneyTitle.test(titleKey(text))) return false;
    const { filled, number } = contentOf(cells);
    return filled > 0 && number >= mostlyNumbers && !isSaidOnce(cells);
  });
}

const costTitle = /\b(?:costs?|kosten|cout|costo|coste|custo|paid|spent)$/;
/** Whether a cell is empty or holds a sum of money: a typed number, or one with two decimals. */
export const isCents = ({ text, valueType }: GridCell): boolean =>
  text === "" || valueType === "number" || /^\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2}$/.test(text);

/** Of one piece, or of what nobody counted, the cost is the price and the sum alike. */
const isPaidOnce = (body: readonly (readonly GridCell[])[], taken: Taken): boolean => {
  const counted = taken.get("quantity")?.column;
  return counted === undefined || body.every((row) => /^1?(?:[.,]0+)?$/.test(row[counted]?.text ?? ""));
};

/** "Cable tie 200mm" under "Name": with figures in some, and a person in none. */
export function areThings(cells: readonly GridCell[]): boolean {
  const filled = cells.map(({ text }) => text).filter((text) => text !== "");
  return filled.some((text) => /\d/.test(text)) && !filled.some((text) => isPersonText(text));
}

/** The only column of numbers beside a column of units: "Out", whatever its title, but for one of prices. */
export function columnOfCounts(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): number {
  const known = new Set([...taken.values()].map(({ column }) => column));
  const found = header.flatMap(({ text }, column) => {
    const { filled, number } = contentOf(body.flatMap((row) => row[column] ?? []));
    const isCount = text !== "" && !priced.test(titleKey(text));
    return !known.has(column) && isCount && filled > 0 && number >= mostlyNumbers ? [column] : [];
  });
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

/** The column of nothing but units beside the counts, whatever its title: "saco", "m", "pal." */
export function columnOfUnits(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: Taken,
): number {
  const known = new Set([...taken.values()].map(({ column }) => column));
  return header.findIndex((_, column) => {
    const filled = body.flatMap((row) => row[column]?.text ?? []).filter((text) => text !== "");
    const units = filled.filter((text) => parseUnit(text) !== null);
    const areShort = filled.every((text) => /^\p{L}[\p{L}²³\d./]{0,9}$/u.test(text));
    return !known.has(column) && areShort && units.length > 0 && units.length * 5 >= filled.length * 3;
  });
}
