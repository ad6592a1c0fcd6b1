/** A picture in shades of gray, one byte a pixel, row by row from the top left; 0 is black. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A word that was recognized in a picture, in pixels of that picture. */
export interface RecognizedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Height of the line that it stands in. */
  readonly lineHeight: number;
  /** Number of the line within the picture; words of one line share it. */
  readonly line: number;
  /** From 0 to 1, as the recognizer says: a weak hint, not a probability. */
  readonly confidence: number;
}

/** Languages that can be recognized, by their code of ISO 639-2. */
export const recognizedLanguages = ["eng", "deu", "fra", "nld", "spa", "ita", "por"] as const;
export type RecognizedLanguage = (typeof recognizedLanguages)[number];

/** Reads the words of a picture of one page, offline. `null` when its share of time for the document is used up. */
export type RecognizeWords = (
  image: GrayImage,
  language: RecognizedLanguage,
) => Promise<readonly RecognizedWord[] | null>;
