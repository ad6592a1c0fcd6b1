import type { Element } from "../model/index.ts";

/**
 * A tree of records, as JSON gives it: each element is an object of named members, a list of items or a leaf.
 *
 * The attribute `type` says which: "object", "list", or for a leaf "text", "number", "boolean" and "null".
 */
export type RecordTree = Element;

const typeOf = (element: RecordTree): string => element.attributes["type"] ?? "null";

export const isRecordList = (element: RecordTree): boolean => typeOf(element) === "list";
export const isRecord = (element: RecordTree): boolean => typeOf(element) === "object";
export const isLeaf = (element: RecordTree): boolean => !isRecordList(element) && !isRecord(element);

/** A name of a member as words: "unitPrice", "unit_price", "VATNumber" are "unit price" and "vat number". */
export const keyWords = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/[_.@#$-]+/gu, " ")
    .replace(/\s+/gu, " ")
    .toLowerCase()
    .trim();

const leaf = (name: string, path: string, text: string): RecordTree => ({
  name,
  namespace: "",
  path,
  text,
  attributes: { type: text === "" ? "null" : "text" },
  children: [],
});

/**
 * XML of a vocabulary of somebody's own as such a tree.
 *
 * Attributes are members before the children, and what an element says beside its attributes is its member `text`.
 * Children of one name that stand several times are a list; so is an element that holds nothing but the things that it
 * is named after ("Items" with one "Item").
 */
export function recordTree(element: Element): RecordTree {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !/^(?:xmlns|xsi|xml)\b|^schemaLocation$/iu.test(name))
    .map(([name, text]) => leaf(name, `${element.path}/@${name}`, text.trim()));
  if (element.children.length === 0 && attributes.length === 0)
    return leaf(element.name, element.path, element.text);
  const children = element.children.map(recordTree);
  if (attributes.length === 0 && isNamedAfter(element))
    return { ...element, text: "", attributes: { type: "list" }, children };
  const own = element.text === "" ? [] : [leaf("text", element.path, element.text)];
  return {
    ...element,
    text: "",
    attributes: { type: "object" },
    children: [...attributes, ...own, ...groupsOf(children)],
  };
}

/** Fewest letters that the names of a list and of its items must share from their start. */
const sharedLetters = 3;

/** Names of one of several, whatever these are. */
const plainItem = /^(?:entry|item|row|record)$/iu;

const isNamedAfter = ({ name, children }: Element): boolean => {
  const [first] = children;
  if (first === undefined || children.some((child) => child.name !== first.name)) return false;
  if (children.length > 1) return true;
  if (plainItem.test(first.name)) return true;
  const [whole, part] = [keyWords(name).replace(/.{1,2}$/u, ""), keyWords(first.name)];
  return whole.length >= sharedLetters && (part.startsWith(whole) || part.endsWith(` ${whole}`));
};

/** Children of one name as a list at the place of the first of them. */
function groupsOf(children: readonly RecordTree[]): readonly RecordTree[] {
  const groups = new Map<string, RecordTree[]>();
  for (const child of children) {
    const group = groups.get(child.name);
    if (group === undefined) groups.set(child.name, [child]);
    else group.push(child);
  }
  return [...groups.values()].flatMap((alike): readonly RecordTree[] => {
    const [first] = alike;
    if (first === undefined || alike.length === 1) return alike;
    return [{ ...first, text: "", attributes: { type: "list" }, children: alike }];
  });
}
