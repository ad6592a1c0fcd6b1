import type { TargetOption } from "./export-target.ts";
import { choiceOption, textOption } from "./target-options.ts";

// What both of Xero's imports, sales and bills, must be told about the organisation.

export const xeroDateFormat: TargetOption = choiceOption(
  "date-format",
  "Date format",
  "UK, Australia and New Zealand organisations use DD/MM/YYYY; US ones MM/DD/YYYY.",
  ["DD/MM/YYYY", "MM/DD/YYYY"],
);

export const xeroTaxTypes = (preset: string): TargetOption =>
  textOption(
    "tax-types",
    "Tax rate names",
    "The full name of each tax rate in your Xero organisation, by rate, separated by semicolons.",
    preset,
    "taxes",
  );

export const xeroCurrency: TargetOption = choiceOption(
  "currency",
  "Currency column",
  "Fill it only if your plan has multi-currency.",
  ["blank", "filled"],
);
