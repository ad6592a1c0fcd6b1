import type { RecognizeWords } from "../../src-shared/model/index.ts";

/** Recognizes words in pictures, on this machine and without a network. */
export interface TextRecognizer {
  readonly recognize: RecognizeWords;
}
