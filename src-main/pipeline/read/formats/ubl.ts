import type { Format } from "../format.ts";
import { decodeTextHead } from "../text/decode-text.ts";
import { readXmlDocument } from "../xml/read-xml-document.ts";

/** UBL, and any other XML that is safe to read: a tree of elements with their paths. */
export const ubl: Format = {
  id: "ubl",
  title: "UBL and other XML",
  mediaTypes: ["application/xml"],
  sniff: (head) => {
    const start = decodeTextHead(head)?.text.trimStart() ?? "";
    if (/^<(?:!doctype\s+)?html\b/iu.test(start)) return 0;
    if (/^<(?:\?xml|!doctype)\b/iu.test(start)) return 0.95;
    if (start.startsWith("<!--")) return /<html[\s>]/iu.test(start) ? 0 : 0.6;
    return /^<[A-Za-z_][\w.:-]*[\s/>]/u.test(start) ? 0.5 : 0;
  },
  read: (file, bytes) => Promise.resolve(readXmlDocument(file, bytes, "ubl")),
};
