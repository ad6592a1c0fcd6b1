import type {
  ImportedFile,
  Member,
  Problem,
  ReadDocument,
  ReaderId,
} from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { createBlankDocument } from "../blank-document.ts";
import { flowToBlocks } from "../flow/flow-blocks.ts";
import { flowToPages } from "../flow/flow-pages.ts";
import { htmlToFlow } from "../html/html-flow.ts";
import { pagesToBlocks } from "../layout/index.ts";
import { maximumTextLength } from "../limits.ts";
import { textToGridPages } from "../text/grid-pages.ts";
import { createNameGiver } from "./attachment-name.ts";
import { quoteStart } from "./quoted-part.ts";

/** A mail as its container gives it, whatever that is. */
export interface Message {
  /** Name and value of the header fields that people see, in their order. */
  readonly head: readonly (readonly [name: string, value: string])[];
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly MessageAttachment[];
}

export interface MessageAttachment {
  readonly name: string | null;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Shown inside the body: a logo, a pasted picture. */
  readonly isInline: boolean;
}

const maximumAttachments = 200;
/** Pictures inside a body below this are logos and marks of signatures. */
const smallestPicture = 40 * 1024;
const signatures =
  /^(?:application\/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys|ms-tnef)|text\/x-amp-html)$/u;

/**
 * A mail as a document: its head, its own words, then what it quotes, each on pages of their own; attachments are
 * members.
 */
export function messageToDocument(
  message: Message,
  file: ImportedFile,
  reader: ReaderId,
): Result<ReadDocument, Problem> {
  const head = message.head.map(([name, value]) => `${name}: ${oneLine(value)}\n`).join("");
  const members = membersOf(message.attachments);
  const left = message.attachments.length - maximumAttachments;
  const words = tableShare(message.html)
    ? htmlWords(head, message.html ?? "")
    : plainWords(head, bodyText(message));
  if (words.text.trim() === "" && members.length === 0) return err({ code: "read/no-content" });
  return ok({
    ...createBlankDocument(file, reader),
    ...words,
    members,
    properties: Object.fromEntries(
      message.head.map(([name, value]) => [name.toLowerCase(), oneLine(value)] as const),
    ),
    status: left > 0 ? "partly-read" : "read",
    problem:
      left > 0 ? { code: "read/too-many-attachments", facts: { left, limit: maximumAttachments } } : null,
  });
}

const oneLine = (value: string): string => value.replace(/\s+/gu, " ").trim();

/** A body in HTML is preferred to its plain twin only where it holds a table of figures: spaces lose columns. */
const tableShare = (html: string | null): boolean => {
  if (html === null) return false;
  return htmlToFlow(html).items.some(
    (item) =>
      item.type === "table" &&
      item.rows.length >= 2 &&
      item.rows.filter((row) => row.some((cell) => cell !== null && /\d/u.test(cell.text.text))).length >= 2,
  );
};

const bodyText = ({ text, html }: Message): string => {
  if (text !== null && text.trim() !== "") return text;
  return html === null ? "" : htmlToFlow(html).text;
};

type Words = Pick<ReadDocument, "text" | "pages" | "blocks"> & { readonly text: string };

function plainWords(head: string, body: string): Words {
  const kept = body.replace(/\r\n?/gu, "\n").slice(0, maximumTextLength);
  const quoted = quoteStart(kept);
  const own = quoted === null ? kept : kept.slice(0, quoted);
  // A form feed ends a page: what is quoted is another message, with its own sender and date.
  const text = `${head}\n${own}${quoted === null ? "" : `\f${kept.slice(quoted)}`}`;
  const pages = textToGridPages(text);
  const from = quoted === null ? Infinity : head.length + 1 + quoted;
  return { text, pages, blocks: withQuotedZone(pagesToBlocks(pages), from) };
}

function htmlWords(head: string, html: string): Words {
  const start = head.length + 1;
  const flow = htmlToFlow(html.slice(0, maximumTextLength), start);
  const top = htmlToFlow(
    head.replace(/[<&]/gu, (mark) => `&#${mark.charCodeAt(0)};`).replaceAll("\n", "<br>"),
    0,
  );
  const text = `${head}\n${flow.text}`;
  const items = [...top.items, ...flow.items];
  const quoted = [flow.quotedFrom, plainQuote(flow.text, start)].filter((offset) => offset !== null);
  return {
    text,
    pages: flowToPages(items),
    blocks: withQuotedZone(flowToBlocks(items), Math.min(Infinity, ...quoted)),
  };
}

const plainQuote = (text: string, start: number): number | null => {
  const quoted = quoteStart(text);
  return quoted === null ? null : start + quoted;
};

function withQuotedZone(blocks: ReadDocument["blocks"], from: number): ReadDocument["blocks"] {
  return blocks.map((block) => {
    const runs =
      block.type === "paragraph" ? block.runs : block.rows.flat().flatMap((cell) => cell?.runs ?? []);
    const at = runs[0]?.at;
    return at !== undefined && "start" in at && at.start >= from ? { ...block, zone: "quoted" } : block;
  });
}

function membersOf(attachments: readonly MessageAttachment[]): Member[] {
  const nameOf = createNameGiver();
  return attachments
    .filter(({ mediaType, isInline, bytes }) => {
      if (bytes.length === 0 || signatures.test(mediaType)) return false;
      return !(isInline && mediaType.startsWith("image/") && bytes.length < smallestPicture);
    })
    .slice(0, maximumAttachments)
    .map(({ name, mediaType, bytes }) => ({
      name: nameOf(name, mediaType),
      bytes,
      relation: "attachment" as const,
    }));
}
