import type {
  AgreementRank,
  AgreementReference,
  AgreementStanding,
  DocumentKind,
  Evidence,
  ReadDocument,
} from "../../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { findDates } from "../literals/dates.ts";
import type { NumberStyle } from "../literals/literal.ts";
import type { Line, Outline } from "../structure/outline.ts";
import { quotePart } from "../text/prepared-text.ts";
import { lawOf } from "./governing-law.ts";
import { findAmendedNumber, findOwnNumber } from "./own-number.ts";
import { findReferences } from "./references.ts";
import { mailSubjectOf } from "./mail-subject.ts";
import { readSignature } from "./signatures.ts";
import type { Signature } from "./signatures.ts";
import { unnamedZoneIn, zoneNameIn } from "./time-zones.ts";

export interface DocumentHeader {
  readonly number: string | null;
  readonly title: string | null;
  readonly rank: AgreementRank;
  readonly standing: AgreementStanding;
  readonly dated: LocalDate | null;
  readonly effective: LocalDate | null;
  readonly signedOn: LocalDate | null;
  /** When the paper begins to bind where it prints no term of its own: the yes on an offer, the date of a signed contract. */
  readonly boundOn: LocalDate | null;
  /** The first day that a yes on an offer names. */
  readonly acceptedFrom: LocalDate | null;
  readonly governingLaw: string | null;
  readonly timeZone: string | null;
  readonly references: readonly AgreementReference[];
  readonly validUntil: LocalDate | null;
  readonly evidence: readonly Evidence[];
}

const titleNouns =
  /\b(?:agreement|contract|statement of work|work order|task order|sow|estimate|quotation|quote|proposal|purchase order|order form|amendment|addendum|change order|variation|terms|engagement letter|letter of engagement|lease|rate schedule|service order|schedule|order confirmation|tariff|rate card|[a-z]*vertrag|[a-z]*angebot|kostenvoranschlag|auftragsbestatigung|bestellung|nachtrag|[a-z]*vereinbarung|contrat|devis|avenant|bon de commande|convention|offre|work authorization|letter agreement|supplement|renewal|contrato|acuerdo|presupuesto|oferta|pedido|adenda|contratto|accordo|preventivo|offerta|ordine|appendice|orcamento|proposta|encomenda|aditamento|acordo|[a-z]*overeenkomst|offerte|opdrachtbevestiging|bestelling|addendum|aanbod)\b/;

const ranks: readonly (readonly [AgreementRank, RegExp])[] = [
  [
    "change-order",
    /\bchange (?:order|request|notice)\b|\bvariation (?:order|no)|\bnachtrag(?:sangebot)?\b|\borden de cambio\b|\bordine di (?:modifica|variazione)\b|\bvariante in corso\b|\bmeerwerkopdracht\b|\bcontract modification\b|\bmodification (?:no|number)/,
  ],
  [
    "amendment",
    /\b(?:amendment|addendum|amending|avenant|anderungsvereinbarung|vertragsanderung|adenda|anexo modificativo|(?:wijziging|anderung|modifica(?:cion|tion)?|alteracao)(?: (?:no\.?|nr\.?|n\.?|n°|num\.?|number))? ?\d*(?: (?:van|zum|zur|des|der|du|de la|de l'|del|della|al|do|ao|of|to)) ?(?:the )?[a-z]*(?:contract|agreement|vertrag|vertrags|vereinbarung|contrat|contrato|contratto|overeenkomst|acuerdo|accordo|acordo)\b|modificacion del contrato|atto aggiuntivo|appendice contrattuale|aditamento|adenda|wijzigingsovereenkomst|allonge|renewal agreement|supplement(?:al)? agreement|extension agreement|side letter)\b/,
  ],
  [
    "purchase-order",
    /\b(?:purchase order|bestellung|bon de commande|blanket order|pedido|orden de compra|ordine di acquisto|ordine|nota de encomenda|encomenda|bestelling|inkooporder)\b/,
  ],
  [
    "statement-of-work",
    /\b(?:statement of work|sow|work order|task order|project (?:agreement|order)|leistungsbeschreibung|einzelauftrag|call-off|work authorization|schedule of work)\b/,
  ],
  ["order-form", /\b(?:order form|service order|order confirmation|subscription order|sales order)\b/],
  [
    "estimate",
    /\b(?:estimate|quotation|quote|proposal|bid|kostenvoranschlag|angebot|devis|offre|tender|presupuesto|oferta|preventivo|offerta|orcamento|proposta|offerte|prijsopgave)\b/,
  ],
  ["master-agreement", titleNouns],
];

const rankOfKind = (kind: DocumentKind): AgreementRank | null =>
  kind === "amendment"
    ? "amendment"
    : kind === "estimate"
      ? "estimate"
      : kind === "purchase-order"
        ? "purchase-order"
        : kind === "message"
          ? "acceptance-message"
          : kind === "work-order"
            ? "statement-of-work"
            : null;

/** Title, number, dates, standing, law and references of an agreement document. */
export function readHeader(
  outline: Outline,
  document: ReadDocument,
  kind: DocumentKind,
  style: NumberStyle,
  asOf: LocalDate,
  rows: readonly Line[],
): DocumentHeader {
  const { lines } = outline;
  const titleLine = findTitle(lines);
  const title = titleLine === null ? mailSubjectOf(lines) : titleOf(titleLine);
  const named =
    titleLine === null
      ? null
      : (ranks.find(([, pattern]) => pattern.test(titleLine.prepared.folded))?.[0] ?? null);
  const byKind = rankOfKind(kind);
  const rank =
    kind === "message"
      ? "acceptance-message"
      : kind === "amendment"
        ? named === "change-order"
          ? "change-order"
          : "amendment"
        : named !== null && (byKind === null || named !== "master-agreement")
          ? named
          : (byKind ?? "master-agreement");
  const number = findOwnNumber(rows, titleLine, rank);
  const references = findReferences(
    lines,
    rank === "acceptance-message" ? null : (number?.text ?? null),
    style,
    rank,
  );
  const folded = lines.map((line) => line.prepared.folded);
  const dates = readDates(lines, style);
  const signature = readSignature(lines, style);
  const validUntil = dates.validUntil;
  return {
    number: number?.text ?? null,
    title,
    rank,
    standing: standingOf(lines, rank, signature, validUntil, asOf),
    dated: dates.dated,
    effective: dates.effective ?? (startsWhenSigned(lines) ? (signature.signedOn ?? dates.dated) : null),
    signedOn: signature.signedOn,
    boundOn: boundOn(signature, dates.dated),
    acceptedFrom: signature.acceptedFrom,
    governingLaw: lawOf(lines),
    timeZone: zoneNameIn(folded) ?? unnamedZoneIn(folded),
    references:
      rank === "amendment" || rank === "change-order"
        ? withAmended(references, findAmendedNumber(rows, number?.text ?? null))
        : references,
    validUntil,
    evidence: [titleLine, number?.line ?? null]
      .flatMap((line) =>
        line === null ? [] : quotePart(line.prepared, 0, Math.min(line.prepared.text.length, 200), document),
      )
      .slice(0, 2),
  };
}

/** What a change says that it changes is the paper it amends, before all others that it names. */
function withAmended(
  references: readonly AgreementReference[],
  number: string | null,
): readonly AgreementReference[] {
  if (number === null) return references;
  const known = references.find((reference) => reference.number?.toLowerCase() === number.toLowerCase());
  // The contract that the changed order stands under is not what is changed.
  if (known?.relation === "under" && references.some(({ relation }) => relation === "amends"))
    return references;
  return [
    { number, title: known?.title ?? null, dated: known?.dated ?? null, relation: "amends" },
    ...references.filter((reference) => reference !== known),
  ];
}

/** "prend effet à sa signature", "from the date of signature": the day of signing starts it, in seven languages. */
const signingStarts =
  /\b(?:(?:effect|force|commences?|starts?|runs?|begins?)[^.;]{0,30}\b(?:on|upon|from|at)[^.;]{0,24}\bsign(?:ature|ing)|(?:mit|ab|bei)(?: der| beidseitiger)? unter(?:zeichnung|schrift)|prend effet [^.;]{0,20}signature|(?:desde|a partir de|a)(?: la| su)?(?: fecha de(?: la| su)?)? firma\b|(?:dalla|alla)(?: data (?:di|della))? (?:firma|sottoscrizione)|(?:na|da|a partir da)(?: data da)? assinatura|(?:bij|vanaf|op datum van) ondertekening)\b/;

const startsWhenSigned = (lines: readonly Line[]): boolean =>
  lines.some(({ prepared }) => signingStarts.test(prepared.folded));

function boundOn(signature: Signature, dated: LocalDate | null): LocalDate | null {
  if (signature.acceptedOn !== null) return signature.acceptedOn;
  return signature.signed > 0 && signature.empty === 0 && dated !== null ? dated : null;
}

function findTitle(lines: readonly Line[]): Line | null {
  const head = lines.slice(0, 14).filter((line) => line.prepared.text.length <= 130);
  const titled = head.find(
    (line) =>
      titleNouns.test(line.prepared.folded) &&
      !/[.;]$/.test(line.prepared.text) &&
      !/^(?:this|the parties|re|dear|between|client|customer)\b/.test(line.prepared.folded) &&
      !/^[a-z ]{2,24}(?: no\.?| number|#)? ?:/.test(line.prepared.folded),
  );
  return (
    titled ??
    head.find(
      (line) =>
        titleNouns.test(line.prepared.folded) &&
        line.prepared.text.length < 90 &&
        !/\bdate ?:/.test(line.prepared.folded),
    ) ??
    null
  );
}

const titleOf = (line: Line): string =>
  (line.cells?.find((cell) => titleNouns.test(cell.folded)) ?? line.prepared).text
    .replace(/^(?:(?:#+|title:?|subject ?:|betreff ?:|objet ?:|re ?:|aw ?:|fwd? ?:|wg ?:) ?)+/i, "")
    .trim();

const effectiveCue =
  /\b(?:date of (?:this |the )?(?:agreement|contract)|(?:agreement|contract) date|effective (?:date|as of|from|on)|effective|commencement date|start date|commences? on|with effect from|(?:made|entered into|executed|signed|concluded)(?: and (?:made|entered into|executed|effective))? (?:as of|effective)|dated and effective(?: as of)?|effective from|wirksam (?:ab|zum)|mit wirkung (?:zum|ab|vom)|tritt am|beginnt am|entra(?:ra)? en vigor|con efectos? (?:desde|de|a partir del?)|surtira efectos|vigente desde|decorre(?:nza)?(?: dal?)?|in vigore dal|ha effetto dal|produz efeitos|entra em vigor|com inicio (?:em|a)|gaat in(?: op)?|ingangsdatum|treedt in werking(?: op)?|met ingang van|ingaande|a compter du|date d'effet|takes? effect(?: on| from| as of)?|become[s]? effective (?:on|as of)|shall be effective|as of|is made (?:and entered into )?(?:as of |on |effective )?|in kraft|vertragsbeginn|prend effet|effet (?:au|le|du)|entre en vigueur|beginn|con effetto dal|con efecto|com efeitos?|met effect van|wirkung ab)\b[^.;]{0,50}$/;

/** "… and ends on", "et s'achève au": the date behind it is the last one. */
const ends =
  /\b(?:ends?|ending|expires?|terminates?|until|through|endet|bis|s'acheve|prend fin|se termine|jusqu'au|termina|finaliza|vence|hasta|scade|cessa|fino al|eindigt|tot|ate)\b[^.;,]{0,24}$/;

const datedCue =
  /\b(?:dated|date|agreement date|quote date|issue date|issued|made (?:this|on|as of)|entered into|executed|datum|vom|[a-z]+, den|le|du|fait a|hecho en|en [a-z]+, a|fatto a|li|feito em|getekend te|opgemaakt te|data|fecha|date du|date of issue|order date|prepared)\b[^.;]{0,30}$/;

const validCue =
  /\b(?:valid (?:until|through|to)|expires? on|expiry|expiration date|gultig bis|valable jusqu'au|valido hasta|valida hasta|valido fino al|valida ate|geldig tot|open for acceptance until|quote expires|valid thru)\b[^.;]{0,20}$/;

function readDates(
  lines: readonly Line[],
  style: NumberStyle,
): {
  readonly dated: LocalDate | null;
  readonly effective: LocalDate | null;
  readonly validUntil: LocalDate | null;
} {
  let dated: LocalDate | null = null;
  let effective: LocalDate | null = null;
  let validUntil: LocalDate | null = null;
  for (const line of datedLines(lines)) {
    for (const literal of findDates(line.prepared.folded, style)) {
      if (literal.date === null) continue;
      const before = line.prepared.folded
        .slice(Math.max(0, literal.start - 70), literal.start)
        .replaceAll("|", " ");
      const after = line.prepared.folded.slice(literal.end, literal.end + 34);
      // "to the Agreement dated 1 September 2025" is another document's date.
      if (
        /\b(?:agreement|contract|msa|sow|statement of work|vertrags?|contrat|order|quote|quotation|proposal|estimate|offer|angebots?|lease)\b(?! date)(?! is\b)[^;:(]{0,44}\b(?:dated|of|vom|du|made)[ :]*$/.test(
          before,
        ) &&
        !/\bthis (?:[a-z]+ ){0,4}(?:agreement|contract|sow|order|lease|statement of work)\b/.test(before) &&
        !/\b(?:entered into|made and entered|is made|executed|effective)\b[^.;]{0,40}$/.test(before)
      )
        continue;
      if (validCue.test(before)) validUntil ??= literal.date;
      else if (ends.test(before)) continue;
      else if (
        /^ ?\(?(?:the )?"effective date"/.test(after) ||
        (effectiveCue.test(before) &&
          !ends.test(before) &&
          !/\b(?:rate|fee|price|amendment no)\b[^.]*$/.test(before))
      )
        effective ??= literal.date;
      else if (datedCue.test(before) || (line.prepared.text.length < 40 && dated === null))
        dated ??= literal.date;
    }
  }
  return { dated: dated ?? effective, effective, validUntil };
}

/** The first lines, and behind a cover and a table of contents the sentence that opens the agreement. */
const datedLines = (lines: readonly Line[]): readonly Line[] => [
  ...lines.slice(0, 60),
  ...lines
    .slice(60, 600)
    .filter(({ prepared }) =>
      /\b(?:this|the) (?:[a-z]+ ){1,8}(?:is|are) (?:hereby )?(?:made|entered into|executed|effective|dated)\b/.test(
        prepared.folded.slice(0, 400),
      ),
    ),
];

function standingOf(
  lines: readonly Line[],
  rank: AgreementRank,
  signature: Signature,
  validUntil: LocalDate | null,
  asOf: LocalDate,
): AgreementStanding {
  const marks = lines.slice(0, 12).map((line) => line.prepared.folded);
  if (
    marks.some(
      (mark) =>
        /^(?:\W*)(?:draft|entwurf|projet|brouillon)\b/.test(mark) ||
        /\bdraft\b[^a-z]*(?:for (?:discussion|review)|v\d|$)/.test(mark),
    )
  )
    return "draft";
  if (marks.some((mark) => /^(?:\W*)superseded\b/.test(mark))) return "superseded";
  const isOffer = rank === "estimate";
  if (isOffer) {
    const isAccepted =
      signature.acceptedOn !== null ||
      signature.isSignedForBuyer ||
      (signature.signed > 0 &&
        lines.some((line) =>
          /\b(?:accepted|accept(?:ance)?|approved|agreed|angenommen|bon pour accord)\b/.test(
            line.prepared.folded,
          ),
        ));
    if (isAccepted && signature.empty === 0) return "in-force";
    return validUntil !== null && validUntil < asOf ? "expired" : "offer";
  }
  if (signature.empty > 0 && (signature.signed === 0 || signature.empty > 0)) return "unsigned";
  return "in-force";
}
