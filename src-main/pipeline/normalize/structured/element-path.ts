import type { Element } from "../../../../src-shared/model/index.ts";

/** The first child with that local name. */
export const childNamed = (element: Element | null | undefined, name: string): Element | null => {
  if (element === null || element === undefined) return null;
  for (const child of element.children) if (child.name === name) return child;
  return null;
};

/** All children with that local name, in document order. */
export const childrenNamed = (element: Element | null | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element down a chain of local names. */
export const descend = (element: Element | null | undefined, ...names: readonly string[]): Element | null => {
  let current: Element | null = element ?? null;
  for (const name of names) current = childNamed(current, name);
  return current;
};

/** The element's own text, or `null` when it is absent or empty. */
export const textOf = (element: Element | null | undefined): string | null => {
  const text = element?.text.trim() ?? "";
  return text === "" ? null : text;
};

/** The first of several elements that says something. */
export const firstSaid = (elements: readonly (Element | null)[]): Element | null =>
  elements.find((element) => textOf(element) !== null) ?? null;

/** An attribute as if it were an element, for vocabularies that write their values so; `null` where it is absent. */
export const attributeOf = (element: Element | null | undefined, name: string): Element | null => {
  const text = element?.attributes[name]?.trim() ?? "";
  if (element === null || element === undefined || text === "") return null;
  return {
    name,
    namespace: element.namespace,
    path: `${element.path}/@${name}`,
    text,
    attributes: {},
    children: [],
  };
};
