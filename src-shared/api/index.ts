export * from "./contract.ts";
export * from "./policy-schema.ts";
