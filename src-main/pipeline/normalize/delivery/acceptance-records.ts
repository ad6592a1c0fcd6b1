import type { Delivery, Evidence, ReadDocument } from "../../../../src-shared/model/index.ts";
import { decimalText, type DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import { labeledLines, type LabeledLine } from "../kind/labeled-line.ts";
import { lineEvidence, pageLines, type PageLine } from "../kind/page-line.ts";
import { findDates, type DateConvention } from "../values/date.ts";
import { foldText } from "../values/fold.ts";
import { numberConventionOf, parseAmount } from "../values/number.ts";
import { isPersonText } from "../values/person-name.ts";
import { dayOrderOf } from "./day-order.ts";
import { toldApproval } from "./told-approval.ts";
import { toldAcceptances } from "./told-acceptances.ts";
import { toldUnits } from "./told-units.ts";
import { tickedVerdict } from "./ticked-verdict.ts";
import type { Surroundings } from "./record-surroundings.ts";
import { deliveryIdAt, unsaidDelivery } from "./unsaid-delivery.ts";

const milestoneLabel =
  /^(?:(?:milestone|deliverable|phase|stage|work package|section|part|item|work|scope|subject|gegenstand|teil|partie|objet|parte|objeto|oggetto|onderwerp|objecto|services?|meilenstein|leistung(?:sphase)?|gewerk|bauabschnitt|arbeitspaket|jalon|livrable|lot|etape|prestation|mijlpaal|fase|onderdeel|hito|entregable|etapa|fornitura|lavorazione|entrega|trabalho)(?: (?:name|concerned|concerne[es]*|in question|accepted|completed|delivered|handed over|approved|remise?|livree?|validee?|receptionnee?|abgenommen|ubergeben|opgeleverd|goedgekeurd|entregad[oa]|aceptad[oa]|recibid[oa]|consegnat[oa]|accettat[oa]|entregue|aceite))?|work accepted|item accepted|description of work|services accepted)(?: (?:no|nr|#|\d+).*)?$/;
const dateLabel =
  /^(?:accepted on|acceptance date|date of acceptance|date accepted|date|termin|completion date|sign-off date|signed on|abgenommen am|abnahmedatum|datum|date de reception|fait le|opgeleverd op|datum oplevering|fecha|fecha de aceptacion|data|data di accettazione|data de aceitacao)$/;
const byLabel =
  /^(?:accepted by|approved by|signed by|client representative|customer representative|authorized signature|authorised signature|name|by|for the client|for the customer|abgenommen durch|auftraggeber|receptionne par|goedgekeurd door|aceptado por|accettato da|aceite por)$/;
const amountLabel =
  /^(?:amount|milestone amount|value|milestone value|amount payable|payment due|betrag|montant|bedrag|importe|importo|valor|percent|percentage)$/;
const customerLabel = /^(?:client|customer|buyer|owner|kunde|auftraggeber|klant|cliente)$/;
const projectLabel =
  /^(?:project|project name|job|projekt|bauvorhaben|projet|chantier|proyecto|progetto|projeto)$/;
const referenceLabel =
  /^(?:contract|contract no|contract number|agreement|agreement no|sow|statement of work|po|purchase order|order|order no|vertrag|contrat|contrato|contratto)$/;

const refused =
  /\b(?:not accepted|is rejected|rejected|refused|acceptance is withheld|nicht abgenommen|abnahme verweigert|refuse la reception|niet goedgekeurd|rechazad[oa]|respint[oa])\b/;
const accepted =
  /\b(?:hereby accept\w*|is accepted|are accepted|has been accepted|have been accepted|was accepted|accepted without|accepts the|formally accepted|abgenommen|ohne mangel|receptionne|sans reserve|goedgekeurd|aceptad[oa]|accettat[oa]|aceite|taken over|handed over|signed off|seen by the client|ubernommen|keine mangel|mangel: keine|sin reparos|acepta (?:sin|la|el|los|las)|la acepta|lo acepta|sans? reserves?|reception prononcee|zonder gebreken|opgeleverd|senza riserve|collaudo positivo|sem reservas|medido e aceite)\b/;
const partial =
  /\b(?:partially accepted|partial acceptance|subject to|with reservations|conditionally|except for|unter vorbehalt|avec reserves?|teilabnahme)\b/;

const once = decimalText("1");
const ticked = /^\s*(?:\[\s?[xX✓✔]\s?\]|☑|☒|✓|✔|🗹)\s*(\S.{2,80})$/u;
const quotedThing = /[«„“"]\s?([^«»„“”"]{3,80}?)\s?[»“”"]/gu;
const longestTitle = 80;

/** What a protocol accepts without a label: the lines that are ticked, what it quotes, else what its title names. */
function acceptedThings(lines: readonly PageLine[]): readonly LabeledLine[] {
  const things = lines.flatMap((line): readonly LabeledLine[] => {
    const value = ticked.exec(line.text)?.[1];
    return value === undefined ? [] : [{ label: "", value: value.trim(), line }];
  });
  if (things.length > 0) return things;
  const quoted = lines.flatMap((line) =>
    [...line.text.matchAll(quotedThing)].map(([, value = ""]): LabeledLine => ({ label: "", value, line })),
  );
  if (quoted.length > 0) return quoted.slice(0, 1);
  const [title] = lines;
  return title === undefined || title.text.length > longestTitle
    ? []
    : [{ label: "", value: title.text, line: title }];
}

const yes =
  /\b(?:accepted|approved|validated|signed off|abgenommen|freigegeben|genehmigt|valide[es]*|approuve[es]*|receptionne[es]*|accepte[es]*|goedgekeurd|opgeleverd|aanvaard|aprobad[oa]|aceptad[oa]|validad[oa]|recibid[oa]|approvat[oa]|accettat[oa]|collaudat[oa]|aprovad[oa]|aceite)\b/;

const asked =
  /\b(?:to be|must be|will be|until|before|by the|bis (?:zum)?|wird|werden|muss|a valider|sera|avant|wordt|moet|voor \d|uiterlijk|sera|debe|antes|hasta|sara|entro|deve|ate)\b/;

/** "Vu et validé par le maître d’ouvrage le 01/04/2026": the one day in lines that say yes. */
function dayOfYes(lines: readonly PageLine[], convention: DateConvention): LocalDate | null {
  const days = lines
    .filter(({ folded }) => yes.test(folded) && !asked.test(folded))
    .flatMap(({ text }) => findDates(text, convention).map(({ value }) => value));
  const [day = null] = days;
  return new Set(days).size === 1 ? day : null;
}

/** "Milestone 1 (Design): accepted": labels that name the things, with what is said of each. */
const areStates = (labeled: readonly LabeledLine[]): boolean =>
  labeled.length > 0 && labeled.every(({ value }) => (toldApproval(value)?.start ?? longestTitle) < 8);

const closingLines = 7;

/** The name that a letter ends with, above its writer's office. */
function closingName(lines: readonly PageLine[]): string | null {
  const [name] = lines
    .slice(-closingLines)
    .map(({ text }) => text.split(/,|\s\(|\s\|/u)[0]?.trim() ?? "")
    .filter((text) => text.includes(" ") && isPersonText(text));
  return name ?? null;
}

const find = (pairs: readonly LabeledLine[], label: RegExp): LabeledLine | null =>
  pairs.find((pair) => label.test(pair.label)) ?? null;

const conditional =
  /(?:^|[^a-z])(?:if|unless|should|where|falls|sofern|wenn|si|sauf|se|als|indien|tenzij|salvo|caso)(?![a-z])/;

/** Whether a sentence refuses, and not only says what a refusal would lead to. */
const saysNo = (document: ReadDocument): boolean =>
  toldUnits(document).some(
    ({ text }) => toldApproval(text)?.approved === false && !conditional.test(foldText(text)),
  );

/**
 * The acceptance that a certificate, protocol or sign-off sheet records.
 *
 * `approved` is true only where the text accepts, false where it refuses, and unknown for reservations or blanks.
 */
export const acceptanceRecords = (
  document: ReadDocument,
  context: NormalizeContext,
  around: Surroundings,
): readonly Delivery[] => {
  const printed = pageLines(document, 3);
  const verdict = tickedVerdict(printed);
  const lines = verdict === null ? printed : printed.filter((line) => !verdict.boxes.includes(line));
  const pairs = labeledLines(lines);
  const text = foldText(lines.map((line) => line.text).join(" "));
  const convention = numberConventionOf(lines.flatMap((line) => line.words.map((word) => word.text)));
  const order = dayOrderOf(
    lines.map((line) => line.text),
    context.asOf,
  );
  const labeled = pairs.filter((pair) => milestoneLabel.test(pair.label));
  // Where one of several verdicts is ticked, the sentences of the others say nothing.
  const told = verdict === null ? toldAcceptances(document, around.days) : [];
  const dated = find(pairs, dateLabel);
  // The customer's own name is no signature.
  const by =
    pairs.find(
      ({ label, value }) => byLabel.test(label) && (!customerLabel.test(label) || isPersonText(value)),
    ) ?? null;
  const stated: LocalDate | null =
    dated === null ? null : (findDates(dated.value, { order, asOf: context.asOf })[0]?.value ?? null);
  const judged =
    verdict === null
      ? null
      : (findDates(verdict.ticked.text, { order, asOf: context.asOf })[0]?.value ?? null);
  const accepting = dayOfYes(lines, { order, asOf: context.asOf });
  const date = judged ?? stated ?? accepting ?? around.date;
  const isRefused = refused.test(text) || (saysNo(document) && !accepted.test(text));
  const isPartial = partial.test(text);
  const approved =
    verdict !== null
      ? verdict.approved
      : isRefused
        ? false
        : isPartial
          ? null
          : around.approval.approved === true ||
              accepting !== null ||
              (accepted.test(text) && (by !== null || date !== null))
            ? true
            : null;
  const amountPair = find(pairs, amountLabel);
  const reading =
    amountPair === null ? null : parseAmount(amountPair.value.replace(/\s*\(.*\)$/, ""), convention);
  const amount: DecimalText | null = reading === null || reading.isPercent ? null : reading.value;
  const shared = [dated?.line, by?.line, verdict?.ticked]
    .filter((line) => line !== undefined)
    .map((line) => lineEvidence(document, line, "delivery"))
    .filter((each): each is Evidence => each !== null);
  const signer = by?.value ?? around.approval.by ?? (told.length > 0 ? closingName(lines) : null);
  // What is said of each thing goes before what a title or a label says of all.
  const isTold = labeled.length > 0 ? told.filter(({ isItem }) => isItem).length > 1 : told.length > 0;
  const named = labeled.length > 0 ? labeled : acceptedThings(lines);
  const things = isTold
    ? told
    : areStates(labeled)
      ? labeled.map(({ label, value, line }) => ({
          item: line.text.slice(0, line.text.indexOf(":")).trim() || label,
          approved: toldApproval(value)?.approved ?? null,
          date: null,
          evidence: lineEvidence(document, line, "delivery"),
        }))
      : named.map(({ value, line }) => ({
          item: value,
          approved,
          date: null,
          evidence: lineEvidence(document, line, "delivery"),
        }));
  return things.map((thing, index): Delivery => {
    return {
      ...unsaidDelivery,
      id: deliveryIdAt(document, context, `acceptance|${index}`),
      documentId: document.documentId,
      kind: "acceptance",
      // A mail is dated when it was sent, a protocol when the things were seen.
      date: document.reader === "email" ? (thing.date ?? date) : (date ?? thing.date),
      person: signer,
      item: thing.item,
      customer: find(pairs, customerLabel)?.value ?? null,
      project: find(pairs, projectLabel)?.value ?? null,
      // A thing that is ticked off or named alone is accepted once.
      quantity: isTold || labeled.length > 0 ? null : once,
      amount: things.length === 1 ? amount : null,
      currency: reading?.currency?.code ?? null,
      approved: thing.approved,
      approvedBy: signer,
      reference: find(pairs, referenceLabel)?.value ?? null,
      basis: "rule",
      confidence: 0.85,
      evidence: [...(thing.evidence === null ? [] : [thing.evidence]), ...shared, ...around.approvalEvidence],
    };
  });
};
