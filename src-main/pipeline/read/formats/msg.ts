import * as msgreader from "@kenjiuno/msgreader";
import type { FieldsData } from "@kenjiuno/msgreader";
import type { ImportedFile, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err } from "../../../../src-shared/result/index.ts";
import type { Format } from "../format.ts";
import { decodeHtml } from "../html/decode-html.ts";
import { isSoundCompoundFile } from "../compound/compound-file.ts";
import { messageToDocument, type MessageAttachment } from "../mail/message.ts";

/** A compound file; Word and Excel of old are such files too. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

type MsgReaderClass = new (bytes: ArrayBuffer) => {
  readonly getFileData: () => FieldsData;
  readonly getAttachment: (attachment: FieldsData) => {
    readonly fileName: string;
    readonly content: Uint8Array;
  };
};

/** The class sits one level deeper where a CommonJS module is loaded as it is. */
const MsgReader = ((): MsgReaderClass => {
  const outer = (msgreader as { readonly default: unknown }).default;
  const inner = (outer as { readonly default?: unknown }).default;
  return (inner ?? outer) as MsgReaderClass;
})();

/** Mails as Outlook saves them. */
export const msg: Format = {
  id: "msg",
  title: "Outlook mail",
  mediaTypes: ["application/x-ole-storage"],
  sniff: (head, name) => {
    if (!compoundFile.every((byte, index) => head[index] === byte)) return 0;
    if (/\.msg$/iu.test(name)) return 0.95;
    // Names of properties stand in the directory, in UTF-16; their zero bytes are dropped to find one.
    const letters = String.fromCharCode(...head.subarray(0, 16_384).filter((byte) => byte !== 0));
    return letters.includes("__substg1.0_") || letters.includes("__properties_version1.0") ? 0.95 : 0;
  },
  read: readMsg,
};

async function readMsg(file: ImportedFile, bytes: Uint8Array): Promise<Result<ReadDocument, Problem>> {
  if (!isSoundCompoundFile(bytes)) return err({ code: "read/mail-damaged" });
  let data: FieldsData;
  let attachments: readonly MessageAttachment[];
  try {
    const reader = new MsgReader(bytes.slice().buffer);
    data = reader.getFileData();
    attachments = (data.attachments ?? []).map((attachment): MessageAttachment => {
      const { fileName, content } = reader.getAttachment(attachment);
      const isMail = attachment.innerMsgContent === true;
      return {
        name: fileName === "" ? null : fileName,
        mediaType: isMail ? "application/vnd.ms-outlook" : mediaTypeOf(attachment, fileName),
        bytes: content,
        isInline: attachment.attachmentHidden === true || (attachment.pidContentId ?? "") !== "",
      };
    });
  } catch {
    return err({ code: "read/mail-damaged" });
  }
  if (data.dataType !== "msg") return err({ code: "read/mail-damaged" });
  const recipients = (kind: string): string =>
    (data.recipients ?? [])
      .filter(({ recipType }) => recipType === kind)
      .map(({ name, smtpAddress, email }) => person(name, smtpAddress ?? email))
      .filter((text) => text !== "")
      .join(", ");
  const head: readonly (readonly [string, string])[] = [
    ["From", person(data.senderName, data.senderSmtpAddress ?? data.senderEmail)],
    ["To", recipients("to")],
    ["Cc", recipients("cc")],
    ["Date", printedDate(data)],
    ["Subject", data.subject ?? ""],
  ];
  const html = data.bodyHtml ?? (data.html === undefined ? null : decodeHtml(data.html));
  return messageToDocument(
    { head: head.filter(([, value]) => value !== ""), text: data.body ?? null, html, attachments },
    file,
    "msg",
  );
}

const mediaTypeOf = (attachment: FieldsData, name: string): string =>
  attachment.attachMimeTag?.toLowerCase() ??
  (/\.(?:png|jpe?g|gif|bmp)$/iu.test(name) ? "image/unknown" : "application/octet-stream");

/** Exchange gives an address of its own ("/O=FIRM/…") where it knows the person; it says nothing to anyone else. */
const person = (name: string | undefined, address: string | undefined): string => {
  const shown = address?.includes("@") === true ? address : "";
  if (name === undefined || name === "" || name === shown) return shown;
  return shown === "" ? name : `${name} <${shown}>`;
};

/** The line of the transport's head keeps the sender's own day; the times of the container are in universal time. */
const printedDate = (data: FieldsData): string =>
  /^date:\s*(.+)$/imu.exec(data.headers ?? "")?.[1]?.trim() ??
  data.clientSubmitTime ??
  data.messageDeliveryTime ??
  data.creationTime ??
  "";
