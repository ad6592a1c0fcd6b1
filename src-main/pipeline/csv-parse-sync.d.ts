/**
 * The part of csv-parse/sync the pipeline uses. Its own declarations pull in @types/node, which would open the
 * compile fence: `process` and `fetch` would exist in every stage. Mapped by `paths` in tsconfig.json.
 */
export interface Options {
  readonly bom?: boolean;
  readonly delimiter?: string | readonly string[];
  readonly record_delimiter?: string | readonly string[];
  readonly quote?: string | boolean | null;
  readonly escape?: string | null;
  readonly comment?: string | null;
  readonly from_line?: number;
  readonly to_line?: number;
  readonly max_record_size?: number;
  readonly info?: boolean;
  readonly ltrim?: boolean;
  readonly rtrim?: boolean;
  readonly trim?: boolean;
  readonly relax_column_count?: boolean;
  readonly relax_quotes?: boolean;
  readonly skip_empty_lines?: boolean;
  readonly skip_records_with_empty_values?: boolean;
  readonly skip_records_with_error?: boolean;
}

/** Where a record stood; present with `info: true`. */
export interface RecordInfo {
  readonly lines: number;
  readonly records: number;
  readonly empty_lines: number;
}

/** What `parse` throws: `code` is one of csv-parse's CSV_* words, `lines` the line it stopped at. */
export interface CsvError extends Error {
  readonly code: string;
  readonly lines?: number;
  readonly records?: number;
}

export function parse(
  input: string | Uint8Array,
  options: Options & { readonly info: true },
): { readonly record: string[]; readonly info: RecordInfo }[];
export function parse(input: string | Uint8Array, options?: Options): string[][];
