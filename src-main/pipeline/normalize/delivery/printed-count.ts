import type { Unit } from "../../../../src-shared/model/index.ts";
import { decimalText, isNegative, subtract } from "../../../../src-shared/money/index.ts";
import { isTimeUnit } from "../../../../src-shared/wording/index.ts";
import { unitInTitle } from "../sheets/measure-titles.ts";
import { parseUnit } from "../values/unit.ts";
import type { CountedQuantity } from "./counted-quantity.ts";
import type { RecordDays } from "./record-days.ts";

const hoursOfDay = decimalText("24");
/** Units of what programs and machines count, which stand in the name of a thing: "M365 users", "back-up GB". */
const namedUnits: ReadonlySet<Unit> = new Set<Unit>([
  "user",
  "license",
  "device",
  "server",
  "seat",
  "page",
  "word",
  "call",
  "ticket",
  "message",
  "transaction",
  "gigabyte",
  "megabyte",
  "terabyte",
]);

/** The unit that the last word of a name is, where no number stands before it ("Kabel 3 m" is a thing). */
function unitInName(item: string): Unit | null {
  const [, before = "", last = ""] = /^(.*?)\s?\(?(\p{L}+)\)?$/u.exec(item.trim()) ?? [];
  const unit = before === "" || /\d$/.test(before) ? null : parseUnit(last);
  return unit !== null && namedUnits.has(unit) ? unit : null;
}

/**
 * A row among hours that names another unit ("Fahrt Ulm, km") counts in that; more hours than a day has on a row
 * without a day or a period of its own are no hours, and stay unread.
 */
export function asPrinted(
  count: CountedQuantity,
  item: string | null,
  { date, start }: RecordDays,
): CountedQuantity {
  const isBare = count.unit === null || count.unit === "piece";
  const named = /[,(]\s*([\p{L}²³]{1,10})\.?\)?$/u.exec(item ?? "")?.[1];
  const unit = named === undefined ? null : parseUnit(named);
  // "Diesel refill, litres", "Kleinreparatur, Std."
  if (isBare && unit !== null) return { ...count, unit, kind: unit === "hour" ? "time" : count.kind };
  // "storage_gb" among the metrics of a usage report names its unit itself.
  if (count.kind === "usage" && isBare)
    return { ...count, unit: (item === null ? null : unitInTitle(item)) ?? count.unit };
  if (count.kind === "goods" && isBare)
    return { ...count, unit: (item === null ? null : unitInName(item)) ?? count.unit };
  if (count.unit !== "hour") return count;
  if (unit !== null && !isTimeUnit(unit)) return { ...count, unit, kind: "usage" };
  const { value } = count.quantity;
  const isTooMany = value !== null && isNegative(subtract(hoursOfDay, value));
  const isDated = (date ?? start) !== null && (date ?? start) !== undefined;
  return isTooMany && !isDated && count.isOfSeveral !== true
    ? { ...count, quantity: { ...count.quantity, value: null } }
    : count;
}
