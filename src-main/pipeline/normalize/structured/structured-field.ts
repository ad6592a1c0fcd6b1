import type {
  Element,
  Evidence,
  EvidenceRole,
  Field,
  ReadDocument,
} from "../../../../src-shared/model/index.ts";
import { parseDecimalText, type DecimalText } from "../../../../src-shared/money/index.ts";
import { addDays, parseLocalDate, type LocalDate } from "../../../../src-shared/time/index.ts";
import { textOf } from "./element-path.ts";

/** Makes fields out of the elements of one structured document. */
export interface FieldMaker {
  readonly evidence: (element: Element) => Evidence;
  readonly text: (element: Element | null) => Field<string> | null;
  readonly attribute: (element: Element | null, name: string) => Field<string> | null;
  /** A bank account; an IBAN without the spaces that some write into it. */
  readonly account: (element: Element | null) => Field<string> | null;
  /** A machine decimal. An unreadable one is an undecided field, never zero. */
  readonly amount: (element: Element | null) => Field<DecimalText> | null;
  readonly date: (element: Element | null) => Field<LocalDate> | null;
  /** Any other value, by its own parser; `null` from the parser is an undecided field. */
  readonly parsed: <T>(element: Element | null, parse: (text: string) => T | null) => Field<T> | null;
  /** The day after a printed last day, because ends are exclusive. */
  readonly lastDay: (element: Element | null) => Field<LocalDate> | null;
}

/** A structured file is certain of its own values; only what cannot be parsed is undecided. */
const certain = <T>(value: T | null, evidence: Evidence): Field<T> => ({
  value,
  evidence: [evidence],
  basis: "structured",
  confidence: value === null ? 0 : 1,
});

const dateOf = (text: string): LocalDate | null => {
  // Some issuers append a zone or a time to a date ("2026-03-31Z", "2026-03-31T00:00:00").
  const day =
    /^(\d{4}-\d{2}-\d{2})(?:$|[TZ+-])/.exec(text)?.[1] ?? text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  const date = parseLocalDate(day);
  return date.ok ? date.value : null;
};

const amountOf = (text: string): DecimalText | null => {
  const isPlain = /^\d/.test(text);
  const amount = parseDecimalText(isPlain ? text : text.replace(/^\+/, "").replace(/^(-?)\./, "$10."));
  return amount.ok ? amount.value : null;
};

export const createFieldMaker = (document: ReadDocument, role: EvidenceRole): FieldMaker => {
  const evidence = (element: Element): Evidence => ({
    documentId: document.documentId,
    role,
    quote: element.text,
    at: { path: element.path },
  });
  const field =
    <T>(parse: (text: string) => T | null) =>
    (element: Element | null): Field<T> | null => {
      const text = textOf(element);
      return element === null || text === null ? null : certain(parse(text), evidence(element));
    };
  return {
    evidence,
    text: field((text) => text),
    attribute: (element, name) => {
      const quote = element?.attributes[name]?.trim() ?? "";
      if (element === null || quote === "") return null;
      const at = { path: `${element.path}/@${name}` };
      return certain(quote, { documentId: document.documentId, role, quote, at });
    },
    account: field((text) => {
      const joined = text.replace(/\s+/gu, "").toUpperCase();
      return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/u.test(joined) ? joined : text;
    }),
    amount: field(amountOf),
    date: field(dateOf),
    parsed: (element, parse) => field(parse)(element),
    lastDay: field((text) => {
      const date = dateOf(text);
      return date === null ? null : addDays(date, 1);
    }),
  };
};
