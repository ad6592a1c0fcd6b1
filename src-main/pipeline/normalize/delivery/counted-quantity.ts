import type { DeliveryKind, Field, Unit } from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";

/** One count of a row: what, how much, in which unit. */
export interface CountedQuantity {
  readonly quantity: Field<DecimalText>;
  readonly unit: Unit | null;
  /** What the column says that it counts beside the record's own item: "OT", "Waiting". */
  readonly of: string;
  readonly kind: DeliveryKind;
  /** Several worked it together: their hours are more than a day has. */
  readonly isOfSeveral?: boolean;
  /** A counter was read on the day of the row: it counted until then. */
  readonly isUpToDay?: true;
}
