import type { Element } from "../../../../src-shared/model/index.ts";
import { childNamed } from "./element-path.ts";

/** The first child that bears one of the names: CII D16B first, then what ZUGFeRD 1.0 called the same thing. */
export const childOf = (element: Element | null | undefined, ...names: readonly string[]): Element | null => {
  for (const name of names) {
    const child = childNamed(element, name);
    if (child !== null) return child;
  }
  return null;
};

/** The date inside a CII date element: `DateTimeString` or `DateString`, in any of its namespaces. */
export const dateWithin = (element: Element | null | undefined): Element | null =>
  childOf(element, "DateTimeString", "DateString", "DateTime") ?? element ?? null;

/** The number of a document that is referred to. */
export const referenceWithin = (element: Element | null | undefined): Element | null =>
  childOf(element, "IssuerAssignedID", "ID");

/** `ChargeIndicator` wraps an `Indicator`. */
export const isCiiCharge = (element: Element): boolean => {
  const indicator = childNamed(element, "ChargeIndicator");
  const text = (childNamed(indicator, "Indicator") ?? indicator)?.text.trim().toLowerCase() ?? "";
  return text === "true" || text === "1";
};

/** The tax rate of an allowance, a line or a breakdown. */
export const ciiRate = (tax: Element | null | undefined): Element | null =>
  childOf(tax, "RateApplicablePercent", "ApplicablePercent");
