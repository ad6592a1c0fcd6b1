import { burn } from "@kenjiuno/msgreader/lib/Burner.js";

/** Streams and storages by name. */
export type Folder = { readonly [name: string]: Uint8Array | Folder };

const [directory, document, root] = [1, 2, 5];

/** A compound file, as mails of Outlook and documents of Office 97 to 2003 are. */
export function makeCompoundFile(tree: Folder): Uint8Array {
  const entries: {
    name: string;
    type: number;
    length: number;
    children?: number[];
    binaryProvider?: () => Uint8Array;
  }[] = [];
  const add = (name: string, node: Folder | Uint8Array, type: number): number => {
    const index = entries.length;
    if (node instanceof Uint8Array) {
      entries.push({ name, type: document, length: node.length, binaryProvider: () => node });
      return index;
    }
    const children: number[] = [];
    entries.push({ name, type, length: 0, children });
    for (const [childName, child] of Object.entries(node)) children.push(add(childName, child, directory));
    return index;
  };
  add("Root Entry", tree, root);
  return new Uint8Array(burn(entries as never));
}
