export * from "./board.ts";
export * from "./case-history.ts";
export * from "./log.ts";
export type { MetricFigure } from "./metric-figure.ts";
export * from "./metrics.ts";
export * from "./value-return.ts";
export type { BeforeAfter, BeforeAfterRow } from "./before-after.ts";
export { daysFromTo, medianOf, percentOf, present } from "./figures.ts";
export { metricsIn, wordsOfBucket, wordsOfMetric } from "./metric-words.ts";
