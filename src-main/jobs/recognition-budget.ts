import type { RecognizeWords } from "../../src-shared/model/index.ts";

/** Time for recognizing the pages of one document; what is left after it stays pictures, and that is said. */
const longestMs = 10 * 60_000;

/**
 * A recognizer for one document: it tells before each picture that it goes to work, and stops when its time is up.
 *
 * Recognizing takes seconds a page where reading takes milliseconds: the supervisor gives each picture time anew.
 */
export function limitRecognition(
  recognize: RecognizeWords,
  announce: () => void,
  now: () => number,
): RecognizeWords {
  const startedAt = now();
  return async (image, language) => {
    if (now() - startedAt > longestMs) return null;
    announce();
    return recognize(image, language);
  };
}
