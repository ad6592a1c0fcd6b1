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

const lastBill =
  /\b(final|last|closing|completion|schluss\w*|abschluss\w*|letzten?|solde|finale|derniere|ultim[ao]|saldo|liquidacion|eind\w*|laatste)\b/;

/** A deposit that comes off the last bill or another stage leaves this one as it is; of any other nobody can tell. */
export const isForLater = (context: InvoiceContext, governing: Governing<"deposit">): boolean =>
  stageOf(context, governing)?.isBilled === false ||
  governing.term.evidence.some(({ quote }) => lastBill.test(foldWording(quote)));
