import type { ExpensesValue } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { passedOnTypes } from "./cost-recovery.ts";
import { foldText } from "../../values/fold.ts";
import { atCostWords, goodsWords, noMarkupWords, proofWords } from "../lexicon/expense-words.ts";
import { limitsOf } from "./expense-limits.ts";

/** Whose cost it is, what a claim or a loss costs, and what is not billed: no expense of the work. */
export const otherCost =
  /\b(?:at (?:its|their|his|her|contractor's|provider's|supplier's|vendor's|seller's|tenant's|owner's) (?:own|sole)|at no cost|legal|attorneys?|indemni\w*|defend|arising|resulting|audit|breach|remed\w*|defects?|not (?:be )?(?:reimbursed|charged|payable|billed)|auf (?:eigene|seine|ihre) kosten|zu (?:lasten|eigenen)|schadens?\w*|a ses frais|a sus? (?:expensas|costa)|a proprie spese|op eigen kosten|a expensas|replacement (?:cost|value)|wiederbeschaffung\w*|court costs)\b/u;

const allExpenses =
  /^(?:(?:all |any |other |out-of-pocket |reasonable |reimbursable |sonstige |alle |autres |otros |altre |outras )*(?:expenses?|disbursements?|outlays?|spesen|auslagen|frais|depenses|debours|gastos|spese|despesas|onkosten|uitgaven))$/;
/** A figure in it makes a sentence of it and no thing: "We keep receipts for every expense above $40". */
const isSaid = (thing: string): boolean => /\d/.test(thing);

/**
 * "Tolls and parking at actuals against receipts", "Hotel zum Selbstkostenpreis, höchstens 120 € je Nacht":
 * one clause on what is passed on, whatever order it says its pieces in.
 */
export const passedOnFrame: CueFrame = {
  id: "passed-on",
  cue: new RegExp(`${atCostWords.source}|${noMarkupWords.source}|${proofWords.source}`, "u"),
  veto: otherCost,
  project: (reading) => {
    const { folded, unit } = reading;
    if (unit.zone === "boilerplate" || unit.zone === "signature") return [];
    const basis = atCostWords.exec(folded) ?? noMarkupWords.exec(folded) ?? proofWords.exec(folded);
    if (basis === null || isMarkedUp(reading)) return [];
    const isProofOnly = !atCostWords.test(folded) && !noMarkupWords.test(folded);
    const heading = unit.contexts.at(-1)?.folded ?? "";
    const isNamed =
      goodsWords.test(folded.replace(proofWords, " ").replace(basis[0], " ")) || goodsWords.test(heading);
    // "Skips are charged at cost": what is charged at its cost was bought, whatever it is called.
    const isBought =
      atCostWords.test(folded) && isRefunded.test(folded) && subjectOf(folded, basis.index) !== null;
    if (!(isNamed || isBought) || isPayment(folded)) return [];
    const limits = limitsOf(reading);
    if (limits.isPriced || (isProofOnly && !isRefunded.test(folded) && limits.taken.length === 0)) return [];
    // "5. Expenses": what is passed on of expenses is all of them.
    const things = thingsOf(reading, basis.index);
    const types = things.some(isSaid) ? [] : things.filter((thing) => !allExpenses.test(foldText(thing)));
    const base: ExpensesValue = {
      ...(!isProofOnly && { markupPercent: decimalText("0") }),
      ...(proofWords.test(folded) && { receiptAbove: decimalText("0") }),
    };
    // "Travel at cost, hotels at most 120 € a night": the limit is for what stands before it.
    const { limited } = limits;
    const isOwn = limited === null || types.some((type) => foldText(type).includes(foldText(limited)));
    const terms = isOwn
      ? [{ types, limits: limits.value }]
      : [
          { types, limits: {} },
          { types: [limited], limits: limits.value },
        ];
    return terms.map((term) =>
      projection<"expenses">({
        type: "expenses",
        key: `expenses|${term.types.join("+").toLowerCase()}|passed-on`,
        value: { ...(term.types.length > 0 && { types: term.types }), ...base, ...term.limits },
        taken: limits.taken,
        weight: 0.05,
        ...(limits.condition !== null && term.limits === limits.value && { conditions: [limits.condition] }),
      }),
    );
  },
};

/** Words of paying back, so that "against receipt" alone speaks of a cost and not of how one pays. */
const isRefunded =
  /\b(?:reimburs\w*|recharged?|rebilled|refunded|passed on|charged|billed|repaid|erstattet|ersetzt|verrechnet|weiterverrechnet|weiterberechnet|weitergegeben|berechnet|abgerechnet|vergutet|rembours\w*|refactur\w*|factur\w*|reembols\w*|se (?:abonan?|facturan?|repercuten?|reembolsan?|cobran?|pagan?)|abonaran?|rimbors\w*|riaddebit\w*|addebit\w*|fatturat\w*|vergoed|doorbelast|doorberekend|gefactureerd|debitad\w*|faturad\w*|cobrad\w*|pag[oa]s?|bezahlt)\b/u;

/** "Payment against invoice", "zahlbar gegen Rechnung" is how invoices are paid. */
const isPayment = (folded: string): boolean =>
  /\b(?:payment|payable|zahlbar|zahlung|paiement|reglement|pago|pagamento|betaling)\b[^.;]{0,40}\b(?:invoices?|rechnung|factures?|facturas?|fatture?|faturas?|factuur|bills?)\b/u.test(
    folded,
  );

const isMarkedUp = (reading: Reading): boolean =>
  reading.literals.some(
    (literal) =>
      literal.type === "percent" &&
      /(?:plus|\+|zuzuglich|zzgl\.?|aufschlag|mark-?up|increased by|erhoht um|verhoogd met|incrementad\w*|aumentad\w*|aumentat\w*|majore\w*|maggiorat\w*|acrescid\w*|vermeerderd|augment\w*|mas|piu|mais|opslag|recargo|ricarico|margem|uplift|handling)/u.test(
        `${reading.before(literal, 40)} ${reading.after(literal, 30)}`,
      ),
  );

/** What is passed on, as it is worded: "Print, fonts and stock photos", "Tirages et maquettes". */
export function thingsOf(reading: Reading, basisAt: number): readonly string[] {
  const { text, folded, unit } = reading;
  const subject = subjectOf(folded, basisAt);
  const named = (words: string): readonly string[] => {
    const at = folded.indexOf(words);
    return splitThings(text.slice(at, at + words.length));
  };
  const heading = unit.contexts.at(-1);
  if (subject !== null && goodsWords.test(subject)) return named(subject);
  if (heading !== undefined && goodsWords.test(heading.folded) && heading.text.length <= 60)
    return splitThings(heading.text.replace(/[.:]$/, ""));
  // "The Agency may incur media costs, passed through at cost": who buys is no thing bought.
  const bought = goodsWords.exec(folded.slice(0, basisAt))?.[0];
  if (bought === undefined && subject !== null) return named(subject);
  const behind = bought ?? goodsWords.exec(folded)?.[0];
  if (behind === undefined) return [];
  const at = folded.indexOf(behind);
  return [text.slice(at, at + behind.length)];
}

/** What a sentence says is passed on, from the words before how; work and whatever is only pointed at is no thing bought. */
function subjectOf(folded: string, basisAt: number): string | null {
  const head = folded.slice(0, basisAt);
  const subject = subjects.map((pattern) => pattern.exec(head)?.[1]).find((found) => found !== undefined);
  return subject === undefined || pointedAt.test(subject) ? null : subject;
}

const pointedAt =
  /^(?:invoices?|bills?|rechnung\w*|factures?|facturas?|fatture?|faturas?|it|this|that|these|those|they|we|you|which|such|es|sie|wir|diese\w*|dies|ils?|elles?|nous|cela|ceci|esto|ellos|essi|questo|esse|dit|deze|zij|wij)(?![\p{L}])|(?<![\p{L}])(?:work|works|services?|labou?r|hours?|time|overtime|arbeit\w*|leistung\w*|\w*stunden?|travaux|prestations?|heures?|trabajos?|servicios?|horas?|lavor[io]|servizi[o]?|ore|werk\w*|diensten|uren|trabalhos?|servicos?)(?![\p{L}])|(?<!\p{L})(?:staff|personnel|workers|personal|mitarbeiter(?:innen|s)?)$/u;

const opening =
  "^\\W*(?:(?:item|pos\\.?) ?\\d+ )?(?:(?:the|all|any|die|alle|les?|los?|las?|gli|i|le|de|het|alle|os|as|o|a|our|your) )?";
/** What stands before a verb or a colon, else before a comma or the basis itself. */
const subjects = [
  new RegExp(
    `${opening}([^.;:()]{3,90}?)(?: ?:|,? (?:is|are|will|shall|may|werden|wird|sind|sont|est|seront|son|es|seran|se|sono|e|vengono|zijn|worden|wordt|sao|serao|leveren|we|wir|nous|wij|which|such)(?![\\p{L}]))`,
    "u",
  ),
  new RegExp(
    `${opening}([^.;:()]{3,90}?)(?:,? (?:at|al?|au|aux|ao|pelo|zu|zum|nach|gegen|tegen|sur|contra|against|as)(?![\\p{L}])| ?$)`,
    "u",
  ),
];

const splitThings = (text: string): readonly string[] =>
  /^(?:sums?|amounts?|what|betrage?|sommes?|montants?|importes?|somme|bedragen|valores)(?![\p{L}])/iu.test(
    text,
  )
    ? []
    : text
        .split(/,| (?:and|or|und|oder|sowie|et|ou|y|e|o|en) |\/|&/u)
        .map((part) =>
          part.trim().replace(/^(?:the|all|any|die|der|das|les?|las?|los|gli|i|le|os|as)\s+/iu, ""),
        )
        .filter((part) => /\p{L}{2}/u.test(part))
        // "Train travel in second class" is travel: a line need not say all of it.
        .map((part) => (part.split(" ").length > 2 ? (passedOnTypes(foldText(part))[0] ?? part) : part))
        .filter((part, index, all) => all.indexOf(part) === index)
        .slice(0, 6);
