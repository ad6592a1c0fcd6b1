import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import { isZero, subtract, toDecimal } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { LabelField } from "../labels/index.ts";
import type { DateReading } from "../values/index.ts";
import { valuesOf } from "./arithmetic.ts";
import { proveDateOrder } from "./date-order.ts";
import type { DateOrder } from "./date-order.ts";
import { readSigns } from "./document-signs.ts";
import type { DocumentSigns } from "./document-signs.ts";
import { readHeadFields } from "./head-fields.ts";
import { termDaysOf } from "./payment-terms.ts";
import type { HeadReadings } from "./head-fields.ts";
import { layOut } from "./layout.ts";
import type { Layout, Segment } from "./layout.ts";
import { findLooseLines } from "./loose-lines.ts";
import { readParties } from "./parties.ts";
import type { Parties } from "./parties.ts";
import { indexLabels, labelsInLanguage } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { ItemTable } from "./raw-line.ts";
import { sumsIn } from "./sentence-sums.ts";
import { findTables } from "./tables.ts";
import { reckonedTables } from "./reckoned-tables.ts";
import type { Reckoned } from "./reckoned-tables.ts";
import type { Reckoning } from "./reckoning-run.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";
import { findTotals } from "./totals.ts";

/** A document laid out, with its labels, conventions, tables and heads found: what every reading starts from. */
export interface Survey {
  readonly document: ReadDocument;
  readonly layout: Layout;
  readonly labels: LabelIndex;
  readonly signs: DocumentSigns;
  readonly tables: readonly ItemTable[];
  /** What the amounts of the tables add up to; `null` where no printed sum proves them. */
  readonly reckoning: Reckoning | null;
  readonly itemRows: ReadonlySet<number>;
  readonly head: HeadReadings;
  readonly parties: Parties;
}

/** `isBill` says that the paper bills what it lists, so that its amounts must make its sums; a list of prices need not. */
export function surveyDocument(
  document: ReadDocument,
  context: NormalizeContext,
  issuer: "seller" | "buyer" = "seller",
  isBill = false,
): Survey {
  const layout = layOut(document);
  const printed = indexLabels(layout.rows);
  const first = readSigns(layout, printed, context.asOf);
  const labels = labelsInLanguage(printed, first.language);
  const tablesUnder = (signs: DocumentSigns): Reckoned => {
    const headed = findTables(layout, labels, signs.conventions);
    if (headed.length > 0 && !isBill) return { tables: headed, reckoning: null };
    const totals = findTotals(layout, labels, signs.conventions, new Set());
    const found = headed.length > 0 ? headed : looseTables(layout, labels, signs, totals);
    return isBill
      ? reckonedTables(found, totals, layout, labels, signs.conventions)
      : { tables: found, reckoning: null };
  };
  let { tables, reckoning } = tablesUnder(first);
  const itemRows = new Set(tables.flatMap((table) => [...table.rows]));
  const isOpen = (segment: Segment): boolean => !itemRows.has(segment.row);
  const read = (signs: DocumentSigns): HeadReadings =>
    readHeadFields(layout, labels, signs.conventions, isOpen);
  let signs = first;
  let head = read(signs);
  if (signs.conventions.date.order === null || signs.orderIsPrior) {
    const proven = orderOf(head, tables, signs);
    if (proven !== null) {
      signs = {
        ...signs,
        orderIsPrior: false,
        conventions: { ...signs.conventions, date: { ...signs.conventions.date, order: proven } },
      };
      head = read(signs);
      if (first.conventions.date.order !== proven) ({ tables, reckoning } = tablesUnder(signs));
    }
  }
  const parties = readParties(document, layout, labels, isOpen, context.ownCompany, signs, issuer);
  return { document, layout, labels, signs, tables, reckoning, itemRows, head, parties };
}

/** Without a table under a header, rows that multiply out or add up to a printed sum. */
function looseTables(
  layout: Layout,
  labels: LabelIndex,
  signs: DocumentSigns,
  totals: readonly TotalCandidate[],
): readonly ItemTable[] {
  const amountsOf = (fields: readonly TotalField[]): readonly Decimal[] =>
    totals
      .filter(({ field }) => fields.includes(field))
      .flatMap(({ number }) => valuesOf(number.reading).map((value) => toDecimal(value)))
      .filter((sum) => !isZero(sum));
  // Where the net total has no name that is known, the total less its tax is what the items make.
  const untaxed = amountsOf(["gross", "payable"]).flatMap((gross) =>
    amountsOf(["tax"]).map((tax) => subtract(gross, tax)),
  );
  const named = amountsOf(["subtotal", "net", "gross", "payable"]);
  // Where no sum has a name, what sentences say that all comes to: "Comes to $1,104.00".
  const told =
    named.length > 0
      ? []
      : layout.rows.flatMap((row) =>
          row.segments.flatMap((segment) =>
            sumsIn(segment, row, signs.conventions, () => "").flatMap(({ number }) =>
              valuesOf(number.reading).map((value) => toDecimal(value)),
            ),
          ),
        );
  const sums = [...named, ...untaxed.slice(0, 12), ...told.slice(0, 12)];
  const table = findLooseLines(layout, labels, signs.conventions, sums);
  return table === null ? [] : [table];
}

/** What the dates of the head and of the items prove about the order of day and month. */
function orderOf(head: HeadReadings, tables: readonly ItemTable[], signs: DocumentSigns): DateOrder | null {
  const first = (field: LabelField): DateReading | null => head.dates.get(field)?.[0]?.reading ?? null;
  return proveDateOrder(
    {
      issue: first("issue-date"),
      due: first("due-date"),
      rows: tables.flatMap(({ lines }) => lines.flatMap(({ date }) => date?.reading ?? [])),
      termDays: termDaysOf(head.texts.get("terms")?.[0]?.reading ?? ""),
    },
    signs.conventions.date.order,
  );
}
