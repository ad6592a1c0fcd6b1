/** Character sets of fonts by their code pages. Source: Rich Text Format specification 1.9.1, `\fcharset`. */
const pageByCharset: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The code page of a font's character set; `null` for the document's own. */
export const codePageOfCharset = (charset: number): number | null => pageByCharset[charset] ?? null;

const labels: Readonly<Record<number, string>> = {
  437: "windows-1252",
  850: "windows-1252",
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};

const decoders = new Map<number, TextDecoder>();

/** Bytes as text of a code page; what is not known is read as Western European. */
export function decodeBytes(bytes: readonly number[], codePage: number): string {
  let decoder = decoders.get(codePage);
  if (decoder === undefined) {
    const label = labels[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : null);
    decoder = new TextDecoder(label ?? "windows-1252");
    decoders.set(codePage, decoder);
  }
  return decoder.decode(Uint8Array.from(bytes));
}
