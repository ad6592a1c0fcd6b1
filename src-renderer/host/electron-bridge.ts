import type { Transport } from "../../src-shared/api/contract.ts";

declare global {
  interface Window {
    /** Put there by the preload of the Electron shell; absent in a browser. */
    readonly countersign?: Transport;
  }
}

/** The transport that the Electron preload offers, or `null` in a browser. */
export function findElectronBridge(): Transport | null {
  return globalThis.window.countersign ?? null;
}
