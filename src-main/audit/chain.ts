import { encodeCanonicalJson } from "./canonical-json.ts";

/** Lower-case hex SHA-256 of a text as UTF-8. */
export type Hash = (text: string) => string;

/** One link as it is stored: canonical text and its hash. */
export interface ChainRow {
  readonly sequence: number;
  readonly body: string;
  readonly hash: string;
}

/** What is written down about one change. */
export interface AuditDraft {
  /** `document-imported`, `decision`, `policy-changed` … */
  readonly action: string;
  /** Id of what was changed. */
  readonly object: string | null;
  /** SHA-256 of what the workspace holds after the change, by name of the part. */
  readonly digests: Readonly<Record<string, string>>;
  /** What happened, whole: enough to do it again. */
  readonly content?: unknown;
}

/** Who writes, when and with what. */
export interface AuditStamp {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly actor: string;
  readonly shell: string;
  readonly app: string;
}

interface AuditBody extends AuditStamp {
  readonly v: 1;
  readonly seq: number;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prev: string;
  readonly action: string;
  readonly object: string | null;
  readonly digests: Readonly<Record<string, string>>;
  readonly content?: unknown;
}

const noEntry = "0".repeat(64);

/** RFC 6962's prefix of a leaf keeps an entry from ever being mistaken for something else that is hashed. */
const hashOf = (body: string, hash: Hash): string => hash(`\u0000${body}`);

/** The next links of the chain after `head`, which is `null` at the very start. */
export function appendEntries(
  head: ChainRow | null,
  drafts: readonly AuditDraft[],
  stamp: AuditStamp,
  hash: Hash,
): readonly ChainRow[] {
  const rows: ChainRow[] = [];
  let last = head;
  for (const draft of drafts) {
    const sequence: number = (last?.sequence ?? 0) + 1;
    const { at, actor, shell, app } = stamp;
    const { action, object, digests, content } = draft;
    const prev: string = last?.hash ?? noEntry;
    const entry: AuditBody = {
      v: 1,
      seq: sequence,
      prev,
      at,
      actor,
      shell,
      app,
      action,
      object,
      digests,
      content,
    };
    const body = encodeCanonicalJson(entry);
    last = { sequence, body, hash: hashOf(body, hash) };
    rows.push(last);
  }
  return rows;
}

/** Why an entry does not fit, as a code of the message catalogue without its area. */
export type ChainFault = "entry-missing" | "not-canonical" | "hash-differs" | "previous-differs";

/** An entry that was verified. */
export interface AuditEntry {
  readonly sequence: number;
  readonly hash: string;
  readonly action: string;
  readonly object: string | null;
  readonly digests: Readonly<Record<string, string>>;
}

/** Verifies one entry against the one before it. */
export function verifyEntry(
  row: ChainRow,
  previous: { readonly sequence: number; readonly hash: string } | null,
  hash: Hash,
): { readonly fault: ChainFault } | { readonly entry: AuditEntry } {
  if (row.sequence !== (previous?.sequence ?? 0) + 1) return { fault: "entry-missing" };
  if (hashOf(row.body, hash) !== row.hash) return { fault: "hash-differs" };
  const body = parseBody(row.body);
  if (body === null) return { fault: "not-canonical" };
  if (body.seq !== row.sequence) return { fault: "entry-missing" };
  if (body.prev !== (previous?.hash ?? noEntry)) return { fault: "previous-differs" };
  const { action, object, digests } = body;
  return { entry: { sequence: row.sequence, hash: row.hash, action, object, digests } };
}

function parseBody(text: string): AuditBody | null {
  try {
    const body = JSON.parse(text) as AuditBody;
    const isEntry =
      typeof body === "object" && body !== null && body.v === 1 && typeof body.digests === "object";
    return isEntry && encodeCanonicalJson(body) === text ? body : null;
  } catch {
    return null;
  }
}
