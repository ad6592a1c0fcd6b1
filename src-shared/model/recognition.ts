/** A picture in shades of gray, one byte a pixel, row by row from the top left; 0 is black. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A letter, digit or mark that was recognized, and where its ink begins and ends. */
export interface RecognizedLetter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A word that was recognized in a picture, in pixels of that picture. */
export interface RecognizedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** From 0 to 1, as the recognizer says: a weak hint, not a probability. */
  readonly confidence: number;
  /** What the text is made of, in its order; empty where the recognizer does not tell. */
  readonly letters: readonly RecognizedLetter[];
}

/** Languages that can be recognized, by their code of ISO 639-2. */
export const recognizedLanguages = ["eng", "deu", "fra", "nld", "spa", "ita", "por"] as const;
export type RecognizedLanguage = (typeof recognizedLanguages)[number];

/** Reads the words of a picture of one line, offline. `null` when the document's share of time is used up. */
export type RecognizeWords = (
  image: GrayImage,
  language: RecognizedLanguage,
) => Promise<readonly RecognizedWord[] | null>;

/** A picture of red, green, blue and cover, a byte each, row by row. */
export interface ColorImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Unpacks the first picture of a file; `null` for damaged ones and those of more pixels than are allowed. */
export type DecodePicture = (
  bytes: Uint8Array,
  format: "heic" | "webp",
  mostPixels: number,
) => Promise<ColorImage | null>;
