import {
  compare,
  decimalText,
  decimalToText,
  multiply,
  sum,
  withoutTrailingZeros,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { asksForAcceptance } from "../../../../../src-shared/wording/index.ts";
import { foldText } from "../../values/fold.ts";
import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { hasLexeme } from "../engine/reading.ts";
import type { Reading } from "../engine/reading.ts";
import { pairedSum, pairedSums } from "../frames/paired-sum.ts";
import { words } from "../lexicon/invoice-words.ts";
import { stageEvent } from "../lexicon/stage-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal } from "../literals/literal.ts";
import { depositCue } from "./part-payments.ts";
import { makeWhole, sharesIn, withRest } from "./payment-shares.ts";
import type { PaymentShare } from "./payment-shares.ts";

/** The time that a share waits for, right behind it. */
const event =
  /^[^\p{L}\d]{0,3}(?:(?:of|von|de|del|der|van) (?:the |das |la |le |les |el |dem )?[\p{L} ]{3,30}? )?(?:is |are |wird |est |payable |due |zahlbar |fallig )*((?:up)?on|at|when|after|with|before|two weeks before|one week before|bei|nach|mit|zum|zur|vor|a la|a l'|au|aux|apres|des|al|a los|a las|tras|con|alla|all'|allo|dopo|na|no|apos|bij|na|voor|half ?way|\d+ (?:days|weeks) before)(?: |(?<='))((?:the |our |your |der |die |das |dem |la |le |les |el |il |lo |de |het |da |do )?[\p{L}][^,;.()]{2,70}?)(?= (?:and|und|et|y|e|en) (?=\d|the |den |der |le |el |il |de )|[,;.()]|$)/u;
const opens = words(
  "orders?|signature|signing|award|contract|kick-?off|auftrag\\p{L}*|bestellung|unterzeichnung|vertrags\\p{L}*|commande|signature|pedido|firma|encargo|ordine|conferma|incarico|opdracht|ondertekening|bestelling|encomenda|assinatura|adjudicacao",
);
/** Whether a name is one of what work is paid at: an order, a delivery, an approval. */
const isMilestone = (printed: string): boolean => {
  const folded = foldText(printed);
  return asksForAcceptance(printed) || stageEvent.test(folded) || opens.test(folded);
};
const isNotStage =
  /\b(?:interest|overdue|discount|vat|tax|iva|tva|btw|ust|mwst|retain\p{L}*|retention|einbehalt|retenue|markup|surcharge|skonto|escompte|late|availability|uptime|value of (?:the )?work|work (?:done|certified|executed)|bears?|borne|shared?|split|own(?:s|ed|ership)|tragt|tragen|supporte\p{L}*|asum\p{L}*|sostien\p{L}*|draagt|dragen|suporta\p{L}*|entregas)\b/u;

/** "plus 20 % VAT", "zuzüglich 19 % Umsatzsteuer": no share of the price. */
const ofTax =
  /^ ?(?:(?:of|an|de|d'|di) )?(?:statutory |gesetzliche[rn]? )?(?:vat|sales tax|gst|hst|tax|ust|mwst|umsatzsteuer|mehrwertsteuer|tva|iva|btw)(?!\p{L})/u;
const taxShares = (reading: Reading): readonly Literal[] =>
  reading.literals.filter(
    (literal) =>
      literal.type === "percent" &&
      (ofTax.test(reading.after(literal, 40)) ||
        /(?<!\p{L})(?:vat|gst|hst|tax|ust|mwst|umsatzsteuer|mehrwertsteuer|tva|iva|btw)(?: (?:of|at|von|de|del|di|van|zu|au taux de|al|a))?[ :(]*$/u.test(
          reading.before(literal, 34),
        )),
  );
const withoutTax = (folded: string): string =>
  folded.replace(
    /(?:plus|excluding|exclusive of|excl\.?|net of|before|zzgl\.?|zuzuglich|hors|plus|mas|piu|oltre|exclusief|mais|acrescid\p{L}* de)[^.,;:]{0,30}?(?:vat|sales tax|gst|hst|tax|ust|mwst|umsatzsteuer|mehrwertsteuer|tva|iva|btw)(?!\p{L})/gu,
    " ",
  );

const partOf = (whole: DecimalText, percent: DecimalText): DecimalText =>
  decimalToText(withoutTrailingZeros(multiply(whole, multiply(percent, decimalText("0.01")))));

/** Words that lead to a share and are no part of what the one before it waits for: "…, and the remaining 30 %". */
const leadIn =
  /[\s,;:–-]*(?:(?<!\p{L})(?:and|und|et|y|e|en|the|another|a further|again|remaining|other|final|last|der|die|das|den|weitere\p{L}*|restliche\p{L}*|ubrige\p{L}*|letzte\p{L}*|le|la|les|autres?|restante?s?|dernier\p{L}*|el|los|las|otr[oa]s?|il|lo|gli|l'|altr[aoei]|rimanent[ei]|restant[ei]|o|os|as|outr[oa]s?|de|het|andere|overige|balance(?: of)?|rest(?: of)?|du reste|soit|reste|saldo(?: del?| van)?|resto)[\s,;:–-]*)*$/u;
/** Whether words only lead to a share: "the balance of", "die restlichen". */
export const leadsToShare = (folded: string): boolean => leadIn.exec(folded)?.index === 0;

/** The verb that a share's clause ends in, and its thing: "… wird bei Baubeginn fällig", "of the price is paid". */
const verbs =
  /^(?:(?:of|von|vom|du|de la|del|della|dell'|do|da|van|der|des) (?:[\p{L}'-]+ ){1,4}?)?(?:(?:is|are|will be|shall be|may be|falls?|becomes?|wird|werden|ist|sind|est|sont|sera|es|son|sera|viene|vengono|e|sono|wordt|worden|is) )?(?:(?:then )?(?:due|payable|paid|billed|invoiced|pay|fallig|bezahlt|gezahlt|berechnet|abgerechnet|exigibles?|payee?s?|facture\p{L}*|du|paga\p{L}*|abona\p{L}*|factur\p{L}*|dovut\p{L}*|pagat\p{L}*|fatturat\p{L}*|betaald|gefactureerd|pag[oa]s?|faturad[oa]s?)\b)?\s*/u;
const verbsBehind =
  /\s*(?<!\p{L})(?:fallig|zahlbar|bezahlt|gezahlt|berechnet|abgerechnet|in rechnung gestellt|due|payable|betaald|gefactureerd|verschuldigd)$/u;
const mark = /[;:()]|[.,](?!\d)/u;

interface Stage extends PaymentShare {
  readonly name: string;
  /** Whether its words say when, and not only what. */
  readonly isTimed: boolean;
}

/** Words of a text between two places, without the marks and verbs around what they name. */
function nameIn({ text, folded }: Reading, from: number, to: number, leadsOn = false): string | null {
  let start = from + (/^[^\p{L}\d]*/u.exec(folded.slice(from, to))?.[0].length ?? 0);
  start += verbs.exec(folded.slice(start, to))?.[0].length ?? 0;
  const stop = mark.exec(folded.slice(start, to));
  let end = stop === null ? to : start + stop.index;
  // What leads to the next share stands at the end, where no mark parts it.
  if (stop === null && leadsOn) end = start + folded.slice(start, end).replace(leadIn, "").length;
  end = start + folded.slice(start, end).replace(verbsBehind, "").length;
  const name = text.slice(start, end).trim();
  return /\p{L}{3}/u.test(name) && name.length <= longestName ? name : null;
}
const longestName = 90;

/** Between a share and the sum that it is of. */
const ofSum = /^ (?:of|von|vom|der|des|de|du|d'|del|della|dell'|di|da|do|van)(?: ?[\p{L}'’]+){0,6} ?$/u;

/** What the share at a place in the list waits for: behind it, else before it. */
function stageAt(reading: Reading, shares: readonly PaymentShare[], index: number): Stage | null {
  const share = shares[index];
  if (share === undefined) return null;
  const { folded, text } = reading;
  const [literal] = share.literals;
  const paired = literal === undefined ? null : pairedSum(reading, literal);
  const to = shares[index + 1]?.start ?? folded.length;
  // "Half of the fee of 900 is due at …": the sum that it is a share of names nothing.
  const whole = reading.literals.find(
    (sum) =>
      isMoney(sum) &&
      sum.start >= share.end &&
      sum.end < to &&
      ofSum.test(folded.slice(share.end, sum.start)),
  );
  const from =
    paired === null ? (whole?.end ?? share.end) : paired.end + (folded[paired.end] === ")" ? 1 : 0);
  const found = event.exec(folded.slice(from, to));
  if (found?.[2] !== undefined) {
    const at = from + found.index + found[0].lastIndexOf(found[2]);
    const name = nameIn(reading, at, at + found[2].length, to < folded.length);
    if (name !== null) return { ...share, name, isTimed: true };
  }
  const last = shares.at(-1);
  const isAhead = last !== undefined && nameIn(reading, last.end, folded.length) === null;
  const behind = isAhead ? null : nameIn(reading, from, to, to < folded.length);
  const left = shares[index - 1]?.end ?? 0;
  const start = left + (/^.*[:;](?=[^:;]*\p{L})/u.exec(folded.slice(left, share.start))?.[0].length ?? 0);
  const ahead = behind ?? nameIn(reading, start, share.start, true);
  if (ahead === null) return null;
  const words = foldText(text.slice(behind === null ? start : from, behind === null ? share.start : to));
  return { ...share, name: ahead, isTimed: timed.test(words) };
}
/** Prepositions and conjunctions of time; a date is a time too. */
const timed =
  /(?<!\p{L})(?:up|on|at|when|once|after|before|by|until|with|bei|nach|mit|vor|bis|am|sobald|wenn|zum|zur|a la|a l'|au|aux|apres|avant|des|lorsque|al?|tras|con|cuando|alla?|all'|allo|dopo|quando|na|no|ao|apos|bij|na|voor|op|zodra)(?!\p{L})/u;

const pays = ["pay", "invoice", "charge"] as const;

/** Shares that make the whole, each with what it waits for: a plan of payments, whatever ties them together. */
function planIn(reading: Reading): readonly Stage[] | null {
  const taxed = taxShares(reading);
  const said = sharesIn(reading, taxed);
  const shares = makeWhole(said) ? said : withRest(said, reading.folded);
  if (shares.length < 2 || !makeWhole(shares)) return null;
  const stages = shares.map((_, index) => stageAt(reading, shares, index)).filter((stage) => stage !== null);
  if (stages.length < shares.length) return null;
  const inPercent = shares.every(({ literals }) => literals.some(({ type }) => type !== "number"));
  // "Half of the visits take place on site": fractions share out money only where something is paid.
  const { folded, unit } = reading;
  const areTimed = stages.every(({ isTimed }) => isTimed);
  const arePaid = pays.some((name) => hasLexeme(folded, name));
  const isPlan =
    said.length === 1
      ? isPartOfSum(reading, said) && areTimed && (arePaid || stages.every(({ name }) => isMilestone(name)))
      : inPercent ||
        arePaid ||
        (areTimed &&
          (stages.every(({ name }) => isMilestone(name)) ||
            pays.some((name) => unit.contexts.some((context) => hasLexeme(context.folded, name)))));
  return isPlan ? stages : null;
}

/** One share and its rest: of a firm sum, not of what is unpaid and not by the month. */
const isPartOfSum = (reading: Reading, [share]: readonly PaymentShare[]): boolean =>
  share !== undefined &&
  !reading.has("hedge") &&
  !reading.has("late") &&
  share.literals.every((literal) => !("per" in literal) || literal.per.length === 0);

/** "40 % bei Auftragserteilung, 40 % nach Freigabe, 20 % nach Abnahme": a plan of payments in one sentence. */
export const stagesFrame: CueFrame = {
  id: "payment-stages",
  cue: /\d ?%|percent|prozent|pour ?cent|por ciento|per cento|v\. ?h\.|\d\/\d|half|halb|halfte|moitie|mitad|meta|metade|helft|third|fourth|fifth|tenth|quarter|tel\b|tiers|quart|cinqu|dixi|terci|cuart|quint|decim|terz|terc|derde|kwart|vijfde|tiende/,
  project: (reading): readonly CueProjection[] => {
    if (reading.unit.zone === "boilerplate" || isNotStage.test(withoutTax(reading.folded))) return [];
    const sums = reading.literals.filter(isMoney).filter((sum) => !pairedSums(reading).has(sum));
    const [whole] = sums;
    if (sums.length > 1) return [];
    const plan = planIn(reading);
    if (plan === null) return whole === undefined ? partsOfPlan(reading) : [];
    // One sum before all shares, or right behind the first ("half of the fee of …"), is what they are shares of.
    const [first] = plan;
    const isWhole =
      whole !== undefined &&
      first !== undefined &&
      whole.per.length === 0 &&
      (whole.end <= first.start ||
        ofSum.test(reading.folded.slice(first.end, Math.max(first.end, whole.start))));
    if (whole !== undefined && !isWhole) return [];
    // A sum that stands inside the plan is no stage of its own.
    const inside = whole !== undefined && first !== undefined && whole.start > first.start ? [whole] : [];
    return plan.map((stage, index) => {
      const made = toProjection(reading, stage, plan[index - 1]?.end ?? 0, whole?.value);
      return index === 0 ? { ...made, taken: [...(made.taken ?? []), ...inside] } : made;
    });
  },
};

function toProjection(
  reading: Reading,
  { name, percent, literals, start, end }: Stage,
  from: number,
  whole: DecimalText | undefined,
): CueProjection {
  const [literal] = literals;
  const paired = literal === undefined ? null : pairedSum(reading, literal);
  const amount = paired?.value ?? (whole === undefined ? undefined : partOf(whole, percent));
  const own = `${
    reading.folded
      .slice(from, start)
      .split(/[,;:.] /)
      .at(-1) ?? ""
  } ${reading.folded.slice(end, end + 24).split(/[,;.]/)[0] ?? ""}`;
  const shared = {
    taken: [...literals, ...(paired === null ? [] : [paired])],
    weight: 0.1,
  };
  if (depositCue.test(own))
    return projection<"deposit">({
      type: "deposit",
      key: "deposit",
      value: { percent, ...(amount !== undefined && { amount }) },
      ...shared,
    });
  return projection<"milestone">({
    type: "milestone",
    key: `${name.toLowerCase()}|${percent}`,
    value: { name, percent, ...(amount !== undefined && { amount }), acceptance: asksForAcceptance(name) },
    ...shared,
  });
}

/** "30 % on signature, 40 % on delivery" without the rest: each share has its event right behind it. */
function partsOfPlan(reading: Reading): readonly CueProjection[] {
  const taxed = taxShares(reading);
  const shares = sharesIn(reading, taxed).filter(({ literals }) =>
    literals.some(({ type }) => type === "percent"),
  );
  if (shares.length < 2 || compare(sum(shares.map(({ percent }) => percent)), decimalText("100")) > 0)
    return [];
  const stages = shares.flatMap((share, index): readonly Stage[] => {
    const found = event.exec(
      reading.folded.slice(share.end, shares[index + 1]?.start ?? reading.folded.length),
    );
    if (found?.[2] === undefined) return [];
    const at = share.end + found.index + found[0].lastIndexOf(found[2]);
    const name = nameIn(reading, at, at + found[2].length);
    return name === null ? [] : [{ ...share, name, isTimed: true }];
  });
  return stages.length < shares.length
    ? []
    : stages.map((stage, index) => toProjection(reading, stage, stages[index - 1]?.end ?? 0, undefined));
}
