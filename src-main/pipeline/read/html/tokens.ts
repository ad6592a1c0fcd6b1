/** A piece of HTML in order. Names are in lower case; entities are decoded. */
export type HtmlToken =
  | {
      readonly type: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** The name that a style sheet knows it by, where it was read as another element. */
      readonly styledAs?: string;
    }
  | { readonly type: "close"; readonly name: string }
  | { readonly type: "text"; readonly text: string };

/** Elements whose content is no text for people. */
const rawElements: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "iframe",
  "object",
  "svg",
  "math",
  "title",
  "textarea",
  "select",
  "head",
]);

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  curren: "¤",
  copy: "©",
  reg: "®",
  trade: "™",
  sect: "§",
  para: "¶",
  deg: "°",
  plusmn: "±",
  times: "×",
  divide: "÷",
  frac12: "½",
  frac14: "¼",
  frac34: "¾",
  sup2: "²",
  sup3: "³",
  micro: "µ",
  middot: "·",
  bull: "•",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  minus: "−",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  lsaquo: "‹",
  rsaquo: "›",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  shy: "\u00ad",
  zwnj: "\u200c",
  zwj: "\u200d",
  ordf: "ª",
  ordm: "º",
  iexcl: "¡",
  iquest: "¿",
  szlig: "ß",
  aelig: "æ",
  AElig: "Æ",
  oslash: "ø",
  Oslash: "Ø",
  oelig: "œ",
  OElig: "Œ",
  aring: "å",
  Aring: "Å",
  ccedil: "ç",
  Ccedil: "Ç",
  ntilde: "ñ",
  Ntilde: "Ñ",
  rarr: "→",
  larr: "←",
  check: "✓",
};

const marks: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  caron: "\u030c",
};

/** Text with its character references replaced; unknown ones stay as they stand. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}\d{0,2}));?/giu,
    (whole, hex, dec, name) => {
      if (typeof name === "string") {
        const accent = /^([A-Za-z])(grave|acute|circ|tilde|uml|caron)$/u.exec(name);
        if (accent !== null) return `${accent[1]}${marks[accent[2] ?? ""]}`.normalize("NFC");
        return named[name] ?? named[name.toLowerCase()] ?? whole;
      }
      const code = Number.parseInt(hex ?? dec, hex === undefined ? 10 : 16);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}

const attribute = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/gu;

const attributesOf = (source: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  for (const match of source.matchAll(attribute)) {
    const name = (match[1] ?? "").toLowerCase();
    if (attributes.size >= 100) break;
    if (!attributes.has(name)) attributes.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ""));
  }
  return attributes;
};

/** Where a tag that starts at `at` ends: behind its `>`, quotes respected. */
const endOfTag = (html: string, at: number): number => {
  let quote = "";
  for (let index = at + 1; index < html.length; index += 1) {
    const character = html[index] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if ((character === '"' || character === "'") && html[index - 1] === "=") quote = character;
    else if (character === ">") return index + 1;
  }
  return html.length;
};

/** Walks HTML in one pass. Nothing is fetched, run or nested here: broken markup only gives odd tokens. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  // Only ASCII letters: lower case of some others is longer, and offsets would shift.
  const lower = html.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    if (tag !== at)
      yield { type: "text", text: decodeEntities(html.slice(at, tag === -1 ? html.length : tag)) };
    if (tag === -1) return;
    if (html.startsWith("<!--", tag)) {
      const end = html.indexOf("-->", tag + 4);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const start = /^<(\/?)([a-z][a-z0-9:-]*)/iu.exec(html.slice(tag, tag + 64));
    if (start === null) {
      if (html[tag + 1] === "!" || html[tag + 1] === "?") {
        at = endOfTag(html, tag);
      } else {
        yield { type: "text", text: "<" };
        at = tag + 1;
      }
      continue;
    }
    const name = (start[2] ?? "").toLowerCase();
    const end = endOfTag(html, tag);
    at = end;
    if (start[1] === "/") {
      yield { type: "close", name };
      continue;
    }
    const source = html.slice(tag + start[0].length, end - 1);
    if (rawElements.has(name) && !source.endsWith("/")) {
      const close = lower.indexOf(`</${name}`, end);
      at = close === -1 ? (name === "head" ? end : html.length) : endOfTag(html, close);
      continue;
    }
    yield { type: "open", name, attributes: attributesOf(source) };
  }
}
