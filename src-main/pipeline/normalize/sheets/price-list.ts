import { foldText } from "../values/fold.ts";
import { contentOf } from "./column-content.ts";
import type { Grid, GridCell } from "./grid.ts";
import { namesSum } from "./sum-words.ts";

const priceTitle =
  /(?:^|[^\p{L}])(?:(?:unit|net|day|hourly|daily|weekly|monthly|list) ?)?(?:rates?|prices?|tariffs?|fees?|preise?|einzelpreis|nettopreis|satz|\p{L}*satze?|tarife?|tarifs?|prix|taux|precios?|tarifas?|prezz[oi]|tariff[ae]|precos?|prij[sz](?:en)?|tarie(?:f|ven)|[€$£])(?:$|[^\p{L}])/u;
/** Day, week, month side by side: what hire of the thing in the row costs. */
const periodTitle =
  /^(?:1 )?(?:hour|half day|day|week|weekend|month|daily|weekly|monthly|stunde|tag|woche|monat|heure|jour|semaine|mois|hora|dia|semana|mes|ora|giorno|settimana|mese|uur|dag|maand)\b/;
/** What only a paper about something that happened has: counts, days, numbers of papers, sums. */
const happenedTitle =
  /(?:^|[^\p{L}])(?:qty|quantity|menge|anzahl|quantite|qte|cantidad|cant|quantita|q\.ta|quantidade|qtd|aantal|date|datum|fecha|data|invoice|rechnung|facture|factura|fattura|fatura|factuur|total|sums?|summe|somme|suma|somma|soma|gesamt\p{L}*|totale|totaal|importe|importo|montant|bedrag|betrag|amount|hours|stunden|std|heures|horas|ore|uren)(?:$|[^\p{L}])/u;
/** Where a band of quantity begins, over figures, and bands as titles: "ab", "vanaf", "6-10 pallets", "over 50". */
const beginTitle = /^(?:from|ab|ab menge|von|desde|da|dal|a partir(?: de)?|vanaf|van)(?: [\p{L} .]*)?$/u;
const bandTitle =
  /^(?:(?:up to|over|more than|from|bis|ab|uber|jusqu'a|plus de|a partir de|hasta|mas de|fino a|oltre|da|ate|mais de|acima de|tot|vanaf|meer dan) \d[\d., ]*|\d{1,3}(?:[., ]\d{3})* ?(?:-|–|to|bis|a|tot) ?\d{1,3}(?:[., ]\d{3})*|\d[\d., ]* ?\+)(?: [\p{L}²³]+)?$/u;
/** Who did it: figures beside people are what they did, unless a title says that they are prices. */
const personTitle =
  /(?:^|[^\p{L}])(?:employee|worker|staff|mitarbeiter\p{L}*|arbeiter|person|salarie\p{L}*|collaborateur|empleado\p{L}*|trabajador\p{L}*|dipendente|lavoratore|funcionario|colaborador|medewerker|werknemer|uitzendkracht)(?:$|[^\p{L}])/u;

/** From or until when prices hold: days that nothing happened on. */
const validTitle =
  /^(?:valid|effective|gultig|gilt|ab datum|preisstand|valable|en vigueur|applicable|valido|vigente|vigencia|validita|in vigore|geldig|em vigor|validade)(?:$|[^\p{L}])/u;

const isWorded = (cell: GridCell | undefined): boolean =>
  cell !== undefined && /\p{L}{2}/u.test(cell.text) && cell.valueType !== "number";

/**
 * Whether a grid lists what things cost and nothing that happened: a column of prices beside names, with no counts, no
 * days and no sum. Such a sheet agrees prices, whatever it calls itself.
 */
export const isPriceList = ({ rows }: Grid): boolean => {
  // Each row may be the head of a list that reaches to the end: what the rows below are is told once for all of them.
  const filled = rows.map((row) => row.filter((cell) => cell.text !== "").length);
  const summing = new Map<number, boolean>();
  const hasSum = (at: number): boolean => {
    const known = summing.get(at) ?? (rows[at] ?? []).some((cell) => namesSum(cell.text));
    summing.set(at, known);
    return known;
  };
  return rows.slice(0, mostRowsAbove).some((_, index) => headsPriceList({ rows, filled, hasSum }, index));
};

/** Rows with how many cells each has filled and whether one of them names a sum. */
interface ListedRows {
  readonly rows: Grid["rows"];
  readonly filled: readonly number[];
  readonly hasSum: (at: number) => boolean;
}

/** Titles of columns stand below the head of a paper, not deep within a long list. */
const mostRowsAbove = 60;

function headsPriceList({ rows, filled, hasSum }: ListedRows, index: number): boolean {
  const titles = (rows[index] ?? []).map((cell) => foldText(cell.text).trim());
  const named = titles.filter((title) => title !== "");
  if (named.length < 2 || named.some((title) => title.length > 40)) return false;
  if (!titles.slice(1).some(namesPrices)) return false;
  const end = filled.findIndex((count, at) => at > index && count < 2 && isBreak(filled, at));
  const places = filled
    .slice(0, end < 0 ? rows.length : end)
    .flatMap((count, at) => (at > index && count > 1 ? [at] : []));
  if (places.length < 2 || places.some(hasSum)) return false;
  const listed = places.map((at) => rows[at] ?? []);
  const contents = titles.map((_, column) => contentOf(cellsOf(listed, column)));
  if (
    contents.some(
      ({ date, clock }, column) => clock > 0.5 || (date > 0.5 && !validTitle.test(titles[column] ?? "")),
    )
  )
    return false;
  const isFigures = (column: number): boolean => (contents[column]?.number ?? 0) > 0.6;
  if (titles.some((title, column) => happenedTitle.test(title) && isFigures(column))) return false;
  const isNamed = listed.filter((row) => row.some(isWorded)).length >= listed.length * 0.6;
  if (!isNamed && !titles.some((title) => beginTitle.test(title))) return false;
  const priced = titles.filter(
    (title, column) =>
      column > 0 &&
      title !== "" &&
      isFigures(column) &&
      (contents[column]?.filled ?? 0) >= listed.length * 0.6,
  );
  if (titles.some((title) => personTitle.test(title)) && !priced.some((title) => priceTitle.test(title)))
    return false;
  return (
    priced.some((title) => priceTitle.test(title)) ||
    priced.filter((title) => periodTitle.test(title)).length > 1 ||
    priced.filter((title) => bandTitle.test(title)).length > 1
  );
}

/** The cells of a column one by one: the first of them say what all are. */
function* cellsOf(rows: Grid["rows"], column: number): Iterable<GridCell> {
  for (const row of rows) {
    const cell = row[column];
    if (cell !== undefined) yield cell;
  }
}

const namesPrices = (title: string): boolean =>
  priceTitle.test(title) || periodTitle.test(title) || bandTitle.test(title);

/** A row of less than two cells ends the list unless rows of it go on behind: then it names a group. */
const isBreak = (filled: readonly number[], at: number): boolean =>
  (filled[at + 1] ?? 0) < 2 || filled[at] === 0;
