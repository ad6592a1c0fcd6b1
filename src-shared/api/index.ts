export * from "./contract.ts";
export * from "./policy-schema.ts";
export * from "./report-schema.ts";
export * from "./term-value-schema.ts";
