import type { Alignment } from "../flow/flow-item.ts";

/** How the paragraph that is being written looks. */
export interface ParagraphLook {
  alignment: Alignment;
  /** Twentieths of a point. */
  indent: number;
  headingLevel: number | null;
  startsPage: boolean;
  isInTable: boolean;
  isInList: boolean;
  /** Depth in its list, from 0. */
  level: number;
}

export const plainLook = (): ParagraphLook => ({
  alignment: "left",
  indent: 0,
  headingLevel: null,
  startsPage: false,
  isInTable: false,
  isInList: false,
  level: 0,
});

/** Words that shape paragraphs. What formats a label says nothing of its paragraph. */
export const paragraphWords: ReadonlySet<string> = new Set(
  "pard s outlinelevel intbl ql qj qc qr li ilvl ls page pagebb".split(" "),
);

/** Applies the words that shape a paragraph, and learns which styles are headings. */
export interface StyleReader {
  /** False where the word shapes no paragraph. `isDefinition` inside the table of styles. */
  readonly apply: (look: ParagraphLook, word: string, value: number | null, isDefinition: boolean) => boolean;
}

/** The tenth level is that of plain text. */
const outlineLevels = 9;

export function createStyleReader(): StyleReader {
  const headingByStyle = new Map<number, number>();
  let style = 0;
  return {
    apply: (look, word, value, isDefinition) => {
      const isOn = value !== 0;
      switch (word) {
        case "page":
        case "pagebb":
          look.startsPage = isOn;
          return true;
        case "intbl":
          look.isInTable = isOn;
          return true;
        case "ql":
        case "qj":
          look.alignment = "left";
          return true;
        case "qc":
          look.alignment = "center";
          return true;
        case "qr":
          look.alignment = "right";
          return true;
        case "li":
          look.indent = value ?? 0;
          return true;
        case "ls":
          look.isInList = true;
          return true;
        case "ilvl":
          look.level = Math.max(0, value ?? 0);
          return true;
        case "s":
          style = value ?? 0;
          look.headingLevel = headingByStyle.get(style) ?? look.headingLevel;
          return true;
        case "outlinelevel":
          if (value === null || value >= outlineLevels) return true;
          look.headingLevel = value + 1;
          if (isDefinition) headingByStyle.set(style, value + 1);
          return true;
        default:
          return false;
      }
    },
  };
}
