import { isRoleHead } from "../labels/index.ts";
import type { ColumnRole } from "../labels/index.ts";
import { foldText } from "../values/index.ts";
import type { Row, Segment, Token } from "./layout.ts";
import type { HeaderCell } from "./header-cells.ts";
import { greatestOf, leastOf, textOf } from "./layout.ts";
import type { TableHeader } from "./table-header.ts";

/** A column with its reach: from its left cut to its right cut. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly role: ColumnRole;
  /** How surely its name says the role; 0 for unknown names. */
  readonly weight: number;
  readonly header: string;
  /** The words of its name as they stand on the page. */
  readonly headerTokens: readonly Token[];
  /** Every role its name may mean, for choosing by arithmetic. */
  readonly names: readonly ColumnRole[];
  /** Its name says that it holds prices, though it holds the amounts as well. */
  readonly isPrice?: boolean;
}

/** Cuts between the columns of a header, placed where the fewest words of the body are crossed. */
export function headerToColumns(
  header: TableHeader,
  body: readonly Row[],
  height: number,
): readonly Column[] {
  const { cells } = header;
  const data = body
    .filter((row) => row.segments.length >= 2 && row.segments.some((segment) => /\d/.test(segment.text)))
    .slice(0, 60);
  // A row of as many runs of words as there are names fills each column once, however its cells are aligned.
  const whole = data.filter((row) => row.segments.length === cells.length);
  const segments = data.flatMap((row) => row.segments);
  const tokens = segments.flatMap((segment) => segment.tokens);
  const days = tokens.filter((token) => dayInFigures.test(token.text));
  const isOfDays = (cell: HeaderCell): boolean => cell.meanings[0]?.field === "date";
  const cuts: number[] = [];
  for (let index = 0; index + 1 < cells.length; index += 1) {
    const [left, right] = [cells[index], cells[index + 1]];
    if (left === undefined || right === undefined) continue;
    const center = (left.right + right.left) / 2;
    const lowest = Math.max(left.left, cuts.at(-1) ?? 0) + 0.0005;
    const highest = right.right;
    const margin = 0.1 * height;
    const candidates = [center, left.right + margin, right.left - margin];
    for (const token of tokens) candidates.push(token.left - margin, token.right + margin);
    // Only what reaches between the two names can be crossed there.
    const isBetween = (one: { readonly left: number; readonly right: number }): boolean =>
      one.right > lowest && one.left < highest;
    const [nearTokens, nearSegments] = [tokens.filter(isBetween), segments.filter(isBetween)];
    const telling = isOfDays(left) === isOfDays(right) ? [] : days;
    /** What a cut costs; no more is added up once it is above the bound. */
    const price = (x: number, bound: number): number => {
      // Distance only chooses among free places: it never outweighs a phrase that would be cut in two.
      const distance = (0.1 * Math.abs(x - center)) / height;
      let cost = (0.9 * distance) / (1 + distance);
      for (const token of nearTokens) if (token.left < x && x < token.right) cost += 3;
      if (cost > bound) return cost;
      for (const segment of nearSegments)
        if (segment.left < x && x < segment.right)
          cost += gapAt(segment, x) > Math.max(0.55 * height, 1.3 * spaceOf(segment)) ? 0.2 : 1;
      // A day belongs to the column of days, also where it stands beside its name.
      for (const token of telling) {
        const center = centerOf(token);
        if (isOfDays(left) && !isOfDays(right) && center > x && token.left < right.right) cost += 2;
        if (isOfDays(right) && !isOfDays(left) && center < x && token.right > left.left) cost += 2;
      }
      for (const row of whole) {
        const [own, next] = [row.segments[index], row.segments[index + 1]];
        if (own !== undefined && next !== undefined && (x < centerOf(own) || x > centerOf(next))) cost += 1;
      }
      if (left.left < x && x < left.right) cost += 5;
      if (right.left < x && x < right.right) cost += 5;
      return cost;
    };
    let best = center;
    let least = Number.POSITIVE_INFINITY;
    for (const x of new Set(candidates)) {
      if (x <= lowest || x >= highest) continue;
      const cost = price(x, least);
      if (cost < least || (cost === least && x < best)) {
        least = cost;
        best = x;
      }
    }
    cuts.push(best);
  }
  return cells.map((cell, index) => ({
    left: index === 0 ? Number.NEGATIVE_INFINITY : (cuts[index - 1] ?? cell.left),
    right: cuts[index] ?? Number.POSITIVE_INFINITY,
    role: cell.meanings[0]?.field ?? "none",
    weight: cell.meanings[0]?.weight ?? 0,
    header: cell.text,
    headerTokens: cell.tokens,
    names: cell.meanings.map((meaning) => meaning.field),
    isPrice: strongest(cell) === "price",
  }));
}

const centerOf = (one: { readonly left: number; readonly right: number }): number =>
  (one.left + one.right) / 2;

/** What a name says first, wherever it stands: "Rate" names prices though the last column holds the amounts. */
const strongest = ({ meanings }: HeaderCell): ColumnRole | null =>
  meanings.toSorted((one, other) => other.weight - one.weight)[0]?.field ?? null;

/**
 * A header whose first name stands right of what the rows say first has an unnamed column of descriptions before it:
 * "Units | Rate $ | $" over "Coach with driver | 4 | 1,180.00 | 4,720.00".
 */
export function withUnnamedLead(header: TableHeader, body: readonly Row[], height: number): TableHeader {
  const [first] = header.cells;
  if (first === undefined || header.cells.some(({ meanings }) => meanings[0]?.field === "description"))
    return header;
  const data = body.filter(({ segments }) => segments.length >= 2);
  const leads = data.flatMap(({ segments: [lead] }) =>
    lead !== undefined && /\p{L}{3}/u.test(lead.text) && lead.left < first.left - height ? [lead] : [],
  );
  const isFree = leads.every(({ right }) => right < first.right);
  if (!isFree || leads.length === 0 || leads.length * 2 < data.length) return header;
  const left = leastOf(leads.map((lead) => lead.left));
  const right = Math.min(first.left - 0.5 * height, greatestOf(leads.map((lead) => lead.right)));
  const lead: HeaderCell = {
    ...first,
    left,
    right: Math.max(right, left + height),
    tokens: [],
    text: "",
    covered: 0,
    meanings: [{ field: "description", weight: 0.6, languages: [] }],
  };
  return { ...header, cells: [lead, ...header.cells] };
}

const wordyRoles: ReadonlySet<ColumnRole> = new Set([
  "none",
  "code",
  "position",
  "person",
  "reference",
  "hours-kind",
]);

/**
 * Where no name says "description", the wordiest column of words is it: "Item", "Artículo", an unknown name. A name
 * over nothing but figures ("Charge" over amounts) describes nothing and keeps its other meanings only.
 */
export function withDescription(
  known: readonly Column[],
  rows: readonly (readonly (readonly Token[])[])[],
): readonly Column[] {
  const isWordless = (index: number): boolean => {
    const filled = rows.filter((cells) => (cells[index]?.length ?? 0) > 0);
    return (
      filled.length > 0 &&
      filled.every((cells) => (cells[index] ?? []).every((token) => !/\p{L}/u.test(token.text)))
    );
  };
  const isWorded = (index: number): boolean => {
    const filled = rows.flatMap((cells) => ((cells[index]?.length ?? 0) > 0 ? [cells[index] ?? []] : []));
    return (
      filled.length > 0 &&
      filled.every((cell) => cell.some(({ text }) => /\p{L}{3}/u.test(text)) && !/\d/.test(textOf(cell)))
    );
  };
  const works = known.flatMap(({ role, header }, index) =>
    ["none", "person", "position"].includes(role) && isRoleHead(foldText(header)) && isWorded(index)
      ? [index]
      : [],
  );
  // "Worker" describes a row that says no more, and names who did what stands beside it.
  const persons = known.flatMap(({ role, names }, index) =>
    role === "person" ||
    (role === "description" && names.includes("person") && works.some((at) => at !== index))
      ? [index]
      : [],
  );
  const isDescribed = known.some(
    ({ role }, index) => role === "description" && !persons.includes(index) && !isWordless(index),
  );
  const columns = known.map((column, index): Column => {
    // Beside a column of persons "Position", "Role" or "Grade" is what somebody works as: no number, and no name.
    const isOfWork = column.role === "position" ? isWorded(index) : !isDescribed && works.includes(index);
    if (isOfWork && persons.some((at) => at !== index))
      return { ...column, role: "description", names: ["description"], weight: 0.6 };
    if (column.role === "description" && !isDescribed && persons.includes(index))
      return { ...column, role: "person", names: ["person"] };
    if (column.role !== "description" || !isWordless(index)) return column;
    const names = column.names.filter((name) => name !== "description");
    return { ...column, role: "none", names, weight: 0 };
  });
  if (columns.some(({ role }) => role === "description")) return columns;
  const letters = columns.map(({ role }, index) =>
    wordyRoles.has(role)
      ? rows.reduce(
          (sum, cells) =>
            sum +
            (cells[index] ?? []).filter((token) => /\p{L}{3}/u.test(token.text) && !/\d/.test(token.text))
              .length,
          0,
        )
      : 0,
  );
  const most = Math.max(...letters);
  const at = letters.indexOf(most);
  return most === 0 || at < 0
    ? columns
    : columns.map((column, index) =>
        index === at ? { ...column, role: "description", names: ["description"], weight: 0.6 } : column,
      );
}

/** The usual space between the words of a phrase: some faces space them wider than half a letter. */
function spaceOf({ tokens }: Segment): number {
  const gaps = tokens.slice(1).map((token, at) => token.left - (tokens[at]?.right ?? token.left));
  return gaps.length < 3 ? 0 : (gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0);
}

/** Width of the white space of a segment at a place in it; 0 inside a word. */
function gapAt(segment: Segment, x: number): number {
  const next = segment.tokens.findIndex((token) => token.left > x);
  const [before, after] = [segment.tokens[next - 1], segment.tokens[next]];
  return before === undefined || after === undefined || before.right > x ? 0 : after.left - before.right;
}

/** A day in figures is neither quantity nor price, wherever it stands. */
const dayInFigures = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4}))[.,;:)]?$/;
/** Columns of dates and figures: words behind them are those of the next column. */
const figureRoles: ReadonlySet<ColumnRole> = new Set([
  "date",
  "start",
  "end",
  "quantity",
  "price",
  "amount",
  "gross",
  "tax-rate",
  "discount",
]);

/** The space between the words of a phrase, in a typewriter face wider than elsewhere; 0 where too few words tell. */
function usualGap({ tokens }: Segment): number {
  const gaps = tokens.slice(1).map((token, at) => token.left - (tokens[at]?.right ?? token.left));
  const middle = gaps.toSorted((first, second) => first - second)[Math.floor(gaps.length / 2)] ?? 0;
  return tokens.length >= 4 && middle < 0.8 * (tokens[0]?.size ?? 0) ? 1.1 * middle : 0;
}

/** The words of a row by column; a word belongs where its center is, the words of one phrase stay together. */
export function rowToCells(row: Row, columns: readonly Column[]): readonly (readonly Token[])[] {
  const cells: Token[][] = columns.map(() => []);
  for (const segment of row.segments) {
    let before = -1;
    const usual = usualGap(segment);
    segment.tokens.forEach((token, index) => {
      const center = (token.left + token.right) / 2;
      const own = columns.findIndex((column) => center >= column.left && center < column.right);
      const gap = index === 0 ? 1 : token.left - (segment.tokens[index - 1]?.right ?? token.left);
      // A sentence that runs over the cut of its column: its last words hold no figures but days and follow closely.
      const runsOn =
        before >= 0 &&
        own > before &&
        !figureRoles.has(columns[before]?.role ?? "none") &&
        ((gap < Math.max(0.45 * token.size, usual) &&
          segment.tokens.slice(index).every(({ text }) => !/\d/.test(text) || dayInFigures.test(text))) ||
          // Typewriter spaces are wide: a description alone in its row runs on over them too.
          (row.segments.length === 1 &&
            gap < (columns[before]?.role === "description" ? 0.8 : 0.45) * token.size &&
            !/\d/.test(segment.tokens.at(-1)?.text ?? "")));
      const at = runsOn ? before : own;
      cells[at]?.push(token);
      before = at;
    });
  }
  return cells;
}
