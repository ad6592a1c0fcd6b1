export * from "./bound.ts";
export * from "./clearing.ts";
export * from "./shadow-ledger.ts";
export * from "./promotion.ts";
