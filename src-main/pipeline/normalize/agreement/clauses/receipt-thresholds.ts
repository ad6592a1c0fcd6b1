import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { words } from "../lexicon/invoice-words.ts";
import { isMoney } from "../literals/literal.ts";
import { isAbove } from "./expense-limits.ts";

/** A paper that proves what was spent, in seven languages. */
const receipt = words(
  "receipts?|vouchers?|(?:original|einzel|kauf)?beleg\\p{L}*|quittung\\p{L}*|justificatifs?|recus?|justificantes?|recibos?|comprobantes?|ricevut[ae]|scontrin[oi]|giustificativ[oi]|bonnen|bonnetjes?|bon|kwitanties?|comprovativos?|comprovantes?",
);
/** What was spent. */
const spent = words(
  "expenses?|outlays?|disbursements?|purchases?|items?|costs?|spend(?:ing)?|auslagen?|ausgaben?|kosten|spesen|aufwendung\\p{L}*|\\p{L}*kosten|depenses?|frais|achats?|gastos?|compras?|spes[ae]|acquist[oi]|uitgaven?|onkosten|aankopen|despesas?",
);
/** All of it, from the first cent on. */
const all = words(
  "each|every|any|all|no|unless|only|jede[rsn]?|alle|saemtliche|samtliche|nur|kein\\p{L}*|toute?s?|tous|chaque|aucune?|uniquement|cada|tod[oa]s?|solo|ningun\\p{L}*|ogni|tutt[eio]|solo|nessun\\p{L}*|elke|alle|iedere|alleen|geen|cada|qualquer|nenhum\\p{L}*|so",
);
/** Payment by an invoice, and the receipt of something: another sense. */
const other = words(
  "(?:upon|after|from|of|on|date of|days of|within \\d+ days of) (?:the )?receipt|nach erhalt|receipt of|timesheets?|leistungsnachweis\\p{L}*",
);

/**
 * "Vouchers for all outlays exceeding €20", "Voor uitgaven boven € 25 is een bonnetje vereist": from what sum on a
 * receipt proves an expense; without a sum from the first cent.
 */
export const receiptThresholdFrame: CueFrame = {
  id: "receipt-threshold",
  cue: receipt,
  veto: other,
  unless: "expenses",
  project: (reading) => {
    const { folded, unit } = reading;
    const isProse = unit.zone !== "boilerplate" && unit.zone !== "signature";
    if (!isProse || !spent.test(folded)) return [];
    const sums = reading.literals.filter(isMoney);
    const above = sums.filter((literal) => isAbove(reading, literal));
    const [threshold] = above;
    if (threshold === undefined ? sums.length > 0 || !all.test(folded) : above.length > 1) return [];
    return [
      projection<"expenses">({
        type: "expenses",
        key: "expenses||receipt",
        value: { receiptAbove: threshold?.value ?? decimalText("0") },
        taken: threshold === undefined ? [] : [threshold],
        weight: 0.1,
      }),
    ];
  },
};
