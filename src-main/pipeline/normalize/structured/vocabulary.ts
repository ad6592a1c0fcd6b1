import type {
  DocumentKind,
  Element,
  NormalizedDocument,
  ReadDocument,
} from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";

/** What a structured document can hold. */
export type StructuredNouns = Pick<NormalizedDocument, "agreements" | "deliveries" | "invoices">;

/** One vocabulary of structured business documents: how to know its roots and what they say. */
export interface Vocabulary {
  /** What a root is; `null` for roots of other vocabularies and for those that mean nothing here. */
  readonly kindOf: (root: Element) => DocumentKind | null;
  readonly read: (
    document: ReadDocument,
    root: Element,
    kind: DocumentKind,
    context: NormalizeContext,
  ) => Partial<StructuredNouns>;
}
