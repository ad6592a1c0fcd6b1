import { useEffect } from "react";
import type { Invoice, ReadDocument } from "../../src-shared/model/index.ts";
import { loadDocumentContent, useDocumentContents } from "./document-content.ts";
import { useDocuments } from "./documents.ts";

const noInvoices: readonly Invoice[] = [];

interface ShownDocument {
  readonly state: "loading" | "ready" | "failed";
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly reading: ReadDocument | null;
  readonly invoices: readonly Invoice[];
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
