import type { InputOf } from "../../../src-shared/api/contract.ts";
import type { BaselineCase, DocumentId, Problem } from "../../../src-shared/model/index.ts";
import { parseDecimalText } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { err } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { numberConventionOf, parseAmount, parseDateText } from "../../pipeline/normalize/index.ts";
import { detectMediaType } from "../../pipeline/import/index.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";
import { recordEntry } from "./record-entry.ts";

type Column = keyof BaselineCase;

/** Headings by which a column is known, in seven languages; the first that fits a heading takes it. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ["dueOn", /\bdue|fällig|échéance|verval|vencim|scaden/i],
  [
    "paidOn",
    /\bpaid|payment (?:date|received)|received|bezahlt|zahlung|payé|réglé|betaald|pagad|pagat|cobrad|pago/i,
  ],
  [
    "sentOn",
    /\bsent|invoice date|issue|billed|invoiced|gesendet|rechnungsdatum|versand|envoy|date de facture|factuurdatum|verzonden|emisi|envia|emess|data fattura|data (?:da|de) fatura/i,
  ],
  [
    "triggeredOn",
    /trigger|deliver|complet|finish|work done|service date|geliefert|leistung|erledigt|fertig|livr|termin|gelever|entreg|conseg|conclu/i,
  ],
  ["minutes", /minut|time spent|effort|aufwand|dauer|durée|duur|tiempo|tempo|durata/i],
  ["hadError", /error|dispute|correct|rework|fehler|korrig|erreur|litige|fout|correc|erro|errore|reclam/i],
  [
    "number",
    /number|\bno\b|\bnr\b|nummer|invoice|rechnung|facture|factuur|factura|fattura|fatura|numéro|número|numero|\bid\b/i,
  ],
];

const yes = /^(?:1|y|yes|true|x|ja|j|oui|si|sí|sì|sim|✓)$/i;
const no = /^(?:0|n|no|false|nein|non|nee|não|-|)$/i;

/** Takes the cases before the pilot from a table (CSV, XLSX …) whose columns are known by their headings. */
export async function importBaseline(
  program: Program,
  { name, base64 }: InputOf<"pilot.import-baseline">,
  call: CallContext,
): Promise<Result<{ readonly cases: number }, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const sha256 = program.tools.digest.ofBytes(bytes);
  const file = {
    id: `doc-${sha256.slice(0, 12)}` as DocumentId,
    path: name,
    name,
    sha256,
    sizeBytes: bytes.length,
    mediaType: detectMediaType(name, bytes),
    copyOf: null,
  };
  const context = { asOf: open.value.asOf(), ownCompany: open.value.policy().ownCompany };
  const { document, problem } = await program.tools.reader.read(
    file,
    bytes,
    context,
    "everything",
    call.signal,
  );
  const rows =
    document?.sheets.flatMap((sheet) =>
      sheet.rows.map((cells) => cells.map((cell) => cell.value ?? cell.text)),
    ) ?? [];
  if (rows.length < 2) return err(problem ?? { code: "pilot/baseline-no-table", facts: { file: name } });
  const cases = readBaseline(rows, open.value.asOf());
  if (cases.length === 0) return err({ code: "pilot/baseline-no-columns", facts: { file: name } });
  const recorded = await recordEntry(program, { type: "baseline", source: "import", cases });
  return recorded.ok ? { ok: true, value: { cases: cases.length } } : recorded;
}

/** Rows of a table as cases; a cell that cannot be read is unknown, never zero. */
export function readBaseline(rows: readonly (readonly string[])[], asOf: LocalDate): readonly BaselineCase[] {
  const [head = [], ...body] = rows;
  const taken = new Set<Column>();
  const columns = head.map((text) => {
    const column = headings.find(([name, pattern]) => !taken.has(name) && pattern.test(text))?.[0] ?? null;
    if (column !== null) taken.add(column);
    return column;
  });
  if (!columns.some((column) => column !== null && column !== "number")) return [];
  const cellOf = (row: readonly string[], name: Column): string => (row[columns.indexOf(name)] ?? "").trim();
  const order = body
    .flatMap((row) => row)
    .map((cell) => parseDateText(cell, { order: null, asOf })?.provesOrder)
    .find((each) => each !== null && each !== undefined);
  const convention = numberConventionOf(
    body.map((row) => cellOf(row, "minutes")).filter((text) => text !== ""),
  );
  const dayOf = (text: string): LocalDate | null =>
    text === "" ? null : (parseDateText(text, { order: order ?? null, asOf })?.value ?? null);
  const minutesOf = (text: string): DecimalText | null => {
    const plain = parseDecimalText(text);
    const value = plain.ok ? plain.value : (parseAmount(text, convention)?.value ?? null);
    return value === null || value.startsWith("-") ? null : value;
  };
  return body.flatMap((row, index): readonly BaselineCase[] => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const error = columns.includes("hadError") ? cellOf(row, "hadError") : null;
    return [
      {
        number: cellOf(row, "number") || String(index + 1),
        triggeredOn: dayOf(cellOf(row, "triggeredOn")),
        sentOn: dayOf(cellOf(row, "sentOn")),
        dueOn: dayOf(cellOf(row, "dueOn")),
        paidOn: dayOf(cellOf(row, "paidOn")),
        minutes: minutesOf(cellOf(row, "minutes")),
        hadError: error === null ? null : yes.test(error) ? true : no.test(error) ? false : null,
      },
    ];
  });
}
