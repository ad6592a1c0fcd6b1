import type { Delivery, ReadDocument, Unit } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { Grid } from "../sheets/grid.ts";
import { meaningsOf } from "../sheets/title-meanings.ts";
import { foldText } from "../values/fold.ts";
import { byAnother } from "./approval.ts";
import type { DayMatrix, MatrixKey } from "./day-matrix.ts";
import { isPersonText } from "../values/person-name.ts";
import { areFullNames } from "./line-persons.ts";
import type { Surroundings } from "./record-surroundings.ts";
import { deliveryIdAt, unsaidDelivery } from "./unsaid-delivery.ts";

type RowKeys = readonly MatrixKey[];

const rolesOf = (title: string): readonly ColumnRole[] => meaningsOf(title).map(({ role }) => role);
const keyOf = (keys: RowKeys, role: ColumnRole): string | null =>
  keys.find((key) => rolesOf(key.title)[0] === role)?.text ??
  keys.find((key) => rolesOf(key.title).includes(role))?.text ??
  null;

const notItems: readonly ColumnRole[] = [
  "person",
  "role",
  "customer",
  "project",
  "approved",
  "approved-by",
  "hours",
  "total",
];

/** The first text of a row that names no person, place or sum. */
const otherKey = (keys: RowKeys, person: string | null): string | null =>
  keys.find(
    ({ title, text }) =>
      /\p{L}/u.test(text) &&
      text !== person &&
      !rolesOf(title).some((role) => notItems.some((other) => other === role)),
  )?.text ?? null;

/** Who a row or column of a matrix is about: under a title that says so, else a text that can only be a name. */
const personOf = (keys: RowKeys): string | null =>
  keyOf(keys, "person") ??
  keys.find(({ title, text }) => rolesOf(title).length === 0 && isPersonText(bare(text)))?.text ??
  null;

/** "Gino Favero (foreman)": a name without the office behind it. */
const bare = (text: string): string => text.replace(/\s*\([^)]*\)$/u, "");

/**
 * Whether the rows of a matrix are persons where no title says so: names of two words and more, all different, and one of
 * them a person's for sure.
 */
function areRowsPersons({ entries }: DayMatrix): boolean {
  const rows = new Map(entries.map(({ keys }) => [keys, keys.find(({ title }) => title === "")?.text ?? ""]));
  const names = [...new Set(rows.values())].map(bare);
  return names.length > 1 && areFullNames(names);
}

const distanceWord = /(?<!\p{L})(?:km|kilom[eè]t\p{L}*|chilometri|quil[oô]metros|miles|mileage)(?!\p{L})/giu;

/** A row of a week that counts how far somebody drove: "Kilometers Postma". */
const distanceOf = (keys: RowKeys): Unit | null => {
  const text = keys.map((key) => foldText(key.text)).join(" ");
  return /\b(?:km|kilomet\w*|chilometri|quilometros)\b/.test(text)
    ? "kilometre"
    : /\b(?:miles|mileage)\b/.test(text)
      ? "mile"
      : null;
};

/** What the keys of a row say of all its cells. */
interface RowSaid {
  readonly person: string | null;
  readonly role: string | null;
  readonly item: string | null;
  readonly customer: string | null;
  readonly project: string | null;
  readonly distance: Unit | null;
}

/** @param untitledArePersons whether a key without a title is who did the work */
function rowSaid(keys: RowKeys, untitledArePersons: boolean, around: Surroundings): RowSaid {
  const untitled = keys.find(({ title }) => title === "")?.text ?? null;
  const named = personOf(keys) ?? (untitledArePersons ? untitled : null);
  const distance = distanceOf(keys);
  // "Kilometers Postma": how far the one named behind it drove.
  const own = distance === null ? named : (named?.replace(distanceWord, "").trim() ?? null);
  return {
    person: own === null ? around.text("person") : bare(own),
    role: keyOf(keys, "role") ?? around.text("role"),
    item:
      keyOf(keys, "task") ??
      keyOf(keys, "notes") ??
      keyOf(keys, "description") ??
      otherKey(keys, own) ??
      keyOf(keys, "role") ??
      keyOf(keys, "project"),
    customer: keyOf(keys, "customer") ?? around.text("customer"),
    project: keyOf(keys, "project") ?? around.text("project"),
    distance,
  };
}

/** Delivery records of a matrix: one for each cell that counts hours. What its row says is read once for all its cells. */
export const matrixDeliveries = (
  document: ReadDocument,
  grid: Grid,
  matrix: DayMatrix,
  context: NormalizeContext,
  around: Surroundings,
): readonly Delivery[] => {
  const untitledArePersons = areRowsPersons(matrix);
  const rows = new Map<RowKeys, RowSaid>();
  for (const { keys } of matrix.entries)
    if (!rows.has(keys)) rows.set(keys, rowSaid(keys, untitledArePersons, around));
  return matrix.entries.map((entry, index): Delivery => {
    const { distance, ...said } = rows.get(entry.keys) ?? rowSaid(entry.keys, untitledArePersons, around);
    const approval = byAnother(around.approval, said.person);
    const span = entry.span ?? (entry.date === null ? around.period : null);
    return {
      ...unsaidDelivery,
      ...said,
      id: deliveryIdAt(document, context, `${grid.name}|day|${index}`),
      documentId: document.documentId,
      kind: distance === null ? "time" : "usage",
      sourceId: around.text("record-id"),
      date: entry.date,
      periodStart: span?.start ?? null,
      periodEnd: span?.end ?? null,
      quantity: entry.hours,
      unit: distance ?? entry.unit,
      approved: approval.approved,
      approvedBy: approval.by,
      reference: around.text("reference"),
      basis: "rule",
      confidence: entry.hours === null ? 0.2 : 0.85,
      evidence: [...entry.evidence, ...(approval === around.approval ? around.approvalEvidence : [])],
    };
  });
};
