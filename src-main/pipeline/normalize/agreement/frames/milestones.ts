import { asksForAcceptance, stageNameOf } from "../../../../../src-shared/wording/index.ts";
import { foldText } from "../../values/fold.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, FrameMatch, Projection } from "../engine/frame.ts";
import type { Literal } from "../literals/literal.ts";
import { pairedSum, pairedSums } from "./paired-sum.ts";
import { itemPhrase } from "../engine/item.ts";

const eventBehind =
  /^[^.;]{0,40}?\b(?:(?:is |are |shall be |will be |falls? |becomes? )?(?:due|payable|invoiced|billed|paid|earned)? ?(?:up)?on|at|when|after|following|once|bei|nach|zur|zum|a la|a l'|au|aux|a|apres|al|a los|tras|con|alla|all'|allo|dopo|na|no|ao|apos|bij|if|with|for|against)\b (?:the |our |your |a |an |its |la |le |les |l'|el |los |las |il |lo |de |het )?([\p{L}][^,;.()]{2,80}?)(?= (?:(?:and|und|et|y|e|en) (?=[$€£\d]|the (?:balance|remaining))|which|whichever|shall|will|is payable|subject)\b|[,;.()]|$)/u;
const eventBefore =
  /\b(?:upon|on|at|when|after|following|once|bei|nach|zur) (?:the |our |your |a |an )?([\p{L}][^,;.:()]{2,70}?)(?:,|:| client| customer| owner| an? | the| a further| shall| will| pays?| is| are|$)/u;
const beginsWithEvent =
  /^\W*(?:upon|on|at|when|after|once|bei|nach|mit|zur|zum|sobald|a la|a l'|au|a|apres|al|tras|alla|all'|dopo|na|no|ao|apos|bij|na) (?!\p{L}+ ?:)/u;
/** The event that a clause begins with, up to its verb: "Bij goedkeuring van het ontwerp wordt …". */
const eventAhead =
  /(?:^|[,;] ?|\b(?:and|und|et|y|e|en) )\W*(?:upon|on|at|when|after|once|bei|nach|mit|zur|zum|sobald|a la|a l'|au|a|apres|al|tras|alla|all'|dopo|na|no|ao|apos|bij) ?(?:the |our |your |der |des |dem |la |le |l'|el |il |lo |het |de |a |o )?([\p{L}][^,;.:()]{2,70}?)(?:,| (?:is|are|shall|will|the|pays?|wird|werden|sind|zahlt|est|sont|se|paga|pagara|viene|sono|wordt|worden|betaalt|e|sao|ein|eine|a further)(?!\p{L})|\W*$)/u;
const eventWords =
  /\b(?:sign\w*|execut\w*|accept\w*|approv\w*|deliver\w*|complet\w*|handover|go-?live|launch|kick-?off|start|commence\w*|award|order|prototype|design|draft|submission|submitted|milestone|phase|stage|install\w*|commission\w*|test\w*|inspection|permit\w*|roof|foundations?|frame|fit-out|rough-?in|final|report|presentation|rest|balance|done|receipt|mobili[sz]ation|delivery|abnahme|lieferung|auftrag\w*|fertigstellung|ubergabe|vertragsabschluss|commande|livraison|reception|recette|signature|achevement|issue[sd]?|certificate|publication|training|migration|closing|cutover|move-?in|topping|substantial|survey|warranty|acceptance|concept|technical|construction|building|plan\w*|data model|handover|kickoff|freigabe|entwurf|projektstart|mi-chantier|avancement|situation|firma|entrega|recepcion|aceptacion|hito|inicio|fin de obra|consegna|collaudo|stato avanzamento|assinatura|entrega|aceitacao|opdracht|oplevering|halverwege|levering)\b/;
const isEvent = (folded: string): boolean => eventWords.test(folded) || asksForAcceptance(folded);
const isAmount = (literal: Literal): boolean => literal.type === "percent" || literal.type === "money";

/** "Milestone 2, Prototype: $16,000", "Stage 3 – Roof on: 20 %": the name that a number leads in. */
const numberedName =
  /\b(?:milestone|stage|phase|deliverable|instal+ment|step|meilenstein|etappe|jalon|etape|phase|hito|etapa|fase|mijlpaal|tappa|marco) ?(?:no\.? ?|nr\.? ?|#)?(?:\d{1,2}|[ivx]{1,4})\b ?[,:.)(–—-]+ ?([\p{L}][^:;$€£()]{2,80}?)[ ,:)–—-]*$/u;

const nameBefore = ({ reading, anchor, segment }: FrameMatch): string | null => {
  const head = reading.folded.slice(segment.start, anchor.start);
  const found = numberedName.exec(head);
  const words = found?.[1];
  if (found === null || words === undefined || /\b(?:upon|payable|due|paid|shall|will)\b/.test(words))
    return null;
  const at = segment.start + found.index + found[0].lastIndexOf(words);
  return reading.text.slice(at, at + words.length).trim();
};

/** The event that a part payment waits for: a numbered name before the amount, else behind it or before it. */
function eventOf(match: FrameMatch): string | null {
  const named = nameBefore(match);
  if (named !== null) return named;
  const event = waitedFor(match);
  // "Design £4,000 when approved": the words behind only say that it is, those before what.
  if (event === null) return null;
  return stageNameOf(event) === "" ? (labelOf(match) ?? event) : withoutState(event);
}

/** The words between the amount before and this one. */
function labelOf({ reading, anchor, segment }: FrameMatch): string | null {
  const before = reading.literals
    .filter((literal) => isAmount(literal) && literal.end <= anchor.start)
    .at(-1);
  const from = Math.max(before?.end ?? 0, segment.start);
  const words = reading.text
    .slice(from, anchor.start)
    .split(/[,;:] (?=\p{L})/u)
    .at(-1);
  const label = words?.replace(/^[\s,;:–-]*(?:(?:and|und|et|y|e|en) )?|[\s,;:(–-]+$/gu, "").trim() ?? "";
  if (beginsWithEvent.test(`${foldText(label)} `)) return null;
  return /\p{L}{3}/u.test(label) && label.split(" ").length <= 6 && stageNameOf(label) !== "" ? label : null;
}

/** What an amount waits for, behind it or before it. */
function waitedFor(match: FrameMatch): string | null {
  const { reading, anchor, segment } = match;
  const amounts = reading.literals.filter(isAmount);
  const isBase = (literal: Literal): boolean =>
    anchor.type === "percent" &&
    literal.type === "money" &&
    /^ of [^,;]{0,60}$/.test(reading.folded.slice(anchor.end, literal.start));
  const next = amounts.find((literal) => literal.start > anchor.end && !isBase(literal));
  const right = Math.max(anchor.end, Math.min(next?.start ?? reading.folded.length, reading.folded.length));
  const behind = eventBehind.exec(reading.folded.slice(anchor.end, right));
  const words = behind?.[1];
  const isPlan = inStages(reading);
  const first = amounts[0]?.start ?? 0;
  // "On approval of the design A is due, on handover B": where the sentence begins with an event, each stands ahead.
  const opening = reading.folded.slice(0, first);
  const isAhead = beginsWithEvent.test(opening) && isEvent(opening);
  if (!isAhead && behind !== null && words !== undefined && (isPlan || eventWords.test(words))) {
    const at = anchor.end + behind.index + behind[0].lastIndexOf(words);
    return reading.text
      .slice(at, at + words.length)
      .trim()
      .replace(/ (?:and|und|et|y|e|en)$/, "");
  }
  const before = amounts.filter((literal) => literal.end <= anchor.start).at(-1);
  const left = Math.max(before?.end ?? 0, segment.start);
  const head = reading.folded.slice(left, anchor.start);
  const ahead = (isAhead ? eventAhead : eventBefore).exec(head);
  const aheadWords = ahead?.[1];
  if (ahead !== null && aheadWords !== undefined && isEvent(aheadWords)) {
    const at = left + ahead.index + ahead[0].indexOf(aheadWords);
    return reading.text.slice(at, at + aheadWords.length).trim();
  }
  // "Foundations 15 %, frame 25 %": a bare list under a heading of stages.
  const label = itemPhrase(match);
  return label.weight > 0 && (isPlan || eventWords.test(label.item.toLowerCase())) ? label.item : null;
}

/** "design is approved": the stage without what must become of it. */
function withoutState(event: string): string {
  const [name = "", state = ""] = event.split(
    / (?=(?:is|are|has been|have been|was|ist|sind|wurde|est|sont|a été|es|está|ha sido|è|è stato|viene|is|wordt|é|está|for)(?!\p{L}))/u,
  );
  return state !== "" && asksForAcceptance(state) && /\p{L}{3}/u.test(name) ? name : event;
}

/** "Work is paid in three stages: …", "Zahlung in drei Raten:", "payable as follows:": what follows are part payments. */
const stagesAhead =
  /\b(?:paid|pay|payable|payments?|billed|invoiced|due|settled|zahl\w*|bezahl\w*|fallig|abgerechnet|paye\w*|paiement|reglement|regle\w*|verse\w*|pago|pagar\w*|abonar\w*|facturar\w*|devenga\w*|abona\w*|earned|pagament\w*|pagat\w*|fatturat\w*|betal\w*|voldaan|gefactureerd)\b[^.;:]{0,60}\b(?:stages|instal+ments|milestones|phases|parts|tranches|raten|abschlag\w*|teilbetrag\w*|teilzahlung\w*|etapes|echeances|versements|plazos|hitos|fases|etapas|rate|tappe|termijnen|fasen|prestac\w*|as follows|thus|wie folgt|comme suit|asi|como sigue|de la siguiente (?:forma|manera)|come segue|cosi|da seguinte forma|als volgt)\b[^.;:]{0,30}:|(?:^|[.;] )\W*(?:payments?|terms of payment|payment (?:plan|schedule|terms)|zahlung(?:en|splan|sweise|sbedingungen)?|reglements?|paiements?|echeancier|modalites de (?:paiement|reglement)|pagos?|forma de pago|pagament[oi]|modalita di pagamento|condicoes de pagamento|betaling(?:en)?|betalingsschema) ?:/;

/** Whether a sentence lists part payments: at least two amounts behind an announcement of stages. */
function inStages({ folded, literals, unit }: FrameMatch["reading"]): boolean {
  const amounts = literals.filter(isAmount);
  const [first] = amounts;
  if (first === undefined) return false;
  if (amounts.length >= 2 && stagesAhead.test(folded.slice(0, first.start))) return true;
  // A label that is part of the row itself announces nothing.
  const leadIn = unit.contexts.findLast(
    (context) => !(context.prepared === unit.prepared && context.start >= unit.start),
  );
  return leadIn?.kind === "lead-in" && stagesAhead.test(leadIn.folded);
}

/** Whether each of several sums has an event beside it. */
function waitEach({ folded, literals }: FrameMatch["reading"]): boolean {
  const amounts = literals.filter(isAmount);
  const gaps = [...amounts, null].map((amount, index) =>
    folded.slice(amounts[index - 1]?.end ?? 0, amount?.start ?? folded.length),
  );
  return gaps.filter(isEvent).length >= amounts.length;
}

export const milestoneFrame: Frame = {
  id: "milestone",
  anchors: ["percent", "money"],
  fit: (match) => {
    const { anchor, reading } = match;
    if (!isAmount(anchor)) return 0;
    if ("per" in anchor && anchor.per.length > 0) return 0;
    if (pairedSums(reading).has(anchor)) return 0;
    if (
      anchor.type === "money" &&
      reading.literals.some(
        (literal) =>
          literal.type === "percent" &&
          literal.end < anchor.start &&
          /^ of [^,;]{0,60}$/.test(reading.folded.slice(literal.end, anchor.start)),
      )
    )
      return 0;
    if (
      /\b(?:interest|overdue|late|retain(?:s|ed|age|ing)?\b|retention|withh\w+|held|discount|increase|vat|tax|gst|tva|iva|btw|ust|mwst|umsatzsteuer|mehrwertsteuer|markup|deposit|paid monthly|of work done)\b/.test(
        reading.slice(reading.segmentOf(anchor)),
      )
    )
      return 0;
    const event = eventOf(match);
    if (event === null) return 0;
    const heading = reading.unit.contexts.map((context) => context.folded).join(" ");
    const inSchedule =
      inStages(reading) ||
      /\b(?:milestones?|payment schedule|schedule of payments|stage payments|payment plan|deliverables|zahlungsplan|echeancier|progress payments)\b/.test(
        `${heading} ${reading.folded}`,
      ) ||
      /\b(?:invoiced|billed|payable|paid|due|zahlbar|fallig|berechnet|payable|facture\w*|regle\w*|pagader\w*|abonar\w*|facturar\w*|pagat\w*|fatturat\w*|pag[oa]s?|betaald|gefactureerd)\b[^.;]{0,40}(?:\bthus\b|\bas follows\b|\bas each\b|\bin (?:stages|instal+ments|parts)\b|wie folgt|comme suit|como sigue|de la siguiente|come segue|da seguinte|als volgt|:$)/.test(
        heading,
      );
    const list =
      reading.literals.filter(isAmount).length >= 2 &&
      reading.literals.filter(isAmount).every((literal) => literal.type === anchor.type);
    const isPercentOfPrice = anchor.type === "percent";
    const isTied =
      /\b(?:is |are |shall be |will be )?(?:due|payable|invoiced|billed|paid|earned|falls? due|may be invoiced)\b/.test(
        reading.folded,
      );
    if (inStages(reading)) return 6;
    if (inSchedule) return 2.2;
    if (list && isPercentOfPrice) return 2.2;
    // Several sums in one sentence, each with what it waits for.
    if (list && asksForAcceptance(reading.folded) && waitEach(reading)) return 2.6;
    if (isPercentOfPrice && isTied) return 1.8;
    return isTied || list ? 1.3 : 0;
  },
  strong: ["milestone"],
  weak: ["pay", "accept"],
  heading: ["milestone"],
  vetoes: ["insurance", "liability", "late", "interest", "refund", "wage", "reduce"],
  project: (match): Projection | null => {
    const { reading, anchor } = match;
    if (anchor.type !== "percent" && anchor.type !== "money") return null;
    const name = eventOf(match);
    if (name === null) return null;
    const number = /\b((?:milestone|stage|phase|m|d|progress payment) ?\d+)\b/.exec(
      reading.folded.slice(0, anchor.start),
    )?.[1];
    const base = reading.literals.find(
      (literal) =>
        anchor.type === "percent" &&
        literal.type === "money" &&
        /^ of [^,;]{0,60}$/.test(reading.folded.slice(anchor.end, literal.start)),
    );
    const paired = pairedSum(reading, anchor);
    const title = number !== undefined && !name.toLowerCase().includes(number) ? `${number} ${name}` : name;
    return projection<"milestone">({
      type: "milestone",
      key: title.toLowerCase(),
      ...(paired !== null && { taken: [paired] }),
      ...(base !== undefined && {
        taken: [base],
        conditions: [reading.text.slice(anchor.end, base.end).trim()],
      }),
      value: {
        name: title,
        ...(anchor.type === "percent" ? { percent: anchor.value } : { amount: anchor.value }),
        ...(paired !== null && { amount: paired.value }),
        acceptance:
          asksForAcceptance(`${name} ${number === undefined ? "" : reading.folded}`) ||
          asksForAcceptance(waitedFor(match) ?? ""),
      },
    });
  },
};
