import type { InvoiceLine, LineBinding, LineMatch, MatchReason } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import {
  coversTripCost,
  foldWording,
  isCalendarUnit,
  isTimeUnit,
  relateUnits,
  tripCostsOf,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, LineKind } from "../../../src-shared/wording/index.ts";
import type { TermPool } from "./term-pool.ts";

export const unbound = (lineId: string, candidates: readonly LineBinding[] = []): LineMatch => ({
  lineId,
  state: "unbound",
  bindings: [],
  candidates,
  deliveries: [],
});

export const notPriced = (lineId: string, bindings: readonly LineBinding[] = []): LineMatch => ({
  lineId,
  state: "not-priced",
  bindings,
  candidates: [],
  deliveries: [],
});

const ownTypes: Partial<Record<LineKind, GoverningTerm["term"]["type"]>> = {
  discount: "discount",
  tax: "tax",
  "deposit-applied": "deposit",
  retention: "retention",
  "late-fee": "late-fee",
  expense: "expenses",
  "service-credit": "service-credit",
  "true-up": "minimum",
};

/** Rows whose words say that no price of work governs them; `null` for all others. */
export function bindSpecial(line: InvoiceLine, kind: LineKind, pool: TermPool): LineMatch | null {
  switch (kind) {
    case "text":
    case "rounding":
      return notPriced(line.id);
    case "discount":
    case "tax":
    case "deposit-applied":
    case "retention":
    case "service-credit":
      return notPriced(line.id, bindToType(line, kind, pool)?.bindings ?? []);
    case "late-fee":
    case "true-up":
      return bindToType(line, kind, pool) ?? unbound(line.id);
    case "expense":
    case "fee":
      return null;
  }
}

/** Binds a row to the clause of its own kind; `null` where there is none. */
function bindToType(line: InvoiceLine, kind: LineKind, pool: TermPool): LineMatch | null {
  const type = ownTypes[kind];
  const terms = type === undefined ? [] : (pool.byType.get(type) ?? []);
  const usable = terms.filter(
    ({ term, conflictsWith }) => (term.questions ?? []).length === 0 && conflictsWith.length === 0,
  );
  const [first] = usable;
  if (first === undefined)
    return terms.length === 0
      ? null
      : unbound(
          line.id,
          terms.map((term) => bindingOf(term, ["only-term"], 0.3)),
        );
  const words = wordingOf(line.description);
  const named = usable.filter(
    ({ term }) =>
      wordingOf(scopeTextOf(term)).content.some((word) => words.all.has(word)) ||
      (term.type === "expenses" &&
        (term.value.types ?? []).some((one) => coversTripCost(one, line.description))),
  );
  // Sentences on expenses add up to one clause: which of them is named, the check asks.
  const general = kind === "expense" ? (named[0] ?? usable.find(isForAll) ?? first) : undefined;
  const chosen = usable.length === 1 ? first : named.length === 1 ? named[0] : general;
  const reasons: readonly MatchReason[] = usable.length === 1 ? ["only-term"] : ["item"];
  if (chosen === undefined)
    return {
      lineId: line.id,
      state: "ambiguous",
      bindings: [],
      candidates: usable.map((term) => bindingOf(term, ["item"], 0.4)),
      deliveries: [],
    };
  return {
    lineId: line.id,
    state: "bound",
    bindings: [bindingOf(chosen, reasons, 0.8)],
    candidates: [],
    deliveries: [],
  };
}

/** Words for goods that are passed on, in the clauses that price them by their cost. */
const goodsWords =
  /\b(parts?|spares?|spare parts|materials?|goods|consumables?|supplies|components?|fittings|hardware|equipment|third[- ]party (costs?|items?)|\w*material(ien|s|e|en)?|ersatzteile?|verbrauchs\w+|waren?|pieces?( detachees)?|fournitures?|materia(u|ux|l|les|li)|consommables?|repuestos?|recambios?|piezas|ricambi|ricambio|merc[ei]|onderdelen|materialen|pecas|materiais|reservdelar)\b/;

/** Words for a price of work or of a rule: whatever such a line is, it is no part that was bought. */
const feeWords =
  /\b(fees?|charges?|surcharges?|call[- ]?outs?|admin\w*|services?|labou?r|work|visits?|attendance|inspections?|training|deliver(y|ies)|travel|mileage|support|subscription|rental|hire|cleaning|install\w*|repairs?|maintenance|\w*(gebuhr|pauschale|zuschlag|arbeit|arbeiten|wartung|reparatur|anfahrt|montage|einsatz|miete)|frais|forfait|main d'?oeuvre|deplacement|entretien|reparation|location|pose|tarifa|mano de obra|servicios?|mantenimiento|desplazamiento|instalacion|manodopera|servizi[oi]?|manutenzione|trasferta|noleggio|arbeid\w*|dienst(en)?|onderhoud|voorrijkosten|montage|huur|servicos?|manutencao)\b/;

/**
 * A line for goods under the clause that prices goods by their cost ("parts at what we pay plus 20 %").
 *
 * Nothing on the line needs to say "part": whoever lists a capacitor has named one. Hours and rented days are no goods.
 */
function bindGoods(line: InvoiceLine, pool: TermPool): LineMatch | null {
  const unit = line.unit?.value ?? null;
  if (isTimeUnit(unit) || isCalendarUnit(unit) || unit === "percent") return null;
  if (feeWords.test(foldWording(line.description))) return null;
  const { roles, shifts } = wordingOf(line.description);
  if (line.person !== null || line.role !== null || shifts.length > 0) return null;
  // "Door operator belt, 1 piece" is a part of what an operator is named for; a bare "operator" is a person.
  if (roles.length > 0 && (unit === null || relateUnits(unit, "each") === "different")) return null;
  const clauses = (pool.byType.get("expenses") ?? []).filter(
    ({ term, conflictsWith }) =>
      term.type === "expenses" &&
      term.absent !== true &&
      conflictsWith.length === 0 &&
      (term.questions ?? []).length === 0 &&
      (term.value.types ?? []).some((type) => goodsWords.test(foldWording(type))),
  );
  const [clause] = clauses;
  if (clause === undefined || clauses.length > 1) return null;
  return {
    lineId: line.id,
    state: "bound",
    bindings: [bindingOf(clause, ["only-term"], 0.6)],
    candidates: [],
    deliveries: [],
  };
}

/** The clause of a line's own kind: goods by their cost, and what is spent on the way whatever it is called. */
export function bindToOwnKind(line: InvoiceLine, kind: LineKind, pool: TermPool): LineMatch | null {
  if (kind !== "fee") return bindToType(line, kind, pool);
  const isTripCost = tripCostsOf(line.description).length > 0;
  return bindGoods(line, pool) ?? (isTripCost ? bindToType(line, "expense", pool) : null);
}

const isForAll = ({ term }: GoverningTerm): boolean =>
  term.type === "expenses" && (term.value.types ?? []).length === 0;

const scopeTextOf = ({ value }: GoverningTerm["term"]): string => {
  const scoped = value as {
    readonly scope?: string;
    readonly types?: readonly string[];
    readonly name?: string;
    readonly measure?: string;
  };
  return [scoped.scope, ...(scoped.types ?? []), scoped.name, scoped.measure]
    .filter((part) => typeof part === "string")
    .join(" ");
};

export const bindingOf = (
  { term }: GoverningTerm,
  reasons: readonly MatchReason[],
  confidence: number,
  from: LocalDate | null = null,
  to: LocalDate | null = null,
): LineBinding => ({ termId: term.id, from, to, reasons, confidence });
