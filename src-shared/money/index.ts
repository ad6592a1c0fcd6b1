export * from "./allocate.ts";
export * from "./currency.ts";
export * from "./decimal.ts";
export * from "./fraction.ts";
export * from "./money.ts";
export * from "./quartiles.ts";
export * from "./rounding.ts";
export * from "./tolerance.ts";
