import type { MinimumValue, RateValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "../engine/frame.ts";

/** What comes in visits and shifts: the least of it is counted each time, with the price of its unit. */
const counted: ReadonlySet<string> = new Set(["hour", "day", "week", "night"]);

/** Hours that only come beside others of the same visit: the least was counted with those. */
const partOfVisit =
  /\b(?:overtime|extra|additional|further|travel\w*|standby|stand-by|waiting|uberstunden|mehrstunden|weitere\w*|fahrt\w*|reise\w*|wartezeit|heures? supplementaires?|trajet|attente|horas? (?:extra\w*|adicional\w*)|desplazamiento|espera|straordinari\w*|aggiuntiv\w*|viaggio|attesa|overuren|reistijd|wachttijd|horas? extraordinarias?|espera)\b/;

const orders: ReadonlySet<string> = new Set(
  "order bestellung auftrag lieferung delivery commande livraison pedido entrega ordine consegna bestelling levering encomenda".split(
    " ",
  ),
);

/** A least of all that is ordered or delivered at one time. */
const isOfOrder = ({ value }: Candidate): boolean => orders.has((value as MinimumValue).scope.toLowerCase());

/**
 * "Minimum engagement is 4 hours per shift" belongs to every price of an hour that says no least of its own.
 *
 * A least amount, a least of a period and a least that no price counts stay terms of their own.
 */
export function withRateMinimums(candidates: readonly Candidate[]): readonly Candidate[] {
  const leasts = candidates.filter(({ type, value, absent }) => {
    if (type !== "minimum" || absent === true) return false;
    const { amount, unit, per, scope } = value as MinimumValue;
    // "At least 20 t a load": what each load is charged for, whatever its price counts.
    const isOfEach = !["", "agreement", "invoice"].includes(scope);
    return amount === undefined && per === null && (counted.has(unit ?? "") || isOfEach);
  });
  const used = new Set<Candidate>();
  // "10 bags per order", of whatever kind: what an order comes to in all its goods, not in each.
  const goodsOf = (unit: string): number =>
    candidates.filter(({ type, value }) => type === "rate" && (value as RateValue).unit === unit).length;
  const isMixed = (unit: string): boolean => goodsOf(unit) > 1;
  const priced = candidates.map((candidate) => {
    if (candidate.type !== "rate" || candidate.absent === true) return candidate;
    const value = candidate.value as RateValue;
    if (value.minimumQuantity !== undefined || value.priceBase !== undefined) return candidate;
    if (partOfVisit.test(`${value.item} ${(candidate.conditions ?? []).join(" ")}`.toLowerCase()))
      return candidate;
    const own = leasts.filter(
      (least) =>
        (least.value as MinimumValue).unit === value.unit && !(isOfOrder(least) && isMixed(value.unit)),
    );
    const [least] = own;
    const quantity = (least?.value as MinimumValue | undefined)?.quantity;
    if (least === undefined || own.length > 1 || quantity === undefined) return candidate;
    used.add(least);
    return {
      ...candidate,
      value: { ...value, minimumQuantity: quantity },
      parts: [...candidate.parts, ...least.parts],
    };
  });
  return priced.filter((candidate) => !used.has(candidate));
}
