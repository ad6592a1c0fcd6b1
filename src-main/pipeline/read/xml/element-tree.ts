import type { Element, Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { localName, parseXml } from "./parse-xml.ts";

/** An element that is still being filled. `finishTree` gives it its path. */
export interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Namespace by prefix, inherited; "" is the default one. */
  readonly namespaces: Readonly<Record<string, string>>;
  text: string;
  readonly children: OpenElement[];
}

/**
 * XML as a tree of elements with their paths.
 *
 * A path uses the names as written and counts among siblings of the same name where there are several:
 * `/Invoice/cac:InvoiceLine[2]/cbc:ID`. Text is the element's own, trimmed, exactly as written.
 */
export function parseElementTree(text: string): Result<Element, Problem> {
  const stack: OpenElement[] = [];
  let root: OpenElement | null = null;
  const problem = parseXml(text, {
    open: (name, attributes) => {
      const parent = stack.at(-1);
      const element: OpenElement = {
        name,
        attributes,
        namespaces: namespacesOf(attributes, parent?.namespaces ?? {}),
        text: "",
        children: [],
      };
      if (parent === undefined) root ??= element;
      else parent.children.push(element);
      stack.push(element);
    },
    text: (piece) => {
      const current = stack.at(-1);
      if (current !== undefined) current.text += piece;
    },
    close: () => {
      stack.pop();
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
  attributes: {},
  namespaces: {},
  text,
  children: [],
});

function namespacesOf(
  attributes: Readonly<Record<string, string>>,
  inherited: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let names: string[] | null = null;
  for (const name in attributes) if (name === "xmlns" || name.startsWith("xmlns:")) (names ??= []).push(name);
  if (names === null) return inherited;
  const declared = names.map((name) => [name, attributes[name] ?? ""] as const);
  return { ...inherited, ...Object.fromEntries(declared.map(([name, value]) => [name.slice(6), value])) };
}

function finishChildren(elements: readonly OpenElement[], path: string): readonly Element[] {
  const [only] = elements;
  if (elements.length === 1 && only !== undefined) return [finish(only, `${path}/${only.name}`)];
  const counts = new Map<string, number>();
  for (const { name } of elements) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size === elements.length) return elements.map((each) => finish(each, `${path}/${each.name}`));
  const places = new Map<string, number>();
  return elements.map((each) => {
    const place = (places.get(each.name) ?? 0) + 1;
    places.set(each.name, place);
    const index = (counts.get(each.name) ?? 1) > 1 ? `[${place}]` : "";
    return finish(each, `${path}/${each.name}${index}`);
  });
}

function finish(element: OpenElement, path: string): Element {
  const colon = element.name.indexOf(":");
  return {
    name: localName(element.name),
    namespace: element.namespaces[colon === -1 ? "" : element.name.slice(0, colon)] ?? "",
    path,
    text: element.text.trim(),
    attributes: element.attributes,
    children: element.children.length === 0 ? [] : finishChildren(element.children, path),
  };
}
