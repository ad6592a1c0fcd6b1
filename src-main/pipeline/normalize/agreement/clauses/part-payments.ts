import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { pairedSum } from "../frames/paired-sum.ts";
import { withheldTax } from "../frames/security-words.ts";
import type { Literal } from "../literals/literal.ts";

const depositNoun =
  "deposits?|down[- ]?payments?|(?<!in )advance payments?|(?<!in )advance|pre-?payments?|booking fee|retainer|initial payment|anzahlung|vorauszahlung|vorschuss|acomptes?|arrhes|anticipos?|senal|pago (?:a cuenta|inicial)|provision de fondos|acconto|anticipazion[ei]|caparra|adiantamento|sinal|entrada|aanbetaling|voorschot";
/** Whether words name a sum that is paid ahead. */
export const depositCue = new RegExp(`\\b(?:${depositNoun})\\b`, "u");
/** Money that stands as security, or that comes back whatever is billed. */
const security =
  /\b(?:security|damage|bid|tenants?|rental|key|cleaning|returned|refund\p{L}*|returnable|kaution|caution|garantia|fianza|cauzione|waarborg\p{L}*|borg|escrow|held in a separate)\b/u;
/** What is paid now comes off a bill later: "to be applied against the final invoice", "se descontará de la última factura". */
const comesOff =
  /(?<!\p{L})(?:credit\p{L}*|appl(?:y|ied|ies)|set off|offset|adjust\p{L}*|deduct\p{L}*|comes? off|taken off|drawn|verrechnet|angerechnet|abgezogen|imput\p{L}*|dedui\p{L}*|deduc\p{L}*|compens\p{L}*|descont\p{L}*|scomput\p{L}*|detra\p{L}*|abat\p{L}*|deduz\p{L}*|verrekend|in mindering)[^.;]{0,40}(?<!\p{L})(?:invoices?|bills?|balance|fees?|\p{L}*rechnung\p{L}*|factur(?:e|es|a|as)|solde|fattur[ae]|compenso|fase|phase|fatur(?:a|as)|saldo|\p{L}*factu(?:ur|ren))(?!\p{L})/u;
const isPaidFirst =
  /(?<!\p{L})(?:pays?|paid|payable|needs?|requires?|due|deposit\p{L}*|retainer|advance|up[- ]?front|zahlt|zahlbar|leistet|verse\p{L}*|regl\p{L}*|du|entrega\p{L}*|abona\p{L}*|paga\p{L}*|dovut[oa]|versa\p{L}*|corrisponde\p{L}*|anticip\p{L}*|acconto|acompte|fianza|betaal\p{L}*|voldoet|anzahlung|vorschuss)(?!\p{L})/u;
const isService =
  /(?<!\p{L})(?:fail\p{L}*|miss\p{L}*|late|delay\p{L}*|absen\p{L}*|uptime|availability|service (?:levels?|credits?)|penalt\p{L}*|discount|rebate|refer\p{L}*|damage|verzug|verspat\p{L}*|retard\p{L}*|retras\p{L}*|ritard\p{L}*|atras\p{L}*)(?!\p{L})/u;

const upFront =
  /^[^.;,\d]{0,30}?\b(?:up[- ]?front|in advance|with (?:the |your )?order|on (?:signing|signature|order|booking|acceptance)|when you (?:accept|sign|book|order|confirm)|on booking|at booking|to book|before (?:we|work) (?:begins?|starts?)|bei (?:auftragserteilung|auftrag|bestellung|vertragsschluss|arbeitsbeginn|baubeginn)|mit (?:der )?(?:auftragserteilung|bestellung)|a la (?:commande|signature)|al (?:firmar|hacer el pedido|aceptar)|a la firma|con el pedido|all'ordine|alla firma|na (?:adjudicacao|assinatura|encomenda)|bij (?:opdracht|bestelling|ondertekening))\b/u;

/** "A deposit of $1,500", "50% with order", "Acompte de 30 % à la commande", "half up front". */
export const depositFrame: CueFrame = {
  id: "deposit-clause",
  // A plan of payments says itself which of its parts is paid ahead.
  unless: "milestone",
  cue: new RegExp(
    `${comesOff.source}|up[- ]?front|\\b(?:${depositNoun}|half|halb\\p{L}*|halfte|moitie|mitad|meta|metade|helft|\\d+ ?%)`,
    "u",
  ),
  veto: /\b(?:no|without|ohne|keine|sans|sin|senza|sem|geen) (?:deposit|anzahlung|acompte|anticipo|acconto|adiantamento|aanbetaling)/u,
  project: (reading) => {
    const isSetOff = comesOff.test(reading.folded) && !isService.test(reading.folded);
    if (reading.unit.zone === "boilerplate" || (security.test(reading.folded) && !isSetOff)) return [];
    // Three stages or more are a plan of payments, each with its event.
    if (reading.literals.filter(({ type }) => type === "percent").length > 2) return [];
    const share = shareOf(reading);
    if (share === null) return [];
    const value = share.literal === null ? { percent: share.percent } : amountOf(share.literal);
    if (value === null) return [];
    const paired = share.literal === null ? null : pairedSum(reading, share.literal);
    return [
      projection<"deposit">({
        type: "deposit",
        key: "deposit",
        value: { ...value, ...(paired !== null && { amount: paired.value }) },
        taken: [share.literal, paired].filter((literal) => literal !== null),
        weight: 0.1,
      }),
    ];
  },
};

const amountOf = (literal: Literal): { amount: DecimalText } | { percent: DecimalText } | null =>
  literal.type === "money"
    ? { amount: literal.value }
    : literal.type === "percent"
      ? { percent: literal.value }
      : null;

function shareOf(
  reading: Reading,
):
  | { readonly literal: Literal; readonly percent?: never }
  | { readonly literal: null; readonly percent: DecimalText }
  | null {
  const amounts = reading.literals.filter(({ type }) => type === "money" || type === "percent");
  for (const literal of amounts) {
    // A fee of a month and the price of an hour are no sum that is paid ahead.
    if ("per" in literal && literal.per.some(({ cadence, isArticle }) => cadence !== null || !isArticle))
      continue;
    if (
      literal.type === "money" &&
      literal.bound === null &&
      literal.start < (comesOff.exec(reading.folded)?.index ?? -1) &&
      isPaidFirst.test(reading.folded) &&
      !isService.test(reading.folded)
    ) {
      // "40 % of the price ($8,000)": the share, which keeps its sum.
      const share = amounts.find((other) => other.type === "percent" && other.end < literal.start);
      return { literal: share ?? literal };
    }
    if (
      literal.type === "money" &&
      /^ ?(?:is |are )?(?:payable |due |paid )?up[- ]?front\b/.test(reading.after(literal, 30))
    )
      return { literal };
    if (withheldTax.test(`${reading.before(literal, 60)}#${reading.after(literal, 40)}`)) continue;
    const near = `${reading.before(literal, 60).split(/[,;]/).at(-1) ?? ""} ${reading.after(literal, 34).split(/[,;.]/)[0] ?? ""}`;
    const isRetainer = /\bretainer\b/u.test(near);
    // A retainer that is drawn down is paid ahead; one for a month's work is a fee.
    if (
      isRetainer &&
      !/\b(?:trust|on account|applied?|credited|apply (?:it )?to|drawn?|final (?:bill|invoice)|before we begin|replenish\p{L}*)\b/u.test(
        reading.folded,
      )
    )
      continue;
    if (depositCue.test(near) && (isRetainer || !/\bcredit|rebate\b/u.test(near))) return { literal };
    if (literal.type === "percent" && upFront.test(reading.after(literal, 60)) && amounts.length <= 2)
      return { literal };
  }
  const half =
    /\b(?:half|one half|die halfte|la moitie|la mitad|la meta|metade|de helft)\b(?: of (?:the|this|our) [a-z]+(?: (?:price|fee|sum|amount|total|cost|value))?)?([^.;,]{0,60})/u.exec(
      reading.folded,
    );
  return half !== null && upFront.test(half[1] ?? "") && amounts.length === 0
    ? { literal: null, percent: decimalText("50") }
    : null;
}
