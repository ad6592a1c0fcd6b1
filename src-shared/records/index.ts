export * from "./record-sheets.ts";
export * from "./record-tree.ts";
