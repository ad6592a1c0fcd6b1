/** The key store of the operating system: keeps small secrets so that only this user on this machine reads them. */
export interface Secrets {
  /** False where the system offers none, or only one that does not protect. */
  readonly isAvailable: () => Promise<boolean>;
  /** The secret in a form that only this key store opens again; `null` when it refuses. */
  readonly protect: (secret: Uint8Array) => Promise<Uint8Array | null>;
  /** The secret, or `null` when it cannot be opened here. `isStale` asks to protect it again. */
  readonly reveal: (
    protectedSecret: Uint8Array,
  ) => Promise<{ readonly secret: Uint8Array; readonly isStale: boolean } | null>;
}
