import { saveFile } from "../../host/save-file.ts";

const heads = ["Invoice", "Delivered", "Invoice date", "Due", "Paid", "Minutes", "Error"] as const;

/** Invoices as the sample's firm wrote them before, by hand: what the sample's baseline is taken from. */
const past = [
  ["HP-0961", "2026-03-31", "2026-04-14", "2026-05-14", "2026-05-21", "34", "no"],
  ["HP-0968", "2026-04-30", "2026-05-12", "2026-06-11", "2026-06-10", "27", "yes"],
  ["HP-0975", "2026-05-31", "2026-06-16", "2026-07-16", "2026-07-30", "41", "no"],
  ["RH-288", "2026-04-09", "2026-04-20", "2026-05-20", "2026-05-28", "18", "no"],
  ["RH-293", "2026-05-06", "2026-05-15", "2026-06-14", "2026-06-14", "22", "no"],
  ["RH-301", "2026-06-11", "2026-06-29", "2026-07-29", "2026-08-17", "25", "yes"],
  ["FR-8921", "2026-05-22", "2026-05-29", "2026-06-28", "2026-06-26", "16", "no"],
  ["FR-8944", "2026-06-19", "2026-06-30", "2026-07-30", "2026-08-05", "19", "no"],
  ["BW-4981", "2026-05-31", "2026-06-08", "2026-07-08", "2026-07-08", "12", "no"],
  ["BW-4990", "2026-06-30", "2026-07-09", "2026-08-08", "2026-08-20", "15", "yes"],
  ["SW-2026-044", "2026-05-29", "2026-06-12", "2026-06-26", "2026-07-03", "38", "no"],
  ["SW-2026-052", "2026-06-30", "2026-07-17", "2026-07-31", "2026-08-04", "31", "no"],
] as const;

const nameOfList = "past-invoices.csv";
const asText = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(",")).join("\n");

/** The list of the sample, as a file that is imported like any other. */
export const sampleBaseline = (): File =>
  new File([asText([heads, ...past])], nameOfList, { type: "text/csv" });

/** Saves a list with its headings and one row to show how it is filled in. */
export const saveEmptyBaseline = (): void => saveFile(nameOfList, "text/csv", asText([heads, past[0]]));
