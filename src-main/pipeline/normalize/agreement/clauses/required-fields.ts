import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import {
  fieldNames,
  invoiceSource,
  paperSource,
  refuseSource,
  showSource,
  withoutSource,
  withSource,
  words,
} from "../lexicon/invoice-words.ts";
import { speaksOn } from "../lexicon/pronouns.ts";
import type { Span } from "../literals/literal.ts";

const invoice = words(invoiceSource);
const invoices = words(invoiceSource, "gu");
const shows = words(showSource);
const refuses = words(refuseSource);
const withBefore = new RegExp(`(?<![\\p{L}])(?:${withSource}) [^.;:]{0,40}$`, "u");
const withoutBefore = new RegExp(`(?<![\\p{L}])(?:${withoutSource})(?: [\\p{L}-]+){0,2} $`, "u");
/** "… (please on the invoice!)", "… put it on the bills": where it goes, right behind. */
const placedOn = new RegExp(
  `^[^.;:]{0,44}(?<![\\p{L}])(?:on|onto|auf|sur|op|en|in|su|sulla|na|nas|em)(?: [\\p{L}]+){0,3}? (?:${invoiceSource})(?![\\p{L}])`,
  "u",
);
const withBehind = /^[^.;:]{0,24}(?<![\p{L}])(?:with (?:it|each|every|the)|erbij|bij|on (?:each|it|them))/u;
const fields = fieldNames.map(([name, source]) => [name, words(source, "gu")] as const);
const papers = words(paperSource, "gu");

/** Other papers that carry numbers, other rules of an invoice than what stands on it, and who does the work. */
const otherRule =
  /\b(?:account statements?|periodic statements?|statements? of account|payable|due within|zahlbar|fallig|pagader[oa]s?|cancel\w*|storni\w*|reminder|mahnung|overdue|discount|skonto|insurance|proposal (?:must|shall)|(?:shall|will|do|does) (?:not )?govern|supersedes?|prevails?|in lieu of|incorporated|records[^.;]{0,40} (?:pertaining|relating) to|p\.?o\.? box|services shall include|work shall include|reports? (?:must|shall) include|delivery notes? (?:must|shall))\b/;
/** A paper that only comes along is how one bills; one that somebody signed is proof. */
const proven =
  /\b(?:signed|approved|countersigned|certified|\w*(?:unterzeichnet|unterschrieben|quittiert|freigegeben)\w*|signee?s?|firmad[oa]s?|assinad[oa]s?|firmat[oaie]|vistad[oa]s?|getekende?|ondertekende?|geaccordeerde?|goedgekeurde?)\b/;
const countedFrom =
  /(?:from|after|following|of|by|before|until|prior to|ab|nach|des|apres|desde|dalla|vanaf|na)(?: the| its| der| la)?(?: applicable| relevant| respective)? $/;
const ofNumber = /(?:numbers?|no\.|nr\.|#|ids?|codes?|nummern?|nummers?)$/;
/** A label of a form that asks whether an order is needed. */
const yesOrNo = /^[^:|]{0,24}(?:po|purchase order)[^:|]{0,14}required ?[:|?] ?(yes|no)\b/;

interface Wanted {
  readonly name: string;
  readonly span: Span;
}

/**
 * What an invoice must bear or bring: a field or paper that the clause ties to invoices.
 *
 * Order does not matter: the tie is a word of showing, "with" before it, or "without" it and a refusal. "Every
 * invoice must quote the PO number", "Please put order 7714 on the bill", "Rechnungen ohne Bestellnummer gehen zurück".
 */
export const requiredFrame: CueFrame = {
  id: "required",
  cue: new RegExp(`${invoice.source}|${shows.source}|${refuses.source}|\\brequired\\b`, "u"),
  project: (reading) => {
    const answer = yesOrNo.exec(reading.folded)?.[1];
    const wanted =
      answer === undefined
        ? clausesOf(reading).flatMap((clause) => wantedIn(reading, clause))
        : answer === "yes"
          ? [{ name: "orderReference", span: { start: 0, end: 1 } }]
          : [];
    const names = [...new Set(wanted.map(({ name }) => name))].flatMap((name) =>
      name === "periodStart" ? [name, "periodEnd"] : [name],
    );
    if (names.length === 0) return [];
    const above = reading.literals.find(
      (literal) =>
        literal.type === "money" &&
        (literal.bound === ">" || literal.bound === ">=") &&
        !/\b(?:expenses?|items?|receipts?|costs?)\b[^.;]{0,12}$/.test(reading.before(literal, 24)),
    );
    return [
      projection<"required">({
        type: "required",
        key: `required|${names.join("+")}`,
        value: { fields: names, ...(above?.type === "money" && { above: above.value }) },
        ...(above?.type === "money" && above.bound === ">=" && { questions: ["threshold-inclusive"] }),
        taken: above === undefined ? [] : [above],
        weight: 0.1,
      }),
    ];
  },
};

/** Parts of a sentence between semicolons, each from where invoices were last named: a part before speaks of others. */
function clausesOf({ folded }: Reading): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of [...[...folded.matchAll(/; /g)].map(({ index }) => index), folded.length]) {
    const last = spans.at(-1);
    if (last !== undefined && !invoice.test(folded.slice(start, end)))
      spans[spans.length - 1] = { ...last, end };
    else spans.push({ start, end });
    start = end + 2;
  }
  return spans;
}

function wantedIn(reading: Reading, clause: Span): readonly Wanted[] {
  const text = reading.slice(clause);
  if (text.length > 420) return [];
  const { contexts } = reading.unit;
  const isListed = contexts.some(
    ({ kind, folded }) => kind === "lead-in" && invoice.test(folded) && shows.test(folded),
  );
  const innermost = contexts.at(-1);
  const isUnderInvoices = innermost !== undefined && invoice.test(innermost.folded);
  const noPay = /(?<!\p{L})no [^.;]{2,30}[,;:-]+ ?no (?:pay(?:ment)?|invoice)\b/u.test(text);
  const named = invoice.test(text);
  // "Facturas quincenales. Pon siempre el pedido, que si no …": the sentence before speaks of invoices.
  const goesOn =
    !named &&
    invoice.test(withoutBilling(reading.unit.previous?.folded ?? "")) &&
    (refuses.test(text) || (speaksOn(text) && shows.test(text)));
  if (!named && !isListed && !isUnderInvoices && !noPay && !goesOn) return [];
  if (otherRule.test(text) && !refuses.test(text)) return [];
  const found: Wanted[] = [];
  const mentions = [...text.matchAll(invoices)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const isTied = (span: Span, isPaper: boolean): boolean => {
    if (isListed) return true;
    const before = text.slice(0, span.start);
    const behind = text.slice(span.end);
    const tie = mentions.length === 0 ? null : nearest(mentions, span);
    if (withoutBefore.test(before.slice(-40)))
      return noPay || (refuses.test(text) && (named || isUnderInvoices));
    if (goesOn) return true;
    if (tie === null) return isUnderInvoices && shows.test(before.slice(-90));
    if (tie.gap > 110) return false;
    return (
      shows.test(text.slice(Math.min(tie.start, span.start), Math.max(tie.end, span.end))) ||
      shows.test(before.slice(-70)) ||
      shows.test(behind.slice(0, 60)) ||
      (withBefore.test(before.slice(-60)) && (!isPaper || proven.test(text))) ||
      withBehind.test(behind) ||
      placedOn.test(behind)
    );
  };
  // "30 days from the invoice date" counts from it and does not ask for it.
  const isCounted = (name: string, { start }: Span): boolean =>
    name.endsWith("Date") && countedFrom.test(text.slice(Math.max(0, start - 24), start));
  // "8 hours": what is counted is no entry that a bill shows.
  const isCountedUnit = ({ start }: Span): boolean =>
    reading.literals.some(
      (literal) =>
        literal.type === "quantity" &&
        literal.start < clause.start + start &&
        clause.start + start < literal.end,
    );
  const free = (span: Span): boolean =>
    !isCountedUnit(span) &&
    !found.some((one) => one.span.start < span.end && span.start < one.span.end) &&
    !mentions.some((one) => one.start <= span.start && span.end <= one.end);
  for (const [name, pattern] of fields)
    for (const { index, 0: hit } of text.matchAll(pattern)) {
      const span = { start: index, end: index + hit.length };
      if (free(span) && !isCounted(name, span) && isTied(span, name.startsWith("attachment.")))
        found.push({ name, span });
    }
  for (const { index, 0: hit } of text.matchAll(papers)) {
    const span = { start: index, end: index + hit.length };
    if (!free(span) || !isTied(span, !ofNumber.test(hit))) continue;
    const name = nameOf(reading.text.slice(clause.start + span.start, clause.start + span.end));
    if (name !== null) found.push({ name, span });
  }
  // "The order number goes on delivery notes and invoices": a paper on which something is to stand is not asked for.
  const isPlace = ({ name, span }: Wanted): boolean =>
    !isFieldName(name) && placeBefore.test(text.slice(Math.max(0, span.start - 40), span.start));
  return found.some(({ name }) => isFieldName(name)) ? found.filter((one) => !isPlace(one)) : found;
}

/** "No person may bill more than 8 hours" speaks of what is charged and of no paper. */
const withoutBilling = (folded: string): string =>
  folded.replace(
    /(?<!\p{L})(?:may|shall|will|can|must|not|to|only|be|is|are) (?:bill|invoice)(?:ed|s|d)?(?!\p{L})/gu,
    " ",
  );

/** Whether it stands on an invoice itself; the others are papers that go with it. */
const isFieldName = (name: string): boolean =>
  !name.startsWith("attachment.") && fields.some(([field]) => field === name);

const placeBefore =
  /(?<!based )\b(?:on(?:to)?|auf|sur|op|su(?:l|lla|lle|i|gli)?|en|em|n[ao]s?)(?: (?:the|all|any|every|each|our|your|der|dem|den|jedem|allen|le|la|les|el|los|las|il|lo|het|de|alle|os?|as?)\b){0,2} $/u;

/** Printed words of a paper that the report has no name for, without what only leads up to them. */
function nameOf(printed: string): string | null {
  const name = printed
    .replace(
      /^(?:(?:and|und|et|y|e|en|or|the|a|an|of|on|in|with|show|showing|giving|quoting|must|signed|approved|each|every|our|your|its|der|die|das|den|le|la|les|el|los|il|de|het|met|mit|avec|con)\s+)+/i,
      "",
    )
    .trim();
  // "Shall specifically reference that …": an adverb and a verb name no paper.
  return name.length < 3 || /^\p{Ll}+ly references?$/u.test(name) || invoice.test(name.toLowerCase())
    ? null
    : name;
}

function nearest(mentions: readonly Span[], span: Span): Span & { readonly gap: number } {
  const gaps = mentions.map((mention) => ({
    ...mention,
    gap: mention.end <= span.start ? span.start - mention.end : Math.max(0, mention.start - span.end),
  }));
  return gaps.reduce((best, one) => (one.gap < best.gap ? one : best));
}
