import { containsPeriod } from "../../../src-shared/time/index.ts";
import type { Period } from "../../../src-shared/time/index.ts";
import { wholeServiceInterval } from "../../../src-shared/wording/index.ts";
import type { Billed, DraftRoom } from "./draft-room.ts";

/** Earlier invoices whose service lies within some days. */
export const historyWithin = (days: Period, { history }: DraftRoom): readonly Billed[] =>
  history.filter(({ invoice }) => {
    const interval = wholeServiceInterval(invoice);
    return interval !== null && containsPeriod(days, interval);
  });
