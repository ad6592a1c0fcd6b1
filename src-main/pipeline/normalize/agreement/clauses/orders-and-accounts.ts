import { projection } from "../engine/frame.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import type { Reading } from "../engine/reading.ts";
import { beginsPostcode } from "../header/paper-codes.ts";
import { findIbans } from "../../values/account.ts";

/** The payer's order as agreements of seven languages call it; a quote or requisition is another paper. */
const orderWords = [
  "(?:blanket |standing )?purchase orders?|p\\.?/?o\\.?|call-?off orders?|bpa|(?:your|our|client'?s?|customer'?s?|buyer'?s?|hirer'?s?) (?:work )?orders?|orders?(?= ?(?:no\\b|nr\\b|ref|number|#))",
  "(?:ihre |unsere )?bestellung|bestell(?:nummer|-?nr\\.?)|ihr auftrag|(?:ihrer?|unserer?) auftrags(?:nummer|-?nr\\.?)",
  "(?:votre |notre )?(?:bon de )?commande(?: client)?|bc|bon(?= n[o°º])",
  "(?:n[°º]\\.? (?:de )?)?pedido(?: de compra)?|orden de compra|oc",
  "(?:vs\\.? |vostro |ns\\.? |nostro )?ordine(?: d'acquisto)?|oda",
  "(?:vossa )?(?:nota de )?encomenda|ordem de compra",
  "(?:inkoop|bestel)(?:order|bon|nummer)+|uw order|ordernummer",
].join("|");
const numberWords =
  "(?:no\\.?|num(?:ber|ero|mer)?\\.?|nr\\.?|n[°º]\\.?|#|ref(?:erence|erenz|erencia|\\.)?|id|is|lautet|client|cliente|:|\\|)";
const orderNumber = new RegExp(
  `(?<![\\p{L}\\d])(?<!(?:change|variation|work|task|job|sales|delivery|broadcast|insertion|service) )(?:${orderWords})(?![\\p{L}])(?: ?${numberWords}){0,4} ?((?:[a-z]{1,6}[-/ ])?(?:(?=[\\p{L}\\d./_-]*\\d)[\\p{L}\\d][\\p{L}\\d./_-]*[\\p{L}\\d]))(?![\\p{L}\\d])`,
  "gu",
);

/** "PO-8812": the word is the head of the number itself, and no part of a longer one ("KRT-PO-8812"). */
const headedNumber =
  /(?<![\p{L}\d/_-])(?:po|bpa|bc|oc|oda)[-/](?=[\p{L}\d/_-]*\d)[\p{L}\d][\p{L}\d/_-]*(?![\p{L}\d])/u;

/** "Our PO for the season is RK26-017": a few words, and what is plainly a code. */
const spokenNumber =
  /(?<!\p{L})(?:[Pp]urchase [Oo]rder|PO|P\.O\.|P\/O|Bestellung|Bestellnummer|commande|pedido|ordine|encomenda|bestelling|inkooporder)(?: [\p{L}]+){1,4} (?:is|ist|lautet|est|es|è|é|luidt) ((?:\p{Lu}{1,6}[-/]?)?\d[\p{Lu}\d/-]{2,18})(?![\p{L}\d])/u;

/**
 * "Placed under Purchase Order No. PO-77812", "Ihre Bestellung 45-881", "CONFIRMED PO 11907": the word for the payer's
 * order right before something of the form of a number.
 */
export const purchaseOrderFrame: CueFrame = {
  id: "purchase-order",
  cue: new RegExp(`(?<![\\p{L}\\d])(?:${orderWords})`, "u"),
  veto: /\bp\.? ?o\.? box\b(?!.*purchase order)|\b(?:requisition|(?<!\b(?:must|shall|should|will|to|please|kindly|and|always) )quote)\b(?!.*(?:\bpo\b|purchase order))/,
  project: (reading) => {
    const { text, folded } = reading;
    const found: CueProjection[] = [];
    for (const match of folded.matchAll(orderNumber)) {
      const number = match[1] ?? "";
      const at = match.index + match[0].length - number.length;
      const printed = text.slice(at, at + number.length).replace(/[.,;]+$/, "");
      // "Vancouver, BC V6B 1A1": a province before the code of its post office.
      if (beginsPostcode(text.slice(at)) || /\bbox\b/.test(match[0]) || !isOrderNumber(printed, reading, at))
        continue;
      const money = reading.literals.filter((literal) => literal.type === "money" && literal.start > at);
      const valued = money.find((literal) =>
        /\b(?:value[d]?(?: at)?|amount|limit|up to|not (?:to )?exceed\w*|total(?:ing)?|for|covers?|wert|montant|uber|releases|in the (?:sum|amount) of|nte|to|,)[ :]*(?:of |at |a total of |is )*$/.test(
          reading.before(literal, 30),
        ),
      );
      found.push(
        projection<"purchase-order">({
          type: "purchase-order",
          key: `po|${printed.toLowerCase()}`,
          value: {
            number: printed,
            ...(valued?.type === "money" && valued.per.length === 0 && { amount: valued.value }),
          },
          taken: valued === undefined ? [] : money.slice(0, money.indexOf(valued) + 1),
          weight: 0.1,
        }),
      );
    }
    const spoken = found.length > 0 ? null : (spokenNumber.exec(text)?.[1] ?? headedNumberIn(reading));
    if (spoken !== null && /\d/.test(spoken))
      found.push(
        projection<"purchase-order">({
          type: "purchase-order",
          key: `po|${spoken.toLowerCase()}`,
          value: { number: spoken },
        }),
      );
    return found.slice(0, 2);
  },
};

/** The first number whose head is the word for an order; `null` where none is. */
function headedNumberIn(reading: Reading): string | null {
  const found = headedNumber.exec(reading.folded);
  if (found === null) return null;
  const printed = reading.text.slice(found.index, found.index + found[0].length);
  return isOrderNumber(printed, reading, found.index) ? printed : null;
}

/** Of three signs or more with a digit, in capitals where letters stand apart; no year, date, time or sum of money. */
function isOrderNumber(printed: string, reading: Reading, at: number): boolean {
  if (printed.length < 3 || /^\d{1,2}$/.test(printed) || /^(?:19|20)\d\d$/.test(printed)) return false;
  if (/ /.test(printed) && !/^\p{Lu}+ /u.test(printed)) return false;
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(printed)) return false;
  return !reading.literals.some(
    ({ type, start, end }) =>
      (type === "money" || type === "percent" || type === "date") && start <= at + 1 && at < end,
  );
}

/** Where money goes; a customer's account with the seller is another thing. */
const bankWords =
  /(?<!\p{L})(?:iban|bank\p{L}*|sort code|branch(?: code)?|bic|swift|routing|aba|bsb|wire|ach|eft|transfer|remit\p{L}*|payable to|clabe|banque|virement|banco|transferencia|banca|bonifico|conto (?:corrente|dedicato)|uberweisung|overschrijving|t\.n\.v|giro|account (?:name|holder))(?!\p{L})/u;
const accountNumber =
  /(?<!\p{L})(?:account|acct\.?|acc\.?|a\/c|konto(?:nummer|-?nr\.?)?|rekening(?:nummer)?|compte|cuenta|conto|conta|clabe)(?: ?(?:no\.?|number|nr\.?|n[°º]\.?|#|:))* ?(\d[\d -]{4,24}\d)(?!\d)/u;
/** The payer's own account, from which a debit is drawn. */
const ofPayer =
  /\b(?:cuenta de cargo|del cliente|direct debit|debit(?:ed)? (?:from|to)|sepa-?mandat|domiciliacion|addebito|prelevement sur|lastschrift von|incasso van)\b/;

/** An IBAN by its form, or a number of an account beside words of a bank. */
export const bankAccountFrame: CueFrame = {
  id: "bank-account",
  cue: /[a-z]{2} ?\d{2}[ a-z0-9]{11}|\d{5}|\d[ -]\d/,
  project: (reading) => {
    const { text, folded, unit } = reading;
    if (ofPayer.test(folded)) return [];
    const [iban] = findIbans(text);
    const nearby = `${unit.contexts.at(-1)?.folded ?? ""} ${unit.previous?.folded ?? ""} ${folded}`;
    const holder =
      /\b(?:account (?:name|holder)|beneficiary|kontoinhaber|titulaire|in the name of|payee|t\.n\.v\.|intestato a|titular)(?![\p{L}]) ?:? ?([\p{L}][^,;:|]{2,50})/u.exec(
        folded,
      );
    const name =
      holder?.[1] === undefined
        ? undefined
        : text
            .slice(holder.index + holder[0].length - holder[1].length, holder.index + holder[0].length)
            .trim();
    if (iban !== undefined && (iban.isValid || bankWords.test(nearby))) {
      return [
        projection<"bank-account">({
          type: "bank-account",
          key: `account|${iban.iban}`,
          value: { iban: iban.iban, ...(name !== undefined && { holder: name }) },
          weight: iban.isValid ? 0.15 : -0.2,
          questions: iban.isValid ? [] : ["iban-check-digits"],
        }),
      ];
    }
    const account = accountNumber.exec(folded)?.[1];
    if (account === undefined || !bankWords.test(nearby)) return [];
    return [
      projection<"bank-account">({
        type: "bank-account",
        key: `account|${account}`,
        value: { account: account.replace(/[ -]/g, ""), ...(name !== undefined && { holder: name }) },
      }),
    ];
  },
};
