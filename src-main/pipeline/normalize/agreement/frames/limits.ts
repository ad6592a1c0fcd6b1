import type { CapScope, CapValue } from "../../../../../src-shared/model/index.ts";
import { readsLikeExtraWork } from "../../../../../src-shared/wording/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import { foldText } from "../../values/fold.ts";
import { itemPhrase } from "../engine/item.ts";
import { hasLexeme } from "../engine/reading.ts";
import { isMoney } from "../literals/literal.ts";
import { deniesToPass, leadsToLimit } from "../literals/upper-limits.ts";
import { changeOf } from "./limit-changes.ts";
import { limitRise } from "./limit-rises.ts";
import { endsInLimit, limitPeriod } from "./limit-period.ts";
import { isSizeOfPriced } from "./priced-time.ts";
import { limitsDay } from "./time-rules.ts";
import { withoutExclusions } from "../engine/exclusions.ts";
import { isAboutExpenses } from "../lexicon/expense-words.ts";
import { speaksOn } from "../lexicon/pronouns.ts";

/** The level that a limit is set at, from the words around it. */
function levelOf(match: FrameMatch): { readonly scope: CapScope; readonly item: string | null } {
  const { reading, anchor, segment } = match;
  const words = `${reading.slice(segment)} `;
  const per = "per" in anchor ? anchor.per[0] : undefined;
  if (per !== undefined && per.cadence === "month") return { scope: "month", item: null };
  if (per !== undefined && per.cadence === "year") return { scope: "year", item: null };
  if (per !== undefined && /^(?:job|order|ticket|visit|incident|project|work order|task)$/.test(per.unit))
    return { scope: "job", item: null };
  if (
    /\b(?:no (?:single )?(?:work order|job|call-out|visit|repair|order|task)|(?:any|each|per|a) (?:single )?(?:work order|job|service call|order|ticket|repair)|(?:je|pro|kein|jeder) (?:einzel)?(?:auftrag|einsatz|reparatur)|(?:par|aucune) (?:intervention|commande)|(?:por|ningun|cada) (?:trabajo|servicio|intervencion|orden de trabajo)|(?:per|nessun|ogni) (?:intervento|lavoro|ordine)|(?:per|geen|een) (?:klus|opdracht|reparatie)|(?:por|nenhum|cada) (?:trabalho|servico|intervencao))\b/.test(
      words,
    )
  )
    return { scope: "job", item: null };
  const phase =
    /\b((?:phase|stage|task|work package|deliverable|lot) (?:\d+[a-z]?|[a-z]|[ivx]+|one|two|three|four))\b/.exec(
      words,
    ) ??
    /^((?:phase|stage|task) (?:\d+[a-z]?|[a-z]|[ivx]+|one|two|three))/.exec(
      match.unit.contexts.at(-1)?.folded ?? "",
    );
  if (phase !== null) return { scope: "phase", item: phase[1] ?? null };
  const period = limitPeriod(words);
  if (period !== null) return { scope: period, item: null };
  return { scope: "agreement", item: null };
}

const excludedTax =
  /\b(?:plus|exclusive of|excluding|excl\.?|before|without|net of|zzgl\.?|hors) (?:[a-z ]{0,24})?(?:vat|tax(?:es)?|gst|mwst|ust|umsatzsteuer|tva|taxes)\b|\bht\b/;
const includedTax =
  /\b(?:including|inclusive of|incl\.?|inkl\.?) (?:[a-z ]{0,24})?(?:vat|tax(?:es)?|gst|mwst|ust|umsatzsteuer|tva)\b|\bttc\b/;
const includedExpenses =
  /\b(?:including|inclusive of|incl\.?|together with|with|and) (?:[a-z, ]{0,30})?(?:expenses|costs|disbursements|travel|out-of-pocket|spesen|auslagen|reisekosten|frais)\b|\bexpenses included\b|\bfees and (?:expenses|costs)\b|\b(?:and costs|costs) together\b/;
const excludedExpenses =
  /\b(?:plus|exclusive of|excluding|excl\.?|exclude[sd]?|not including|before|other than|zzgl\.?|hors|without) (?:[a-z, ]{0,40})?(?:expenses|costs|disbursements|travel|spesen|auslagen|reisekosten|frais)\b/;

/** What a limit says about tax and expenses; silent means unsaid. */
export function inclusionsOf(folded: string): Pick<CapValue, "includesTax" | "includesExpenses"> {
  return {
    ...(includedTax.test(folded)
      ? { includesTax: true }
      : excludedTax.test(folded)
        ? { includesTax: false }
        : {}),
    ...(excludedExpenses.test(folded)
      ? { includesExpenses: false }
      : includedExpenses.test(folded)
        ? { includesExpenses: true }
        : {}),
  };
}

function projectCap(match: FrameMatch): Projection | null {
  const { reading, anchor, unit } = match;
  const { scope, item } = levelOf(match);
  const rise = limitRise(reading);
  const change = rise === null || rise.to !== null ? changeOf(match) : null;
  if (change === "old" || (rise !== null && rise.anchor !== anchor)) return null;
  const questions: string[] = [];
  if (
    /\b(?:stop and check|check with you|notify|alert|let you know|target|not a cap|estimate[sd]?)\b/.test(
      reading.folded,
    )
  )
    questions.push("soft-limit");
  if (
    /\bbudget\b/.test(reading.folded) &&
    !/\b(?:exceed\w*|capped|cap|maximum|limit\w*|ceiling|nte|not to)\b/.test(reading.folded)
  )
    questions.push("firm-ceiling-or-guide");
  const savings = /\bsavings?\b[^.;]{0,40}\bshar\w+|\bshar\w+[^.;]{0,30}\bsavings?\b/.exec(reading.folded);
  // A change speaks of the limit that was agreed, and of no other thing.
  const scoped = item ?? (rise === null ? scopeItem(match) : null);
  const base = {
    scope: scoped !== null && scope === "agreement" ? ("item" as const) : scope,
    ...(scoped !== null && { item: scoped }),
    ...inclusionsOf(reading.folded),
  };
  const value: CapValue | null = isMoney(anchor)
    ? rise?.by !== null && rise !== null
      ? { ...base, increasesBy: rise.by }
      : { amount: anchor.value, ...base, ...(change !== null && { increasesBy: change }) }
    : anchor.type === "quantity"
      ? { quantity: anchor.value, unit: anchor.unit, ...base }
      : null;
  if (value === null) return null;
  return projection<"cap">({
    type: "cap",
    key: `${value.scope}|${scoped?.toLowerCase() ?? ""}|${isMoney(anchor) ? "money" : "quantity"}`,
    value,
    questions,
    ...(rise !== null && { taken: reading.literals.filter(isMoney) }),
    remainder: savings?.[0] ?? otherPeriod(match),
    weight: unit.zone === "pricing" ? 0.05 : 0,
  });
}

/** A limit per quarter or week fits no scope: its period stays in words. */
function otherPeriod({ reading, anchor, segment }: FrameMatch): string | undefined {
  const own =
    "per" in anchor
      ? anchor.per.find((per) => per.cadence === "quarter" || per.cadence === "week")
      : undefined;
  if (own !== undefined) return reading.text.slice(own.span.start, own.span.end);
  return /\b(?:(?:per|each|in any|in a|every|any|a) (?:calendar )?(?:quarter|week|half-year)|quarterly|weekly|pro quartal|par trimestre)\b/.exec(
    reading.slice(segment),
  )?.[0];
}

/** All that is billed, and no item of it. */
const wholeSum =
  /^(?:total|gesamt|complessiv)\p{L}*$|^(?:sums?|amounts?|sommes?|montants?|betrage?|importes?|importi|bedrag(?:en)?|valores)(?: |$)/u;
/** Work of one kind beside the rest, folded. */
const partOfWork =
  /^(?:(?:all|any|such|the) )?(?:time[- ]charge|hourly|time[- ]and[- ]materials?|t&m|day ?works?|reactive|remedial|emergency|unscheduled|ad[- ]hoc|call-?outs?|repairs?)(?: (?:work|works|services?|repairs?|jobs|charges?))?$/;

/** What is capped, where it is one item and not the whole: "travel", "Task 2", "hearings". */
function scopeItem(match: FrameMatch): string | null {
  const phrase = itemPhrase(match);
  if (phrase.weight < 0 || !/\p{L}{3}/u.test(phrase.item)) return null;
  const folded = foldText(phrase.item);
  // "Charges in any calendar month": when the limit begins anew, and nothing that it is on.
  if (limitPeriod(`any ${folded}`) !== null || endsInLimit.test(folded) || wholeSum.test(folded)) return null;
  if (
    /\btotal (?:fees?|price|costs?|compensation|charges?|amount)\b/.test(match.reading.slice(match.segment))
  )
    return null;
  // "Under this appointment" names the paper that the limit stands in, whatever it calls itself.
  if (
    /^(?:under|pursuant to|arising (?:from|under)|au titre de|im rahmen|nell'ambito|krachtens) /.test(folded)
  )
    return null;
  // "Additional services", "time-charge work": a part of the work, whatever the noun.
  if (readsLikeExtraWork(phrase.item) || partOfWork.test(folded)) return phrase.item;
  // What is billed at all, in whatever words, is no item of it; nor are words of the limit itself.
  if (hasLexeme(folded, "charge") || hasLexeme(folded, "invoice")) return null;
  if (["", "de ", "d'", "of ", "von ", "di ", "van ", "a "].some((of) => leadsToLimit(`${folded} ${of}`)))
    return null;
  if (
    /^(?:no |up to|from |(?:more|mehr|plus|mas|piu|meer|mais)\b|expenses$)|\b(?:we|you|expect|order|raises?|exceed\w*|increase[sd]?|inclusive)\b/.test(
      folded,
    ) ||
    /\b(?:fees?|total|agreement|contract|compensation|amounts?|services|budget|price|charges?|sow|statement of work|work|project|cost|payments?|nte|limit|cap|maximum|ceiling|billings?|invoices?|hours?|engagement|(?:client|customer|buyer|annual|yearly|monthly|quarterly)(?:'s)? (?:spend(?:ing)?|expenditure|outlay|bill)|spend(?:ing)? of|turnover|umsatz|auftragsvolumen|ausgaben|depenses? (?:du|de la) client|aggregate|sum|vergutung|gesamt\w*|honorar\w*|honoraires|remuneration|kosten|aufwand|prix|montant|forfait|prestations?)\b/.test(
      folded,
    )
  )
    return null;
  return phrase.item;
}

/** "The ceiling of the order is set at", "el tope se fija en": a limit and the verb that gives it its figure. */
const limitSet =
  /(?<!\p{L})(?:limite|tope|plafond|tetto|teto|\p{L}*obergrenze|\p{L}*hochstbetrag|kostendach|limiet|ceiling|cap|limit)(?: [\p{L}'-]+){0,7}? (?:is(?: now)?(?: set)?(?: at)?|se (?:fija|establece) en|asciende a|est (?:fixee?|portee?) a|s'eleve a|e (?:fissato|stabilito|pari) (?:in|ad?)|betragt|liegt bei|bedraagt|is vastgesteld op|e (?:fixado em|de)|wird auf)[ :]*(?:us ?)?$/u;
/** Names of a limit right before its figure; limits in the words of denying more are told by the figure itself. */
const limitGovernor =
  /(?:nte|budget(?: for [a-z ]{2,40}?)? (?:of|is)|cap(?:ped)? (?:is|of|at)|limit(?: is| of|:)?|maximum(?: \w+){0,3}? of|maximum(?: \w+){0,3}? is|maximum(?: \w+){0,2}?:?|ceiling(?: of| is|:)?|upset (?:limit|fee|price)(?: of| is)?|up to and not above|maximal|kostendach(?: von)?|(?:valor|importe|precio|importo|prezzo|montant|prix|preco) (?:total )?(?:maximo|massimo|maximum|maximal)(?: [a-z'-]+){0,4}|obergrenze(?: von)?|plafond(?: de)?)[ :(]*(?:a |the |total |sum |of |amount |an |fee |is |in total )*(?:u\.?s\.? ?)?$/;

const nonPriceNouns =
  /\b(?:liabilit\w*|damages|milestone payments|capital|loans?|indemni\w*|insurance|coverage|policy|interest|increase[sd]?|escalat\w*|late|penalt\w*|credits?|discount|days|salary|refund|deductible|bond|claim|loss(?:es)?|haftung|responsabilite|adjustment|annual increase)\b/;

/** "Out-of-pocket costs at cost; not more than $7,500": the limit is on what is passed on. */
const passedOnAbove =
  /\b(?:out-of-pocket|at (?:actual )?cost|reimburs\w*|disbursements?|expenses)\b[^.]{0,60}[;,] ?$/;

const lasts =
  /\b(?:takes?|lasts?|lasting|duration|dauert|dauern|dure(?:nt)?|duran?|duurt|duren|dauer|duree|duracion|durata|duur)\b/;

/** What is owed, and German compounds of what is billed. */
const owed =
  /\b(?:owe[sd]?|schulde[tn])\b|\p{L}{3}(?:honorar|vergutung|kosten|preis|entgelt|summe|betrag|bedrag)\w*/u;

/** A firm limit on what is billed needs no word for a cap beside it. */
const firmness = ({ reading, anchor }: FrameMatch): number =>
  limitSet.test(reading.before(anchor, 80)) ||
  (anchor.isMost === true &&
    !limitGovernor.test(reading.before(anchor, 60)) &&
    ((isMoney(anchor) && deniesToPass(reading.folded.slice(0, anchor.start))) ||
      owed.test(reading.folded) ||
      (["charge", "fee", "invoice", "money_noun", "cap"] as const).some((name) => reading.has(name))))
    ? 3.5
    : 1;

const formerLimit =
  /(?<![\p{L}])(?:original|previous|prior|former|old|ursprungliche\p{L}*|bisherige\p{L}*|initial\p{L}*|ancien\p{L}*|precedent\p{L}*|anterior|oorspronkelijke?|vorige) (?:[\p{L}-]+ ){0,2}(?:not[- ]to[- ]exceed|nte|cap|ceiling|limit|maximum|\p{L}*obergrenze|\p{L}*hochstbetrag|kostendach|plafond|limite|tope|tetto|maximumbedrag|teto)[^.;]{0,24}$/u;

export const capFrame: Frame = {
  id: "cap",
  anchors: ["money", "quantity"],
  fit: (match) => {
    const { anchor, reading, segment, unit } = match;
    if (anchor.type === "quantity") {
      // So many hours a day limit the day.
      if (anchor.per.some(({ unit: counted }) => counted === "day")) return 0;
      if (anchor.unit === "hour" && limitsDay(reading, anchor, reading.folded)) return 0;
      const isWork =
        ["hour", "day", "visit", "trip", "session", "page", "round", "unit"].includes(anchor.unit) &&
        !anchor.isBusiness;
      // Hours are work that is billed, unless they say how long something lasts.
      const isBilled =
        (anchor.unit === "hour" && !lasts.test(reading.slice(segment))) ||
        hasLexeme(reading.slice(segment), "charge") ||
        hasLexeme(reading.slice(segment), "invoice") ||
        /\b(?:nte|not to exceed|upset|budget|effort|labor|labour)\b/.test(reading.slice(segment));
      if (
        anchor.unit === "day" &&
        !/\b(?:man|person|consult\w*|billable|billed|charged)\b/.test(reading.slice(segment)) &&
        !reading.literals.some((other) => isMoney(other) && other.per.some(({ unit: per }) => per === "day"))
      )
        return 0;
      if (!isWork || !isBilled || isSizeOfPriced(reading, anchor)) return 0;
      if (!limitGovernor.test(reading.before(anchor, 60)) && anchor.isMost !== true) return 0;
      if (
        /\b(?:within|response|notice|respond|on-site|per day|a day|in a day|each day|deliver|schedule|working (?:hours|day)|shift|resolution)\b/.test(
          reading.folded,
        )
      )
        return 0;
      return firmness(match);
    }
    if (!isMoney(anchor)) return 0;
    const limited = reading.literals.findLast(({ start }) => start < anchor.start);
    if (limited !== undefined && isSizeOfPriced(reading, limited)) return 0;
    // "Original not-to-exceed 9,800.00" in a change says what was before it.
    if (formerLimit.test(reading.before(anchor, 60))) return 0;
    const rise = limitRise(reading);
    if (rise !== null) return rise.anchor === anchor ? 9 : 0;
    // "650 € … dans la limite de 18 000 €": where one sum is the limit, a plain one before it is a price.
    if (
      anchor.bound === null &&
      changeOf(match) === null &&
      reading.literals.some((other) => isMoney(other) && other.start > anchor.end && other.isMost === true)
    )
      return 0;
    if (
      anchor.bound === "~" ||
      /\b(?:expected to|anticipated|likely|planning figure|guide figure)\b/.test(reading.slice(segment))
    )
      return 0;
    // "Disbursements … They shall not exceed £2,000": they are what the sentence before speaks of.
    if (speaksOn(reading.folded) && isAboutExpenses.test(unit.previous?.folded ?? "")) return 0;
    const head = withoutExclusions(reading.slice({ start: segment.start, end: anchor.start }));
    if (
      (isAboutExpenses.test(head) || passedOnAbove.test(reading.folded.slice(0, segment.start))) &&
      !/\b(?:fees?|total (?:fees|price|cost|amount|compensation)|compensation|price)\b/.test(head)
    )
      return 0;
    if (
      nonPriceNouns.test(
        head.replace(
          /\b(?:is |are |shall be )?(?:hereby )?increased?\b(?= (?:by|from|to)|$)/g,
          /\b(?:not-to-exceed|nte|cap|ceiling|limit|maximum)\b/.test(head) ? "" : "$&",
        ),
      )
    )
      return 0;
    if (
      /\b(?:hourly|rate|stundensatz)\b/.test(head) &&
      anchor.per.some((per) => per.cadence === null && per.unit !== "job")
    )
      return 0;
    if (
      anchor.per.some(
        (per) =>
          per.cadence === null &&
          !/^(?:job|order|ticket|visit|incident|project|task|claim|case|file|matter)$/.test(per.unit),
      )
    )
      return 0;
    return firmness(match);
  },
  strong: ["cap"],
  weak: ["money_noun"],
  heading: ["cap"],
  governs: new RegExp(`${limitGovernor.source}|${limitSet.source}`, "u"),
  follows: /^ ?(?:\(?(?:nte|not to exceed|maximum|max\.?|cap|ceiling|upset limit|limit)\b)/,
  vetoes: ["insurance", "liability", "wage", "example", "threshold", "refund"],
  project: projectCap,
};
