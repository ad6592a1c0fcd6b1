import { useEffect, useState } from "react";
import type { DragEvent, ReactNode } from "react";
import { say } from "../locale/say.ts";
import { importGivenFiles } from "../state/documents.ts";
import type { GivenFile } from "../state/documents.ts";
import { importGivenEarly, keepForLater } from "../state/given-early.ts";
import { openScreen } from "../state/window-view.ts";

interface DropAreaProps {
  /** Whether a workspace is open. */
  readonly isActive: boolean;
  /** Whether that is the sample, which takes what is dropped on it but nothing that waits for a workspace of one's own. */
  readonly isSample: boolean;
  readonly children: ReactNode;
}

/**
 * Takes files and folders that are dropped anywhere on the window. The same is on a key and a button.
 *
 * What is dropped before there is a workspace waits for one.
 */
export function DropArea({ isActive, isSample, children }: DropAreaProps) {
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    if (isActive && !isSample) void importGivenEarly();
  }, [isActive, isSample]);
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

  const take = (event: DragEvent): void => {
    event.preventDefault();
    setDepth(0);
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
    const plain = [...event.dataTransfer.files].map((file): GivenFile => ({ file, path: file.name }));
    if (isActive) openScreen("documents");
    void collectFiles(entries).then((files) => {
      const given = files.length > 0 ? files : plain;
      if (isActive) void importGivenFiles(given);
      else keepForLater(given);
    });
  };

  return (
    <div
      className="drop-area"
      onDragEnter={(event) => {
        if (carriesFiles(event)) setDepth(depth + 1);
      }}
      onDragLeave={(event) => {
        if (carriesFiles(event)) setDepth(Math.max(0, depth - 1));
      }}
      onDragOver={(event) => {
        if (carriesFiles(event)) event.preventDefault();
      }}
      onDrop={take}
    >
      {children}
      {depth > 0 ? (
        <div className="drop-hint" aria-hidden="true">
          <strong>{say("import.dropHere")}</strong>
          <span>{say("import.dropText")}</span>
        </div>
      ) : null}
    </div>
  );
}

async function collectFiles(entries: readonly (FileSystemEntry | null)[]): Promise<readonly GivenFile[]> {
  const files: GivenFile[] = [];
  for (const entry of entries) if (entry !== null) await collectEntry(entry, files);
  return files;
}

async function collectEntry(entry: FileSystemEntry, files: GivenFile[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  if (isFileEntry(entry)) {
    files.push({ file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), path });
  } else if (isFolderEntry(entry)) {
    const reader = entry.createReader();
    for (;;) {
      const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (part.length === 0) break;
      for (const inner of part) await collectEntry(inner, files);
    }
  }
}

const isFileEntry = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
