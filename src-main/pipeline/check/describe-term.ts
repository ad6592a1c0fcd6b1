import type { Term } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";
import { perWords } from "./show.ts";

/** A term as words of a sentence: "“Senior Consultant” at 150.00 per hour". */
export function termWords(term: Term): Sentence {
  const known = described.get(term);
  if (known !== undefined) return known;
  const words = describe(term);
  described.set(term, words);
  return words;
}

/** Every line that a term governs says its words. */
const described = new WeakMap<Term, Sentence>();

function describe(term: Term): Sentence {
  switch (term.type) {
    case "rate": {
      const { price, priceBase, unit, role } = term.value;
      const item = nameOfItem(role, term.value.item);
      const isCeiling = term.value.ceiling === true;
      if (priceBase !== undefined)
        return sentence(isCeiling ? "words/term.rate-base-up-to" : "words/term.rate-base", {
          item,
          price,
          base: priceBase,
          unit,
        });
      return sentence(isCeiling ? "words/term.rate-up-to" : "words/term.rate", {
        item,
        price,
        per: perWords(unit),
      });
    }
    case "fixed-fee":
      return sentence("words/term.fixed-fee", {
        item: term.value.item,
        amount: term.value.amount,
        per: term.value.per === "once" ? "" : perWords(term.value.per),
      });
    case "tiers":
      return sentence("words/term.tiers", { item: term.value.item });
    case "overage":
      return sentence("words/term.overage", {
        item: term.value.item,
        price: term.value.price,
        per: perWords(term.value.unit),
      });
    case "included":
      return sentence("words/term.included", {
        quantity: term.value.quantity,
        unit: term.value.unit,
        item: term.value.item,
      });
    case "milestone":
      return term.value.amount === undefined
        ? sentence("words/term.milestone", { name: term.value.name })
        : sentence("words/term.milestone-at", { name: term.value.name, amount: term.value.amount });
    case "deposit":
      return sentence("words/term.deposit", {});
    case "expenses":
      return sentence("words/term.expenses", {});
    case "discount":
      return term.value.percent === undefined
        ? sentence("words/term.discount", { amount: term.value.amount ?? "" })
        : sentence("words/term.discount-percent", { percent: term.value.percent });
    case "tax":
      return term.value.rate === null
        ? sentence("words/term.tax", {})
        : sentence("words/term.tax-rate", {
            name: term.value.name ?? sentence("words/tax", {}),
            rate: term.value.rate,
          });
    case "late-fee":
      return sentence("words/term.late-fee", {});
    case "cap":
      return sentence("words/term.cap", {
        limit: term.value.amount ?? term.value.quantity ?? term.value.increasesBy ?? "",
      });
    case "minimum":
      return sentence("words/term.minimum", { limit: term.value.amount ?? term.value.quantity ?? "" });
    case "retention":
      return sentence("words/term.retention", { percent: term.value.percent });
    case "surcharge":
      return sentence("words/term.surcharge", { on: term.value.on });
    case "payment-terms":
      return sentence("words/term.payment-terms", { days: term.value.days });
    case "escalator":
      return term.value.percent === undefined
        ? sentence("words/term.escalator", {})
        : sentence("words/term.escalator-of", { percent: term.value.percent });
    case "service-credit":
      return sentence("words/term.service-credit", { measure: term.value.measure });
    case "schedule-of-values":
      return sentence("words/term.schedule-of-values", {});
    default:
      return sentence("words/term.other", { type: term.type.replaceAll("-", " ") });
  }
}

function nameOfItem(role: string | undefined, item: string): string {
  if (role === undefined || role === "" || item.toLowerCase().includes(role.toLowerCase())) return item;
  return item === "" || role.toLowerCase().includes(item.toLowerCase()) ? role : `${role}, ${item}`;
}
