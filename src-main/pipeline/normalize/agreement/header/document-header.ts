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
import type { DateLiteral, NumberStyle } from "../literals/literal.ts";
import type { Line, Outline } from "../structure/outline.ts";
import { quotePart } from "../text/prepared-text.ts";
import { zoneNameIn } from "./time-zones.ts";

export interface DocumentHeader {
  readonly number: string | null;
  readonly title: string | null;
  readonly rank: AgreementRank;
  readonly standing: AgreementStanding;
  readonly dated: LocalDate | null;
  readonly effective: LocalDate | null;
  readonly signedOn: LocalDate | null;
  readonly governingLaw: string | null;
  readonly timeZone: string | null;
  readonly references: readonly AgreementReference[];
  readonly validUntil: LocalDate | null;
  readonly evidence: readonly Evidence[];
}

const titleNouns =
  /\b(?:agreement|contract|statement of work|work order|task order|sow|estimate|quotation|quote|proposal|purchase order|order form|amendment|addendum|change order|variation|terms|engagement letter|letter of engagement|lease|rate schedule|service order|schedule|order confirmation|tariff|rate card|[a-z]*vertrag|[a-z]*angebot|kostenvoranschlag|auftragsbestatigung|bestellung|nachtrag|[a-z]*vereinbarung|contrat|devis|avenant|bon de commande|convention|offre|work authorization|letter agreement|supplement|renewal)\b/;

const ranks: readonly (readonly [AgreementRank, RegExp])[] = [
  [
    "change-order",
    /\bchange (?:order|request|notice)\b|\bvariation (?:order|no)|\bnachtrag(?:sangebot)?\b|\bcontract modification\b|\bmodification (?:no|number)/,
  ],
  [
    "amendment",
    /\b(?:amendment|addendum|amending|avenant|anderungsvereinbarung|renewal agreement|supplement(?:al)? agreement|extension agreement|side letter)\b/,
  ],
  ["purchase-order", /\b(?:purchase order|bestellung|bon de commande|blanket order)\b/],
  [
    "statement-of-work",
    /\b(?:statement of work|sow|work order|task order|project (?:agreement|order)|leistungsbeschreibung|einzelauftrag|call-off|work authorization|schedule of work)\b/,
  ],
  ["order-form", /\b(?:order form|service order|order confirmation|subscription order|sales order)\b/],
  ["estimate", /\b(?:estimate|quotation|quote|proposal|bid|kostenvoranschlag|angebot|devis|offre|tender)\b/],
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
): DocumentHeader {
  const { lines } = outline;
  const titleLine = findTitle(lines);
  const title = titleLine === null ? null : titleOf(titleLine);
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
  const number = findNumber(lines, titleLine, rank);
  const dates = readDates(lines, style);
  const signature = readSignature(lines, style);
  const validUntil = dates.validUntil;
  return {
    number: number?.text ?? null,
    title,
    rank,
    standing: standingOf(lines, rank, signature, validUntil, asOf),
    dated: dates.dated,
    effective: dates.effective,
    signedOn: signature.signedOn,
    governingLaw: lawOf(lines),
    timeZone: zoneNameIn(lines.map((line) => line.prepared.folded)),
    references: findReferences(
      lines,
      rank === "acceptance-message" ? null : (number?.text ?? null),
      style,
      rank,
    ),
    validUntil,
    evidence: [titleLine, number?.line ?? null]
      .flatMap((line) =>
        line === null ? [] : quotePart(line.prepared, 0, Math.min(line.prepared.text.length, 200), document),
      )
      .slice(0, 2),
  };
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
    .replace(/^(?:#+|title:?) ?/i, "")
    .trim();

const numberLabel =
  /\b(?:agreement|contract|quote|quotation|estimate|proposal|purchase order|p\.?o\.?|order|sow|statement of work|work order|task order|change order|co|amendment|addendum|reference|ref|bid|offer|angebot|angebots|vertrag|vertrags|bestell|bestellung|auftrags|devis|contrat|avenant|commande|document|msa)[- ]?(?:no\.?|number|num\.?|#|nr\.?|nummer|id|n°|no°|numero|ref\.?|reference)(?: ?:)? ?#? ?([a-z\d][a-z\d./_-]{1,28})|(?:\bno\.?|#|\bnr\.?|\bn°) ?:? ?([a-z]{0,6}[-/]?\d[a-z\d./_-]{0,24})/;
const codeInTitle =
  /(?:^|[ #(:])([a-z]{1,6}[-_/ ]?\d{2,}[a-z\d/_-]{0,20}|\d{4,}[-/][\da-z-]+|[a-z]{2,6}(?:-[a-z\d]{1,8}){1,4})(?=$|[ ,).:;])/;

function findNumber(
  lines: readonly Line[],
  titleLine: Line | null,
  rank: AgreementRank,
): { text: string; line: Line } | null {
  const own = ownLabels[rank];
  const cut = (line: Line, start: number, length: number): { text: string; line: Line } | null => {
    const text = line.prepared.text.slice(start, start + length).replace(/[.,;:)]+$/, "");
    return /\d/.test(text) && !/^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(text) ? { text, line } : null;
  };
  const labels = [own, numberLabel];
  for (const pattern of labels) {
    for (const line of lines.slice(0, 30)) {
      if (line.prepared.text.length > 180) continue;
      const match = pattern.exec(line.prepared.folded.replaceAll(" | ", "   "));
      const found = match?.[1] ?? match?.[2];
      if (
        match === null ||
        found === undefined ||
        /\b(?:tax|vat|phone|account|page|item|license|registration|customer|client|invoice)\b/.test(
          line.prepared.folded.slice(Math.max(0, match.index - 14), match.index),
        )
      )
        continue;
      const spaced = line.prepared.folded.replaceAll(" | ", "   ");
      const result = cut(
        line,
        spaced.indexOf(found, match.index + match[0].length - found.length - 1),
        found.length,
      );
      if (result !== null) return result;
    }
    if (titleLine !== null) {
      const match = codeInTitle.exec(titleLine.prepared.folded);
      const code = match?.[1];
      if (match !== null && code !== undefined && /\d/.test(code) && !/^(?:19|20)\d\d$/.test(code)) {
        const result = cut(titleLine, match.index + match[0].indexOf(code), code.length);
        if (result !== null) return result;
      }
      const plainNumber = /\b(?:no\.?|number|#|nr\.?) ?([\da-z][\da-z-]*)/.exec(
        titleLine.prepared.folded,
      )?.[1];
      if (plainNumber !== undefined)
        return cut(titleLine, titleLine.prepared.folded.indexOf(plainNumber), plainNumber.length);
    }
  }
  return null;
}

const labelOf = (nouns: string): RegExp =>
  new RegExp(
    `\\b(?:${nouns})[- ]?(?:no\\.?|number|num\\.?|#|nr\\.?|nummer|id|n°|numero|ref\\.?|reference)?(?: ?[:#]| {3}|(?<=no\\.?|number|#|nr\\.?|nummer|id)) ?#? ?([a-z]{0,8}[-/]?\\d[a-z\\d./_-]{0,26}|[a-z]{2,6}-[a-z\\d./_-]*\\d[a-z\\d./_-]{0,20})`,
  );
const ownLabels: Readonly<Record<AgreementRank, RegExp>> = {
  "master-agreement": labelOf("agreement|contract|msa|vertrags|vertrag|contrat|reference|ref"),
  "statement-of-work": labelOf("sow|statement of work|work order|task order|project"),
  "order-form": labelOf("order|order form|service order|sales order"),
  estimate: labelOf("quote|quotation|estimate|proposal|bid|offer|angebots|angebot|devis|offre"),
  "purchase-order": labelOf("purchase order|p\\.?o\\.?|order|bestell|bestellung|commande"),
  amendment: labelOf("amendment|addendum|avenant|nachtrag"),
  "change-order": labelOf("change order|co|variation|nachtrag|change request|modification"),
  "acceptance-message": labelOf("re|reference|ref"),
};

const effectiveCue =
  /\b(?:effective (?:date|as of|from|on)|effective|commencement date|start date|commences? on|with effect from|takes? effect (?:on|from|as of)|become[s]? effective (?:on|as of)|shall be effective|as of|is made (?:and entered into )?(?:as of |on |effective )?|in kraft|vertragsbeginn|prend effet|entre en vigueur|beginn)\b[^.;]{0,50}$/;
const datedCue =
  /\b(?:dated|date|agreement date|quote date|issue date|issued|made (?:this|on|as of)|entered into|datum|vom|le|du|fait a|date of issue|order date|prepared)\b[^.;]{0,30}$/;
const validCue =
  /\b(?:valid (?:until|through|to)|expires? on|expiry|expiration date|gultig bis|valable jusqu'au|open for acceptance until|quote expires|valid thru)\b[^.;]{0,20}$/;

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
  for (const line of lines.slice(0, 60)) {
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
        !/\bthis (?:[a-z]+ ){0,4}(?:agreement|contract|sow|order|lease|statement of work)\b/.test(before)
      )
        continue;
      if (validCue.test(before)) validUntil ??= literal.date;
      else if (
        /^ ?\(?(?:the )?"effective date"/.test(after) ||
        (effectiveCue.test(before) && !/\b(?:rate|fee|price|amendment no)\b[^.]*$/.test(before))
      )
        effective ??= literal.date;
      else if (datedCue.test(before) || (line.prepared.text.length < 40 && dated === null))
        dated ??= literal.date;
    }
  }
  return { dated: dated ?? effective, effective, validUntil };
}

interface Signature {
  readonly signedOn: LocalDate | null;
  /** Signature lines that somebody filled, and that nobody did. */
  readonly signed: number;
  readonly empty: number;
  /** Printed signatures whose date nobody can read are signed without a date. */
  readonly isConforming: boolean;
}

const signatureLine =
  /^(?:by|signed(?: by)?|signature|unterschrift|signe(?: par)?|authori[sz]ed signature|accepted by|approved by|agreed by|for (?:and on behalf of )?(?:client|customer|provider|supplier|vendor|contractor)[a-z ]{0,12}) ?: ?(.*)$/;

function readSignature(lines: readonly Line[], style: NumberStyle): Signature {
  let signed = 0;
  let empty = 0;
  let isConforming = false;
  const dates: LocalDate[] = [];
  const from = Math.max(
    0,
    Math.min(
      lines.length - 30,
      lines.findIndex((line) =>
        /\bin witness whereof|\bsignatures?\b|\bunterschriften\b|\bexecuted\b/.test(line.prepared.folded),
      ),
    ),
  );
  for (const line of lines.slice(from < 0 ? Math.floor(lines.length / 2) : from)) {
    for (const part of line.cells ?? [line.prepared]) {
      for (const piece of part.folded.split(
        / {2,}| \| |(?= date ?:)|(?= name ?:)|(?= title ?:)|(?<!by )(?= by ?:)/,
      )) {
        const match = signatureLine.exec(piece.trim());
        if (match !== null && /\/s\/|[a-z]{2,}/.test((match[1] ?? "").replace(/_+|name|title|date|:/g, ""))) {
          signed += 1;
          if (/\/s\//.test(match[1] ?? "")) isConforming = true;
        } else if (match !== null) empty += 1;
        else if (/\/s\/ ?[a-z]/.test(piece)) {
          signed += 1;
          isConforming = true;
        }
        if (
          /^ ?(?:date|dated|signed on|datum|le|accepted on|date signed|date of signature|by:.*date) ?:? ?/.test(
            piece,
          ) ||
          /\bsigned\b|\bdate ?:/.test(piece)
        ) {
          for (const literal of findDates(piece, style)) if (literal.date !== null) dates.push(literal.date);
        }
      }
    }
  }
  return {
    signed,
    empty,
    isConforming,
    signedOn: signed === 0 ? null : (dates.sort().at(-1) ?? null),
  };
}

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
      signature.signed > 0 &&
      lines.some((line) =>
        /\b(?:accepted|accept(?:ance)?|approved|agreed|angenommen|bon pour accord)\b/.test(
          line.prepared.folded,
        ),
      );
    if (isAccepted && signature.empty === 0) return "in-force";
    return validUntil !== null && validUntil < asOf ? "expired" : "offer";
  }
  if (signature.empty > 0 && (signature.signed === 0 || signature.empty > 0)) return "unsigned";
  return "in-force";
}

const place =
  "(?:the )?(?:state of |commonwealth of |province of |republic of |people's republic of |united states of america and (?:the )?(?:state of )?)?([a-z][a-z ]{2,40}?)";
const placeEnd =
  "(?=[,.;:()]| without| applicable| and (?:the (?:parties|courts|federal)|any|each|shall)| excluding| as | irrespective| regardless| except| shall| will| for | to | in | is | are |$)";
const lawPatterns: readonly RegExp[] = [
  new RegExp(
    `(?:governed|construed|interpreted|enforced|governing law)[^.;]{0,140}?\\blaws? (?:and regulations )?(?:of|in force in) ${place}${placeEnd}`,
  ),
  new RegExp(`\\blaws? of ${place} (?:shall |will )?(?:govern|appl|control)`),
  new RegExp(`\\bgoverning law ?[:|] ?(?:laws? of )?${place}${placeEnd}`),
  new RegExp(
    `(?:governed|construed)[^.;]{0,60}?\\b(?:by|under|with) (?:the )?(?:internal |substantive )?(?!the\\b|applicable|its)([a-z]{4,20}(?: [a-z]{4,20})?) law${placeEnd}`,
  ),
  /es gilt (?:das )?(?:materielle )?(deutsches?|osterreichisches?|schweizer(?:isches?)?) recht/,
  /(?:regie?s?|soumise?s?) (?:par|au) (?:le )?droit ([a-z]+)/,
];

/** The law that the document chooses, as worded; a sentence may run over lines. */
function lawOf(lines: readonly Line[]): string | null {
  for (const [index, line] of lines.entries()) {
    if (!/\blaws?\b|recht|droit/.test(line.prepared.folded)) continue;
    const next = lines[index + 1];
    const folded = `${line.prepared.folded} ${next?.prepared.folded ?? ""}`;
    const text = `${line.prepared.text} ${next?.prepared.text ?? ""}`;
    for (const pattern of lawPatterns) {
      const match = pattern.exec(folded);
      const name = match?.[1];
      if (
        match === null ||
        name === undefined ||
        /\b(?:this|such|any|all|applicable|which|its|said|terms|agreement|laws?|country|jurisdiction|where|that)\b/.test(
          name,
        )
      )
        continue;
      const at = folded.indexOf(name, match.index);
      return text.slice(at, at + name.length).trim();
    }
  }
  return null;
}

const referencePattern =
  /\b((?:master |professional |general |framework |consulting |managed |software |service[s]? |subscription |supply |maintenance |original |rental |lease |rahmen|dienst)*(?:services? agreement|service agreement|agreement|contract|statement of work|sow|msa|purchase order|quote|quotation|estimate|proposal|order form|[a-z]*vertrag|[a-z]*angebot|contrat|devis|bestellung|commande|order|lease|offer))(?: (?:no\.?|number|#|nr\.?|n°|ref\.?|reference))? ?#?((?:(?<=no\.|no|number|#|nr\.|nr|n°|ref\.|reference) ?|)[a-z]{0,8}[-/]?[a-z\d]*\d[a-z\d/_-]*)?/g;

/** Other agreements that the opening lines name, with number and date where they stand. */
function findReferences(
  lines: readonly Line[],
  own: string | null,
  style: NumberStyle,
  rank: AgreementRank,
): readonly AgreementReference[] {
  const found: AgreementReference[] = [];
  for (const [index, line] of lines.slice(0, 40).entries()) {
    const { folded, text } = line.prepared;
    // What stands right below an amendment's title ("to Agreement No. 14") is what it amends.
    const isBelowTitle = index < 8 && /^(?:to|zu|au|a|of|re:?)\b/.test(folded);
    const relation =
      (isBelowTitle ||
        /\b(?:amend(?:s|ed|ment|ing)?|modif(?:y|ies|ied)|change(?:s)? to|supplement(?:s|ed)?|anderung|nachtrag|avenant|extends?)\b/.test(
          folded,
        )) &&
      (rank === "amendment" || rank === "change-order")
        ? ("amends" as const)
        : /\b(?:accept(?:s|ed|ance)?|approve[sd]?|proceed|go ahead|einverstanden|bon pour accord|angenommen)\b/.test(
              folded,
            ) &&
            (rank === "acceptance-message" || rank === "purchase-order")
          ? ("accepts" as const)
          : /\b(?:under|pursuant to|governed by|subject to|incorporated|terms of|issued under|in accordance with|call-?off|gemass|gemaess|unter|en application|per|against|based on|auf basis)\b/.test(
                folded,
              ) ||
              rank === "statement-of-work" ||
              rank === "order-form"
            ? ("under" as const)
            : ("mentions" as const);
    for (const match of folded.matchAll(referencePattern)) {
      const number =
        match[2] === undefined
          ? null
          : text
              .slice(
                match.index + match[0].indexOf(match[2]),
                match.index + match[0].indexOf(match[2]) + match[2].length,
              )
              .trim();
      const date =
        findDates(folded, style).find(
          (literal): literal is DateLiteral & { date: LocalDate } =>
            literal.date !== null &&
            literal.start >= match.index + match[0].length &&
            /^[ ,)]{0,3}(?:dated|of|vom|du|entered into|made)(?: (?:as of|on))? ?$/.test(
              folded.slice(match.index + match[0].length, literal.start),
            ),
        )?.date ?? null;
      const isOwn = number !== null && own !== null && number.toLowerCase() === own.toLowerCase();
      const isThis = /\bthis (?:[a-z]+ )?$/.test(folded.slice(Math.max(0, match.index - 20), match.index));
      if (
        (number === null && date === null) ||
        isOwn ||
        isThis ||
        (number !== null && (!/\d/.test(number) || /^(?:19|20)\d\d$/.test(number)))
      )
        continue;
      const title = text.slice(match.index, match.index + (match[1] ?? "").length);
      if (found.some((other) => other.number === number && other.dated === date)) continue;
      found.push({ number, title, dated: date, relation });
    }
  }
  return found.slice(0, 8);
}
