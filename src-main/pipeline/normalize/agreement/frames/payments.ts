import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { PaymentTermsValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import type { Literal, PercentLiteral, QuantityLiteral } from "../literals/literal.ts";
import type { Reading } from "../engine/reading.ts";
import { anchorOf, endsMonthAt, withoutMonthEnds } from "./payment-anchors.ts";
import { isTimeToPay } from "./time-to-pay.ts";

const rollsOver =
  /\b(?:weekend|holiday|not a business day|non-?business day)\b[^.;]{0,80}\b(?:next|following|first)\b[^.;]{0,20}\b(?:business|working) day\b|\b(?:moves?|rolls?|falls?) to the next (?:business|working) day\b/;

/** "2 % if paid within 10 days", "2/10", wherever it stands in the unit. */
function earlyDiscountOf(
  reading: Reading,
  anchor: Literal | null,
): {
  readonly value: NonNullable<PaymentTermsValue["earlyDiscount"]>;
  readonly taken: readonly Literal[];
} | null {
  const spelled = /(?<![\d./])(\d(?:\.\d+)?) ?%?\/(\d{1,2}),? ?(?:n|net)\b/.exec(reading.folded);
  if (spelled?.[1] !== undefined && anchor !== null) {
    const end = spelled.index + spelled[0].length;
    return {
      value: { percent: decimalText(spelled[1]), days: Number(spelled[2]) },
      taken: reading.literals.filter(
        (literal) => literal !== anchor && literal.start >= spelled.index && literal.end <= end,
      ),
    };
  }
  const short =
    /(?<![\d.])(\d(?:\.\d+)?) ?%,? (?:in |within |- )?(\d{1,2}) ?(?:days?|tage|jours|dias|giorni|dagen)\b/.exec(
      reading.folded,
    );
  if (short?.[1] !== undefined && anchor !== null && anchor.start < short.index) {
    const end = short.index + short[0].length;
    return {
      value: { percent: decimalText(short[1]), days: Number(short[2]) },
      taken: reading.literals.filter((literal) => literal.start >= short.index && literal.end <= end),
    };
  }
  if (!reading.has("early") && !/\b(?:net|netto)\b/.test(reading.folded)) return null;
  const percents = reading.literals.filter(
    (literal): literal is PercentLiteral => literal.type === "percent",
  );
  for (const percent of percents) {
    const days = reading.literals
      .filter(
        (literal): literal is QuantityLiteral =>
          literal.type === "quantity" && literal.unit === "day" && literal !== anchor,
      )
      .sort((one, other) => Math.abs(one.start - percent.start) - Math.abs(other.start - percent.start))[0];
    const bare = reading.literals.find(
      (literal) =>
        literal.type === "number" && literal.start >= percent.end && literal.start - percent.end < 4,
    );
    const taken = days ?? bare;
    if (taken === undefined || taken.type === "date" || !/^\d{1,3}$/.test(taken.value)) continue;
    if (days !== undefined && !reading.has("early")) continue;
    return { value: { percent: percent.value, days: Number(taken.value) }, taken: [percent, taken] };
  }
  return null;
}

const question = (value: Pick<PaymentTermsValue, "from" | "endOfMonthReading">): readonly string[] =>
  value.from === "end-of-month" && value.endOfMonthReading === undefined ? ["end-of-month-reading"] : [];

function projectTerms(match: FrameMatch): Projection | null {
  const { reading, anchor, segment } = match;
  if (anchor.type !== "quantity" && anchor.type !== "number") return null;
  if (!/^\d{1,3}$/.test(anchor.value)) return null;
  const around = endsMonthAt(reading, anchor)
    ? reading.slice(segment)
    : withoutMonthEnds(reading.slice(segment));
  const all = endsMonthAt(reading, anchor) ? reading.folded : withoutMonthEnds(reading.folded);
  const from = anchorOf(around) ?? anchorOf(all) ?? { from: "invoice-date" as const };
  const early = earlyDiscountOf(reading, anchor);
  const isBusiness = anchor.type === "quantity" && anchor.isBusiness;
  const later = /\bwhichever (?:is|occurs) (?:the )?(?:later|earlier|first|last)\b/.exec(reading.folded);
  const value: PaymentTermsValue = {
    days: Number(anchor.value) * (anchor.type === "quantity" && anchor.unit === "week" ? 7 : 1),
    ...from,
    ...(rollsOver.test(reading.folded) && { roll: "next-business-day" as const }),
    ...(early !== null && { earlyDiscount: early.value }),
  };
  const remainder = isBusiness ? reading.text.slice(anchor.start, anchor.end) : later?.[0];
  return projection<"payment-terms">({
    type: "payment-terms",
    key: "payment-terms",
    value,
    weight: anchorOf(around) === null ? -0.05 : 0.05,
    remainder,
    questions: [...question(from), ...(isBusiness ? ["business-day-calendar"] : [])],
    taken: early?.taken ?? [],
  });
}

const netBefore = /\b(?:net|netto|n\/?)[ -]?(?:within |in )?(?:\()?$/;

export const paymentTermsFrame: Frame = {
  id: "payment-terms",
  anchors: ["quantity", "number"],
  fit: (match) => {
    const { anchor, reading, segment } = match;
    if (anchor.type === "number")
      return netBefore.test(reading.before(anchor, 12)) &&
        // "Machine no. N-204" is no term of payment.
        !/\bn-$/.test(reading.before(anchor, 3)) &&
        /^\d{1,3}$/.test(anchor.value) &&
        !/\b(?:net sales|net revenue|net price|net weight)\b/.test(reading.folded)
        ? 3
        : 0;
    if (anchor.type !== "quantity" || (anchor.unit !== "day" && anchor.unit !== "week")) return 0;
    const words = reading.slice(segment);
    // "Every four weeks" says how often, not how late.
    if (/\b(?:every|each|alle|jede|toutes les|tous les) ?(?:the )?$/.test(reading.before(anchor, 14)))
      return 0;
    if (
      /^ ?(?:calendar )?(?:after|of|from|following) (?:the )?(?:delivery|completion|acceptance|signing|signature|execution|commencement|go-?live|order|approval|shipment|final)\b/.test(
        reading.after(anchor, 50),
      ) &&
      !/\b(?:invoice|bill)\w*/.test(words)
    )
      return 0;
    if (isInvoicingDeadline(reading.folded.slice(segment.start, anchor.start), words)) return 0;
    const isAnchored =
      anchorOf(words) !== null ||
      netBefore.test(reading.before(anchor, 12)) ||
      /^(?: |-)?(?:netto|net)\b/.test(reading.after(anchor, 8)) ||
      /\b(?:invoic|bill date|date of the bill|rechnung|factur|fattur|fatur|payment terms|payment period|zahlungsziel|reglement|billed|bills? (?:are|is|fall|must|shall|will)\b|accounts? settles?)\w*/.test(
        words,
      ) ||
      /\b(?:payments?|payment terms|pay(?:able|s)?|paid|settled?|zahlung|zahlungsziel|zahlbar|zu zahlen|begleichen|paiement|payables?|regle[es]?|terms of payment|zahlungsbedingungen|our terms|terms|pago|pagaran|pagara|pagamento|pagat[oaie]|betaling|betaald|betaaltermijn|betalingstermijn|vencimiento|vencimento|vence[nm]?|credito|solde|saldo|scadenza)\b/.test(
        `${match.unit.contexts.map((context) => context.folded).join(" ")} ${reading.before(anchor, 48)}`,
      );
    if (!isAnchored || !isTimeToPay(reading, anchor)) return 0;
    // A sum that falls due after an event is that sum's condition; terms speak of invoices.
    if (
      /\b(?:if|when|where|wenn|si|se|indien)\b/.test(reading.folded.slice(0, anchor.start)) &&
      reading.literals.some((literal) => literal.type === "money") &&
      !/\b(?:invoic|rechnung|factur|fattur|fatur|bill|statement)\w*/.test(reading.folded)
    )
      return 0;
    if (
      /\b(?:days? (?:late|overdue|past due|delinquent|before|prior)|bezwaar|bezwaren|klachten?|einwand\w*|einwendung\w*|widerspr\w*|ruge\w*|mangel\w*|reclamations?|reserves|contest\w*|observacion\w*|objecion\w*|reclamac\w*|objections?|complaints?|(?:before|after|within \S+ days of) the (?:event|course|flight|start|arrival|works?)\b|cancel\w*|deliver\w* to reject|if (?:not|any|an) [a-z ]{0,40}(?:not paid|unpaid|overdue|late)|remains? unpaid|more than)\b/.test(
        words,
      )
    )
      return 0;
    if (
      /\bif paid\b/.test(reading.before(anchor, 30)) &&
      reading.literals.some((literal) => literal.type === "percent")
    )
      return 0;
    if (
      reading.has("early") &&
      reading.literals.some((literal) => literal.type === "percent") &&
      isNearerEarly(reading, anchor)
    )
      return 0;
    return 1;
  },
  strong: ["pay"],
  weak: ["invoice"],
  heading: ["pay", "invoice"],
  governs:
    /\b(?:net|netto|due (?:in|within)|payable (?:in|within)|paid (?:in|within)|pay (?:in|within)|payment (?:in|within|terms?:?|due)|zahlbar (?:innerhalb|binnen|in)[a-z ]{0,12}|zahlungsziel:?|binnen|innerhalb(?: von)?|betaaltermijn:?|betalingstermijn:?|betaald binnen|binnen een termijn van|pago a|pagara\w* a|se pagaran a|pagamento a|pagat[oaie] a|reglees? (?:a|sous|par virement a)|paiement a|pagader[oa]s? a|a pagar a|(?:monthly|weekly|fortnightly|quarterly|monatlich|mensuel\w*|mensual\w*|mensil\w*|maandelijks),|credito(?: a| de)?|vencimento(?: em| a)?|vencimiento(?: a)?|vence[nm]?(?:-se)? (?:a|em)|scadenza(?: a)?|solde (?:a|sous)|saldo a|terms(?: are)?(?: strictly)?|payment|within|due|settled within|remit[a-z ]{0,20} within|settle[a-z ]{0,24} (?:within|in))[ :(]*$/,
  follows:
    /^ ?(?:net )?(?:end of (?:the )?month|eom\b|e\.o\.m|fin de mois|monatsende|fin de mes|fine mese)|^ ?(?:netto|net|nett|ohne abzug|data fattura|fecha factura|na factuurdatum|de la fecha de)\b|^ ?(?:after|from|of|following) (?:the )?(?:\w+ or )?(?:date of )?(?:receipt of )?(?:an? |the |each )?(?:\w+ )?(?:invoice|bill)|^ ?(?:after|from|of) (?:their|its) date|^ ?(?:nach|ab) (?:rechnung|faktura)|^ ?(?:de|apres|suivant) (?:la )?(?:date de )?(?:la )?facture|^ ?(?:dalla|da) (?:data (?:della )?)?fattura|^ ?(?:de|desde) (?:la )?(?:fecha de )?(?:la )?factura|^ ?(?:da|apos a) (?:data da )?fatura|^ ?na (?:factuur|ontvangst van de factuur)/,
  vetoes: ["notice", "dispute", "refund", "response", "warranty", "validity", "insurance", "late"],
  zones: { boilerplate: -0.5, payment: 0.7 },
  project: projectTerms,
};

/** "Provider shall submit an invoice within 15 days after month end" says when to bill, not when to pay. */
const isInvoicingDeadline = (before: string, all: string): boolean =>
  /\b(?:submits?|sends?|issues?|renders?|delivers?|provides?|prepares?|furnish\w*|reports?|invoices? (?!date|is|are|will be|shall be|must be paid)[a-z ]{0,20})\b[^.;]{0,90}$/.test(
    before,
  ) &&
  !/\b(?:pay|pays|paid|payable|payment|due|remit\w*|settle\w*|zahl\w*|net)\b/.test(
    before + all.slice(before.length, before.length + 60),
  );

/** Whether a count of days belongs to the early discount rather than to the full term. */
function isNearerEarly(reading: Reading, anchor: Literal): boolean {
  const days = reading.literals.filter((literal) => literal.type === "quantity" && literal.unit === "day");
  if (days.length < 2) return !/\b(?:net|netto|otherwise|full|sonst)\b/.test(reading.before(anchor, 24));
  const early = reading.find("early");
  const nearest = days
    .map((literal) => ({
      literal,
      gap: Math.min(...early.map((hit) => Math.abs(hit.start - literal.start))),
    }))
    .sort((one, other) => one.gap - other.gap || one.literal.start - other.literal.start)[0];
  const smallest = [...days].sort((one, other) =>
    one.type === "quantity" && other.type === "quantity" ? Number(one.value) - Number(other.value) : 0,
  )[0];
  return smallest === anchor || (smallest === undefined && nearest?.literal === anchor);
}

const spelledTerms: readonly (readonly [RegExp, (match: RegExpExecArray) => PaymentTermsValue | null])[] = [
  [
    /(?<![\d.])(\d(?:\.\d+)?) ?%?\/(\d{1,2}),? ?(?:n|net)[ /]?(\d{1,3})/,
    (found) => ({
      days: Number(found[3]),
      from: "invoice-date",
      earlyDiscount: { percent: decimalText(found[1] ?? "0"), days: Number(found[2]) },
    }),
  ],
  [
    /\b(?:due|payable|payment|paid|fallig|zahlbar)[a-z :]{0,24}\b(?:upon|on|at|bei|nach) (?:receipt|presentation|erhalt|reception|rechnungserhalt)(?: of (?:the |an? )?invoice)?/,
    () => ({ days: 0, from: "receipt" }),
  ],
  [
    /\b(?:sofort (?:fallig|zahlbar|ohne abzug|und ohne abzug)|payable immediately|due immediately|immediate payment|(?:paiement|payable|reglement) (?:au )?comptant|al contado|a vista|per direct|contant|pronto pagamento)\b/,
    () => ({ days: 0, from: "invoice-date" }),
  ],
  [
    /\b(?:payable|due|paiement|pago|pagamento|betaling) (?:a|on|upon|op|bij|al|alla|a la|na) (?:reception|recepcion|ricevimento|rececao|ontvangst|receipt)\b|\bpaiement a reception\b/,
    () => ({ days: 0, from: "receipt" }),
  ],
  [
    /\b(?:due|paid|payable|payment|settled?)\b[a-z ,]{0,30}\b(?:at|by|on) the end of the (?:month following|following month|next month|month after)/,
    () => ({ days: 30, from: "end-of-month" }),
  ],
  [
    /\b(?:by|before|on|no later than|am|zum) the (\d{1,2})(?:st|nd|rd|th) (?:day )?of the (?:month (?:after|following)|following month|next month|subsequent month)/,
    (found) => ({ days: Number(found[1]), from: "end-of-month", endOfMonthReading: "end-then-days" }),
  ],
];

/** Payment terms in words without a count of days: "due on receipt", "2/10, n/30", "by the 20th of the next month". */
export function readSpelledTerms(
  reading: Reading,
): { readonly projection: Projection; readonly start: number; readonly end: number } | null {
  if (
    reading.unit.zone === "recitals" ||
    reading.unit.zone === "example" ||
    reading.unit.zone === "boilerplate"
  )
    return null;
  const isPaymentContext = reading.has("pay") || reading.unit.zone === "payment";
  for (const [pattern, read] of spelledTerms) {
    const found = pattern.exec(reading.folded);
    if (found === null || !isPaymentContext) continue;
    const value = read(found);
    if (value === null || /\b(?:deposit|retainer|estimate|order|late fee|interest)\b/.test(found[0]))
      continue;
    if (
      value.days === 0 &&
      reading.literals.some((literal) => literal.type === "money" || literal.type === "percent")
    )
      continue;
    return {
      projection: projection<"payment-terms">({
        type: "payment-terms",
        key: "payment-terms",
        value,
        questions: question(value),
      }),
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  return null;
}
