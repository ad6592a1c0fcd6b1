import type { BlockZone } from "../../../../src-shared/model/index.ts";

/** What paragraphs can be written to: a zone, or a text box, whose paragraphs belong to the body. */
export type Written = BlockZone | "box";

/** Where the text of a group goes. */
export type Destination = Written | "skip" | "label" | "fonts" | "styles" | "property";

/** Destinations by the word that opens them. Source: Rich Text Format 1.9.1, "Destinations". */
const byWord: Readonly<Record<string, Destination>> = {
  header: "header",
  headerl: "header",
  headerr: "header",
  headerf: "header",
  footer: "footer",
  footerl: "footer",
  footerr: "footer",
  footerf: "footer",
  footnote: "footnote",
  annotation: "comment",
  listtext: "label",
  pntext: "label",
  shptxt: "box",
  fonttbl: "fonts",
  stylesheet: "styles",
};

/** Groups whose text nobody sees. */
const skipped: ReadonlySet<string> = new Set(
  (
    "colortbl info pict object objdata fldinst listtable listoverridetable rsidtbl themedata colorschememapping " +
    "latentstyles datastore xmlnstbl generator sp shprslt bkmkstart bkmkend nonesttables revtbl atnid atnauthor " +
    "atrfstart atrfend tc xe ftnsep ftnsepc aftnsep aftnsepc filetbl template operator passwordhash userprops"
  ).split(" "),
);

/** Destinations behind a star, which old readers are to pass over, that hold text all the same. */
const readBehindStar: ReadonlySet<string> = new Set([
  "shpinst",
  "ud",
  "annotation",
  "nesttableprops",
  "shptxt",
]);

/** What a document says of itself, by the word that opens it. */
export const propertyNames: Readonly<Record<string, string>> = {
  title: "title",
  subject: "subject",
  author: "creator",
  keywords: "keywords",
};

/** Where a group goes that a word opens: "outer" as the group around its own, `null` where the word opens none. */
export function destinationOf(word: string, isStarred: boolean): Destination | "outer" | null {
  const known = byWord[word];
  if (known !== undefined) return known;
  if (skipped.has(word) || (isStarred && !readBehindStar.has(word))) return "skip";
  return word === "ud" || word === "result" ? "outer" : null;
}

/** What the paragraphs of a destination are written to; `null` for one that has none. */
export function writtenTo(destination: Destination): Written | null {
  switch (destination) {
    case "skip":
    case "fonts":
    case "styles":
    case "property":
      return null;
    case "label":
      return "body";
    default:
      return destination;
  }
}
