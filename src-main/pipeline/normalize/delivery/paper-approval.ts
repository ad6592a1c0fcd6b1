import type { Evidence } from "../../../../src-shared/model/index.ts";
import { isPersonText, nameShape } from "../values/person-name.ts";
import { approvalOf, signerOf, unsaid, type Approval } from "./approval.ts";
import type { LabeledText, RecordLabel } from "./record-labels.ts";
import { approvalInSentence } from "./sentence-approval.ts";
import { signerOfRow } from "./signature-lines.ts";

/** A line of a paper as running text. */
export interface Sentence {
  readonly text: string;
  readonly evidence: Evidence | null;
  /** Which row of the paper it stands in, beside others. */
  readonly row: number;
}

/** Whether a paper is approved as a whole, with the words that say so. */
export interface PaperApproval {
  readonly approval: Approval;
  readonly approvalEvidence: readonly Evidence[];
}

/** What is signed goes before what a sentence tells. */
export function approvalOfPaper(
  labels: readonly LabeledText[],
  sentences: readonly Sentence[],
): PaperApproval {
  const signed = approvalIn(labels);
  if (signed.approval.approved !== null) return signed;
  for (const { text, evidence } of sentences) {
    const approval = approvalInSentence(text);
    if (approval.approved !== null)
      return { approval, approvalEvidence: evidence === null ? [] : [evidence] };
  }
  return signedLine(sentences) ?? signed;
}

/** The row to sign whose label no list knows. */
function signedLine(sentences: readonly Sentence[]): PaperApproval | null {
  const printed: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = printed.at(-1);
    if (last?.[0]?.row === sentence.row) last.push(sentence);
    else printed.push([sentence]);
  }
  for (const [index, row] of printed.entries()) {
    const texts = row.map(({ text }) => text);
    const by = signerOfRow(
      texts,
      (printed[index + 1] ?? []).map(({ text }) => text),
    );
    if (by !== null)
      return {
        approval: { approved: true, by },
        approvalEvidence: row.flatMap(({ evidence }) => evidence ?? []),
      };
  }
  return null;
}

/** A signature, name or state of the customer's side. A line left blank approves nothing, and refuses nothing. */
function approvalIn(labels: readonly LabeledText[]): PaperApproval {
  const found: PaperApproval[] = [];
  for (const { label, text, evidence, hasColon } of labels) {
    const signed = label === "customer" && !hasColon ? text : signedPart(text);
    const isSigned =
      label === "approved-by" ||
      label === "approved" ||
      isDatedName(label, text) ||
      (label === "customer" && signedBy.test(text));
    if (signed === "" || !isSigned) continue;
    const said = label === "approved" ? approvalOf(signed, "a state") : signatureIn(signed);
    const isNamed = hasColon || signed !== text || said.by === null || nameShape.test(said.by);
    // Cells of a table that decides of its rows say nothing of the paper.
    const isCell = !hasColon && label === "approved-by" && said.approved === false;
    if (said.approved !== null && isNamed && !isCell)
      found.push({ approval: said, approvalEvidence: evidence === null ? [] : [evidence] });
  }
  // One sheet refused among several that are approved: nobody may take the whole for approved.
  const refused = found.find(({ approval }) => approval.approved === false);
  return refused ?? found[0] ?? { approval: unsaid, approvalEvidence: [] };
}

/** "Melissa Kueh, 18 March 2026" behind the customer's own name: who puts name and day there has signed. */
const isDatedName = (label: RecordLabel, text: string): boolean =>
  label === "customer" &&
  /^\p{Lu}[\p{L}.'’ -]{2,30}[, ]+\d{1,2}[./ -](?:\d{1,2}|\p{L}{3,10})[./ -]\d{2,4}$/u.test(text) &&
  isPersonText(/^[^\d,]+/.exec(text)?.[0].trim() ?? "");

/** "administración: Lic. P. Garza", "inlener: H. Bolhuis": who signs stands before the colon, the name behind it. */
const signedPart = (text: string): string => /^[\p{L} .'’/-]{2,40}:\s*(?=\S)(.+)$/u.exec(text)?.[1] ?? text;

/** "signé JPP", "gez. Huber": behind the customer's own name. */
const signedBy =
  /^(?:signed|sgd\.?|sign[ée]e?|gez\.?|gezeichnet|unterschrieben|getekend|get\.|firmado|fdo\.?|firmato|f\.to|assinado|ass\.)(?: (?:by|par|von|door|por|da))?:?\s+(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2})/iu;
/** What an approval is for, before the name: "Authorised for billing OW 30/06/2026". */
const purpose =
  /^(?:for (?:billing|invoicing|payment)|zur (?:abrechnung|rechnungsstellung|zahlung)|pour (?:la )?facturation|voor facturatie|para (?:facturar|la facturación|facturación|faturação|faturar)|per (?:la )?fatturazione)[:,\s–-]*/iu;

/** "14.10.26   M. Kolb": the day may stand before the name. */
const leadingDay = /^\(?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\)?[,;:]?\s+(?=\p{Lu})/u;
/** "firma I. Dal Santo": what the line asks for, before what stands on it. */
const signWord =
  /^(?:signature|sig\.?|unterschrift|handtekening|firma|assinatura|name|naam|nome|nombre|nom)[:.]?\s+(?=\p{Lu})/iu;

/** "K Olver", "Münster, 24.09.2026 gez. M. Dietl", "P. de Boer, 3 mei 2026": the name that stands on a line to sign. */
function signatureIn(stated: string): Approval {
  const text = stated.replace(purpose, "").replace(leadingDay, "").replace(signWord, "");
  const initials = signedBy.exec(text)?.[1];
  if (initials !== undefined) return { approved: true, by: signerOf(initials) };
  const signed = /(?:gez\.?|sgd\.?|signed|signe|get\.?|fdo\.?:?|f\.to|ass\.?)\s+(.{3,40})$/iu.exec(text)?.[1];
  if (signed !== undefined) {
    const by = signerOf(signed);
    return by === null ? unsaid : { approved: true, by };
  }
  const said = approvalOf(text);
  if (said.approved !== null && said.by === null) return said;
  const [, rest = ""] =
    /^[\p{L} ]{2,20},?\s*(?:am |on |le |op |el |il |den )?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[,;]?\s*(.*)$/iu.exec(
      text,
    ) ?? [];
  // "R. Venkatesh, Kaveri IT, 02-May-2026": the name, then whom they stand for and when.
  const [name = "", ...others] = text.split(/,\s+|\s+\(/);
  const first =
    others.length > 0 &&
    (isPersonText(name) || isDatedBehind(name, others)) &&
    !/^\p{Lu}\.?$/u.test(others[0] ?? "")
      ? name
      : text;
  const by = signerOf(rest === "" ? first : rest);
  return by === null ? unsaid : { approved: true, by };
}

/** "Ellen Marsh, Head of Works, May 4, 2026": a full name with its office and the day of signing. */
const isDatedBehind = (name: string, others: readonly string[]): boolean =>
  name.includes(" ") && nameShape.test(name) && /\d{4}\)?$/.test(others.at(-1) ?? "");
