import type { Delivery, ReadDocument } from "../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import { gridsOf } from "../sheets/document-grids.ts";
import { recordTables, type RecordTable } from "../sheets/record-table.ts";
import { titleKey } from "../sheets/title-key.ts";
import { findDates } from "../values/date.ts";
import { foldText } from "../values/fold.ts";
import { unitOf } from "../values/unit.ts";
import { dayOrderOf } from "./day-order.ts";
import { deliveryIdAt, unsaidDelivery } from "./unsaid-delivery.ts";

/** What is kept on lists of what was there, by a system that counts it for nobody, in seven languages. */
const kept =
  /^(?:users?|seats?|licen[cs]es?|devices?|servers?|workstations?|endpoints?|mailbox(?:es)?|laptops?|desktops?|(?:tele)?phones?|extensions?|tablets?|printers?|terminals?|benutzer|nutzer|lizenz(?:en)?|gerate?|arbeitsplatze?|postfach|postfacher|utilisateurs?|appareils?|postes?|serveurs?|boites? mail|gebruikers?|licenties?|apparaten|apparaat|werkplek(?:ken)?|usuarios?|licencias?|dispositivos?|equipos?|puestos?|servidor(?:es)?|utent[ei]|licenz[ae]|dispositiv[oi]|postazion[ei]|utilizador(?:es)?|licencas?|postos?)$/;
/** The word that is left of a title: "User ID", "Device name", "Benutzername". */
const ofTitle = /^(.+?)[ _-]?(?:id|no|nr|name|names|number|hostname|nom|nombre|nome|naam)$/;
const gone =
  /(?:^|[^a-z])(?:inactive|disabled|deactivated|suspended|terminated|deleted|closed|removed|expired|retired|decommissioned|inaktiv|deaktiviert|gesperrt|geloscht|abgelaufen|inacti(?:f|ve)s?|desactivee?s?|supprimee?s?|suspendue?s?|expiree?s?|inactief|verwijderd|geblokkeerd|verlopen|inactiv[oa]s?|desactivad[oa]s?|eliminad[oa]s?|suspendid[oa]s?|caducad[oa]s?|baja|inattiv[oaie]|disattivat[oaie]|eliminat[oaie]|sospes[oaie]|scadut[oaie]|inativ[oa]s?|desativad[oa]s?|suspens[oa]s?|expirad[oa]s?)(?![a-z])/;
const kindTitle = /^(?:type|kind|category|class|typ|art|kategorie|categorie|soort|tipo|clase|categoria)$/;

/** A table with one of these tells of work, money or use, and counts it itself. */
const counting: readonly ColumnRole[] = [
  "quantity",
  "hours",
  "minutes",
  "start",
  "end",
  "task",
  "line-amount",
  "line-gross",
  "total",
  "unit-price",
  "milestone",
  "reading-before",
  "reading-after",
];
const fewestRows = 3;
/** Cells that prove a count, at most. */
const mostProven = 40;

/**
 * How many users, devices or licences a list shows that has one row for each, all of one day and one state: "user | A.
 * Whitlock | active | 2026-10-31". Of a list with several states nobody can tell which of them are billed.
 */
export function countedRolls(document: ReadDocument, context: NormalizeContext): readonly Delivery[] {
  if (document.sheets.length === 0) return [];
  return gridsOf(document).flatMap((grid) =>
    recordTables(grid, context.tableMappings).flatMap((table) => countsOf(table, document, context)),
  );
}

function countsOf(
  table: RecordTable,
  document: ReadDocument,
  context: NormalizeContext,
): readonly Delivery[] {
  const { columns, header, mapping, measures, name, rows } = table;
  if (mapping !== null || measures.length > 0 || rows.length < fewestRows) return [];
  if (counting.some((role) => columns.has(role))) return [];
  const textsAt = (column: number): readonly string[] =>
    rows.map(({ all }) => foldText(all[column]?.text ?? "").trim());
  const states = new Set(columns.has("status") ? textsAt(columns.get("status") ?? 0) : []);
  const date = onlyDayOf(table, context);
  // Each row is another one of them.
  const isListed = header.some((_, column) => new Set(textsAt(column)).size === rows.length);
  if (date === null || !isListed || states.size > 1 || [...states].some((state) => gone.test(state)))
    return [];
  const things = thingsOf(header, textsAt);
  if (things.length === 0 || things.some((thing) => !kept.test(thing))) return [];
  return [...new Set(things)].map((thing): Delivery => {
    const own = rows.filter((_, index) => things[index] === thing);
    return {
      ...unsaidDelivery,
      id: deliveryIdAt(document, context, `${name}|roll|${thing}`),
      documentId: document.documentId,
      kind: "usage",
      date,
      item: thing,
      quantity: decimalText(String(own.length)),
      unit: unitOf(thing),
      basis: "structured",
      confidence: 0.9,
      evidence: own
        .slice(0, mostProven)
        .flatMap(({ all }) => all.find(({ text }) => text !== "")?.prove("delivery") ?? []),
    };
  });
}

/** What each row is one of: by a column of kinds, else by the title over the names. */
function thingsOf(
  header: readonly string[],
  textsAt: (column: number) => readonly string[],
): readonly string[] {
  const kinds = header.findIndex((title) => kindTitle.test(titleKey(title)));
  if (kinds >= 0 && textsAt(kinds).every((text) => kept.test(text))) return textsAt(kinds);
  const named = new Set(
    header.flatMap((title) => {
      const key = titleKey(title);
      const [, thing = key] = ofTitle.exec(key) ?? [];
      return kept.test(thing) ? [thing] : [];
    }),
  );
  const [only = ""] = named;
  return named.size === 1 ? textsAt(0).map(() => only) : [];
}

/** The one day that every row of the list bears. */
function onlyDayOf({ columns, rows }: RecordTable, { asOf }: NormalizeContext): LocalDate | null {
  const column = (["date", "timestamp", "issue-date"] as const).flatMap((role) => columns.get(role) ?? [])[0];
  if (column === undefined) return null;
  const texts = new Set(rows.map(({ all }) => all[column]?.text ?? ""));
  const [text = ""] = texts;
  const [day] = texts.size === 1 ? findDates(text, { order: dayOrderOf([text], asOf), asOf }) : [];
  return day?.value ?? null;
}
