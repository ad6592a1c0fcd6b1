import type {
  Block,
  ParagraphBlock,
  ReadDocument,
  SourcedText,
  TableBlock,
} from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts, sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { foldText } from "../../values/fold.ts";
import { findDates } from "../literals/dates.ts";
import { printedLines } from "../structure/printed-lines.ts";

/** One message of a mail and what it quotes: the words of one writer. */
export interface ThreadMessage {
  readonly blocks: readonly Block[];
  /** Folded name and address as the line above the message gives them; `null` where none does. */
  readonly sender: string | null;
  /** The line that names the sender, as printed. */
  readonly senderLine: SourcedText | null;
  readonly sentOn: LocalDate | null;
}

/** "On 3 May 2026, Ana wrote:" in seven languages. */
const introduction =
  /^(?:on|am|le|op|el|il|em)\b.{6,200}\b(?:wrote|schrieb|a ecrit|schreef|escribio|ha scritto|escreveu)\b.{0,120}: ?$/;
const opener = /^(?:on|am|le|op|el|il|em)\b/;
const introductionEnd = /\b(?:wrote|schrieb|a ecrit|schreef|escribio|ha scritto|escreveu)\b.{0,60}: ?$/;
const separator =
  /^(?:-{2,} ?(?:original|forwarded|ursprungliche|weitergeleitete|message|oorspronkelijk|doorgestuurd|mensaje|messaggio|mensagem)|_{10,}$)/;
const headField =
  /^\*?(from|von|de|van|da|sent|date|to|subject|cc|gesendet|datum|an|betreff|envoye|a|objet|verzonden|aan|onderwerp|enviado(?: el| em)?|fecha|para|asunto|inviato|data|oggetto|assunto) ?: ?\*? ?(\S.*)$/;
const dateField = /^(?:sent|date|datum|gesendet|envoye|verzonden|fecha|data|inviato|enviado)[a-z ]{0,4}:/;
const senderField = /^(?:from|von|de|van|da)$/;

/** Quotations below this are one message. */
const deepest = 20;

interface QuotedLine {
  readonly depth: number;
  readonly source: SourcedText;
  readonly folded: string;
  readonly block: ParagraphBlock;
}

const blankLine = { depth: 0, source: { text: "", runs: [] }, folded: "" } as const;

interface Draft {
  readonly blocks: Block[];
  lines: QuotedLine[];
  sender: string | null;
  senderLine: SourcedText | null;
  sentOn: LocalDate | null;
}

/** The messages of a mail, the newest first; words below a quotation belong to the message that quotes. */
export function splitThread(document: ReadDocument): readonly ThreadMessage[] {
  const style = { decimalMark: null, dateOrder: null, languages: [] } as const;
  const drafts: Draft[] = [];
  const open = (): Draft => {
    const draft: Draft = { blocks: [], lines: [], sender: null, senderLine: null, sentOn: null };
    drafts.push(draft);
    return draft;
  };
  const byDepth: Draft[] = [open()];
  let opening: { readonly draft: Draft; readonly depth: number } | null = null;
  const tell = (draft: Draft, folded: string): void => {
    draft.sentOn ??= findDates(folded, style).find(({ date }) => date !== null)?.date ?? null;
  };
  const lines = document.blocks.flatMap((block): readonly (QuotedLine | TableBlock)[] =>
    block.type === "table" ? [block] : [...quotedLines(block, document.text), { ...blankLine, block }],
  );
  const linesBehind = (index: number): readonly QuotedLine[] =>
    lines
      .slice(index + 1, index + 9)
      .filter((line): line is QuotedLine => "folded" in line && line.folded !== "")
      .slice(0, 4);
  for (const [index, line] of lines.entries()) {
    if (!("folded" in line)) {
      const draft = opening?.draft ?? byDepth.at(-1) ?? open();
      close(draft);
      draft.blocks.push({ ...line, zone: "body" });
      continue;
    }
    const field = headField.exec(line.folded);
    const behind = linesBehind(index);
    const isHead =
      field !== null &&
      senderField.test(field[1] ?? "") &&
      drafts[0]?.blocks.some(
        (block) => block.type === "paragraph" && headField.test(foldText(block.text)),
      ) === true &&
      behind.slice(0, 2).some(({ folded }) => headField.test(folded));
    const wrapped = introduction.test(line.folded)
      ? line.folded
      : `${line.folded} ${behind[0]?.folded ?? ""}`;
    const isIntroduced =
      introduction.test(line.folded) || (opener.test(line.folded) && introduction.test(wrapped));
    if (isIntroduced || isHead || separator.test(line.folded)) {
      const said: Draft = opening?.draft ?? open();
      opening = { draft: said, depth: line.depth };
      if (isIntroduced || isHead) {
        said.sender ??= isHead ? (field[2] ?? null) : wrapped;
        said.senderLine ??= line.source;
        tell(said, wrapped);
      }
      continue;
    }
    if (opening !== null) {
      // Fields of the quoted head, and the second line of an introduction, are no words of the message.
      if (field !== null || introductionEnd.test(line.folded)) {
        if (dateField.test(line.folded)) tell(opening.draft, line.folded);
        continue;
      }
      if (line.folded === "") continue;
      const at = Math.max(line.depth, opening.depth);
      byDepth[at] = opening.draft;
      byDepth.length = at + 1;
      opening = null;
    }
    if (line.folded === "") {
      for (const draft of byDepth) close(draft);
      continue;
    }
    while (byDepth.length <= line.depth) byDepth.push(open());
    const draft = byDepth[line.depth] ?? open();
    draft.lines.push(line);
    if (draft !== drafts[0]) continue;
    if (dateField.test(line.folded)) tell(draft, line.folded);
    if (field !== null && senderField.test(field[1] ?? "")) {
      draft.sender ??= field[2] ?? null;
      draft.senderLine ??= line.source;
    }
  }
  for (const draft of drafts) close(draft);
  return drafts
    .filter((draft) => draft.blocks.length > 0)
    .map(({ blocks, sender, senderLine, sentOn }) => ({ blocks, sender, senderLine, sentOn }));
}

/** Lines that stand together are a paragraph again, without their marks of quotation. */
function close(draft: Draft): void {
  const [first] = draft.lines;
  if (first === undefined) return;
  draft.blocks.push({
    ...first.block,
    zone: "body",
    ...joinSourcedTexts(
      draft.lines.map(({ source }) => source),
      "\n",
    ),
  });
  draft.lines = [];
}

function quotedLines(block: ParagraphBlock, text: string | null): readonly QuotedLine[] {
  return printedLines(block, text).flatMap((line): readonly QuotedLine[] => {
    // A reader that joins lines leaves an empty quoted one at the end of the line before.
    const closing = /^\s*>/.test(line.text) ? /(?:\s*>)+\s*$/.exec(line.text) : null;
    const end = closing === null ? line.text.trimEnd().length : closing.index;
    const marks = /^\s*(?:>\s?)*/.exec(line.text.slice(0, end))?.[0] ?? "";
    const source = sliceSourcedText(line, marks.length, Math.max(marks.length, end));
    const marked = line.text.slice(0, end) === "" ? line.text : marks;
    const depth = Math.min(marked.match(/>/g)?.length ?? 0, deepest);
    const own: QuotedLine = { depth, source, folded: foldText(source.text).trim(), block };
    const blank: QuotedLine = { depth, source: sliceSourcedText(line, 0, 0), folded: "", block };
    return closing !== null && own.folded !== "" ? [own, blank] : [own];
  });
}
