import type { TermType } from "../../../src-shared/model/index.ts";
import { foldWording, wordingOf } from "../../../src-shared/wording/index.ts";
import { exception, isScopeUnknown, linesInScope } from "./billed-discount.ts";
import type { Governing, InvoiceContext, LineContext } from "./context.ts";

/** Words that take a discount from everything, whatever else its clause names. */
const everything =
  /\b(all|every|entire|whole|any|alle[nrs]?|samtliche[nrs]?|tous|toutes|tod[oa]s|tutt[ei]|ogni|cualquier|elke|qualquer)\b/;

/** "Anfahrten sind nicht rabattfähig", "call-outs are not discounted": what stands before such words is left out. */
const notReduced =
  /(?:^|[.;,(]) ?(?:(?:and|but|und|aber|et|mais|y|pero|e|ma|en|maar|mas) )?([^.;,()]{3,60}?) (?:(?:is|are|sind|ist|bleib\w+|sont|est|son|es|sono|e|zijn|sao) )?(?:not (?:discount\w+|reduced|eligible|subject to)|excluded|exempt|net|nicht (?:rabatt\w+|ermassigt|reduziert|skonto\w+)|ausgenommen|rabattfrei|(?:ne (?:sont|est) )?(?:pas|non) (?:remis\w+|concerne\w+|soumis\w*)|exclu\w*|no (?:tienen?|llevan?|se benefician?)|non (?:scontat\w+|soggett\w+)|esclus\w+|niet (?:kortings\w+|in aanmerking)|uitgezonderd|nao (?:tem|beneficiam?))/;

const words = (text: string): readonly string[] =>
  wordingOf(text).content.filter((word) => !/^\d/.test(word));

/** Whether a clause has all words of the price that a line falls under, or two of the line's own. */
function isNamedIn(clause: ReadonlySet<string>, { line, terms }: LineContext): boolean {
  const { item } = (terms[0]?.term.value ?? {}) as { readonly item?: string };
  const agreed = words(item ?? "");
  if (agreed.length > 0 && agreed.every((word) => clause.has(word))) return true;
  return words(line.description).filter((word) => clause.has(word)).length >= 2;
}

/**
 * Lines that a discount is taken from: those of its scope; where that is no more than the agreement, the ones that its
 * clause names beside others ("10 % off the archive").
 */
export function linesOfDiscount(
  context: InvoiceContext,
  discount: Pick<Governing<"discount">, "term">,
): readonly LineContext[] {
  const exempt = exemptWords(context, discount);
  const named = linesNamedBy(context, discount);
  const lines = named.length === 0 && isAllButSome(context, discount) ? allAtAPrice(context) : named;
  const kept = lines.filter((line) => !isCalled(line, exempt));
  return kept.length > 0 ? kept : lines;
}

/**
 * Whether a clause says which of the agreed prices it is not for ("excl. VAT" names none), and the agreement calls nothing
 * by its other words: what it calls so is only not billed this time.
 */
function isAllButSome(context: InvoiceContext, discount: Pick<Governing<"discount">, "term">): boolean {
  const own = new Set(leftOutBy(discount).flatMap(words));
  return (
    own.size > 0 &&
    isScopeUnknown(context, discount.term.value.scope) &&
    context.governing.some(({ term }) => {
      const { item } = term.value as { readonly item?: string };
      return ownPrices.has(term.type) && words(item ?? "").some((word) => own.has(word));
    })
  );
}

/**
 * "10 % off the test prices (not off the courier)", where no line is called a test: all that has a price of its own, of
 * which the exception takes its part away. A line at no agreed price, or at a share of others, leaves open what is meant.
 */
function allAtAPrice({ lines }: InvoiceContext): readonly LineContext[] {
  const fees = lines.filter(({ kind, terms }) => kind === "fee" && terms[0]?.term.type !== "expenses");
  return fees.every(({ terms }) => terms.length > 0 && terms.every(({ term }) => ownPrices.has(term.type)))
    ? fees
    : [];
}

const ownPrices: ReadonlySet<TermType> = new Set(["rate", "fixed-fee", "tiers"]);

/** What a clause says that it is not for: "not off the courier". */
const leftOutBy = ({ term }: Pick<Governing<"discount">, "term">): readonly string[] =>
  term.evidence.flatMap(({ quote }) => {
    const folded = foldWording(quote);
    const cut = exception.exec(folded);
    const own = cut === null ? [] : [folded.slice(cut.index + cut[0].length).split(/[.;)]/)[0] ?? ""];
    return [...own, notReduced.exec(folded)?.[1] ?? ""];
  });

/** Words of what a clause leaves out, and of what another says has no discount. */
function exemptWords(
  context: InvoiceContext,
  discount: Pick<Governing<"discount">, "term">,
): ReadonlySet<string> {
  const none = context
    .termsOf("discount")
    .filter((other) => other.term.absent === true)
    .flatMap((other) => other.term.evidence.map(({ quote }) => quote));
  return new Set([...leftOutBy(discount), ...none].flatMap(words));
}

/** Whether a word that a line or its price is called by is among the words. */
function isCalled({ line, terms }: LineContext, exempt: ReadonlySet<string>): boolean {
  const { item } = (terms[0]?.term.value ?? {}) as { readonly item?: string };
  return words(`${item ?? ""} ${line.description}`).some((word) => exempt.has(word));
}

/** Lines of a scope; where that is no more than the agreement, those that the clause names beside others. */
export function linesNamedBy(
  context: InvoiceContext,
  { term }: Pick<Governing<"discount"> | Governing<"minimum">, "term">,
): readonly LineContext[] {
  const lines = linesInScope(context, term.value.scope);
  const fees = lines.filter(({ kind }) => kind === "fee");
  const isGeneral = ["", "agreement", "invoice"].includes(term.value.scope.trim());
  const clause = term.evidence.map(({ quote }) => quote).join(" ");
  if (!isGeneral || fees.length < 2 || everything.test(foldWording(clause))) return lines;
  const { all } = wordingOf(clause);
  const named = fees.filter((line) => isNamedIn(all, line));
  return named.length > 0 && named.length < fees.length ? named : lines;
}
