import type { Format } from "../format.ts";
import { decodeTextHead } from "../text/decode-text.ts";
import { readXmlDocument } from "../xml/read-xml-document.ts";

/** The namespace of account reports (052), statements (053) and notifications (054), in any version. */
const namespace = /\burn:iso:std:iso:20022:tech:xsd:camt\.05[234]\.\d{3}\.\d{2}\b/u;
/** Some banks leave the namespace out; then the first two elements tell. */
const roots =
  /<(?:[\w.-]{1,40}:)?Document[^>]{0,400}>\s{0,40}<(?:[\w.-]{1,40}:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)[\s>]/u;

/** Account statements, reports and notifications of ISO 20022. */
export const camt053: Format = {
  id: "camt053",
  title: "CAMT.052, 053 and 054",
  mediaTypes: ["application/xml"],
  sniff: (head) => {
    const start = decodeTextHead(head)?.text.slice(0, 8192) ?? "";
    return namespace.test(start) || (start.includes("BkToCstmr") && roots.test(start)) ? 1 : 0;
  },
  read: (file, bytes) => Promise.resolve(readXmlDocument(file, bytes, "camt053")),
};
