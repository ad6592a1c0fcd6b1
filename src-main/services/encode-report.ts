import type { Report } from "../../src-shared/model/index.ts";

/** The bytes of a report file: two spaces, final newline, fields in the published order. */
export const encodeReport = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
