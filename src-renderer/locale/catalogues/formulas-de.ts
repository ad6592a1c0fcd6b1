import type { FormulaId } from "../formula-messages.ts";

/** Words of formulas, in German; complete by its type. */
export const germanFormulas: Readonly<Record<FormulaId, string>> = {
  "formula.netTwice": "der ganze Nettobetrag von {amount} ist doppelt berechnet",
  "formula.twice": "der ganze Betrag von {amount} ist doppelt berechnet",
  "formula.noReceipt": "für den ganzen Betrag von {amount} fehlt ein Beleg",
  "formula.whole": "der ganze Betrag von {amount}",
  "formula.fee": "die Gebühr ist {amount}",
  "formula.agreedFee": "die vereinbarte Gebühr ist {amount}",
  "formula.agreedSurcharge": "der vereinbarte Zuschlag ist {amount}",
  "formula.agreedAmount": "der vereinbarte Betrag ist {amount}",
  "formula.agreedAmountOf": "der vereinbarte Betrag von {amount}",
  "formula.exempt": "die Vereinbarung befreit von Steuer",
  "formula.billedBefore": "{amount} zuvor berechnet",
  "formula.cost": "Kosten {amount}",
  "formula.endOfMonth": "Monatsende nach {day}",
  "formula.nextBusinessDay": "nächster Werktag {day}",
  "formula.fromTo": "{day} bis {end}",
  "formula.lines": "Positionen {list}",
  "formula.oneDay": "1 Tag",
  "formula.days": "{count} Tage",
  "formula.months": "{count} Monate",
};
