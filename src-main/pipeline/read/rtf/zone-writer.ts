import type { BlockZone } from "../../../../src-shared/model/index.ts";
import type { BodyItem, BodyParagraph } from "../flow/body-item.ts";
import { withoutRepeats } from "../flow/body-item.ts";
import type { Written } from "./destinations.ts";
import type { ParagraphLook } from "./paragraph-look.ts";
import { createRtfTables } from "./table-rows.ts";
import type { RtfTables } from "./table-rows.ts";

/** What becomes of a piece of text. */
export type Fate = "kept" | "deleted" | "hidden";

/** Writes paragraphs zone by zone while a file is read. */
export interface ZoneWriter {
  readonly tables: RtfTables;
  readonly addText: (to: Written, text: string, fate: Fate, isBold: boolean) => void;
  readonly addLabel: (to: Written, text: string) => void;
  /** The paragraphs of what was written so far; the writing starts afresh. */
  readonly take: (from: Written, look: ParagraphLook) => readonly BodyParagraph[];
  /** Ends a paragraph: it goes to its zone, or into the cell of a table that is being read. */
  readonly endParagraph: (to: Written, look: ParagraphLook) => void;
  /** All that was written, headers first, notes and comments last; what pages repeat stands once. */
  readonly items: () => readonly BodyItem[];
  readonly comments: () => number;
}

interface Writing {
  readonly parts: Record<Fate, string>;
  label: string;
  letters: number;
  boldLetters: number;
}

const freshWriting = (): Writing => ({
  parts: { kept: "", deleted: "", hidden: "" },
  label: "",
  letters: 0,
  boldLetters: 0,
});

/** Twentieths of a point for one step of indent. */
const indentStep = 360;
const deepestIndent = 9;

export function createZoneWriter(): ZoneWriter {
  const itemsByZone = new Map<BlockZone, BodyItem[]>();
  const writings = new Map<Written, Writing>();
  const tables = createRtfTables();
  const itemsOf = (zone: BlockZone): BodyItem[] => {
    const known = itemsByZone.get(zone) ?? [];
    itemsByZone.set(zone, known);
    return known;
  };
  const writingOf = (to: Written): Writing => {
    const known = writings.get(to) ?? freshWriting();
    writings.set(to, known);
    return known;
  };
  const take = (from: Written, look: ParagraphLook): readonly BodyParagraph[] => {
    const writing = writingOf(from);
    writings.set(from, freshWriting());
    return paragraphsOf(writing, from === "box" ? "body" : from, look);
  };
  return {
    tables,
    take,
    addText: (to, text, fate, isBold) => {
      const writing = writingOf(to);
      writing.parts[fate] += text;
      if (fate !== "kept") return;
      const letters = text.replaceAll(/\s/gu, "").length;
      writing.letters += letters;
      if (isBold) writing.boldLetters += letters;
    },
    addLabel: (to, text) => {
      writingOf(to).label += text;
    },
    endParagraph: (to, look) => {
      const made = take(to, look);
      if (to === "box") itemsOf("body").push(...made);
      else if (look.isInTable && to === "body") tables.addParagraphs(made);
      else {
        if (to === "body") itemsOf("body").push(...tables.close());
        itemsOf(to).push(...made);
      }
    },
    items: () => [
      ...withoutRepeats(itemsOf("header")),
      ...itemsOf("body"),
      ...withoutRepeats(itemsOf("footer")),
      ...itemsOf("footnote"),
      ...itemsOf("comment"),
    ],
    comments: () => itemsOf("comment").length,
  };
}

function paragraphsOf(writing: Writing, zone: BlockZone, look: ParagraphLook): readonly BodyParagraph[] {
  const { parts, letters, boldLetters } = writing;
  const indent = look.isInList ? look.level : Math.floor(Math.max(0, look.indent) / indentStep);
  const label = writing.label.trim();
  const make = (text: string, at: BlockZone): readonly BodyParagraph[] =>
    text.trim() === ""
      ? []
      : [
          {
            type: "paragraph",
            zone: at,
            text,
            headingLevel: at === "body" ? look.headingLevel : null,
            label: at !== zone || label === "" ? null : label,
            indent: Math.min(deepestIndent, indent),
            bold: letters > 0 && boldLetters > letters * 0.9,
            alignment: look.alignment,
            startsPage: look.startsPage,
          },
        ];
  return [...make(parts.kept, zone), ...make(parts.deleted, "deleted"), ...make(parts.hidden, "comment")];
}
