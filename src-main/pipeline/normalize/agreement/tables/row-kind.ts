import { add, decimalText, isEqual } from "../../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../../src-shared/money/index.ts";
import { totalRow } from "./cell-price.ts";
import type { Cell, TableRow } from "./table-view.ts";

/** What a row among prices is, before its price is read. */
export type RowKind = "price" | "minimum" | "total" | "other";

const leastLabel =
  /^(?:(?!\b(?:visit|fee)\b).)*(?<![\p{L}])(?:(?:monthly|annual|yearly|quarterly|weekly) minimum(?! (?:hours?|quantity|volume|visits?|units?))|minimum (?:charge|invoice|order|fee|bill\p{L}*|spend|amount)|min\.? (?:charge|order)|mindest(?:umsatz|auftragswert|rechnungsbetrag|pauschale|betrag|menge|berechnung)\p{L}*|minimale?s? (?:facture|facturation|de facturation)|minimum de facturation|facturacion minima|(?:fatturato|importo|addebito) minimo|valor minimo|faturacao minima|minimum(?:tarief|bedrag|afname))(?![\p{L}])/u;

/** Labels of sums that another kind of term has the right to, or none: frames decide on their words. */
const otherLabel =
  /(?<![\p{L}])(?:deposit|caution|kaution|cauzione|caucao|fianza|waarborg(?:som)?|anzahlung|acompte|arrhes|anticipo|acconto|senal|sinal|aanbetaling|depot de garantie|(?:security|performance|surety|bid|payment) bonds?|bonds?(?=\W*$)|retainage|retention|einbehalt|budget|not[- ]to[- ]exceed|nte|(?:fee|cost|price) cap|ceiling|maxim(?:um|o|al)|maxima(?=\W*$)|massimo|limit|hochst(?:betrag|grenze)|obergrenze|plafond|tope|massimale|teto|insur\p{L}*|\p{L}*versicherung(?:en|ssumme|sbeitrag|spramie)?|(?<!(?:quality|software|qa) )assurance(?! qualite)|seguros?|assicurazione|polizza|verzekering|franchise|selbstbehalt|excess|deductible|discount|rabatt\p{L}*|nachlass|remise|rabais|descuento|sconto|desconto|korting|credit|gutschrift|abono|penalt\p{L}*|penale?|vertragsstrafe|boete|multa|damages|delays?(?=\W*$)|verzug|pay rate|wages?|salary|list price|previous(?:ly)?|old (?:rate|price)|formerly|bisher\p{L}*|ancien\p{L}*|estimate[ds]?)(?![\p{L}])/u;

/** A change's account of the sum of its contract: before, changed by, after. */
export const accountOfContract =
  /^(?:the )?(?:(?:original|previous|prior|current|new|revised|adjusted|net(?: of| change)?|sum)\b.*\b(?:sum|price|amount|value|orders?|change)\b|(?:sum|price|amount) (?:before|after|prior)\b|bisherige\p{L}* |neue? (?:auftrags|vertrags|gesamt)summe|ursprunglich\p{L}* |montant (?:initial|du marche|des avenants)|nouveau montant|importe (?:original|anterior)|nuevo importe|importo (?:originario|contrattuale)|nuovo importo|valor (?:original|inicial|anterior)|novo valor|oorspronkelijke?|nieuwe? (?:aanneem|contract)som)/u;

export function kindOfRow(label: Cell, isAddedUp: boolean): RowKind {
  if (isAddedUp || totalRow.test(label.folded) || accountOfContract.test(label.folded)) return "total";
  if (leastLabel.test(label.folded)) return "minimum";
  return otherLabel.test(label.folded) ? "other" : "price";
}

/** Rows whose sum is that of two or more rows above them: totals, whatever they are called. */
export function addedUp(
  rows: readonly TableRow[],
  sumOf: (row: TableRow) => DecimalText | null,
): ReadonlySet<TableRow> {
  const found = new Set<TableRow>();
  let running: Decimal | DecimalText = decimalText("0");
  let parts = 0;
  for (const row of rows) {
    const sum = sumOf(row);
    if (sum === null) continue;
    if (parts > 1 && isEqual(running, sum)) {
      found.add(row);
      continue;
    }
    running = add(running, sum);
    parts += 1;
  }
  return found;
}
