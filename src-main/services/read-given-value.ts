import type { Problem, ValueCorrection } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { shapeOfField } from "../pipeline/decide/index.ts";
import { parseAmount, parseCurrency, parseDateText, parseUnit } from "../pipeline/normalize/index.ts";

/**
 * What a person typed or pointed at, as the value that it prints: "$2,520.00" is 2520.00.
 *
 * Two readings are never decided by a habit: `decide/ambiguous-value` names both.
 */
export function readGivenValue(
  { field, value }: Pick<ValueCorrection, "field" | "value">,
  asOf: LocalDate,
): Result<string | null, Problem> {
  if (value === null) return ok(null);
  const text = value.trim();
  switch (shapeOfField(field)) {
    case "amount":
    case "quantity": {
      const reading = parseAmount(text);
      return reading === null ? ok(text) : decided(field, text, reading.value, reading.readings);
    }
    case "date": {
      const reading = parseDateText(text, { order: null, asOf });
      return reading === null ? ok(text) : decided(field, text, reading.value, reading.readings);
    }
    case "currency":
      return ok(parseCurrency(text)?.code ?? text);
    case "text":
      return ok(/(?:^|\/)unit$/.test(field) ? (parseUnit(text) ?? text.toLowerCase()) : text);
    default:
      return ok(text);
  }
}

function decided(
  field: string,
  text: string,
  value: string | null,
  readings: readonly string[],
): Result<string, Problem> {
  if (value !== null) return ok(value);
  const [first, second] = readings;
  return first === undefined || second === undefined
    ? ok(text)
    : err({ code: "decide/ambiguous-value", facts: { field, value: text, first, second } });
}
