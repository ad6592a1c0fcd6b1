import PostalMime from "postal-mime";
import type { Attachment, Email } from "postal-mime";
import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err } from "../../../../src-shared/result/index.ts";
import type { Format } from "../format.ts";
import { maximumMailHeadBytes, maximumMailNesting } from "../limits.ts";
import { messageToDocument, type MessageAttachment } from "../mail/message.ts";
import { decodeTextHead } from "../text/decode-text.ts";

const machineField =
  /^(?:message-id|mime-version|return-path|received|dkim-signature|delivered-to|content-type):\s/imu;
const fields =
  /^(?:from|to|cc|date|subject|reply-to|message-id|mime-version|return-path|received|x-[\w-]+):\s/gimu;

/** Mails as they travel (RFC 5322 and MIME), with attached mails as members of their own. */
export const email: Format = {
  id: "email",
  title: "E-mail",
  mediaTypes: ["message/rfc822"],
  sniff: (head, name) => {
    const start = decodeTextHead(head)?.text.trimStart().slice(0, 8192) ?? "";
    if (!/^[\w-]+:\s/u.test(start)) return 0;
    const top = start.split(/\r?\n\r?\n/u, 1)[0] ?? "";
    const count = top.match(fields)?.length ?? 0;
    if (count >= 3 && machineField.test(top)) return 0.95;
    return count >= 2 && /\.eml$/iu.test(name) ? 0.9 : 0;
  },
  read: readMail,
};

async function readMail(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: maximumMailNesting,
      maxHeadersSize: maximumMailHeadBytes,
    });
  } catch {
    return err({ code: "read/mail-damaged" });
  }
  const raw = (name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? "";
  const shown: readonly (readonly [string, string])[] = [
    ["From", addresses(mail.from === undefined ? [] : [mail.from])],
    ["To", addresses(mail.to ?? [])],
    ["Cc", addresses(mail.cc ?? [])],
    // As written: the sender's own day, which an instant in another zone may not keep.
    ["Date", raw("date")],
    ["Subject", mail.subject ?? ""],
  ];
  return messageToDocument(
    {
      head: shown.filter(([, value]) => value !== ""),
      text: mail.text ?? null,
      html: mail.html ?? null,
      attachments: mail.attachments.map(attachmentOf),
    },
    file,
    "email",
  );
}

type Addresses = NonNullable<Email["to"]>;

const addresses = (list: Addresses): string =>
  list
    .flatMap((entry) => (entry.group === undefined ? [entry] : entry.group))
    .map(({ name, address }) => (name === "" || name === address ? address : `${name} <${address}>`))
    .join(", ");

const attachmentOf = ({ filename, mimeType, content, related }: Attachment): MessageAttachment => ({
  name: filename,
  mediaType: mimeType,
  bytes:
    typeof content === "string"
      ? new TextEncoder().encode(content)
      : content instanceof Uint8Array
        ? content
        : new Uint8Array(content),
  isInline: related === true,
});
