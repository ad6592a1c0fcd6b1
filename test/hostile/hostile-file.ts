/** A file made to break its reader. Its bytes are made when they are needed: some are large. */
export interface HostileFile {
  /** Says what it does; the extension is what a sender would give it. */
  readonly name: string;
  readonly make: () => Uint8Array;
}

/** How many of something a file holds: all, or a share of it where a test must be quick. */
export type Many = (count: number) => number;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes of a text whose characters are bytes. */
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const joinBytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};
