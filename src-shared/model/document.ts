import type { DocumentId } from "./ids.ts";

/** What a document is, read from its content. */
export type DocumentKind =
  | "agreement"
  | "amendment"
  | "estimate"
  | "purchase-order"
  | "work-order"
  | "acceptance"
  | "timesheet"
  | "usage"
  | "delivery"
  | "expense"
  | "invoice"
  | "credit-note"
  | "payment"
  | "statement"
  | "customer-list"
  | "message"
  | "unknown";

/** The format reader that read a document; also the id of its file in `read/formats`. */
export type ReaderId =
  | "pdf-text"
  | "ocr"
  | "docx"
  | "doc"
  | "odt"
  | "rtf"
  | "pptx"
  | "xlsx"
  | "xls"
  | "ods"
  | "csv"
  | "ubl"
  | "cii"
  | "email"
  | "msg"
  | "text"
  | "markdown"
  | "html"
  | "json"
  | "iif"
  | "ofx"
  | "camt053"
  | "mt940"
  | "bai2"
  | "p7m"
  | "archive";

/** Readers of the files of spreadsheet programs, in which an invoice may stand as a printed form does. */
export const workbookReaders: ReadonlySet<string> = new Set<ReaderId>(["ods", "xls", "xlsx"]);

/** How far reading got. `skipped` is a byte-identical copy of a file that is read already. */
export type ReadStatus = "read" | "partly-read" | "unreadable" | "skipped";

/** A foreseen failure as data: a code and its facts. The sentence comes from the message catalogue. */
export interface Problem {
  /** `area/fault`, for example `read/pdf-encrypted`. */
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A file as it came in. Bytes are kept apart, under their hash. */
export interface ImportedFile {
  readonly id: DocumentId;
  /** As given by the person, with forward slashes; for a member of another file `outer.zip!inner.pdf`. */
  readonly path: string;
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** From the content, not from the name: `application/pdf`, `text/csv` … */
  readonly mediaType: string;
  /** The document with the same bytes that came in first, if there is one. */
  readonly copyOf: DocumentId | null;
}
