import { create } from "zustand";
import type { CallError } from "../../src-shared/api/contract.ts";
import type { Invoice, ReadDocument } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";

/** What a pane needs to show a document: its bytes for a PDF, its reading for everything else. */
export interface DocumentContent {
  readonly state: "loading" | "ready" | "failed";
  readonly mediaType: string | null;
  readonly bytes: Uint8Array | null;
  readonly reading: ReadDocument | null;
  /** What a structured file bills, for showing it as a paper; empty for every other document. */
  readonly invoices: readonly Invoice[];
  readonly error: CallError | null;
}

interface Contents {
  /** Most recently wanted last. Lives in memory only. */
  readonly byId: ReadonlyMap<string, DocumentContent>;
}

const mostKept = 24;
const loading: DocumentContent = {
  state: "loading",
  mediaType: null,
  bytes: null,
  reading: null,
  invoices: [],
  error: null,
};

/** Contents of documents that panes show or will show next. Never written to disk. */
export const useDocumentContents = create<Contents>(() => ({ byId: new Map() }));

/** Loads a document once; calling it again only marks it as recently wanted. */
export async function loadDocumentContent(documentId: string): Promise<void> {
  const known = useDocumentContents.getState().byId.get(documentId);
  keep(documentId, known ?? loading);
  if (known !== undefined && known.state !== "failed") return;
  const original = await callHost("documents.original", { documentId });
  if (!original.ok) return keep(documentId, { ...loading, state: "failed", error: original.error });
  const { mediaType, base64 } = original.value;
  const bytes = mediaType === "application/pdf" ? decodeBase64(base64) : null;
  if (bytes !== null) return keep(documentId, { ...loading, state: "ready", mediaType, bytes });
  const reading = await callHost("documents.read", { documentId });
  if (!reading.ok) return keep(documentId, { ...loading, state: "failed", mediaType, error: reading.error });
  const billed = reading.value.root === null ? null : await callHost("documents.invoices", { documentId });
  const invoices = billed?.ok === true ? billed.value : [];
  keep(documentId, { ...loading, state: "ready", mediaType, reading: reading.value, invoices });
}

/** Words and their places, for documents that are shown from their bytes; loaded when something asks for them. */
export const useDocumentWords = create<{ readonly byId: ReadonlyMap<string, ReadDocument> }>(() => ({
  byId: new Map(),
}));

export async function loadDocumentWords(documentId: string): Promise<void> {
  if (useDocumentWords.getState().byId.has(documentId)) return;
  const result = await callHost("documents.read", { documentId });
  if (!result.ok) return;
  useDocumentWords.setState(({ byId }) => ({
    byId: new Map([...[...byId].slice(1 - mostKept), [documentId, result.value]]),
  }));
}

export function forgetDocumentContents(): void {
  useDocumentWords.setState({ byId: new Map() });
  useDocumentContents.setState({ byId: new Map() });
}

function keep(documentId: string, content: DocumentContent): void {
  useDocumentContents.setState(({ byId }) => {
    const next = new Map(byId);
    next.delete(documentId);
    next.set(documentId, content);
    for (const id of next.keys()) {
      if (next.size <= mostKept) break;
      next.delete(id);
    }
    return { byId: next };
  });
}

const bytesOfText = Uint8Array as unknown as {
  readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
};

export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  // Scans are megabytes: where the engine can do it itself, it holds nothing up.
  if (bytesOfText.fromBase64 !== undefined) return bytesOfText.fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
