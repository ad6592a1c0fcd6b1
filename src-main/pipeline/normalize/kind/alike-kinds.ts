import type { DocumentKind } from "../../../../src-shared/model/index.ts";

/** Kinds that say what is agreed or offered: read alike, so that a narrow lead among them is no doubt. */
export const agreedKinds: ReadonlySet<DocumentKind> = new Set([
  "agreement",
  "amendment",
  "estimate",
  "purchase-order",
]);

/** A job card that lists attendances and hours is one of the two, and both are read alike. */
export const workKinds: ReadonlySet<DocumentKind> = new Set(["timesheet", "work-order"]);

/** Kinds of papers that prove what was done. */
export const recordKinds: ReadonlySet<DocumentKind> = new Set([
  "timesheet",
  "work-order",
  "delivery",
  "acceptance",
  "usage",
]);

/** The points of all kinds that are read alike. */
export const pooled = (
  ranked: readonly (readonly [DocumentKind, number])[],
  alike: ReadonlySet<DocumentKind>,
): number =>
  ranked.reduce((total, [kind, points]) => total + (alike.has(kind) && points > 0 ? points : 0), 0);
