export * from "./crop-evidence.ts";
