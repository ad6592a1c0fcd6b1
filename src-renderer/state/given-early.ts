import { create } from "zustand";
import { importGivenFiles } from "./documents.ts";
import type { GivenFile } from "./documents.ts";
import { openScreen } from "./window-view.ts";

/** Files that were dropped before there was a workspace for them. In memory only, as the files themselves. */
export const useGivenEarly = create<{ readonly files: readonly GivenFile[] }>(() => ({ files: [] }));

export function keepForLater(given: readonly GivenFile[]): void {
  useGivenEarly.setState(({ files }) => ({ files: [...files, ...given] }));
}

/** Imports what waits, once, into the workspace that is open now. */
export async function importGivenEarly(): Promise<void> {
  const { files } = useGivenEarly.getState();
  if (files.length === 0) return;
  useGivenEarly.setState({ files: [] });
  openScreen("documents");
  await importGivenFiles(files);
}
