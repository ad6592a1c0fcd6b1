import {
  addFractions,
  compareFractions,
  fraction,
  minimumFraction,
  subtractFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery } from "../../../src-shared/model/index.ts";

/** What is left of each record to bill, in its own unit; `null` where the record does not say how much it is. */
export interface RecordStock {
  /** `undefined` for a record that is none of these. */
  readonly restOf: (delivery: Delivery) => Fraction | null | undefined;
  readonly take: (delivery: Delivery, quantity: Fraction) => void;
  readonly takeAll: (delivery: Delivery) => void;
  /** A credit gives back what was taken: it may be billed anew. */
  readonly giveBack: (delivery: Delivery, quantity: Fraction) => void;
  /** What was never billed, zero or more; what a credit gave back was billed once, and is nobody's to bill. */
  readonly neverTaken: (delivery: Delivery) => Fraction;
}

/** All of every record. A record of work that counts nothing is one. */
export function createRecordStock(deliveries: readonly Delivery[]): RecordStock {
  const left = new Map<string, Fraction | null>(
    deliveries.map(({ id, kind, quantity }) => [
      id,
      quantity === null ? (kind === "work" ? fraction(1) : null) : toFraction(quantity),
    ]),
  );
  const given = new Map<string, Fraction>();
  const none = fraction(0);
  return {
    restOf: ({ id }) => left.get(id),
    take: ({ id }, quantity) => {
      const back = given.get(id);
      left.set(id, subtractFractions(left.get(id) ?? none, quantity));
      // What was given back is billed anew first: the rest was never billed.
      if (back !== undefined) given.set(id, subtractFractions(back, minimumFraction(back, quantity)));
    },
    takeAll: ({ id }) => {
      left.set(id, none);
      given.delete(id);
    },
    giveBack: ({ id }, quantity) => {
      left.set(id, addFractions(left.get(id) ?? none, quantity));
      given.set(id, addFractions(given.get(id) ?? none, quantity));
    },
    neverTaken: ({ id }) => {
      const rest = subtractFractions(left.get(id) ?? none, given.get(id) ?? none);
      return compareFractions(rest, none) > 0 ? rest : none;
    },
  };
}
