import { decimalToText } from "../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../src-shared/money/index.ts";
import type { Term } from "../../src-shared/model/index.ts";
import { displayLanguage } from "./language.ts";
import { formatAmount, formatDate, formatExclusiveEnd, formatQuantity } from "./display.ts";
import { fieldInSentence, measured, nameOfTax, wordOf } from "./code-words.ts";
import { say } from "./say.ts";

/** Items as a sentence has them: "a, b and c". */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(displayLanguage(), { type: "conjunction" }).format(items);
}

/** Sums of several currencies as a sentence has them; `null` where there are none. An empty code is an unknown currency. */
export function formatSums(
  sums: readonly { readonly currency: string; readonly amount: Decimal }[],
): string | null {
  if (sums.length === 0) return null;
  return formatList(
    sums.map(({ currency, amount }) =>
      formatAmount(decimalToText(amount), currency === "" ? null : currency),
    ),
  );
}

/** What a term says, in one sentence with its figures. `currency` is the agreement's. */
export function wordsOfTerm(term: Term, currency: string | null): string {
  if (term.absent === true) return say("term.absent", { type: say(`term.type.${term.type}`) });
  const money = (amount: DecimalText): string => formatAmount(amount, term.currency ?? currency);
  const number = formatQuantity;
  const per = (cadence: string | null): string =>
    cadence === null ? say("term.periodless") : wordOf(cadence);
  switch (term.type) {
    case "rate": {
      const { item, role, unit, price, priceBase, ceiling } = term.value;
      const facts = { item: role ?? item, price: money(price), unit: wordOf(unit) };
      if (priceBase !== undefined) return say("term.rate.base", { ...facts, base: number(priceBase) });
      return say(ceiling === true ? "term.rate.ceiling" : "term.rate", facts);
    }
    case "fixed-fee": {
      const { item, amount, per: cadence, timing } = term.value;
      const facts = {
        item,
        amount: money(amount),
        per: per(cadence),
        timing: timing === null ? "" : wordOf(timing),
      };
      if (cadence === "once") return say("term.fixed-fee.once", facts);
      return say(timing === null ? "term.fixed-fee" : "term.fixed-fee.timed", facts);
    }
    case "tiers": {
      const { item, unit, method, tiers } = term.value;
      const steps = tiers.map((tier) =>
        tier.upTo === null
          ? say("term.tiers.above", { price: money(tier.price) })
          : say("term.tiers.upTo", {
              upTo: number(tier.upTo),
              unit: measured(tier.upTo, unit).unit,
              price: money(tier.price),
            }),
      );
      return say("term.tiers", {
        item,
        method: say(`term.tiers.${method ?? "unsaid"}`),
        tiers: formatList(steps),
      });
    }
    case "included": {
      const { item, quantity, unit, per: cadence } = term.value;
      const facts = { item, ...measured(quantity, unit), per: per(cadence) };
      return say(cadence === null ? "term.included" : "term.included.per", facts);
    }
    case "overage":
      return say("term.overage", {
        item: term.value.item,
        price: money(term.value.price),
        unit: wordOf(term.value.unit),
      });
    case "minimum": {
      const { amount, quantity, unit, per: cadence, scope } = term.value;
      if (amount === undefined)
        return say("term.minimum.quantity", {
          ...(quantity === undefined ? { quantity: "", unit: "" } : measured(quantity, unit)),
          scope: wordOf(scope),
        });
      return say(cadence === null ? "term.minimum.amount" : "term.minimum.amount.per", {
        amount: money(amount),
        per: per(cadence),
        scope: wordOf(scope),
      });
    }
    case "cap": {
      const { amount, quantity, unit, scope, item } = term.value;
      const cap =
        amount === undefined
          ? say("term.cap.quantity", {
              ...(quantity === undefined ? { quantity: "", unit: "" } : measured(quantity, unit)),
              scope: wordOf(scope),
            })
          : say("term.cap.amount", { amount: money(amount), scope: wordOf(scope) });
      return item === undefined ? cap : say("term.cap.item", { item, cap });
    }
    case "discount": {
      const { percent, amount, scope } = term.value;
      if (percent !== undefined)
        return say("term.discount.percent", { percent: number(percent), scope: wordOf(scope) });
      return say("term.discount.amount", {
        amount: amount === undefined ? "" : money(amount),
        scope: wordOf(scope),
      });
    }
    case "escalator": {
      const { percent, index, first } = term.value;
      const text =
        percent === undefined
          ? say("term.escalator.index", { index: index ?? "" })
          : say("term.escalator.percent", { percent: number(percent) });
      return first === null ? text : say("term.escalator.first", { text, first: formatDate(first) });
    }
    case "milestone": {
      const { name, amount, percent, acceptance } = term.value;
      const text =
        amount === undefined
          ? say("term.milestone.percent", { name, percent: percent === undefined ? "" : number(percent) })
          : say("term.milestone.amount", { name, amount: money(amount) });
      return acceptance ? say("term.milestone.accepted", { text }) : text;
    }
    case "deposit": {
      const { amount, percent } = term.value;
      if (amount !== undefined) return say("term.deposit.amount", { amount: money(amount) });
      return say("term.deposit.percent", { percent: percent === undefined ? "" : number(percent) });
    }
    case "retention":
      return say("term.retention", { percent: number(term.value.percent) });
    case "expenses": {
      const { types, markupPercent, totalCap, totalCapPer } = term.value;
      let text =
        types === undefined
          ? say("term.expenses.any")
          : say("term.expenses.types", { types: formatList(types) });
      if (markupPercent !== undefined)
        text = say("term.expenses.markup", { text, percent: number(markupPercent) });
      if (totalCap === undefined) return text;
      const limit = { text, amount: money(totalCap) };
      return totalCapPer === undefined
        ? say("term.expenses.cap", limit)
        : say("term.expenses.cap.per", { ...limit, per: per(totalCapPer) });
    }
    case "time-rules": {
      const { maxHoursPerDay, increment, overtimeMultiplier, afterHoursMultiplier, travelMultiplier } =
        term.value;
      const rules = [
        maxHoursPerDay === undefined ? null : say("term.time-rules.hours", { hours: number(maxHoursPerDay) }),
        increment === undefined ? null : say("term.time-rules.increment", { increment: number(increment) }),
        overtimeMultiplier === undefined
          ? null
          : say("term.time-rules.overtime", { factor: number(overtimeMultiplier) }),
        afterHoursMultiplier === undefined
          ? null
          : say("term.time-rules.afterHours", { factor: number(afterHoursMultiplier) }),
        travelMultiplier === undefined
          ? null
          : say("term.time-rules.travel", { factor: number(travelMultiplier) }),
      ];
      return rules.filter((rule) => rule !== null).join("; ");
    }
    case "proration":
      return term.value.basis === "none"
        ? say("term.proration.none")
        : say("term.proration", { basis: wordOf(term.value.basis) });
    case "payment-terms": {
      const { days, from, earlyDiscount } = term.value;
      const text = say(`term.payment-terms.${from}`, { days });
      if (earlyDiscount === undefined) return text;
      return say("term.payment-terms.discount", {
        text,
        percent: number(earlyDiscount.percent),
        days: earlyDiscount.days,
      });
    }
    case "late-fee": {
      const { percent, amount, per: unit } = term.value;
      if (percent !== undefined)
        return say("term.late-fee.percent", { percent: number(percent), per: per(unit) });
      return say("term.late-fee.amount", {
        amount: amount === undefined ? "" : money(amount),
        per: per(unit),
      });
    }
    case "tax": {
      const { rate, name, category, exempt } = term.value;
      const facts = {
        name: name === undefined ? say("term.type.tax") : nameOfTax(name),
        rate: rate === null ? "" : number(rate),
        category: category ?? "",
      };
      if (exempt === true) return say("term.tax.exempt", facts);
      return say(rate === null ? "term.tax.category" : "term.tax.rate", facts);
    }
    case "billing": {
      const { frequency, timing } = term.value;
      const facts = { frequency: per(frequency), timing: timing === null ? "" : wordOf(timing) };
      if (frequency === "once" || frequency === "on-completion") return say("term.billing.once", facts);
      return say(timing === null ? "term.billing" : "term.billing.timed", facts);
    }
    case "required": {
      const fields = formatList([...new Set(term.value.fields.map(fieldInSentence))]);
      return term.value.above === undefined
        ? say("term.required", { fields })
        : say("term.required.above", { fields, amount: money(term.value.above) });
    }
    case "purchase-order": {
      const { number: order, amount } = term.value;
      return amount === undefined
        ? say("term.purchase-order", { number: order })
        : say("term.purchase-order.amount", { number: order, amount: money(amount) });
    }
    case "duration": {
      const { from, to, autoRenew } = term.value;
      const start = from === null ? say("term.unknownDate") : formatDate(from);
      const end = to === null ? "" : formatExclusiveEnd(to);
      const text =
        to === null
          ? say("term.duration.open", { from: start })
          : from === null
            ? say("term.duration.until", { to: end })
            : say("term.duration", { from: start, to: end });
      return autoRenew === true ? say("term.duration.renew", { text }) : text;
    }
    case "roster":
      return say("term.roster", {
        people: formatList(
          term.value.people.map(({ name, role }) =>
            role === null ? name : say("term.roster.person", { name, role }),
          ),
        ),
      });
    case "scope": {
      const items = formatList(term.value.included);
      const excluded = formatList(term.value.excluded);
      if (excluded === "") return say("term.scope.included", { items });
      return items === ""
        ? say("term.scope.excluded", { items: excluded })
        : say("term.scope.both", { items, excluded });
    }
    case "surcharge": {
      const { percent, amount, on } = term.value;
      if (percent !== undefined) return say("term.surcharge.percent", { percent: number(percent), on });
      return say("term.surcharge.amount", { amount: amount === undefined ? "" : money(amount), on });
    }
    case "service-credit":
      return say("term.service-credit", {
        measure: term.value.measure,
        threshold: number(term.value.threshold),
      });
    case "schedule-of-values":
      return say("term.schedule-of-values", {
        lines: formatList(
          term.value.lines.map(({ item, amount }) =>
            say("term.schedule-of-values.line", { item, amount: money(amount) }),
          ),
        ),
      });
    case "acceptance": {
      const { by, deemedAfterDays } = term.value;
      if (deemedAfterDays !== undefined) return say("term.acceptance.deemed", { days: deemedAfterDays });
      return by === undefined
        ? say("term.acceptance")
        : say("term.acceptance.by", { people: formatList(by) });
    }
    case "charge-age":
      return say("term.charge-age", { days: term.value.days });
    case "rounding":
      return say("term.rounding", { mode: wordOf(term.value.mode), level: wordOf(term.value.level) });
    case "price-basis":
      return say(term.value.includesTax ? "term.price-basis.gross" : "term.price-basis.net");
    case "bank-account":
      return say("term.bank-account", {
        account: term.value.iban ?? term.value.account ?? term.value.holder ?? "",
      });
  }
}

/** When a term holds: "1 Mar 2026 – 30 Sep 2026"; `null` where only the agreement's own dates apply. */
export function wordsOfPeriod(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null;
  return say("period.range", {
    from: from === null ? say("period.start") : formatDate(from),
    to: to === null ? say("period.open") : formatExclusiveEnd(to),
  });
}
