import type { BlockZone } from "../../../../src-shared/model/index.ts";
import type { BodyItem } from "../flow/body-item.ts";
import { withoutRepeats } from "../flow/body-item.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf } from "../xml/xml-node.ts";
import type { OdfPackage } from "./open-package.ts";
import { readTextBody, type TextContext } from "./text-body.ts";
import { createTextStyles } from "./text-styles.ts";

/** A text document's items: headers, body, footers, notes, comments. */
export interface OdfText {
  readonly items: readonly BodyItem[];
  readonly changes: { readonly inserted: number; readonly deleted: number };
  readonly comments: number;
}

/** Reads the parts of a package that hold text. Tracked changes are applied: what was deleted is in its own zone. */
export function readOdfText({ body, content, styles }: OdfPackage): OdfText {
  const changes = readChanges(body);
  const context: TextContext = {
    styles: createTextStyles([styles, content]),
    deletions: changes.deletions,
    behind: [],
    counters: new Map(),
  };
  const inside = readTextBody(body, "body", context);
  const headers = readMargins(styles, "header", context);
  const footers = readMargins(styles, "footer", context);
  return {
    items: [...headers, ...inside, ...footers, ...context.behind],
    changes: { inserted: changes.inserted, deleted: changes.deletions.size },
    comments: context.behind.filter(({ zone }) => zone === "comment").length,
  };
}

function readChanges(body: XmlNode): { inserted: number; deletions: ReadonlyMap<string, XmlNode> } {
  const deletions = new Map<string, XmlNode>();
  let inserted = 0;
  for (const region of elementsOf(childOf(body, "tracked-changes") ?? body)) {
    if (region.name !== "changed-region") continue;
    const deletion = childOf(region, "deletion");
    if (childOf(region, "insertion") !== null) inserted += 1;
    if (deletion === null) continue;
    const kept = elementsOf(deletion).filter(({ name }) => name !== "change-info");
    deletions.set(region.attributes["id"] ?? "", { ...deletion, children: kept });
  }
  return { inserted, deletions };
}

/** Headers or footers of all page styles; the same text for first, left and right pages stands once. */
function readMargins(
  styles: XmlNode | null,
  kind: Extract<BlockZone, "header" | "footer">,
  context: TextContext,
): readonly BodyItem[] {
  const margins = elementsOf(childOf(styles, "master-styles") ?? emptyNode)
    .flatMap(elementsOf)
    .filter(({ name, attributes }) => name.startsWith(kind) && attributes["display"] !== "false");
  return withoutRepeats(margins.flatMap((margin) => readTextBody(margin, kind, context)));
}

const emptyNode: XmlNode = { name: "", attributes: {}, children: [] };
