import { projection } from "../engine/frame.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { findIbans } from "../../values/account.ts";

const orderNumber =
  /\b(?:purchase order|blanket (?:purchase )?order|p\.?o\.?|your order|our order|order ref(?:erence)?\.?|bestellung|bestellnummer|bestell-?nr\.?|commande|bon de commande|customer po|client po|call-?off order|bpa)(?: ?(?:no\.?|number|num\.?|#|ref\.?|nr\.?|n°|reference|numero|is|lautet|\|))* ?[:#]? ?#?((?:[a-z]{1,6}[-/ ]?)?\d[a-z\d/._-]{1,24})\b/g;

/** "Placed under Purchase Order No. PO-77812", "PO 4500118822, value USD 24,000". */
export const purchaseOrderFrame: CueFrame = {
  id: "purchase-order",
  cue: /\b(?:purchase order|p\.?o\.?|blanket order|your order|order ref\w*|bestell\w*|commande|bpa|call-?off)\b/,
  veto: /\bp\.? ?o\.? box\b(?!.*purchase order)|\b(?:requisition|quote)\b(?!.*(?:\bpo\b|purchase order))/,
  project: (reading) => {
    const { text, folded } = reading;
    for (const match of folded.matchAll(orderNumber)) {
      const number = match[1];
      if (
        number === undefined ||
        /\bbox\b/.test(match[0]) ||
        /^\d{1,2}$/.test(number) ||
        /^(?:19|20)\d\d-?(?:\d\d)?$/.test(number) ||
        number.length < 3
      )
        continue;
      const at = match.index + match[0].length - number.length;
      const printed = text.slice(at, at + number.length).replace(/[.,;]+$/, "");
      const money = reading.literals.filter((literal) => literal.type === "money" && literal.start > at);
      const valued = money.find((literal) =>
        /\b(?:value[d]?(?: at)?|amount|limit|up to|not (?:to )?exceed\w*|total(?:ing)?|for|covers?|wert|montant|uber|releases|in the (?:sum|amount) of|nte|to|,)[ :]*(?:of |at |a total of |is )*$/.test(
          reading.before(literal, 30),
        ),
      );
      return [
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
      ];
    }
    return [];
  },
};

/** An IBAN, or account and sort code, named as the account to pay to. */
export const bankAccountFrame: CueFrame = {
  id: "bank-account",
  cue: /\b(?:iban|bank (?:account|details)|account (?:no\.?|number)|konto(?:nummer)?|bankverbindung|coordonnees bancaires|remit(?:tance)?|wire|ach|payable to|sort code|routing)\b/,
  project: (reading) => {
    const [iban] = findIbans(reading.text);
    const holder =
      /\b(?:account (?:name|holder)|beneficiary|kontoinhaber|titulaire|in the name of|payee)\b ?:? ?([\p{L}][^,;:|]{2,50})/u.exec(
        reading.folded,
      );
    const name =
      holder?.[1] === undefined
        ? undefined
        : reading.text
            .slice(holder.index + holder[0].length - holder[1].length, holder.index + holder[0].length)
            .trim();
    if (iban !== undefined) {
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
    const account =
      /\b(?:account (?:no\.?|number|#)|acct\.? ?(?:no\.?|#)?|kontonummer|a\/c(?: no\.?)?) ?:? ?([\d][\d -]{4,20}\d)/.exec(
        reading.folded,
      )?.[1];
    if (account === undefined) return [];
    return [
      projection<"bank-account">({
        type: "bank-account",
        key: `account|${account}`,
        value: { account: account.replace(/[ -]/g, ""), ...(name !== undefined && { holder: name }) },
      }),
    ];
  },
};
