import { add, compare, decimalToText, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { shareOf } from "../../../src-shared/pricing/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { BillingValue } from "../../../src-shared/model/index.ts";
import { foldWording, stageCodesIn, wordingOf } from "../../../src-shared/wording/index.ts";
import type { Governing, InvoiceContext } from "./context.ts";

/** Whether the clause on the deposit names one stage alone, by its code or all its words, and a line bills that stage. */
export const isDueOn = (context: InvoiceContext, governing: Governing<"deposit">): boolean =>
  stageOf(context, governing)?.isBilled === true;

/** The one stage that the clause names; `null` where it names none or several. */
function stageOf(
  context: InvoiceContext,
  { term }: Governing<"deposit">,
): { readonly isBilled: boolean } | null {
  const clause = [
    ...(term.conditions ?? []),
    term.remainder ?? "",
    ...term.evidence.map(({ quote }) => quote),
  ].join(" ");
  const billed = context.lines.filter(({ kind }) => kind === "fee");
  const [code, ...others] = stageCodesIn(clause);
  if (code !== undefined)
    return others.length > 0
      ? null
      : { isBilled: billed.some(({ line }) => stageCodesIn(line.description).includes(code)) };
  const { all } = wordingOf(clause);
  const named = [...context.allTermsOf("milestone"), ...context.allTermsOf("fixed-fee")].filter(
    ({ term: stage }) => {
      const words = wordingOf(stage.type === "milestone" ? stage.value.name : stage.value.item).content;
      return words.length > 0 && words.every((word) => all.has(word));
    },
  );
  return named.length === 1
    ? { isBilled: billed.some(({ terms }) => terms[0]?.term.id === named[0]?.term.id) }
    : null;
}

const everyBill =
  /\b(?:(?:each|every) (?:\w+ ){0,2}(?:invoice|bill|stage|milestone|instalment|payment|claim)|invoice (?:of|for) (?:each|every)|(?:jeder|jede[sn]?|den einzelnen) (?:\w+)?(?:rechnung|rate|stufe|meilenstein)\w*|chaque (?:facture|jalon|etape|situation)|cada (?:factura|hito|certificacion|fatura|marco|fase)|(?:ogni|ciascuna?) (?:fattura|fase|sal|rata)|(?:elke|iedere) (?:factuur|fase|termijn|mijlpaal))\b/;

/** The percentage of a deposit that comes off every bill in its share; `null` for any other. */
function shareOnEach({ term }: Governing<"deposit">): DecimalText | null {
  const { percent } = term.value;
  return percent !== undefined && term.evidence.some(({ quote }) => everyBill.test(foldWording(quote)))
    ? percent
    : null;
}

/** What comes off this bill of a deposit that comes off each in its share; `null` for any other, and where nothing is due. */
export function shareDueOn(
  { precision }: InvoiceContext,
  governing: Governing<"deposit">,
  due: Decimal | null,
): Decimal | null {
  const percent = shareOnEach(governing);
  return percent === null || due === null || compare(due, zero) <= 0
    ? null
    : add(shareOf(decimalToText(due), percent, precision).value, zero);
}

const lastBill =
  /\b(final|last|closing|completion|schluss\w*|abschluss\w*|letzten?|solde|finale|derniere|ultim[ao]|saldo|liquidacion|eind\w*|laatste)\b/;

/** A deposit that comes off the last bill or another stage leaves this one as it is; of any other nobody can tell. */
export const isForLater = (context: InvoiceContext, governing: Governing<"deposit">): boolean =>
  stageOf(context, governing)?.isBilled === false ||
  governing.term.evidence.some(({ quote }) => lastBill.test(foldWording(quote)));

/**
 * Whether other bills under the agreement are due beside this one, so that it need not be the last: stages or periods
 * of it, days of its term that are still to come, or another invoice among the files.
 */
export function isOneOfSeveral(context: InvoiceContext): boolean {
  const { batch, invoice, match } = context;
  const issued = valueOf(invoice.issueDate);
  if (context.allTermsOf("milestone").length > 1 || context.allTermsOf("schedule-of-values").length > 0)
    return true;
  if (context.allTermsOf("fixed-fee").some(({ term }) => term.value.per !== "once")) return true;
  if (context.allTermsOf("billing").some(({ term }) => isRepeated(term.value.frequency))) return true;
  const to = match.agreementId === null ? null : (batch.agreements.get(match.agreementId)?.to ?? null);
  if (to !== null && issued !== null && issued < to) return true;
  return batch.invoices.some(
    (other) => other !== context && !other.isCredit && other.match.agreementId === match.agreementId,
  );
}

const isRepeated = (frequency: BillingValue["frequency"]): boolean =>
  frequency !== null && frequency !== "once" && frequency !== "on-completion";
