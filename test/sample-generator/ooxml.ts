import { strToU8, zipSync } from "fflate";

// A fixed time stamp: the same story gives the same bytes. Local time, as ZIP keeps it.
const mtime = new Date(2026, 10, 2, 9, 0, 0);

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A package of XML parts, stored in the given order. */
export const zipParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 6,
    mtime,
  });

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
