/** SHA-256 as lower-case hex. Text is hashed as UTF-8. */
export interface Digest {
  readonly ofText: (text: string) => string;
  readonly ofBytes: (bytes: Uint8Array) => string;
}
