import { product } from "../cents.ts";
import type { World, WorldAgreement, WorldClause, WorldInvoice, WorldLine, WorldRecord } from "../world.ts";

/** Parts of a world that seeds change. */
export const lastInvoice = ({ invoices }: World): WorldInvoice => invoices.at(-1) as WorldInvoice;
export const masterOf = ({ agreements }: World): WorldAgreement => agreements[0] as WorldAgreement;
export const lineAt = (world: World, index: number): WorldLine =>
  lastInvoice(world).lines[index] as WorldLine;

/** Sets the price of a line and its amount with it. */
export function reprice(line: WorldLine, unitPrice: string): void {
  line.unitPrice = unitPrice;
  line.net = product(line.quantity ?? "1", unitPrice);
}

export function requantify(line: WorldLine, quantity: string): void {
  line.quantity = quantity;
  line.net = product(quantity, line.unitPrice ?? "0");
}

/** Records within the days of the last invoice. */
export function recordsOfLast(world: World): WorldRecord[] {
  const { periodStart, periodEnd } = lastInvoice(world);
  return world.records.filter(
    ({ date }) => (periodStart === null || date >= periodStart) && (periodEnd === null || date < periodEnd),
  );
}

export function dropRecords(world: World, drop: (record: WorldRecord) => boolean): void {
  world.records = world.records.filter((record) => !drop(record));
}

export const clauseOf = (world: World, type: WorldClause["term"]["type"], at = 0): WorldClause =>
  masterOf(world).clauses.filter(({ term }) => term.type === type)[at] as WorldClause;

/** Puts a clause in place of another one, or at the end. */
export function setClause(world: World, clause: WorldClause, instead: WorldClause | null = null): void {
  const master = masterOf(world);
  master.clauses =
    instead === null
      ? [...master.clauses, clause]
      : master.clauses.map((other) => (other === instead ? clause : other));
}

export function dropClause(world: World, type: WorldClause["term"]["type"]): void {
  const master = masterOf(world);
  master.clauses = master.clauses.filter(({ term }) => term.type !== type);
}
