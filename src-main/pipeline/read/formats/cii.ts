import type { Format } from "../format.ts";
import { decodeTextHead } from "../text/decode-text.ts";
import { readXmlDocument } from "../xml/read-xml-document.ts";

/** The root of D16B, and of ZUGFeRD 1.0, under any prefix; only a declaration and comments may stand before it. */
const root =
  /^(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*<(?:[\w.-]+:)?CrossIndustry(?:Invoice|Document)[\s>]/u;

/** Cross Industry Invoice: Factur-X, ZUGFeRD and the CII form of XRechnung. */
export const cii: Format = {
  id: "cii",
  title: "Cross Industry Invoice",
  mediaTypes: ["application/xml"],
  sniff: (head) => (root.test(decodeTextHead(head)?.text ?? "") ? 1 : 0),
  read: (file, bytes) => Promise.resolve(readXmlDocument(file, bytes, "cii")),
};
