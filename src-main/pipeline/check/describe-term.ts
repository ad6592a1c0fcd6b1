import type { Term } from "../../../src-shared/model/index.ts";
import { perUnit } from "./show.ts";

/** A term in a few words for a sentence: "“Senior Consultant” at 150.00 per hour". */
export function describeTerm(term: Term): string {
  switch (term.type) {
    case "rate": {
      const name = nameOfItem(term.value.role, term.value.item);
      const base = term.value.priceBase === undefined ? "" : ` ${term.value.priceBase}`;
      const limit = term.value.ceiling === true ? "up to " : "";
      const per =
        base === "" ? perUnit(term.value.unit) : ` per${base} ${term.value.unit.replaceAll("-", " ")}`;
      return `“${name}” at ${limit}${term.value.price}${per}`;
    }
    case "fixed-fee":
      return `“${term.value.item}” at ${term.value.amount}${term.value.per === "once" ? "" : perUnit(term.value.per)}`;
    case "tiers":
      return `the price tiers for “${term.value.item}”`;
    case "overage":
      return `“${term.value.item}” beyond what is included, at ${term.value.price}${perUnit(term.value.unit)}`;
    case "included":
      return `${term.value.quantity} ${term.value.unit} of “${term.value.item}” included`;
    case "milestone":
      return `milestone “${term.value.name}”${term.value.amount === undefined ? "" : ` at ${term.value.amount}`}`;
    case "deposit":
      return "the deposit";
    case "expenses":
      return "the clause on expenses";
    case "discount":
      return `the discount of ${term.value.percent === undefined ? (term.value.amount ?? "") : `${term.value.percent} %`}`;
    case "tax":
      return term.value.rate === null
        ? "the clause on tax"
        : `${term.value.name ?? "tax"} at ${term.value.rate} %`;
    case "late-fee":
      return "the clause on late payment";
    case "cap":
      return `the limit of ${term.value.amount ?? term.value.quantity ?? term.value.increasesBy ?? ""}`;
    case "minimum":
      return `the minimum of ${term.value.amount ?? term.value.quantity ?? ""}`;
    case "retention":
      return `the retention of ${term.value.percent} %`;
    case "surcharge":
      return `the surcharge on “${term.value.on}”`;
    case "payment-terms":
      return `payment within ${term.value.days} days`;
    case "escalator":
      return `the yearly increase${term.value.percent === undefined ? "" : ` of ${term.value.percent} %`}`;
    case "service-credit":
      return `the service credit for “${term.value.measure}”`;
    case "schedule-of-values":
      return "the schedule of values";
    default:
      return `the clause on ${term.type.replaceAll("-", " ")}`;
  }
}

function nameOfItem(role: string | undefined, item: string): string {
  if (role === undefined || role === "" || item.toLowerCase().includes(role.toLowerCase())) return item;
  return item === "" || role.toLowerCase().includes(item.toLowerCase()) ? role : `${role}, ${item}`;
}
