import { useCallback, useEffect } from "react";
import type { Invoice, ReadDocument } from "../../src-shared/model/index.ts";
import type { DocumentContent } from "./document-content.ts";
import {
  loadDocumentContent,
  loadDocumentWords,
  useDocumentContents,
  useDocumentWords,
} from "./document-content.ts";
import { useDocuments } from "./documents.ts";

const noInvoices: readonly Invoice[] = [];

/** What the view of a document takes. */
interface ShownDocument extends Pick<DocumentContent, "state" | "bytes" | "reading" | "invoices"> {
  readonly name: string;
  readonly problem: string | null;
}

/** A document for a pane; loads it when it is not there yet. */
export function useShownDocument(documentId: string | null): ShownDocument | null {
  const content = useDocumentContents((contents) =>
    documentId === null ? undefined : contents.byId.get(documentId),
  );
  const name = useDocuments((documents) => documents.rows?.find((row) => row.id === documentId)?.name ?? "");
  useEffect(() => {
    if (documentId !== null && content === undefined) void loadDocumentContent(documentId);
  }, [documentId, content]);
  if (documentId === null) return null;
  return {
    state: content?.state ?? "loading",
    name,
    bytes: content?.bytes ?? null,
    reading: content?.reading ?? null,
    invoices: content?.invoices ?? noInvoices,
    problem: content?.error?.message ?? null,
  };
}

/** The words of a document for searching and pointing at, fetched when something asks for them. */
export function useWordsOf(documentId: string): {
  readonly words: ReadDocument | null;
  readonly onWordsNeeded: () => void;
} {
  const words = useDocumentWords((state) => state.byId.get(documentId) ?? null);
  const onWordsNeeded = useCallback(() => void loadDocumentWords(documentId), [documentId]);
  return { words, onWordsNeeded };
}
