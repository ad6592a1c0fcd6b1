/** What a `:86:` says, whichever way its bank writes it. */
export interface SwiftDetails {
  readonly counterparty: string | null;
  readonly account: string | null;
  readonly purpose: string | null;
  readonly references: readonly string[];
}

// Pieces may follow each other without a blank ("…10482SVWZ+…"), but a key with a colon stands alone.
const purposeKeys =
  /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|BREF|RREF|IBAN|BIC)\+|\b(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC):\s?/gu;
const slashKeys =
  /\/(EREF|PREF|MARF|KREF|IREF|REMI|NAME|IBAN|BIC|CNTP|ORDP|BENM|TRTP|CSID|ISDT|PURP|ADDR|RTRN|SVWZ|USTD|ULTD|ULTC)\//gu;
const none = /^(?:NONREF|NOT ?PROVIDED|)$/iu;

const said = (text: string | undefined): string | null => {
  const trimmed = text?.replace(/\s+/gu, " ").trim() ?? "";
  return trimmed === "" ? null : trimmed;
};

const referencesOf = (candidates: readonly (string | undefined)[]): readonly string[] =>
  candidates
    .map(said)
    .filter((text) => text !== null && !none.test(text))
    .filter((text) => text !== null);

/** Pieces of a text by the keys in it; what stands before the first key is under "". */
const piecesByKey = (text: string, pattern: RegExp): ReadonlyMap<string, string> => {
  const pieces = new Map<string, string>();
  let key = "";
  let from = 0;
  const keep = (end: number): void => {
    const piece = text.slice(from, end);
    if (!pieces.has(key)) pieces.set(key, piece);
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    key = match[1] ?? match[2] ?? "";
    from = match.index + match[0].length;
  }
  keep(text.length);
  return pieces;
};

/** German form: a code of three digits, a separator of the bank's choice, subfields of two digits. */
const subfields = (text: string, separator: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  for (const piece of text.split(separator)) {
    const match = /^(\d{2})([\s\S]*)$/u.exec(piece);
    if (match?.[1] !== undefined) fields.set(match[1], (fields.get(match[1]) ?? "") + (match[2] ?? ""));
  }
  return fields;
};

const germanDetails = (text: string, separator: string): SwiftDetails => {
  const fields = subfields(text.replaceAll("\n", ""), separator);
  const purposes = [...fields]
    .filter(([number]) => /^(?:2\d|6[0-3])$/u.test(number))
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, value]) => value);
  const keyed = piecesByKey(purposes.join(""), purposeKeys);
  const name = [fields.get("32"), fields.get("33")].map((part) => part ?? "").join("");
  return {
    counterparty: said(name) ?? said(keyed.get("ABWA")),
    account: said(fields.get("31")) ?? said(keyed.get("IBAN")),
    purpose: said(keyed.get("SVWZ")) ?? said(keyed.get("")),
    references: referencesOf([keyed.get("EREF"), keyed.get("KREF")]),
  };
};

const slashDetails = (text: string): SwiftDetails => {
  const pieces = piecesByKey(text, slashKeys);
  // "/CNTP/iban/bic/name/city/" keeps its parts by order; "/REMI/USTD//text" and "/REMI/STRD/CUR/ref" by a first word.
  const counterpart = pieces.get("CNTP")?.split("/") ?? [];
  const remittance = pieces.get("USTD") ?? pieces.get("REMI");
  const structured = /^STRD\/(?:CUR|ISO)?\/?(.+?)\/*$/u.exec(remittance?.trim() ?? "")?.[1];
  return {
    counterparty: said(pieces.get("NAME")?.replace(/\/+$/u, "")) ?? said(counterpart[2]),
    account: said(pieces.get("IBAN")?.replace(/\/+$/u, "")) ?? said(counterpart[0]),
    purpose: structured === undefined ? said(remittance?.replace(/^\/+|\/+$/gu, "")) : null,
    references: referencesOf([pieces.get("EREF")?.replace(/\/+$/u, ""), structured]),
  };
};

/** Lines that were cut at the field's width run on; shorter ones are lines of their own. */
const unwrapped = (text: string): string =>
  text
    .split("\n")
    .reduce(
      (joined, line, index, lines) =>
        index === 0 ? line : joined + ((lines[index - 1]?.length ?? 0) >= 65 ? line : ` ${line}`),
      "",
    );

/** Reads the text of a `:86:`: subfields, slash keys, or plain words. */
export const readSwiftDetails = (text: string): SwiftDetails => {
  const german = /^\s?\d{3}([?@>~^+!*|<])\d{2}/u.exec(text);
  if (german?.[1] !== undefined) return germanDetails(text.slice(3), german[1]);
  const joined = unwrapped(text);
  if (/\/[A-Z]{4}\//u.test(joined) && joined.search(slashKeys) !== -1)
    return slashDetails(text.replaceAll("\n", ""));
  const keyed = piecesByKey(joined, purposeKeys);
  return {
    counterparty: null,
    account: said(keyed.get("IBAN")),
    purpose: said(keyed.get("SVWZ")) ?? said(joined),
    references: referencesOf([keyed.get("EREF"), keyed.get("KREF")]),
  };
};
