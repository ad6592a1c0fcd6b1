import { dateFormats } from "./csv-text.ts";
import type { OwnListKind, TargetOption } from "./export-target.ts";

/** A setting that is typed in. */
export const textOption = (
  name: string,
  title: string,
  help: string,
  preset: string,
  list?: OwnListKind,
): TargetOption => ({
  name,
  title,
  help,
  kind: "text",
  choices: [],
  preset,
  ...(list !== undefined && { list }),
});

/** A setting with a few values, of which the first is preset. */
export const choiceOption = (
  name: string,
  title: string,
  help: string,
  choices: readonly string[],
): TargetOption => ({ name, title, help, kind: "choice", choices, preset: choices[0] ?? "" });

/** The date format of the importing wizard, with the usual one first. */
export const dateFormatOption = (preset: string): TargetOption => ({
  ...choiceOption("date-format", "Date format", "The one that you will choose when importing.", dateFormats),
  preset,
});
