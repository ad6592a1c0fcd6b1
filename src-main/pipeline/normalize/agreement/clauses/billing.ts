import type { BillingValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { Span } from "../literals/literal.ts";
import { isSentNextMonth } from "./following-month.ts";
import { timingOf, timingSpans } from "../lexicon/timing-words.ts";
import { invoiceSource, words } from "../lexicon/invoice-words.ts";
import { pastPeriodOf } from "../lexicon/past-period.ts";
import { zoneNameIn } from "../header/time-zones.ts";
import { halfYearly } from "../lexicon/half-years.ts";

/** Sending invoices, as a noun or a verb, in seven languages. */
const billingSource = [
  invoiceSource,
  "invoice[sd]?|bill(?:s|ed|ing)?|accounts are rendered|valuations?|its application|progress claims?",
  "abgerechnet|berechnet|verrechnet|fakturiert|rechne[nt]?\\b[^.;]{0,60}\\bab|in rechnung(?: gestellt)?|rechnung(?:s)?stellung|rechnungslegung|certificaci(?:on|ones)|\\p{L}*rechnungen",
  "factur\\p{L}*|fattur\\p{L}*|fatura\\p{L}*|parcelle|\\p{L}*factu\\p{L}*|gefactureerd|factureren|factureert",
].join("|");
const timingSource =
  "in arrears?|in advance|for the month (?:before|ahead|to come)|anticipat\\p{L}*|posticipat\\p{L}*|vencido|por adelantado|achteraf|vooraf|vooruit|terme echu|im voraus|nachtraglich|d'avance|antecipad\\p{L}*|up ?front";
const invoiceVerb = words(`${billingSource}|${timingSource}|payable|due|charged|paid`);
const billingVerb = words(billingSource);
const verbsOrTiming = words(`${billingSource}|${timingSource}`, "gu");

const frequencies: readonly (readonly [BillingValue["frequency"], RegExp])[] = [
  [
    "four-weeks",
    /\b(?:every four weeks|four-weekly|vierwekelijks\w*|vierwochentlich\w*|every 4 weeks|alle (?:vier|4) wochen|every 28 days|toutes les quatre semaines|cada cuatro semanas|ogni quattro settimane|(?:per|om de|elke) (?:vier|4) weken)\b/,
  ],
  [
    "two-weeks",
    /\b(?:every (?:two|2|other) weeks?|fortnightly|every fortnight|bimensuel\w*|quinzena\w*|quincenal\w*|quindicinal\w*|tweewekelijks|om de twee weken|14-tagig\w*|alle zwei wochen|twice a month|semi-?monthly)\b/,
  ],
  ["half-year", halfYearly],
  [
    "month",
    /\b(?:mensualmente|mensual\w*|mensilmente|mensil[ei]|mensalmente|mensa(?:l|is)|maandelijks\w*|cada mes|ogni mese|todos os meses|(?:per|iedere|elke) maand|por mes|al mes|al mese|par mois|je monat|(?:en|a) fin de mois|fin de mes|a mes vencido|fine (?:di ogni )?mese|final de cada mes|calendar monthly|monthly|each (?:calendar )?month|every month|per month|once a month|(?:at|after) the (?:end|close) of (?:the|each|every) (?:broadcast |calendar |billing )?month|broadcast (?:calendar )?month|calendar month|(?:at|of|after) (?:each |the )?month[- ]end|end of (?:each|the|every) (?:calendar )?month|(?:first|last|\d+(?:st|nd|rd|th)) (?:(?:business |working )?day )?of (?:each|every) (?:calendar )?month|(?:first|last|\d+(?:st|nd|rd|th)) (?:business |working )?day of the (?:calendar )?month|monatlich\w*|pro monat|monatsende|monatsletzt\w*|ultimo|mensuel\w*|mensuellement|chaque mois|chaque fin de mois|a la fin du mois|zum monatsende|einde van (?:de|elke) maand|(?:on|by) the (?:1st|first|15th|last)(?: day)?(?: of (?:each|the) month)?(?=[,.;]|$| in | for )|(?:on|by) the \d{1,2}(?:st|nd|rd|th)(?= (?:for|of) )|fin de chaque mois)\b/,
  ],
  [
    "quarter",
    /\b(?:trimestral\w*|trimestrai?s?|(?:par|au) trimestre|por trimestre|al trimestre|(?:per|elk|ieder) kwartaal|ogni trimestre|cada trimestre|chaque trimestre|(?:je|pro) (?:anlage und )?quartal|quartal\w*|rate trimestral[ei]|quarterly|each (?:calendar )?quarter|every quarter|per quarter|quartalsweise|vierteljahrlich\w*|trimestriel\w*|trimestriellement)\b/,
  ],
  [
    "year",
    /\b(?:anualmente|annualmente|jaarlijks|per jaar|cada ano|ogni anno|chaque annee|annual(?:ly)?|yearly|each (?:contract |calendar )?year|once a year|per annum|jahrlich\w*|annuel\w*|annuellement|par an)\b/,
  ],
  [
    "week",
    /\b(?:semanalmente|semanal\w*|settimanalmente|settimanal\w*|wekelijks\w*|(?:per|elke|iedere) week|par semaine|chaque semaine|je woche|cada semana|ogni settimana|weekly|each week|every week|every (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|each (?:monday|tuesday|wednesday|thursday|friday)|jeden (?:montag|freitag)|wochentlich\w*|hebdomadaire\w*)\b/,
  ],
  [
    "milestone",
    /\b(?:(?:upon|on|per|by|at) (?:each |the )?(?:completion of each )?milestones?|milestone basis|nach projektfortschritt|as (?:each )?milestones? (?:is|are))\b/,
  ],
  [
    "on-completion",
    /\b(?:(?:up)?on completion|(?:as|when|after) each job (?:completes|is complete\w*)|upon (?:delivery|signature|execution)|at the (?:end|completion) of the (?:project|work|job|services)|nach fertigstellung|nach abschluss|a la livraison|apres achevement|following completion|once the work is)\b/,
  ],
];
/** The same, to find each of their places. */
const cadences = frequencies.map(([frequency, { source }]) => ({
  frequency,
  pattern: new RegExp(source, "g"),
}));

/** "Provider invoices monthly in arrears", "Billing Frequency: Annual, in advance". */
export const billingFrame: CueFrame = {
  id: "billing",
  cue: invoiceVerb,
  veto: /\b(?:cash in advance|review meeting|audit|backup|financial statements|accrued daily|credits? applied|dispute|credit report|minutes of|shortfall|true-?up|tell you in advance|in advance of (?:any|the) (?:change|visit|work))\b/,
  project: (reading) => {
    const parts = reading.segments.flatMap((part) => partsOfTiming(reading, part));
    const whole = { start: 0, end: reading.folded.length };
    // "Recurring charges in advance; usage in arrears" says two things.
    return (parts.length > 1 ? parts : [whole]).flatMap((part) => billingOf(reading, part));
  },
};

/** A segment for each of its timings: "Rental is billed in advance and usage in arrears" says two things, too. */
function partsOfTiming(reading: Reading, part: Span): readonly Span[] {
  const text = reading.slice(part);
  if (timingOf(text) === null) return [];
  const spans = timingSpans(text);
  const leads = (spans[0]?.start ?? 0) < 3;
  let start = part.start;
  const cuts = spans.flatMap((span, index) => {
    const next = spans[index + 1];
    return next === undefined || next.timing === span.timing ? [] : [leads ? next.start : span.end];
  });
  return [...cuts, text.length].map((cut) => {
    const own = { start, end: part.start + cut };
    start = own.end;
    return own;
  });
}

/** Bills go out, whenever they are paid. */
const isIssued = words(
  "invoiced|invoices? (?:us|you|the|for|each)|(?:shall|will|may|to) (?:invoice|bill)|billed|bills? (?:us|you|the|for|each)|charged|(?:is|are|be) (?:sent|issued|rendered|raised|submitted|made out|drawn up)|sends?|issues?|raises?|gestellt|erstellt|abgerechnet|berechnet|verrechnet|fakturiert|ausgestellt|stellt|factur(?:e|ee|es|ees|ons)|etablie?s?|emise?s?|adressee?s?|facturad[oa]s?|facturan?|facturara|emiten?|emitid[oa]s?|emitira\\p{L}*|fatturat[oaie]|fattura|emess[oaie]|emette|gefactureerd|factureert|verstuurd|opgemaakt|verzonden|faturad[oa]s?|emitid[oa]s?",
);

/** Words of ending the agreement, which also happens at the end of a month. */
const notice =
  /(?<!\p{L})(?:terminat\p{L}*|notice|cancel\p{L}*|kundig\p{L}*|frist|resili\p{L}*|preavis|rescind\p{L}*|preaviso|recess\p{L}*|disdetta|opzeg\p{L}*|rescis\p{L}*)(?!\p{L})/u;

/** Behind "30 days from", and before "of invoice", the end of a month is a day of payment. */
const countsDays =
  /(?:days|tagen?|jours|dias|giorni|gg|dagen)(?: [\p{L}']+){0,2} (?:from|of|after|following|ab|nach|zum|apres|desde|dal(?:la)?|na|vanaf|apos)(?: the| dem| der| la| el| il| le| het| o)? $/u;
const ofInvoice =
  /^,? ?(?:of|after|following|in which|des|der|nach|suivant|de la|siguiente|della?|successiv[oa]|na|van|seguinte)(?: [\p{L}']+){0,5} ?(?:invoices?|issued?|receipt|rechnung\p{L}*|facture|factura|fattura|factuur|fatura)/u;
const isLate =
  /^[^.;:]{0,30}(?<!\p{L})(?:overdue|late|unpaid|outstanding|verzug|retard|mora|ritardo|te laat|atraso)(?!\p{L})/u;

/** Whether a cadence is that of a limit, a day of payment or a delay, and not of the bills. */
function isOfOthers(reading: Reading, part: Span, match: RegExpExecArray): boolean {
  const folded = reading.slice(part);
  const [start, end] = [match.index, match.index + match[0].length];
  const behind = folded.slice(end, end + 70);
  if (
    countsDays.test(folded.slice(Math.max(0, start - 50), start)) ||
    ofInvoice.test(behind) ||
    isLate.test(behind)
  )
    return true;
  // "Not more than 820 a month", "no month's billing may exceed 22,000".
  const segment = reading.segmentOf({ start: part.start + start, end: part.start + end });
  return reading.literals.some(
    (literal) =>
      literal.type === "money" &&
      (literal.isMost === true || literal.bound === ">=") &&
      segment.start <= literal.start &&
      literal.start < segment.end,
  );
}

function billingOf(reading: Reading, part: Span): readonly CueProjection[] {
  const folded = reading.slice(part);
  if (folded.length > 380 || reading.unit.zone === "boilerplate" || reading.unit.zone === "definitions")
    return [];
  const isBare =
    folded.length < 90 &&
    timingOf(folded) !== null &&
    !reading.literals.some((literal) => literal.type === "money") &&
    (reading.unit.zone === "payment" ||
      reading.unit.zone === "pricing" ||
      /^in (?:arrears|advance)/.test(folded));
  const isLabel =
    isBare ||
    /^[^:|]{0,40}\b(?:billing|invoic\w*|abrechnung|facturation|rechnung\w*|payment frequency)\b[^:|]{0,24}[:|]/.test(
      folded,
    );
  const heading = reading.unit.contexts.at(-1);
  const isUnder = heading !== undefined && heading.folded.length < 50 && billingVerb.test(heading.folded);
  const subject = billingVerb.test(folded);
  const isPayable =
    /\b(?:payable|due|paid|charged)\b[^.;]{0,24}\b(?:in advance|in arrears|upfront|up front)\b/.test(
      folded,
    ) ||
    /\b(?:in advance|in arrears|im voraus|nachtraglich|d'avance|a terme echu|por adelantado|a mes vencido|anticipat\w*|posticipat\w*|vooraf|achteraf)\b/.test(
      folded,
    );
  if (!subject && !isLabel && !isPayable && !isUnder) return [];
  // "A platform charge of $250 is due each month in advance" times that charge, not the invoices.
  if (!subject && !isBare && reading.literals.some(({ type }) => type === "money")) return [];
  // "Bills are sent once the month is over": the period that they wait for is theirs.
  const isNotice = notice.test(folded);
  const isSentNext = !isNotice && isSentNextMonth(folded);
  const past =
    (isIssued.test(folded) && !isNotice ? pastPeriodOf(folded) : null) ?? (isSentNext ? "month" : null);
  const timing = timingOf(folded) ?? (past === null ? null : "arrears");
  // The cadence must speak of invoicing, not only of the fee: look at the words near the verb.
  const verbs = [...folded.matchAll(verbsOrTiming)];
  const isPriced = reading.literals.some(
    ({ type, start }) => type === "money" && start >= part.start && start < part.end,
  );
  let others = false;
  let best: { frequency: BillingValue["frequency"]; gap: number } | null = null;
  for (const { frequency, pattern } of cadences) {
    for (const match of folded.matchAll(pattern)) {
      // "1.5 % a month" is a rate of interest.
      if (/(?:%|per ?cent)(?: [a-z]+)? ?$/.test(folded.slice(0, match.index))) continue;
      // "45 jours fin de mois" are days of payment.
      // … but not those of "7 days of month end", within which the bill itself is sent.
      const isOf = match[0].startsWith("of ");
      if (!isOf && /(?:days?|jours|tage|dias|giorni|gg|dagen) ?$/.test(folded.slice(0, match.index)))
        continue;
      if (isOfOthers(reading, part, match)) {
        others = true;
        continue;
      }
      // "15 hours monthly", "15 horas mensuales" is how often that count comes back.
      const at = part.start + match.index;
      if (!isOf && reading.literals.some(({ type, end }) => type === "quantity" && end <= at && at - end < 2))
        continue;
      // "net monthly", "monthly fee" and the cadence of a rise are others' words.
      const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 14);
      const isFeeWord =
        /^ ?(?:fee|fees|price|prices|plan|licen[cs]e|cost|costs|allowance|rate|rates|charge|rent|retainer|minimum|report|review|meeting|subscription|installment|support|maintenance|amount|basis of)\b/.test(
          after,
        );
      const gap = Math.min(
        // A line of a cadence under a heading of billing speaks of billing.
        isUnder && match.index < 24 ? match.index : Infinity,
        ...verbs.map((verb) =>
          verb.index < match.index
            ? match.index - verb.index - verb[0].length
            : verb.index - match.index - match[0].length,
        ),
      );
      // Beside a price the cadence is that of the price, unless it stands by the word of billing.
      if (gap > (isPriced ? 46 : 60) || (isFeeWord && gap > 0)) continue;
      if (best === null || gap < best.gap) best = { frequency, gap };
    }
  }
  if (best === null && past !== null) best = { frequency: past, gap: 0 };
  const cut =
    /\b(?:up to|through|until|before|by|bis zum|cut-?off[^.;]{0,20}|read at|measured at)\b[^.;,]{0,60}\b(?:\d{1,2}(?:st|nd|rd|th)|month end|month-end|midnight|\d{1,2}:\d\d|last (?:business |calendar )?day|\d{1,2}\. )[^.;,]{0,40}/.exec(
      folded,
    );
  // Where all cadences are others', so is what they say of before and after.
  if (best === null && (others || !(timing !== null && (subject || isLabel)))) return [];
  if (
    best === null &&
    !isLabel &&
    !/\b(?:invoic\w*|bill(?:ed|s|ing)?)\b[^.;]{0,30}\b(?:in advance|in arrears)\b/.test(folded)
  )
    return [];
  const hasMoney = reading.literals.some((literal) => literal.type === "money");
  if (/\bbi-?(?:monthly|weekly)\b/.test(folded)) {
    return [
      projection<"billing">({
        type: "billing",
        key: "billing",
        value: { frequency: null, timing },
        questions: ["billing-frequency-ambiguous"],
        remainder: /\bbi-?(?:monthly|weekly)\b/.exec(folded)?.[0],
      }),
    ];
  }
  const zone = zoneNameIn([folded]);
  const value: BillingValue = {
    frequency: best?.frequency ?? null,
    timing,
    // The day in the month behind is that of the bill, and cuts off no work.
    ...(cut !== null &&
      subject &&
      !isSentNext && {
        cutoff: reading.text.slice(part.start + cut.index, part.start + cut.index + cut[0].length).trim(),
      }),
    ...(zone !== null && { timeZone: zone }),
  };
  return [
    projection<"billing">({
      type: "billing",
      key: `billing|${value.frequency ?? ""}|${timing ?? ""}`,
      value,
      weight: hasMoney ? -0.05 : 0.05,
    }),
  ];
}
