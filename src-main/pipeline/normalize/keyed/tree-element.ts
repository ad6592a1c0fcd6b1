import type { RecordTree } from "../../../../src-shared/records/index.ts";

/** A node of a tree that was no file of its own: its type, and no namespace. */
export const treeElement = (
  name: string,
  path: string,
  type: string,
  text: string,
  children: readonly RecordTree[],
): RecordTree => ({ name, namespace: "", path, text, attributes: { type }, children });
