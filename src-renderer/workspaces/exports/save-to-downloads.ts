import type { WrittenExport } from "../../../src-shared/api/contract.ts";

/** Hands one written file to the browser's downloads. */
export function saveToDownloads(file: WrittenExport["files"][number]): void {
  const binary = atob(file.base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
