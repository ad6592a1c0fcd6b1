import type { Element, Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { localName, parseXml } from "./parse-xml.ts";

/** An element that is still being filled, with its name as written. `finishTree` makes an `Element` of it in its place. */
export interface OpenElement {
  name: string;
  readonly namespace: string;
  path: string;
  text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: OpenElement[];
}

/** Namespace by prefix, inherited; "" is the default one. */
type Namespaces = Readonly<Record<string, string>>;

const noNamespaces: Namespaces = {};

/**
 * XML as a tree of elements with their paths.
 *
 * A path uses the names as written and counts among siblings of the same name where there are several:
 * `/Invoice/cac:InvoiceLine[2]/cbc:ID`. Text is the element's own, trimmed, exactly as written.
 */
export function parseElementTree(text: string): Result<Element, Problem> {
  const stack: OpenElement[] = [];
  const scopes: Namespaces[] = [];
  const namespaceOf = createNamespaceFinder();
  let root: OpenElement | null = null;
  const problem = parseXml(text, {
    open: (name, attributes) => {
      const parent = stack.at(-1);
      const namespaces = namespacesOf(attributes, scopes.at(-1) ?? noNamespaces);
      const namespace = namespaceOf(name, namespaces);
      const element: OpenElement = { name, namespace, path: "", text: "", attributes, children: [] };
      if (parent === undefined) root ??= element;
      else parent.children.push(element);
      stack.push(element);
      scopes.push(namespaces);
    },
    text: (piece) => {
      const current = stack.at(-1);
      if (current !== undefined) current.text += piece;
    },
    close: () => {
      stack.pop();
      scopes.pop();
    },
  });
  if (problem !== null) return err(problem);
  if (root === null) return err({ code: "read/xml-malformed", facts: { line: 1, reason: "no root" } });
  const opened: OpenElement = root;
  return ok(finishTree(opened));
}

/** A filled root with the path of every element in it. */
export const finishTree = (root: OpenElement): Element => finish(root, `/${root.name}`);

/** An element without content, for formats whose tree is built by hand: no attributes, no namespace. */
export const openElement = (name: string, text = ""): OpenElement => ({
  name,
  namespace: "",
  path: "",
  text,
  attributes: {},
  children: [],
});

function namespacesOf(attributes: Readonly<Record<string, string>>, inherited: Namespaces): Namespaces {
  let names: string[] | null = null;
  for (const name in attributes) if (name === "xmlns" || name.startsWith("xmlns:")) (names ??= []).push(name);
  if (names === null) return inherited;
  const declared = names.map((name) => [name, attributes[name] ?? ""] as const);
  return { ...inherited, ...Object.fromEntries(declared.map(([name, value]) => [name.slice(6), value])) };
}

/** The namespace of a name as written; names under the same declarations are looked up once each. */
function createNamespaceFinder(): (name: string, namespaces: Namespaces) => string {
  let latest: Namespaces | null = null;
  let known = new Map<string, string>();
  return (name, namespaces) => {
    if (namespaces !== latest) known = new Map();
    latest = namespaces;
    const before = known.get(name);
    if (before !== undefined) return before;
    const colon = name.indexOf(":");
    const found = namespaces[colon === -1 ? "" : name.slice(0, colon)] ?? "";
    known.set(name, found);
    return found;
  };
}

function finish(element: OpenElement, path: string): Element {
  element.path = path;
  element.name = localName(element.name);
  element.text = element.text.trim();
  finishChildren(element.children, path);
  return element;
}

/** Names as written are counted before the first of them gives way to its local name. */
function finishChildren(elements: readonly OpenElement[], path: string): void {
  const counts = areFewOfOwnName(elements) ? null : countsByName(elements);
  if (counts === null) {
    for (const element of elements) finish(element, `${path}/${element.name}`);
    return;
  }
  const places = new Map<string, number>();
  for (const element of elements) {
    const { name } = element;
    const place = (places.get(name) ?? 0) + 1;
    places.set(name, place);
    const index = (counts.get(name) ?? 1) > 1 ? `[${place}]` : "";
    finish(element, `${path}/${name}${index}`);
  }
}

const fewElements = 8;

/** Whether elements are so few that they are compared with each other, and each has a name of its own. */
function areFewOfOwnName(elements: readonly OpenElement[]): boolean {
  if (elements.length > fewElements) return false;
  return elements.every(({ name }, at) => elements.findIndex((other) => other.name === name) === at);
}

/** How many elements there are of each name; `null` where no name stands twice. */
function countsByName(elements: readonly OpenElement[]): ReadonlyMap<string, number> | null {
  const counts = new Map<string, number>();
  for (const { name } of elements) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts.size === elements.length ? null : counts;
}
