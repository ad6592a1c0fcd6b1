import { SaxesParser } from "saxes";
import type { Problem } from "../../../../src-shared/model/index.ts";
import { maximumXmlAttributes, maximumXmlDepth, maximumXmlElements } from "../limits.ts";
import { walkPlainXml } from "./plain-xml.ts";
import type { XmlHandler } from "./xml-handler.ts";

/** Stops the parser from inside a handler. */
class XmlStop extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const step = 64 * 1024;

/**
 * Walks XML text. A DOCTYPE is refused outright, and so are depth and attributes beyond the caps: nothing that we
 * read needs them. Returns the reason for stopping early, or `null`.
 */
export function parseXml(text: string, handler: XmlHandler): Problem | null {
  return walkPlainXml(text, handler) ? null : walkAnyXml(text, handler);
}

/** The full parser: what is not plain, and the words for every fault. */
export function walkAnyXml(text: string, handler: XmlHandler): Problem | null {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stop = (code: string, facts?: Problem["facts"]): never => {
    throw new XmlStop(facts === undefined ? { code } : { code, facts });
  };
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  parser.on("doctype", () => stop("read/xml-doctype"));
  parser.on("error", (error) =>
    stop("read/xml-malformed", { line: parser.line, reason: error.message.replace(/^\d+:\d+:\s*/u, "") }),
  );
  parser.on("opentagstart", () => {
    attributes = 0;
    depth += 1;
    elements += 1;
    if (depth > maximumXmlDepth) stop("read/xml-too-deep", { limit: maximumXmlDepth });
    if (elements > maximumXmlElements) stop("read/too-large", { elements: maximumXmlElements });
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > maximumXmlAttributes)
      stop("read/xml-too-many-attributes", { limit: maximumXmlAttributes });
  });
  parser.on("opentag", (tag) => handler.open(tag.name, { ...tag.attributes }));
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);
  parser.on("closetag", (tag) => {
    depth -= 1;
    handler.close(tag.name);
  });
  try {
    for (let at = 0; at < text.length; at += step) parser.write(text.slice(at, at + step));
    parser.close();
    return elements === 0 ? { code: "read/xml-malformed", facts: { line: 1, reason: "no root" } } : null;
  } catch (error) {
    if (error instanceof XmlStop) return error.problem;
    throw error;
  }
}

/** The part of a name behind its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
