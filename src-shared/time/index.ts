export * from "./business-day.ts";
export * from "./day-count.ts";
export * from "./period-of-limit.ts";
export * from "./local-date.ts";
export * from "./period.ts";
export * from "./zone.ts";
