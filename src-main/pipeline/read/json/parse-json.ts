import type { Element, Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { maximumXmlDepth, maximumXmlElements } from "../limits.ts";

interface Cursor {
  readonly text: string;
  at: number;
  elements: number;
}

class JsonStop extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * JSON as elements: a member is an element of its name, an item of a list an element `item`.
 *
 * Numbers keep their text ("1.10", "12345678901234567890"). The attribute `type` tells a number from a text. Paths
 * are those of XML: `/json/invoices/item[2]/total`.
 */
export function parseJsonTree(text: string): Result<Element, Problem> {
  const cursor: Cursor = { text, at: 0, elements: 0 };
  try {
    const root = readValue(cursor, "json", "/json", 0);
    skipSpace(cursor);
    if (cursor.at < text.length) stop(cursor, "more than one value");
    return ok(root);
  } catch (error) {
    if (error instanceof JsonStop) return err(error.problem);
    throw error;
  }
}

const stop = (cursor: Cursor, reason: string): never => {
  throw new JsonStop({ code: "read/json-malformed", facts: { at: cursor.at, reason } });
};

function skipSpace(cursor: Cursor): void {
  const space = /[ \t\r\n]*/uy;
  space.lastIndex = cursor.at;
  space.exec(cursor.text);
  cursor.at = space.lastIndex;
}

const leaf = (name: string, path: string, text: string, type: string): Element => ({
  name,
  namespace: "",
  path,
  text,
  attributes: { type },
  children: [],
});

function readValue(cursor: Cursor, name: string, path: string, depth: number): Element {
  cursor.elements += 1;
  if (depth > maximumXmlDepth)
    throw new JsonStop({ code: "read/xml-too-deep", facts: { limit: maximumXmlDepth } });
  if (cursor.elements > maximumXmlElements)
    throw new JsonStop({ code: "read/too-large", facts: { elements: maximumXmlElements } });
  skipSpace(cursor);
  const first = cursor.text[cursor.at];
  if (first === "{") return readObject(cursor, name, path, depth);
  if (first === "[") return readList(cursor, name, path, depth);
  if (first === '"') return leaf(name, path, readText(cursor), "text");
  const word = /(?:true|false|null)|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
  word.lastIndex = cursor.at;
  const [value] = word.exec(cursor.text) ?? [""];
  if (value === "") stop(cursor, "no value");
  cursor.at += value.length;
  if (value === "null") return leaf(name, path, "", "null");
  return leaf(name, path, value, value === "true" || value === "false" ? "boolean" : "number");
}

function readText(cursor: Cursor): string {
  const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/uy;
  string.lastIndex = cursor.at;
  const [quoted] = string.exec(cursor.text) ?? [""];
  if (quoted === "") stop(cursor, "no text");
  cursor.at += quoted.length;
  return JSON.parse(quoted) as string;
}

/** Names become path steps: what a path cannot hold is replaced. */
const stepOf = (key: string): string => {
  const step = key.trim().replace(/[^\p{L}\p{N}_.-]+/gu, "_");
  return step === "" ? "_" : step;
};

function readObject(cursor: Cursor, name: string, path: string, depth: number): Element {
  cursor.at += 1;
  const children: Element[] = [];
  const steps = new Map<string, number>();
  for (let isFirst = true; ; isFirst = false) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === "}") break;
    if (!isFirst) {
      if (cursor.text[cursor.at] !== ",") stop(cursor, "no comma");
      cursor.at += 1;
      skipSpace(cursor);
    }
    const key = readText(cursor);
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== ":") stop(cursor, "no colon");
    cursor.at += 1;
    const step = stepOf(key);
    const count = (steps.get(step) ?? 0) + 1;
    steps.set(step, count);
    children.push(readValue(cursor, key, `${path}/${step}${count > 1 ? `[${count}]` : ""}`, depth + 1));
  }
  cursor.at += 1;
  return { name, namespace: "", path, text: "", attributes: { type: "object" }, children };
}

function readList(cursor: Cursor, name: string, path: string, depth: number): Element {
  cursor.at += 1;
  const children: Element[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] === "]") break;
    if (children.length > 0) {
      if (cursor.text[cursor.at] !== ",") stop(cursor, "no comma");
      cursor.at += 1;
    }
    children.push(readValue(cursor, "item", `${path}/item[${children.length + 1}]`, depth + 1));
  }
  cursor.at += 1;
  return { name, namespace: "", path, text: "", attributes: { type: "list" }, children };
}
