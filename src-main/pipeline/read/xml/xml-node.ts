import type { Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { localName, parseXml } from "./parse-xml.ts";

/** An element with its children and text in order, for formats where the order of both matters. Names without prefix. */
export interface XmlNode {
  readonly name: string;
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[];
}

/** XML text as nodes. */
export function parseXmlNodes(text: string): Result<XmlNode, Problem> {
  const stack: OpenNode[] = [];
  let root: XmlNode | null = null;
  const problem = parseXml(text, {
    open: (name, attributes) => {
      const node: OpenNode = {
        name: localName(name),
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [localName(key), value]),
        ),
        children: [],
      };
      const parent = stack.at(-1);
      if (parent === undefined) root ??= node;
      else parent.children.push(node);
      stack.push(node);
    },
    text: (piece) => stack.at(-1)?.children.push(piece),
    close: () => {
      stack.pop();
    },
  });
  if (problem !== null) return err(problem);
  return root === null
    ? err({ code: "read/xml-malformed", facts: { line: 1, reason: "no root" } })
    : ok(root);
}

/** Child elements, without text. */
export const elementsOf = (node: XmlNode): XmlNode[] =>
  node.children.filter((child): child is XmlNode => typeof child !== "string");

/** The first child element of a name. */
export const childOf = (node: XmlNode | null | undefined, name: string): XmlNode | null =>
  node?.children.find((child): child is XmlNode => typeof child !== "string" && child.name === name) ?? null;

/** Text of a node itself, without that of its children. */
export const textOf = (node: XmlNode): string =>
  node.children.filter((child) => typeof child === "string").join("");
