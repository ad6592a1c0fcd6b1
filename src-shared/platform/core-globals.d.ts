/**
 * The globals a pure room may use beyond ES2023: text decoding and cancelling, which every host has.
 *
 * Declared by hand and kept minimal, so that `fetch`, `process`, `document`, `console` and timers do not exist
 * for the compiler. Shapes follow the WHATWG Encoding and DOM standards. `interface` merges with the host's
 * own declarations where a test or a shell sees both.
 */
interface TextDecoder {
  readonly encoding: string;
  decode(input?: Uint8Array | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare var TextDecoder: {
  prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

interface TextEncoder {
  readonly encoding: string;
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: {
  prototype: TextEncoder;
  new (): TextEncoder;
};

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
declare var AbortSignal: {
  prototype: AbortSignal;
  new (): AbortSignal;
};
