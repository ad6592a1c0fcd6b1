import { foldWording } from "../../../src-shared/wording/index.ts";
import type { SaleDocument } from "./sale-document.ts";

/**
 * The id under which an accounting system knows a document: the same for each export of the same paper.
 *
 * It holds no batch and no date of export, so that a repeated import updates instead of doubling.
 */
export const externalIdOf = (sale: SaleDocument): string => {
  const words = foldWording(sale.partner)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  // A name in another script has no Latin letters to show: its code points stand for it.
  const partner =
    words.length > 0 ? words : [...sale.partner].map((each) => each.codePointAt(0)?.toString(36)).join("");
  return `countersign-${partner.slice(0, 40)}-${sale.number}${sale.isCredit ? "-credit" : ""}`;
};
