import type { DocumentKind } from "../../../../src-shared/model/index.ts";
import { isDistance } from "../../../../src-shared/wording/index.ts";
import { foldText } from "../values/fold.ts";
import type { RecordTable } from "./record-table.ts";
import { titleKey } from "./title-key.ts";
import type { ColumnRole } from "./column-roles.ts";
import { inSeconds, type Measure } from "./measure-titles.ts";

/** Things with quantities and units: what its paper calls itself goes before. */
export const genericTable = 0.5;

export interface TableKind {
  readonly kind: DocumentKind;
  readonly confidence: number;
}

/** What a table of records is, from the columns that it has and lacks. */
export const tableKind = (table: RecordTable): TableKind | null => {
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((role) => table.columns.has(role));
  if (table.rows.length === 0) return null;
  if (table.mapping !== null) return { kind: table.mapping.kind, confidence: 0.99 };
  if (table.isRoster === true) return { kind: "timesheet", confidence: 0.85 };
  if (table.progress !== null && has("item", "task", "description", "milestone"))
    return { kind: "acceptance", confidence: 0.86 };
  const hasMoney = has("line-amount", "line-gross", "total", "unit-price");
  const hasItem = has("description", "item", "item-code");
  const isBilled = has("issue-date", "customer", "due-date") || (hasItem && !isAnyPaper(table));
  if (has("invoice-number") && hasMoney && isBilled) {
    const credits = table.rows.filter((row) =>
      /credit|gutschrift|avoir/.test(foldText(row.cells.get("document-kind")?.text ?? "")),
    ).length;
    return { kind: credits * 2 > table.rows.length ? "credit-note" : "invoice", confidence: 0.95 };
  }
  if (isStatement(table)) return { kind: "statement", confidence: 0.9 };
  if (has("balance-after", "debit") || (has("balance") && has("date") && has("credit", "line-amount")))
    return { kind: "statement", confidence: 0.85 };
  const counts = (what: Measure["counts"]): boolean =>
    table.measures.some((measure) => measure.counts === what);
  const isTimed = has("hours") || counts("hours") || (has("start") && has("end"));
  const isDated = has("date", "week", "start", "timestamp", "period", "period-start", "issue-date");
  const isCounted = has("quantity") || counts("quantity") || (has("reading-before") && has("reading-after"));
  const isDelivery = has("delivery-number", "ordered") || namesGoods(table);
  const isMetered = has("reading-before") && has("reading-after");
  if (namesWorkOrder(table) && (isTimed || isCounted)) return { kind: "work-order", confidence: 0.85 };
  // What a machine ran between two readings is its use; what somebody drove between them is told below.
  if (isMetered && !has("person", "first-name") && !(has("start") && has("end")) && !namesTravel(table))
    return { kind: "usage", confidence: 0.9 };
  const hasHours = has("hours") || counts("hours");
  // Times without a day, and nobody who kept them, may be those of a journey or of a machine.
  const isKept =
    hasHours || has("date", "week", "timestamp", "period") || has("person", "first-name", "project");
  if (
    ((isTimed && isKept) || (has("minutes") && !isCounted && !isDelivery && !isTraffic(table))) &&
    isDated &&
    has("person", "task", "project", "notes", "description", "role", "first-name", "customer", "item")
  ) {
    return { kind: "timesheet", confidence: 0.93 };
  }
  if (has("minutes") && isDated && isTraffic(table) && !isCounted && !isDelivery && !hasMoney)
    return { kind: "usage", confidence: 0.75 };
  const countsDays = table.measures.some(({ unit }) => unit === "day");
  if (countsDays && isDated && has("person", "first-name")) return { kind: "timesheet", confidence: 0.85 };
  // Days under dates are days of somebody, whose name stands above.
  if (countsDays && has("date") && !isDelivery && !hasMoney) return { kind: "timesheet", confidence: 0.75 };
  if (isCounted && namesUse(table) && isDated && !isDelivery && !hasMoney)
    return { kind: "usage", confidence: 0.8 };
  if (isTimed && has("person", "first-name", "role")) return { kind: "timesheet", confidence: 0.8 };
  if (hasItem && isDecided(table) && !isCounted && !isTimed && !hasMoney)
    return { kind: "acceptance", confidence: 0.7 };
  if (has("milestone") && has("accepted-on", "approved", "approved-by", "status", "date") && !isCounted)
    return { kind: "acceptance", confidence: 0.85 };
  if (
    (has("merchant", "receipt") || namesExpenses(table)) &&
    has("line-amount", "line-gross", "total") &&
    has("date", "issue-date")
  )
    return { kind: "expense", confidence: 0.85 };
  // From whom something was bought on which day, without a number of an invoice.
  if (
    has("seller", "merchant") &&
    has("line-amount", "line-gross", "total") &&
    has("date", "issue-date") &&
    !isCounted &&
    !has("invoice-number", "due-date", "unit-price", "debit", "balance-after")
  )
    return { kind: "expense", confidence: 0.7 };
  // Who spent how much on which day, and nothing that was counted.
  if (
    has("person", "first-name") &&
    has("line-amount", "line-gross", "total") &&
    has("date") &&
    !isCounted &&
    !has("invoice-number", "due-date", "unit-price")
  )
    return { kind: "expense", confidence: 0.75 };
  if (has("reading-before") && has("reading-after"))
    return counts("quantity") && namesTravel(table)
      ? { kind: "expense", confidence: 0.7 }
      : { kind: "usage", confidence: 0.9 };
  if (isCounted && namesTravel(table) && has("date")) return { kind: "expense", confidence: 0.7 };
  // Measured over a span, beside what a plan includes: use, not goods that were ordered.
  const isRead = table.measures.some(({ isReading }) => isReading === true);
  const isMeasured = isRead || (has("meter") && (has("period", "period-start") || namesUse(table)));
  if (isCounted && isMeasured && !has("delivery-number")) return { kind: "usage", confidence: 0.86 };
  if (isCounted && has("meter", "timestamp") && !isDelivery) return { kind: "usage", confidence: 0.88 };
  if (isCounted && has("period", "period-start") && !isDelivery && !hasMoney)
    return { kind: "usage", confidence: 0.75 };
  if (
    isCounted &&
    (hasItem || has("task", "notes", "customer", "project") || isDelivery) &&
    has("delivery-number", "ordered", "date", "approved-by", "approved", "accepted-on", "period-start") &&
    (!has("line-amount") || has("delivery-number"))
  ) {
    return {
      kind: has("record-id") && !isDelivery && has("person", "task") ? "work-order" : "delivery",
      confidence: isDelivery ? 0.85 : 0.75,
    };
  }
  if (isCounted && hasItem && has("date") && !has("invoice-number"))
    return { kind: has("person") ? "work-order" : "delivery", confidence: 0.65 };
  const areMachines = table.measures.filter(({ counts, of }) => counts === "hours" && of !== "").length > 1;
  if (areMachines && isCounted && isDated && !hasMoney && !isDelivery)
    return { kind: "usage", confidence: 0.7 };
  if (isCounted && isDated && !hasMoney && !has("invoice-number"))
    return { kind: namesUse(table) ? "usage" : has("person") ? "work-order" : "delivery", confidence: 0.6 };
  // A log of what was done on which day, and who saw it.
  const isSeen = has("person", "approved", "approved-by", "first-name") || isDelivery;
  if (
    has("date", "timestamp") &&
    has("task", "item", "description", "delivery-number") &&
    isSeen &&
    !hasMoney
  )
    return { kind: isDelivery ? "delivery" : "work-order", confidence: 0.6 };
  if (hasHours && has("date") && !hasMoney) return { kind: "timesheet", confidence: 0.7 };
  // Things with their own numbers, one row for each: samples that were examined, jobs that were done.
  if (
    has("record-id") &&
    has("date") &&
    hasItem &&
    !hasMoney &&
    !isRoll(table) &&
    !has("customer-tax-id", "email")
  )
    return { kind: "work-order", confidence: 0.55 };
  // Events of a system: each has a number and a moment, and nothing but its state or its length beside them.
  const isTimedInSeconds = has("date") && table.header.some((title) => inSeconds.test(titleKey(title)));
  if (has("record-id") && isTimedInSeconds && !isCounted && !hasMoney)
    return { kind: "usage", confidence: 0.55 };
  if (
    has("record-id") &&
    has("timestamp") &&
    !isCounted &&
    !hasMoney &&
    !has("customer-tax-id", "email", "address")
  )
    return { kind: "usage", confidence: 0.55 };
  if (isCounted && hasItem && has("unit") && !hasMoney) return { kind: "delivery", confidence: genericTable };
  if (has("email", "address") && has("customer") && !hasMoney && !has("quantity"))
    return { kind: "customer-list", confidence: 0.8 };
  return null;
};

const anyPaper =
  /^(?:beleg|doc|document|dokument|documento|piece|ref)\b|^(?:n°|no|nr|numero)\.? (?:de |du )?(?:piece|documento?)\b/;

/** Whether the number of a row may be that of any paper: receipts have one, too. */
const isAnyPaper = ({ titles }: RecordTable): boolean =>
  anyPaper.test(titleKey(titles.get("invoice-number") ?? ""));

const useTitle =
  /\b(?:account|subscription|tenant|workspace|api|requests?|calls?|users?|seats?|documents?|messages?|storage|bandwidth|konto|abo|nutzer|benutzer|compte|abonnement|utilisateurs?|gebruikers?|cuenta|usuarios?|utenti|conta|usuarios?)\b/;

/** Whether a column names an account or what a program counts. */
const namesUse = ({ header }: RecordTable): boolean => header.some((title) => useTitle.test(titleKey(title)));

const rollTitle =
  /\b(?:users?|devices?|hostname|licen[cs]es?|seats?|mailbox|endpoint|benutzer\w*|nutzer\w*|gerate\w*|lizenz\w*|utilisateur|appareil|usuario|dispositivo|utente|gebruiker)(?: (?:id|no|nr|name|number|type))?$/;

/** Those who had access, or what was there, one row for each: nobody did anything for a customer in them. */
const isRoll = ({ header, columns }: RecordTable): boolean =>
  !(["hours", "minutes", "start", "end", "task", "line-amount"] as const).some((role) => columns.has(role)) &&
  header.some((title) => rollTitle.test(titleKey(title)));

/** Minutes of calls: none of its columns says who worked or on what, and nobody began or ended. */
const isTraffic = ({ columns }: RecordTable): boolean =>
  !(["person", "first-name", "role", "task", "project", "notes", "start", "end"] as const).some((role) =>
    columns.has(role),
  );

const workOrderTitle =
  /\b(?:work ?orders?|w\/?o|job ?(?:sheet|card|ticket)|service (?:order|report|ticket)|arbeitsschein\w*|arbeitsauftrag\w*|regie\w*|einsatzbericht\w*|werkbon\w*|werkorder\w*|servicebon\w*|bon d'intervention|ordre de travail|orden de trabajo|parte de trabajo|ordine di lavoro|rapportino|ordem de (?:trabalho|servico)|folha de obra)\b/;

const namesWorkOrder = ({ titles }: RecordTable): boolean =>
  workOrderTitle.test(foldText(titles.get("record-id") ?? ""));

const goodsTitle =
  /\b(?:goods|equipment|off ?hired?|consignee|consignment|pallets?|material|vehicle|tare|weighbridge|load|pod|ddt|docket|waren?|paletten?|kennzeichen|fahrzeug|wiege\w*|marchandises?|colis|palettes?|vehicule|goederen|kenteken|mercancia|bultos|matricula|merce|colli|targa|mercadoria|received by|recu par|ontvangen door|recibido por|ricevuto da|recebido por|delivered|geliefert|livree?s?|geleverd|entregad[ao]s?|consegnat[aei])\b/;

/** Whether a column says that goods went somewhere. */
const namesGoods = ({ header }: RecordTable): boolean =>
  header.some((title) => goodsTitle.test(foldText(title)));

const travelTitle =
  /\b(?:odometer|mileage|miles|kilometers?|kilometres?|km|fahrzweck|reisezweck|fahrtziel|kilomet\w*|chilometri|quilometros|ritten)\b/;

/** Whether a column says how far somebody drove. */
const namesTravel = ({ header, measures }: RecordTable): boolean =>
  measures.some(({ unit }) => isDistance(unit)) && header.some((title) => travelTitle.test(foldText(title)));

const expenseTitle =
  /\b(?:expenses?|auslagen?|spesen(?:art)?|depenses?|frais|gastos?|spesa|spese|despesas?|onkosten)\b/;

/** Whether a column says itself that its rows are what somebody spent. */
const namesExpenses = ({ titles, columns }: RecordTable): boolean =>
  !columns.has("invoice-number") &&
  !columns.has("quantity") &&
  [...titles.values()].some((title) => expenseTitle.test(foldText(title)));

const decided =
  /^(?:accepted|rejected|refused|not accepted|abgenommen|abgelehnt|verweigert|nicht abgenommen|accepte[es]*|refuse[es]*|receptionne[es]*|geaccepteerd|goedgekeurd|afgekeurd|aceptad[oa]|rechazad[oa]|accettat[oa]|respint[oa]|aceite|rejeitad[oa])(?![a-z])/;

/** Whether a column says of each row that it is accepted or refused. */
const isDecided = ({ columns, rows }: RecordTable): boolean =>
  (["approved", "status"] as const).some((role) => {
    const cells = columns.has(role) ? rows.map(({ cells }) => cells.get(role)?.text ?? "") : [];
    return cells.length > 0 && cells.every((text) => text === "" || decided.test(foldText(text).trim()));
  });

/** An account's movements: a date, an amount or two columns of them, and something that only an account has. */
const isStatement = ({ columns, measures }: RecordTable): boolean => {
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((role) => columns.has(role));
  if (measures.some(({ counts }) => counts === "hours")) return false;
  if (has("quantity", "unit-price", "hours", "invoice-number", "due-date", "tax-amount")) return false;
  const hasDate = has("booking-date", "value-date", "date", "issue-date");
  const hasAmount = has("line-amount", "total", "gross") || (has("debit") && has("credit"));
  const signs = [
    has("balance-after", "balance"),
    has("debit") && has("credit"),
    has("value-date"),
    has("direction"),
    has("counterparty-account"),
    has("remittance") && has("counterparty", "payee", "payer", "booking-date"),
  ];
  return hasDate && hasAmount && signs.some(Boolean);
};
