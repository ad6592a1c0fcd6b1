import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { Clock } from "../../ports/clock.ts";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** The clock of this machine. */
export const systemClock: Clock = {
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}` as LocalDate;
  },
  now: () => new Date().toISOString(),
  monotonicMs: () => performance.now(),
};
