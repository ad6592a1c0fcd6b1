import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { oncePerDocument } from "../once-per-document.ts";
import type { RecordTable } from "../sheets/record-table.ts";
import type { DateOrder } from "../values/date.ts";
import { numberConventionOf, type NumberConvention } from "../values/number.ts";
import { dayOrderOf } from "./day-order.ts";

/** Rows of a table that are looked at to tell how it writes days and numbers. */
const lookedRows = 500;

/** Which of day and month a table puts first, by its titles, the rows above it and its rows. */
export const orderOfDays = ({ rows, above, header }: RecordTable, asOf: LocalDate): DateOrder =>
  dayOrderOf(
    [
      ...header,
      ...above.flatMap((row) => row.map((cell) => cell.text)),
      ...rows.slice(0, lookedRows).flatMap((row) => row.all.map((cell) => cell.text)),
    ],
    asOf,
  );

/** The decimal mark that a paper uses around its columns of figures: "1,5 kg" in the name of a thing. */
export function marksOf(document: ReadDocument, { rows, above }: RecordTable): NumberConvention {
  const cells = [...above, ...rows.slice(0, lookedRows).map(({ all }) => all)].flat();
  const printed = cells.flatMap(({ text, value }) => (value === null ? text.split(/\s+/) : []));
  return numberConventionOf([...printed, ...writtenWords(document)]);
}

/** The words around the tables of a paper, which each of them is read by. */
const writtenWords = oncePerDocument(({ blocks }): readonly string[] =>
  blocks.flatMap((block) => (block.type === "paragraph" ? block.text.split(/\s+/) : [])),
);
