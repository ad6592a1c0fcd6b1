import { valueOf } from "../../../src-shared/model/index.ts";
import { countsDays, isDayPriceOfWeek } from "../../../src-shared/pricing/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";
import { foldWording } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { agreementWords } from "./agreement-words.ts";
import type { LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { show } from "./show.ts";

const dayWords = /\b(days?|tage?n?|jours?|dias?|giorn[oi]|dagen|dag)\b/;

/** Days of a weekly hire at a seventh of its price, as a clause on parts of periods has it; `null` for all else. */
export function dayOfWeekPrice(context: LineContext, governing: GoverningTerm): Sentence | null {
  const { line, owner } = context;
  const { term } = governing;
  const [unit, price] = [valueOf(line.unit), valueOf(line.unitPrice)];
  if (term.type !== "rate" || price === null || whyUnusable(governing) !== null) return null;
  const saysDays = unit === "day" || (unit === null && dayWords.test(foldWording(line.description)));
  const clause = owner
    .termsOf("proration")
    .find((one) => whyUnusable(one) === null && one.term.absent !== true && countsDays(one.term.value));
  if (!saysDays || clause === undefined || !isDayPriceOfWeek(term.value, price)) return null;
  if (owner.allTermsOf("escalator").length > 0) return null;
  owner.use(clause);
  return sentence("because/price-by-the-day", {
    price: show(price, owner),
    agreement: agreementWords(clause.agreement),
  });
}
