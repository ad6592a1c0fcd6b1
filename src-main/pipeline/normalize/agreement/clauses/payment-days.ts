import type { PaymentTermsValue } from "../../../../../src-shared/model/index.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { anchorOf, anchorOfDays, endOfMonth } from "../frames/payment-anchors.ts";
import { isTimeToPay } from "../frames/time-to-pay.ts";
import { invoiceSource, words } from "../lexicon/invoice-words.ts";
import { speaksOn } from "../lexicon/pronouns.ts";
import type { PercentLiteral, QuantityLiteral } from "../literals/literal.ts";

const discountWords = words(
  "discount|taken off|deduct\\p{L}*|knock\\p{L}* off|comes? off|abziehen|abgezogen|nachlass|dedui\\p{L}*|remise|rabais|descontar\\p{L}*|deducir|detra\\p{L}*|aftrekken|in mindering|deduz\\p{L}*|% off|off if|less|quick pay|prompt pay\\p{L}*|early pay\\p{L}*|skonto|skontoabzug|abzug|escompte|descuento|pronto pago|sconto|desconto|pronto pagamento|korting|betalingskorting|kredietbeperking",
);
const payWords = words(
  `${invoiceSource}|pay\\p{L}*|paid|due|net|settle\\p{L}*|terms|zahl\\p{L}*|fallig\\p{L}*|netto|paiement|regl\\p{L}*|echeance|pago|pag(?:ar|ad)\\p{L}*|abonar\\p{L}*|vencimiento|pagament\\p{L}*|scadenza|bonifico|vencimento|betal\\p{L}*|betaal\\p{L}*|credit|credito`,
);
/** Days of something else: notice, work, answers, lateness, other deadlines. */
const otherDays = words(
  "notice|cancel\\p{L}*|deliver\\p{L}*|response|valid\\p{L}*|warrant\\p{L}*|complain\\p{L}*|object\\p{L}*|query|queries|dispute\\p{L}*|overdue|past due|late|older|retain\\p{L}*|retention|holdback|releas\\p{L}*|start\\p{L}*|completion|hire|kundig\\p{L}*|frist|liefer\\p{L}*|gultig\\p{L}*|verzug\\p{L}*|mangel\\p{L}*|preavis|livraison|delai d'execution|valable|retard|preaviso|entrega|validez|demora|preavviso|consegna|validita|ritardo|aviso|entrega|validade|atraso|opzeg\\p{L}*|levering|geldig|einbehalt|retenue|ritenut\\p{L}*",
);
const outright =
  /\b(?:sofort|umgehend|immediate(?:ly)?(?! (?:after|following|before|prior|preceding|upon))|(?:up)?on (?:receipt|presentation)|at once|comptant|a reception|des reception|al contado|a la vista|a la recepcion|al recibo|a vista|alla ricezione|al ricevimento|immediat(?!e(?:ly)?\b)\w*|direct|per omgaande|bij ontvangst|contant)\b/;
const owed =
  /\b(?:due|payable|paid|pay|payment|fallig\w*|zahlbar|zu zahlen|begleichen|payables?|paiement|reglement|pagader\w*|pago|paga|pagament\w*|dovut\w*|pagas?|betaalbaar|betaling|voldaan)\b/;

/**
 * Days of payment as the set of what a sentence counts: of two, the fewer go with the discount and the more are the
 * term; of one beside a discount, the term stands elsewhere; a line that is nothing but days under words of invoices
 * is a term; what is due at once has none.
 */
export const paymentDaysFrame: CueFrame = {
  id: "payment-days",
  cue: /./,
  project: (reading) => {
    const { folded, unit } = reading;
    if (["boilerplate", "definitions", "signature"].includes(unit.zone) || folded.length > 300) return [];
    const days = reading.literals.filter(
      (literal): literal is QuantityLiteral =>
        literal.type === "quantity" && literal.unit === "day" && /^\d{1,3}$/.test(literal.value),
    );
    const percents = reading.literals.filter(
      (literal): literal is PercentLiteral => literal.type === "percent" && literal.per.length === 0,
    );
    const [percent] = percents;
    if (otherDays.test(folded)) return [];
    if (
      percent !== undefined &&
      percents.length === 1 &&
      Number(percent.value) <= 10 &&
      discountWords.test(folded)
    )
      return discounted(reading, percent, days);
    if (percents.length > 0) return [];
    const [only] = days;
    if (only !== undefined && days.length === 1 && isBare(reading, only)) {
      const from = anchorOfDays(reading, only) ?? { from: "invoice-date" as const };
      return [term(reading, { days: Number(only.value), ...from }, [only])];
    }
    const whole = wholeTerm(reading);
    if (whole !== null) return [whole];
    const isOutright =
      days.length === 0 &&
      reading.literals.every(({ type }) => type === "number") &&
      outright.test(folded) &&
      owed.test(folded) &&
      (invoice.test(folded) || (speaksOn(folded) && invoice.test(unit.previous?.folded ?? "")));
    return isOutright ? [term(reading, { days: 0, from: "receipt" }, [])] : [];
  },
};

function discounted(
  reading: Reading,
  percent: PercentLiteral,
  days: readonly QuantityLiteral[],
): readonly CueProjection[] {
  const sorted = [...days].sort((one, other) => Number(one.value) - Number(other.value));
  const [least, most] = sorted;
  if (least === undefined || days.length > 2) return [];
  // "Ab vier Tagen 5 %", "dès cinq jours": how much is ordered, and not until when is paid.
  if (least.bound === ">=" || /(?<!\p{L})(?:des|desde) $/u.test(reading.before(least, 8))) return [];
  const earlyDiscount = { percent: percent.value, days: Number(least.value) };
  if (most === undefined) {
    // "30 days net, 2 %" has no days of its own for the discount; "3 % off in 2 days" has no term.
    if (/\bnet(?:to)?\b/.test(reading.folded)) return [];
    return [
      projection<"payment-terms">({
        type: "payment-terms",
        key: "early-discount",
        value: { days: earlyDiscount.days, from: "invoice-date", earlyDiscount },
        taken: [percent, least],
        questions: ["full-term-unsaid"],
      }),
    ];
  }
  const from = anchorOfDays(reading, most) ?? { from: "invoice-date" as const };
  return [term(reading, { days: Number(most.value), ...from, earlyDiscount }, [percent, least, most])];
}

/** Owing or paying an invoice, not sending or questioning it. */
const payVerb = words(
  "pay\\p{L}*|paid|due|settle\\p{L}*|remit\\p{L}*|owed|\\p{L}*zahl\\p{L}*|fallig\\p{L}*|begleich\\p{L}*|beglichen|uberweis\\p{L}*|regl\\p{L}*|paye\\p{L}*|acquitt\\p{L}*|abon(?:ar|ad|e)\\p{L}*|pag\\p{L}*|venc\\p{L}*|sald\\p{L}*|corrispost\\p{L}*|scad\\p{L}*|liquid\\p{L}*|beta(?:al|l)\\p{L}*|voldaan|voldoen|vervall\\p{L}*",
);
const invoice = words(invoiceSource);

/** The one time that a sentence counts, where it speaks of paying an invoice: "… saldate entro 60 giorni dalla data". */
function wholeTerm(reading: Reading): CueProjection | null {
  const { folded, literals } = reading;
  const times = literals.filter(
    (literal): literal is QuantityLiteral => literal.type === "quantity" && literal.isTime,
  );
  const [time] = times;
  if (time === undefined || times.length !== 1) return null;
  if (literals.some(({ type }) => type === "money" || type === "percent" || type === "date")) return null;
  if (!payVerb.test(folded) || !invoice.test(folded) || !/^\d{1,2}$/.test(time.value)) return null;
  if (!isTimeToPay(reading, time)) return null;
  const days = { day: 1, week: 7, month: 30 }[time.unit as "day" | "week" | "month"];
  if (days === undefined || time.bound === ">" || time.bound === ">=") return null;
  if (time.unit === "month" && Number(time.value) > 3) return null;
  const from =
    anchorOfDays(reading, time) ??
    (/\b(?:issue\w*|emission|emision|emissione|emissao|uitgifte|ausstellung)\b/.test(folded)
      ? { from: "invoice-date" as const }
      : null);
  if (from === null) return null;
  const made = { ...term(reading, { days: Number(time.value) * days, ...from }, [time]), weight: 0.1 };
  return time.unit === "month"
    ? {
        ...made,
        remainder: reading.text.slice(time.start, time.end),
        questions: [...(made.questions ?? []), "months-as-days"],
      }
    : made;
}

/** A line of days and little else, where invoices or payment are the subject or the line before it. */
function isBare({ unit, folded, literals }: Reading, only: QuantityLiteral): boolean {
  const rest = `${folded.slice(0, only.start)} ${folded.slice(only.end)}`.replace(/[^\p{L} ]/gu, " ").trim();
  const around = `${unit.previous?.folded ?? ""} ${unit.contexts.at(-1)?.folded ?? ""}`;
  return (
    only.start < 8 &&
    literals.every(({ type }) => type !== "money") &&
    rest.split(/\s+/).length <= 7 &&
    (endOfMonth.test(folded) ||
      anchorOf(folded) !== null ||
      payWords.test(folded) ||
      payWords.test(around)) &&
    !/\b(?:a|per|je|par|al|por|pro) (?:week|month|year|woche|monat|jahr|mois|semaine|mes|mese|maand)\b/.test(
      folded,
    )
  );
}

function term(
  reading: Reading,
  value: PaymentTermsValue,
  taken: readonly (QuantityLiteral | PercentLiteral)[],
): CueProjection {
  const isBusiness = taken.some((literal) => literal.type === "quantity" && literal.isBusiness);
  return projection<"payment-terms">({
    type: "payment-terms",
    key: "payment-terms",
    value,
    taken,
    ...(isBusiness && { remainder: reading.text.trim() }),
    questions: [
      ...(value.from === "end-of-month" && value.endOfMonthReading === undefined
        ? ["end-of-month-reading"]
        : []),
      ...(isBusiness ? ["business-day-calendar"] : []),
    ],
  });
}
