/** How fields of a delimited file are parted and quoted. `quote` is "" where quotes are plain characters. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
}

/** Records of fields, and whether a quoted field was still open at the end. */
export interface DelimitedRows {
  readonly rows: readonly (readonly string[])[];
  readonly openQuote: boolean;
  /** False when a limit cut the file or one of its rows. */
  readonly complete: boolean;
}

/**
 * Fields exactly as written, quotes taken off and doubled quotes undone. An empty line is a record of one empty field.
 *
 * Lenient as spreadsheets are: a quote inside an unquoted field is a character, text behind a closing quote is kept.
 */
export function parseDelimited(
  text: string,
  dialect: Dialect,
  maximumFields: number,
  maximumFieldsPerRow = Infinity,
): DelimitedRows {
  const { delimiter, quote } = dialect;
  const rows: string[][] = [];
  let row: string[] = [];
  let fields = 0;
  let at = 0;
  let openQuote = false;
  let isWhole = true;
  const length = text.length;
  while (at <= length) {
    let field = "";
    if (quote !== "" && text[at] === quote) {
      const quoted = quotedField(text, at, quote);
      field = quoted.text;
      at = quoted.end;
      openQuote ||= quoted.open;
    }
    const end = plainEnd(text, at, delimiter);
    field += text.slice(at, end);
    at = end;
    if (row.length < maximumFieldsPerRow) row.push(field);
    else isWhole = false;
    fields += 1;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= length) break;
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (at >= length) break;
    if (fields >= maximumFields) return { rows, openQuote, complete: false };
  }
  return { rows, openQuote, complete: isWhole };
}

function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === "\n" || character === "\r") break;
    at += 1;
  }
  return at;
}

function quotedField(
  text: string,
  from: number,
  quote: string,
): { text: string; end: number; open: boolean } {
  let value = "";
  let at = from + 1;
  for (;;) {
    const close = text.indexOf(quote, at);
    if (close === -1) return { text: value + text.slice(at), end: text.length, open: true };
    value += text.slice(at, close);
    if (text[close + 1] !== quote) return { text: value, end: close + 1, open: false };
    value += quote;
    at = close + 2;
  }
}
