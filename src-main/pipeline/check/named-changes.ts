import { isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Agreement } from "../../../src-shared/model/index.ts";
import {
  changeNumberOf,
  extraWorkNumbersIn,
  namesChangeNumber,
  normalizeReference,
  referenceWords,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";

/** Whether a change speaks of what a line bills, by a word or its very amount. */
export function coversLine(change: Agreement, context: LineContext): boolean {
  const net = netOfLine(context);
  const { content } = wordingOf(context.line.description);
  return change.terms.some((term) => {
    const { amount, price } = term.value as { readonly amount?: DecimalText; readonly price?: DecimalText };
    const said = wordingOf(term.evidence.map(({ quote }) => quote).join(" "));
    return (
      content.some((word) => said.all.has(word)) ||
      [amount, price].some((figure) => figure !== undefined && net !== null && isEqual(figure, net))
    );
  });
}

/** Whether a line names a change by its number, or by a reference that the number ends with. */
export function namesChange({ line }: LineContext, number: string): boolean {
  if (namesChangeNumber(line.description, number)) return true;
  const wanted = normalizeReference(number);
  return [...referenceWords(line.description), normalizeReference(line.orderReference ?? "")].some(
    (word) => word === wanted || (word.length >= 3 && wanted.endsWith(word)),
  );
}

/** "Variation 2" where all signed changes have other numbers: what it names is not among them. */
export function namesOtherChange({ line }: LineContext, signed: readonly Agreement[]): boolean {
  const named = extraWorkNumbersIn(line.description);
  const known = signed.map(({ number }) => (number === null ? null : changeNumberOf(number)));
  return named.length > 0 && known.length > 0 && known.every((one) => one !== null && !named.includes(one));
}
