import type { LabelField } from "../labels/index.ts";
import type { Row, Segment } from "./layout.ts";
import { startsWithLabel, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";
import { hasMoney, tokensOf } from "./printed-row.ts";

/** Labels that end a table; others ("deposit", "discount") stand inside descriptions too. */
const endingFields: readonly LabelField[] = ["subtotal", "net", "tax", "gross", "payable"];

/** Every sum that may stand under the items. */
export const totalFields: readonly LabelField[] = [
  "subtotal",
  "net",
  "tax",
  "gross",
  "payable",
  "prepaid",
  "open-balance",
  "rounding",
  "retention",
  "withholding",
  "early-payment",
  "in-words",
];

/** Sums and what is stated beside them. */
export const statedFields: readonly LabelField[] = [...totalFields, "none"];

const sumWord =
  /(?:summe|betrag|total|totaal|totale|sum|amount|montant|somme|importe|suma|valor|importo|bedrag|som|soma)$/i;

/** "Abrechnungssumme netto", "Montant travaux TTC": the word for the sum stands before what it is. */
export function isOfSum({ segment, start, end, meanings }: PrintedLabel): boolean {
  return (
    start > 0 &&
    start <= 2 &&
    end === segment.tokens.length &&
    sumWord.test(segment.tokens[0]?.text ?? "") &&
    meanings.some(({ field }) => field === "net" || field === "gross")
  );
}

/** How surely a row begins with the label of a total; 0 when it does not. */
export function totalStrength(
  row: Row,
  labels: LabelIndex,
  fields: readonly LabelField[] = endingFields,
): number {
  const strengthOf = (segment: Segment): number | null => {
    const [label] = labels.get(segment) ?? [];
    if (label !== undefined && isOfSum(label) && endsInMoney(row))
      return weightOf(label, label.meanings[0]?.field ?? "none");
    if (label === undefined || !startsWithLabel(segment, labels)) return null;
    return Math.max(0, ...fields.map((field) => weightOf(label, field)));
  };
  const [first, ...others] = row.segments.filter((segment) => /\p{L}/u.test(segment.text));
  if (first === undefined) return 0;
  // A count or a remark may stand left of the sum: "Total spots 6 … Gross total 2,550.00".
  return Math.max(
    strengthOf(first) ?? 0,
    ...others
      .filter((segment) => isNamedInFull(segment, labels) && endsInMoney(row))
      .map((segment) => strengthOf(segment) ?? 0),
  );
}

/** A name of several words opens the segment: "Gross total", not "Net" or "Bruttopreis", which stand in items too. */
export const isNamedInFull = (segment: Segment, labels: LabelIndex): boolean =>
  (labels.get(segment) ?? []).some(({ start, end }) => start === 0 && end >= 2);

/** Whether a row ends in an amount with decimals. */
export const endsInMoney = (row: Row): boolean => /\d[.,]\d{2}\)?-?$/.test(row.text.trim());

/** How many cells of a row are names of sums and nothing else: the head of a grid of totals or of a tax table. */
export function namesOfSums(row: Row, labels: LabelIndex): number {
  return row.segments.filter((segment) =>
    (labels.get(segment) ?? []).some(
      (label) =>
        (label.isPlain || isOnlyRated(label)) &&
        !/\d[.,]\d\d(?!\d| ?%)/.test(segment.text) &&
        totalFields.some((field) => weightOf(label, field) >= 0.5),
    ),
  ).length;
}

/** "Netto 19 %", "Total EUR": a name with nothing behind it but a rate or a currency. */
const isOnlyRated = ({ segment, start, end }: PrintedLabel): boolean =>
  start === 0 &&
  segment.tokens
    .slice(end)
    .every(({ text }) => /^(?:[\d.,]*%|\d{1,2}(?:[.,]\d)?|[A-Z]{3}|[€$£])$/.test(text)) &&
  /%$|^[^\d]*$/.test(segment.text);

/** Whether a row carries a sum from one page to the next ("Übertrag", "brought forward"). */
export function carriesForward(row: Row, labels: LabelIndex): boolean {
  return row.segments.some((segment) =>
    (labels.get(segment) ?? []).some(
      (label) =>
        weightOf(label, "carry-forward") >= 1 &&
        (label.start === 0 || (label.start === 1 && label.phrase.includes(" "))),
    ),
  );
}

/** "Zero-rated (0)  386.00" under the items belongs to the taxes: the words are the whole name, but for a code or a rate. */
export function isExemptSum(row: Row, labels: LabelIndex): boolean {
  const [first] = row.segments;
  if (first === undefined || row.segments.length < 2 || !hasMoney(row.text)) return false;
  const [label] = labels.get(first) ?? [];
  return (
    label !== undefined &&
    label.start === 0 &&
    weightOf(label, "exemption") >= 1 &&
    first.tokens.slice(label.end).every(({ text }) => !/\p{L}{2}/u.test(text))
  );
}

/** Words of a row that names a tax and its rate, at most: "zzgl. 19 % MwSt." */
const mostTaxWords = 3;

/** "zzgl. 19 % MwSt.:  831.25": a rate and the name of a tax, whatever word stands before them, and little else. */
function namesRatedTax(row: Row, labels: LabelIndex): boolean {
  const words = tokensOf(row).filter(({ text }) => /\p{L}{3}/u.test(text));
  return (
    words.length <= mostTaxWords &&
    /\d ?%/.test(row.text) &&
    row.segments.some((segment) => (labels.get(segment) ?? []).some((label) => weightOf(label, "tax") >= 0.7))
  );
}

/** "Output CGST 9 %  24,075.00", "Add: IGST @ 18 %": a tax with its rate among the items, and no other words. */
export function isTaxRow(row: Row, labels: LabelIndex): boolean {
  if (namesRatedTax(row, labels)) return true;
  const lettered = row.segments.filter((segment) => /\p{L}{3}/u.test(segment.text));
  const [only, ...others] = lettered;
  if (only === undefined || others.length > 0 || !endsInMoney(row) || !/\d ?%|@/.test(row.text)) return false;
  const label = (labels.get(only) ?? []).find((one) => weightOf(one, "tax") >= 1);
  return (
    label !== undefined &&
    label.start <= 2 &&
    only.tokens.slice(0, label.start).filter(({ text }) => /\p{L}{2}/u.test(text)).length <= 1 &&
    only.tokens.slice(label.end).every(({ text }) => !/\p{L}{3}/u.test(text))
  );
}

/** Rates of one tax that a paper lists under each other at most. */
const mostRates = 4;

/** "R = 5%  8.25" right under "VAT: S = 20%  259.00": a further rate of the tax that the row above names, without words. */
export function isFurtherTax(row: Row, rows: readonly Row[], labels: LabelIndex): boolean {
  const isBareRate = ({ text }: Row): boolean => !/\p{L}{3}/u.test(text) && /\d ?%/.test(text);
  for (let at = row.index; at > row.index - mostRates; at -= 1) {
    const [own, above] = [rows[at], rows[at - 1]];
    if (own === undefined || above === undefined || above.page !== own.page) return false;
    if (!isBareRate(own) || !endsInMoney(own) || own.top - above.bottom > own.bottom - own.top) return false;
    if (isTaxRow(above, labels) && endsInMoney(above)) return true;
  }
  return false;
}
