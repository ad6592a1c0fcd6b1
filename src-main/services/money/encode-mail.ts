import { encodeBase64 } from "../show-documents.ts";

export interface Mail {
  readonly to: string | null;
  readonly subject: string;
  readonly body: string;
}

/** One line without anything that could begin a header of its own. */
const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f]+/g, " ").trim();

const encodedWord = (text: string): string =>
  /^[\u0020-\u007e]*$/.test(text) ? text : `=?UTF-8?B?${encodeBase64(new TextEncoder().encode(text))}?=`;

/** RFC 2047 allows 75 characters a word: longer subjects are written as several. */
const encodedHeader = (text: string): string => {
  const plain = oneLine(text);
  if (/^[\u0020-\u007e]*$/.test(plain)) return plain;
  const pieces: string[] = [];
  let piece = "";
  for (const character of plain) {
    if (new TextEncoder().encode(piece + character).length > 42) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece].map(encodedWord).join("\r\n ");
};

/**
 * A message as a file that a mail program opens as a draft. This program sends nothing.
 *
 * Text is UTF-8 in base64 with lines of 76 characters; the same message gives the same bytes.
 */
export function encodeMail({ to, subject, body }: Mail): string {
  const content = encodeBase64(new TextEncoder().encode(body.replaceAll("\n", "\r\n")));
  return [
    ...(to === null ? [] : [`To: ${oneLine(to)}`]),
    `Subject: ${encodedHeader(subject)}`,
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(content.match(/.{1,76}/g) ?? []),
    "",
  ].join("\r\n");
}
