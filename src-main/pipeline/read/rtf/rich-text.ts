import type { WrittenBody } from "../flow/document-of-body.ts";
import { codePageOfCharset, decodeBytes } from "./code-pages.ts";
import type { Destination } from "./destinations.ts";
import { destinationOf, propertyNames, writtenTo } from "./destinations.ts";
import { rtfTokens } from "./tokens.ts";
import type { ParagraphLook } from "./paragraph-look.ts";
import { createStyleReader, paragraphWords, plainLook } from "./paragraph-look.ts";
import { createZoneWriter } from "./zone-writer.ts";

/** What a group inherits from the one around it. */
interface GroupState {
  destination: Destination;
  bold: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  codePage: number;
  /** Characters that stand in for one written as a number. */
  fallbacks: number;
  /** The property that the group holds, or "info" for the group of all of them. */
  property: string;
}

const deepestGroup = 1_000;
const westernEurope = 1252;

/** Words that stand for characters. */
const characters: Readonly<Record<string, string>> = {
  emdash: "—",
  endash: "–",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emspace: " ",
  enspace: " ",
  tab: "\t",
  line: "\n",
  lbr: "\n",
  softline: "\n",
};

/**
 * Reads a rich text file: paragraphs with the labels of their lists, tables, headers, footers, notes and comments.
 *
 * Deleted and struck text stands in its own zone, hidden text with the comments. Source: Rich Text Format 1.9.1.
 */
export function readRichText(bytes: Uint8Array): WrittenBody {
  const reader = createReader();
  for (const token of rtfTokens(bytes)) {
    if (token.type === "byte") reader.addByte(token.byte);
    else if (token.type === "open") {
      if (!reader.open()) break;
    } else if (token.type === "close") reader.close();
    else if (token.type === "symbol") reader.addSymbol(token.symbol);
    else reader.addWord(token.word, token.value);
  }
  return reader.finish();
}

interface Reader {
  readonly addByte: (byte: number) => void;
  readonly addSymbol: (symbol: string) => void;
  readonly addWord: (word: string, value: number | null) => void;
  /** False where groups stand deeper in each other than any program writes. */
  readonly open: () => boolean;
  readonly close: () => void;
  readonly finish: () => WrittenBody;
}

function createReader(): Reader {
  const writer = createZoneWriter();
  const fontPages = new Map<number, number>();
  const styles = createStyleReader();
  const properties: Record<string, string> = {};
  const changes = { inserted: 0, deleted: 0 };
  const stack: GroupState[] = [];
  /** Looks of paragraphs that go on behind a note or box that stands inside them. */
  const held: ParagraphLook[] = [];
  let look = plainLook();
  let state: GroupState = {
    destination: "body",
    bold: false,
    isHidden: false,
    isDeleted: false,
    codePage: westernEurope,
    fallbacks: 1,
    property: "",
  };
  let documentPage = westernEurope;
  let font = 0;
  let notes = 0;
  /** Characters still to be passed over: they stand in for one written as a number. */
  let toSkip = 0;
  /** Bytes of text whose characters may take several of them. */
  let pending: number[] = [];
  let isFirstInGroup = false;
  let isStarred = false;

  const addText = (text: string): void => {
    if (state.destination === "property")
      properties[state.property] = (properties[state.property] ?? "") + text;
    const to = writtenTo(state.destination);
    if (to === null) return;
    if (state.destination === "label") writer.addLabel(to, text);
    else
      writer.addText(to, text, state.isDeleted ? "deleted" : state.isHidden ? "hidden" : "kept", state.bold);
  };
  const flush = (): void => {
    if (pending.length === 0) return;
    const text = decodeBytes(pending, state.codePage);
    pending = [];
    addText(text);
  };
  const endParagraph = (): void => {
    const to = writtenTo(state.destination);
    if (to === null) return;
    writer.endParagraph(to, look);
    look.startsPage = false;
  };

  const enterDestination = (word: string): boolean => {
    if (state.destination === "skip" && state.property !== "info") return word !== "result";
    if (state.property === "info" && propertyNames[word] !== undefined) {
      Object.assign(state, { destination: "property", property: propertyNames[word] });
      return true;
    }
    const found = destinationOf(word, isStarred);
    if (found === null) return false;
    const next = found === "outer" ? (stack.at(-2)?.destination ?? "body") : found;
    const isWritten = writtenTo(next) !== null && next !== "label" && found !== "outer";
    if (isWritten && next !== state.destination) {
      held.push(look);
      look = plainLook();
    }
    state.destination = next;
    state.property = word === "info" ? "info" : "";
    return true;
  };

  const applyText = (word: string, value: number | null): void => {
    const isOn = value !== 0;
    switch (word) {
      case "par":
      case "sect":
        endParagraph();
        break;
      case "plain":
        Object.assign(state, { bold: false, isHidden: false, isDeleted: false });
        break;
      case "b":
        state.bold = isOn;
        break;
      case "v":
        state.isHidden = isOn;
        break;
      case "strike":
      case "striked":
        state.isDeleted = isOn;
        break;
      case "deleted":
        if (isOn && !state.isDeleted) changes.deleted += 1;
        state.isDeleted = isOn;
        break;
      case "revised":
        if (isOn) changes.inserted += 1;
        break;
      case "chftn":
        // The mark in the text and the one that opens its note are one; programs count them, files do not say them.
        if (state.destination === "footnote") writer.addLabel("footnote", `[${notes}]`);
        else {
          notes += 1;
          addText(` [${notes}]`);
        }
        break;
      default: {
        const character = characters[word];
        if (character !== undefined) addText(character);
      }
    }
  };

  /** Which characters the bytes of the text mean. */
  const applyEncoding = (word: string, value: number | null): boolean => {
    switch (word) {
      case "ansicpg":
        documentPage = value ?? westernEurope;
        state.codePage = documentPage;
        return true;
      case "uc":
        state.fallbacks = Math.max(0, value ?? 1);
        return true;
      case "u":
        addText(String.fromCharCode(((value ?? 0) + 0x10000) % 0x10000));
        toSkip = state.fallbacks;
        return true;
      case "f":
        font = value ?? 0;
        if (state.destination !== "fonts") state.codePage = fontPages.get(font) ?? documentPage;
        return true;
      case "fcharset":
        if (state.destination === "fonts") fontPages.set(font, codePageOfCharset(value ?? 0) ?? documentPage);
        return true;
      default:
        return false;
    }
  };

  const close = (): void => {
    flush();
    const outer = stack.pop();
    if (outer === undefined) return;
    const to = writtenTo(state.destination);
    // A zone of its own ends its last paragraph with the group, and the one around it goes on.
    if (to !== null && to !== "body" && outer.destination !== state.destination) {
      endParagraph();
      look = held.pop() ?? plainLook();
    }
    state = outer;
    toSkip = 0;
  };

  return {
    addByte: (byte) => {
      isFirstInGroup = false;
      if (toSkip > 0) toSkip -= 1;
      else if (state.destination !== "skip") pending.push(byte);
    },
    addSymbol: (symbol) => {
      flush();
      if (symbol === "*") {
        isStarred = true;
        return;
      }
      isFirstInGroup = false;
      if (toSkip > 0) toSkip -= 1;
      else if (symbol === "~") addText("\u00A0");
      else if (symbol === "_") addText("-");
      else if ("{}\\".includes(symbol)) addText(symbol);
    },
    addWord: (word, value) => {
      flush();
      const isDestination = isFirstInGroup && enterDestination(word);
      isFirstInGroup = false;
      isStarred = false;
      if (isDestination || state.destination === "skip") return;
      if (state.destination === "label" && paragraphWords.has(word)) return;
      if (applyEncoding(word, value)) return;
      if (word === "pard") look = { ...plainLook(), startsPage: look.startsPage };
      else if (styles.apply(look, word, value, state.destination === "styles")) return;
      if (!writer.tables.applyWord(word, value, () => writer.take("body", look))) applyText(word, value);
    },
    open: () => {
      flush();
      if (stack.length >= deepestGroup) return false;
      stack.push(state);
      state = { ...state };
      isFirstInGroup = true;
      isStarred = false;
      toSkip = 0;
      return true;
    },
    close,
    finish: () => {
      while (stack.length > 0) close();
      flush();
      look.isInTable = false;
      endParagraph();
      const said = Object.entries(properties).map(([name, text]) => [name, text.trim()] as const);
      return {
        items: writer.items(),
        changes,
        comments: writer.comments(),
        properties: Object.fromEntries(said.filter(([, text]) => text !== "")),
      };
    },
  };
}
