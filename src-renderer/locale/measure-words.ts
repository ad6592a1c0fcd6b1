import { metricsIn, wordsOfBucket } from "../../src-shared/measure/index.ts";
import type { Metric } from "../../src-shared/measure/index.ts";
import { displayLanguage } from "./language.ts";

/** Every measure, named in the language of the window. */
export const namedMetrics = (): readonly Metric[] => metricsIn(displayLanguage());

/** Name of a span of time on a chart. */
export const sayBucket = (label: string): string => wordsOfBucket(label, displayLanguage());
