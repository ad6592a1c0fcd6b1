import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import type { Field, Invoice } from "../../../../src-shared/model/index.ts";
import { isEqual } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { normalizeAccount } from "../../../../src-shared/wording/index.ts";
import { parseAmount, parseCurrency, parseDateText } from "../../../pipeline/normalize/index.ts";
import { createSieve } from "../task-outcome.ts";
import type { Outcome, Source } from "../task-outcome.ts";
import { conventionOf, standsIn } from "./printed-parts.ts";

interface NamedReading {
  readonly field: string;
  readonly value: string;
  readonly quote: string;
}

/** Values on which money or its recipient hangs: a second, independent reading is worth its while. */
export const criticalFields = [
  "number",
  "issueDate",
  "dueDate",
  "payable",
  "gross",
  "net",
  "currency",
  "bankAccount",
] as const;
type CriticalField = (typeof criticalFields)[number];

const isCritical = (field: string): field is CriticalField =>
  (criticalFields as readonly string[]).includes(field);

/** Readings of an answer that were parsed again from their quotes, each beside what the rules read. */
export function judgeReadings(
  answer: unknown,
  invoice: Invoice,
  source: Source,
  asOf: LocalDate,
  nextId: () => string,
): Outcome {
  const sieve = createSieve(source, nextId);
  for (const { field, value, quote } of (answer as { readonly readings: readonly NamedReading[] }).readings) {
    if (!isCritical(field)) {
      sieve.drop("not-asked-for");
      continue;
    }
    const citation = sieve.cite(quote);
    if (citation === null) continue;
    const readings = standsIn(citation.quote, value) ? readingsOf(field, value, source.words.text, asOf) : [];
    const [first] = readings;
    if (first === undefined) {
      sieve.drop("value-not-in-quote");
      continue;
    }
    const own = invoice[field] as Field<string> | null;
    const known = valueOf(own);
    const agrees = known !== null && readings.some((reading) => isSame(field, reading, known));
    // What has two readings decides nothing, but it can agree with the one that the rules chose.
    if (!agrees && readings.length > 1) {
      sieve.drop("value-not-in-quote");
      continue;
    }
    sieve.keep({
      task: "second-reading",
      content: {
        type: "reading",
        invoiceId: invoice.id,
        field,
        value: agrees && known !== null ? known : first,
        beside: known ?? (isUndecided(own) ? "?" : null),
        agrees,
      },
      citations: [citation],
    });
  }
  return sieve.finish();
}

/** Everything that a printed value can mean for its field. */
function readingsOf(
  field: CriticalField,
  text: string,
  document: string,
  asOf: LocalDate,
): readonly string[] {
  switch (field) {
    case "number":
      return [text.trim()];
    case "issueDate":
    case "dueDate":
      return parseDateText(text, { order: null, asOf })?.readings ?? [];
    case "payable":
    case "gross":
    case "net":
      return parseAmount(text, conventionOf(document))?.readings ?? [];
    case "currency": {
      const codes = parseCurrency(text.trim());
      return codes === null ? [] : codes.code === null ? codes.candidates : [codes.code];
    }
    case "bankAccount": {
      const account = normalizeAccount(text);
      return account.length < 5 ? [] : [account];
    }
  }
}

function isSame(field: CriticalField, reading: string, known: string): boolean {
  if (field === "payable" || field === "gross" || field === "net")
    return isEqual(reading as never, known as never);
  if (field === "bankAccount") return normalizeAccount(known) === reading;
  return reading.trim().toLowerCase() === known.trim().toLowerCase();
}
