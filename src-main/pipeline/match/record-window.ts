import { addDays } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { ServiceInterval } from "../../../src-shared/wording/index.ts";
import type { TermPool } from "./term-pool.ts";

const usual = 45;
const ofQuarter = 100;

/**
 * The days whose records a bill without a period may be of: those of a month and of the time that billing it takes, or of
 * a quarter where the agreement bills by it.
 */
export const daysBefore = (
  issued: LocalDate,
  pool: TermPool | null,
): Pick<ServiceInterval, "start" | "end"> => ({
  start: addDays(issued, isQuarterly(pool) ? -ofQuarter : -usual),
  end: addDays(issued, 1),
});

const isQuarterly = (pool: TermPool | null): boolean =>
  [...(pool?.byType.get("fixed-fee") ?? []), ...(pool?.byType.get("billing") ?? [])].some(({ term }) =>
    term.type === "fixed-fee"
      ? term.value.per === "quarter"
      : term.type === "billing" && term.value.frequency === "quarter",
  );
