const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML 1.0 can hold it: signs that it has no form for are left out. */
export const escapeXml = (text: string): string =>
  // Most texts need nothing, and the look-arounds are slow.
  mayNeedWork.test(text)
    ? text.replace(illegal, "").replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    : text;

const mayNeedWork = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** A part of an XML document; an empty part writes nothing, for empty elements are not allowed in e-invoices. */
export type XmlPart = string;

export const nothing: XmlPart = "";

/** An element with text; nothing where there is none. */
export const textElement = (
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string | null>> = {},
): XmlPart => {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return nothing;
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeXml(value ?? "")}"`)
    .join("");
  return `<${name}${written}>${escapeXml(trimmed)}</${name}>`;
};

/** An element around others; nothing where they are all empty. */
export const element = (name: string, ...parts: readonly XmlPart[]): XmlPart => {
  const content = parts.join("");
  return content === "" ? nothing : `<${name}>${content}</${name}>`;
};
