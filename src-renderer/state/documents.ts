import { create } from "zustand";
import type { CallError, DocumentRow, ImportOutcome } from "../../src-shared/api/contract.ts";
import { workbookReaders } from "../../src-shared/model/index.ts";
import { callHost, pathOfDropped } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { runJob } from "./jobs.ts";
import { showToast } from "./toasts.ts";
import { encodeFile } from "./encode-file.ts";

interface Documents {
  readonly rows: readonly DocumentRow[] | null;
  readonly error: CallError | null;
  readonly selectedId: string | null;
  readonly lastImport: ImportOutcome | null;
  /** Whether only what could not be read is listed. */
  readonly onlyUnread: boolean;
}

/** The documents of the workspace, with what became of each. */
export const useDocuments = create<Documents>(() => ({
  rows: null,
  error: null,
  selectedId: null,
  lastImport: null,
  onlyUnread: false,
}));

export function toggleOnlyUnread(): void {
  useDocuments.setState(({ onlyUnread }) => ({ onlyUnread: !onlyUnread }));
}

let lastGiven: (() => Promise<void>) | null = null;

/** Gives the files of the last import again: what came in is known by its content, the rest is tried anew. */
export async function importPathsAgain(): Promise<void> {
  await lastGiven?.();
}

export async function loadDocuments(): Promise<void> {
  const result = await callHost("documents.list", {});
  if (result.ok) useDocuments.setState({ rows: result.value, error: null });
  else useDocuments.setState({ error: result.error });
}

export function selectDocument(id: string | null): void {
  useDocuments.setState({ selectedId: id });
}

/** A file that a person gave, with the path that it had inside a dropped folder. */
export interface GivenFile {
  readonly file: File;
  readonly path: string;
}

// Calls carry a bounded number of files and bytes, so that a large folder goes over in parts.
const mostFilesInCall = 200;
const mostBytesInCall = 24 * 1024 * 1024;

export async function importGivenFiles(files: readonly GivenFile[]): Promise<void> {
  if (files.length === 0) return;
  lastGiven = () => importGivenFiles(files);
  const paths = files.map(({ file }) => pathOfDropped(file));
  if (paths.every((path): path is string => path !== null)) return importPaths(paths);
  for (const part of splitIntoCalls(files)) {
    const encoded = await Promise.all(
      part.map(async ({ file, path }) => ({ path, base64: await encodeFile(file) })),
    );
    const title = say("import.title", { count: part.length });
    const result = await runJob(
      title,
      "documents.import-files",
      { files: encoded },
      () => void importGivenFiles(part),
    );
    if (!result.ok) return;
    noteImport(result.value);
  }
}

export async function importPaths(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  lastGiven = () => importPaths(paths);
  const title = say("import.title", { count: paths.length });
  const input = { paths: [...paths] };
  const result = await runJob(title, "documents.import-paths", input, () => void importPaths(paths));
  if (result.ok) noteImport(result.value);
}

function noteImport(outcome: ImportOutcome): void {
  useDocuments.setState({ lastImport: outcome });
  showToast({
    tone: outcome.unreadable > 0 ? "failed" : "done",
    text: say("import.done", {
      count: outcome.documents.length,
      unreadable: outcome.unreadable,
      known: outcome.alreadyKnown,
    }),
    action: null,
  });
  void loadDocuments();
}

function splitIntoCalls(files: readonly GivenFile[]): readonly (readonly GivenFile[])[] {
  const parts: GivenFile[][] = [];
  let sizeBytes = 0;
  for (const given of files) {
    const last = parts.at(-1);
    const fits =
      last !== undefined && last.length < mostFilesInCall && sizeBytes + given.file.size <= mostBytesInCall;
    if (fits) {
      last.push(given);
      sizeBytes += given.file.size;
    } else {
      parts.push([given]);
      sizeBytes = given.file.size;
    }
  }
  return parts;
}

export async function removeDocument(documentId: string): Promise<void> {
  const result = await callHost("documents.remove", { documentId });
  if (!result.ok) {
    showToast({ tone: "failed", text: result.error.message, action: null });
    return;
  }
  await loadDocuments();
}

const tableReaders: ReadonlySet<string> = new Set(["csv", ...workbookReaders]);

/** Whether a document is a table whose columns a person may name. */
export const isTable = ({ reader, status }: DocumentRow): boolean =>
  reader !== null && tableReaders.has(reader) && status !== "unreadable";

/** The document in hand, where it is one whose columns can be named. */
export function selectedTable(): DocumentRow | null {
  const { rows, selectedId } = useDocuments.getState();
  const row = rows?.find(({ id }) => id === selectedId);
  return row !== undefined && isTable(row) ? row : null;
}
