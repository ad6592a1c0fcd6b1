import { makeCompoundFile, type Folder } from "./make-compound-file.ts";

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
};

const text = (tag: string, value: string): Folder => ({ [`__substg1.0_${tag}001F`]: utf16(value) });
/** A head of 32 bytes for a message, 8 for the rest, and no properties of fixed size behind it. */
const properties = (bytes: number): Folder => ({ "__properties_version1.0": new Uint8Array(bytes) });

/** Property entries of 16 bytes: a tag and a whole number. */
const numbers = (head: number, entries: readonly (readonly [tag: number, value: number])[]): Folder => {
  const bytes = new Uint8Array(head + entries.length * 16);
  const view = new DataView(bytes.buffer);
  for (const [index, [tag, value]] of entries.entries()) {
    view.setUint32(head + index * 16, tag, true);
    view.setUint32(head + index * 16 + 8, value, true);
  }
  return { "__properties_version1.0": bytes };
};

/** A small Outlook mail with two people, a body with a quote and one attachment. */
export function makeMsg(): Uint8Array {
  const tree: Folder = {
    ...properties(32),
    ...text("001A", "IPM.Note"),
    ...text("0037", "Rates for March"),
    ...text("0C1A", "Ana Harbor"),
    ...text("5D01", "ana@harbor.example"),
    ...text("007D", "Received: by x\r\nDate: Tue, 3 Mar 2026 10:22:01 +0100\r\n"),
    ...text(
      "1000",
      "Senior: 120.00 per hour.\r\n\r\nVon: Jo\r\nGesendet: Montag\r\nAn: Ana\r\n\r\nBitte Preise.\r\n",
    ),
    "__recip_version1.0_#00000000": {
      ...numbers(8, [[0x0c150003, 1]]),
      ...text("3001", "Jo Kestrel"),
      ...text("39FE", "jo@kestrel.example"),
    },
    "__attach_version1.0_#00000000": {
      ...numbers(8, [[0x37050003, 1]]),
      ...text("3707", "rates.csv"),
      "__substg1.0_37010102": new TextEncoder().encode("role,rate\nSenior,120.00\n"),
    },
  };
  return makeCompoundFile(tree);
}
