import type { DeliveryKind, Evidence, Unit } from "../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../src-shared/money/index.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { parseUnit } from "../values/unit.ts";
import { foldText } from "../values/fold.ts";
import type { CountedQuantity } from "./counted-quantity.ts";

const counting: readonly ColumnRole[] = [
  "quantity",
  "hours",
  "minutes",
  "reading-before",
  "reading-after",
  "unit-price",
  "milestone",
];
/** What a row cost is no count of it: "Docket; Date; Article; Line total". */
const costing: readonly ColumnRole[] = ["line-amount", "line-gross", "total"];
const done: readonly ColumnRole[] = ["task", "item", "description", "delivery-number"];

/** Whether a table is a log: what was done on which day, one row for each time, and no column that counts. */
export const isLogged = (table: RecordTable, kind: DeliveryKind): boolean =>
  isStamped(table) || logsDays(table, kind);

const logsDays = ({ columns, measures, mapping }: RecordTable, kind: DeliveryKind): boolean =>
  mapping === null &&
  measures.length === 0 &&
  (kind === "work" || kind === "goods" || kind === "usage") &&
  (columns.has("date") || columns.has("timestamp")) &&
  !(columns.has("start") && columns.has("end")) &&
  done.some((role) => columns.has(role)) &&
  !counting.some((role) => columns.has(role));

/** Whether a table is the log of a system: numbered events, each with its moment, and no column that counts. */
const isStamped = ({ columns, measures, mapping }: RecordTable): boolean =>
  mapping === null &&
  measures.length === 0 &&
  columns.has("record-id") &&
  columns.has("timestamp") &&
  ![...counting, ...costing].some((role) => columns.has(role));

/** A row of a log has a day and says what was done, or the number and the moment of an event. */
export const isDone = ({ cells }: RecordRow): boolean =>
  (cells.has("date") || cells.has("timestamp")) &&
  (done.some((role) => cells.has(role)) || (cells.has("record-id") && cells.has("timestamp")));

const trips =
  /\b(?:waybill|runs?|trips?|pick ?up|drop|rides?|route|tour|fahrt\w*|touren?|trajets?|courses?|ritten|ritnummer|viajes?|carreras|recogida|viaggi|corse|ritiro|viagens|recolha)\b/;
const visits =
  /\b(?:visits?|site|attendance|call-?outs?|service|checked|operator|besuche?|einsatze?|objekt|visites?|passages?|bezoek(?:en)?|visitas?|visite|servicio)\b/;

/** One time of what a row logs, in the word that its titles have for it. */
export function onceDone(
  row: RecordRow,
  { header, titles: printed }: RecordTable,
  kind: DeliveryKind,
): CountedQuantity {
  const titles = foldText(header.join(" "));
  // "Sample ID", "Ticket no": each row is one of what has the number.
  const numbered = parseUnit(printed.get("record-id")?.split(/\s/)[0] ?? "", "anywhere");
  const unit: Unit =
    numbered !== null ? numbered : trips.test(titles) ? "trip" : visits.test(titles) ? "visit" : "piece";
  const [cell] = done.flatMap((role) => row.cells.get(role) ?? []);
  const proof = cell?.prove("delivery") ?? null;
  const evidence: readonly Evidence[] = proof === null ? [] : [proof];
  return {
    quantity: { value: decimalText("1"), evidence, basis: "rule", confidence: 0.75 },
    unit,
    of: "",
    kind,
  };
}
