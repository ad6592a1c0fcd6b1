import type { Invoice } from "../../../../src-shared/model/index.ts";
import { withToldMultiple } from "./counted-bases.ts";
import { withStartedPart } from "./started-parts.ts";

/** The lines of an invoice with what only their words say: in which multiple they count, and from which day on. */
export const withLineWords = (invoice: Invoice): Invoice => ({
  ...invoice,
  lines: invoice.lines.map((line) => withStartedPart(withToldMultiple(line), invoice)),
});
