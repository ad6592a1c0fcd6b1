import type {
  DecodePicture,
  ImportedFile,
  Problem,
  ReadDocument,
  ReaderId,
  RecognizeWords,
} from "../../../src-shared/model/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";

/** What the reading host lends to the readers. */
export interface ReadTools {
  /** Bytes of a file that ships with the product. */
  readonly loadAsset: (name: "pdfium.wasm") => Promise<Uint8Array>;
  /** Reads words in pictures. Without it, a page that is only a picture stays unread, and that is said. */
  readonly recognize?: RecognizeWords;
  /** Unpacks pictures that no PDF can hold as they are. Without it, they are refused by name. */
  readonly decodePicture?: DecodePicture;
}

/** One file format: how to know it and how to read it. */
export interface Format {
  /** Also the name of its file and of its golden folder. */
  readonly id: ReaderId;
  readonly title: string;
  /** What `detectMediaType` calls it. */
  readonly mediaTypes: readonly string[];
  /** From 0, not mine, to 1, certain. Sees the first 64 KiB and the file's name. */
  readonly sniff: (head: Uint8Array, name: string) => number;
  readonly read: (
    file: ImportedFile,
    bytes: Uint8Array,
    tools: ReadTools,
    signal: AbortSignal,
  ) => Promise<Result<ReadDocument, Problem>>;
}
