import type { Delivery, DocumentKind, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { pageLines } from "../kind/page-line.ts";
import { gridsOf } from "../sheets/document-grids.ts";
import { recordTables } from "../sheets/record-table.ts";
import { withSheetPages } from "../sheets/sheet-page.ts";
import { genericTable, tableKind, type TableKind } from "../sheets/table-kind.ts";
import { foldText } from "../values/fold.ts";
import { countedRolls } from "./counted-roll.ts";
import { holdsDayMatrix, readDeliveries, readTillReceipt } from "./index.ts";

/** Records of a paper whose title says nothing that is known, and the kind that they make it. */
export interface UnplacedRecords {
  readonly kind: DocumentKind;
  readonly deliveries: readonly Delivery[];
}

const titleLines = 6;
/** A list of records is short, or it is a table. */
const mostWords = 700;

/** What words of the first lines let expect; the first kind whose records are found counts. */
const expectations: readonly (readonly [DocumentKind, RegExp])[] = [
  [
    "usage",
    /\b(?:meter|reading|readings|usage|utili[sz]ation|consumption|counter|seats?|licen[cs]es?)\b|lizenz|nutzung|utiliza|utilisation|gebruik|zahler|ables|verbrauch|\b(?:compteur|consommation|releve de compteur|meterstand\w*|tellerstand\w*|verbruik|contador|lectura|consumo|contatore|lettura|leitura)\b/,
  ],
  [
    "expense",
    /\b(?:expenses?|mileage|disbursements?|out of pocket)\b|spesen|auslagen|reisekosten|fahrtenbuch|\b(?:frais|depenses|kilometrage|indemnites kilometriques|onkosten|reiskosten|kilometer\w*|ritten|gastos|kilometraje|spese|chilometri\w*|rimborso|despesas|quilometr\w*|mapa de km)\b/,
  ],
  [
    "delivery",
    /\b(?:deliver\w*|received|recibido|ricevuto|ontvangen|recebido|docket|weighbridge|consignment|goods|tare|tara|tarra)\b|liefer|wiege|weegbrug|weegbon|\b(?:livraisons?|livre\w*|pesee|lever\w*|geleverd|pakbon|entrega\w*|albaran|pesada|consegn\w*|ddt|bolla|guia|entregue)\b/,
  ],
  [
    "work-order",
    /\b(?:report|visit|job|service|call-?out|work done|docket)\b|bericht|rapport|einsatz|schein\b|regie|\b(?:intervention|depannage|werkbon|bon|onderhoud|parte|visita|asistencia|rapportino|intervento|assistenza|obra|visita|intervencao|assistencia)\b/,
  ],
  [
    "timesheet",
    /\b(?:hours?|time|times|timesheet|labour|labor|shifts?|diary|sessions?|patrol|guard|rounds)\b|stunden|arbeitszeit|\b(?:heures|temps|seances|uren|tijd|horas|jornadas|turnos|ore|turni|lezioni|lessen|cours|clases|aulas|sessoes)\b/,
  ],
];

const termWords =
  /\b(?:per hour|an hour|hourly rate|pro stunde|je stunde|stundensatz|de l'heure|par heure|taux horaire|per uur|uurtarief|por hora|tarifa horaria|all'ora|tariffa oraria|within \d+ days|zahlbar|innerhalb von|payable|betalen|pagamento|pago a|paiement)\b/;

const pricedText =
  /(?:[$€£]|\b(?:eur|usd|gbp|chf|cad|aud)\b) ?\d|\d ?(?:[$€£]|(?:eur|usd|gbp|chf|cad|aud)\b)/g;

const isWhole = (delivery: Delivery): boolean =>
  (delivery.date ?? delivery.periodStart) !== null && (delivery.quantity ?? delivery.amount) !== null;

/** Reads a paper of no known kind for records: by its tables, else by what its first lines let expect. */
export function recordsOfUnplaced(document: ReadDocument, context: NormalizeContext): UnplacedRecords | null {
  const spent = readTillReceipt(document, context);
  if (spent !== null) return { kind: "expense", deliveries: [spent] };
  const found = kindOfTables(document, context);
  const byTable = found?.kind ?? null;
  const isGeneric = found?.confidence === genericTable;
  const lines = pageLines(withSheetPages(document), 3);
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  const text = lines.map(({ folded }) => folded).join("\n");
  const isProse = document.sheets.length === 0 && words > mostWords;
  const isMatrix = holdsDayMatrix(document, context);
  if (byTable === null && !isMatrix && (isProse || termWords.test(text))) return null;
  const isPriced = (text.match(pricedText) ?? []).length > 1;
  const head = foldText(
    lines
      .slice(0, titleLines)
      .map((line) => line.text)
      .join("\n"),
  );
  const expected = expectations.flatMap(([kind, pattern]) => (pattern.test(head) ? [kind] : []));
  const days: readonly DocumentKind[] = isMatrix ? ["timesheet"] : [];
  const tried: readonly DocumentKind[] = [
    ...days,
    ...(byTable === null || isGeneric ? [] : [byTable]),
    ...expected,
    ...(byTable === null ? [] : [byTable]),
    "timesheet",
  ];
  for (const kind of new Set(tried)) {
    // Prices make an offer or an order of a list; only what was spent is told in money.
    if (kind !== "expense" && kind !== byTable && !days.includes(kind) && isPriced) continue;
    const deliveries = readDeliveries(document, kind, context);
    const isExpected = days.includes(kind) || kind === byTable || expected.includes(kind);
    const isEnough = deliveries.length >= (isExpected ? 1 : 2);
    if (isEnough && deliveries.every(isWhole)) return { kind: kindBy(deliveries, kind), deliveries };
  }
  const kept = countedRolls(document, context);
  if (kept.length > 0) return { kind: "usage", deliveries: kept };
  const accepted = isProse ? [] : readDeliveries(document, "acceptance", context);
  // A letter that says of several things, or in so many words of one, whether they are accepted.
  const isLetter =
    accepted.length > 0 && accepted.every(({ quantity, date }) => quantity === null && date !== null);
  return isLetter && accepted.some(({ approved }) => approved === true)
    ? { kind: "acceptance", deliveries: accepted }
    : null;
}

const metered: ReadonlySet<string> = new Set([
  "kilowatt-hour",
  "megawatt-hour",
  "gigabyte",
  "terabyte",
  "request",
  "transaction",
  "message",
  "seat",
  "user",
]);

/** What counts in units of meters and programs is usage, whatever its title let expect. */
const kindBy = (deliveries: readonly Delivery[], kind: DocumentKind): DocumentKind => {
  if (deliveries.every(({ unit }) => unit !== null && metered.has(unit))) return "usage";
  // Hours of several days alone are a sheet of time, though a word in it ("report") may let expect a job.
  const days = new Set(deliveries.map(({ date }) => date));
  const isTime = days.size >= fewestDays && deliveries.every(({ unit }) => unit === "hour");
  return isTime && kind === "work-order" ? "timesheet" : kind;
};
const fewestDays = 3;

function kindOfTables(document: ReadDocument, context: NormalizeContext): TableKind | null {
  const kinds = gridsOf(document)
    .flatMap((grid) => recordTables(grid, context.tableMappings))
    .flatMap((table) => tableKind(table) ?? [])
    .toSorted((one, other) => other.confidence - one.confidence);
  return kinds[0] ?? null;
}
